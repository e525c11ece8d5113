"""Scans of seals made from what happens on paper, not from what the remover assumes.

Ink is a film that light passes twice (Beer and Lambert) with some scatter of its own, drawn and
mixed in linear light at twice the resolution; then come the scanner's blur, its shading, its
encoding as sRGB, noise, and JPEG.
"""

import io
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

Array = np.ndarray
FONT = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
# What is left of the light after a full film of each ink, in linear red, green, blue.
RED = (0.56, 0.012, 0.020)
BLUE = (0.020, 0.060, 0.42)
BLACK = (0.012, 0.012, 0.013)
GREEN = (0.03, 0.30, 0.06)
PAPERS = {"white": (250, 250, 249), "cream": (247, 240, 220), "grey": (222, 222, 224)}


@dataclass(frozen=True)
class Job:
    """One scan; lengths in millimetres, angles in degrees anticlockwise."""

    shape: str = "round"
    size: tuple[float, float] = (42.0, 42.0)
    page: tuple[float, float] = (60.0, 60.0)
    dpi: int = 600
    ink: tuple[float, float, float] = RED
    paper: str = "white"
    shading: float = 0.06
    noise: float = 2.0
    jpeg: int | None = None
    turn: float = 0.0
    text: bool = True
    dust: int = 60
    strength: float = 1.0
    uneven: float = 0.25
    gap: float = 0.0
    second: bool = False
    stroke: float = 0.22
    hollow: bool = False
    shift: tuple[float, float] = (0.0, 0.0)
    seed: int = 1


@dataclass
class Scan:
    """The scan and what is true of it, at the scan's resolution."""

    job: Job
    pixels: Array
    coverage: Array = field(repr=False)
    foreign: Array = field(repr=False)

    def save(self, path: Path) -> Path:
        path.write_bytes(self.file())
        return path

    def file(self) -> bytes:
        buffer = io.BytesIO()
        image = Image.fromarray(self.pixels)
        resolution = (self.job.dpi, self.job.dpi)
        if self.job.jpeg:
            image.save(buffer, "JPEG", quality=self.job.jpeg, dpi=resolution)
        else:
            image.save(buffer, "PNG", dpi=resolution)
        return buffer.getvalue()


@cache
def scan(job: Job) -> Scan:
    """Makes a scan; the same job gives the same bytes."""
    dice = np.random.default_rng(job.seed)
    fine = job.dpi * 2
    height, width = (round(length / 25.4 * job.dpi) * 2 for length in job.page[::-1])
    seal = drawn(job, width, height, fine)
    film = seal * thickness(dice, height, width, job) * job.strength
    words, pen = foreign_inks(job, width, height, fine)
    light = paper(job, dice, height, width)
    light = under(light, words, BLACK)
    light = over(light, film, job.ink, scatter=0.012)
    light = under(light, pen, BLUE)
    light = dusted(light, dice, job, fine)
    light = blurred(light, 1.1)
    light = halved(light)
    levels = encoded(light) * 255 + dice.normal(0, job.noise, light.shape)
    pixels = np.clip(np.rint(levels), 0, 255).astype(np.uint8)
    other = np.maximum(words, pen)
    return Scan(job, pixels, halved(seal), halved(other))


def drawn(job: Job, width: int, height: int, dpi: int) -> Array:
    """Where the stamp touches the paper, 0 or 1 before turning."""
    image = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(image)
    unit = dpi / 25.4
    x = width / 2 + job.shift[0] * unit
    y = height / 2 + job.shift[1] * unit
    {"round": ring, "ellipse": ring, "rectangle": frame, "signature": strokes}[job.shape](
        image, draw, job, x, y, unit
    )
    if job.gap:
        half = job.size[0] / 2 * unit
        box = (x - half - unit, y - half - unit, x + half + unit, y + half + unit)
        draw.pieslice(box, 20, 20 + 360 * job.gap, fill=0)
    if job.second:
        ring(image, draw, Job(size=(18, 18)), x + 34 * unit, y - 14 * unit, unit)
    if job.turn:
        image = image.rotate(job.turn, Image.Resampling.BICUBIC, center=(x, y))
    return np.asarray(image, np.float32) / 255


