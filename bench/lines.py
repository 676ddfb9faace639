"""The lines of the table: what is measured against what, the figure to reach, and the check that
both gave the same answer."""

import json
import re
import zipfile
from pathlib import Path

from generate import AS_OF, YEAR, DataSet
from measuring import PEERS, PYTHON, ROOT, WORK, Command, compiled, floor

SAMPLE = ROOT / "data" / "sample"
PLAN_2022 = ROOT / "data" / "plan-2022.yaml"
STATUS = ["status", "--format", "json"]


class Line:
    """Ours against peers; the ratio is with the first of them. `at_least` is how many times as fast
    we have to be, `at_most` how many times as long we may take, `memory` is in MB."""

    def __init__(self, name, ours, peers, at_least=None, at_most=None, memory=None, runs=5,
                 agree=None, note=""):
        self.name, self.ours, self.peers = name, ours, peers
        self.at_least, self.at_most, self.memory = at_least, at_most, memory
        self.runs, self.agree, self.note = runs, agree, note


def data_options(data, path):
    return ["--plan", data.plan, "--submissions", path, "--as-of", AS_OF.isoformat()]


def peer(script, *arguments, one_core=False):
    return Command([PYTHON, PEERS / script, *arguments], one_core)


# --- the same answer -----------------------------------------------------------------------------


