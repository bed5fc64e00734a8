"""Word's own ways: styles based on styles, lists that go on, fields, boxes, tracked changes."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from brochure.importing.pieces import Line, Table, Told
from brochure.importing.word import read
from brochure.importing.word_styles import named
from brochure.model import ContentError
from tests.support.documents import PLAIN_RUN, document, paragraph, saved


def lines(data: bytes) -> list[tuple[str, int, str]]:
    """The role, the level and the words of each line."""
    pieces = read(data, "a.docx").pieces
    return [(p.role, p.level, p.words) for p in pieces if isinstance(p, Line)]


def with_paragraphs(*inner: str) -> bytes:
    word = docx.Document()
    for each in inner:
        word.element.body.insert(-1, parse_xml(paragraph(each)))
    return saved(word)


def test_styles_give_the_roles():
    found = lines(document("styled.docx"))
    assert found[:3] == [
        ("title", 0, "Care after a cast"),
        ("subtitle", 0, "For arms and legs"),
        ("heading", 1, "The first day"),
    ]
    assert ("bullet", 1, "10 times an hour") in found
    assert ("number", 0, "Bring your card.") in found


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("heading 2", ("heading", 2)),
        ("Heading 1", ("heading", 1)),
        ("List Bullet 3", ("bullet", 2)),
        ("List Number", ("number", 0)),
        ("Title", ("title", 0)),
        ("Intense Quote", ("quote", 0)),
        ("Normal", None),
        ("Headings of ours", None),
    ],
)
def test_the_name_of_a_style_gives_its_role(name, role):
    assert named(name) == role


def test_a_style_of_ones_own_has_the_role_of_the_one_it_is_based_on():
    word = docx.Document()
    style = word.styles.add_style("Clinic head", 1)
    style.base_style = word.styles["Heading 2"]
    word.add_paragraph("Rest", style="Clinic head")
    assert lines(saved(word)) == [("heading", 2, "Rest")]


def test_styles_that_are_based_on_each_other_do_no_harm():
    word = docx.Document()
    one, other = word.styles.add_style("One", 1), word.styles.add_style("Other", 1)
    one.base_style, other.base_style = other, one
    word.add_paragraph("Rest", style="One")
    assert lines(saved(word)) == [("text", 0, "Rest")]


NUMBERS = """<w:numbering {}><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start
w:val="1"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl>
</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num></w:numbering>"""


def item(words: str, level: int = 0) -> str:
    ways = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='7'/></w:numPr>"
    return f"<w:pPr>{ways}</w:pPr>" + PLAIN_RUN.format(words)


def test_a_numbered_list_goes_on_after_a_paragraph():
    data = with_paragraphs(item("Sit"), item("Breathe", 1), PLAIN_RUN.format("Now."), item("Stand"))
    word = docx.Document(BytesIO(data))
    root = word.part.numbering_part.element
    for each in list(root):
        root.remove(each)
    root.extend(parse_xml(NUMBERS.format(nsdecls("w"))))
    pieces = read(saved(word), "a.docx").pieces
    found = [(p.role, p.level, p.number) for p in pieces if isinstance(p, Line)]
    assert found == [("number", 0, 1), ("bullet", 1, 0), ("text", 0, 0), ("number", 0, 2)]


def test_insertions_count_and_deletions_are_told():
    pieces = read(document("rich.docx"), "a.docx").pieces
    assert "Take two tablets." in [p.words for p in pieces if isinstance(p, Line)]
    told = {p.what: p.words for p in pieces if isinstance(p, Told)}
    assert told["words that were deleted with changes tracked"] == "three"
    assert told["hidden words"] == "A secret."


def test_a_field_and_a_link_lead_where_they_did():
    pieces = read(document("rich.docx"), "a.docx").pieces
    links = {
        run.text: run.href for p in pieces if isinstance(p, Line) for run in p.runs if run.href
    }
    assert links == {
        "our page": "https://www.example.org/hip",
        "walking": "https://example.org/walk",
    }


def test_a_linked_picture_is_told_and_never_fetched(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection was opened"))
    told = [p for p in read(document("rich.docx"), "a.docx").pieces if isinstance(p, Told)]
    assert "https://spy.example/p.png" in [p.words for p in told]


def test_a_newer_drawing_and_its_older_copy_are_read_once():
    box = "<w:txbxContent><w:p><w:r><w:t>Once.</w:t></w:r></w:p></w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    data = with_paragraphs(
        f"<w:r><mc:AlternateContent xmlns:mc='{mc}'><mc:Choice Requires='w'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(data) == [("text", 0, "Once.")]


def test_a_table_of_one_cell_is_a_box_around_words():
    word = docx.Document()
    word.add_table(1, 1).rows[0].cells[0].text = "Mind this."
    assert lines(saved(word)) == [("text", 0, "Mind this.")]


def test_a_cell_over_two_columns_leaves_the_second_empty():
    word = docx.Document()
    table = word.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(1, 0).text, table.cell(1, 1).text = "a", "b"
    (found,) = [p for p in read(saved(word), "a.docx").pieces if isinstance(p, Table)]
    assert [["".join(r.text for r in cell) for cell in row] for row in found.rows] == [
        ["Both", ""],
        ["a", "b"],
    ]


def test_parts_nested_for_ever_are_refused():
    deep = "<w:tbl><w:tr><w:tc>" * 60 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 60
    word = docx.Document()
    word.element.body.insert(0, parse_xml(deep.replace("<w:tbl>", f"<w:tbl {nsdecls('w')}>", 1)))
    with pytest.raises(ContentError, match="nested"):
        read(saved(word), "a.docx")
