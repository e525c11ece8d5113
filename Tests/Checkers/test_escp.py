"""ESC/P streams say what the display list says: decoded by EscaPy, which shares no code with us."""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import escapy
import originpress
import outside
import pytest
from conftest import Renders

# The step of positions is 1/360 inch, or 1/180 before ESC/P 2; half of it is lost at most.
DEVICES = {"generic-24pin-escp2": 0.05, "generic-24pin": 0.08}
# Forms that an impact printer reaches: 20 certificates with each device, and more in a soak.
CERTIFICATES = [("L", items) for items in range(1, 15)] + [
    (form, 2) for form in ("C", "E", "RCEP", "F", "S", "A", "K", "H")
]


@dataclass(frozen=True)
class Struck:
    """One certificate for a printer: its display list and its bytes."""

    pages: list[originpress.Page]
    stream: bytes


def struck(renders: Renders, form: str, items: int, device: str) -> Struck:
    certificate = renders.certificate(form, items)

    def make(folder: Path) -> None:
        originpress.must("render", certificate, "-o", folder / "page.prn", "--device", device)
        listed = originpress.must("pages", certificate, "--device", device)
        (folder / "pages.json").write_text(listed, encoding="utf-8")

    folder = renders.once(f"escp-{form}-{items}-{device}", make)
    listed = json.loads((folder / "pages.json").read_text(encoding="utf-8"))["pages"]
    fronts = [originpress.page(entry) for entry in listed if entry["side"] == "front"]
    return Struck(fronts, (folder / "page.prn").read_bytes())


def expected(page: originpress.Page, number: int) -> list[escapy.Run]:
    """The resident texts of a page: words of ASCII between characters that are drawn."""
    found = []
    for text in page.texts:
        if text.layer not in ("data", "note"):
            continue
        cells, begun = 0, None
        pitch = text.size * 0.6
        for character in text.text.rstrip() + "\uffff":
            if character.isascii() and (character != " " or begun is not None):
                begun = begun or [cells, ""]
                begun[1] += character
            elif begun is not None and not character.isascii():
                x = text.x + begun[0] * pitch
                found.append(escapy.Run(number, begun[1].rstrip(), x, text.baseline))
                begun = None
            cells += 1 if character.isascii() else cell_count(character)
    return found


def cell_count(character: str) -> int:
    return 2 if ord(character) >= 0x1100 else 1


def mismatches(wanted: list[escapy.Run], found: list[escapy.Run], limit: float) -> list[str]:
    """Runs that were not struck exactly once at their place, and what was struck besides."""
    rest = list(found)
    wrong = []
    for run in wanted:
        near = [
            other
            for other in rest
            if other.page == run.page
            and other.text.rstrip() == run.text
            and abs(other.x - run.x) <= limit
            and abs(other.baseline - run.baseline) <= limit
        ]
        if len(near) == 1:
            rest.remove(near[0])
        else:
            wrong.append(f"{len(near)} times {run}")
    return wrong + [f"besides {run}" for run in rest]


def all_expected(pages: list[originpress.Page]) -> list[escapy.Run]:
    return [run for number, page in enumerate(pages) for run in expected(page, number)]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize(("form", "items"), CERTIFICATES)
def test_every_run_is_struck_once_at_its_place(
    renders: Renders, form: str, items: int, device: str, tmp_path: Path
) -> None:
    certificate = struck(renders, form, items, device)
    decoded = escapy.decode(certificate.stream, tmp_path)
    assert decoded.code == 0, decoded.message
    wanted = all_expected(certificate.pages)
    assert len(wanted) > 10
    assert mismatches(wanted, escapy.runs(decoded.pdf), DEVICES[device]) == []


@pytest.mark.parametrize("device", DEVICES)
def test_the_code_is_read_off_the_decoded_picture(
    renders: Renders, device: str, tmp_path: Path
) -> None:
    certificate = struck(renders, "C", 2, device)
    sources = {code["text"] for page in certificate.pages for code in page.codes}
    decoded = escapy.decode(certificate.stream, tmp_path)
    outside.call("pdftoppm", "-r", "360", "-gray", "-l", "1", decoded.pdf, tmp_path / "page")
    read = [outside.decoded_by_zbar(path) for path in tmp_path.glob("page-*.pgm")]
    assert sources and sources <= set().union(*read)


@pytest.mark.parametrize("device", DEVICES)
def test_the_code_is_read_off_our_own_picture(
    renders: Renders, device: str, tmp_path: Path
) -> None:
    certificate = renders.certificate("C", 1)
    picture = tmp_path / "page.png"
    originpress.must(
        "render", certificate, "-o", tmp_path / "page.prn", "--device", device,
        "--picture", picture, "--dpi", "300",
    )  # fmt: skip
    listed = json.loads(originpress.must("pages", certificate, "--device", device))["pages"]
    sources = {code["text"] for entry in listed for code in originpress.page(entry).codes}
    assert sources and sources <= outside.decoded_by_zbar(picture)


# What a check must not let pass: each changes a good stream of form L a little.


def moved_by_a_dot(stream: bytes, rng: random.Random) -> bytes:
    places = positions(stream, b"\x1b$")
    place = rng.choice(places) + 2
    return stream[:place] + bytes([stream[place] ^ 2]) + stream[place + 1 :]


def without_unit(stream: bytes, _: random.Random) -> bytes:
    return stream.replace(b"\x1b(U\x01\x00\x0a", b"", 1)


def without_a_byte(stream: bytes, rng: random.Random) -> bytes:
    header = rng.choice(positions(stream, b"\x1b*\x27"))
    place = header + 5 + rng.randrange(3)
    return stream[:place] + stream[place + 1 :]


def positions(stream: bytes, command: bytes) -> list[int]:
    return [at for at in range(len(stream)) if stream.startswith(command, at)]


@pytest.mark.parametrize("damage", [moved_by_a_dot, without_unit, without_a_byte])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_stream_is_found(renders: Renders, damage, seed: int, tmp_path: Path) -> None:
    certificate = struck(renders, "L", 3, "generic-24pin-escp2")
    stream = damage(certificate.stream, random.Random(seed))
    assert stream != certificate.stream
    decoded = escapy.decode(stream, tmp_path)
    found = escapy.runs(decoded.pdf) if decoded.code == 0 else []
    limit = DEVICES["generic-24pin-escp2"]
    assert decoded.code != 0 or mismatches(all_expected(certificate.pages), found, limit)
