#!/usr/bin/python3
"""Writes the papers of the half-year into `thu-den`, and into `expected` what `plantool record`
writes of what a clerk would type of each of them: of no paper it is read what it says. The tests do not run this: it wants python-docx, openpyxl, python-yaml, LibreOffice
and iconv, and LibreOffice's files differ with its version.

    ./generate.py PLANTOOL [NAME...]

With names of functions below, those papers alone. What the papers say is invented; most of it is what data/sample says of the same agencies.
"""

import base64
import copy
import csv
import email.policy
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from xml.sax.saxutils import escape

import docx
import openpyxl
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

here = pathlib.Path(__file__).resolve().parent
project = here.parents[3]
plantool = os.path.realpath(sys.argv[1])
inbox = here / "thu-den"
expected = here / "expected"
work = pathlib.Path(tempfile.mkdtemp())
typed_folder = work / "typed"
for folder in (inbox, expected, typed_folder):
    if not sys.argv[2:]:
        shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(exist_ok=True)

plan = yaml.safe_load((project / "data/plan-2022.yaml").read_text("utf-8"))
TITLES = {task["id"]: task["title"] for task in plan["tasks"]}
TASKS = [f"II.1.{n}" for n in range(1, 8)]
NAMES = {i["id"]: i["name"] for i in plan["indicators"]}
UNITS = {i["id"]: i["unit"] for i in plan["indicators"]}
INVENTED = "Số liệu minh họa, không phải báo cáo thật."
PLAN_NUMBER = "Kế hoạch số 04-KHPH/BTGTU-UBND"
PERIOD = "6 tháng đầu năm 2022"


