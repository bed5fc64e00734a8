"""The body of a section: blocks in any order, and what people type in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.model import ContentError, Image, ItemList, Paragraph, Problem, Quote, Section
from brochure.reading.loader import load_bytes
from brochure.reading.mending import applied
from tests.conftest import ROOT

HERE = Path(__file__).parent
PICTURES = ROOT / "tests/handouts"
HEAD = "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections:\n  - heading: c\n"


def read(*lines: str) -> Section:
    text = HEAD + "".join(f"    {line}\n" for line in lines)
    handout, said = load_bytes(text.encode(), "f.yaml", PICTURES)
    assert said == ()
    return handout.sections[0]


def refused(*lines: str) -> tuple[bytes, list[Problem]]:
    data = (HEAD + "".join(f"    {line}\n" for line in lines)).encode()
    with pytest.raises(ContentError) as caught:
        load_bytes(data, "f.yaml", HERE)
    return data, caught.value.problems


def kinds(section: Section) -> list[str]:
    """What a section's body is made of, in order."""
    return [
        block.kind if isinstance(block, ItemList) else type(block).__name__
        for block in section.body
    ]


BODY = """\
body:
  - First a text.
  - bullets: [One, Two]
  - |
    Then another.

    And a third.
  - steps:
      - Sit
      - Stand:
          - slowly
  - "Last: go on."
  - {steps: [Walk], start: 3}
  - image: {file: lift.png, alt: A spine}
  - bullets:
    - End""".split("\n")


def test_blocks_come_in_the_order_that_they_are_typed_in():
    section = read(*BODY)
    wanted = "Paragraph bullets Paragraph Paragraph steps Paragraph steps Image bullets"
    assert kinds(section) == wanted.split()
    assert section.body[2:4] == tuple(
        Paragraph(each.text) for each in section.body[2:4] if isinstance(each, Paragraph)
    )
    assert [listed.start for listed in section.lists] == [1, 1, 3, 1]
    assert [item.text.plain for item in section.lists[1].items] == ["Sit", "Stand"]
    assert [image.alt.plain for image in section.images] == ["A spine"]


SHORT = ["text: [One, Two]", "bullets: [a, b]", "steps: [c]", "closing: Done"]
LONG = ["body: [One, Two, {bullets: [a, b]}, {steps: [c]}, Done]"]


def without_places(section: Section) -> list[object]:
    return [
        [item.text.plain for item in block.items]
        if isinstance(block, ItemList)
        else block.text.plain
        for block in section.body
        if not isinstance(block, Image)
    ]


def test_the_short_form_is_read_as_the_body_that_it_stands_for():
    assert without_places(read(*SHORT)) == without_places(read(*LONG))
    assert kinds(read(*SHORT)) == kinds(read(*LONG))


def test_a_body_may_be_one_text():
    section = read("body: |", "  One.", "", "  Two.")
    assert kinds(section) == ["Paragraph", "Paragraph"]


SLIPS = {
    "a list by another name": (["body:", "  - list:", "      - a"], "Did you mean `bullets`?"),
    "items": (["body:", "  - items: [a, b]"], "Did you mean `bullets`?"),
    "numbered": (["body:", "  - numbered:", "      - a"], "Did you mean `steps`?"),
    "a slip of a key": (["body:", "  - bulets:", "      - a"], "Did you mean `bullets`?"),
    "photo": (["body:", "  - photo: {file: x.png, alt: y}"], "Did you mean `image`?"),
    "a paragraph with a key": (["body:", "  - paragraph: Rest now."], "`- Rest now.`"),
    "a text with a key": (["body:", '  - text: "a: b"'], "Type the words alone"),
    "a closing": (["body:", "  - a", "  - closing: b"], "`- b`"),
    "a text with a colon": (["body:", "  - Note: rest"], 'in quotes: "Note: rest"'),
    "a list below a text": (["body:", "  - You may:", "      - sit", "      - go"], "- bullets:"),
    "signs": (["body:", "  - Do:x", '  - "[ ] a"', '  - "[ ] b"'], "Type the list under its key"),
    "dots": (["body:", "  - • Rest", "  - • Ice", "  - x"], "- bullets:"),
    "numbers": (["body:", "  - 3. Rest", "  - 4. Ice"], "start: 3"),
    "a lost dash": (["body:", "  - bullets: [a]", "    steps: [b]"], "Type a dash before it"),
    "no dash": (["body:", "  bullets:", "    - a"], "Type a dash and a space"),
    "a list in a text": (
        ["body:", "  - |", "    Do:", "    - a", "    1. b", "    2. c"],
        "- steps:",
    ),
    "text above": (["text: |", "  One", "  two.", "body:", "  - b"], "- |\n    One"),
    "texts above": (["text:", "  - One", "  - Two", "body:", "  - b"], "- One\n- Two"),
    "bullets above": (["bullets:", "  - a", "  - b", "body:", "- c"], "- bullets:"),
    "closing below": (["body:", "  - b", "closing: The end."], "- The end."),
    "steps below": (["body:", "  - b", "steps:", "- a", "- c"], "- steps:"),
    "boxes in a text": (["text: |", "  [ ] Rest", "  [x] Ice"], "- checklist:"),
    "checkboxes": (["body:", "  - checkboxes: [a, b]"], "Did you mean `checklist`?"),
    "boxes as texts": (["body:", '  - "[ ] a"'], "- checklist:"),
    "ballots as texts": (["body:", "  - ☐ a", "  - ☐ b"], "- checklist:"),
    "blanks": (["body:", "  - blanks: [Next visit]"], "Did you mean `fill`?"),
    "a note": (["body:", "  - note: Rest."], "Did you mean `tip`?"),
    "a grid": (["body:", "  - grid: {columns: [a, b], rows: [[c, d]]}"], "Did you mean `table`?"),
    "a mixed text": (["text: |", "  Do:", "  - a", "", "  Then:", "  1. b", "  2. c"], "body:"),
    "two lists in a text": (["text: |", "  Do:", "  - a", "  Or:", "  - b"], "body:"),
}


