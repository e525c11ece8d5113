"""Printers whose sheets a person turns: the test sheets and the two piles (S2-130)."""

import json
from pathlib import Path

import originpress
import outside
import pikepdf
import pwgraster
import pytest
from originpress import ROOT

REFUSED, USAGE = 1, 2
TURNED = "turning: {pile: turned-over, order: reversed, rotation: half}"
PLAIN = "turning: {pile: as-is, order: same, rotation: none}"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home of our own, whose printer says how its paper lies."""
    folder = tmp_path / "home"
    (folder / "printers").mkdir(parents=True)
    for name in ("Layouts", "Fonts"):
        (folder / name).symlink_to(ROOT / name)
    profile = (ROOT / "printers" / "mono-laser.yaml").read_text(encoding="utf-8")
    for name, line in (("turned", TURNED), ("plain", PLAIN), ("silent", "")):
        (folder / "printers" / f"{name}.yaml").write_text(f"{profile}{line}\n", encoding="utf-8")
    return folder


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Three sheets, the last an attachment without a back."""
    content = json.loads(originpress.sample("RCEP", 20))
    content["goods"][0]["marks"] = "\n".join(f"MARK {number}" for number in range(60))
    file = tmp_path / "certificate.json"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def render(home: Path, certificate: Path, out: Path, side: str, *more: str) -> Path:
    words = ("render", certificate, "-o", out, "--home", home, "--side", side, *more)
    originpress.must(*words)
    return out


def sheets(pdf: Path) -> int:
    with pikepdf.open(pdf) as file:
        preferences = file.Root.get("/ViewerPreferences", {})
        assert "/Duplex" not in preferences, "each pile is printed on one side"
        return len(file.pages)


def test_both_piles_have_a_page_for_each_sheet(
    home: Path, certificate: Path, tmp_path: Path
) -> None:
    turned = ("--turned", "--device", "turned")
    fronts = render(home, certificate, tmp_path / "1.pdf", "front", *turned)
    backs = render(home, certificate, tmp_path / "2.pdf", "back", *turned)
    outside.check_syntax(backs)
    count = sheets(fronts)
    assert sheets(backs) == count > 2
    # The attachment comes last and has no back: in reversed order its blank page is the first.
    assert [bool(text.strip()) for text in outside.text(backs)] == [False] + [True] * (count - 1)


def test_the_back_is_the_same_picture_upside_down(
    home: Path, certificate: Path, tmp_path: Path
) -> None:
    def pictures(device: str) -> list[outside.Gray]:
        words = ("--turned", "--device", device)
        pdf = render(home, certificate, tmp_path / f"{device}.pdf", "back", *words)
        folder = tmp_path / device
        folder.mkdir()
        return outside.drawn_by_mupdf(pdf, 200, folder)

    upright, turned = pictures("plain"), pictures("turned")
    for a, b in zip(upright, reversed(turned), strict=True):
        mean, far = outside.difference(a, b[::-1, ::-1])
        assert mean < 3
        assert far < 0.01
    assert outside.difference(upright[0], turned[-1])[1] > 0.01


def test_raster_piles_are_printed_on_one_side(
    home: Path, certificate: Path, tmp_path: Path
) -> None:
    words = ("--turned", "--device", "turned", "--dpi", "150")
    fronts = render(home, certificate, tmp_path / "1.pwg", "front", *words)
    backs = render(home, certificate, tmp_path / "2.pwg", "back", *words)
    first = list(pwgraster.pages(fronts.read_bytes()))
    second = list(pwgraster.pages(backs.read_bytes()))
    assert len(first) == len(second)
    assert not any(page.duplex for page in [*first, *second])
    assert second[0].gray().min() == 255, "the attachment's back is blank"


def test_the_person_is_told_how_to_lay_the_pile_back(
    home: Path, certificate: Path, tmp_path: Path
) -> None:
    def told(device: str) -> str:
        words = ("--home", home, "--side", "front", "--turned", "--device", device)
        return originpress.run("render", certificate, "-o", tmp_path / "1.pdf", *words).err

    assert "like the page of a book" in told("turned")
    assert "as it came out" in told("plain")


def test_a_batch_makes_one_pile(home: Path, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    lines = [originpress.must("sample", form, "--count", "2") for form in ("RCEP", "C")]
    batch.write_text("".join(lines), encoding="utf-8")
    out = tmp_path / "backs.pdf"
    words = ("--side", "back", "--turned", "--device", "turned", "--home", home)
    originpress.must("render", "--batch", batch, "-o", out, *words)
    # Two general certificates without backs lie on the RCEP ones, so that they come first now.
    assert [bool(text.strip()) for text in outside.text(out)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("device", "words"), [("silent", "turning-test"), ("generic-laser", "turns its sheets itself")]
)
def test_a_profile_without_turning_is_refused(
    device: str, words: str, home: Path, certificate: Path, tmp_path: Path
) -> None:
    folder = home if device == "silent" else ROOT
    out = tmp_path / "2.pdf"
    options = ("--side", "back", "--turned", "--device", device, "--home", folder)
    outcome = originpress.run("render", certificate, "-o", out, *options)
    assert outcome.code == REFUSED
    assert words in outcome.err
    assert not out.exists()


def test_turned_needs_a_side(certificate: Path, tmp_path: Path) -> None:
    outcome = originpress.run("render", certificate, "-o", tmp_path / "x.pdf", "--turned")
    assert outcome.code == USAGE
    assert "--side front" in outcome.err


def test_the_test_sheets_say_which_line_to_write(tmp_path: Path) -> None:
    texts = {}
    for side in ("front", "back"):
        pdf = tmp_path / f"{side}.pdf"
        originpress.must("printer", "turning-test", "-o", pdf, "--side", side)
        outside.check_syntax(pdf)
        assert sheets(pdf) == 2
        texts[side] = outside.text(pdf)
    for number in (0, 1):
        assert f"SHEET {number + 1}" in texts["front"][number]
        assert f"BACK {number + 1}" in texts["back"][number]
        assert TURNED in texts["back"][number]
        assert PLAIN in texts["back"][number]


@pytest.mark.parametrize(
    "words", [(), ("--side", "front"), ("-o", "x.pdf"), ("-o", "x.pdf", "--side", "both")]
)
def test_the_test_sheets_need_a_side_and_a_goal(words: tuple[str, ...]) -> None:
    assert originpress.run("printer", "turning-test", *words).code == USAGE
