"""What strangers say of a signed PDF: pyHanko, poppler, OpenSSL, asn1crypto; none of our code.

An exit code alone is never a verdict: see what each checker is asked for.
"""

import hashlib
import re
import subprocess
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import outside
from asn1crypto import cms, crl, x509
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

PADES = {"content_type", "message_digest", "signing_certificate_v2"}


@dataclass(frozen=True)
class Authority:
    """Whom the checkers trust, and the revocation lists at hand."""

    root: Path
    lists: tuple[Path, ...] = ()


def nss(root: Path, place: Path) -> str:
    """An NSS database that trusts the root and nothing else, for pdfsig."""
    name = f"sql:{place}"
    outside.call("certutil", "-N", "-d", name, "--empty-password")
    outside.call("certutil", "-A", "-d", name, "-n", "root", "-t", "CT,C,C", "-i", root)
    return name


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


def raw_contents(pdf: Path) -> tuple[bytes, bytes, list[int]]:
    """As ``contents``, but of a file whose range may be wrong."""
    data = pdf.read_bytes()
    found = re.search(rb"/ByteRange \[([0-9 ]+)\] /Contents <([0-9a-f]+)>", data)
    assert found, "no signature"
    a, b, c, d = (int(number) for number in found.group(1).split())
    padded = bytes.fromhex(found.group(2).decode())
    length = int.from_bytes(padded[2:4], "big") + 4
    return padded[:length], data[a : a + b] + data[c : c + d], [a, b, c, d]


def openssl(authority: Authority, pdf: Path, into: Path, lists: bool = False) -> int:
    """The exit code of OpenSSL's verification with CAdES rules, perhaps with the lists."""
    signature, signed, _ = raw_contents(pdf)
    (into / "signature").write_bytes(signature)
    (into / "signed").write_bytes(signed)
    command = ["openssl", "cms", "-verify", "-cades", "-binary", "-inform", "DER"]
    command += ["-in", into / "signature", "-content", into / "signed", "-out", "/dev/null"]
    trusted = authority.root.read_bytes()
    for path in authority.lists if lists else ():
        trusted += outside.call("openssl", "crl", "-inform", "DER", "-in", path)
    (into / "trusted.pem").write_bytes(trusted)
    command += ["-purpose", "any", "-CAfile", into / "trusted.pem"]
    command += ["-crl_check"] if lists else []
    return subprocess.run(command, capture_output=True, check=False).returncode


def pdfsig(database: str, pdf: Path) -> str:
    """What poppler says; its exit code is 0 even for a digest that does not match."""
    done = subprocess.run(
        ["pdfsig", "-nssdir", database, str(pdf)], capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def pyhanko(authority: Authority, pdf: Path) -> PdfSignatureStatus:
    """pyHanko's strict status of the only signature; it demands the lists that there are."""
    context = ValidationContext(
        trust_roots=[load_cert_from_pemder(str(authority.root))],
        crls=[crl.CertificateList.load(path.read_bytes()) for path in authority.lists],
        revocation_mode="require" if authority.lists else "soft-fail",
        allow_fetching=False,
    )
    reader = PdfFileReader(BytesIO(pdf.read_bytes()), strict=True)
    (signature,) = reader.embedded_regular_signatures
    return validate_pdf_signature(signature, context, ts_validation_context=context)


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
    """The signed message, read strictly, with the names of its signed attributes."""
    signature, _, _ = raw_contents(pdf)
    info = cms.ContentInfo.load(signature, strict=True)
    assert distinguished(signature) == len(signature)
    names = [a["type"].native for a in info["content"]["signer_infos"][0]["signed_attrs"]]
    return info["content"], names


# What every good file has to pass.


def demand_pyhanko(
    authority: Authority, pdf: Path, timestamped: bool = True, longterm: bool = False
) -> None:
    status = pyhanko(authority, pdf)
    assert status.bottom_line and status.docmdp_ok, status.pretty_print_details()
    if longterm:
        assert status.coverage == SignatureCoverageLevel.ENTIRE_REVISION
        assert status.modification_level == ModificationLevel.LTA_UPDATES
    else:
        assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
        assert status.modification_level == ModificationLevel.NONE
    timestamp = status.timestamp_validity
    assert (timestamp is not None) == timestamped
    assert timestamp is None or (timestamp.valid and timestamp.trusted)


def demand_poppler(database: str, pdf: Path, longterm: bool = False) -> None:
    said = pdfsig(database, pdf)
    assert "Signature is Valid." in said and "Certificate is Trusted." in said, said
    assert said.count("Signature #") == 1
    # A B-LT file has one more revision, which poppler does not tell from any other.
    assert ("Total document signed" in said) == (not longterm), said


def demand_profile(pdf: Path, timestamped: bool = True, longterm: bool = False) -> None:
    """No checker tests the whole profile: attributes, algorithms, encoding, gap and range."""
    _, signed, span = contents(pdf)
    data = pdf.read_bytes()
    end = span[2] + span[3]
    assert span[0] == 0 and data[:end].endswith(b"%%EOF\n")
    assert (end == len(data)) == (not longterm)
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
    assert unsigned == (["signature_time_stamp_token"] if timestamped else [])
    assert b"/SubFilter /ETSI.CAdES.detached" in data
