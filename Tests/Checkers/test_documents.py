"""Application, invoice and Japan's page of materials from the same certificate (S3-06, S3-32)."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import originpress
import outside
import pytest
from originpress import Outcome, squeezed
from test_places import colliding, outside_their_box

REFUSED = 1
PREVIEW = "非有效证书"
TITLES = {
    "application": "原产地证书申请书",
    "invoice": "COMMERCIAL INVOICE",
    "material": "日本进料信息",
}
# The material page goes with Form A to Japan only.
BESIDE = {
    "application": [("C", "DE"), ("RCEP", "JP"), ("H", "TW")],
    "invoice": [("C", "DE"), ("RCEP", "JP"), ("H", "TW")],
    "material": [("G", "JP")],
}
CASES = [
    (document, kind, country, items)
    for document, places in BESIDE.items()
    for kind, country in places
    for items in (1, 20)
]


def certificate(folder: Path, kind: str, country: str, items: int = 1) -> Path:
    file = folder / "certificate.json"
    words = ("sample", kind, "--items", str(items), "--destination", country)
    file.write_text(originpress.must(*words), encoding="utf-8")
    return file


def shown(certificate: dict[str, Any], document: str) -> list[str]:
    """What each document takes from the certificate as it is typed."""
    goods = [item["description"] for item in certificate["goods"]]
    invoices = [invoice["number"] for invoice in certificate["invoices"]]
    buyer = certificate.get("consignee", certificate.get("importer", {}))["name"]
    names = [certificate["exporter"]["name"], buyer, *goods]
    return names + (materials(certificate) if document == "material" else invoices)


def materials(certificate: dict[str, Any]) -> list[str]:
    """What Japan's page shows of the materials (S3-06)."""
    return [
        material[key]
        for material in certificate["materials"]
        for key in ("description", "hs", "supplier", "importDeclaration")
    ]


@pytest.mark.parametrize(("document", "kind", "country", "items"), CASES)
def test_texts_are_in_the_pdf(
    document: str, kind: str, country: str, items: int, tmp_path: Path
) -> None:
    file = certificate(tmp_path, kind, country, items)
    pdf = tmp_path / "page.pdf"
    originpress.must("render", file, "-o", pdf, "--document", document)
    outside.check_syntax(pdf)
    sheets = outside.text(pdf)
    text = squeezed("".join(sheets))
    assert squeezed(TITLES[document]) in squeezed(sheets[0])
    assert all(PREVIEW in squeezed(sheet) for sheet in sheets), "S3-34: each sheet is marked"
    content = json.loads(file.read_text(encoding="utf-8"))
    lost = [
        value
        for value in shown(content, document)
        if not all(squeezed(word) in text for word in value.split())
    ]
    assert lost == []


@pytest.mark.parametrize(("document", "kind", "country", "items"), CASES)
def test_texts_lie_in_their_boxes_and_apart(
    document: str, kind: str, country: str, items: int, tmp_path: Path
) -> None:
    file = certificate(tmp_path, kind, country, items)
    report = json.loads(originpress.must("pages", file, "--document", document))
    for page in map(originpress.page, report["pages"]):
        assert outside_their_box(page) == []
        assert colliding(page.data()) == []


@pytest.mark.parametrize(("kind", "country"), BESIDE["invoice"])
def test_the_invoice_is_evidence(kind: str, country: str, tmp_path: Path) -> None:
    """S2-95: each amount and their sum, whether or not the certificate shows them."""
    file, pdf = certificate(tmp_path, kind, country, 20), tmp_path / "invoice.pdf"
    originpress.must("render", file, "-o", pdf, "--document", "invoice")
    goods = json.loads(file.read_text(encoding="utf-8"))["goods"]
    amounts = [Decimal(str(item["fob"]["amount"])) for item in goods]
    text = squeezed("".join(outside.text(pdf)))
    wanted = [f"{goods[0]['fob']['currency']}{amount:.2f}" for amount in [*amounts, sum(amounts)]]
    assert [amount for amount in wanted if amount not in text] == []


def test_the_application_is_chinese(tmp_path: Path) -> None:
    """S3-32: the kind and the issuing body by their Chinese names, in an English kind too."""
    file, pdf = certificate(tmp_path, "C", "DE"), tmp_path / "application.pdf"
    originpress.must("render", file, "-o", pdf, "--document", "application")
    text = squeezed("".join(outside.text(pdf)))
    for words in ("一般原产地证书", "样例国际商会", "德国", "申请人声明", "2026年5月5日"):
        assert words in text


@pytest.mark.parametrize("document", ["application", "invoice"])
def test_long_texts_move_to_the_attachment(document: str, tmp_path: Path) -> None:
    file, pdf = certificate(tmp_path, "C", "DE", 3), tmp_path / "page.pdf"
    content = json.loads(file.read_text(encoding="utf-8"))
    remarks = [f"REMARK{number}" for number in range(200)]
    content["remarks"] = " ".join(remarks)
    file.write_text(json.dumps(content), encoding="utf-8")
    originpress.must("render", file, "-o", pdf, "--document", document)
    front, attachment = outside.text(pdf)
    assert "见附件" in front or "SEE ATTACHMENT" in front
    words = attachment.split()
    assert [word for word in remarks if word not in words] == []


def refused(outcome: Outcome, out: Path) -> str:
    assert outcome.code == REFUSED
    assert len(outcome.err.strip().splitlines()) == 1
    assert not out.exists()
    return outcome.err


@pytest.mark.parametrize("content", ["overlay", "blank"])
@pytest.mark.parametrize("document", ["application", "invoice", "material"])
def test_only_certificates_have_preprinted_stock(
    document: str, content: str, tmp_path: Path
) -> None:
    """S3-32, S3-33: standard format only, and never blank."""
    file, out = certificate(tmp_path, "G", "JP"), tmp_path / "page.pdf"
    words = ("render", file, "-o", out, "--document", document, "--content", content)
    assert document in refused(originpress.run(*words), out)


@pytest.mark.parametrize(("kind", "country"), [("C", "JP"), ("G", "DE"), ("RCEP", "JP")])
def test_only_form_a_to_japan_has_a_material_page(kind: str, country: str, tmp_path: Path) -> None:
    """S3-06."""
    file, out = certificate(tmp_path, kind, country), tmp_path / "page.pdf"
    outcome = originpress.run("render", file, "-o", out, "--document", "material")
    assert "destination" in refused(outcome, out)


def test_a_batch_names_the_line_that_has_none(tmp_path: Path) -> None:
    lines = [
        originpress.must("sample", "G", "--destination", country, "--count", "2").splitlines()[0]
        for country in ("JP", "DE")
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("\n".join(lines), encoding="utf-8")
    words = ("render", "--batch", batch, "-o", tmp_path / "out", "--document", "material")
    outcome = originpress.run(*words)
    assert outcome.code == REFUSED
    assert "batch.jsonl:2:" in outcome.err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["1.pdf"]


def test_layout_check_knows_the_documents() -> None:
    checked = json.loads(originpress.must("layout", "check", "--json"))["checked"]
    assert {"application 1", "invoice 1", "material 1"} <= set(checked)
