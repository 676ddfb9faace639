#!/usr/bin/env python3
"""files.py PLANTOOL FAULTY_FILES: each call to the system that has to do with files fails in turn while
commands write several files. The files are all as they were, or all as they are to be; a command that fails
says so with 2; nothing is left beside them; and the next command finds nothing in its way.

RUNS: how many of the calls, evenly, are tried of each command (20)."""

import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

program, library = map(os.path.realpath, sys.argv[1:3])
data = pathlib.Path(__file__).resolve().parents[2] / "data"
root = pathlib.Path(tempfile.mkdtemp())
most = int(os.environ.get("RUNS", "20"))
plan = ["--plan", "data/plan-2022.yaml", "--as-of", "2022-07-05"]
COMMANDS = {
    "report": ["report", *plan, "--period", "2022-H1", "--format", "xlsx,docx,markdown,html,json", "-o", "out"],
    "remind": ["remind", *plan, "--format", "docx,markdown", "-o", "out"],
    "form": ["form", *plan, "--all", "--period", "2022-Q2", "-o", "out"],
    "init": ["init", "out"],
    "record": ["record", *plan, "--waive", "--agency", "btg-huyen-tuy-an", "--obligation", "bao-cao-6-thang", "--period", "2022-H1",
               "--on", "2022-06-01", "--reason", "thử"],
}
failed = []


def tree(folder):
    """What there is, without the folders: they may stay."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run(folder, words, fail_at, kill_at=0):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PLANTOOL_LANG": "en", "LD_PRELOAD": library,
                   "FAIL_AT": str(fail_at), "KILL_AT": str(kill_at)}
    return subprocess.run([program, "--quiet", *words], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120)


for name, words in COMMANDS.items():
    def workspace(old):
        folder = pathlib.Path(tempfile.mkdtemp(dir=root))
        shutil.copytree(data, folder / "data")
        if name not in ("init", "record"):  # there are older files, of other content
            (folder / "out").mkdir()
            for file in old:
                (folder / file).write_text("old")
        return folder

    first = workspace([])
    answer = run(first, words, 0)
    if answer.returncode != 0:
        sys.exit(f"{name}: {answer.stderr.decode()}")
    right = tree(first)
    written = [file for file in right if file.startswith("out/")]
    calls = int(re.search(rb"^calls: (\d+)", answer.stderr, re.M)[1])
    told = 0
    for number in range(1, calls + 1, 1 + calls // most):
        folder = workspace(written)
        before = tree(folder)
        answer = run(folder, words, number)
        call = re.search(rb"failed: (\w+)", answer.stderr)[1].decode()
        where = f"{name}, call {number} ({call}), exit {answer.returncode}"
        said = re.sub(rb"^calls: .*\n", b"", answer.stderr, flags=re.M)
        after = tree(folder)
        litter = [file for file in after if "/.plantool-" in f"/{file}"]
        if litter and call not in ("unlinkat", "renameat2"):
            failed.append(f"{where}: {litter} are left")
        kept = {file: content for file, content in after.items() if file not in litter}
        if answer.returncode == 0:
            if kept != right:
                failed.append(f"{where}: not all of it was written")
        elif answer.returncode != 2 or kept != before or not said.startswith(b"plantool: "):
            told_so = said.decode(errors="replace").strip()
            failed.append(f"{where}: {[f for f in kept if kept[f] != before.get(f)]} changed; {told_so}")
        told += answer.returncode == 2
        if name != "record":  # the same waiver twice would be a fault of its own
            if answer.returncode == 0 and name == "init":
                continue
            again = run(folder, words, 0)
            if again.returncode != 0 or tree(folder) != right:
                failed.append(f"{where}: the next run finds something in its way: {again.stderr.decode()}")
        shutil.rmtree(folder)
    if not told:
        failed.append(f"{name}: no fault was told")

    # Killed before a call: the last ones are those by which the files take their places.
    counts = {"old": 0, "new": 0, "mixed": 0}
    for number in sorted({*range(1, calls, 1 + calls // (most // 2)), *range(max(1, calls - 60), calls + 1)}):
        folder = workspace(written)
        before = tree(folder)
        answer = run(folder, words, 0, number)
        where = f"{name}, killed before call {number}, exit {answer.returncode}"
        if answer.returncode != -9:
            continue  # with threads there are not always as many calls
        after = tree(folder)
        for file in before.keys() | right.keys():
            if after.get(file) not in (before.get(file), right.get(file)):
                failed.append(f"{where}: {file} is not whole")
        changed = [file for file in right if right[file] != before.get(file)]
        states = {"new" if after.get(file) == right[file] else "old" for file in changed}
        counts[states.pop() if len(states) == 1 else "mixed"] += 1
        # Whatever is written there next mends it; here it is nothing of the command's own.
        beside = "data/sample/other.json" if name == "record" else "out/other.json"
        (folder / beside).parent.mkdir(exist_ok=True)
        other = run(folder, ["status", *plan, "--submissions", "data/sample", "--format", "json", "-o", beside], 0)
        mended = tree(folder)
        mended.pop(beside, None)
        if other.returncode != 0 or mended not in (before, right):
            off = [f for f in mended.keys() | right.keys() if mended.get(f) != right.get(f)]
            failed.append(f"{where}: not mended: {off} {other.stderr.decode(errors='replace')}")
        shutil.rmtree(folder)
    if name != "record" and not counts["mixed"]:
        failed.append(f"{name}: never killed in the midst")
    print(f"{name}: {calls} calls, {told} faults told; killed: " + ", ".join(f"{n} {what}" for what, n in counts.items()))

shutil.rmtree(root)
if failed:
    print("FAILED:", *failed, sep="\n")
    sys.exit(1)