def sample():
    """The sample's reports by agency: results by task as (summary, figures), and the texts."""
    found = {}
    names = {a["id"]: a["id"] for a in plan["agencies"]}
    for agency in plan["agencies"]:
        for name in [agency["name"], agency.get("short", ""), *agency.get("aliases", [])]:
            names[name] = agency["id"]
    folder = project / "data/sample/2022-H1"
    for file in sorted(folder.glob("*.yaml")):
        report = yaml.safe_load(file.read_text("utf-8"))
        if report["agency"] not in names:
            continue
        found[names[report["agency"]]] = report
    with open(folder / "doan-the.csv", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            report = found.setdefault(names[row["agency"]], {"results": [], "from": "csv"})
            if report.get("from") != "csv":
                continue
            report["next"] = report.get("next") or row["next"]
            figures = {key[7:]: float(value) if "." in value else int(value)
                       for key, value in row.items() if key.startswith("figure:") and value}
            report["results"].append({"task": row["task"], "summary": row["summary"],
                                      "figures": figures})
    return found


SAMPLE = sample()


FALLBACK = "Lồng ghép nội dung này trong sinh hoạt chi bộ và hội nghị báo cáo viên."


def said(agency, task, otherwise=True):
    for result in SAMPLE[agency]["results"]:
        if result["task"] == task:
            return result["summary"].strip()
    return FALLBACK if otherwise else None


def figures_of(agency, task):
    for result in SAMPLE[agency]["results"]:
        if result["task"] == task:
            return result.get("figures", {})
    return {}


def text_of(agency, key):
    return (SAMPLE[agency].get(key) or "").strip()


def vietnamese(number):
    """1234 as 1.234, 98.5 as 98,5."""
    whole, _, part = str(number).partition(".")
    whole = f"{int(whole):,}".replace(",", ".")
    return whole + ("," + part if part else "")


# ---- what a clerk would type -------------------------------------------------------------------

def note_typed(agency, paper, *, number, date, results=(), via=None, received="2022-06-27",
               kept=None, **texts):
    """`results`: (task or None, summary, figures). `kept`: the paper's name and bytes."""
    out = {"format": "plantool/submission@1", "agency": agency, "obligation": "bao-cao-6-thang",
           "period": "2022-H1", "document": {"number": number, "date": date}, "received": received}
    if via:
        out["via"] = via
    if texts.pop("nil", False):
        out["nil"] = True
    rows = []
    for task, summary, figures in results:
        row = {}
        if task:
            row["task"] = task
        if summary:
            row["summary"] = summary
        if figures:
            row["figures"] = {key: figures[key] for key in NAMES if key in figures}
        rows.append(row)
    if rows:
        out["results"] = rows
    out.update({key: value for key, value in texts.items() if value})
    if kept:
        name, content = kept
        (typed_folder / "giay-to").mkdir(exist_ok=True)
        (typed_folder / "giay-to" / name).write_bytes(content)
        out["attachments"] = [{"file": f"giay-to/{name}",
                               "sha256": hashlib.sha256(content).hexdigest()}]
    (typed_folder / f"{agency}.json").write_text(
        json.dumps(out, ensure_ascii=False, indent=1) + "\n", "utf-8")


def kept(name):
    return name, (inbox / name).read_bytes()


# ---- LibreOffice -------------------------------------------------------------------------------

def convert(source, ending, target):
    out = work / "converted"
    out.mkdir(exist_ok=True)
    subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
                    "--convert-to", ending, "--outdir", str(out), str(source)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    made = out / (pathlib.Path(source).stem + "." + ending.split(":")[0])
    shutil.move(made, target)


# ---- python-docx -------------------------------------------------------------------------------

def new_document():
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name = "Times New Roman"
    style.font.size = docx.shared.Pt(14)
    return document


def save(document, path):
    """Without what python-docx's template has besides: a picture of itself, a hundred table styles."""
    whole = work / "whole.docx"
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new:
        for item in old.infolist():
            content = old.read(item)
            if re.search("thumbnail|stylesWithEffects|customXml", item.filename):
                continue
            if item.filename.endswith((".rels", "[Content_Types].xml")):
                content = re.sub(rb'<(Relationship|Override) [^>]*(thumbnail|stylesWithEffects|customXml)[^>]*/>', b"",
                                 content)
            if item.filename == "word/styles.xml":
                content = re.sub(rb'<w:style [^>]*w:type="table" [^>]*w:styleId="(?!TableGrid|TableNormal).*?</w:style>'
                                 rb'|<w:latentStyles.*?</w:latentStyles>', b"", content, flags=re.S)
            new.writestr(item.filename, content)


def page_note(document, text=INVENTED):
    document.sections[0].header.paragraphs[0].text = text


def add(container, text, bold=False, centred=False, italic=False):
    paragraph = container.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = bold or None
    run.italic = italic or None
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def fill(cell, lines):
    """Lines as (text, bold) or texts."""
    for n, line in enumerate(lines):
        text, bold = line if isinstance(line, tuple) else (line, False)
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = bold or None


def head_table(document, left, right):
    table = document.add_table(1, 2)
    fill(table.cell(0, 0), left)
    fill(table.cell(0, 1), right)


def end_table(document, recipients, signature):
    table = document.add_table(1, 2)
    fill(table.cell(0, 0), [("Nơi nhận:", True), *recipients])
    fill(table.cell(0, 1), signature)


# ---- 1. Ban Tuyên giáo Thành ủy Tuy Hòa: head as a table, numbers by hand, figures in an annex --

def tuy_hoa():
    agency = "btg-thanh-uy-tuy-hoa"
    document = new_document()
    page_note(document)
    head_table(document, ["THÀNH ỦY TUY HÒA", ("BAN TUYÊN GIÁO", True), "*", "Số 52-BC/BTGTU"],
               [("ĐẢNG CỘNG SẢN VIỆT NAM", True), "", "Tuy Hòa, ngày 23 tháng 6 năm 2022"])
    add(document, "BÁO CÁO", True, True)
    add(document, f"kết quả thực hiện {PLAN_NUMBER}", True, True)
    add(document, PERIOD, True, True)
    add(document, "-----", centred=True)
    intro = (f"Thực hiện {PLAN_NUMBER}, ngày 23/02/2022 của Ban Tuyên giáo Tỉnh ủy và UBND tỉnh, Ban Tuyên giáo "
             f"Thành ủy báo cáo kết quả thực hiện {PERIOD} như sau:")
    add(document, intro)
    add(document, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", True)
    lead = ("Ban Tuyên giáo Thành ủy đã tham mưu Ban Thường vụ Thành ủy ban hành kế hoạch triển khai thực hiện; hướng dẫn "
            "16 phường, xã tuyên truyền theo từng quý.")
    add(document, lead)
    add(document, "II. KẾT QUẢ THỰC HIỆN", True)
    results = [(None, "\n".join([intro, "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO", lead]), {})]
    for task in TASKS:
        add(document, f"{task}. {TITLES[task]}", True)
        add(document, said(agency, task))
        results.append((task, said(agency, task), figures_of(agency, task)))
    add(document, "III. ĐÁNH GIÁ CHUNG", True)
    add(document, "1. Ưu điểm", True)
    good = "Công tác phối hợp giữa khối Đảng và chính quyền từ thành phố đến phường, xã kịp thời, sát địa bàn."
    add(document, good)
    add(document, "2. Khó khăn, hạn chế", True)
    add(document, text_of(agency, "difficulties") or "Báo cáo viên kiêm nhiệm, thời gian nghiên cứu còn ít.")
    add(document, "IV. NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM", True)
    add(document, text_of(agency, "next"))
    add(document, "V. ĐỀ XUẤT, KIẾN NGHỊ", True)
    ask = text_of(agency, "proposals") or "Đề nghị cung cấp tài liệu sớm trước mỗi kỳ sinh hoạt chi bộ."
    add(document, ask)
    end_table(document, ["- Ban Tuyên giáo Tỉnh ủy (b/c),", "- Ban Thường vụ Thành ủy (b/c),",
                         "- Lưu Ban Tuyên giáo Thành ủy."],
              [("TRƯỞNG BAN", True), "", "", ("Nguyễn Văn Minh Họa", True)])
    document.add_page_break()
    add(document, "PHỤ LỤC", True, True)
    add(document, f"Số liệu tuyên truyền {PERIOD}", True, True)
    columns = list(NAMES)
    table = document.add_table(1, 1 + len(columns))
    table.style = "Table Grid"
    table.cell(0, 0).text = "Nội dung"
    for n, key in enumerate(columns):
        table.cell(0, n + 1).text = NAMES[key]
    for task in TASKS:
        cells = table.add_row().cells
        cells[0].text = f"{task}. {TITLES[task]}"
        for n, key in enumerate(columns):
            value = figures_of(agency, task).get(key)
            cells[n + 1].text = "" if value is None else vietnamese(value)
    sums = table.add_row().cells
    sums[0].text = "Tổng cộng"
    for n, key in enumerate(columns[:6]):
        sums[n + 1].text = vietnamese(sum(figures_of(agency, t).get(key, 0) for t in TASKS))
    name = "BC 6 thang - BTG Thanh uy Tuy Hoa.docx"
    save(document, inbox / name)
    # What is said of strengths belongs to no task: it is of the report as a whole.
    whole = results[0]
    results[0] = (None, "\n".join([whole[1], "1. Ưu điểm", good]), {})
    note_typed(agency, name, number="52-BC/BTGTU", date="2022-06-23", results=results,
               difficulties=text_of(agency, "difficulties") or
               "Báo cáo viên kiêm nhiệm, thời gian nghiên cứu còn ít.",
               next=text_of(agency, "next"), proposals=ask, kept=kept(name))


# ---- 2. Ban Tuyên giáo Thị ủy Sông Cầu: head by tabs, automatic numbers, runs in pieces ---------

NUMBERING = """<w:numbering %s>
<w:abstractNum w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%%2.%%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="91"><w:multiLevelType w:val="hybridMultilevel"/>
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr></w:lvl>
</w:abstractNum>
<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>
<w:num w:numId="91"><w:abstractNumId w:val="91"/></w:num>
</w:numbering>"""


def with_numbering(document):
    part = document.part.numbering_part
    for child in list(part.element):
        part.element.remove(child)
    for child in parse_xml(NUMBERING % nsdecls("w")):
        part.element.append(child)


def numbered(paragraph, level, list_id=90):
    properties = paragraph._p.get_or_add_pPr()
    numbers = OxmlElement("w:numPr")
    for tag, value in (("w:ilvl", level), ("w:numId", list_id)):
        node = OxmlElement(tag)
        node.set(qn("w:val"), str(value))
        numbers.append(node)
    properties.append(numbers)
    return paragraph


def in_pieces(document, text, bold=False):
    """As Word leaves what was typed, corrected and checked for spelling: runs part words anywhere."""
    paragraph = document.add_paragraph()
    at = 0
    for n, size in enumerate([1, 3, 2, 5, 1, 7] * (len(text) // 3 + 1)):
        if at >= len(text):
            break
        run = paragraph.add_run(text[at:at + size])
        run.bold = bold or None
        if n % 3 == 1:
            mark = OxmlElement("w:proofErr")
            mark.set(qn("w:type"), "spellStart")
            paragraph._p.append(mark)
        at += size
    return paragraph


def song_cau():
    agency = "btg-thi-uy-song-cau"
    document = new_document()
    page_note(document)
    with_numbering(document)
    tabs = [("THỊ ỦY SÔNG CẦU", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("BAN TUYÊN GIÁO", ""), ("*", ""),
            ("Số 47-BC/BTGTU", "Sông Cầu, ngày 24 tháng 6 năm 2022")]
    for left, right in tabs:
        add(document, left + ("\t\t\t" + right if right else ""))
    add(document, "BÁO CÁO", True, True)
    add(document, f"kết quả thực hiện Kế hoạch phối hợp giữa Ban Tuyên giáo Tỉnh ủy và UBND tỉnh {PERIOD}",
        True, True)
    numbered(in_pieces(document, "Tình hình chung", True), 0)
    general = "Tình hình tư tưởng trong cán bộ, đảng viên và Nhân dân trên địa bàn thị xã cơ bản ổn định."
    in_pieces(document, general)
    numbered(in_pieces(document, "Kết quả thực hiện", True), 0)
    numbered(in_pieces(document, "Công tác tuyên truyền", True), 1)
    results = [(None, "I. Tình hình chung\n" + general, {})]
    for n, task in enumerate(TASKS):
        numbered(in_pieces(document, TITLES[task], True), 2)
        in_pieces(document, said(agency, task))
        text = said(agency, task)
        if n == 0:
            extra = ["Phát trên hệ thống truyền thanh 14/14 xã, phường;", "Đăng 6 tin trên trang thông tin điện tử thị xã."]
            for line in extra:
                numbered(in_pieces(document, line), 0, 91)
            text = "\n".join([text] + ["- " + line for line in extra])
        results.append((task, text, {}))
    numbered(in_pieces(document, "Công tác phối hợp", True), 1)
    together = "Duy trì giao ban hằng tháng giữa Ban Tuyên giáo Thị ủy và các phòng, ban của UBND thị xã."
    in_pieces(document, together)
    results[0] = (None, results[0][1] + "\n2. Công tác phối hợp\n" + together, {})
    numbered(in_pieces(document, "Khó khăn, vướng mắc", True), 0)
    hard = "Địa bàn trải dài dọc biển, lao động đi làm ăn xa nhiều nên việc tập hợp Nhân dân gặp khó."
    in_pieces(document, hard)
    numbered(in_pieces(document, "Phương hướng, nhiệm vụ 6 tháng cuối năm 2022", True), 0)
    in_pieces(document, text_of(agency, "next"))
    for line in ("Nơi nhận:\t\t\t\tK/T TRƯỞNG BAN", "- Ban Tuyên giáo Tỉnh ủy,\t\t\tPHÓ TRƯỞNG BAN",
                 "- Thường trực Thị ủy,", "- Lưu.\t\t\t\tTrần Thị Minh Họa"):
        add(document, line)
    name = "Báo cáo 6 tháng Sông Cầu (chính thức).docx"
    save(document, inbox / name)
    note_typed(agency, name, number="47-BC/BTGTU", date="2022-06-24", results=results,
               difficulties=hard, next=text_of(agency, "next"), kept=kept(name))


# ---- 3. Ban Tuyên giáo Thị ủy Đông Hòa: XML as WPS writes it, text boxes, content controls ------

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')


def r(text, props=""):
    return (f'<w:r><w:rPr><w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{props}'
            f'<w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def p(*runs, props=""):
    return f'<w:p><w:pPr>{props}</w:pPr>{"".join(runs)}</w:p>'


def bold(text):
    return r(text, "<w:b/>")


def box(*paragraphs):
    inner = "".join(paragraphs)
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData>'
            f'<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>'
            f'</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{inner}'
            f'</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>')


def control(inner):
    return f'<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def write_word(path, body, extra=None):
    parts = {
        "[Content_Types].xml":
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="http://schemas.openxmlformats.org/'
            'package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
            'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName='
            '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.'
            'main+xml"/></Types>',
        "_rels/.rels":
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats'
            '.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml":
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {W}><w:body>{body}<w:sectPr/></w:body>'
            '</w:document>',
    }
    parts.update(extra or {})
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, content in parts.items():
            out.writestr(name, content)


def cell(inner, width=None, span=None, merge=None):
    props = (f'<w:gridSpan w:val="{span}"/>' if span else "") + \
            (f'<w:vMerge w:val="{merge}"/>' if merge == "restart" else "<w:vMerge/>" if merge else "")
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner}</w:tc>"


def dong_hoa():
    agency = "btg-thi-uy-dong-hoa"
    tab = "<w:r><w:tab/></w:r>"
    body = [
        p(box(p(bold("THỊ ỦY ĐÔNG HÒA")), p(bold("BAN TUYÊN GIÁO")), p(r("*")), p(r("Số 39 - BC/BTGTU"))),
          box(p(bold("ĐẢNG CỘNG SẢN VIỆT NAM")), p(r("Đông Hòa, ngày 22 tháng 6 năm 2022")))),
        p(bold("BÁO CÁO")),
        p(bold("Kết quả công tác phối hợp tuyên truyền")),
        p(bold(f"06 tháng đầu năm 2022")),
        p(r(f"({INVENTED})", "<w:i/>")),
    ]
    results = []
    for n, task in enumerate(TASKS, 1):
        body.append(control(p(bold(f"1.{n}. "), control_run(TITLES[task]))))
        text = said(agency, task)
        half = text.find(" ", len(text) // 2)
        body.append(p(r(text[:half]), inline_control(text[half:])))
        results.append((task, text, figures_of(agency, task) if n in (1, 2) else {}))
    columns = ["hoi-nghi", "luot-nguoi", "tuyen-truyen-mieng", "tin-bai", "tai-lieu", "pa-no"]
    rows = ["<w:tr>" + cell(p(bold("Nhiệm vụ"))) +
            "".join(cell(p(bold(NAMES[key]))) for key in columns) + "</w:tr>"]
    for task in TASKS[:2]:
        values = figures_of(agency, task)
        line = "<w:tr>" + cell(p(r(task))) + "".join(
            cell(p(r(vietnamese(values[key]) if key in values else "-"))) for key in columns) + "</w:tr>"
        rows.append(control(line))  # a row that repeats itself
    body.append(p(bold("Một số khó khăn: "), r("Cán bộ tuyên giáo cơ sở thay đổi nhiều sau sắp xếp.")))
    body.append(p(r("Nơi nhận:"), tab, tab, tab, bold("TRƯỞNG BAN")))
    body.append(p(r("- Ban Tuyên giáo Tỉnh ủy;")))
    body.append(p(r("- Lưu BTG."), tab, tab, tab, bold("Lê Minh Họa")))
    body.append(p(bold("Phụ lục số liệu")))
    body.append("<w:tbl><w:tblPr/>" + "".join(rows) + "</w:tbl>")
    name = "btg dong hoa_bc6th.docx"
    write_word(inbox / name, "".join(body))
    note_typed(agency, name, number="39-BC/BTGTU", date="2022-06-22",
               results=[(t, s, {k: v for k, v in f.items() if k in columns}) for t, s, f in results],
               difficulties="Cán bộ tuyên giáo cơ sở thay đổi nhiều sau sắp xếp.", kept=kept(name))


def control_run(text):
    return f'<w:sdt><w:sdtPr/><w:sdtContent>{bold(text)}</w:sdtContent></w:sdt>'


def inline_control(text):
    return f'<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{r(text)}</w:sdtContent></w:sdt>'


# ---- 4. Ban Tuyên giáo Huyện ủy Đồng Xuân: TCVN3, fonts .VnTime and .VnTimeH ---------------------

def tcvn3(text):
    """Pieces as (text of single bytes, font). Capitals with a tone are small letters of the font of
    capitals: TCVN3 has no others."""
    toned = set("ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ")
    pieces = []
    for word in re.split(r"(\s+)", unicodedata.normalize("NFC", text)):
        capitals = len(word) > 1 and word == word.upper() and any(c.isalpha() for c in word)
        if capitals and any(c in toned for c in word):
            pieces.append((word.lower(), ".VnTimeH"))
            continue
        for c in word:
            pieces.append((c.lower(), ".VnTimeH") if c in toned else (c, ".VnTime"))
    joined = []
    for piece, font in pieces:
        if joined and joined[-1][1] == font:
            joined[-1] = (joined[-1][0] + piece, font)
        else:
            joined.append((piece, font))
    out = []
    for piece, font in joined:
        plain = piece.replace("–", "-").replace("“", '"').replace("”", '"')
        encoded = subprocess.run(["iconv", "-f", "UTF-8", "-t", "TCVN"], input=plain.encode(), capture_output=True,
                                 check=True).stdout
        out.append((encoded.decode("latin-1"), font))
    return out


def in_tcvn3(paragraph, text, bold=False):
    for piece, font in tcvn3(text):
        run = paragraph.add_run(piece)
        run.bold = bold or None
        fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
        for key in ("w:ascii", "w:hAnsi"):
            fonts.set(qn(key), font)
    return paragraph


def dong_xuan():
    agency = "btg-huyen-dong-xuan"
    document = new_document()
    table = document.add_table(1, 2)
    left = ["HUYỆN ỦY ĐỒNG XUÂN", "BAN TUYÊN GIÁO", "*", "Số 29-BC/BTGHU"]
    right = ["ĐẢNG CỘNG SẢN VIỆT NAM", "", "Đồng Xuân, ngày 24 tháng 6 năm 2022"]
    for n, lines in enumerate((left, right)):
        place = table.cell(0, n)
        for m, line in enumerate(lines):
            in_tcvn3(place.paragraphs[0] if m == 0 else place.add_paragraph(), line, m < 2)
    def line(text, bold=False):
        return in_tcvn3(document.add_paragraph(), text, bold)
    line("BÁO CÁO", True)
    line(f"Kết quả thực hiện {PLAN_NUMBER} {PERIOD}", True)
    line("A. KẾT QUẢ THỰC HIỆN", True)
    results = []
    for n, task in enumerate(TASKS, 1):
        line(f"1.{n}/ {TITLES[task]}:", True)
        line("+ " + said(agency, task))
        results.append((task, "+ " + said(agency, task).replace("“", '"').replace("”", '"'), {}))
    line("B. KHÓ KHĂN, TỒN TẠI", True)
    line(text_of(agency, "difficulties"))
    line("C. KIẾN NGHỊ", True)
    line(text_of(agency, "proposals"))
    line("D. NHIỆM VỤ THỜI GIAN TỚI", True)
    line(text_of(agency, "next"))
    table = document.add_table(1, 2)
    for n, lines in enumerate((["Nơi nhận:", "- BTG Tỉnh ủy (b/c),", "- Lưu."], ["TRƯỞNG BAN", "", "La Minh Họa"])):
        place = table.cell(0, n)
        for m, text in enumerate(lines):
            in_tcvn3(place.paragraphs[0] if m == 0 else place.add_paragraph(), text)
    line(INVENTED)
    name = "BCAO6TH.docx"
    save(document, inbox / name)
    note_typed(agency, name, number="29-BC/BTGHU", date="2022-06-24", results=results,
               difficulties=text_of(agency, "difficulties"), proposals=text_of(agency, "proposals"),
               next=text_of(agency, "next"), kept=kept(name))


# ---- 5. Ban Tuyên giáo Huyện ủy Tuy An: letters and tones apart, saved by LibreOffice ------------

def tuy_an():
    agency = "btg-huyen-tuy-an"
    document = new_document()
    nfd = lambda text: unicodedata.normalize("NFD", text)
    page_note(document, nfd(INVENTED))
    head_table(document, [nfd("HUYỆN ỦY TUY AN"), (nfd("BAN TUYÊN GIÁO"), True), "*", nfd("Số 45-BC/BTGHU")],
               [(nfd("ĐẢNG CỘNG SẢN VIỆT NAM"), True), "", nfd("Tuy An, ngày 25 tháng 6 năm 2022")])
    add(document, nfd("BÁO CÁO"), True, True)
    add(document, nfd("Kết quả thực hiện công tác phối hợp tuyên truyền"), True, True)
    add(document, nfd(f"({PERIOD})"), True, True)
    document.add_heading(nfd("I. Đặc điểm, tình hình"), 1)
    general = "Huyện có 15 xã, thị trấn; kinh tế chủ yếu là nông nghiệp, nuôi trồng thủy sản."
    add(document, nfd(general))
    document.add_heading(nfd("II. Kết quả thực hiện"), 1)
    document.add_heading(nfd("1. Các nội dung tuyên truyền"), 2)
    results = [(None, "I. Đặc điểm, tình hình\n" + general, {})]
    for n, task in enumerate(TASKS, 1):
        document.add_heading(nfd(f"1.{n} {TITLES[task]}"), 3)
        add(document, nfd(said(agency, task)))
        results.append((task, said(agency, task), {}))
    document.add_heading(nfd("III. Tồn tại, hạn chế và nguyên nhân"), 1)
    hard = text_of(agency, "difficulties") or "Một số xã gửi số liệu chậm."
    document.add_heading(nfd("1. Tồn tại"), 2)
    add(document, nfd(hard))
    document.add_heading(nfd("2. Nguyên nhân"), 2)
    why = "Cán bộ phụ trách ở xã kiêm nhiệm nhiều việc."
    add(document, nfd(why))
    document.add_heading(nfd("IV. Phương hướng thời gian tới"), 1)
    add(document, nfd(text_of(agency, "next")))
    end_table(document, [nfd("- BTG Tỉnh ủy;"), nfd("- Lưu VT.")],
              [(nfd("PHÓ TRƯỞNG BAN"), True), "", nfd("Đặng Minh Họa")])
    document.save(work / "tuy-an.docx")
    convert(work / "tuy-an.docx", "odt", work / "tuy-an.odt")
    name = nfd("Báo cáo BTGHU Tuy An.docx")
    convert(work / "tuy-an.odt", "docx", inbox / name)
    note_typed(agency, name, number="45-BC/BTGHU", date="2022-06-25", results=results,
               difficulties=f"1. Tồn tại\n{hard}\n2. Nguyên nhân\n{why}", next=text_of(agency, "next"),
               kept=(unicodedata.normalize("NFC", name), (inbox / name).read_bytes()))


# ---- 6. Đảng ủy Quân sự tỉnh: changes that were tracked, footnotes, hidden text -----------------

def quan_su():
    agency = "dang-uy-quan-su"
    mark = 'w:id="7" w:author="Minh Họa" w:date="2022-06-20T08:00:00Z"'
    def deleted(text):
        return (f'<w:del {mark}><w:r><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">{escape(text)}</w:delText>'
                f'</w:r></w:del>')
    def inserted(text):
        return f'<w:ins {mark}>{r(text)}</w:ins>'
    foot = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    rows = "<w:tr>" + cell(p(r("TỈNH ỦY PHÚ YÊN")) + p(bold("ĐẢNG ỦY QUÂN SỰ TỈNH")) + p(r("*")) +
                           p(r("Số "), deleted("61"), inserted("63"), r("-BC/ĐU"))) + \
        cell(p(bold("ĐẢNG CỘNG SẢN VIỆT NAM")) + p() + p(r("Phú Yên, ngày "), deleted("20"), inserted("24"),
                                                         r(" tháng 6 năm 2022"))) + "</w:tr>"
    body = [f"<w:tbl><w:tblPr/>{rows}</w:tbl>", p(bold("BÁO CÁO")),
            p(bold(f"Kết quả thực hiện nhiệm vụ phối hợp {PERIOD}"))]
    results = []
    body.append(p(bold("II. KẾT QUẢ THỰC HIỆN")))
    body.append(p(bold("II.1. Công tác tuyên truyền")))
    for n, task in enumerate(TASKS, 1):
        body.append(p(bold(f"{n}. "), bold(TITLES[task]), deleted(" (dự thảo)")))
        text = said(agency, task)
        first, rest = text[:20], text[20:]
        body.append(p(r(first), deleted("đồng chí, "), inserted(rest) if n % 2 else r(rest), foot if n == 1 else "",
                      r("bỏ", "<w:vanish/>")))
        results.append((task, text, {}))
    body.append(f'<w:p><w:pPr><w:rPr><w:del {mark}/></w:rPr></w:pPr>{deleted("Đoạn này đã bỏ cả.")}</w:p>')
    body.append(p(bold("III. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2022")))
    body.append(p(r(text_of(agency, "next"))))
    sign = "<w:tr>" + cell(p(bold("Nơi nhận:")) + p(r("- Ban Tuyên giáo Tỉnh ủy,")) + p(r("- Lưu."))) + \
        cell(p(bold("T/M BAN THƯỜNG VỤ")) + p(bold("PHÓ BÍ THƯ")) + p() + p(bold("Đại tá Phan Minh Họa"))) + "</w:tr>"
    body.append(f"<w:tbl><w:tblPr/>{sign}</w:tbl>")
    notes = (f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {W}><w:footnote w:id="2">'
             f'{p(r("Trong đó có 02 lớp do Ban Tuyên giáo Tỉnh ủy phối hợp. " + INVENTED))}</w:footnote></w:footnotes>')
    rels = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats'
            '.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/'
            'officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/></Relationships>')
    name = "63-BC-ĐU (sửa lần cuối).docx"
    write_word(inbox / name, "".join(body),
               {"word/footnotes.xml": notes, "word/_rels/document.xml.rels": rels})
    note_typed(agency, name, number="63-BC/ĐU", date="2022-06-24", results=results,
               next=text_of(agency, "next"), kept=kept(name))


# ---- 7. Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh: State layout, letters, run-in headings -----------

def mat_tran():
    agency = "mttq-tinh"
    document = new_document()
    head_table(document, ["ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM", "TỈNH PHÚ YÊN", ("BAN THƯỜNG TRỰC", True), "_______",
                          "Số: 118/BC-MTTQ-BTT"],
               [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True), "___________",
                "Phú Yên, ngày 24 tháng 6 năm 2022"])
    add(document, "BÁO CÁO", True, True)
    add(document, f"Kết quả tuyên truyền, vận động Nhân dân thực hiện {PLAN_NUMBER} {PERIOD}", True, True)
    add(document, "Kính gửi: Ban Tuyên giáo Tỉnh ủy.")
    add(document, "I. KẾT QUẢ THỰC HIỆN", True)
    results = []
    for n, task in enumerate(TASKS, 1):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{n}. {TITLES[task]}: ").bold = True
        paragraph.add_run(said(agency, task))
        results.append((task, said(agency, task), {}))
    add(document, "II. NHIỆM VỤ TRỌNG TÂM THỜI GIAN TỚI", True)
    add(document, text_of(agency, "next"))
    add(document, "III. ĐỀ XUẤT", True)
    add(document, text_of(agency, "proposals"))
    end_table(document, ["- Như trên;", "- Ủy ban Trung ương MTTQ Việt Nam;", "- Lưu VT."],
              [("TM. BAN THƯỜNG TRỰC", True), ("KT. CHỦ TỊCH", True), ("PHÓ CHỦ TỊCH", True), "", "",
               ("Nguyễn Thị Minh Họa", True)])
    add(document, f"Ghi chú: {INVENTED}", italic=True)
    name = "bao cao mat tran.docx"
    save(document, inbox / name)
    note_typed(agency, name, number="118/BC-MTTQ-BTT", date="2022-06-24", results=results,
               next=text_of(agency, "next"), proposals=text_of(agency, "proposals"), kept=kept(name))


# ---- 8. Liên đoàn Lao động tỉnh: figures within the text, cells of the header merged ------------

def lao_dong():
    agency = "lien-doan-lao-dong"
    document = new_document()
    page_note(document)
    head_table(document, ["TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM", ("LIÊN ĐOÀN LAO ĐỘNG TỈNH PHÚ YÊN", True),
                          "Số: 64/BC-LĐLĐ"],
               [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True),
                "Tuy Hòa, ngày 23 tháng 6 năm 2022"])
    add(document, f"BÁO CÁO KẾT QUẢ THỰC HIỆN {PERIOD.upper()}", True, True)
    intro = f"Liên đoàn Lao động tỉnh báo cáo kết quả tuyên truyền trong công nhân, viên chức, lao động {PERIOD}:"
    add(document, intro)
    results = [(None, intro, {})]
    for task in TASKS:
        if not said(agency, task, False):
            continue
        add(document, TITLES[task], True)  # by its title alone
        add(document, said(agency, task))
        results.append((task, said(agency, task), figures_of(agency, task)))
    add(document, "Số liệu cụ thể", True)
    columns = ["hoi-nghi", "luot-nguoi", "tuyen-truyen-mieng", "tin-bai", "tai-lieu", "pa-no", "ty-le-hoc-tap", "phan-bac"]
    table = document.add_table(2, 2 + len(columns))
    table.style = "Table Grid"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "TT"
    table.cell(0, 1).merge(table.cell(1, 1)).text = "Nội dung tuyên truyền"
    table.cell(0, 2).merge(table.cell(0, 1 + len(columns))).text = "Kết quả"
    for n, key in enumerate(columns):
        table.cell(1, n + 2).text = f"{NAMES[key]} ({UNITS[key]})"
    for n, (task, _, figures) in enumerate(results[1:], 1):
        cells = table.add_row().cells
        cells[0].text = str(n)
        cells[1].text = TITLES[task]
        for m, key in enumerate(columns):
            value = figures.get(key)
            cells[m + 2].text = "-" if value is None else vietnamese(value) + ("%" if key == "ty-le-hoc-tap" else "")
    add(document, "Phương hướng 6 tháng cuối năm", True)
    add(document, text_of(agency, "next"))
    end_table(document, ["- Ban Tuyên giáo Tỉnh ủy;", "- Lưu."],
              [("TM. BAN THƯỜNG VỤ", True), ("CHỦ TỊCH", True), "", ("Phạm Minh Họa", True)])
    name = "Bao_cao_LDLD_6_thang_2022.docx"
    save(document, inbox / name)
    note_typed(agency, name, number="64/BC-LĐLĐ", date="2022-06-23", results=results,
               next=text_of(agency, "next"), kept=kept(name))


# ---- 9. Hội Liên hiệp Phụ nữ tỉnh: no task by number or title, bullets typed by hand ------------

def phu_nu():
    agency = "hoi-phu-nu"
    document = new_document()
    head_table(document, ["HỘI LHPN VIỆT NAM", ("HỘI LHPN TỈNH PHÚ YÊN", True), "Số: 77/BC-BTV"],
               [("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập – Tự do – Hạnh phúc", True),
                "Tuy Hoà, ngày 27 tháng 6 năm 2022"])
    add(document, "BÁO CÁO", True, True)
    add(document, f"Công tác tuyên truyền, vận động hội viên, phụ nữ\n{PERIOD}", True, True)
    add(document, "I. Kết quả", True)
    lines = [f"- {said(agency, task)}" for task in TASKS]
    for line in lines:
        add(document, line)
    add(document, "II. Hạn chế", True)
    hard = "- Nội dung sinh hoạt ở một số chi hội chưa phong phú.\n- Kinh phí tuyên truyền ở cơ sở còn ít."
    for line in hard.split("\n"):
        add(document, line)
    add(document, "III. Phương hướng", True)
    add(document, text_of(agency, "next"))
    add(document, "Trên đây là báo cáo kết quả công tác 6 tháng đầu năm 2022 của Hội LHPN tỉnh.")
    end_table(document, ["- Ban Tuyên giáo Tỉnh uỷ;", "- Lưu VP."],
              [("TM. BAN THƯỜNG VỤ", True), ("PHÓ CHỦ TỊCH", True), "", ("Bùi Thị Minh Hoạ", True)])
    add(document, INVENTED, italic=True)
    name = "77. BC 6 tháng HPN.docx"
    save(document, inbox / name)
    note_typed(agency, name, number="77/BC-BTV", date="2022-06-27",
               results=[(None, "I. Kết quả\n" + "\n".join(lines), {})], difficulties=hard,
               next=text_of(agency, "next") +
               "\nTrên đây là báo cáo kết quả công tác 6 tháng đầu năm 2022 của Hội LHPN tỉnh.",
               kept=kept(name))


# ---- forms -------------------------------------------------------------------------------------

def blank_forms():
    desk = work / "desk"
    (desk / "sample").mkdir(parents=True)
    for name in ("plan-2022.yaml", "holidays-vn.yaml"):
        shutil.copy(project / "data" / name, desk)
    def run(*words):
        subprocess.run([plantool, "form", "--plan", str(desk / "plan-2022.yaml"), "--as-of", "2022-06-01", *words],
                       check=True, stderr=subprocess.DEVNULL)
    run("--period", "2022-H1", "--obligation", "bao-cao-6-thang", "-o", str(work / "forms"))
    run("--register", "--period", "2022-H1", "--obligation", "bao-cao-6-thang", "-o", str(work / "register.xlsx"))


def form_of(agency):
    return work / "forms" / f"bao-cao-6-thang-2022-H1-{agency}.xlsx"


def keys_of(sheet):
    rows = {sheet.cell(row, 1).value: row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value}
    columns = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)
               if sheet.cell(1, column).value}
    return rows, columns


