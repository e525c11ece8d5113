"""Sets every certificate of a JSONL file with Typst, one PDF each; the peer of the bench."""

import datetime
import json
import sys
from pathlib import Path

import typst

FONTS = ["/usr/share/fonts/truetype/liberation", "/usr/share/fonts/opentype/noto"]
DAY = datetime.datetime(2026, 1, 5, tzinfo=datetime.timezone.utc)  # noqa: UP017 - runs on 3.9 too


def main(template: Path, batch: Path, codes: Path, folder: Path) -> None:
    compiler = typst.Compiler(template, font_paths=FONTS, ignore_system_fonts=True)
    pictures = json.loads(codes.read_text(encoding="utf-8"))
    folder.mkdir(exist_ok=True)
    with batch.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            compiler.compile(
                output=str(folder / f"{number}.pdf"),
                sys_inputs={"certificate": line, "code": pictures[number]},
                timestamp=DAY,
            )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:5]))
