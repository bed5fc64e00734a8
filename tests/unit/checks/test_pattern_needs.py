"""What a text must have for a pattern to be found is read off the pattern, and lies ready."""

from __future__ import annotations

import json

import pytest

from brochure.checks import triggers
from brochure.checks.pattern_needs import needs_of
from brochure.checks.trigger_terms import Triggers
from brochure.checks.word_index import WordIndex
from tests.support.rule_patterns import MODULES


@pytest.mark.parametrize(
    ("source", "text", "foreseen"),
    [
        (r"\b(?:ask|tell) (?:the )?(?:doctors?|nurse)\b", "ask the Doctors", True),
        (r"\b(?:ask|tell) (?:the )?(?:doctors?|nurse)\b", "ask your doctoral nursery", False),
        (r"\bmedic\w+", "your medicines", True),
        (r"\bmedic\w+", "your pills", False),
        (r"\bice(?: packs?)?\b[^.]{0,30}\bheat\b", "no heat, no ice", True),
        (r"\bice(?: packs?)?\b[^.]{0,30}\bheat\b", "no heat", False),
        (r"\[[A-Z]+\]", "to fill in: [NAME", False),
        (r"(?i:Take) N mg\b", "take n mg", True),
        (r"(?<!\w)don['’]t(?!\w)", "We don’t", True),
        (r"\d+ ?(?:mg|mL)", "take 5mg now", True),
        (r"\w+", "anything", True),
        (r"(?:a{2,}|b)c", "bc", True),
    ],
)
def test_what_a_pattern_needs(source: str, text: str, foreseen: bool) -> None:
    """The needs of small patterns of each kind."""
    assert bool(WordIndex([text]).holding(needs_of(source, 0))) is foreseen


def test_the_table_beside_the_program_is_what_is_read_off(update: bool) -> None:
    """To read them off all patterns takes seconds, so a process that keeps nothing takes these."""
    found = {
        triggers.key_of(each.pattern, each.flags): needs_of(each.pattern, each.flags)
        for patterns in MODULES.values()
        for each in patterns
    }
    made = "".join(_line(key, found[key]) for key in sorted(found))
    if update:
        triggers.TABLE.write_text(made, encoding="utf-8", newline="\n")
    assert triggers.TABLE.read_text(encoding="utf-8") == made, "run this test with --update"
    assert triggers.shipped() == found


def _line(key: int, clauses: Triggers) -> str:
    row = [key, *([sorted(words), list(parts)] for words, parts in clauses)]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n"
