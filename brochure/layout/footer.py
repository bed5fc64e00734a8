"""A page's footer: the phone larger than body and bold, clinic, page, review date."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.fit import PAGES_MOST
from brochure.copyfit.formats import Footer, Geometry
from brochure.language.phrases import reviewed_words
from brochure.layout.page_builder import Fragment
from brochure.layout.page_context import PageContext
from brochure.model import FOOTER_ARTIFACT, ContentError, Problem, Rule
from brochure.model.phones import read_phone

PHONE, PHONE_PLUS = 17.0, 4.0
"""The phone's size, at any size of the body, in points; and how much larger it is than small
print, at least."""
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
    pages, clear = PAGES_MOST if place.grows else place.pages, max(CLEAR, context.format.type.small)
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
    wanted = max(PHONE, context.format.type.small + PHONE_PLUS)
    return call, min(wanted, place.width / context.shaper.measure.width(call, "bold"))


def _lines(context: PageContext, place: Footer, page: int, pages: int) -> list[str]:
    """Return what stands at the footer's right on a page."""
    if place.parts != "full":
        return []
    call, phone = _phone(context, place)
    room = place.width - context.shaper.measure.width(call, "bold") * phone - GUTTER
    return footer_lines(context, page, pages, room / context.format.type.small)


def footer_height(context: PageContext, place: Footer, pages: int) -> float:
    """Return how high a footer is on any of so many pages, from its last baseline to its rule."""
    small, lines = context.format.type.small, _lines(context, place, pages, pages)
    beside = ((len(lines) - 1) * LEADING + LINES_RISE) * small + LINES_HEAD
    high = max(PHONE_HEAD * _phone(context, place)[1], beside)
    return high + (UNDER * small if _line_below(context, place) else 0.0)


def _line_below(context: PageContext, place: Footer) -> str:
    """Return the line of small print under the phone's; raise ContentError if it is too long."""
    line, small = context.handout.footer, context.format.type.small
    if line is None or place.parts != "full":
        return ""
    wide = context.shaper.measure.width(line.plain, "regular") * small
    if wide > place.width:
        most = int(len(line.plain) * place.width / wide)
        message = f"`footer` is one line of about {most} letters here, not {len(line.plain)}"
        hint = "shorten it; longer words belong under `sources` or into a section"
        raise ContentError([Problem(line.file, line.line, line.column, "error", message, hint)])
    return line.plain


def footer(context: PageContext, place: Footer, pages: int) -> Fragment:
    """Return a page's footer, from its rule down to its last baseline; all of it is artifact."""
    surface, palette, width = context.surface(), context.palette, context.shaper.measure.width
    small, high = context.format.type.small, place.height
    call, phone = _phone(context, place)
    lines = _lines(context, place, place.page + 1, pages)
    below = _line_below(context, place)
    if below:
        surface.text(0.0, -high, below, "regular", small, palette.muted, FOOTER_ARTIFACT)
    base = -high + (UNDER * small if below else 0.0)
    surface.text(0.0, base, call, "bold", phone, palette.heading, FOOTER_ARTIFACT)
    for number, text in enumerate(reversed(lines)):
        x = place.width - width(text, "regular") * small
        y = number * small * LEADING + base
        surface.text(x, y, text, "regular", small, palette.muted, FOOTER_ARTIFACT)
    surface.over(Rule(0.0, 0.0, place.width, 0.0, RULE_WEIGHT, palette.bar))
    return surface.fragment(place.width, high)


def footer_lines(context: PageContext, page: int, pages: int, most: float) -> list[str]:
    """Return what stands at a footer's right: at most two lines of ``most`` ems.

    The page and the review date always; the clinic where there is room for it.
    """
    handout, words = context.handout, context.phrases
    clinic = handout.clinic
    number = words.page.format(page, pages)
    if handout.code:
        number = f"{handout.code.plain} · {number}"
    place = " · ".join(part.plain for part in (clinic.name, clinic.city) if part)
    date = reviewed_words(handout.reviewed, words) if handout.reviewed else ""
    choices = (
        [[place, f"{date} · {number}"], [clinic.name.plain, f"{date} · {number}"], [date, number]]
        if date
        else [[f"{place} · {number}"], [place, number], [clinic.name.plain, number], [number]]
    )
    width = context.shaper.measure.width
    fitting = (lines for lines in choices if all(width(x, "regular") <= most for x in lines))
    return next(fitting, choices[-1])
