"""Printers that print beside their place: a sheet measured, a calibration brought to paper."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import office as founding
import outside
import pytest
from conftest import Renders
from deskwork import Desk, PaperPrinter, printing, read_off
from office import Office
from outside import Gray

REFUSED, USAGE = 1, 2
DPI = 800
PRINTER = "counter-1"
TRAY = "tray-2"
# The five marks of a sheet of A4, in millimetres from its left and top edge.
MARKS = [(30, 40), (180, 40), (105, 148.5), (30, 257), (180, 257)]
PLACE = [PRINTER, "--tray", TRAY, "--stock", "CN"]

Spot = tuple[float, float]


@pytest.fixture(scope="module")
def founded(renders: Renders, office: Office) -> Office:
    """The office of the session; each test copies it."""
    return office


@pytest.fixture
def desk(founded: Office, tmp_path: Path) -> Iterator[Desk]:
    """An office with a printer that has blank paper in one tray and forms in the other."""
    kept = tmp_path / "documents"
    kept.mkdir()
    trays = ["--tray", "tray-1", "--tray", f"{TRAY} stock=CN0001001"]
    options = ["--seconds-per-sheet", "0.02", "--documents", str(kept), *trays]
    with printing(tmp_path / "sheets.jsonl", *options) as printer:
        made = Desk(founded.copy(tmp_path / "data"), {PRINTER: printer})
        made.add("chamber-laser-with-stock-tray")
        yield made


# What is on the sheets.


def picture(pdf: Path, into: Path) -> Gray:
    outside.check_syntax(pdf)
    into.mkdir()
    (page,) = outside.drawn_by_poppler(pdf, DPI, into)
    return page


def dots(length: float) -> int:
    return round(length / 25.4 * DPI)


def middles(dark: np.ndarray) -> list[float]:
    """The middle of each run of what is dark, in millimetres from the first dot's edge."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.astype(np.int8), [0]))))
    return [(a + b) / 2 * 25.4 / DPI for a, b in edges.reshape(-1, 2)]


def crosses(page: Gray) -> list[Spot]:
    """Where the five crosses are: long thin lines near the places of the marks."""
    found = []
    for x, y in MARKS:
        part = page[dots(y - 8) : dots(y + 13), dots(x - 8) : dots(x + 13)] < 128
        (across,) = middles(part.sum(axis=0) > dots(12))
        (down,) = middles(part.sum(axis=1) > dots(12))
        found.append((dots(x - 8) * 25.4 / DPI + across, dots(y - 8) * 25.4 / DPI + down))
    return found


def test_the_sheet_is_true_to_five_hundredths(desk: Desk, tmp_path: Path) -> None:
    """Crosses and ticks stand at their places, as poppler draws them."""
    page = picture(sheet(desk, tmp_path / "sheet.pdf"), tmp_path / "drawn")
    for (x, y), cross in zip(MARKS, crosses(page), strict=True):
        assert max(abs(cross[0] - x), abs(cross[1] - y)) < 0.05
        left, top = dots(x - 2), dots(y - 2)
        right = page[dots(y - 2.3) : dots(y - 0.5), left : dots(x + 10)] < 128
        below = page[top : dots(y + 10), dots(x + 0.5) : dots(x + 2.3)] < 128
        for ticks, start, place in (
            (middles(right.all(axis=0)), left, x),
            (middles(below.all(axis=1)), top, y),
        ):
            seen = [start * 25.4 / DPI + tick - place for tick in ticks]
            assert len(seen) == 11, seen
            assert max(abs(tick - 0.9 * k) for k, tick in enumerate(seen)) < 0.05, seen


def test_brackets_stand_at_the_corners_of_the_form(desk: Desk, tmp_path: Path) -> None:
    """Printed upon the form as it is drawn for the screen, the brackets lie on its frame."""
    brackets = picture(sheet(desk, tmp_path / "b.pdf", "--form", "L"), tmp_path / "brackets") < 128
    file = founding.certificate(tmp_path / "l.json", "L", "CR", 1)
    blank = tmp_path / "blank.pdf"
    desk.office.must("render", file, "-o", blank, "--content", "blank", "--side", "front")
    (tmp_path / "form").mkdir()
    form = outside.drawn_by_poppler(blank, DPI, tmp_path / "form")[0] < 128
    lines = brackets.sum(axis=0) > 0
    assert lines.any()
    # Each bracket is 5 mm of the frame's lines: what is long and thin on both.
    for axis in (0, 1):
        frame = middles(form.sum(axis=axis) > dots(80))
        ends = [frame[0], frame[-1]]
        bars = [spot for spot in middles(brackets.sum(axis=axis) > dots(9.5))]
        assert bars, "two brackets stand in a line"
        for end in ends:
            assert min(abs(bar - end) for bar in bars) < 0.05


