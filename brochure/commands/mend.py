"""`--fix`: what is surely only typed wrong is typed right; the file as it was lies beside it."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.words import complain
from brochure.model import ContentError, Handout, Problem
from brochure.model.texts import Place, texts_of


def mend(file: Path, *, words: bool = False) -> None:
    """Do every sure fix of a content file, those of its ``words`` too, and say each.

    Raises WriteError if the file or its copy cannot be written. A file with nothing to mend, or
    that cannot be read, is left as it is.
    """
    from brochure.output.atomic_write import write_file
    from brochure.reading.mending import mended
    from brochure.reading.paths import read_bytes

    try:
        data = read_bytes(file)
    except OSError:
        return
    new, done = mended(data, lambda tried: _problems(tried, file))
    said = [(problem.line, problem.message) for problem in done]
    if words:
        new, more = _words_mended(new, file)
        said += more
    if not said:
        return
    copy = spare_name(file)
    write_file(copy, data)
    write_file(file, new)
    for line, message in sorted(said):
        complain(f"mended line {line} of {file}: {message}")
    complain(f"{file} as it was is now {copy}")


def spare_name(file: Path) -> Path:
    """Return a name beside a file that no file has: content.yaml.bak, content.yaml.bak2, ..."""
    number, copy = 1, file.with_name(f"{file.name}.bak")
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = file.with_name(f"{file.name}.bak{number}")
    return copy


def _words_mended(data: bytes, file: Path) -> tuple[bytes, list[tuple[int, str]]]:
    """Return a file's bytes with its sure words mended, and the line and message of each.

    A fix is proven: the file is read again, and must say what it said but for these words.
    """
    from brochure.checks.sure_words import sure_fixes
    from brochure.reading.mending import MOST, applied

    said: list[tuple[int, str]] = []
    refused: set[tuple[int, int]] = set()
    handout = _handout(data, file)
    while handout and len(said) < MOST:
        for each in sure_fixes(handout, data.decode("utf-8").removeprefix("\ufeff")):
            if (each.fix.line, each.fix.column) in refused:
                continue
            tried = applied(data, each.fix)
            after = _handout(tried, file)
            if after and _texts(after) == _texts(handout) | {each.place: each.plain}:
                data, handout = tried, after
                said.append((each.fix.line, each.message))
                break
            refused.add((each.fix.line, each.fix.column))
        else:
            break
    return data, said


def _handout(data: bytes, file: Path) -> Handout | None:
    """Return the handout in a file's bytes; None if they hold none."""
    from brochure.reading.loader import load_bytes
    from brochure.sources import assets_for

    try:
        return load_bytes(data, str(file), file.parent, assets_for(file))[0]
    except ContentError:
        return None


def _texts(handout: Handout) -> dict[Place, str]:
    return {place: text.plain for place, _, text in texts_of(handout)}


def _problems(data: bytes, file: Path) -> list[Problem]:
    from brochure.reading.loader import load_bytes
    from brochure.sources import assets_for

    try:
        found = load_bytes(data, str(file), file.parent, assets_for(file), needs_clinic=False)[1]
    except ContentError as error:
        found = tuple(error.problems)
    return [problem for problem in found if problem.file == str(file)]
