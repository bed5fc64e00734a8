"""The content file that is meant: by its name, by nearly its name, or a word on what lies there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brochure.language.messages import this_program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

DEFAULT = "content.yaml"


def content_files(names: Sequence[str], home: Path) -> list[Path]:
    """Return the paths that a command names, or the one that it means without a name."""
    return [Path(name) for name in names] or [home / DEFAULT]


def content_file(path: Path, command: str) -> Path:
    """Return the content file of a path, or the one beside it whose name differs by a slip.

    That is told. Raises ContentError if there is none, and names what lies there; ``command`` is
    what is typed before the file.
    """
    if path.exists() and not path.is_dir():  # a pipe of the shell, too
        return path
    from brochure.commands.near_files import meant

    return meant(path, command)


def one_file(options: Namespace, root: Path | None) -> tuple[Path, Path]:
    """Return the content file and the output folder that are asked for.

    Raises ContentError if there is no such file.
    """
    home = root or Path()
    (file,) = content_files([options.file] if options.file else [], home)
    folder = Path(options.output) if options.output else home / "output"
    return content_file(file, typed_before(options.verb, root)), folder


def typed_before(verb: str, root: Path | None) -> str:
    """Return what is typed before a content file: make_pdf.py has a root, and one verb."""
    return "python make_pdf.py" if root else f"{this_program()} {verb}"
