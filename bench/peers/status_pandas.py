#!/usr/bin/python3
"""`plantool status` with pandas, for one file of submissions.

    status_pandas.py [--tuned] PLAN FILE.ndjson|FILE.csv AS_OF

As one writes it: the whole file becomes one frame. Tuned: only the columns that are needed, as
categories where they repeat; NDJSON by ujson, line by line.
"""

import json
import sys
from datetime import date

import numpy as np
import pandas as pd
import ujson

from answer import summary_of
from plan import STATES, Plan, days_of

KEY = ["agency", "obligation", "period"]
DOCUMENT = [*KEY, "received", "dated", "number"]


def read_plain(path, leads):
    """The submissions, and a frame of (agency, received, task) of the results of some agencies."""
    if path.endswith(".csv"):
        df = pd.read_csv(path, dtype={"period": str}, low_memory=False)
        df = df.rename(columns={"document_number": "number", "document_date": "dated"})
        # A submission with several results has several rows.
        return df.drop_duplicates(DOCUMENT)[DOCUMENT], df[["agency", "received", "task"]]
    df = pd.read_json(path, lines=True, dtype={"period": str}, convert_dates=False)
    df["number"] = df["document"].str["number"]
    df["dated"] = df["document"].str["date"]
    results = df.loc[df["agency"].isin(leads), ["agency", "received", "results"]]
    results = results.explode("results")
    results["task"] = results["results"].str["task"]
    return df[DOCUMENT], results


def read_tuned(path, leads):
    if path.endswith(".csv"):
        repeated = dict.fromkeys(["agency", "obligation", "period", "task"], "category")
        days = dict.fromkeys(["received", "document_date"], "category")
        df = pd.read_csv(path, usecols=[*KEY, "received", "document_number", "document_date",
                                        "task"],
                         dtype={**repeated, **days, "document_number": str}, engine="c")
        df = df.rename(columns={"document_number": "number", "document_date": "dated"})
        results = df.loc[df["agency"].isin(leads), ["agency", "received", "task"]].astype(str)
        # The rows of one document stand together.
        columns = [df[name].cat.codes.to_numpy() for name in [*KEY, "received", "dated"]]
        columns.append(df["number"].to_numpy())
        is_new = np.ones(len(df), bool)
        is_new[1:] = np.logical_or.reduce([column[1:] != column[:-1] for column in columns])
        return df.loc[is_new, DOCUMENT], results
    return read_lines(path, leads)


def read_lines(path, leads):
    """read_json takes four times as long, most of it for columns that nobody wants."""
    columns = {name: [] for name in DOCUMENT}
    agency, obligation, period, received, dated, number = columns.values()
    results = []
    with open(path, "rb", buffering=1 << 20) as file:
        for line in file:
            record = ujson.loads(line)
            document = record["document"]
            agency.append(record["agency"])
            obligation.append(record["obligation"])
            period.append(record["period"])
            received.append(record["received"])
            dated.append(document["date"])
            number.append(document["number"])
            if record["agency"] in leads:
                results += [(record["agency"], record["received"], result["task"])
                            for result in record["results"]]
    df = pd.DataFrame({name: values if name == "number" else pd.Categorical(values)
                       for name, values in columns.items()})
    return df, pd.DataFrame(results, columns=["agency", "received", "task"])


def sort_categories(df):
    """Days are compared by their codes, which must then be in the order of the days."""
    for name in ["received", "dated"]:
        if isinstance(df[name].dtype, pd.CategoricalDtype):
            df[name] = df[name].cat.reorder_categories(sorted(df[name].cat.categories),
                                                       ordered=True)
    return df


def received_by_row(df, plan, as_of):
    if isinstance(df["agency"].dtype, pd.CategoricalDtype):
        names = {name: plan.find_agency(name) for name in df["agency"].cat.categories}
        df["agency"] = df["agency"].map(names).astype("category")  # two spellings become one
        df = sort_categories(df)
        df = df[df["received"].isin([day for day in df["received"].cat.categories if day <= as_of])]
    else:
        df["agency"] = df["agency"].map({name: plan.find_agency(name)
                                         for name in df["agency"].unique()})
        df = df[df["received"] <= as_of]
    df = df.sort_values(["received", "dated"], kind="stable")
    counts = df.groupby(KEY, observed=True).size().rename("count").reset_index()
    firsts = df.drop_duplicates(KEY)[[*KEY, "received", "number"]]
    for frame in (firsts, counts):
        frame[KEY] = frame[KEY].astype(str)
    return firsts.astype({"received": str}).merge(counts, on=KEY)


def main():
    args = sys.argv[1:]
    tuned = "--tuned" in args
    plan_path, path, as_of_text = (arg for arg in args if arg != "--tuned")
    as_of = date.fromisoformat(as_of_text)
    plan = Plan(plan_path)
    leads = plan.continuous(as_of)
    spelt = {agency for _, agency in leads}
    spelt |= {plan.agencies[agency]["name"] for agency in spelt}
    df, results = (read_tuned if tuned else read_plain)(path, spelt)
    received = received_by_row(df.copy(), plan, as_of_text)

    rows = pd.DataFrame(
        [(row.obligation, row.agency, row.period, row.begin, row.due, row.closes, row.waived)
         for row in plan.rows(as_of)],
        columns=["obligation", "agency", "period", "begin", "due", "closes", "waived"])
    for name in ["begin", "due", "closes"]:
        rows[name] = pd.to_datetime(rows[name])
    rows = rows.merge(received, on=KEY, how="left")
    today = pd.Timestamp(as_of)
    first = pd.to_datetime(rows["received"])
    came = first.notna()
    rows["state"] = np.select(
        [came & (first <= rows["due"]), came, rows["waived"], today > rows["closes"],
         today > rows["due"], (rows["due"] - today).dt.days <= plan.soon, today >= rows["begin"]],
        STATES[:7], STATES[7])
    late = np.where(came, (first - rows["due"]).dt.days.clip(lower=0),
                    (today - rows["due"]).dt.days)
    told = rows["state"].isin(["on-time", "late", "overdue", "missing"])
    rows["days_late"] = pd.Series(late).where(told).astype("Int64").astype(object)
    counts = rows["state"].value_counts().reindex(STATES, fill_value=0)

    results = results[results["received"] <= as_of_text]
    names = {name: plan.find_agency(name) for name in results["agency"].unique()}
    last = results.assign(agency=results["agency"].map(names)).groupby(
        ["task", "agency"])["received"].max().to_dict()
    activity = []
    for task, agency in leads:
        day = last.get((task, agency))
        quiet = max(0, (as_of - (date.fromisoformat(day) if day else plan.begin)).days)
        limit = days_of(plan.obligations[task].get("quiet_after", plan.quiet_after))
        activity.append({"obligation": task, "agency": agency, "last_activity": day,
                         "quiet_days": quiet, "quiet_after": limit,
                         "state": "quiet" if quiet > limit else "active"})

    rows["document"] = rows["number"]
    rows["revisions"] = (rows["count"].fillna(1) - 1).astype(int)
    rows["rejected"] = 0
    for name in ["due", "closes"]:
        rows[name] = rows[name].dt.strftime("%Y-%m-%d")
    columns = ["obligation", "agency", "period", "due", "closes", "state", "days_late",
               "received", "document", "revisions", "rejected"]
    shown = rows[columns].astype(object).where(rows[columns].notna(), None)
    json.dump({"summary": summary_of({state: int(n) for state, n in counts.items()}, 0),
               "rows": shown.to_dict("records"), "activity": activity},
              sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
