"""A new form is added by following the README alone: a folder and rows, no Swift ("Every form")."""

import json
import os
import re
import shutil
import subprocess
import textwrap
from collections.abc import Callable
from pathlib import Path

import originpress
import outside
import pytest
from originpress import squeezed

CODE = "ZZ"
LAYOUT = "Layouts/ZZ/2026/layout.yaml"

# What a newcomer changes in the copy (step 2): head, title, a caption, a box of its own.
EDITS = [
    ("form: GE", "form: ZZ"),
    ('edition: "2018"', 'edition: "2026"'),
    ("from: 2018-01-01", "from: 2026-01-01"),
    ("China-Georgia", "China-Atlantis"),
    ("格鲁吉亚", "亚特兰蒂斯"),
    ("not found; follows A", "drawn after annex 3"),
]
BOXES = """
  boxes:
    - {id: "1", caption: "1. Exporter in the land of origin:"}
    - id: official-use
      parts:
        - {id: gate, text: "Gate of Poseidon:", frame: [2, 6, 30, 4], style: caption}
        - {id: gate-place, show: "{transport.discharge}", frame: [2, 10, 30, 6], style: value}
"""
# The boxes and columns of the China-Georgia form, which the copy keeps.
KEPT = ["2. Producer", "6. Item number", "11. Gross or net weight", "14. Certification"]


class Newcomer:
    """Someone with a copy of the data files, the program and the README."""

    def __init__(self, home: Path) -> None:
        self.home = home
        readme = (originpress.ROOT / "README.md").read_text(encoding="utf-8")
        section = readme.split("## Adding a form\n")[1].split("\n## ")[0]
        blocks = re.findall(r"```(\w+)\n(.*?)```", section, re.S)
        commands = [lines(text) for kind, text in blocks if kind == "sh"]
        assert len(commands) == 2, "the README has two blocks of commands"
        self.copying, self.looking = commands
        (tables,) = [textwrap.dedent(text) for kind, text in blocks if kind == "yaml"]
        self.rows = dict(re.findall(r"^# (\S+\.yaml).*\n((?:  .*\n)+)", tables, re.M))

    def run(self, command: str) -> subprocess.CompletedProcess[str]:
        """Runs a line of the README as it stands, in the copy."""
        return subprocess.run(
            ["bash", "-c", f'originpress() {{ "$PROGRAM" "$@"; }}; {command}'],
            cwd=self.home,
            env={**os.environ, "PROGRAM": str(originpress.PROGRAM), "ORIGINPRESS_HOME": "."},
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    def must(self, command: str) -> str:
        done = self.run(command)
        assert done.returncode == 0, f"{command}: {done.stderr}"
        return done.stdout

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        file = self.home / path
        before = file.read_text(encoding="utf-8")
        after = change(before)
        assert after != before, f"nothing was changed in {path}"
        file.write_text(after, encoding="utf-8")

    def faults(self) -> list[str]:
        """The errors of `layout check` as `file:line:column key`."""
        done = self.run(f"originpress layout check {CODE} --json")
        found = json.loads(done.stderr)["diagnostics"]
        errors = [entry for entry in found if entry["severity"] == "error"]
        assert done.returncode == (1 if errors else 0), done.stderr
        return [
            f"{entry['file']}:{entry['line']}:{entry['column']} {entry['key']}" for entry in errors
        ]


def lines(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]


def edited(layout: str) -> str:
    for old, new in EDITS:
        assert old in layout, old
        layout = layout.replace(old, new)
    return layout.replace("\nfront:\n", "\nfront:" + BOXES)


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory: pytest.TempPathFactory) -> Newcomer:
    """Steps 1 to 3; on the way the checker says what is still missing."""
    home = tmp_path_factory.mktemp("newcomer")
    for folder in ("Layouts", "Fonts", "printers"):
        shutil.copytree(originpress.ROOT / folder, home / folder)
    newcomer = Newcomer(home)
    for command in newcomer.copying:
        newcomer.must(command)
    wrong = [f"{LAYOUT}:4:7 command.wrong-folder", f"{LAYOUT}:5:10 command.wrong-folder"]
    assert newcomer.faults() == wrong
    newcomer.edit(LAYOUT, edited)
    assert newcomer.faults() == [f"{LAYOUT}:4:7 forms.no-row"]
    for table, rows in newcomer.rows.items():
        newcomer.edit(f"Layouts/policy/{table}", lambda text, rows=rows: text + rows)
    shapes = "Layouts/policy/number-shapes.yaml"
    newcomer.edit(shapes, lambda text: text.replace("letters: {", f"letters: {{{CODE}: {CODE}, "))
    return newcomer


def test_every_command_of_the_readme_works(newcomer: Newcomer) -> None:
    for command in newcomer.looking:
        newcomer.must(command)
    assert newcomer.faults() == []
    assert (newcomer.home / "proof.png").read_bytes().startswith(b"\x89PNG")
    assert "CHINA-ATLANTIS" in (newcomer.home / "gallery/index.html").read_text(encoding="utf-8")


def test_the_form_is_listed(newcomer: Newcomer) -> None:
    forms = json.loads(newcomer.must("originpress forms --json"))
    (form,) = [form for form in forms if form["code"] == CODE]
    (edition,) = form["editions"]
    assert form["nameChinese"] == "中国-亚特兰蒂斯原产地证书"
    assert (edition["from"], edition["itemCap"]) == ("2026-01-01", 20)
    assert edition["unverified"] == ["geometry", "captions", "declaration"]


def test_the_cap_and_the_number_letters_hold(newcomer: Newcomer) -> None:
    assert "20" in newcomer.run(f"originpress sample {CODE} --items 21").stderr
    certificate = json.loads(newcomer.must(f"originpress sample {CODE} --items 20"))
    for number, code in ((f"26{CODE}123456789/00001", 0), ("26GE123456789/00001", 1)):
        certificate["number"] = number
        file = newcomer.home / "numbered.json"
        file.write_text(json.dumps(certificate), encoding="utf-8")
        assert newcomer.run("originpress check numbered.json").returncode == code


@pytest.mark.parametrize("content", ["full", "overlay", "blank"])
def test_the_text_is_on_the_paper(newcomer: Newcomer, content: str) -> None:
    name = f"{content}.json"
    certificate = json.loads(newcomer.must(f"originpress sample {CODE} --items 2 | tee {name}"))
    newcomer.must(f"originpress render {name} -o {content}.pdf --content {content}")
    text = squeezed("".join(outside.text(newcomer.home / f"{content}.pdf")))
    form = ["China-Atlantis Free Trade Agreement", "1. Exporter in the land of origin:"]
    form += ["Gate of Poseidon:", *KEPT]
    data = [certificate["exporter"]["name"], certificate["transport"]["discharge"]]
    data += [item["description"] for item in certificate["goods"]]
    for words, isThere in [(w, content != "overlay") for w in form] + [
        (w, content != "blank") for w in data
    ]:
        assert (squeezed(words) in text) == isThere, words


def test_no_swift_knows_the_forms() -> None:
    """The codes of forms are data: no source names one in a list of its own."""
    codes = {code for code in originpress.forms() if len(code) > 1}
    named = [
        f"{path.name}: {code}"
        for path in (originpress.ROOT / "Sources").rglob("*.swift")
        for code in re.findall(r'(?:case|==|!=) "(\w+)"', path.read_text(encoding="utf-8"))
        if code in codes
    ]
    assert named == []
