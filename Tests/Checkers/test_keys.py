"""The keys of a site: OpenSSL and cryptography read what `originpress keys` made."""

import base64
import datetime
import hashlib
import json
import os
import pty
import stat
from pathlib import Path

import cbor2
import jsonschema
import originpress
import pytest
import yaml
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)
from outside import call
from test_credentials import PAYLOAD, code

PASSWORD = "correct horse battery"
TODAY = datetime.date.today()
EPOCH = datetime.date(2020, 1, 1)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the keys of a demonstration."""
    monkeypatch.setenv("ORIGINPRESS_KEY_PASSWORD", PASSWORD)
    originpress.must("keys", "init", "--data", tmp_path, "--demonstration")
    return tmp_path


def keys(folder: Path, *words: object) -> dict:
    return json.loads(originpress.must("keys", *words, "--data", folder, "--json"))


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def opened(file: Path, password: str = PASSWORD) -> dict:
    """The secrets of a ring, by the format's description alone."""
    ring = json.loads(file.read_text())
    assert ring["derivation"] == "scrypt N=32768 r=8 p=1" and ring["cipher"] == "AES-256-GCM"
    salt, nonce, contents = (base64.b64decode(ring[k]) for k in ("salt", "nonce", "contents"))
    derived = Scrypt(salt=salt, length=64, n=1 << 15, r=8, p=1).derive(password.encode())
    assert hashlib.sha256(derived[32:]).digest() == base64.b64decode(ring["check"])
    head = {key: value for key, value in ring.items() if key != "contents"}
    return json.loads(AESGCM(derived[:32]).decrypt(nonce, contents, canonical(head)))


def record_key(folder: Path) -> ec.EllipticCurvePrivateKey:
    secret = base64.b64decode(opened(folder / "keys/ring.json")["records"][-1])
    return ec.derive_private_key(int.from_bytes(secret), ec.SECP256R1())


def raw(key: ed25519.Ed25519PrivateKey) -> bytes:
    return key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)


def test_the_ring_opens_by_its_description(data: Path) -> None:
    secrets = opened(data / "keys/ring.json")
    assert secrets["domain"] == "check.example.org"
    listed = json.loads((data / "keys/keylist.json").read_text())
    root = ed25519.Ed25519PrivateKey.from_private_bytes(base64.b64decode(secrets["root"]))
    assert base64.b64decode(listed["root"]).endswith(raw(root))
    log = ed25519.Ed25519PrivateKey.from_private_bytes(base64.b64decode(secrets["log"]))
    name, _, public = (data / "keys/log.pub").read_text().strip().split("+", 2)
    assert (name, base64.b64decode(public)) == (secrets["origin"], b"\x01" + raw(log))
    own = record_key(data).public_key()
    spki = own.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert [entry["spki"] for entry in listed["list"]["keys"]] == [base64.b64encode(spki).decode()]
    assert len({secrets[k] for k in ("root", "log", "checkCode", "image")}) == 4
    with pytest.raises(AssertionError):
        opened(data / "keys/ring.json", "another password")


def test_the_list_is_signed_by_its_root_through_every_change(data: Path) -> None:
    first = keys(data, "list")
    fingerprint = first["keys"][0]["fingerprint"]
    roots = set()
    for step in (["list"], ["rotate", "record"],
                 ["revoke", "record", fingerprint[:8], "--from", str(TODAY)]):  # fmt: skip
        shown = keys(data, *step)
        listed = json.loads((data / "keys/keylist.json").read_text())
        root = load_der_public_key(base64.b64decode(listed["root"]))
        message = b"originpress/key-list/v1\n" + canonical(listed["list"])
        root.verify(base64.b64decode(listed["signature"]), message)
        with pytest.raises(InvalidSignature):
            root.verify(base64.b64decode(listed["signature"]), message + b" ")
        roots.add(shown["root"])
        assert shown["version"] == listed["list"]["version"]
        assert hashlib.sha256(base64.b64decode(listed["root"])).hexdigest() == shown["root"]
    assert len(roots) == 1
    last = keys(data, "list")
    assert [entry["state"] for entry in last["keys"]] == ["revoked", "serving"]
    assert (first["version"], last["version"]) == (1, 3)
    assert last["keys"][0]["fingerprint"] == fingerprint


