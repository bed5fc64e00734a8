"""What a parser's error means: each file that breaks YAML is told where, and how to mend it."""

from __future__ import annotations

import pytest
import yaml

from brochure.reading.yaml_errors import explain

BROKEN = [
    ('title: "Back pain\nnext: a\n', "quote"),
    ("title: a: b\n", "colon"),
    ("title: Pain\n sub: b\n", "space"),
    ("a:\n  - b\n - c\n", "space"),
    ("title: @home\n", "quotes"),
    ("title: %5\n", "quotes"),
    ("title: [a, b\n", "bracket"),
    ("title: 'it's'\n", "quote"),
]


def error_of(text: str) -> yaml.YAMLError:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.safe_load_all(text))
    return caught.value


@pytest.mark.parametrize(("text", "told"), BROKEN, ids=[text[:14] for text, _ in BROKEN])
def test_it_is_told_on_its_line_without_the_parsers_words(text, told):
    trap = explain(text.splitlines(), error_of(text), None, "a.yaml")
    problem = trap.problem
    assert problem.file == "a.yaml"
    assert 1 <= problem.line <= text.count("\n") + 1
    assert problem.hint
    assert "found character" not in problem.message
    assert "expected" not in problem.message


@pytest.mark.parametrize("text", [text for text, _ in BROKEN])
def test_a_mended_copy_can_be_read_further(text):
    """What takes the place of the fault has no fault in the same line."""
    lines = text.splitlines()
    trap = explain(lines, error_of(text), None, "a.yaml")
    if trap.text is None:
        pytest.skip("NOT RUN: this fault has no sure cure")
    mended = [*lines[: trap.row], trap.text, *lines[trap.end :]]
    try:
        yaml.safe_load("\n".join(mended))
    except yaml.MarkedYAMLError as error:
        assert error.problem_mark.line > trap.row
