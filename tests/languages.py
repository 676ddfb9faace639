#!/usr/bin/env python3
"""languages.py PLANTOOL: what people read is in their language.

Runs the cmd of every golden case in Vietnamese and in English, and the help and every code besides,
and fails on an English word in the one, on a Vietnamese letter in the other. Only what plantool
itself said is judged: what it printed and the papers that it wrote. What machines read (JSON, CSV)
is left out. A word of another language may stand

- as a quotation: in backquotes, in quotation marks, in an excerpt of a file, in the example of a code;
- as an option, the slug of a code, or the first column of a help page;
- as a part of a name: when the case's own files have it as a value;
- when languages-words.txt lists it.

languages.py --self-test: whether it can fail.
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
PROJECT = HERE.parent
MAY_STAND = {line.casefold() for line in (HERE / "languages-words.txt").read_text().splitlines()
             if not line.startswith("#")}

# Stands in for plantool: the language is ours alone, whatever cmd asks for, and what is said is kept.
STAND_IN = """#!/bin/sh
here={here} language={language} previous=
for word; do
    shift
    case $previous,$word in
        --lang,vi | --lang,en) word=$language ;;
        *,--lang=vi | *,--lang=en) word=--lang=$language ;;
    esac
    set -- "$@" "$word"
    previous=$word
done
case ${{PLANTOOL_LANG-}} in '' | vi | en) export PLANTOOL_LANG=$language ;; esac
export LC_ALL={locale}.UTF-8
said=$here/said/$$
if [ /dev/stdout -ef "$here/printed" ] && [ /dev/stderr -ef "$here/printed" ]; then
    exec {program} "$@" >"$said.out" 2>"$said.err"  # nobody else reads it
elif [ -f /dev/stdout ] || [ -p /dev/stdout ]; then
    {program} "$@" >"$said.out" 2>"$said.err"
    status=$?
    [ ! -s "$said.out" ] || cat "$said.out"
else
    {program} "$@" 2>"$said.err"
    status=$?
