"""What a clinic gives beside its phone: fax and places; a document's code, foot and page."""

from __future__ import annotations

import pytest
from PIL import Image

from brochure import build
from brochure.copyfit.formats import FORMATS
from brochure.editions import Options
from brochure.model import ContentError
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
