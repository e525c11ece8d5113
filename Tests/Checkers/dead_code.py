"""Lists declarations in Sources that no other place in Sources names.

A name counts as used when it appears anywhere in Sources more often than it is declared. That
lets some dead code pass (two functions of one name), but never accuses code that is in use,
apart from names that only a protocol of a library asks for; those are listed below.
"""

import re
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Asked for by the standard library, Foundation or ArgumentParser, never called by name.
WITNESSES = {
    "configuration", "debugDescription", "description", "encode", "errorDescription", "hash",
    "intValue", "main", "makeAsyncIterator", "run", "stringValue", "unownedExecutor", "validate",
    "visit", "enqueue",
}  # fmt: skip
# A doc comment with these words says why a declaration has no other use.
FOR_TESTS = "only tests ask"
DECLARATION = re.compile(
    r"\b(?:func|var|let|struct|class|enum|protocol|actor|typealias)\s+`?([A-Za-z_]\w*)`?"
)
ENTRY = re.compile(r"@main\s+(?:struct|enum)\s+(\w+)")
COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|"""(?:\\.|[^\\])*?"""|"(?:\\\((?:[^()]|\([^()]*\))*\)|\\.|[^"\\\n])*"',
    re.S,
)
INTERPOLATION = re.compile(r"\\\(((?:[^()]|\([^()]*\))*)\)")


def code(text: str) -> str:
    """The text without comments; of string literals only what is interpolated stays."""

    def kept(match: re.Match[str]) -> str:
        found = match.group()
        names = " ".join(INTERPOLATION.findall(found)) if found.startswith('"') else ""
        return f" {names} " + "\n" * found.count("\n")

    return COMMENT_OR_TEXT.sub(kept, text)


def main() -> None:
    files = sorted((ROOT / "Sources").rglob("*.swift"))
    sources = {path: code(path.read_text(encoding="utf-8")) for path in files}
    uses = Counter(word for text in sources.values() for word in re.findall(r"\w+", text))
    declared: Counter[str] = Counter()
    places: dict[str, str] = {}
    for path, text in sources.items():
        comments = ["", *path.read_text(encoding="utf-8").splitlines()]
        for number, line in enumerate(text.splitlines(), 1):
            if "@main" in line or FOR_TESTS in comments[number - 1]:
                continue
            for name in DECLARATION.findall(line):
                declared[name] += 1
                places[name] = f"{path.relative_to(ROOT)}:{number}"
    entry = {name for text in sources.values() for name in ENTRY.findall(text)}
    dead = [
        name for name, count in declared.items()
        if uses[name] <= count and name not in WITNESSES | entry and name != "_"
    ]  # fmt: skip
    for name in sorted(dead, key=places.__getitem__):
        print(f"{places[name]}: '{name}' is used nowhere in Sources", file=sys.stderr)
    print(f"dead code: {len(dead)} of {len(declared)} names")
    sys.exit(1 if dead else 0)


if __name__ == "__main__":
    main()
