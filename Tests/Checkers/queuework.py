"""A desk that prints through a queue of a private cupsd, and a watch over how far it is."""

import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from cupsserver import PrivateCUPS, guard_entries, scheduler
from deskwork import Desk, Paper, PaperPrinter, printing
from office import Office
from simulated import Simulated

QUEUE = "counter-1"


@dataclass
class Behind:
    """A printer behind a scheduler, which may hold jobs that are still to come to it.

    Its log does not tell the document that was sent: filters make another one of it.
    """

    cups: PrivateCUPS
    printer: Paper

    def sheets(self) -> list[dict[str, Any]]:
        return [
            {name: value for name, value in sheet.items() if name != "sha256"}
            for sheet in self.printer.sheets()
        ]

    def jobs(self) -> int:
        return self.printer.jobs()

    def rest(self) -> None:
        self.cups.rest()
        self.printer.rest()


@dataclass
class Press:
    """A desk with one queue, its scheduler and what the queue prints at."""

    desk: Desk
    cups: PrivateCUPS
    sim: Simulated
    virtual: PaperPrinter
    folder: Path

    @property
    def journal(self) -> Path:
        return self.cups.folder / "journal"

    def begin(self, mark: str = "first") -> subprocess.Popen[str]:
        """Has a certificate issued and printed, and does not wait."""
        return self.desk.start(*self.desk.words(self.desk.approve(self.folder, mark), QUEUE))

    def print(self, disturb: Callable[["Press"], None] = lambda _: None) -> dict[str, Any]:
        """Prints a certificate while something happens, and gives the register's pass of it."""
        process = self.begin()
        disturb(self)
        out, err = process.communicate(timeout=90)
        assert process.returncode == 0, out + err
        return self.last_pass()

    def rest(self) -> None:
        """Waits until scheduler and printer have nothing to do."""
        self.desk.printers[QUEUE].rest()

    def last_pass(self) -> dict[str, Any]:
        output = self.desk.office.outputs()[-1]["id"]
        return self.desk.runs(output)[-1]["passes"][-1]

    def settle(self) -> None:
        """People end what is left; every account has to hold, and no queue's word was clean."""
        self.desk.settle(QUEUE)
        self.desk.demand_accounts()
        with register(self) as database:
            states = {state for (state,) in database.execute("SELECT DISTINCT state FROM pass")}
        assert "clean" not in states, "a queue cannot know of paper"

    def demand_doubt(self, last: dict[str, Any]) -> None:
        """A person has to say what became of the pass, and nothing is printed twice meanwhile."""
        assert last["state"] == "uncertain", last
        self.rest()
        self.desk.demand_once()
        self.settle()

    def set(self, uri: str, policy: str = "abort-job") -> None:
        self.cups.run("lpadmin", "-p", QUEUE, "-v", uri, "-o", f"printer-error-policy={policy}")


class Presses:
    """Makes presses in an office of their own."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self.folder = office, folder

    @contextmanager
    def real(self, *faults: str, **settings: str) -> Iterator[Press]:
        """A queue as the command makes it, to a printer of its own with faults."""
        options = [word for fault in faults for word in ("--fault", fault)]
        log = self.folder / "sheets.jsonl"
        with scheduler(**settings) as cups, printing(log, *options) as printer:
            office = replace(self.office.copy(self.folder / "data"), variables=cups.environment)
            desk = Desk(office, {QUEUE: Behind(cups, printer)})
            press = Press(desk, cups, Simulated(cups.folder / "sim"), printer, self.folder)
            office.must(*adding(press))
            yield press

    @contextmanager
    def simulated(
        self, policy: str = "abort-job", *, guard: str = "once:/", **settings: str
    ) -> Iterator[Press]:
        """The same queue, led to the backend that simulates a printer."""
        with self.real(**settings) as press:
            press.sim.install(press.cups.backends)
            press.set(guard + press.sim.uri, policy)
            press.desk.printers = {QUEUE: Behind(press.cups, press.sim)}
            yield press


def adding(press: Press) -> list[str | Path]:
    """The words that make the queue, with its guard, and enter it in the register."""
    places = ["--backends", press.cups.backends, "--journal", press.journal]
    queue = ["printer", "add", QUEUE, press.virtual.uri, "--profile", "generic-laser", "--cups"]
    return [*queue, *places, "--json"]


@dataclass
class Watch:
    """What shows how far a certificate's print is, while another program prints it."""

    press: Press
    number: str
    database: sqlite3.Connection
    sheets: int
    endings: int

    def has(self, wanted: str) -> bool:
        """Whether the register has the newest pass in a state, or further."""
        path = ("planned", "burned", "sending", "sent")
        state, evidence = self.newest()
        return evidence is not None or state in path[path.index(wanted) :]

    def is_recorded(self) -> bool:
        """Whether the register has what was learnt of the newest pass."""
        return self.newest()[1] is not None

    def newest(self) -> tuple[str, str | None]:
        order = """SELECT pass.state, evidence FROM pass JOIN output ON output = id
          WHERE number = ? ORDER BY pass.rowid DESC LIMIT 1"""
        return self.database.execute(order, [self.number]).fetchone() or ("", None)

    def is_out(self) -> bool:
        """Whether another sheet came out."""
        return len(self.press.sim.sheets()) > self.sheets

    def has_ended(self) -> bool:
        """Whether the guard saw another job end."""
        return endings(self.press) > self.endings


@contextmanager
def register(press: Press) -> Iterator[sqlite3.Connection]:
    """The register, to be read while a program writes to it."""
    path = f"file:{press.desk.office.data / 'register.sqlite'}?mode=ro"
    with closing(sqlite3.connect(path, uri=True)) as database:
        yield database


def endings(press: Press) -> int:
    return sum("\nended " in entry for entry in guard_entries(press.journal))


@contextmanager
def watching(press: Press, number: str) -> Iterator[Watch]:
    """A watch over a certificate from now on."""
    with register(press) as database:
        yield Watch(press, number, database, len(press.sim.sheets()), endings(press))
