"""Fonts for tests: the bundled ones taken apart, and put together otherwise."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from struct import pack, unpack_from

from tests.conftest import ROOT

FACES = ("Regular", "Bold", "Italic")
FONTS = ROOT / "assets" / "fonts"


def tables(name: str = "Regular") -> dict[str, bytes]:
    """The tables of a bundled font."""
    data = (FONTS / f"{name}.ttf").read_bytes()
    found = {}
    for index in range(unpack_from(">H", data, 4)[0]):
        tag, _, start, length = unpack_from(">4sIII", data, 12 + 16 * index)
        found[tag.decode()] = data[start : start + length]
    return found


def font_file(parts: dict[str, bytes], magic: bytes = b"\0\1\0\0") -> bytes:
    """A font file of such tables."""
    at, heads, bodies = 12 + 16 * len(parts), b"", b""
    for tag, body in sorted(parts.items()):
        heads += pack(">4sIII", tag.encode(), 0, at + len(bodies), len(body))
        bodies += body + bytes(-len(body) % 4)
    return magic + pack(">HHHH", len(parts), 0, 0, 0) + heads + bodies


def changed(**others: bytes | None) -> bytes:
    """The regular face with some tables changed, or gone if None; `OS2` stands for `OS/2`."""
    parts = tables()
    for tag, body in others.items():
        tag = {"OS2": "OS/2"}.get(tag, tag)
        if body is None:
            parts.pop(tag, None)
        else:
            parts[tag] = body
    return font_file(parts)


def patched(body: bytes, at: int, new: bytes) -> bytes:
    """Bytes with some of them changed."""
    return body[:at] + new + body[at + len(new) :]


def family(folder: Path, *names: str, regular: bytes | None = None) -> Path:
    """A folder with the three bundled faces, by these names; the regular one may be another."""
    folder.mkdir(parents=True, exist_ok=True)
    for face, name in zip(FACES, names or FACES, strict=False):
        target = folder / f"{name}.ttf"
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(FONTS / f"{face}.ttf", target)
        if face == "Regular" and regular is not None:
            target.write_bytes(regular)
    return folder
