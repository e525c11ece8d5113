"""The log's tree by other people's rules: pymerkle, and RFC 9162 word by word."""

import base64
import hashlib
from pathlib import Path

import pymerkle


def tree(data: Path) -> tuple[pymerkle.InmemoryTree, list[bytes]]:
    """The tree over the journal of a data folder, and the events in it."""
    grown = pymerkle.InmemoryTree(algorithm="sha256")
    events = []
    for line in (data / "log" / "journal").read_bytes().splitlines():
        _, salt, event = line.split(b" ", 2)
        grown.append_entry(hashlib.sha256(bytes.fromhex(salt.decode()) + event).digest())
        events.append(event)
    return grown, events


def stated(note: list[str]) -> tuple[int, bytes]:
    """Size and root of a checkpoint's lines."""
    return int(note[1]), base64.b64decode(note[2])


def continues(old: int, new: int, old_root: bytes, new_root: bytes, path: list[bytes]) -> bool:
    """RFC 9162, section 2.1.4.2, word by word."""
    if old & (old - 1) == 0:
        path = [old_root, *path]
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = path[0]
    for c in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = hashed(c, fr), hashed(c, sr)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = hashed(sr, c)
        fn, sn = fn >> 1, sn >> 1
    return (fr, sr, sn) == (old_root, new_root, 0)


def hashed(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\1" + left + right).digest()
