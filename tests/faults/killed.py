#!/usr/bin/env python3
"""killed.py PLANTOOL: a report in several formats is killed at random moments, by kill -9 or by TERM. Each file
is whole, old or new; TERM leaves nothing behind; and whatever is written into the folder next completes what was
begun, so that all files are old or all new, and removes what was left.

RUNS: how often (100). SEED: of the moments."""

import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

program = os.path.realpath(sys.argv[1])
data = pathlib.Path(__file__).resolve().parents[2] / "data"
root = pathlib.Path(tempfile.mkdtemp())
out = root / "out"
seed = int(os.environ.get("SEED", "1"))
random.seed(seed)
FORMATS = "xlsx,docx,markdown,html,json"
environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PLANTOOL_LANG": "en"}


def command(*words):
    return [program, "--quiet", "report", "--plan", str(data / "plan-2022.yaml"), "--period", "2022-H1", *words]


def all_of(as_of):
    return command("--as-of", as_of, "--format", FORMATS, "-o", str(out))


def tree():
    return {path.name: path.read_bytes() for path in out.iterdir()}


def made(as_of):
    shutil.rmtree(out, ignore_errors=True)
    begun = time.monotonic()
    subprocess.run(all_of(as_of), env=environment, check=True)
    return tree(), time.monotonic() - begun


old, _ = made("2022-07-01")
new, takes = made("2022-07-05")
assert old.keys() == new.keys() and all(old[name] != new[name] for name in old)
counts = {"old": 0, "new": 0, "mixed": 0, "left": 0}
failed = []
for number in range(int(os.environ.get("RUNS", "100"))):
    shutil.rmtree(out)
    out.mkdir()
    for name, content in old.items():
        (out / name).write_bytes(content)
    how = signal.SIGKILL if number % 2 else signal.SIGTERM
    # Where the files take their places is where it matters most.
    moment = takes * (random.uniform(0.8, 1.2) if number % 3 else random.uniform(0, 1.2))
    process = subprocess.Popen(all_of("2022-07-05"), env=environment, stderr=subprocess.PIPE)
    time.sleep(moment)
    process.send_signal(how)
    said = process.stderr.read()
    status = process.wait()
    where = f"run {number} of seed {seed}, {how.name} after {moment:.4f} s, status {status}"
    if status not in (0, -how):
        failed.append(f"{where}: {said.decode()}")
    after = tree()
    left = [name for name in after if name not in old]
    if any(after.get(name) not in (old[name], new[name]) for name in old):
        failed.append(f"{where}: a file is not whole")
    states = {"old" if after.get(name) == old[name] else "new" for name in old}
    counts["mixed" if len(states) > 1 else states.pop()] += 1
    counts["left"] += bool(left)
    if how == signal.SIGTERM and (left or len({after[n] == old[n] for n in old}) > 1):
        failed.append(f"{where}: {left} are left, or it is half old and half new")
    subprocess.run(command("--as-of", "2022-07-05", "--format", "json", "-o", str(out / "other.json")), env=environment,
                   check=True)
    mended = tree()
    del mended["other.json"]
    if mended not in (old, new):
        failed.append(f"{where}: not mended: {[n for n in mended if mended[n] != old.get(n)]}")

shutil.rmtree(root)
print(", ".join(f"{count} {what}" for what, count in counts.items()))
if failed:
    print("FAILED:", *failed, sep="\n")
    sys.exit(1)
