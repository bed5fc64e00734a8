"""What the verbs share: lines to the two streams, and the options of one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from brochure.commands.streams import write
from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path


class Refused(Exception):  # noqa: N818  (it is one)
    """A command that cannot be carried out as given (exit code 2)."""


def say(text: str) -> None:
    """Write a line to standard output."""
    write(sys.stdout, text + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    write(sys.stderr, text + "\n")


def ink_mode(options: Namespace) -> str:
    """Return the mode that --mono and --press ask for."""
    return "mono" if options.mono else "press" if options.press else "colour"


def add_one_file(parser: ArgumentParser, made: str) -> None:
    """Add the options of a verb that makes something of one content file."""
    from brochure.copyfit.formats import FORMATS, PAPERS

    add = parser.add_argument
    add("file", nargs="?", metavar="CONTENT", help="the content file (default: content.yaml)")
    add("-o", "--output", metavar="FOLDER", help=f"where the {made} go (default: output)")
    add("--format", choices=tuple(FORMATS), default="handout", help="what to make of the text")
    add("--paper", choices=tuple(PAPERS), default="letter", help="paper size")
    add("--quiet", action="store_true", help="say nothing unless something is wrong")


def one_file(options: Namespace, root: Path | None) -> tuple[Path, Path]:
    """Return the content file and the output folder that are asked for."""
    from pathlib import Path

    home = root or Path()
    file = Path(options.file) if options.file else home / "content.yaml"
    return file, Path(options.output) if options.output else home / "output"


def show(problems: Sequence[Problem]) -> None:
    """Write problems to standard error, in the order of the file."""
    for problem in problems:
        complain(str(problem))
