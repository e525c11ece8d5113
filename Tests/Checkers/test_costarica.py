"""The special form for Costa Rica from draft to paper: a printer with pins that says nothing."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import decoder
import office as founding
import originpress
import outside
import pytest
from conftest import Renders
from cupsserver import PrivateCUPS, scheduler
from deskwork import Desk, PaperPrinter, printing
from office import Office

PRINTER = "lq"
FIRST, SECOND = "CR0001001", "CR0001002"
WHO = ["--operator", "li"]


@pytest.fixture(scope="module")
def founded(renders: Renders, office: Office) -> Office:
    """The office of the session; each test copies it."""
    return office


@contextmanager
def at_desk(
    founded: Office, folder: Path, *faults: str, through: PrivateCUPS | None = None
) -> Iterator[tuple[Desk, PaperPrinter]]:
    """An office with twenty forms in the strip of a printer on a raw connection, or a raw queue."""
    kept = folder / "documents"
    kept.mkdir()
    options = ["--raw-port", "0", "--documents", str(kept), "--tray", f"tractor stock={FIRST}"]
    faulty = [word for fault in faults for word in ("--fault", fault)]
    with printing(folder / "sheets.jsonl", *options, *faulty) as printer:
        assert printer.process.stdout
        raw = printer.process.stdout.readline().strip()
        desk = Desk(founded.copy(folder / "data"), {PRINTER: printer})
        queue: list[str | Path] = []
        if through:
            desk.office = replace(desk.office, variables=through.environment)
            places = ["--backends", through.backends, "--journal", through.folder / "journal"]
            queue = ["--cups", *places]
        desk.office.must("printer", "add", PRINTER, raw, "--profile", "generic-24pin", *queue)
        desk.office.must("stock", "receive", "L", FIRST, "CR0001020", *WHO)
        desk.office.must("stock", "load", "L", FIRST, "CR0001020", "--printer", PRINTER,
                         "--tray", "tractor", *WHO)  # fmt: skip
        yield desk, printer


def approved(desk: Desk, folder: Path, mark: str) -> str:
    file = founding.certificate(folder / f"{mark}.json", "L", "CR", 2, mark)
    return desk.office.approve(file, place="chamber")["number"]


def issue(desk: Desk, number: str, *words: str) -> originpress.Outcome:
    return desk.office.run("issue", number, "--to", PRINTER, *words, *WHO, "--json")


def came(printer: PaperPrinter, folder: Path) -> bytes:
    """The bytes of the form that came out last."""
    printer.rest()
    return (folder / "documents" / printer.sheets()[-1]["sha256"]).read_bytes()


def texts(stream: bytes, into: Path) -> list[str]:
    decoded = decoder.decode(stream, into)
    assert decoded.code == 0, decoded.message
    return [run.text.strip() for run in decoder.runs(decoded.pdf)]


def burned(desk: Desk) -> str:
    """The hash of what was burned, as the desk's events tell it."""
    events = map(json.loads, desk.office.must("desk", "events", "--json").splitlines())
    (burn,) = [e for e in events if e["subject"] == "pass" and e["state"] == "burned"]
    return burn["details"]["document"]


def test_from_draft_to_paper(founded: Office, tmp_path: Path) -> None:
    """S2-131: released for pins, the form's number said before and after, issued."""
    with at_desk(founded, tmp_path) as (desk, printer):
        number = approved(desk, tmp_path, "one")
        for top, key in [([], "office.needs-top"), (["--top", SECOND], "stock.other-on-top")]:
            refused = issue(desk, number, *top)
            assert refused.code == 1 and key in refused.err, refused.err
        assert printer.sheets() == []
        done = issue(desk, number, "--top", FIRST)
        assert done.code == 0, done.err
        run = json.loads(done.out)
        output = run["output"]["output"]
        assert run["passes"][0]["evidence"]["source"] == "silence"
        stream = came(printer, tmp_path)
        assert [sheet["stock"] for sheet in printer.sheets()] == [FIRST]
        struck = texts(stream, tmp_path / "decoded")
        assert sha256(stream).hexdigest() == burned(desk), "byte for byte"
        assert number in struck and run["output"]["serial"] in struck, struck
        assert len(stream) < 4000, "no code is on it"
        serial = desk.run("desk", "confirm", output, "--typed", run["output"]["serial"][-4:])
        assert serial.code == 1 and "desk.typed-other" in serial.err
        assert desk.run("desk", "confirm", output, "--typed", FIRST).code == 0
        assert desk.state(number) == "sent" and desk.report()["unaccounted"] == 0
        (live,) = desk.runs(number)
        assert live["output"]["state"] == "issued"


