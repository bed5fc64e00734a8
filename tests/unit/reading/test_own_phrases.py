"""A clinic's own fixed words: read, refused with what to type, and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.language.fixed_words import ENGLISH
from brochure.language.phrases import phrases, unworded
from brochure.model import ContentError
from brochure.reading.json_schema import json_schema
from brochure.reading.loader import load_bytes
from brochure.reading.own_phrases import KEYS
from brochure.recipe import build
from tests.support.pdf import page_texts

CONTENT = """\
title: Verkir í baki
language: {language}
clinic:
  name: Klinik
  phone: 310-828-7757
  phrases:
{phrases}
sections:
  - heading: Verkir
    text: Verkir í baki eru algengir.
"""


def content(language: str, *lines: str) -> bytes:
    phrased = "\n".join(f"    {line}" for line in lines)
    return CONTENT.format(language=language, phrases=phrased).encode()


def problems(*lines: str) -> list[tuple[int, str]]:
    with pytest.raises(ContentError) as refused:
        load_bytes(content("is", *lines), "a.yaml", Path())
    return [
        (problem.line, f"{problem.message} | {problem.hint}") for problem in refused.value.problems
    ]


def test_own_words_are_printed():
    built = build(content("is", 'is: {call: "Hringið {}", page: "Síða {} af {}"}'))
    text = " ".join(page_texts(built.pdf))
    assert "Hringið 310-828-7757" in text
    assert "Síða 1 af 2" in text
    assert [problem.rule for problem in built.warnings if problem.rule] == ["english-words"]
    assert "qr_phone" not in "".join(problem.message for problem in built.warnings)


def test_the_whole_tag_wins_over_the_language():
    own = (
        ("es-mx", (("call", "Márquele al {}"),)),
        ("es", (("call", "Llama al {}"), ("tip", "Ojo"))),
    )
    assert phrases("es-MX", own).call == "Márquele al {}"
    assert phrases("es-MX", own).tip == "Ojo"
    assert phrases("es-AR", own).call == "Llama al {}"
    assert phrases("pt", own).call != "Llama al {}"


def test_all_words_given_are_no_warning():
    names = ENGLISH.__match_args__
    own = (("is", tuple((name, getattr(ENGLISH, name)) for name in names)),)
    assert unworded("is", own) == ()
    assert unworded("is", (("is", own[0][1][1:]),)) == (names[0],)
    assert unworded("is") == names
    assert unworded("es") == unworded("en-GB") == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            'is: {pages: "Síða {} af {}"}',
            "the key `pages` is not known in `is` | Did you mean `page`?",
        ),
        ('is: {page: "Síða"}', "`page` needs its blanks {}{} | In English: Page {} of {}"),
        ('is: {urgent: "{}"}', "`urgent` is typed without braces | In English: "),
        ('is: {call: "Hringið {"}', "`call` needs its blanks {} | In English: Call {}"),
        ('is: {months: "jan|feb"}', "`months` takes twelve names | Type them from January on"),
        ("islenska: {call: a}", "`islenska` is no language | Type a tag"),
        ("- call", "`phrases` takes languages with their words | Type the language"),
    ],
)
def test_what_is_refused(line, told):
    (found,) = problems(line)
    assert found[0] == 7
    assert found[1].startswith(told)


def test_an_editor_completes_them():
    clinic = json_schema("clinic")["anyOf"][0]["properties"]["phrases"]
    words = clinic["additionalProperties"]["properties"]
    assert list(words) == list(ENGLISH.__match_args__) == [field.name for field in KEYS]
    assert words["call"]["description"] == "In English: Call {} Example: Call {}"


def test_a_font_without_their_letters_is_refused():
    with pytest.raises(ContentError, match="fixed words"):
        build(content("is", 'is: {call: "電話 {}"}'))
