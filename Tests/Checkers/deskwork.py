"""A print desk as people run it: printers as processes, commands, and looks at the paper."""

import json
import os
import re
import signal
import subprocess
import time
import urllib.request
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

import office as founding
import originpress
from office import Office
from originpress import ROOT, Outcome

ENDED = frozenset({"issued", "void"})
UNSENT = frozenset({"planned", "failed-before-burning"})


def built(name: str) -> Path:
    """A program of the checkout: the release or what the Swift tests built, whichever is newer."""
    found = [ROOT / ".build" / kind / name for kind in ("release", "debug")]
    there = [path for path in found if path.exists()]
    assert there, f"{name} is not built: make build"
    return max(there, key=lambda path: path.stat().st_mtime)


class Paper(Protocol):
    """What the desk prints at, with its physical log."""

    def sheets(self) -> list[dict[str, Any]]:
        """The paper that came out, in order."""

    def jobs(self) -> int:
        """How many jobs there were."""

    def rest(self) -> None:
        """Waits until there is nothing to do."""


@dataclass
class PaperPrinter:
    """A virtual printer as a process, with its physical log."""

    process: subprocess.Popen[str]
    uri: str
    log: Path

    def sheets(self) -> list[dict[str, Any]]:
        return logged(self.log)

    def jobs(self) -> int:
        return len(self.report()["jobs"])

    def command(self, text: str) -> None:
        urllib.request.urlopen(self.control, text.encode(), timeout=5).read()

    def report(self) -> dict[str, Any]:
        with urllib.request.urlopen(self.control, timeout=5) as answer:
            return json.load(answer)

    @property
    def control(self) -> str:
        return self.uri.replace("ipp://", "http://").replace("/ipp/print", "/control")

    def rest(self) -> None:
        """Waits until the printer has nothing to do."""
        end = time.monotonic() + 30
        while time.monotonic() < end:
            try:
                # A job whose sender was killed waits for its document, which nobody has any more.
                if all(
                    job["state"] >= 7 or "job-incoming" in job["reasons"]
                    for job in self.report()["jobs"]
                ):
                    return
            except OSError:  # without power
                pass
            time.sleep(0.02)
        raise AssertionError("the printer is busy for ever")


def logged(log: Path) -> list[dict[str, Any]]:
    """The paper of a physical log, in order."""
    lines = log.read_text().splitlines() if log.exists() else []
    return [json.loads(line) for line in lines]


def read_off(run: dict[str, Any]) -> str:
    """What a person types from the first sheet: its number, or the end of the serial."""
    return run["sheets"][0].get("stock") or run["output"]["serial"][-4:]


