"""Reads PWG raster, written from PWG 5102.4-2012 (PWG Raster Format) alone."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

HEADER_BYTES = 1796
K = 3  # the colour space whose values count ink instead of light


class Malformed(ValueError):
    """The bytes are not what the specification asks for."""


@dataclass(frozen=True)
class RasterPage:
    """The header fields that matter on paper (4.3 and table 3), and the picture."""

    width: int
    height: int
    resolution: tuple[int, int]
    bits_per_colour: int
    bits_per_pixel: int
    bytes_per_line: int
    colour_order: int
    colour_space: int
    duplex: bool
    tumble: bool
    copies: int
    page_size: tuple[int, int]
    total_pages: int
    media: str
    raw: np.ndarray

    def gray(self) -> np.ndarray:
        """The picture as gray, 0 black … 255 white."""
        counts_ink = self.colour_space == K
        if self.bits_per_pixel == 1:
            bits = np.unpackbits(self.raw, axis=1)[:, : self.width]
            values = bits.astype(np.uint8) * 255
        elif self.bits_per_pixel == 8:
            values = self.raw[:, : self.width]
        elif self.bits_per_pixel == 24:
            rgb = self.raw[:, : self.width * 3].reshape(self.height, self.width, 3)
            values = (rgb @ np.array([0.299, 0.587, 0.114])).astype(np.uint8)
        else:
            raise Malformed(f"{self.bits_per_pixel} bits per pixel")
        return 255 - values if counts_ink else values


def pages(data: bytes) -> Iterator[RasterPage]:
    """Every page of a stream (4.1): the synchronisation word, then header and lines of each."""
    if data[:4] != b"RaS2":
        raise Malformed("no RaS2 at the beginning")
    offset = 4
    while offset < len(data):
        if len(data) - offset < HEADER_BYTES:
            raise Malformed("a header is cut off")
        header = data[offset : offset + HEADER_BYTES]
        if header[:9] != b"PwgRaster":
            raise Malformed("the header does not begin with PwgRaster")
        fields = struct.unpack(">89I", header[256 : 256 + 89 * 4])
        at = {256 + 4 * i: value for i, value in enumerate(fields)}
        size, lines = at[392], at[376]
        raw, offset = unpacked(data, offset + HEADER_BYTES, lines, size, max(1, at[388] // 8))
        yield RasterPage(
            width=at[372],
            height=lines,
            resolution=(at[276], at[280]),
            bits_per_colour=at[384],
            bits_per_pixel=at[388],
            bytes_per_line=size,
            colour_order=at[396],
            colour_space=at[400],
            duplex=bool(at[272]),
            tumble=bool(at[368]),
            copies=at[340],
            page_size=(at[352], at[356]),
            total_pages=at[452],
            media=header[1732:1796].split(b"\0")[0].decode("ascii"),
            raw=raw,
        )


def unpacked(data: bytes, offset: int, lines: int, size: int, unit: int) -> tuple[np.ndarray, int]:
    """The lines of one page (4.4): repeated lines, runs of equal units, runs of different units."""
    rows = np.zeros((lines, size), np.uint8)
    row = 0
    while row < lines:
        repeats = data[offset] + 1
        offset += 1
        parts: list[bytes] = []
        length = 0
        while length < size:
            code = data[offset]
            offset += 1
            if code < 128:
                part = data[offset : offset + unit] * (code + 1)
                offset += unit
            elif code > 128:
                count = 257 - code
                part = data[offset : offset + count * unit]
                offset += count * unit
            else:  # 128 is reserved by PWG 5102.4; CUPS fills the rest of the line with white
                raise Malformed("the reserved code 128")
            parts.append(part)
            length += len(part)
        if length != size or row + repeats > lines:
            raise Malformed(f"line {row} runs over its end")
        rows[row : row + repeats] = np.frombuffer(b"".join(parts), np.uint8)
        row += repeats
    return rows, offset
