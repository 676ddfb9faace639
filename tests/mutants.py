#!/usr/bin/env python3
"""mutants.py [--most N] [--seed N] [FILE...]: changes one comparison or one `+ 1` of the rules of reckoning at a time
(due days, states, periods, schedules, calendar, amendments, successions), builds that and runs the unit tests, then the golden
tests of what people ask. A mutant that passes them all is told: either a test is missing, or it is equivalent, and stands
in tests/mutants-equivalent.txt with the reason.

Works in a copy of the tree, in build/mutants. A mutant takes half a minute: --most tries a random choice."""

import argparse
import pathlib
import random
import re
import shutil
import subprocess
import sys

project = pathlib.Path(__file__).resolve().parents[1]
RULES = ["src/core/time/calendar.cpp", "src/core/time/period.cpp", "src/core/schedule/due.cpp", "src/core/schedule/schedule.cpp",
         "src/core/schedule/plan_periods.cpp", "src/core/schedule/exceptions.cpp", "src/core/schedule/life/*.cpp",
         "src/core/status/state*.cpp", "src/core/status/assessment.cpp"]
SWAPS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "+ 1": "+ 0", "- 1": "- 0"}
# A template's brackets, arrows, streams and comments are none of these.
SITE = re.compile(r"(?<= )(<=|>=|==|!=|<|>|\+ 1|- 1)(?=[ ;,)\]])")
GOLDEN = ["status", "explain", "changes", "rates", "years", "plan"]


def sites(file):
    found = []
    for number, line in enumerate(file.read_text().split("\n")):
        code = line.split("//")[0]
        if code.lstrip().startswith(("#", "template", "using")) or '"' in code:
            continue
        found += [(number, match.start(), match[0]) for match in SITE.finditer(code)]
    return found


def call(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, **options)


parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("--most", type=int)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--list", action="store_true", help="only say how many there are")
parser.add_argument("files", nargs="*")
given = parser.parse_args()

files = [path for pattern in given.files or RULES for path in sorted(project.glob(pattern))]
mutants = [(path.relative_to(project), *site) for path in files for site in sites(path)]
if given.list:
    print(f"{len(mutants)} mutants of {len(files)} files")
    sys.exit(0)
if given.most and given.most < len(mutants):
    mutants = sorted(random.Random(given.seed).sample(mutants, given.most), key=lambda m: (str(m[0]), *m[1:]))
equivalent = {}
for line in (project / "tests/mutants-equivalent.txt").read_text().splitlines():
    if line and not line.startswith("#"):
        code, reason = line.split("\t")
        equivalent[code] = reason

tree = project / "build/mutants/tree"
tree.mkdir(parents=True, exist_ok=True)
for name in ("CMakeLists.txt", "CMakePresets.json", "cmake", "src", "tests", "data", "docs", "schemas", "templates", "README.md"):
    source = project / name
    if source.is_dir():
        shutil.copytree(source, tree / name, dirs_exist_ok=True)
    else:
        shutil.copy2(source, tree / name)
build = tree / "build/dev"


def survives():
    """Whether no test notices."""
    if call("cmake", "--build", str(build), "--target", "unit_tests", "plantool").returncode != 0:
        return False  # the compiler noticed
    if call(str(build / "tests/unit_tests"), "-m", cwd=tree).returncode != 0:
        return False
    for area in GOLDEN:
        for case in sorted((tree / "tests/golden" / area).iterdir()):
            if (case / "cmd").exists() and call(str(tree / "tests/golden/run.sh"), str(case), str(build / "plantool")).returncode:
                return False
    return True


call("cmake", "--preset", "dev", cwd=tree)
if not survives():
    sys.exit("the tree as it is does not pass its tests")
killed = excused = 0
alive = []
for path, number, column, written in mutants:
    file = tree / path
    original = file.read_text()
    lines = original.split("\n")
    line = lines[number]
    mutated = line[:column] + SWAPS[written] + line[column + len(written):]
    key = f"{path}: {line.strip()} -> {mutated.strip()}"
    lines[number] = mutated
    file.write_text("\n".join(lines))
    try:
        if not survives():
            killed += 1
        elif key in equivalent:
            excused += 1
        else:
            alive.append(f"{path}:{number + 1}: {line.strip()} -> {mutated.strip()}")
            print("alive:", alive[-1], flush=True)
    finally:
        file.write_text(original)
print(f"{len(mutants)} mutants: {killed} killed, {excused} equivalent, {len(alive)} alive")
sys.exit(1 if alive else 0)
