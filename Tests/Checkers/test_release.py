"""Released originals before strangers: signature, code, text, seals and log (issue 3).

The files are what `issue` made; expected values are worked out here from the certificate's JSON.
"""

import base64
import datetime
import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import cbor2
import cwt
import merkle
import numpy as np
import originpress
import outside
import pymerkle
import pytest
import releases
import signatures
import yaml
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)
from originpress import ROOT, Frame
from PIL import Image
from pyhanko.pdf_utils.reader import PdfFileReader
from releases import ALL, FILES, KEPT, Released

EPOCH = datetime.date(2020, 1, 1)
WEIGHTS = {"KG": 1000, "KGS": 1000, "KGM": 1000, "千克": 1000, "公斤": 1000}


@pytest.fixture(scope="module")
def database(released: Released, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An NSS database that trusts the demonstration's root and nothing else."""
    return signatures.nss(released.authority.root, tmp_path_factory.mktemp("nss"))


# The signature.


@pytest.mark.parametrize("name", ALL)
def test_strangers_accept_the_signature(
    released: Released, database: str, name: str, tmp_path: Path
) -> None:
    """Whole file, nothing may change, trusted time stamp, exact profile, clean syntax."""
    pdf = released.pdf(name)
    signatures.demand_pyhanko(released.authority, pdf)
    signatures.demand_poppler(database, pdf)
    signatures.demand_profile(pdf)
    assert signatures.openssl(released.authority, pdf, tmp_path) == 0
    outside.check_syntax(pdf)


@pytest.mark.parametrize("name", ALL)
def test_the_file_is_the_one_that_was_logged(released: Released, name: str) -> None:
    digest = hashlib.sha256(released.pdf(name).read_bytes()).hexdigest()
    report = released.report(name)
    assert digest == report["sha256"]
    assert report["state"] == ("issued" if name in FILES else "released")
    release, sealed = (released.office.entries()[index] for index in report["logEntries"])
    assert (release["event"], sealed["event"]) == ("release", "sealed")
    assert sealed["details"]["file"] == digest
    for entry in (release, sealed):
        for key in ("number", "serial", "output", "contentHash"):
            assert entry["details"][key] == report[key]
    used = {key[5:]: seal for key, seal in release["details"].items() if key.startswith("seal:")}
    assert used == report["seals"]


# The code.


def drawn(pdf: Path, dpi: int, into: Path, pages: int = 99) -> list[Path]:
    """Pictures of the first pages, by poppler."""
    outside.call("pdftoppm", "-r", str(dpi), "-l", str(pages), "-png", pdf, into / "page")
    return sorted(into.glob("page-*.png"))


def payload(code: str, keys: Path) -> dict[int, Any]:
    """The record of a code, after cwt has verified it with a key of the published list."""
    published = json.loads((keys / "keylist.json").read_text())
    body = json.dumps(published["list"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    root = load_der_public_key(base64.b64decode(published["root"]))
    signature = base64.b64decode(published["signature"])
    root.verify(signature, b"originpress/key-list/v1\n" + body.encode())
    domain, _, text = code.rpartition("/V/")
    assert domain == f"HTTPS://{published['list']['domain'].upper()}"
    raw = base64.b32decode(text + "=" * (-len(text) % 8))
    named = cbor2.loads(cbor2.loads(raw)[0])[4]
    (entry,) = [k for k in published["list"]["keys"] if k["fingerprint"].startswith(named.hex())]
    public = load_der_public_key(base64.b64decode(entry["spki"]))
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    signed = cwt.COSE.new().decode(b"\xd2" + raw, cwt.COSEKey.from_pem(pem, kid=named))
    assert cbor2.dumps(cbor2.loads(signed), canonical=True) == signed
    return cbor2.loads(signed)


def days(date: str) -> int:
    return (datetime.date.fromisoformat(date) - EPOCH).days


def expected(certificate: dict[str, Any], report: dict[str, Any]) -> dict[int, Any]:
    """The fields of the record by sealing.md 6.2, but for the value, from the contents alone."""
    goods = certificate["goods"]
    invoice = certificate["invoices"][0]
    codes = dict.fromkeys(int(item["hs"][:6]) for item in goods if "hs" in item)
    fields = {
        1: certificate["number"],
        2: report["serial"],
        3: certificate["form"],
        4: "0000S0",
        5: days(certificate["issue"]["date"]),
        6: certificate.get("destination"),
        7: certificate["exporter"]["name"].encode()[:40].decode(errors="ignore"),
        8: invoice["number"],
        9: days(invoice["date"]),
        13: len(goods),
        14: list(codes)[:3],
        15: [0, 0],
        16: bytes.fromhex(report["contentHash"])[:16],
    }
    weights = [item.get("grossWeight") for item in goods]
    if all(weight and weight["unit"] in WEIGHTS for weight in weights):
        total = sum(Decimal(str(w["value"])) * WEIGHTS[w["unit"]] for w in weights)
        fields[12] = int(total)
    return {key: value for key, value in fields.items() if value is not None}


@pytest.mark.parametrize("name", ALL)
def test_the_printed_code_says_what_the_certificate_says(
    released: Released, name: str, tmp_path: Path
) -> None:
    report = released.report(name)
    fronts = [Image.open(path) for path in drawn(released.pdf(name), 200, tmp_path)]
    by_zxing = [{code.text for code in zxingcpp.read_barcodes(image)} for image in fronts]
    assert by_zxing[0] == {report["code"]} and set().union(*by_zxing) == {report["code"]}
    first = sorted(tmp_path.glob("page-*.png"))[0]
    assert outside.decoded_by_zbar(first) == {report["code"]}
    fields = payload(report["code"], released.keys)
    money = {key: fields.pop(key) for key in (10, 11) if key in fields}
    assert fields == expected(released.certificate(name), report)
    assert not money or (isinstance(money[10], int) and re.fullmatch("[A-Z]{3}", money[11]))


@pytest.mark.parametrize("name", ALL)
def test_numbers_are_printed_as_text(released: Released, name: str) -> None:
    """Number, serial, check code and domain stand beside the code, on the first page."""
    report = released.report(name)
    front = outside.layout_text(released.pdf(name))[0]
    text = originpress.squeezed(front)
    assert report["number"] in text and report["serial"] in text
    assert releases.check_code(released.pdf(name))
    assert "HTTPS://CHECK.EXAMPLE.ORG/" in text.upper()
    assert "非有效证书" not in text and "NOTVALID" not in text.upper()


def test_check_codes_differ(released: Released) -> None:
    assert len({releases.check_code(released.pdf(name)) for name in ALL}) == len(ALL)


# The seals.


def images(pdf: Path) -> list[list[str]]:
    lines = outside.call("pdfimages", "-list", pdf).decode().splitlines()[2:]
    return [line.split() for line in lines]


def masks(pdf: Path) -> dict[int, int]:
    """How many masks lie on each page."""
    count: dict[int, int] = {}
    for row in images(pdf):
        if row[2] in ("smask", "stencil"):
            count[int(row[0])] = count.get(int(row[0]), 0) + 1
    return count


def places() -> dict[str, Frame]:
    """The places of seals on the front of RCEP, from the layout's file."""
    (path,) = (ROOT / "Layouts" / "RCEP").glob("*/layout.yaml")
    front = yaml.safe_load(path.read_text())["front"]
    return {place["role"]: Frame(*place["frame"]) for place in front["seals"]}


def inked(image: np.ndarray, frame: Frame, dpi: int) -> dict[str, float]:
    """The share of red, blue and dark pixels in a frame."""
    scale = dpi / 25.4
    rows = slice(int(frame.y * scale), int(frame.bottom * scale))
    columns = slice(int(frame.x * scale), int(frame.right * scale))
    red, green, blue = (image[rows, columns, i].astype(int) for i in range(3))
    return {
        "red": float(((red > green + 80) & (red > blue + 80)).mean()),
        "blue": float(((blue > red + 60) & (blue > green + 30)).mean()),
        "dark": float(((red < 90) & (green < 90) & (blue < 90)).mean()),
    }


def pixels(path: Path) -> np.ndarray:
    return np.asarray(Image.open(path).convert("RGB"))


@pytest.mark.parametrize("name", ["japan", "australia", "vietnam", "long"])
def test_seals_stand_at_their_places(released: Released, name: str, tmp_path: Path) -> None:
    preview = tmp_path / "preview.pdf"
    originpress.must("render", released.draft(name), "-o", preview)
    for folder in ("sealed", "plain"):
        (tmp_path / folder).mkdir()
    sealed = pixels(drawn(released.pdf(name), 100, tmp_path / "sealed", 1)[0])
    plain = pixels(drawn(preview, 100, tmp_path / "plain", 1)[0])
    for role, frame in places().items():
        after, before = inked(sealed, frame, 100), inked(plain, frame, 100)
        if role.endswith("-seal"):
            assert after["red"] > 0.08 and before["red"] == 0, (role, after)
        elif role == "signatory-signature":
            assert after["blue"] > 0.02 and before["blue"] == 0, (role, after)
        else:
            assert after["dark"] > before["dark"] + 0.02, (role, after, before)
    away = Frame(20, 40, 150, 150)
    assert inked(sealed, away, 100)["red"] == 0


def test_the_straddle_seal_runs_over_all_sheets(released: Released, tmp_path: Path) -> None:
    """骑缝章: each front has a strip at the right edge, no back; together they are the seal."""
    pdf = released.pdf("long")
    count = masks(pdf)
    pages = len(outside.text(pdf))
    fronts = set(range(1, pages + 1, 2))
    assert set(count) == fronts and set(count.values()) == {5}
    strips = [row for row in images(pdf) if row[2] == "smask"][4::5]
    whole = [row for row in images(pdf) if row[2] == "smask"][2]
    assert sum(int(row[3]) for row in strips) == int(whole[3])
    assert {row[4] for row in strips} == {whole[4]}
    edge = Frame(203.5, 60, 6, 170)
    for page, path in enumerate(drawn(pdf, 100, tmp_path), 1):
        red = inked(pixels(path), edge, 100)["red"]
        assert (red > 0.01) == (page in fronts), (page, red)


@pytest.mark.parametrize("name", ALL)
def test_pages_are_those_of_the_preview(released: Released, name: str, tmp_path: Path) -> None:
    """As many sides, back pages too; the preview bears no seal, no record and no signature."""
    preview = tmp_path / "preview.pdf"
    originpress.must("render", released.draft(name), "-o", preview)
    assert len(outside.text(preview)) == len(outside.text(released.pdf(name)))
    assert not images(preview)
    with preview.open("rb") as file:
        assert not PdfFileReader(file).embedded_signatures
    assert b"/Sig" not in preview.read_bytes()
    record = released.report(name)["code"].rsplit("/", 1)[1]
    for picture in drawn(preview, 200, tmp_path, 3):
        shown = {code.text for code in zxingcpp.read_barcodes(Image.open(picture))}
        assert not any("/V/" in text and len(text) > 100 for text in shown)
        assert not any(record in text for text in shown)
    assert "非有效证书" in originpress.squeezed("".join(outside.text(preview)))


def test_wet_ink_leaves_the_places_empty(released: Released, tmp_path: Path) -> None:
    """S2-128: hands seal these; the file has its code and an invisible signature."""
    pdf = released.pdf("wet")
    assert released.report("wet")["seals"] == {} and not images(pdf)
    page = pixels(drawn(pdf, 100, tmp_path)[0])
    assert all(inked(page, frame, 100)["red"] == 0 for frame in places().values())
    with pdf.open("rb") as file:
        (signature,) = PdfFileReader(file).embedded_regular_signatures
        box = [float(value) for value in signature.sig_field["/Rect"]]
    assert box[0] == box[2] and box[1] == box[3]


@pytest.mark.parametrize("name", ["japan", "long", *(n for n in KEPT if n != "wet")])
def test_the_signature_lies_over_the_issuers_seal(released: Released, name: str) -> None:
    with released.pdf(name).open("rb") as file:
        (signature,) = PdfFileReader(file).embedded_regular_signatures
        left, bottom, right, top = (float(v) for v in signature.sig_field["/Rect"])
    mm = 25.4 / 72
    assert abs((right - left) * mm - 45) < 1.5 and abs((top - bottom) * mm - 45) < 1.5


# The log.


def prove(released: Released, *words: str | int) -> dict[str, Any]:
    return json.loads(released.office.must("log", "prove", *map(str, words), "--json"))


def test_both_entries_of_every_release_are_in_the_log(released: Released) -> None:
    """Proofs of the program against the tree that pymerkle makes of the same journal."""
    tree, events = merkle.tree(released.office.data)
    size = len(events)
    note = (released.office.data / "log" / "checkpoint").read_text()
    assert merkle.stated(note.splitlines()) == (size, tree.get_root(size))
    for name in ALL:
        for index in released.report(name)["logEntries"]:
            proof = prove(released, index)
            theirs = tree.prove_inclusion(index + 1, size)
            pymerkle.verify_inclusion(bytes.fromhex(proof["leaf"]), tree.get_root(size), theirs)
            assert {h.hex() for h in theirs.path} == {*proof["path"], proof["leaf"]}
            assert proof["index"] == index


def test_the_checkpoint_is_signed_and_continues_the_older_one(released: Released) -> None:
    key = base64.b64decode((released.keys / "log.pub").read_text().strip().split("+", 2)[2])
    public = ed25519.Ed25519PublicKey.from_public_bytes(key[1:])
    states = []
    for path in (released.folder / "checkpoint-before", released.office.data / "log/checkpoint"):
        text, _, signatures = path.read_text().partition("\n\n")
        signed = base64.b64decode(signatures.split()[-1])
        public.verify(signed[4:], f"{text}\n".encode())
        with pytest.raises(InvalidSignature):
            public.verify(signed[4:], f"{text}0\n".encode())
        states.append(merkle.stated(text.splitlines()))
    (older, old_root), (newer, new_root) = states
    path = [bytes.fromhex(digest) for digest in prove(released, "--from", older)["path"]]
    assert 0 < older < newer
    assert merkle.continues(older, newer, old_root, new_root, path)
    assert not merkle.continues(older, newer, new_root, new_root, path)
    against = released.folder / "checkpoint-before"
    assert released.office.run("log", "verify", "--against", against).code == 0
