"""Running the program, and asking the same of files and of a store."""

import json
import os
import subprocess
import sys
from pathlib import Path

PROGRAM = os.path.realpath(sys.argv[1])
PROJECT = Path(__file__).resolve().parents[2]
PLAN = "data/plan-2022.yaml"

failures = []


def check(fine, what):
    if not fine:
        failures.append(what)
        print(f"FAILED: {what}", file=sys.stderr)


class Ran:
    def __init__(self, process):
        self.out, self.err = process.communicate(timeout=300)
        self.status = process.returncode

    def json(self):
        return json.loads(self.out)


def start(*arguments, cwd=PROJECT, program=PROGRAM, variables=None):
    clean = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PLANTOOL_LANG": "en",
             "TZ": "UTC", **(variables or {})}
    return subprocess.Popen([program, *map(str, arguments)], cwd=cwd, env=clean, text=True,
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE)


def run(*arguments, **options):
    return Ran(start(*arguments, **options))


def load(url, *arguments, plan=PLAN, **options):
    return run("load", "--plan", plan, "--into", url, "--format", "json", *arguments, **options)


def count(server, database, what="*", where="true"):
    return int(server.sql(f"SELECT count({what}) FROM plantool.submission WHERE {where}", database))


def questions(day, since):
    """Whatever can be asked: its words, and the files that it writes."""
    for form in ["table", "json", "ndjson", "csv", "markdown"]:
        yield ["status", "--as-of", day, "--format", form]
    yield ["status", "--as-of", day, "--overdue", "--fail-on", "overdue"]
    yield ["due", "--as-of", day, "--format", "json", "--within", "90d"]
    for by in ["agency", "group", "obligation", "period", "plan"]:
        yield ["rates", "--as-of", day, "--by", by, "--format", "json"]
    yield ["changes", "--as-of", day, "--since", since, "--format", "json", "--exit-code"]
    yield ["validate", "--as-of", day, "--format", "json"]
    yield ["validate", "--as-of", day, "--format", "text", "--strict"]
    yield ["calendar", "--as-of", day]


def compare(what, words, url, plan=PLAN, submissions=(), cwd=PROJECT):
    """The same words of the files and of the store; by default those that the plan leads to."""
    files = run(*words, "--plan", plan, *submissions, cwd=cwd)
    store = run(*words, "--plan", plan, "--submissions", url, cwd=cwd)
    same = (files.status, files.out, files.err) == (store.status, store.out, store.err)
    check(files.status in (0, 1), f"{what}: {words}: {files.err}")
    check(same, f"{what}: {words}: {files.status} {store.status}\n{files.err}{store.err}"
          f"{difference(files.out, store.out)}")


def difference(one, other):
    for a, b in zip(one.splitlines(), other.splitlines()):
        if a != b:
            return f"    files: {a[:300]}\n    store: {b[:300]}"
    return f"    {len(one)} and {len(other)} bytes"
