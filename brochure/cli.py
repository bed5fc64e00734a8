"""The command line: words and exit codes, nothing else.

Exit codes: 0 done, 1 a fault in the program, 2 a bad command, 3 the content, 4 does not
fit, 5 cannot write.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module

from brochure import __version__
from brochure.commands.first_look import first_look
from brochure.commands.streams import opened
from brochure.commands.words import Refused, complain, show
from brochure.model import BrochureError, ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path
    from typing import Any

    from brochure._startup.argparse import BadCommand

VERBS: tuple[str, ...] = (
    "build", "check", "new", "refresh", "schema", "watch", "preview", "email", "web", "desk",
)  # fmt: skip
"""Each verb is a module of `commands` with HELP, add_arguments and run."""


def command(verb: str) -> Any:
    """Return the module of a verb."""
    return import_module(f"brochure.commands.{verb}")


def parser(only: str = "") -> ArgumentParser:
    """Return the parser of every verb, or of one alone, which spares importing the others."""
    from brochure._startup.argparse import Help, Parser

    top = Parser(
        prog="brochure",
        formatter_class=Help,
        description="One YAML file becomes a branded two-page patient handout that always fits.",
    )
    top.add_argument("--version", action="version", version=f"brochure {__version__}")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="COMMAND", prog="brochure")
    for verb in (only,) if only in VERBS else VERBS:
        module = command(verb)
        sub = verbs.add_parser(
            verb, help=module.HELP, description=module.HELP, formatter_class=Help
        )
        _add_arguments(sub, verb)
    return top


def _add_arguments(parser: ArgumentParser, verb: str) -> None:
    """Add the arguments of a verb, and those that every verb has."""
    command(verb).add_arguments(parser)
    parser.add_argument("--debug", action="store_true", help="show the full trace of a fault")
    parser.add_argument("--version", action="version", version=f"brochure {__version__}")


def main(argv: Sequence[str] | None = None, beside: str | Path = "") -> int:
    """Run a command and return its exit code.

    ``beside`` is a file that lies beside content.yaml and output/; without it they are in the
    folder that the command is run in. The process is left as it was: see `_startup`.
    """
    from pathlib import Path

    root = Path(beside).resolve().parent if beside else None
    arguments = list(sys.argv[1:] if argv is None else argv)
    with opened():
        options = _plain(arguments) or _parsed(arguments)
        if isinstance(options, int):
            return options
        return _guarded(options, root, arguments)


def _plain(arguments: list[str]) -> Namespace | None:
    """Return the options of a command of files and switches; None if it has others."""
    from brochure._startup.plain_arguments import plain_options

    verb, *typed = arguments or [""]
    options = plain_options(typed, partial(_add_arguments, verb=verb)) if verb in VERBS else None
    if options:
        options.verb = verb
    return options  # type: ignore[return-value]


def _parsed(arguments: list[str]) -> Namespace | int:
    """Return the options that were typed, or the exit code of what is none or has been answered."""
    from brochure._startup.argparse import BadCommand

    try:
        return parser(arguments[0] if arguments else "").parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else ExitCode.BAD_COMMAND
    except BadCommand as bad:
        complain(_meant(bad, arguments) or str(bad))
        return ExitCode.BAD_COMMAND


def _meant(bad: BadCommand, arguments: list[str]) -> str:
    """Return what was surely meant by a bad command; "" if nobody can say."""
    from brochure._startup.argparse import Parser
    from brochure.commands.mistyped import meant

    verb = Parser(add_help=False)
    if arguments and arguments[0] in VERBS:
        command(arguments[0]).add_arguments(verb)
    told = meant(bad.said, arguments, VERBS, verb.format_usage())
    return "\n".join(f"brochure: {each}" for each in told)


def _guarded(options: Namespace, root: Path | None, arguments: list[str]) -> int:
    """Run the verb; no traceback reaches the user unless --debug asks for it."""
    try:
        first_look(options)
        code: int = command(options.verb).run(options, root)
        return code
    except BrochureError as error:
        show(error.problems)
        return error.exit_code
    except Refused as error:
        complain(f"brochure: {error}")
        return ExitCode.BAD_COMMAND
    except KeyboardInterrupt:
        complain("stopped")
        return ExitCode.INTERRUPTED
    except Exception as error:
        if isinstance(error, ImportError):
            from brochure.commands.not_installed import is_missing, start_again

            if is_missing(error):
                return start_again(error, root, arguments)
        if options.debug:
            raise
        complain(f"brochure: a fault in the program: {type(error).__name__}: {error}")
        complain("run it again with --debug and send what it prints to its makers")
        return ExitCode.BUG
