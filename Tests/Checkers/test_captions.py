"""The captions of every form stand in the order of the references, by `pdftotext -layout`.

The expected beginnings are those of forms.md 2 to 4, not those of our layouts. Forms whose boxes
were not found (forms.md 3.7, 3.18, 3.20, 4.3, 4.4) are checked against the form they follow.
"""

import re
from dataclasses import dataclass, field, replace

import originpress
import outside
import pytest
from conftest import Renders

Row = tuple[str, ...]


@dataclass(frozen=True)
class Boxes:
    """Where the boxes of a form stand; a row is read from left to right."""

    left: tuple[str | Row, ...]
    right: tuple[str, ...]
    goods: Row
    below: tuple[Row, ...]
    absent: tuple[str, ...] = field(default=())


def goods(first: int, *captions: str) -> Row:
    return tuple(f"{number}. {caption}" for number, caption in enumerate(captions, first))


DECLARED = "Declaration by the exporter"
GENERAL = goods(6, "Marks", "Number and kind", "H.S. code", "Quantity", "Number and date")
SEVEN = ("Item", "Marks", "Number and kind", "HS code", "Origin")

C = Boxes(
    left=("1. Exporter", "2. Consignee", "3. Means of transport", "4. Country"),
    right=("5. For certifying authority use only",),
    goods=GENERAL,
    below=((f"11. {DECLARED}", "12. Certification"),),
)
E = Boxes(
    left=("1. Products consigned from", "2. Products consigned to", "3. Means of transport"),
    right=("4. For official use",),
    goods=goods(5, "Item", "Marks", "Number and type", "Origin", "Gross", "Number, date"),
    # Box 13 stands under box 11, box 12 runs down beside both.
    below=((f"11. {DECLARED}", "12. Certification"), ("13.",)),
)
CHAFTA = Boxes(
    left=("1. Exporter", "2. Producer", "3. Importer", "4. Means of transport"),
    right=("For official use only", "5. Remarks"),
    goods=goods(6, *SEVEN, "Gross", "Invoice number"),
    below=((f"13. {DECLARED} or producer", "14. Certification"),),
)
SWISS = Boxes(
    left=("1. Exporter", "2. Consignee", "3. Transport details"),
    right=("4. Remarks",),
    goods=goods(5, *SEVEN, "Gross mass", "Invoices"),
    # The authority stands on the left.
    below=(("12. Endorsement", f"13. {DECLARED}"),),
)
MAURITIUS = Boxes(
    left=("1. Exporter", "2. Consignee", "3. Means of transport"),
    right=("4. Remarks",),
    goods=goods(5, "Item", "Marks", "HS code", "Origin", "Quantity", "Number and date"),
    below=((f"11. {DECLARED} or producer", "12. Certification"),),
)
ECFA = Boxes(
    left=("1.出口商", "2.生产商", "3.进口商", "4.运输方式及路线"),
    right=("5.受惠情况", "6.备注"),
    goods=(
        "7.项目",
        "8.HS编码",
        "9.货品名称",
        "10.毛重",
        "11.包装唛头",
        "12.原产地",
        "13.发票价格",
    ),
    below=(("14.出口商声明", "15.证明"),),
)
CHILE = Boxes(
    left=("1. Exporter", "2. Producer", "3. Consignee", "4. Means of transport"),
    right=("For official use only", "5. Remarks"),
    goods=goods(6, *SEVEN, "Net weight", "Number and date"),
    below=((f"13. {DECLARED}", "14. Certification"),),
)

