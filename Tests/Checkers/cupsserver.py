"""A private cupsd: own port, spool and backends; the system's CUPS is not touched."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import outside

# What a scheduler is set to where jobs print at most once (cupsd.conf(5)).
CAREFUL = {"DirtyCleanInterval": "0", "MaxJobTime": "0", "PreserveJobFiles": "No"}

FILES = """\
ServerRoot {0}/root
ServerBin {0}/serverbin
RequestRoot {0}/spool
CacheDir {0}/cache
StateDir {0}/state
TempDir {0}/tmp
AccessLog {0}/log/access_log
ErrorLog {0}/log/error_log
PageLog {0}/log/page_log
ServerKeychain {0}/root/ssl
Printcap {0}/printcap
SystemGroup root
FatalErrors config
"""

SETTINGS = """\
Listen 127.0.0.1:{port}
ServerName 127.0.0.1
LogLevel debug
MaxLogSize 0
Browsing Off
DefaultShared No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
JobRetryInterval 2
JobKillDelay 5
{more}
<Location />
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Location /admin>
  Order allow,deny
  Allow from 127.0.0.1
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  SubscriptionPrivateAccess all
  SubscriptionPrivateValues none
  <Limit All>
    Order allow,deny
    Allow from 127.0.0.1
  </Limit>
</Policy>
"""


def until(what: Callable[[], Any], seconds: float = 20, pause: float = 0.01) -> None:
    """Waits for something to become true."""
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, f"never came true in {seconds} s"
        time.sleep(pause)


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@dataclass
class PrivateCUPS:
    """A scheduler of its own: port, spool, backends and settings."""

    folder: Path
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def lay(self, settings: dict[str, str]) -> None:
        """Folders and settings, so that as root and as any user nothing outside is written."""
        for name in ("root/ppd", "root/ssl", "cache", "state", "log", "serverbin/backend"):
            (self.folder / name).mkdir(parents=True)
        for name, mode in (("spool", 0o710), ("tmp", 0o1777)):
            (self.folder / name).mkdir()
            (self.folder / name).chmod(mode)
        programs = Path(outside.call("cups-config", "--serverbin").decode().strip())
        for name in ("daemon", "cgi-bin", "notifier", "driver", "monitor", "filter"):
            (self.folder / "serverbin" / name).symlink_to(programs / name)
        for backend in (programs / "backend").iterdir():
            (self.backends / backend.name).symlink_to(backend)
        more = "\n".join(f"{name} {value}" for name, value in settings.items())
        (self.folder / "root/cups-files.conf").write_text(FILES.format(self.folder))
        (self.folder / "root/cupsd.conf").write_text(SETTINGS.format(port=self.port, more=more))

    @property
    def backends(self) -> Path:
        return self.folder / "serverbin" / "backend"

    @property
    def environment(self) -> dict[str, str]:
        """What leads the clients of CUPS, and our program, to this scheduler."""
        return {"CUPS_SERVER": f"127.0.0.1:{self.port}"}

    def run(self, *command: str) -> str:
        """Runs a client program of CUPS, which must succeed."""
        done = subprocess.run(
            command, env=self.surroundings, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    @property
    def surroundings(self) -> dict[str, str]:
        path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
        return {**os.environ, **self.environment, "PATH": path, "LC_ALL": "C"}

    # Its life.

    def start(self) -> None:
        files = [self.folder / "root" / name for name in ("cupsd.conf", "cups-files.conf")]
        with (self.folder / "log" / "out").open("ab") as out:
            self.process = subprocess.Popen(
                ["cupsd", "-f", "-c", files[0], "-s", files[1]],
                env=self.surroundings, stdin=subprocess.DEVNULL, stdout=out, stderr=out,
            )  # fmt: skip
        until(self.answers)

    def answers(self) -> bool:
        done = subprocess.run(
            ["lpstat", "-r"], env=self.surroundings, capture_output=True, text=True, check=False
        )
        return "is running" in done.stdout

    def end(self, how: signal.Signals) -> None:
        """Ends the scheduler alone; what it had started may go on."""
        assert self.process
        self.process.send_signal(how)
        self.process.wait(timeout=30)

    def clear(self) -> None:
        """Kills the scheduler and everything that it left behind."""
        if self.process:
            self.end(signal.SIGKILL)
        for process in self.processes():
            os.kill(process, signal.SIGKILL)

    def processes(self) -> list[int]:
        """The schedulers, guards and backends of this folder."""
        found = []
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                line = entry.read_bytes()
            except OSError:  # it has just ended
                continue
            if str(self.folder).encode() in line and b"originpress" not in line:
                found.append(int(entry.parent.name))
        return found

    # Its jobs.

    def waiting(self) -> list[tuple[int, list[str]]]:
        """The jobs that are not at their end, with what CUPS says of each."""
        jobs: list[tuple[int, list[str]]] = []
        for line in self.run("lpstat", "-l", "-W", "not-completed", "-o").splitlines():
            if line[:1].isspace():
                jobs[-1][1].append(line.strip())
            else:
                jobs.append((int(line.split()[0].rpartition("-")[2]), []))
        return jobs

    def is_idle(self) -> bool:
        """Whether no job and no backend is at work."""
        assert self.process
        # A job whose sender was killed waits for its document, which nobody has any more.
        open_jobs = [id for id, said in self.waiting() if "job-incoming" not in " ".join(said)]
        return not open_jobs and set(self.processes()) <= {self.process.pid}

    def rest(self) -> None:
        until(self.is_idle, 40, 0.05)


@contextmanager
def scheduler(**settings: str) -> Iterator[PrivateCUPS]:
    """A scheduler that runs as long as the block, careful unless told otherwise."""
    # Readable by the users that filters and backends run as, which pytest's folders are not.
    folder = Path(tempfile.mkdtemp(prefix="private-cups-"))
    folder.chmod(0o755)
    cups = PrivateCUPS(folder)
    try:
        cups.lay({**CAREFUL, **settings})
        cups.start()
        yield cups
    finally:
        cups.clear()
        shutil.rmtree(folder)


def guard_entries(journal: Path) -> list[str]:
    """What the guard wrote down, a job each."""
    return [entry.read_text() for entry in sorted(journal.iterdir())] if journal.exists() else []
