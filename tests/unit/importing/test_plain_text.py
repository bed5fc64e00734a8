"""Plain text: wrapped lines are joined, others are not; tables, underlines, codes."""

from __future__ import annotations

import pytest

from brochure.importing.pieces import Line, Table
from brochure.importing.plain_text import decoded, read


def lines(text: str) -> list[str]:
    return [p.words for p in read(text.encode(), "a.txt").pieces if isinstance(p, Line)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rest your knee for two whole days and put\nice on it. Then begin to walk.\n",
            ["Rest your knee for two whole days and put ice on it. Then begin to walk."],
        ),
        ("Monday to Friday\n8 to 5\nSaturday\nclosed\n", ["Monday to Friday", "8 to 5",
                                                          "Saturday", "closed"]),
        ("One.\n\nTwo.\n", ["One.", "Two."]),
        (f"{'Long words go on. ' * 8}\nShort.\n", ["Long words go on. " * 7 + "Long words go on.",
                                                   "Short."]),
        ("* Turn off screens an hour before\n  you go\n* Rest\n",
         ["* Turn off screens an hour before you go", "* Rest"]),
    ],
)  # fmt: skip
def test_what_is_one_paragraph(text, found):
    assert lines(text) == found


def test_an_underlined_line_is_a_heading():
    first, second, text = read(b"Sleep\n=====\n\nBed\n---\nRest.\n", "a").pieces
    assert (first.role, first.level, first.words) == ("heading", 1, "Sleep")
    assert (second.role, second.level, second.words) == ("heading", 2, "Bed")
    assert text.words == "Rest."


@pytest.mark.parametrize("gap", ["\t", "    ", " | "])
def test_columns_are_a_table(gap):
    text = f"Day{gap}Time\nMonday{gap}8 to 5\nFriday{gap}8 to 1\n"
    if gap == "    ":
        text = "Day     Time\nMonday  8 to 5\nFriday  8 to 1\n"
    (table,) = read(text.encode(), "a").pieces
    assert isinstance(table, Table)
    assert ["".join(run.text for run in cell) for cell in table.rows[1]] == ["Monday", "8 to 5"]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_code_and_line_end(code, end):
    assert decoded(f"café{end}naïve".encode(code)) == "café\nnaïve"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("• Ice\n  o ten minutes\n  o twice\n• Rest\n", ["o ten minutes", "o twice"]),
        ("- Ice\n    o\tten minutes\n", ["o ten minutes"]),
        ("o Ice\no Rest\n", ["o Rest"]),
    ],
)
def test_words_second_sign_begins_an_item(text, found):
    assert [line for line in lines(text) if line[:1] == "o"][-len(found) :] == found


def test_a_word_that_is_one_letter_goes_on_with_its_item():
    text = "• Descanse la pierna en una silla durante dos\n  o tres días y luego camine despacio.\n"
    assert lines(text) == [
        "• Descanse la pierna en una silla durante dos o tres días y luego camine despacio."
    ]
