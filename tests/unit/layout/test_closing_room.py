"""The closing box in the room that the text leaves: larger words, not more white around them."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.parts import Column
from brochure.layout.closing_room import PAD_MOST, PHONE_MOST, lines_of, roomy
from brochure.layout.parts import fragment
from brochure.model import GlyphRun
from brochure.recipe import BuildContext, prepare
from brochure.sources import read
from tests.conftest import SAMPLE
from tests.support.fakes import text

WIDTHS = {"handout": (522.0, 250.0), "large-print": (504.0,), "card": (336.0,)}
PLACED = [(name, wide) for name, widths in WIDTHS.items() for wide in widths]
SIZE = 18.0


def closing(style: str = "band", name: str = "handout", **clinic) -> tuple[BuildContext, Column]:
    handout = read(SAMPLE)[0]
    handout = replace(handout, clinic=replace(handout.clinic, **clinic), sources=(text("A book"),))
    context = prepare(handout, Options(name, style=style))
    return context, context.furniture.parts["contact"]


def words(context: BuildContext, part: Column, width: float, rest: float) -> list[GlyphRun]:
    items = fragment(context.page, part, width, SIZE, rest).over
    return [item for item in items if isinstance(item, GlyphRun)]


def size_of(found: list[GlyphRun], said: str) -> float:
    return next(run.size for run in found if said in run.text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("name", "width"), PLACED)
def test_what_the_text_leaves_makes_the_phone_larger(style, name, width):
    context, part = closing(style, name)
    larger, more = roomy(part, width, SIZE, 60.0)
    before, after = (words(context, each, width, 0.0) for each in (part, larger))
    assert [run.text for run in before] == [run.text for run in after]
    own = context.handout.clinic.phone.plain
    grown = size_of(after, own) / size_of(before, own)
    assert 1.05 < grown <= PHONE_MOST + 1e-6
    assert 1.0 < size_of(after, "Spine") / size_of(before, "Spine") < 1.15
    assert size_of(after, "A book") == size_of(before, "A book")  # small print stays small
    assert more <= PAD_MOST * SIZE
    assert larger.height(width, SIZE) + more <= part.height(width, SIZE) + 60.0


@pytest.mark.parametrize("rest", [1.0, 3.0, 6.0, 10.0, 16.0, 25.0, 40.0])
@pytest.mark.parametrize(("name", "width"), PLACED)
def test_it_never_takes_more_than_there_is_and_breaks_no_line(name, width, rest):
    _, part = closing(
        name=name, address=text("2811 Wilshire Boulevard, Suite 850"), hours=text("Mon-Fri 8-5")
    )
    larger, more = roomy(part, width, SIZE, rest)
    assert more >= 0.0
    assert larger.height(width, SIZE) + more <= part.height(width, SIZE) + rest + 1e-6
    assert lines_of(larger, width, SIZE) == lines_of(part, width, SIZE)


def test_a_line_that_just_fits_is_not_parted():
    _, part = closing(address=text("2811 Wilshire Boulevard, Suite 850 A"))
    for width in range(230, 330):
        larger, _ = roomy(part, width, SIZE, 60.0)
        assert lines_of(larger, width, SIZE) == lines_of(part, width, SIZE)
