"""Several programs at one office at once, and programs that are killed: no doubt is left after."""

import json
import os
import random
import signal
import subprocess
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import merkle
import office as founding
import originpress
import pytest
from conftest import Renders
from office import Office

DIFFERENT = 8


@pytest.fixture(scope="module")
def template(renders: Renders, office: Office) -> Path:
    """An office with several certificates approved, their files beside it."""

    def make(into: Path) -> None:
        copied = office.copy(into / "data")
        for number in range(DIFFERENT):
            copied.approve(
                founding.certificate(into / f"c{number}.json", items=1, mark=f"T{number}")
            )

    return renders.once("approved-several", make)


def demand_order(office: Office, count: int) -> None:
    """Serials without gap or double, each release logged once, log and register whole."""
    outputs = office.outputs()
    serials = sorted(output["serial"] for output in outputs)
    assert serials == [f"CCPIT{n:012}" for n in range(1, count + 1)]
    assert {output["state"] for output in outputs} == {"issued"}
    entries = office.entries()
    seen = Counter((e["event"], e["details"].get("output")) for e in entries)
    for output in outputs:
        for event in ("release", "sealed", "issue"):
            assert seen[event, output["id"]] == 1, (event, output["id"])
        for column, event in (("releaseEntry", "release"), ("fileEntry", "sealed")):
            entry = entries[output[column]]
            assert (entry["event"], entry["details"]["output"]) == (event, output["id"])
    office.must("log", "checkpoint")
    office.must("log", "verify")
    tree, _ = merkle.tree(office.data)
    note = (office.data / "log" / "checkpoint").read_text().splitlines()
    assert merkle.stated(note) == (len(entries), tree.get_root(len(entries)))


def test_one_certificate_by_two_programs(template: Path, tmp_path: Path) -> None:
    copied = Office(template / "data").copy(tmp_path / "data")
    files = [tmp_path / f"{n}.pdf" for n in range(2)]
    with ThreadPoolExecutor() as pool:
        ended = list(pool.map(lambda file: copied.issue(template / "c0.json", "-o", file), files))
    assert [done.code for done in ended] == [0, 0], [done.err for done in ended]
    assert files[0].read_bytes() == files[1].read_bytes()
    assert ended[0].out == ended[1].out
    demand_order(copied, 1)


def test_different_certificates_by_eight_programs(template: Path, tmp_path: Path) -> None:
    copied = Office(template / "data").copy(tmp_path / "data")

    def issue(number: int) -> originpress.Outcome:
        return copied.issue(template / f"c{number}.json", "-o", tmp_path / f"{number}.pdf")

    with ThreadPoolExecutor(DIFFERENT) as pool:
        ended = list(pool.map(issue, range(DIFFERENT)))
    assert {done.code for done in ended} == {0}, [done.err for done in ended]
    assert len({json.loads(done.out)["serial"] for done in ended}) == DIFFERENT
    demand_order(copied, DIFFERENT)


def test_a_release_while_officers_decide_on_seals(template: Path, tmp_path: Path) -> None:
    """Both write to the log; neither loses an entry."""
    copied = Office(template / "data").copy(tmp_path / "data")
    before = len(copied.entries())
    owner = "enterprise/1100B0001"
    steps = [("seal", "suspend", owner, "--officer", "li"),
             ("seal", "suspend", owner, "--end", "--officer", "li")]  # fmt: skip
    for seal in list(founding.SEALS)[2:]:
        steps.append(("seal", "end", seal, "--officer", "li", "--reason", "lost"))
    words = ("issue", template / "c0.json", "-o", tmp_path / "c.pdf", "--json")
    with ThreadPoolExecutor() as pool:
        ended = list(pool.map(lambda step: copied.run(*step), [words, *steps]))
    assert all(done.code == 0 for done in ended[1:]), [done.err for done in ended]
    revoked = [e for e in copied.entries()[before:] if e["event"] == "seal-revoked"]
    assert len(revoked) == len(founding.SEALS) - 2
    # The release came before the seals ended, or it was refused; never something between.
    assert ended[0].code in (0, 1) and (tmp_path / "c.pdf").exists() == (ended[0].code == 0)
    assert [o["state"] for o in copied.outputs()] in ([], ["issued"], ["reserved"])
    copied.must("log", "checkpoint")
    copied.must("log", "verify")


def test_killed_at_any_moment(template: Path, tmp_path: Path) -> None:
    """Whenever the program is killed, a later run finishes: one serial, each entry once."""
    copied = Office(template / "data").copy(tmp_path / "data")
    dice = random.Random(int(os.environ["ORIGINPRESS_SEED"]))
    print(f"seed {os.environ['ORIGINPRESS_SEED']}")
    kills = 40 if originpress.SOAK else 8
    target, killed = tmp_path / "c.pdf", 0
    for step in range(kills):
        words = [originpress.PROGRAM, "issue", template / "c0.json", "-o", target]
        process = subprocess.Popen(
            [str(word) for word in words],
            env={**os.environ, **copied.environment()},
            cwd=originpress.ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(dice.uniform(0.02, 0.12) * (step + 1))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed += 1
        process.wait()
        if target.exists():
            break
    assert killed > 0
    done = copied.issue(template / "c0.json", "-o", target)
    assert done.code == 0, done.err
    demand_order(copied, 1)
