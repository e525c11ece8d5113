"""Sheets that impact printers strike: marks of a calibration measured in what EscaPy decodes."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import decoder
import numpy as np
import outside
import pytest
from office import Office
from outside import Gray
from PIL import Image

DEVICES = ["generic-24pin", "generic-24pin-escp2"]
MARKS = [(30, 40), (180, 40), (105, 148.5), (30, 257), (180, 257)]
PRINTER = "pins"
SERIES = ["--stock", "L"]
DPI = 800
# EscaPy draws bit images a dot of 24 pins too high (dotmatrix.md 3.1).
LOWERED = -25.4 / 180

Spot = tuple[float, float]


def at(device: str, folder: Path) -> Office:
    """An office of its own with a printer of forms on a tractor."""
    office = Office(folder / "data")
    office.must("operator", "enroll", "li", "--name", "Li Ming", "--role", "officer")
    address = "socket://127.0.0.1:9"
    office.must("printer", "add", PRINTER, address, "--profile", device, "--unchecked")
    return office


def sheet(office: Office, out: Path, *more: str) -> list[Gray]:
    """A sheet's pages as EscaPy decodes its bytes."""
    office.must("printer", "calibrate", PRINTER, *SERIES, "--sheet", "-o", out, *more)
    return struck(out.read_bytes(), out.parent / f"{out.stem}-decoded")


def struck(stream: bytes, into: Path) -> list[Gray]:
    decoded = decoder.decode(stream, into)
    assert decoded.code == 0, decoded.message
    return outside.drawn_by_poppler(decoded.pdf, DPI, into)


def dots(length: float) -> int:
    return round(length / 25.4 * DPI)


def middle(dark: np.ndarray) -> float:
    """The middle of the one run of what is dark, in millimetres from the first dot's edge."""
    places = np.flatnonzero(dark)
    assert len(places) and places[-1] - places[0] < dots(0.6), "one line"
    return float(places[0] + places[-1] + 1) / 2 * 25.4 / DPI


def cross(page: Gray, place: Spot, off: Spot = (0, 0)) -> Spot:
    """Where the long lines near a place cross."""
    x, y = place[0] + off[0], place[1] + off[1] + LOWERED
    part = page[dots(y - 8) : dots(y + 13), dots(x - 8) : dots(x + 13)] < 128
    across = middle(part.sum(axis=0) > dots(12))
    down = middle(part.sum(axis=1) > dots(12))
    return dots(x - 8) * 25.4 / DPI + across, dots(y - 8) * 25.4 / DPI + down - LOWERED


def largest(found: list[Spot], wanted: list[Spot]) -> float:
    pairs = zip(found, wanted, strict=True)
    return max(max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in pairs)


@pytest.mark.parametrize("device", DEVICES)
def test_marks_are_struck_where_they_belong_and_once_moved(device: str, tmp_path: Path) -> None:
    """Sheet, readings, second sheet: what the printer's error leaves is below a reading's tenth."""
    office = at(device, tmp_path)
    (page, *_) = sheet(office, tmp_path / "first.prn")
    first = [cross(page, place) for place in MARKS]
    assert largest(first, MARKS) < 0.08
    seen = [(1.4 + 1.001 * x, -0.9 + 0.999 * y) for x, y in first]
    words = [
        word
        for number, (x, y) in enumerate(seen, 1)
        for word in ("--reading", f"{number}={x:.1f},{y:.1f}")
    ]
    said = office.must(
        "printer", "calibrate", PRINTER, *SERIES, *words, "--operator", "li", "--json"
    )
    map_ = json.loads(said)["calibration"]["deviation"]
    (page, *_) = sheet(office, tmp_path / "second.prn", "--check")
    wanted = [((x - map_["dx"]) / map_["xx"], (y - map_["dy"]) / map_["yy"]) for x, y in MARKS]
    second = [cross(page, place, (-1.4, 0.9)) for place in MARKS]
    assert largest(second, wanted) < 0.12, "skew of readings included"
    there = [(1.4 + 1.001 * x, -0.9 + 0.999 * y) for x, y in second]
    assert largest(there, MARKS) < 0.25
    words = [
        word
        for number, (x, y) in enumerate(there, 1)
        for word in ("--reading", f"{number}={x:.1f},{y:.1f}")
    ]
    office.must("printer", "calibrate", PRINTER, *SERIES, "--check", *words, "--operator", "li")


