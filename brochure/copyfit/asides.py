"""What stands aside from the text: somebody's words behind a bar, a tip between rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from brochure._startup.records import replace
from brochure.copyfit.blocks import Shaper
from brochure.copyfit.rows import NEVER, SPLIT_BLOCK, SPLIT_SECTION
from brochure.copyfit.strips import FALL, RISE, Strip, Strips, StripText, Stroke, Tag
from brochure.model import Quote, Span, Text, Tip
from brochure.typeset.line_breaking import Shaped, count_lines

BAR, BAR_GAP = 3.5, 12.0
"""The weight of the bar beside a quote, and from the text's edge to its words, in points."""
QUOTE, QUOTE_LEADING = 1.2, 1.3
"""The type of a quote as a ratio to the body's, and its leading as a ratio to itself."""
BY, BY_GAP = 0.9, 0.3
"""The type of who said it, as a ratio to the body's, and the space above it in ems."""
OVERLAP = 0.5
"""How far the bar of a line reaches into the next, in points: no seam is seen."""
LEADING = 1.3
TIP_HEAD, TIP_FOOT = 1.5, 0.75
"""The weights of the rules above and below a tip, in points."""
TIP_PAD, TIP_GAP = 0.45, 0.8
"""White between a tip and its rules, and behind its word, in ems."""


def quote_of(quote: Quote, shaper: Shaper) -> Strips:
    """Return somebody's words as strips, a line each, and who said them as a last one."""
    by = shaper.body(quote.by) if quote.by else None
    return Strips(partial(_quoted, shaper.body(quote.text), by))


def tip_of(tip: Tip, shaper: Shaper, ends: bool = False) -> Strips:
    """Return a tip as strips, a line each; its word hangs before the first.

    One that ends its section has no rule below it: the section's own, or a frame, is near.
    """
    word = shaper.heavy(Text((Span(shaper.tip),)))
    return Strips(partial(_tip, word, shaper.body(tip.text), ends))


def _parting(line: int, lines: int) -> float:
    """Return what a break before a line costs: two lines stay at each end."""
    return NEVER if line < 2 or line > lines - 2 else SPLIT_SECTION + SPLIT_BLOCK


def _lines(text: StripText, lines: int, leading: float) -> list[Strip]:
    """Return a text as strips of one line each; its ``down`` is set here."""
    down = RISE * text.size
    found = []
    for line in range(lines):
        high = leading if line < lines - 1 else (RISE + FALL) * text.size
        here = replace(text, down=down, first=line, stop=line + 1)
        found.append(Strip(high, (here,), (), _parting(line, lines)))
    return found


def _quoted(
    words: Shaped, by: Shaped | None, width: float, size: float, least: float
) -> Sequence[Strip]:
    measure, points = width - BAR_GAP, QUOTE * size
    tags = (Tag("BlockQuote"), Tag("P"))
    text = StripText(words, BAR_GAP, 0.0, measure, points, QUOTE_LEADING * points, tags)
    found = _lines(text, count_lines(words, measure / points), text.leading)
    if by:
        small = max(BY * size, min(least, size))
        tags = (Tag("BlockQuote"), Tag("P", 1))
        first = (BY_GAP + RISE) * small
        said = StripText(by, BAR_GAP, first, measure, small, LEADING * small, tags, "muted")
        high = first + (count_lines(by, measure / small) - 1) * said.leading + FALL * small
        found.append(Strip(high, (said,), (), NEVER))
    last = len(found) - 1
    return [
        replace(strip, strokes=(_bar(strip.height + OVERLAP * (number < last)),))
        for number, strip in enumerate(found)
    ]


def _bar(height: float) -> Stroke:
    return Stroke(BAR / 2, 0.0, BAR / 2, height, BAR, "bar")


def _tip(
    word: Shaped, words: Shaped, ends: bool, width: float, size: float, least: float
) -> Sequence[Strip]:
    pad, x = TIP_PAD * size, (word.width + TIP_GAP) * size
    text = StripText(words, x, 0.0, width - x, size, LEADING * size, (Tag("Div"), Tag("P")))
    found = _lines(text, count_lines(words, text.width / size), text.leading)
    label = StripText(
        word, 0.0, RISE * size, width, size, text.leading, (Tag("Div"), Tag("P", 1)), "heading"
    )
    first = found[0]
    rule = Stroke(0.0, 0.0, width, 0.0, TIP_HEAD, "bar")
    texts = tuple([replace(each, down=each.down + pad) for each in (label, *first.texts)])
    found[0] = replace(first, height=first.height + pad, texts=texts, strokes=(rule,))
    if ends:
        return found
    last = found[-1]
    high = last.height + pad
    foot = Stroke(0.0, high, width, high, TIP_FOOT, "rule")
    found[-1] = replace(last, height=high, strokes=(*last.strokes, foot))
    return found
