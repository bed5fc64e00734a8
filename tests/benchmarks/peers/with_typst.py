"""The sample's words on two pages with Typst, once or in the eight sizes that a fit tries.

As PDF/UA-1 and PDF/A-2a in one file: of the programs compared it alone makes that, too.
"""

from pathlib import Path

import typst
from words import BLOCKS, FONTS, FOOTER, SIZE

MARKS = {"regular": "#[{}]", "bold": "#strong[{}]", "italic": "#emph[{}]"}
FORMS = {
    "title": "= {}\n",
    "subtitle": '#text(1.2em, weight: "bold")[{}]\n',
    "heading": "== {}\n",
    "text": "{}\n",
    "bullet": "- {}\n",
}
HEAD = """
#set document(title: "Can breast cancer cause back pain?")
#set page("us-letter", margin: (x: 90pt, top: 45pt, bottom: 55pt),
  footer: align(center, text(11pt, weight: "bold")[FOOTER]))
#set text(font: "Atkinson Hyperlegible Next", size: SIZEpt, lang: "en", fill: rgb("#1e2428"))
#set par(leading: 0.65em, spacing: 0.9em)
#show heading: set text(fill: rgb("#0b5d6b"))
#show heading.where(level: 1): set text(2.1em)
"""
_compiler = None


def escape(text):
    return "".join("\\" + char if char in "\\#$*_[]<>@`~-+/=" else char for char in text)


def source(size, blocks):
    body = "\n".join(
        FORMS[kind].format("".join(MARKS[face].format(escape(text)) for text, face in pieces))
        for kind, pieces in blocks
    )
    head = HEAD.replace("SIZE", str(size)).replace("FOOTER", FOOTER)
    return (head + body).encode()


def compiler():
    global _compiler
    if _compiler is None:
        fonts = [str(Path(FONTS["regular"]).parent)]
        _compiler = typst.Compiler(font_paths=fonts, ignore_system_fonts=True)
    return _compiler


def draw(target, size=SIZE, blocks=BLOCKS):
    compiler().compile(
        source(size, blocks), output=target, format="pdf", pdf_standards=["a-2a", "ua-1"]
    )


def main(target):
    draw(target)


def eight(target, blocks=BLOCKS):
    for step in range(8):
        draw(target, SIZE - 0.4 * (step - 4), blocks)
