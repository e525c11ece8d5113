"""Forms × lengths × contents, read from the PDF by poppler: sides, page numbers, what is printed.

The Swift tests set every combination; here each form is drawn in a covering part of them, and in
all with ORIGINPRESS_SOAK=1.
"""

import json
import re
from pathlib import Path

import originpress
import outside
import pytest
from conftest import Renders
from originpress import squeezed

REFUSED = 1
# S2-81 and S2-130, November 2025; Form A's notes are part of the form (forms.md 13).
CAPS = {"N": 20, "R": 20, "L": 20, "I": 20, "A": 20, "S": 50, "F": 50}
WITH_NOTES = {"E", "F", "R", "CA", "RCEP", "B", "S", "G"}
CONTENTS = ("full", "overlay", "blank")
LONG = 120
PREVIEW = "非有效证书"
SPECIMEN = "SPECIMEN"
# Page 2 of 3, PAGE 2 OF 3, 第2页，共3页
PAGE = re.compile(r"page(\d+)of(\d+)|第(\d+)页，共(\d+)页", re.IGNORECASE)


def cases() -> list[tuple[str, int, str]]:
    """Each form once short and once long, and each pair of form and content at least once."""
    forms = originpress.forms()
    if originpress.SOAK:
        lengths = {form: (1, 2, CAPS.get(form, LONG)) for form in forms}
        return [(f, n, c) for f in forms for n in lengths[f] for c in CONTENTS]
    short = [(f, 1, c) for f in forms for c in CONTENTS]
    long = [
        (form, min(CAPS.get(form, 12), 12), CONTENTS[number % len(CONTENTS)])
        for number, form in enumerate(forms)
    ]
    return short + long


def numbers(text: str) -> list[tuple[int, int]]:
    """The page numbers on a page: its own and how many there are."""
    found = PAGE.findall(squeezed(text))
    return [tuple(int(digits) for digits in groups if digits) for groups in found]


@pytest.mark.parametrize(("code", "items", "content"), cases())
def test_sides_and_contents(renders: Renders, code: str, items: int, content: str) -> None:
    """S5-21: each sheet has its notes behind it or nothing, its number, what its content prints."""
    texts = outside.text(renders.file(code, items, content, "pdf"))
    pages = renders.pages(code, items)
    step = 2 if code in WITH_NOTES else 1
    assert [page.side for page in pages] == (["front", "back"] if step == 2 else ["front"]) * (
        len(pages) // step
    )
    assert len(texts) == len(pages)
    exporter = squeezed(json.loads(originpress.sample(code, items))["exporter"]["name"])
    caption = squeezed(next(t.text for t in pages[0].texts if t.layer == "form" and t.box == "1"))
    for number, text in enumerate(texts):
        dense = squeezed(text)
        assert (SPECIMEN if content == "blank" else PREVIEW) in dense, "S3-34"
        if number % step:
            assert numbers(text) == [], "a back has no page number"
            continue
        expected = [] if content == "blank" else [(number // step + 1, len(texts) // step)]
        assert numbers(text) == expected
    assert (exporter in squeezed(texts[0])) == (content != "blank")
    assert (caption in squeezed(texts[0])) == (content != "overlay"), "S3-32"


@pytest.mark.parametrize("code", CAPS)
def test_one_item_too_many_is_refused(code: str, tmp_path: Path) -> None:
    """S2-81, S2-82: by its field, and no file is left."""
    certificate = json.loads(originpress.sample(code, 1))
    certificate["goods"] *= CAPS[code] + 1
    file, out = tmp_path / "certificate.json", tmp_path / "page.pdf"
    file.write_text(json.dumps(certificate), encoding="utf-8")
    outcome = originpress.run("render", file, "-o", out)
    assert outcome.code == REFUSED
    assert "goods: " in outcome.err
    assert not out.exists()
    answer = json.loads(originpress.run("check", file, "--json").err)
    assert [entry["path"] for entry in answer["diagnostics"]] == ["goods"]
