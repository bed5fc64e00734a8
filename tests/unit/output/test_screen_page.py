"""Pages as SVG: well formed, escaped, with the places of the words."""

from __future__ import annotations

from math import hypot
from xml.etree import ElementTree

import pytest

from brochure.editions import Options
from brochure.model import GlyphRun, Layer, Path2D, Shading
from brochure.output.screen_art import Art, hexed
from brochure.output.screen_page import page_svg
from brochure.recipe import make_layout
from brochure.sources import read
from brochure.typeset.fonts import bundled_files, open_faces
from tests.conftest import HANDOUTS, SAMPLE
from tests.support.languages import FILES

SVG = "{http://www.w3.org/2000/svg}"
MARK = "name <b>\"&'</b> {}"


@pytest.fixture(scope="module")
def laid():
    return make_layout(read(SAMPLE)[0], Options())


def groups(svg: str) -> list[tuple[int, int]]:
    """Line and column of each group of a page."""
    tree = ElementTree.fromstring(svg)
    found = tree.iter(f"{SVG}g")
    return [
        (int(g.get("data-line")), int(g.get("data-column"))) for g in found if g.get("data-line")
    ]


def test_a_page_is_an_element_with_a_name_and_the_size_of_its_sheet(laid):
    layout, faces = laid
    tree = ElementTree.fromstring(page_svg(layout, 0, faces, label=MARK))
    assert (tree.tag, tree.get("role"), tree.get("aria-label")) == (f"{SVG}svg", "img", MARK)
    assert tree.get("viewBox") == "0 0 612 792"


def test_every_run_is_drawn_and_nothing_else_than_shapes(laid):
    layout, faces = laid
    for number, page in enumerate(layout.pages):
        tree = ElementTree.fromstring(page_svg(layout, number, faces))
        drawn = [
            e for e in tree.iter(f"{SVG}path") if e.get("transform", "").startswith("matrix(0.0")
        ]
        inked = [i for i in page.items if isinstance(i, GlyphRun) and i.text.strip()]
        assert len(drawn) >= len(inked) > 20
        kinds = {element.tag.removeprefix(SVG) for element in tree.iter()}
        assert kinds <= {"svg", "defs", "g", "path", "rect", "line", "image", "clipPath", "filter"}


def test_each_text_knows_its_place_in_the_file(laid):
    layout, faces = laid
    rows = SAMPLE.read_text("utf-8").split("\n")
    found = [place for number in range(2) for place in groups(page_svg(layout, number, faces))]
    assert len(set(found)) > 40
    title = next(n for n, row in enumerate(rows, 1) if row.startswith("title:"))
    assert (title, 8) in found
    for section in read(SAMPLE)[0].sections:
        assert (section.heading.line, section.heading.column) in found


def test_a_link_in_a_text_has_the_place_of_the_text():
    path = next(path for path in HANDOUTS if path.stem == "links")
    layout, _ = make_layout(read(path)[0], Options())
    paragraphs = {number for number, each in enumerate(layout.elements) if each.source[1]}
    inside = [each for each in layout.elements if each.kind == "Link" and each.parent in paragraphs]
    assert len(inside) > 2


def test_a_hostile_file_name_stays_a_name(laid):
    data = SAMPLE.read_bytes()
    from brochure.reading.given import Source

    handout, _ = read(Source(data, '"><script>alert(1)</script>', SAMPLE.parent))
    svg = page_svg(*make_layout(handout, Options())[:1], 0, laid[1])
    assert "<script" not in svg
    ElementTree.fromstring(svg)


def test_pictures_stand_where_the_caller_says_or_inside():
    path = next(path for path in HANDOUTS if path.stem == "image")
    layout, faces = make_layout(read(path)[0], Options(mode="mono"))
    inside, named = (
        page_svg(layout, 0, faces),
        page_svg(layout, 0, faces, href=lambda data: "/p/1?a&b"),
    )
    assert 'href="data:image/png;base64,' in inside
    assert 'href="/p/1?a&amp;b"' in named
    assert 'filter="url(#p1-' in named
    assert len(named) < len(inside)


def test_a_borrowed_sign_is_drawn_with_its_lender():
    faces = open_faces(bundled_files())
    sign = "☎"
    assert faces.missing(f"a{sign}b", ("regular",)) == []
    layout, _ = make_layout(read(SAMPLE)[0], Options())
    from brochure._startup.records import replace

    run = next(item for item in layout.pages[0].items if isinstance(item, GlyphRun))
    page = replace(layout.pages[0], items=(replace(run, text=f"a{sign}b", face="regular"),))
    svg = page_svg(replace(layout, pages=(page,)), 0, faces)
    assert svg.count("<path") == 2


def test_inks_of_any_space_are_colours_of_a_screen():
    assert hexed((0.0,)) == "#000000"
    assert hexed((1.0, 0.5, 0.0)) == "#ff8000"
    assert hexed((1.0, 0.0, 0.0, 0.5)) == "#008080"


def test_equal_gradients_are_one_and_pages_share_no_names():
    shade = Shading((0, 0, 1, 1), ((0.0, (0.0,), 1.0), (1.0, (1.0,), 0.5)), (1, 0, 0, 1, 0, 0))
    square = Path2D((("re", 0, 0, 1, 1),), fill=shade)
    art, other = Art("p1"), Art("p2")
    drawn = art.drawn((square, Layer((square,), clip=(("re", 0, 0, 1, 1),), solid=0.5)))
    assert drawn.count('fill="url(#p1-1)"') == 2
    assert art.definitions().count("<linearGradient") == 1
    assert "url(#p2-1)" in other.drawn((square,))


def test_there_is_no_page_beyond_the_last(laid):
    with pytest.raises(IndexError):
        page_svg(laid[0], 9, laid[1])


@pytest.mark.slow
@pytest.mark.parametrize("tag", FILES)
def test_a_page_of_any_script_has_the_ink_of_the_file(tag):
    """Every stretch of text is drawn where its run stands, with as many outlines as it has ink."""
    layout, faces = make_layout(read(FILES[tag])[0], Options())
    tree = ElementTree.fromstring(page_svg(layout, 0, faces))
    places = [e.get("transform", "").rstrip(")").split()[4:] for e in tree.iter(f"{SVG}path")]
    drawn = [(float(x), 792 - float(y)) for x, y in (place for place in places if len(place) == 2)]
    runs = [i for i in layout.pages[0].items if isinstance(i, GlyphRun) and i.text.strip()]
    assert len(runs) > 15
    lost = [r.text for r in runs if not any(hypot(r.x - x, r.y - y) < 0.1 for x, y in drawn)]
    assert lost == []
