"""PWG raster can be read by a reader written from the specification, and shows the same picture."""

import struct

import numpy as np
import outside
import pwgraster
import pytest
from conftest import Renders

DPI = 300


def test_raster_shows_the_picture_of_the_png(renders: Renders, form: str) -> None:
    raster = renders.file(form, 1, "full", "pwg", "--dpi", str(DPI))
    pictures = renders.files(form, 1, "full", "png", "--dpi", str(DPI))
    pages = list(pwgraster.pages(raster.read_bytes()))
    assert len(pages) == len(pictures)
    for page, picture in zip(pages, pictures, strict=True):
        assert page.resolution == (DPI, DPI)
        assert abs(page.width - 210 / 25.4 * DPI) < 1 and abs(page.height - 297 / 25.4 * DPI) < 1
        assert page.media == "iso_a4_210x297mm"
        assert page.page_size[0] in (595, 596) and page.page_size[1] in (841, 842)
        assert page.bytes_per_line == (page.width * page.bits_per_pixel + 7) // 8
        assert page.total_pages in (0, len(pages))
        mean, share = outside.difference(page.gray(), outside.gray(picture))
        assert mean < 2 and share < 0.002


def stream(body: bytes, width: int, height: int) -> bytes:
    """A one-page gray stream around compressed lines."""
    header = bytearray(pwgraster.HEADER_BYTES)
    header[:10] = b"PwgRaster\0"
    for offset, value in ((372, width), (376, height), (384, 8), (388, 8), (392, width), (400, 18)):
        header[offset : offset + 4] = struct.pack(">I", value)
    return b"RaS2" + bytes(header) + body


def test_the_reader_unpacks_runs_and_repeated_lines() -> None:
    body = bytes([1, 2, 7, 255, 1, 2]) + bytes([0, 4, 9])  # two lines 7 7 7 1 2, one 9 9 9 9 9
    (page,) = pwgraster.pages(stream(body, 5, 3))
    assert np.array_equal(page.raw, [[7, 7, 7, 1, 2], [7, 7, 7, 1, 2], [9, 9, 9, 9, 9]])


@pytest.mark.parametrize("body", [bytes([0, 5, 9]), bytes([3, 4, 9]), bytes([0, 128])])
def test_the_reader_refuses_lines_that_run_over(body: bytes) -> None:
    with pytest.raises(pwgraster.Malformed):
        list(pwgraster.pages(stream(body, 5, 3)))
