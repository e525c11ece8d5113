"""Runs the release program as a person would, and reads what it answers."""

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / ".build" / "release" / "originpress"
SOAK = os.environ.get("ORIGINPRESS_SOAK") == "1"


@dataclass(frozen=True)
class Outcome:
    """How a run ended."""

    code: int
    out: str
    err: str


def run(
    *arguments: str | Path,
    timeout: float = 120,
    terminal: bool = True,
    environment: Mapping[str, str] | None = None,
) -> Outcome:
    """Runs the program, with more variables or without its person's terminal if told so.

    Never raises for an exit code.
    """
    done = subprocess.run(
        [PROGRAM, *map(str, arguments)],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        timeout=timeout,
        check=False,
        stdin=subprocess.DEVNULL,
        start_new_session=not terminal,
    )
    return Outcome(done.returncode, decode(done.stdout), decode(done.stderr))


def decode(output: bytes) -> str:
    return output.decode("utf-8", errors="replace")


def must(*arguments: str | Path) -> str:
    """Runs the program, which must succeed, and gives its standard output."""
    outcome = run(*arguments)
    assert outcome.code == 0, f"originpress {' '.join(map(str, arguments))}: {outcome.err}"
    return outcome.out


@cache
def forms() -> list[str]:
    """The form codes the program knows."""
    return [form["code"] for form in json.loads(must("forms", "--json"))]


@cache
def sample(form: str, items: int) -> str:
    """A valid certificate as JSON text."""
    return must("sample", form, "--items", str(items))


def unprinted(file: Path) -> list[str]:
    """The given fields that the form has no place for, as the program warns."""
    outcome = run("check", file, "--json")
    assert outcome.code == 0, outcome.err
    found = json.loads(outcome.err or '{"diagnostics": []}')["diagnostics"]
    return [entry["path"] for entry in found if entry["key"] == "forms.not-shown"]


@dataclass(frozen=True)
class Frame:
    """A rectangle in millimetres from the top left of the paper."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, other: "Frame", slack: float) -> bool:
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def overlap(self, other: "Frame") -> tuple[float, float]:
        """How far the two reach into each other, across and down; negative when apart."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return across, down

    def grown(self, by: float) -> "Frame":
        return Frame(self.x - by, self.y - by, self.width + 2 * by, self.height + 2 * by)


@dataclass(frozen=True)
class Text:
    """One line of text of the display list, in millimetres."""

    layer: str
    text: str
    field: str | None
    box: str | None
    x: float
    baseline: float
    width: float
    size: float
    rotation: float
    pitch: float | None

    @property
    def frame(self) -> Frame:
        """What the letters cover: capitals reach 0.73 of the size up, tails 0.21 down.

        Those of a resident font are no taller than the 20 pins above the line.
        """
        rise = min(0.73 * self.size, 20 * 25.4 / 180) if self.pitch else 0.73 * self.size
        return Frame(self.x, self.baseline - rise, self.width, rise + 0.21 * self.size)


@dataclass(frozen=True)
class Page:
    """One side of one sheet."""

    side: str
    sheet: int
    width: float
    height: float
    boxes: dict[str, Frame]
    texts: list[Text]
    codes: list[dict[str, Any]]

    def data(self) -> list[Text]:
        return [text for text in self.texts if text.layer == "data" and text.text.strip()]


def pages(file: Path) -> list[Page]:
    """The display list of a certificate."""
    return [page(entry) for entry in json.loads(must("pages", file))["pages"]]


def page(entry: dict[str, Any]) -> Page:
    items = entry["items"]
    texts = [
        Text(
            item["layer"],
            item["text"],
            item.get("field"),
            item.get("box"),
            item["x"],
            item["baseline"],
            item["width"],
            item["size"],
            item.get("rotation", 0),
            item.get("pitch"),
        )
        for item in items
        if item["kind"] == "text"
    ]
    return Page(
        entry["side"],
        entry["sheet"],
        entry["width"],
        entry["height"],
        {name: Frame(*rect) for name, rect in entry["boxes"].items()},
        texts,
        [item for item in items if item["kind"] == "modules"],
    )


def squeezed(text: str) -> str:
    """The text without any white space, for comparing what was wrapped."""
    return "".join(text.split())
