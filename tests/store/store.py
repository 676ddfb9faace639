#!/usr/bin/python3
"""store.py PLANTOOL [WORKSPACES]: the shared store, on PostgreSQL servers that are started for it. What was
loaded is answered as the files answer; nothing is lost, nothing is there twice, and no password is
ever shown."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from asking import (PLAN, PROGRAM, PROJECT, Ran, check, compare, count, failures, load, questions,
                    run, start)
from papers import random_folder
from server import Server
from spread import spread

SECRET = "mat-khau-khong-ai-biet"
WORKSPACES = int(sys.argv[2]) if len(sys.argv) > 2 else 6


# ---- the same answers

def sample_answers(server):
    url = server.database("sample")
    first = load(url)
    check(first.status == 1, f"the sample has refused ones: {first.status} {first.err}")
    said = first.json()
    check(said["added"] > 100 and said["known"] == 0, f"first load: {said}")
    check(said["refused_count"] == 4 and len(said["refused"]) == 4, f"refused: {said}")
    check(count(server, "sample") == said["added"], "a row for each that was read")
    check(count(server, "sample", where="NOT accepted") == 4, "the refused ones are there")
    again = load(url)
    check((again.status, again.json()["added"], again.json()["known"]) == (1, 0, said["added"]),
          f"the same again: {again.out}")
    check(count(server, "sample") == said["added"], "the same again is not written")

    for day, since in [("2022-03-31", "2022-01-15"), ("2022-07-05", "2022-07-01"),
                       ("2023-02-01", "2022-07-05")]:
        for words in questions(day, since):
            compare("sample", words, url)
    for period in ["2022-H1", "2022-Q1"]:
        for form in ["json", "markdown", "html"]:
            compare("sample", ["report", "--period", period, "--format", form, "-o", "-",
                               "--as-of", "2022-07-05"], url)
    for words in [["bao-cao-6-thang", "btg-huyen-tuy-an", "2022-H1"],
                  ["bao-cao-6-thang", "btg-huyen-phu-hoa", "2022-H1"]]:
        for form in ["text", "json"]:
            compare("sample", ["explain", *words, "--as-of", "2022-07-05", "--format", form], url)
    with tempfile.TemporaryDirectory() as folder:
        for name, source in [("files", []), ("store", ["--submissions", url])]:
            ran = run("remind", "--plan", PLAN, "--as-of", "2022-07-05", "--format",
                      "markdown,docx,eml", "-o", f"{folder}/{name}", *source)
            check(ran.status == 0, f"remind: {ran.err}")
        same = subprocess.run(["diff", "-r", f"{folder}/files", f"{folder}/store"],
                              stdout=subprocess.PIPE, text=True)
        check(same.returncode == 0 and os.listdir(f"{folder}/store"), f"letters: {same.stdout}")

    # Where there are no files: the plan alone.
    with tempfile.TemporaryDirectory() as folder:
        for name in ["plan-2022.yaml", "holidays-vn.yaml"]:
            shutil.copy(PROJECT / "data" / name, folder)
        words = ["status", "--as-of", "2022-07-05", "--format", "json", "--plan"]
        here = run(*words, PLAN).json()
        there = run(*words, "plan-2022.yaml", "--submissions", url, cwd=folder).json()
        check(here["rows"] == there["rows"] and here["summary"] == there["summary"],
              "the store alone does")


def two_plans(server):
    url = server.database("years")
    check(load(url, plan="data").status == 1, "two plans")
    for words in questions("2023-02-01", "2022-12-01"):
        compare("two plans", words, url, plan="data")


def random_answers(server):
    for seed in range(WORKSPACES):
        url = server.database("chance")
        with tempfile.TemporaryDirectory() as folder:
            random_folder(Path(folder), seed)
            # In parts, the last ones first, and some of them twice.
            parts = sorted(path.name for path in Path(folder, "in").iterdir())
            for part in [*reversed(parts), parts[0]]:
                ran = load(url, f"in/{part}", plan="plan.yaml", cwd=folder)
                check(ran.status in (0, 1), f"seed {seed}: {ran.err}")
            for words in questions("2024-08-01", "2024-05-01"):
                compare(f"seed {seed}", words, url, "plan.yaml", ["--submissions", "in"], folder)


# ---- loading

def refused_and_repeated(server):
    url = server.database("again")
    with tempfile.TemporaryDirectory() as folder:
        random_folder(Path(folder), 0, submissions=0)
        line = {"agency": "a1", "obligation": "bao-cao", "period": "2024-01",
                "received": "2024-02-01", "document": {"number": "1-BC"},
                "results": [{"summary": "first"}]}
        def write(name, *lines):
            Path(folder, name).write_text("".join(json.dumps(one) + "\n" for one in lines))
            return load(url, name, plan="plan.yaml", cwd=folder)
        ran = write("one.ndjson", line)
        check((ran.status, ran.json()["added"]) == (0, 1), f"one: {ran.out}")
        ran = write("two.ndjson", {**line, "results": [{"summary": "second"}]})
        check((ran.status, ran.json()["refused"]) ==
              (1, [{"file": "two.ndjson", "line": 1, "errors": ["S118"]}]),
              f"a repetition of what is there: {ran.out}")
        ran = write("two.ndjson", {**line, "results": [{"summary": "second"}]})
        check((ran.status, ran.json()["known"]) == (1, 1), f"the same again: {ran.out}")
        # The same content in another format and file is the same.
        ran = write("three.ndjson", {**line, "format": "plantool/submission@1"})
        check(ran.json()["known"] == 1, f"the same in another file: {ran.out}")
        found = server.sql("SELECT errors, findings FROM plantool.submission WHERE NOT accepted",
                           "again")
        check("S118" in found and "one.ndjson:1" in found, f"findings: {found}")
        ran = write("bad.ndjson", {**line, "agency": "nobody"}, {**line, "agency": "a2"})
        check((ran.status, ran.json()["added"], ran.json()["refused_count"]) == (1, 2, 1),
              f"refused and accepted: {ran.out}")
        human = run("load", "--plan", "plan.yaml", "--into", url, "bad.ndjson", cwd=folder)
        check(human.out == "files: 1 · submissions: 2 · new: 0 · there already: 2 · refused: 1\n"
              "  bad.ndjson:1: S104\n", f"to people: {human.out}")


def plan_changed(server):
    url = server.database("changed")
    with tempfile.TemporaryDirectory() as folder:
        random_folder(Path(folder), 3)
        plan = Path(folder, "plan.yaml")
        load(url, "in", plan="plan.yaml", cwd=folder)
        words = ["status", "--plan", "plan.yaml", "--as-of", "2024-08-01", "--submissions", url]
        check(run(*words, cwd=folder).err.count("recheck") == 0, "nothing has changed")
        refused = count(server, "changed", where="errors = '{S104}'")
        check(refused > 0, "agencies that nobody knows")
        plan.write_text(plan.read_text().replace("name: Agency 1\n",
                                                 "name: Agency 1\n    aliases: [nobody]\n"))
        check(run(*words, cwd=folder).err.count("load --recheck") == 1, "a changed plan is told")
        check(load(url, "in", plan="plan.yaml", cwd=folder).json()["rechecked"] == 0, "no recheck")
        check(run(*words, cwd=folder).err.count("load --recheck") == 1, "and told until then")
        before = count(server, "changed")
        ran = load(url, "in", "--recheck", plan="plan.yaml", cwd=folder)
        check((ran.json()["rechecked"], ran.json()["added"]) == (before, 0), f"recheck: {ran.out}")
        check(count(server, "changed") == before, "all are there still")
        check(ran.json()["submissions"] < before, f"those of the files alone: {ran.out}")
        check(count(server, "changed", where="errors = '{S104}'") == 0, "checked anew")
        check(run(*words, cwd=folder).err.count("recheck") == 0, "and all is well")
        compare("recheck", words[:1] + ["--as-of", "2024-08-01", "--format", "json"], url,
                "plan.yaml", ["--submissions", "in"], folder)


def at_once(server):
    url = server.database("crowd")
    with tempfile.TemporaryDirectory() as folder:
        random_folder(Path(folder), 1, submissions=3000, parts=6)
        parts = sorted(path.name for path in Path(folder, "in").iterdir())
        words = ["load", "--plan", "plan.yaml", "--into", url, "-q"]
        first = [start(*words, f"in/{part}", cwd=folder) for part in parts]
        for i, loader in enumerate(first):
            if i % 2:
                time.sleep(0.2)
                loader.send_signal(signal.SIGKILL)
        for loader in first:
            loader.communicate()
        whole = server.sql("SELECT sum(added) FROM plantool.load", "crowd") or "0"
        check(count(server, "crowd") == int(whole), "what was killed has left nothing")
        second = [start(*words, f"in/{part}", cwd=folder) for part in [*parts, *parts]]
        for loader in second:
            check(Ran(loader).status in (0, 1), "a load among others")
        alone = server.database("alone")
        load(alone, "in", plan="plan.yaml", cwd=folder)
        check(count(server, "crowd") == count(server, "alone"), "nothing lost, nothing twice: "
              f"{count(server, 'crowd')} {count(server, 'alone')}")
        compare("crowd", ["status", "--as-of", "2024-08-01", "--format", "json"], url, "plan.yaml",
                ["--submissions", "in"], folder)


# ---- who may what, and what fails

def one_line(ran, *words):
    fine = ran.status == 2 and ran.err.count("\n") == 1 and all(word in ran.err for word in words)
    check(fine, f"one line with {words}: {ran.status} {ran.err}")


def rights(server):
    url = server.database("rights")
    load(url)
    server.sql(f"""
        DROP ROLE IF EXISTS reader; DROP ROLE IF EXISTS clerk;
        CREATE ROLE reader LOGIN PASSWORD '{SECRET}'; CREATE ROLE clerk LOGIN PASSWORD '{SECRET}';
        GRANT USAGE ON SCHEMA plantool TO reader, clerk;
        GRANT SELECT ON ALL TABLES IN SCHEMA plantool TO reader, clerk;
        GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA plantool TO clerk;
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA plantool TO clerk""", "rights")
    reader = server.url_of("reader", SECRET, "rights")
    compare("a reader", ["status", "--as-of", "2022-07-05", "--format", "json"], reader)
    one_line(run("load", "--plan", PLAN, "--into", reader, "-q"), "permission denied")
    clerk = server.url_of("clerk", SECRET, "rights")
    ran = load(clerk, plan="data")  # the plan of 2023 needs a partition
    check(ran.status == 1 and ran.json()["added"] > 0, f"a clerk: {ran.err}")
    # A password file does as well.
    with tempfile.TemporaryDirectory() as folder:
        passwords = Path(folder, "passwords")
        passwords.write_text(f"127.0.0.1:*:*:reader:{SECRET}\n")
        passwords.chmod(0o600)
        ran = run("status", "--plan", PLAN, "--as-of", "2022-07-05", "--submissions",
                  f"postgresql://reader@127.0.0.1:{server.port}/rights",
                  variables={"PGPASSFILE": str(passwords)})
        check(ran.status == 0, f"PGPASSFILE: {ran.err}")


def password_is_never_shown(server):
    wrong = f"postgresql://reader:{SECRET}x@127.0.0.1:{server.port}/rights"
    status = ["status", "--plan", PLAN, "--as-of", "2022-07-05", "--format", "json"]
    seen = []
    for words in [
            [*status, "--submissions", wrong],
            [*status, "--submissions", wrong + "?no_such=1"],
            [*status, "--submissions", f"postgresql://reader:{SECRET}%00@127.0.0.1/rights"],
            [*status, "--submissions", f"postgresql://reader:{SECRET}@127.0.0.1:1/rights"],
            [*status, "--submissions", f"postgresql://127.0.0.1:1/x?password={SECRET}"],
            [*status, wrong], [wrong], ["--plan", wrong, "status"], ["validate", wrong],
            ["load", "--into", wrong, wrong, "--plan", PLAN], ["load", "--into", f"x{wrong}"],
            ["status", "--as-of", wrong], ["status", "--agency", wrong, "--plan", PLAN],
            ["record", "--submissions", wrong, "--plan", PLAN], ["explain", wrong],
            ["report", "--plan", PLAN, "--period", wrong], ["schema", wrong]]:
        ran = run(*words)
        check(ran.status == 2, f"{words}: {ran.status} {ran.err}")
        if SECRET in ran.out + ran.err:
            seen.append(words)
    check(not seen, f"a password is shown: {seen}")
    ran = run(*status, "--submissions", server.url_of("reader", SECRET, "rights"))
    check(ran.status == 0 and SECRET not in ran.out + ran.err, "nor where all is well")


def wait_for(server, one, database):
    for _ in range(200):
        if server.sql(one, database) == "1":
            return
        time.sleep(0.1)
    check(False, f"waited in vain: {one}")


def server_away(server):
    one_line(run("status", "--plan", PLAN, "--submissions", "postgresql://127.0.0.1:1/x"),
             "cannot connect to the store 127.0.0.1:1/x", "Connection refused")
    # One that takes the call and never answers.
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        begun = time.monotonic()
        one_line(run("status", "--plan", PLAN, "--submissions",
                     f"postgresql://127.0.0.1:{silent.getsockname()[1]}/x?connect_timeout=2"),
                 "timeout")
        check(time.monotonic() - begun < 8, "within the time that was given")
    url = server.database("gone")
    one_line(run("status", "--plan", PLAN, "--submissions", url), "run `plantool load` first")
    load(url)
    # In the midst of a question: it waits for a lock, and its connection is ended.
    holder = subprocess.Popen(["psql", "-X", "-q", "-h", str(server.folder), "-p", str(server.port),
                               "-U", "postgres", "gone"], stdin=subprocess.PIPE, text=True)
    holder.stdin.write("BEGIN; LOCK TABLE plantool.submission IN ACCESS EXCLUSIVE MODE;\n")
    holder.stdin.flush()
    wait_for(server, "SELECT count(*) FROM pg_locks WHERE granted AND mode = 'AccessExclusiveLock' "
             "AND relation = 'plantool.submission'::regclass", "gone")
    asking = start("status", "--plan", PLAN, "--as-of", "2022-07-05", "--submissions", url)
    waiting = "FROM pg_stat_activity WHERE application_name = 'plantool' AND wait_event_type = 'Lock'"
    wait_for(server, f"SELECT count(*) {waiting}", "gone")
    server.sql(f"SELECT pg_terminate_backend(pid) {waiting}")
    one_line(Ran(asking), "the store")
    holder.stdin.close()
    holder.wait()


def versions(server):
    url = server.database("versions")
    load(url)
    words = ["status", "--plan", PLAN, "--as-of", "2022-07-05", "--submissions", url]
    server.sql("UPDATE plantool.version SET version = 99", "versions")
    one_line(run(*words), "version 99")
    one_line(run("load", "--plan", PLAN, "--into", url), "version 99")
    # As the first version was.
    server.sql("DROP FUNCTION plantool.add_plan(text); UPDATE plantool.version SET version = 1",
               "versions")
    one_line(run(*words), "version 1", "run `plantool load` once")
    check(load(url).json()["known"] > 100, "a load upgrades")
    check(run(*words).status == 0, "and then it answers")
    check(load(url, "--schema", 'Báo cáo "mới"').status == 1, "another schema")
    ran = run(*words, "--schema", 'Báo cáo "mới"')
    check(ran.status == 0 and ran.out == run(*words).out, f"asked by its name: {ran.err}")


def without_the_second_program():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(PROGRAM, folder)
        for words in [["load", "--into", "postgresql://localhost/x", "--plan", PLAN],
                      ["status", "--plan", PLAN, "--submissions", "postgres://localhost/x"]]:
            ran = run(*words, program=f"{folder}/plantool")
            one_line(ran, "plantool-store")
        ran = run("load", "--help", program=f"{folder}/plantool")
        check(ran.status == 0 and "--recheck" in ran.out, "help needs no store")


def main():
    server = Server()
    try:
        for part in [sample_answers, two_plans, random_answers, refused_and_repeated, plan_changed,
                     at_once, rights, password_is_never_shown, server_away, versions, spread]:
            begun = time.monotonic()
            part(server)
            print(f"{part.__name__}: {time.monotonic() - begun:.1f} s", flush=True)
        without_the_second_program()
    finally:
        server.remove()
    if failures:
        sys.exit(f"{len(failures)} failed")


main()
