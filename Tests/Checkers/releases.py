"""Originals released once a session: files by the command, those for paper out of the register."""

import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import keyring
import office as founding
import outside
from office import Office
from signatures import Authority

# Handed out as files: form, destination, items.
FILES = {
    "japan": ("RCEP", "JP", 3),
    "australia": ("RCEP", "AU", 2),
    "vietnam": ("RCEP", "VN", 1),
    "long": ("RCEP", "JP", 30),
}
# Released for paper, so that no command gives the file.
KEPT = {
    "general": ("C", None, 3),
    "ecfa": ("H", None, 2),
    "asean": ("E", "MY", 2),
    "wet": ("RCEP", "PH", 2),
}
ALL = FILES | KEPT


@dataclass(frozen=True)
class Released:
    """What a session released, by name."""

    office: Office
    folder: Path

    def certificate(self, name: str) -> dict[str, Any]:
        """The approved contents, with number, place and date."""
        return json.loads((self.folder / f"{name}-approved.json").read_text(encoding="utf-8"))

    def draft(self, name: str) -> Path:
        """The contents as they were handed in."""
        return self.folder / f"{name}.json"

    def report(self, name: str) -> dict[str, Any]:
        """What ``issue --json`` said."""
        return json.loads((self.folder / f"{name}-issued.json").read_text(encoding="utf-8"))

    def pdf(self, name: str) -> Path:
        return self.folder / f"{name}.pdf"

    @property
    def keys(self) -> Path:
        return self.office.data / "keys"

    @cached_property
    def authority(self) -> Authority:
        return Authority(self.keys / "trust.pem")


def make(office: Office, into: Path) -> None:
    """Releases everything in a copy of the office."""
    copied = office.copy(into / "data")
    before = copied.must("log", "checkpoint")
    (into / "checkpoint-before").write_text(before)
    for name, (form, destination, items) in ALL.items():
        draft = founding.certificate(into / f"{name}.json", form, destination, items)
        approved = into / f"{name}-approved.json"
        copied.approve(draft, "-o", approved, place="chamber" if name == "wet" else "local")
        file = ["-o", into / f"{name}.pdf"] if name in FILES else []
        done = copied.issue(draft, *file)
        assert done.code == 0, f"{name}: {done.err}"
        (into / f"{name}-issued.json").write_text(done.out, encoding="utf-8")
    for name in KEPT:
        output = json.loads((into / f"{name}-issued.json").read_text())["output"]
        (into / f"{name}.pdf").write_bytes(
            keyring.kept_file(copied.data, output, founding.PASSWORD)
        )
    copied.must("log", "checkpoint")


def check_code(pdf: Path) -> str:
    """The six characters of Crockford's alphabet that stand on the first page, by their word."""
    front = " ".join(outside.layout_text(pdf)[0].split())
    (found,) = set(re.findall(r"(?:CODE:|校验码：) ?([0-9A-HJKMNP-TV-Z]{6})(?![0-9A-Z.])", front))
    return found
