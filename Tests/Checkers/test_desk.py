"""Commands killed while they print, faulty printers, and orders that make no sense."""

import json
import os
import queue
import random
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import originpress
import outside
import pytest
from conftest import Renders
from deskwork import UNSENT, Desk, PaperPrinter, printing
from office import Office

SEED = int(os.environ["ORIGINPRESS_SEED"])
MOMENTS = 120 if originpress.SOAK else 12
CERTIFICATES = 500 if originpress.SOAK else 40
PRINTER = "counter-1"
EARLY = UNSENT | {"nothing", "reserved", "released"}


@pytest.fixture(scope="module")
def founded(renders: Renders, office: Office) -> Office:
    """The office of the session; each test copies it."""
    return office


@pytest.fixture
def desk(founded: Office, tmp_path: Path) -> Iterator[Desk]:
    """An office with one printer that has no faults."""
    # The last byte is answered late, so that there is time to be killed while it is sent.
    options = ["--seconds-per-sheet", "0.3", "--fault", "job=all slow=0.25"]
    with printing(tmp_path / "sheets.jsonl", *options) as printer:
        made = Desk(founded.copy(tmp_path / "data"), {PRINTER: printer})
        made.add()
        yield made


def test_killed_at_any_moment_of_printing(desk: Desk, tmp_path: Path) -> None:
    """SIGKILL over the whole of a print: each pass at most once, each sheet settled by a look.

    Half of the moments are spread over the time until the printer has the job, the other half over
    the time from then on to the end.
    """
    before, after = lengths(desk, desk.approve(tmp_path, "whole"))
    seen: Counter[str] = Counter()
    for moment in range(MOMENTS):
        number = desk.approve(tmp_path, f"killed-{moment}")
        part = (moment // 2 + 0.5) / (MOMENTS / 2)
        if moment % 2 == 0:
            desk.killed(before * part, *desk.words(number, PRINTER))
        else:
            desk.killed(after * part, *desk.words(number, PRINTER), at_job_of=PRINTER)
        desk.printers[PRINTER].rest()
        seen[desk.state(number)] += 1
        desk.recover(number, PRINTER)
    desk.demand_accounts()
    print(f"soak: {MOMENTS} kills over {before + after:.2f} s of printing: {dict(seen)}")
    assert set(seen) & EARLY, "killed before anything was burned"
    assert set(seen) - EARLY, "killed after it"


def lengths(desk: Desk, number: str) -> tuple[float, float]:
    """How long a print takes until the printer has the job, and from then on."""
    printer = desk.printers[PRINTER]
    started = time.monotonic()
    desk.killed(60, *desk.words(number, PRINTER))
    whole = time.monotonic() - started
    desk.settle(PRINTER)
    (sheet,) = printer.sheets()
    assert sheet["condition"] == "good"
    # The answer, the sheet, and a look at the job every quarter of a second.
    after = min(0.8, whole / 2)
    return whole - after, after


@pytest.mark.parametrize("answer", ["confirm", "jam"])
def test_killed_while_an_answer_is_recorded(desk: Desk, tmp_path: Path, answer: str) -> None:
    """What a person said is recorded whole or not at all, and can be said again."""
    moments = 20 if originpress.SOAK else 2
    length = 0.0
    for moment in range(moments + 1):
        number = desk.approve(tmp_path, f"{answer}-{moment}")
        done = desk.office.run(*desk.words(number, PRINTER))
        assert done.code == 0, done.err
        output = json.loads(done.out)["output"]
        typed = ["--typed", output["serial"][-4:]] if answer == "confirm" else []
        words = ["desk", answer, output["output"], *typed, "--operator", "li", "--json"]
        started = time.monotonic()
        if moment == 0:
            assert desk.office.run(*words).code == 0
            length = time.monotonic() - started
        else:
            desk.killed(length * moment / (moments + 0.5), *words)
            again = desk.office.run(*words)
            assert again.code == 0 or "desk.already-void" in again.err, again.err
        runs = desk.runs(number)
        live = [run for run in runs if run["output"]["state"] != "void"]
        assert len(live) == 1 and len(runs) == (1 if answer == "confirm" else 2)
    desk.settle(PRINTER)
    desk.demand_accounts()


FAULTS = [
    "jam-in=1 clear=0.6", "jam-after=1 clear=0.6", "empty-before=1 clear=0.4", "abort-in=1",
    "abort-after=1", "drop=end", "drop=middle", "power-cycle-in=1 down=0.2", "says=0",
    "prints-nothing=yes", "prints-twice=yes", "slow=0.5", "stop-before=1 clear=0.4",
]  # fmt: skip


def faults(dice: random.Random, jobs: int) -> list[str]:
    """One job in four has a fault."""
    hit = [job for job in range(1, jobs + 1) if dice.random() < 0.25]
    return [word for job in hit for word in ("--fault", f"job={job} {dice.choice(FAULTS)}")]


def work(desk: Desk, printer: str, numbers: list[str], failures: list[BaseException]) -> None:
    """A person who prints certificates at a printer, one after the other."""
    try:
        for number in numbers:
            done = desk.office.run(*desk.words(number, printer))
            assert done.code in (0, 3), done.err
            if done.code == 0 and (run := json.loads(done.out))["output"]["state"] == "printing":
                desk.look(run)
            finish(desk, printer, number)
    except BaseException as failure:
        failures.append(failure)


def finish(desk: Desk, printer: str, number: str) -> None:
    """Settles one certificate; the other person's are theirs."""
    for _ in range(20):
        (live,) = [run for run in desk.runs(number) if run["output"]["state"] != "void"]
        if live["output"]["state"] == "issued":
            return
        try:
            desk.step(live, printer)
        except AssertionError as failure:
            # A printer without power comes back.
            if "unreachable" not in str(failure):
                raise
            time.sleep(0.3)
    raise AssertionError(f"{number} is never issued")


def test_two_printers_and_many_certificates(founded: Office, tmp_path: Path) -> None:
    """Whatever goes wrong at two printers at once, every sheet is accounted for."""
    print(f"seed {SEED}")
    names = ["counter-1", "counter-2"]
    dice = random.Random(SEED)
    speed = ["--seconds-per-sheet", "0.05"]
    first, second = (faults(dice, 2 * CERTIFICATES) for _ in names)
    with (
        printing(tmp_path / "first.jsonl", *speed, *first) as one,
        printing(tmp_path / "second.jsonl", *speed, *second) as other,
    ):
        desk = Desk(founded.copy(tmp_path / "data"), dict(zip(names, [one, other], strict=True)))
        desk.add()
        numbers = [desk.approve(tmp_path, f"many-{number}") for number in range(CERTIFICATES)]
        failures: list[BaseException] = []
        people = [
            threading.Thread(target=work, args=(desk, name, numbers[half::2], failures))
            for half, name in enumerate(names)
        ]
        for person in people:
            person.start()
        for person in people:
            person.join()
        assert not failures, failures
        desk.demand_accounts()
        issued = [output for output in desk.office.outputs() if output["state"] == "issued"]
        assert sorted(output["number"] for output in issued) == sorted(numbers)
        spoiled = len(desk.office.outputs()) - len(issued)
        print(f"soak: {len(issued)} certificates at two printers, {spoiled} replaced, seed {SEED}")
        assert spoiled > 0


@contextmanager
def following(desk: Desk, *words: str) -> Iterator[Callable[[], dict[str, Any]]]:
    """A command that goes on, and what gives its next line."""
    process = subprocess.Popen(
        [originpress.PROGRAM, *words, "--json"],
        cwd=originpress.ROOT,
        env={**os.environ, **desk.office.environment()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
    )
    lines: queue.Queue[str] = queue.Queue()
    assert process.stdout
    reader = threading.Thread(target=lambda: [lines.put(line) for line in process.stdout or []])
    reader.start()
    try:
        yield lambda: json.loads(lines.get(timeout=20))
    finally:
        process.kill()
        process.wait()
        reader.join()


def test_another_system_follows_the_desk(desk: Desk, tmp_path: Path) -> None:
    """Each change is told while the command runs; a follower goes on where another one stopped."""
    number = desk.approve(tmp_path, "followed")
    known = len(desk.office.must("desk", "events", "--json").splitlines())
    with following(desk, "desk", "events", "--follow", "--after", f"{known}") as told:
        released = json.loads(desk.office.run("issue", number, "--json").out)
        first, second = told(), told()
        assert (first["state"], second["state"]) == ("reserved", "released")
        assert first["id"] == released["output"] and first["details"]["number"] == number
        (output,) = [row for row in desk.office.outputs() if row["id"] == first["id"]]
        assert second["details"]["file"] == output["fileHash"]
        assert desk.run("desk", "print", released["output"], "--to", PRINTER).code == 0
        states = [told()["state"] for _ in range(3)]
        assert states == ["expected", "planned", "printing"], states
    rest = desk.office.must("desk", "events", "--json", "--after", f"{second['event']}")
    ordinals = [json.loads(line)["event"] for line in rest.splitlines()]
    assert ordinals == list(range(second["event"] + 1, second["event"] + 1 + len(ordinals)))
    desk.settle(PRINTER)
    desk.demand_accounts()


def test_a_printer_is_watched_by_the_desks_name(desk: Desk) -> None:
    printer = desk.printers[PRINTER]
    status = json.loads(desk.office.must("printer", "status", PRINTER, "--json"))
    assert status["state"] == "idle" and "iso_a4_210x297mm" in status["mediaReady"]
    with following(desk, "printer", "status", PRINTER, "--watch") as seen:
        assert seen() == {"state": "idle", "stateReasons": [], "openJobs": []}
        printer.command("stop")
        assert seen() == {"state": "stopped", "stateReasons": ["paused"], "openJobs": []}
        printer.command("resume")
        assert seen()["state"] == "idle"
        printer.process.kill()
        assert seen()["state"] == "unknown"


# Orders that make no sense.


def demand(done: originpress.Outcome, code: int, key: str) -> None:
    """The exit code, and one sentence that says what is wrong."""
    assert done.code == code, done.err
    said = json.loads(done.err)["diagnostics"]
    assert [entry["key"] for entry in said] == [key], done.err
    assert all(entry["message"] for entry in said) and done.out == ""


def test_orders_that_make_no_sense(founded: Office, tmp_path: Path) -> None:
    letter = ["--tray", "tray-1 media=na_letter_8.5x11in", "--tray", "tray-2 stock=CN0001001"]
    with printing(tmp_path / "sheets.jsonl", *letter) as printer:
        desk = Desk(founded.copy(tmp_path / "data"), {PRINTER: printer})
        adding = ["printer", "add", PRINTER, printer.uri, "--unchecked"]
        desk.office.must(*adding, "--profile", "chamber-laser-with-stock-tray")
        receive_wrongly(desk)
        print_wrongly(desk, tmp_path)
        assert printer.sheets() == []
        print_and_answer_wrongly(desk, tmp_path, printer)


def receive_wrongly(desk: Desk) -> None:
    desk.run("stock", "receive", "CN", "CN0001001", "CN0001010")
    overlap = desk.run("stock", "receive", "CN", "CN0001010", "CN0001020")
    demand(overlap, 1, "stock.range-overlaps")
    demand(desk.run("stock", "receive", "CN", "CN0001030", "CN0001020"), 1, "stock.range-backwards")
    demand(desk.run("stock", "receive", "CN", "CN1", "0001020"), 1, "stock.no-range")
    unknown = desk.run("stock", "load", "CN", "CN0001001", "CN0001002", "--printer", "nowhere")
    demand(unknown, 1, "office.unknown-printer")
    plain = ["--printer", PRINTER, "--tray", "tray-1"]
    demand(
        desk.run("stock", "load", "CN", "CN0001001", "CN0001002", *plain), 1, "office.no-stock-tray"
    )
    numbered = ["--printer", PRINTER, "--tray", "tray-2"]
    assert desk.run("stock", "load", "CN", "CN0001001", "CN0001010", *numbered).code == 0


def print_wrongly(desk: Desk, folder: Path) -> None:
    number = desk.approve(folder, "first")
    demand(desk.office.run(*desk.words(number, "nowhere")), 1, "office.unknown-printer")
    tray = ["--tray", "tray-1"]
    demand(desk.office.run(*desk.words(number, PRINTER), *tray), 1, "printer.other-paper")
    wrong = ["--tray", "tray-9"]
    demand(desk.office.run(*desk.words(number, PRINTER), *wrong), 1, "office.unknown-tray")
    other = desk.approve(folder, "second")
    desk.tray = ["--tray", "tray-2"]
    top = ["--top", "CN0001002"]
    demand(desk.office.run(*desk.words(other, PRINTER), *top), 1, "stock.other-on-top")
    demand(desk.run("desk", "confirm", "O-00000077", "--typed", "0001"), 1, "office.unknown-output")


def print_and_answer_wrongly(desk: Desk, folder: Path, printer: PaperPrinter) -> None:
    number = desk.approve(folder, "third")
    done = desk.office.run(*desk.words(number, PRINTER), "--top", "CN0001001")
    assert done.code == 0, done.err
    output = json.loads(done.out)["output"]["output"]
    wrong = desk.run("desk", "confirm", output, "--typed", "CN0001002")
    demand(wrong, 1, "desk.typed-other")
    alone = desk.office.run(
        "desk", "jam", output, "--cause", "lost", "--operator", "li", "--witness", "li", "--json",
        ORIGINPRESS_WITNESS_PIN="1111",
    )  # fmt: skip
    demand(alone, 1, "desk.same-person")
    assert desk.run("desk", "jam", output).code == 0
    typed = ["--typed", "CN0001001"]
    demand(desk.run("desk", "confirm", output, *typed), 1, "desk.already-void")
    demand(desk.run("desk", "jam", output), 1, "desk.already-void")
    again = desk.run("desk", "print", output, "--to", PRINTER, *desk.tray)
    demand(again, 1, "office.not-printed-any-more")
    assert [sheet["stock"] for sheet in printer.sheets()] == ["CN0001001"]


def test_a_printer_that_is_off(desk: Desk, tmp_path: Path) -> None:
    """The outside failed, nothing is burned, and the same order prints once it is on."""
    number = desk.approve(tmp_path, "off")
    uri = desk.printers[PRINTER].uri
    profile = ["--profile", "generic-laser"]
    nowhere = "ipp://127.0.0.1:9/ipp/print"
    demand(desk.office.run("printer", "add", PRINTER, nowhere, *profile, "--json"), 3,
           "printer.unreachable")  # fmt: skip
    desk.office.must("printer", "add", PRINTER, nowhere, *profile, "--unchecked")
    demand(desk.office.run(*desk.words(number, PRINTER)), 3, "printer.unreachable")
    assert desk.state(number) in UNSENT and desk.paper() == []
    desk.office.must("printer", "add", PRINTER, uri, *profile)
    desk.settle(PRINTER)
    desk.demand_accounts()


@pytest.fixture
def small(founded: Office, tmp_path: Path) -> Iterator[Path]:
    """A data folder on a disk of its own with little room."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("no small disk can be mounted here")
    try:
        founded.copy(folder / "data")
        yield folder
    finally:
        outside.call("umount", "--lazy", folder)


def test_a_full_disk(small: Path, tmp_path: Path) -> None:
    """Where nothing can be recorded nothing is sent; with room again it is printed once."""
    with printing(tmp_path / "sheets.jsonl") as printer:
        desk = Desk(Office(small / "data"), {PRINTER: printer})
        desk.add()
        number = desk.approve(tmp_path, "full")
        released = desk.office.run("issue", number, "--json")
        output = json.loads(released.out)["output"]
        filler = small / "filler"
        with filler.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(bytes(4096))
            except OSError:
                pass
        full = desk.run("desk", "print", output, "--to", PRINTER)
        assert full.code == 3 and json.loads(full.err)["diagnostics"][0]["key"].startswith("store.")
        assert printer.sheets() == []
        filler.unlink()
        desk.settle(PRINTER)
        desk.demand_accounts()