def test_a_stall_is_told_and_the_rest_follows(founded: Office, tmp_path: Path) -> None:
    """Held on the screen, nothing sent again, and a person says what came out."""
    with at_desk(founded, tmp_path, "job=2 stall-at=700 clear=11") as (desk, printer):
        number = approved(desk, tmp_path, "stall")
        words = ["issue", number, "--to", PRINTER, "--top", FIRST, *WHO]
        done = desk.office.run(*words)
        assert done.code == 0, done.err
        assert "processing-stopped (timed-out" in done.err, done.err
        assert "the rest follows when it goes on" in done.err, done.err
        (run,) = desk.runs(number)
        assert run["output"]["state"] == "uncertain"
        stream = came(printer, tmp_path)
        assert number in texts(stream, tmp_path / "decoded")
        again = desk.run("desk", "print", run["output"]["output"], "--to", PRINTER, "--top", FIRST)
        assert again.code == 0 and len(printer.sheets()) == 1
        assert desk.run("desk", "confirm", run["output"]["output"], "--typed", FIRST).code == 0


def test_through_a_raw_queue(founded: Office, tmp_path: Path) -> None:
    """A real cupsd hands the bytes on as they are, once; still nobody but a person says more."""
    fault = "job=2 stall-at=700 clear=1"
    with scheduler() as cups, at_desk(founded, tmp_path, fault, through=cups) as (desk, printer):
        number = approved(desk, tmp_path, "queue")
        done = issue(desk, number, "--top", FIRST)
        assert done.code == 0, done.err
        (last,) = json.loads(done.out)["passes"]
        assert last["evidence"]["source"] == "queue"
        assert last["evidence"]["jobReasons"][-1] == "once-ended-0"
        stream = came(printer, tmp_path)
        assert sha256(stream).hexdigest() == burned(desk), "byte for byte"
        assert number in texts(stream, tmp_path / "decoded")
        other = issue(desk, approved(desk, tmp_path, "next"), "--top", SECOND)
        assert other.code == 1 and "office.doubt-at-printer" in other.err
        output = json.loads(done.out)["output"]["output"]
        assert desk.run("desk", "confirm", output, "--typed", FIRST).code == 0
        assert len(printer.sheets()) == 1


def test_a_site_turns_the_code_on(founded: Office, tmp_path: Path) -> None:
    """Three dots a module: read off the decoded form by zbar, and answered by the check."""
    home = founding.home(tmp_path / "home", "optionalCodes: [L]\n")
    with at_desk(replace(founded, home=home), tmp_path) as (desk, printer):
        number = approved(desk, tmp_path, "code")
        done = issue(desk, number, "--top", FIRST)
        assert done.code == 0, done.err
        output = json.loads(done.out)["output"]["output"]
        stream = came(printer, tmp_path)
        assert len(stream) <= 12_000
        decoded = decoder.decode(stream, tmp_path / "decoded")
        assert decoded.code == 0, decoded.message
        outside.call("pdftoppm", "-r", "720", "-gray", "-l", "1", decoded.pdf, tmp_path / "page")
        read = set().union(*(outside.decoded_by_zbar(path) for path in tmp_path.glob("page*.pgm")))
        assert len(read) == 1, read
        assert desk.run("desk", "confirm", output, "--scanned", *read).code == 1, "no number"
        good = desk.run("desk", "confirm", output, "--scanned", *read, "--typed", FIRST)
        assert good.code == 0, good.err
        verdict = desk.office.run("verify", *read, "--json")
        assert verdict.code == 0 and number in verdict.out, verdict.err


def test_a_site_turns_a_code_on_for_forms_that_there_are(tmp_path: Path) -> None:
    home = founding.home(tmp_path / "home", "optionalCodes: [L, LX]\n")
    certificate = tmp_path / "l.json"
    certificate.write_text(originpress.sample("L", 1), encoding="utf-8")
    done = originpress.run("check", certificate, "--home", home)
    assert done.code == 1
    assert "site.yaml: optionalCodes" in done.err and "no form 'LX'" in done.err, done.err


def test_addresses_and_profiles_that_do_not_go_together(founded: Office, tmp_path: Path) -> None:
    with at_desk(founded, tmp_path) as (desk, printer):
        known: list[dict[str, Any]] = json.loads(
            desk.office.must("printer", "list", "--desk", "--json")
        )
        raw = known[0]["address"]
        for words, code, key in [
            (["add", "x", raw, "--profile", "generic-laser"], 1, "printer.lacks"),
            (["add", "x", printer.uri, "--profile", "generic-24pin"], 1, "printer.lacks"),
            (["add", "x", "socket://127.0.0.1:9", "--profile", "generic-24pin"], 3,
             "printer.unreachable"),
            (["add", "x", f"{raw}/path", "--profile", "generic-24pin"], 1, "printer.bad-path"),
            (["status", PRINTER], 1, "printer.says-nothing"),
        ]:  # fmt: skip
            done = desk.office.run("printer", *words, "--json")
            assert done.code == code and key in done.err, done.err
        shutil.copy(founding.certificate(tmp_path / "c.json", "C", None, 1), tmp_path / "d.json")
        originpress.must("render", tmp_path / "d.json", "-o", tmp_path / "d.pdf")
        plain = desk.office.run("printer", "print", raw, tmp_path / "d.pdf", "--json")
        assert plain.code == 1 and "office.numbered-stock" in plain.err, plain.err
