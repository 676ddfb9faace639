#!/usr/bin/python3
"""Writes a plan and its submissions for measuring: seeded, so that the same arguments give the same
bytes. Every submission is accepted; some are late, some are corrections. All of it is invented.

    bench/generate.py --submissions 1000000 --agencies 1000 ndjson csv

writes build/bench/s1000000-a1000/{plan.yaml,year.ndjson,year.csv}. The kinds:

    ndjson   one submission a line
    csv      one result a row
    yaml     one file of many documents
    files    one YAML file for each submission, a folder for each agency
"""

import argparse
import json
import random
from datetime import date, timedelta
from pathlib import Path

YEAR = 2024
AS_OF = date(YEAR + 1, 1, 3)  # most is closed, the last reports of the year are still on their way
TASKS = 10
DEPARTMENTS = 10  # the first agencies, each of which leads a continuous task

SUBJECTS = [
    "Tuyên truyền phục hồi kinh tế",
    "Giải phóng mặt bằng các dự án",
    "Vận động dùng hàng Việt Nam",
    "Quản lý trật tự xây dựng",
    "Giảm nghèo, an sinh xã hội",
    "Phòng, chống dịch bệnh",
    "Chính sách dân tộc, miền núi",
    "Phòng, chống tội phạm",
    "Dịch vụ công trực tuyến",
    "Bảo vệ rừng, môi trường",
]
PLACES = ["ở các thôn", "qua loa xã", "ở chi bộ", "với cử tri", "ở đoàn thể", "đến hộ dân",
          "trên mạng", "ở trường học"]
DIFFICULTIES = [
    "Địa bàn rộng, kinh phí ít.",
    "Cán bộ kiêm nhiệm nhiều việc.",
    "Sóng điện thoại yếu.",
]
PROPOSALS = [
    "Cấp thêm tài liệu.",
    "Tập huấn báo cáo viên.",
    "Bổ sung kinh phí.",
]
PLACE_KINDS = [
    "Ủy ban nhân dân xã", "Ủy ban nhân dân phường", "Ủy ban nhân dân thị trấn", "Đảng ủy xã",
    "Đảng ủy phường", "Trạm Y tế xã", "Trường Trung học cơ sở", "Hội Nông dân xã",
    "Hội Liên hiệp Phụ nữ xã", "Đoàn Thanh niên xã",
]
FIRST_NAMES = (
    "An Bình Cẩm Đại Đông Đức Gia Hà Hải Hiệp Hòa Hoằng Hồng Hưng Khánh Kim La Long Lộc Mỹ Nam Ngọc Nghĩa "
    "Nhơn Ninh Phú Phước Quảng Sơn Suối Tam Tân Tây Thanh Thạnh Thiện Thuận Tiên Trà Trung Vạn Vĩnh Xuân Yên"
).split()
LAST_NAMES = (
    "Ân Bắc Cảnh Châu Cường Dương Điền Định Giang Hạnh Hậu Hội Khê Kiến Lâm Lãnh Liên Lĩnh Lợi Mai Minh Ngãi "
    "Nguyên Nhuận Phong Phụng Phương Quang Quế Quý Sa Tâm Thành Thắng Thịnh Thọ Thủy Tiến Toàn Trạch Trì Tường Vân Việt"
).split()


# --- the plan ------------------------------------------------------------------------------------


class Slot:
    """A period of a report: what a submission for it looks like."""

    def __init__(self, obligation, period, label, begin, due, results, meetings, listeners=None):
        self.obligation = obligation
        self.period = period
        self.label = label
        self.begin = begin
        self.due = due
        self.results = results
        # Ranges in which the figures of a longer period are above those of any shorter one. A
        # report of a week or month gives the number of meetings alone.
        self.meetings = meetings
        self.listeners = listeners


