"""Signed PDFs before strangers: pyHanko, poppler, OpenSSL, qpdf and asn1crypto (issue 3, point 3).

The files are made by SigningTests, good ones and the attack corpus of our own check, from real
certificates. An exit code alone is never a verdict: see what each checker is asked for.
"""

import hashlib
import os
import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import originpress
import outside
import pytest
from asn1crypto import cms, core, crl, x509
from conftest import Renders
from gmssl import sm2, sm3
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError

BASES = {"base-one": ("C", 1), "base-many": ("RCEP", 20)}
LEVELS = ["basic", "timestamped", "rsa", "longterm"]
# Each level on a short file and on a long one.
GOOD = [f"good-{base}-{level}.pdf" for base in BASES for level in LEVELS]
PADES = {"content_type", "message_digest", "signing_certificate_v2"}
SWIFT_FLAGS = ["--explicit-target-dependency-import-check", "error", "--disable-xctest"]


@pytest.fixture(scope="session")
def folder(renders: Renders) -> Path:
    """The folder with all signed files and the authority that they were signed under."""

    def make(into: Path) -> None:
        for name, (form, items) in BASES.items():
            source = renders.file(form, items, "full", "pdf")
            (into / f"{name}.pdf").write_bytes(source.read_bytes())
        done = subprocess.run(
            ["swift", "test", *SWIFT_FLAGS, "--filter", "SigningTests.(SampleTests|SealTests)"],
            cwd=originpress.ROOT,
            env={**os.environ, "ORIGINPRESS_SIGNING_FOLDER": str(into)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]

    return renders.once("signed", make)


@pytest.fixture(scope="session")
def database(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """An NSS database that trusts our test root and nothing else."""
    place = tmp_path_factory.mktemp("nss")
    name = f"sql:{place}"
    outside.call("certutil", "-N", "-d", name, "--empty-password")
    outside.call(
        "certutil", "-A", "-d", name, "-n", "root", "-t", "CT,C,C", "-i", folder / "root.pem"
    )
    return name


# What is read from a file, without any of our code.


def contents(pdf: Path) -> tuple[bytes, bytes, list[int]]:
    """The signature, the signed bytes and the byte range of a file, by its own words."""
    data = pdf.read_bytes()
    found = re.search(rb"/ByteRange \[([0-9 ]+)\]", data)
    assert found, "no byte range"
    span = [int(number) for number in found.group(1).split()]
    gap = data[span[1] : span[2]]
    assert re.fullmatch(rb"<[0-9a-f]+>", gap), gap[:20]
    padded = bytes.fromhex(gap[1:-1].decode())
    length = int.from_bytes(padded[2:4], "big") + 4
    assert padded[:2] == b"\x30\x82" and not any(padded[length:])
    return padded[:length], data[: span[1]] + data[span[2] : span[2] + span[3]], span


def openssl(folder: Path, pdf: Path, into: Path, lists: bool = False) -> int:
    """The exit code of OpenSSL's verification with CAdES rules, perhaps with the lists."""
    signature, signed, _ = raw_contents(pdf)
    (into / "signature").write_bytes(signature)
    (into / "signed").write_bytes(signed)
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER"]
    command += ["-in", into / "signature", "-content", into / "signed", "-out", "/dev/null"]
    trusted = (folder / "root.pem").read_bytes()
    for name in ISSUERS if lists else []:
        path = folder / f"{name}.crl"
        trusted += outside.call("openssl", "crl", "-inform", "DER", "-in", path)
    (into / "trusted.pem").write_bytes(trusted)
    command += ["-purpose", "any", "-CAfile", into / "trusted.pem"]
    command += ["-crl_check"] if lists else []
    return subprocess.run(command, capture_output=True, check=False).returncode


def raw_contents(pdf: Path) -> tuple[bytes, bytes, list[int]]:
    """As ``contents``, but of a file whose range may be wrong."""
    data = pdf.read_bytes()
    found = re.search(rb"/ByteRange \[([0-9 ]+)\] /Contents <([0-9a-f]+)>", data)
    assert found, "no signature"
    a, b, c, d = (int(number) for number in found.group(1).split())
    padded = bytes.fromhex(found.group(2).decode())
    length = int.from_bytes(padded[2:4], "big") + 4
    return padded[:length], data[a : a + b] + data[c : c + d], [a, b, c, d]


def pdfsig(database: str, pdf: Path) -> str:
    """What poppler says; its exit code is 0 even for a digest that does not match."""
    done = subprocess.run(
        ["pdfsig", "-nssdir", database, str(pdf)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def pyhanko(folder: Path, pdf: Path, revoked: bool = True) -> PdfSignatureStatus:
    """pyHanko's strict status of the only signature; `revoked` makes it look at the lists."""
    lists = [crl.CertificateList.load((folder / f"{n}.crl").read_bytes()) for n in ISSUERS]
    context = ValidationContext(
        trust_roots=[load_cert_from_pemder(str(folder / "root.pem"))],
        crls=lists,
        revocation_mode="require" if revoked else "soft-fail",
        allow_fetching=False,
    )
    reader = PdfFileReader(BytesIO(pdf.read_bytes()), strict=True)
    (signature,) = reader.embedded_regular_signatures
    return validate_pdf_signature(signature, context, ts_validation_context=context)


ISSUERS = ["root", "office"]


def distinguished(data: bytes, start: int = 0) -> int:
    """The end of a value whose lengths are definite and as short as can be, as DER asks."""
    tag, length, start = data[start], data[start + 1], start + 2
    if length >= 0x80:
        count = length & 0x7F
        length = int.from_bytes(data[start : start + count], "big")
        start += count
        assert count > 0 and length >= max(0x80, 1 << 8 * (count - 1))
    end = start + length
    while tag & 0x20 and start < end:
        start = distinguished(data, start)
    assert not tag & 0x20 or start == end
    return end


def attributes(pdf: Path) -> tuple[cms.SignedData, list[str]]:
    signature, _, _ = raw_contents(pdf)
    info = cms.ContentInfo.load(signature, strict=True)
    assert distinguished(signature) == len(signature)
    names = [a["type"].native for a in info["content"]["signer_infos"][0]["signed_attrs"]]
    return info["content"], names


# What is good.


@pytest.mark.parametrize("name", GOOD)
def test_pyhanko_accepts(folder: Path, name: str) -> None:
    status = pyhanko(folder, folder / name)
    assert status.bottom_line and status.docmdp_ok, status.pretty_print_details()
    if "longterm" in name:
        assert status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        assert status.modification_level == ModificationLevel.LTA_UPDATES
    else:
        assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        assert status.modification_level == ModificationLevel.NONE
    timestamp = status.timestamp_validity
    assert (timestamp is None) == ("basic" in name)
    assert timestamp is None or (timestamp.valid and timestamp.trusted)


@pytest.mark.parametrize("name", GOOD)
def test_poppler_accepts(folder: Path, database: str, name: str) -> None:
    said = pdfsig(database, folder / name)
    assert "Signature is Valid." in said and "Certificate is Trusted." in said, said
    assert said.count("Signature #") == 1
    # A B-LT file has one more revision, which poppler does not tell from any other.
    assert ("Total document signed" in said) == ("longterm" not in name), said


@pytest.mark.parametrize("name", GOOD)
def test_openssl_accepts(folder: Path, name: str, tmp_path: Path) -> None:
    assert openssl(folder, folder / name, tmp_path) == 0


@pytest.mark.parametrize("name", GOOD)
def test_profile_is_exact(folder: Path, name: str) -> None:
    """No checker tests the whole profile: attributes, algorithms, encoding, gap and range."""
    pdf = folder / name
    signature, signed, span = contents(pdf)
    data = pdf.read_bytes()
    end = span[2] + span[3]
    assert span[0] == 0 and data[:end].endswith(b"%%EOF\n")
    assert (end == len(data)) == ("longterm" not in name)
    message, names = attributes(pdf)
    assert sorted(names) == sorted(PADES)
    (signer,) = message["signer_infos"]
    assert signer["digest_algorithm"]["algorithm"].native == "sha256"
    assert message["encap_content_info"]["content"].native is None
    values = {a["type"].native: a["values"][0] for a in signer["signed_attrs"]}
    assert values["message_digest"].native == hashlib.sha256(signed).digest()
    certificates = [c.chosen for c in message["certificates"]]
    named = values["signing_certificate_v2"]["certs"][0]["cert_hash"].native
    (own,) = [c for c in certificates if hashlib.sha256(c.dump()).digest() == named]
    assert signer["sid"].chosen["serial_number"].native == own.serial_number
    assert isinstance(own, x509.Certificate)
    unsigned = [a["type"].native for a in signer["unsigned_attrs"]]
    assert unsigned == ([] if "basic" in name else ["signature_time_stamp_token"])
    assert b"/SubFilter /ETSI.CAdES.detached" in data


@pytest.mark.parametrize("name", GOOD)
def test_file_is_clean_and_looks_the_same(folder: Path, name: str, tmp_path: Path) -> None:
    pdf = folder / name
    outside.check_syntax(pdf)
    base = folder / (re.sub(r"^good-|-[a-z]+\.pdf$", "", name) + ".pdf")
    draw = [outside.drawn_by_poppler, outside.drawn_by_mupdf]
    for number, drawn in enumerate(draw):
        pictures = []
        for which, path in (("before", base), ("after", pdf)):
            into = tmp_path / f"{which}-{number}"
            into.mkdir()
            pictures.append(drawn(path, 100, into))
        before, after = pictures
        assert len(before) == len(after) > 0
        for one, other in zip(before, after, strict=True):
            assert (one == other).all()


# What is bad: each attack and the checkers that must find it.


@pytest.fixture(params=list(BASES))
def attack(request: pytest.FixtureRequest, folder: Path) -> Iterator[str]:
    yield f"attack-{request.param}-"


def test_a_flipped_byte(folder: Path, database: str, attack: str, tmp_path: Path) -> None:
    pdf = folder / f"{attack}flipped.pdf"
    assert openssl(folder, pdf, tmp_path) != 0
    assert "Digest Mismatch" in pdfsig(database, pdf)
    status = pyhanko(folder, pdf)
    assert not status.intact and not status.bottom_line


@pytest.mark.parametrize("name", ["appended", "long-term-appended"])
def test_an_appended_revision(folder: Path, database: str, attack: str, name: str) -> None:
    pdf = folder / f"{attack}{name}.pdf"
    status = pyhanko(folder, pdf)
    assert not status.bottom_line and status.modification_level == ModificationLevel.OTHER
    assert "Total document signed" not in pdfsig(database, pdf)


def test_a_harmless_revision(folder: Path, database: str, attack: str) -> None:
    pdf = folder / f"{attack}harmless.pdf"
    assert "Total document signed" not in pdfsig(database, pdf)
    assert pyhanko(folder, pdf).coverage != SignatureCoverageLevel.ENTIRE_FILE


@pytest.mark.parametrize("name", ["shortened", "zeroed"])
def test_a_changed_range(folder: Path, attack: str, name: str, tmp_path: Path) -> None:
    pdf = folder / f"{attack}{name}.pdf"
    assert openssl(folder, pdf, tmp_path) != 0
    try:
        assert not pyhanko(folder, pdf).bottom_line
    except Exception as error:  # noqa: BLE001 - any refusal to read it will do
        assert "ange" in str(error) or "ffset" in str(error), error


def test_a_removed_signature(folder: Path, database: str, attack: str) -> None:
    pdf = folder / f"{attack}removed.pdf"
    assert "not contain any signatures" in pdfsig(database, pdf)
    assert not PdfFileReader(BytesIO(pdf.read_bytes())).embedded_regular_signatures


def test_a_revoked_certificate(folder: Path, tmp_path: Path) -> None:
    pdf = folder / "attack-revoked.pdf"
    assert openssl(folder, pdf, tmp_path) == 0, "only the lists make it bad"
    assert openssl(folder, pdf, tmp_path, lists=True) != 0
    assert openssl(folder, folder / GOOD[0], tmp_path, lists=True) == 0
    try:
        status = pyhanko(folder, pdf)
        assert status.revoked and not status.bottom_line
    except PathError as error:
        assert "revoked" in str(error).lower()


def test_a_missing_attribute(folder: Path, attack: str, tmp_path: Path) -> None:
    pdf = folder / f"{attack}unnamed.pdf"
    assert openssl(folder, pdf, tmp_path) != 0
    assert set(attributes(pdf)[1]) != PADES


def test_an_extra_attribute(folder: Path, attack: str, tmp_path: Path) -> None:
    """Only the attribute list shows it: all other checkers pass a signing-time."""
    pdf = folder / f"{attack}signing-time.pdf"
    assert openssl(folder, pdf, tmp_path) == 0
    assert set(attributes(pdf)[1]) - PADES == {"signing_time"}


def test_another_certificate_named(folder: Path, attack: str, tmp_path: Path) -> None:
    assert openssl(folder, folder / f"{attack}other-certificate.pdf", tmp_path) != 0


# The national seal, read by asn1crypto and verified by gmssl.


def members(data: bytes) -> list[bytes]:
    """The encodings of a sequence's members."""
    result, rest = [], core.Sequence.load(data, strict=True).contents
    while rest:
        end = distinguished(rest)
        result.append(rest[:end])
        rest = rest[end:]
    return result


def sm2_valid(certificate: bytes, data: bytes, signature: bytes) -> bool:
    """Whether the certificate's key signed the data, by gmssl with the default identity."""
    key = members(members(members(certificate)[0])[6])[1]
    point = core.BitString.load(key).contents[2:]
    numbers = core.Sequence.load(signature)
    pair = b"".join(
        core.Integer.load(part).native.to_bytes(32, "big") for part in members(numbers.dump())
    )
    return sm2.CryptSM2(public_key=point.hex(), private_key=None, asn1=False).verify_with_sm3(
        pair.hex(), data
    )


def test_the_electronic_seal(folder: Path) -> None:
    to_sign, signer, algorithm, signature = members((folder / "sealed.ses").read_bytes())
    version, seal, _, digest, _ = members(to_sign)
    assert core.Integer.load(version).native == 4
    assert core.ObjectIdentifier.load(algorithm).native == "1.2.156.10197.1.501"
    data = list((folder / "sealed.pdf").read_bytes())
    assert core.BitString.load(digest).contents[1:].hex() == sm3.sm3_hash(data)
    certificate = core.OctetString.load(signer).native
    assert sm2_valid(certificate, to_sign, core.BitString.load(signature).contents[1:])
    assert not sm2_valid(certificate, to_sign + b"x", core.BitString.load(signature).contents[1:])
    information, maker, _, proof = members(seal)
    assert core.OctetString.load(maker).native == (folder / "maker.der").read_bytes()
    maker_bytes = core.OctetString.load(maker).native
    assert sm2_valid(maker_bytes, information, core.BitString.load(proof).contents[1:])
    listed = members(members(information)[2])[3]
    assert [core.OctetString.load(one).native for one in members(listed)] == [certificate]
