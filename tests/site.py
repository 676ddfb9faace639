#!/usr/bin/env python3
"""site.py FOLDER: the static site in FOLDER (make site) is whole and can be read on a telephone.

Of each page: its title, language, one h1, ids that are there once; every link and anchor leads somewhere in the
site; nothing is loaded from elsewhere and no script is there; every page is reached from the front page. In a
headless Chromium, of each page: it is no wider than a window of 320 pixels, nor than paper, and its pictures load.
site.py --self-test: proves that it does fail.
"""

import contextlib
import html.parser
import json
import os
import pathlib
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
import urllib.parse

WINDOWS = ((320, "screen", "telephone"), (1280, "screen", "desk"), (640, "print", "paper"))
TELEPHONE = 320
LOADING = {"img": "src", "script": "src", "iframe": "src", "source": "src", "link": "href"}
SILENT = ("script", "style", "code", "title")


class Outline(html.parser.HTMLParser):
    """What a page has, as far as it is looked at here."""

    def __init__(self, text):
        super().__init__()
        self.language = self.title = ""
        self.h1 = 0
        self.ids, self.links, self.loaded, self.faults = [], [], [], []
        self.viewport = False
        self.words = ""
        self.open = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.open.append(tag)
        if tag in ("meta", "link", "img", "br", "hr", "input", "col"):
            self.open.pop()
        if tag == "html":
            self.language = attrs.get("lang", "")
        if tag == "h1":
            self.h1 += 1
        if tag == "meta" and attrs.get("name") == "viewport":
            self.viewport = "width=device-width" in attrs.get("content", "")
        if tag == "img" and not attrs.get("alt"):
            self.faults.append(f"a picture without words for those who cannot see it: {attrs.get('src')}")
        if tag == "script" or any(name.startswith("on") for name in attrs):
            self.faults.append(f"a script, in <{tag}>")
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if tag == "a" and "href" in attrs:
            self.links.append(attrs["href"])
        if attrs.get(LOADING.get(tag)):
            self.loaded.append(attrs[LOADING[tag]])

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if "title" in self.open:
            self.title += data
        if "main" in self.open and not any(tag in SILENT for tag in self.open):
            self.words += data


def is_vietnamese(words):
    """Whether a text has as many letters with marks as Vietnamese has: about one in four."""
    letters = [letter for letter in unicodedata.normalize("NFC", words) if letter.isalpha()]
    marked = sum(not letter.isascii() for letter in letters)
    return marked * 8 > len(letters)


