"""`new`: a commented content file to begin a handout with."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.words import Refused, complain, say
from brochure.language.messages import as_typed, this_program
from brochure.model import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brochure.commands.starter import Start

DEFAULT = "en-US"
HELP = "begin a handout: write a commented content file that builds as it is"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    from brochure.brand.styles import STYLES

    add = parser.add_argument
    title = 'its title, such as "Back pain"; or a file: back-pain.yaml'
    add("name", nargs="?", metavar="NAME", help=title)
    add(
        "--from",
        dest="source",
        metavar="FILE",
        help="the words of a .docx, .html, .md or .txt file",
    )
    add("-o", "--output", metavar="FOLDER", help="another folder for it")
    add("--style", choices=list(STYLES), help="the face of its pages")
    add("--language", metavar="TAG", help=f"such as es or en-GB (default: {DEFAULT})")


def run(options: Namespace, root: Path | None) -> int:
    """Write the starter, or a document's words, where no file is; say what to do next."""
    from brochure.commands.starter import fixed_words, in_style, write_new

    folder = Path(options.output) if options.output else root or Path()
    try:
        starter, language, told = _begun(options, folder)
        starter = in_style(starter, options.style) if options.style else starter
    except ValueError as error:
        raise Refused(str(error)) from None
    write_new(starter)
    for line in told:
        complain(line)
    path = as_typed(str(starter.path))
    todo = "Read it beside the original" if options.source else "Change its words"
    say(f"{starter.path} is ready. {todo}, then run:")
    say(f"  {this_program()} build {path}")
    say(f"  {this_program()} check {path}")
    if not fixed_words(language):
        complain(f"fixed words such as “Page 1 of 2” are in English, not in {language}")
    return ExitCode.DONE


def _begun(options: Namespace, folder: Path) -> tuple[Start, str, tuple[str, ...]]:
    """Return what is to be written, its language, and what there is to tell of it."""
    if options.source is not None:
        from brochure.commands.new_from import begin

        return begin(options.source, options.name or "", folder, options.language or "")
    from brochure.commands.starter import start

    if options.name is None:
        raise ValueError('give it a title: brochure new "Back pain"')
    language = options.language or DEFAULT
    return start(options.name, folder, language), language, ()
