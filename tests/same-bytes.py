#!/usr/bin/env python3
"""same-bytes.py PLANTOOL [PLANTOOL...]: the same question has the same answer, byte for byte, whatever the zone, locale
and umask of the machine, the order of files on the disk, the number of processors, and the compiler and way of linking, where
several programs are named."""

import itertools
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

programs = [os.path.realpath(path) for path in sys.argv[1:]]
data = pathlib.Path(__file__).resolve().parents[1] / "data"
root = pathlib.Path(tempfile.mkdtemp())
QUESTIONS = [
    ["status", "--format", "json"], ["status"], ["rates", "--by", "agency", "--format", "csv"], ["validate", "--format", "json"],
    ["changes", "--since", "2022-06-01"], ["calendar", "-o", "out/lich.ics"], ["remind", "-o", "out", "--format", "docx,markdown"],
    ["status", "--format", "xlsx", "-o", "out/so.xlsx"], ["form", "--all", "--period", "2022-Q2", "-o", "out"],
    ["report", "--period", "2022-H1", "--format", "xlsx,docx,markdown,html,json", "-o", "out"],
]
ZONES = ["UTC", "Asia/Ho_Chi_Minh", "America/St_Johns", "nowhere/at-all"]
LOCALES = ["C", "C.UTF-8", "vi_VN.UTF-8", "tr_TR.UTF-8"]


def copied(backwards):
    """The data, its files made in one order or the other."""
    folder = root / ("backwards" if backwards else "forwards")
    files = sorted((path for path in data.rglob("*") if path.is_file()), reverse=backwards)
    for file in files:
        target = folder / "data" / file.relative_to(data)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
    return folder


def answers(program, folder, zone, locale, mask, processors):
    environment = {"PATH": os.environ["PATH"], "TZ": zone, "LC_ALL": locale, "LANG": locale, "PLANTOOL_LANG": "vi"}
    environment.update({name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ})
    shutil.rmtree(folder / "out", ignore_errors=True)
    found = {}

    def prepare():
        os.umask(mask)
        os.sched_setaffinity(0, processors)

    for question in QUESTIONS:
        words = [program, "--quiet", "--as-of", "2022-07-05", *question]
        answer = subprocess.run(words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                                preexec_fn=prepare, timeout=300)
        found[" ".join(question)] = (answer.returncode, answer.stdout, answer.stderr)
    for path in sorted((folder / "out").iterdir()):
        found[path.name] = path.read_bytes()
    return found


everybody = os.sched_getaffinity(0)
folders = [copied(False), copied(True)]
first = answers(programs[0], folders[0], "UTC", "C.UTF-8", 0o022, everybody)
if not any(name.endswith(".xlsx") for name in first) or any(isinstance(a, tuple) and a[0] > 1 for a in first.values()):
    sys.exit(f"the first run failed: {[(name, a) for name, a in first.items() if isinstance(a, tuple) and a[0] > 1]}")
runs = 0
failed = []
# Each with each other would be hundreds of runs: these go through all of every list.
matrix = itertools.zip_longest(ZONES, LOCALES, [0o000, 0o027, 0o077, 0o022],
                               [everybody, {min(everybody)}, everybody, {max(everybody)}])
for program in programs:
    for number, (zone, locale, mask, processors) in enumerate(matrix if program == programs[0] else
                                                              [(ZONES[1], LOCALES[2], 0o022, everybody)]):
        found = answers(program, folders[(number + 1) % 2], zone, locale, mask, processors)
        runs += 1
        other = sorted(name for name in first.keys() | found.keys() if first.get(name) != found.get(name))
        if other:
            failed.append(f"{program}, {zone}, {locale}, umask {mask:03o}, {len(processors)} processors: {other}")
shutil.rmtree(root)
if failed:
    print("FAILED:", *failed, sep="\n")
    sys.exit(1)
print(f"{len(first)} answers, {runs} times the same")
