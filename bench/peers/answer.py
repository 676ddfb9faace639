"""From rows with what was received to the answer of `plantool status --format json`."""

import json
import sys
from datetime import date

from plan import STATES, days_of


def state_of(row, as_of, soon):
    """The state, and the days late where there are any."""
    if row.first is not None:
        late = (row.first - row.due).days
        return ("on-time", 0) if late <= 0 else ("late", late)
    if row.waived:
        return "waived", None
    if as_of > row.closes:
        return "missing", (as_of - row.due).days
    if as_of > row.due:
        return "overdue", (as_of - row.due).days
    if (row.due - as_of).days <= soon:
        return "due-soon", None
    return ("open" if as_of >= row.begin else "upcoming"), None


def rate(part, whole):
    return (2 * part * 10000 + whole) // (2 * whole) / 10000 if whole else None


def summary_of(counts, rejected):
    accountable = counts["on-time"] + counts["late"] + counts["overdue"] + counts["missing"]
    return {"expected": sum(counts.values()), **counts, "accountable": accountable,
            "reporting_rate": rate(counts["on-time"] + counts["late"], accountable),
            "on_time_rate": rate(counts["on-time"], accountable), "rejected": rejected}


def answer(plan, rows, last_activity, as_of):
    counts = dict.fromkeys(STATES, 0)
    told = []
    for row in rows:
        state, late = state_of(row, as_of, plan.soon)
        counts[state] += 1
        told.append({"obligation": row.obligation, "agency": row.agency, "period": row.period,
                     "due": row.due.isoformat(), "closes": row.closes.isoformat(), "state": state,
                     "days_late": late, "received": row.first and row.first.isoformat(),
                     "document": row.first_document or None, "revisions": max(0, row.count - 1),
                     "rejected": row.rejected})
    activity = []
    for task, agency in plan.continuous(as_of):
        last = last_activity.get((task, agency))
        quiet = max(0, (as_of - (last or plan.begin)).days)
        limit = days_of(plan.obligations[task].get("quiet_after", plan.quiet_after))
        activity.append({"obligation": task, "agency": agency,
                         "last_activity": last and last.isoformat(), "quiet_days": quiet,
                         "quiet_after": limit, "state": "quiet" if quiet > limit else "active"})
    return {"summary": summary_of(counts, sum(row.rejected for row in rows)), "rows": told,
            "activity": activity}


def print_answer(*args):
    json.dump(answer(*args), sys.stdout, ensure_ascii=False)


def parse_day(text):
    return date.fromisoformat(text[:10])