def faults_of_pages(site):
    pages = {path: Outline(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    faults = [] if pages else ["there are no pages"]

    def complain(path, why):
        faults.append(f"{path.relative_to(site)}: {why}")

    for path, page in pages.items():
        for fault in page.faults:
            complain(path, fault)
        if not page.title.strip():
            complain(path, "no title")
        if page.h1 != 1:
            complain(path, f"{page.h1} h1, not one")
        if not page.viewport:
            complain(path, "telephones would show it as a desk's page")
        expected = "vi" if is_vietnamese(page.words) else "en"
        if page.language != expected:
            complain(path, f"lang is `{page.language}`, its text `{expected}`")
        for name in sorted({name for name in page.ids if page.ids.count(name) > 1}):
            complain(path, f"the id {name} is there more than once")
        for link in page.loaded:
            if urllib.parse.urlsplit(link).scheme or link.startswith("//"):
                complain(path, f"loads {link}")
        for link in page.links + page.loaded:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in ("http", "https", "mailto") and link not in page.loaded:
                continue
            target = path
            if parts.path:
                target = pathlib.Path(os.path.normpath(path.parent / urllib.parse.unquote(parts.path)))
            anchor = urllib.parse.unquote(parts.fragment)
            if parts.scheme or site not in target.parents or not target.is_file():
                complain(path, f"{link} leads nowhere")
            elif anchor and (target not in pages or anchor not in pages[target].ids):
                complain(path, f"{link}: there is no such anchor")

    front = site / "index.html"
    reached, ahead = set(), [front]
    while ahead:
        path = ahead.pop()
        if path in reached or path not in pages:
            continue
        reached.add(path)
        ahead += [path.parent / urllib.parse.unquote(urllib.parse.urlsplit(link).path) for link in pages[path].links]
    for path in sorted(set(pages) - reached):
        complain(path, "is not reached from the front page")
    return faults, sorted(pages)


class Browser:
    """A headless Chromium that is spoken to through a pair of pipes, a JSON message ended by a NUL at a time."""

    def __init__(self, scratch):
        there_in, self.write_to = os.pipe()
        self.read_from, there_out = os.pipe()
        # Its own pages only, so no sandbox is needed, with which it would not run as root.
        command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                   "--no-first-run", "--disable-extensions", "--disable-background-networking",
                   f"--user-data-dir={scratch}", "--remote-debugging-pipe", "about:blank"]

        # The browser reads from descriptor 3 and writes to 4.
        shell = ["sh", "-c", f'exec 3<&{there_in} 4>&{there_out}; exec "$@"', "sh", *command]
        with open(os.devnull, "r+b") as nothing:
            self.process = subprocess.Popen(shell, pass_fds=(there_in, there_out), stdin=nothing, stdout=nothing,
                                            stderr=nothing)
        os.close(there_in)
        os.close(there_out)
        self.buffer = b""
        self.serial = 0
        self.session = None
        self.requested = []
        self.loaded = False
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.ask(f"{domain}.enable")

    def next_message(self, until):
        while b"\0" not in self.buffer:
            if not select.select([self.read_from], [], [], max(0, until - time.monotonic()))[0]:
                raise TimeoutError("the browser says nothing")
            more = os.read(self.read_from, 1 << 20)
            if not more:
                raise EOFError("the browser has ended")
            self.buffer += more
        text, _, self.buffer = self.buffer.partition(b"\0")
        message = json.loads(text)
        if message.get("method") == "Network.requestWillBeSent":
            self.requested.append(message["params"]["request"]["url"])
        if message.get("method") == "Page.loadEventFired":
            self.loaded = True
        return message

    def ask(self, method, **params):
        self.serial += 1
        message = {"id": self.serial, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.write_to, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + 120
        while True:
            answer = self.next_message(until)
            if answer.get("id") == self.serial:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def visit(self, path):
        self.loaded = False
        self.requested = []
        self.ask("Page.navigate", url=path.as_uri())
        until = time.monotonic() + 120
        while not self.loaded:
            self.next_message(until)

    def show(self, width, media):
        self.ask("Emulation.setEmulatedMedia", media=media)
        self.ask("Emulation.setDeviceMetricsOverride", width=width, height=640, deviceScaleFactor=1,
                 mobile=False)

    def value(self, expression):
        answer = self.ask("Runtime.evaluate", expression=expression, returnByValue=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"]["value"]

    def close(self):
        self.process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(20)
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.write_to)
        os.close(self.read_from)


# The width that the page would be scrolled through, and whose right edge is the farthest. What is cut off or scrolled
# by itself is within its box; boxes that are put off the left side on purpose do not count.
MEASURE = """(() => {
  const scrolls = e => /auto|scroll|hidden/.test(getComputedStyle(e).overflowX);
  let widest = [0, ''];
  for (const e of document.body.querySelectorAll('*')) {
    let boxed = false;
    for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) boxed ||= scrolls(up);
    const right = boxed ? 0 : e.getBoundingClientRect().right;
    if (right > widest[0])
      widest = [right, '<' + e.tagName.toLowerCase() + '> ' + e.textContent.trim().slice(0, 40)];
  }
  const boxes = [...document.querySelectorAll('pre, .wide')].filter(e => e.scrollWidth > e.clientWidth + 1);
  return {page: document.documentElement.scrollWidth, window: innerWidth, right: widest[0], who: widest[1],
          scrolled: boxes.length,
          reached: boxes.every(e => e.tabIndex === 0 && /auto|scroll/.test(getComputedStyle(e).overflowX)),
          broken: [...document.images].filter(i => !i.naturalWidth).map(i => i.src)};
})()"""


def faults_in_browser(site, pages):
    faults, scrolled = [], 0
    scratch = tempfile.mkdtemp()
    browser = Browser(scratch)
    try:
        for path in pages:
            name = path.relative_to(site)
            browser.show(*WINDOWS[0][:2])
            browser.visit(path)
            for url in browser.requested:
                if not url.startswith(site.as_uri() + "/"):
                    faults.append(f"{name}: loads {url}")
            for width, media, what in WINDOWS:
                browser.show(width, media)
                found = browser.value(MEASURE)
                if found["window"] != width:
                    raise RuntimeError(f"the window is {found['window']} wide, not {width}")
                if max(found["page"], found["right"]) > width + 0.5:
                    faults.append(f"{name}: wider than a {what}, {max(found['page'], found['right']):.0f} of {width}"
                                  f" pixels: {found['who']}")
                if media == "print" and found["scrolled"]:
                    faults.append(f"{name}: what is scrolled on a screen is cut off on paper")
                if not found["reached"] and media == "screen":
                    faults.append(f"{name}: what is scrolled cannot be scrolled by keys")
                faults += [f"{name}: no picture {source}" for source in found["broken"]]
                scrolled += width == TELEPHONE and found["scrolled"]
    finally:
        browser.close()
        shutil.rmtree(scratch, ignore_errors=True)
    return faults, scrolled


GOOD = """<!DOCTYPE html><html lang="en"><head><meta name="viewport" content="width=device-width">
<title>Good</title></head><body><main><h1 id="top">A good page</h1><p>With plain words. <a href="#top">up</a></p>
</main></body></html>"""
SELF_TEST = (  # what is put in place of what, and what has to be said of it
    ("", "", None),
    ("<title>Good</title>", "", "no title"),
    ('lang="en"', 'lang="vi"', "lang is"),
    ("With plain words.", "Ủy ban nhân dân tỉnh và các cơ quan liên quan đã nộp báo cáo đúng hạn.", "lang is"),
    ("</h1>", "</h1><h1>Another</h1>", "2 h1"),
    ("</h1>", '</h1><p id="top">twice</p>', "more than once"),
    ("#top", "#none", "no such anchor"),
    ("#top", "none.html", "leads nowhere"),
    ("#top", "../outside.html", "leads nowhere"),
    ("</p>", '</p><img src="none.png" alt="none">', "leads nowhere"),
    ("</p>", '</p><img src="https://example.org/a.png" alt="none">', "loads"),
    ("</p>", "</p><script>1</script>", "a script"),
    ('content="width=device-width"', 'content=""', "desk's page"),
    ("plain words", '<span style="display: inline-block; width: 330px">wide</span>', "wider than a telephone"),
    ("plain words", '<span style="white-space: nowrap">' + "long " * 80 + "</span>", "wider than a telephone"),
    ("plain words", '<pre style="overflow-x: auto">' + "long " * 90 + "</pre>", "by keys"),
    ("plain words", '<pre tabindex="0" style="overflow-x: auto">' + "long " * 90 + "</pre>", "cut off on paper"),
)


def self_test():
    for old, new, expected in SELF_TEST:
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder).resolve() / "site"
            site.mkdir()
            (site / "index.html").write_text(GOOD.replace(old, new, 1) if old else GOOD, encoding="utf-8")
            faults, pages = faults_of_pages(site)
            if not faults:
                faults, _ = faults_in_browser(site, pages)
            if (expected is None and faults) or (expected and not any(expected in fault for fault in faults)):
                sys.exit(f"self-test: {old!r} -> {new[:60]!r} gave {faults}, not {expected!r}")
    print("site.py finds what it should")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.partition("\n")[0])
    if sys.argv[1] == "--self-test":
        return self_test()
    site = pathlib.Path(sys.argv[1]).resolve()
    faults, pages = faults_of_pages(site)
    seen, scrolled = faults_in_browser(site, pages)
    for fault in faults + seen:
        print(fault)
    if faults or seen:
        sys.exit(1)
    print(f"{len(pages)} pages: links, anchors, titles and languages are right, and none is wider than a telephone;"
          f" {scrolled} tables and examples scroll by themselves")


if __name__ == "__main__":
    main()
