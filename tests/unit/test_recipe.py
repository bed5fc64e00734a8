"""A handout set again with the sections of `plain`: what is made anew, and what is shared."""

from __future__ import annotations

import pytest

from brochure import recipe
from brochure._startup.records import replace
from brochure.art import artwork
from brochure.brand.styles import calm, style_for
from brochure.copyfit import flow
from brochure.editions import Options
from brochure.model.content import Icon
from brochure.recipe import calmer, prepare
from brochure.sources import read
from brochure.trial import tried
from tests.conftest import FORMATS, HERE, SAMPLE
from tests.support.languages import FILES

STYLES = ("band", "cards", "ledger", "photo")
IMAGE, ICONS = (HERE / f"handouts/{name}.yaml" for name in ("image", "after-surgery"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "path", [SAMPLE, IMAGE, ICONS, FILES["ar"], FILES["hi"]], ids=lambda p: p.stem
)
def test_it_is_as_if_it_were_made_anew(path, style, monkeypatch):
    for name in FORMATS:
        made, options = read(path)[0], Options(format=name, style=style)
        monkeypatch.undo()
        first = prepare(made, options)
        first.task()
        again = calmer(first, options)
        monkeypatch.setattr(recipe, "style_for", lambda *given: calm(style_for(*given)))
        alone = prepare(made, options)
        for field in alone.__match_args__:
            if field != "made":
                assert repr(getattr(again, field)) == repr(getattr(alone, field)), (name, field)
        assert repr(again.task()) == repr(alone.task()), name


def test_a_check_measures_each_section_once_and_reads_its_art_once(monkeypatch):
    made, measured, logos = read(SAMPLE)[0], [], []
    real, logo = flow._section, artwork.logo_of
    monkeypatch.setattr(flow, "_section", lambda *given: measured.append(given[0]) or real(*given))
    monkeypatch.setattr(recipe, "logo_of", lambda *given: logos.append(given) or logo(*given))
    tried(made, Options(style="band"))
    own = {id(section) for section in made.sections}
    assert sum(id(each) in own for each in measured) == len(own)
    assert len(logos) == 1


def test_a_heading_is_hung_where_the_only_icon_is_lifted_out_and_flows_again():
    read_ = read(SAMPLE)[0]
    first, *others = read_.sections
    lifted = replace(first, emphasis="key", icon=Icon("heart"), body=first.body[:1])
    made = replace(read_, sections=(lifted, *(replace(each, icon=None) for each in others)))
    before = prepare(made, Options(style="band"))
    flows = before.task().flow, calmer(before, Options(style="band")).task().flow
    assert [each.hung for each in flows[0].sections] == [False] * len(others)
    assert [each.hung for each in flows[1].sections] == [True] * len(made.sections)
