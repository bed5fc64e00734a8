"""The reader of marked YAML: positions, encodings, hostile input, two parsers with one verdict."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brochure._startup.yaml_in_python import PurePython
from brochure.model import ContentError
from brochure.reading import refused_files
from brochure.reading.encoding import MAX_BYTES, decode, is_plain
from brochure.reading.loader import load
from brochure.reading.spoiled_text import clean, with_plain_heads
from brochure.reading.yaml_nodes import MAX_DEPTH, Mapping, Scalar, Sequence
from brochure.reading.yaml_reader import fast_parser, read_marked
from tests.support.examples import tried

PARSERS = pytest.mark.parametrize("parser", [fast_parser(), PurePython], ids=["fast", "pure"])
ERRORS = sorted((Path(__file__).parents[2] / "errors").glob("*.yaml"))


def plain(node):
    if isinstance(node, Scalar):
        return (node.text, node.line, node.column)
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {plain(key): plain(value) for key, value in node.pairs} if node else None


def first(data, parser=PurePython):
    marked = read_marked(data, "f.yaml", parser)
    assert marked.problems, data
    return marked.problems[0]


def test_what_is_plain_has_nothing_to_replace_and_no_other_file_is_read_as_text():
    shown = [chr(code) for code in range(0x10000) if is_plain(chr(code))]
    text = "".join(f"a: {char}{char} b\n" for char in shown)
    assert 50_000 < len(shown) < 65_000
    assert (with_plain_heads(text), clean(text, "")) == (text, (text, []))
    for mark, _ in (*refused_files._MARKS, *refused_files._OTHER_FILES):
        assert not isinstance(decode(mark + b"a: b\n" * 9, ""), str), mark


@PARSERS
def test_every_scalar_is_text_with_its_place(parser):
    data = b"title: No\nphone: 8:30\nitems:\n  - 01234\n  - 1.10\n  - 'it''s'\n  - null\n"
    marked = read_marked(data, "f.yaml", parser)
    assert not marked.problems
    assert plain(marked.root) == {
        ("title", 1, 1): ("No", 1, 8),
        ("phone", 2, 1): ("8:30", 2, 8),
        ("items", 3, 1): [("01234", 4, 5), ("1.10", 5, 5), ("it's", 6, 5), ("null", 7, 5)],
    }


@PARSERS
@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbftitle: caf\xc3\xa9\r\n", b"title: caf\xc3\xa9\r", b"title:\tcaf\xc3\xa9"]
)
def test_bom_line_ends_and_tabs_behind_a_key_are_accepted(parser, data):
    marked = read_marked(data, "f.yaml", parser)
    assert not marked.problems
    assert plain(marked.root) == {("title", 1, 1): ("café", 1, 8)}


@pytest.mark.parametrize(
    ("data", "part"),
    [
        ("title: é".encode("utf-16"), "UTF-16"),
        ("title: é".encode("utf-16-be"), "UTF-16"),
        ("title: é".encode("utf-16-le"), "UTF-16"),
        ("title: é".encode("utf-32"), "UTF-32"),
        ("title: é".encode("latin-1"), "Windows-1252"),
        ("title: “a”".encode("cp1252"), "Windows-1252"),
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\t", "empty"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04abc", "Word"),
        (b"# only a note", "only notes"),
        (b"a: " + b"x" * MAX_BYTES, "too big"),
    ],
)
def test_what_is_no_utf8_text_is_refused_by_name(data, part):
    problem = first(data)
    assert part in problem.message
    assert problem.line == 1


def test_the_first_wrong_letter_is_placed_and_shown():
    problem = first("title: a\ntext: caf\xe9".encode("latin-1"))
    assert (problem.line, problem.column) == (2, 10)
    assert '"é"' in problem.message
    assert "UTF-8" in problem.hint


@PARSERS
def test_a_nul_is_a_control_character(parser):
    problem = first(b"title: Back\0pain and much more text\n", parser)
    assert (problem.line, problem.column) == (1, 12)
    assert "U+0000" in problem.message


HOSTILE = {
    "brackets": b"[" * 100_000,
    "braces": b"{" * 100_000,
    "bracketed value": b"a: " + b"[" * 100_000 + b"]" * 100_000,
    "dashes": b"- " * 100_000,
    "question marks": b"? " * 100_000,
    "indents": b"\n".join(b" " * n + b"a:" for n in range(900)),
    "many keys": b"".join(b"k%d: v\n" % n for n in range(19_000)),
    "many items": b"a:\n" + b"- b\n" * 19_000,
    "many short items": b"a: [" + b"b," * 400_000 + b"]",
    "long text": b"a: " + b"word " * 200_000,
    "long quote": b'a: "' + b"word " * 200_000 + b'"',
    "open quote": b'a: "' + b"many words and more to come and still more words\n " * 19_000,
    "long note": b"a: b # " + b"word " * 200_000,
    "blank lines": b"a: b\n" + b"\n" * 1_000_000,
    "long lines": (b"a: b #" + b" " * 50 + b"\n") * 19_000,
    "blank wide lines": b"a: b\n" + (b" " * 50 + b"\n") * 19_000,
    "five megabytes": b"a: " + b"x" * 5_000_000,
    "colons": b"a: " * 300_000,
    "stars": b"- *a\n" * 19_000,
    "anchors": b"- &a b\n" * 19_000,
    "tabs": b"\ta\n" * 19_000,
    "controls": b"a: \x01\n" * 19_000,
    "percents": b"%a\n" * 19_000,
    "one wide line of faults": b"a: " + b"b: " * 20_000,
    "faults": b"a: b: c\n" * 8_000,
}


@pytest.mark.slow
@PARSERS
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_quick_and_small(parser, name):
    start = time.process_time()
    marked = read_marked(HOSTILE[name], "f.yaml", parser)
    assert time.process_time() - start < 2
    assert marked.problems or marked.root is not None


def test_too_many_lines_are_refused_at_once():
    assert "too long" in first(b"a: b\n" * 50_000).message


@pytest.mark.slow
@pytest.mark.parametrize("name", ["many items", "many short items", "stars", "long text"])
def test_memory_stays_bounded(name):
    data = HOSTILE[name]
    tracemalloc.start()
    read_marked(data, "f.yaml")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 60_000_000


@PARSERS
def test_an_alias_bomb_is_refused_at_its_first_anchor(parser):
    rows = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    problem = first("\n".join(rows).encode(), parser)
    assert (problem.line, problem.column) == (1, 5)
    assert "`&`" in problem.message


@PARSERS
def test_nesting_is_allowed_up_to_the_limit(parser):
    deep = b"[" * MAX_DEPTH + b"]" * MAX_DEPTH
    assert not read_marked(deep, "f.yaml", parser).problems
    assert "nested" in first(b"[" + deep + b"]", parser).message


@PARSERS
def test_a_repeated_key_names_the_line_of_the_first(parser):
    marked = read_marked(b"a: 1\nb: 2\na: 3\n", "f.yaml", parser)
    assert [p.line for p in marked.problems] == [3]
    assert "line 1" in marked.problems[0].message
    assert isinstance(marked.root, Mapping)
    assert marked.root.pairs[0][1].text == "1"


def test_problems_behind_a_syntax_error_are_found_too():
    data = b"a: x: y\nb: @home\nc: 'it' is\nd: &e f\n"
    assert [p.line for p in read_marked(data, "f.yaml").problems] == [1, 2, 3, 4]


def verdict(data, parser):
    marked = read_marked(data, "f.yaml", parser)
    return None if marked.problems else plain(marked.root), marked.problems


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_both_parsers_give_one_verdict_on_the_error_files(path):
    data = path.read_bytes()
    assert verdict(data, fast_parser()) == verdict(data, PurePython)


PIECES = [
    "a",
    "b",
    "title",
    ":",
    ": ",
    "- ",
    "-",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    '"',
    "'",
    "#",
    " # ",
]
PIECES += ["[", "]", "{", "}", ",", "&a", "*a", "!", "!!str", "?", "? ", "|", ">", "|-", ">2"]
PIECES += ["%", "@", "`", "---", "\n---\n", "...", "\n...\n", "<<", "~", "\t", "\\", "\\n", "\\x41"]
PIECES += ["é", "\u2028", "\x85", "\ufeff", "\r\n", "\r", "=", "😀", "\xa0", "%YAML 1.1\n"]
YAMLISH = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)


@pytest.mark.slow
@tried(150)
@example("?")
@example("---")
@example("a: >#b\n  c\n")
@example("a: [b?, c]\n")
@example("a: {b?: c}\n")
@given(YAMLISH)
def test_both_parsers_give_one_verdict(text):
    data = text.encode()
    assert verdict(data, fast_parser()) == verdict(data, PurePython)


@tried(80)
@given(st.one_of(st.binary(max_size=200), YAMLISH.map(str.encode)))
def test_every_problem_is_in_the_file(data):
    marked = read_marked(data, "f.yaml")
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    for problem in marked.problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (5_200_000, "5.2 MB; 1 MB is the limit"),
        (1_500_000, "1.5 MB; 1 MB is the limit"),
        (MAX_BYTES + 1, "1,048,577 bytes; 1,048,576 is the limit"),
    ],
)
def test_a_file_that_is_too_big_is_told_its_own_size(tmp_path, size, said):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * size)
    with pytest.raises(ContentError, match=said):
        load(path)
