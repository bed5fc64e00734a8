"""Pictures as image objects."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pytest
from PIL import Image, ImageOps

from brochure.model import ContentError, Raster
from brochure.pdf.content_stream import TURNS
from brochure.pdf.images import add_image
from brochure.pdf.objects import Document
from brochure.recipe import build


def jpeg(mode: str, **options) -> bytes:
    stream = BytesIO()
    Image.new(mode, (8, 8)).save(stream, "JPEG", **options)
    return stream.getvalue()


def written(data: bytes, parts: int) -> bytes:
    document = Document()
    number, _ = add_image(document, data, parts)
    return document.write(number, number)


def test_the_place_of_a_photo_stays_out_of_the_file():
    exif = Image.Exif()
    exif[0x010E] = "taken at home, 34.0 N"
    data = jpeg("RGB", exif=exif)
    assert b"taken at home" in data
    assert b"taken at home" not in written(data, 3)


def test_only_adobes_cmyk_is_inverted():
    data = jpeg("CMYK")
    assert b"/Decode [1 0 1 0 1 0 1 0]" in written(data, 4)
    plain = data.replace(b"\xff\xee\x00\x0eAdobe", b"\xff\xee\x00\x0eOther")
    assert b"/Decode" not in written(plain, 4)


def test_a_colour_jpeg_is_grey_on_a_grey_page():
    assert b"/DeviceGray" in written(jpeg("RGB"), 1)


def test_a_website_too_long_for_a_code_is_refused(tmp_path):
    site = "https://a.example/" + "x" * 400
    text = (
        f'title: Rest\nclinic: {{name: X, phone: 310-828-7757, website: "{site}"}}\n'
        "sections: [{heading: A, text: rest well}]\n"
    )
    (tmp_path / "content.yaml").write_text(text)
    with pytest.raises(ContentError, match=r"content\.yaml:2:\d+: error: the QR code"):
        build(tmp_path / "content.yaml")


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turned_picture_is_shown_as_a_photo_program_shows_it(turn):
    stored = Image.frombytes("L", (3, 2), bytes(range(6)))
    stored.getexif()[0x0112] = turn
    shown = ImageOps.exif_transpose(stored)
    a, b, c, d, e, f = TURNS[turn]
    for row, column in product(range(2), range(3)):
        u, v = (column + 0.5) / 3, 1 - (row + 0.5) / 2
        x, y = a * u + c * v + e, b * u + d * v + f
        place = int(x * shown.width), int((1 - y) * shown.height)
        assert shown.getpixel(place) == stored.getpixel((column, row))


def test_a_turned_photo_is_copied_and_turned_on_the_page(tmp_path):
    note = Image.Exif()
    note[0x0112] = 6
    stream = BytesIO()
    Image.new("RGB", (80, 60), (200, 30, 30)).save(stream, "JPEG", exif=note)
    (tmp_path / "photo.jpg").write_bytes(stream.getvalue())
    text = (
        "title: Rest\nclinic: {name: X, phone: 310-828-7757}\nsections:\n"
        "- {heading: A, text: rest well, image: {file: photo.jpg, alt: A photo}}\n"
    )
    (tmp_path / "content.yaml").write_text(text)
    built = build(tmp_path / "content.yaml")
    (raster,) = [i for page in built.layout.pages for i in page.items if isinstance(i, Raster)]
    assert raster.rect.width / raster.rect.height == pytest.approx(60 / 80)
    assert b"/Width 80 /Height 60" in built.pdf
