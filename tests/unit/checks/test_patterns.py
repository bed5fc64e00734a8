"""An expression is compiled when it is first used, and works as one that is compiled at once."""

from __future__ import annotations

import re

import pytest

from brochure.checks.patterns import pattern


def test_it_searches_as_a_compiled_one() -> None:
    lazy, plain = pattern(r"(\d+) mg", re.IGNORECASE), re.compile(r"(\d+) mg", re.IGNORECASE)
    assert lazy.search("take 20 MG now")[1] == plain.search("take 20 MG now")[1] == "20"
    assert lazy.findall("1 mg 2 mg") == plain.findall("1 mg 2 mg")
    assert lazy.sub("x", "1 mg") == "x"


def test_a_wrong_one_is_told_at_its_first_use_alone() -> None:
    wrong = pattern("(")
    with pytest.raises(re.error):
        wrong.search("x")
