"""Other people's programs accept our PDFs and draw the same picture as we do."""

from pathlib import Path

import outside
import pytest
from conftest import Renders

DPI = 100
# Largest mean difference in gray levels: readers draw the hairlines of a guilloche differently,
# and the edges of a code's modules.
CONTENTS = {"full": 6.0, "overlay": 1.2, "blank": 6.0}


@pytest.mark.parametrize("content", CONTENTS)
def test_qpdf_finds_no_fault(renders: Renders, form: str, items: int, content: str) -> None:
    outside.check_syntax(renders.file(form, items, content, "pdf"))


DRAWERS = {
    "poppler": outside.drawn_by_poppler,
    "ghostscript": outside.drawn_by_ghostscript,
    "mupdf": outside.drawn_by_mupdf,
}


@pytest.mark.parametrize("reader", DRAWERS)
@pytest.mark.parametrize("content", CONTENTS)
def test_pictures_are_the_same(
    renders: Renders, form: str, content: str, reader: str, tmp_path: Path
) -> None:
    ours = renders.files(form, 1, content, "png", "--dpi", str(DPI))
    theirs = DRAWERS[reader](renders.file(form, 1, content, "pdf"), DPI, tmp_path)
    assert len(ours) == len(theirs)
    for number, (mine, other) in enumerate(zip(ours, theirs, strict=True), 1):
        mean, share = outside.difference(outside.gray(mine), other)
        assert mean < CONTENTS[content] and share < 0.005, (
            f"page {number}: mean {mean:.2f}, apart {share:.4%}"
        )
