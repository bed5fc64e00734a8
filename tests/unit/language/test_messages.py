"""The words of messages: short, quoted as YAML needs it, and never invisible."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from brochure.language.messages import (
    counted,
    in_quotes,
    printable,
    reason,
    short,
    this_program,
    unquoted,
)


def test_a_long_text_is_cut_to_one_line():
    assert short("one\n two   three") == "one two three"
    assert short("x" * 60) == "x" * 60
    assert short("x" * 61) == "x" * 59 + "…"
    assert len(short("word " * 99, 20)) == 20


@given(st.text(st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_categories=["Cc"])))
def test_a_text_in_quotes_is_read_as_it_was(text):
    assert yaml.safe_load(in_quotes(text)) == text


@pytest.mark.parametrize(
    ("typed", "meant"), [('"a b"', "a b"), ("'a'", "a"), ("\"a'", "\"a'"), ('""', '""'), ("a", "a")]
)
def test_quotes_around_the_whole_text_are_taken_off(typed, meant):
    assert unquoted(typed) == meant


def test_what_cannot_be_seen_is_written_as_a_code():
    assert printable("a\u200bb\x07") == "a<U+200B>b<U+0007>"
    assert printable("días 頭") == "días 頭"


def test_one_is_not_many():
    assert [counted(n, "word") for n in (0, 1, 2)] == ["0 words", "1 word", "2 words"]


def test_a_reason_is_in_the_systems_words():
    assert reason(OSError(13, "Permission denied")) == "permission denied"
    assert reason(OSError("odd")) == "odd"


@pytest.mark.parametrize(
    ("started", "typed"),
    [
        ("~/.local/bin/brochure", "brochure"),
        ("C:\\Users\\ann\\Scripts\\brochure.exe", "brochure"),
        ("lib/site-packages/brochure/__main__.py", "python -m brochure"),
        ("make_pdf.py", "python -m brochure"),
        ("", "python -m brochure"),
    ],
)
def test_the_program_is_named_as_it_was_started(started, typed, monkeypatch):
    monkeypatch.setattr("sys.argv", [started])
    assert this_program() == typed
