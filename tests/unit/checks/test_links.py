"""A link says where it leads, in any language that has words for saying nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.checks.handout_view import View
from brochure.checks.links import link_text
from brochure.reading.loader import load_bytes

CONTENT = """\
title: Back pain
clinic: {{name: Here, phone: 310-828-7757}}
sections: [{{heading: Rest, text: "{}"}}]
"""


def told(words: str) -> list[str]:
    handout = load_bytes(CONTENT.format(words).encode(), "c.yaml", Path())[0]
    return [finding.words for finding in link_text(View(handout, "2026-11-01"))]


@pytest.mark.parametrize("words", ["Click here", "**here**", "READ MORE »", "ici", "this link."])
def test_words_that_say_nothing_are_told(words):
    assert len(told(f"For more, [{words}](https://a.example).")) == 1


@pytest.mark.parametrize("words", ["our website", "More about backs", "310-828-7757"])
def test_words_that_say_where_they_lead_are_not(words):
    assert told(f"For more, [{words}](tel:310-828-7757). Read more here.") == []
