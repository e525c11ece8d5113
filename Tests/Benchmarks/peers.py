"""What other software takes for the work of our seals, codes and desk, in the same round.

pyHanko signs the same certificate at PAdES B-B and validates what it signed; python-cwt verifies a
COSE_Sign1 record of the same algorithm with OpenSSL; ipptool of CUPS sends the same certificate to
the same printer. None of them seals, looks into a register or keeps account of sheets.
"""

import datetime
import resource
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import cbor2
import cwt
from asn1crypto import keys, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

FILES, CODES, SHEETS = 20, 1000, 40
PRINT_TEST = "print-job.test"


@dataclass(frozen=True)
class Peers:
    """CPU seconds of one file, one code and one sheet."""

    sign: float
    verify: float
    sheet: float


def measured(pdf: Path, printer: str) -> Peers:
    """One round of all three."""
    return Peers(
        each(FILES, Signing(pdf).once),
        each(CODES, Verifying().once),
        each(SHEETS, lambda: send(pdf, printer)),
    )


def each(count: int, once: Callable[[], None]) -> float:
    """CPU seconds of one time, this process and what it started, after one for warmth."""
    once()
    started = spent()
    for _ in range(count):
        once()
    return (spent() - started) / count


def spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def send(pdf: Path, printer: str) -> None:
    command = ["ipptool", "-q", "-f", pdf, printer, PRINT_TEST]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)


class Signing:
    """A key of P-256 with a certificate of its own, and a file to sign."""

    def __init__(self, pdf: Path) -> None:
        self.bytes = pdf.read_bytes()
        key, certificate = issued()
        self.trust = ValidationContext(trust_roots=[certificate], allow_fetching=False)
        store = SimpleCertificateStore.from_certs([certificate])
        self.signer = signers.SimpleSigner(certificate, key, store)
        self.metadata = signers.PdfSignatureMetadata(
            field_name="Seal", md_algorithm="sha256", subfilter=fields.SigSeedSubFilter.PADES
        )

    def once(self) -> None:
        signer = signers.PdfSigner(self.metadata, self.signer)
        signed: BytesIO = signer.sign_pdf(IncrementalPdfFileWriter(BytesIO(self.bytes)))
        [found] = PdfFileReader(signed).embedded_signatures
        status = validate_pdf_signature(found, self.trust)
        assert status.bottom_line, status.pretty_print_details()


class Verifying:
    """A signed record of about the size of ours."""

    def __init__(self) -> None:
        private = ec.generate_private_key(ec.SECP256R1())
        form, plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        pem = private.private_bytes(serialization.Encoding.PEM, form, plain)
        self.key = cwt.COSEKey.from_pem(pem, kid=b"2026", alg="ES256")
        record = {number: "26C4403A0002/00001" for number in range(1, 9)}
        self.code = cwt.COSE.new().encode_and_sign(
            cbor2.dumps(record), self.key, protected={"alg": "ES256", "kid": b"2026"}
        )

    def once(self) -> None:
        cbor2.loads(cwt.COSE.new().decode(self.code, self.key))


def issued() -> tuple[keys.PrivateKeyInfo, x509.Certificate]:
    """A key and a certificate that it signed itself, as pyHanko takes them."""
    private = ec.generate_private_key(ec.SECP256R1())
    name = certificates.Name([certificates.NameAttribute(NameOID.COMMON_NAME, "Bench")])
    now = datetime.datetime.now(datetime.UTC)
    usage = certificates.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    made = (
        certificates.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    der, plain = serialization.Encoding.DER, serialization.NoEncryption()
    key = private.private_bytes(der, serialization.PrivateFormat.PKCS8, plain)
    return keys.PrivateKeyInfo.load(key), x509.Certificate.load(made.public_bytes(der))
