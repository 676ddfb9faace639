#!/usr/bin/python3
"""`plantool report` with pandas and XlsxWriter: workbook, Markdown and JSON of one period.

    report_pandas.py [--tuned] PLAN FILE.ndjson AS_OF PERIOD FOLDER

As one writes it: read_json, DataFrame.to_excel. Tuned: ujson keeps the lines of that period alone,
XlsxWriter is called directly in constant memory.
"""

import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import ujson

from answer import state_of, summary_of
from plan import STATES, Plan

LABELS = dict(zip(STATES, ["đúng hạn", "trễ hạn", "được miễn", "không nộp", "quá hạn",
                           "sắp đến hạn", "đang trong kỳ", "chưa đến kỳ"]))


def read_plain(path, period, as_of):
    df = pd.read_json(path, lines=True, dtype={"period": str}, convert_dates=False)
    df = df[(df["period"] == period) & (df["received"] <= as_of)].reset_index(names="line")
    df["line"] += 1
    return df.astype(object).where(df.notna(), None).to_dict("records")


def read_tuned(path, period, as_of):
    found = []
    with open(path, "rb", buffering=1 << 20) as file:
        for line, text in enumerate(file, 1):
            record = ujson.loads(text)
            if record["period"] == period and record["received"] <= as_of:
                record["line"] = line
                found.append(record)
    return found


def total_of(rule, values):
    value = {"sum": sum, "max": max, "mean": lambda v: sum(v) / len(v),
             "last": lambda v: v[-1]}[rule](values)
    return float(f"{value:.15g}")


def build(plan, records, as_of, period):
    rows = [row for row in plan.rows(as_of)
            if row.period == period and "from" in plan.obligations[row.obligation]]
    by_key = {(row.agency, row.obligation): row for row in rows}
    filed = {row: [] for row in rows}
    for record in records:
        record["agency"] = plan.find_agency(record["agency"])
        filed[by_key[record["agency"], record["obligation"]]].append(record)
    counts = dict.fromkeys(STATES, 0)
    out = {"rows": [], "attention": [], "remarks": [], "sources": []}
    contributions = {task["id"]: [] for task in plan.tasks}
    figures = {id_: [] for id_ in plan.indicators}
    for row in rows:
        papers = sorted(filed[row], key=lambda r: (r["received"], r["document"]["date"], r["line"]))
        if papers:
            row.first = date.fromisoformat(papers[0]["received"])
        state, late = state_of(row, as_of, plan.soon)
        counts[state] += 1
        name = plan.agencies[row.agency]["name"]
        head = {"obligation": row.obligation, "agency": row.agency, "agency_name": name}
        out["rows"].append({**head, "period": period, "due": row.due.isoformat(), "state": state,
                            "days_late": late, "received": papers[0]["received"] if papers else None,
                            "document": papers[0]["document"]["number"] if papers else None,
                            "revisions": max(0, len(papers) - 1)})
        if state in ("overdue", "missing"):
            out["attention"].append({**head, "due": row.due.isoformat(), "state": state,
                                     "days_late": late})
        for ix in sorted({0, len(papers) - 1}) if papers else []:
            paper = papers[ix]
            out["sources"].append({**head, "document": paper["document"]["number"],
                                   "document_date": paper["document"]["date"],
                                   "received": paper["received"], "line": paper["line"]})
        if not papers:
            continue
        last = papers[-1]
        if last.get("difficulties") or last.get("proposals") or last.get("next"):
            out["remarks"].append({**head, **{key: last.get(key) or None
                                              for key in ("difficulties", "proposals", "next")}})
        for result in last["results"]:
            contributions[result["task"]].append({**head, "summary": result["summary"],
                                                  "figures": result["figures"]})
            for id_, value in result["figures"].items():
                figures[id_].append((row.agency, result["task"], value))
    out["summary"] = summary_of(counts, 0)
    out["tasks"] = [{"task": id_, "contributions": told} for id_, told in contributions.items()]
    out["indicators"] = [indicator_of(plan.indicators[id_], found) for id_, found in figures.items()]
    out["attention"].sort(key=lambda row: -row["days_late"])
    return out


def indicator_of(indicator, found):
    rule = indicator["total"]
    grouped = {}
    for agency, _, value in found:
        grouped.setdefault(agency, []).append(value)
    by_agency = [{"agency": agency, "value": total_of(rule, values)}
                 for agency, values in grouped.items()]
    return {"indicator": indicator["id"],
            "total": total_of(rule, [each["value"] for each in by_agency]) if by_agency else None,
            "by_agency": by_agency}


def show_figures(figures):
    return "; ".join(f"{id_}: {value}" for id_, value in figures.items())


