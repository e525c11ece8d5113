"""Every text lies in its box, by our display list and by poppler; no two texts meet."""

from itertools import combinations

import outside
from conftest import Renders
from originpress import Frame, Page, Text, squeezed
from outside import Word

SLACK = 0.15  # mm: less than the half width of a rule
TOUCH = 0.05  # mm


def outside_their_box(page: Page) -> list[str]:
    return [
        f"{text.text!r} at {text.frame} leaves box {text.box} {page.boxes[text.box]}"
        for text in page.texts
        if text.box in page.boxes and text.rotation == 0
        if not page.boxes[text.box].holds(text.frame, SLACK)
    ]


def numbers_the_page(text: Text) -> bool:
    """The page's number stands in the margin; everything else has a box."""
    return (text.field or "").startswith("page.")


def colliding(texts: list[Text]) -> list[str]:
    """Pairs of texts that cover each other, found line by line from the top."""
    pairs = combinations(sorted(texts, key=lambda text: text.baseline), 2)
    return [
        f"{a.text!r} and {b.text!r} at {a.baseline}"
        for a, b in pairs
        if abs(a.baseline - b.baseline) < max(a.size, b.size)
        if min(a.frame.overlap(b.frame)) > TOUCH
    ]


def words_of(text: Text, words: list[Word]) -> list[Word]:
    """The words which poppler finds on the stretch of a baseline that a text covers."""
    area = Frame(text.x - 0.2, text.baseline - text.size, text.width + 0.4, text.size * 1.3)
    return [
        word
        for word in words
        if word.bottom - word.top < 2 * text.size  # the turned status words are larger
        and area.x <= (word.left + word.right) / 2 <= area.right
        and area.y <= (word.top + word.bottom) / 2 <= area.bottom
    ]


def misplaced(page: Page, words: list[Word]) -> list[str]:
    """Data texts that poppler does not find where the display list says, inside their box."""
    faults = []
    for text in page.data():
        found = words_of(text, words)
        joined = "".join(word.text for word in sorted(found, key=lambda word: word.left))
        if squeezed(text.text) not in squeezed(joined):
            faults.append(f"{text.text!r}: poppler finds {joined!r} there")
        box = page.boxes.get(text.box or "")
        if box and any(w.left < box.x - SLACK or w.right > box.right + SLACK for w in found):
            faults.append(f"{text.text!r} leaves box {text.box} by poppler")
    return faults


def test_texts_lie_in_their_boxes(renders: Renders, form: str, items: int) -> None:
    for page in renders.pages(form, items):
        assert outside_their_box(page) == []
        lost = [t for t in page.data() if t.box not in page.boxes and not numbers_the_page(t)]
        assert lost == [], "data outside of any box"


def test_poppler_finds_texts_at_their_places(renders: Renders, form: str, items: int) -> None:
    words = outside.words(renders.file(form, items, "full", "pdf"))
    for page, found in zip(renders.pages(form, items), words, strict=True):
        assert misplaced(page, found) == []


def test_no_text_lies_on_another(renders: Renders, form: str, items: int) -> None:
    for page in renders.pages(form, items):
        assert colliding(page.data()) == []


def test_all_texts_lie_on_the_paper(renders: Renders, form: str, items: int) -> None:
    for page in renders.pages(form, items):
        paper = Frame(0, 0, page.width, page.height)
        assert all(paper.holds(t.frame, 0) for t in page.texts if t.rotation == 0)
