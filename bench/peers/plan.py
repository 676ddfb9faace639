"""What a Python program needs of a plan: who owes what, by when. Shared by the peers.

It knows the rule forms that the 2022 plan and bench/generate.py use, and believes what it reads.
"""

import calendar
import re
import unicodedata
from datetime import date, timedelta
from pathlib import Path

import yaml

STATES = ["on-time", "late", "waived", "missing", "overdue", "due-soon", "open", "upcoming"]
DAY = timedelta(1)


class Row:
    """One expected report."""

    __slots__ = ("obligation", "period", "agency", "begin", "due", "closes", "waived",
                 "first", "first_days", "first_document", "count", "rejected")

    def __init__(self, obligation, period, agency, begin, due, closes, waived):
        self.obligation, self.period, self.agency = obligation, period, agency
        self.begin, self.due, self.closes, self.waived = begin, due, closes, waived
        self.first, self.first_document, self.count, self.rejected = None, None, 0, 0


class Plan:
    def __init__(self, path, events_files=(), loader=yaml.CSafeLoader):
        path = Path(path)
        self.loader = loader
        data = self.load(path)
        self.head = data["plan"]
        self.begin, self.end = self.head["from"], self.head["to"]
        self.soon = days_of(self.head.get("soon", "7d"))
        self.closes_after = self.head.get("closes_after", "30d")
        self.quiet_after = self.head.get("quiet_after", "90d")
        self.agencies = {agency["id"]: agency for agency in data["agencies"]}
        self.place = {id_: ix for ix, id_ in enumerate(self.agencies)}
        self.groups = {group["id"]: group["members"] for group in data.get("groups") or []}
        self.tasks = data.get("tasks") or []
        self.obligations = {o["id"]: o for o in [*self.tasks, *(data.get("reports") or [])]}
        self.indicators = {indicator["id"]: indicator for indicator in data.get("indicators") or []}
        self.read_calendar(path, data.get("calendar") or {})
        self.events, self.waivers, self.extensions = [], set(), {}
        self.add_exceptions(data)
        for file in events_files:
            self.add_exceptions(self.load(file))
        self.owners = {id_: self.expand(o["lead"] if "lead" in o else o["from"])
                       for id_, o in self.obligations.items()}
        self.names = {}
        for id_, agency in self.agencies.items():
            for name in [agency["name"], agency.get("short"), *(agency.get("aliases") or [])]:
                if name:
                    self.names[fold(name)] = id_

    def load(self, path):
        with open(path, encoding="utf-8") as file:
            return yaml.load(file, self.loader)

    def read_calendar(self, path, calendar_):
        week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
        self.weekend = {week.index(day) for day in calendar_.get("weekend", ["saturday", "sunday"])}
        holidays = calendar_.get("holidays") or []
        made_up = calendar_.get("working_days") or []
        if isinstance(holidays, str):
            file = self.load(path.parent / holidays)
            holidays, made_up = file.get("holidays") or [], made_up + (file.get("working_days") or [])
        self.holidays = {day["date"] for day in holidays}
        self.made_up = {day["date"] for day in made_up}

    def add_exceptions(self, data):
        self.events += data.get("events") or []
        for waiver in data.get("waivers") or []:
            self.waivers.add((waiver["obligation"], str(waiver["period"]), waiver["agency"]))
        for extension in data.get("extensions") or []:
            key = extension["obligation"], str(extension["period"]), extension["agency"]
            self.extensions[key] = extension["due"]

    def expand(self, names):
        """Agencies in plan order, each once."""
        found, todo = set(), list(names)
        while todo:
            name = todo.pop()
            if name in self.groups:
                todo += self.groups[name]
            else:
                found.add(name)
        return sorted(found, key=self.place.__getitem__)

    def find_agency(self, written):
        if written in self.agencies:
            return written
        return self.names.get(fold(written))

    # --- days --------------------------------------------------------------------------------

    def is_working(self, day):
        return day in self.made_up or (day.weekday() not in self.weekend
                                       and day not in self.holidays)

    def add(self, day, amount):
        if amount.endswith("wd"):
            left = int(amount[:-2])
            while left:
                day += DAY
                left -= self.is_working(day)
            return day
        count = int(amount[:-1])
        if amount.endswith("m"):
            month = day.month - 1 + count
            year, month = day.year + month // 12, month % 12 + 1
            return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
        return day + timedelta(count * (7 if amount.endswith("w") else 1))

    def due_of(self, rule, period, begin, end):
        if "within" in rule:
            return self.add({"period-start": begin, "period-end": end, "raised": begin}
                            [rule["after"]], rule["within"])
        word = rule["by"] if "by" in rule else rule["before"]
        if isinstance(word, dict):
            word = next(day for key, day in word.items()
                        if period == str(key) or period.endswith("-" + str(key)))
        if word == "period-end":
            word = end
        elif isinstance(word, str):
            year = self.end.year if period == "once" else int(period[:4])
            word = date(year, int(word[:2]), int(word[3:]))
        return word if "by" in rule else word - DAY

    def periods(self, cadence):
        """(id, first day, last day) of those that end within the plan."""
        if cadence == "once":
            return [("once", self.begin, self.end)]
        out = []
        months = {"monthly": 1, "quarterly": 3, "semiannual": 6, "annual": 12}.get(cadence)
        for year in range(self.begin.year, self.end.year + 1):
            if cadence == "nine-month":
                out.append((f"{year}-9M", date(year, 1, 1), date(year, 9, 30)))
            elif cadence == "weekly":
                monday = date.fromisocalendar(year, 1, 1)
                while monday.isocalendar()[0] == year:
                    out.append((f"{year}-W{monday.isocalendar()[1]:02}", monday, monday + 6 * DAY))
                    monday += 7 * DAY
            else:
                for ix, month in enumerate(range(1, 13, months), 1):
                    last = month + months - 1
                    id_ = {1: f"{year}-{ix:02}", 3: f"{year}-Q{ix}", 6: f"{year}-H{ix}",
                           12: f"{year}"}[months]
                    out.append((id_, date(year, month, 1),
                                date(year, last, calendar.monthrange(year, last)[1])))
        return [period for period in out if self.begin <= period[2] <= self.end]

    # --- rows --------------------------------------------------------------------------------

    def is_active(self, agency, day):
        active = self.agencies[agency].get("active") or {}
        return active.get("from", date.min) <= day <= active.get("to", date.max)

    def rows(self, as_of):
        """Every expected report, in the order of the plan."""
        out = []
        for id_, o in self.obligations.items():
            cadence = o["cadence"]
            if cadence == "continuous":
                continue
            closes_after = o.get("closes_after", self.closes_after)
            if cadence == "ad-hoc":
                slots = []
                for event in self.events:
                    if event["obligation"] == id_ and event["raised"] <= as_of:
                        raised = event["raised"]
                        due = event.get("due") or self.due_of(o["due"], event["id"], raised, raised)
                        owners = (self.expand(event["agencies"]) if "agencies" in event
                                  else self.owners[id_])
                        slots.append((event["id"], raised, due, owners))
            else:
                keep = [str(period) for period in o.get("periods") or []]
                slots = [(period, begin, self.due_of(o["due"], period, begin, end),
                          self.owners[id_])
                         for period, begin, end in self.periods(cadence)
                         if not keep or any(period == k or period.endswith("-" + k) for k in keep)]
            for period, begin, due, owners in slots:
                closes = self.add(due, closes_after)
                for agency in owners:
                    extended = self.extensions.get((id_, period, agency))
                    own_due = extended or due
                    if self.is_active(agency, own_due):
                        out.append(Row(id_, period, agency, begin, own_due,
                                       self.add(own_due, closes_after) if extended else closes,
                                       (id_, period, agency) in self.waivers))
        return out

    def continuous(self, as_of):
        """(task, agency) for each whose activity is asked for."""
        return [(id_, agency) for id_, o in self.obligations.items()
                if o["cadence"] == "continuous" for agency in self.owners[id_]
                if self.is_active(agency, as_of)]


def days_of(amount):
    return int(amount[:-1]) * (7 if amount.endswith("w") else 1)


TONES = {new: old for pairs in ("oà òa oá óa oả ỏa oã õa oạ ọa", "oè òe oé óe oẻ ỏe oẽ õe oẹ ọe",
                                "uỳ ùy uý úy uỷ ủy uỹ ũy uỵ ụy")
         for new, old in zip(pairs.split()[::2], pairs.split()[1::2])}
MOVED = re.compile("(?<!q)(" + "|".join(TONES) + r")\b")


def fold(name):
    """Enough of name folding for what the sample has; the program's own goes further."""
    text = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return MOVED.sub(lambda match: TONES[match[0]], text)
