"""What every part is made with, and that all parts dial one number."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure import Options
from brochure.layout.page_context import plain_text
from brochure.model import FOOTER_ARTIFACT, GlyphRun
from brochure.reading.loader import load_bytes
from brochure.recipe import make_layout

CONTENT = """\
title: Back pain
clinic: {{name: The Spine Institute, phone: "{}"}}
sections: [{{heading: When to call, text: Call us about pain that stays.}}]
"""


def test_the_programs_own_words_are_one_span():
    text = plain_text("Call us", "tel:+13108287757")
    assert (text.plain, text.spans[0].href) == ("Call us", "tel:+13108287757")


@pytest.mark.parametrize(
    ("phone", "called"),
    [
        ("Text or call 555-201-4477", "Call 555-201-4477"),
        ("555-201-4477 (24 hours)", "Call 555-201-4477 (24 hours)"),
        ("(555) 201-4477", "Call (555) 201-4477"),
    ],
)
@pytest.mark.parametrize("format", ["handout", "trifold"])
def test_every_link_dials_the_number_and_no_word_is_said_twice(phone, called, format):
    handout, _ = load_bytes(CONTENT.format(phone).encode(), "content.yaml", Path())
    layout, _ = make_layout(handout, Options(format=format))
    links = {link.url for page in layout.pages for link in page.links}
    assert links == {"tel:+15552014477"}
    runs = [run for page in layout.pages for run in page.items if isinstance(run, GlyphRun)]
    assert called in [run.text for run in runs if run.element == FOOTER_ARTIFACT]
    assert phone in " ".join(" ".join(run.text for run in runs).split())