def sheets_of(report):
    """(title, columns, lines) of each sheet."""
    yield ("Tổng hợp", ["Chỉ số", "Giá trị"],
           [(LABELS.get(key, key), value) for key, value in report["summary"].items()])
    yield ("Tình hình nộp", ["TT", "Cơ quan, đơn vị", "Báo cáo", "Kỳ", "Hạn", "Ngày nhận",
                             "Số, ký hiệu", "Trạng thái", "Chậm (ngày)"],
           [(ix, row["agency_name"], row["obligation"], row["period"], row["due"], row["received"],
             row["document"], LABELS[row["state"]], row["days_late"])
            for ix, row in enumerate(report["rows"], 1)])
    yield ("Đôn đốc", ["Cơ quan, đơn vị", "Hạn", "Trạng thái", "Chậm (ngày)"],
           [(row["agency_name"], row["due"], LABELS[row["state"]], row["days_late"])
            for row in report["attention"]])
    yield ("Kết quả", ["Mục", "Cơ quan, đơn vị", "Nội dung báo cáo", "Số liệu"],
           [(task["task"], told["agency_name"], told["summary"], show_figures(told["figures"]))
            for task in report["tasks"] for told in task["contributions"]])
    names = {row["agency"]: row["agency_name"] for row in report["rows"]}
    values = [{each["agency"]: each["value"] for each in indicator["by_agency"]}
              for indicator in report["indicators"]]
    yield ("Số liệu", ["Cơ quan, đơn vị", *(each["indicator"] for each in report["indicators"])],
           [(name, *(value.get(agency) for value in values)) for agency, name in names.items()])
    yield ("Nguồn", ["Cơ quan, đơn vị", "Số, ký hiệu", "Ngày văn bản", "Ngày nhận", "Dòng"],
           [(row["agency_name"], row["document"], row["document_date"], row["received"],
             row["line"]) for row in report["sources"]])


def write_xlsx_plain(report, path):
    with pd.ExcelWriter(path, engine="xlsxwriter") as writer:
        for title, columns, lines in sheets_of(report):
            pd.DataFrame(lines, columns=columns).to_excel(writer, sheet_name=title, index=False)


def write_xlsx_tuned(report, path):
    import xlsxwriter
    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    header = book.add_format({"bold": True, "border": 1, "bg_color": "#DDE8CB"})
    cell = book.add_format({"border": 1, "valign": "top"})
    for title, columns, lines in sheets_of(report):
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, columns, header)
        for ix, line in enumerate(lines, 1):
            for col, value in enumerate(line):
                if isinstance(value, str):
                    sheet.write_string(ix, col, value, cell)
                elif value is not None:
                    sheet.write_number(ix, col, value, cell)
    book.close()


def escape(text):
    return text.translate({ord(c): "\\" + c for c in "\\`*_{}[]<>|#"})


def to_markdown(report, period):
    s = report["summary"]
    lines = [f"# BÁO CÁO {period}", "",
             f"- Phải nộp: {s['expected']} (" + "; ".join(
                 f"{LABELS[state]} {s[state]}" for state in STATES if s[state]) + ")",
             f"- Tỷ lệ nộp: {s['reporting_rate']}; tỷ lệ đúng hạn: {s['on_time_rate']}", ""]
    for task in report["tasks"]:
        lines += [f"## {task['task']}", ""]
        lines += [f"- **{escape(told['agency_name'])}:** {escape(told['summary'])} "
                  f"*({escape(show_figures(told['figures']))})*" for told in task["contributions"]]
        lines.append("")
    for title, columns, rows in list(sheets_of(report))[4:]:
        lines += [f"## {title}", "", "| " + " | ".join(columns) + " |", "|---" * len(columns) + "|"]
        lines += ["| " + " | ".join("" if value is None else escape(str(value)) for value in row)
                  + " |" for row in rows]
        lines.append("")
    lines += ["## Khó khăn, đề xuất", ""]
    for row in report["remarks"]:
        for key in ("difficulties", "proposals", "next"):
            if row[key]:
                lines.append(f"- **{escape(row['agency_name'])}:** {escape(row[key])}")
    return "\n".join(lines) + "\n"


def main():
    args = sys.argv[1:]
    tuned = "--tuned" in args
    plan_path, path, as_of_text, period, folder = (arg for arg in args if arg != "--tuned")
    as_of = date.fromisoformat(as_of_text)
    plan = Plan(plan_path)
    records = (read_tuned if tuned else read_plain)(path, period, as_of_text)
    report = build(plan, records, as_of, period)
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (write_xlsx_tuned if tuned else write_xlsx_plain)(report, folder / f"bao-cao-{period}.xlsx")
    (folder / f"bao-cao-{period}.md").write_text(to_markdown(report, period), encoding="utf-8")
    with open(folder / f"bao-cao-{period}.json", "w", encoding="utf-8") as file:
        json.dump(report, file, ensure_ascii=False, indent=1)


if __name__ == "__main__":
    main()
