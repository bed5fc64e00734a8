"""What is used of argparse, without the translations it would look for: it has none of its own."""

from __future__ import annotations

from brochure._startup.lazy_imports import deferring

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def _one_or_many(one: str, many: str, count: int) -> str:
    return one if count == 1 else many


with deferring({"gettext": {"gettext": str, "ngettext": _one_or_many}}):
    from argparse import ArgumentParser, HelpFormatter

WIDTH = 78
"""Characters of a line of help; left open, each option would ask the terminal anew."""


class Help(HelpFormatter):
    """Lays out the help of a command."""

    def __init__(self, prog: str) -> None:
        """Take the name that usage begins with."""
        super().__init__(prog, width=WIDTH)


class BadCommand(Exception):  # noqa: N818  (it is one)
    """What a parser complains of, and the usage of what was typed."""

    def __init__(self, said: str, usage: str, name: str) -> None:
        """Keep the complaint, the usage, and the name of the program or the verb."""
        super().__init__(f"{usage}{name}: error: {said}")
        self.said = said


class Parser(ArgumentParser):
    """A parser that leaves the words about a bad command to whoever called it."""

    def error(self, message: str) -> NoReturn:
        """Raise BadCommand."""
        raise BadCommand(message, self.format_usage(), self.prog)


__all__ = ["ArgumentParser", "BadCommand", "Help", "Parser"]