FORMS = {
    "C": C,
    "PU": C,
    "G": Boxes(
        left=("1. Goods consigned from", "2. Goods consigned to", "3. Means of transport"),
        right=("4. For official use",),
        goods=goods(5, "Item", "Marks", "Number and kind", "Origin", "Gross", "Number and"),
        # The authority stands on the left.
        below=(("11. Certification", f"12. {DECLARED}"),),
    ),
    "E": E,
    "CA": E,
    "RCEP": Boxes(
        left=("1. Goods consigned from", "2. Goods consigned to", "3. Producer", "4. Means of"),
        right=("5. For official use",),
        goods=goods(6, *SEVEN, "RCEP", "Quantity", "Invoice"),
        below=(
            ("14. Remarks",),
            (f"15. {DECLARED} or producer", "16. Certification"),
            ("17.",),
        ),
    ),
    "B": Boxes(
        left=("1. Goods consigned from", "2. Goods consigned to", "4. Means of transport"),
        right=("3. For official use",),
        goods=goods(5, "Tariff item", "Marks", "Number and kind", "Origin", "Gross", "Number and"),
        below=((f"11. {DECLARED}", "12. Certificate"),),
    ),
    "F": CHILE,
    "R": replace(
        CHILE,
        goods=goods(
            6, "Item", "Number and kind", "HS code", "Origin", "Gross", "Number and", "Invoiced"
        ),
        absent=("Marks",),
    ),
    "S": SWISS,
    "I": SWISS,
    "A": CHAFTA,
    "GE": CHAFTA,
    "K": replace(
        CHILE,
        right=("5. Remarks",),
        goods=goods(6, *SEVEN, "Gross", "Number and date"),
        absent=("official use",),
    ),
    "N": Boxes(
        left=("1. Exporter", "2. Producer", "3. Consignee", "4. Means of transport"),
        right=("5. For official use only", "6. Remarks"),
        goods=goods(7, *SEVEN, "Gross", "Number, date"),
        below=((f"14. {DECLARED}", "15. Certification"),),
    ),
    "X": replace(
        E,
        left=("1. Goods consigned from", "2. Goods consigned to", "3. Means of transport"),
        goods=goods(5, "Item", "Marks", "Number and type", "Origin", "Gross", "Number and date"),
        below=((f"11. {DECLARED}", "12. Certification"),),
        absent=("13.",),
    ),
    "L": replace(
        CHAFTA,
        goods=goods(6, *SEVEN, "Gross", "Number, date"),
        below=((f"13. {DECLARED}", "14. Certification"),),
    ),
    "P": Boxes(
        left=("1. Exporter", "2. Consignee", "3. Producer", "4. Means of transport"),
        right=("5. For official use only",),
        goods=goods(6, "Item", "Marks", "Origin", "Gross", "Number and", "Remarks"),
        below=((f"12. {DECLARED}", "13. Certification"),),
    ),
    "MU": MAURITIUS,
    "NI": MAURITIUS,
    "EC": MAURITIUS,
    "HN": MAURITIUS,
    "MV": MAURITIUS,
    "RS": Boxes(
        left=("1. Goods consigned from", "2. Goods consigned to", "3. Means of transport"),
        right=("4. For official use", "5. Remarks"),
        goods=goods(6, *SEVEN, "Gross", "Number and date"),
        below=((f"13. {DECLARED}", "14. Certification"),),
    ),
    "H": ECFA,
    "HM": replace(ECFA, left=("1.出口商", "2.生产商", "3.收货人", "4.运输方式及路线")),
    "RE": Boxes(
        left=(
            "1. Exporter",
            "2. Consignee",
            "3. Departure date",
            "5. Vessel",
            ("6. Place of loading", "7. Port of discharge"),
            ("8. Final destination", "9. Country of origin of goods"),
        ),
        right=("4. For certifying authority use only",),
        goods=goods(10, "Marks", "Number and kind", "H.S. code", "Quantity", "Number and date"),
        below=(("15. Certification",),),
        absent=("declaration by",),
    ),
    "PA": replace(
        C,
        below=(
            ("11. Country / territory of manufacture",),
            ("12. Processing / assembly in China", "13. Certification"),
        ),
    ),
    "EM": Boxes(
        left=("1. Consignor", "2. Consignee"),
        right=("3. Issuing authority", "4. Country of origin", "5. Remarks"),
        goods=("6. Item", "7. Gross"),
        below=(("8. Certification", "9. Reserved for"),),
        absent=("declaration by",),
    ),
    "TB": Boxes(
        left=("1. Exporter", "4. Consignee", "6. Means of transport"),
        right=("2. Certificate No.", "3. Issuing authority", "5."),
        goods=("7. Marks", "8. Gross", "9. Net"),
        below=(("10. Attestation",),),
        absent=("declaration by",),
    ),
}


@dataclass(frozen=True)
class Place:
    """Line and column of a caption in the text of the page."""

    line: int
    column: int


def places(text: str, caption: str) -> list[Place]:
    """Where a caption begins: at the start of a line, or after a gap."""
    pattern = re.compile(rf"(?:^|(?<=\s)){re.escape(caption)}", re.IGNORECASE)
    return [
        Place(number, match.start())
        for number, line in enumerate(text.splitlines())
        for match in pattern.finditer(line)
    ]


def row(text: str, captions: Row) -> list[Place]:
    """The places of captions that must stand beside each other in this order."""
    found = [places(text, caption) for caption in captions]
    lines = set.intersection(*({place.line for place in entry} for entry in found))
    assert lines, f"{captions} do not stand in one line: {found}"
    line = min(lines)
    row = [next(place for place in entry if place.line == line) for entry in found]
    columns = [place.column for place in row]
    assert columns == sorted(columns), f"{captions} stand at {columns}"
    return row


def rises(rows: list[list[Place]]) -> bool:
    lines = [row[0].line for row in rows]
    return lines == sorted(set(lines))


def test_the_table_has_every_form() -> None:
    assert set(FORMS) == set(originpress.forms())


@pytest.mark.parametrize("code", FORMS)
def test_the_boxes_are_numbered_without_gaps(code: str) -> None:
    """A check of the table itself: no box of the form is forgotten."""
    boxes = FORMS[code]
    rows = [*boxes.left, *boxes.right, *boxes.goods, *(c for line in boxes.below for c in line)]
    captions = [c for entry in rows for c in (entry if isinstance(entry, tuple) else (entry,))]
    numbers = sorted(int(n) for c in captions for n in re.findall(r"^(\d+)\.", c))
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("code", FORMS)
def test_captions_stand_in_order(renders: Renders, code: str) -> None:
    text = outside.layout_text(renders.file(code, 1, "full", "pdf"))[0]
    boxes = FORMS[code]
    left = [row(text, e if isinstance(e, tuple) else (e,)) for e in boxes.left]
    right = [row(text, (caption,)) for caption in boxes.right]
    head = row(text, boxes.goods)
    below = [row(text, captions) for captions in boxes.below]
    assert rises([*left, head, *below]), "from the top down"
    assert rises([*right, head]), "the right side from the top down"
    assert max(r[0].column for r in left) < min(r[0].column for r in right), "left and right"
    assert [w for w in boxes.absent if re.search(rf"\b{re.escape(w)}", text, re.IGNORECASE)] == []
