"""The fit: the largest type, then the arrangement, then the spacing; each rule on its own."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit import extents, turning
from brochure.copyfit import fit as fitting
from brochure.copyfit.dress import dressed
from brochure.copyfit.extents import taken_of
from brochure.copyfit.fit import GAP_LEAST, LARGER, Fitted, fit
from brochure.copyfit.formats import FORMATS, geometry, grow
from brochure.copyfit.page_breaks import Stretch, paginate
from brochure.copyfit.parts import Column, Furniture, Length
from brochure.copyfit.picture_sizes import LARGE as PICTURES
from brochure.copyfit.rows import rows_of
from brochure.copyfit.settings import Setting, Task, metrics_for, notes_kept, rooms_for, sizes_of
from brochure.copyfit.vertical_spacing import NOTES_HEAD, turns_of
from brochure.layout.notes import lines_in
from brochure.model import Handout, Image
from tests.support.fakes import handout, make_rows, section, task, text


def sized(count: int, parts: int = 6, **more) -> list:
    """So many words in sections of two paragraphs each."""
    each = count // parts // 2
    return [section(each, each, **more) for _ in range(parts)]


def fitted(words: int, name: str = "handout", floor: float | None = None, **more) -> Fitted | None:
    return fit(task(handout(*sized(words), **more), name, floor))


def test_a_short_text_takes_the_ceiling_and_a_long_one_the_floor():
    assert fitted(150).setting.size == 16.0
    assert fitted(300).setting.size == 15.0
    assert fitted(1000).setting.size < 13.5
    assert fitted(1500) is None


@pytest.mark.parametrize(
    ("arrangement", "words", "most"),
    [("side", 200, 160), ("side", 400, 150), ("columns", 400, 135)],
)
def test_sizes_go_down_in_tenths_from_the_ceiling_of_the_arrangement(arrangement, words, most):
    sizes = sizes_of(FORMATS["handout"], arrangement, 12.0, words)
    assert sizes == [n / 10 for n in range(most, 119, -1)]


@pytest.mark.parametrize(("words", "looks"), [(150, 3), (300, 3), (700, 12)])
def test_a_size_is_looked_for_where_the_height_says(monkeypatch, words, looks):
    """A text with room in the largest type is looked at in two sizes of 31 or 41."""
    seen: list[Setting] = []

    def looked(made: Task, setting: Setting):
        seen.append(setting)
        return metrics_for(made, setting)

    monkeypatch.setattr(fitting, "metrics_for", looked)
    made = fitted(words)
    assert made.setting in seen
    assert len(seen) <= looks


@pytest.mark.slow
def test_more_words_never_bring_larger_type():
    """Where the arrangement stays; a break that more words allow may bring a little."""
    least: dict[str, float] = {}
    for words in range(100, 1200, 10):
        made = fitted(words)
        if made:
            name, size = made.setting.arrangement, made.setting.size
            assert size <= least.get(name, size) + 0.2, words
            least[name] = min(size, least.get(name, size))
    assert set(least) == {"side", "stacked", "columns"}


def test_arrangements_are_tried_in_order():
    found = []
    for words in range(100, 1300, 20):
        made = fitted(words)
        if made and made.setting.arrangement not in found:
            found.append(made.setting.arrangement)
    assert found == ["side", "stacked", "columns"]


def settable(made: Task, setting: Setting) -> bool:
    """Whether a text can be set so, without any short cut of the search."""
    metrics = metrics_for(made, setting)
    if metrics is None:
        return False
    rooms = rooms_for(made, setting)
    heights = [room.height for room in rooms]
    scale, size = made.format.type, setting.size
    stretch = Stretch(scale.tight * size, scale.loose * size, GAP_LEAST, scale.gap_most)
    rows = make_rows(made.flow, metrics, made.pixels)
    turns = turns_of(rooms)
    return min(heights) >= 0 and paginate(rows, heights, stretch, 0.0, turns) is not None


def texts() -> list[Handout]:
    """Texts of every length, in few sections and many, in paragraphs and in lists."""
    long = [sized(words, parts) for words in range(150, 1500, 90) for parts in (3, 7, 14)]
    lists = [
        [section(12, bullets=(8,) * (words // 60), heading="Head of it") for _ in range(6)]
        for words in range(150, 900, 60)
    ]
    return [handout(*sections) for sections in long + lists]


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FORMATS))
def test_no_larger_size_of_the_chosen_arrangement_breaks_no_rule(monkeypatch, name):
    """But what is given up to keep sentences and lists whole, which `test_turning` holds."""
    monkeypatch.setattr(turning, "COST", -1.0)
    tried = 0
    for words in texts():
        whole = task(words, name)
        made = fit(whole)
        if made is None or len(made.rooms) == 5:
            continue
        same = replace(whole, geometry=made.geometry)
        chosen, best = made.setting.arrangement, made.setting.size
        sizes = sizes_of(whole.format, chosen, whole.floor, whole.flow.words)
        larger = [size for size in sizes if size > best]
        assert not any(settable(same, Setting(size, chosen)) for size in larger)
        tried += len(larger)
    assert tried > 100


@pytest.mark.slow
def test_side_headings_give_way_only_to_type_that_is_larger_by_eight_tenths():
    found = set()
    for words in texts():
        whole = task(words)
        made = fit(whole)
        if made is None:
            continue
        best = {
            name: max(
                (s for s in sizes_of(whole.format, name, 12.0, whole.flow.words)
                 if settable(whole, Setting(s, name))),
                default=0.0,
            )
            for name in whole.format.arrangements
        }  # fmt: skip
        other = max(best.values())
        assert (made.setting.arrangement == "side") == (other < best["side"] + LARGER - 1e-6)
        assert made.setting.size == (best["side"] if made.setting.arrangement == "side" else other)
        found.add(made.setting.arrangement)
    assert found == {"side", "stacked", "columns"}


def test_headings_too_wide_for_the_side_stand_above():
    made = fit(task(handout(section(90, heading="Ophthalmologischerweisheiten"))))
    assert (made.setting.arrangement, made.setting.size) == ("stacked", 16.0)


@pytest.mark.slow
def test_a_lower_floor_holds_more_words():
    least = next(n for n in range(600, 2000, 10) if fitted(n) is None)
    assert fitted(least, floor=10.0).setting.size < 12.0
    assert fitted(3 * least, floor=10.0) is None


def test_leading_stays_within_the_format():
    for words in range(60, 1200, 40):
        made = fitted(words)
        for spacing in made.spacing if made else ():
            assert 1.30 - 1e-6 <= spacing.leading / made.setting.size <= 1.45 + 1e-6


def test_gaps_stay_between_85_and_180_percent_or_260_in_a_short_text():
    for words in range(60, 1200, 40):
        made = fitted(words)
        for spacing in made.spacing if made else ():
            most = 2.6 if words < 240 else 1.8  # a heading has words, too
            assert all(0.85 - 1e-6 <= gap <= most + 1e-6 for gap in spacing.gaps)


@pytest.mark.slow
def test_spare_room_goes_between_sections_first():
    for words in range(100, 1200, 15):
        made = fitted(words)
        for spacing in made.spacing if made else ():
            section_gap, para_gap, _ = spacing.gaps
            assert section_gap >= para_gap - 1e-6


def test_both_pages_are_filled():
    """A foot may stay open a little: gaps are not blown up to close it."""
    for words in range(360, 1200, 20):
        made = fitted(words)
        if made:
            assert min(spacing.fill for spacing in made.spacing) >= 0.88


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FORMATS))
def test_a_handout_has_one_leading_and_gaps_of_a_kind_that_are_nearly_alike(name):
    unlike = 0
    for words in texts():
        made = fit(task(words, name))
        if made is None:
            continue
        assert len({spacing.leading for spacing in made.spacing}) == 1
        held = [
            (made.rows.parts(start, stop)[2:], spacing.gaps)
            for (start, stop), spacing in zip(pairwise(made.cuts), made.spacing, strict=True)
            if start < stop
        ]
        for kind in range(3):
            opened = [ratios[kind] for gaps, ratios in held if gaps[kind] > 0]
            assert not opened or max(opened) <= 1.35 * min(opened) + 1e-6
            unlike += bool(opened) and max(opened) > 1.1 * min(opened)
    assert unlike > 5


@pytest.mark.slow
@pytest.mark.parametrize("name", list(FORMATS))
def test_a_foot_stays_open_only_below_gaps_that_may_not_grow(name):
    opened = 0
    for words in texts():
        made = fit(task(words, name))
        if made is None:
            continue
        held = [number for number, (a, b) in enumerate(pairwise(made.cuts)) if a < b]
        tightest = min((made.spacing[number].gaps for number in held), key=sum)
        for number in held:
            spacing = made.spacing[number]
            gaps = made.rows.parts(made.cuts[number], made.cuts[number + 1])[2:]
            if spacing.fill < 0.999 and not spacing.notes:
                ends = [min(1.35 * ratio, 1.8) for ratio in tightest]
                pairs = zip(spacing.gaps, ends, gaps, strict=True)
                assert all(own >= end - 1e-6 for own, end, gap in pairs if gap > 0)
                opened += 1
    assert opened > 5


@pytest.mark.slow
@pytest.mark.parametrize(("name", "most"), [("handout", 8), ("large-print", 8), ("trifold", 6)])
def test_ruled_lines_are_few_and_never_a_page_of_their_own(name, most):
    seen = 0
    for words in texts():
        made = fit(task(words, name))
        if made is None:
            continue
        lined = [number for number, spacing in enumerate(made.spacing) if spacing.notes]
        assert len(lined) <= 1
        for number in lined:
            height, size = made.spacing[number].notes, made.setting.size
            assert lines_in(height - NOTES_HEAD * size, size) <= most
            page = made.rooms[number].page
            written = [n for n, room in enumerate(made.rooms) if room.page == page]
            assert any(made.cuts[n] < made.cuts[n + 1] for n in written)
            seen += 1
    assert seen > 2


def test_what_is_spaced_is_as_high_as_its_frame_is_filled():
    arrangements = set()
    for words in range(60, 1300, 20):
        made = fitted(words, notes="false")
        arrangements.add(made.setting.arrangement if made else "")
        for number, spacing in enumerate(made.spacing if made else ()):
            start, stop = made.cuts[number : number + 2]
            if start < stop:
                leads, fixed, *gaps = made.rows.parts(start, stop)
                stretched = sum(gap * by for gap, by in zip(gaps, spacing.gaps, strict=True))
                used = leads * spacing.leading + fixed + stretched
                assert used == pytest.approx(made.rooms[number].height * spacing.fill, abs=0.01)
    assert arrangements == {"side", "stacked", "columns", ""}


def test_a_short_text_gets_ruled_lines_unless_they_are_forbidden():
    assert max(spacing.notes for spacing in fitted(60).spacing) > 100
    assert max(spacing.notes for spacing in fitted(60, notes="false").spacing) == 0


def test_ruled_lines_that_are_asked_for_are_kept_in_a_long_text():
    asked = [fitted(n, notes="true") for n in range(300, 1000, 50)]
    assert all(made.spacing[-1].notes > 60 for made in asked if made and len(made.spacing) == 2)


def test_asking_for_ruled_lines_never_brings_larger_type():
    for words in range(300, 900, 50):
        plain, asked = fitted(words), fitted(words, notes="true")
        assert asked is None or asked.setting.size <= plain.setting.size


def test_columns_of_one_page_share_their_leading():
    made = next(m for n in range(600, 1300, 10) if (m := fitted(n)) and len(m.spacing) == 4)
    first, second, third, fourth = (spacing.leading for spacing in made.spacing)
    assert first == second
    assert third == fourth


def test_the_same_text_gives_the_same_fit():
    assert fitted(500) == fitted(500)


@pytest.mark.parametrize("words", [20, 300, 900, 2500])
def test_large_print_takes_an_even_number_of_pages(words):
    made = fitted(words, "large-print")
    assert made.geometry.pages % 2 == 0
    assert made.setting.size >= 18
    assert made.rooms[-1].page == made.geometry.pages - 1


def test_large_print_is_larger_where_two_pages_have_room():
    assert fitted(60, "large-print").setting.size == 24.0


def test_large_print_is_larger_on_four_pages_too():
    sizes = {m.setting.size for n in range(250, 500, 50) if (m := fitted(n, "large-print"))}
    assert len(sizes) > 2


def test_large_print_takes_the_fewest_pages_first():
    pages = [fitted(words, "large-print").geometry.pages for words in range(100, 2500, 100)]
    assert pages[0] == 2
    assert pages == sorted(pages)


def test_a_grown_geometry_repeats_its_inner_page():
    grown = grow(geometry(FORMATS["large-print"], "letter"), 6)
    assert [frame.page for frame in grown.frames] == list(range(6))
    assert [frame.holds for frame in grown.frames[1:-1]] == [()] * 4
    assert grown.frames[-1].holds == ("contact",)
    assert [footer.page for footer in grown.footers] == list(range(6))


def test_the_panels_of_a_tri_fold_are_filled_in_reading_order():
    made = fitted(450, "trifold")
    assert [room.page for room in made.rooms] == [1, 1, 1, 0]
    assert 11 <= made.setting.size <= 13.5


def test_below_the_floor_only_the_arrangements_that_hold_more_are_tried():
    fmt = FORMATS["handout"]
    least = {name: sizes_of(fmt, name, 10.0, 900)[-1] for name in fmt.arrangements}
    assert least == {"side": 12.0, "stacked": 10.0, "columns": 10.0}


def held(thing) -> list:
    """A record or a collection with all that it holds."""
    inside = list(thing.items()) if isinstance(thing, dict) else thing
    if not isinstance(inside, list | tuple | set | frozenset):
        inside = [getattr(thing, name) for name in getattr(type(thing), "__match_args__", ())]
    return [thing, *(found for each in inside for found in held(each))]


@pytest.mark.parametrize("name", list(FORMATS))
def test_what_is_fitted_holds_nothing_that_can_call_the_layout(name):
    from brochure import Options
    from brochure.recipe import prepare
    from brochure.sources import read
    from tests.conftest import SAMPLE

    made = prepare(read(SAMPLE)[0], Options(format=name)).task()
    found = held(made)
    assert made.furniture.parts["masthead"] in found
    assert [each for each in found if callable(each)] == []
    stages = {
        type(each).__module__.split(".")[1:2][0]
        for each in found
        if "brochure." in type(each).__module__
    }
    assert stages <= {"copyfit", "model", "typeset"}


def test_ruled_lines_that_are_asked_for_are_kept_out_of_columns():
    asked = task(handout(*sized(300), notes="true"))
    kept = {name: notes_kept(asked, Setting(12.0, name)) for name in ("side", "stacked", "columns")}
    assert kept["side"] == kept["stacked"] > 60
    assert kept["columns"] == 0.0


def test_the_spare_panel_is_written_on_only_where_the_tightest_setting_needs_it():
    made = [m for words in range(400, 900, 20) if (m := fitted(words, "trifold"))]
    spare = [m for m in made if len(m.rooms) == 5]
    assert spare
    assert {m.setting.size for m in spare} == {FORMATS["trifold"].type.floor}


TALL = Column((Length(0.0, 700.0),))
"""A part that is higher than any frame."""


@pytest.mark.parametrize("name", ["handout", "trifold"])
def test_nothing_fits_where_what_stands_beside_the_text_does_not(name):
    """Though the other frames would hold the text; a cover holds none of it anyway."""
    made = task(handout(*sized(60)), name)
    assert fit(made)
    assert fit(replace(made, furniture=Furniture({"masthead": TALL}))) is None


@pytest.mark.parametrize("closed", [True, False])
def test_a_page_that_would_hold_the_closing_box_alone_has_the_ruled_lines(closed):
    """But no page has lines alone."""
    made = task(handout(section(30)))
    found = fit(replace(made, furniture=Furniture({}, ("contact",) if closed else ())))
    assert found.cuts[1] == len(found.rows)
    assert [spacing.notes > 0 for spacing in found.spacing] == [not closed, closed]


LIFT = Image(Path("lift.png"), text("A box"), None)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("pictured", [False, True])
@pytest.mark.parametrize("words", [100, 150, 200, 240])
def test_a_short_text_is_two_good_pages(words, pictured, style):
    sections = [section(20) for _ in range(words // 22 - 1)]
    sections.insert(1, section(14, image=LIFT if pictured else None))
    made = task(handout(*sections))
    fmt = dressed(made.format, STYLES[style], made.flow.words)
    found = fit(replace(made, format=fmt, pixels={str(LIFT.path): (400, 330)}))
    first, second = (spacing.fill for spacing in found.spacing)
    assert found.setting.size == (18.0 if made.flow.words < 120 else 16.0)
    assert first > 0.35
    assert second > 0.5
    assert first < 0.98 or second > 2 / 3
    begun = {found.rows.place[row][0] for row in range(found.cuts[1])}
    assert not begun & {found.rows.place[row][0] for row in range(found.cuts[1], len(found.rows))}
    if pictured:
        assert found.metrics.format.picture in (0.0, *PICTURES)


def test_what_no_setting_changes_is_asked_once(monkeypatch):
    """Though the text is tried in many sizes, in all arrangements and where a page turn is mended.

    Of another text of the same task nothing is taken for its own.
    """
    asked, outline = [], extents._outline
    monkeypatch.setattr(extents, "_outline", lambda each: asked.append(each) or outline(each))
    whole = task(handout(*sized(700)))
    assert fit(whole)
    assert len(asked) == len(whole.flow.sections)
    other = task(handout(*sized(500)))
    assert fit(replace(whole, flow=other.flow)) == fit(other)


def test_rows_that_are_made_again_are_laid_of_what_was_laid_before():
    whole = task(handout(*sized(700)))
    found = fit(whole)
    metrics, before = metrics_for(whole, found.setting), dict(found.rows.laid)
    again = rows_of(whole.flow, metrics, taken_of(whole.flow, metrics, {}), found.rows.laid)
    assert before
    assert again.laid == before
    assert again.place == found.rows.place


@pytest.mark.parametrize("parts, words", [(5, 500), (5, 600), (7, 500)])
def test_no_height_is_asked_below_a_size_that_has_room(monkeypatch, parts, words):
    """Boxes leave frames open, so many sizes are looked at that have room by their height."""
    asked, height = [], fitting.height_of
    tried, capable = [], fitting.capable_of
    monkeypatch.setattr(fitting, "height_of", lambda *them: asked.append(them) or height(*them))
    monkeypatch.setattr(fitting, "capable_of", lambda *them: tried.append(them) or capable(*them))
    assert fit(task(handout(*sized(words, parts, emphasis="urgent"))))
    assert 2 * len(asked) < len(tried)


@pytest.mark.parametrize("parts, words", [(5, 500), (5, 600), (7, 500), (7, 700)])
def test_rows_are_made_for_few_sizes_near_the_one_that_fits(monkeypatch, parts, words):
    made, rows = [], fitting.rows_of
    monkeypatch.setattr(fitting, "rows_of", lambda *them: made.append(them[1]) or rows(*them))
    assert fit(task(handout(*sized(words, parts, emphasis="urgent"))))
    assert max(Counter(each.arrangement for each in made).values()) <= 8
