"""What to make of a content file: the options, the whole set, and what each file is called."""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

from brochure._startup.records import dataclass
from brochure.model import Handout
from brochure.model.device_names import is_device

WHOLE_SET = (
    ("handout", "colour"),
    ("handout", "mono"),
    ("handout", "press"),
    ("large-print", "colour"),
    ("trifold", "colour"),
    ("trifold", "press"),
)
"""What "all" makes, on the paper that is asked for; the plain handout on the other, too."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to make of a content file."""

    format: str = "handout"
    paper: str = "letter"
    mode: str = "colour"
    punch: str = "none"


def editions(name: str, paper: str, mode: str, punch: str) -> tuple[Options, ...]:
    """Return what a format's name asks for; "all" is the whole set, on both papers."""
    if name != "all":
        return (Options(name, paper, mode, punch),)
    other = "a4" if paper == "letter" else "letter"
    rows = [(fmt, paper, ink) for fmt, ink in WHOLE_SET]
    return tuple(Options(*row, punch) for row in [*rows, ("handout", other, "colour")])


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    spread = text.replace("ß", "ss").replace("đ", "d").replace("Đ", "D").replace("ø", "o")
    return "".join([char for char in normalize("NFKD", spread) if not combining(char)])


def slug(title: str, otherwise: str = "handout") -> str:
    """Return a title as a file name: lower-case ASCII letters and digits, joined by hyphens.

    ``otherwise`` is for a title that has none of them. A title such as "Con" is lengthened, as
    Windows keeps that name.
    """
    words = re.findall(r"[a-z0-9]+", _without_accents(title).lower())
    name = "-".join(words)[:80].strip("-")
    return (f"{name}-handout" if is_device(name) else name) or otherwise


def numbered_slug(name: str) -> str:
    """Return a name as part of a file name; one in another script by a number of its own."""
    return slug(name, f"handout-{crc32(name.encode('utf-8', 'surrogatepass')):08x}")


def file_name(handout: Handout, options: Options) -> str:
    """Return the PDF's name: the title, and what tells a variant from the plain handout."""
    marks = (
        (options.format, "handout"),
        (options.paper, "letter"),
        (options.mode, "colour"),
        (f"punch{options.punch}", "punchnone"),
    )
    variant = "".join(f"-{mark}" for mark, plain in marks if mark != plain)
    stem = slug(handout.title.plain, "") or numbered_slug(Path(handout.file).stem)
    return f"{stem}{variant}.pdf"
