"""Boxes of urgency on the page: fixed inks, a word and a sign inside, in every arrangement."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure.brand.palette import palette
from brochure.language.phrases import phrases
from brochure.layout.boxes import urgency
from brochure.model import Box, BrandSource, Drawing, GlyphRun, Layout, Rule, Span, Text
from brochure.recipe import make_layout
from brochure.sources import read
from tests.support.placed import holds, runs, saying, within

WORDS = {"urgent": "Urgent", "emergency": "Emergency"}
GREEN = "brand: {primary: '#1f6b3a', accent: '#3f8f4f', accent_cmyk: 60 0 80 0}"
CONTENT = """
title: Care for your back
language: {language}
clinic: {{name: The Spine Institute, phone: 310-828-7757}}
{brand}
sections:
{sections}
"""
SECTION = """
  - heading: {heading}
    emphasis: {emphasis}
    text:
      - Call us at {{phone}} if you see one of these signs.
      - {more}
    bullets: [Weak legs, No feeling between the legs]
"""
LENGTHS = {"side": 10, "columns": 140}
"""How many words more a section has for each arrangement of a handout."""


def content(*emphases: str, words: int = 10, brand: str = "", language: str = "en-US") -> str:
    more = " ".join(["rest"] * words) + "."
    made = [
        SECTION.format(heading=f"When to call {n}", emphasis=emphasis, more=more)
        for n, emphasis in enumerate(emphases)
    ]
    whole = CONTENT.format(language=language, brand=brand, sections="".join(made))
    return whole.replace("    emphasis: \n", "")


def layout_of(tmp_path, *emphases: str, options: Options | None = None, **more) -> Layout:
    file = tmp_path / "content.yaml"
    file.write_text(content(*emphases, **more), "utf-8")
    return make_layout(read(file)[0], options or Options())[0]


def box_around(layout: Layout, page: int, run: GlyphRun) -> Box:
    """The largest box that holds a run."""
    boxes = [each for each in layout.pages[page].items if isinstance(each, Box)]
    return max((b for b in boxes if holds(b.rect, run)), key=lambda b: b.rect.height * b.rect.width)


EDITIONS = [
    ("side", Options()),
    ("columns", Options()),
    ("stacked", Options("large-print")),
    ("stacked", Options("trifold")),
    ("side", Options(mode="mono")),
    ("columns", Options(mode="press")),
]


@pytest.mark.parametrize(("arrangement", "options"), EDITIONS)
@pytest.mark.parametrize("emphasis", WORDS)
def test_a_box_of_urgency_holds_its_sign_its_word_and_its_heading(
    tmp_path, arrangement, options, emphasis
):
    six = ["", "", emphasis, "", "", ""]
    words = LENGTHS.get(arrangement, 10)
    layout = layout_of(tmp_path, *six, options=options, words=words)
    assert layout.facts.arrangement == arrangement
    page, word = saying(layout, WORDS[emphasis])
    _, heading = saying(layout, "When to call 2" if arrangement != "side" else "When to")
    heading = next(run for p, run in runs(layout, "H2") if p == page and run.order > word.order)
    box = box_around(layout, page, word).rect
    signs = [i for i in layout.pages[page].items if isinstance(i, Drawing) and i.element == -1]
    (sign,) = signs
    assert holds(box, heading)
    assert box.x + 5 < sign.x
    assert sign.x + sign.scale < heading.x - 5
    assert sign.y > box.y
    assert sign.y + sign.scale == pytest.approx(word.y + 0.67 * word.size, abs=0.1)
    assert word.x == pytest.approx(heading.x)
    assert word.y > heading.y
    assert within(layout, word.element, "H2")


@pytest.mark.parametrize("mode", ["colour", "mono", "press"])
def test_no_brand_reaches_the_inks_of_urgency(mode):
    green = BrandSource(
        primary=Text((Span("#1f6b3a"),)),
        accent=Text((Span("#3f8f4f"),)),
        primary_cmyk=Text((Span("80 10 90 30"),)),
        accent_cmyk=Text((Span("60 0 80 0"),)),
    )
    for emphasis in WORDS:
        assert urgency(emphasis, palette(green, mode)) == urgency(
            emphasis, palette(BrandSource(), mode)
        )


def test_urgent_is_amber_and_an_emergency_red_under_a_green_brand(tmp_path):
    layout = layout_of(tmp_path, "urgent", "emergency", brand=GREEN)
    inks = {}
    for emphasis, word in WORDS.items():
        page, run = next(each for each in runs(layout, "H2") if each[1].text.strip() == word)
        inks[emphasis] = (run.ink, box_around(layout, page, run).stroke)
    amber, red = ((0x8A, 0x46, 0), (0xB8, 0x6A, 0x0A)), ((255, 255, 255), (0xA5, 0x0E, 0x1C))
    for found, expected in ((inks["urgent"], amber), (inks["emergency"], red)):
        for ink, parts in zip(found, expected, strict=True):
            assert [round(part * 255) for part in ink] == list(parts)


def test_the_two_levels_and_the_key_message_differ_in_black_toner(tmp_path):
    layout = layout_of(tmp_path, "key", "urgent", "emergency", options=Options(mode="mono"))
    items = [item for page in layout.pages for item in page.items]
    frames = {i.line_width for i in items if isinstance(i, Box) and i.stroke}
    assert len(frames) >= 3
    assert [i for i in items if isinstance(i, Box) and i.fill == (0.0,) and i.rect.height > 30]
    assert [i for i in items if isinstance(i, Rule) and i.x0 == i.x1]  # between head and text
    shapes = {len(i.paths[0].ops) for i in items if isinstance(i, Drawing) and i.element == -1}
    assert len(shapes) == 2


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "fil"])
def test_the_word_is_in_the_language_of_the_handout(tmp_path, language):
    layout = layout_of(tmp_path, "urgent", "emergency", language=language)
    said = {run.text.strip() for _, run in runs(layout, "H2")}
    words = phrases(language)
    assert {words.urgent, words.emergency} <= said
    assert words.urgent != words.emergency


def test_a_live_number_in_a_red_head_is_white(tmp_path):
    file = tmp_path / "content.yaml"
    made = content("emergency").replace("When to call 0", '"Call [us](tel:310-828-7757)"')
    file.write_text(made, "utf-8")
    layout = make_layout(read(file)[0], Options())[0]
    live = [run for _, run in runs(layout, "H2") if within(layout, run.element, "Link")]
    assert live
    assert {run.ink for run in live} == {(1.0, 1.0, 1.0)}


@pytest.mark.parametrize("emphasis", ["key", "urgent"])
def test_the_line_under_a_link_lies_over_the_ground_of_its_box(tmp_path, emphasis):
    layout = layout_of(tmp_path, emphasis, "")
    page, run = next((p, r) for p, r in runs(layout, "Sect") if within(layout, r.element, "Link"))
    items = layout.pages[page].items
    lines = [
        n for n, i in enumerate(items) if isinstance(i, Rule) and i.x0 == run.x and i.y0 < run.y
    ]
    grounds = [n for n, i in enumerate(items) if isinstance(i, Box) and holds(i.rect, run)]
    assert grounds
    assert min(lines) > max(grounds)
