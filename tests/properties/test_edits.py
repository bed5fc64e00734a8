"""Edits of content files typed in every way: the whole tree as wanted, no other line touched."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from random import Random

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from brochure.editing.edits import (
    Delete,
    Edit,
    EditError,
    Insert,
    Move,
    Put,
    Replace,
    SetText,
    ToBody,
    edited,
)
from tests.conftest import FILES
from tests.support.examples import tried
from tests.support.typed_files import NOTE, TEXTS, typed_file

SOURCES = [path.read_bytes().decode("utf-8") for path in FILES]
WORDS = st.sampled_from(TEXTS) | st.text(
    st.characters(blacklist_categories=("C", "Z"), max_codepoint=0x2FFF) | st.just(" "),
    min_size=1,
).filter(lambda text: text == text.strip() and "  " not in text)


class Tree(yaml.SafeLoader):
    """Reads every text as it is typed."""


Tree.yaml_implicit_resolvers = {}


def tree(text: str):
    """What another reader finds in a file; line ends after a text's last word are not of it."""
    return ended(yaml.load(text.removeprefix("\ufeff"), Tree))


def ended(value):
    if isinstance(value, dict):
        return {key: ended(each) for key, each in value.items()}
    return value.rstrip("\n") if isinstance(value, str) else list(map(ended, value))


def places(value, path: tuple = ()) -> Iterator[tuple]:
    """The way to each text, list and mapping."""
    yield path
    inner = value.items() if isinstance(value, dict) else []
    inner = enumerate(value) if isinstance(value, list) else inner
    for step, each in inner:
        yield from places(each, (*path, step))


def at(value, path: tuple):
    for step in path:
        value = value[step]
    return value


def lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").splitlines()


def within(few: list[str], many: list[str]) -> bool:
    """Whether all lines of one list stand in the other, in order."""
    left = iter(many)
    return all(line in left for line in few)


def notes(text: str) -> Counter[str]:
    return Counter(line.partition(NOTE)[2] for line in lines(text) if NOTE in line)


sources = st.sampled_from(SOURCES) | st.builds(typed_file, st.integers(0, 10**6))


def frame_kept(before: str, after: str) -> None:
    """The mark at the head, the line ends and the end of the file are as they were."""
    assert after.startswith("\ufeff") == before.startswith("\ufeff")
    assert ("\r\n" in after) == ("\r\n" in before) or "\n" not in before
    assert after.count("\r\n") in (0, after.count("\n"))
    assert after.endswith("\n") == before.endswith("\n")


@tried(60)
@given(sources, st.integers(0, 10**6), WORDS)
def test_a_text_changes_and_nothing_else(source, seed, words):
    value = tree(source)
    texts = [path for path in places(value) if isinstance(at(value, path), str)]
    path = Random(seed).choice(texts)
    after = edited(source, [SetText(path, words)])
    at(value, path[:-1])[path[-1]] = words
    assert tree(after) == value
    frame_kept(source, after)
    assert notes(after) == notes(source)
    first, last = rows_of(source, path)
    old, new = lines(source), lines(after)
    assert new[:first] == old[:first]
    assert new[len(new) - len(old[last + 1 :]) :] == old[last + 1 :]


def rows_of(source: str, path: tuple) -> tuple[int, int]:
    """The first and the last row of a text, as another reader marks them."""
    node = yaml.compose(source.removeprefix("\ufeff"), Tree)
    for step in path:
        inner = (
            {key.value: value for key, value in node.value} if isinstance(step, str) else node.value
        )
        node = inner[step]
    end = node.end_mark
    return node.start_mark.line, end.line - (end.column == 0 and end.line > node.start_mark.line)


def list_paths(value) -> list[tuple]:
    return [path for path in places(value) if isinstance(at(value, path), list)]


@tried(60)
@given(sources, st.integers(0, 10**6), WORDS)
def test_items_are_put_in(source, seed, words):
    value, random = tree(source), Random(seed)
    path = random.choice(list_paths(value))
    index = random.randint(0, len(at(value, path)))
    new = words if random.random() < 0.7 else {"heading": words, "text": [words, "More."]}
    after = edited(source, [Insert(path, index, new)])
    at(value, path).insert(index, new)
    assert tree(after) == value
    frame_kept(source, after)
    assert notes(after) == notes(source)
    assert within([line for line in lines(source) if "[" not in line], lines(after))


