"""The heading of a section that goes on, said again: an artifact, after a page turn alone."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure.language.phrases import phrases
from brochure.model import HEADER_ARTIFACT, Box, GlyphRun, Handout, Layout, Paragraph, Section
from brochure.recipe import make_layout
from tests.support.handouts import CLINIC, plain, text
from tests.support.layout_rules import drawings_of


def laid_out(words: int, name: str = "handout", language: str = "en") -> Layout:
    """One section of many short paragraphs, and a short one."""
    body = tuple(Paragraph(text(seed, 20)) for seed in range(words // 20))
    sections = (Section(plain("Walk a little more each day"), "", body),)
    made = Handout("a.yaml", plain("Care"), CLINIC, sections, language=language)
    return make_layout(made, Options(name))[0]


def said_again(layout: Layout) -> list[tuple[int, GlyphRun]]:
    """The artifacts at the heads of pages, without the running head."""
    return [
        (number, run)
        for number, page in enumerate(layout.pages)
        for run in page.items
        if isinstance(run, GlyphRun) and run.element == HEADER_ARTIFACT
        and run.text not in ("Care", "The Spine Institute")
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "name", "arrangement"),
    [(300, "handout", "side"), (700, "handout", "columns"), (500, "large-print", "stacked")],
)
def test_each_further_page_says_the_heading_once_with_the_word(words, name, arrangement):
    layout = laid_out(words, name)
    assert layout.facts.arrangement == arrangement
    found = said_again(layout)
    for page in range(1, layout.facts.pages):
        on_page = " ".join(run.text.strip() for number, run in found if number == page)
        assert on_page.replace("  ", " ") == "Walk a little more each day (continued)"
    assert not [number for number, _ in found if number == 0]


@pytest.mark.parametrize(("words", "name"), [(300, "handout"), (500, "large-print")])
def test_it_stands_clear_of_the_text(words, name):
    layout = laid_out(words, name)
    for number, run in said_again(layout):
        own = [r for r in layout.pages[number].items if isinstance(r, GlyphRun) and r.element >= 0]
        first = max(own, key=lambda r: r.y)
        if name == "handout":
            assert run.x < first.x - 50
        else:
            assert run.y > first.y + 0.9 * first.size


@pytest.mark.parametrize("language", ["es", "fr", "de"])
def test_the_word_is_in_the_language_of_the_handout(language):
    said = {run.text for _, run in said_again(laid_out(300, language=language))}
    assert phrases(language).continued in said


@pytest.mark.parametrize("style", ["plain", "cards", "ledger"])
@pytest.mark.parametrize("emphasis", ["key", "urgent", "emergency"])
def test_a_box_that_goes_on_has_its_head_and_its_sign_inside(emphasis, style):
    """The ground or frame of each further page begins above the heading, and ends below it."""
    body = tuple(Paragraph(text(seed, 20)) for seed in range(16))
    section = Section(plain("Call us the same day"), emphasis, body)
    made = Handout("a.yaml", plain("Care"), CLINIC, (section,), language="en")
    layout = make_layout(made, Options("large-print", style=style))[0]
    page = layout.pages[1]
    again = [run for number, run in said_again(layout) if number == 1]
    assert [run.text.strip() for run in again] == ["Call us the same day", "(continued)"]
    own = [run for run in page.items if isinstance(run, GlyphRun) and run.element >= 0]
    first = max(own, key=lambda run: run.y)
    assert again[0].y > first.y + first.size
    assert len(drawings_of(page)) == (emphasis != "key")
    boxes = [item.rect for item in page.items if isinstance(item, Box) and item.rect.height > 200]
    assert any(box.y < first.y and box.top > again[0].y + 0.7 * again[0].size for box in boxes)
