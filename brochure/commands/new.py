"""`new`: a commented content file to begin a handout with."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.words import Refused, complain, say
from brochure.model import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "begin a handout: write a commented content file that builds as it is"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add = parser.add_argument
    add("name", metavar="NAME", help='its title, such as "Back pain"; or a file: back-pain.yaml')
    add("-o", "--output", metavar="FOLDER", help="another folder for it")
    add("--language", default="en-US", metavar="TAG", help="such as es or en-GB (default: en-US)")


def run(options: Namespace, root: Path | None) -> int:
    """Write the starter where no file is, and say what to do next."""
    from brochure.commands.starter import fixed_words, start, write_new

    try:
        starter = start(
            options.name,
            Path(options.output) if options.output else root or Path(),
            options.language,
        )
    except ValueError as error:
        raise Refused(str(error)) from None
    write_new(starter)
    path = starter.path
    say(f"{path} is ready. Change its words, then run:")
    say(f"  python -m brochure build {path}")
    say(f"  python -m brochure check {path}")
    if not fixed_words(options.language):
        complain(f"fixed words such as “Page 1 of 2” are in English, not in {options.language}")
    return ExitCode.DONE
