"""A page's footer: the phone larger than body and bold, clinic, page, review date."""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.records import replace
from brochure.copyfit.fit import PAGES_MOST
from brochure.copyfit.formats import Footer, Geometry
from brochure.language.phrases import reviewed_words
from brochure.language.titles import for_staff
from brochure.layout.page_builder import Fragment
from brochure.layout.page_context import PageContext
from brochure.model import FOOTER_ARTIFACT, ContentError, Problem, Rule
from brochure.model.phones import read_phone

PHONE, PHONE_PLUS, ABOVE_TEXT = 17.0, 4.0, 1.0
"""The phone's size, at any size of the body, in points; and how much larger it is than small
print, and on pages that do not grow than the largest type of the text, at least."""
GUTTER = 20.0
"""The least white between the phone and the lines beside it, in points."""
LEADING = 1.15
"""From line to line, in ems of the small print."""
PHONE_HEAD = 1.24
"""From the last baseline to the rule, in ems of the phone, ..."""
LINES_HEAD, LINES_RISE = 6.5, 0.72
"""... and at least this much white, in points, above the lines' height, in ems."""
UNDER = 1.5
"""From the phone's line to the small print below it, in its ems."""
RULE_WEIGHT = 1.0
CLEAR = 12.0
"""The least white between the foot of a frame and the rule below it, in points; or as much as the
small print is high."""


def clear_of_footers(context: PageContext, place: Geometry) -> Geometry:
    """Return the geometry with its frames clear of footers as high as the handout's are."""
    pages, clear = place.pages, max(CLEAR, context.format.type.small)
    footers = [replace(foot, height=footer_height(context, foot, pages)) for foot in place.footers]
    feet = {(foot.page, foot.x): foot.baseline + foot.height + clear for foot in footers}
    frames = [
        replace(frame, bottom=feet.get((frame.page, frame.x), frame.bottom))
        for frame in place.frames
    ]
    return replace(place, frames=tuple(frames), footers=tuple(footers))


def _phone(context: PageContext, place: Footer) -> tuple[str, float]:
    """Return the phone with its words, and its size in points: less where it has no room."""
    call = context.phrases.call.format(read_phone(context.handout.clinic.phone.plain).called)
    scale = context.format.type
    largest = 0.0 if context.format.shape == "growing" else scale.ceiling + ABOVE_TEXT
    wanted = max(PHONE, scale.small + PHONE_PLUS, largest)
    return call, min(wanted, place.width / context.shaper.measure.width(call, "bold"))


def _beside(context: PageContext, place: Footer, page: int, pages: int) -> tuple[list[str], str]:
    """Return what stands at the footer's right on a page, and what has no room there."""
    if place.parts != "full":
        return [], ""
    call, phone = _phone(context, place)
    room = place.width - context.shaper.measure.width(call, "bold") * phone - GUTTER
    return footer_lines(context, page, pages, room / context.format.type.small)


def footer_height(context: PageContext, place: Footer, pages: int) -> float:
    """Return how high a footer is on any of so many pages, from its last baseline to its rule."""
    small, (lines, rest) = context.format.type.small, _beside(context, place, pages, pages)
    beside = ((len(lines) - 1) * LEADING + LINES_RISE) * small + LINES_HEAD
    high = max(PHONE_HEAD * _phone(context, place)[1], beside)
    return high + _drop(context, len(_below(context, place, rest)))


def _drop(context: PageContext, below: int) -> float:
    """Return how far above the last of so many lines below it the phone stands, in points."""
    return (UNDER + (below - 1) * LEADING) * context.format.type.small if below else 0.0


