"""The table of formats: sheets, frames, folds, bleed, and a row of the tests' own."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.copyfit.formats import (
    FORMATS,
    MM,
    PAPERS,
    PUNCHES,
    Margins,
    geometry,
)
from brochure.copyfit.print_marks import BLEED, SLUG, crop_marks, fold_marks, for_press
from tests.support.fakes import handout, section, task

CASES = [(name, paper) for name in FORMATS for paper in PAPERS]
EDGE = 36.0
EDGES, HEADS = {"card": 30.0}, {"card": 18.0}
"""How near to the edges text may stand on what is held in the hand, and a field at its head."""


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_every_frame_and_footer_stands_half_an_inch_inside(name, paper):
    place, edge = geometry(FORMATS[name], paper), EDGES.get(name, EDGE)
    for frame in place.frames:
        assert frame.x >= edge
        assert frame.x + frame.width <= place.sheet.width - edge
        assert edge <= frame.bottom < frame.top <= place.sheet.height - HEADS.get(name, edge)
    for footer in place.footers:
        assert footer.baseline >= edge


@pytest.mark.parametrize(("name", "paper"), CASES)
def test_a_footer_stands_below_its_frame(name, paper):
    place = geometry(FORMATS[name], paper)
    for footer in place.footers:
        for frame in place.frames:
            if frame.page == footer.page and frame.flows and frame.x == footer.x:
                assert footer.baseline < frame.bottom


@pytest.mark.parametrize("name", FORMATS)
def test_a4_has_a_geometry_of_its_own(name):
    letter, a4 = geometry(FORMATS[name], "letter"), geometry(FORMATS[name], "a4")
    half = name == "card"
    a_sheet, l_sheet = ([148, 210], [396, 612]) if half else ([210, 297], [612, 792])
    assert sorted((a4.sheet.width / MM, a4.sheet.height / MM)) == pytest.approx(a_sheet)
    assert sorted((letter.sheet.width, letter.sheet.height)) == l_sheet
    first, other = letter.frames[0], a4.frames[0]
    assert letter.sheet.height - first.top == pytest.approx(a4.sheet.height - other.top)


@pytest.mark.parametrize("punch", ["2", "3"])
@pytest.mark.parametrize("paper", PAPERS)
def test_a_punch_keeps_its_room_at_the_binding_edge_of_both_pages(punch, paper):
    place = geometry(FORMATS["handout"], paper, punch)
    front, back = place.frames
    assert front.x >= PUNCHES[punch]
    assert place.sheet.width - back.x - back.width >= PUNCHES[punch] - 0.01
    assert front.width == back.width


# ---------------------------------------------------------------- tri-fold

WIDTHS = {"letter": (265.5, 265.5, 261.0), "a4": (100 * MM, 100 * MM, 97 * MM)}


@pytest.mark.parametrize("paper", PAPERS)
def test_panels_have_their_widths_and_register_when_turned_on_the_short_edge(paper):
    place = geometry(FORMATS["trifold"], paper)
    wide, _, narrow = WIDTHS[paper]
    width = place.sheet.width
    outside = [x for page, x in place.folds if page == 0]
    inside = [x for page, x in place.folds if page == 1]
    assert inside == pytest.approx([wide, 2 * wide])
    assert outside == pytest.approx([narrow, narrow + wide])
    assert outside == pytest.approx([width - x for x in reversed(inside)], abs=0.01)


@pytest.mark.parametrize("paper", PAPERS)
def test_no_frame_crosses_a_fold(paper):
    place = geometry(FORMATS["trifold"], paper)
    for frame in place.frames:
        for page, x in place.folds:
            clear = frame.x + frame.width <= x - 12 or frame.x >= x + 12
            assert clear or page != frame.page


def test_panels_follow_the_order_in_which_a_hand_unfolds_them():
    place = geometry(FORMATS["trifold"], "letter")
    third = place.sheet.width / 3
    order = [(frame.page, int(frame.x / third)) for frame in place.frames]
    assert order == [(0, 2), (1, 0), (1, 1), (1, 2), (0, 0), (0, 1)]
    assert place.frames[0].holds == ("masthead",)
    assert place.frames[-1].holds == ("contact",)


def test_a_tri_fold_is_turned_on_its_short_edge():
    assert geometry(FORMATS["trifold"], "letter").sheet.duplex == "DuplexFlipShortEdge"
    assert geometry(FORMATS["handout"], "letter").sheet.duplex == "DuplexFlipLongEdge"


@pytest.mark.parametrize("press", [False, True])
def test_fold_marks_stand_outside_the_text(press):
    place = geometry(FORMATS["trifold"], "letter")
    place = for_press(place) if press else place
    marks = fold_marks(place, 1)
    assert len(marks) == 4
    low = min(frame.bottom for frame in place.frames if frame.page == 1)
    for x0, y0, x1, y1 in marks:
        assert x0 == x1
        assert max(y0, y1) < low or min(y0, y1) > max(frame.top for frame in place.frames)


# ------------------------------------------------------------------- press


def test_press_adds_bleed_and_marks_and_does_not_scale():
    plain = geometry(FORMATS["handout"], "letter")
    press = for_press(plain)
    assert press.frames == plain.frames
    assert (press.sheet.width, press.sheet.height) == (612, 792)
    assert press.sheet.bleed == BLEED == 9.0
    assert press.sheet.slug == SLUG > BLEED


def test_crop_marks_stand_outside_the_bleed():
    sheet = for_press(geometry(FORMATS["handout"], "letter")).sheet
    marks = crop_marks(sheet)
    assert len(marks) == 8
    for x0, y0, x1, y1 in marks:
        across = max(-x0, -x1, x0 - sheet.width, x1 - sheet.width)
        along = max(-y0, -y1, y0 - sheet.height, y1 - sheet.height)
        assert max(across, along) >= sheet.bleed
        near = min(max(-x, x - sheet.width) for x in (x0, x1)) if y0 == y1 else None
        near = min(max(-y, y - sheet.height) for y in (y0, y1)) if near is None else near
        assert near >= sheet.bleed


# ------------------------------------------------------------ one more row


def test_a_new_format_is_one_row(monkeypatch):
    from brochure.copyfit.fit import fit

    scale = replace(FORMATS["handout"].type, floor=10.0, ceiling=12.0)
    margins = Margins(side=40.0, head=40.0, first_head=40.0, foot=37.0, footer=30.0)
    row = replace(FORMATS["handout"], name="card", type=scale, margins=margins)
    row = replace(row, arrangements=("stacked",), sheets={"letter": (396.0, 612.0)})
    monkeypatch.setitem(FORMATS, "card", row)
    made = task(handout(section(80, 80), section(60)), "card")
    found = fit(made)
    assert 10 <= found.setting.size <= 12
    assert found.rooms[0].width == 396 - 80
