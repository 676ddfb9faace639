"""A PostgreSQL server of the tests' own: below a temporary folder, on a free port of this machine
alone, run by an unprivileged user, and gone afterwards."""

import glob
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path


def programs():
    """Where Debian keeps the server's programs, the newest first."""
    found = sorted(glob.glob("/usr/lib/postgresql/*/bin/initdb"),
                   key=lambda path: -int(path.split("/")[4]))
    if not found:
        sys.exit("FAILED: there is no PostgreSQL server here (package postgresql)")
    return Path(found[0]).parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    SUPERUSER = "postgres"

    def __init__(self):
        self.bin = programs()
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        self.folder = Path(tempfile.mkdtemp(prefix="pg"))  # short: the name of a socket has limits
        if self.user:
            os.chown(self.folder, self.user.pw_uid, self.user.pw_gid)
        self.folder.chmod(0o755)
        self.port = free_port()
        self._run("initdb", "-D", self.data, "-U", self.SUPERUSER, "--auth-local=trust",
                  "--auth-host=scram-sha-256", "-E", "UTF8", "--locale=C", "--no-sync")
        self.start()

    @property
    def data(self):
        return str(self.folder / "data")

    def _run(self, program, *arguments):
        as_user = {"user": self.user.pw_uid, "group": self.user.pw_gid,
                   "extra_groups": []} if self.user else {}
        done = subprocess.run([str(self.bin / program), *arguments], cwd=self.folder, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, **as_user)
        if done.returncode != 0:
            sys.exit(f"FAILED: {program}: {done.stdout}")

    def start(self):
        settings = (f"-c port={self.port} -c listen_addresses=127.0.0.1 -c fsync=off "
                    f"-c unix_socket_directories={self.folder} -c max_connections=40 "
                    "-c autovacuum=off")
        # What the server writes must not go to a pipe that nobody closes before it ends.
        self._run("pg_ctl", "-D", self.data, "-w", "-l", str(self.folder / "log"), "-o", settings,
                  "start")

    def stop(self):
        subprocess.run([str(self.bin / "pg_ctl"), "-D", self.data, "-m", "immediate", "stop"],
                       cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       **({"user": self.user.pw_uid} if self.user else {}))

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def log(self):
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def sql(self, statements, database="postgres"):
        """What the statements say, a line a row."""
        done = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", str(self.folder), "-p",
             str(self.port), "-U", self.SUPERUSER, "-d", database, "-f", "-"],
            input=statements, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode != 0:
            sys.exit(f"FAILED: {statements}\n{done.stderr}")
        return done.stdout.strip()

    def database(self, name):
        """A new one; gives its address."""
        self.sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        self.sql(f"CREATE DATABASE {name}")
        return self.url(name)

    def url(self, name):
        return f"postgresql://{self.SUPERUSER}@/{name}?host={self.folder}&port={self.port}"

    def url_of(self, role, password, name):
        return f"postgresql://{role}:{password}@127.0.0.1:{self.port}/{name}"
