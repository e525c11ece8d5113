"""What the data put on paper stays inside the boxes and clear of lines and captions."""

from pathlib import Path

import numpy as np
import originpress
import outside
from conftest import Renders
from originpress import Frame, Page

DPI = 150
DARK = 110  # lines, captions and data are darker; backgrounds and status words are paler
NOTE_REACH = 0.35  # of the size: status words are turned, so a generous circle is left out


def mask(shape: tuple[int, int], frames: list[Frame]) -> np.ndarray:
    """True inside any of the frames."""
    inside = np.zeros(shape, bool)
    scale = DPI / 25.4
    for f in frames:
        top, bottom = int(max(0, f.y * scale)), int(np.ceil(f.bottom * scale)) + 1
        left, right = int(max(0, f.x * scale)), int(np.ceil(f.right * scale)) + 1
        inside[top:bottom, left:right] = True
    return inside


def note_frames(page: Page) -> list[Frame]:
    """Squares around the status words, turned as they may be."""
    frames = []
    for text in page.texts:
        if text.layer == "note":
            if text.rotation == 0:
                frames.append(text.frame.grown(NOTE_REACH * text.size))
            else:
                reach = text.width + text.size
                frames.append(Frame(text.x - reach, text.baseline - reach, 2 * reach, 2 * reach))
    return frames


def pictures(renders: Renders, form: str, items: int, content: str) -> list[np.ndarray]:
    files = renders.files(form, items, content, "png", "--dpi", str(DPI))
    return [outside.gray(file) for file in files]


def test_data_ink_stays_in_the_boxes(renders: Renders, form: str, items: int) -> None:
    pages = renders.pages(form, items)
    for page, overlay in zip(pages, pictures(renders, form, items, "overlay"), strict=True):
        allowed = mask(overlay.shape, places(page))
        stray = (overlay < DARK) & ~allowed
        assert not stray.any(), f"{stray.sum()} dark pixels outside, first at {first(stray)} mm"


def places(page: Page) -> list[Frame]:
    """Where data may leave ink: in the boxes, at the code and at the page's number."""
    boxes = [box.grown(0.2) for box in page.boxes.values()]
    codes = [Frame(*code["frame"]).grown(0.2) for code in page.codes]
    numbers = [text.frame.grown(0.4) for text in page.data() if text.box is None]
    return boxes + codes + numbers + note_frames(page)


def test_full_adds_only_inside_the_boxes(renders: Renders, form: str) -> None:
    pages = renders.pages(form, 1)
    full, blank = (pictures(renders, form, 1, content) for content in ("full", "blank"))
    for page, with_data, without in zip(pages, full, blank, strict=False):
        allowed = mask(with_data.shape, places(page))
        stray = (with_data < DARK) & (without >= DARK + 40) & ~allowed
        assert not stray.any(), f"{stray.sum()} dark pixels outside, first at {first(stray)} mm"


def test_no_data_crosses_a_line_or_a_caption(renders: Renders, form: str) -> None:
    pages = renders.pages(form, 1)
    overlay, blank = (pictures(renders, form, 1, content) for content in ("overlay", "blank"))
    for page, data, lines in zip(pages, overlay, blank, strict=False):
        note = mask(data.shape, note_frames(page))
        both = (data < DARK) & (lines < DARK) & ~note
        assert not both.any(), f"{both.sum()} pixels of data on the form, first at {first(both)} mm"


def test_the_picture_of_an_overlay_shows_the_form(renders: Renders, tmp_path: Path) -> None:
    """For the screen the whole page; the file for the printer has none of the form's words."""
    certificate = renders.certificate("C", 2)
    overlay, seen, whole = (tmp_path / name for name in ("o.pdf", "seen.png", "whole.png"))
    originpress.must(
        "render", certificate, "-o", overlay, "--content", "overlay", "--picture", seen
    )
    originpress.must("render", certificate, "-o", whole)
    assert seen.read_bytes() == whole.read_bytes()
    (text,) = outside.text(overlay)
    assert "CERTIFICATE OF ORIGIN" not in text and "Exporter" not in text, text


def first(pixels: np.ndarray) -> tuple[float, float]:
    row, column = np.argwhere(pixels)[0]
    return round(float(column) * 25.4 / DPI, 1), round(float(row) * 25.4 / DPI, 1)
