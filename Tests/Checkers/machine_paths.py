"""Checks that no file of the repository holds a path that exists on one person's machine only."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PERSONAL = re.compile(r"(?<![\w.$}/~-])/(?:home|root|Users|work|workspace|mnt|media|opt)/[\w.-]")


def main() -> None:
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    faults = 0
    for name in filter(None, listing.decode().split("\0")):
        path = ROOT / name
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        for number, line in enumerate(lines, 1):
            if PERSONAL.search(line):
                print(
                    f"{name}:{number}: a path of one machine: {line.strip()[:100]}", file=sys.stderr
                )
                faults += 1
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
