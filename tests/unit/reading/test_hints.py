"""What a hint gives to type is typed, to the letter, into its file, and the next run is better.

A problem's own Fix is done as it stands. Where there is none, the words of the hint say what to
type, and a row of FORMS says where a reader would type it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from brochure.model import ContentError, Problem
from brochure.reading.hints import for_no_items, for_nothing, quote_it
from brochure.reading.loader import load_bytes
from brochure.reading.mending import applied
from tests.conftest import ROOT, SAMPLE
from tests.unit.reading.test_loader import ERRORS
from tests.unit.reading.test_mending import HEAD, said, worse

Typed = Callable[[list[str], Problem, str], None]
"""Types words into the lines of a file, where a problem stands."""

IN_WORDS_ONLY = 35
"""The most problems of tests/errors that may have a hint in words alone: no line, no word."""


def depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def below(lines: list[str], at: int) -> int:
    """Return the line after all that belongs to line ``at``: blank, or further right than it."""
    key = depth(lines[at].replace("- ", "  ", 1))
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or depth(lines[end]) > key):
        end += 1
    return end


def instead_of_the_value(lines: list[str], problem: Problem, words: str) -> None:
    """Type for what stands from the place to the end of its text; a note behind it stays."""
    at = problem.line - 1
    line = lines[at]
    before = line[: problem.column - 1]
    if before.endswith(":"):
        before += " "
    note = re.search(r"\s#(?= )[^\"']*$", line[problem.column - 1 :])
    end = at + 1
    if "- " in before or ": " in before:
        indent = depth(before)
        while end < len(lines) and depth(lines[end]) > indent and lines[end].strip():
            end += 1
    lines[at:end] = [before + words + (note[0] if note else "")]


def instead_of_the_line(lines: list[str], problem: Problem, words: str) -> None:
    line = lines[problem.line - 1]
    key = words.removeprefix("- ").split()[0]
    start = line.find("-") if words.startswith("-") else line.find(key.rstrip(":"))
    lines[problem.line - 1] = line[:start] + words


def instead_of_the_key(lines: list[str], problem: Problem, words: str) -> None:
    line, start = lines[problem.line - 1], problem.column - 1
    lines[problem.line - 1] = line[:start] + words + line[line.index(":", start) :]


def instead_of_the_word(lines: list[str], problem: Problem, words: str) -> None:
    line, start = lines[problem.line - 1], problem.column - 1
    first = re.compile(r"[\w\\<>]*$").search(line[:start])
    rest = re.compile(r"\S*").match(line, start)
    assert first
    assert rest
    lines[problem.line - 1] = line[: first.start()] + words + line[rest.end() :]


def instead_of_the_link(lines: list[str], problem: Problem, words: str) -> None:
    line, start = lines[problem.line - 1], problem.column - 1
    marks = re.compile(r"\[[^]]*\](\([^)]*\)|\{[^}]*\})")
    found = next(each for each in marks.finditer(line) if each.end() > start)
    typed = words if words.startswith("[") else found[0][: found[0].index("(")] + words
    lines[problem.line - 1] = line[: found.start()] + typed + line[found.end() :]


def one_more_line(lines: list[str], problem: Problem, words: str) -> None:
    """Add a line among the keys of the place, as its first."""
    at, indent = problem.line - 1, problem.column - 1
    first = lines[at][:indent]
    lines[at] = " " * indent + lines[at][indent:]
    lines.insert(at, first + words)


def at_the_end(lines: list[str], problem: Problem, words: str) -> None:
    lines.extend(words.split("\n"))


def at_the_start(lines: list[str], problem: Problem, words: str) -> None:
    """Type for a line that is no key; below nothing but notes, add it."""
    line = lines[problem.line - 1]
    lines[problem.line - 1 :] = [line, words] if line.startswith("#") else [words]


def keys_below(lines: list[str], problem: Problem, words: str) -> None:
    """Type keys for a text, below its key; a list item's begin behind its dash."""
    line, start = lines[problem.line - 1], problem.column - 1
    before = line[: start + line[start:].startswith(":")]
    if before.rstrip().endswith(":"):
        rows = [before.rstrip(), *(" " * (depth(line) + 2) + row for row in words.split("\n"))]
    else:
        rows = [before + words.split("\n")[0]]
        rows += [" " * start + row for row in words.split("\n")[1:]]
    at = problem.line - 1
    lines[at : at + 1] = rows


