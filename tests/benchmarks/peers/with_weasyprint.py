"""The sample's words on two pages with WeasyPrint."""

from html import escape
from pathlib import Path

from weasyprint import HTML
from words import BLOCKS, FONTS, FOOTER, SIZE

FACES = {"regular": "", "bold": "font-weight: bold", "italic": "font-style: italic"}
MARKS = {"regular": "{}", "bold": "<b>{}</b>", "italic": "<i>{}</i>"}
TAGS = {"title": "h1", "subtitle": "h3", "heading": "h2", "text": "p", "bullet": "li"}
STYLE = """
@page { size: letter; margin: 45pt 90pt 55pt;
        @bottom-center { content: "FOOTER"; font: bold 11pt face } }
body { font: SIZEpt/1.35 face; color: #1e2428 }
h1, h2, h3 { color: #0b5d6b; margin: 0.3em 0; line-height: 1.2; break-after: avoid }
h1 { font-size: 2.1em } h2 { font-size: 1.3em } h3 { font-size: 1.2em }
p, li { margin: 0 0 0.4em }
"""


def draw(target, size=SIZE):
    faces = "".join(
        f"@font-face {{ font-family: face; src: url({Path(path).as_uri()}); {FACES[role]} }}\n"
        for role, path in FONTS.items()
    )
    style = faces + STYLE.replace("SIZE", str(size)).replace("FOOTER", FOOTER)
    body = "".join(
        "<{0}>{1}</{0}>".format(
            TAGS[kind], "".join(MARKS[face].format(escape(text)) for text, face in pieces)
        )
        for kind, pieces in BLOCKS
    )
    HTML(string=f'<html lang="en"><style>{style}</style>{body}</html>').write_pdf(target)


def main(target):
    draw(target)
