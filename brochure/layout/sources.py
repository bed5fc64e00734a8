"""The small print after the text: sources, and the review date where no footer says it."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.copyfit.formats import Footer
from brochure.copyfit.parts import Column, Length, Paragraph
from brochure.language.phrases import reviewed_words
from brochure.language.titles import for_staff
from brochure.layout.page_context import PageContext
from brochure.model import Handout, Span, Text

SOURCES_GAP = 0.8
"""The space above the small print, in ems of the body."""
LEADING, RISE = 1.3, 0.8
"""Of the small print, in ems: from line to line, and from its upper edge to its first baseline."""


def sources(context: PageContext, footers: Sequence[Footer]) -> Column | None:
    """Return the small print with the space above it, or None if there is none.

    On a format without full footers it says the review date, too.
    """
    handout, words = context.handout, context.phrases
    spans: list[Span] = []
    if handout.sources:
        spans.append(Span(words.sources + ": ", bold=True))
    for number, text in enumerate(handout.sources):
        spans += [*([Span("; ")] if number else []), *text.spans]
    if not any(footer.parts == "full" for footer in footers):
        spans += _of_footers(context, bool(spans))
    if not spans:
        return _in_other_languages(context, ()) if handout.lines else None
    first = handout.sources[0] if handout.sources else Text(())
    whole = Text(tuple(spans), first.line, first.column, first.file)
    small, shaped = Length(most=context.format.type.small), context.shaper.body(whole)
    small_print = Paragraph(shaped, small, LEADING, RISE, LEADING - RISE, "muted")
    return _in_other_languages(context, (small_print,))


def _in_other_languages(context: PageContext, above: tuple[Paragraph, ...]) -> Column:
    """Return the small print, and below it the lines for readers of other languages."""
    small, lines = Length(most=context.format.type.small), context.handout.lines
    shaped = map(context.shaper.body, lines)
    rows = [Paragraph(each, small, LEADING, RISE, LEADING - RISE, "muted") for each in shaped]
    return Column((Length(SOURCES_GAP), *above, *rows))


def _of_footers(context: PageContext, begun: bool) -> list[Span]:
    """Return what full footers say elsewhere: the review date, the code, the footer's line."""
    handout = context.handout
    date = reviewed_words(handout.reviewed, context.phrases) if handout.reviewed else ""
    printed = (text.plain for text in (handout.code, handout.footer) if text)
    parts = [[Span(words)] for words in (date,) if words]
    parts += [staff] if (staff := _for_staff(handout)) else []
    parts += [[Span(words)] for words in printed]
    spans: list[Span] = []
    for part in parts:
        spans += [*([Span(". ")] if begun or spans else []), *part]
    return spans


def _for_staff(handout: Handout) -> list[Span]:
    """Return what staff know a handout in another language by; its English words are marked."""
    english, slash, own = " · ".join(for_staff(handout)).partition(" / ")
    return [Span(english, lang="en"), Span(slash + own)] if own else []