# From reading to paper.


def sheet(desk: Desk, out: Path, *more: str) -> Path:
    desk.office.must("printer", "calibrate", *PLACE, "--sheet", "-o", out, *more)
    return out


def read(spots: list[Spot], error: Callable[[Spot], Spot]) -> list[str]:
    """What a person reads of a sheet that a printer with an error made, to a tenth."""
    seen = [error(spot) for spot in spots]
    return [
        word
        for number, (x, y) in enumerate(seen, 1)
        for word in ("--reading", f"{number}={x:.1f},{y:.1f}")
    ]


def printer_error(spot: Spot) -> Spot:
    """A printer that is off by more than a millimetre, a little too large, and skew."""
    x, y = spot
    return 1.4 + 1.002 * x + 0.001 * y, -0.9 + 0.999 * y


def enter(desk: Desk, *words: str) -> tuple[int, dict[str, Any], str]:
    done = desk.run("printer", "calibrate", *PLACE, *words)
    return done.code, json.loads(done.out or "{}"), done.err


def calibrated(desk: Desk, folder: Path) -> dict[str, Any]:
    first = crosses(picture(sheet(desk, folder / "first.pdf"), folder / "first"))
    code, answer, err = enter(desk, *read(first, printer_error))
    assert code == 0, err
    return answer["calibration"]


def test_a_whole_calibration(desk: Desk, tmp_path: Path) -> None:
    """Sheet, readings, second sheet: confirmed; and what was printed otherwise is caught."""
    kept = calibrated(desk, tmp_path)
    assert kept["doubt"] == "unchecked" and kept["residual"] < 0.15 and len(kept["readings"]) == 5
    second = crosses(picture(sheet(desk, tmp_path / "second.pdf", "--check"), tmp_path / "second"))
    off = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a, b in zip(MARKS, second, strict=True)]
    assert min(off) > 0.5, "the second sheet is moved, and the measurement sees it"
    moved = {
        "applied-twice": [
            (2 * b[0] - a[0], 2 * b[1] - a[1]) for a, b in zip(MARKS, second, strict=True)
        ],
        "not-applied": [(float(x), float(y)) for x, y in MARKS],
        "off": [(x + 2, y) for x, y in second],
    }
    for word, spots in moved.items():
        code, answer, err = enter(desk, "--check", *read(spots, printer_error))
        assert (code, answer["check"]) == (REFUSED, word), err
        assert answer["calibration"]["doubt"] == "unchecked"
    code, answer, err = enter(desk, "--check", *read(second, printer_error))
    assert (code, answer["check"]) == (0, "confirmed"), err
    assert "doubt" not in answer["calibration"]
    for spot, place in zip(map(printer_error, second), MARKS, strict=True):
        assert max(abs(spot[0] - place[0]), abs(spot[1] - place[1])) < 0.2, "on paper"
    (shown,) = json.loads(desk.office.must("printer", "calibrate", PRINTER, "--show", "--json"))
    assert shown == answer["calibration"]


def issued(desk: Desk, printer: PaperPrinter, folder: Path, *more: str) -> tuple[Path, Any, str]:
    """Prints another certificate on a form: what came, the answer, and what was told."""
    mark = f"c{len(printer.sheets())}"
    number = desk.approve(folder, mark)
    words = ["issue", number, "--to", PRINTER, "--tray", TRAY, "--operator", "li", *more]
    done = desk.office.run(*words)
    assert done.code == 0, done.err
    printer.rest()
    came = printer.sheets()[-1]
    run = desk.runs(number)[-1]
    done_well = desk.run("desk", "confirm", run["output"]["output"], "--typed", read_off(run))
    assert done_well.code == 0, done_well.err
    document = folder / f"{mark}.pdf"
    document.write_bytes((folder / "documents" / came["sha256"]).read_bytes())
    return document, json.loads(done.out) if more else None, done.err


