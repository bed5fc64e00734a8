"""Texts keep what was typed: paragraphs, lists, tables and notes are read, told or refused."""

from __future__ import annotations

import pytest

from brochure.model import ContentError
from brochure.reading.loader import load_bytes
from tests.support.fakes import items_in, texts_in
from tests.unit.reading.test_loader import HERE

HEAD = "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections:\n  - heading: c\n"


def read(section):
    """The first section and what was said of it; None if it was refused."""
    try:
        handout, said = load_bytes(f"{HEAD}{section}".encode(), "content.yaml", HERE)
    except ContentError as error:
        return None, error.problems
    return handout.sections[0], said


def block(words, head="|", key="text"):
    lines = "".join(f"      {line}\n" if line else "\n" for line in words.split("\n"))
    return f"    {key}: {head}\n{lines}"


# -------------------------------------------------------------- paragraphs


@pytest.mark.parametrize("head", ["|", ">", "|-", ">-", ">+"])
def test_a_blank_line_begins_a_paragraph(head):
    section, said = read(block("Keep it dry\nfor two days.\n\n\nDo not drive.", head))
    texts = texts_in(section)
    assert [text.plain for text in texts] == ["Keep it dry for two days.", "Do not drive."]
    assert [text.line for text in texts] == [6, 10]
    assert said == ()


@pytest.mark.parametrize(
    "typed",
    [
        "    text: One\n      more.\n\n      Two.\n",
        '    text: "One\n      more.\n\n      Two."\n',
        "    text: 'One\n      more.\n\n      Two.'\n",
        '    text: "One more.\\n\\nTwo."\n',
        "    text:\n      - |\n        One\n        more.\n\n        Two.\n",
    ],
)
def test_in_every_way_to_type_a_text(typed):
    assert [text.plain for text in texts_in(read(typed)[0])] == ["One more.", "Two."]


def test_a_second_paragraph_where_one_is_asked_is_refused():
    section, (problem,) = read("    text: x\n" + block("One.\n\nTwo.", "|", "closing"))
    assert section is None
    assert "one paragraph" in problem.message
    assert (problem.line, problem.fix.line, problem.fix.end_line) == (9, 8, 9)


# ------------------------------------------------------------------- lists

LISTS = {
    "dashes": ("Do these:\n- Rest\n- Ice", "bullets", ["Rest", "Ice"]),
    "stars": ("* Rest\n* Ice", "bullets", ["Rest", "Ice"]),
    "dots": ("Do these:\n•Rest\n•\tIce", "bullets", ["Rest", "Ice"]),
    "one dot": ("Do this:\n▪ Rest", "bullets", ["Rest"]),
    "one dash": ("Do this:\n- Rest", "bullets", ["Rest"]),
    "long dashes": ("– Rest\n– Ice", "bullets", ["Rest", "Ice"]),
    "symbols": ("\uf0b7 Rest\n\uf0a7 Ice", "bullets", ["Rest", "Ice"]),
    "numbers": ("1. Rest\n2. Ice", "steps", ["Rest", "Ice"]),
    "brackets": ("1) Rest\n2) Ice", "steps", ["Rest", "Ice"]),
    "rings": ("① Rest\n② Ice", "steps", ["Rest", "Ice"]),
    "letters": ("a) Rest\nb) Ice", "steps", ["Rest", "Ice"]),
    "steps": ("Step 1: Rest\nStep 2: Ice", "steps", ["Rest", "Ice"]),
    "wrapped": ("- Rest your\n  foot\n- Ice", "bullets", ["Rest your foot", "Ice"]),
    "in one line": ("Do these: • Rest • Ice", "bullets", ["Rest", "Ice"]),
}


@pytest.mark.parametrize("head", ["|", ">"])
@pytest.mark.parametrize(("words", "key", "items"), LISTS.values(), ids=list(LISTS))
def test_a_list_in_a_text_is_refused_and_shown_as_it_should_be_typed(words, key, items, head):
    section, (problem,) = read(block(words, head))
    assert section is None
    assert "list" in problem.message
    assert f"\n{key}:\n" + "\n".join(f"  - {item}" for item in items) in f"\n{problem.hint}"
    assert problem.fix is not None


