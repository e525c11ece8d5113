"""Measures our program against Typst and Ghostscript, alternated in one run, and writes the table.

Every figure is a ratio of CPU time (user and system) or of peak memory, taken inside one round and
then the median over the rounds: the machine may be busy. Wall time is used for the cold start only.
"""

import argparse
import copy
import datetime
import json
import math
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import dotmatrix
import sealing
import typst
import zxingcpp

HERE = Path(__file__).resolve().parent
CHINESE = "深圳广州上海宁波进出口有限公司钢制螺栓棉质衬衫陶瓷餐具塑料玩具自行车木家具"
ENGLISH = ["STAINLESS", "STEEL", "BOLTS", "COTTON", "SHIRTS", "CERAMIC", "PLATES", "TOYS"]


@dataclass(frozen=True)
class Cost:
    """What one process used."""

    cpu: float
    wall: float
    peak_megabytes: float


@dataclass(frozen=True)
class Gate:
    """One line of the table: what is compared and what the ratio must reach."""

    name: str
    ours: str
    peer: str
    ratio: float
    spread: str
    limit: float
    at_least: bool

    @property
    def holds(self) -> bool:
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit


def measured(*command: str | Path) -> Cost:
    """Runs a program to its end and reads what the kernel charged it, its children included.

    GNU time reads the peak of memory: a child of this process would be charged this process's own,
    which it has until it becomes another program.
    """
    with tempfile.NamedTemporaryFile("r") as report:
        parts = ["time", "-q", "-f", "%M", "-o", report.name, *map(str, command)]
        started = time.perf_counter()
        process = subprocess.Popen(parts, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"{command[0]} ended with {process.returncode}")
        return Cost(usage.ru_utime + usage.ru_stime, wall, int(report.read()) / 1024)


