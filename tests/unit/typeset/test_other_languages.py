"""The lines for readers of other languages: the ones a handout is there in, and free help."""

from __future__ import annotations

import pytest

from brochure import build
from brochure.copyfit.formats import FORMATS
from brochure.editions import Options
from brochure.language.tongues import tongue_of
from brochure.model import ContentError
from brochure.typeset import other_languages
from brochure.typeset.other_languages import FIFTEEN
from tests.support import pdf as reader
from tests.support.pdf import page_texts

CONTENT = """\
title: Back pain
language: en-US
also_in: {also}
clinic: {{name: Clinic, phone: 310-828-7757, notice: {notice}}}
sections:
  - heading: What helps
    text: Walk a little each day. Rest when you need to.
"""


def content(notice: str = "true", also: str = "[es, zh-Hans, fa, en]") -> bytes:
    return CONTENT.format(notice=notice, also=also).encode()


def words(data: bytes) -> str:
    return " ".join(" ".join(page_texts(data)).split())


@pytest.mark.parametrize("name", FORMATS)
def test_a_smaller_format_names_each_language_once(name):
    data = build(content(also="[es]"), Options(name)).pdf
    langs = {node.lang for node in reader.structure(data).walk()}
    assert set(FIFTEEN) <= langs
    text = words(data)
    if name != "handout":
        assert "free help with languages is available to you. Call 310-828-7757" in text
        assert "Tiếng Việt" in text
        assert "ATENCIÓN" not in text


def test_each_language_has_its_line_with_a_phone_that_can_be_tapped():
    data = build(content()).pdf
    langs = {node.lang for node in reader.structure(data).walk()}
    assert set(FIFTEEN) <= langs
    assert len([1 for node in reader.structure(data).walk() for _ in node.links]) >= len(FIFTEEN)
    text = words(data)
    for tag in ("es", "vi", "ru", "zh-Hant", "hmn"):
        assert tongue_of(tag).phrases.help.split("{}")[0].split()[0] in text


def test_the_other_languages_stand_in_their_own_names():
    text = words(build(content("false")).pdf)
    assert "Also in: español, 简体中文, " in text
    assert "ATENCIÓN" not in text
    assert text.count("English") == 1


def test_without_the_shaper_names_are_english_and_lines_are_left_out_and_told(monkeypatch):
    monkeypatch.setattr(other_languages, "find_spec", lambda _: None)
    built = build(content())
    text = words(built.pdf)
    assert "Farsi (Persian)" in text
    assert "ВНИМАНИЕ" in text
    (told,) = [each for each in built.warnings if "notice" in each.message]
    assert "Arabic" in told.message
    assert "Russian" not in told.message
    assert "uharfbuzz" in told.hint


def test_a_tag_that_is_no_language_is_refused():
    with pytest.raises(ContentError, match="espanol"):
        build(content("true", "[espanol]"))


def test_a_spanish_handout_has_no_spanish_line():
    data = content().replace(b"en-US", b"es")
    assert "ATENCIÓN" not in words(build(data).pdf)
