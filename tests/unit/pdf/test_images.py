"""Pictures as image objects."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from brochure.model import ContentError
from brochure.pdf.images import add_image
from brochure.pdf.objects import Document
from brochure.recipe import build


def jpeg(mode: str, **options) -> bytes:
    stream = BytesIO()
    Image.new(mode, (8, 8)).save(stream, "JPEG", **options)
    return stream.getvalue()


def written(data: bytes, parts: int) -> bytes:
    document = Document()
    number = add_image(document, data, parts)
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
