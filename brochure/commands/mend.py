"""`--fix`: what is surely only typed wrong is typed right; the file as it was lies beside it."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.words import complain
from brochure.model import ContentError, Problem


def mend(file: Path) -> None:
    """Do every sure fix of a content file and say each, line by line.

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
    if not done:
        return
    copy = spare_name(file)
    write_file(copy, data)
    write_file(file, new)
    for problem in done:
        complain(f"mended line {problem.line} of {file}: {problem.message}")
    complain(f"{file} as it was is now {copy}")


def spare_name(file: Path) -> Path:
    """Return a name beside a file that no file has: content.yaml.bak, content.yaml.bak2, ..."""
    number, copy = 1, file.with_name(f"{file.name}.bak")
    while copy.exists() or copy.is_symlink():
        number += 1
        copy = file.with_name(f"{file.name}.bak{number}")
    return copy


def _problems(data: bytes, file: Path) -> list[Problem]:
    from brochure.reading.loader import load_bytes
    from brochure.sources import assets_for

    try:
        found = load_bytes(data, str(file), file.parent, assets_for(file), needs_clinic=False)[1]
    except ContentError as error:
        found = tuple(error.problems)
    return [problem for problem in found if problem.file == str(file)]
