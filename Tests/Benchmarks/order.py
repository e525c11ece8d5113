"""Writes Linking/order.txt of the program: what a rendering runs, for the linker to put together.

The kernel maps a program's code in blocks of 64 KB around each page that is touched, so functions
that lie scattered cost many times their size. Valgrind says which code runs, the linker's map which
section each piece stands in; one symbol of each such section goes into the list. A name which is no
longer there does nothing, and a function that is not listed stands where the linker puts it.
"""

import argparse
import bisect
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[1]
HEAD = "# The code of a rendering, for the linker. `make order` writes this file.\n"

# A line of the map: address, load address, size, alignment, then the indented name.
MAPPED = re.compile(r" *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +[0-9]+ ( *)(\S.*)")
SECTION_INDENT, SYMBOL_INDENT = 8, 16
# A line of a profile: address, line and cost.
COST = re.compile(r"0x([0-9a-f]+) ")

# Names that stand in several sections pull in all of them; up to this many bytes that is no matter.
SHARED_BYTES = 4096
# Larger sections run in part only and come last.
DENSE_BYTES = 8192


@dataclass
class Section:
    """A piece of code that the linker places as a whole."""

    start: int
    size: int
    names: list[str] = field(default_factory=list)


def code_sections(path: Path) -> list[Section]:
    """The sections of machine code in the linker's map, by address."""
    sections: list[Section] = []
    is_code = False
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if not (match := MAPPED.match(line)):
                continue
            indent, name = len(match[3]), match[4]
            if indent == SECTION_INDENT:
                is_code = ":(.text" in name
                if is_code:
                    sections.append(Section(int(match[1], 16), int(match[2], 16)))
            elif indent == SYMBOL_INDENT and is_code:
                sections[-1].names.append(name)
    return sorted((s for s in sections if s.size), key=lambda section: section.start)


def run_addresses(command: list[str | Path], folder: Path) -> set[int]:
    """The addresses of the instructions that a command runs."""
    profile = folder / "profile"
    valgrind = shutil.which("valgrind") or sys.exit("valgrind is not installed")
    options = ["--dump-instr=yes", "--compress-pos=no", "--compress-strings=no"]
    tool = [valgrind, "-q", "--tool=callgrind", *options]
    done = subprocess.run([*tool, f"--callgrind-out-file={profile}", *command], check=False)
    if done.returncode != 0:
        sys.exit(f"valgrind ended with {done.returncode}")
    with profile.open(encoding="utf-8", errors="replace") as lines:
        return {int(match[1], 16) for line in lines if (match := COST.match(line))}


def hit(sections: list[Section], addresses: set[int]) -> set[int]:
    """The numbers of the sections that hold the addresses."""
    starts = [section.start for section in sections]
    found = set()
    for address in addresses:
        number = bisect.bisect_right(starts, address) - 1
        if number >= 0 and address < starts[number] + sections[number].size:
            found.add(number)
    return found


class Names:
    """Which symbol speaks for a section."""

    def __init__(self, sections: list[Section]) -> None:
        self.bytes: dict[str, int] = defaultdict(int)
        for section in sections:
            for name in set(section.names):
                self.bytes[name] += section.size

    def of(self, section: Section) -> str | None:
        """The name that pulls in least besides."""
        if not section.names:
            return None
        name = min(section.names, key=lambda name: self.bytes[name])
        return name if self.bytes[name] <= max(section.size, SHARED_BYTES) else None


def ordered(sections: list[Section], profiles: list[set[int]]) -> list[str]:
    """The names, profile after profile: first what is small, then what runs in part only."""
    names = Names(sections)
    listed: dict[str, None] = {}
    for profile in profiles:
        found = [sections[number] for number in hit(sections, profile)]
        named = [(s.size > DENSE_BYTES, name) for s in found if (name := names.of(s))]
        listed |= dict.fromkeys(name for _, name in sorted(named))
    return list(listed)


def made(program: Path, folder: Path, *words: str | Path) -> str:
    command = [str(program), *map(str, words)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done.stdout


def profiles(program: Path, folder: Path) -> list[set[int]]:
    """One certificate, then one of every form; both were rendered before, so caches are full."""
    one, every = folder / "one.json", folder / "every.jsonl"
    one.write_text(made(program, folder, "sample", "C", "--items", "10"), encoding="utf-8")
    forms = [path.name for path in sorted((HOME / "Layouts").iterdir()) if path.name.isupper()]
    samples = [made(program, folder, "sample", form) for form in forms]
    every.write_text("".join(" ".join(text.split("\n")) + "\n" for text in samples), "utf-8")
    commands = [["render", one, "-o", folder / "one.pdf"]]
    commands += [["render", "--batch", every, "-o", folder / "every"]]
    found = []
    for command in commands:
        made(program, folder, *command)
        found.append(run_addresses([program, *command], folder))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--map", type=Path, required=True)
    parser.add_argument("--order", type=Path, required=True)
    options = parser.parse_args()
    os.environ["ORIGINPRESS_HOME"] = str(HOME)
    with tempfile.TemporaryDirectory(prefix="originpress-order-") as name:
        folder = Path(name)
        # Valgrind cannot read the debugging data of the Swift library.
        program = folder / "originpress"
        strip = shutil.which("strip") or sys.exit("strip of the binutils is not installed")
        subprocess.run([strip, "--strip-debug", "-o", program, options.program], check=True)
        found = profiles(program, folder)
    listed = ordered(code_sections(options.map), found)
    options.order.write_text(HEAD + "".join(f"{name}\n" for name in listed), encoding="utf-8")
    print(f"{options.order}: {len(listed)} names")


if __name__ == "__main__":
    main()
