"""What is read without argparse is what argparse reads; all else is left to it."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from brochure._startup.argparse import BadCommand, Parser
from brochure._startup.plain_arguments import plain_options
from brochure.cli import VERBS, _plain, main, parser
from brochure.editions import PLAIN

POOL = {
    *("a.yaml", "b c.yaml", "", "é.yaml", "12", "build", "--", "-", "-1", "-x", "--no-such"),
    *(
        "--quiet",
        "--open",
        "--force",
        "--fix",
        "--debug",
        "--twin",
        "--two-up",
        "--mono",
        "--press",
    ),
    *("--qui", "--quiet=1", "-o", "out", "--format", "card", "--format=all", "--jobs", "--help"),
    *("--version", "-h", "--json", "--once", "--strict"),
}


def by_argparse(arguments: list[str]) -> dict | None:
    try:
        return vars(parser(arguments[0]).parse_args(arguments))
    except (SystemExit, BadCommand):
        return None


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_read_here_is_what_argparse_reads(verb, capsys):
    chance, read = random.Random(verb), 0
    words = sorted(POOL)
    commands = [[], *([word] for word in words), *map(list, permutations(words[:9], 2))]
    commands += [chance.choices(words, k=chance.randrange(1, 5)) for _ in range(60)]
    for typed in commands:
        ours = _plain([verb, *typed])
        if ours is not None:
            read += 1
            assert vars(ours) == by_argparse([verb, *typed]), typed
    assert read or _plain([verb]) is None


@pytest.mark.parametrize(
    "typed",
    [
        *([], ["a.yaml"], ["a.yaml", "b.yaml", "--quiet"], ["--quiet", "--open", "a.yaml"]),
        *(["--debug"], ["--fix", "a.yaml", "--fix"]),
    ],
)
def test_a_plain_build_is_read_here(typed):
    assert vars(_plain(["build", *typed])) == by_argparse(["build", *typed])


@pytest.mark.parametrize(
    "typed",
    [
        *(["--mono"], ["a.yaml", "--quiet", "b.yaml"], ["-o", "out"], ["--qui"], ["--"], ["-"]),
        *(["--help"], ["--version"], ["--twin"], ["--quiet=1"]),
    ],
)
def test_all_else_is_left_to_argparse(typed):
    assert _plain(["build", *typed]) is None


@pytest.mark.parametrize("arguments", [[], ["bild"], ["--version"], [""]])
def test_what_begins_with_no_verb_is_left_to_argparse(arguments):
    assert _plain(arguments) is None


@pytest.mark.parametrize(
    "row",
    [
        {"names": ("--needed",), "required": True},
        {"names": ("--more",), "action": "append"},
        {"names": ("one",)},
        {"names": ("many",), "nargs": "+"},
    ],
)
def test_a_verb_with_arguments_of_another_kind_is_left_to_argparse(row):
    def add(to) -> None:
        to.add_argument(*row["names"], **{key: row[key] for key in row if key != "names"})

    assert plain_options([], add) is None


def test_a_typed_default_is_made_by_its_type():
    def add(to) -> None:
        to.add_argument("--word", type=str.upper, default="a")
        to.add_argument("--twin", dest="sides", action="store_const", const="b")
        to.set_defaults(sides=PLAIN.sides)

    real = Parser()
    add(real)
    assert (
        vars(plain_options([], add))
        == vars(real.parse_args([]))
        == {
            "word": "A",
            "sides": PLAIN.sides,
        }
    )


def test_a_plain_command_loads_no_argparse(monkeypatch, tmp_path, capsys):
    monkeypatch.setitem(__import__("sys").modules, "brochure._startup.argparse", None)
    monkeypatch.chdir(tmp_path)
    assert main(["build", "no-such-file.yaml"]) == 3
