"""What the verbs share: exit codes, and lines to the two streams."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

DONE, BUG, BAD_COMMAND, CONTENT, NO_FIT, NO_WRITE = 0, 1, 2, 3, 4, 5


class Refused(Exception):  # noqa: N818  (it is one)
    """A command that cannot be carried out as given (exit code 2)."""


def say(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def ink_mode(options: Namespace) -> str:
    """Return the mode that --mono and --press ask for."""
    return "mono" if options.mono else "press" if options.press else "colour"


def show(problems: Sequence[Problem]) -> None:
    """Write problems to standard error, in the order of the file."""
    for problem in problems:
        complain(str(problem))
