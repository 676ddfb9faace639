#!/usr/bin/python3
"""Counts the instructions of the hot paths on small fixed inputs, and fails where one takes more
than a tenth over what bench/guard.json records. Counts are steady where times are not.

    bench/guard.py [--update] [--only TEXT] [--program FILE]

--update records what it counts. Figures depend on compiler, libraries and the instruction set; the
record says whose they are.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from generate import AS_OF, DataSet
from measuring import ROOT, WORK

RECORD = ROOT / "bench" / "guard.json"
TOLERANCE = 0.10
ENVIRONMENT = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": "/nonexistent"}


def cases(scratch):
    data = DataSet(WORK, 20_000, 100)
    sample = ["--plan", "data/plan-2022.yaml", "--submissions", "data/sample", "--as-of",
              "2022-07-05"]

    def bulk(kind):
        return ["--plan", data.plan.relative_to(ROOT), "--submissions",
                data.get(kind).relative_to(ROOT), "--as-of", AS_OF.isoformat()]

    return {
        "version": ["--version"],
        "status-sample": ["status", "--format", "json", *sample],
        "validate-sample": ["validate", "--format", "json", *sample],
        "report-xlsx-sample": ["report", "--period", "2022-H1", "--format", "xlsx", "-o",
                               scratch, *sample],
        "status-ndjson": ["status", "--format", "json", *bulk("ndjson")],
        "validate-ndjson": ["validate", *bulk("ndjson")],
        "status-csv": ["status", "--format", "json", *bulk("csv")],
        "validate-csv": ["validate", *bulk("csv")],
    }


def count(program, arguments):
    """Instructions of one run, on one core: threads would make the figure depend on the machine."""
    done = subprocess.run(
        ["taskset", "-c", "0", "valgrind", "--tool=cachegrind", "--cache-sim=no",
         "--cachegrind-out-file=/dev/null", program, *map(str, arguments)],
        cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    found = re.search(r"I\s+refs:\s+([\d,]+)", done.stderr)
    if not found or done.returncode not in (0, 1):
        sys.exit(f"exit {done.returncode}: {' '.join(map(str, arguments))}\n{done.stderr}")
    return int(found[1].replace(",", ""))


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")),
                     "?")
    compiler = subprocess.run(["g++", "--version"], capture_output=True, text=True, check=True)
    return f"{model}; {compiler.stdout.splitlines()[0]}"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/plantool")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--only", default="", help="cases that have this in their name")
    args = parser.parse_args()
    record = json.loads(RECORD.read_text()) if RECORD.exists() else {"instructions": {}}
    recorded = record["instructions"]
    risen = []
    with tempfile.TemporaryDirectory() as scratch:
        chosen = {name: arguments for name, arguments in cases(scratch).items() if args.only in name}
        print(f"{'case':20}{'recorded':>16}{'now':>16}{'change':>10}")
        for name, arguments in chosen.items():
            now = count(args.program, arguments)
            before = recorded.get(name)
            change = now / before - 1 if before else None
            shown = (f"{before:,}", f"{change:+.1%}") if before else ("", "new")
            print(f"{name:20}{shown[0]:>16}{now:>16,}{shown[1]:>10}", flush=True)
            if before is None or change > TOLERANCE:
                risen.append(name)
            if args.update:
                recorded[name] = now
    if args.update:
        record["of"] = machine()
        RECORD.write_text(json.dumps(record, indent=1) + "\n")
        print(f"recorded in {os.path.relpath(RECORD)}")
    elif risen:
        sys.exit(f"more instructions than recorded, or no record: {', '.join(risen)}. "
                 "Mend it, or say why and run `make bench-guard UPDATE=1`.")


if __name__ == "__main__":
    main()