def moved(before: Path, after: Path) -> list[Spot]:
    """How far each word moved that both documents have once."""

    def single(pdf: Path) -> dict[str, outside.Word]:
        (page, *_) = outside.words(pdf)
        texts = [word.text for word in page]
        return {word.text: word for word in page if texts.count(word.text) == 1}

    one, two = single(before), single(after)
    common = one.keys() & two.keys()
    assert len(common) > 10
    return [(two[w].left - one[w].left, two[w].top - one[w].top) for w in common]


def test_a_form_is_printed_where_the_calibration_says(desk: Desk, tmp_path: Path) -> None:
    printer = desk.printers[PRINTER]
    who = ["--operator", "li"]
    shift = [word for n, (x, y) in enumerate(MARKS, 1)
             for word in ("--reading", f"{n}={x + 1.2},{y - 0.4}")]  # fmt: skip
    desk.office.must("stock", "receive", "CN", "CN0001001", "CN0001010", *who)
    desk.office.must(
        "stock", "load", "CN", "CN0001001", "CN0001010", "--printer", PRINTER, "--tray", TRAY, *who
    )
    plain, _, told = issued(desk, printer, tmp_path)
    assert "left/right" not in told
    assert enter(desk, *shift)[0] == 0
    document, answer, _ = issued(desk, printer, tmp_path, "--json")
    assert all(abs(x + 1.2) < 0.03 and abs(y - 0.4) < 0.03 for x, y in moved(plain, document))
    (applied,) = answer["calibrations"]
    assert applied["shift"] == {"x": -1.2, "y": 0.4} and applied["doubt"] == "unchecked"
    told = issued(desk, printer, tmp_path)[2]
    assert "left/right -1.2 mm, up/down +0.4 mm" in told and "not confirmed" in told
    assert told.index("left/right") < told.index("job ")
    # What a doubt is for, it is told.
    unmoved = [word for n, (x, y) in enumerate(MARKS, 1) for word in ("--reading", f"{n}={x},{y}")]
    assert enter(desk, "--check", *unmoved)[0] == 0
    assert ": confirmed" in issued(desk, printer, tmp_path)[2].replace("  ", ": ")
    desk.office.must("stock", "receive", "CN", "CN0002001", "CN0002002", *who)
    assert "a new lot" in issued(desk, printer, tmp_path)[2]
    desk.office.must("printer", "service", PRINTER, *who)
    assert "serviced" in issued(desk, printer, tmp_path)[2]


def test_a_sheet_is_printed_in_its_tray_without_numbered_paper(desk: Desk, tmp_path: Path) -> None:
    printer = desk.printers[PRINTER]
    who = ["--operator", "li"]
    numbers = ["CN", "CN0001001", "CN0001010", *who]
    desk.office.must("stock", "receive", *numbers)
    desk.office.must("stock", "load", *numbers, "--printer", PRINTER, "--tray", TRAY)
    done = desk.office.run("printer", "calibrate", *PLACE, "--sheet")
    assert done.code == REFUSED and "stock store" in done.err
    assert printer.sheets() == []
    desk.office.must("stock", "store", *numbers)
    desk.office.must("printer", "calibrate", *PLACE, "--sheet")
    desk.office.must("printer", "calibrate", *PLACE, "--sheet", "--side", "back")
    first, second = printer.sheets()
    assert (first["tray"], first["sides"]) == (TRAY, ["front"])
    assert second["sides"] == ["front", "back"]
    out = sheet(desk, tmp_path / "same.pdf")
    came = tmp_path / "documents" / first["sha256"]
    assert out.read_bytes() == came.read_bytes()


@pytest.mark.parametrize(
    "words",
    [("--reading", "1=30,40"), ("--show", "--sheet"), ("-o", "x.pdf", "--operator", "li"),
     ("--sheet", "--reading", "1=30,40"), ("--sheet", "--side", "both")],
)  # fmt: skip
def test_orders_that_make_no_sense(words: tuple[str, ...], desk: Desk) -> None:
    assert desk.office.run("printer", "calibrate", *PLACE, *words).code == USAGE


@pytest.mark.parametrize(
    ("reading", "key"),
    [("1=30;40", "command.no-reading"), ("30,40", "command.no-reading"),
     ("9=30,40", "office.no-mark"), ("1=130,40", "calibration.mark-far")],
)  # fmt: skip
def test_readings_that_make_no_sense(reading: str, key: str, desk: Desk) -> None:
    code, _, err = enter(desk, "--reading", reading)
    assert code == REFUSED
    assert [entry["key"] for entry in json.loads(err)["diagnostics"]] == [key]
    code, _, err = enter(desk)
    assert code == REFUSED and "calibration.no-readings" in err
