"""The code on a page can be read off the paper by two other readers."""

from pathlib import Path

import outside
import pytest
import zxingcpp
from conftest import Renders
from PIL import Image

DPI = 200


def test_both_readers_decode_the_code(renders: Renders, form: str, tmp_path: Path) -> None:
    sources = [c["text"] for page in renders.pages(form, 1) for c in page.codes]
    if not sources:
        pytest.skip(f"form {form} shows no code")
    pdf = renders.file(form, 1, "full", "pdf")
    outside.call("pdftoppm", "-r", str(DPI), "-png", pdf, tmp_path / "page")
    by_zbar: set[str] = set()
    by_zxing: set[str] = set()
    for picture in tmp_path.glob("page-*.png"):
        by_zbar |= outside.decoded_by_zbar(picture)
        by_zxing |= {code.text for code in zxingcpp.read_barcodes(Image.open(picture))}
    assert by_zbar >= set(sources)
    assert by_zxing >= set(sources)
