"""The command line: words and exit codes, nothing else.

Exit codes: 0 done, 1 a fault in the program, 2 a bad command, 3 the content, 4 does not
fit, 5 cannot write.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from brochure import __version__
from brochure.model import BrochureError, ContentError, Problem

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

DONE, BUG, BAD_COMMAND, CONTENT = 0, 1, 2, 3

ARRANGEMENTS = {
    "side": "headings at the side",
    "stacked": "headings above",
    "columns": "two columns",
}
BUILD_DEFAULTS: dict[str, Any] = {
    "files": [],
    "output": None,
    "paper": "letter",
    "open": False,
    "quiet": False,
    "debug": False,
}


def say(text: str) -> None:
    """Write a line to standard output."""
    sys.stdout.write(text + "\n")


def complain(text: str) -> None:
    """Write a line to standard error."""
    sys.stderr.write(text + "\n")


def _parser() -> ArgumentParser:
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="brochure",
        description="One YAML file becomes a branded two-page patient handout that always fits.",
    )
    parser.add_argument("--version", action="version", version=f"brochure {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="COMMAND")
    build = verbs.add_parser("build", help="make the PDF of each content file")
    _build_arguments(build)
    return parser


def _build_arguments(parser: ArgumentParser) -> None:
    add = parser.add_argument
    add("files", nargs="*", metavar="CONTENT", help="content files (default: content.yaml)")
    add("-o", "--output", metavar="PATH", help="a folder, or a .pdf for a single handout")
    add("--paper", choices=("letter", "a4"), default="letter", help="paper size")
    add("--open", action="store_true", help="open the PDF when it is made")
    add("--quiet", action="store_true", help="say nothing unless something is wrong")
    add("--debug", action="store_true", help="show the full trace of a fault")
    add("--version", action="version", version=f"brochure {__version__}")


def main(argv: Sequence[str] | None = None, root: Path | None = None) -> int:
    """Run a command and return its exit code.

    ``root`` is the project that content.yaml and output/ belong to; without it, the folder
    the command is run in.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    if arguments == ["build"]:  # nothing to parse, so nothing to import for it
        options: Any = SimpleNamespace(verb="build", **BUILD_DEFAULTS)
    else:
        try:
            options = _parser().parse_args(arguments)
        except SystemExit as stop:
            return stop.code if isinstance(stop.code, int) else BAD_COMMAND
    return _guarded(options, root)


def _guarded(options: Namespace, root: Path | None) -> int:
    """Run the verb; no traceback reaches the user unless --debug asks for it."""
    try:
        return VERBS[options.verb](options, root)
    except BrochureError as error:
        show(error.problems)
        return error.exit_code
    except KeyboardInterrupt:
        complain("stopped")
        return 130
    except Exception as error:
        if options.debug:
            raise
        complain(f"brochure: a fault in the program: {type(error).__name__}: {error}")
        complain("run it again with --debug and send what it prints to its makers")
        return BUG


def show(problems: Sequence[Problem]) -> None:
    """Write problems to standard error, in the order of the file."""
    for problem in problems:
        complain(str(problem))


class Refused(Exception):  # noqa: N818  (it is one)
    """A command that cannot be carried out as given."""


def _places(options: Namespace, root: Path | None) -> tuple[list[Path], Path, bool]:
    """Return the content files, the output path, and whether that is a single PDF."""
    home = root or Path()
    files = [Path(name) for name in options.files] or [home / "content.yaml"]
    if options.output is None:
        return files, home / "output", False
    output = Path(options.output)
    single = output.suffix.lower() == ".pdf"
    if single and len(files) > 1:
        raise Refused(f"{output} names one PDF, but there are {len(files)} content files")
    return files, output, single


def build_command(options: Namespace, root: Path | None) -> int:
    """Make the PDF of each file; a bad one does not stop the others."""
    try:
        files, output, single = _places(options, root)
    except Refused as error:
        complain(f"brochure: {error}")
        return BAD_COMMAND
    taken: dict[Path, Path] = {}
    worst = DONE
    for file in files:
        try:
            _build_one(file, options, output, single, taken)
        except BrochureError as error:
            show(error.problems)
            worst = max(worst, error.exit_code)
    return worst


def _build_one(
    file: Path, options: Namespace, output: Path, single: bool, taken: dict[Path, Path]
) -> None:
    from brochure.build import Options, build
    from brochure.writing import write_file

    built = build(file, Options(paper=options.paper))
    path = output if single else output / built.name
    if path in taken:
        raise ContentError([_same_name(file, taken[path], path)])
    taken[path] = file
    show(built.warnings)
    write_file(path, built.pdf)
    if not options.quiet:
        say(report(path, built))
    if options.open:
        open_file(path)


def _same_name(file: Path, other: Path, path: Path) -> Problem:
    message = f"its title gives the same file name as {other}: {path.name}"
    return Problem(str(file), 0, 0, "error", message, "change one of the two titles")


def report(path: Path, built: Any) -> str:
    """Return the line about a finished handout: file, pages, type, arrangement, size."""
    facts = built.facts
    arrangement = ARRANGEMENTS[facts.arrangement]
    size = f"{facts.size:g} pt"
    return f"{path}  {facts.pages} pages, {size}, {arrangement}, {len(built.pdf) / 1000:.0f} kB"


def open_file(path: Path) -> None:
    """Show a file in the program that the system opens it with."""
    import os
    import subprocess

    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([opener, str(path)], stderr=subprocess.DEVNULL)
    except OSError:
        complain(f"{path} is made, but no program to open it was found")


VERBS = {"build": build_command}
