"""What the verbs share: lines to the two streams, and the options of one file."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from brochure.commands.streams import write
from brochure.copyfit.formats import MODES
from brochure.editions import ALL, PLAIN, TABLES, Options, editions
from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace


class Refused(Exception):  # noqa: N818  (it is one)
    """A command that cannot be carried out as given (exit code 2)."""


LOOKED_THROUGH = 2_000_000
"""The bytes of a file in which a problem's line is looked for."""
SHOWN_WIDE, SHOWN_BEFORE = 90, 50
"""The most signs of a line that are shown, and how many of them before the place."""
FIX = "type what is surely meant (spaces, dashes, quotes); the old file is kept as .bak"
FIX_WORDS = FIX.replace("quotes", "quotes, slips of one letter")


def say(text: str) -> None:
    """Write a line to standard output."""
    write(sys.stdout, text + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    write(sys.stderr, text + "\n")


HELPS = {
    "format": "what to make of the text",
    "paper": "paper size, in place of the clinic's",
    "punch": "room for a hole punch",
    "style": "the face of the pages (default: the brand's own)",
}


def add_choices(parser: ArgumentParser, *names: str, whole_set: bool = False) -> None:
    """Add the options ``names`` of a handout; with ``whole_set`` the format may be "all"."""
    for name in names:
        if name in _FLAGS:
            _FLAGS[name](parser)
            continue
        every = whole_set and name == "format"
        parser.add_argument(
            f"--{name}",
            type=str.lower,
            choices=(*TABLES[name], *([ALL] if every else [])),
            default=None if name == "paper" else getattr(PLAIN, name),
            help=HELPS[name] + ("; all: the whole set" if every else ""),
        )


def add_twin(parser: ArgumentParser) -> None:
    """Add the option for a sheet of two languages."""
    words = "one sheet, a language on each side: two files, or one that names its `twin_of`"
    parser.add_argument("--twin", dest="sides", action="store_const", const="twin", help=words)
    parser.set_defaults(sides=PLAIN.sides)


def _add_modes(parser: ArgumentParser) -> None:
    """Add an option for each mode but the plain one."""
    ink = parser.add_mutually_exclusive_group()
    parser.set_defaults(mode=PLAIN.mode)
    for mode in MODES.values():
        if mode.name != PLAIN.mode:
            name = f"--{mode.name}"
            ink.add_argument(
                name, dest="mode", action="store_const", const=mode.name, help=mode.help
            )


def _add_sheet(parser: ArgumentParser) -> None:
    """Add the option that puts two small handouts on one sheet."""
    parser.set_defaults(sheet=PLAIN.sheet)
    words = "two cards on one sheet, with a line to cut along (--format card)"
    parser.add_argument("--two-up", dest="sheet", action="store_const", const="two-up", help=words)


_FLAGS = {"mode": _add_modes, "sheet": _add_sheet}
"""The options that are typed without a word of their table."""


def chosen(options: Namespace, paper: str = "") -> tuple[Options, ...]:
    """Return the editions that a command asks for, by the options that its verb has.

    ``paper`` is the clinic's, which counts if none is typed. Raises Refused for two on a sheet
    that has no room for two.
    """
    given = {name: vars(options).get(name) for name in TABLES}
    given["paper"] = given["paper"] or paper or PLAIN.paper
    try:
        return editions(**{name: word for name, word in given.items() if word})
    except ValueError as error:
        raise Refused(f"--{error}") from None


def add_one_file(parser: ArgumentParser, made: str) -> None:
    """Add the options of a verb that makes something of one content file."""
    add = parser.add_argument
    add("file", nargs="?", metavar="CONTENT", help="the content file (default: content.yaml)")
    add("-o", "--output", metavar="FOLDER", help=f"where the {made} go (default: output)")
    add("--quiet", action="store_true", help="say nothing unless something is wrong")


def show(problems: Sequence[Problem]) -> None:
    """Write problems to standard error, in the order of the file."""
    for problem in problems:
        first, *hint = str(problem).split("\n")
        complain("\n".join([first, *_pointed(problem), *hint]))


def _pointed(problem: Problem) -> list[str]:
    """Return the line of a problem as it stands in its file, and a mark under the place."""
    from pathlib import Path

    from brochure.language.messages import printable

    if not problem.line:
        return []
    try:
        text = Path(problem.file).read_bytes()[:LOOKED_THROUGH].decode("utf-8-sig")
        line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[problem.line - 1]
    except (OSError, ValueError, IndexError):
        return []
    start = max(0, problem.column - SHOWN_BEFORE)
    shown = printable(line[start : start + SHOWN_WIDE].replace("\t", " ")).rstrip()
    if not shown.strip():
        return []
    before = printable(line[start : problem.column - 1].replace("\t", " "))
    number = f"{problem.line}"
    return [f"    {number} | {shown}", f"    {' ' * len(number)} | {' ' * len(before)}^"]
