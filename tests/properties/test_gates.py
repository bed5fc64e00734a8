"""What a rule asks first, to be quick, never hides what it would find."""

from __future__ import annotations

from collections import Counter

import pytest

from brochure.checks.handout_view import View
from brochure.checks.rule import Rule
from brochure.checks.word_index import WordIndex
from tests.benchmarks.planted import counts
from tests.unit.checks.editor_faults import FAULTS


class Open(frozenset[str]):
    """Words of a text, of which a rule that asks for one is told that it is there."""

    def isdisjoint(self, other: object) -> bool:
        return False

    def issuperset(self, other: object) -> bool:
        return True


def with_open_gates(text: list[str], patch: pytest.MonkeyPatch) -> Counter[str]:
    with patch.context() as opened:
        opened.setattr(Rule, "may_find", lambda rule, small: True)
        opened.setattr(WordIndex, "holding", lambda index, needs: index.every)
        opened.setattr(WordIndex, "near", lambda index, needs: index.every)
        opened.setattr(View, "words", property(lambda view: Open(view.tokens)))
        return counts(*text)


@pytest.mark.parametrize("rule", sorted({rule for rule, _, _ in FAULTS}))
def test_a_rule_finds_the_same_whether_it_asks_first_or_not(rule, monkeypatch):
    for named, wrong, right in FAULTS:
        for text in (wrong.split("|"), right.split("|")) if named == rule else ():
            assert counts(*text) == with_open_gates(text, monkeypatch), text
