from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from brochure.art.artwork import LACKS
from brochure.art.logo_visibility import lack_of_paths, lack_of_picture
from brochure.art.svg import read_svg
from brochure.brand.palette import recolour
from tests.conftest import ROOT
from tests.support import drawings


def png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def letters(ink, ground=(0, 0, 0, 0), more=lambda draw: None) -> bytes:
    """A wordmark of bars."""
    image = Image.new("RGBA", (600, 200), ground)
    draw = ImageDraw.Draw(image)
    for left in range(20, 580, 60):
        draw.rectangle((left, 20, left + 30, 180), fill=ink)
    more(draw)
    return png(image)


WHITE, PALE, DARK = (255, 255, 255, 255), (240, 240, 235, 255), (20, 60, 90, 255)


def frame(draw):
    draw.rounded_rectangle((2, 2, 597, 197), 20, outline=DARK, width=4)


PICTURES = {
    "dark letters": (letters(DARK), ""),
    "white letters": (letters(WHITE), "unseen"),
    "white letters on a white sheet": (letters(WHITE, WHITE), "unseen"),
    "pale letters": (letters(PALE), "unseen"),
    "pale letters on a white sheet": (letters(PALE, WHITE), "unseen"),
    "see-through black letters": (letters((0, 0, 0, 20)), "unseen"),
    "yellow letters": (letters((255, 250, 120, 255)), "unseen"),
    "white letters on a dark sheet": (letters(WHITE, DARK), ""),
    "white letters in a dark frame": (letters(WHITE, more=frame), ""),
    "white letters, one dark dot": (
        letters(WHITE, more=lambda draw: draw.rectangle((0, 0, 20, 20), fill=DARK)),
        "faint",
    ),
    "orange letters": (letters((240, 130, 20, 255)), "pale"),
    "deep orange letters": (letters((192, 90, 18, 255)), ""),
    "orange letters, a dark rule below": (
        letters(
            (240, 130, 20, 255), more=lambda draw: draw.rectangle((20, 165, 580, 199), fill=DARK)
        ),
        "",
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name):
    data, lack = PICTURES[name]
    assert lack_of_picture(data) == lack
    assert not lack or LACKS[lack][2]


def test_a_photo_as_a_logo():
    out = BytesIO()
    Image.new("RGB", (300, 200), (255, 255, 254)).save(out, "JPEG")
    assert lack_of_picture(out.getvalue()) == "unseen"


def test_margins():
    image = Image.new("RGBA", (500, 500))
    ImageDraw.Draw(image).rectangle((150, 200, 350, 300), fill=DARK)
    assert lack_of_picture(png(image)) == "margin"
    assert lack_of_picture(png(image.crop((140, 190, 360, 310)))) == ""


BAR = '<rect x="10" y="10" width="80" height="80" {}/>'


@pytest.mark.parametrize(
    ("inside", "mode", "lack"),
    [
        (BAR.format('fill="#0b5d6b"'), "colour", ""),
        (BAR.format('fill="#fff"'), "colour", "unseen"),
        (BAR.format('fill="#fff"'), "press", "unseen"),
        (BAR.format('fill="#fafafa"'), "mono", "unseen"),
        (BAR.format('fill="#f08214"'), "colour", "pale"),
        (BAR.format('fill="#f08214"'), "mono", ""),
        (BAR.format('fill="#f0f0f0"') + BAR.format('fill="none" stroke="#aaa"'), "colour", "pale"),
        (BAR.format('fill="black" opacity=".1"'), "colour", "unseen"),
        (BAR.format('fill="white" stroke="#333"'), "colour", ""),
        (
            '<rect width="100" height="100" fill="white"/>' + BAR.format('fill="#fff"'),
            "colour",
            "unseen",
        ),
        ('<rect width="100" height="100" fill="white"/>' + BAR.format('fill="red"'), "colour", ""),
        ('<rect width="100" height="100" fill="red"/>' + BAR.format('fill="#fff"'), "colour", ""),
        (
            '<rect width="100" height="100" fill="#f7df1e"/><path d="M60 60h30v30h-30z"/>',
            "colour",
            "",
        ),
        (BAR.format('fill="#fff"') + '<circle cx="50" cy="50" r="5"/>', "colour", "faint"),
        ('<rect x="40" y="40" width="20" height="20"/>', "colour", "margin"),
        (
            '<linearGradient id="a"><stop stop-color="#fff"/><stop offset="1"/></linearGradient>'
            + BAR.format('fill="url(#a)"'),
            "colour",
            "",
        ),
        (
            f'<g opacity=".05">{BAR.format("")}<circle cx="50" cy="50" r="9"/></g>',
            "colour",
            "unseen",
        ),
    ],
)
def test_drawings(inside, mode, lack):
    drawn = read_svg(f'<svg {drawings.SVG} viewBox="0 0 100 100">{inside}</svg>'.encode())
    paths = recolour(drawn.paths, mode)
    assert lack_of_paths(paths, drawn.boxes, drawn.width, drawn.height) == lack


@pytest.mark.parametrize("name", ["ILLUSTRATOR", "INKSCAPE", "FIGMA", "CANVA", "COREL"])
def test_logos_that_can_be_seen(name):
    drawn = read_svg(getattr(drawings, name).encode())
    assert lack_of_paths(drawn.paths, drawn.boxes, drawn.width, drawn.height) == ""


def test_the_bundled_mark_can_be_seen():
    drawn = read_svg((ROOT / "assets" / "logo.svg").read_bytes())
    assert lack_of_paths(drawn.paths, drawn.boxes, drawn.width, drawn.height) == ""