def fill_form(sheet, agency, number, date, as_text=False, skip=()):
    """What was typed of it."""
    rows, columns = keys_of(sheet)
    def put(row, column, value):
        sheet.cell(rows[row], columns[column]).value = value
    put("number", "value", number)
    put("date", "value", date)
    results = []
    for task in TASKS:
        if task in skip or not said(agency, task, False):
            continue
        put(task, "summary", said(agency, task))
        figures = figures_of(agency, task)
        for key, value in figures.items():
            put(task, key, vietnamese(value) if as_text else value)
        results.append((task, said(agency, task), figures))
    for key in ("difficulties", "proposals", "next"):
        if text_of(agency, key):
            put(key, "value", text_of(agency, key))
    put("note", "value", INVENTED)
    return results


def texts_of(agency):
    return {key: text_of(agency, key) for key in ("difficulties", "proposals", "next")} | {"note": INVENTED}


def plain_form():
    """Filled in as it is."""
    agency = "btg-huyen-son-hoa"
    book = openpyxl.load_workbook(form_of(agency))
    import datetime
    results = fill_form(book.worksheets[0], agency, "33-BC/BTGHU", datetime.date(2022, 6, 24))
    name = form_of(agency).name
    book.save(inbox / name)
    note_typed(agency, name, number="33-BC/BTGHU", date="2022-06-24", results=results, kept=kept(name),
               **texts_of(agency))


