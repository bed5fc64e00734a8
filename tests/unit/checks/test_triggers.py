"""A pattern is looked for only where a text has what it needs; so no match may be missed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from brochure.checks import (
    grammar,
    opposites,
    patterns,
    promises,
    punctuation,
    same_facts,
    short_forms,
    triggers,
    typos,
    wording,
)
from brochure.checks.handout_view import View
from brochure.sources import read

TEXTS = sorted((Path(__file__).parents[2] / "benchmarks" / "judged").rglob("*.yaml"))[::4]


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
    assert _may_hold(triggers.triggers_of(source), text) is foreseen


def test_no_match_is_missed() -> None:
    """Every match of many patterns in many texts is foreseen."""
    texts = {passage.plain for file in TEXTS for passage in View(read(file)[0], "").passages}
    texts |= {"Take N mg", "by [DATE]", "your doctors name", "the pill’s are", "see the picture"}
    matches = 0
    for wanted in _patterns():
        needs = patterns.triggers(wanted)
        for text in texts:
            if wanted.search(text):
                matches += 1
                assert _may_hold(needs, text), (wanted, text)
    assert matches > 40


def test_a_text_without_triggers_is_not_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern is not even compiled for a text that has nothing of it."""
    compiled: list[str] = []
    handout, _ = read(TEXTS[0])
    source = r"\b(?:zeppelin|xylophone)s? (?:and|or) \w+"
    unlike = patterns.pattern(source)
    made = patterns.compiled
    monkeypatch.setattr(patterns, "compiled", lambda *of: (compiled.append(of[0]), made(*of))[1])
    view = View(handout, "")
    assert not view.holding(unlike)
    assert not view.may_hold(unlike)
    assert source not in compiled
    assert not unlike.search("")
    assert source in compiled


def _patterns() -> Iterator[re.Pattern[str]]:
    for module in (grammar, promises, punctuation, short_forms, typos, wording):
        held = vars(module).values()
        yield from (each for each in held if type(each) is patterns._Pattern)
    yield from (topic.says for topic in same_facts.TOPICS if topic.language == "en")
    yield from (each for (tag, _), *both in opposites._ROWS if tag == "en" for each in both)


def _may_hold(needs: triggers.Triggers, text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    return all(
        any(word in words for word in whole) or any(part in text.lower() for part in parts)
        for whole, parts in needs
    )
