"""The packages that letters of a language are shaped and broken with, and their versions.

Another version may set other lines, or the same ones in other bytes, so it counts among what a PDF
is made of; a handout whose languages need none has none of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from brochure.remember import remember
from brochure.typeset.scripts import writing_of

BREAKERS = {
    "Japanese": ("budoux",),
    "Thai": ("budoux",),
    "Khmer": ("icu4py",),
    "Simplified Chinese": ("budoux", "icu4py"),
    "Traditional Chinese": ("budoux", "icu4py"),
}
"""What finds the ends of words and phrases, by the way of writing."""
SHAPER = "uharfbuzz"


def setters(languages: Iterable[str]) -> str:
    """Return the names and versions of what sets texts in languages; empty for those with none."""
    needed: set[str] = set()
    for language in languages:
        writing = writing_of(language)
        if writing and writing.shaped:
            needed.add(SHAPER)
        if writing and writing.name in BREAKERS:
            needed.update(BREAKERS[writing.name])
    return " ".join([f"{name} {version_of(name)}" for name in sorted(needed)])


@remember(8)
def version_of(package: str) -> str:
    """Return an installed package's version; "none" if it is not there."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return "none"