def verified(text: str, folder: Path) -> str:
    done = originpress.run("verify", text, "--keys", folder / "keys/keylist.json", "--json")
    return json.loads(done.out)["answer"]


def test_records_outlive_a_rotation_but_not_a_revocation(data: Path) -> None:
    payload = PAYLOAD | {5: (TODAY - EPOCH).days}
    assert len(cbor2.dumps(payload)) > 100
    old = code(payload, record_key(data))
    assert verified(old, data) == "signed"
    keys(data, "rotate", "record")
    new = code(payload, record_key(data))
    assert (verified(old, data), verified(new, data)) == ("signed", "signed")
    fingerprint = keys(data, "list")["keys"][0]["fingerprint"]
    keys(data, "revoke", "record", fingerprint, "--from", str(TODAY))
    assert (verified(old, data), verified(new, data)) == ("expired-key", "signed")


def test_openssl_reads_the_encrypted_key_files(data: Path) -> None:
    folder = data / "keys"
    password = data / "password"
    password.write_text(PASSWORD + "\n")
    for key, certificate in (("pdf.key", "pdf.pem"), ("authority/root.key", "trust.pem")):
        text = (folder / key).read_text()
        assert text.startswith("-----BEGIN ENCRYPTED PRIVATE KEY-----")
        assert stat.S_IMODE((folder / key).stat().st_mode) == 0o600
        own = call("openssl", "pkey", "-in", folder / key, "-passin", f"file:{password}", "-pubout")
        assert own == call("openssl", "x509", "-in", folder / certificate, "-noout", "-pubkey")
        with pytest.raises(ValueError):
            load_pem_private_key(text.encode(), b"another password")
    call("openssl", "verify", "-x509_strict", "-CAfile", folder / "trust.pem", folder / "pdf.pem")
    call("openssl", "verify", "-purpose", "timestampsign", "-CAfile", folder / "trust.pem",
         folder / "authority/stamper.pem")  # fmt: skip
    for name in ("pdf.pem", "trust.pem", "authority/stamper.pem"):
        subject = x509.load_pem_x509_certificate((folder / name).read_bytes()).subject
        assert "NOT VALID" in subject.rfc4514_string()
    plain = [path for path in folder.rglob("*") if path.suffix in {".plain", ".part", ".log"}]
    assert plain == []


def test_everything_can_sign_or_says_why_not(data: Path) -> None:
    assert keys(data, "check") == {"ready": True, "level": "B-T"}
    (data / "keys/pdf.key").write_bytes((data / "keys/authority/root.key").read_bytes())
    done = originpress.run("keys", "check", "--data", data, "--json")
    assert (done.code, "signing.key-mismatch" in done.err) == (3, True)
    (data / "keys/pdf.key").unlink()
    done = originpress.run("keys", "check", "--data", data, "--json")
    assert (done.code, "office.key-file" in done.err) == (3, True)


def test_nothing_is_overwritten(data: Path) -> None:
    before = {path: path.read_bytes() for path in (data / "keys").rglob("*") if path.is_file()}
    for words in ([], ["--demonstration"], ["--origin", "other.example.org"]):
        done = originpress.run("keys", "init", "--data", data, *words)
        assert (done.code, "never overwritten" in done.err) == (3, True)
    after = {path: path.read_bytes() for path in (data / "keys").rglob("*") if path.is_file()}
    assert before == after