@contextmanager
def printing(log: Path, *options: str) -> Iterator[PaperPrinter]:
    """A printer that runs as long as the block."""
    process = subprocess.Popen(
        [built("virtual-printer"), "--log", log, *options], stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout
        yield PaperPrinter(process, process.stdout.readline().strip(), log)
    finally:
        process.kill()
        process.wait()


@dataclass
class Desk:
    """An office and its printers by name."""

    office: Office
    printers: Mapping[str, Paper]
    tray: list[str] = field(default_factory=list)

    def add(self, profile: str = "generic-laser") -> None:
        """Enters the printers that are asked directly."""
        for name, printer in self.printers.items():
            if isinstance(printer, PaperPrinter):
                self.office.must("printer", "add", name, printer.uri, "--profile", profile)

    def approve(self, folder: Path, mark: str) -> str:
        """The number of another approved certificate, which is printed at the chamber."""
        file = founding.certificate(folder / f"{mark}.json", "C", None, 1, mark)
        return self.office.approve(file, place="chamber")["number"]

    def words(self, number: str, printer: str) -> list[str]:
        """What issues and prints a certificate."""
        return ["issue", number, "--to", printer, *self.tray, "--operator", "li", "--json"]

    def run(self, *words: str) -> Outcome:
        return self.office.run(*words, "--operator", "li", "--json")

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """A command that runs while something happens."""
        return subprocess.Popen(
            [originpress.PROGRAM, *words],
            cwd=ROOT,
            env={**os.environ, **self.office.environment(), **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def killed(self, seconds: float, *words: str, at_job_of: str = "") -> bool:
        """Starts a command and kills it after some time; whether it had not ended by itself.

        The time begins with the command, or when the named printer has a new job.
        """
        jobs = self.printers[at_job_of].jobs() if at_job_of else 0
        process = self.start(*words)
        while at_job_of and process.poll() is None:
            if self.printers[at_job_of].jobs() > jobs:
                break
            time.sleep(0.005)
        try:
            process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
            return True
        return False

    # What is there.

    def queue(self) -> list[dict[str, Any]]:
        return json.loads(self.office.must("desk", "queue", "--json"))["runs"]

    def runs(self, subject: str) -> list[dict[str, Any]]:
        return json.loads(self.office.must("desk", "status", subject, "--json"))["runs"]

    def report(self) -> dict[str, Any]:
        return json.loads(self.office.must("desk", "report", "--json"))

    def paper(self, name: str = "") -> list[dict[str, Any]]:
        """The paper of all printers; of an output, sheet or pass by its name."""
        sheets = [sheet for printer in self.printers.values() for sheet in printer.sheets()]
        return [sheet for sheet in sheets if re.split("[ /]", sheet["name"])[0].startswith(name)]

    def state(self, number: str) -> str:
        """How far a certificate's printing is, by its last pass."""
        runs = self.runs(number)
        if not runs:
            return "nothing"
        passes = [entry["state"] for entry in runs[-1]["passes"]]
        return passes[-1] if passes else runs[-1]["output"]["state"]

    # What people do.

    def recover(self, number: str, printer: str) -> None:
        """Gives the order of a killed command again; what waits is settled to one original."""
        self.printers[printer].rest()
        again = self.office.run(*self.words(number, printer))
        assert again.code == 0, again.err
        self.settle(printer)
        issued = [run for run in self.runs(number) if run["output"]["state"] == "issued"]
        assert len(issued) == 1, f"{number} has {len(issued)} originals"

    def settle(self, printer: str) -> None:
        """Does what the queue asks for until nothing waits: prints, looks, confirms or replaces."""
        for _ in range(40):
            waiting = self.queue()
            if not waiting:
                return
            for run in waiting:
                self.step(run, printer)
        raise AssertionError(f"still waiting: {self.queue()}")

    def step(self, run: dict[str, Any], printer: str) -> None:
        output = run["output"]["output"]
        used = {entry["printer"] for entry in run["passes"] if "printer" in entry}
        place = next(iter(used), printer)
        self.printers[place].rest()
        # Whoever prints again learns what an interrupted program left there, and sends none of it.
        before = self.sent(output)
        done = self.run("desk", "print", output, "--to", place, *self.tray)
        assert done.code == 0 or "office.doubt-at-printer" in done.err, done.err
        self.printers[place].rest()
        if used:
            assert self.sent(output) == before, f"{output} was sent again"
        (now,) = [run for run in self.runs(output) if run["output"]["output"] == output]
        if now["toDecide"]:
            self.look(now)

    def sent(self, output: str) -> list[str]:
        """The names of the jobs of which an output's paper came out."""
        return [sheet["name"] for sheet in self.paper(output)]

    def look(self, run: dict[str, Any]) -> None:
        """A look at what lies in the printer: one good sheet, or not."""
        output = run["output"]["output"]
        paper = self.paper(output)
        if [sheet["condition"] for sheet in paper] == ["good"]:
            done = self.run("desk", "confirm", output, "--typed", read_off(run))
        else:
            cause = "jam" if paper else "nothing-came-out"
            done = self.run("desk", "jam", output, "--cause", cause)
        assert done.code == 0, done.err

    # What has to hold.

    def demand_accounts(self) -> None:
        """No two good originals of a certificate, no pass twice, nothing unaccounted for."""
        issued: dict[str, list[str]] = defaultdict(list)
        logged = [entry for entry in self.office.entries() if entry["event"] == "issue"]
        for output in self.office.outputs():
            assert output["state"] in ENDED, output["id"]
            if output["state"] == "issued":
                issued[output["number"]].append(output["id"])
                good = [s["condition"] for s in self.paper(output["id"])]
                assert good == ["good"], f"{output['id']}: {good}"
                entries = [e for e in logged if e["details"]["output"] == output["id"]]
                assert len(entries) == 1, f"{output['id']} is logged {len(entries)} times"
        assert all(len(outputs) == 1 for outputs in issued.values()), issued
        assert len(logged) == len(issued)
        self.demand_once()
        self.demand_told()
        report = self.report()
        assert report["unaccounted"] == 0 and report["unaccountedItems"] == []
        assert report["open"] == [], report["open"]

    def demand_told(self) -> None:
        """Who follows the events knows every state, and the hash of each document on paper."""
        lines = self.office.must("desk", "events", "--json").splitlines()
        events = [json.loads(line) for line in lines]
        assert [event["event"] for event in events] == list(range(1, len(events) + 1))
        told: dict[tuple[str, str], str] = {}
        for event in events:
            subject = (event["subject"], event["id"])
            assert told.get(subject) == event.get("previous"), event
            told[subject] = event["state"]
        outputs = {output["id"]: output["state"] for output in self.office.outputs()}
        assert {name: state for (kind, name), state in told.items() if kind == "output"} == outputs
        sent = {
            event["details"]["job"]: event["details"]["document"]
            for event in events
            if event["subject"] == "pass" and event["state"] == "burned"
        }
        for sheet in self.paper():
            document = sent[sheet["name"]]
            assert sheet.get("sha256", document) == document, sheet

    def demand_once(self) -> None:
        """Each pass is one job, printed once: what was sent was never sent again, by nobody."""
        jobs: dict[str, set[tuple[str, int]]] = defaultdict(set)
        for sheet in self.paper():
            jobs[sheet["name"].split(" ")[0]].add((sheet["name"], sheet["ordinal"]))
        assert all(len(printed) == 1 for printed in jobs.values()), jobs
