"""The reader of fields: every fault of a file in one run, each in its place, none of it twice."""

from __future__ import annotations

import pytest

from brochure.model import ContentError
from brochure.reading.field_reader import MAX_UNKNOWN
from brochure.reading.loader import load_bytes
from tests.conftest import HERE

GOOD = (
    "title: Back\nclinic: {name: A, phone: 310-828-7757}\nsections:\n  - heading: H\n    text: T\n"
)


def problems(text: str):
    with pytest.raises(ContentError) as caught:
        load_bytes(text.encode(), "f.yaml", HERE)
    return caught.value.problems


def test_many_faults_are_told_at_once_in_the_order_of_the_file():
    found = problems(GOOD.replace("Back", "[a]") + "nots: x\nreviewed: soon\n")
    assert [problem.line for problem in found] == [1, 6, 7]


def test_a_text_where_a_mapping_is_asked_and_the_other_way_about():
    found = problems(GOOD.replace("text: T", "text: {a: b}").replace("Back", "{a: b}"))
    assert {problem.line for problem in found} == {1, 5}
    assert all(problem.hint for problem in found)


def test_unknown_keys_do_not_bury_what_else_is_wrong():
    more = "".join(f"key{number}: x\n" for number in range(3 * MAX_UNKNOWN))
    found = problems(GOOD + more + "reviewed: soon\n")
    assert len([problem for problem in found if "not known" in problem.message]) <= MAX_UNKNOWN + 1
    assert any("soon" in problem.message for problem in found)


def test_a_key_that_is_near_another_is_met_with_it():
    (found,) = problems(GOOD + "subtitel: x\n")
    assert "subtitle" in found.hint
