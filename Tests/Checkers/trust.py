"""Records and codes read by other people's programs; started by the Swift tests.

trust.py record RECORD.json        a code's text with its public key, by cwt and cbor2
trust.py scan PICTURE.png CODE.txt DPI   how often degraded scans of a page are read, as JSON
"""

import base64
import io
import json
import math
import random
import subprocess
import sys
import tempfile
from pathlib import Path

import cbor2
import cwt
import numpy as np
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


# What is printed is scanned at 200 dpi as in sealing.md §6.3: turned by up to 8 degrees, 1 % of
# perspective, blur in pixels, noise, JPEG. Both readers get the same picture.
SCAN = 200
TURN, PERSPECTIVE, BLUR, NOISE, QUALITY = 8, 0.01, (0.6, 1.0), (4, 8), 70


def askew(page: Image.Image, dice: random.Random) -> Image.Image:
    """The page turned, its corners moved, with a margin so that nothing is cut off."""
    angle = math.radians(dice.uniform(-TURN, TURN))
    size, margin = page.width, page.width // 12
    rows: list[list[float]] = []
    goals: list[float] = []
    for x, y in ((0, 0), (size, 0), (size, size), (0, size)):
        across, down = x - size / 2, y - size / 2
        shift = [dice.uniform(-PERSPECTIVE, PERSPECTIVE) * size + size / 2 + margin for _ in "xy"]
        u = across * math.cos(angle) - down * math.sin(angle) + shift[0]
        v = across * math.sin(angle) + down * math.cos(angle) + shift[1]
        rows += [[u, v, 1, 0, 0, 0, -x * u, -x * v], [0, 0, 0, u, v, 1, -y * u, -y * v]]
        goals += [x, y]
    back = np.linalg.solve(np.array(rows), np.array(goals))
    side = size + 2 * margin
    return page.transform(
        (side, side),
        Image.Transform.PERSPECTIVE,
        back.tolist(),
        Image.Resampling.BICUBIC,
        fillcolor=255,
    )


def degraded(page: Image.Image, dpi: int, blur: float, dice: random.Random) -> Image.Image:
    """A scan at 200 dpi of paper printed at `dpi`, as a JPEG file has it."""
    scanned = askew(page, dice).reduce(dpi // SCAN)
    blurred = scanned.filter(ImageFilter.GaussianBlur(blur))
    noise = Image.effect_noise(blurred.size, dice.uniform(*NOISE))
    file = io.BytesIO()
    ImageChops.add(blurred, noise, 1, -128).save(file, "JPEG", quality=QUALITY)
    return Image.open(file)


def around_code(page: Image.Image, text: str, dpi: int) -> Image.Image:
    """The 70 mm around the code, with whatever the form prints there."""
    code = next(c for c in zxingcpp.read_barcodes(page) if c.text == text).position
    x = (code.top_left.x + code.bottom_right.x) // 2
    y = (code.top_left.y + code.bottom_right.y) // 2
    half = round(35 / 25.4 * dpi)
    around = Image.new("L", (2 * half, 2 * half), 255)
    around.paste(page, (half - x, half - y))
    return around


def by_zbar(picture: Image.Image) -> set[str]:
    with tempfile.NamedTemporaryFile(suffix=".png") as file:
        picture.save(file.name)
        done = subprocess.run(
            ["zbarimg", "-Sdisable", "-Sqrcode.enable", "--quiet", "--raw", file.name],
            capture_output=True,
            check=False,
        )
    return set(done.stdout.decode().split("\n")) - {""}


def scan(picture: Path, code: Path, dots: Path, tries: int = 24) -> None:
    """How many of `tries` scans each reader reads; their blur goes evenly through the range."""
    text, dpi = code.read_text(), int(str(dots))
    page = around_code(Image.open(picture).convert("L"), text, dpi)
    dice = random.Random(20261)
    reads = {"dpi": dpi, "zxing": 0, "zbar": 0, "tries": tries, "misread": 0}
    for number in range(tries):
        blur = BLUR[0] + (BLUR[1] - BLUR[0]) * (number + 0.5) / tries
        seen = degraded(page, dpi, blur, dice)
        for name, found in (
            ("zxing", {c.text for c in zxingcpp.read_barcodes(seen)}),
            ("zbar", by_zbar(seen)),
        ):
            reads[name] += text in found
            reads["misread"] += bool(found - {text})
    print(json.dumps(reads))


if __name__ == "__main__":
    {"record": record, "scan": scan}[sys.argv[1]](*map(Path, sys.argv[2:]))
