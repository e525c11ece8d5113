"""Attacks on released originals, before `originpress verify`: each gets its answer (sealing.md 4).

Files, codes and logs are spoiled here by other people's tools; only the genuine file is valid.
"""

import base64
import json
import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import cbor2
import demoroot
import office as founding
import originpress
import pytest
from conftest import Renders
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from office import Office
from pyhanko.pdf_utils.generic import NameObject, StreamObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore
from releases import FILES, KEPT, Released, check_code
from signatures import raw_contents


def verify(office: Office, *words: str | Path) -> tuple[int, dict[str, Any]]:
    done = office.run("verify", *words, "--json")
    assert done.code in (0, 1), done.err
    return done.code, json.loads(done.out)


def refused(office: Office, answer: str, *words: str | Path) -> dict[str, Any]:
    code, said = verify(office, *words)
    assert (code, said["answer"], said["valid"]) == (1, answer, False), said
    return said


# What is genuine.


@pytest.mark.parametrize("name", FILES)
def test_a_handed_out_file_is_valid(released: Released, name: str) -> None:
    code, said = verify(released.office, released.pdf(name))
    assert (code, said["answer"], said["valid"]) == (0, "valid", True)
    report = released.report(name)
    fields = {field["name"]: field["value"] for field in said["fields"]}
    assert (fields["number"], fields["serial"]) == (report["number"], report["serial"])
    assert verify(released.office, report["code"]) == (code, said)
    signed, offline = verify(
        released.office, report["code"], "--keys", released.keys / "keylist.json"
    )
    assert (signed, offline["answer"], offline["fields"]) == (0, "signed", said["fields"])
    trusted, alone = verify(released.office, released.pdf(name), "--trust", released.authority.root)
    assert (trusted, alone["answer"]) == (0, "signed")


@pytest.mark.parametrize("name", KEPT)
def test_what_has_not_left_is_not_yet_issued(released: Released, name: str) -> None:
    refused(released.office, "not-yet-issued", released.pdf(name))
    refused(released.office, "not-yet-issued", released.report(name)["code"])


# The file.


