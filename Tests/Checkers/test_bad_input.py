"""Bad input and a failing outside: one sentence, the right exit code, nothing left behind."""

import base64
import json
import shutil
import struct
import zlib
from pathlib import Path
from typing import Any

import originpress
import pytest
from originpress import ROOT, Outcome

REFUSED, USAGE, FAILED = 1, 2, 3


def form() -> str:
    return originpress.forms()[0]


def certificate() -> dict[str, Any]:
    return json.loads(originpress.sample(form(), 1))


def spoken(outcome: Outcome, code: int) -> str:
    """The message of a run that ended as it should: short, and no trace of a crash."""
    assert outcome.code == code, f"exit code {outcome.code}, not {code}: {outcome.err[-2000:]}"
    assert outcome.err.strip(), "nothing was said"
    assert len(outcome.err.strip().splitlines()) <= 6, outcome.err
    for trace in ("Fatal error", "Stack dump", "Swift.", "DecodingError", "NSError", "Optional("):
        assert trace not in outcome.err
    return outcome.err


def rendering(folder: Path, text: str, *options: str | Path) -> Outcome:
    """Renders a text as certificate; nothing may be left when that fails."""
    file, out = folder / "certificate.json", folder / "out" / "page.pdf"
    out.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    outcome = originpress.run("render", file, "-o", out, *options, timeout=60)
    if outcome.code != 0:
        assert list(out.parent.iterdir()) == [], "a partial file was left"
    return outcome


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"form": "NOSUCH"}, "NOSUCH"),
        ({"goods": "many"}, "goods"),
        ({"goods": []}, "goods"),
        ({"exporter": 7}, "exporter"),
        ({"consigne": {"name": "X"}}, "consignee"),
        ({"destination": "ZZZ"}, "destination"),
        ({"issue": {"date": "2026-02-30"}}, "issue.date"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_wrong_fields_are_named(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    text = json.dumps(certificate() | change)
    assert said in spoken(rendering(tmp_path, text), REFUSED)
    assert said in spoken(originpress.run("check", tmp_path / "certificate.json"), REFUSED)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "nul", '{"form": "C"', '{"a":' * 5000, "\ufeff{}x"]
)
def test_what_is_no_certificate_is_refused(text: str, tmp_path: Path) -> None:
    spoken(rendering(tmp_path, text), REFUSED)


def test_text_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "certificate.json"
    file.write_bytes('{"form": "证书"}'.encode("gb18030"))
    assert "UTF-8" in spoken(originpress.run("check", file), REFUSED)


