#!/usr/bin/env python3
"""pager.py PLANTOOL: long tables on a terminal are shown by a pager, and nothing else is."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios

PROGRAM = os.path.realpath(sys.argv[1])
PROJECT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
STATUS = ["status", "--plan", "data/plan-2022.yaml", "--as-of", "2022-07-05", "--lang", "en"]
MARKING = "sed 's/^/paged> /'"  # a pager that can be seen at work
failed = False


def on_terminal(arguments, rows=10, **variables):
    """What the terminal shows, and the exit status."""
    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 100, 0, 0))
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8", "NO_COLOR": "1",
                   **variables}
    child = subprocess.Popen([PROGRAM, *arguments], cwd=PROJECT, env=environment, stdin=there,
                             stdout=there, stderr=there, start_new_session=True)
    os.close(there)
    shown = b""
    while True:
        try:
            piece = os.read(here, 65536)
        except OSError:  # nobody writes any more
            break
        if not piece:
            break
        shown += piece
    os.close(here)
    # Where the machine is slow, the program counts meanwhile, and takes that back.
    kept = re.sub("(\\rplantool: [^\\r\\n]*)+\\r\\x1b\\[K", "", shown.decode())
    return kept.replace("\r\n", "\n"), child.wait(timeout=60)


def expect(what, fits):
    global failed
    if not fits:
        failed = True
        print("FAILED:", what)


shown, status = on_terminal(STATUS, PAGER=MARKING)
lines = shown.splitlines()
paged = [line for line in lines if line.startswith("paged> ")]
expect("a long table goes through the pager", len(paged) > 20)
expect("what is said beside it follows the table",
       lines[-1].startswith("plantool: ") and lines[:len(paged)] == paged)
expect("the exit status is that of the command", status == 0)

whole, _ = on_terminal(STATUS + ["--no-pager"], PAGER=MARKING)
expect("--no-pager shows it as it is", "paged>" not in whole and
       [line.removeprefix("paged> ") for line in lines] == whole.splitlines())
expect("PAGER=cat is none", on_terminal(STATUS, PAGER="cat")[0] == whole)
shown, _ = on_terminal(STATUS, PAGER="not-there-at-all 2>/dev/null")
expect("a pager that is not there loses nothing", shown == whole)
expect("a dumb terminal has none", on_terminal(STATUS, PAGER=MARKING, TERM="dumb")[0] == whole)
shown, _ = on_terminal(STATUS, rows=500, PAGER=MARKING)
expect("what is no longer than the screen is shown as it is", shown == whole)
shown, status = on_terminal(STATUS + ["--fail-on", "overdue"], PAGER="head -n 1")
expect("a pager that is left early changes nothing", status == 1 and shown.count("\n") == 2)
shown, _ = on_terminal(STATUS + ["--agency", "nobody"], PAGER=MARKING)
expect("an error is shown as it is", "paged>" not in shown and "nobody" in shown)

piped = subprocess.run([PROGRAM, *STATUS], cwd=PROJECT, capture_output=True, text=True, check=True,
                       env={**os.environ, "PAGER": MARKING, "LC_ALL": "C.UTF-8"})
expect("a pipe gets no pager", "paged>" not in piped.stdout)

sys.exit(failed)
