"""The head of the first page: the clinic, the title below it, the subtitle below that."""

from __future__ import annotations

from itertools import combinations

import pytest
from PIL import Image

from brochure._startup.records import replace
from brochure.brand.palette import palette
from brochure.copyfit.formats import FORMATS
from brochure.editions import Options
from brochure.layout.cover import PICTURE_MOST, TITLE_FEWEST
from brochure.model import Box, Cover, GlyphRun, Raster
from brochure.recipe import build_handout, make_layout, prepare
from brochure.sources import read
from tests.conftest import HANDOUTS, HERE, SAMPLE
from tests.support.fakes import text
from tests.support.placed import falls, holds, runs, saying

FILES = [SAMPLE, *(path for path in HANDOUTS if path.stem in ("corto-es", "links", "nested"))]


@pytest.mark.parametrize("name", ["handout", "large-print"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_title_stands_below_the_clinic_and_above_the_text(made, path, name):
    layout = made(path, format=name).layout
    title = [run for page, run in runs(layout, "H1") if page == 0]
    clinic = min((run for page, run in runs(layout, "P") if page == 0), key=lambda run: run.order)
    heading = runs(layout, "H2")[0][1]
    assert clinic.y > title[0].y + 0.7 * title[0].size
    assert title[-1].y > heading.y + heading.size


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_lines_of_a_title_stand_under_each_other(made, name):
    title = [run for _, run in runs(made(SAMPLE, format=name).layout, "H1")]
    heights = list(dict.fromkeys(run.y for run in title))
    assert len(heights) >= (2 if name == "trifold" else 1)
    assert falls(heights)
    assert len({run.size for run in title}) == 1


def test_a_cover_holds_the_title_and_the_clinic_on_the_outside_of_a_tri_fold(made):
    layout = made(SAMPLE, format="trifold").layout
    third = layout.sheet.width / 3
    assert all(page == 0 and run.x > 2 * third - 20 for page, run in runs(layout, "H1"))


def test_the_clinics_name_is_on_the_first_page_of_every_format(made):
    for name in ("handout", "large-print", "trifold"):
        assert saying(made(SAMPLE, format=name).layout, "Institute")[0] == 0


def test_a_cover_has_its_title_in_a_field_and_its_picture_above(tmp_path):
    file = tmp_path / "a.png"
    Image.new("RGB", (300, 300), "#88aacc").save(file)
    handout = replace(read(SAMPLE)[0], cover=Cover(file, text("Hills.")))
    layout = build_handout(handout, Options("trifold")).layout
    words = [run for page, run in runs(layout, "H1")]
    inks = palette(handout.brand, "colour")
    boxes = [item for item in layout.pages[0].items if isinstance(item, Box)]
    filled = [box.rect for box in boxes if box.fill == inks.field]
    (field,) = [rect for rect in filled if holds(rect, words[0])]
    (raster,) = [item for item in layout.pages[0].items if isinstance(item, Raster)]
    assert {run.ink for run in words} == {inks.reversed}
    assert all(holds(field, run) for run in words)
    assert raster.rect.height == PICTURE_MOST
    assert raster.rect.y == pytest.approx(field.top)
    assert (raster.rect.x, raster.rect.right) == pytest.approx((field.x, field.right))
    assert 526.5 < field.x < field.right < layout.sheet.width - 17


ONE_WORD = "Wirbelsäulenfachzentrumsüdwestniedersachsenundbremerhaven"
WORN = [("handout", "plain"), ("handout", "cards"), ("large-print", "band"), ("trifold", "plain")]


@pytest.mark.parametrize("phone", ["310-828-7757", "310-828-7757 ext. 12345"])
@pytest.mark.parametrize("letters", [14, 28, 57])
@pytest.mark.parametrize(("name", "style"), [*WORN, ("card", "plain")])
def test_a_name_of_one_long_word_meets_no_other_words_nor_the_edge(name, style, letters, phone):
    handout, _ = read(HERE / "handouts" / "cast-card.yaml")
    word, number = text(ONE_WORD[:letters]), text(phone)
    clinic = replace(handout.clinic, name=word, city=word, phone=number)
    layout, faces = make_layout(replace(handout, clinic=clinic), Options(name, style=style))
    for page in layout.pages:
        spans = [
            (run.x, run.x + faces.width(run.text.rstrip(), run.face) * run.size, run)
            for run in page.items
            if isinstance(run, GlyphRun) and run.text.strip()
        ]
        assert all(left > 20.0 and right < layout.sheet.width - 20.0 for left, right, _ in spans)
        for (left, right, one), (start, stop, other) in combinations(spans, 2):
            beside = left < stop - 1.0 and start < right - 1.0
            below = min(one.y + 0.6 * one.size, other.y + 0.6 * other.size)
            assert not (beside and max(one.y, other.y) < below), (one.text, other.text)


def test_a_covers_title_is_as_large_as_four_lines_let_it_be(made):
    short = build_handout(
        replace(read(SAMPLE)[0], title=text("Blood thinners")), Options("trifold")
    )
    sample = made(SAMPLE, format="trifold")
    sizes = [max(run.size for _, run in runs(each.layout, "H1")) for each in (short, sample)]
    assert sizes[0] == FORMATS["trifold"].type.title_most
    assert sizes[1] > 24
    assert len({run.y for _, run in runs(sample.layout, "H1")}) <= TITLE_FEWEST


@pytest.mark.parametrize("name", ["corto-es", "moyen-fr", "languages/ar", "languages/hi"])
def test_the_words_before_a_covers_phone_stand_on_its_line(name):
    built = prepare(read(HERE / f"handouts/{name}.yaml")[0], Options("trifold"))
    call = built.page.phrases.call.split()[0]
    layout = make_layout(built.handout, Options("trifold"))[0]
    said = [run for page, run in runs(layout, "Link") if page == 0]
    phones = {run.element for run in said if run.text.startswith(call)}
    assert phones
    assert len({run.y for run in said if run.element in phones}) == 1


def test_a_covers_title_takes_three_lines_where_a_smaller_size_lets_it(made):
    layout = made(HERE / "handouts/back-exercises.yaml", format="trifold").layout
    title = [run for _, run in runs(layout, "H1")]
    assert len({run.y for run in title}) == 3
    assert FORMATS["trifold"].type.title_most * 0.8 < title[0].size


@pytest.mark.parametrize(
    ("path", "name"),
    [("languages/hy", "handout"), ("languages/am", "large-print"), ("languages/ko", "large-print")],
)
def test_name_and_city_keep_their_lines_and_the_phone_stands_under_them(made, path, name):
    layout = made(HERE / f"handouts/{path}.yaml", format=name).layout
    clinic = [run for page, run in runs(layout, "P") if page == 0][:6]
    first = clinic[0]
    assert first.text.strip() == "The Spine Institute"
    city = next(run for run in clinic if "Los Angeles" in run.text)
    assert city.text.strip() == "Los Angeles, California"
    phone = next(run for page, run in runs(layout, "Link") if page == 0)
    assert (phone.x, phone.y < city.y) == (first.x, True)
