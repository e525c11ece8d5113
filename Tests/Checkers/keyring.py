"""Opens a site's key ring and what the register keeps under it, by the published formats alone."""

import base64
import hashlib
import json
import sqlite3
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import aes_key_unwrap

WRAPPED = 40
NONCE = 12


def secrets(ring: Path, password: str) -> dict[str, bytes]:
    """The ring's secrets of 32 bytes, by name."""
    file = json.loads(ring.read_text(encoding="utf-8"))
    assert file["derivation"] == "scrypt N=32768 r=8 p=1" and file["cipher"] == "AES-256-GCM"
    parts = {name: base64.b64decode(file[name]) for name in ("salt", "nonce", "check", "contents")}
    derived = hashlib.scrypt(
        password.encode(), salt=parts["salt"], n=1 << 15, r=8, p=1, maxmem=1 << 26, dklen=64
    )
    assert hashlib.sha256(derived[32:]).digest() == parts["check"]
    contents = file.pop("contents")
    assert contents
    head = json.dumps(file, sort_keys=True, separators=(",", ":")).encode()
    plain = AESGCM(derived[:32]).decrypt(parts["nonce"], parts["contents"], head)
    return {
        name: base64.b64decode(value)
        for name, value in json.loads(plain).items()
        if name in ("checkCode", "image", "log", "root")
    }


def kept_file(data: Path, output: str, password: str) -> bytes:
    """The finished file of an output, read by SQLite itself and decrypted."""
    with sqlite3.connect(data / "register.sqlite") as database:
        query = "SELECT bytes FROM outputFile WHERE output = ?"
        kept = database.execute(query, (output,)).fetchone()[0]
    assert b"%PDF" not in kept
    image = secrets(data / "keys" / "ring.json", password)["image"]
    key = aes_key_unwrap(image, kept[:WRAPPED])
    box = kept[WRAPPED:]
    context = f"originpress file 1\n{output}".encode()
    return AESGCM(key).decrypt(box[:NONCE], box[NONCE:], context)
