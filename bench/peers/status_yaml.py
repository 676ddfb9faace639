#!/usr/bin/python3
"""`plantool status` with PyYAML, for a folder of submissions or one file of many documents.

    status_yaml.py [--tuned] PLAN PATH AS_OF

As one writes it: CSafeLoader, which guesses types. Tuned: CBaseLoader, which leaves texts texts.
Both refuse what the invented samples have wrong, and nothing else.
"""

import csv
import json
import os
import re
import sys
from datetime import date, datetime, timedelta, timezone

import yaml

from answer import print_answer
from plan import Plan

HANOI = timezone(timedelta(hours=7))


def files_below(path):
    if os.path.isfile(path):
        return [path]
    found = []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [os.path.join(folder, name) for name in names if not name.startswith(".")]
    return sorted(found)


def records(path, loader):
    """The submissions of a file."""
    ending = os.path.splitext(path)[1]
    if ending in (".yaml", ".yml"):
        with open(path, "rb") as file:
            yield from yaml.load_all(file, loader)
    elif ending == ".json":
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        yield from data if isinstance(data, list) else [data]
    elif ending in (".ndjson", ".jsonl"):
        with open(path, encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if not line.isspace())
    elif ending == ".csv":
        yield from csv_records(path)


def csv_records(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        header = file.readline()
        file.seek(0)
        last = None
        for row in csv.DictReader(file, delimiter=";" if header.count(";") > header.count(",") else ","):
            document = {"number": row["document_number"], "date": iso(row["document_date"])}
            head = {"agency": row["agency"], "obligation": row["obligation"],
                    "period": row.get("period") or None, "received": iso(row["received"]),
                    "document": document}
            figures = {name[7:]: value for name, value in row.items()
                       if name.startswith("figure:") and value}
            if last is None or any(last[name] != head[name] for name in head):
                if last:
                    yield last
                last = {**head, "results": []}
            last["results"].append({"task": row["task"], "figures": figures})
    if last:
        yield last


def iso(day):
    return "-".join(reversed(day.split("/"))) if "/" in day else day


def day_of(value):
    """A day, from what the loader made of it."""
    if isinstance(value, str):
        if len(value) == 10:
            return date.fromisoformat(value)
        value = datetime.fromisoformat(value.replace("Z", "+00:00"))
    if isinstance(value, datetime):
        return (value.astimezone(HANOI) if value.tzinfo else value).date()
    return value


def period_id(written):
    """DHIS2 writes 2022S1, 2022Q1, 2022W1 and 202201."""
    match = re.fullmatch(r"(\d{4})(?:([SQ])(\d)|W(\d+)|(\d\d))", written)
    if not match:
        return written
    year, letter, part, week, month = match.groups()
    if letter:
        return f"{year}-{'H' if letter == 'S' else letter}{part}"
    return f"{year}-W{int(week):02}" if week else f"{year}-{month}"


def figure_is_good(plan, id_, value):
    indicator = plan.indicators[id_]
    try:
        value = float(value) if indicator["type"] == "decimal" or isinstance(value, float) else int(value)
    except ValueError:
        return False
    if indicator["type"] == "integer" and isinstance(value, float):
        return False
    return indicator.get("min", value) <= value <= indicator.get("max", value)


def fold_record(plan, by_key, leads, last_activity, as_of, record):
    received = day_of(record["received"])
    if received > as_of:
        return
    document = record.get("document") or {}
    dated = day_of(document["date"]) if document.get("date") else None
    agency = plan.find_agency(record["agency"])
    obligation = record["obligation"]
    cadence = plan.obligations[obligation]["cadence"]
    period = None if cadence == "continuous" else period_id(str(record.get("period") or "once"))
    row = by_key.get((agency, obligation, period))
    results = record.get("results") or []
    valid = (agency and (row or cadence == "continuous") and not (dated and received < dated)
             and all(figure_is_good(plan, id_, value) for result in results
                     for id_, value in (result.get("figures") or {}).items()))
    if not valid:
        if row:
            row.rejected += 1
        return
    keys = [(result["task"], agency) for result in results]
    if cadence == "continuous":
        keys.append((obligation, agency))
    for key in keys:
        if key in leads:
            last_activity[key] = max(received, last_activity.get(key, received))
    if not row:
        return
    row.count += 1
    if row.first is None or (received, dated or date.min) < row.first_days:
        row.first, row.first_days = received, (received, dated or date.min)
        row.first_document = str(document.get("number") or "") or None


def main():
    args = sys.argv[1:]
    tuned = "--tuned" in args
    plan_path, path, as_of_text = (arg for arg in args if arg != "--tuned")
    as_of = date.fromisoformat(as_of_text)
    files = files_below(path)
    plan = Plan(plan_path, [file for file in files if os.path.basename(file) == "events.yaml"])
    rows = plan.rows(as_of)
    by_key = {(row.agency, row.obligation, row.period): row for row in rows}
    leads = set(plan.continuous(as_of))
    last_activity = {}
    loader = yaml.CBaseLoader if tuned else yaml.CSafeLoader
    for file in files:
        if os.path.basename(file) == "events.yaml":
            continue
        for record in records(file, loader):
            fold_record(plan, by_key, leads, last_activity, as_of, record)
    print_answer(plan, rows, last_activity, as_of)


if __name__ == "__main__":
    main()
