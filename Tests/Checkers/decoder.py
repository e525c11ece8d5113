"""EscaPy (PyPI pyscape), an independent decoder of ESC/P: our streams as its PDF, read by MuPDF.

It knows no Chinese mode: `FS .`, which leaves it, is taken out first; the checker looks for it.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree

import outside

LEAVE_CHINESE_MODE = b"\x1c."
SETTINGS = """[misc]
loglevel = error
page_size = A4
single_sheets = true
printable_area_margins_mm = 0,0,0,0
renderer = rectangles
[Roman]
[Sans serif]
"""


@dataclass(frozen=True)
class Run:
    """Text struck at one place, in millimetres from the top left of its form."""

    page: int
    text: str
    x: float
    baseline: float


@dataclass(frozen=True)
class Decoded:
    """What EscaPy makes of a stream."""

    code: int
    message: str
    pdf: Path


def decode(stream: bytes, into: Path) -> Decoded:
    """Decodes a stream as a printer with 24 pins; exit code 0 says that it is well formed."""
    into.mkdir(parents=True, exist_ok=True)
    spec = find_spec("escapy")
    assert spec is not None and spec.origin is not None, "pyscape is installed"
    profiles = Path(spec.origin).parent / "data" / "profiles"
    shutil.copytree(profiles, into / "profiles", dirs_exist_ok=True)
    (into / "escapy.conf").write_text(SETTINGS, encoding="utf-8")
    (into / "page.prn").write_bytes(stream.replace(LEAVE_CHINESE_MODE, b"", 1))
    program = Path(sys.prefix) / "bin" / "escapy"
    pdf = into / "page.pdf"
    command = [program, "--pins", "24", "-c", "escapy.conf", "-o", pdf.name, "page.prn"]
    done = subprocess.run(
        [str(part) for part in command], cwd=into, capture_output=True, text=True, check=False
    )
    return Decoded(done.returncode, done.stdout + done.stderr, pdf)


def runs(pdf: Path) -> list[Run]:
    """Every text as it was struck (mutool trace), a new one wherever the head was placed."""
    trace = outside.call("mutool", "trace", pdf).decode("utf-8")
    root = ElementTree.fromstring(outside.without_controls(trace))
    found = []
    for number, page in enumerate(root.iter("page")):
        height = float(page.attrib["mediabox"].split()[3])
        for text in page.iter("fill_text"):
            glyphs = list(text.iter("g"))
            place = [float(glyphs[0].attrib[key]) for key in ("x", "y")]
            letters = "".join(letter(glyph.attrib) for glyph in glyphs)
            x, baseline = place[0], height - place[1]
            mm = outside.MM_PER_POINT
            found.append(Run(number, letters, x * mm, baseline * mm))
    return found


def letter(glyph: dict[str, str]) -> str:
    """A glyph's character; numbers stand for what XML cannot say."""
    text = glyph["unicode"]
    number = re.fullmatch(r"&#x([0-9a-f]+);", text)
    return chr(int(number[1], 16)) if number else text
