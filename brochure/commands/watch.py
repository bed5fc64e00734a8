"""`watch`: the PDF made anew at every save."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from brochure._startup.own_process import stay_long
from brochure.commands import build as build_verb
from brochure.commands.content_files import content_file, content_files, typed_before
from brochure.commands.words import complain, say, show
from brochure.editions import PLAIN
from brochure.model import ContentError, ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "make the PDF anew whenever the content, the brand or a picture is saved"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options, which are those of `build`."""
    build_verb.add_arguments(parser)


def run(options: Namespace, root: Path | None) -> int:
    """Build each file at once and at every change, until Ctrl-C."""
    from brochure.commands.watching import Poller, sources, watch

    stay_long()
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(line_buffering=True)
    home = root or Path()
    files = [_found(file, options.verb, root) for file in content_files(options.files, home)]
    output = Path(options.output) if options.output else home / "output"
    front = [files.pop(0)] if options.sides != PLAIN.sides and len(files) == 2 else []

    def find(file: Path) -> set[Path]:
        from brochure.sources import assets_for

        return {name for each in (*front, file) for name in sources(each, assets_for(each), output)}

    try:
        watch(files, _builder(options, root, front), Poller(), say, find)
    except KeyboardInterrupt:
        say("stopped watching")
    return ExitCode.DONE


def _found(file: Path, verb: str, root: Path | None) -> Path:
    """Return the file that is meant; one that is not there yet may come, and is waited for."""
    try:
        return content_file(file, typed_before(verb, root))
    except ContentError as error:
        show(error.problems)
        return file


def _builder(options: Namespace, root: Path | None, front: list[Path]) -> Callable[[Path], bool]:
    """Return what builds one file as `build` does, and says whether it went well.

    ``front`` is that of the front of a sheet of two languages, if two files are named.
    """
    opened: set[Path] = set()

    def build(file: Path) -> bool:
        wanted = {
            **vars(options),
            "files": [*map(str, front), str(file)],
            "open": options.open and file not in opened,
            "fix": False,
        }
        opened.add(file)
        try:
            return build_verb.run(SimpleNamespace(**wanted), root) == ExitCode.DONE  # type: ignore[arg-type]
        except Exception as error:
            if options.debug:
                raise
            complain(f"a fault in the program: {type(error).__name__}: {error}")
            return False

    return build
