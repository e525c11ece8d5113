"""ESC/P streams say what the display list says: decoded by EscaPy, which shares no code with us."""

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import decoder
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


def expected(page: originpress.Page, number: int) -> list[decoder.Run]:
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
                found.append(decoder.Run(number, begun[1].rstrip(), x, text.baseline))
                begun = None
            cells += 1 if character.isascii() else cell_count(character)
    return found


def cell_count(character: str) -> int:
    return 2 if ord(character) >= 0x1100 else 1


def mismatches(wanted: list[decoder.Run], found: list[decoder.Run], limit: float) -> list[str]:
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


def made_up(stream: bytes) -> list[float]:
    """What the stream feeds at the top of each page, in millimetres, for the pages before it.

    The paper is then where its form begins; EscaPy begins every page anew and does not know.
    """
    starts = re.finditer(rb"\r\x0c(?:\x1b\+(.)\n)?", stream, re.DOTALL)
    return [0.0] + [(start[1] or b"\0")[0] * 25.4 / 360 for start in starts]


def all_expected(pages: list[originpress.Page]) -> list[decoder.Run]:
    return [run for number, page in enumerate(pages) for run in expected(page, number)]


def lowered(runs: list[decoder.Run], by: list[float]) -> list[decoder.Run]:
    return [replace(run, baseline=run.baseline + by[run.page]) for run in runs]


@pytest.mark.parametrize("device", DEVICES)
@pytest.mark.parametrize(("kind", "count"), CERTIFICATES)
def test_every_run_is_struck_once_at_its_place(
    renders: Renders, kind: str, count: int, device: str, tmp_path: Path
) -> None:
    certificate = struck(renders, kind, count, device)
    decoded = decoder.decode(certificate.stream, tmp_path)
    assert decoded.code == 0, decoded.message
    wanted = lowered(all_expected(certificate.pages), made_up(certificate.stream))
    assert len(wanted) > 10
    assert mismatches(wanted, decoder.runs(decoded.pdf), DEVICES[device]) == []


@pytest.mark.parametrize("device", DEVICES)
def test_the_code_is_read_off_the_decoded_picture(
    renders: Renders, device: str, tmp_path: Path
) -> None:
    certificate = struck(renders, "C", 2, device)
    sources = {code["text"] for page in certificate.pages for code in page.codes}
    decoded = decoder.decode(certificate.stream, tmp_path)
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


@pytest.mark.parametrize(
    ("options", "code", "word"),
    [
        (["--content", "full"], 1, "command.only-overlay"),
        (["--content", "blank"], 1, "command.only-overlay"),
        (["--device", "generic-laser"], 1, "escp.no-impact"),
    ],
)
def test_what_pins_cannot_print_is_refused(
    renders: Renders, options: list[str], code: int, word: str, tmp_path: Path
) -> None:
    out = tmp_path / "page.prn"
    outcome = originpress.run("render", renders.certificate("L", 1), "-o", out, *options, "--json")
    assert (outcome.code, word in outcome.err, out.exists()) == (code, True, False), outcome.err


def test_a_picture_needs_bytes(renders: Renders, tmp_path: Path) -> None:
    certificate, picture = renders.certificate("L", 1), tmp_path / "page.png"
    outcome = originpress.run(
        "render", certificate, "-o", tmp_path / "page.pdf", "--picture", picture
    )
    assert outcome.code == 2 and not picture.exists()


def test_the_same_certificate_gives_the_same_bytes(renders: Renders, tmp_path: Path) -> None:
    certificate = renders.certificate("L", 3)
    for name in ("a.prn", "b.prn"):
        originpress.must("render", certificate, "-o", tmp_path / name)
    piped = originpress.must(
        "render", certificate, "--format", "escp", "--device", "generic-24pin", "-o",
        tmp_path / "c",
    )  # fmt: skip
    assert piped == ""
    streams = {(tmp_path / name).read_bytes() for name in ("a.prn", "b.prn", "c")}
    assert len(streams) == 1


SEEN = "ÉÍÑÚéíñú"
NAME = "JOSÉ CAÑAS Y COMPAÑÍA"


def accented(folder: Path) -> Struck:
    """A certificate for a printer whose accents were seen on paper."""
    home = folder / "home"
    (home / "printers").mkdir(parents=True)
    for name in ("Layouts", "Fonts"):
        (home / name).symlink_to(originpress.ROOT / name)
    profile = (originpress.ROOT / "printers" / "generic-24pin-escp2.yaml").read_text("utf-8")
    known = f"  pins: 24\n  verifiedCharacters: {SEEN}\n"
    (home / "printers" / "seen.yaml").write_text(profile.replace("  pins: 24\n", known), "utf-8")
    sample = json.loads(originpress.sample("L", 1))
    sample["importer"]["name"] = NAME
    certificate = folder / "certificate.json"
    certificate.write_text(json.dumps(sample), encoding="utf-8")
    common = [certificate, "--device", "seen", "--home", home]
    originpress.must("render", *common, "-o", folder / "page.prn")
    listed = json.loads(originpress.must("pages", *common))["pages"]
    return Struck([originpress.page(entry) for entry in listed], (folder / "page.prn").read_bytes())


def test_accents_seen_on_paper_are_text(tmp_path: Path) -> None:
    certificate = accented(tmp_path / "made")
    assert certificate.stream.find(decoder.LEAVE_CHINESE_MODE) == 2
    decoded = decoder.decode(certificate.stream, tmp_path)
    assert decoded.code == 0, decoded.message
    assert [run.text for run in decoder.runs(decoded.pdf)].count(NAME) == 1


def test_another_code_page_is_found(tmp_path: Path) -> None:
    certificate = accented(tmp_path / "made")
    swapped = certificate.stream.replace(
        b"\x1b(t\x03\x00\x00\x03\x00", b"\x1b(t\x03\x00\x00\x01\x00"
    )
    assert swapped != certificate.stream
    decoded = decoder.decode(swapped, tmp_path)
    assert decoded.code != 0 or NAME not in [run.text for run in decoder.runs(decoded.pdf)]


# What a check must not let pass: each changes a good stream of form L a little.
Damage = Callable[[bytes, random.Random], bytes]


def moved_by_a_dot(stream: bytes, rng: random.Random) -> bytes:
    texts = [at for at in positions(stream, b"\x1b$") if stream[at + 4] >= 0x20]
    place = rng.choice(texts) + 2
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
def test_a_damaged_stream_is_found(
    renders: Renders, damage: Damage, seed: int, tmp_path: Path
) -> None:
    certificate = struck(renders, "L", 3, "generic-24pin-escp2")
    stream = damage(certificate.stream, random.Random(seed))
    assert stream != certificate.stream
    decoded = decoder.decode(stream, tmp_path)
    found = decoder.runs(decoded.pdf) if decoded.code == 0 else []
    limit = DEVICES["generic-24pin-escp2"]
    assert decoded.code != 0 or mismatches(all_expected(certificate.pages), found, limit)