def text_form():
    """Numbers and the date typed as texts, a sheet of the agency's own, another name."""
    agency = "btg-huyen-song-hinh"
    book = openpyxl.load_workbook(form_of(agency))
    results = fill_form(book.worksheets[0], agency, "40-BC/BTGHU", "24/6/2022", as_text=True)
    own = book.create_sheet("Số liệu các xã", 0)
    own["A1"] = "Xã"
    own["B1"] = "Số hội nghị"
    own["A2"] = "Ea Ly"
    own["B2"] = 3
    name = "Bieu mau - Song Hinh (2).xlsx"
    book.save(inbox / name)
    note_typed(agency, name, number="40-BC/BTGHU", date="2022-06-24", results=results, kept=kept(name),
               **texts_of(agency))


def libreoffice_form():
    """Filled in, then saved by LibreOffice."""
    agency = "dang-uy-cong-an"
    book = openpyxl.load_workbook(form_of(agency))
    import datetime
    results = fill_form(book.worksheets[0], agency, "71-BC/ĐUCA", datetime.date(2022, 6, 23))
    book.save(work / "cong-an.xlsx")
    convert(work / "cong-an.xlsx", "ods", work / "cong-an.ods")
    name = "Biểu mẫu ĐU Công an.xlsx"
    convert(work / "cong-an.ods", "xlsx", inbox / name)
    note_typed(agency, name, number="71-BC/ĐUCA", date="2022-06-23", results=results, kept=kept(name),
               **texts_of(agency))


