"""Records of strangers before our check, and our log before a stranger's Merkle tree."""

import base64
import datetime
import hashlib
import json
import random
from pathlib import Path

import cbor2
import cwt
import originpress
import pymerkle
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from merkle import continues

DAY = datetime.date(2026, 3, 2)
EPOCH = datetime.date(2020, 1, 1)
PAYLOAD = {
    1: "26C1100B0001/00123",
    2: "CCPIT000000000123",
    3: "C",
    4: "0000S0",
    5: (DAY - EPOCH).days,
    6: "JP",
    7: "NINGBO EXPORT CO., LTD.",
    8: "INV-1",
    9: (DAY - EPOCH).days,
    12: 1_250_500,
    13: 2,
    14: [10121, 847989],
    15: [0, 0],
    16: bytes(range(16)),
}


def spki(key: ec.EllipticCurvePublicKey | ed25519.Ed25519PublicKey) -> bytes:
    return key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)


def key_list(root: ed25519.Ed25519PrivateKey, *keys: bytes) -> dict:
    names = {91: "ES256", 44: "EdDSA"}
    body = {
        "domain": "check.example.org",
        "version": 1,
        "day": "2026-03-01",
        "keys": [
            {
                "algorithm": names[len(key)],
                "fingerprint": hashlib.sha256(key).hexdigest(),
                "spki": base64.b64encode(key).decode(),
                "from": "2026-01-01",
                "until": "2026-12-31",
            }
            for key in keys
        ],
    }
    canonical = json.dumps(body, sort_keys=True, separators=(",", ":")).encode()
    signature = root.sign(b"originpress/key-list/v1\n" + canonical)
    return {
        "list": body,
        "root": base64.b64encode(spki(root.public_key())).decode(),
        "signature": base64.b64encode(signature).decode(),
    }


def code(payload: dict, private: ec.EllipticCurvePrivateKey, alg: str = "ES256") -> str:
    kid = hashlib.sha256(spki(private.public_key())).digest()[:4]
    key = cwt.COSEKey.from_pem(
        private.private_bytes(
            Encoding.PEM,
            PrivateFormat.PKCS8,
            NoEncryption(),
        ),
        kid=kid,
        alg=alg,
    )
    encoded = cwt.COSE.new().encode_and_sign(
        cbor2.dumps(payload, canonical=True), key, protected={"alg": alg, "kid": kid}
    )
    parts = cbor2.loads(encoded).value
    raw = cbor2.dumps(parts)
    return "HTTPS://CHECK.EXAMPLE.ORG/V/" + base64.b32encode(raw).decode().rstrip("=")


@pytest.fixture
def keys(tmp_path: Path) -> tuple[ec.EllipticCurvePrivateKey, Path]:
    private = ec.generate_private_key(ec.SECP256R1())
    path = tmp_path / "keylist.json"
    root = ed25519.Ed25519PrivateKey.generate()
    path.write_text(json.dumps(key_list(root, spki(private.public_key()))))
    return private, path


def verify(text: str, keys: Path) -> tuple[int, dict]:
    done = originpress.run("verify", text, "--keys", keys, "--json")
    return done.code, json.loads(done.out)


def test_a_record_signed_by_cwt_is_genuine(keys: tuple) -> None:
    private, path = keys
    status, answer = verify(code(PAYLOAD, private), path)
    assert (status, answer["answer"]) == (0, "signed")
    values = {field["name"]: field["value"] for field in answer["fields"]}
    assert values["number"] == "26C1100B0001/00123"
    assert values["hsCodes"] == "010121, 847989"
    assert values["grossWeight"] == "1250.5 KG"
    assert values["issued"] == "2026-03-02"
    assert "value" not in values


def test_what_is_not_ours_is_refused_with_its_reason(keys: tuple) -> None:
    private, path = keys
    good = code(PAYLOAD, private)
    stranger = ec.generate_private_key(ec.SECP256R1())
    late = PAYLOAD | {5: (datetime.date(2027, 1, 1) - EPOCH).days}
    cases = {
        "unknown-key": code(PAYLOAD, stranger),
        "expired-key": code(late, private),
        "wrong-domain": good.replace("EXAMPLE", "EVIL"),
        "unreadable": good + "A",
        "altered": code(PAYLOAD | {10: 0.5}, private),  # well signed, but no record of version 1
    }
    for reason, text in cases.items():
        status, answer = verify(text, path)
        assert (status, answer["answer"]) == (1, reason)


def journal(count: int) -> list[tuple[bytes, bytes]]:
    dice = random.Random(count)
    return [
        (
            dice.randbytes(32),
            json.dumps(
                {"details": {"number": f"N{i}"}, "event": "release", "time": 1780000000 + i},
                separators=(",", ":"),
            ).encode(),
        )
        for i in range(count)
    ]


