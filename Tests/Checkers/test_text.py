"""Every text of a certificate can be copied out of its PDF, Chinese too."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import originpress
import outside
from conftest import Renders
from originpress import Page, squeezed

PARTY = ("name", "address")


def printed(certificate: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts that every form prints as they are typed, with their field paths."""
    for party in ("exporter", "consignee", "importer", "intermediary"):
        for key in PARTY:
            if text := certificate.get(party, {}).get(key):
                yield f"{party}.{key}", text
    for number, item in enumerate(certificate["goods"]):
        yield f"goods[{number}].description", item["description"]
        if marks := item.get("marks"):
            yield f"goods[{number}].marks", marks
    for number, invoice in enumerate(certificate.get("invoices", [])):
        yield f"invoices[{number}].number", invoice["number"]
    if remarks := certificate.get("remarks"):
        yield "remarks", remarks


def missing(certificate: dict[str, Any], pages: list[Page], unprinted: list[str]) -> list[str]:
    """The fields whose text is not there, or not as often as the certificate has it.

    A box is read over all pages: its lines one after the other hold the whole text, wherever it was
    wrapped. That each of these lines is in the PDF is another check, `lost`.
    """
    boxes: dict[str, str] = defaultdict(str)
    for text in (text for page in pages for text in page.data()):
        boxes[text.box or ""] += squeezed(text.text)
    fields = [(path, squeezed(value)) for path, value in printed(certificate)]
    wanted = Counter(value for path, value in fields if path.endswith(".description"))
    return [
        path
        for path, value in fields
        if max(box.count(value) for box in boxes.values()) < wanted.get(value, 1)
        and not any(path.startswith(name) for name in unprinted)
    ]


def lost(texts: list[str], pages: list[Page]) -> list[str]:
    """The lines of the display list that are not in the PDF's text of their page."""
    assert len(texts) == len(pages)
    wholes = [squeezed(text) for text in texts]
    return [
        line.text
        for whole, page in zip(wholes, pages, strict=True)
        for line in page.data()
        if squeezed(line.text) not in whole
    ]


def test_every_field_is_in_the_text_of_the_pdf(renders: Renders, form: str, items: int) -> None:
    file = renders.certificate(form, items)
    certificate = json.loads(file.read_text(encoding="utf-8"))
    assert missing(certificate, renders.pages(form, items), originpress.unprinted(file)) == []


def test_every_line_of_the_display_list_is_on_its_page(
    renders: Renders, form: str, items: int
) -> None:
    texts = outside.text(renders.file(form, items, "full", "pdf"))
    assert lost(texts, renders.pages(form, items)) == []
