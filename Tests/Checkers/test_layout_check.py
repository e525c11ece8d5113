"""`layout check` tells a form's author every mistake at its line and column ("Every form")."""

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import originpress
import pytest

GENERAL = "Layouts/C/2012/layout.yaml"


@dataclass
class Workbench:
    """A copy of the data files to make mistakes in."""

    home: Path

    def change(self, path: str, old: str, new: str, at: str = "") -> tuple[int, int]:
        """Changes a file and gives line and column of the change, or of a part of it."""
        file = self.home / path
        before = file.read_text(encoding="utf-8")
        assert before.count(old) == 1, f"{path}: {old}"
        file.write_text(before.replace(old, new), encoding="utf-8")
        lines = before[: before.index(old) + old.index(at)].split("\n")
        return len(lines), len(lines[-1]) + 1

    def errors(self, form: str) -> list[tuple[str, str, int, int]]:
        """The errors of a form by key and place; the exit code says that there are some."""
        code, told = self.check(form)
        errors = [entry for entry in told if entry["severity"] == "error"]
        assert code == (1 if errors else 0)
        return [(e["key"], e["file"], e["line"], e["column"]) for e in errors]

    def check(self, *forms: str) -> tuple[int, list[dict[str, Any]]]:
        """The exit code and everything that was told."""
        done = subprocess.run(
            [originpress.PROGRAM, "layout", "check", *forms, "--json", "--home", self.home],
            cwd=self.home,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "LANG": "C"},
            timeout=300,
            check=False,
        )
        return done.returncode, json.loads(done.stderr or '{"diagnostics": []}')["diagnostics"]


@pytest.fixture
def bench(tmp_path: Path) -> Workbench:
    for folder in ("Layouts", "Fonts", "printers"):
        shutil.copytree(originpress.ROOT / folder, tmp_path / folder)
    return Workbench(tmp_path)


def test_the_shipped_forms_have_no_errors_and_no_warnings() -> None:
    outcome = originpress.run("layout", "check", "--json")
    told = json.loads(outcome.err)["diagnostics"]
    assert outcome.code == 0
    assert {entry["severity"] for entry in told} <= {"information"}
    # One line an edition, each with its place.
    assert len({entry["file"] for entry in told}) == len(told)
    assert all(entry["line"] and entry["column"] for entry in told)


# A box of the general certificate, how much its top and height change, and what is told.
FRAMES = [
    ("2", -1, 0, "forms.overlap"),
    ("12", 0, 1, "forms.outside-image-area"),
    # The small and the full sample have no room.
    ("1", 0, -24, "typesetting.no-room"),
]


@pytest.mark.parametrize(("box", "down", "taller", "key"), FRAMES)
def test_a_wrong_frame_is_told_at_its_place(
    bench: Workbench, box: str, down: float, taller: float, key: str
) -> None:
    text = (bench.home / GENERAL).read_text(encoding="utf-8")
    found = re.search(rf'- id: "{box}"\n +frame: (\[.*?\])', text)
    assert found
    x, y, width, height = json.loads(found[1])
    frame = json.dumps([x, y + down, width, height + taller])
    place = bench.change(GENERAL, found[0], found[0].replace(found[1], frame), found[1])
    assert bench.errors("C") == [(key, GENERAL, *place)]


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('"{consignee.text}"', '"{consigne.text}"', "forms.unknown-field"),
        ('"2"', '"1"', "forms.duplicate-box"),
    ],
)
def test_a_wrong_word_is_told_at_its_place(bench: Workbench, old: str, new: str, key: str) -> None:
    place = bench.change(GENERAL, old, new)
    assert bench.errors("C") == [(key, GENERAL, *place)]


def test_a_missing_date_is_told(bench: Workbench) -> None:
    bench.change(GENERAL, "from: 2012-12-01\n", "")
    code, told = bench.check("C")
    assert code == 1
    assert [(e["key"], e["file"], e["line"]) for e in told] == [("forms.no-first-day", GENERAL, 2)]


@pytest.mark.parametrize(
    ("until", "code", "severity", "key"),
    [
        ("2019-08-17", 0, "warning", "forms.dates-gap"),
        ("2019-08-20", 1, "error", "forms.dates-overlap"),
    ],
)
def test_editions_follow_each_other(
    bench: Workbench, until: str, code: int, severity: str, key: str
) -> None:
    bench.change("Layouts/E/2011/layout.yaml", "until: 2019-08-19", f"until: {until}")
    line, column = bench.change("Layouts/E/2019/layout.yaml", "from: ", "from: ")
    exit_code, told = bench.check("E")
    found = [entry for entry in told if entry["severity"] != "information"]
    assert exit_code == code
    assert [(e["severity"], e["key"], e["file"], e["line"], e["column"]) for e in found] == [
        (severity, key, "Layouts/E/2019/layout.yaml", line, column + len("from: "))
    ]


def test_all_forms_are_told_at_once(bench: Workbench) -> None:
    """A file that cannot be read does not hide the faults of others."""
    bench.change(GENERAL, "language: en", "language: fr")
    bench.change("Layouts/GE/2018/layout.yaml", "from: 2018-01-01", "from: 2018-02-30")
    bench.change("Layouts/A/2015/layout.yaml", "{id: form, text:", "{id: form, txt:")
    _, told = bench.check()
    errors = {(e["file"], e["key"]) for e in told if e["severity"] == "error"}
    assert (GENERAL, "notation.not-a-choice") in errors
    assert ("Layouts/GE/2018/layout.yaml", "certificate.not-a-date") in errors
    assert ("Layouts/A/2015/layout.yaml", "notation.unknown-field") in errors
