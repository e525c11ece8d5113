"""Lists the requirement ids and the tests that name them."""

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ID = re.compile(r"\bS[1-9]-\d{2,3}\b")


def reference() -> Path | None:
    """The list of requirements beside the checkout, or beside the main one of several."""
    for base in (ROOT.parent, ROOT.parent.parent):
        path = base / "shared" / "reference" / "requirements.md"
        if path.exists():
            return path
    return None


def defined(text: str) -> list[str]:
    """The ids that head a row of a table, in the order of the file."""
    rows = re.findall(r"^\|\s*(S[1-9]-\d{2,3})\s*\|", text, re.MULTILINE)
    return list(dict.fromkeys(rows))


def named() -> dict[str, set[str]]:
    """The ids that tests name, with the files that do."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted((ROOT / "Tests").rglob("*")):
        if path.suffix in {".swift", ".py"}:
            for name in ID.findall(path.read_text(encoding="utf-8")):
                found[name].add(str(path.relative_to(ROOT)))
    return found


def main() -> None:
    path = reference()
    if path is None:
        print("The list of requirements is not beside this checkout; nothing to compare.")
        return
    ids = defined(path.read_text(encoding="utf-8"))
    tests = named()
    for name in ids:
        print(f"{name}  {', '.join(sorted(tests[name])) if name in tests else '-'}")
    proven = sum(name in tests for name in ids)
    print(f"\n{proven} of {len(ids)} requirements have a test that names them.")
    if unknown := sorted(tests.keys() - set(ids)):
        print(f"Named by tests but not in the list: {', '.join(unknown)}")
        sys.exit(1)


if __name__ == "__main__":
    main()
