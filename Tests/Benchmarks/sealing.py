"""Measures seal, signature and check in a process of its own, which has keys and marks at hand.

Sealing is what the seals add to the drawing of a certificate, with the stamping; signing is a PAdES
B-B signature with the check of the finished file. Layout and drawing have lines of their own.
"""

import contextlib
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import peers
from peers import Peers

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Checkers"))
import scans  # noqa: E402
from scans import Job  # noqa: E402

PASSWORD = "key password"
SAMPLE = ["RCEP", "--items", "3"]
MARKS = {
    "company": Job(text=False),
    "issuer": Job(text=False, size=(45, 45), seed=12),
    "signatory": Job(
        shape="signature", size=(30, 20), page=(50, 40), ink=scans.BLUE, text=False, seed=7
    ),
    "officer": Job(
        shape="signature", size=(30, 20), page=(50, 40), ink=scans.BLACK, text=False, seed=8
    ),
}


@dataclass(frozen=True)
class Figures:
    """What each round found; CPU seconds a certificate or code, and bytes a file, by name."""

    rounds: list[dict[str, float]]
    peers: list[Peers]

    def each(self, name: str) -> list[float]:
        return [found[name] for found in self.rounds]

    @property
    def sealing(self) -> list[float]:
        both = zip(self.each("seal and draw"), self.each("draw without seals"), strict=True)
        return [sealed - plain for sealed, plain in both]

    @property
    def signing(self) -> list[tuple[float, float]]:
        """Sealing, signing and checking a file, and what the peer takes to sign and check one."""
        ours = zip(self.sealing, self.each("sign and check"), strict=True)
        return self.beside([sum(both) for both in ours], [peer.sign for peer in self.peers])

    @property
    def verifying(self) -> list[tuple[float, float]]:
        """A code, ours and the peer's."""
        return self.beside(self.each("verify a code"), [peer.verify for peer in self.peers])

    @property
    def printing(self) -> list[tuple[float, float]]:
        """A printed sheet, of our desk and of the peer."""
        return self.beside(self.each("print a sheet"), [peer.sheet for peer in self.peers])

    @staticmethod
    def beside(ours: list[float], peer: list[float]) -> list[tuple[float, float]]:
        return list(zip(ours, peer, strict=True))

    @property
    def shares(self) -> str:
        """What the time is made of, and the rate with the drawing in it."""

        def middle(values: list[float]) -> float:
            return statistics.median(values)

        both = zip(self.each("seal and draw"), self.each("sign and check"), strict=True)
        whole = middle([1 / (drawing + signing) for drawing, signing in both])
        size = middle(self.each("bytes of all files")) / 1024
        return (
            f"Sealing takes {middle(self.sealing) * 1000:.2f} ms of CPU,"
            f" signing with its check {middle(self.each('sign and check')) * 1000:.2f} ms,"
            f" drawing {middle(self.each('draw without seals')) * 1000:.2f} ms;"
            f" all three make {whole:.0f} files/CPU-s of {size:.0f} KB."
        )


@contextlib.contextmanager
def printer(program: Path) -> Iterator[str]:
    """A virtual printer that takes no time for a sheet; its URI."""
    command = [program, "--seconds-per-sheet", "0", "--tray", "tray-1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def measured(program: Path, office: Path, folder: Path, rounds: int, count: int = 400) -> Figures:
    """Makes keys and scans in a new folder, and runs the program once a round."""
    folder.mkdir()
    environment = {**os.environ, "ORIGINPRESS_KEY_PASSWORD": PASSWORD}
    init = [office, "keys", "init", "--demonstration", "--data", folder / "data"]
    subprocess.run(init, env=environment, stdout=subprocess.DEVNULL, check=True)
    for name, job in MARKS.items():
        scans.scan(job).save(folder / f"{name}.png")
    pdf = folder / "certificate.pdf"
    sample = subprocess.run([office, "sample", *SAMPLE], stdout=subprocess.PIPE, check=True).stdout
    subprocess.run([office, "render", "-", "-o", pdf], input=sample, check=True)
    found, others = [], []
    with printer(office.parent / "virtual-printer") as uri:
        for _ in range(rounds):
            command = [program.resolve(), folder, str(count), uri]
            done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
            lines = [json.loads(line) for line in done.stdout.splitlines()]
            found.append({line["name"]: line["value"] / line["count"] for line in lines})
            others.append(peers.measured(pdf, uri))
    return Figures(found, others)
