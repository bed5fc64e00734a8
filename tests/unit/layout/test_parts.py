"""Parts of a page: what is placed reaches as far as the height says, and stands at its measures."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure import Options
from brochure._startup.records import replace
from brochure.copyfit.fit import fit
from brochure.copyfit.parts import IN_COLUMN, Column, Figure, Length, Paragraph
from brochure.layout.assemble import furniture
from brochure.layout.contact_box import contact_box
from brochure.layout.footer import footer
from brochure.layout.grounds import PANEL_RISE
from brochure.layout.heads import head
from brochure.layout.masthead import PHONE_GAP
from brochure.layout.notes import notes
from brochure.layout.page_builder import Fragment, PageBuilder, Surface
from brochure.layout.parts import fragment
from brochure.layout.sources import sources
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import Box, Element, GlyphRun, Handout, Rect, Rule
from brochure.recipe import make_layout, prepare
from brochure.sources import read
from tests.conftest import HERE, SAMPLE
from tests.support.handouts import handouts, plain, text
from tests.support.placed import boxes, runs

FORMATS = ("handout", "large-print", "trifold")
NEAR = 0.01
"""Points within which two places are one."""


def context_of(handout: Handout, name: str = "handout"):
    return prepare(handout, Options(format=name)).page


def baselines(part: Fragment) -> list[float]:
    """The baselines of its texts, from the top."""
    found = {round(item.y, 6) for item in part.over if isinstance(item, GlyphRun)}
    return sorted(found, reverse=True)


def parts(handout: Handout, name: str) -> dict[str, Column]:
    """The columns that a handout has, each alone."""
    built = prepare(handout, Options(format=name))
    context = built.page
    found = {
        "masthead": head(context),
        "contact box": contact_box(context),
        "sources": sources(context, built.geometry.footers),
        "ending": furniture(context, built.geometry).parts["contact"],
    }
    return {key: column for key, column in found.items() if column and column.rows}


def as_set(column: Column, context, width: float, size: float) -> float:
    """The height of a column by the lines that its texts are broken in, as no part counts them."""
    column = column.form(width, size)
    inner, high = column.room(width, size)[1], 0.0
    for row in column.rows:
        if isinstance(row, Column):
            high += as_set(row, context, inner, size)
        elif isinstance(row, Length):
            high += row.at(size)
        elif isinstance(row, Figure):
            high += row.high
        else:
            points = row.points(inner, size)
            surface = context.surface()
            setting = Typesetting(points, points, inner, (0.0,), row.balance)
            Writer(row.shaped, 0, setting).all(surface, 0.0, 0.0)
            lines = len(baselines(surface.fragment(inner, 0.0)))
            high += (row.drop + (lines - 1) * row.leading + row.fall) * points
    beside = column.right
    high = max(high, column.least)
    if isinstance(beside, Column):
        high = max(high, as_set(beside, context, beside.across, size))
    return high


def ends(column: Column, width: float, size: float, y: float = 0.0, rest: float = 0.0):
    """The first and last baseline that each text of a column should have, by what is above it.

    Columns and white are summed from the foot up, as the parts sum from the head down.
    """
    column = column.form(width, size)
    high = column.height(width, size) + rest
    inner = column.room(width, size)[1]
    spare = high - sum(row.height(inner, size) for row in column.rows)
    foot, found = y - high, []
    for row in reversed(column.rows):
        own = row.height(inner, size) + spare * row.grow
        if isinstance(row, Paragraph):
            found.append(foot + row.fall * row.points(inner, size))
        elif isinstance(row, Column):
            found += ends(row, inner, size, foot + own, spare * row.grow)
        foot += own
    assert foot == pytest.approx(y, abs=NEAR)
    beside = column.right
    if isinstance(beside, Column):
        edge = (high - beside.height(beside.across, size)) / 2
        found += ends(beside, beside.across, size, y - edge)
    return found


SAMPLES = {name: prepare(read(SAMPLE)[0], Options(format=name)) for name in FORMATS}
MADE = handouts(most_sections=1)
WIDTHS = st.floats(150.0, 560.0)
SIZES = st.integers(100, 240).map(lambda tenths: tenths / 10)


@given(MADE, st.sampled_from(FORMATS), WIDTHS, SIZES, st.sampled_from((0.0, 7.3, 60.0)))
def test_what_is_placed_reaches_as_far_as_the_height_says(handout, name, width, size, rest):
    context = context_of(handout, name)
    for key, column in parts(handout, name).items():
        said = column.height(width, size)
        rest = rest if sum(row.grow for row in column.rows) == 1.0 else 0.0
        assert said == pytest.approx(as_set(column, context, width, size), abs=NEAR), key
        made = fragment(context, column, width, size, rest)
        assert made.height == pytest.approx(said + rest, abs=NEAR), key
        lowest = ends(column, width, size, rest=rest)
        found = baselines(made)
        assert min(lowest) == pytest.approx(found[-1], abs=NEAR), key
        for last in lowest:
            assert min(abs(last - y) for y in found) < NEAR, key
        grounds = [item.rect for item in made.under if isinstance(item, Box)]
        out = NEAR + (PANEL_RISE if column.ground == "cover" else 0.0)
        for rect in grounds:
            assert -made.height - out <= rect.y <= rect.top <= out, key
        assert found[0] < 0, key


@given(WIDTHS, st.floats(90.0, 500.0), SIZES, st.integers(1, 9))
def test_ruled_lines_fill_their_room_to_seven_points(width, height, size, count):
    context = SAMPLES["handout"].page
    made = notes(context, width, height, size, text(1, count))
    rules = [item.y0 for item in made.over if isinstance(item, Rule)]
    gaps = [above - below for above, below in pairwise([baselines(made)[-1], *rules])]
    assert made.height == height
    if height + baselines(made)[-1] > 7.0:
        assert rules[-1] == pytest.approx(7.0 - height, abs=NEAR)
        assert max(gaps) - min(gaps) < NEAR


@pytest.mark.parametrize("name", FORMATS)
def test_a_footer_reaches_from_its_rule_to_its_last_baseline(name):
    built = SAMPLES[name]
    for place in built.geometry.footers:
        made = footer(built.page, place, 2)
        (rule,) = [item for item in made.over if isinstance(item, Rule)]
        assert (rule.y0, baselines(made)[-1]) == (0.0, pytest.approx(-made.height))
        for run in (item for item in made.over if isinstance(item, GlyphRun)):
            assert run.y + 0.75 * run.size < rule.y0 - 2.0
        stands_on = [f for f in built.geometry.frames if (f.page, f.x) == (place.page, place.x)]
        for frame in stands_on:
            assert frame.bottom == pytest.approx(
                place.baseline + made.height + max(12.0, built.format.type.small)
            )


def test_a_footer_of_two_lines_lifts_the_frames_and_a_wide_phone_is_smaller():
    bare = prepare(read(SAMPLE)[0], Options()).geometry
    dated = replace(read(SAMPLE)[0], reviewed="2026-10-01")
    assert prepare(dated, Options()).geometry.frames[0].bottom > bare.frames[0].bottom
    long = replace(dated.clinic, phone=plain("310-828-7757 ext. 123456"))
    built = prepare(replace(dated, clinic=long), Options("trifold"))
    place = built.geometry.footers[0]
    (call,) = [i for i in footer(built.page, place, 2).over if isinstance(i, GlyphRun)]
    width = built.page.shaper.measure.width(call.text, call.face) * call.size
    assert width <= place.width + NEAR


# ---------------------------------------------------------- the measures of the page


def test_a_title_stands_95_hundredths_of_an_em_below_the_band():
    context = prepare(read(SAMPLE)[0], Options(style="plain")).page
    made = fragment(context, head(context), 522.0, 13.0)
    band = next(element for element in made.elements if element.kind == "Figure").bbox
    at = [n for n, element in enumerate(made.elements) if element.kind == "H1"]
    title = next(run for run in made.over if isinstance(run, GlyphRun) and run.element in at)
    assert band.top == pytest.approx(0.0, abs=1.0)
    assert title.y + 0.67 * title.size == pytest.approx(-40.0 - 0.95 * title.size, abs=NEAR)
    assert made.height + baselines(made)[-1] == pytest.approx(1.5 * 13.0, abs=NEAR)


def test_the_lines_of_a_contact_box_have_its_leading_and_end_above_its_foot():
    handout = replace(read(SAMPLE)[0], clinic=replace(read(SAMPLE)[0].clinic, website=None))
    context = replace(context_of(handout), qr=None)
    made = fragment(context, contact_box(context), 300.0, 13.0)
    lines = [item for item in made.over if isinstance(item, GlyphRun) and item.size == 13.0]
    falls = {round(a.y - b.y, 3) for a, b in pairwise(lines) if a.element == b.element}
    assert falls - {0.0} <= {round(1.24 * 13.0, 3)}
    assert made.height + baselines(made)[-1] == pytest.approx((0.5 + 0.32) * 13.0, abs=NEAR)
    head = next(item for item in made.over if isinstance(item, GlyphRun))
    assert head.y == pytest.approx(-0.5 * 13.0 - 0.92 * head.size, abs=NEAR)


def test_lines_of_one_text_in_a_contact_box_stand_124_hundredths_apart():
    handout = read(SAMPLE)[0]
    long = replace(handout.contact, text=plain("word " * 60))
    context = context_of(replace(handout, contact=long))
    made = fragment(context, contact_box(context), 300.0, 12.0)
    by_element: dict[int, list[float]] = {}
    for item in made.over:
        if isinstance(item, GlyphRun):
            by_element.setdefault(item.element, []).append(item.y)
    steps = {round(a - b, 3) for ys in by_element.values() for a, b in pairwise(ys) if a - b > 1}
    assert round(1.24 * 12.0, 3) in steps


@pytest.mark.parametrize("size", [18.0, 20.0, 22.0, 24.0])
def test_a_long_name_and_the_phone_keep_apart_in_large_print(size):
    handout, _ = read(HERE / "handouts" / "mittel-de.yaml")
    clinic = replace(handout.clinic, name=plain("Wirbelsäulenfachzentrum Süd"))
    built = prepare(replace(handout, clinic=clinic), Options(format="large-print"))
    band = next(row for row in head(built.page).rows if isinstance(row, Column))
    name = next(row for row in band.rows if isinstance(row, Paragraph))
    phone = band.right.shaped.width * band.right.size.at(size)
    room = built.geometry.frames[0].width - phone - PHONE_GAP
    assert name.shaped.widest_word * name.points(room, size) <= room
    assert name.points(room, size) >= 18.0


@pytest.mark.parametrize("name", ["handout", "large-print"])
def test_small_print_and_contact_box_stand_below_the_text_at_their_gaps(name):
    handout = replace(read(SAMPLE)[0], sources=(text(1, 9), text(2, 8)))
    built = prepare(handout, Options(format=name))
    fitted = fit(built.task())
    size = fitted.setting.size
    layout, _ = make_layout(handout, Options(format=name))
    page, small = next(
        (n, run) for n, run in runs(layout, "P") if run.text.startswith(built.page.phrases.sources)
    )
    box = min(boxes(layout, page), key=lambda rect: rect.y)
    points = min(built.format.type.small, size)
    foot = fitted.rooms[-1].foot + fitted.spacing[-1].rest
    lines = {run.y for n, run in runs(layout, "P") if n == page and run.size == points}
    assert foot - small.y == pytest.approx(0.35 * size + 0.8 * size + 0.8 * points, abs=NEAR)
    assert min(y for y in lines if y > box.top) - box.top == pytest.approx(
        0.5 * points + 0.8 * size, abs=NEAR
    )


@pytest.mark.parametrize("name", ["handout", "large-print"])
def test_a_contact_box_stands_115_hundredths_of_an_em_or_more_below_the_text(name):
    handout = replace(read(SAMPLE)[0], sources=())
    built = prepare(handout, Options(format=name))
    fitted = fit(built.task())
    layout, _ = make_layout(handout, Options(format=name))
    rest = fitted.spacing[-1].rest
    last = len(layout.pages) - 1
    box = min(boxes(layout, last), key=lambda rect: rect.y)
    gap = fitted.rooms[-1].foot + rest - box.top
    least = 1.15 * fitted.setting.size  # and what of the rest it does not take stays open above it
    assert least - NEAR <= gap <= least + rest + NEAR
    assert (rest > 20) == (gap > least + NEAR)


# ---------------------------------------------------------------------- fragments


def test_a_fragment_takes_its_place_with_its_elements_links_and_order():
    context = context_of(read(SAMPLE)[0])
    inner = context.surface()
    figure = inner.element("Figure", alt="a mark")
    link = inner.element("Link", inner.element("P"))
    inner.figure_box(figure, Rect(1.0, -9.0, 4.0, 5.0))
    inner.text(2.0, -8.0, "Call", "bold", 10.0, (0.0,), link)
    inner.text(2.0, -9.0, "1", "bold", 10.0, (0.0,), -3)
    inner.link(2.0, -8.0, 20.0, 10.0, "tel:1", link)
    inner.under(Rule(0.0, -1.0, 5.0, -1.0, 1.0, (0.0,)))
    made = inner.fragment(50.0, 10.0)
    builder = PageBuilder(2, context.pen)
    builder.pages[0].text(0.0, 0.0, "before", "bold", 9.0, (0.0,), builder.pages[0].element("P"))
    sect = builder.pages[1].element("Sect")
    builder.pages[1].place(made, 100.0, 500.0, sect)
    builder.pages[1].text(0.0, 0.0, "after", "bold", 9.0, (0.0,), 0)
    first, page = builder.finished()
    rule, call, artifact, after = page.items
    assert [element.parent for element in builder.structure.elements] == [-1, -1, 1, 1, 3]
    assert builder.structure.elements[2].bbox == Rect(101.0, 491.0, 4.0, 5.0)
    assert (call.x, call.y, call.element, artifact.element) == (102.0, 492.0, 4, -3)
    assert (rule.y0, rule.x1, page.links[0].element) == (499.0, 105.0, 4)
    assert first.items[0].order < call.order < page.links[0].order < after.order


def test_a_surface_without_a_structure_has_its_own():
    pen = SimpleNamespace()
    one, other = Surface(pen), Surface(pen)
    one.element("P")
    assert (one.structure.elements, other.structure.elements) == ([Element("P")], [])


def test_a_picture_logo_and_a_drawn_one_stand_in_the_same_place(tmp_path):
    handout = read(HERE / "handouts" / "image.yaml")[0]
    path = handout.images[0].path if handout.images else HERE / "handouts/lift.png"
    raster = replace(handout, clinic=replace(handout.clinic, logo=path))
    context = context_of(raster)
    made = fragment(context, head(context), 500.0, 12.0)
    (box,) = [element.bbox for element in made.elements if element.kind == "Figure"]
    assert box.x == 0.0
    assert -40.0 <= box.y <= box.top <= 0.0


def test_what_ruled_lines_do_not_need_is_white_above_their_heading():
    context = SAMPLES["handout"].page
    downs = [
        -baselines(notes(context, 300.0, 200.0 + more, 12.0, text(1, 3)))[0] for more in range(60)
    ]
    assert 12.0 * 1.5 < min(downs) < 12.0 * 1.5 + 15.0
    assert max(downs) - min(downs) == pytest.approx(12.0 * 1.4, abs=1.0)
    assert min(downs) in [
        down for before, down in pairwise(downs) if before > down
    ]  # one line more


def test_the_closing_box_of_a_clinic_is_measured_once_for_its_handouts(monkeypatch):
    handout, _ = read(SAMPLE)
    first, second = (prepare(each, Options()).furniture for each in (handout, read(SAMPLE)[0]))
    assert first.parts["contact"] is not second.parts["contact"]
    high = first.height("contact", 400.0, 12.3)
    monkeypatch.setattr(Column, "height", lambda *_: pytest.fail("measured again"))
    assert second.height("contact", 400.0, 12.3) == high


@pytest.mark.parametrize("asks", ["", "Questions? Call us."])
def test_the_closing_box_is_measured_once_below_any_small_print(monkeypatch, asks):
    """A heading of two sentences is parted once, too; what is above the box is each text's own."""
    handout, _ = read(SAMPLE)
    contact = replace(handout.contact, heading=plain(asks) if asks else None)
    handouts = [
        replace(handout, contact=contact, sources=(plain("Book " * many),)) for many in (3, 4, 60)
    ]
    first, second, third = (prepare(each, Options()).furniture for each in handouts)
    names = ("contact", IN_COLUMN)
    highs = [first.height(name, 251.0, 12.4) for name in names]
    whole = Column.height
    monkeypatch.setattr(Column, "height", lambda *_: pytest.fail("measured again"))
    assert [second.height(name, 251.0, 12.4) for name in names] == highs
    assert [third.height(name, 251.0, 12.4) for name in names] > highs
    monkeypatch.undo()
    assert third.height(names[0], 251.0, 12.4) == whole(third.parts[names[0]], 251.0, 12.4)
