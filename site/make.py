#!/usr/bin/env python3
"""make.py FOLDER: the project's pages as a static site in FOLDER, made by pandoc with page.html and style.css.

A page is named below, once, with its place in the menu; a page of docs/ that is not named is an error. Links
between pages lead to their HTML, links to other files to a copy of these. Whatever a link names must be there.
"""

import html
import json
import pathlib
import posixpath
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent

# The menu: groups, Vietnamese and English, and in each: source, language, label in both.
MENU = (
    ("Cho văn phòng", "For an office", (
        ("docs/index.md", "vi", "Trang đầu", "Front page, in Vietnamese"),
        ("docs/index.en.md", "en", "Trang đầu, tiếng Anh", "Front page"),
        ("docs/tutorial.vi.md", "vi", "Từ kế hoạch đến báo cáo trình ký", "From a plan to the signed report"),
        ("docs/tutorial.md", "en", "Một sáng thứ Hai", "A Monday morning"),
        ("docs/windows.md", "vi", "Trên Windows", "On Windows"),
        ("README.vi.md", "vi", "Các lệnh, có ví dụ", "Commands by example, in Vietnamese"),
        ("README.md", "en", "Các lệnh, tiếng Anh", "Commands by example"),
    )),
    ("Tra cứu", "Reference", (
        ("docs/diagnostics.vi.md", "vi", "Các mã lỗi", "Diagnostics, in Vietnamese"),
        ("docs/diagnostics.md", "en", "Các mã lỗi, tiếng Anh", "Diagnostics"),
        ("docs/semantics.md", "en", "Quy tắc tính", "Rules of reckoning"),
        ("docs/formats.md", "en", "Quy cách tệp", "File formats"),
        ("docs/papers.md", "en", "Giấy tờ gửi đến", "Papers"),
        ("docs/templates.md", "en", "Mẫu báo cáo, công văn", "Templates"),
        ("docs/cli.md", "en", "Dòng lệnh", "Command line"),
    )),
    ("Vận hành", "Operation", (
        ("docs/automation.md", "en", "Để máy tự chạy", "Left to cron"),
        ("docs/store.md", "en", "Kho dùng chung", "The shared store"),
        ("docs/cookbook.md", "en", "Công thức cho kịch bản", "Cookbook for scripts"),
        ("docs/performance.md", "en", "Nhanh đến đâu", "Performance"),
        ("SECURITY.md", "en", "An toàn", "Security"),
    )),
    ("Phát triển", "Development", (
        ("CHANGELOG.md", "en", "Có gì mới", "Changelog"),
        ("CONTRIBUTING.md", "en", "Cùng làm", "Contributing"),
        ("ARCHITECTURE.md", "en", "Kiến trúc", "Architecture"),
        ("RELEASING.md", "en", "Phát hành", "Releasing"),
    )),
)
# Pages that say the same in the other language.
PAIRS = (("docs/index.md", "docs/index.en.md"), ("README.vi.md", "README.md"),
         ("docs/diagnostics.vi.md", "docs/diagnostics.md"))
LABELS = {
    "vi": {"skip": "Đến nội dung", "menu": "Mục lục", "contents": "Trong trang này", "wide": "Bảng, cuộn ngang được",
           "licence": "Giấy phép MIT", "other": "English"},
    "en": {"skip": "To the content", "menu": "Menu", "contents": "On this page", "wide": "Table, can be scrolled",
           "licence": "MIT licence", "other": "Tiếng Việt"},
}
LANGUAGES = {source: language for _, _, entries in MENU for source, language, _, _ in entries}


class Fault(Exception):
    pass


def output_of(source):
    """docs/tutorial.vi.md -> tutorial.vi.html; all pages lie beside one another."""
    return posixpath.basename(source)[:-len(".md")] + ".html"


def version():
    return re.search(r"project\(plantool VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")).group(1)


def plain(inlines):
    """The text of inlines, for a title."""
    text = ""
    for inline in inlines:
        kind, content = inline["t"], inline.get("c")
        if kind == "Str":
            text += content
        elif kind in ("Space", "SoftBreak", "LineBreak"):
            text += " "
        elif kind == "Code":
            text += content[1]
        elif isinstance(content, list):
            text += plain(content[-1] if kind in ("Quoted", "Span") else
                          content[1] if kind in ("Link", "Image") else content)
    return text


