#!/usr/bin/python3
"""Measures the program against what a user would write instead, and against itself at other sizes.

    bench/run.py [--quick] [--only TEXT] [--program FILE] [--output FILE]

Commands of a line run in turn, A B A B; figures are medians. Each line first checks that both gave
the same answer, and the run fails where they did not. --quick takes 100,000 submissions instead of
1,000,000 and writes a page only where --output says; BENCH_LARGE=1 adds 10,000,000 to the growth.
"""

import argparse
import os
import platform
import subprocess
import sys
from datetime import date
from pathlib import Path

import growth
import lines
from measuring import PYTHON, ROOT, WORK, in_turn, memory, run_once, Sample, seconds

VERSIONS = """
import sys, pandas, numpy, ujson, yaml, xlsxwriter, openpyxl
print(f"Python {sys.version.split()[0]}, pandas {pandas.__version__}, numpy {numpy.__version__}, "
      f"ujson {ujson.__version__}, PyYAML {yaml.__version__}, XlsxWriter {xlsxwriter.__version__}, "
      f"openpyxl {openpyxl.__version__}")
"""


def machine(program):
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")),
                     platform.machine())
    with open("/proc/meminfo", encoding="utf-8") as file:
        total = int(file.readline().split()[1]) / 1e6
    with open("/etc/os-release", encoding="utf-8") as file:
        system = next(line.split("=")[1].strip().strip('"') for line in file
                      if line.startswith("PRETTY_NAME"))
    version = subprocess.run([program, "--version"], capture_output=True, text=True,
                             check=True).stdout.strip()
    commit = subprocess.run(["git", "describe", "--always", "--dirty"], cwd=ROOT, text=True,
                            capture_output=True, check=False).stdout.strip()
    peers = subprocess.run([PYTHON, "-c", VERSIONS], capture_output=True, text=True,
                           check=True).stdout.strip()
    return [f"{model}, {os.cpu_count()} cores, {total:.0f} GB; {system}, Linux {platform.release()}",
            f"{version} ({commit}), {date.today().isoformat()}", peers]


def verdict(line, ours, theirs):
    """(ratio, target, reached) in words; nothing is reached by what took too long."""
    targets, reached = [], True
    ratio = ours.time / theirs.time if line.at_most else theirs.time / ours.time
    if line.at_least:
        targets.append(f"{line.at_least:g}x faster")
        reached &= ratio >= line.at_least
    if line.at_most:
        targets.append(f"at most {line.at_most:g}x as long")
        reached &= ratio <= line.at_most
    if line.memory:
        targets.append(f"{line.memory} MB")
        reached &= ours.peak <= line.memory
    # A peer that took too long is at least that slow; as a bound from above it says nothing.
    unknown = ours.timed_out or (theirs.timed_out and line.at_most)
    reached &= not unknown
    shown = "" if unknown else f"{ratio:.2f}x" if ratio < 10 else f"{ratio:.0f}x"
    if theirs.timed_out and shown:
        shown = "> " + shown
    return shown, ", ".join(targets), ("yes" if reached else "**no**") if targets else ""


def measure(line):
    """One row of the table. Fails when the answers differ."""
    first = Sample()
    if hasattr(line, "after_first_run"):
        run_once(line.ours, first)
        if first.timed_out:
            return [line.name, seconds(first), memory(first), "", "", "", "", "**no**"]
        line.peers = line.after_first_run()
        line.name += line.describe()
    commands = [line.ours, *(command for _, command in line.peers)]
    if line.agree:
        for ix, command in enumerate(commands):
            command.output = WORK / f"answer-{ix}.json"
    samples = in_turn(commands, line.runs)
    if line.agree and not any(sample.timed_out for sample in samples):
        difference = line.agree(line)
        if difference:
            sys.exit(f"{line.name}: the answers differ: {difference}")
    ours, theirs = samples[0], samples[1]
    others = "; ".join(f"{name} {seconds(sample)}, {memory(sample)}"
                       for (name, _), sample in zip(line.peers[1:], samples[2:]))
    return [line.name, seconds(ours), memory(ours),
            f"{line.peers[0][0]} {seconds(theirs)}, {memory(theirs)}",
            *verdict(line, ours, theirs), others]


HEADS = ["work", "plantool", "memory", "against", "ratio", "to reach", "reached", "besides"]


def as_table(rows):
    return "\n".join("| " + " | ".join(row) + " |" for row in
                     [rows[0], ["---"] * len(rows[0]), *rows[1:]])


def show(rows):
    print("\n" + as_table(rows) + "\n", flush=True)


def page(about, rows, by_submissions, by_agencies, commands):
    return f"""<!-- Written by bench/run.py: make bench. -->
# Performance

The program against what one would write instead, on one machine. Other machines have other times;
the ratios are what counts. Inputs are generated (`bench/generate.py`), the peers are in
`bench/peers/`: each as one writes it, and tuned as a good engineer would. Both have to give the same
answer, or the run fails. The peers check nothing of what they read; the program makes every check.

- {about[0]}
- {about[1]}
- {about[2]}

Times are medians of runs in turn (A B A B): by the clock, and where one core is used, of the processor.
Memory is the peak of the process. The ratio is with the peer in the column *against*.

{as_table(rows)}

## Growth with the submissions

1,000 agencies that owe 20 reports a year each: 20,000 rows whatever is sent.

{as_table(by_submissions)}

## Growth with the agencies

100,000 submissions; 20 rows an agency. The report is that of the year.

{as_table(by_agencies)}

`steeper` marks a step that took more than n log n allows, with a third for noise, or too long altogether.

## The commands

`make bench` measures it all again. By hand, with `build/bench/measure` for times and memory:

```console
{commands}
```
"""


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/release/plantool")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", help="lines that have this in their name; no growth, no page")
    parser.add_argument("--output", type=Path)
    args = parser.parse_args()
    output = args.output or (None if args.quick else ROOT / "docs/performance.md")
    program = args.program.resolve()
    about = machine(program)
    print("\n".join(about), flush=True)
    if os.getloadavg()[0] > 0.5:
        print(f"note: the machine is busy (load {os.getloadavg()[0]:.1f}): times will be too long")

    rows, commands = [HEADS], []
    for line in lines.table(program, 100_000 if args.quick else 1_000_000):
        if args.only and args.only not in line.name:
            continue
        rows.append(measure(line))
        commands += [f"$ {line.ours}", *(f"$ {command}" for _, command in line.peers[:1])]
        show([HEADS, rows[-1]])
    if args.only:
        return
    show(rows)
    largest = [] if args.quick else [1_000_000]
    largest += [10_000_000] if os.environ.get("BENCH_LARGE") else []
    by_submissions = growth.by_submissions(program, [10_000, 100_000, *largest])
    show(by_submissions)
    by_agencies = growth.by_agencies(
        program, [100, 1_000, 10_000] + ([] if args.quick else [100_000]),
        10_000 if args.quick else 100_000)
    show(by_agencies)
    if output:
        output.write_text(page(about, rows, by_submissions, by_agencies, "\n".join(commands)),
                          encoding="utf-8")
        print(f"wrote {output}")


if __name__ == "__main__":
    main()
