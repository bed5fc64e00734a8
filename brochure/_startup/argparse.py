"""What is used of argparse, without the translations it would look for: it has none of its own."""

from __future__ import annotations

from brochure._startup.lazy_imports import deferring


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


__all__ = ["ArgumentParser", "Help"]
