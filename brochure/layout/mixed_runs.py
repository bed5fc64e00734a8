"""Runs of text whose words are of several families, and lines that hold words from the right."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.layout.mirror import in_order
from brochure.model import GlyphRun
from brochure.typeset.bidi import visual_order
from brochure.typeset.line_breaking import Measure
from brochure.typeset.mixed_faces import MixedFaces
from brochure.typeset.scripts import writing_of

Part = tuple[str, int, int]
"""A text, the index of its style, and the level of its letters."""


def mixed_runs(run: GlyphRun, measure: Measure) -> list[GlyphRun]:
    """Return a run as runs of one family each; on a page from the right it stays for `mirror`."""
    from_right = measure.writing is not None and measure.writing.rtl
    if from_right or not isinstance(measure, MixedFaces):
        return [run]
    return [
        replace(
            run,
            x=run.x + piece.x * run.size,
            text=piece.text,
            face=piece.role,
            level=run.level or piece.level,
        )
        for piece in measure.placed(run.text, run.face, run.level % 2 == 1)
    ]


def parts_of(runs: tuple[tuple[str, int], ...], langs: list[str]) -> list[Part]:
    """Return the runs of a line, those in a language from the right in runs of one level."""
    parts: list[Part] = []
    for text, index in runs:
        writing = writing_of(langs[index]) if langs[index] else None
        ordered = in_order(text) if writing and writing.rtl else ((text, 0),)
        parts += [(piece, index, level) for piece, level in ordered]
    return parts


def from_left(widths: list[float], levels: list[int]) -> list[float]:
    """Return where each run of a line from the left begins (UAX #9, L2)."""
    places, x = [0.0] * len(widths), 0.0
    for index in visual_order(levels):
        places[index] = x
        x += widths[index]
    return places
