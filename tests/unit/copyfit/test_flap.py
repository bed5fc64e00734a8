"""The flap of a folded sheet: whole sections, what is urgent first, never the tail of one."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.copyfit.blocks import NONE_APART
from brochure.copyfit.fit import fit
from brochure.copyfit.flap import SECTIONS_MOST, WHOLE_COSTS, fit_folded, flows
from brochure.editions import Options
from brochure.model import GlyphRun, Layout
from brochure.recipe import build
from tests.conftest import CASES, HERE, SAMPLE
from tests.support.fakes import handout, section, task

FOLDED = [path for path, name in CASES if name == "trifold"]


def titles(flow) -> list[str]:
    return [each.title for each in flow.sections]


def parts(*emphases: str) -> list:
    return [section(20, heading=f"S{n}", emphasis=each) for n, each in enumerate(emphases)]


@pytest.mark.parametrize(
    ("emphases", "first"),
    [
        (("", "urgent", "emergency", ""), ["S0", "S1", "S3", "S2"]),
        (("", "urgent", "", ""), ["S0", "S2", "S3", "S1"]),
        (("", "", "", ""), ["S0", "S1", "S2", "S3"]),
    ],
    ids=["emergency", "urgent", "none"],
)
def test_what_is_urgent_comes_to_the_flap_first(emphases, first):
    found = list(flows(task(handout(*parts(*emphases))).flow))
    assert titles(found[0]) == first
    assert found[0].apart == 1
    assert all(sorted(titles(flow)) == sorted(first) for flow in found)
    apart = [flow.apart for flow in found]
    assert apart[-1:] == [NONE_APART] or any(emphases)
    assert all(0 < each <= SECTIONS_MOST for each in apart if each != NONE_APART)


def test_a_single_section_has_no_flap():
    assert list(flows(task(handout(section(20))).flow)) == []


def test_a_flap_has_the_last_frame_to_itself():
    made = task(handout(*parts("", "", "urgent", "")), "trifold")
    tried, found = fit_folded(made)
    begun = [place[0] for place in found.rows.place].index(len(tried.flow.sections) - 1)
    assert found.cuts[3] == begun == found.rows.apart
    assert found.cuts[-1] == len(found.rows)


def test_a_long_last_section_stands_inside_where_type_is_then_larger():
    made = task(handout(section(20), section(15), section(100, 100)), "trifold")
    tried, found = fit_folded(made)
    assert tried.flow.apart == NONE_APART
    assert found.cuts[3] == found.rows.apart == len(found.rows)
    apart = replace(made, flow=next(flows(made.flow)), notes="false")
    assert fit(apart).setting.size < found.setting.size


@pytest.mark.parametrize("words", [40, 80, 120, 160, 200, 240])
def test_panels_of_a_short_text_end_with_whole_sections(words):
    made = task(handout(*[section(words // 5, heading=f"S{n}") for n in range(5)]), "trifold")
    found = fit_folded(made)[1]
    assert not any(found.rows.goes_on(cut) for cut in found.cuts[1:-1])
    assert found.setting.size >= made.format.long_ceiling


def test_whole_sections_cost_a_long_text_next_to_nothing():
    made = task(handout(*[section(60 + 7 * n, heading=f"S{n}") for n in range(6)]), "trifold")
    whole = fit_folded(made)[1]
    parted = [fit(replace(made, flow=flow, notes="false")) for flow in flows(made.flow)]
    most = max(fitted.setting.size for fitted in parted if fitted)
    assert whole.setting.size >= most - WHOLE_COSTS - 1e-6


def sections_by_panel(layout: Layout) -> tuple[set[int], set[int]]:
    """The elements of the sections that stand inside, and on the flap."""
    inside, flap = set(), set()
    for number, page in enumerate(layout.pages):
        for run in page.items:
            if not isinstance(run, GlyphRun) or run.element < 0:
                continue
            element = run.element
            while layout.elements[element].parent >= 0:
                element = layout.elements[element].parent
            if layout.elements[element].kind != "Sect":
                continue
            if number == 1:
                inside.add(element)
            elif run.x < layout.sheet.width / 3 - 9:
                flap.add(element)
    return inside, flap


@pytest.mark.parametrize("path", FOLDED, ids=lambda path: path.stem)
def test_no_section_begins_inside_and_ends_on_the_flap(made, path):
    built = made(path, format="trifold")
    inside, flap = sections_by_panel(built.layout)
    if built.layout.facts.size > 11.0 and len(inside | flap) > 1:
        assert not inside & flap


def test_the_samples_flap_begins_with_what_is_urgent(made):
    layout = made(SAMPLE, format="trifold").layout
    outside = [run for run in layout.pages[0].items if isinstance(run, GlyphRun)]
    flap = [run for run in outside if run.x < layout.sheet.width / 3 - 9 and run.element >= 0]
    assert max(flap, key=lambda run: run.y).text.startswith("Urgent")


def test_ruled_lines_stand_on_the_back(made):
    layout = made(SAMPLE, format="trifold").layout
    words = [run for run in layout.pages[0].items if isinstance(run, GlyphRun)]
    (heading,) = [run for run in words if run.text == "Questions for my visit"]
    assert layout.sheet.width / 3 - 9 < heading.x < 2 * layout.sheet.width / 3


def test_a_short_text_has_a_section_a_panel_and_ruled_lines_in_the_empty_one(made):
    layout = made(HERE / "handouts" / "corto-es.yaml", format="trifold").layout
    third = layout.sheet.width / 3
    inside = [run for run in layout.pages[1].items if isinstance(run, GlyphRun)]
    heads = [(run.x // third, run.text) for run in inside if run.face == "bold" and run.y > 500]
    assert {panel for panel, _ in heads} == {0.0, 1.0, 2.0}
    assert (2.0, "Mis preguntas para ") in heads


def test_an_empty_panel_is_told():
    built = build(HERE / "handouts" / "smallest.yaml", Options("trifold"))
    assert any("panels would be empty" in warning.message for warning in built.warnings)
    full = build(SAMPLE, Options("trifold"))
    assert not any("would be empty" in warning.message for warning in full.warnings)