def ring(
    image: Image.Image, draw: ImageDraw.ImageDraw, job: Job, x: float, y: float, unit: float
) -> None:
    """A rim, a star and characters around, as 公章 have."""
    a, b = job.size[0] / 2 * unit, job.size[1] / 2 * unit
    rim = 1.1 * unit
    draw.ellipse((x - a, y - b, x + a, y + b), fill=255)
    draw.ellipse((x - a + rim, y - b + rim, x + a - rim, y + b - rim), fill=0)
    star = min(a, b) * 0.33
    points = []
    for corner in range(10):
        radius = star if corner % 2 == 0 else star * 0.382
        angle = corner * np.pi / 5
        points.append((x + radius * np.sin(angle), y - radius * np.cos(angle)))
    draw.polygon(points, fill=255)
    name = "杭州西湖进出口贸易有限公司"
    size = min(a, b) * 0.25
    for index, character in enumerate(name):
        angle = -2.1 + 4.2 * index / (len(name) - 1)
        place = (
            x + (a - rim - size * 0.8) * np.sin(angle),
            y - (b - rim - size * 0.8) * np.cos(angle),
        )
        stamp(image, character, place, size, -np.degrees(angle))


def stamp(
    image: Image.Image, text: str, place: tuple[float, float], size: float, angle: float
) -> None:
    font = ImageFont.truetype(FONT, int(size), index=2)
    box = int(size * (len(text) + 1))
    tile = Image.new("L", (box, box), 0)
    ImageDraw.Draw(tile).text(
        (box / 2, box / 2), text, 255, font, anchor="mm", stroke_width=int(size / 40)
    )
    tile = tile.rotate(angle, Image.Resampling.BICUBIC)
    image.paste(255, (int(place[0] - box / 2), int(place[1] - box / 2)), tile)


def frame(
    image: Image.Image, draw: ImageDraw.ImageDraw, job: Job, x: float, y: float, unit: float
) -> None:
    """A frame with three lines, as English company stamps have."""
    a, b = job.size[0] / 2 * unit, job.size[1] / 2 * unit
    rim = 0.9 * unit
    draw.rectangle((x - a, y - b, x + a, y + b), fill=255)
    draw.rectangle((x - a + rim, y - b + rim, x + a - rim, y + b - rim), fill=0)
    if job.hollow:
        return
    for line, text in enumerate(("WEST LAKE TRADING", "杭州西湖进出口", "HANGZHOU, CHINA")):
        stamp(image, text, (x, y + (line - 1) * b * 0.58), min(b * 0.42, a * 0.17), 0)


def strokes(
    image: Image.Image, draw: ImageDraw.ImageDraw, job: Job, x: float, y: float, unit: float
) -> None:
    """Three strokes of a pen."""
    a, b = job.size[0] / 2 * unit * 0.94, job.size[1] / 2 * unit * 0.94
    way = np.linspace(0, 1, 1200)
    for phase, lift in ((0.0, 0.0), (1.3, 0.25), (2.6, -0.2)):
        across = x + a * (2 * way - 1) * (0.9 - 0.2 * abs(lift))
        down = y + b * (0.75 * np.sin(9 * way + phase) * (1 - 0.5 * way) + lift)
        radius = job.stroke * unit
        for dot in zip(across, down, strict=True):
            draw.ellipse(
                (dot[0] - radius, dot[1] - radius, dot[0] + radius, dot[1] + radius), fill=255
            )


def foreign_inks(job: Job, width: int, height: int, dpi: int) -> tuple[Array, Array]:
    """Black print under the seal and a blue pen over it."""
    words, pen = Image.new("L", (width, height), 0), Image.new("L", (width, height), 0)
    if job.text:
        unit = dpi / 25.4
        font = ImageFont.truetype(FONT, int(3.2 * unit), index=2)
        draw = ImageDraw.Draw(words)
        middle = height / 2 + job.shift[1] * unit
        draw.text((4 * unit, middle + 3 * unit), "AUTHORIZED SIGNATURE 授权签字人 2026", 255, font)
        draw.text((4 * unit, 2 * unit), "Declaration by the exporter", 255, font)
        line = ImageDraw.Draw(pen)
        points = [
            (width * (0.1 + 0.8 * step / 60), middle - 6 * unit + 2 * unit * np.sin(step / 3))
            for step in range(61)
        ]
        line.line(points, fill=255, width=int(0.5 * unit), joint="curve")
    return (
        np.asarray(words, np.float32) / 255,
        np.asarray(pen, np.float32) / 255,
    )


