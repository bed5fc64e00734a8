"""What the verbs share: the content file and the folder that are meant, and the ink."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from brochure.commands.words import add_one_file, complain, ink_mode, one_file, say, show
from brochure.model import Problem


def options(*arguments: str):
    parser = ArgumentParser()
    add_one_file(parser, "pictures")
    for flag in ("--mono", "--press"):
        parser.add_argument(flag, action="store_true")
    return parser.parse_args(arguments)


@pytest.mark.parametrize(
    ("arguments", "root", "found"),
    [
        ((), None, ("content.yaml", "output")),
        ((), Path("home"), ("home/content.yaml", "home/output")),
        (("a.yaml",), Path("home"), ("a.yaml", "home/output")),
        (("a.yaml", "-o", "b"), Path("home"), ("a.yaml", "b")),
    ],
)
def test_what_is_not_named_stands_beside_the_program(arguments, root, found):
    assert one_file(options(*arguments), root) == tuple(map(Path, found))


@pytest.mark.parametrize(
    ("flags", "mode"), [((), "colour"), (("--mono",), "mono"), (("--press",), "press")]
)
def test_the_ink_that_is_asked_for(flags, mode):
    assert ink_mode(options(*flags)) == mode


def test_what_is_said_and_what_is_wrong_go_to_their_own_streams(capsys):
    say("made")
    complain("odd")
    show([Problem("a.yaml", 2, 3, "error", "a fault", "type b")])
    told = capsys.readouterr()
    assert told.out == "made\n"
    assert told.err.startswith("odd\na.yaml:2:3: error: a fault")
