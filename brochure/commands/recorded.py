"""A PDF in its output folder: never in place of another handout's, and with a row on its making."""

from __future__ import annotations

from pathlib import Path

from brochure.editions import file_name
from brochure.model import BrochureError, ContentError, Handout, Problem
from brochure.output.atomic_write import write_file
from brochure.output.fingerprint import (
    file_digest,
    inputs,
    named_files,
    sha256,
    topic_digest,
    versions,
)
from brochure.output.made_from import FIRST_KEY, Entry, add_row, last_row, made_from, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.editions import Options
    from brochure.recipe import Built


class Recorded:
    """An output folder for the PDFs of one content file."""

    def __init__(self, output: Path, handout: Handout, warnings: tuple[Problem, ...]) -> None:
        """Take the content as it was read."""
        self.output = output
        self.handout = handout
        self.warnings = warnings
        self._file = Path((handout.back or handout).file)  # a translation names its original
        self._words = topic_digest(handout, own_clinic=True)

    def path(self, options: Options) -> Path:
        """Return where an edition goes; raise ContentError if another handout's PDF is there."""
        path = self.output / file_name(self.handout, options)
        if path.exists():
            other = self._maker(path, options)
            if other:
                raise ContentError([_taken(self.handout, other, path)])
        return path

    def write(self, path: Path, built: Built, options: Options) -> None:
        """Write a PDF, whole or not at all, and what it was made from; raises WriteError."""
        write_file(path, built.pdf)
        if add_row(self.output, self._entry(path, built, options)):
            _fold(self.output)

    def _entry(self, path: Path, built: Built, options: Options) -> Entry:
        files = [file_digest(file) for file in named_files(self.handout)]
        source, _, base = self._names()
        return Entry(
            file=path.name,
            source=source,
            format=options.format,
            paper=options.paper,
            mode=options.mode,
            punch=options.punch,
            style=options.style,
            sheet=options.sheet,
            sides=options.sides,
            pages=built.facts.pages,
            size=built.facts.size,
            bytes=len(built.pdf),
            sha256=str(sha256(built.pdf).hexdigest()),
            inputs=inputs(versions(), self._words, self.handout, options, files),
            problems=tuple(
                str(problem).replace(str(self._file), source)
                for problem in (*self.warnings, *built.warnings)
            ),
            base=base,
        )

    def _names(self) -> tuple[str, str, str]:
        return made_from(self._file, None, self.output, Path())

    def _maker(self, path: Path, options: Options) -> Path | None:
        """Return the other content file that has made a PDF and would make it again."""
        row = last_row(self.output, path.name)
        source, _, base = self._names()
        begins = f'{FIRST_KEY}{quoted(path.name)}, "source": {quoted(source)}, "clinic": '
        if not row or (row.startswith(begins) and row.endswith(f'"base": {quoted(base)}}}')):
            return None  # the usual case, told without reading JSON
        entry = _read(row)
        other = entry.origin(self.output) if entry else None
        if not other or not other.is_file() or _same(other, self._file):
            return None
        return other if _makes(other, path.name, options) else None


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _makes(content: Path, name: str, options: Options) -> bool:
    """Return whether a content file makes a PDF of that name, or cannot tell."""
    from brochure.sources import read

    try:
        handout = read(content)[0]
        if options.sides == "twin":
            from brochure.twin_sheets import beside_twin

            handout, _ = beside_twin(handout)
        return file_name(handout, options) == name
    except BrochureError:
        return True


def _read(row: str) -> Entry | None:
    from brochure.batch.manifest import read_row

    return read_row(row)


def _fold(output: Path) -> None:
    """Bring a long journal into the manifest, unless a batch is at it and does so."""
    from brochure.batch.manifest import fold

    try:
        fold(output)
    except BrochureError:
        return


def _taken(handout: Handout, other: Path, path: Path) -> Problem:
    try:
        shown = other.relative_to(Path.cwd())
    except ValueError:
        shown = other
    message = f"{path} is the PDF of {shown}, which has the same title; it was not touched"
    hint = "change one of the two titles, or choose another place with -o"
    return Problem(handout.file, handout.title.line, handout.title.column, "error", message, hint)
