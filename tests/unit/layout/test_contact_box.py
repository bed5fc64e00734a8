"""The box at the end: whom to call, and a code to do it by, all inside its edges."""

from __future__ import annotations

import pytest
from PIL import Image

from brochure import Options, build
from brochure._startup.records import replace
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import FORMATS
from brochure.model import Drawing, Layout, Rect
from brochure.recipe import Built, build_handout, prepare
from brochure.sources import read
from tests.conftest import HERE, SAMPLE
from tests.support.fakes import text
from tests.support.pdf import render
from tests.support.placed import boxes, holds, runs


def contact(layout: Layout) -> tuple[int, Rect]:
    """The page and the rectangle of the box that holds the code."""
    page, code = codes(layout)[0]
    own = layout.elements[code.element].bbox
    around = [rect for rect in boxes(layout, page) if around_it(own, rect)]
    return page, max(around, key=lambda rect: rect.height)


def around_it(code: Rect, rect: Rect) -> bool:
    """Whether a rectangle is around a code."""
    across = rect.x <= code.x and code.right <= rect.right
    return across and rect.y <= code.y and code.top <= rect.top


def codes(layout: Layout) -> list[tuple[int, Drawing]]:
    """The QR codes with their pages: figures of modules on a ground of paper."""
    found = [
        (number, item)
        for number, page in enumerate(layout.pages)
        for item in page.items
        if isinstance(item, Drawing) and item.element >= 0
    ]
    return [(n, item) for n, item in found if len(item.paths) == 2]


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_code_and_the_words_are_inside_the_box(made, name, paper):
    layout = made(SAMPLE, format=name, paper=paper).layout
    page, rect = contact(layout)
    bbox = layout.elements[codes(layout)[0][1].element].bbox
    assert rect.x <= bbox.x
    assert bbox.right <= rect.right
    assert rect.y <= bbox.y
    assert bbox.top <= rect.top
    heading = runs(layout, "H2")[-1]
    inside = [
        run
        for number, run in runs(layout, "P")
        if number == page and run.order > heading[1].order and run.y > rect.y
    ]
    assert heading[0] == page
    assert holds(rect, heading[1])
    assert inside
    assert all(holds(rect, run) for run in inside)


def test_no_words_lie_over_the_code(made):
    for name in ("handout", "large-print", "trifold"):
        layout = made(SAMPLE, format=name).layout
        page, code = codes(layout)[0]
        bbox = layout.elements[code.element].bbox
        on_page = [run for number, run in runs(layout, "P") if number == page]
        assert not [run for run in on_page if holds(bbox, run)]


@pytest.mark.parametrize("language", ["de", "fr", "pl", "ru", "tl"])
def test_no_word_beside_the_code_reaches_it_in_large_print(language):
    handout = replace(read(SAMPLE)[0], language=language)
    width = prepare(handout, Options("large-print")).faces.width
    layout = build_handout(handout, Options("large-print")).layout
    page, code = codes(layout)[0]
    bbox = layout.elements[code.element].bbox
    for number, run in runs(layout, "P"):
        if number == page and bbox.y - 60.0 < run.y < bbox.top + 60.0:
            right = run.x + width(run.text.rstrip(" "), run.face) * run.size
            assert right < bbox.x - 4.0 or run.x >= bbox.x, run.text


CLINIC = {"name": "Example Clinic", "phone": "310-828-7757"}
ARABIC = {"language": "ar", "title": "الظهر", "clinic": CLINIC}
SECTION = {"heading": "Where", "text": "Call us."}
EDITIONS = [
    *((name, "plain", "colour") for name in FORMATS),
    *(("handout", style, "mono") for style in STYLES),
    ("large-print", "band", "mono"),
    ("handout", "band", "press"),
]


@pytest.mark.parametrize(("name", "style", "mode"), EDITIONS)
def test_the_code_is_large_has_words_and_opens_what_they_say(made, name, style, mode):
    options = {"format": name, "style": style, "mode": mode}
    built = made(HERE / "handouts" / "cast-card.yaml" if name == "card" else SAMPLE, **options)
    scanned(built, "tel:+13108287757")
    assert "Scan to" in " ".join(words_beside(built.layout))
    if style == "ledger":  # has a rule, and no box
        return
    page, rect = contact(built.layout)
    words = [run for number, run in runs(built.layout, "P") if number == page]
    assert [run for run in words if run.text.startswith("Scan to") and holds(rect, run)]


@pytest.mark.parametrize("name", FORMATS)
def test_a_code_for_a_page_says_what_it_opens_and_leads_there(name):
    page = {"qr": "https://spine.example/video", "qr_words": "See the exercises"}
    content = {"title": "Places", "clinic": CLINIC, "contact": page, "sections": [SECTION]}
    built = build(content, Options(name))
    scanned(built, "https://spine.example/video")
    assert "See the exercises" in " ".join(words_beside(built.layout))
    del page["qr_words"]
    shown = " ".join(words_beside(build(content, Options(name)).layout))
    assert "Scan for our website" in shown
    assert "spine.example/video" in shown


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_on_a_page_from_the_right_the_code_is_not_turned(name):
    section = {"heading": "الألم", "text": "اتصل بنا."}
    scanned(build({**ARABIC, "sections": [section]}, Options(name)), "tel:+13108287757")


def test_a_dense_code_is_larger():
    long = f"https://spine.example/{'x' * 200}"
    content = {"title": "Places", "clinic": CLINIC, "contact": {"qr": long}, "sections": [SECTION]}
    assert scanned(build(content), long) == pytest.approx(72.0, abs=0.1)


def words_beside(layout: Layout) -> list[str]:
    """The words of the paragraphs on the page of the code."""
    page, _ = codes(layout)[0]
    return [run.text.strip() for number, run in runs(layout, "P") if number == page]


def scanned(built: Built, link: str) -> float:
    """The side of the code in points without its white edge, which a reader finds and reads."""
    page, code = codes(built.layout)[0]
    zxingcpp = pytest.importorskip("zxingcpp")
    width, height, grey = render(built.pdf, 200)[page]
    (found,) = zxingcpp.read_barcodes(Image.frombytes("L", (width, height), bytes(grey)))
    assert found.text == link
    modules = 1.0 / code.paths[-1].ops[0][-1]
    side = built.layout.elements[code.element].bbox.width * (modules - 8) / modules
    assert 65.9 < side < 72.1
    return side


@pytest.mark.parametrize("style", ["plain", "cards"])
def test_in_two_columns_the_box_stands_in_the_last_inside_its_edges(made, style):
    layout = made(SAMPLE, style=style).layout
    assert layout.facts.arrangement == "columns"
    page, rect = contact(layout)
    left = min(run.x for number, run in runs(layout, "P") if number == page)
    assert rect.x > left + rect.width
    text = [run for n, run in runs(layout, "P") if n == page and run.x > left + rect.width]
    assert rect.x >= min(run.x for run in text) - 10.0


def test_a_box_of_many_lines_stands_across_both_columns(made):
    handout, _ = read(SAMPLE)
    many = text("\n".join(f"{n} Main Street, a long way from here" for n in range(16)))
    clinic = replace(handout.clinic, address=many)
    short = replace(handout, clinic=clinic, sections=handout.sections[:6])
    layout = build_handout(short, Options(style="cards")).layout
    assert layout.facts.arrangement == "columns"
    assert contact(layout)[1].width > 500.0


def test_a_text_without_a_contact_box_has_no_code(made):
    assert codes(made(HERE / "handouts" / "nested.yaml").layout) == []
