"""The sample's words on two pages with ReportLab's platypus."""

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from words import BLOCKS, FONTS, FOOTER, SIZE

INK = HexColor("#0b5d6b")
MARK = '<font name="{}">{}</font>'


def fonts():
    for name, path in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, path))


def styles(size):
    lines = {"fontSize": size, "leading": 1.35 * size, "spaceAfter": 0.4 * size}
    text = ParagraphStyle("text", fontName="regular", **lines)
    heads = {"title": 2.1, "subtitle": 1.2, "heading": 1.3}
    made = {
        kind: ParagraphStyle(kind, parent=text, fontName="bold", fontSize=scale * size,
                             leading=1.2 * scale * size, textColor=INK, keepWithNext=1)
        for kind, scale in heads.items()
    }  # fmt: skip
    bullet = ParagraphStyle("bullet", parent=text, leftIndent=14, bulletIndent=2)
    return {**made, "text": text, "bullet": bullet}


def markup(pieces):
    escaped = [(text.replace("&", "&amp;").replace("<", "&lt;"), face) for text, face in pieces]
    return "".join(MARK.format(face, text) for text, face in escaped)


def footer(page, _):
    page.setFont("bold", 11)
    page.drawCentredString(306, 30, FOOTER)


def draw(target, size=SIZE):
    looks = styles(size)
    story = [
        Paragraph(markup(pieces), looks[kind], bulletText="\u2022" if kind == "bullet" else None)
        for kind, pieces in BLOCKS
    ]
    document = SimpleDocTemplate(
        target, pagesize=(612, 792), leftMargin=90, rightMargin=90, topMargin=45, bottomMargin=55
    )
    document.build(story, onFirstPage=footer, onLaterPages=footer)


def main(target):
    fonts()
    draw(target)
