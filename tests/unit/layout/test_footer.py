"""The footer: staff read in it what a handout in another language is; nothing in it collides."""

from __future__ import annotations

from itertools import combinations

import pytest

from brochure import Options
from brochure._startup.records import replace
from brochure.copyfit.formats import FORMATS
from brochure.language.titles import for_staff
from brochure.model import FOOTER_ARTIFACT, GlyphRun, Layout, Rule
from brochure.recipe import make_layout
from brochure.sources import read
from brochure.typeset.fonts import Faces
from tests.conftest import HERE, SAMPLE
from tests.support.handouts import plain

LANGUAGES = sorted((HERE / "handouts" / "languages").glob("*.yaml"))
SPANISH = HERE / "handouts" / "corto-es.yaml"
FULL = [name for name in FORMATS if name != "trifold"]
LONG = "What you can do at home after an operation on your lower back, and when you must call us"


def feet(layout: Layout, page: int) -> list[GlyphRun]:
    items = layout.pages[page].items
    return [
        each for each in items if isinstance(each, GlyphRun) and each.element == FOOTER_ARTIFACT
    ]


def extent(run: GlyphRun, faces: Faces) -> tuple[float, float, float, float]:
    """What a run takes: left, right, foot and head, from the baseline to its capitals."""
    width = faces.width(run.text.strip(), run.face) * run.size
    return run.x, run.x + width, run.y, run.y + 0.7 * run.size


def touching(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = min(one[1], other[1]) - max(one[0], other[0])
    up = min(one[3], other[3]) - max(one[2], other[2])
    return across > 0.5 and up > 0.5


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("path", LANGUAGES, ids=lambda path: path.stem)
def test_staff_read_the_title_and_the_language_on_each_page(path, name):
    handout = read(path)[0]
    layout, _ = make_layout(handout, Options(name))
    title, language = for_staff(handout)
    english, own = language.split(" / ")
    assert title == "Low back pain"
    for page in range(len(layout.pages)) if name in FULL else (0,):
        items = layout.pages[page].items
        runs = [each for each in items if isinstance(each, GlyphRun)]
        said = "".join(run.text for run in runs).replace(" ", "")
        for words in (title, english, own):
            assert words.replace(" ", "") in said, words


@pytest.mark.parametrize("name", FULL)
@pytest.mark.parametrize("path", [*LANGUAGES, SPANISH], ids=lambda path: path.stem)
@pytest.mark.parametrize("title", ["Low back pain", LONG], ids=["short", "long"])
def test_nothing_in_a_footer_touches(path, name, title):
    handout = replace(
        read(path)[0], title_en=plain(title), reviewed="2026-09-30", code=plain("SI-014 v2")
    )
    layout, faces = make_layout(handout, Options(name))
    for page in range(len(layout.pages)):
        runs = feet(layout, page)
        places = [extent(run, faces) for run in runs]
        assert not any(touching(one, other) for one, other in combinations(places, 2))
        assert all(left > 0 and right < layout.sheet.width for left, right, *_ in places)
        items = layout.pages[page].items
        rules = [each.y0 for each in items if isinstance(each, Rule) and each.x1 != each.x0]
        above = [
            each.y
            for each in items
            if isinstance(each, GlyphRun) and each.element != FOOTER_ARTIFACT
        ]
        head = max(top for *_, top in places)
        assert head <= min(y for y in rules if y > max(run.y for run in runs))
        assert min(above) > head


def test_english_says_nothing_of_its_language():
    handout = replace(read(SAMPLE)[0], title_en=plain("Another title"))
    assert for_staff(handout) == ()
    assert for_staff(replace(handout, language="en-GB")) == ()


def test_a_language_without_words_is_named_by_its_tag():
    handout = replace(read(SAMPLE)[0], language="sw", title_en=plain("Back pain"))
    assert for_staff(handout) == ("Back pain", "sw")
    assert for_staff(replace(handout, title_en=None)) == ("sw",)


def test_the_clinic_gives_way_to_what_staff_need():
    handout = replace(read(SPANISH)[0], title_en=plain("Back care"))
    wide = feet(make_layout(handout, Options())[0], 0)
    texts = [run.text for run in wide]
    assert "Clínica de la Columna · Back care · Spanish / español" in texts
    narrow = [run.text for run in feet(make_layout(handout, Options("card"))[0], 0)]
    assert any(text.startswith("Back care · Spanish") for text in narrow)