def _below(context: PageContext, place: Footer, rest: str) -> list[str]:
    """Return the small print below the phone: what has no room beside it, and the handout's line.

    Raises ContentError if that is too long for one line.
    """
    line, small = context.handout.footer, context.format.type.small
    above = _wrapped(context, rest, place.width / small) if rest else []
    if line is None or place.parts != "full":
        return above
    wide = context.shaper.measure.width(line.plain, "regular") * small
    if wide > place.width:
        most = int(len(line.plain) * place.width / wide)
        message = f"`footer` is one line of about {most} letters here, not {len(line.plain)}"
        hint = "shorten it; longer words belong under `sources` or into a section"
        raise ContentError([Problem(line.file, line.line, line.column, "error", message, hint)])
    return [*above, line.plain]


def footer(context: PageContext, place: Footer, pages: int) -> Fragment:
    """Return a page's footer, from its rule down to its last baseline; all of it is artifact."""
    surface, palette, width = context.surface(), context.palette, context.shaper.measure.width
    small, high = context.format.type.small, place.height
    call, phone = _phone(context, place)
    lines, rest = _beside(context, place, place.page + 1, pages)
    below = _below(context, place, rest)
    for number, text in enumerate(reversed(below)):
        y = number * small * LEADING - high
        surface.text(0.0, y, text, "regular", small, palette.muted, FOOTER_ARTIFACT)
    base = _drop(context, len(below)) - high
    surface.text(0.0, base, call, "bold", phone, palette.heading, FOOTER_ARTIFACT)
    for number, text in enumerate(reversed(lines)):
        x = place.width - width(text, "regular") * small
        y = number * small * LEADING + base
        surface.text(x, y, text, "regular", small, palette.muted, FOOTER_ARTIFACT)
    surface.over(Rule(0.0, 0.0, place.width, 0.0, RULE_WEIGHT, palette.bar))
    return surface.fragment(place.width, high)


def footer_lines(context: PageContext, page: int, pages: int, most: float) -> tuple[list[str], str]:
    """Return what stands at a footer's right, in lines of ``most`` ems, and what is left.

    The page has room there first, then the review date; for staff, what a handout in another
    language is, and then the clinic. On a sheet of two languages, words of the other side stand in
    place of the page. All pages of a handout are set alike, as the widest number has room.
    """
    handout, words, width = context.handout, context.phrases, context.shaper.measure.width
    last = PAGES_MOST if context.format.shape == "growing" else pages
    widest, number = words.page.format(last, last), words.page.format(page, pages)
    if handout.side:
        widest = number = handout.side.words.plain
    code = f"{handout.code.plain} · " if handout.code else ""
    date = reviewed_words(handout.reviewed, words) if handout.reviewed else ""
    staff = for_staff(handout)
    ways: tuple[tuple[str, str, tuple[str, ...], tuple[str, ...]], ...] = (
        (code, date, staff, ()),
        (code, date, (), staff),
        ("", "", (), (*staff, date, code.removesuffix(" · "))),
    )
    for before, day, told, left in ways:
        for lines in _choices(context, before + widest, day, told):
            if all(width(line, "regular") <= most for line in lines):
                lines[-1] = lines[-1].removesuffix(widest) + number
                return lines, " · ".join(filter(None, left))
    return [], " · ".join(filter(None, (*staff, date, code + number)))


def _choices(
    context: PageContext, number: str, date: str, staff: tuple[str, ...]
) -> Iterator[list[str]]:
    """Yield what the lines may be, the fullest first."""
    clinic, told = context.handout.clinic, " · ".join(staff)
    name = clinic.name.plain
    place = " · ".join(part.plain for part in (clinic.name, clinic.city) if part)
    last = f"{date} · {number}" if date else number
    if staff and date:
        yield from ([f"{top} · {told}", last] for top in (place, name))
        yield from ([told, last], [told, date, number])
    elif staff:
        yield from ([told, f"{top} · {number}"] for top in (place, name))
        yield [told, number]
    elif date:
        yield from ([place, last], [name, last], [date, number])
    else:
        yield from ([f"{place} · {number}"], [place, number], [name, number], [number])


def _wrapped(context: PageContext, text: str, most: float) -> list[str]:
    """Return a text in lines of at most so many ems, as full as words allow."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and context.shaper.measure.width(longer, "regular") > most:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
