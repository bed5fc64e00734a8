"""The head of further pages: the title and the clinic, small, told to nobody twice."""

from __future__ import annotations

import pytest

from brochure import Options
from brochure._startup.records import replace
from brochure.layout.running_head import cut_to
from brochure.model import HEADER_ARTIFACT, GlyphRun
from brochure.recipe import make_layout, prepare
from brochure.sources import read
from tests.conftest import SAMPLE
from tests.support.handouts import plain

LONG = "What you can do at home after an operation on your lower back and when you must call us"


@pytest.mark.parametrize("name", ["handout", "large-print"])
@pytest.mark.parametrize("style", ["plain", "band", "photo"])
def test_each_further_page_names_the_handout_above_its_text(name, style):
    handout = read(SAMPLE)[0]
    layout = make_layout(handout, Options(name, style=style))[0]
    for number, page in enumerate(layout.pages):
        runs = [i for i in page.items if isinstance(i, GlyphRun)]
        heads = [r for r in runs if r.element == HEADER_ARTIFACT]
        title = [r for r in heads if r.text == handout.title.plain]
        assert len(title) == (number > 0)
        for run in title:
            assert run.size >= (18.0 if name == "large-print" else 11.5)
            assert run.y + 0.75 * run.size <= layout.sheet.height - 36.0
            body = [r.y + 0.7 * r.size for r in runs if r.element >= 0]
            assert max(body) < run.y - 6.0


def test_a_tri_fold_has_none():
    layout = make_layout(read(SAMPLE)[0], Options("trifold"))[0]
    runs = [i for page in layout.pages for i in page.items if isinstance(i, GlyphRun)]
    heads = [run.text for run in runs if run.element == HEADER_ARTIFACT]
    assert layout.title not in heads


def test_a_long_title_is_cut_at_a_word_and_leaves_the_clinic_out():
    handout = replace(read(SAMPLE)[0], title=plain(LONG))
    context = prepare(handout, Options()).page
    cut = cut_to(LONG, 30.0, context)
    assert cut.endswith("...")
    assert LONG.startswith(cut[:-3])
    assert LONG[len(cut) - 3] == " "
    assert context.shaper.measure.width(cut, "bold") <= 30.0
    assert cut_to("Care", 30.0, context) == "Care"
    assert cut_to("x" * 99, 9.0, context).endswith("x...")
