"""Signed PDFs before strangers: pyHanko, poppler, OpenSSL, qpdf and asn1crypto (issue 3, point 3).

The files are made by SigningTests, good ones and the attack corpus of our own check, from real
certificates. An exit code alone is never a verdict: see what each checker is asked for.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import originpress
import outside
import pytest
import signatures
from asn1crypto import core
from conftest import Renders
from gmssl import sm2, sm3
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator.errors import PathError
from signatures import PADES, Authority, attributes, distinguished, openssl, pdfsig, pyhanko

BASES = {"base-one": ("C", 1), "base-many": ("RCEP", 20)}
LEVELS = ["basic", "timestamped", "rsa", "longterm"]
# Each level on a short file and on a long one.
GOOD = [f"good-{base}-{level}.pdf" for base in BASES for level in LEVELS]
TESTS = [
    originpress.ROOT / ".build/debug/originpressPackageTests.xctest",
    "--testing-library",
    "swift-testing",
]


@pytest.fixture(scope="session")
def folder(renders: Renders) -> Path:
    """The folder with all signed files and the authority that they were signed under."""

    def make(into: Path) -> None:
        for name, (form, items) in BASES.items():
            source = renders.file(form, items, "full", "pdf")
            (into / f"{name}.pdf").write_bytes(source.read_bytes())
        done = subprocess.run(
            [*TESTS, "--filter", "SigningTests.(SampleTests|SealTests)"],
            cwd=originpress.ROOT,
            env={**os.environ, "ORIGINPRESS_SIGNING_FOLDER": str(into)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]

    return renders.once("signed", make)


@pytest.fixture(scope="session")
def authority(folder: Path) -> Authority:
    return Authority(folder / "root.pem", (folder / "root.crl", folder / "office.crl"))


@pytest.fixture(scope="session")
def database(authority: Authority, tmp_path_factory: pytest.TempPathFactory) -> str:
    return signatures.nss(authority.root, tmp_path_factory.mktemp("nss"))


# What is good.


@pytest.mark.parametrize("name", GOOD)
def test_pyhanko_accepts(folder: Path, authority: Authority, name: str) -> None:
    signatures.demand_pyhanko(authority, folder / name, "basic" not in name, "longterm" in name)


@pytest.mark.parametrize("name", GOOD)
def test_poppler_accepts(folder: Path, database: str, name: str) -> None:
    signatures.demand_poppler(database, folder / name, "longterm" in name)


@pytest.mark.parametrize("name", GOOD)
def test_openssl_accepts(folder: Path, authority: Authority, name: str, tmp_path: Path) -> None:
    assert openssl(authority, folder / name, tmp_path) == 0


@pytest.mark.parametrize("name", GOOD)
def test_profile_is_exact(folder: Path, name: str) -> None:
    signatures.demand_profile(folder / name, "basic" not in name, "longterm" in name)


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


def test_a_flipped_byte(
    folder: Path, authority: Authority, database: str, attack: str, tmp_path: Path
) -> None:
    pdf = folder / f"{attack}flipped.pdf"
    assert openssl(authority, pdf, tmp_path) != 0
    assert "Digest Mismatch" in pdfsig(database, pdf)
    status = pyhanko(authority, pdf)
    assert not status.intact and not status.bottom_line


@pytest.mark.parametrize("name", ["appended", "long-term-appended"])
def test_an_appended_revision(
    folder: Path, authority: Authority, database: str, attack: str, name: str
) -> None:
    pdf = folder / f"{attack}{name}.pdf"
    status = pyhanko(authority, pdf)
    assert not status.bottom_line and status.modification_level == ModificationLevel.OTHER
    assert "Total document signed" not in pdfsig(database, pdf)


def test_a_harmless_revision(
    folder: Path, authority: Authority, database: str, attack: str
) -> None:
    pdf = folder / f"{attack}harmless.pdf"
    assert "Total document signed" not in pdfsig(database, pdf)
    assert pyhanko(authority, pdf).coverage != SignatureCoverageLevel.ENTIRE_FILE


@pytest.mark.parametrize("name", ["shortened", "zeroed"])
def test_a_changed_range(
    folder: Path, authority: Authority, attack: str, name: str, tmp_path: Path
) -> None:
    pdf = folder / f"{attack}{name}.pdf"
    assert openssl(authority, pdf, tmp_path) != 0
    try:
        assert not pyhanko(authority, pdf).bottom_line
    except Exception as error:  # noqa: BLE001 - any refusal to read it will do
        assert "ange" in str(error) or "ffset" in str(error), error


def test_a_removed_signature(folder: Path, database: str, attack: str) -> None:
    pdf = folder / f"{attack}removed.pdf"
    assert "not contain any signatures" in pdfsig(database, pdf)
    assert not PdfFileReader(BytesIO(pdf.read_bytes())).embedded_regular_signatures


def test_a_revoked_certificate(folder: Path, authority: Authority, tmp_path: Path) -> None:
    pdf = folder / "attack-revoked.pdf"
    assert openssl(authority, pdf, tmp_path) == 0, "only the lists make it bad"
    assert openssl(authority, pdf, tmp_path, lists=True) != 0
    assert openssl(authority, folder / GOOD[0], tmp_path, lists=True) == 0
    try:
        status = pyhanko(authority, pdf)
        assert status.revoked and not status.bottom_line
    except PathError as error:
        assert "revoked" in str(error).lower()


def test_a_missing_attribute(
    folder: Path, authority: Authority, attack: str, tmp_path: Path
) -> None:
    pdf = folder / f"{attack}unnamed.pdf"
    assert openssl(authority, pdf, tmp_path) != 0
    assert set(attributes(pdf)[1]) != PADES


def test_an_extra_attribute(
    folder: Path, authority: Authority, attack: str, tmp_path: Path
) -> None:
    """Only the attribute list shows it: all other checkers pass a signing-time."""
    pdf = folder / f"{attack}signing-time.pdf"
    assert openssl(authority, pdf, tmp_path) == 0
    assert set(attributes(pdf)[1]) - PADES == {"signing_time"}


def test_another_certificate_named(
    folder: Path, authority: Authority, attack: str, tmp_path: Path
) -> None:
    assert openssl(authority, folder / f"{attack}other-certificate.pdf", tmp_path) != 0


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
