"""What a build says of a text: that it is too long or too short, or what a press would mind."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise

from brochure._startup.records import replace
from brochure.brand.colour import parse_hex
from brochure.copyfit.counting import a_word, amount, in_words, noun
from brochure.copyfit.fit import Fitted
from brochure.copyfit.room import settable
from brochure.language.messages import counted, short
from brochure.model import (
    FitError,
    Handout,
    Layout,
    Paragraph,
    Problem,
    Raster,
    Section,
    Span,
    Text,
)
from brochure.reading.schema import MIN_SIZE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.room import ToFit

WORDS_A_LINE = 9
MISSING_SHOWN = 10
LEAST_SECTION = Section(Text((Span("A"),)), body=(Paragraph(Text((Span("a"),))),))
"""The shortest text there is: where it finds no room, what stands around it is too long."""


def first_few(problems: list[Problem]) -> list[Problem]:
    """Return a few of many characters that the font lacks, and how many more there are."""
    if len(problems) <= MISSING_SHOWN:
        return problems
    shown = sorted(problems, key=lambda p: (p.file, p.line, p.column))[:MISSING_SHOWN]
    more = counted(len(problems) - MISSING_SHOWN, "more character")
    message = f"the font lacks {more} of this text, from here on"
    return [*shown, replace(shown[-1], message=message, hint="")]


def settable_in(tasks: Iterable[ToFit]) -> Callable[[Handout], bool]:
    """Return what tells whether the handout with other sections can be set in one of some ways."""
    every = list(tasks)
    return lambda other: any(settable(task(other.sections)) for task in every)


def too_long(
    handout: Handout, fits: Callable[[Handout], bool], pages: int, floor: float, brand_floor: bool
) -> FitError:
    """Return the refusal of a text: how many words over, where they are, what would help.

    ``fits`` tries a shorter handout; ``floor`` is the smallest type in points, which the brand
    may lower if ``brand_floor``.
    """
    from brochure.copyfit.overflow import longest_sections, words_over

    if not fits(replace(handout, sections=(LEAST_SECTION,))):
        return FitError([_crowded(handout)], 0, 0)
    over = words_over(handout, fits)
    unit = noun(handout.language)
    lines = max(1, round(in_words(over, a_word(handout.language)) / WORDS_A_LINE))
    longest = longest_sections(handout)
    sections = ", ".join(
        f'"{short(s.heading.plain)}" ({counted(count, unit)})' for s, count in longest
    )
    hints = [f"shorten the longest sections: {sections}"]
    if brand_floor and floor > MIN_SIZE[0]:
        hints.append(f"or allow smaller type with `brand: min_size: {MIN_SIZE[0]}`")
    problem = Problem(
        handout.file,
        longest[0][0].line,
        longest[0][0].column,
        "error",
        f"the text is {counted(over, unit)} (about {counted(lines, 'line')}) too long for "
        f"{counted(pages, 'page')} at {floor:g} pt, the smallest type allowed",
        "; ".join(hints),
    )
    return FitError([problem], over, lines)


def _crowded(handout: Handout) -> Problem:
    """Return the refusal of a handout that has no room for any text at all."""
    title = handout.title
    message = "the title, the contact box or the sources are too long: the text has no room"
    hint = "shorten `title`, `subtitle`, `clinic`, `contact: text` or `sources`"
    return Problem(handout.file, title.line, title.column, "error", message, hint)


def too_short(handout: Handout, words: int, few: int) -> Problem:
    """Return the warning about a text that leaves its pages thin; ``few`` are English words."""
    unit = noun(handout.language)
    most = amount(few, a_word(handout.language))
    pages, look = ("one page", "looks") if handout.side else ("two pages", "look")
    return Problem(
        handout.file,
        handout.title.line,
        handout.title.column,
        "warning",
        f"the text is short for {pages}: {counted(words, unit)}",
        f"{pages} {look} best with {counted(most, unit)} or more",
    )


def press_notes(handout: Handout, layout: Layout) -> tuple[Problem, ...]:
    """Return what a print shop should know: converted colours in one hint, pictures too coarse."""
    from brochure.brand.press_inks import to_press

    brand = handout.brand
    rows = (
        ("primary", brand.primary, brand.primary_cmyk),
        ("accent", brand.accent, brand.accent_cmyk),
    )
    found = [(name, given) for name, given, cmyk in rows if given and not cmyk]
    notes = []
    if found:
        first = found[0][1]
        inks = [
            " ".join(f"{100 * part:.0f}" for part in to_press(parse_hex(c.plain))) for _, c in found
        ]
        are = "is" if len(found) == 1 else "are"
        names = " and ".join(f"`{name}`" for name, _ in found)
        message = f"{names} {are} converted to CMYK {' and '.join(inks)} (per cent)"
        keys = " and ".join(f"`{name}_cmyk`" for name, _ in found)
        hint = f"give the shop's own values under `brand:` as {keys}"
        notes.append(Problem(first.file, first.line, first.column, "hint", message, hint))
    return (*notes, *_coarse(handout, layout))


def _coarse(handout: Handout, layout: Layout) -> list[Problem]:
    """Return a warning for each picture under PRINT_DPI at the size it is drawn."""
    from brochure.art.image_files import PRINT_DPI, described, image_dpi

    notes = []
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Raster):
                dpi = image_dpi(described(item.data).width, (item.whole or item.rect).width)
                if dpi < PRINT_DPI:
                    name = layout.elements[item.element].alt
                    message = f'the picture "{short(name)}" has {dpi:.0f} dots per inch as drawn'
                    hint = f"print needs {PRINT_DPI}: give a larger file"
                    notes.append(Problem(handout.file, 0, 0, "warning", message, hint))
    return notes


def empty_panels(handout: Handout, fitted: Fitted) -> tuple[Problem, ...]:
    """Return the warning about a folded sheet with panels that nothing stands in."""
    if not fitted.geometry.folds:
        return ()
    pairs = zip(pairwise(fitted.cuts), fitted.spacing, strict=True)
    count = sum(start == stop and not spacing.notes for (start, stop), spacing in pairs)
    if not count:
        return ()
    title = handout.title
    message = f"the text is short for a tri-fold: {counted(count, 'panel')} would be empty"
    hint = "a text of 150 words or more fills it; a shorter one looks best as `--format handout`"
    return (Problem(handout.file, title.line, title.column, "warning", message, hint),)