def output(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return done.stdout


def varied(certificate: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """Another certificate of the same size: other names, Chinese characters, numbers."""
    other = copy.deepcopy(certificate)

    def chinese(count: int) -> str:
        return "".join(rng.choice(CHINESE) for _ in range(count))

    def english(count: int) -> str:
        return " ".join(rng.choice(ENGLISH) for _ in range(count))

    other["exporter"]["name"] = f"{chinese(8)}有限公司 {english(2)} CO., LTD."
    other["consignee"]["name"] = f"{english(3)} GMBH"
    for item in other["goods"]:
        item["description"] = f"{english(5)} {chinese(6)} ART. {rng.randrange(10**6):06}"
    for invoice in other.get("invoices", []):
        invoice["number"] = f"INV-{rng.randrange(10**8):08}"
    return other


def guilloche() -> str:
    """200 closed pale curves of 4 cubic segments as SVG, a page large."""
    bend, paths = 0.5523, []
    for number in range(200):
        wide, high, turn = 85, 40 + 0.4 * number, math.radians(1.8 * number)
        ring = [(1, 0), (1, bend), (bend, 1), (0, 1), (-bend, 1), (-1, bend), (-1, 0)]
        ring += [(-1, -bend), (-bend, -1), (0, -1), (bend, -1), (1, -bend), (1, 0)]
        points = [
            f"{105 + x * wide * math.cos(turn) - y * high * math.sin(turn):.3f}"
            f" {148 + x * wide * math.sin(turn) + y * high * math.cos(turn):.3f}"
            for x, y in ring
        ]
        paths.append(f'<path d="M{points[0]} C{" ".join(points[1:])}"/>')
    style = 'fill="none" stroke="#cfe0ea" stroke-width="0.042"'
    head = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297" width="210mm" height="297mm"'
    return f"<svg {head}><g {style}>{''.join(paths)}</g></svg>"


class Bench:
    """The files of one run and the commands compared."""

    def __init__(self, program: Path, folder: Path, count: int, seed: int) -> None:
        self.program = program.resolve()
        self.folder = folder
        self.count = count
        sample = json.loads(output(self.program, "sample", "C", "--items", "10"))
        rng = random.Random(seed)
        certificates = [varied(sample, rng) for _ in range(count)]
        self.batch = self.written("batch.jsonl", certificates)
        self.one = self.written("one.jsonl", certificates[:1])
        self.long = folder / "long.json"
        self.long.write_text(output(self.program, "sample", "C", "--items", "200"))
        self.template = folder / "certificate.typ"
        shutil.copy(HERE / self.template.name, self.template)
        (folder / "guilloche.svg").write_text(guilloche())
        self.codes = folder / "codes.json"
        self.codes.write_text(json.dumps([self.code(n) for n in range(count)]))

    def written(self, name: str, certificates: list[dict[str, Any]]) -> Path:
        path = self.folder / name
        lines = (json.dumps(c, ensure_ascii=False) + "\n" for c in certificates)
        path.write_text("".join(lines), encoding="utf-8")
        return path

    @staticmethod
    def code(number: int) -> str:
        text = f"https://check.example.org/v?n=26C4403A0002/{number:05}&s=2611{number:06}"
        made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        return made.to_svg()

    def emptied(self, name: str) -> Path:
        path = self.folder / name
        shutil.rmtree(path, ignore_errors=True)
        path.mkdir()
        return path

    def ours_batch(self) -> Cost:
        out = self.emptied("ours")
        cost = measured(self.program, "render", "--batch", self.batch, "-o", out)
        made = len(list(out.glob("*.pdf")))
        if made != self.count:
            sys.exit(f"the batch made {made} files, not {self.count}")
        return cost

    def typst_batch(self) -> Cost:
        return self.typst(self.batch, "typst")

    def typst(self, batch: Path, name: str) -> Cost:
        script = HERE / "typst_batch.py"
        return measured(
            sys.executable, script, self.template, batch, self.codes, self.emptied(name)
        )

    def ours_cold(self) -> Cost:
        return measured(self.program, "render", self.one, "-o", self.folder / "one.pdf")

    def typst_cold(self) -> Cost:
        """One document, less the start of Python, which a compiled Typst would not need."""
        python = measured(sys.executable, "-c", "import json, datetime, pathlib")
        whole = self.typst(self.one, "typst-one")
        return Cost(whole.cpu - python.cpu, whole.wall - python.wall, whole.peak_megabytes)

    def ours_raster(self) -> Cost:
        """A certificate of many pages, 8-bit gray at 600 dpi."""
        out = self.folder / "long.pwg"
        return measured(self.program, "render", self.long, "-o", out, "--dpi", "600")

    def ghostscript_raster(self) -> Cost:
        """The same pages from our PDF."""
        pdf = self.folder / "long.pdf"
        if not pdf.exists():
            output(self.program, "render", self.long, "-o", pdf)
        colour = ["-dcupsColorSpace=18", "-dcupsBitsPerColor=8", "-dcupsBitsPerPixel=8"]
        device = ["-sDEVICE=pwgraster", "-r600", "-sPAPERSIZE=a4", *colour]
        quiet = ["-q", "-dQUIET", "-dSAFER", "-dBATCH", "-dNOPAUSE"]
        return measured("gs", *quiet, *device, f"-sOutputFile={self.folder / 'gs.pwg'}", pdf)

    def pairs(self, ours: Any, peer: Any, rounds: int) -> list[tuple[Cost, Cost]]:
        """Both once a round, the order changing from round to round, after one warm-up."""
        ours(), peer()
        result = []
        for number in range(rounds):
            if number % 2 == 0:
                first = ours()
                result.append((first, peer()))
            else:
                first = peer()
                result.append((ours(), first))
        return result


def middle(values: list[float]) -> float:
    return statistics.median(values)


def spread(values: list[float]) -> str:
    return f"{min(values):.2f}–{max(values):.2f}"


def gates(bench: Bench, rounds: int) -> list[Gate]:
    warm = bench.pairs(bench.ours_batch, bench.typst_batch, rounds)
    speed = [peer.cpu / ours.cpu for ours, peer in warm]
    memory = [ours.peak_megabytes / peer.peak_megabytes for ours, peer in warm]
    cold = bench.pairs(bench.ours_cold, bench.typst_cold, rounds * 3)
    start = [ours.wall / peer.wall for ours, peer in cold]
    single = [ours.peak_megabytes / peer.peak_megabytes for ours, peer in cold]
    raster = bench.pairs(bench.ours_raster, bench.ghostscript_raster, max(2, rounds // 2))
    print_cpu = [ours.cpu / peer.cpu for ours, peer in raster]

    def per_second(costs: list[float]) -> str:
        return f"{bench.count / middle(costs):.0f} documents/CPU-s"

    def table(name: str, ours: str, peer: str, values: list[float], limit: float, up: bool) -> Gate:
        return Gate(name, ours, peer, middle(values), spread(values), limit, up)

    def column(pairs: list[tuple[Cost, Cost]], side: int, key: str) -> float:
        return middle([getattr(pair[side], key) for pair in pairs])

    def both(pairs: list[tuple[Cost, Cost]], key: str, unit: str, scale: float) -> list[str]:
        return [f"{column(pairs, side, key) * scale:.1f} {unit}" for side in (0, 1)]

    warm_cpu = [per_second([pair[side].cpu for pair in warm]) for side in (0, 1)]
    peak, up = "peak_megabytes", True
    return [
        table(f"batch of {bench.count}, CPU", *warm_cpu, speed, 1.0, up),
        table("batch, peak memory", *both(warm, peak, "MB", 1), memory, 0.5, not up),
        table("cold start, one document", *both(cold, "wall", "ms", 1000), start, 0.5, not up),
        table("one document, peak memory", *both(cold, peak, "MB", 1), single, 0.5, not up),
        table(
            "PWG raster 600 dpi, 200 items, CPU",
            *both(raster, "cpu", "ms", 1000),
            print_cpu,
            0.125,
            not up,
        ),
    ]


def trust_gates(figures: sealing.Figures) -> list[Gate]:
    """Seals, codes and the desk against software that does a part of the same work."""

    def gate(name: str, pairs: list[tuple[float, float]], limit: float) -> Gate:
        ratios = [ours / peer for ours, peer in pairs]
        ours, peer = (f"{middle([pair[side] for pair in pairs]) * 1000:.2f} ms" for side in (0, 1))
        return Gate(name, ours, peer, middle(ratios), spread(ratios), limit, False)

    return [
        gate("seal, sign and check a file, against pyHanko, CPU", figures.signing, 0.1),
        gate("verify a code, against python-cwt, CPU", figures.verifying, 2),
        gate("a sheet at the desk, against ipptool, CPU", figures.printing, 2),
    ]


def pin_gates(found: list[dotmatrix.Figures]) -> list[Gate]:
    """Our bytes for an impact printer against the smaller driver's (dotmatrix.md §6.4)."""
    own, *_, peer = sorted(found, key=lambda one: one.size)[:3]
    ratio = own.size / peer.size
    name = f"bytes for 24 pins, against {peer.name}"
    sizes = f"{own.size} bytes", f"{peer.size} bytes"
    return [Gate(name, *sizes, ratio, f"{ratio:.2f}", 0.1, False)]


def hot_spots(bench: Bench) -> list[str]:
    """Where the batch spends its time, by library and by function, when perf is at hand."""
    if not shutil.which("perf"):
        return ["perf is not installed; no profile."]
    data = bench.folder / "perf.data"
    command = [bench.program, "render", "--batch", bench.batch, "-o", bench.emptied("profile")]
    record = ["perf", "record", "-q", "-F", "997", "-o", data, "--", *command]
    done = subprocess.run([str(part) for part in record], capture_output=True)
    if done.returncode != 0:
        return ["perf may not record on this machine; no profile."]
    lines = []
    for keys in ("dso", "dso,symbol"):
        report = ["perf", "report", "-i", data, "--stdio", "-q", "--percent-limit", "1", "-s", keys]
        text = output(*report)
        rows = [" ".join(row.split()) for row in text.splitlines() if row.strip()]
        lines += [*(f"    {row[:110]}" for row in rows[:14]), ""]
    return lines


def version(*command: str) -> str:
    return output(*command).splitlines()[0].strip()


def report(
    found: list[Gate],
    bench: Bench,
    seed: int,
    rounds: int,
    shares: str,
    pins: list[str],
    profile: list[str],
) -> str:
    lines = [
        "# Bench results",
        "",
        f"{datetime.date.today()}, seed {seed}, {rounds} alternated rounds, median of the ratios of"
        f" each round; {platform.machine()}, {os.cpu_count()} cores,",
        f"Typst {typst.__version__} (PyPI), Ghostscript {version('gs', '--version')},"
        f" {platform.freedesktop_os_release()['PRETTY_NAME']}. `make bench` writes this file.",
        "",
        "| what | ours | peer | ratio | over the rounds | gate | |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for gate in found:
        sign = "≥" if gate.at_least else "≤"
        verdict = "holds" if gate.holds else "**missed**"
        lines.append(
            f"| {gate.name} | {gate.ours} | {gate.peer} | {gate.ratio:.2f} | {gate.spread} "
            f"| {sign} {gate.limit:g} | {verdict} |"
        )
    ours = middle([p.stat().st_size / 1024 for p in bench.folder.glob("ours/*.pdf")])
    peer = middle([p.stat().st_size / 1024 for p in bench.folder.glob("typst/*.pdf")])
    lines += [
        "",
        f"Size of a file: {ours:.0f} KB ours, {peer:.0f} KB Typst.",
        "",
        "Speed is Typst's CPU time divided by ours, the other ratios ours divided by the peer's.",
        "Typst gets the code's modules ready made and keeps its compiler between documents; the",
        "start of Python is taken off its cold start. Its PDFs are tagged, ours are not.",
        "",
        "Sealing is what four marks add to the drawing of an RCEP certificate of three items with",
        "its back; signing is PAdES B-B with the check of the finished file; keys and marks are in",
        "memory. pyHanko signs and validates the same certificate without seals; python-cwt checks",
        "a signature over a record; ipptool sends the page to the same printer and accounts for",
        "nothing.",
        shares,
        "",
        *pins,
        "",
        "The same page of form L with five items; the drivers get our PDF. Passes and seconds are",
        "read off the bytes and modelled as dotmatrix.py says; no printer took part.",
        "",
        "## Where the time of our batch goes",
        "",
        *profile,
    ]
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--trust", type=Path, required=True)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=20260105)
    parser.add_argument("--results", type=Path, default=HERE / "RESULTS.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="originpress-bench-") as folder:
        bench = Bench(options.program, Path(folder), options.count, options.seed)
        figures = sealing.measured(
            options.trust, bench.program, bench.folder / "trust", options.rounds
        )
        found = gates(bench, options.rounds) + trust_gates(figures)
        pins = dotmatrix.compared(bench.program, bench.folder / "dotmatrix")
        found += pin_gates(pins)
        profile = hot_spots(bench)
        text = report(
            found,
            bench,
            options.seed,
            options.rounds,
            figures.shares,
            dotmatrix.table(pins),
            profile,
        )
    options.results.write_text(text, encoding="utf-8")
    print(text)
    if missed := [gate.name for gate in found if not gate.holds]:
        sys.exit(f"missed: {', '.join(missed)}")


if __name__ == "__main__":
    main()
