"""Other people's programs that read our files: poppler, MuPDF, Ghostscript, qpdf, zbar."""

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
from PIL import Image

Gray = np.ndarray  # two dimensions, 0 black … 255 white
MM_PER_POINT = 25.4 / 72


def call(*command: str | Path) -> bytes:
    done = subprocess.run([str(part) for part in command], capture_output=True, check=False)
    assert done.returncode == 0, f"{command[0]}: {done.stderr.decode(errors='replace')[:500]}"
    return done.stdout


@dataclass(frozen=True)
class Word:
    """A word as poppler finds it, in millimetres."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def words(pdf: Path) -> list[list[Word]]:
    """The words of each page with their places (pdftotext -bbox-layout)."""
    xml = call("pdftotext", "-bbox-layout", "-enc", "UTF-8", pdf, "-").decode("utf-8")
    root = ElementTree.fromstring(without_controls(xml))
    space = "{http://www.w3.org/1999/xhtml}"
    return [
        [
            Word(
                "".join(word.itertext()),
                *(float(word.attrib[k]) * MM_PER_POINT for k in ("xMin", "yMin", "xMax", "yMax")),
            )
            for word in page.iter(space + "word")
        ]
        for page in root.iter(space + "page")
    ]


def without_controls(xml: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", "", xml)


def text(pdf: Path) -> list[str]:
    """The text of each page in the order of the file (pdftotext -raw)."""
    out = call("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").decode("utf-8")
    return out.split("\f")[:-1]


def layout_text(pdf: Path) -> list[str]:
    """The text of each page as it stands on the paper (pdftotext -layout)."""
    out = call("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-").decode("utf-8")
    return out.split("\f")[:-1]


@dataclass(frozen=True)
class Letter:
    """A character with its origin in points, as MuPDF finds it."""

    page: int
    character: str
    x: float
    y: float


def letters(pdf: Path) -> set[Letter]:
    """Every visible character of a file with its place (mutool draw -F stext)."""
    xml = call("mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf).decode("utf-8")
    root = ElementTree.fromstring(without_controls(re.sub(r"&#(?:x?0*[0-9a-fA-F]);", "", xml)))
    return {
        Letter(number, c.attrib["c"], float(c.attrib["x"]), float(c.attrib["y"]))
        for number, page in enumerate(root.iter("page"))
        for c in page.iter("char")
        if c.attrib["c"].strip()
    }


def check_syntax(pdf: Path) -> None:
    """qpdf finds nothing to complain of, not even a warning."""
    done = subprocess.run(
        ["qpdf", "--check", str(pdf)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def gray(path: Path) -> Gray:
    with Image.open(path) as image:
        if "A" in image.getbands():
            paper = Image.new("RGBA", image.size, "white")
            image = Image.alpha_composite(paper, image.convert("RGBA"))
        return np.asarray(image.convert("L"))


def drawn_by_poppler(pdf: Path, dpi: int, into: Path) -> list[Gray]:
    call("pdftoppm", "-r", str(dpi), "-gray", pdf, into / "poppler")
    return [gray(path) for path in sorted(into.glob("poppler-*.pgm"))]


def drawn_by_ghostscript(pdf: Path, dpi: int, into: Path) -> list[Gray]:
    smooth = ["-dTextAlphaBits=4", "-dGraphicsAlphaBits=4"]
    out = into / "gs-%03d.png"
    call("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pnggray", f"-r{dpi}", *smooth,
         f"-sOutputFile={out}", pdf)  # fmt: skip
    return [gray(path) for path in sorted(into.glob("gs-*.png"))]


def drawn_by_mupdf(pdf: Path, dpi: int, into: Path) -> list[Gray]:
    call("mutool", "draw", "-q", "-r", str(dpi), "-c", "gray", "-o", into / "mupdf-%03d.png", pdf)
    return [gray(path) for path in sorted(into.glob("mupdf-*.png"))]


def decoded_by_zbar(image: Path) -> set[str]:
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(image)], capture_output=True, text=True, check=False
    )
    return set(done.stdout.splitlines())


def blurred(image: Gray, reach: int) -> np.ndarray:
    """The mean over a square of 2·reach+1 pixels, so that half a pixel's shift does not count."""
    size = 2 * reach + 1
    padded = np.pad(image.astype(np.float64), reach, mode="edge")
    total = np.cumsum(np.cumsum(np.pad(padded, ((1, 0), (1, 0))), axis=0), axis=1)
    area = total[size:, size:] - total[:-size, size:] - total[size:, :-size] + total[:-size, :-size]
    return area / size**2


def difference(a: Gray, b: Gray) -> tuple[float, float]:
    """Mean difference of two pictures in gray levels, and the share of pixels that differ much."""
    height, width = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
    assert abs(a.shape[0] - b.shape[0]) <= 1 and abs(a.shape[1] - b.shape[1]) <= 1
    apart = np.abs(blurred(a[:height, :width], 2) - blurred(b[:height, :width], 2))
    return float(apart.mean()), float((apart > 48).mean())