@pytest.mark.parametrize("device", DEVICES)
def test_ticks_are_struck_to_half_a_tenth(device: str, tmp_path: Path) -> None:
    (page, *_) = sheet(at(device, tmp_path), tmp_path / "first.prn")
    for place in MARKS:
        x, y = cross(page, place)
        top = y + LOWERED - 2.3
        strip = page[dots(top) : dots(top + 1.8), dots(x - 0.4) : dots(x + 10)] < 128
        edges = np.flatnonzero(np.diff(np.concatenate(([0], strip.all(axis=0), [0])).astype(int)))
        ticks = [
            (a + b) / 2 * 25.4 / DPI + dots(x - 0.4) * 25.4 / DPI for a, b in edges.reshape(-1, 2)
        ]
        assert len(ticks) == 11
        assert max(abs(tick - place[0] - 0.9 * k) for k, tick in enumerate(ticks)) < 0.06


@pytest.mark.parametrize("device", DEVICES)
def test_brackets_stand_at_the_corners_of_the_form(device: str, tmp_path: Path) -> None:
    (page, *_) = sheet(at(device, tmp_path), tmp_path / "brackets.prn", "--form", "L")
    dark = page < 128
    # Form L's frame (its layout): brackets of 5 mm inwards from each corner.
    left, top, right = 20, 16, 203
    row = dark[dots(top + LOWERED + 1) : dots(top + LOWERED + 4.5)]
    for x, span in ((left, slice(dots(left - 1), dots(left + 1))),
                    (right, slice(dots(right - 1), dots(right + 1)))):  # fmt: skip
        assert abs(span.start * 25.4 / DPI + middle(row[:, span].all(axis=0)) - x) < 0.08
    column = dark[dots(top - 1) : dots(top + 1.5), dots(left + 1) : dots(left + 4.5)]
    assert abs(dots(top - 1) * 25.4 / DPI + middle(column.all(axis=1)) - LOWERED - top) < 0.08


def test_a_mark_moved_by_a_dot_is_found(tmp_path: Path) -> None:
    """The measurement sees what it has to: one step of the paper more before a pass."""
    office = at("generic-24pin", tmp_path)
    sheet(office, tmp_path / "first.prn")
    stream = (tmp_path / "first.prn").read_bytes()
    place = stream.index(b"\x1bJ") + 2
    moved = stream[:place] + bytes([stream[place] + 1]) + stream[place + 1 :]
    (page, *_) = struck(moved, tmp_path / "moved")
    assert largest([cross(page, place) for place in MARKS], MARKS) > 0.08


@pytest.mark.parametrize("name", ["sheet.pwg", "sheet"])
def test_endings_that_a_sheet_has_not(name: str, tmp_path: Path) -> None:
    done = at("generic-24pin", tmp_path).run(
        "printer", "calibrate", PRINTER, *SERIES, "--sheet", "-o", tmp_path / name, "--json"
    )
    assert done.code == 1 and "command.sheet-ending" in done.err
    assert not (tmp_path / name).exists()


def test_a_sheet_is_a_picture_of_what_is_struck(tmp_path: Path) -> None:
    """The mark in the picture stands where EscaPy has it."""
    office = at("generic-24pin", tmp_path)
    (page, *_) = sheet(office, tmp_path / "sheet.prn")
    office.must("printer", "calibrate", PRINTER, *SERIES, "--sheet", "-o", tmp_path / "sheet.png")
    picture = np.asarray(Image.open(tmp_path / "sheet.png").convert("L")) < 128
    x, y = cross(page, MARKS[0])
    scale = 360 / 25.4
    part = picture[round((y - 8) * scale) : round((y + 13) * scale),
                   round((x - 8) * scale) : round((x + 13) * scale)]  # fmt: skip
    for axis, place in ((0, x), (1, y)):
        (lines,) = np.nonzero(part.sum(axis=axis) > 12 * scale)
        found = (round((place - 8) * scale) + (lines[0] + lines[-1] + 1) / 2) / scale
        assert abs(found - place) < 0.08


# Forms on a tractor.