def slots(reports):
    """Every period of the reports in report_rules(), in the order in which they fall due."""
    annual = Slot("bao-cao-nam", f"{YEAR}", f"năm {YEAR}", date(YEAR, 1, 1), date(YEAR, 12, 30), 2,
                  (90, 120), (1500, 2500))
    out = [annual]
    if reports == "annual":
        return out
    if reports == "weekly":
        for week in range(1, 53):
            begin = date.fromisocalendar(YEAR, week, 1)
            out.append(Slot("bao-cao-tuan", f"{YEAR}-W{week:02}", f"tuần {week}", begin,
                            begin + timedelta(9), 1, (1, 3)))
    for month in range(1, 13):
        end = date(YEAR + month // 12, month % 12 + 1, 1) - timedelta(1)
        out.append(Slot("bao-cao-thang", f"{YEAR}-{month:02}", f"tháng {month}",
                        date(YEAR, month, 1), end + timedelta(5), 1, (4, 10)))
    for quarter, due in enumerate([(4, 10), (7, 10), (10, 10), (12, 25)], 1):
        out.append(Slot("bao-cao-quy", f"{YEAR}-Q{quarter}", f"quý {quarter}",
                        date(YEAR, 3 * quarter - 2, 1), date(YEAR, *due), 1, (12, 25), (250, 500)))
    for half, due in enumerate([(6, 29), (12, 19)], 1):
        out.append(Slot("bao-cao-6-thang", f"{YEAR}-H{half}", f"6 tháng, kỳ {half}",
                        date(YEAR, 6 * half - 5, 1), date(YEAR, *due), 1, (30, 50), (600, 900)))
    out.append(Slot("bao-cao-9-thang", f"{YEAR}-9M", "9 tháng", date(YEAR, 1, 1),
                    date(YEAR, 9, 30), 1, (60, 80), (1000, 1400)))
    return sorted(out, key=lambda slot: (slot.due, slot.obligation))


def report_rules(reports):
    rules = [
        ("bao-cao-thang", "Báo cáo tháng", "monthly", "{within: 5d, after: period-end}"),
        ("bao-cao-quy", "Báo cáo quý", "quarterly",
         "{by: {Q1: 04-10, Q2: 07-10, Q3: 10-10, Q4: 12-25}}"),
        ("bao-cao-6-thang", "Báo cáo 6 tháng", "semiannual", "{before: {H1: 06-30, H2: 12-20}}"),
        ("bao-cao-9-thang", "Báo cáo 9 tháng", "nine-month", "{by: 09-30}"),
        ("bao-cao-nam", "Báo cáo năm", "annual", "{before: 12-31}"),
    ]
    if reports == "annual":
        return rules[-1:]
    if reports == "weekly":
        rules.insert(0, ("bao-cao-tuan", "Báo cáo tuần", "weekly", "{within: 3d, after: period-end}"))
    return rules


def agency_ids(count):
    return [f"dv-{ix + 1:05}" for ix in range(count)]


def agency_name(ix):
    kind, rest = ix % len(PLACE_KINDS), ix // len(PLACE_KINDS)
    first, rest = rest % len(FIRST_NAMES), rest // len(FIRST_NAMES)
    last, rest = rest % len(LAST_NAMES), rest // len(LAST_NAMES)
    name = f"{PLACE_KINDS[kind]} {FIRST_NAMES[first]} {LAST_NAMES[last]}"
    return f"{name} {rest + 1}" if rest else name


def write_plan(path, agencies, reports):
    ids = agency_ids(agencies)
    size = max(1, min(100, agencies // 10))
    groups = [ids[at:at + size] for at in range(0, agencies, size)]
    with open(path, "w", encoding="utf-8") as out:
        out.write(f"""# Made by bench/generate.py. Invented.
format: plantool/plan@1
plan:
  id: do-toc-do
  number: 01-KH/UBND
  title: Kế hoạch thông tin, báo cáo năm {YEAR} (bịa đặt, để đo tốc độ)
  issued: {YEAR - 1}-12-20
  from: {YEAR}-01-01
  to: {YEAR}-12-31
agencies:
""")
        for ix, agency in enumerate(ids):
            out.write(f"  - {{id: {agency}, name: {agency_name(ix)}}}\n")
        out.write("groups:\n")
        for ix, members in enumerate(groups):
            out.write(f"  - {{id: khoi-{ix + 1:04}, name: Khối thi đua số {ix + 1}, "
                      f"members: [{', '.join(members)}]}}\n")
        out.write("tasks:\n")
        for ix in range(TASKS):
            lead = ids[ix % min(DEPARTMENTS, agencies)]
            out.write(f"  - {{id: II.{ix + 1}, title: \"{SUBJECTS[ix]}\", lead: [{lead}], "
                      f"cadence: continuous}}\n")
        out.write("reports:\n")
        senders = ", ".join(f"khoi-{ix + 1:04}" for ix in range(len(groups)))
        for id_, title, cadence, due in report_rules(reports):
            out.write(f"  - {{id: {id_}, title: {title}, from: [{senders}], cadence: {cadence}, "
                      f"due: {due}}}\n")
        out.write("""indicators:
  - {id: hoi-nghi, name: Số hội nghị, unit: hội nghị, type: integer, total: sum, min: 0, max: 1000}
  - {id: luot-nguoi, name: Số lượt người dự, unit: lượt người, type: integer, total: sum, min: 0}
  - {id: ty-le, name: Tỷ lệ hoàn thành, unit: "%", type: decimal, total: mean, min: 0, max: 100}
""")
        if reports != "annual":
            write_exceptions(out, ids)


def write_exceptions(out, ids):
    """One agency in a hundred is let off a report, another has more time for one."""
    out.write("waivers:\n")
    for agency in ids[7::100]:
        out.write(f"  - {{obligation: bao-cao-quy, agency: {agency}, period: {YEAR}-Q2, "
                  f"reason: Đang sáp nhập, document: 12-CV/UBND}}\n")
    out.write("extensions:\n")
    for agency in ids[8::100]:
        out.write(f"  - {{obligation: bao-cao-quy, agency: {agency}, period: {YEAR}-Q3, "
                  f"due: {YEAR}-10-20, reason: Khắc phục bão lũ, document: 34-CV/UBND}}\n")


# --- the submissions -----------------------------------------------------------------------------


def arrivals(count, agencies, all_slots, rng):
    """(day of receipt, slot, agency) as one sorted list of integers; see split_arrival()."""
    rows = len(all_slots) * agencies
    firsts = min(count - count // 25, rows * 94 // 100)
    last_day = AS_OF.toordinal()
    dues = [slot.due.toordinal() for slot in all_slots]
    begins = [slot.begin.toordinal() for slot in all_slots]
    out = []
    waived = next((ix for ix, slot in enumerate(all_slots) if slot.period == f"{YEAR}-Q2"), None)
    for row in rng.sample(range(rows), firsts):
        slot = row // agencies
        if slot == waived and row % agencies % 100 == 7:
            continue
        bits = rng.getrandbits(16)
        if bits & 7:  # seven of eight are in time
            day = max(begins[slot], dues[slot] - (bits >> 3) % 12)
        else:
            day = dues[slot] + 1 + (bits >> 3) % 40
        out.append(min(day, last_day) << 40 | row)
    # The rest are corrections: a later day, another number.
    firsts = len(out)
    for _ in range(count - firsts):
        first = out[rng.randrange(firsts)]
        day = (first >> 40) + 1 + rng.getrandbits(4)
        out.append(min(day, last_day) << 40 | first & (1 << 40) - 1)
    out.sort()
    return out


def submissions(count, agencies, reports, seed):
    """Yields (agency, slot, number, document date, received, via, results, remarks)."""
    rng = random.Random(f"{seed}/{count}/{agencies}/{reports}")
    all_slots = slots(reports)
    # One in sixteen is sent under the agency's name instead of its id.
    callings = [[id_] * 15 + [agency_name(ix)] for ix, id_ in enumerate(agency_ids(agencies))]
    numbers = [0] * agencies
    begins = [slot.begin.toordinal() for slot in all_slots]
    first_day = min(begins)
    days = [date.fromordinal(day).isoformat() for day in range(first_day, AS_OF.toordinal() + 1)]
    vias = ["email", "portal", "post", "hand", None, None, None, None]
    phrases = [[f"{subject} {place}" for place in PLACES] for subject in SUBJECTS]
    bits_of = rng.getrandbits
    for packed in arrivals(count, agencies, all_slots, rng):
        day, row = packed >> 40, packed & (1 << 40) - 1
        slot_ix, agency = divmod(row, agencies)
        slot = all_slots[slot_ix]
        bits = bits_of(60)
        numbers[agency] += 1
        document_day = max(begins[slot_ix], day - (bits & 3))
        results = []
        # By its row, so that a correction speaks of what it corrects.
        task = (row * 0x9E3779B1 >> 8 & 0xFFFF) % TASKS
        for _ in range(slot.results):
            low, high = slot.meetings
            meetings = low + (bits >> 8) % (high - low + 1)
            summary = f"{phrases[task][bits >> 32 & 7]}, {slot.label}: {meetings} cuộc"
            figures = {"hoi-nghi": meetings}
            if slot.listeners:
                low, high = slot.listeners
                figures["luot-nguoi"] = low + (bits >> 16) % (high - low + 1)
            if slot.results > 1:
                figures["ty-le"] = 50 + (bits >> 36) % 500 / 10
            results.append((f"II.{task + 1}", summary, figures))
            if slot.results > 1:
                bits = bits_of(60)
                task = (task + 2) % TASKS
        remarks = None
        if slot.results > 1:
            remarks = DIFFICULTIES[bits % 3], PROPOSALS[(bits >> 40) % 3]
        yield (callings[agency][bits >> 54 & 15], slot, f"{numbers[agency]}/BC-UBND", days[document_day - first_day],
               days[day - first_day], vias[bits >> 50 & 7], results, remarks)


def write_ndjson(path, stream):
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as out:
        write = out.write
        for agency, slot, number, dated, received, via, results, remarks in stream:
            told = ",".join(
                f'{{"task":"{task}","summary":"{summary}","figures":{{'
                f'{",".join([chr(34) + id_ + chr(34) + ":" + str(figures[id_]) for id_ in figures])}}}}}'
                for task, summary, figures in results)
            via = f'"via":"{via}",' if via else ""
            said = f',"difficulties":"{remarks[0]}","proposals":"{remarks[1]}"' if remarks else ""
            write(f'{{"agency":"{agency}","obligation":"{slot.obligation}","period":"{slot.period}",'
                  f'"document":{{"number":"{number}","date":"{dated}"}},"received":"{received}",'
                  f'{via}"results":[{told}]{said}}}\n')


def write_csv(path, stream):
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as out:
        write = out.write
        write("agency,obligation,period,received,document_number,document_date,via,task,summary,"
              "difficulties,proposals,figure:hoi-nghi,figure:luot-nguoi,figure:ty-le\n")
        for agency, slot, number, dated, received, via, results, remarks in stream:
            head = (f"{agency},{slot.obligation},{slot.period},{received},{number},{dated},"
                    f"{via or ''}")
            difficulties, proposals = (f'"{remarks[0]}"', f'"{remarks[1]}"') if remarks else ("", "")
            for task, summary, figures in results:
                get = figures.get
                write(f'{head},{task},"{summary}",{difficulties},{proposals},{get("hoi-nghi", "")},'
                      f'{get("luot-nguoi", "")},{get("ty-le", "")}\n')


def yaml_document(submission):
    agency, slot, number, dated, received, via, results, remarks = submission
    lines = [
        "format: plantool/submission@1",
        f"agency: {agency}",
        f"obligation: {slot.obligation}",
        f"period: {slot.period}",
        f"document: {{number: {number}, date: {dated}}}",
        f"received: {received}",
        *([f"via: {via}"] if via else []),
        "results:",
    ]
    for task, summary, figures in results:
        lines.append(f"  - task: {task}")
        lines.append(f"    summary: >-\n      {summary}")
        told = ", ".join(f"{id_}: {value}" for id_, value in figures.items())
        lines.append(f"    figures: {{{told}}}")
    if remarks:
        lines.append(f"difficulties: >-\n  {remarks[0]}\nproposals: >-\n  {remarks[1]}")
    return "\n".join(lines) + "\n"


def write_yaml(path, stream):
    with open(path, "w", encoding="utf-8", buffering=1 << 20) as out:
        out.write("---\n".join(yaml_document(submission) for submission in stream))


def write_files(folder, stream):
    for submission in stream:
        agency, number = submission[0], submission[2]
        place = folder / agency
        place.mkdir(parents=True, exist_ok=True)
        name = number.replace("/", "-")
        (place / f"{name}.yaml").write_text(yaml_document(submission), encoding="utf-8")


WRITERS = {"ndjson": ("year.ndjson", write_ndjson), "csv": ("year.csv", write_csv),
           "yaml": ("year.yaml", write_yaml), "files": ("files", write_files)}


class DataSet:
    """A plan with submissions of some kinds, made where it is missing."""

    def __init__(self, folder, submissions, agencies, reports="usual", seed=1):
        name = f"s{submissions}-a{agencies}"
        name += f"-{reports}" if reports != "usual" else ""
        name += f"-seed{seed}" if seed != 1 else ""
        self.folder = Path(folder) / name
        self.count, self.agencies, self.reports, self.seed = submissions, agencies, reports, seed

    @property
    def plan(self):
        path = self.folder / "plan.yaml"
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            write_plan(path, self.agencies, self.reports)
        return path

    def get(self, kind):
        """The path of the submissions. A run that was interrupted leaves nothing that counts."""
        name, write = WRITERS[kind]
        path = self.folder / name
        if not path.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_name("unfinished-" + name)
            write(unfinished, submissions(self.count, self.agencies, self.reports, self.seed))
            unfinished.rename(path)
        return path

    @property
    def rows(self):
        return len(slots(self.reports)) * self.agencies


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", choices=[*WRITERS, []], metavar="KIND")
    parser.add_argument("--submissions", type=int, default=1_000_000)
    parser.add_argument("--agencies", type=int, default=1_000)
    parser.add_argument("--reports", choices=["usual", "weekly", "annual"], default="usual",
                        help="monthly to annual (20 a year), a weekly one besides, or annual alone")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-o", "--output", default="build/bench")
    args = parser.parse_args()
    data = DataSet(args.output, args.submissions, args.agencies, args.reports, args.seed)
    print(json.dumps({"plan": str(data.plan), "as_of": AS_OF.isoformat(), "rows": data.rows,
                      **{kind: str(data.get(kind)) for kind in args.kinds}}))


if __name__ == "__main__":
    main()
