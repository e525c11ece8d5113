"""Sheets that impact printers strike: marks of a calibration measured in what EscaPy decodes."""

import json
from pathlib import Path

import decoder
import numpy as np
import outside
import pytest
from office import Office
from originpress import ROOT
from outside import Gray

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
    home = folder / "home"
    (home / "printers").mkdir(parents=True)
    for name in ("Layouts", "Fonts"):
        (home / name).symlink_to(ROOT / name)
    profile = (ROOT / "printers" / f"{device}.yaml").read_text("utf-8")
    tractor = "\nsources: [{name: tractor, stock: numbered}]\n"
    (home / "printers" / "tractor.yaml").write_text(profile.rstrip() + tractor, "utf-8")
    office = Office(folder / "data", home)
    office.must("operator", "enroll", "li", "--name", "Li Ming", "--role", "officer")
    address = "socket://127.0.0.1:9"
    office.must("printer", "add", PRINTER, address, "--profile", "tractor", "--unchecked")
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
