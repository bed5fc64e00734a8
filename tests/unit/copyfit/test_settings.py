"""Words wider than a narrow column: type is then smaller, and no word leaves its column."""

from __future__ import annotations

import pytest

from brochure.copyfit.metrics import LONGEST_WORD
from brochure.copyfit.settings import LONG, Setting, have_room, long_words, metrics_for
from brochure.editions import Options
from brochure.model import GlyphRun
from brochure.recipe import build
from tests.support.fakes import handout, section, task

WORDS = ("Lendenwirbelsäulenoper", "Wirbelsäulenoperation", "Bandscheibenvorfall")


def content(word: str) -> dict:
    """A short text with a long word in a heading, an item and a paragraph."""
    body = {"text": f"Das ist eine {word}.", "bullets": [f"Vor der {word}", "Danach"]}
    return {
        "title": "Ein Titel",
        "language": "de",
        "clinic": {"name": "Praxis", "phone": "030 555 0142"},
        "sections": [
            {"heading": word, **body},
            {"heading": "Ruhe", "text": "Ruhe. " * 20},
            {"heading": f"Bei {word}", "emphasis": "urgent", **body},
        ],
    }


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(("name", "style"), [("trifold", "plain"), ("handout", "band")])
def test_no_long_word_leaves_its_column(word, name, style):
    built = build(content(word), Options(format=name, style=style))
    layout = built.layout
    columns = 3 if name == "trifold" else 1 if built.facts.arrangement == "side" else 2
    edges = [layout.sheet.width * n / columns for n in range(1, columns + 1)]
    items = [item for page in layout.pages for item in page.items]
    runs = [item for item in items if isinstance(item, GlyphRun) and word in item.text]
    assert runs
    for run in runs:
        right = run.x + built.faces.width(run.text.rstrip(), run.face) * run.size
        assert right < min(each for each in edges if each > run.x) - 9.0


def test_only_long_words_are_looked_at():
    flow = task(handout(section(20), section(20))).flow
    assert long_words(flow) == []
    long = task(handout(section(20, heading="Otorhinolaryngological")))
    [(_, block, width)] = long_words(long.flow)
    assert block is None
    assert LONG < width < LONGEST_WORD


def test_a_narrow_column_holds_long_words_in_small_type_only():
    made = task(handout(section(20, heading="Otorhinolaryngologicallyst")), "trifold")
    words = long_words(made.flow)
    large, small = (metrics_for(made, Setting(size, "stacked")) for size in (18.0, 11.0))
    assert large.narrow
    assert not have_room(words, large)
    assert have_room(words, small)


def test_wide_columns_are_not_asked():
    made = task(handout(section(20)))
    assert not metrics_for(made, Setting(16.0, "side")).narrow
    assert not metrics_for(made, Setting(16.0, "stacked")).narrow
