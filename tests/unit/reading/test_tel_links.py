"""A link that dials is written as all others are, and dials what its words say."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure import build
from brochure.model import ContentError
from brochure.reading.loader import load_bytes
from brochure.reading.tel_links import dials
from tests.support.fakes import texts_in

CONTENT = """\
title: Back pain
{language}clinic: {{name: Here, phone: {phone}}}
sections: [{{heading: When to call, text: "{words}"}}]
"""


def spans(words: str, phone: str = "310-828-7757"):
    data = CONTENT.format(words=words, phone=phone, language="").encode()
    return texts_in(load_bytes(data, "c.yaml", Path())[0].sections[0])[0]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("tel:310-828-7757", "tel:+13108287757"),
        ("tel:1.310.828.7757;ext=12", "tel:+13108287757;ext=12"),
        ("tel:828-7757", "tel:+13108287757"),
        ("tel:+442079460018", "tel:+442079460018"),
        ("tel:911", "tel:911"),
    ],
)
def test_a_link_is_written_as_all_others_are(target, href):
    text = spans(f"Please [call us]({target}).")
    assert dials(text)
    assert [span.href for span in text.spans if span.href] == [href]


@pytest.mark.parametrize(
    "words",
    ["[310-828-7757](tel:310-828-7758)", "[Call **(310) 828-7757**](tel:213-555-0199)",
     "[1-800-MY-HEELS](tel:1-800-694-3358)"],
)  # fmt: skip
def test_a_link_that_shows_one_phone_and_dials_another_is_refused(words):
    with pytest.raises(ContentError, match="but the link dials") as caught:
        spans(f"Please call {words}.")
    mended = caught.value.problems[0].hint.rpartition(": ")[2]
    assert dials(spans(f"Please call {mended}."))


@pytest.mark.parametrize("words", ["[828-7757](tel:310-828-7757)", "[911](tel:911)"])
def test_a_link_that_dials_what_it_shows_is_taken(words):
    assert dials(spans(f"Please call {words}."))


@pytest.mark.parametrize(
    ("language", "phone", "told"),
    [
        ("language: en-US\n", "310-828-775", True),
        ("", "020 7946 0018", True),
        ("language: en-GB\n", "020 7946 0018", False),
        ("language: es\n", "912 345 678", False),
        ("", "310-828-7757", False),
        ("", "+44 20 7946 0018", False),
    ],
)
def test_a_number_that_is_no_number_of_the_country_is_told(tmp_path, language, phone, told):
    path = tmp_path / "content.yaml"
    path.write_text(CONTENT.format(words="Rest.", phone=phone, language=language), "utf-8")
    assert told is ("phone-digits" in [problem.rule for problem in build(path).warnings])
