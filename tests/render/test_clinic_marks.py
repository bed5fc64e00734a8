"""The clinic's mark in the masthead: how wide it is, and whether the name stands beside it."""

from __future__ import annotations

import pytest

from brochure import Options, build
from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import FORMATS
from brochure.layout.masthead import LOGO, LOGO_SQUARE
from brochure.model import (
    Cover,
    Drawing,
    GlyphRun,
    Handout,
    Layout,
    Raster,
    Rect,
)
from brochure.output.web_page import web_page
from brochure.recipe import build_handout
from brochure.sources import read
from tests.conftest import HERE, SAMPLE
from tests.support.fakes import text
from tests.support.layout_rules import faults
from tests.support.placed import runs

SHORT = read(HERE / "handouts" / "corto-es.yaml")[0]
NAME = SHORT.clinic.name.plain
SHAPES = {"tall": (60, 150), "square": (100, 100), "wide": (400, 100), "wordmark": (1600, 220)}


def svg(size: tuple[int, int], ink: str = "#0b5d6b") -> str:
    wide, high = size
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<path fill="{ink}" d="M0 0H{wide}V{high}H0z"/></svg>'
    )


@pytest.fixture
def marked(tmp_path):
    """Make a handout with a logo of a shape, which shows the name, or does not, or nobody said."""

    def make(shape: str, named: bool | None = None, ink: str = "#0b5d6b") -> Handout:
        file = tmp_path / f"{shape}.svg"
        file.write_text(svg(SHAPES[shape], ink), "utf-8")
        return replace(SHORT, clinic=replace(SHORT.clinic, logo=file, logo_has_name=named))

    return make


def mark_of(layout: Layout, wide: float) -> Rect:
    """The rectangle of the mark on page 1, from its drawing's own width."""
    figures = enumerate(layout.elements)
    alts = [number for number, figure in figures if layout.author in figure.alt]
    (drawn,) = [
        item
        for item in layout.pages[0].items
        if isinstance(item, Drawing) and item.element == alts[0]
    ]
    return Rect(drawn.x, drawn.y, drawn.scale * wide, 0.0)


def said(layout: Layout) -> list[GlyphRun]:
    """What page 1 says that is read aloud."""
    return [run for page, run in runs(layout, "P") if page == 0]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("style", STYLES)
def test_a_mark_is_as_large_as_its_measures_let_it(marked, shape, style):
    wide, high = SHAPES[shape]
    layout = build_handout(marked(shape, named=True), Options(style=style)).layout
    assert mark_of(layout, wide).width == pytest.approx(min(40.0 * wide / high, 187.0))


@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", FORMATS)
def test_words_beside_a_mark_keep_clear_of_it_in_every_format(marked, name, shape, named):
    handout = marked(shape, named)
    built = build_handout(handout, Options(name))
    wrong = faults(built.layout, built.faces.width)
    assert [each for each in wrong if name != "card" or "near the edge" not in each] == []
    mark, (wide, high) = mark_of(built.layout, SHAPES[shape][0]), SHAPES[shape]
    low, top = mark.y, mark.y + mark.width * high / wide
    for run in built.layout.pages[0].items:
        if isinstance(run, GlyphRun) and low < run.y + 0.3 * run.size < top:
            end = run.x + built.faces.width(run.text, run.face) * run.size
            assert run.x > mark.right + 8 or end < mark.x


def test_a_wordmark_leaves_the_name_two_lines_and_a_short_city_one(marked):
    handout = marked("wordmark", named=False)
    clinic = replace(handout.clinic, name=text("The Spine Institute"), city=text("Los Angeles"))
    layout = build_handout(replace(handout, clinic=clinic), Options("large-print")).layout
    words = " ".join(run.text.strip() for run in said(layout))
    lines = {run.text.strip() for run in said(layout)}
    assert "The Spine Institute" in words
    assert {"The Spine", "Institute", "Los Angeles"} <= lines
    assert mark_of(layout, SHAPES["wordmark"][0]).width >= LOGO_SQUARE * LOGO


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_mark_that_shows_the_name_stands_alone(marked, name, shape):
    handout = marked(shape, True)
    handout = replace(handout, contact=replace(handout.contact, shown=False))
    layout = build_handout(handout, Options(name)).layout
    assert NAME not in "".join(run.text for run in said(layout))
    assert any(NAME in element.alt for element in layout.elements)
    assert layout.author == NAME
    plain = build_handout(replace(handout, clinic=replace(handout.clinic, logo_has_name=False)))
    assert NAME in "".join(run.text for run in said(plain.layout))


@pytest.mark.parametrize("ink", [None, "#ffffff"])
def test_the_name_is_printed_where_no_mark_shows_it(marked, ink):
    handout = marked("wordmark", True, ink or "#000000")
    if ink is None:
        handout = replace(handout, clinic=replace(handout.clinic, logo=None))
    assert NAME in "".join(run.text for run in said(build_handout(handout).layout))


def test_a_wide_mark_is_asked_whether_it_shows_the_name(tmp_path):
    (tmp_path / "logo.svg").write_text(svg(SHAPES["wordmark"]), "utf-8")
    words = SAMPLE.read_text("utf-8").replace("assets/logo.svg", "logo.svg")
    file = tmp_path / "content.yaml"
    file.write_text(words, "utf-8")
    (told,) = [problem for problem in build(file).warnings if problem.rule == "logo-wide"]
    assert told.line == words[: words.index("logo: logo.svg")].count("\n") + 1
    line = told.hint.split("`")[1]
    assert line in words.replace("  logo: logo.svg", f"  logo: logo.svg\n  {line}")
    for value in ("true", "false"):
        typed = f"  logo: logo.svg\n  {line.replace('true', value)}"
        file.write_text(words.replace("  logo: logo.svg", typed), "utf-8")
        assert [problem.rule for problem in build(file).warnings] == []
        assert read(file)[0].clinic.logo_has_name is (value == "true")


def test_a_web_page_says_the_name_once_in_its_head(marked):
    for named in (True, False):
        head = (
            web_page(marked("wordmark", named)).decode().split("</header>")[0].split("<header>")[1]
        )
        assert (f">{NAME}" in head) is not named
        assert f"{NAME}" in head.split('alt="')[1].split('"')[0]


@pytest.mark.parametrize("words", [3, 22])
@pytest.mark.parametrize("shape", ["square", "wordmark"])
def test_a_cover_gives_of_its_picture_what_a_long_title_needs(marked, words, shape):
    handout = marked(shape)
    long = text(" ".join(["dolor", "columna", "espalda"][n % 3] for n in range(words)))
    picture = Cover(HERE / "handouts" / "lift.png", text("Hills."))
    handout = replace(handout, title=long, subtitle=long, cover=picture)
    built = build_handout(handout, Options("trifold"))
    layout = built.layout
    (raster,) = [
        item
        for item in layout.pages[0].items
        if isinstance(item, Raster) and layout.elements[item.element].alt == "Hills."
    ]
    mark = mark_of(layout, SHAPES[shape][0])
    high = mark.width * SHAPES[shape][1] / SHAPES[shape][0]
    last = min(
        run.y
        for run in layout.pages[0].items
        if isinstance(run, GlyphRun) and run.ink == (1.0, 1.0, 1.0)
    )
    assert raster.rect.height > 60
    assert last > mark.y + high + 10
    assert faults(layout, built.faces.width) == []