def flipped(data: bytes) -> bytes:
    """One bit of the first page's stream."""
    place = data.index(b"stream\n") + 40
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def repainted(data: bytes) -> bytes:
    """Another revision, in which the first page is blank."""
    writer = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    page[NameObject("/Contents")] = writer.add_object(StreamObject(stream_data=b""))
    writer.update_container(page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def shortened(data: bytes) -> bytes:
    """A byte range that leaves the file's last 10 bytes out."""

    def change(found: re.Match[bytes]) -> bytes:
        return found[1] + str(int(found[2]) - 10).encode().rjust(len(found[2]), b"0")

    return re.sub(rb"(/ByteRange \[\d+ \d+ \d+ )(\d+)", change, data)


def zeroed(data: bytes) -> bytes:
    return re.sub(
        rb"(/ByteRange \[)([0-9 ]+)", lambda m: m[1] + re.sub(rb"[1-9]", b"0", m[2]), data
    )


def unsigned(data: bytes) -> bytes:
    """Without the revision that holds the signature."""
    return data[: data.index(b"%%EOF") + 6]


def with_zero_signature(data: bytes) -> bytes:
    signature = re.search(rb"/Contents <([0-9a-f]+)>", data)
    assert signature
    return data.replace(signature[1], b"0" * len(signature[1]))


def with_another_moment(data: bytes) -> bytes:
    """The signature's own dictionary, outside of the page's content."""
    return re.sub(rb"(/M <443a)32", rb"\g<1>31", data, count=1)


ATTACKS = {
    "flipped": (flipped, "digest"),
    "repainted": (repainted, None),
    "appended": (lambda data: data + b"\n", None),
    "comment appended": (lambda data: data + b"% nothing\n", None),
    "cut": (lambda data: data[:-7], None),
    "shortened": (shortened, None),
    "zeroed": (zeroed, None),
    "unsigned": (unsigned, None),
    "zero signature": (with_zero_signature, None),
    "another moment": (with_another_moment, "digest"),
    "empty": (lambda _: b"", None),
    "no PDF": (lambda _: b"HTTPS://CHECK.EXAMPLE.ORG/V/AAAA", None),
}


@pytest.mark.parametrize("name", ["australia", "long"])
@pytest.mark.parametrize("attack", ATTACKS)
def test_a_changed_file_is_altered(
    released: Released, name: str, attack: str, tmp_path: Path
) -> None:
    change, fault = ATTACKS[attack]
    good = released.pdf(name).read_bytes()
    spoiled = change(good)
    assert spoiled != good
    path = tmp_path / "spoiled.pdf"
    path.write_bytes(spoiled)
    said = refused(released.office, "altered", path)
    assert said["fault"].startswith("signing."), said
    assert fault is None or fault in said["fault"], said
    alone = refused(released.office, "altered", path, "--trust", released.authority.root)
    assert alone["fault"] == said["fault"]


def resigned(released: Released, certificate: bytes, key: ec.EllipticCurvePrivateKey) -> bytes:
    """The pages signed anew by pyHanko, as PAdES wants it."""
    from asn1crypto import keys as keys_of
    from asn1crypto import pem, x509

    raw = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = signers.SimpleSigner(
        signing_cert=x509.Certificate.load(pem.unarmor(certificate)[2]),
        signing_key=keys_of.PrivateKeyInfo.load(raw),
        cert_registry=SimpleCertificateStore(),
    )
    meta = signers.PdfSignatureMetadata(
        field_name="Seal", certify=True, subfilter=fields.SigSeedSubFilter.PADES
    )
    pages = IncrementalPdfFileWriter(BytesIO(unsigned(released.pdf("australia").read_bytes())))
    return signers.PdfSigner(meta, signer).sign_pdf(pages).getvalue()


def test_a_file_signed_by_a_stranger(released: Released, tmp_path: Path) -> None:
    """A forger's own authority of the same name."""
    forger = Office(tmp_path / "data")
    forger.must("keys", "init", "--demonstration")
    key = ec.generate_private_key(ec.SECP256R1())
    path = tmp_path / "forged.pdf"
    path.write_bytes(resigned(released, demoroot.certify(forger, key.public_key()), key))
    refused(released.office, "altered", path)


def test_a_file_signed_with_the_stolen_key_alone(released: Released, tmp_path: Path) -> None:
    """By the site's own signer, but never logged: it is not valid, whatever else is said of it."""
    keys = released.keys
    key = load_pem_private_key((keys / "pdf.key").read_bytes(), founding.PASSWORD.encode())
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    path = tmp_path / "stolen.pdf"
    path.write_bytes(resigned(released, (keys / "pdf.pem").read_bytes(), key))
    code, said = verify(released.office, path)
    assert code == 1 and said["answer"] in ("unknown", "altered"), said


@pytest.fixture(scope="module")
def thief(renders: Renders, released: Released) -> Path:
    """Who stole all keys and issues with them, with a register and a log of their own."""

    def make(into: Path) -> None:
        copied = released.office.copy(into / "data")
        draft = founding.certificate(into / "c.json", "RCEP", "JP", 1, mark="STOLEN")
        copied.approve(draft)
        done = copied.issue(draft, "-o", into / "c.pdf")
        assert done.code == 0, done.err
        (into / "issued.json").write_text(done.out)

    return renders.once("thief", make)


def test_all_keys_stolen_is_still_unknown(released: Released, thief: Path) -> None:
    """sealing.md 7.5: well signed by every key, but not in the log."""
    report = json.loads((thief / "issued.json").read_text())
    said = refused(released.office, "unknown", thief / "c.pdf")
    assert said["fields"] == []
    assert refused(released.office, "unknown", report["code"])["fields"] == []
    assert verify(Office(thief / "data"), thief / "c.pdf")[0] == 0
    code, alone = verify(released.office, thief / "c.pdf", "--trust", released.authority.root)
    assert (code, alone["answer"]) == (0, "signed"), "only the log tells"


def test_a_revoked_certificate_shows_on_what_is_not_logged(
    released: Released, thief: Path, tmp_path: Path
) -> None:
    """What was logged before stays valid, whatever viewers say (sealing.md 7.7)."""
    copied = released.office.copy(tmp_path / "data")
    demoroot.revoke(copied)
    home = founding.home(tmp_path / "home", "keys: {pdf: {revoked: [revoked.crl]}}\n")
    site = Office(copied.data, home)
    said = refused(site, "altered", thief / "c.pdf")
    assert "revoked" in said["fault"], said
    assert verify(site, released.pdf("japan"))[0] == 0


# The code.


def text_of(raw: bytes, like: str) -> str:
    head = like.rpartition("/V/")[0]
    return f"{head}/V/{base64.b32encode(raw).decode().rstrip('=')}"


def raw_of(code: str) -> bytes:
    text = code.rpartition("/V/")[2]
    return base64.b32decode(text + "=" * (-len(text) % 8))


def test_a_changed_character_of_the_code(released: Released) -> None:
    code = released.report("japan")["code"]
    start = code.index("/V/") + 3
    for place in range(start, len(code), 37):
        other = "B" if code[place] != "B" else "C"
        _, said = verify(released.office, code[:place] + other + code[place + 1 :])
        assert said["answer"] in ("altered", "unreadable", "unknown-key"), (place, said)
        assert not said["valid"] and said["fields"] == []


@pytest.mark.parametrize("field", [1, 2, 3, 5, 6, 7, 8, 12, 13, 16])
def test_an_altered_field_of_the_record(released: Released, field: int) -> None:
    """The same key and signature around other values."""
    code = released.report("japan")["code"]
    parts = cbor2.loads(raw_of(code))
    record = cbor2.loads(parts[2])
    value = record[field]
    record[field] = value + 1 if isinstance(value, int) else value[:-1] + type(value)(value[:1])
    if record[field] == value:
        record[field] = value[:-1]
    parts[2] = cbor2.dumps(record, canonical=True)
    refused(released.office, "altered", text_of(cbor2.dumps(parts), code))


def test_other_peoples_codes(released: Released, tmp_path: Path) -> None:
    code = released.report("japan")["code"]
    refused(released.office, "wrong-domain", code.replace("EXAMPLE", "EXAMPIE"))
    refused(released.office, "unreadable", "HTTPS://CHECK.EXAMPLE.ORG/V/" + "A" * 200)
    forger = Office(tmp_path / "data")
    forger.must("keys", "init")
    refused(forger, "unknown-key", code, "--keys", forger.data / "keys" / "keylist.json")


def test_a_code_swapped_onto_another_file(released: Released) -> None:
    """A genuine code says what it was made for: its fields are not those of another paper."""
    _, said = verify(released.office, released.report("japan")["code"])
    shown = {field["name"]: field["value"] for field in said["fields"]}
    other = released.certificate("australia")
    assert shown["number"] != other["number"]
    assert (
        shown["exporter"] != other["exporter"]["name"][:40]
        or shown["invoice"] != (other["invoices"][0]["number"])
    )


# Numbers.


def test_numbers_typed_from_the_paper(released: Released) -> None:
    report, code = released.report("japan"), check_code(released.pdf("japan"))
    typed = [report["number"], "--serial", report["serial"], "--code"]
    for written in (code, code.lower(), f"{code[:3]}-{code[3:]}"):
        status, said = verify(released.office, *typed, written)
        assert (status, said["answer"], said["fields"]) == (0, "valid", [])
    other = released.report("australia")
    wrong = "2" + code[1:] if code[0] != "2" else "3" + code[1:]
    answers = [
        refused(released.office, "unknown", *words)
        for words in (
            [*typed, wrong],
            [*typed, "what?"],
            [*typed, check_code(released.pdf("australia"))],
            [report["number"], "--serial", other["serial"], "--code", code],
            [other["number"], "--serial", report["serial"], "--code", code],
            ["26RC1100B0001/99999", "--serial", "CCPIT000000099999", "--code", code],
        )
    ]
    assert all(answer == answers[0] for answer in answers), "one answer for every failure"


def test_a_regenerated_original(released: Released, tmp_path: Path) -> None:
    """S2-48: same number, new serial; the older print is no longer valid in any way of asking."""
    copied = released.office.copy(tmp_path / "data")
    old, code = released.report("general"), check_code(released.pdf("general"))
    new = json.loads(copied.must("regenerate", released.draft("general"), "--json"))
    assert new["number"] == old["number"] and new["serial"] > old["serial"]
    gone = "serial-no-longer-valid"
    refused(copied, gone, old["code"])
    refused(copied, gone, released.pdf("general"))
    refused(copied, gone, old["number"], "--serial", old["serial"], "--code", code)
    refused(copied, "not-yet-issued", new["code"])
    done = copied.run("regenerate", released.draft("japan"), "--as-file")
    assert done.code == 1, "what was handed out is never made anew"


# The log.


def spoiled_log(released: Released, folder: Path, change: str) -> Office:
    """A copy of the office in whose journal the file entry of `japan` was edited or dropped."""
    copied = released.office.copy(folder / "data")
    journal = copied.data / "log" / "journal"
    lines = journal.read_bytes().splitlines(keepends=True)
    index = released.report("japan")["logEntries"][1]
    digest = released.report("japan")["sha256"].encode()
    assert digest in lines[index]
    if change == "edited":
        lines[index] = lines[index].replace(digest, b"0" * 64)
    elif change == "salted":
        lines[index] = re.sub(rb"^(\d+) [0-9a-f]{64}", rb"\g<1> " + b"0" * 64, lines[index])
    else:
        del lines[index]
    journal.write_bytes(b"".join(lines))
    return copied


@pytest.mark.parametrize("change", ["edited", "salted", "dropped"])
def test_a_spoiled_log_entry(released: Released, change: str, tmp_path: Path) -> None:
    """The entry is named, the certificate is not valid any more, and nothing more is released."""
    copied = spoiled_log(released, tmp_path, change)
    index = released.report("japan")["logEntries"][1]
    done = copied.run("log", "verify")
    assert done.code == 1 and f"entry {index} " in done.err, done.err
    for subject in (released.pdf("japan"), released.report("japan")["code"]):
        code, said = verify(copied, subject)
        assert code == 1 and said["answer"] in ("unknown", "altered"), said
    draft = founding.certificate(tmp_path / "c.json", "RCEP", "JP", 1, mark="LATER")
    copied.approve(draft)
    done = copied.issue(draft, "-o", tmp_path / "c.pdf")
    assert done.code == 3 and not (tmp_path / "c.pdf").exists(), done.out
    assert (copied.data / "log" / "checkpoint").read_bytes() == (
        released.office.data / "log" / "checkpoint"
    ).read_bytes()


def test_no_log_at_all(released: Released, tmp_path: Path) -> None:
    copied = released.office.copy(tmp_path / "data")
    shutil.rmtree(copied.data / "log")
    refused(copied, "unknown", released.report("japan")["code"])
    code, said = verify(copied, released.pdf("japan"))
    assert code == 1 and not said["valid"], said


def test_a_signature_moved_to_another_file(released: Released, tmp_path: Path) -> None:
    """The signature of one original in the place of another's."""
    theirs, _, _ = raw_contents(released.pdf("vietnam"))
    data = released.pdf("australia").read_bytes()
    found = re.search(rb"/Contents <([0-9a-f]+)>", data)
    assert found and len(theirs) * 2 <= len(found[1])
    moved = theirs.hex().encode().ljust(len(found[1]), b"0")
    path = tmp_path / "moved.pdf"
    path.write_bytes(data.replace(found[1], moved))
    said = refused(released.office, "altered", path)
    assert originpress.run("verify", path, "--trust", released.authority.root).code == 1
    assert said["fault"].startswith("signing.")
