"""How good a prepared seal is, against what the synthetic scan was made from."""

import io
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import originpress
import scans
from PIL import Image
from scans import Array, Job, Scan

VISIBLE = 12  # of 255: about the least shade that a person sees on white


@dataclass(frozen=True)
class Prepared:
    """What `seal prepare` wrote and said."""

    pixels: Array
    dpi: float
    report: dict

    @property
    def size(self) -> tuple[float, float]:
        size = self.report["mark"]["size"]
        return size["width"], size["height"]


def prepare(path: Path, *options: str) -> Prepared:
    out = path.with_suffix(".seal.png")
    said = originpress.must("seal", "prepare", path, "-o", out, "--json", *options)
    image = Image.open(io.BytesIO(out.read_bytes()))
    assert image.mode == "RGBA"
    return Prepared(np.asarray(image), image.info["dpi"][0], json.loads(said))


def straightened(plane: Array, prepared: Prepared) -> Array:
    """A truth of the scan turned as the program turned the seal."""
    mark = prepared.report["mark"]
    image = Image.fromarray(plane.astype(np.float32))
    centre = (mark["centre"]["x"], mark["centre"]["y"])
    turned = image.rotate(-mark["skew"], Image.Resampling.BICUBIC, center=centre)
    return np.clip(np.asarray(turned), 0, 1)


def placed(prepared: Prepared, truth: Array) -> Array:
    """The alpha where it lies on the scan, found by correlation: both are cut to whole pixels."""
    alpha = prepared.pixels[..., 3].astype(np.float32) / 255
    pad = 40
    height, width = (max(a, b) + pad for a, b in zip(truth.shape, alpha.shape, strict=True))
    spectrum = np.fft.rfft2(truth, (height, width)) * np.conj(np.fft.rfft2(alpha, (height, width)))
    peak = np.unravel_index(np.argmax(np.fft.irfft2(spectrum, (height, width))), (height, width))
    whole = np.zeros((height, width), np.float32)
    whole[: alpha.shape[0], : alpha.shape[1]] = alpha
    whole = np.roll(whole, peak, (0, 1))
    return whole[: truth.shape[0], : truth.shape[1]]


def spread(plane: Array, reach: int) -> Array:
    """The largest value within `reach` pixels."""
    for axis in (0, 1):
        grown = plane.copy()
        for shift in range(1, reach + 1):
            grown = np.maximum(grown, np.roll(plane, shift, axis))
            grown = np.maximum(grown, np.roll(plane, -shift, axis))
        plane = grown
    return plane


@dataclass(frozen=True)
class Measures:
    """Parts in percent, edge error as CIE76, size in millimetres."""

    residue: float
    edge: float
    size: float
    lost: float

    def __str__(self) -> str:
        return (
            f"residue {self.residue:.4f} %  edge p95 {self.edge:5.1f}  size {self.size:+.3f} mm  "
            f"ink lost {self.lost:.3f} %"
        )


def measure(scan: Scan, prepared: Prepared) -> Measures:
    truth = straightened(scan.coverage, prepared)
    foreign = spread(straightened(scan.foreign, prepared), 3)
    alpha = placed(prepared, truth)
    background = spread(truth, 3) < 0.004
    residue = np.mean(alpha[background] > VISIBLE / 255) * 100
    full = (1 - spread(1 - truth, 2) > 0.99) & (foreign < 0.01)
    lost = np.mean(alpha[full] < 0.5) * 100
    rim = (truth > 0.02) & (truth < 0.98) & (foreign < 0.01)
    edge = float(np.percentile(edge_error(scan.job, prepared, truth[rim], alpha[rim]), 95))
    wanted = scan.job.size if scan.job.shape != "signature" else extent(scan)
    errors = [have - want for have, want in zip(prepared.size, wanted, strict=True)]
    return Measures(residue, edge, max(errors, key=abs), lost)


def extent(scan: Scan) -> tuple[float, float]:
    """Width and height of all ink, in millimetres."""
    rows, columns = np.nonzero(scan.coverage > 0.5)
    dot = 25.4 / scan.job.dpi
    return float(np.ptp(columns) + 1) * dot, float(np.ptp(rows) + 1) * dot


def edge_error(job: Job, prepared: Prepared, truth: Array, alpha: Array) -> Array:
    """How far the rim is off, both multiplied onto the pale blue of a form."""
    ground = np.array([0.86, 0.93, 0.97])
    ink = prepared.pixels[0, 0, :3] / 255
    have = ground * (1 - alpha[:, None] * (1 - ink))
    want = ground * (1 - truth[:, None] * (1 - scans.colour(job)))
    return np.linalg.norm(lab(have) - lab(want), axis=1)


def lab(colours: Array) -> Array:
    """sRGB from 0 to 1 as CIE L*a*b* (D65)."""
    linear = np.where(colours <= 0.04045, colours / 12.92, ((colours + 0.055) / 1.055) ** 2.4)
    matrix = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    xyz = linear @ matrix.T / np.array([0.9505, 1, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.stack(
        [116 * f[:, 1] - 16, 500 * (f[:, 0] - f[:, 1]), 200 * (f[:, 1] - f[:, 2])], axis=1
    )
