#!/usr/bin/python3
"""`plantool status` in plain Python: a loop over the lines or rows of one file.

    status_json.py [--tuned] PLAN FILE.ndjson|FILE.csv AS_OF

As one writes it: json.loads, csv.DictReader. Tuned: ujson, csv.reader, days kept as the text that
they are, names looked up once.
"""

import csv
import gc
import json
import sys
from datetime import date

from answer import print_answer
from plan import Plan


def plain_ndjson(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            document = record.get("document") or {}
            yield (record["agency"], record["obligation"], record["period"], record["received"],
                   document.get("date"), document.get("number"),
                   [result["task"] for result in record.get("results", [])])


def plain_csv(path):
    """Consecutive rows of one document are one submission."""
    last, tasks = None, []
    with open(path, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            head = (row["agency"], row["obligation"], row["period"], row["received"],
                    row["document_date"], row["document_number"])
            if head != last:
                if last:
                    yield (*last, tasks)
                last, tasks = head, []
            tasks.append(row["task"])
    if last:
        yield (*last, tasks)


def tuned_ndjson(path):
    import ujson  # the fastest that Debian packages
    loads = ujson.loads
    with open(path, "rb", buffering=1 << 20) as file:
        for line in file:
            record = loads(line)
            document = record["document"]
            yield (record["agency"], record["obligation"], record["period"], record["received"],
                   document["date"], document["number"],
                   [result["task"] for result in record["results"]])


def tuned_csv(path):
    last, tasks = None, []
    with open(path, encoding="utf-8", newline="", buffering=1 << 20) as file:
        reader = csv.reader(file)
        names = next(reader)
        a, o, p, r, d, n, t = (names.index(name) for name in (
            "agency", "obligation", "period", "received", "document_date", "document_number",
            "task"))
        for row in reader:
            head = row[a], row[o], row[p], row[r], row[d], row[n]
            if head != last:
                if last:
                    yield (*last, tasks)
                last, tasks = head, []
            tasks.append(row[t])
    if last:
        yield (*last, tasks)


def main():
    args = sys.argv[1:]
    tuned = "--tuned" in args
    plan_path, path, as_of_text = (arg for arg in args if arg != "--tuned")
    as_of = date.fromisoformat(as_of_text)
    if tuned:
        gc.disable()  # nothing here is cyclic
    plan = Plan(plan_path)
    rows = plan.rows(as_of)
    by_key = {(row.agency, row.obligation, row.period): row for row in rows}
    leads = set(plan.continuous(as_of))
    last_activity = {}
    firsts = {}  # row: received, document date, number of the first
    if path.endswith(".csv"):
        records = (tuned_csv if tuned else plain_csv)(path)
    else:
        records = (tuned_ndjson if tuned else plain_ndjson)(path)
    known = {id_: id_ for id_ in plan.agencies}
    for agency, obligation, period, received, dated, number, tasks in records:
        if received > as_of_text:
            continue
        id_ = known.get(agency)
        if id_ is None:
            id_ = known[agency] = plan.find_agency(agency)
        row = by_key[id_, obligation, period]
        row.count += 1
        first = firsts.get(row)
        if first is None or (received, dated) < (first[0], first[1]):
            firsts[row] = received, dated, number
        for task in tasks:
            key = task, id_
            if key in leads and received > last_activity.get(key, ""):
                last_activity[key] = received
    for row, (received, _, number) in firsts.items():
        row.first, row.first_document = date.fromisoformat(received), number
    print_answer(plan, rows, {key: date.fromisoformat(day) for key, day in last_activity.items()},
                 as_of)


if __name__ == "__main__":
    main()
