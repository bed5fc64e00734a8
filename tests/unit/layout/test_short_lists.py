"""Short lists on finished pages: two columns, read down the first and then the second."""

from __future__ import annotations

import pytest

from brochure import Options, build
from brochure.model import GlyphRun, Layout
from tests.support.pdf import chars, structure

LONG = "This sentence is here to fill the page so that no large type has room. "
AR = "هذه جملة هنا لملء الصفحة حتى لا يبقى مكان لحروف كبيرة. "
CASES = [
    ("handout", 8, 9, "colour"),
    ("handout", 8, 9, "mono"),
    ("large-print", 5, 11, "colour"),
    ("trifold", 8, 12, "colour"),
    ("card", 4, 7, "colour"),
]


def content(sections: int, items: int, language: str = "en-US", prose: str = LONG, words="Take x"):
    bullets = [f"{words} {number}" for number in range(items)]
    body = [prose * 3, "Bring these:", {"bullets": bullets}]
    return {
        "title": "What to bring",
        "language": language,
        "clinic": {"name": "Clinic", "phone": "310-555-0100"},
        "sections": [{"heading": f"Part {n}", "body": body} for n in range(sections)],
    }


def items_of(layout: Layout) -> list[list[tuple[int, GlyphRun]]]:
    """The runs of each list's items with their pages, in the order of the tags."""
    found: dict[int, list[tuple[int, GlyphRun]]] = {}
    for page, placed in enumerate(layout.pages):
        for run in placed.items:
            if isinstance(run, GlyphRun) and run.element >= 0:
                body = layout.elements[run.element]
                if body.kind == "LBody":
                    found.setdefault(layout.elements[body.parent].parent, []).append((page, run))
    return [sorted(runs, key=lambda each: each[1].order) for runs in found.values()]


@pytest.mark.parametrize(("name", "sections", "items", "mode"), CASES)
def test_the_columns_are_level_and_read_down_the_first_then_the_second(name, sections, items, mode):
    layout = build(content(sections, items), Options(name, mode=mode)).layout
    lists = items_of(layout)
    assert len(lists) == sections
    broken = 0
    for runs in lists:
        assert [run.text for _, run in runs] == [f"Take x {n}" for n in range(items)]
        frames: dict[tuple[int, int], list[GlyphRun]] = {}
        for page, run in runs:
            frames.setdefault((page, frame_of(layout, run)), []).append(run)
        broken += len(frames) > 1
        for part, here in enumerate(frames.values()):
            first, second = here[: -(-len(here) // 2)], here[-(-len(here) // 2) :]
            for column in (first, second):
                assert len({round(run.x, 3) for run in column}) == 1
                assert [run.y for run in column] == sorted((r.y for r in column), reverse=True)
            assert [run.y for run in second] == [run.y for run in first[: len(second)]]
            assert second[0].x > first[0].x + 60
            assert part == len(frames) - 1 or len(here) % 2 == 0
    assert broken or name in ("trifold", "card", "handout")


def frame_of(layout: Layout, run: GlyphRun) -> int:
    """Which column or panel of its page a run stands in."""
    sheet = layout.sheet
    if sheet.width > sheet.height:
        return int(run.x / (sheet.width / 3))
    return int(layout.facts.arrangement == "columns" and run.x > sheet.width / 2 - 6)


def test_it_is_one_list_for_a_program_that_knows_tags():
    made = structure(build(content(8, 9), Options()).pdf)
    lists = made.find("L")
    assert len(lists) == 8
    for listed in lists:
        assert [kid.kind for kid in listed.kids] == ["LI"] * 9
        assert [item.find("LBody")[0].text for item in listed.kids] == [
            f"Take x {n}" for n in range(9)
        ]
        assert {len(item.find("Lbl")) for item in listed.kids} == {1}


def test_in_a_language_from_the_right_the_first_column_is_at_the_right():
    made = build(content(9, 9, "ar", AR, "خذ"), Options())
    seen = [c for c in chars(made.pdf) if c.page == 0]
    layout = made.layout
    lists = [runs for runs in items_of(layout) if {page for page, _ in runs} == {0}]
    assert lists
    assert seen
    for runs in lists:
        by_line: dict[float, set[float]] = {}
        for _, run in runs:
            by_line.setdefault(round(run.y, 1), set()).add(run.x)
        assert len(by_line) == 5
        top = max(by_line)
        first = next(run for _, run in runs)
        assert round(first.y, 1) == top
        assert first.x > layout.sheet.width / 2 or layout.facts.arrangement == "columns"
        assert first.x > min(by_line[top]) + 60


def test_an_item_too_wide_for_a_column_leaves_its_list_as_it_is():
    wide = content(5, 8, words="Electroencephalographically uninterrupted rest")
    layout = build(wide, Options("large-print")).layout
    for runs in items_of(layout):
        assert len({round(run.x, 2) for _, run in runs}) <= 2  # the words and their second lines
        assert len({(page, round(run.y, 1)) for page, run in runs}) >= 8
