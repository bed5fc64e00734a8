"""The command line's own argparse: help as wide as it should be, words without translations."""

from __future__ import annotations

import pytest

from brochure._startup.argparse import WIDTH, ArgumentParser, Help


def test_help_is_as_wide_whatever_the_terminal(monkeypatch):
    def told() -> str:
        parser = ArgumentParser("brochure", formatter_class=Help)
        parser.add_argument("--long-option", metavar="WORDS", help="what it does, " * 20)
        return parser.format_help()

    monkeypatch.setenv("COLUMNS", "40")
    narrow = told()
    monkeypatch.setenv("COLUMNS", "200")
    assert told() == narrow
    assert WIDTH - 12 < max(map(len, narrow.splitlines())) <= WIDTH


def test_one_word_and_many_are_told_without_translations(capsys):
    parser = ArgumentParser("brochure")
    parser.add_argument("two", nargs=2)
    with pytest.raises(SystemExit):
        parser.parse_args(["one"])
    assert "the following arguments are required" in capsys.readouterr().err
