#!/usr/bin/env python3
"""plan-page.py LANGUAGE VERSION DAY: the manual page plantool-plan(5), from schemas/plan.schema.json.

In Vietnamese each sentence of the schema is looked up in plan-page.vi.tsv: English, a tab,
Vietnamese. A sentence that is not there, and one there that the schema no longer has, is an error.
"""

import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
EVERYWHERE = ("source", "assumed")  # keys that may stand on every entry

WORDS = {
    "en": {
        "manual": "plantool manual",
        "name": "NAME", "line": "the plan file of plantool",
        "description": "DESCRIPTION",
        "about": "A plan is one YAML file in UTF-8. Unknown keys and keys that stand twice are errors; "
                 "dates are written 2022-06-30, amounts of time 30d (days), 5wd (working days), 2w "
                 "(weeks), 1m (months). Keys marked * are required.",
        "example": "EXAMPLE", "files": "FILES", "see": "SEE ALSO",
        "everywhere": "KEYS OF EVERY ENTRY",
        "values": "One of:",
        "schema": "the JSON Schema of this file, for editors",
    },
    "vi": {
        "manual": "Hướng dẫn dùng plantool",
        "name": "TÊN", "line": "tệp kế hoạch của plantool",
        "description": "MÔ TẢ",
        "about": "Mỗi kế hoạch là một tệp YAML mã UTF-8. Khóa lạ và khóa ghi hai lần là lỗi; ngày ghi "
                 "2022-06-30, khoảng thời gian ghi 30d (ngày), 5wd (ngày làm việc), 2w (tuần), 1m "
                 "(tháng). Khóa có dấu * là bắt buộc.",
        "example": "VÍ DỤ", "files": "TỆP", "see": "XEM THÊM",
        "everywhere": "KHÓA DÙNG Ở MỌI MỤC",
        "values": "Một trong các giá trị:",
        "schema": "lược đồ JSON của tệp này, dùng cho trình soạn thảo",
    },
}

EXAMPLE = """format: plantool/plan@1
plan: {id: kh-mau, number: 01/KH, title: Kế hoạch mẫu, issued: 2022-01-05,
       from: 2022-01-01, to: 2022-12-31, submissions: submissions}
agencies:
  - {id: van-phong, name: Văn phòng}
  - {id: xa-mot, name: UBND xã Một}
reports:
  - {id: bao-cao-6-thang, title: Báo cáo 6 tháng, from: [xa-mot],
     cadence: semiannual, periods: [H1], due: {before: 06-30}, source: III}
"""


class Sentences:
    """What the schema says, in the language of the page."""

    def __init__(self, language):
        self.table = None
        self.used = set()
        if language == "en":
            return
        lines = (HERE / f"plan-page.{language}.tsv").read_text(encoding="utf-8").splitlines()
        self.table = dict(line.split("\t") for line in lines)

    def say(self, sentence):
        if self.table is None:
            return sentence
        self.used.add(sentence)
        if sentence not in self.table:
            raise SystemExit(f"plan-page: no translation of: {sentence}")
        return self.table[sentence]

    def check_all_used(self):
        unused = set(self.table or ()) - self.used
        if unused:
            raise SystemExit("plan-page: the schema has these no longer: " + "; ".join(sorted(unused)))


def escaped(text):
    for character, replacement in (("\\", "\\e"), ("-", "\\-"), ("'", "\\(aq"), ("^", "\\(ha"),
                                   ("~", "\\(ti")):
        text = text.replace(character, replacement)
    return re.sub(r"^\.", r"\\&.", text, flags=re.MULTILINE)


def definition_of(value):
    """The definition that the value, or each of its entries, refers to; none if it is plain."""
    items = value.get("items")
    for holder in (value, items if isinstance(items, dict) else {}):
        if "$ref" in holder:
            return holder["$ref"].removeprefix("#/definitions/")
    return None


class Page:
    def __init__(self, language, version, day):
        self.schema = json.loads((HERE.parent / "schemas/plan.schema.json").read_text(encoding="utf-8"))
        self.words = WORDS[language]
        self.sentences = Sentences(language)
        self.version = version
        self.day = day

    def about(self, value):
        name = definition_of(value)
        said = value.get("description") or self.schema["definitions"][name]["description"]
        text = escaped(self.sentences.say(said))
        values = [one for one in value.get("enum", []) if isinstance(one, str)]
        if values:
            shown = ", ".join(f"\\fB{escaped(one)}\\fR" for one in values)
            text += f" {self.words['values']} {shown}."
        return text

    def keys(self, definition):
        required = definition.get("required", [])
        for key, value in definition.get("properties", {}).items():
            if key in EVERYWHERE or not (value.get("description") or definition_of(value)):
                continue
            mark = "*" if key in required else ""
            yield f".TP\n\\fB{escaped(key)}\\fR{mark}\n{self.about(value)}"

    def sections(self):
        words = self.words
        yield f'.TH plantool\\-plan 5 {self.day} "plantool {self.version}" "{words["manual"]}"'
        yield f".SH {words['name']}\nplantool\\-plan \\- {words['line']}"
        yield f".SH {words['description']}\n{escaped(self.sentences.say(self.schema['description']))}"
        yield f".PP\n{escaped(words['about'])}"
        yield from self.keys(self.schema)
        for name, definition in self.schema["definitions"].items():
            keys = list(self.keys(definition))
            if not keys:
                continue
            yield f".SH {escaped(name.replace('_', ' ').upper())}"
            yield escaped(self.sentences.say(definition["description"]))
            yield from keys
        yield f".SH {words['everywhere']}"
        for key in EVERYWHERE:
            yield f".TP\n\\fB{key}\\fR\n{self.about(self.schema['properties'][key])}"
        yield f".SH {words['example']}\n.nf\n{escaped(EXAMPLE)}.fi"
        yield (f".SH {words['files']}\n.TP\n\\fB/usr/share/plantool/schemas/plan.schema.json\\fR\n"
               f"{escaped(words['schema'])}")
        yield (f".SH {words['see']}\n\\fBplantool\\fR(1),\n\\fBplantool\\-validate\\fR(1),\n"
               "\\fBplantool\\-init\\fR(1)")

    def write(self):
        text = "\n".join(self.sections()) + "\n"
        self.sentences.check_all_used()
        return text


def main():
    language, version, day = sys.argv[1:]
    sys.stdout.reconfigure(encoding="utf-8")
    sys.stdout.write(Page(language, version, day).write())


main()
