"""The gallery shows every form, edition and side, and works without a net."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import originpress
import pytest
from conftest import Renders
from PIL import Image

VOID = {"meta", "img", "link", "br", "hr"}


@dataclass
class Section:
    """What the page says of one form."""

    code: str
    words: list[str] = field(default_factory=list)
    pictures: dict[str, str] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words)


class Reader(HTMLParser):
    """Reads the page strictly: each element that is opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.sections: dict[str, Section] = {}
        self.anchors: list[str] = []
        self.current: Section | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            self.open.append(tag)
        if tag == "section":
            self.current = Section(values["id"])
            assert values["id"] not in self.sections
            self.sections[values["id"]] = self.current
        elif tag == "a":
            (self.current.links if self.current else self.anchors).append(values["href"])
        elif tag == "img" and self.current:
            self.current.pictures[values["alt"]] = values["src"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        if tag == "section":
            self.current = None

    def handle_data(self, data: str) -> None:
        if self.current:
            self.current.words.append(data)


@pytest.fixture(scope="module")
def gallery(renders: Renders) -> Path:
    def make(folder: Path) -> None:
        originpress.must("forms", "--gallery", folder)

    return renders.once("gallery", make)


@pytest.fixture(scope="module")
def page(gallery: Path) -> Reader:
    reader = Reader()
    reader.feed((gallery / "index.html").read_text(encoding="utf-8"))
    reader.close()
    assert reader.open == []
    return reader


def forms() -> list[dict]:
    return json.loads(originpress.must("forms", "--json"))


def test_every_form_has_a_section_and_a_link(page: Reader) -> None:
    codes = [form["code"] for form in forms()]
    assert list(page.sections) == codes
    assert page.anchors == [f"#{code}" for code in codes]


def test_every_edition_and_side_has_a_picture(page: Reader, gallery: Path) -> None:
    for form in forms():
        section = page.sections[form["code"]]
        for edition in form["editions"]:
            name = f"{form['code']} {edition['edition']}"
            sides = {alt.partition(", ")[2] for alt in section.pictures if alt.startswith(name)}
            wanted = {"front"} | ({"overleaf"} if edition["backPage"] else set())
            assert wanted <= sides, name
            proof = f"{form['code']}-{edition['edition']}-proof-front.png"
            assert proof in section.links
            # A further sheet with a face of its own is in the proof too.
            further = gallery / proof.replace("front", "continuation")
            assert ("continuation sheet" in sides) == further.exists(), name


def test_pictures_are_a4_and_none_is_left_over(page: Reader, gallery: Path) -> None:
    linked = {link for section in page.sections.values() for link in section.links}
    shown = {path for section in page.sections.values() for path in section.pictures.values()}
    assert shown <= linked
    assert {path.name for path in gallery.glob("*.png")} == linked
    for name in linked:
        with Image.open(gallery / name) as image:
            assert image.size in {(827, 1169), (827, 1170)}, name


def test_the_page_states_what_forms_state(page: Reader) -> None:
    for form in forms():
        text = page.sections[form["code"]].text
        assert form["nameEnglish"] in text and form["nameChinese"] in text
        for edition in form["editions"]:
            cap = edition.get("itemCap")
            assert f"from {edition['from']}" in text
            assert (f"{cap} items" if cap else "no cap") in text
            assert edition["sealMode"] in text
            assert ("not verified" in text) == any(e["unverified"] for e in form["editions"])


def test_it_needs_no_net(gallery: Path) -> None:
    text = (gallery / "index.html").read_text(encoding="utf-8")
    assert "://" not in text and "<script" not in text


def test_a_folder_that_cannot_be_made_is_named() -> None:
    outcome = originpress.run("forms", "--gallery", "/dev/null/gallery")
    assert outcome.code == 3
    assert "/dev/null/gallery" in outcome.err
