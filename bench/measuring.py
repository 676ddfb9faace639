"""Runs commands in turn and keeps what they cost."""

import os
import statistics
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "build" / "bench"
WORK.mkdir(parents=True, exist_ok=True)  # of whatever is measured, and of HOME below
PEERS = ROOT / "bench" / "peers"
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's packages
TIME_LIMIT = int(os.environ.get("BENCH_TIME_LIMIT", "120"))
ENVIRONMENT = {"PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
               "HOME": str(WORK), "NO_COLOR": "1"}


class Sample:
    """What the runs of one command cost: medians, in seconds and MB."""

    def __init__(self, one_core=False):
        self.one_core = one_core
        self.walls, self.cpus, self.peaks = [], [], []
        self.timed_out = False

    def add(self, wall, cpu, peak):
        self.walls.append(wall)
        self.cpus.append(cpu)
        self.peaks.append(peak)

    wall = property(lambda self: statistics.median(self.walls))
    # On one core the two are the same but for what else the machine does.
    time = property(lambda self: self.cpu if self.one_core else self.wall)
    cpu = property(lambda self: statistics.median(self.cpus))
    peak = property(lambda self: statistics.median(self.peaks))


class Command:
    def __init__(self, arguments, one_core=False, piped=None, accepted=(0,)):
        self.arguments = [str(argument) for argument in arguments]
        self.one_core, self.piped, self.accepted = one_core, piped, accepted
        self.output = None  # where its standard output goes

    def __str__(self):
        text = " ".join(self.arguments).replace(str(ROOT) + "/", "")
        if self.one_core:
            text = "taskset -c 0 " + text
        return f"cat {self.piped.relative_to(ROOT)} | {text}" if self.piped else text


def compiled(name, *libraries):
    """A small C program of bench/; static, unless it needs libraries."""
    source, target = ROOT / "bench" / f"{name}.c", WORK / Path(name).name
    if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
        subprocess.run(["cc", "-O2", *([] if libraries else ["-static"]), "-o", target, source,
                        *libraries], check=True)
    return target


def floor(program):
    """A program that does nothing, linked with every library as the program beside it is, and what
    to call it. Beside one with shared libraries it is the least that there is."""
    target = WORK / "floor"
    libraries = sorted(program.parent.glob("libstatic_*.a"))
    if not libraries:
        return "a static C program that does nothing", compiled("floor")
    subprocess.run(["g++", "-O2", "-flto=auto", "-static-pie", "-o", target,
                    "-x", "c", ROOT / "bench/floor.c", "-x", "none",
                    "-Wl,--whole-archive", *libraries, "-lutf8proc", "-Wl,--no-whole-archive",
                    "-lz", "-lcrypto"], check=True)
    return "a static program with every library that does nothing", target


def run_once(command, sample):
    helper = [compiled("measure"), "-t", str(TIME_LIMIT), "-o", command.output or os.devnull]
    if command.one_core:
        helper += ["taskset", "-c", "0"]
    cat = None
    if command.piped:
        cat = subprocess.Popen(["cat", command.piped], stdout=subprocess.PIPE)
    done = subprocess.run([*helper, *command.arguments], cwd=ROOT, env=ENVIRONMENT, text=True,
                          stdin=cat.stdout if cat else subprocess.DEVNULL, check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if cat:
        cat.stdout.close()
        cat.wait()
    wall, user, system, peak, status = done.stdout.split()
    sample.add(float(wall), float(user) + float(system), float(peak) / 1024)
    if int(status) == -1:
        sample.timed_out = True
    elif int(status) not in command.accepted:
        raise SystemExit(f"exit {status}: {command}\n{done.stderr}")


def in_turn(commands, runs):
    """A B A B ...; one that is slow is run less often, one that takes too long once."""
    samples = [Sample(command.one_core) for command in commands]
    for turn in range(runs):
        for command, sample in zip(commands, samples):
            if sample.timed_out or (turn >= 3 and sample.wall > 3) or (turn >= 1 and sample.wall > 25):
                continue
            run_once(command, sample)
    return samples


def seconds(sample):
    if sample.timed_out:
        return f"> {TIME_LIMIT} s"
    value = sample.time
    if value < 0.1:
        return f"{value * 1000:.1f} ms"
    return f"{value:.2f} s" if value < 10 else f"{value:.1f} s"


def memory(sample):
    return f"{sample.peak:.1f} MB" if sample.peak < 100 else f"{sample.peak:.0f} MB"