def fed(stream: bytes) -> list[int]:
    """What each form of a stream feeds, in 1/360 inch, read off its lengths alone (ESC/P 2)."""
    told, lengths = 0, []
    for form in stream.split(b"\r\x0c")[:-1]:
        at = form.find(b"\x1b(C\x02\x00")
        told = int.from_bytes(form[at + 5 : at + 7], "little") if at >= 0 else told
        lengths.append(told)
    return lengths


def test_a_run_of_forms_is_measured_and_applied_once(tmp_path: Path) -> None:
    """Ten forms with a line at one place; what is read of them makes every later form as long."""
    office = at("generic-24pin-escp2", tmp_path)
    run = [*SERIES, "--forms", "10"]
    pages = sheet(office, tmp_path / "run.prn", "--forms", "10")[:10]
    lines = [part[dots(30) : dots(50), dots(33) : dots(52)] < 128 for part in pages]
    assert len(pages) == 10
    for part in lines:
        down = 30 + middle(part.sum(axis=1) > dots(12)) - LOWERED
        assert abs(down - 40) < 0.08
    first = fed((tmp_path / "run.prn").read_bytes())
    assert sum(first) == int(2970 * 360 / 25.4)
    words = ["--reading", "1=40.0", "--reading", "10=37.3", "--operator", "li", "--json"]
    kept = json.loads(office.must("printer", "calibrate", PRINTER, *run, *words))["formPitch"]
    assert kept["formPitch"] == 300 and kept["doubt"] == "unchecked"
    for number, name in enumerate(("again", "second")):
        more = ["--check"] if number else []
        office.must(
            "printer", "calibrate", PRINTER, *run, "--sheet", *more, "-o", tmp_path / f"{name}.prn"
        )
    assert fed((tmp_path / "again.prn").read_bytes()) == first
    assert sum(fed((tmp_path / "second.prn").read_bytes())) == int(2973 * 360 / 25.4)
    done = office.run("printer", "calibrate", PRINTER, *run, "--check", *words)
    assert done.code == 1 and json.loads(done.out)["check"] == "not-applied"
    right = ["--reading", "1=40.0", "--reading", "10=40.1", "--operator", "li"]
    office.must("printer", "calibrate", PRINTER, *run, "--check", *right)
    (shown,) = json.loads(office.must("printer", "calibrate", PRINTER, "--show", "--json"))
    assert shown["formPitch"] == 300 and "doubt" not in shown and shown["confirmedBy"] == "li"


@pytest.mark.parametrize(
    ("readings", "key"),
    [(["1=40"], "calibration.few-forms"), (["1=40", "11=40"], "calibration.no-form"),
     (["1=40", "10=60"], "calibration.wrong-pitch"), (["1=40", "5=42", "10=40"],
     "calibration.forms-disagree"), (["1=40,40", "10=40"], "command.no-form-reading")],
)  # fmt: skip
def test_readings_of_a_run_that_make_no_sense(
    readings: list[str], key: str, tmp_path: Path
) -> None:
    words = [word for reading in readings for word in ("--reading", reading)]
    done = at("generic-24pin", tmp_path).run(
        "printer", "calibrate", PRINTER, *SERIES, "--forms", "10", *words, "--operator", "li",
        "--json",
    )  # fmt: skip
    assert done.code == 1
    assert [entry["key"] for entry in json.loads(done.err)["diagnostics"]] == [key]


# To the printer.


@contextmanager
def listening() -> Iterator[tuple[int, list[bytes]]]:
    """A printer that says nothing: its port, and what each connection brought."""
    came: list[bytes] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            with connection:
                came.append(connection.makefile("rb").read())

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        server.shutdown(socket.SHUT_RDWR)
    thread.join(timeout=10)


@pytest.mark.parametrize(
    "words",
    [("calibrate", PRINTER, *SERIES, "--sheet"), ("probe", PRINTER, "--sheet", "language")],
)
def test_what_is_sent_is_what_is_written(words: tuple[str, ...], tmp_path: Path) -> None:
    office = at("generic-24pin", tmp_path)
    out = tmp_path / "sheet.prn"
    office.must("printer", *words, "-o", out)
    with listening() as (port, came):
        address = f"socket://127.0.0.1:{port}"
        office.must("printer", "add", PRINTER, address, "--profile", "generic-24pin", "--unchecked")
        office.must("printer", *words)
    assert b"".join(came) == out.read_bytes()
