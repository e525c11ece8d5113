"""A printer in a dozen lines of shell, as a backend of CUPS, with a physical log."""

import os
import signal
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deskwork import logged

SIMULATION = """\
#!/bin/sh
# A printer as a backend: takes a document, and one sheet comes out. The scripts `before` and
# `after` in its folder run once, before the sheet is out and after it: they are its faults.
[ $# -eq 0 ] && { echo 'direct sim "Unknown" "Simulated printer"'; exit 0; }
# What lies in a printer's path comes out, whatever the scheduler wants.
trap '' TERM
folder=${DEVICE_URI#sim:}
condition=good
fault() { mv "$folder/$1" "$folder/$1.$$" 2>/dev/null && . "$folder/$1.$$"; }
echo "$PPID $$" >"$folder/running"
cat "${6:--}" >"$folder/document.$1.$$"
sleep 0.15
fault before
printf '{"job": %s, "ordinal": %s, "name": "%s", "condition": "%s"}\\n' \\
  "$1" $$ "$3" "$condition" >>"$folder/physical"
echo 'PAGE: 1 1' >&2
sleep 0.15
fault after
exit 0
"""


@dataclass
class Simulated:
    """The printer with its folder."""

    folder: Path

    def install(self, backends: Path) -> None:
        """Puts the printer's program among a scheduler's backends, which another user may run."""
        self.folder.mkdir()
        self.folder.chmod(0o777)
        (backends / "sim").write_text(SIMULATION)
        (backends / "sim").chmod(0o755)

    @property
    def uri(self) -> str:
        return f"sim:{self.folder}"

    def sheets(self) -> list[dict[str, Any]]:
        return logged(self.folder / "physical")

    def jobs(self) -> int:
        """How often it was started; a job that it was given twice counts twice."""
        return len(self.documents())

    def documents(self) -> list[Path]:
        return sorted(self.folder.glob("document.*"))

    def rest(self) -> None:
        """It works only as long as the scheduler's job."""

    # What goes wrong.

    def fault(self, when: str, script: str) -> None:
        """Lets a script run once, `before` the next sheet is out or `after` it."""
        (self.folder / when).write_text(script + "\n")

    def kill(self, *, guard: bool) -> None:
        """Kills the backend, or the guard before it, as the system does without memory."""
        pids = (self.folder / "running").read_text().split()
        os.kill(int(pids[0 if guard else 1]), signal.SIGKILL)
