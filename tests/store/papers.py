"""A plan and submissions by chance, the same for the same seed: in every format, good and bad, some
of them twice, with corrections, days on which several came, and one event of each kind."""

import json
import random
from datetime import date, timedelta

AGENCIES = 12

PLAN = """\
format: plantool/plan@1
plan:
  id: chance
  number: 1-KH
  issued: 2023-12-20
  title: A plan by chance
  from: 2024-01-01
  to: 2024-12-31
  language: en
agencies:
{agencies}
tasks:
  - id: t1
    title: A task
    source: I.1
    lead: [{everybody}]
    cadence: continuous
reports:
  - id: bao-cao
    title: A monthly report
    source: I.2
    from: [{everybody}]
    cadence: monthly
    due: {{by: period-end}}
indicators:
  - id: meetings
    name: Meetings
    unit: times
    type: integer
    total: sum
"""


def plan():
    ids = [f"a{i}" for i in range(1, AGENCIES + 1)]
    agencies = "\n".join(f"  - id: {one}\n    name: Agency {one[1:]}" for one in ids)
    return PLAN.format(agencies=agencies, everybody=", ".join(ids))


def paper(chance, number):
    month = chance.randint(1, 7)
    received = date(2024, month, 1) + timedelta(days=31 + chance.randint(-12, 60))
    one = {"agency": f"a{chance.randint(1, AGENCIES)}", "obligation": "bao-cao",
           "period": f"2024-{month:02}", "received": received.isoformat(),
           "document": {"number": f"{chance.randint(1, 40)}-BC"}}
    if chance.random() < 0.3:
        one["received"] += f"T{chance.randint(0, 23):02}:30:00+07:00"
    if chance.random() < 0.5:
        one["document"]["date"] = (received - timedelta(days=chance.randint(0, 3))).isoformat()
    if chance.random() < 0.1:
        one["obligation"] = "t1"
        del one["period"]
    if chance.random() < 0.8:
        one["results"] = [{"task": "t1", "summary": f"text {number}",
                           "figures": {"meetings": chance.randint(0, 9)}}]
    if chance.random() < 0.1:
        one["note"] = "a \"note\", with; marks\nand lines"
    fault = chance.random()
    if fault < 0.03:
        one["agency"] = "nobody"
    elif fault < 0.05:
        one["period"] = "2024-13"
    elif fault < 0.06:
        one["received"] = "soon"
    elif fault < 0.07:
        one["plan"] = "another-plan"
    elif fault < 0.08:
        one["results"] = [{"task": "t1", "figures": {"meetings": "many"}}]
    return one


def yaml(one):
    """JSON is YAML, but for the format that each document names."""
    return json.dumps({"format": "plantool/submission@1", **one})


def csv(papers):
    lines = ["agency,obligation,period,received,document_number,task,summary,figure:meetings"]
    for one in papers:
        result = one.get("results", [{}])[0]
        fields = [one["agency"], one["obligation"], one.get("period", ""), one["received"],
                  one["document"]["number"], result.get("task", ""), result.get("summary", ""),
                  str(result.get("figures", {}).get("meetings", ""))]
        lines.append(",".join(fields))
    return "\n".join(lines) + "\n"


def write(path, papers, chance):
    ending = chance.choice(["ndjson", "yaml", "json", "csv"])
    if ending == "ndjson":
        lines = [json.dumps(one) for one in papers]
        lines.insert(len(lines) // 2, chance.choice(["", "{broken", "[]", '{"agency": 1}']))
        text = "\n".join(lines) + "\n"
    elif ending == "yaml":
        text = "".join(f"---\n{yaml(one)}\n" for one in papers)
        if chance.random() < 0.2:
            text += "--- {never closed\n"
    elif ending == "json":
        text = "[" + ",\n".join(yaml(one) for one in papers) + "]\n"
    else:
        text = csv(papers)
    path.with_suffix("." + ending).write_text(text, encoding="utf-8")


def random_folder(folder, seed, submissions=120, parts=8):
    """FOLDER/plan.yaml and FOLDER/in with so many files."""
    chance = random.Random(seed)
    (folder / "in").mkdir()
    (folder / "plan.yaml").write_text(plan(), encoding="utf-8")
    if submissions == 0:
        return
    papers = [paper(chance, i) for i in range(submissions)]
    size = len(papers) // parts + 1
    for i in range(parts):
        part = papers[i * size:(i + 1) * size]
        part += chance.sample(part, len(part) // 10)  # the same again
        write(folder / "in" / f"part-{i}", part, chance)
