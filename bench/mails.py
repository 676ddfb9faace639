#!/usr/bin/env python3
"""mails.py PLANTOOL [COUNT]: how long `import` takes for COUNT mails (1,000) with a Word file each, on one processor, and how much
memory; and the same for a tenth of them. All of it is invented."""

import base64
import io
import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile

program = os.path.realpath(sys.argv[1])
count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def paragraph(text):
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def word(number):
    """A report of two pages."""
    body = "".join(f"{paragraph(f'II.{n}. Tuyên truyền')}" + "".join(
        paragraph(f"Đơn vị đã tổ chức {n * 3 + k} cuộc tuyên truyền với {n * 100 + k} lượt người nghe ở các thôn, qua loa "
                  "truyền thanh và tại các buổi sinh hoạt; Nhân dân đồng tình, ủng hộ.") for k in range(6)) for n in (1, 2, 3))
    document = (f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body><w:tbl><w:tr><w:tc>'
                f"{paragraph('UBND TỈNH')}{paragraph(f'XÃ SỐ {number}')}{paragraph(f'Số: {number}/BC-UBND')}</w:tc><w:tc>"
                f"{paragraph('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')}{paragraph('Tuy An, ngày 24 tháng 6 năm 2022')}</w:tc></w:tr>"
                f"</w:tbl>{paragraph('BÁO CÁO')}{paragraph('Kết quả 6 tháng đầu năm 2022')}{body}{paragraph('Nơi nhận:')}"
                f"</w:body></w:document>")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" '
                                             'ContentType="application/xml"/></Types>')
        file.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
                                     f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>')
        file.writestr("word/document.xml", document)
    return out.getvalue()


def mail(number):
    paper = base64.encodebytes(word(number)).decode()
    return (f"From: xa-{number}@example.vn\r\nDate: Fri, 24 Jun 2022 15:20:00 +0700\r\nSubject: Bao cao 6 thang\r\n"
            "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8"
            "\r\n\r\nKính gửi báo cáo.\r\n--x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; "
            f'filename="bc-{number}.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n{paper}\r\n--x--\r\n')


def measure(mails):
    desk = pathlib.Path(tempfile.mkdtemp())
    (desk / "thu-den").mkdir()
    for number in range(1, mails + 1):
        (desk / f"thu-den/{number:06}.eml").write_text(mail(number), "utf-8", newline="")
    names = "".join(f"  - {{id: xa-{n}, name: Xã số {n}}}\n" for n in range(1, mails + 1))
    (desk / "plan.yaml").write_text(
        "format: plantool/plan@1\nplan: {id: p, number: 1/KH, title: T, issued: 2022-01-01, from: 2022-01-01, to: 2022-12-31, "
        f"submissions: nop}}\nagencies:\n{names}tasks:\n" + "".join(
            f"  - {{id: II.{n}, title: Tuyên truyền, lead: [xa-1], cadence: continuous}}\n" for n in (1, 2, 3)) +
        f"reports:\n  - {{id: sau, title: Báo cáo 6 tháng, from: [{', '.join(f'xa-{n}' for n in range(1, mails + 1))}], "
        "cadence: semiannual, periods: [H1], due: {before: 06-30}}\n", "utf-8")
    begun = time.monotonic()
    words = ["taskset", "-c", str(min(os.sched_getaffinity(0))), program, "import", "--as-of", "2022-07-05", "--format", "json",
             "thu-den"]
    process = subprocess.Popen(words, cwd=desk, stdout=subprocess.PIPE)
    answer = json.load(process.stdout)
    _, status, used = os.wait4(process.pid, 0)
    took = time.monotonic() - begun
    taken = sum(paper["outcome"] == "taken" for paper in answer["papers"])
    if taken != mails or status != 0:
        sys.exit(f"{taken} of {mails} were taken")
    shutil.rmtree(desk)
    return took, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


for mails in (count // 10, count):
    took, processor, memory = measure(mails)
    print(f"{mails} mails: {took:.1f} s, {processor:.1f} s of a processor, {1000 * processor / mails:.1f} ms each, {memory:.0f} MB")