def moved_form():
    """Rows put between, tasks in another order, cells coloured and merged."""
    agency = "tinh-doan"
    book = openpyxl.load_workbook(form_of(agency))
    sheet = book.worksheets[0]
    results = fill_form(sheet, agency, "205-BC/TĐTN-BTG", "ngày 22 tháng 6 năm 2022")
    rows, _ = keys_of(sheet)
    last, first = rows["II.1.7"], rows["II.1.6"]
    for column in range(1, sheet.max_column + 1):  # the last two tasks change places
        a, b = sheet.cell(first, column), sheet.cell(last, column)
        if type(a).__name__ == "MergedCell" or type(b).__name__ == "MergedCell":
            continue
        a.value, b.value = b.value, a.value
    for merged in list(sheet.merged_cells.ranges):
        if merged.min_row > rows["II.1.3"]:
            sheet.unmerge_cells(str(merged))
    sheet.insert_rows(rows["II.1.3"], 2)
    sheet.cell(rows["II.1.3"], 5).value = "(dòng của đơn vị thêm: số liệu đến ngày 20/6)"
    sheet.cell(rows["II.1.3"], 6).value = 99
    for column in range(2, 8):
        sheet.cell(rows["II.1.1"], column).fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    name = form_of(agency).name
    book.save(inbox / name)
    results[-1], results[-2] = results[-2], results[-1]
    note_typed(agency, name, number="205-BC/TĐTN-BTG", date="2022-06-22", results=results, kept=kept(name),
               **texts_of(agency))


