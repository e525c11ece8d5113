"""Every text of a certificate can be copied out of its PDF, Chinese too."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import outside
from conftest import Renders
from originpress import squeezed

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


def missing(certificate: dict[str, Any], text: str) -> list[str]:
    """The fields whose text is not there, or not as often as the certificate has it."""
    whole = squeezed(text)
    fields = [(path, squeezed(value)) for path, value in printed(certificate)]
    wanted = Counter(value for path, value in fields if path.endswith(".description"))
    return [
        path
        for path, value in fields
        if whole.count(value) < wanted.get(value, 1)
        and not all(squeezed(word) in whole for word in value.split())
    ]


def test_every_field_is_in_the_text_of_the_pdf(renders: Renders, form: str, items: int) -> None:
    certificate = json.loads(renders.certificate(form, items).read_text(encoding="utf-8"))
    text = "".join(outside.text(renders.file(form, items, "full", "pdf")))
    assert missing(certificate, text) == []


def test_every_line_of_the_display_list_is_on_its_page(
    renders: Renders, form: str, items: int
) -> None:
    texts = outside.text(renders.file(form, items, "full", "pdf"))
    pages = renders.pages(form, items)
    assert len(texts) == len(pages)
    for number, (text, page) in enumerate(zip(texts, pages, strict=True), 1):
        whole = squeezed(text)
        lost = [t.text for t in page.texts if t.layer == "data" and squeezed(t.text) not in whole]
        assert lost == [], f"page {number}"
