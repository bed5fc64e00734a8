"""The pictograms that the `icon:` of a section names, of the Health Icons set.

`assets/make_icons.py` makes their file, and says how a line of it reads; it is opened only for a
handout that has an icon.
"""

from __future__ import annotations

from pathlib import Path

from brochure.art.svg_paths import path, transformed
from brochure.model import Ink, Path2D, Paths
from brochure.remember import remember

FILE = Path(__file__).with_name("icons.txt")
SIDE = 400
"""The side of an icon's square in the file."""
EVEN_ODD = "e"
NEAR = 0.7
"""How like two words are, 0-1, if one may be meant by the other."""


@remember(1)
def _rows() -> dict[str, tuple[str, str]]:
    """Return by name the other words for an icon, and its outlines."""
    lines = FILE.read_text("utf-8").splitlines()
    return {name: (words, data) for name, words, data in (line.split("\t") for line in lines)}


def icon_names() -> tuple[str, ...]:
    """Return the names of all icons, in the order of the file: by what they are about."""
    return tuple(_rows())


def icon_words(name: str) -> tuple[str, ...]:
    """Return the other words that an icon is found by; raises KeyError for no icon's name."""
    return tuple(_rows()[name][0].split())


def icon_meant(typed: str) -> str:
    """Return the name of the icon that was meant by words; "" if none is near."""
    from difflib import get_close_matches

    wanted = typed.strip().lower().replace(" ", "-").replace("_", "-")
    known = {word: name for name in reversed(icon_names()) for word in icon_words(name)}
    known |= {name: name for name in icon_names()}
    parts = (wanted, *wanted.split("-"))
    found = next((part for part in parts if part in known), "")
    near = [found] if found else get_close_matches(wanted, known, 1, NEAR)
    return known[near[0]] if near else ""


def icon_paths(name: str, ink: Ink) -> Paths:
    """Return an icon in an ink, in a square of one unit, y up; raises KeyError for no icon."""
    paths = []
    for outline in _rows()[name][1].split("|"):
        data = outline.removeprefix(EVEN_ODD)
        ops = transformed(path(data), (1 / SIDE, 0.0, 0.0, -1 / SIDE, 0.0, 1.0))
        paths.append(Path2D(ops, fill=ink, even_odd=data != outline))
    return tuple(paths)


def icon_svg(name: str) -> str:
    """Return the `path` elements of an icon for a `viewBox` of SIDE units, in the text's colour."""
    rows = []
    for outline in _rows()[name][1].split("|"):
        data = outline.removeprefix(EVEN_ODD)
        rule = ' fill-rule="evenodd"' if data != outline else ""
        rows.append(f'<path{rule} d="{data}"/>')
    return "".join(rows)
