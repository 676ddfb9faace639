#!/usr/bin/env python3
"""hostile-inbox.py PLANTOOL: `import` of an inbox in which everything is wrong that can be: bombs, broken
and mislabelled files, names that lead elsewhere, papers that are secret. Each paper ends in the outcome that
is listed here; nothing is written beside the folder of submissions; of a secret paper nothing is left."""

import base64
import io
import json
import os
import pathlib
import re
import stat
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

program = os.path.realpath(sys.argv[1])
root = pathlib.Path(tempfile.mkdtemp()).resolve()
desk = root / "desk"
inbox = desk / "thu-den"
inbox.mkdir(parents=True)
(root / "home").mkdir()
SECRET = "NoiDungBiMat7391"
expected = {}  # by name in the inbox: the outcomes of its papers, sorted


def expect(name, *outcomes):
    expected[name] = sorted(outcomes)


def put(name, content, *outcomes):
    path = inbox / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    expect(name, *outcomes)


# ---- Office files ------------------------------------------------------------------------------

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
         'ContentType="application/xml"/></Types>')


def relations(*pairs):
    return ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' + "".join(
        f'<Relationship Id="rId{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        f'Target="{target}"/>' for n, (kind, target) in enumerate(pairs, 1)) + "</Relationships>")


def package(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()


def word(body, prolog="", more=None, main="word/document.xml"):
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": relations(("officeDocument", main)),
                    main: f'<?xml version="1.0" encoding="UTF-8"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}'
                          f"</w:body></w:document>", **(more or {})})