def formula_form():
    """Sums by formulas, percent in a cell of percent, saved by LibreOffice, which computes them."""
    agency = "hoi-nong-dan"
    book = openpyxl.load_workbook(form_of(agency))
    sheet = book.worksheets[0]
    results = fill_form(sheet, agency, "59-BC/HNDT", "27.6.2022")
    rows, columns = keys_of(sheet)
    heard = sheet.cell(rows["II.1.1"], columns["luot-nguoi"])
    heard.value = f"={heard.value - 200}+200"
    share = sheet.cell(rows["II.1.5"], columns["ty-le-hoc-tap"])
    share.value = share.value / 100
    share.number_format = "0.0%"
    book.save(work / "nong-dan.xlsx")
    name = "hoi nong dan - bieu mau 6 thang.xlsx"
    convert(work / "nong-dan.xlsx", "xlsx:Calc MS Excel 2007 XML", inbox / name)
    note_typed(agency, name, number="59-BC/HNDT", date="2022-06-27", results=results, kept=kept(name),
               **texts_of(agency))


def register():
    """The office's own register: one line filled in, of a paper that came on paper alone."""
    import datetime
    agency = "hoi-cuu-chien-binh"
    book = openpyxl.load_workbook(work / "register.xlsx")
    sheet = book.worksheets[0]
    columns = {sheet.cell(1, column).value: column for column in range(1, sheet.max_column + 1)}
    for row in range(2, sheet.max_row + 1):
        if sheet.cell(row, columns["agency"]).value != agency:
            continue
        for key, value in (("received", datetime.date(2022, 6, 24)), ("document_number", "31/BC-CCB"),
                           ("document_date", datetime.date(2022, 6, 22)), ("via", "bưu điện"), ("nil", "x"),
                           ("note", INVENTED)):
            sheet.cell(row, columns[key]).value = value
    book.save(inbox / "So theo doi bao cao den.xlsx")
    note_typed(agency, None, number="31/BC-CCB", date="2022-06-22", received="2022-06-24", via="post", nil=True,
               note=INVENTED)


