"""Which files make sheets of two languages: a pair that is typed, or those of a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brochure.commands.words import Refused, complain
from brochure.language.messages import typed
from brochure.model import BrochureError, Handout
from brochure.sources import assets_for


def is_pair(files: Sequence[Path]) -> bool:
    """Return whether two files are typed, the first for the front and the second for the back."""
    return len(files) == 2 and not any(map(Path.is_dir, files))


def names(handout: Handout, front: Path) -> bool:
    """Return whether a handout's `twin_of` is that file."""
    return bool(handout.twin_of) and _same(handout.twin_of or front, front)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def how_to_name(front: Path, back: Path) -> str:
    """Return what to type into the back's file, so that it names the front by itself."""
    import os

    path = Path(os.path.relpath(front.absolute(), back.absolute().parent)).as_posix()
    return f"write `twin_of: {typed(path)}` into {back}"


def told_of_batch(front: Path, back: Path) -> None:
    """Raise Refused if a pair is typed for a batch and the back does not name the front."""
    handout = _read(back)
    if handout and not names(handout, front):
        raise Refused(f"a batch goes by `twin_of`: {how_to_name(front, back)}")


def naming_twins(files: Sequence[Path]) -> list[Path]:
    """Return the files that name a twin, and those that cannot be read; others are told.

    A file that one of them names is the front of its sheet.
    """
    read = [(file, _read(file)) for file in files]
    fronts = [each.twin_of for _, each in read if each and each.twin_of]
    found = [file for file, each in read if each is None or each.twin_of]
    for file, each in read:
        if each and not each.twin_of and not any(_same(front, file) for front in fronts):
            complain(f"{file} is left out: no file names it in `twin_of`")
    if not found:
        raise Refused("none of these files names its twin: write `twin_of: en.yaml` into it")
    return found


def _read(file: Path) -> Handout | None:
    from brochure.reading.loader import load

    try:
        return load(file, assets=assets_for(file), needs_clinic=False)[0]
    except (BrochureError, OSError):
        return None
