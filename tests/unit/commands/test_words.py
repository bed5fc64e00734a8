"""What the verbs share: the editions that options ask for, and the two streams."""

from __future__ import annotations

from argparse import ArgumentParser

import pytest

from brochure.commands.words import Refused, add_choices, add_one_file, chosen, complain, say, show
from brochure.editions import Options
from brochure.model import Problem


def asked(*arguments: str, names=("format", "paper", "mode", "punch", "sheet"), whole_set=False):
    parser = ArgumentParser()
    add_one_file(parser, "files")
    add_choices(parser, *names, whole_set=whole_set)
    return chosen(parser.parse_args(arguments))


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ((), Options()),
        (("--format", "trifold", "--paper", "A4"), Options("trifold", "a4")),
        (("--mono",), Options(mode="mono")),
        (("a.yaml", "--press", "--punch", "3"), Options(mode="press", punch="3")),
        (("--format", "card", "--two-up"), Options("card", sheet="two-up")),
    ],
)
def test_each_option_goes_into_the_edition(arguments, options):
    assert asked(*arguments) == (options,)


def test_two_on_a_sheet_are_refused_where_there_is_no_room_for_two():
    with pytest.raises(Refused, match=r"^--two-up puts two .* format card, not handout"):
        asked("--two-up")
    with pytest.raises(Refused, match=r"^--two-up is for the office's own printer"):
        asked("--two-up", "--format", "card", "--press")


def test_all_is_the_whole_set_where_the_verb_has_it():
    made = asked("--format", "all", "--punch", "2", whole_set=True)
    assert len(set(made)) == len(made) > 5
    assert {options.punch for options in made} == {"2"}
    with pytest.raises(SystemExit):
        asked("--format", "all")


def test_two_inks_at_once_are_refused():
    with pytest.raises(SystemExit):
        asked("--mono", "--press")


def test_a_verb_without_an_option_takes_the_plain_one():
    assert asked("--paper", "a4", names=("paper",)) == (Options(paper="a4"),)


def test_what_is_said_and_what_is_wrong_go_to_their_own_streams(capsys):
    say("made")
    complain("odd")
    show([Problem("a.yaml", 2, 3, "error", "a fault", "type b")])
    told = capsys.readouterr()
    assert told.out == "made\n"
    assert told.err.startswith("odd\na.yaml:2:3: error: a fault")