def smooth(dice: np.random.Generator, height: int, width: int, cells: int) -> Array:
    """Slow noise from 0 to 1."""
    grid = (dice.random((cells, cells)) * 255).astype(np.uint8)
    wide = Image.fromarray(grid).resize((width, height), Image.Resampling.BICUBIC)
    return np.asarray(wide, np.float32) / 255


def thickness(dice: np.random.Generator, height: int, width: int, job: Job) -> Array:
    """A film is thicker here and thinner there, and grainy."""
    slow = smooth(dice, height, width, 9)
    grain = smooth(dice, height, width, 400)
    return 1.15 - job.uneven * slow - 0.25 * job.uneven * grain


def paper(job: Job, dice: np.random.Generator, height: int, width: int) -> Array:
    """Paper under a lamp that shines unevenly, with fibres."""
    levels = np.array(PAPERS[job.paper], np.float32) / 255
    linear = np.where(levels <= 0.04045, levels / 12.92, ((levels + 0.055) / 1.055) ** 2.4)
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    lamp = 1 - job.shading * (0.5 * (x + 1) + 0.3 * y * y + 0.2 * (y + 1))
    fibres = 1 + 0.012 * (smooth(dice, height, width, 300) - 0.5)
    return (lamp * fibres)[..., None] * linear[None, None, :]


def under(light: Array, film: Array, ink: tuple[float, float, float]) -> Array:
    """A film that only absorbs."""
    absorbs = -np.log(np.array(ink, np.float32))
    return light * np.exp(-film[..., None] * absorbs)


def over(light: Array, film: Array, ink: tuple[float, float, float], scatter: float) -> Array:
    """A film that absorbs and throws a little of its own colour back, also over black."""
    absorbs = -np.log(np.array(ink, np.float32))
    passed = np.exp(-film[..., None] * absorbs)
    own = scatter * np.array(ink, np.float32) / max(ink)
    return light * passed + (1 - passed) * own


def dusted(light: Array, dice: np.random.Generator, job: Job, dpi: int) -> Array:
    height, width = light.shape[:2]
    unit = dpi / 25.4
    image = Image.new("L", (width, height), 0)
    draw = ImageDraw.Draw(image)
    red = Image.new("L", (width, height), 0)
    for index in range(job.dust):
        x, y = dice.random() * width, dice.random() * height
        radius = (0.03 + 0.08 * dice.random()) * unit
        target = draw if index % 3 else ImageDraw.Draw(red)
        target.ellipse((x - radius, y - radius, x + radius, y + radius), fill=200)
    light = under(light, np.asarray(image, np.float32) / 255, (0.2, 0.18, 0.16))
    return under(light, np.asarray(red, np.float32) / 255, RED)


def blurred(light: Array, sigma: float) -> Array:
    """A Gauss of both directions, from shifted copies."""
    reach = int(np.ceil(3 * sigma))
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    weights = (weights / weights.sum()).astype(np.float32)
    for axis in (0, 1):
        padded = np.pad(
            light, [(reach, reach) if a == axis else (0, 0) for a in range(3)], mode="edge"
        )
        size = light.shape[axis]
        light = sum(
            weight * np.take(padded, range(shift, shift + size), axis=axis)
            for shift, weight in enumerate(weights)
        )
    return light


def halved(values: Array) -> Array:
    """Two by two to one, as a scanner's cell sums light."""
    return (values[0::2, 0::2] + values[1::2, 0::2] + values[0::2, 1::2] + values[1::2, 1::2]) / 4


def encoded(light: Array) -> Array:
    """Linear light as sRGB (IEC 61966-2-1)."""
    light = np.clip(light, 0, 1)
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def colour(job: Job) -> Array:
    """What a full film looks like on white, as sRGB 0 to 1."""
    white = np.ones((1, 1, 3), np.float32)
    film = np.full((1, 1), job.strength, np.float32)
    return encoded(over(white, film, job.ink, 0.012))[0, 0]


__all__ = ["BLACK", "BLUE", "GREEN", "RED", "Image", "Job", "Scan", "colour", "scan"]
