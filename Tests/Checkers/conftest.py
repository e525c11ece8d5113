"""What the checkers share: certificates, renders and pictures, each made once a session."""

import os
import random
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import office as founding
import originpress
import pytest
import releases
from office import Office
from originpress import Page
from releases import Released


def pytest_configure() -> None:
    """One seed for all workers, which inherit it from the process that starts them."""
    os.environ.setdefault("ORIGINPRESS_SEED", str(random.SystemRandom().randrange(10**6)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`form` runs over all forms; `items` over the sizes, the largest on a few forms only."""
    names = metafunc.fixturenames
    if "form" not in names:
        return
    forms = originpress.forms()
    if "items" not in names:
        metafunc.parametrize("form", forms)
        return
    # The large sizes on the three forms that differ most; 20 items on every third form.
    few = [form for form in ("C", "RCEP", "H") if form in forms]
    some = forms if originpress.SOAK else sorted({*few, *forms[::3]})
    cases = [(form, 1) for form in forms] + [(form, 20) for form in some]
    metafunc.parametrize(("form", "items"), cases + [(form, 200) for form in few])


class Renders:
    """Renders samples into a folder which all workers of a session share."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def once(self, name: str, make: Callable[[Path], None]) -> Path:
        """A folder that `make` fills, made by whoever comes first."""
        final = self.folder / name
        if not final.exists():
            mine = self.folder / f".{os.getpid()}-{name}"
            mine.mkdir(parents=True)
            make(mine)
            try:
                mine.rename(final)
            except OSError:  # another worker was faster
                shutil.rmtree(mine)
        return final

    def certificate(self, form: str, items: int) -> Path:
        def make(folder: Path) -> None:
            text = originpress.sample(form, items)
            (folder / "certificate.json").write_text(text, encoding="utf-8")

        return self.once(f"sample-{form}-{items}", make) / "certificate.json"

    def file(self, form: str, items: int, content: str, kind: str, *options: str) -> Path:
        """The file of a kind that holds all pages, such as a PDF."""
        return self.files(form, items, content, kind, *options)[0]

    def files(self, form: str, items: int, content: str, kind: str, *options: str) -> list[Path]:
        """The files that one render made: one a page for pictures."""
        certificate = self.certificate(form, items)

        def make(folder: Path) -> None:
            originpress.must(
                "render", certificate, "-o", folder / f"page.{kind}", "--content", content, *options
            )

        name = "-".join([form, str(items), content, kind, *options]).replace("--", "")
        return in_page_order(self.once(name, make).glob(f"*.{kind}"))

    def pages(self, form: str, items: int) -> list[Page]:
        return originpress.pages(self.certificate(form, items))


def in_page_order(paths: Iterable[Path]) -> list[Path]:
    """page.png, page-2.png … page-10.png by number."""

    def number(path: Path) -> int:
        digits = "".join(filter(str.isdigit, path.stem))
        return int(digits or 0)

    return sorted(paths, key=number)


@pytest.fixture(scope="session")
def renders(tmp_path_factory: pytest.TempPathFactory) -> Renders:
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = shared / "renders"
    folder.mkdir(exist_ok=True)
    return Renders(folder)


@pytest.fixture(scope="session")
def office(renders: Renders) -> Office:
    """An office that has approved nothing yet; to be copied, never changed."""
    return Office(renders.once("office", founding.found) / "data")


@pytest.fixture(scope="session")
def released(renders: Renders, office: Office) -> Released:
    """Originals of several kinds as files and as kept for paper; never changed."""
    folder = renders.once("released", lambda into: releases.make(office, into))
    return Released(Office(folder / "data"), folder)
