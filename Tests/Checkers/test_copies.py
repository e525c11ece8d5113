"""Previews of duplicates, copies and void ones say what they are (S2-123, S2-137, S3-34)."""

import json
import re
from pathlib import Path

import originpress
import outside
import pytest
from conftest import Renders
from originpress import squeezed

REFUSED, USAGE = 1, 2
PREVIEW = "非有效证书"
DUPLICATE = ("--copy", "duplicate", "--ordinal", "3", "--on", "2026-06-01")


def repeated(form: str) -> int:
    """How often a word across the page is printed at least; pins strike it once, at the top."""
    return 1 if form == "L" else 3


def text_of(renders: Renders, form: str, content: str, *options: str) -> str:
    pdf = renders.file(form, 1, content, "pdf", *options)
    outside.check_syntax(pdf)
    return squeezed("".join(outside.text(pdf)))


@pytest.mark.parametrize("content", ["full", "overlay"])
def test_a_duplicate_has_its_mark_and_label(form: str, content: str, renders: Renders) -> None:
    text = text_of(renders, form, content, *DUPLICATE)
    assert PREVIEW in text
    assert "失证副本3" in text
    words = ("CERTIFIEDTRUECOPY", "DUPLICATE", "失证副本")
    # The label is one of the words, so the mark of a Chinese form makes it two.
    assert any(word in text.replace("失证副本3", "") for word in words)


def test_the_mark_stands_in_its_box(form: str, renders: Renders) -> None:
    certificate = renders.certificate(form, 1)
    listed = json.loads(originpress.must("pages", certificate, *DUPLICATE))["pages"][0]
    marks = [item for item in listed["items"] if item.get("field") == "mark.lost"]
    assert marks
    assert {item["layer"] for item in marks} == {"data"}
    assert {item["box"] for item in marks} == {boxes_of_marks()[form]}


def boxes_of_marks() -> dict[str, str]:
    """The box of each form's mark in the policy, read line by line and not by our reader."""
    policy = originpress.ROOT / "Layouts" / "policy" / "lost-marks.yaml"
    row = re.compile(r"\{form: (\w+),.*box: \"?([\w-]+)\"?\}")
    found = map(row.search, policy.read_text(encoding="utf-8").splitlines())
    return {match[1]: match[2] for match in found if match}


def test_a_copy_is_no_original(form: str, renders: Renders) -> None:
    original = text_of(renders, form, "full")
    assert any(word in original for word in ("ORIGINAL", "Original", "正本"))
    pdf = renders.file(form, 1, "full", "pdf", "--copy", "copy", "--ordinal", "2")
    pages = outside.text(pdf)
    text = squeezed("".join(pages))
    assert text.count("COPY2") >= repeated(form) + 1, "the words and the kind of output"
    assert text.count(PREVIEW) >= repeated(form)
    lines = {line.strip().upper() for page in pages for line in page.splitlines()}
    assert not lines & {"ORIGINAL", "正本", "正本续页"}


def test_a_void_one_says_so(form: str, renders: Renders) -> None:
    text = text_of(renders, form, "full", "--copy", "void")
    assert text.count("作废") >= repeated(form)
    assert text.count(PREVIEW) >= repeated(form)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--ordinal", "2"), USAGE, "--ordinal goes with"),
        (("--copy", "void", "--ordinal", "2"), USAGE, "--ordinal goes with"),
        (("--copy", "copy", "--ordinal", "0"), USAGE, "--ordinal takes 1 to 99"),
        (("--copy", "copy", "--ordinal", "two"), USAGE, "'two'"),
        (("--copy", "copy", "--on", "2026-06-01"), USAGE, "--on goes with"),
        (("--copy", "duplicate", "--on", "2026-02-30"), USAGE, "2026-02-30"),
        (("--copy", "original"), USAGE, "'original'"),
        (("--copy", "duplicate", "--on", "2026-05-04"), REFUSED, "older than the certificate"),
        (("--copy", "copy", "--document", "invoice"), REFUSED, "--copy copy is for certificates"),
    ],
)
def test_bad_options_are_told_in_one_sentence(
    options: tuple[str, ...], code: int, words: str, renders: Renders, tmp_path: Path
) -> None:
    certificate = renders.certificate("C", 1)
    output = tmp_path / "page.pdf"
    outcome = originpress.run("render", certificate, "-o", output, *options)
    assert outcome.code == code, outcome.err
    assert words in outcome.err.splitlines()[0]
    assert not output.exists()
