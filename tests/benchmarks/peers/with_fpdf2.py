"""The sample's words on two pages with fpdf2."""

from fpdf import FPDF
from words import BLOCKS, FONTS, FOOTER, SIZE

STYLES = {"regular": "", "bold": "B", "italic": "I"}
HEADS = {"title": 2.1, "subtitle": 1.2, "heading": 1.3}


class Sheet(FPDF):
    def footer(self):
        self.set_y(-45)
        self.set_font("face", "B", 11)
        self.cell(0, 12, FOOTER, align="C")


def draw(target, size=SIZE):
    page = Sheet(unit="pt", format="letter")
    for role, path in FONTS.items():
        page.add_font("face", STYLES[role], path)
    page.set_margins(90, 45, 90)
    page.set_auto_page_break(True, 55)
    page.add_page()
    for kind, pieces in BLOCKS:
        if kind in HEADS:
            page.set_font("face", "B", HEADS[kind] * size)
            page.set_text_color(11, 93, 107)
            text = "".join(text for text, _ in pieces)
            leading = 1.2 * HEADS[kind] * size
            page.multi_cell(0, leading, text, align="L", new_x="LMARGIN", new_y="NEXT")
        else:
            page.set_text_color(30, 36, 40)
            page.set_font("face", "", size)
            if kind == "bullet":
                page.write(1.35 * size, "\u2022 ")
            for text, face in pieces:
                page.set_font("face", STYLES[face], size)
                page.write(1.35 * size, text)
            page.ln(1.75 * size)
    page.output(target)


def main(target):
    draw(target)
