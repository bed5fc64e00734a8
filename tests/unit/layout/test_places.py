"""What a clinic gives beside its phone: fax and places; a document's code, foot and page."""

from __future__ import annotations

import pytest
from PIL import Image

from brochure import build
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.parts import Column, Length
from brochure.editions import Options
from brochure.layout.places import with_places
from brochure.model import ContentError, GlyphRun, Layout
from brochure.recipe import prepare
from brochure.sources import read
from tests.support import pdf as reader
from tests.support.pdf import page_texts

CONTENT = """\
title: Our places
code: SI-014 v2
footer: {footer}
clinic:
  name: Example Clinic
  phone: 310-828-7757
  fax: 310-828-7760
  locations:
{places}
contact: {{qr: "https://spine.example/video", qr_words: See the exercises}}
sections:
  - heading: Where
    text: Call 310-828-7758 for the first place, or send a fax to 310-828-7760.
"""
PLACE = "    - {{name: Place {n}, address: [{n} Main Street, Los Angeles], phone: 310-828-77{m}}}\n"


def content(count: int = 3, footer: str = "This sheet is no medical advice.") -> bytes:
    places = "".join(PLACE.format(n=n, m=57 + n) for n in range(1, count + 1))
    return CONTENT.format(places=places.rstrip(), footer=footer).encode()


@pytest.mark.parametrize("count", [1, 6])
@pytest.mark.parametrize("name", FORMATS)
def test_every_place_is_printed_and_its_phone_is_live(name, count):
    built = build(content(count), Options(name))
    text = " ".join(" ".join(page_texts(built.pdf)).split())
    links = {link["URI"] for node in reader.structure(built.pdf).walk() for link in node.links}
    for n in range(1, count + 1):
        assert f"Place {n}" in text
        assert f"tel:+1310828{7757 + n}" in links
    assert "Fax: 310-828-7760" in text
    assert "https://spine.example/video" in links
    assert "See the exercises" in text
    assert "SI-014 v2" in text
    assert "This sheet is no medical advice." in text
    assert not [each for each in built.warnings if "phone" in each.message]


@pytest.mark.parametrize("name", ["handout", "large-print", "card"])
def test_code_and_line_stand_at_the_foot_of_every_page(name):
    for page in page_texts(build(content(), Options(name)).pdf):
        assert "SI-014 v2 · Page" in page
        assert "This sheet is no medical advice." in page


def test_the_code_opens_the_page_that_is_named():
    import zxingcpp

    data = build(content()).pdf
    width, height, grey = reader.render(data, 200)[1]
    (found,) = zxingcpp.read_barcodes(Image.frombytes("L", (width, height), bytes(grey)))
    assert found.text == "https://spine.example/video"


def test_a_footer_of_more_than_a_line_is_refused_with_how_long_it_may_be():
    with pytest.raises(ContentError) as refused:
        build(content(footer="This sheet is long. " * 12))
    (problem,) = refused.value.problems
    assert problem.line == 3
    most = int(problem.message.split("about ")[1].split()[0])
    assert build(content(footer=("This sheet is long. " * 12)[: int(most * 0.9)])).facts.pages == 2


def test_seven_places_are_refused():
    with pytest.raises(ContentError, match="room for 6"):
        build(content(7))


# ------------------------------------------------------------- cells and lines

PHONES = [f"310-828-77{57 + n}" for n in range(1, 7)]


def placed_phones(count: int, name: str, **more: str) -> list[tuple[int, float, float]]:
    """The page, left edge and baseline of each place's phone as it is read."""
    layout = build(content(count), Options(name, **more)).layout
    runs = [
        (run.order, page, run)
        for page, placed in enumerate(layout.pages)
        for run in placed.items
        if isinstance(run, GlyphRun) and run.element >= 0
    ]
    wanted = PHONES[:count]
    own = [(page, run.x, run.y, run.text) for _, page, run in sorted(runs, key=lambda r: r[0])]
    last = own[len(own) - 1 - [row[3].strip() for row in own[::-1]].index(wanted[0]) :]
    found = [row for row in last if row[3].strip() in wanted]
    assert [row[3].strip() for row in found] == wanted
    return [row[:3] for row in found]


@pytest.mark.parametrize(
    ("name", "count", "across"),
    [
        *[("handout", count, row) for count, row in ((2, 2), (3, 3), (4, 2), (5, 3), (6, 3))],
        *[("large-print", count, 2) for count in (2, 3, 6)],
        *[("card", count, 2) for count in (2, 3, 6)],
    ],
)
def test_places_stand_side_by_side_in_rows_of_equal_number(name, count, across):
    found = placed_phones(count, name)
    lefts = sorted({round(x) for _, x, _ in found})
    assert len(lefts) == across
    assert [lefts.index(round(x)) for _, x, _ in found] == [n % across for n in range(count)]
    rows = [found[at : at + across] for at in range(0, count, across)]
    for row in rows:
        assert len({round(y, 1) for _, _, y in row}) == 1


@pytest.mark.parametrize(("name", "count"), [("trifold", 6), ("trifold", 2), ("handout", 1)])
def test_where_two_have_no_room_or_one_is_alone_each_is_a_line(name, count):
    layout = build(content(count), Options(name)).layout
    texts = [words for words in paragraphs(layout) if words.startswith("Place ")]
    assert texts == [
        f"Place {n}, {n} Main Street, Los Angeles, {PHONES[n - 1]}" for n in range(1, count + 1)
    ]


def paragraphs(layout: Layout) -> list[str]:
    """The words of each paragraph, its links in it."""
    runs: dict[int, str] = {}
    for page in layout.pages:
        for run in page.items:
            if isinstance(run, GlyphRun) and run.element >= 0:
                own = run.element
                while layout.elements[own].kind != "P" and layout.elements[own].parent >= 0:
                    own = layout.elements[own].parent
                runs[own] = runs.get(own, "") + run.text
    return list(runs.values())


def test_a_word_too_wide_for_cells_makes_them_fewer_or_lines():
    wide = content(3).replace(b"name: Place 2", b"name: Otorhinolaryngological")
    layout = build(wide, Options("large-print")).layout
    texts = [words for words in paragraphs(layout) if words.startswith("Place ")]
    assert texts[0].startswith("Place 1, 1 Main Street")


def test_in_arabic_the_first_cell_is_at_the_right():
    arabic = content(3).replace(b"title: Our places", "title: أماكننا\nlanguage: ar".encode())
    layout = build(arabic, Options()).layout
    phones = {
        run.text.strip(): run.x
        for run in layout.pages[-1].items
        if isinstance(run, GlyphRun) and run.element >= 0
    }
    assert phones[PHONES[0]] > phones[PHONES[1]] > phones[PHONES[2]]


def test_with_places_keeps_the_box_that_it_is_given():
    context = prepare(read(content(3))[0], Options()).page
    plain = Column((Length(1.0), Length(0.5, grow=0.5)), kind="Sect", ground="panel", grow=1.0)
    box = with_places(context, plain)
    assert (box.kind, box.ground, box.grow) == ("Sect", "panel", 1.0)
    assert box.height(500.0, 12.0) > plain.height(500.0, 12.0) + 4 * 12.0