def p(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def row(*cells):
    return "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def report(agency, number, body=None, mark=""):
    """A whole report. `mark`: what stands below the number."""
    return ("<w:tbl>" + row(p("UBND TỈNH") + p(agency) + p(f"Số: {number}/BC") + mark,
                            p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Tuy An, ngày 24 tháng 6 năm 2022")) +
            "</w:tbl>" + p("BÁO CÁO") + p("Kết quả 6 tháng đầu năm 2022") +
            (body or p("II.1. Tuyên truyền") + p("Đã làm xong.")) + p("Nơi nhận:"))


def workbook(sheet, strings=""):
    return package({"[Content_Types].xml": TYPES, "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
                    "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/'
                                       f'2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
                                       f"</workbook>",
                    "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"),
                                                            ("sharedStrings", "sharedStrings.xml")),
                    "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
                    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{S}"><sheetData>{sheet}</sheetData></worksheet>'})


good = word(report("XÃ MỘT", 1))

# ---- bombs
put("bomb-zip.docx", package({"[Content_Types].xml": TYPES,
                              "_rels/.rels": relations(("officeDocument", "word/document.xml")),
                              "word/document.xml": b" " * (257 << 20)}), "unreadable")
laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
put("bomb-entities.docx", word(p("&l9;"), f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'), "unreadable")
put("entity-of-a-file.docx", word(p("&f;"), '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'), "unreadable")
put("parts-10001.docx", package({f"p{n}": "" for n in range(10_001)}), "unreadable")
put("tables-200-deep.docx", word("<w:tbl><w:tr><w:tc>" * 200 + p("x") + "</w:tc></w:tr></w:tbl>" * 200), "unreadable")
put("elements-100000-deep.docx", word("<w:sdt><w:sdtContent>" * 50_000 + "</w:sdtContent></w:sdt>" * 50_000),
    "unreadable")
put("strings-of-nowhere.xlsx", workbook('<row r="1"><c r="A1" t="s"><v>4294967295</v></c><c r="XFD1048576"><v>1e999</v>'
                                        '</c><c r="ZZZZZZ99999999999"><v>1</v></c></row>'), "unreadable")
put("rows-of-nowhere.xlsx", workbook('<row r="-1"><c r="A0"><v>NaN</v></c></row>' * 1000), "unreadable")
lied = bytearray(good)  # the directory tells of one byte where there are many
at = lied.rfind(b"PK\x01\x02")
lied[at + 24:at + 28] = b"\x01\0\0\0"
put("lies-of-its-length.docx", bytes(lied), "unreadable")

# ---- broken, and of other kinds
put("cut.docx", good[:len(good) // 2], "unreadable")
put("cut.xlsx", workbook("")[:-30], "unreadable")
put("cut.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n", "unreadable")
put("is-a-workbook.docx", workbook(""), "unreadable")
put("is-a-paper.xlsx", good, "unreadable")
put("encrypted.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le"),
    "unreadable")
for name, begin in (("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
                    ("a.rtf", b"{\\rtf1"), ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), ("a.zip", package({"a": "b"})),
                    ("a.odt", package({"mimetype": "application/vnd.oasis.opendocument.text"})), ("noending", b"x")):
    put(name, begin + b"\0" * 20, "unreadable")
for ending in ("docx", "xlsx", "pdf", "eml"):
    put(f"empty.{ending}", b"", "unreadable")
    put(f"zeros.{ending}", b"\0" * 5000, "unreadable")
put("empty.json", b"", "unreadable")
put("nul.csv", b"agency,obligation,received\nxa-mot,\0,2022-06-01\n", "draft")
put("deep.json", "[" * 100_000, "unreadable")
with open(inbox / "large.docx", "wb") as file:
    file.truncate((64 << 20) + 1)
expect("large.docx", "unreadable")

# ---- what is no file
os.mkfifo(inbox / "fifo.docx")
os.symlink("loop.docx", inbox / "loop.docx")
os.symlink("nowhere", inbox / "nowhere.docx")
for n in range(3):  # followed, they would be 3^40 folders
    os.symlink(".", inbox / f"folder-loop-{n}")
os.symlink("/dev/zero", inbox / "zero.docx")
put("closed.docx", good, "unreadable")
if os.geteuid() == 0:
    expect("closed.docx", "taken")
else:
    (inbox / "closed.docx").chmod(0)


# ---- mail
def mail(body, kind="text/plain; charset=utf-8", more="", subject="Thư"):
    return (f"From: a@example.vn\r\nDate: Fri, 24 Jun 2022 15:20:00 +0700\r\nSubject: {subject}\r\n{more}"
            f"MIME-Version: 1.0\r\nContent-Type: {kind}\r\n\r\n{body}")


def attached(*files):
    """Of (header lines, bytes)."""
    parts = "".join(f"--x\r\n{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                    f"{base64.encodebytes(content).decode()}\r\n" for head, content in files)
    return mail(parts + "--x--\r\n", "multipart/mixed; boundary=x")


def named(name):
    return f'Content-Type: application/octet-stream\r\nContent-Disposition: attachment; filename="{name}"'


inner = mail("hết")
for _ in range(40):
    inner = mail(inner, "message/rfc822")
put("deep-40.eml", inner, "unreadable")
put("parts-10001.eml", mail("--x\r\n\r\na\r\n" * 10_001, "multipart/mixed; boundary=x"), "unreadable")
put("names-that-lead-away.eml", attached(
    (named("../../../../evil.docx"), word(report("XÃ HAI", 2))), (named("/tmp/evil.docx"), word(report("XÃ BA", 3))),
    (named("C:\\\\Windows\\\\evil.docx"), word(report("XÃ BỐN", 4))), (named(".."), b"x"),
    (named("giay-to/../../evil.docx"), word(report("XÃ NĂM", 5)))), "taken", "taken", "taken", "taken")
put("same-name-twice.eml", attached((named("bao cao.docx"), word(report("XÃ SÁU", 6))),
                                    (named("bao cao.docx"), word(report("XÃ BẢY", 7)))), "taken", "taken")
put("garbage-in-base64.eml", mail("--x\r\n" + named("a.docx") + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                                  "!!!! không phải base64 ====\r\n--x--", "multipart/mixed; boundary=x"), "unreadable")
put("cut-in-its-paper.eml", attached((named("a.docx"), good))[:1200], "unreadable")
put("winmail.eml", attached(("Content-Type: application/ms-tnef; name=winmail.dat", b"\x78\x9f\x3e\x22")), "unreadable")
put("invitation.eml", mail("Kính mời dự họp.", subject="Giấy mời"), "not-a-report")
put("picture.eml", attached(("Content-Type: image/png; name=image001.png", b"\x89PNG")), "not-a-report")
put("long-header.eml", mail("x", more="X-Long: " + "a" * 3_000_000 + "\r\n"), "not-a-report")
put("many-headers.eml", mail("x", more="Received: from a; Fri\r\n" * 50_000), "not-a-report")
put("boundary-of-nothing.eml", mail("--\r\n" * 50_000, 'multipart/mixed; boundary=""'), "not-a-report")
text = ("UBND TỈNH\nXÃ TÁM\nSố: 8/BC\n\nTuy An, ngày 24 tháng 6 năm 2022\n\nBÁO CÁO\nKết quả 6 tháng đầu năm 2022\n\n"
        "II.1. Tuyên truyền\n\nĐã làm xong.\n\nNơi nhận:\n")
put("charset-that-lies.eml", mail(text, "text/plain; charset=us-ascii"), "taken")
put("html-alone.eml", mail("<html><style>p{}</style><script>x()</script>" +
                           "".join(f"<p>{line}</p>" for line in text.replace("TÁM", "CHÍN").replace("8/", "9/").split("\n")),
                           "text/html; charset=utf-8"), "taken")
put("charset-of-nowhere.eml", mail("x", "text/plain; charset=klingon"), "not-a-report")

# ---- names
put("d\u00f2ng\nm\u1edbi.docx", b"", "unreadable")
put("\x1b[31m\u202edocx.docx", b"", "unreadable")
put('"quotes" & <b> $(reboot) `x` %s.docx', word(report("XÃ MƯỜI", 10)), "taken")
put("d" * 246 + ".docx", word(report("XÃ MƯỜI MỘT", 11)), "taken")
put("-rf.docx", b"", "unreadable")

# ---- secret papers
inside = p("II.1. Tuyên truyền") + p(SECRET)
marks = {
    "below-the-number": report("XÃ MỘT", 21, inside, p("MẬT")),
    "letters-apart": report("XÃ MỘT", 22, inside, p("T Ố I&#160; M Ậ T")),
    "in-runs": report("XÃ MỘT", 23, inside, "<w:p><w:r><w:t>TUYỆT </w:t></w:r><w:r><w:t>M</w:t></w:r><w:r><w:t>ẬT</w:t>"
                      "</w:r></w:p>"),
    "letters-and-tones": report("XÃ MỘT", 24, inside, p(unicodedata.normalize("NFD", "MẬT"))),
    "in-a-frame": "<w:tbl>" + row(p("MẬT")) + "</w:tbl>" + report("XÃ MỘT", 25, inside),
    "in-a-box": "<w:p><w:r><w:pict><w:txbxContent>" + p("MẬT") + "</w:txbxContent></w:pict></w:r></w:p>" +
                report("XÃ MỘT", 26, inside),
    "with-its-label": report("XÃ MỘT", 27, inside, p("Độ mật: Tối mật")),
    "in-brackets": p("[MẬT]") + report("XÃ MỘT", 28, inside),
    "of-a-letter-without-title": "<w:tbl>" + row(p("UBND TỈNH") + p("XÃ MỘT") + p("Số: 29/CV") + p("MẬT"),
                                                 p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")) + "</w:tbl>" + inside,
    "in-an-old-font": report("XÃ MỘT", 31, inside, '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/>'
                             "</w:rPr><w:t>m\u00cbt</w:t></w:r></w:p>"),
    "tracked": report("XÃ MỘT", 32, inside, '<w:p><w:ins w:id="1"><w:r><w:t>MẬT</w:t></w:r></w:ins></w:p>'),
}
for name, body in marks.items():
    put(f"secret/{name}.docx", word(body), "secret")
put("secret/above-its-page.docx", package({
    "[Content_Types].xml": TYPES, "_rels/.rels": relations(("officeDocument", "word/document.xml")),
    "word/_rels/document.xml.rels": relations(("header", "header1.xml")),
    "word/header1.xml": f'<w:hdr xmlns:w="{W}">{p("MẬT")}</w:hdr>',
    "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{report("XÃ MỘT", 33, inside)}</w:body></w:document>'}), "secret")
put("secret/as-text.eml", mail(text.replace("Số: 8/BC", "Số: 8/BC\nMẬT").replace("Đã làm xong", SECRET)), "secret")
put("secret/attached.eml", attached((named("mat.docx"), word(marks["below-the-number"])),
                                    (named("thuong.docx"), word(report("XÃ MƯỜI HAI", 12)))), "secret", "taken")
put("secret/forwarded.eml", mail(attached((named("mat.docx"), word(marks["in-a-frame"]))), "message/rfc822"), "secret")
put("secret/not-at-all.docx", word(report("XÃ MƯỜI BA", 13, p("II.1. Tuyên truyền") + p("Giữ bí mật nhà nước."))), "taken")

# ---- the office
words = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Mười Hai", "Mười Ba"]
(desk / "plan.yaml").write_text(
    "format: plantool/plan@1\nplan: {id: p, number: 1/KH, title: T, issued: 2022-01-01, from: 2022-01-01, to: "
    "2022-12-31, submissions: nop}\nagencies:\n" + "".join(f"  - {{id: xa-{n}, name: Xã {w}}}\n"
                                                           for n, w in enumerate(words, 1)) +
    "tasks:\n  - {id: II.1, title: Tuyên truyền, lead: [xa-1], cadence: continuous}\nreports:\n  - {id: sau, title: Báo cáo "
    "6 tháng, from: [" + ", ".join(f"xa-{n}" for n in range(1, 14)) +
    "], cadence: semiannual, periods: [H1], due: {before: 06-30}}\n", "utf-8")


def tree(folder):
    out = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        info = path.lstat()
        out[os.fsencode(str(path))] = (stat.S_IFMT(info.st_mode), info.st_size, info.st_mtime_ns)
    return out


def run(*words):
    environment = {"PATH": os.environ["PATH"], "HOME": str(root / "home"), "LC_ALL": "C.UTF-8", "PLANTOOL_LANG": "en",
                   "TMPDIR": str(root)}
    for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
        if name in os.environ:
            environment[name] = os.environ[name]
    return subprocess.run([program, "import", "--as-of", "2022-07-05", *words], cwd=desk, env=environment,
                          capture_output=True, timeout=300, stdin=subprocess.DEVNULL)


failed = []


def check(right, message):
    if not right:
        failed.append(message)


def outcomes_of(answer):
    found = {}
    for paper in json.loads(answer)["papers"]:
        name = unicodedata.normalize("NFC", paper["source"].removeprefix("thu-den/"))
        found.setdefault(name, []).append(paper["outcome"])
    return {name: sorted(all_of_it) for name, all_of_it in found.items()}


before = tree(root)
dry = run("--dry-run", "--format", "json", "thu-den")
check(tree(root) == before, "--dry-run wrote something")
first = run("--format", "json", "thu-den")
check(first.returncode == 1, f"exit {first.returncode}: {first.stderr.decode(errors='replace')}")
check(first.stderr == b"", f"standard error: {first.stderr.decode(errors='replace')[:1000]}")
found = outcomes_of(first.stdout)
for name in sorted(expected.keys() | found.keys()):
    right = expected.get(unicodedata.normalize("NFC", name))
    check(found.get(name) == right, f"{name!r}: {found.get(name)} instead of {right}")
if os.geteuid() == 0:
    check(outcomes_of(dry.stdout).keys() == found.keys(), "--dry-run told of other papers")

after = tree(root)
nop = os.fsencode(str(desk / "nop"))
for path, facts in after.items():
    check(path.startswith(nop) or before.get(path) == facts or path in map(os.fsencode, map(str, (root, desk))),
          f"{path!r} was written or changed")
check(before.keys() <= after.keys(), "something was removed")
for path in pathlib.Path(os.fsdecode(nop)).rglob("*"):
    check(len(os.fsencode(path.name)) <= 255 and not re.search(r"[\x00-\x1f\u202e]", path.name), f"name {path.name!r}")
    if path.is_file():
        content = path.read_bytes()
        if content.startswith(b"PK"):
            with zipfile.ZipFile(path) as file:
                content = b"".join(file.read(name) for name in file.namelist())
        check(SECRET.encode() not in content, f"{path} holds what is secret")

for answer in (dry, first, second := run("thu-den"), run("--lang", "vi", "thu-den")):
    said = answer.stdout + answer.stderr
    check(SECRET.encode() not in said, "what is secret was said")
    # JSON is for programs: there letters that turn the line round are data.
    turned = "\u202e".encode() in said and answer not in (dry, first)
    check(b"\x1b" not in said and not turned, "a name of a file reached the terminal as it is")
check(second.returncode == 1, f"second import: exit {second.returncode}")
check(not re.search(rb"^taken:", second.stdout, re.M), "a second import took something")
check({k: v for k, v in tree(root).items() if k.startswith(nop)} ==
      {k: v for k, v in after.items() if k.startswith(nop)}, "a second import wrote something")

if failed:
    print("FAILED (the inbox is kept in", root, "):")
    print(*failed, sep="\n")
    sys.exit(1)
for path in pathlib.Path(root).rglob("*"):
    if not path.is_symlink() and path.is_dir():
        path.chmod(0o755)
subprocess.run(["rm", "-rf", str(root)], check=True)