# ---- PDF: what a scanner with recognition of letters, or a printer, leaves ----------------------

def simple_report(agency, left, right, title, headings, end):
    document = new_document()
    head_table(document, left, right)
    add(document, "BÁO CÁO", True, True)
    add(document, title, True, True)
    for text, strong in headings:
        add(document, text, strong)
    end_table(document, *end)
    add(document, INVENTED)
    for run in document.element.iter(qn("w:b")):  # one font is embedded, not two
        run.set(qn("w:val"), "0")
    return document


def tay_hoa():
    agency = "btg-huyen-tay-hoa"
    headings = [("II. KẾT QUẢ THỰC HIỆN", True)]
    results = []
    for n, task in enumerate(TASKS, 1):
        headings += [(f"{task}. {TITLES[task]}", True), (said(agency, task), False)]
        results.append((task, said(agency, task), {}))
    headings += [("III. KHÓ KHĂN", True), (text_of(agency, "difficulties"), False),
                 ("IV. KIẾN NGHỊ, ĐỀ XUẤT", True), (text_of(agency, "proposals"), False)]
    document = simple_report(agency, ["HUYỆN ỦY TÂY HÒA", ("BAN TUYÊN GIÁO", True), "*", "Số 36-BC/BTGHU"],
                             [("ĐẢNG CỘNG SẢN VIỆT NAM", True), "", "Tây Hòa, ngày 22 tháng 6 năm 2022"],
                             f"Kết quả thực hiện {PLAN_NUMBER} {PERIOD}", headings,
                             (["- Ban Tuyên giáo Tỉnh ủy,", "- Lưu."], [("TRƯỞNG BAN", True), "", "Võ Minh Họa"]))
    document.save(work / "tay-hoa.docx")
    name = "scan0012.pdf"
    convert(work / "tay-hoa.docx", "pdf", inbox / name)
    note_typed(agency, name, number="36-BC/BTGHU", date="2022-06-22", results=results,
               difficulties=text_of(agency, "difficulties"), proposals=text_of(agency, "proposals"), kept=kept(name))


def bien_phong():
    agency = "dang-uy-bien-phong"
    headings = []
    results = []
    for n, task in enumerate(TASKS, 1):
        headings += [(f"1.{n}. {TITLES[task]}", True), (said(agency, task), False)]
        results.append((task, said(agency, task), {}))
    headings += [("2. Phương hướng, nhiệm vụ 6 tháng cuối năm", True), (text_of(agency, "next"), False)]
    document = simple_report(agency, ["TỈNH ỦY PHÚ YÊN", ("ĐẢNG ỦY BỘ ĐỘI BIÊN PHÒNG TỈNH", True), "*", "Số 92-BC/ĐU"],
                             [("ĐẢNG CỘNG SẢN VIỆT NAM", True), "", "Phú Yên, ngày 25 tháng 6 năm 2022"],
                             f"Công tác phối hợp tuyên truyền {PERIOD}", headings,
                             (["- Ban Tuyên giáo Tỉnh ủy,", "- Lưu."],
                              [("T/M ĐẢNG ỦY", True), ("BÍ THƯ", True), "", "Đại tá Hồ Minh Họa"]))
    document.save(work / "bien-phong.docx")
    name = "BC_DUBP_25-6-2022_signed.pdf"
    convert(work / "bien-phong.docx", "pdf", inbox / name)
    note_typed(agency, name, number="92-BC/ĐU", date="2022-06-25", results=results, next=text_of(agency, "next"),
               kept=kept(name))


# ---- mail --------------------------------------------------------------------------------------

DOCX = "vnd.openxmlformats-officedocument.wordprocessingml.document"
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=")


def phu_hoa_paper():
    agency = "btg-huyen-phu-hoa"
    document = new_document()
    page_note(document)
    head_table(document, ["HUYỆN ỦY PHÚ HÒA", ("BAN TUYÊN GIÁO", True), "*", "Số 32-BC/BTGHU"],
               [("ĐẢNG CỘNG SẢN VIỆT NAM", True), "", "Phú Hòa, ngày 24 tháng 6 năm 2022"])
    add(document, f"BÁO CÁO\nkết quả thực hiện {PLAN_NUMBER} {PERIOD}", True, True)
    results = []
    for n, task in enumerate(TASKS, 1):
        add(document, f"II.1.{n} - {TITLES[task]}", True)
        add(document, said(agency, task))
        results.append((task, said(agency, task), {}))
    add(document, "Kiến nghị", True)
    add(document, text_of(agency, "proposals"))
    add(document, "Phương hướng", True)
    add(document, text_of(agency, "next"))
    end_table(document, ["- Ban Tuyên giáo Tỉnh ủy,", "- Lưu."], [("PHÓ TRƯỞNG BAN", True), "", "Cao Minh Họa"])
    file = work / "phu-hoa.docx"
    save(document, file)
    return agency, file.read_bytes(), results


def original_mail(paper):
    inner = EmailMessage()
    inner["From"] = "Ban Tuyên giáo Phú Hòa <btgphuhoa@example.vn>"
    inner["To"] = "phongkhoagiaobtgpy@gmail.com"
    inner["Date"] = "Fri, 24 Jun 2022 15:20:00 +0700"
    inner["Subject"] = "Báo cáo 6 tháng đầu năm 2022"
    inner["Message-ID"] = "<phu-hoa-1@example.vn>"
    inner.set_content(f"Kính gửi Phòng Khoa giáo báo cáo 6 tháng (đính kèm).\n\n{INVENTED}\n", cte="quoted-printable")
    inner.add_attachment(paper, maintype="application", subtype=DOCX,
                         filename="Báo cáo 6 tháng đầu năm 2022 - Phú Hòa.docx")
    return inner


RECEIVED = ("from mail.example.vn (mail.example.vn [192.0.2.25])\r\n"
            "\tby mx.example.com with ESMTPS id {id}\r\n\tfor <phongkhoagiaobtgpy@gmail.com>;\r\n\t{date}")


def write_mail(name, mail, received):
    raw = mail.as_bytes(policy=mail.policy.clone(linesep="\r\n"))
    head = "".join(f"Received: {line}\r\n" for line in received).encode()
    (inbox / name).write_bytes(head + raw)


