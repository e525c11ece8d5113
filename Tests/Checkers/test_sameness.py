"""Overlay and full agree to the point; the same input gives the same bytes, whatever the order."""

import hashlib
from pathlib import Path

import originpress
import outside
from conftest import Renders


def test_overlay_puts_each_letter_where_full_does(renders: Renders, form: str, items: int) -> None:
    full = outside.letters(renders.file(form, items, "full", "pdf"))
    overlay = outside.letters(renders.file(form, items, "overlay", "pdf"))
    assert overlay, "the overlay is empty"
    assert sorted(overlay - full, key=lambda letter: (letter.page, letter.y, letter.x))[:5] == []


def digests(files: list[Path], folder: Path, order: int) -> dict[str, str]:
    """Renders the certificates in one process each and gives the hash of every PDF."""
    result = {}
    for file in files[::order]:
        out = folder / f"{order}-{file.parent.name}.pdf"
        originpress.must("render", file, "-o", out)
        result[file.parent.name] = hashlib.sha256(out.read_bytes()).hexdigest()
    return result


def test_bytes_do_not_depend_on_process_or_order(renders: Renders, tmp_path: Path) -> None:
    files = [renders.certificate(form, n) for form in originpress.forms()[:6] for n in (1, 20)]
    assert digests(files, tmp_path, 1) == digests(files, tmp_path, -1)


def test_batch_gives_the_same_bytes_as_single_runs(renders: Renders, tmp_path: Path) -> None:
    files = [renders.certificate(form, n) for form in originpress.forms()[:6] for n in (1, 20)]
    single = set(digests(files, tmp_path, 1).values())
    for order in (1, -1):
        batch = tmp_path / f"batch{order}.jsonl"
        lines = ["".join(f.read_text(encoding="utf-8").splitlines()) for f in files[::order]]
        batch.write_text("\n".join(lines) + "\n", encoding="utf-8")
        folder = tmp_path / f"batch{order}"
        originpress.must("render", "--batch", batch, "-o", folder)
        made = {hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.glob("*.pdf")}
        assert made == single