def as_items(lines: list[str], problem: Problem, words: str) -> None:
    """Begin each line of a list with a dash and a space, in place of a sign that it has."""
    at, start = problem.line - 1, problem.column - 1
    before, indent = lines[at][:start].rstrip(), depth(lines[at])
    if before.endswith(":"):
        lines[at : at + 1] = [before, " " * (indent + 2) + words + lines[at][start:]]
        return
    for row in range(at, len(lines)):
        if depth(lines[row]) == indent:
            lines[row] = " " * indent + words + lines[row].lstrip(" •-")


def as_one_item(lines: list[str], problem: Problem, words: str) -> None:
    """Begin the first line with a dash; the others stay below its words."""
    at = problem.line - 1
    for row in range(at, below(lines, at - 1)):
        lines[row] = (
            " " * (problem.column - 1) + (words if row == at else "  ") + lines[row].strip()
        )


def one_number_kept(lines: list[str], problem: Problem, words: str) -> None:
    """Keep the first number of a clinic's phone, and add a line below."""
    at = problem.line - 1
    while "phone:" not in lines[at]:
        at -= 1
    end = below(lines, at)
    first = re.search(r"[\d-]{8,}", "".join(lines[at:end]))
    assert first
    lead = lines[at].split("phone:")[0]
    lines[at:end] = [f"{lead}phone: {first[0]}", lead + words]


def both_ends(lines: list[str], problem: Problem, words: str) -> None:
    lines[problem.line - 1] += words


def deleted(lines: list[str], problem: Problem, words: str) -> None:
    del lines[problem.line - 1]


def its_words(lines: list[str], problem: Problem, words: str) -> None:
    """Type a text, or one item, where there is none."""
    line = lines[problem.line - 1].rstrip("[]\"' ")
    lines[problem.line - 1] = (
        f"{line} {'[Rest]' if 'section' in problem.hint or 'list' in problem.message else 'Rest'}"
    )


QUOTED = r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')"
FORMS: tuple[tuple[str, Typed], ...] = (
    (rf"[Qq]uotes: {QUOTED}$", instead_of_the_value),
    (r"[Dd]id you mean `(.+?)`\?", instead_of_the_key),
    (r"Type one: `(.+)`$", instead_of_the_line),
    (r"Add lines such as these:\n((?:.|\n)+)", at_the_end),
    (r"Add a line such as `(.+?)`\.", one_more_line),
    (r"Start with lines such as these:\n((?:.|\n)+)", at_the_start),
    (r"below (?:it|the key), indented, such as `(.+)`", keys_below),
    (r"below (?:it|the key), indented, such as these:\n((?:.|\n)+)", keys_below),
    (r"starts with a dash and a space: `(- )`", as_items),
    (r"Type a dash and a space before the first line of each item: `(- )`", as_one_item),
    (r"Type the rule and why it may be broken: `(.+)`", keys_below),
    (r"Delete the word and type it again: `(.+?)`", instead_of_the_word),
    (r"Type `(.+?)` if", instead_of_the_line),
    (r"Keep one number here, .*: `(phones: .+?)`", one_number_kept),
    (r"Type the words to click on: (\[.+)", instead_of_the_link),
    (r"Type a tag such as .*: (\[.+)", instead_of_the_link),
    (r"Type (\(https:.+?\))", instead_of_the_link),
    (r"Type (\*\*) at both ends", both_ends),
    (r"Type year-month-day(?:: |, such as )(\d{4}-\d\d-\d\d)", instead_of_the_value),
    (r"such as (\+?[\d-]{8,})\.", instead_of_the_value),
    (r"Type it like (\S+)", instead_of_the_value),
    (r"Type (https://\S+)", instead_of_the_value),
    (r"Type cyan.*: ([\d ]+)$", instead_of_the_value),
    (r"Type # and six digits.*: (\".+\")", instead_of_the_value),
    (r"Type (\d+), or less", instead_of_the_value),
    (r"Type ([\w-]+)$", instead_of_the_value),
    (r", or (delete) the (?:line|key)\.", deleted),
    (r"(?:Type its text|Add an item)", its_words),
    (r"Type each item in quotes: `(- .+)`", instead_of_the_value),
    (r"^(Delete) the line", deleted),
)