def first_difference(ours, theirs, place=""):
    """Where `theirs` says something that `ours` does not; nothing when it says less or the same."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for key, value in theirs.items():
            if key not in ours:
                return f"{place}/{key} is missing"
            found = first_difference(ours[key], value, f"{place}/{key}")
            if found:
                return found
        return None
    if isinstance(theirs, list) and isinstance(ours, list):
        if len(ours) != len(theirs):
            return f"{place} has {len(ours)} entries, not {len(theirs)}"
        for ix, (a, b) in enumerate(zip(ours, theirs)):
            found = first_difference(a, b, f"{place}/{ix}")
            if found:
                return found
        return None
    return None if ours == theirs else f"{place} is {ours!r}, not {theirs!r}"


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def same_json(line):
    """Each peer's answer is within ours; both went to the commands' output files."""
    ours = load(line.ours.output)
    for name, command in line.peers:
        if command.output:
            found = first_difference(ours, load(command.output))
            if found:
                return f"{name}: {found}"
    return None


def same_report(folders):
    def check(_):
        ours, *theirs = (load(folder / f"bao-cao-{YEAR}.json") for folder in folders)
        for answer in theirs:
            found = first_difference(ours, answer)
            if found:
                return found
        return None
    return check


def cells(workbook):
    """How many cells with something in them a workbook has."""
    count = 0
    with zipfile.ZipFile(workbook) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name):
                with archive.open(name) as sheet:
                    rest = b""
                    while piece := sheet.read(1 << 22):
                        piece = rest + piece
                        count += piece.count(b"</c>")
                        rest = piece[-3:]
    return count


# --- the lines -----------------------------------------------------------------------------------


def start_up(program):
    name, path = floor(program)
    return Line("`plantool --version`", Command([program, "--version"]),
                [(name, Command([path])),
                 ("`python3 -c pass`", Command([PYTHON, "-c", "pass"]))],
                at_most=1.5, runs=41)


def sample_status(program):
    options = ["--plan", PLAN_2022, "--submissions", SAMPLE, "--as-of", "2022-07-05"]
    arguments = [PLAN_2022, SAMPLE, "2022-07-05"]
    return Line("`status`, the 2022 plan with the sample", Command([program, *STATUS, *options]),
                [("PyYAML tuned", peer("status_yaml.py", "--tuned", *arguments)),
                 ("PyYAML", peer("status_yaml.py", *arguments))],
                at_least=8, memory=8, runs=21, agree=same_json)


def bulk_status(program, data, kind, at_least, one_core):
    path = data.get(kind)
    arguments = [data.plan, path, AS_OF.isoformat()]
    peers = [("pandas tuned", peer("status_pandas.py", "--tuned", *arguments, one_core=one_core))]
    if not one_core:
        library = "ujson" if kind == "ndjson" else "csv"
        peers += [(f"Python loop, {library}", peer("status_json.py", "--tuned", *arguments)),
                  ("pandas", peer("status_pandas.py", *arguments))]
    cores = "one core" if one_core else "all cores"
    return Line(f"`status`, {data.count:,} submissions as {kind.upper()} "
                f"({path.stat().st_size / 1e6:.0f} MB), {cores}",
                Command([program, *STATUS, *data_options(data, path)], one_core), peers,
                at_least=at_least, memory=48, runs=5, agree=same_json)


def bulk_validate(program, data, kind):
    options = data_options(data, data.get(kind))
    return Line(f"`validate`, the same {kind.upper()}", Command([program, "validate", *options]),
                [("`status`", Command([program, *STATUS, *options]))], at_most=1.3,
                agree=finds_nothing)


def finds_nothing(line):
    """What is generated is right: findings would measure the printing of findings."""
    told = Path(line.ours.output).read_text(encoding="utf-8").strip()
    return None if told.endswith("0 errors, 0 warnings, 0 infos") else told[-200:]


def from_pipe(program, data):
    options = data_options(data, "-")
    ours = Command([program, *STATUS, *options], piped=data.get("ndjson"))
    return Line("`status --submissions -`, the same NDJSON from a pipe", ours,
                [("from the file",
                  Command([program, *STATUS, *data_options(data, data.get("ndjson"))]))],
                memory=48, runs=3, agree=same_summary)


def same_summary(line):
    return first_difference(load(line.ours.output)["summary"],
                            load(line.peers[0][1].output)["summary"])


def yaml_status(program, data, kind):
    path = data.get(kind)
    arguments = [data.plan, path, AS_OF.isoformat()]
    what = (f"{data.count:,} YAML files" if kind == "files" else
            f"one YAML file of {path.stat().st_size / 1e6:.0f} MB ({data.count:,} submissions)")
    return Line(f"`status`, {what}", Command([program, *STATUS, *data_options(data, path)]),
                [("PyYAML tuned", peer("status_yaml.py", "--tuned", *arguments)),
                 ("PyYAML", peer("status_yaml.py", *arguments))],
                at_least=3, memory=32, agree=same_json)


def small_workbook(program):
    target = WORK / "small"
    ours = Command([program, "report", "--plan", PLAN_2022, "--submissions", SAMPLE, "--as-of",
                    "2022-07-05", "--period", "2022-H1", "--format", "xlsx", "-o", target])
    return Line("`report --format xlsx` of the sample, against a workbook of 5 x 200 rows alone",
                ours, [("XlsxWriter", peer("xlsx_small.py", WORK / "small.xlsx")),
                       ("openpyxl", peer("xlsx_small.py", "--openpyxl", WORK / "small.xlsx"))],
                at_least=3.5, runs=15)


def large_workbook(program, data):
    """The peers write as many cells as the report has, in rows of ten, and nothing else."""
    target = WORK / "large.xlsx"
    ours = Command([program, "report", *data_options(data, data.get("ndjson")), "--period",
                    str(YEAR), "--format", "xlsx", "-o", target])
    line = Line(f"`report --format xlsx` of {data.agencies:,} agencies", ours, [], at_least=3,
                runs=3)

    def rows():
        return cells(target) // 10

    line.after_first_run = lambda: [
        ("XlsxWriter", peer("xlsx_large.py", rows(), WORK / "peer.xlsx")),
        ("XlsxWriter, constant memory",
         peer("xlsx_large.py", "--tuned", rows(), WORK / "peer.xlsx")),
        ("libxlsxwriter by itself",
         Command([compiled("peers/xlsx_large", "-lxlsxwriter"), rows(), WORK / "peer.xlsx"])),
        ("openpyxl, write-only", peer("xlsx_large.py", "--openpyxl", rows(), WORK / "peer.xlsx"))]
    line.describe = lambda: f", {cells(target):,} cells"
    return line


def year_report(program, data):
    folders = [WORK / "report-ours", WORK / "report-tuned", WORK / "report-plain"]
    arguments = [data.plan, data.get("ndjson"), AS_OF.isoformat(), str(YEAR)]
    ours = Command([program, "report", *data_options(data, data.get("ndjson")), "--period",
                    str(YEAR), "--format", "xlsx,markdown,json", "-o", folders[0]])
    return Line(f"`report`, a year with {data.count:,} submissions of {data.agencies:,} agencies, "
                "all formats", ours,
                [("pandas + XlsxWriter tuned",
                  peer("report_pandas.py", "--tuned", *arguments, folders[1])),
                 ("pandas + XlsxWriter", peer("report_pandas.py", *arguments, folders[2]))],
                at_least=5, runs=3, agree=same_report(folders))


def table(program, submissions):
    """Every line, for this many submissions in bulk; the other sizes shrink with it."""
    share = max(submissions, 10_000) / 1_000_000
    bulk = DataSet(WORK, submissions, 1_000)
    yield start_up(program)
    yield sample_status(program)
    for kind, cores_target, core_target in [("ndjson", 15, 10), ("csv", 5, 3)]:
        yield bulk_status(program, bulk, kind, cores_target, one_core=False)
        yield bulk_status(program, bulk, kind, core_target, one_core=True)
        yield bulk_validate(program, bulk, kind)
    yield from_pipe(program, bulk)
    yield yaml_status(program, DataSet(WORK, max(int(20_000 * share), 2_000), 1_000), "files")
    yield yaml_status(program, DataSet(WORK, max(int(30_000 * share), 3_000), 1_000), "yaml")
    yield small_workbook(program)
    large = max(int(100_000 * share), 2_000)
    yield large_workbook(program, DataSet(WORK, 2 * large, large, reports="annual"))
    yield year_report(program, DataSet(WORK, max(int(100_000 * share), 10_000),
                                       max(int(5_000 * share), 500)))
