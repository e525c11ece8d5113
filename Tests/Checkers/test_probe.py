"""Sheets that show what nobody knows of an impact printer, and the profile that answers make."""

import json
import shutil
from pathlib import Path

import decoder
import originpress
import pytest
from originpress import ROOT


def probed(sheet: str, into: Path) -> list[list[str]]:
    """The texts of each form of a probe, as EscaPy reads them."""
    out = into / f"{sheet}.prn"
    originpress.must("printer", "probe", "--device", "generic-24pin", "--sheet", sheet, "-o", out)
    jobs = out.read_bytes().replace(b"\x0c\x1b@", b"\x0c\0\x1b@").split(b"\0\x1b@")
    jobs = [jobs[0]] + [b"\x1b@" + job for job in jobs[1:]]
    found = []
    for number, job in enumerate(jobs):
        decoded = decoder.decode(job, into / f"{sheet}-{number}")
        assert decoded.code == 0, decoded.message
        found.append([run.text for run in decoder.runs(decoded.pdf)])
    return found


def test_every_character_of_the_code_page_is_struck(tmp_path: Path) -> None:
    """Python's own cp850 says which character each code is; EscaPy's font has Latin 1 alone."""
    (texts,) = probed("characters", tmp_path)
    wanted = {code: bytes([code]).decode("cp850") for code in range(0x80, 0x100)}
    for unseen in (0xF0, 0xFF):
        del wanted[unseen]
    struck_as = {text[:2]: text[3:] for text in texts if len(text) == 4 and text[2] == " "}
    assert set(struck_as) == {f"{code:X}" for code in wanted}
    wrong = {
        code: character
        for code, character in wanted.items()
        if ord(character) < 0x100 and struck_as[f"{code:X}"] != character
    }
    assert wrong == {}


@pytest.mark.parametrize(("sheet", "line"), [
    ("chinese", "2  ÑÕÇÜ ÉÍÓÚ 12.50"), ("copies", "aegs mnrv wiltfj @#%&"),
    ("language", "LAST    | 0123456789 ABCDEFGHIJ"),
])  # fmt: skip
def test_both_forms_of_a_probe_say_the_same(sheet: str, line: str, tmp_path: Path) -> None:
    one, two = probed(sheet, tmp_path)
    assert one.count(line) == two.count(line) == 1
    # The number of the form is all that differs.
    assert abs(len(one) - len(two)) <= 2


def test_answers_make_a_profile_that_prints_by_them(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    for name in ("Layouts", "Fonts"):
        (home / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "printers", home / "printers")
    made = home / "printers" / "seen.yaml"
    words = ["printer", "probe", "--device", "generic-24pin", "-o", made, "--home", home]
    answers = ["wrong=ÑÕ", "starts-in-chinese=no", "copies=3", "escp2=yes"]
    asked = [word for answer in answers for word in ("--answer", answer)]
    originpress.must(*words, *asked)
    sample = json.loads(originpress.sample("L", 1))
    sample["importer"]["name"] = "JOSÉ CAÑAS"
    (tmp_path / "l.json").write_text(json.dumps(sample), encoding="utf-8")
    out = tmp_path / "l.prn"
    originpress.must("render", tmp_path / "l.json", "--device", "seen", "--home", home, "-o", out)
    stream = out.read_bytes()
    assert b"\x1b(U" in stream and b"\x1bG" in stream, "ESC/P 2, struck twice"
    assert decoder.LEAVE_CHINESE_MODE not in stream
    assert b"JOS\x90" in stream and b"\xa5" not in stream.split(b"JOS\x90")[1][:4]
    before = made.read_text("utf-8")
    done = originpress.run(*words, "--answer", "copies=1", "--json")
    assert done.code == 1 and "command.profile-exists" in done.err
    assert made.read_text("utf-8") == before
    originpress.must(*words, "--answer", "copies=1", "--replace")
    assert "carbonCopies: 1" in made.read_text("utf-8")


@pytest.mark.parametrize("words", [
    ("--device", "generic-24pin"), ("--sheet", "copies"), ("p", "--device", "generic-24pin"),
    ("--device", "generic-24pin", "--sheet", "copies"),
    ("--device", "generic-24pin", "--sheet", "copies", "--answer", "copies=1", "-o", "x.yaml"),
    ("--device", "generic-24pin", "--sheet", "fonts", "-o", "x.prn"),
])  # fmt: skip
def test_orders_of_a_probe_that_make_no_sense(words: tuple[str, ...]) -> None:
    assert originpress.run("printer", "probe", *words).code == 2