@pytest.fixture
def judged(tmp_path):
    """Return what is said of a file beside which lie the pictures that the hints name."""
    for name in ("assets/spine.png", "spine.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")

    def problems(data):
        try:
            return list(load_bytes(data, "content.yaml", tmp_path)[1])
        except ContentError as error:
            return error.problems

    return problems


def what_to_type(problem: Problem) -> tuple[str, Typed] | None:
    """Return what a hint gives to type, and how; None if it advises in words alone."""
    for form, how in FORMS:
        if found := re.search(form, problem.hint):
            return found[found.re.groups], how
    return None


def followed(data: bytes, problem: Problem) -> bytes | None:
    """Return a file's bytes after its reader has done what a hint says, to the letter."""
    if problem.fix:
        return applied(data, problem.fix)
    given = what_to_type(problem)
    if given is None:
        return None
    ends = "\r\n" if b"\r\n" in data else "\n"
    lines = data.decode().rstrip("\r\n").split(ends)
    given[1](lines, problem, given[0])
    return (ends.join(lines) + ends).encode()


STEPS = {"030-bullet-nested-no-colon": 2}
"""Where the same slip was made in several lines, each of which is told in its turn."""

CASES = [
    pytest.param(path, at, id=f"{path.stem}-{at + 1}")
    for path in ERRORS
    for at in range(path.read_text("utf-8").count("# problem: "))
]


@pytest.mark.parametrize(("path", "at"), CASES)
def test_what_a_hint_gives_to_type_makes_the_next_run_better(path, at, judged):
    data = path.read_bytes()
    before = judged(data)
    problem = before[at]
    for _ in range(STEPS.get(path.stem, 1)):
        typed = followed(data, problem)
        if typed is None:
            return
        after = judged(typed)
        assert typed != data, problem.hint
        here = {each.message for each in after if each.line == problem.line}
        assert problem.message not in here, problem.hint
        data, problem = typed, (after or before)[0]
    assert worse(after) < worse(before), f"{problem.hint}\n{typed.decode()}\n{after}"


def test_few_hints_advise_in_words_alone():
    told = [problem for path in ERRORS for problem in said(path.read_bytes())]
    words = [each.hint for each in told if not each.fix and what_to_type(each) is None]
    assert len(words) <= IN_WORDS_ONLY, "\n".join(words)


LONG = "Warning: " + "take it with food and a full glass of water " * 3 + "at night"
QUOTED_WHOLE = {
    "a long text": f"    text: {LONG}\n",
    "a long item": f"    bullets:\n      - {LONG}\n      - b\n",
    "lines that go on": "    bullets:\n      - Warning: call us\n        if pain: grows\n",
    "a start that is none": f"    bullets:\n      - '@home {LONG}\n".replace("'", ""),
    "a tag": f"    text: !important {LONG}\n".replace(": take", " take"),
    "a text over two lines": "    bullets:\n      - [1] see\n        page two\n",
}


@pytest.mark.parametrize("body", QUOTED_WHOLE.values(), ids=list(QUOTED_WHOLE))
def test_a_text_to_be_put_in_quotes_is_shown_whole(body):
    data = f"{HEAD}{body}".encode()
    problem = said(data)[0]
    quoted = re.search(rf"in quotes: {QUOTED}$", problem.hint)
    assert quoted, problem.hint
    for word in body.split(":", 1)[1].replace("- b\n", "").split():
        assert word in (*quoted[1][1:-1].split(), "-"), problem.hint
    words = Problem(*(problem.file, problem.line, problem.column), "error", "", problem.hint)
    assert said(followed(data, words) or b"") == []


