"""Word files made for the tests: with styles, by hand, with all that Word may hold, and traps."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

DOCUMENTS = Path(__file__).parents[1] / "documents"
"""Web pages, Markdown and texts as people save and paste them."""
DOT = (
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\rIDATx"
    b"\x9cc\xf8\xcf\xc0\xf0\x1f\0\x05\0\x01\xff\x89\x99=\x1d\0\0\0\0IEND\xaeB`\x82"
)
"""A picture of one dot."""


def saved(document) -> bytes:
    """The bytes of a Word file."""
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def styled() -> bytes:
    """A Word file as a trained typist makes it: all by styles."""
    word = docx.Document()
    word.core_properties.title = "A title that nobody sees"
    word.add_paragraph("Care after a cast", style="Title")
    word.add_paragraph("For arms and legs", style="Subtitle")
    word.add_heading("The first day", 1)
    words = word.add_paragraph("Keep your arm ")
    words.add_run("above your heart").bold = True
    words.add_run(". It helps with ")
    words.add_run("swelling").italic = True
    words.add_run(".")
    for text, style in (
        ("Move your fingers", "List Bullet"),
        ("10 times an hour", "List Bullet 2"),
        ("Keep it dry", "List Bullet"),
    ):
        word.add_paragraph(text, style=style)
    word.add_heading("Medicines", 1)
    table = word.add_table(rows=1, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Drug", "Dose", "When"), strict=True):
        cell.text = text
    for row in (("Paracetamol", "500 mg", "Morning"), ("Ibuprofen", "200 mg", "With food")):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_heading("Coming back", 1)
    for text in ("Call us.", "Bring your card."):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("Call (310) 555-0134 at any time.")
    return saved(word)


def by_hand() -> bytes:
    """A Word file as most people make it: bold lines, typed signs, empty lines, soft returns."""
    word = docx.Document()
    title = word.add_paragraph().add_run("Migraine")
    title.bold, title.font.size = True, Pt(22)
    word.add_paragraph()
    word.add_paragraph("A migraine is a strong headache. It may last three days.")
    word.add_paragraph().add_run("What sets it off").bold = True
    for text in ("Too little sleep", "Red wine", "Stress"):
        word.add_paragraph(f"•\t{text}")
    word.add_paragraph().add_run("What helps").bold = True
    word.add_paragraph("1) Lie down in the dark.")
    word.add_paragraph("2) Drink water.")
    word.add_paragraph("3) Take your tablet early.")
    word.add_paragraph().add_run("When to call?").bold = True
    lines = word.add_paragraph("Call us if:")
    for text in ("- you see double", "- your speech is slurred", "- you have a fever"):
        lines.add_run().add_break(WD_BREAK.LINE)
        lines.add_run(text)
    word.add_paragraph("Dr. Lee’s office: 310.555.0134")
    return saved(word)


PLAIN_RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"


def paragraph(inner: str) -> str:
    """The markup of a paragraph."""
    names = nsdecls("w", "r", "wp", "a", "pic")
    return f"<w:p {names}>{inner}</w:p>"


def rich() -> bytes:
    """A Word file with what Word may hold beside plain words."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Harbor Clinic – internal"
    word.sections[0].footer.paragraphs[0].text = "Page 1"
    word.add_heading("Your new hip", 0)
    relate = word.part.relate_to
    link = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    site = relate("https://www.example.org/hip", link, is_external=True)
    image = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    far = relate("https://spy.example/p.png", image, is_external=True)
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        '<w:r><w:instrText> HYPERLINK "https://example.org/walk" </w:instrText></w:r>'
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t>walking</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    box = (
        "<w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>Words in a text box.</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></w:pict></w:r>"
    )
    linked = (
        "<w:r><w:drawing><wp:inline><wp:docPr id='9' name='P' descr='A hip'/><a:graphic>"
        f"<a:graphicData><pic:pic><pic:blipFill><a:blip r:link='{far}'/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    for inner in (
        PLAIN_RUN.format("See ")
        + f"<w:hyperlink r:id='{site}'>{PLAIN_RUN.format('our page')}</w:hyperlink>"
        + PLAIN_RUN.format(" on ") + field + PLAIN_RUN.format("."),
        PLAIN_RUN.format("Take ") + "<w:ins>" + PLAIN_RUN.format("two") + "</w:ins>"
        + "<w:del><w:r><w:delText>three</w:delText></w:r></w:del>"
        + PLAIN_RUN.format(" tablets."),
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>A secret.</w:t></w:r>"
        + PLAIN_RUN.format("No smoking."),
        "<w:sdt><w:sdtContent>" + PLAIN_RUN.format("In a control.") + "</w:sdtContent></w:sdt>",
        PLAIN_RUN.format("H")
        + "<w:r><w:rPr><w:vertAlign w:val='subscript'/></w:rPr><w:t>2</w:t></w:r>"
        + PLAIN_RUN.format("O is water."),
        box,
        linked,
    ):  # fmt: skip
        word.element.body.insert(-1, parse_xml(paragraph(inner)))
    word.add_picture(BytesIO(DOT))
    word.element.body.findall(f".//{qn('wp:docPr')}")[-1].set("descr", "A new hip joint")
    return saved(word)


# ------------------------------------------------------------------- traps


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by their names."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """A Word file of parts."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    """A good Word file with one part put in, or in place of its own."""
    return packed(parts_of(styled()) | {name: data})


def without_part(name: str) -> bytes:
    """A good Word file that lacks a part."""
    return packed({key: data for key, data in parts_of(styled()).items() if key != name})


BOMB = b"""<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">
<!ENTITY c SYSTEM "file:///etc/hostname">]><w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&b;&c;
</w:t></w:r></w:p></w:body></w:document>"""


# ------------------------------------------------------------- all of them

MADE = {"styled.docx": styled, "by-hand.docx": by_hand, "rich.docx": rich}


def names() -> list[str]:
    """The names of all documents, those that are files and those that are made."""
    files = (path.name for path in DOCUMENTS.iterdir() if path.is_file())
    return sorted([*files, *MADE])


def document(name: str) -> bytes:
    """The bytes of a document."""
    return MADE[name]() if name in MADE else (DOCUMENTS / name).read_bytes()
