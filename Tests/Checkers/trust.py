"""Records and codes read by other people's programs; started by the Swift tests.

trust.py record RECORD.json        a code's text with its public key, by cwt and cbor2
trust.py scan PICTURE.png CODE.txt   how often degraded scans of a page are read, as JSON
"""

import base64
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import cbor2
import cwt
import zxingcpp
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    PublicFormat,
    load_der_public_key,
)
from PIL import Image, ImageChops, ImageFilter


def record(path: Path) -> None:
    """Demands that cwt accepts the signature, and that the payload is canonical to cbor2."""
    given = json.loads(path.read_text())
    text = given["code"].rsplit("/", 1)[1]
    raw = base64.b32decode(text + "=" * (-len(text) % 8))
    public = load_der_public_key(base64.b64decode(given["spki"]))
    pem = public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    kid = cbor2.loads(cbor2.loads(raw)[0])[4]
    key = cwt.COSEKey.from_pem(pem, kid=kid)
    tagged = b"\xd2" + raw  # cwt wants the tag of COSE_Sign1
    payload = cwt.COSE.new().decode(tagged, key)
    assert cbor2.dumps(cbor2.loads(payload), canonical=True) == payload, "not canonical"
    assert payload.hex() == given["payload"], "another payload"
    for place in range(len(raw)):
        changed = bytearray(tagged)
        changed[place + 1] ^= 1
        try:
            cwt.COSE.new().decode(bytes(changed), key)
        except Exception:  # noqa: BLE001 any refusal will do
            continue
        raise AssertionError(f"accepted with byte {place} changed")


# Blur in pixels. Beyond 0.8 zbar loses modules of 8 dots (2.7 pixels), zxing-cpp does not.
SHARP = (0.6, 0.8)
SOFT = (0.6, 1.0)


def degraded(page: Image.Image, blur: tuple[float, float], dice: random.Random) -> Image.Image:
    """A 200 dpi scan of 600 dpi paper: turned by up to 8 degrees, blurred, with noise."""
    turned = page.rotate(dice.uniform(-8, 8), Image.Resampling.BICUBIC, fillcolor=255, expand=True)
    scanned = turned.reduce(3)
    blurred = scanned.filter(ImageFilter.GaussianBlur(dice.uniform(*blur)))
    noise = Image.effect_noise(blurred.size, dice.uniform(4, 8))
    return ImageChops.add(blurred, noise, 1, -128)


def around_code(page: Image.Image, text: str) -> Image.Image:
    """The 70 mm around the code, with whatever the form prints there."""
    code = next(c for c in zxingcpp.read_barcodes(page) if c.text == text).position
    x = (code.top_left.x + code.bottom_right.x) // 2
    y = (code.top_left.y + code.bottom_right.y) // 2
    half = round(35 / 25.4 * 600)
    return page.crop((max(x - half, 0), max(y - half, 0), x + half, y + half))


def by_zbar(picture: Image.Image) -> set[str]:
    with tempfile.NamedTemporaryFile(suffix=".jpg") as file:
        picture.save(file.name, quality=70)
        done = subprocess.run(
            ["zbarimg", "-Sdisable", "-Sqrcode.enable", "--quiet", "--raw", file.name],
            capture_output=True,
            check=False,
        )
    return set(done.stdout.decode().split("\n")) - {""}


def scan(picture: Path, code: Path, tries: int = 24) -> None:
    text = code.read_text()
    page = around_code(Image.open(picture).convert("L"), text)
    dice = random.Random(20261)
    reads = {"zxing": 0, "zbar": 0, "tries": tries, "misread": 0}
    for _ in range(tries):
        soft = zxingcpp.read_barcodes(degraded(page, SOFT, dice))
        for name, found in (
            ("zxing", {c.text for c in soft}),
            ("zbar", by_zbar(degraded(page, SHARP, dice))),
        ):
            reads[name] += text in found
            reads["misread"] += bool(found - {text})
    print(json.dumps(reads))


if __name__ == "__main__":
    {"record": record, "scan": scan}[sys.argv[1]](*map(Path, sys.argv[2:]))