def forwarded_as_message():
    agency, paper, results = phu_hoa_paper()
    inner = original_mail(paper)
    for name, who, date, number in (
            ("FW_ Báo cáo 6 tháng.eml", "vanthu@example.vn", "Sat, 25 Jun 2022 09:12:44 +0700", 1),
            ("Fwd_ FW_ Báo cáo 6 tháng (Chuyển lại).eml", "lanhdao@example.vn", "Sun, 26 Jun 2022 20:01:05 +0700", 2)):
        outer = MIMEMultipart("mixed", boundary=f"----=_NextPart_{number:03d}")
        outer["From"] = f"=?UTF-8?B?{base64.b64encode('Văn thư'.encode()).decode()}?= <{who}>"
        outer["To"] = "phongkhoagiaobtgpy@gmail.com"
        outer["Subject"] = "FW: =?UTF-8?Q?B=C3=A1o_c=C3=A1o_6_th=C3=A1ng?="
        outer["Date"] = date
        outer.attach(MIMEText("Chuyển Phòng Khoa giáo tổng hợp.\n", "plain", "utf-8"))
        if number == 1:
            inner_bytes = inner.as_bytes(policy=email.policy.SMTP)  # filename*=utf-8''...
            part = MIMEText("")
            for key in list(part.keys()):
                del part[key]
            part["Content-Type"] = "message/rfc822"
            part.set_payload(inner_bytes.decode("utf-8", "surrogateescape"))
            outer.attach(part)
        else:
            # Python's older way, as webmails have it: encodes the whole of Content-Disposition.
            outer.attach(MIMEMessage(copy.deepcopy(inner)))
        write_mail(name, outer, [RECEIVED.format(id=f"abc{number}", date=date),
                                 RECEIVED.format(id="xyz", date="Fri, 24 Jun 2022 15:20:10 +0700 (ICT)")])
    note_typed(agency, None, number="32-BC/BTGHU", date="2022-06-24", received="2022-06-25", via="email",
               results=results, proposals=text_of(agency, "proposals"), next=text_of(agency, "next"),
               kept=("Báo cáo 6 tháng đầu năm 2022 - Phú Hòa.docx", paper))


def forwarded_inline():
    agency = "dang-uy-khoi"
    document = new_document()
    head_table(document, ["TỈNH ỦY PHÚ YÊN", ("ĐẢNG ỦY KHỐI CÁC CƠ QUAN VÀ DOANH NGHIỆP TỈNH", True), "*",
                          "Số 121-BC/ĐUK"],
               [("ĐẢNG CỘNG SẢN VIỆT NAM", True), "", "Phú Yên, ngày 23 tháng 6 năm 2022"])
    add(document, "BÁO CÁO", True, True)
    add(document, f"Kết quả thực hiện công tác phối hợp {PERIOD}", True, True)
    results = []
    document.add_paragraph()
    add(document, "II - KẾT QUẢ THỰC HIỆN", True)
    for n, task in enumerate(TASKS, 1):
        add(document, f"II. 1.{n}. {TITLES[task]}", True)
        add(document, said(agency, task))
        results.append((task, said(agency, task), {}))
    add(document, "III - HẠN CHẾ", True)
    add(document, text_of(agency, "difficulties"))
    add(document, "IV - NHIỆM VỤ TRONG THỜI GIAN TỚI", True)
    add(document, text_of(agency, "next"))
    end_table(document, ["- Ban Tuyên giáo Tỉnh ủy,", "- Lưu."],
              [("T/M BAN THƯỜNG VỤ", True), ("PHÓ BÍ THƯ", True), "", "Huỳnh Minh Họa"])
    add(document, INVENTED, italic=True)
    file = work / "khoi.docx"
    save(document, file)
    paper = file.read_bytes()
    name = "BC 121 ĐUK - 6 tháng đầu năm.docx"
    outer = MIMEMultipart("mixed", boundary="000000000000a1b2c305e2")
    outer["From"] = "Minh Hoa <minhhoa.duk@example.vn>"
    outer["To"] = "phongkhoagiaobtgpy@gmail.com"
    outer["Subject"] = "Fwd: bao cao 6 thang"
    outer["Date"] = "Fri, 24 Jun 2022 17:40:00 +0700"
    text = MIMEText("", "plain", "us-ascii")
    del text["Content-Type"], text["Content-Transfer-Encoding"]
    text["Content-Type"] = 'text/plain; charset="windows-1258"'
    text["Content-Transfer-Encoding"] = "quoted-printable"
    words = ("---------- Forwarded message ---------\nTừ: Van phong DUK <vp.duk@example.vn>\n"
             f"Kính chuyển báo cáo.\n{INVENTED}\n")
    encoded = subprocess.run(["iconv", "-f", "UTF-8", "-t", "CP1258//TRANSLIT"], input=words.encode(),
                             capture_output=True, check=True).stdout
    import quopri
    text.set_payload(quopri.encodestring(encoded).decode("ascii"))
    outer.attach(text)
    picture = MIMEImage(PIXEL, name="image001.png")
    picture["Content-ID"] = "<image001.png@01D88>"
    outer.attach(picture)
    part = MIMEApplication(paper, DOCX)
    encoded_name = base64.b64encode(name.encode()).decode()
    half = len(encoded_name) // 8 * 4
    del part["Content-Type"]
    part["Content-Type"] = f'application/octet-stream;\r\n\tname="=?UTF-8?B?{encoded_name[:half]}?=\r\n\t=?UTF-8?B?{encoded_name[half:]}?="'
    part["Content-Disposition"] = f'attachment;\r\n\tfilename="=?UTF-8?B?{encoded_name[:half]}?=\r\n\t=?UTF-8?B?{encoded_name[half:]}?="'
    outer.attach(part)
    raw = outer.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    (inbox / "Fwd bao cao 6 thang.eml").write_bytes(raw)
    note_typed(agency, None, number="121-BC/ĐUK", date="2022-06-23", received="2022-06-24", via="email",
               results=results, difficulties=text_of(agency, "difficulties"), next=text_of(agency, "next"),
               kept=(name, paper))


def record():
    """What was typed as submissions; the papers beside them are those of `thu-den`."""
    desk = work / "record"
    (desk / "sample").mkdir(parents=True)
    for name in ("plan-2022.yaml", "holidays-vn.yaml"):
        shutil.copy(project / "data" / name, desk)
    for file in sorted(typed_folder.glob("*.json")):
        subprocess.run([plantool, "record", "-q", "--plan", str(desk / "plan-2022.yaml"), "--as-of", "2022-06-27",
                        "--json", str(file)], check=True)
    for file in sorted((desk / "sample/2022-H1").glob("*.yaml")):
        shutil.copy(file, expected)


if __name__ == "__main__":
    for write in (tuy_hoa, song_cau, dong_hoa, dong_xuan, tuy_an, quan_su, mat_tran, lao_dong, phu_nu, blank_forms,
                  plain_form, text_form, libreoffice_form, moved_form, formula_form, register, tay_hoa, bien_phong,
                  forwarded_as_message, forwarded_inline):
        if not sys.argv[2:] or write.__name__ in sys.argv[2:]:
            write()
    record()
    shutil.rmtree(work)
