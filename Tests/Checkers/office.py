"""An office as people make one, by the command line alone: keys, people, seals, approvals."""

import json
import os
import shutil
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

import originpress
import scans
from originpress import ROOT, Outcome
from scans import Job

PASSWORD = "key password"
PINS = {"li": "1111", "wang": "2222"}
ENTERPRISE = "1100B0001"
SIGNATORY = "zhang"
SEALS = {
    "enterprise/1100B0001:company:1": Job(dpi=300, text=False),
    "issuer:issuer:1": Job(dpi=300, text=False, seed=12, size=(45, 45)),
    "signatory/1100B0001/zhang:signature:1": Job(
        shape="signature", size=(30, 20), page=(50, 40), ink=scans.BLUE, dpi=300, text=False, seed=7
    ),
    "officer/li:signature:1": Job(
        shape="signature", size=(30, 20), page=(50, 40), ink=scans.BLACK, dpi=300, text=False,
        seed=8,
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Office:
    """A data folder, the home folder where it is not the checkout's, and more variables."""

    data: Path
    home: Path = ROOT
    variables: Mapping[str, str] = field(default_factory=dict)

    def run(self, *words: str | Path, by: str = "li", **variables: str) -> Outcome:
        """Runs the program in this office, an officer's PIN at hand."""
        return originpress.run(*words, environment=self.environment(by) | variables)

    def environment(self, by: str = "li") -> dict[str, str]:
        """The variables that lead a program to this office."""
        return {
            "ORIGINPRESS_DATA": str(self.data),
            "ORIGINPRESS_HOME": str(self.home),
            "ORIGINPRESS_KEY_PASSWORD": PASSWORD,
            "ORIGINPRESS_PIN": PINS[by],
            **self.variables,
        }

    def must(self, *words: str | Path, by: str = "li") -> str:
        done = self.run(*words, by=by)
        assert done.code == 0, f"originpress {' '.join(map(str, words))}: {done.err}"
        return done.out

    def copy(self, into: Path, home: Path | None = None) -> "Office":
        """The same office again, to be spoiled."""
        shutil.copytree(self.data, into)
        return replace(self, data=into, home=home or self.home)

    def approve(self, file: Path, *options: str, place: str = "local") -> dict[str, Any]:
        words = ["--officer", "li", "--enterprise", ENTERPRISE, "--signatory", SIGNATORY]
        said = self.must("approve", file, "--print-place", place, *words, *options, "--json")
        return json.loads(said)

    def issue(self, *words: str | Path, **variables: str) -> Outcome:
        return self.run("issue", *words, "--json", **variables)

    def entries(self) -> list[dict[str, Any]]:
        """What the log's journal says, an event a line."""
        journal = self.data / "log" / "journal"
        lines = journal.read_text().splitlines() if journal.exists() else []
        return [json.loads(line.split(" ", 2)[2]) for line in lines]

    def outputs(self) -> list[dict[str, Any]]:
        """The register's outputs, read by SQLite itself."""
        with sqlite3.connect(f"file:{self.data / 'register.sqlite'}?mode=ro", uri=True) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            database.row_factory = sqlite3.Row
            return [dict(row) for row in database.execute("SELECT * FROM output ORDER BY id")]


def found(office: Path) -> Office:
    """Founds an office in a folder: keys of a demonstration, two officers, approved seals."""
    new = Office(office / "data")
    new.must("keys", "init", "--demonstration")
    for person, name in (("li", "Li Ming"), ("wang", "Wang Fang")):
        new.must("operator", "enroll", person, "--name", name, "--role", "officer", by=person)
    for number, (seal, job) in enumerate(SEALS.items()):
        scan = scans.scan(job).save(office / f"scan-{number}.png")
        owner, kind, _ = seal.split(":")
        new.must("seal", "enroll", scan, "--owner", owner, "--kind", kind)
        new.must("seal", "approve", seal, "--officer", "li")
    new.must("seal", "approve", "issuer:issuer:1", "--officer", "wang", by="wang")
    return new


@cache
def sample(form: str, destination: str | None, items: int) -> str:
    where = ["--destination", destination] if destination else []
    return originpress.must("sample", form, "--items", str(items), *where)


def certificate(
    path: Path, form: str = "RCEP", destination: str | None = "JP", items: int = 3, mark: str = ""
) -> Path:
    """A certificate's file; another mark makes another certificate of it."""
    draft = json.loads(sample(form, destination, items))
    if mark:
        draft["invoices"][0]["number"] = f"INV {mark}"
    path.write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
    return path


def home(folder: Path, keys: str) -> Path:
    """A home folder whose site has other keys: ``keys`` is the section's YAML."""
    folder.mkdir()
    for name in ("Fonts", "printers"):
        os.symlink(ROOT / name, folder / name)
    shutil.copytree(ROOT / "Layouts", folder / "Layouts")
    with (folder / "Layouts" / "policy" / "site.yaml").open("a", encoding="utf-8") as site:
        site.write(keys)
    return folder