@pytest.mark.parametrize(
    "words",
    [
        "Rest - and then walk. Use 2. or 3. as your\npain score goes down.",
        "Rest\n- and then walk\nagain",
        "It was\n- 5 °C and\n- 7 °C outside",
        "Your pain is at\n3. That is good.",
        "*Rest* well\n*and* often",
        "Call Dr. Lee. A. Smith\nis away.",
        "Dose: 1.5 mg\n2.5 mg later",
        "Scale: ●●○○○ means two",
        "Open Mon–Fri • closed Sat",
        "e.g. rest\ni.e. no sport",
    ],
)
@pytest.mark.parametrize("head", ["|", ">"])
def test_prose_is_no_list(words, head):
    section, said = read(block(words, head))
    assert section is not None
    assert said == ()


def test_the_fix_says_the_same_with_keys():
    words = "Do these: rest\nnow and\n- Rest: often\n- Ice\n\nThen walk."
    _, (problem,) = read(block(words))
    lines = f"{HEAD}{block(words)}".split("\n")
    fix = problem.fix
    lines[fix.line - 1 : fix.end_line] = fix.text.split("\n")
    section, said = load_bytes("\n".join(lines).encode(), "content.yaml", HERE)
    (first,) = section.sections
    assert said == ()
    assert texts_in(first)[0].plain == "Do these: rest now and"
    assert [item.text.plain for item in items_in(first)] == ["Rest: often", "Ice"]
    assert texts_in(first)[-1].plain == "Then walk."


def test_no_fix_where_the_section_has_a_list():
    _, (problem,) = read(block("- Rest\n- Ice") + "    bullets: [a, b]\n")
    assert problem.fix is None


# ------------------------------------------------------------------ tables

TABLES = {
    "spaces": "Day      Morning   Evening\n1        2         2\n2        1         1/2",
    "tabs": "Day\tMorning\tEvening\n1\t2\t2\n2\t1\t1/2",
    "bars": "Day | Morning | Evening\n1 | 2 | 2\n2 | 1 | 1/2",
    "markdown": "| Day | Morning | Evening |\n|---|---|---|\n| 1 | 2 | 2 |\n| 2 | 1 | 1/2 |",
}


@pytest.mark.parametrize("head", ["|", ">"])
@pytest.mark.parametrize("words", TABLES.values(), ids=list(TABLES))
def test_a_table_in_a_text_is_refused_and_shown_as_a_table(words, head):
    section, (problem,) = read(block(words, head))
    assert section is None
    assert "columns" in problem.message
    assert "columns: [Day, Morning, Evening]" in problem.hint
    assert "- [2, 1, 1/2]" in problem.hint
    fix = problem.fix
    if fix:
        lines = f"{HEAD}{block(words, head)}".split("\n")
        lines[fix.line - 1 : fix.end_line] = fix.text.split("\n")
        made, said = load_bytes("\n".join(lines).encode(), "content.yaml", HERE)
        (table,) = made.sections[0].body
        assert said == ()
        assert [cell.plain for cell in table.rows[1].cells] == ["2", "1", "1/2"]


def test_what_has_no_room_as_a_table_is_shown_as_bullets():
    rows = "\n".join("\t".join(f"{row}{cell}" for cell in "abcdef") for row in "12")
    _, (problem,) = read(block(rows, "|"))
    assert "bullets, one line a row" in problem.hint


@pytest.mark.parametrize(
    "items",
    ["- Day   Dose\n      - 1     2", "- Day\tDose\n      - 1\t2", '- "a\tb"\n      - "c\td"'],
)
@pytest.mark.parametrize("key", ["bullets", "steps", "text"])
def test_rows_pasted_as_items_are_refused(items, key):
    section, (problem,) = read(f"    {key}:\n      {items}\n")
    assert section is None
    assert "columns" in problem.message


