"""What a problem says to type is typed into its file, and the next run is better."""

from __future__ import annotations

import pytest

from brochure.model import ContentError, Problem
from brochure.reading.loader import load_bytes
from brochure.reading.mending import applied
from tests.unit.reading.test_loader import ERRORS, HERE

SLIPS = {
    "tab": ("    bullets:\n      - a\n\t- b\n", "with a tab"),
    "special space": ("    bullets:\n      - a\n      -\u00a0b\n", "special space"),
    "special space behind a key": ("    text:\u00a0a\n", "special space"),
    "lost dash": ("    bullets:\n      - a\n      b\n      - c\n", "neither a key"),
    "lost closing quote": ('    text:\n      - "a:\n    bullets:\n      - "b"\n', "never closed"),
    "key too far left": ("    text: a\n  bullets:\n      - b\n", "same column"),
    "bullet too far right": ("    bullets:\n      - a\n        - b\n", "joined"),
    "second head": ("    bullets:\n      - a:\n          - b\n        c:\n          - d\n", "dash"),
    "list in text": ("    text: |\n      Do:\n      - a\n      - b\n", "list sign"),
    "curly quotes": ("    text: “a”\n", "curly"),
    "typed bullets": ("    bullets:\n      - • a\n      - b\n", "list sign"),
    "tags": ("    text: <b>a</b> now\n", "web tag"),
    "unknown key": ("    txt: a\n", "not known"),
    "no space": ("    text:a b\n    closing: c\n", "no space"),
    "soft hyphen": ("    text: a\u00adb\n", "soft hyphen"),
}
HEAD = "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections:\n  - heading: c\n"


def said(data: bytes) -> list[Problem]:
    try:
        return list(load_bytes(data, "content.yaml", HERE)[1])
    except ContentError as error:
        return error.problems


def worse(problems: list[Problem]) -> tuple[int, int]:
    """How bad a file is: its errors, then all its problems."""
    return sum(problem.level == "error" for problem in problems), len(problems)


@pytest.mark.parametrize(("body", "part"), SLIPS.values(), ids=list(SLIPS))
def test_what_a_slip_is_told_to_type_mends_it(body, part):
    data = f"{HEAD}{body}".encode()
    first = next(problem for problem in said(data) if part in problem.message)
    assert first.fix is not None
    after = said(applied(data, first.fix))
    assert worse(after) < worse(said(data))


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_every_fix_makes_its_file_better(path):
    data = path.read_bytes()
    before = said(data)
    for problem in before:
        if problem.fix:
            after = said(applied(data, problem.fix))
            assert problem.message not in {
                each.message
                for each in after
                if (each.line, each.column) == (problem.line, problem.column)
            }
            assert worse(after) <= worse(before) or len(before) == 1
