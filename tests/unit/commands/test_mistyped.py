"""A mistyped command is told in one sentence, and what it says to type is a command."""

from __future__ import annotations

import re

import pytest

from brochure import cli

MISTYPED = {
    "build --largeprint": "--format large-print",
    "build --large-print": "--format large-print",
    "build --LARGEPRINT": "--format large-print",
    "build --large": "--format large-print",
    "build --tri-fold": "--format trifold",
    "build --papr a4": "--paper",
    "build --a4": "--paper a4",
    "build --quite": "--quiet",
    "build --perss": "--press",
    "preview --widht=300": "--width",
    "preview --tryfold": "--format trifold",
    "check --fromat json": "--format",
    "check --todya 2026-01-01": "--today",
    "build --format largeprint": "large-print",
    "build --paper lettre": "letter",
    "check --jsno": "--format json",
    "biuld": "brochure build",
    "Build": "brochure build",
    "chek a.yaml": "brochure check",
    "validate": "brochure check",
    "help": "brochure --help",
    "content.yaml --mono": "brochure build content.yaml --mono",
    "--format large-print": "brochure build --format large-print",
}


@pytest.mark.parametrize("typed", MISTYPED)
def test_a_mistyped_word_is_told_in_one_sentence(typed, capsys):
    assert cli.main(typed.split()) == 2
    said = capsys.readouterr().err
    assert said.endswith(f"; did you mean `{MISTYPED[typed]}`?\n")
    assert said.startswith("brochure: ")
    assert said.count("\n") == 1


@pytest.mark.parametrize("typed", MISTYPED)
def test_what_was_meant_is_a_command(typed):
    """Each word that is offered is one that the parser of the verb knows."""
    words = re.sub("^brochure ", "", MISTYPED[typed]).split()
    verb = typed.split()[0]
    if verb in cli.VERBS and words[0].startswith("--"):
        module = cli.command(verb)
        parser = cli.parser(verb)
        assert module.HELP
        value = {"--paper": "a4", "--width": "300", "--format": "json", "--today": "2026-01-01"}
        rest = [value[words[0]]] if len(words) == 1 and words[0] in value else []
        assert parser.parse_args([verb, *words, *rest])
    elif words[0] in cli.VERBS:
        assert cli.parser(words[0]).parse_args(words)


def test_each_of_several_mistyped_options_is_told(capsys):
    assert cli.main(["build", "--papr", "a4", "--mnoo"]) == 2
    said = capsys.readouterr().err.splitlines()
    assert [line.split("`")[1] for line in said] == ["--papr", "--mnoo"]


@pytest.mark.parametrize("typed", ["build --nonsense", "build --papr a4 --nonsense", "xyzzy"])
def test_a_riddle_is_met_by_the_usage(typed, capsys):
    assert cli.main(typed.split()) == 2
    said = capsys.readouterr().err
    assert "usage: brochure" in said
    assert "did you mean" not in said
