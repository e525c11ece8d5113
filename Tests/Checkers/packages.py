"""Checks that the Debian packages the Makefile installs are all that the project needs.

Looked at: the libraries which the release program and the test bundle link, the headers which the
module maps include, the packages which Package.swift names, the programs which sources and tests
start, and the fonts which Fonts/fonts.yaml names. Each must come from a listed package, from what
a listed one depends on, or from the base system.
"""

import argparse
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BASE_PRIORITIES = {"required", "important"}
# The base of any machine that has Swift and make, from the install page of the Swift toolchain.
SWIFT_BASE = {"git", "make", "libc6", "libgcc-s1", "libstdc++6", "libxml2", "libcurl4", "tzdata"}
STARTS_PROGRAMS = re.compile(r"\bProcess\(|posix_spawn|Subprocess|subprocess|execv")
WORD = re.compile(r"""["'](?:/usr(?:/local)?/s?bin/)?([a-z][a-z0-9.+-]+)["']""")


def run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


@cache
def installed() -> dict[str, tuple[set[str], str]]:
    """Each installed package with the packages it depends on and its priority."""
    table: dict[str, tuple[set[str], str]] = {}
    pattern = "${Package}|${Priority}|${Pre-Depends}, ${Depends}|${Provides}\n"
    for line in run("dpkg-query", "--show", "--showformat", pattern).splitlines():
        name, priority, depends, provides = (
            line.split("|", 3) if line.count("|") == 3 else split(line)
        )
        needs = {re.split(r"[\s:(]", part.strip())[0] for part in re.split(r"[,|]", depends)}
        table[name] = (needs - {""}, priority)
        for virtual in filter(None, (part.strip().split(" ")[0] for part in provides.split(","))):
            table.setdefault(virtual, ({name}, ""))
    return table


def split(line: str) -> tuple[str, str, str, str]:
    """A line whose dependencies hold alternatives, which are written with the same bar."""
    name, priority, rest = line.split("|", 2)
    depends, provides = rest.rsplit("|", 1)
    return name, priority, depends, provides


def closure(names: set[str]) -> set[str]:
    """The packages and all that is installed because of them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found and name in installed():
            found.add(name)
            waiting += installed()[name][0]
    return found


def base() -> set[str]:
    names = {name for name, (_, priority) in installed().items() if priority in BASE_PRIORITIES}
    return closure(names | SWIFT_BASE)


@cache
def owner(path: str) -> str | None:
    """The package a file came from; /lib and /usr/lib are one folder on Debian 12."""
    real = str(Path(path).resolve())
    for candidate in (path, real, real.removeprefix("/usr"), "/usr" + path):
        answer = run("dpkg", "--search", candidate)
        lines = [line for line in answer.splitlines() if not line.startswith("diversion ")]
        if lines:
            return lines[0].split(":")[0].split(",")[0]
    return None


def linked(binary: Path) -> dict[str, str]:
    """The packages of the libraries a program links, with the library as the reason."""
    needs: dict[str, str] = {}
    for line in run("ldd", str(binary)).splitlines():
        match = re.search(r"(\S+) => (\S+)", line)
        if not match:
            continue
        name, path = match.groups()
        if path == "not":
            sys.exit(f"{binary.name}: {name} is linked but not installed")
        if package := owner(path):
            needs[package] = f"{binary.name} links {name}"
    return needs


def started() -> dict[str, str]:
    """The packages of the programs that sources and tests start, with the file as the reason."""
    needs: dict[str, str] = {}
    files = [p for p in (*ROOT.glob("Sources/**/*.swift"), *ROOT.glob("Tests/**/*")) if p.is_file()]
    for file in sorted(files):
        if file.suffix not in {".swift", ".py"} or file.name == Path(__file__).name:
            continue
        text = file.read_text(encoding="utf-8")
        if not STARTS_PROGRAMS.search(text):
            continue
        optional = set(re.findall(r"""which\(["'](\w+)["']\)""", text))
        # Neither members nor keys of a table are programs.
        plain = re.sub(r"""[\w)](\[["']\w+["']\])+|["']\w+["']:""", "", text)
        words = set(WORD.findall(plain))
        for word in sorted(words - optional):
            path = shutil.which(word, path="/usr/bin:/usr/sbin:/bin:/sbin")
            package = owner(path) if path else None
            if package:
                needs.setdefault(package, f"{file.relative_to(ROOT)} starts {word}")
    return needs


def fonts() -> dict[str, str]:
    manifest = ROOT / "Fonts" / "fonts.yaml"
    if not manifest.exists():
        sys.exit("Fonts/fonts.yaml is missing")
    text = manifest.read_text(encoding="utf-8")
    names = re.findall(r"package:\s*[\"']?([a-z0-9.+-]+)", text)
    paths = re.findall(r"(/usr/share/fonts/\S+?\.(?:tt[fc]|otf))", text)
    needs = {name: "Fonts/fonts.yaml names the package" for name in names}
    return needs | {owner(path) or path: f"Fonts/fonts.yaml names {path}" for path in paths}


def providers() -> dict[str, str]:
    """The packages which Package.swift names as the origin of its C libraries."""
    text = (ROOT / "Package.swift").read_text(encoding="utf-8")
    return {name: "Package.swift names it" for name in re.findall(r'apt: "([^"]+)"', text)}


def headers() -> dict[str, str]:
    """The packages of the headers which the module maps include, with the shim as the reason."""
    needs: dict[str, str] = {}
    for shim in sorted(ROOT.glob("Sources/*/*.h")):
        for header in re.findall(r"#include <([^>]+)>", shim.read_text(encoding="utf-8")):
            answer = run("dpkg", "--search", f"/usr/include/*{header}")
            owners = {
                line.split(":")[0] for line in answer.splitlines() if line.endswith("/" + header)
            }
            for package in owners if len(owners) == 1 else ():
                needs[package] = f"{shim.relative_to(ROOT)} includes {header}"
    return needs


def binaries() -> list[Path]:
    bundles = sorted((ROOT / ".build" / "debug").glob("*PackageTests.xctest"))
    program = ROOT / ".build" / "release" / "originpress"
    if not program.exists():
        sys.exit("the release program is not built: make build")
    return [program, *bundles]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--listed", nargs="+", required=True, help="the packages of the Makefile")
    listed = set(parser.parse_args().listed)
    needs = started() | fonts() | providers() | headers()
    for binary in binaries():
        needs |= linked(binary)
    covered = closure(listed) | base()
    missing = {name: why for name, why in needs.items() if name not in covered}
    for name, why in sorted(missing.items()):
        print(f"{name} is needed but not listed in the Makefile: {why}", file=sys.stderr)
    absent = sorted(listed - installed().keys())
    for name in absent:
        print(f"{name} is listed in the Makefile but not installed", file=sys.stderr)
    if missing or absent:
        sys.exit(1)
    print(f"packages: {len(needs)} needed, all covered by the {len(listed)} listed")


if __name__ == "__main__":
    main()
