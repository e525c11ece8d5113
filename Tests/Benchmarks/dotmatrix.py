"""What a certificate costs on a 24-pin printer: our ESC/P beside CUPS's and Ghostscript's drivers.

The drivers get our PDF of the same page, set for the same printer, in their best even resolution.
The time is a model, no measurement: letter quality at 10 inches a second, a tenth of a second a
turn, a feed 0.04 seconds and 5 inches a second, an empty return at 30 inches a second where a pass
goes one way.
"""

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

DEVICE = "generic-24pin"
FILTERS = Path("/usr/lib/cups/filter")
DRIVERS = Path("/usr/share/cups/drv/sample.drv")


@dataclass(frozen=True)
class Stroke:
    """One pass of the head, in inches; `y` from the top of the form, bands with their width."""

    y: float
    left: float
    right: float
    is_one_way: bool


@dataclass(frozen=True)
class Figures:
    """What a stream costs."""

    name: str
    size: int
    passes: int
    seconds: float


class Head:
    """Follows paper and head through a stream of 24-pin ESC/P as far as the drivers use it."""

    def __init__(self, stream: bytes) -> None:
        self.stream = stream
        self.at = 0
        self.x = self.y = 0.0
        self.pitch = 1 / 10
        self.is_condensed = False
        self.spacing = 1 / 6
        self.unit: float | None = None
        self.is_one_way = False
        self.tabs: list[float] = []
        self.ink: list[tuple[float, float]] = []
        self.strokes: list[Stroke] = []

    def run(self) -> list[Stroke]:
        while self.at < len(self.stream):
            byte = self.byte()
            if byte == 0x1B:
                self.escape(self.byte())
            elif byte == 0x1C:
                self.byte()
            elif byte == 0x0A:
                self.feed(self.spacing)
            elif byte == 0x0C:
                self.end()
                self.y = 0.0
            elif byte == 0x0D:
                self.x = 0
            elif byte in (0x0F, 0x12):
                self.is_condensed = byte == 0x0F
            elif byte == 0x09:
                self.x = next((stop for stop in self.tabs if stop > self.x + 1e-6), self.x)
            elif byte >= 0x20:
                self.strike(self.advance)
        self.end()
        return self.strokes

    @property
    def advance(self) -> float:
        narrow = {1 / 10: 7 / 120, 1 / 12: 1 / 20}
        return narrow.get(self.pitch, self.pitch) if self.is_condensed else self.pitch

    @property
    def step(self) -> float:
        return self.unit or 1 / 180

    def byte(self) -> int:
        self.at += 1
        return self.stream[self.at - 1] if self.at <= len(self.stream) else 0

    def word(self) -> int:
        return self.byte() + 256 * self.byte()

    def strike(self, width: float) -> None:
        self.ink.append((self.x, self.x + width))
        self.x += width

    def feed(self, inches: float) -> None:
        if inches:
            self.end()
            self.y += inches

    def end(self) -> None:
        if self.ink:
            left, right = min(a for a, _ in self.ink), max(b for _, b in self.ink)
            self.strokes.append(Stroke(self.y, left, right, self.is_one_way))
        self.ink = []

    def escape(self, command: int) -> None:
        match chr(command):
            case "$":
                self.x = self.word() * (self.unit or 1 / 60)
            case "\\":
                self.x += (self.word() + 0x8000) % 0x10000 * self.step - 0x8000 * self.step
            case "(":
                self.extended()
            case "*":
                self.image()
            case "+":
                self.spacing = self.byte() / 360
            case "3":
                self.spacing = self.byte() / 180
            case "A":
                self.spacing = self.byte() / 60
            case "J":
                self.feed(self.byte() / 180)
            case "P" | "M" | "g":
                self.pitch = {"P": 1 / 10, "M": 1 / 12, "g": 1 / 15}[chr(command)]
            case "U":
                self.is_one_way = self.byte() == 1
            case "D":
                self.tabs = []
                while stop := self.byte():
                    self.tabs.append(stop * self.pitch)
            case "C":
                if self.byte() == 0:
                    self.byte()
            case "k" | "x" | "R" | "t" | "l" | "Q" | "N" | "p" | "r" | "S":
                self.byte()
            case _:
                pass

    def extended(self) -> None:
        name, count = self.byte(), self.word()
        parameters = [self.byte() for _ in range(count)]
        if name == ord("U"):
            self.unit = parameters[0] / 3600
        elif name == ord("V"):
            self.feed((parameters[0] + 256 * parameters[1]) * (self.unit or 1 / 360) - self.y)

    def image(self) -> None:
        """`ESC *`: a blank column strikes nothing; modes from 32 on have 24 or 48 pins."""
        mode, count = self.byte(), self.word()
        depth = 1 if mode < 32 else 3 if mode < 64 else 6
        across = {32: 60, 33: 120, 38: 90, 39: 180, 40: 360, 71: 180, 72: 360, 73: 360}[mode]
        for _ in range(count):
            column = self.stream[self.at : self.at + depth]
            self.at += depth
            if any(column):
                self.strike(1 / across)
            else:
                self.x += 1 / across