fi
[ ! -s "$said.err" ] || cat "$said.err" >&2
exit $status
"""

# What Vietnamese can be without any mark: no syllable that ends in c, ch, p or t is without a tone.
PLAIN_SYLLABLE = re.compile(
    r"(b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?"
    r"(a|ai|ao|au|ay|e|eo|i|ia|iu|o|oa|oai|oe|oi|u|ua|ui|uy|y)(m|n|ng|nh)?")
# English words of that form, which Vietnamese does not have, or hardly.
ENGLISH_SYLLABLES = set("the an to by me then be sum on no he she him them men ten".split())


def may_be_vietnamese(word):
    word = word.lower()
    return not word.isascii() or (
        word not in ENGLISH_SYLLABLES and PLAIN_SYLLABLE.fullmatch(word) is not None)


def tokens(text):
    """The words, with what belongs to an id left in them: `so-y-te`, `II.1.3`, `a/b.yaml`."""
    for token in re.split(r"[\s\][(){}<>\"'“”‘’,;:!?|=*\\#`~&+–→·•✓✗]+", text):
        if token := token.strip("./-_…"):
            yield token


def values_of(text):
    """The words of a file that are not keys, as they may be repeated."""
    text = unicodedata.normalize("NFC", text)
    return {token.casefold() for token in tokens(re.sub(r"[\w-]+\"?\s*:(?=\s)|\"\w+\":", " ", text))}


def for_machines(text):
    """JSON, iCalendar, CSV with its header, or a file of ours as YAML, with the comments on top."""
    return re.match(r"\ufeff?(\s*[{\[]|null$|BEGIN:VCALENDAR|\w+([,;\t][\w:-]+){2,}\r?\n"
                    r"|(#.*\n)*format: plantool/)", text) is not None


def without_quotations(text):
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"\033\[[0-9;]*m|\r", "", text)
    text = re.sub(r"(?s)<(style|script)>.*?</\1>", " ", text)
    text = re.sub(r"<[^<>]*?(?:aria-label|title|alt)=\"([^\"]*)\"[^<>]*>", r" \1 ", text)
    text = re.sub(r"</?[a-z!][^<>]*>|&#?\w+;", " ", text)
    text = re.sub(r"(?m)^ *\d+ \| .*$|^ *--> .*$", "", text)  # excerpts and their places
    text = re.sub(r"(?m)^ *(Sai|Đúng|Wrong|Right): .*?( # |$)", "", text)  # but for their remarks
    # An entry of an events file as it is, or would be, written there.
    text = re.sub(r"(?m)^(- |  )(obligation|agency|period|returned|decided|due|reason|document): .*$", "", text)
    text = re.sub(r"(?m)^::(error|warning|notice) [^:]*::", "", text)
    text = re.sub(r"\[[PS]\d{3} [a-z0-9-]+\]|(?m:^[PS]\d{3} [a-z0-9-]+(?= \())", "", text)
    text = re.sub(r"`[^`\n]*(\n[^`\n]*)?`|“[^”]*”|\"[^\"\n]*\"", " ", text)
    text = re.sub(r"(?m)^  (-\w, )?--[a-z][\w-]*( \S+)?(?=   )|^  [a-z]+(?=   )", "", text)  # help
    text = re.sub(r"(?m)^(Cách dùng|Usage): plantool \w+", "", text)
    text = re.sub(r"(?m)^  (plantool |eval ).*$", "", text)  # examples at the end of help
    text = re.sub(r"(?<![\w-])--?[a-zA-Z][\w-]*", " ", text)  # options
    text = re.sub(r"……\S*|\b[IVX]+\b", " ", text)  # numbers: still to be filled in, and Roman
    return re.sub(r"\w+…\w*|…\w+", " ", text)  # words cut in the middle


def judge(language, text, quoted):
    """Each line that is in another language, with the words that are."""
    for line in without_quotations(text).splitlines():
        found = []
        for token in tokens(line):
            if token.casefold() in quoted or token.casefold() in MAY_STAND:
                continue
            if language == "en":
                if any(letter.isalpha() and not letter.isascii() for letter in token):
                    found.append(token)
            elif re.fullmatch(r"[^\W\d_]+(-[^\W\d_]+)*", token):
                found += [word for word in token.split("-") if 1 < len(word) <= 30
                          and not may_be_vietnamese(word) and word.casefold() not in quoted
                          and word.casefold() not in MAY_STAND]
        if found:
            yield f"{' '.join(found)}: {line.strip()}"


# What stands in the hidden cells of forms, by which they are read back.
FORM_KEYS = set("value summary number date nil whole difficulties proposals next note format plan obligation period "
                "agency as_of due received document_number document_date via".split())


def workbook_texts(path):
    with zipfile.ZipFile(path) as book:
        keys = FORM_KEYS if 'name="_plantool"' in book.read("xl/workbook.xml").decode() else ()
        for part in book.namelist():
            if re.fullmatch(r"xl/(sharedStrings|worksheets/\w+)\.xml", part):
                for text in re.findall(r"<t(?: [^>]*)?>([^<]*)</t>", book.read(part).decode()):
                    if text not in keys:
                        yield text
            elif part == "xl/workbook.xml":
                yield from re.findall(r'<sheet name="([^"]*)"', book.read(part).decode())


def read(path):
    return path.read_text(errors="replace") if path.stat().st_size < 1_000_000 else ""


def files_below(folder):
    for parent, _, names in os.walk(folder):
        for name in names:
            path = pathlib.Path(parent, name)
            if path.is_file() and os.access(path, os.R_OK):
                yield path


def run(case, command, language, program, data):
    """The case in a fresh folder: what was said that is in another language."""
    with tempfile.TemporaryDirectory(prefix="languages-", ignore_cleanup_errors=True) as scratch:
        scratch = pathlib.Path(scratch)
        folder = scratch / "run"
        for name in ("bin", "home", "tmp", "said"):
            (scratch / name).mkdir()
        stand_in = scratch / "bin" / "plantool"
        stand_in.write_text(STAND_IN.format(here=scratch, program=program, language=language,
                                            locale={"vi": "vi_VN", "en": "en_GB"}[language]))
        stand_in.chmod(0o755)
        if case and (case / "input").is_dir():
            shutil.copytree(case / "input", folder, symlinks=True)
        folder.mkdir(exist_ok=True)
        if case and (case / "shared").is_file():
            for line in (case / "shared").read_text().splitlines():
                file, path = line.split(" ", 1)
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(case.parent.parent / file, folder / path)
        environment = {"PATH": f"{scratch}/bin:{os.environ['PATH']}", "HOME": f"{scratch}/home",
                       "TMPDIR": f"{scratch}/tmp", "PROJECT": str(PROJECT), "LC_ALL": "C.UTF-8"}
        given = {path: values_of(read(path)) for path in files_below(folder)}
        with open(scratch / "printed", "wb") as printed:
            subprocess.run(["bash", "-c", command], cwd=folder, env=environment, timeout=300,
                           stdin=subprocess.DEVNULL, stdout=printed, stderr=printed, check=False)
        quoted = set(data) if "PROJECT" in command or "init" in command else set()
        for text in re.findall(r"'[^']*'|\"[^\"]*\"|(?:echo|printf) .*|(?s:<<.*)", command):
            quoted |= values_of(text)
        said = [read(path) for path in (scratch / "said").iterdir()]
        for path in files_below(folder):
            if path.suffix in (".md", ".html", ".xlsx") and path not in given:
                if path.suffix != ".xlsx":
                    said.append(read(path))
                elif zipfile.is_zipfile(path):
                    said.append("\n".join(workbook_texts(path)))
            else:
                quoted |= given.get(path) or values_of(read(path))
        for parent, folders, files in os.walk(folder):
            quoted |= values_of(" ".join(folders + files))
        return [line for text in said if not for_machines(text)
                for line in judge(language, text, quoted)]


def cases():
    """Each case and its command; besides, the help of every command, and every code."""
    found = [(cmd.parent, cmd.read_text()) for cmd in sorted((HERE / "golden").glob("*/*/cmd"))]
    codes = [folder.name.partition("-")[0] for folder in sorted((HERE / "golden/gallery").iterdir())]
    found.append((None, "plantool explain " + " ".join(codes)))
    found.append((None, "for c in $(plantool --help | sed -nE 's/^  ([a-z]+)  .*/\\1/p'); do\n"
                        "    plantool help $c\ndone"))
    return found


def check(program):
    data = set()
    for below in ("data", "templates/workspace"):
        for path in (PROJECT / below).rglob("*.yaml"):
            data |= values_of(read(path))

    def both(one):
        case, command = one
        name = case.relative_to(HERE / "golden") if case else command.splitlines()[0][:40]
        return [(f"{language}: {name}", lines) for language in ("vi", "en")
                if (lines := run(case, command, language, program, data))]

    everything = cases()
    bad = False
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        for failures in threads.map(both, everything):
            for name, lines in failures:
                bad = True
                print(name, *(f"    {line}" for line in dict.fromkeys(lines)), sep="\n")
    if bad:
        print("FAILED: words of another language; quote what is code in backquotes, "
              "say the rest in the language")
        return 1
    print(f"{len(everything)} cases in two languages")
    return 0


def self_test():
    table = [
        ("vi", 0, "Kế hoạch 12/KH-UBND: tình hình báo cáo đến ngày 05 tháng 7 năm 2022"),
        ("vi", 0, "gợi ý: xem danh sách tùy chọn: `plantool status --help`"),
        ("vi", 0, "không có lệnh `write the file`"),
        ("vi", 0, "11 | - {id: so-noi-vu, active: {to: 2022-06-30}}"),
        ("vi", 0, "  --state TRẠNG_THÁI      Chỉ trạng thái này"),
        ("vi", 0, "lỗi[P001 syntax]: thiếu dấu nháy"),
        ("vi", 0, "Sở Y tế nộp báo cáo “First half”"),
        ("vi", 0, "báo cáo của agency-of-the-case"),
        ("vi", 1, "gợi ý: write the file anew"),
        ("vi", 1, "trạng thái overdue"),
        ("vi", 1, "trạng thái on-time, due-soon"),
        ("vi", 1, "kỳ first half of 2022"),
        ("vi", 1, "hạn 30 Jun 2022"),
        ("vi", 1, "  Sai:   {a: b}   # a second time"),
        ("vi", 1, '<p title="the limit">hạn</p>'),
        ("en", 0, "Plan 12/KH-UBND: reports as of 5 July 2022"),
        ("en", 0, "no agency `Sở Y tế` in the plan"),
        ("en", 0, "sent by Phòng"),
        ("en", 1, "Plan 12: báo cáo"),
        ("en", 1, "Plan 12: hạn 5 July"),
    ]
    quoted = values_of("agency: agency-of-the-case\nname: Phòng\noverdue: a key is no value")
    failed = 0
    for language, expected, text in table:
        got = len(list(judge(language, text, quoted)))
        if got != expected:
            failed = 1
            print(f"FAILED: {language}: {got} lines instead of {expected}: {text}")
    for expected, text in [(True, '{"state": "late"}'), (True, "agency,state,line\na,late,1\n"),
                           (True, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"),
                           (True, "# Bản nháp\nformat: plantool/plan@1\n"),
                           (False, "Kế hoạch, báo cáo, kỳ\n"), (False, "late, missing, overdue\n")]:
        if for_machines(text) != expected:
            failed = 1
            print(f"FAILED: not {expected} that machines read: {text}")
    if not failed:
        print("languages.py tells the languages apart")
    return failed


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(self_test() if sys.argv[1] == "--self-test" else check(os.path.realpath(sys.argv[1])))