def test_the_password_comes_from_a_file_or_a_variable(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ORIGINPRESS_KEY_PASSWORD")
    rotate = ("keys", "rotate", "record", "--data", data)
    done = originpress.run(*rotate, terminal=False)
    assert (done.code, "--password-file" in done.err) == (1, True)
    file = data / "password"
    for text, expected in ((PASSWORD + "\r\nmore\n", 0), ("", 1), ("\n" + PASSWORD, 1), ("no", 3)):
        file.write_text(text)
        assert originpress.run(*rotate, "--password-file", file).code == expected, repr(text)
    # The file comes before the variable.
    monkeypatch.setenv("ORIGINPRESS_KEY_PASSWORD", PASSWORD)
    assert originpress.run(*rotate, "--password-file", file).code == 3
    assert originpress.run(*rotate).code == 0
    assert originpress.run(*rotate, "--password-file", data / "nowhere").code == 1


def typed(*arguments: str | Path, lines: list[str]) -> tuple[int, str]:
    """Runs the program on a terminal and answers each question with a line."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(originpress.PROGRAM, [str(part) for part in (originpress.PROGRAM, *arguments)])
    seen = b""
    waiting = list(lines)
    while True:
        try:
            piece = os.read(terminal, 1024)
        except OSError:  # the other side is closed
            break
        if not piece:
            break
        seen += piece
        if waiting and seen.count(b": ") > len(lines) - len(waiting):
            os.write(terminal, waiting.pop(0).encode() + b"\n")
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), seen.decode()


def test_a_terminal_asks_twice_for_a_new_password_and_shows_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    init = ("keys", "init", "--data", tmp_path, "--home", originpress.ROOT)
    status, shown = typed(*init, lines=[PASSWORD, PASSWORD + "x"])
    assert (status, "passwords differ" in shown) == (1, True)
    status, shown = typed(*init, lines=["short", "short"])
    assert (status, "the password is short" in shown) == (1, True)
    assert not (tmp_path / "keys").exists()
    status, shown = typed(*init, lines=[PASSWORD, PASSWORD])
    assert status == 0, shown
    assert PASSWORD not in shown
    assert opened(tmp_path / "keys/ring.json")["records"]


GOOD = [
    {},
    {"pdf": {"level": "B-B"}},
    {"pdf": {"file": "a.key", "certificate": "a.pem", "trust": ["r.pem"], "revoked": ["r.crl"]}},
    {"pdf": {"module": "/m.so", "token": "t", "key": "k"}, "record": {"file": "r.key"}},
    {"record": {"service": "https://k.example/", "key": "k", "token-file": "t", "public": "p"}},
    {"pdf": {"service": "https://k.example/", "key": "k", "algorithm": "rsa"}},
    {"pdf": {"level": "B-LT", "revoked": ["r.crl"], "timestamp": "http://t.example/"}},
]
BAD = [
    [],
    {"root": {}},
    {"record": {}},
    {"pdf": {"level": "B-C"}},
    {"pdf": {"trust": []}},
    {"pdf": {"file": "a", "module": "/m.so", "token": "t", "key": "k"}},
    {"pdf": {"module": "/m.so", "token": "t"}},
    {"pdf": {"file": "a", "key": "k"}},
    {"pdf": {"token": "t"}},
    {"record": {"service": "https://k.example/"}},
    {"record": {"service": "https://k.example/", "key": "k", "algorithm": "rsa"}},
    {"record": {"service": "https://k.example/", "key": "k", "token": "t"}},
    {"pdf": {"timestamp": "ftp://t.example/"}},
    {"pdf": {"revoked": "r.crl"}},
]


@pytest.mark.parametrize("section", GOOD + BAD)
def test_schema_and_program_agree_on_the_section(
    section: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORIGINPRESS_KEY_PASSWORD", PASSWORD)
    schema = json.loads(originpress.must("schema", "site"))
    site = yaml.safe_load((originpress.ROOT / "Layouts/policy/site.yaml").read_text())
    site = json.loads(json.dumps(site | {"keys": section}, default=str))
    accepts = jsonschema.Draft202012Validator(schema).is_valid(site)
    for name in ("Layouts/policy", "Fonts", "printers"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "Layouts/policy/site.yaml").write_text(json.dumps(site, ensure_ascii=False))
    done = originpress.run(
        "keys", "check", "--home", tmp_path, "--data", tmp_path / "data", terminal=False
    )
    # A section that is read leads on to what is missing next: the PIN or the ring.
    is_read = "has no keys yet" in done.err or "--module-pin-file" in done.err
    assert accepts == is_read == (section in GOOD), done.err
