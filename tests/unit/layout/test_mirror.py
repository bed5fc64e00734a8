from brochure._startup.records import replace
from brochure.layout.mirror import from_start, in_order, mirrored
from brochure.model import (
    Box,
    Drawing,
    Element,
    Facts,
    GlyphRun,
    Layout,
    LinkArea,
    Page,
    Raster,
    Rect,
    Rule,
    Sheet,
)
from tests.support.fakes import HalfEm

INK = (0.0,)
FACTS = Facts(1, 12.0, 1.3, "side", (1.0,), 3)


def layout(*items, elements=(), links=()):
    sheet = Sheet(600.0, 800.0)
    return Layout(sheet, (Page(items, links),), elements, (), FACTS, "T", "ar")


def run(text, x=40.0, element=0, order=1, level=0):
    return GlyphRun(x, 700.0, text, "regular", 10.0, INK, element, order, level)


def turned(*items, **more):
    return mirrored(layout(*items, **more), HalfEm())


P = Element("P")


def test_what_stands_at_the_left_stands_at_the_right():
    raster = Raster(Rect(10.0, 0.0, 20.0, 5.0), b"", 0, whole=Rect(8.0, 0.0, 30.0, 5.0))
    link = LinkArea(Rect(10.0, 0.0, 20.0, 5.0), "https:", "", 0)
    figure = Element("Figure", bbox=Rect(10.0, 0.0, 50.0, 5.0))
    found = turned(
        Box(Rect(10.0, 0.0, 20.0, 5.0)),
        Rule(10.0, 1.0, 30.0, 2.0, 1.0, INK),
        raster,
        Drawing(10.0, 0.0, 2.0, (), 0),
        Drawing(10.0, 0.0, 20.0, (), -1),
        elements=(figure,),
        links=(link,),
    )
    box, rule, picture, logo, sign = found.pages[0].items
    assert box.rect == picture.rect == found.pages[0].links[0].rect == Rect(570.0, 0.0, 20.0, 5.0)
    assert picture.whole == Rect(562.0, 0.0, 30.0, 5.0)
    assert (rule.x0, rule.x1) == (570.0, 590.0)
    assert (logo.x, sign.x) == (540.0, 570.0)
    assert found.elements[0].bbox == Rect(540.0, 0.0, 50.0, 5.0)
    assert found.sheet.from_right


def test_a_page_turned_twice_is_the_page():
    items = (Box(Rect(10.0, 0.0, 20.0, 5.0)), Rule(10.0, 1.0, 30.0, 2.0, 1.0, INK))
    twice = mirrored(turned(*items), HalfEm())
    assert twice.pages[0].items == items


def test_a_line_in_order_is_one_run_of_each_level():
    assert in_order("اتصل: 310-828-7757.") == (("اتصل: ", 1), ("310-828-7757", 2), (".", 1))
    assert in_order("2.") == (("2", 2), (".", 1))


def test_a_line_of_latin_words_alone_keeps_its_order():
    assert in_order("2811 Wilshire Blvd., No. 2.") == (("2811 Wilshire Blvd., No. 2.", 2),)


def test_a_space_at_the_end_of_a_line_stands_at_its_left():
    assert in_order("קרא abc ")[-1] == (" ", 1)


def test_runs_stand_from_the_right_edge_and_numbers_from_their_left():
    assert from_start([(4.0, 1), (3.0, 2), (2.0, 2), (1.0, 1)]) == [
        (0.0, 4.0),
        (6.0, 3.0),
        (4.0, 2.0),
        (9.0, 1.0),
    ]


def test_text_that_nobody_has_put_in_order_is_split_and_placed():
    words = "اتصل 12"
    first, second = turned(run(words), elements=(P,)).pages[0].items
    assert (first.text, first.level, first.x) == ("اتصل ", 1, 600.0 - 40.0 - 25.0)
    assert (second.text, second.level, second.x) == ("12", 2, first.x - 10.0)


def test_text_in_order_stays_whole():
    (found,) = turned(run("اتصل 12", level=1), elements=(P,)).pages[0].items
    assert found.text == "اتصل 12"


def test_an_element_is_heard_in_its_own_words():
    runs = (run("اتصل ", order=1, level=1), run("12", order=2, level=2))
    found = turned(*runs, elements=(P,))
    assert [element.actual for element in found.elements] == ["اتصل 12"]


def test_beside_a_link_each_stretch_is_heard_by_itself():
    elements = (P, Element("Link", 0))
    runs = (run("قبل ", 0.0, 0, 1, 1), run("رابط", 0.0, 1, 2, 1), run(" بعد", 0.0, 0, 3, 1))
    found = turned(*runs, elements=elements)
    assert [(e.kind, e.parent, e.actual) for e in found.elements] == [
        ("P", -1, ""),
        ("Link", 0, "رابط"),
        ("Span", 0, "قبل "),
        ("Span", 0, " بعد"),
    ]
    assert [item.element for item in found.pages[0].items] == [2, 1, 3]


def test_words_from_the_left_are_heard_in_their_order_too():
    found = turned(run("The Spine Institute", level=2), elements=(P,))
    assert found.elements[0].actual == "The Spine Institute"


def test_one_word_from_the_left_needs_no_other():
    found = turned(run("310", level=2), elements=(P,))
    assert found.elements == (replace(P, actual=""),)