@tried(60)
@given(sources, st.integers(0, 10**6))
def test_items_and_keys_are_taken_out(source, seed):
    value, random = tree(source), Random(seed)
    path = random.choice([path for path in places(value) if len(path) > 1])
    after = edited(source, [Delete(path)])
    while len(path) > 1 and len(at(value, path[:-1])) == 1:
        path = path[:-1]
    del at(value, path[:-1])[path[-1]]
    assert tree(after) == value
    frame_kept(source, after)
    kept = [line for line in lines(after) if "[" not in line and "{" not in line]
    old = [line.replace("- ", "  ").strip() for line in lines(source)]
    assert within([line.replace("- ", "  ").strip() for line in kept], old)


@tried(60)
@given(sources, st.integers(0, 10**6))
def test_items_are_moved(source, seed):
    value, random = tree(source), Random(seed)
    path = random.choice(list_paths(value))
    count = len(at(value, path))
    index, to = random.randrange(count), random.randrange(count)
    after = edited(source, [Move(path, index, to)])
    moved = at(value, path)
    moved.insert(to, moved.pop(index))
    assert tree(after) == value
    frame_kept(source, after)
    unbracketed = [Counter(x for x in lines(text) if "[" not in x) for text in (source, after)]
    assert unbracketed[0] == unbracketed[1]


@tried(60)
@given(sources, st.integers(0, 10**6), WORDS)
def test_keys_are_put_in_and_changed(source, seed, words):
    value, random = tree(source), Random(seed)
    path = random.choice([path for path in places(value) if isinstance(at(value, path), dict)])
    key = random.choice(["closing", "subtitle", "steps", "image", "allow", "email"])
    new = random.choice([words, [words, "b"], {"file": words, "alt": "c"}])
    after = edited(source, [Put(path, key, new)])
    at(value, path)[key] = new
    assert tree(after) == value
    frame_kept(source, after)
    assert notes(after) == notes(source)


@tried(60)
@given(sources, st.integers(0, 10**6), WORDS)
def test_parts_are_replaced(source, seed, words):
    value, random = tree(source), Random(seed)
    path = random.choice([path for path in places(value) if path])
    new = random.choice([words, [words, "b"], {words: ["nested"]}])
    after = edited(source, [Replace(path, new)])
    at(value, path[:-1])[path[-1]] = new
    assert tree(after) == value
    frame_kept(source, after)
    assert notes(after) == notes(source)


@tried(60)
@given(sources, st.integers(0, 10**6))
def test_a_section_becomes_a_body(source, seed):
    value, random = tree(source), Random(seed)
    short = [n for n, section in enumerate(value["sections"]) if "body" not in section]
    assume(short)
    number = random.choice(short)
    section = value["sections"][number]
    after = edited(source, [ToBody(("sections", number))])
    body = []
    for key in ("text", "bullets", "steps", "closing", "image"):
        if key in section:
            part = section.pop(key)
            texts = part if isinstance(part, list) else [part]
            body += texts if key in ("text", "closing") else [{key: part}]
    section["body"] = body
    assert tree(after) == value
    frame_kept(source, after)
    assert notes(after) == notes(source)


@tried(60)
@given(sources, st.integers(0, 10**6))
def test_an_edit_and_its_undoing_give_the_same_texts(source, seed):
    value, random = tree(source), Random(seed)
    path = random.choice(list_paths(value))
    count = len(at(value, path))
    index, to = random.randrange(count), random.randrange(count)
    after = edited(source, [Move(path, index, to), Move(path, to, index)])
    assert Counter(lines(after)) == Counter(lines(source)) or "[" in source
    assert tree(after) == value


@pytest.mark.parametrize("source", ["other: a\n", "- a\n- b\n", "a: [1, 2\n", "", "title: [a\n"])
def test_what_cannot_be_read_is_refused(source):
    with pytest.raises(EditError):
        edited(
            source,
            [SetText(("title",), "c")] if "[" in source or not source else [Put(("x",), "a", "b")],
        )


def test_all_or_none():
    good: Edit = SetText(("title",), "A")
    source = deepcopy(SOURCES[0])
    with pytest.raises(EditError):
        edited(source, [good, Delete(("sections", 99))])