def modelled_seconds(strokes: list[Stroke]) -> float:
    """The model of dotmatrix.md §2: letter quality, both ways unless a pass goes one way."""
    seconds, y = 0.0, 0.0
    for stroke in strokes:
        width = stroke.right - stroke.left
        seconds += width / 10 + 0.1
        if stroke.is_one_way:
            seconds += width / 30
        if stroke.y < y:  # the next form
            y = 0.0
        if stroke.y > y:
            seconds += 0.04 + (stroke.y - y) / 5
        y = stroke.y
    return seconds


def figures(name: str, stream: bytes) -> Figures:
    strokes = Head(stream).run()
    return Figures(name, len(stream), len(strokes), modelled_seconds(strokes))


def ours(program: Path, certificate: Path, folder: Path, device: str) -> bytes:
    out = folder / f"{device}.prn"
    command = [program, "render", certificate, "-o", out, "--device", device]
    subprocess.run([str(part) for part in command], check=True)
    return out.read_bytes()


def overlay(program: Path, certificate: Path, folder: Path) -> Path:
    """What the form lacks as a PDF, set for the same printer."""
    out = folder / "overlay.pdf"
    command = [program, "render", certificate, "-o", out, "--content", "overlay", "--side", "front",
               "--device", DEVICE]  # fmt: skip
    subprocess.run([str(part) for part in command], check=True)
    return out


def ghostscript(pdf: Path) -> bytes:
    """The driver that dotmatrix.md found to be the best of Ghostscript's."""
    command = ["gs", "-q", "-dQUIET", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=lq850", "-r180",
               "-sOutputFile=-", str(pdf)]  # fmt: skip
    return subprocess.run(command, check=True, capture_output=True).stdout


def rastertoepson(pdf: Path, folder: Path) -> bytes:
    """CUPS's driver for 24 pins, as its queue would run it."""
    subprocess.run(["ppdc", "-d", str(folder), str(DRIVERS)], check=True, capture_output=True)
    environment = {**os.environ, "PPD": str(folder / "epson24.ppd"), "CUPS_SERVERROOT": "/etc/cups"}
    job = ["1", "bench", "bench", "1", "Resolution=180dpi PageSize=A4"]
    raster = subprocess.run(
        [FILTERS / "gstoraster", *job, pdf], env=environment, check=True, capture_output=True
    ).stdout
    return subprocess.run(
        [FILTERS / "rastertoepson", *job], env=environment, input=raster, check=True,
        capture_output=True,
    ).stdout  # fmt: skip


def compared(program: Path, folder: Path) -> list[Figures]:
    """One certificate for Costa Rica in our two languages and by both drivers."""
    folder.mkdir(exist_ok=True)
    sample = json.loads(
        subprocess.run(
            [str(program), "sample", "L", "--items", "5"], check=True, capture_output=True
        ).stdout
    )
    certificate = folder / "certificate.json"
    certificate.write_text(json.dumps(sample), encoding="utf-8")
    pdf = overlay(program, certificate, folder)
    return [
        figures("ours, ESC/P", ours(program, certificate, folder, DEVICE)),
        figures("ours, ESC/P 2", ours(program, certificate, folder, "generic-24pin-escp2")),
        figures("Ghostscript lq850, 180 dpi", ghostscript(pdf)),
        figures("CUPS rastertoepson, 180 dpi", rastertoepson(pdf, folder)),
    ]


def table(found: list[Figures]) -> list[str]:
    """The comparison as the lines of a table."""
    head = [
        "| on a 24-pin printer | bytes | passes | seconds, modelled |",
        "| --- | --- | --- | --- |",
    ]
    rows = [f"| {one.name} | {one.size} | {one.passes} | {one.seconds:.0f} |" for one in found]
    return head + rows