def test_a_note_behind_a_text_is_not_put_in_its_quotes():
    for body in ("    text: Warning: a # staff\n", "    bullets:\n      - Note: b # staff\n"):
        data = f"{HEAD}{body}".encode()
        problem = said(data)[0]
        assert "staff" not in problem.hint
        typed = followed(data, problem)
        assert typed
        assert b" # staff" in typed
        assert said(typed) == []


def test_a_text_too_long_to_be_shown_is_told_where_its_quotes_go():
    hint = quote_it("It's: " + "word " * 200)
    assert hint.startswith('Put the whole text in quotes: type " before `It')
    assert "…" in hint
    assert hint.endswith('" behind its last word')
    assert quote_it('a "b\'" ' * 99).endswith("; type each ' in it twice")


def test_a_key_that_is_needed_is_never_said_to_be_deleted():
    for name in ("title", "clinic", "sections", "heading", "long-sentence"):
        assert "delete" not in for_nothing(name)
    assert "delete" in for_nothing("subtitle")
    assert for_no_items("sections") == for_nothing("sections").replace("below it", "below the key")


# ------------------------------------------------------------ told once

TWICE = {"072-anchor-and-alias": "what is named and what repeats it are both to be retyped"}
"""Files in which one slip stands in two places."""


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_no_slip_is_told_twice(path):
    """Of several problems, none goes away by the mending of another."""
    data = path.read_bytes()
    before = said(data)
    if len(before) == 1 or path.stem in TWICE:
        return
    for problem in before:
        typed = followed(data, problem)
        assert typed is not None, problem.hint
        left = [each.message for each in said(typed)]
        others = [each.message for each in before if each is not problem]
        assert not [each for each in others if each not in left]


ONE_SLIP = {
    "heading mistyped": "  - headng: c\n    text: a\n",
    "a capital": "  - Heading: c\n    text: a\n",
    "a capital value": "  - heading: c\n    emphasis: Key\n    text: a\n",
    "a tab before the first bullet": "  - heading: c\n    bullets:\n\t- a\n      - b\n",
    "a picture at the margin": "  - heading: c\n    image:\n    file: spine.png\n    alt: b\n",
    "a lost closing quote": '  - heading: "c\n    text: a\n    closing: "b"\n',
    "one dash without its space": "  - heading: c\n    bullets:\n      -a\n      - b\n",
    "an item too far right": "  - heading: c\n    bullets:\n      - a\n        - b\n      - c\n",
    "a clinic at its end": "  - heading: c\n    text: a\nclinic:\nname: b\nphone: 310-828-7757\n",
    "a clinic in the middle": "  - heading: c\n    text: a\n"
    "clinic:\nname: b\n\nphone: 310-828-7757\nnotes: false\n",
}


@pytest.mark.parametrize("body", ONE_SLIP.values(), ids=list(ONE_SLIP))
def test_one_slip_is_told_once_and_its_mending_leaves_nothing(body, judged):
    head = "title: a\nsections:\n" if "clinic:" in body else HEAD.rpartition("  - ")[0]
    data = f"{head}{body}".encode()
    (problem,) = judged(data)
    typed = followed(data, problem)
    assert typed, problem.hint
    assert judged(typed) == []


def test_the_example_of_the_papers_is_told_as_it_says():
    """The slip that docs/writing.md shows is told in the sample, and mended by its hint."""
    example = r":(\d+):5: error: (the key `(\w+)` is not known)(?:.*\n){3} +Did you mean `(\w+)`"
    found = re.search(example, (ROOT / "docs" / "writing.md").read_text("utf-8"))
    assert found
    good = SAMPLE.read_bytes()
    slip = good.replace(f"- {found[4]}:".encode(), f"- {found[3]}:".encode(), 1)
    assert slip != good
    (problem,) = (each for each in told_of(slip) if each.level == "error")
    assert problem.message.startswith(found[2])
    assert problem.line == int(found[1])
    assert followed(slip, problem) == good


def told_of(data: bytes) -> list[Problem]:
    try:
        return list(load_bytes(data, "content.yaml", SAMPLE.parent)[1])
    except ContentError as error:
        return error.problems
