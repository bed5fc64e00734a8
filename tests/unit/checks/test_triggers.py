"""A pattern is looked for only where a text has what it needs; so no match may be missed."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from brochure.checks import RULES, patterns
from brochure.checks.handout_view import View
from brochure.checks.trigger_terms import Triggers
from brochure.checks.word_index import WordIndex
from brochure.model import Paragraph, Section
from brochure.sources import read
from tests.support.fakes import handout, text
from tests.support.matches import texts_with
from tests.support.rule_patterns import MODULES

TEXTS = sorted((Path(__file__).parents[2] / "benchmarks" / "judged").rglob("*.yaml"))[::4]
TRIES = 16
"""How many texts are made of each pattern."""


@pytest.mark.parametrize("module", MODULES)
def test_no_match_is_missed(module: str) -> None:
    """Every match of every pattern is foreseen, in texts that are made of the pattern itself."""
    for wanted in MODULES[module]:
        needs = patterns.triggers(wanted)
        for made in texts_with(re.compile(wanted.pattern, wanted.flags), TRIES):
            assert _may_hold(needs, made), (wanted.pattern, made, needs)


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
    assert not view.stretches(unlike)
    assert source not in compiled
    assert not unlike.search("")
    assert source in compiled


NEUTRAL = {"en": "birds sing near green hills.", "es": "patos nadan cerca bajo montes verdes."}
EVERY_TEXT = {
    **dict.fromkeys(("long-sentence", "long-paragraph", "long-list"), "how long each is"),
    **dict.fromkeys(("parallel-list", "list-stops", "mixed-list"), "how each item begins or ends"),
    **dict.fromkeys(("end-sign", "cut-off", "article"), "how each begins, goes on and ends"),
    **dict.fromkeys(("capitals", "abbreviation"), "capitals, which triggers do not tell"),
    **dict.fromkeys(("plain-word", "unexplained-term"), "kept by each text: see `plain_words`"),
    **dict.fromkeys(
        ("no-action", "when-to-call", "no-you"), "until one text has what all may lack"
    ),
    **dict.fromkeys(("same-advice", "doubled-word", "mixed-quotes"), "each held against others"),
    "other-phone": "what a build tells, too: see `strange_phones`",
    "other-matter": "each by its section",
    "one-tu": "how each item begins",
    "english-word": "each word by itself",
}
"""The rules that look at each text whatever its words are, and at what."""
IN_SPANISH = frozenset({"one-tu", "english-word"})
"""Those of them that do so in Spanish alone."""


@pytest.mark.parametrize(("language", "neutral"), NEUTRAL.items())
def test_a_rule_runs_over_no_text_without_its_triggers(language: str, neutral: str) -> None:
    """Counted in calls: forty more texts that say nothing to a rule cost it nothing."""
    rules = [each for each in RULES if each.holds_for(language) and each.may_find(neutral)]
    few, many = ([_calls(each.check, n, neutral, language) for each in rules] for n in (10, 50))
    grow = {rule.name for rule, a, b in zip(rules, few, many, strict=True) if b > a}
    assert grow - {*EVERY_TEXT} == set(), "let `View.holding` choose its texts"
    assert language != "en" or grow == {*EVERY_TEXT} - IN_SPANISH, "this one asks for its texts now"


def test_a_rule_that_looks_at_each_text_is_counted() -> None:
    """What a rule costs that does not ask for its texts."""
    wanted = patterns.pattern(r"\b(?:zeppelin|xylophone)s?\b")

    def of_all(view: View) -> list[object]:
        return [wanted.search(passage.plain) for passage in view.body]

    def of_some(view: View) -> list[object]:
        return [wanted.search(passage.plain) for passage in view.body_holding(wanted)]

    assert _calls(of_all, 50, "hill") - _calls(of_all, 10, "hill") == 40
    assert _calls(of_some, 50, "hill") == _calls(of_some, 10, "hill")


def _calls(
    check: Callable[[View], Iterable[object]], texts: int, neutral: str, language: str = "en"
) -> int:
    """Return how many calls a rule makes for so many texts that say nothing to it."""
    body = tuple(Paragraph(text(neutral)) for _ in range(texts))
    view = View(handout(Section(text("Quiet river"), body=body), language=language), "2026-11-22")
    list(check(view))  # what a view finds once, and what a process keeps
    counted: list[str] = []
    sys.setprofile(lambda _frame, event, _of: counted.append(event))
    try:
        list(check(view))
    finally:
        sys.setprofile(None)
    return sum(event in ("call", "c_call") for event in counted)


def _may_hold(needs: Triggers, text: str) -> bool:
    return bool(WordIndex([text]).holding(needs))
