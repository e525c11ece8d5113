"""Certificates and revocation lists of an office's demonstration authority, by cryptography."""

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key
from office import PASSWORD, Office

DAY = datetime.timedelta(days=1)


def root(office: Office) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    folder = office.data / "keys" / "authority"
    key = load_pem_private_key((folder / "root.key").read_bytes(), PASSWORD.encode())
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    return x509.load_pem_x509_certificate((folder / "root.pem").read_bytes()), key


def certify(
    office: Office, public: ec.EllipticCurvePublicKey, days: tuple[int, int] = (-1, 365)
) -> bytes:
    """A certificate of a signer by the office's root, good from a day until another, as PEM."""
    issuer, key = root(office)
    now = datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "ANOTHER SIGNER - NOT VALID")])
    builder = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer.subject)
        .public_key(public)
        .serial_number(77)
        .not_valid_before(now + days[0] * DAY)
        .not_valid_after(now + days[1] * DAY)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key()), critical=False
        )
    )
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM)


def usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True, content_commitment=True, key_encipherment=False,
        data_encipherment=False, key_agreement=False, key_cert_sign=False, crl_sign=False,
        encipher_only=False, decipher_only=False,
    )  # fmt: skip


def signer(office: Office) -> x509.Certificate:
    """The certificate that the office signs files with."""
    return x509.load_pem_x509_certificate((office.data / "keys" / "pdf.pem").read_bytes())


def expire(office: Office) -> None:
    """Gives the office's own key a certificate that ended yesterday."""
    public = signer(office).public_key()
    assert isinstance(public, ec.EllipticCurvePublicKey)
    (office.data / "keys" / "pdf.pem").write_bytes(certify(office, public, (-100, -1)))


def revoke(office: Office, name: str = "revoked.crl") -> Path:
    """Puts a list beside the keys that names the office's certificate as revoked."""
    issuer, key = root(office)
    now = datetime.datetime.now(datetime.UTC)
    entry = (
        x509.RevokedCertificateBuilder()
        .serial_number(signer(office).serial_number)
        .revocation_date(now - DAY)
        .build()
    )
    listed = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(issuer.subject)
        .last_update(now - DAY)
        .next_update(now + 30 * DAY)
        .add_revoked_certificate(entry)
        .sign(key, hashes.SHA256())
    )
    path = office.data / "keys" / name
    path.write_bytes(listed.public_bytes(Encoding.DER))
    return path