def png(width: int, height: int, data: bytes) -> bytes:
    """A gray PNG of a stated size around any compressed data."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        checked = kind + body
        return struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def small_png() -> bytes:
    return png(8, 8, zlib.compress(b"\0" * 72))


BAD_MARKS = {
    "truncated": small_png()[:-20],
    "header only": small_png()[:20],
    "decompression bomb": png(60_000, 60_000, zlib.compress(bytes(10_000_000))),
    "huge by its header": png(2**31 - 1, 2**31 - 1, b""),
    "no picture": b"GIF89a" + bytes(40),
    "empty": b"",
}


def with_mark(data: bytes) -> str:
    changed = certificate()
    changed["goods"][0]["markImages"] = [{"base64": base64.b64encode(data).decode()}]
    return json.dumps(changed)


@pytest.mark.parametrize("name", BAD_MARKS)
def test_bad_mark_images_are_refused(name: str, tmp_path: Path) -> None:
    message = spoken(rendering(tmp_path, with_mark(BAD_MARKS[name])), REFUSED)
    assert "goods[0].markImages" in message


def test_a_good_mark_image_is_taken(tmp_path: Path) -> None:
    outcome = rendering(tmp_path, with_mark(small_png()))
    assert outcome.code == 0, outcome.err


def home(folder: Path) -> Path:
    """A copy of the data folders, for spoiling."""
    copy = folder / "home"
    for name in ("Layouts", "Fonts", "printers"):
        shutil.copytree(ROOT / name, copy / name)
    return copy


def layout(copy: Path) -> Path:
    return sorted((copy / "Layouts" / form()).glob("*/layout.yaml"))[-1]


BROKEN_LAYOUTS = {
    "cut off": lambda text: text[: len(text) // 2] + "\n  - {",
    "tab": lambda text: text.replace("\n", "\n\t", 1),
    "not yaml": lambda text: "{]",
    "a list": lambda text: "- 1\n",
    "empty": lambda text: "",
    "alias": lambda text: text + "\nextra: &a [*a]\n",
    "unknown key": lambda text: text + "\nboxs: []\n",
}


@pytest.mark.parametrize("name", BROKEN_LAYOUTS)
def test_a_broken_layout_is_refused_with_its_place(name: str, tmp_path: Path) -> None:
    copy = home(tmp_path)
    file = layout(copy)
    file.write_text(BROKEN_LAYOUTS[name](file.read_text(encoding="utf-8")), encoding="utf-8")
    outcome = originpress.run("layout", "check", "--home", copy)
    assert outcome.code == REFUSED
    assert "layout.yaml:" in outcome.err
    rendered = rendering(tmp_path, originpress.sample(form(), 1), "--home", copy)
    assert rendered.code == REFUSED and "layout.yaml:" in rendered.err


def test_a_missing_font_is_named(tmp_path: Path) -> None:
    copy = home(tmp_path)
    manifest = copy / "Fonts" / "fonts.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("/usr/share/fonts/", "/usr/share/no-fonts/"), encoding="utf-8")
    outcome = rendering(tmp_path, originpress.sample(form(), 1), "--home", copy)
    assert outcome.code in (REFUSED, FAILED)
    assert "no-fonts" in spoken(outcome, outcome.code)


def test_a_home_without_layouts_is_named(tmp_path: Path) -> None:
    outcome = rendering(tmp_path, originpress.sample(form(), 1), "--home", tmp_path / "nowhere")
    assert outcome.code in (REFUSED, FAILED)
    spoken(outcome, outcome.code)


@pytest.mark.parametrize(
    "command", [["rendr"], ["render"], ["render", "x", "-o", "y", "--dpi", "a"]]
)
def test_bad_usage_ends_with_two(command: list[str]) -> None:
    outcome = originpress.run(*command)
    assert outcome.code == USAGE and outcome.err.strip()


def test_an_unknown_form_is_refused() -> None:
    assert "NOSUCH" in spoken(originpress.run("sample", "NOSUCH"), REFUSED)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    spoken(originpress.run("render", missing, "-o", tmp_path / "page.pdf"), REFUSED)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["pdf", "png", "pwg"])
def test_output_that_cannot_be_written(kind: str, tmp_path: Path) -> None:
    file = tmp_path / "certificate.json"
    file.write_text(originpress.sample(form(), 1), encoding="utf-8")
    (tmp_path / "plain").touch()
    for out in (tmp_path / "plain" / f"page.{kind}", tmp_path / "none" / f"page.{kind}"):
        spoken(originpress.run("render", file, "-o", out), FAILED)
    assert {path.name for path in tmp_path.iterdir()} == {"certificate.json", "plain"}


def test_a_full_disk(tmp_path: Path) -> None:
    """The link stands for a device, which must be written to and never be replaced by a file."""
    file, link = tmp_path / "certificate.json", tmp_path / "full.pdf"
    file.write_text(originpress.sample(form(), 1), encoding="utf-8")
    link.symlink_to("/dev/full")
    spoken(originpress.run("render", file, "-o", link), FAILED)
    assert link.is_symlink()


def test_a_printer_that_is_off(tmp_path: Path) -> None:
    address = "ipp://localhost:1/ipp/print"  # nobody listens on port 1
    spoken(originpress.run("printer", "status", address), FAILED)
