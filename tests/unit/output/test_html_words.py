"""The words of a handout as HTML: every kind of block, escaped, in the order of the text."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from brochure.language.fixed_words import ENGLISH
from brochure.model import content
from brochure.output.html_words import BLOCKS, Dress, sections
from brochure.reading.loader import load_bytes

TEXT = """\
title: Back
clinic: {name: A, phone: 310-828-7757}
sections:
  - heading: Lift <it>
    emphasis: emergency
    body:
      - "Keep it **near** & *low*: [see](https://a.example/?a=1&b=2), [le dos]{lang=fr}."
      - bullets:
          - Bend
          - Turn:
              - slowly
      - steps: [Sit]
        start: 3
"""


def html(text: str, **dress) -> str:
    made = load_bytes(text.encode(), "a.yaml", Path())[0]
    return "\n".join(sections(made, Dress(ENGLISH, **dress)))


def test_a_section():
    assert html(TEXT).split("\n") == [
        '<section class="emergency">',
        '<p class="overline"><strong>Emergency</strong></p>',
        "<h2>Lift &lt;it&gt;</h2>",
        "<p>Keep it <strong>near</strong> &amp; <em>low</em>: "
        '<a href="https://a.example/?a=1&amp;b=2">see</a>, <span lang="fr">le dos</span>.</p>',
        "<ul>",
        "<li>Bend</li>",
        "<li>Turn<ul><li>slowly</li></ul></li>",
        "</ul>",
        '<ol start="3">',
        "<li>Sit</li>",
        "</ol>",
        "</section>",
    ]


def test_styles_stand_on_the_tags():
    made = html(TEXT, styles={"li": ' style="color:red"'}, level=3)
    assert '<li style="color:red">Bend</li>' in made
    assert "<h3>" in made


def test_every_kind_of_block_has_its_tags():
    assert {each.__name__ for each in get_args(content.Block)} <= set(BLOCKS)


def test_a_table_can_be_scrolled_by_keyboard_and_has_heads():
    table = "      - table: {columns: [Drug, Dose], rows: [[A & B, 1 pill]]}\n"
    made = html(TEXT + table)
    assert '<div class="wide" role="region" tabindex="0" aria-label="Drug, Dose">' in made
    assert '<th scope="col">Drug</th>' in made
    assert '<th scope="row">A &amp; B</th><td>1 pill</td>' in made
