"""How time and memory grow: with the submissions, and with the agencies."""

import math

from generate import YEAR, DataSet
from lines import STATUS, data_options
from measuring import WORK, Command, in_turn, memory, seconds

SLACK = 1.35  # for the noise of a machine, and caches that no longer hold everything


def row_of(label, units, samples, before):
    """One row; and whether it grew faster than n log n since the one before."""
    cells = [label]
    steep = False
    for ix, sample in enumerate(samples):
        cells += [seconds(sample), memory(sample)]
        if before and not sample.timed_out:
            old_units, old = before[0], before[1][ix]
            allowed = units * math.log(units) / (old_units * math.log(old_units))
            # Processor time: other work on the machine does not stretch it much.
            steep |= (not old.timed_out and sample.cpu > 0.2
                      and sample.cpu / max(old.cpu, 0.005) > allowed * SLACK)
        steep |= sample.timed_out
    return cells + ["steeper" if steep else ""]


def measure(sizes, commands_of, units_of):
    rows, before = [], None
    for label, data in sizes:
        samples = in_turn(commands_of(data), 2)
        units = units_of(data)
        rows.append(row_of(label, units, samples, before))
        before = units, samples
        if any(sample.timed_out for sample in samples):
            break
    return rows


def by_submissions(program, sizes):
    """At 1,000 agencies, 20 reports a year each: 20,000 rows whatever is sent."""
    def commands(data):
        out = []
        for command in (STATUS, ["validate"]):
            for kind in ("ndjson", "csv"):
                out.append(Command([program, *command, *data_options(data, data.get(kind))]))
        return out

    heads = ["submissions"] + [f"{command} {kind}, {what}" for command in ("`status`", "`validate`")
                               for kind in ("NDJSON", "CSV") for what in ("time", "memory")]
    found = measure([(f"{size:,}", DataSet(WORK, size, 1_000)) for size in sizes], commands,
                    lambda data: data.count)
    return [heads + [""], *found]


def by_agencies(program, sizes, submissions):
    """The same number of submissions; rows grow with the agencies."""
    def commands(data):
        options = data_options(data, data.get("ndjson"))
        report = ["report", *options, "--period", str(YEAR), "-o", WORK / "growth", "--format"]
        return [Command([program, *STATUS, *options]), Command([program, "validate", *options]),
                Command([program, *report, "json"]), Command([program, *report, "markdown"]),
                Command([program, *report, "xlsx"])]

    heads = ["agencies (rows)"] + [
        f"{command}, {what}" for command in ("`status`", "`validate`", "`report` json",
                                             "`report` markdown", "`report` xlsx")
        for what in ("time", "memory")]
    sets = [DataSet(WORK, submissions, size) for size in sizes]
    found = measure([(f"{data.agencies:,} ({data.rows:,})", data) for data in sets], commands,
                    lambda data: data.rows + data.count)
    return [heads + [""], *found]
