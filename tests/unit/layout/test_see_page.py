"""Page 1 says which further page has what is urgent, where its head has room for it."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure._startup.records import replace
from brochure.language.phrases import phrases
from brochure.language.tongues import WORDS
from brochure.layout import see_page
from brochure.model import HEADER_ARTIFACT, Drawing, GlyphRun, Handout, Layout, Paragraph, Section
from brochure.recipe import make_layout, read
from tests.conftest import SAMPLE
from tests.support.handouts import plain, text

LONG = tuple(Section(plain(f"Part {n} of it"), "", (Paragraph(text(n, 60)),)) for n in range(5))


def made(*kinds: str, before: int = 5, **more) -> Handout:
    """The clinic's handout with so many sections before boxes of these kinds."""
    boxes = tuple(Section(plain("Call us"), kind, (Paragraph(text(2, 20)),)) for kind in kinds)
    sections = (*LONG[:before], *boxes, *LONG[before:])
    return replace(read(SAMPLE)[0], sections=sections, **more)


def cues(layout: Layout) -> list[str]:
    """What the head of page 1 says of further pages."""
    items = [
        item for item in layout.pages[0].items if getattr(item, "element", 0) == HEADER_ARTIFACT
    ]
    assert sum(isinstance(item, Drawing) for item in items) == bool(items)
    return [item.text for item in items if isinstance(item, GlyphRun)]


def said(handout: Handout, name: str = "handout", style: str = "plain") -> list[str]:
    return cues(make_layout(handout, Options(name, style=style))[0])


@pytest.mark.parametrize("style", ["plain", "band", "cards", "ledger", "photo"])
def test_page_one_says_where_what_is_urgent_stands(style):
    assert said(made("urgent"), style=style) == ["Urgent: see page 2"]
    assert said(made("emergency"), style=style) == ["Emergency: see page 2"]


def test_it_says_nothing_of_what_stands_on_page_one_or_on_the_flap():
    assert said(made("urgent", before=0)) == []
    assert said(made("key")) == []
    assert said(made("urgent"), "trifold") == []


def test_an_emergency_comes_before_what_is_urgent():
    assert said(made("urgent", "emergency")) == ["Emergency: see page 2"]
    both = made("emergency")
    first = Section(plain("Call us"), "urgent", (Paragraph(text(2, 20)),))
    assert said(replace(both, sections=(first, *both.sections))) == ["Emergency: see page 2"]
    first = replace(first, emphasis="emergency")
    urgent = made("urgent")
    assert said(replace(urgent, sections=(first, *urgent.sections))) == []


def test_large_print_names_the_page_in_its_type():
    layout = make_layout(made("urgent"), Options("large-print"))[0]
    (run,) = [r for r in layout.pages[0].items if isinstance(r, GlyphRun) and r.element == -2]
    here = [
        n for n, page in enumerate(layout.pages) for i in page.items
        if isinstance(i, GlyphRun) and i.text.strip() == "Urgent"
    ]  # fmt: skip
    assert run.text == f"Urgent: see page {here[0] + 1}"
    assert run.size >= 18.0


@pytest.mark.parametrize("style", ["plain", "band", "photo"])
def test_it_meets_nothing_of_the_head(style):
    handout = made("urgent")
    layout, faces = make_layout(handout, Options(style=style))
    runs = [item for item in layout.pages[0].items if isinstance(item, GlyphRun)]
    (cue,) = [run for run in runs if run.element == HEADER_ARTIFACT]
    for run in runs:
        if run is cue:
            continue
        beside = run.x + faces.width(run.text.rstrip(), run.face) * run.size < cue.x - 14.0
        apart = run.y >= cue.y + 0.9 * cue.size or run.y + 0.7 * run.size <= cue.y
        assert beside or apart, run.text


def test_a_head_without_room_says_nothing(monkeypatch):
    monkeypatch.setattr(see_page, "SIZE", 90.0)
    assert said(made("urgent")) == []


@pytest.mark.parametrize("file", sorted(WORDS.glob("*.toml")), ids=lambda file: file.stem)
def test_every_language_says_it_with_its_own_word(file):
    words = phrases(file.stem)
    line = words.see_page.format(words.urgent, 2)
    assert words.urgent in line
    assert "2" in line
    assert "see page" not in line
