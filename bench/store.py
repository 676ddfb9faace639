#!/usr/bin/env python3
"""store.py PLANTOOL [SUBMISSIONS] [AGENCIES]: what a shared store costs, on a PostgreSQL server of its own
that is gone afterwards: `load` beside `COPY` of the very same rows by psql into the same tables, and `status` beside
the bare aggregate that it needs. The submissions are generated; all of them are invented."""

import os
import re
import resource
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "store"))
program = os.path.realpath(sys.argv[1])
submissions = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
agencies = int(sys.argv[3]) if len(sys.argv) > 3 else 1000
os.chdir(ROOT)

from server import Server  # noqa: E402 (it is found below ROOT alone)

folder = ROOT / "build" / "bench" / f"s{submissions}-a{agencies}"
plan, year = folder / "plan.yaml", folder / "year.ndjson"
day = "2025-01-03"


def timed(what, *words, **options):
    """Runs it, and says how long it took by the clock, how long on a processor, and at most in how much memory."""
    begun = time.monotonic()
    process = subprocess.Popen([str(word) for word in words], stdin=subprocess.DEVNULL,
                               stdout=subprocess.PIPE, **options)
    out = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"{what}: {words}")
    print(f"{what:40} {took:8.2f} s {used.ru_utime + used.ru_stime:8.2f} s of a processor "
          f"{used.ru_maxrss / 1024:7.0f} MB", flush=True)
    return took, out


def psql(server, database, statements):
    return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h",
                           str(server.folder), "-p", str(server.port), "-U", server.SUPERUSER, "-d",
                           database, "-c", "\n".join(statements)], check=True, text=True,
                          stdout=subprocess.PIPE).stdout.strip()


def tables(server, database):
    """Those that hold rows, the smaller ones first."""
    names = psql(server, database, [
        "SELECT oid::regclass FROM pg_class WHERE relnamespace = 'plantool'::regnamespace AND "
        "relkind = 'r' AND relname ~ '^(text|submission_.*)$' ORDER BY pg_relation_size(oid)"])
    return names.split()


def copy_alone(server):
    """`COPY` of the rows that `load` wrote into empty tables with the same indexes, all in one transaction."""
    rows = server.folder / "rows"
    rows.mkdir()
    rows.chmod(0o777)
    names = tables(server, "loaded")
    for number, name in enumerate(names):
        psql(server, "loaded", [f"COPY {name} TO '{rows}/{number}' (FORMAT binary)"])
    server.database("copied")
    dump = subprocess.run(["pg_dump", "--schema-only", "-h", str(server.folder), "-p",
                           str(server.port), "-U", server.SUPERUSER, "loaded"], check=True,
                          stdout=subprocess.PIPE).stdout
    subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-o", os.devnull, "-h",
                    str(server.folder), "-p", str(server.port), "-U", server.SUPERUSER, "-d",
                    "copied"], input=dump, check=True)
    begun = time.monotonic()
    psql(server, "copied", ["BEGIN;"] + [f"COPY {name} FROM '{rows}/{number}' (FORMAT binary);"
                                         for number, name in enumerate(names)] + ["COMMIT"])
    took = time.monotonic() - begun
    print(f"{'COPY of the same rows by psql':40} {took:8.2f} s", flush=True)
    psql(server, "postgres", ["DROP DATABASE copied WITH (FORCE)"])
    for file in rows.iterdir():
        file.unlink()
    return took


def bare_aggregate(server):
    """The statement of src/store/fold.cpp that folds the rows, alone and sent nowhere."""
    source = (ROOT / "src" / "store" / "fold.cpp").read_text("utf-8")
    statement = re.search(r'kGroups = R"\((.*?)\)"', source, re.S).group(1)
    plan_id = psql(server, "loaded", ["SELECT id FROM plantool.plan"])
    for name, value in (("$1", f"'{plan_id}'"), ("$2", f"'{day}'"), ("$3", "'{}'")):
        statement = statement.replace(name, value)
    best = min(once(server, statement) for _ in range(3))
    print(f"{'the bare aggregate, by psql':40} {best:8.2f} s", flush=True)
    return best


def once(server, statement):
    begun = time.monotonic()
    psql(server, "loaded", ["SET search_path = plantool; SET enable_partitionwise_aggregate = on;",
                            f"SELECT count(*) FROM ({statement}) groups"])
    return time.monotonic() - begun


if not year.exists():
    subprocess.run([sys.executable, ROOT / "bench" / "generate.py", "--submissions", str(submissions),
                    "--agencies", str(agencies), "-o", str(folder.parent), "ndjson"], check=True)
server = Server()
try:
    url = server.database("loaded")
    ask = ["status", "--format", "json", "--plan", plan, "--as-of", day, "--submissions"]
    load, _ = timed("load", program, "load", "--quiet", "--plan", plan, "--into", url, year)
    psql(server, "loaded", ["ANALYZE"])
    again, _ = timed("the same again", program, "load", "--quiet", "--plan", plan, "--into", url, year)
    _, of_files = timed("status of the file", program, *ask, year)
    status, of_store = min((timed("status of the store", program, *ask, url) for _ in range(3)),
                           key=lambda ran: ran[0])
    if of_files != of_store:
        sys.exit("the store answers otherwise than the file")
    aggregate = bare_aggregate(server)
    sizes = psql(server, "loaded", [
        "SELECT pg_size_pretty(pg_total_relation_size('plantool.text')), "
        "pg_size_pretty(pg_database_size('loaded'))"])
    copy = copy_alone(server)
finally:
    server.remove()
print(f"load: {submissions / load:,.0f} submissions a second, {load / copy:.2f} times COPY; "
      f"status: {status / aggregate:.2f} times the aggregate; texts, all: {sizes}")
