"""Whatever people type: it is printed whole inside its frames, or refused by the field's name.

Set ORIGINPRESS_SEED to run a failed sequence again; the seed is part of each test's name.
"""

import copy
import json
import os
import random
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import originpress
import outside
import pytest
from originpress import SOAK
from test_places import colliding, misplaced, outside_their_box
from test_text import lost, missing

SEED = int(os.environ["ORIGINPRESS_SEED"])
ROUNDS = int(os.environ.get("ORIGINPRESS_SOAK_ROUNDS", "20")) if SOAK else 1

Certificate = dict[str, Any]
WORDS = ["STAINLESS", "STEEL", "钢制", "螺栓", "WASHERS", "of", "M12×40", "深圳市", "(20'GP)", "№7"]


def phrase(rng: random.Random, words: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(words))


def set_text(certificate: Certificate, rng: random.Random, text: str) -> str:
    """Puts a text into one of the fields that every form prints, and gives the field's path."""
    party = rng.choice([p for p in ("exporter", "consignee", "importer") if p in certificate])
    path = rng.choice([f"{party}.name", f"{party}.address", "goods.description", "goods.marks"])
    if path.startswith("goods"):
        key = path.split(".")[1]
        number = rng.randrange(len(certificate["goods"]))
        certificate["goods"][number][key] = text
        return f"goods[{number}].{key}"
    certificate[party][path.split(".")[1]] = text
    return path


def long_name(certificate: Certificate, rng: random.Random) -> str:
    return set_text(certificate, rng, phrase(rng, rng.randrange(20, 120)))


def long_word(certificate: Certificate, rng: random.Random) -> str:
    word = "".join(rng.choice("ABCDEFGHIKLMNOPW0123456789") for _ in range(60))
    return set_text(certificate, rng, f"{phrase(rng, 2)} {word} {phrase(rng, 2)}")


def empty_optionals(certificate: Certificate, rng: random.Random) -> str:
    optional = ["remarks", "transport", "intermediary", "letterOfCredit", "producer"]
    for key in optional:
        if rng.random() < 0.7:
            certificate.pop(key, None)
    for item in certificate["goods"]:
        for key in ("marks", "netWeight", "packages"):
            if rng.random() < 0.5:
                item.pop(key, None)
    return "|".join([*optional, "goods"])


def unusual_characters(certificate: Certificate, rng: random.Random) -> str:
    # An emoji, a joined emoji, unassigned, private use, a rare name character, a variation selector
    odd = ["😀", "👩‍🔧", "\u0378", "\ue000", "\U00020bb7", "葛\U000e0100", "\ufffd", "ﬁ", "Ł", "Ж"]
    return set_text(certificate, rng, phrase(rng, 2) + " " + rng.choice(odd) + " END")


def control_characters(certificate: Certificate, rng: random.Random) -> str:
    odd = ["\u0007", "\u0000", "\u001b[2J", "\u200b", "\u202e", "\u00ad", "\u0085", "\t", "\ufeff"]
    return set_text(certificate, rng, "BEFORE" + rng.choice(odd) + "AFTER " + phrase(rng, 3))


def right_to_left(certificate: Certificate, rng: random.Random) -> str:
    words = ["شركة", "التجارة", "חברה", "LTD", "بغداد", "12"]
    return set_text(certificate, rng, " ".join(rng.choice(words) for _ in range(6)))


def ten_lines(certificate: Certificate, rng: random.Random) -> str:
    return set_text(certificate, rng, "\n".join(phrase(rng, 3) for _ in range(10)))


def many_items(certificate: Certificate, rng: random.Random) -> str:
    items = certificate["goods"]
    certificate["goods"] = [copy.deepcopy(items[n % len(items)]) for n in range(500)]
    for number, item in enumerate(certificate["goods"]):
        item["description"] = f"{phrase(rng, 3)} LOT {number:03}"
    return "goods"


MUTATIONS: list[Callable[[Certificate, random.Random], str]] = [
    long_name,
    long_word,
    empty_optionals,
    unusual_characters,
    control_characters,
    right_to_left,
    ten_lines,
]


def visible(value: Any) -> Any:
    """The certificate with characters taken out that leave no mark on paper."""
    if isinstance(value, dict):
        return {key: visible(member) for key, member in value.items()}
    if isinstance(value, list):
        return [visible(member) for member in value]
    if isinstance(value, str):
        kept = (c for c in value if c.isspace() or unicodedata.category(c) not in ("Cc", "Cf"))
        return logical("".join(kept))
    return value


def logical(text: str) -> str:
    """Right-to-left words are compared by their letters: readers differ in the order they give."""
    return " ".join(
        "" if any(unicodedata.bidirectional(c) in ("R", "AL") for c in word) else word
        for word in text.split(" ")
    )


def judge(certificate: Certificate, field: str, folder: Path) -> None:
    """The rule of this file, for one certificate."""
    file, pdf = folder / "certificate.json", folder / "out.pdf"
    file.write_text(json.dumps(certificate, ensure_ascii=False), encoding="utf-8")
    outcome = originpress.run("render", file, "-o", pdf)
    if outcome.code == 1:
        assert not pdf.exists(), "a refused certificate left a file"
        names = [path.split(".")[0] for path in field.split("|")]
        assert any(name in outcome.err for name in names), f"{field} unnamed: {outcome.err}"
        return
    assert outcome.code == 0, f"exit code {outcome.code}: {outcome.err[-2000:]}"
    outside.check_syntax(pdf)
    pages = originpress.pages(file)
    assert missing(visible(certificate), pages, originpress.unprinted(file)) == []
    assert lost(outside.text(pdf), pages) == []
    for page, words in zip(pages, outside.words(pdf), strict=True):
        assert outside_their_box(page) == []
        assert colliding(page.data()) == []
        if "|" in field:
            assert misplaced(page, words) == []


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda m: f"{m.__name__}-seed{SEED}")
def test_typed_text_is_whole_or_refused(
    form: str, mutation: Callable[[Certificate, random.Random], str], tmp_path: Path
) -> None:
    rng = random.Random(f"{SEED} {form} {mutation.__name__}")
    for _ in range(ROUNDS):
        certificate = json.loads(originpress.sample(form, rng.choice([1, 3, 12])))
        field = mutation(certificate, rng)
        judge(certificate, field, tmp_path)
        (tmp_path / "out.pdf").unlink(missing_ok=True)


@pytest.mark.parametrize("long_form", originpress.forms() if SOAK else ["C", "RCEP", "H", "S"])
def test_five_hundred_items_are_whole_or_refused(long_form: str, tmp_path: Path) -> None:
    certificate = json.loads(originpress.sample(long_form, 5))
    judge(certificate, many_items(certificate, random.Random(SEED)), tmp_path)