@pytest.mark.parametrize(
    "words",
    ["Rest.  Then walk.\nIce.   Then rest.", "Rest  often\nand walk", "Use a | b\nor rest"],
)
def test_wide_spaces_by_chance_are_no_table(words):
    section, said = read(block(words))
    assert (section is not None, said) == (True, ())


# ------------------------------------------------------------------- notes


@pytest.mark.parametrize("head", ["|", ">-"])
@pytest.mark.parametrize("note", ["# ask Dr. Lee", "## check", "#  todo"])
def test_a_note_to_the_staff_in_a_text_is_told(note, head):
    section, (problem,) = read(block(f"Keep it dry.\n{note}\nDo not drive.", head))
    assert section is not None
    assert (problem.level, problem.line) == ("warning", 7)
    assert "`# `" in problem.message
    assert (problem.fix.line, problem.fix.end_line, problem.fix.text) == (7, 8, "")


def test_a_number_with_a_hash_is_no_note():
    assert read(block("Our tip is\n#1 for you"))[1] == ()


# ------------------------------------------------------------------- items

SIGNED = {
    "dot": ("bullets", ["• Rest", "• Ice"], ["Rest", "Ice"]),
    "one dot": ("bullets", ["Rest", "•Ice"], ["Rest", "Ice"]),
    "dash": ("bullets", ['"- Rest"', "– Ice"], ["Rest", "Ice"]),
    "symbol": ("bullets", ["\uf0b7\tRest", "Ice"], ["Rest", "Ice"]),
    "needs quotes": ("bullets", ['"• Rest: now"', "Ice"], ["Rest: now", "Ice"]),
    "steps": ("steps", ["1. Rest", "2. Ice"], ["Rest", "Ice"]),
    "one step": ("steps", ["1) Rest"], ["Rest"]),
    "letters": ("steps", ["a) Rest", "b) Ice"], ["Rest", "Ice"]),
    "rings": ("steps", ["① Rest", "② Ice"], ["Rest", "Ice"]),
    "dotted steps": ("steps", ["• Rest", "• Ice"], ["Rest", "Ice"]),
    "words": ("steps", ['"Step 1: Rest"', '"Step 2: Ice"'], ["Rest", "Ice"]),
    "boxes": ("bullets", ['"[ ] Rest"', '"[x] Ice"'], ["☐ Rest", "☑ Ice"]),
}


@pytest.mark.parametrize(("key", "items", "shown"), SIGNED.values(), ids=list(SIGNED))
def test_signs_of_items_are_taken_off_and_told_once(key, items, shown):
    section, (problem,) = read(f"    {key}:\n" + "".join(f"      - {item}\n" for item in items))
    assert [item.text.plain for item in items_in(section, key)] == shown
    assert problem.level == "warning"
    assert "`- " in problem.hint


def test_signs_of_nested_items_are_taken_off_too():
    section, (problem,) = read("    bullets:\n      - Rest:\n          - • a\n          - • b\n")
    assert [text.plain for text in items_in(section)[0].items] == ["a", "b"]
    assert "2 items" in problem.message


def test_bullets_with_numbers_are_refused_for_steps():
    _, (problem,) = read("    bullets:\n      - 1. Rest\n      - 2. Ice\n")
    assert "`steps:`" in problem.hint
    assert problem.fix.text == "steps:"


def test_steps_that_go_on_from_another_list_are_refused():
    _, (problem,) = read("    steps:\n      - 4. Rest\n      - 5. Ice\n")
    assert (problem.level, "begins at 1" in problem.message) == ("error", True)


@pytest.mark.parametrize(
    "item",
    ["1.5 mg at night", "2 tablets", "- 5 °C", "3. December", "A cold pack", "Step up", "✓ Walk"],
)
@pytest.mark.parametrize("key", ["bullets", "steps"])
def test_items_that_begin_with_words_stay(item, key):
    typed = f'"{item}"'
    section, said = read(f"    {key}:\n      - {typed}\n      - Rest\n")
    assert items_in(section, key)[0].text.plain == item
    assert said == ()
