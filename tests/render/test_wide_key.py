"""The key message across page 1, in styles that lift it out of the text."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.brand.palette import palette
from brochure.copyfit.flow import count_words
from brochure.editions import Options
from brochure.layout.wide_key import lifted, wide_key
from brochure.model import Box, Drawing, GlyphRun, Icon, ItemList, Layout, Paragraph
from brochure.recipe import build_handout, make_layout, prepare
from brochure.sources import read
from brochure.trial import words_left
from tests.conftest import HERE, SAMPLE
from tests.support.fakes import text
from tests.support.layout_rules import faults
from tests.support.placed import holds

WIDE = ("band", "photo")
KEY = read(SAMPLE)[0].sections[0].heading.plain


def key_runs(layout: Layout) -> list[GlyphRun]:
    """All that is said in the key message, as read."""
    page = [item for item in layout.pages[0].items if isinstance(item, GlyphRun)]
    page.sort(key=lambda run: run.order)
    first = next(run for run in page if layout.elements[run.element].kind == "H2")
    mother = layout.elements[first.element].parent
    return [run for run in page if _under(layout, run.element, mother)]


def _under(layout: Layout, element: int, mother: int) -> bool:
    while element >= 0:
        if element == mother:
            return True
        element = layout.elements[element].parent
    return False


@pytest.mark.parametrize("mode", ["colour", "mono", "press"])
@pytest.mark.parametrize("style", WIDE)
def test_a_key_message_stands_in_one_box_across_the_page(made, style, mode):
    built = made(SAMPLE, style=style, mode=mode)
    layout, handout = built.layout, read(SAMPLE)[0]
    said = key_runs(layout)
    words = handout.sections[0].body[0].text.plain
    assert " ".join(words.split()) in " ".join("".join(run.text for run in said[1:]).split())
    boxes = [item.rect for item in layout.pages[0].items if isinstance(item, Box)]
    assert any(rect.width > 540 and all(holds(rect, run) for run in said) for rect in boxes)
    body = [run.size for run in said[1:]]
    assert min(body) == pytest.approx(1.1 * layout.facts.size)
    assert faults(layout, built.faces.width) == []


@pytest.mark.parametrize("style", WIDE)
def test_a_key_message_is_read_once_between_the_title_and_the_text(made, style):
    layout = made(SAMPLE, style=style).layout
    spoken = [item for page in layout.pages for item in page.items if isinstance(item, GlyphRun)]
    spoken.sort(key=lambda run: run.order)
    heads = [run.text.strip() for run in spoken if layout.elements[run.element].kind[:1] == "H"]
    sections = read(SAMPLE)[0].sections
    title = read(SAMPLE)[0].title.plain
    assert heads[:3] == [title, sections[0].heading.plain, sections[1].heading.plain]
    assert heads.count(KEY) == 1
    marks = [mark.title for mark in layout.bookmarks]
    assert marks == [section.heading.plain for section in sections]
    tops = [mark.y for mark in layout.bookmarks if mark.page == 0]
    assert tops[0] == max(tops)


def test_the_words_of_a_lifted_message_are_counted(made):
    handout = read(SAMPLE)[0]
    assert made(SAMPLE, style="band").facts.words == count_words(handout)
    assert made(SAMPLE, style="plain").facts.words == count_words(handout)


def test_only_texts_at_the_head_of_a_longer_handout_are_lifted():
    handout, style = read(SAMPLE)[0], prepare(read(SAMPLE)[0], Options(style="band")).page.style
    first, second, *rest = handout.sections
    assert lifted(handout, style)
    listed = next(p for s in rest for p in s.body if isinstance(p, ItemList))
    for others in (
        (second, first, *rest),
        (first,),
        (replace(first, body=(*first.body, listed)), second),
        (replace(first, emphasis=""), second),
    ):
        assert not lifted(replace(handout, sections=others), style)
    for name in ("plain", "cards", "ledger"):
        assert wide_key(prepare(handout, Options(style=name)).page) is None


def test_a_key_message_takes_its_room_from_the_text():
    handout = read(SAMPLE)[0]
    first = handout.sections[0]
    long = replace(handout, sections=(replace(first, body=first.body * 3), *handout.sections[1:]))
    wide = Options(style="band")
    assert make_layout(long, wide)[0].facts.size < make_layout(handout, wide)[0].facts.size
    assert words_left(long, wide) < words_left(handout, wide)


@pytest.mark.parametrize("name", ["ar", "ja", "hi"])
def test_a_key_message_in_another_script_keeps_the_rules(name):
    handout = read(HERE / "handouts" / "languages" / f"{name}.yaml")[0]
    first = replace(handout.sections[0], emphasis="key", body=(Paragraph(handout.title),))
    handout = replace(handout, sections=(first, *handout.sections[1:]))
    built = build_handout(handout, Options(style="band"))
    wrong = faults(built.layout, built.faces.width)
    assert [each for each in wrong if "near the edge" not in each] == []
    assert key_runs(built.layout)


def test_a_lifted_message_has_the_inks_of_its_mode(made):
    layout = made(SAMPLE, style="band", mode="mono").layout
    inks = palette(read(SAMPLE)[0].brand, "mono")
    assert key_runs(layout)[0].ink == inks.heading


@pytest.mark.parametrize("alt", [None, "A heart"])
def test_a_lifted_message_keeps_its_icon_beside_its_words(alt):
    handout = read(SAMPLE)[0]
    icon = Icon("heart", text(alt) if alt else None)
    first = replace(handout.sections[0], icon=icon)
    layout = build_handout(
        replace(handout, sections=(first, *handout.sections[1:])), Options(style="band")
    ).layout
    said = key_runs(layout)
    drawn = [item for item in layout.pages[0].items if isinstance(item, Drawing)]
    boxes = [item.rect for item in layout.pages[0].items if isinstance(item, Box)]
    rect = max((box for box in boxes if holds(box, said[0])), key=lambda box: box.width)
    inside = [d for d in drawn if rect.y < d.y and d.y + d.scale < rect.top and d.x < said[0].x]
    (icon_drawn,) = [d for d in inside if said[-1].y < d.y + d.scale and d.y < said[0].y]
    assert icon_drawn.x + icon_drawn.scale < min(run.x for run in said) - 5
    heard = icon_drawn.element >= 0 and layout.elements[icon_drawn.element].alt
    assert (heard or None) == alt