class Page:
    def __init__(self, source, site):
        self.source = source
        self.site = site
        self.language = LANGUAGES[source]
        self.labels = LABELS[self.language]

    def target(self, link):
        """Where a link of the page leads on the site."""
        if re.match(r"[a-z]+:", link) or link.startswith("#"):
            return link
        path, mark, anchor = link.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.source), path))
        if path in LANGUAGES:
            return output_of(path) + mark + anchor
        file = ROOT / path
        if not file.is_file() or path.startswith(".."):
            raise Fault(f"{self.source}: {link} leads to no page and no file of the project")
        # Browsers show what ends in .txt, and would save what has no ending.
        place = path if file.suffix in (".png", ".svg") else f"files/{path}.txt"
        if place.startswith("docs/"):
            place = place.removeprefix("docs/")
        (self.site / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, self.site / place)
        return place

    def mend(self, node):
        """Links, and tables that are wider than the page, everywhere below the node."""
        if isinstance(node, list):
            return [self.mend(item) for item in node]
        if not isinstance(node, dict):
            return node
        if "c" not in node:
            return node
        node = {"t": node["t"], "c": self.mend(node["c"])}
        if node["t"] in ("Link", "Image"):
            node["c"][2][0] = self.target(node["c"][2][0])
        if node["t"] == "CodeBlock":
            node["c"][0][2].append(["tabindex", "0"])  # scrolled by keys, too
        if node["t"] == "Table":
            # Widths in percent come from the length of the lines of the source.
            node["c"][2] = [[align, {"t": "ColWidthDefault"}] for align, _ in node["c"][2]]
            around = [["role", "region"], ["aria-label", self.labels["wide"]], ["tabindex", "0"]]
            return {"t": "Div", "c": [["", ["wide"], around], [node]]}
        return node

    def menu(self):
        vietnamese = self.language == "vi"
        lines = []
        for group_vi, group_en, entries in MENU:
            lines.append(f"<h2>{html.escape(group_vi if vietnamese else group_en)}</h2>\n<ul>")
            for source, language, label_vi, label_en in entries:
                label = html.escape(label_vi if vietnamese else label_en)
                other = "" if language == self.language else f' hreflang="{language}"'
                current = ' aria-current="page"' if source == self.source else ""
                lines.append(f'<li><a href="{output_of(source)}"{other}{current}>{label}</a></li>')
            lines.append("</ul>")
        return "\n".join(lines)

    def other(self):
        """The same page in the other language, or that language's front page."""
        for pair in PAIRS:
            if self.source in pair:
                return output_of(pair[1 - pair.index(self.source)])
        return output_of(PAIRS[0][1 if self.language == "vi" else 0])

    def write(self):
        read = subprocess.run(["pandoc", "--from=gfm", "--to=json", str(ROOT / self.source)], check=True,
                              capture_output=True)
        document = json.loads(read.stdout)
        blocks = self.mend(document["blocks"])
        titles = [block["c"] for block in blocks if block["t"] == "Header" and block["c"][0] == 1]
        if len(titles) != 1:
            raise Fault(f"{self.source} has {len(titles)} headings of the first level, not one")
        document["blocks"] = [block for block in blocks if block["t"] != "Header" or block["c"][0] != 1]
        title = plain(titles[0][2])
        document["meta"] = {"title": {"t": "MetaInlines", "c": titles[0][2]}}
        front = self.source in PAIRS[0]
        sections = sum(block["t"] == "Header" and block["c"][0] == 2 for block in blocks)
        variables = {
            "lang": self.language, "title-id": titles[0][1][0], "menu": self.menu(), "other": self.other(),
            "other-lang": "en" if self.language == "vi" else "vi", "version": version(),
            "home": output_of(PAIRS[0][0 if self.language == "vi" else 1]),
            "pagetitle": html.escape(title if title.startswith("plantool") else f"{title} - plantool"),
            "licence-file": self.target(posixpath.relpath("LICENSE", posixpath.dirname(self.source) or ".")),
            **({"front": "1"} if front else {}),
            **{f"label-{name}": text for name, text in self.labels.items()},
        }
        command = ["pandoc", "--from=json", "--to=html5", "--standalone", f"--template={HERE / 'page.html'}",
                   "--no-highlight", "--wrap=preserve", f"--output={self.site / output_of(self.source)}"]
        if sections > 2 and not front:
            command += ["--toc", "--toc-depth=2"]
        for name, value in variables.items():
            command += ["--variable", f"{name}={value}"]
        subprocess.run(command, check=True, input=json.dumps(document).encode())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.partition("\n")[0])
    site = pathlib.Path(sys.argv[1])
    unnamed = sorted({path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")} - set(LANGUAGES))
    if unnamed:
        raise Fault(f"{', '.join(unnamed)} has no place in the menu of {pathlib.Path(__file__).name}")
    if site.exists():
        if any(site.iterdir()) and not (site / "style.css").exists():
            raise Fault(f"{site} is no site, and is left as it is")
        shutil.rmtree(site)
    site.mkdir(parents=True)
    shutil.copyfile(HERE / "style.css", site / "style.css")
    for source in LANGUAGES:
        Page(source, site).write()
    print(f"{len(LANGUAGES)} pages: {site / 'index.html'}")


if __name__ == "__main__":
    try:
        main()
    except Fault as fault:
        sys.exit(f"make.py: {fault}")
