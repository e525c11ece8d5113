"""Runs the large numbers of the Swift tests, the checkers and the fuzz targets; keeps the record.

Tests/Soak.md gets the date, the seed and what was run; a run can be repeated with ORIGINPRESS_SEED.
ORIGINPRESS_SOAK_ROUNDS says how often each form is changed in each way (20).
"""

import argparse
import datetime
import os
import random
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RECORD = ROOT / "Tests" / "Soak.md"


@dataclass(frozen=True)
class Stage:
    """A command, and the lines of its output that say how much was done."""

    name: str
    command: list[str]
    figures: re.Pattern[str]


@dataclass(frozen=True)
class Outcome:
    """What became of a stage."""

    name: str
    passed: bool
    minutes: float
    figures: list[str]


def stages(swift: list[str], fuzz_seconds: int) -> list[Stage]:
    return [
        Stage("Swift tests", swift, re.compile(r"Test run with .*|soak: .*")),
        Stage(
            f"checkers, {os.environ.get('ORIGINPRESS_SOAK_ROUNDS', '20')} rounds of each change",
            [sys.executable, "-m", "pytest", "Tests/Checkers"],
            re.compile(r"=+ .*passed.* =+|\d+ passed.*|\d+ failed.*"),
        ),
        Stage(
            f"fuzz targets, {fuzz_seconds} s each",
            ["Tests/Fuzz/run.sh", str(fuzz_seconds)],
            re.compile(r".*(Done \d+ runs|stopped;).*"),
        ),
    ]


def run(stage: Stage, seed: int) -> Outcome:
    """Runs a stage, shows its output as it comes, picks out its figures."""
    environment = os.environ | {"ORIGINPRESS_SOAK": "1", "ORIGINPRESS_SEED": str(seed)}
    started = time.monotonic()
    process = subprocess.Popen(
        stage.command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    figures = []
    for line in process.stdout or []:
        print(line, end="", flush=True)
        if found := stage.figures.search(line):
            figures.append(" ".join(found.group(0).strip(" =\n").split()))
    passed = process.wait() == 0
    return Outcome(stage.name, passed, (time.monotonic() - started) / 60, figures)


def report(outcomes: list[Outcome], seed: int, commit: str) -> str:
    lines = [
        "# The last soak run",
        "",
        f"{datetime.date.today()}, seed {seed}, at {commit}, {os.cpu_count()} cores."
        " `make soak` writes this file; `ORIGINPRESS_SEED` repeats a run.",
        "",
        "| what | verdict | minutes | figures |",
        "| --- | --- | --- | --- |",
    ]
    for outcome in outcomes:
        verdict = "passed" if outcome.passed else "**failed**"
        figures = "<br>".join(figure.replace("|", "/") for figure in outcome.figures)
        lines.append(f"| {outcome.name} | {verdict} | {outcome.minutes:.1f} | {figures} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fuzz-seconds", type=int, default=60)
    parser.add_argument("swift", nargs="+", help="the command that runs the Swift tests")
    options = parser.parse_args()
    seed = int(os.environ.get("ORIGINPRESS_SEED") or random.SystemRandom().randrange(10**6))
    describe = ["git", "describe", "--always", "--dirty"]
    commit = subprocess.run(describe, cwd=ROOT, capture_output=True, text=True).stdout.strip()
    outcomes = [run(stage, seed) for stage in stages(options.swift, options.fuzz_seconds)]
    RECORD.write_text(report(outcomes, seed, commit), encoding="utf-8")
    print(RECORD.read_text(encoding="utf-8"))
    if failed := [outcome.name for outcome in outcomes if not outcome.passed]:
        sys.exit(f"failed: {', '.join(failed)}")


if __name__ == "__main__":
    main()
