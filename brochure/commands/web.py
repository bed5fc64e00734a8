"""`web`: the handout as one web page."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.content_files import one_file
from brochure.commands.words import add_one_file, say, show
from brochure.model import ContentError, ExitCode, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brochure.model import Handout

HELP = "make one accessible web page (.html) of the same words"
MARK = '<meta name="handout" content="{}">'
"""Which content file a web page was made from, so that another one never takes its place."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add_one_file(parser, "page")


def run(options: Namespace, root: Path | None) -> int:
    """Write the page, whole or not at all."""
    from brochure.commands.email import refuse_doubts
    from brochure.editions import PLAIN, file_name
    from brochure.output.atomic_write import write_file
    from brochure.output.web_page import page_name, web_page
    from brochure.sources import read

    file, output = one_file(options, root)
    handout, warnings = read(file)
    refuse_doubts(warnings)
    path = output / page_name(file_name(handout, PLAIN))
    mark = _mark(file, output)
    _prove_free(path, mark, handout)
    page = web_page(handout).replace(b"<title>", f"{mark}\n<title>".encode(), 1)
    show(warnings)
    write_file(path, page)
    if not options.quiet:
        say(f"{path}  {len(page) / 1000:.0f} kB")
    return ExitCode.DONE


def _mark(file: Path, output: Path) -> str:
    """Return the tag that names a page's content file, from the page's folder."""
    import os
    from html import escape

    try:
        name = os.path.relpath(file.resolve(), output.resolve())
    except ValueError:  # on another drive
        name = file.name
    return MARK.format(escape(Path(name).as_posix()))


def _prove_free(path: Path, mark: str, handout: Handout) -> None:
    """Raise ContentError if a page of another content file, or none of ours, is at a place."""
    try:
        head = path.read_text("utf-8", "replace")[:2000]
    except OSError:
        return
    if mark in head:
        return
    message = f"{path} is there already, and was not made from this file"
    hint = "Give it another title, or another folder: -o FOLDER"
    problem = Problem(
        handout.file, handout.title.line, handout.title.column, "error", message, hint
    )
    raise ContentError([problem])