def write(folder: Path, entries: list[tuple[bytes, bytes]]) -> None:
    (folder / "log").mkdir(exist_ok=True)
    lines = (b"%d %s %s\n" % (i, s.hex().encode(), e) for i, (s, e) in enumerate(entries))
    (folder / "log/journal").write_bytes(b"".join(lines))


def log(folder: Path, *words: object) -> dict:
    return json.loads(originpress.must("log", *words, "--data", folder, "--json"))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with the keys of a log."""
    monkeypatch.setenv("ORIGINPRESS_KEY_PASSWORD", "correct horse")
    originpress.must("keys", "init", "--data", tmp_path, "--origin", "log.example.org")
    return tmp_path


def test_the_log_is_the_tree_of_pymerkle(data: Path) -> None:
    entries = journal(600)
    tree = pymerkle.InmemoryTree(algorithm="sha256")
    for salt, event in entries:
        tree.append_entry(hashlib.sha256(salt + event).digest())
    for size in (1, 255, 256, 257, 600):
        write(data, entries[:size])
        state = log(data, "checkpoint")
        assert state["root"] == tree.get_root(size).hex()
    for index in (0, 17, 255, 256, 599):
        proof = log(data, "prove", index)
        theirs = tree.prove_inclusion(index + 1, 600)
        assert {h.hex() for h in theirs.path} == {*proof["path"], proof["leaf"]}
        pymerkle.verify_inclusion(bytes.fromhex(proof["leaf"]), tree.get_root(600), theirs)
        path = data / "proof.json"
        path.write_text(json.dumps(proof))
        assert log(data, "verify", path)["valid"]
        path.write_text(json.dumps(proof | {"index": (index + 1) % 600}))
        assert originpress.run("log", "verify", path, "--data", data).code != 0
    for older in (1, 255, 256, 400):
        ours = log(data, "prove", "--from", older)["path"]
        proof = [bytes.fromhex(digest) for digest in ours]
        roots = (tree.get_root(older), tree.get_root(600))
        assert continues(older, 600, *roots, proof)
        assert not continues(older, 600, tree.get_root(older + 1), roots[1], proof)


def test_an_edited_or_dropped_entry_is_named_and_nothing_is_signed(data: Path) -> None:
    entries = journal(30)
    write(data, entries)
    log(data, "checkpoint")
    assert log(data, "verify") == {"valid": True, "entries": 30, "unpublished": 0}
    first = (data / "log/checkpoint").read_text()
    edited = [
        *entries[:12],
        (entries[12][0], entries[12][1].replace(b"N12", b"N99")),
        *entries[13:],
    ]
    write(data, edited)
    done = originpress.run("log", "verify", "--data", data)
    assert (done.code, "entry 12 was altered" in done.err) == (1, True)
    assert originpress.run("log", "checkpoint", "--data", data).code == 3
    lines = (data / "log/journal").read_bytes().splitlines(keepends=True)
    (data / "log/journal").write_bytes(b"".join(lines[:7] + lines[8:]))
    assert "entry 7 is missing" in originpress.run("log", "verify", "--data", data).err
    assert (data / "log/checkpoint").read_text() == first


def test_a_rewritten_log_does_not_continue_the_old_checkpoint(data: Path) -> None:
    write(data, journal(30))
    log(data, "checkpoint")
    old = data / "old"
    old.write_bytes((data / "log/checkpoint").read_bytes())
    write(data, journal(30) + journal(5))
    log(data, "checkpoint")
    assert log(data, "verify", "--against", old)["valid"]
    # A thief of the key starts the log anew; who kept the old checkpoint sees it.
    for path in sorted((data / "log").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    write(data, journal(40))
    log(data, "checkpoint")
    assert log(data, "verify")["valid"]
    assert originpress.run("log", "verify", "--against", old, "--data", data).code == 1


def test_only_signing_needs_the_password(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(data, journal(3))
    log(data, "checkpoint")
    monkeypatch.delenv("ORIGINPRESS_KEY_PASSWORD")
    assert log(data, "verify") == {"valid": True, "entries": 3, "unpublished": 0}
    assert log(data, "prove", 1)["index"] == 1
    before = (data / "log/checkpoint").read_bytes()
    assert originpress.run("log", "checkpoint", "--data", data, terminal=False).code == 1
    monkeypatch.setenv("ORIGINPRESS_KEY_PASSWORD", "another")
    done = originpress.run("log", "checkpoint", "--data", data)
    assert (done.code, "password of the keys is wrong" in done.err) == (3, True)
    assert (data / "log/checkpoint").read_bytes() == before
