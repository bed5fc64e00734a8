"""PDF objects: streams end in a line end of their own, strings and numbers are written right."""

from __future__ import annotations

from io import BytesIO
from zlib import decompress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.pdf.objects import Document, literal, number, numbers, reference, stream, string


def read(data: bytes) -> object:
    return pikepdf.Object.parse(data)


def test_a_stream_ends_in_an_end_of_line_that_is_no_part_of_it():
    assert stream(b"abc", packed=False) == b"<< /Length 3 >>\nstream\nabc\r\nendstream"


@pytest.mark.parametrize("last", [b"\r", b"\n", b"x"])
def test_the_last_byte_of_a_stream_is_kept(last):
    whole = stream(b"data" + last, packed=False)
    assert b"/Length 5 " in whole
    assert whole.endswith(last + b"\r\nendstream")


def test_a_packed_stream_says_so_and_unpacks():
    whole = stream(b"abc" * 99, b"/Type /X")
    assert b"/Filter /FlateDecode" in whole
    assert b"/Type /X" in whole
    body = whole.partition(b"stream\n")[2].removesuffix(b"\r\nendstream")
    assert decompress(body) == b"abc" * 99


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=40))
def test_a_string_comes_back_as_typed(text):
    assert str(read(string(text))) == text


@given(st.binary(max_size=60))
def test_a_literal_comes_back_byte_by_byte(data):
    assert bytes(read(b"(" + literal(data) + b")")) == data


@given(st.floats(-5000, 5000))
def test_a_number_of_a_page_is_right_to_half_a_thousandth_and_plain(value):
    text = number(value)
    assert abs(float(text) - value) <= 0.000501
    assert "e" not in text
    assert text != "-0"


def test_numbers_are_short():
    assert numbers((1.0, 0.5, -0.0001, 12.25)) == "1 0.5 0 12.25"


def test_a_document_writes_what_it_was_given():
    document = Document()
    root = document.add()
    pages = document.add(b"<< /Type /Pages /Count 0 /Kids [] >>")
    document.fill(root, b"<< /Type /Catalog /Pages %b >>" % reference(pages))
    data = document.write(root, document.add(b"<< /Title (A) >>"))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.pdf_version == "1.7"
        assert pdf.docinfo.Title == "A"
        assert list(pdf.pages) == []


def test_the_file_identifier_depends_on_the_objects():
    def identifier(title: bytes) -> bytes:
        document = Document()
        root = document.add(b"<< /Type /Catalog >>")
        return document.write(root, document.add(b"<< /Title (%b) >>" % title))[-90:]

    assert identifier(b"A") == identifier(b"A")
    assert identifier(b"A") != identifier(b"B")