@pytest.mark.parametrize(("lines", "part"), SLIPS.values(), ids=list(SLIPS))
def test_a_slip_is_told_with_what_to_type_and_its_mending_leaves_nothing(lines, part):
    data, problems = refused(*lines)
    (problem,) = problems
    assert part in problem.hint
    if problem.fix:
        data = applied(data, problem.fix)
    else:
        start = data.index(b"Note")
        quoted = problem.hint.partition("quotes: ")[2].encode()
        data = data[:start] + quoted + b"\n"
    if b"photo" not in data and b"image" not in data:
        load_bytes(data, "f.yaml", HERE)


IN_WORDS = {
    "a heading": (["body:", "  - heading: b"], "Begin a new section"),
    "a start alone": (["body:", "  - start: 3"], "below `steps:`"),
    "a start of bullets": (["body:", "  - bullets: [a]", "    start: 3"], "Only `steps:`"),
    "no number": (["body:", "  - steps: [a]", "    start: three"], "start: 4"),
    "too large": (["body:", "  - steps: [a]", "    start: 100"], "start: 4"),
    "a list in the list": (["body:", "  - - a", "    - b"], "`- bullets:`"),
    "nothing": (["body:"], "Type its text"),
    "no blocks": (["body: []"], "Add an item"),
    "keys in the body": (["body:", "  bullets: [a]", "  steps: [b]"], "Type a dash and a space"),
    "far from the body": (["text: a", "emphasis: key", "body:", "  - b"], "- a"),
}


@pytest.mark.parametrize(("lines", "part"), IN_WORDS.values(), ids=list(IN_WORDS))
def test_what_no_fix_can_mend_is_told_in_words(lines, part):
    _, problems = refused(*lines)
    assert len(problems) == 1
    assert part in problems[0].hint


def test_each_key_beside_a_body_is_told():
    _, problems = refused("text: a", "body: [b]", "closing: c")
    assert [problem.line for problem in problems] == [5, 7]


def test_one_number_or_letter_may_begin_a_text():
    assert kinds(read("body:", "  - 1. is a number.", "  - Two")) == ["Paragraph", "Paragraph"]


@pytest.mark.parametrize("typed", ["“I was home.”", "{text: “I was home.”, by: A patient}"])
def test_curly_quotes_around_a_quote_are_printed(typed):
    (found,) = read("body:", f"  - quote: {typed}").body
    assert isinstance(found, Quote)
    assert found.text.plain == "“I was home.”"


def test_numbers_that_begin_again_are_a_list_of_their_own():
    lines = ["text: |", "  1. Sit", "  2. Stand", "  1. Walk", "  2. Run"]
    data, (problem,) = refused(*lines)
    assert problem.fix
    handout, _ = load_bytes(applied(data, problem.fix), "f.yaml", HERE)
    said = [[item.text.plain for item in part.items] for part in handout.sections[0].lists]
    assert said == [["Sit", "Stand"], ["Walk", "Run"]]
