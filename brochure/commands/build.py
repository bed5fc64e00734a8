"""`build`: the PDF of each content file."""

from __future__ import annotations

import sys
from pathlib import Path

from brochure.commands.content_files import content_file, content_files, typed_before
from brochure.commands.words import (
    FIX,
    Refused,
    add_choices,
    add_twin,
    chosen,
    complain,
    say,
    show,
)
from brochure.editions import Options, is_optional
from brochure.model import BrochureError, ContentError, ExitCode, FitError, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from brochure.model import Handout, Sheet
    from brochure.recipe import Built

HELP = "make the PDF of each content file"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add = parser.add_argument
    content = "content files, or folders of them (default: content.yaml)"
    add("files", nargs="*", metavar="CONTENT", help=content)
    add("-o", "--output", metavar="PATH", help="a folder, or a .pdf for a single handout")
    add_choices(parser, "format", "paper", "mode", "punch", "style", "sheet", whole_set=True)
    add_twin(parser)
    add("--clinics", metavar="FOLDER", help="make each handout for every clinic file in it")
    add("--jobs", type=int, metavar="N", help="worker processes (default: one a processor)")
    add("--force", action="store_true", help="make what is unchanged, too")
    add("--fix", action="store_true", help=FIX)
    add("--open", action="store_true", help="open the PDF when it is made")
    add("--quiet", action="store_true", help="say nothing unless something is wrong")


def _places(options: Namespace, root: Path | None) -> tuple[list[Path], Path, bool]:
    """Return the content files, the output path, and whether that is a single PDF."""
    home = root or Path()
    files = content_files(options.files, home)
    if options.output is None:
        return files, home / "output", False
    output = Path(options.output)
    single = output.suffix.lower() == ".pdf"
    if single and len(files) > 1:
        raise Refused(f"{output} names one PDF, but there are {len(files)} content files")
    return files, output, single


def run(options: Namespace, root: Path | None) -> int:
    """Make the PDF of each file; a bad one does not stop the others."""
    files, output, single = _places(options, root)
    if options.sides == "twin":
        files, options.front = _twins(files, typed_before(options.verb, root))
    if _is_many(options, files):
        return _run_many(options, files, output, single)
    builder = _Builder(options, output, single)
    worst = ExitCode.DONE
    for file in files:
        try:
            file = content_file(file, typed_before(options.verb, root))
            if options.fix:
                _mend(file)
            builder.build(file)
        except BrochureError as error:
            from brochure.commands.after_failure import failed

            written = [path for path, maker in builder.made.items() if maker == file]
            worst = max(worst, failed(error, file, output, builder.wanted, written))
    if not options.quiet and options.verb != "watch":
        say_how_to_print(builder.sheets)
    return worst


def _twins(files: list[Path], command: str) -> tuple[list[Path], Path | None]:
    """Return the files of the backs of sheets, and that of the front if two are typed."""
    from brochure.commands.twins import is_pair

    if not is_pair(files):
        return files, None
    return files[1:], content_file(files[0], command)


def _mend(file: Path) -> None:
    from brochure.commands.mend import mend

    mend(file)


def say_how_to_print(made: Sequence[tuple[Options, Sheet]]) -> None:
    """Say what to choose in the window for printing; a print shop knows."""
    printed = [(edition, sheet) for edition, sheet in made if not sheet.slug]
    short = {_kind(edition): None for edition, sheet in printed if "Short" in sheet.duplex}
    if not printed:
        return
    words = "short edge"
    if any("Long" in sheet.duplex for _, sheet in printed):
        words = f"long edge ({' and '.join(short)}: on short edge)" if short else "long edge"
    cut = any(edition.sheet != "one" for edition, _ in printed)
    then = " Then cut along the dashes." if cut else ""
    say(f"To print: both sides, 100 %, flip on {words}.{then}")


def _kind(edition: Options) -> str:
    return edition.format if edition.sheet == "one" else f"{edition.format} {edition.sheet}"


def _is_many(options: Namespace, files: list[Path]) -> bool:
    """Return whether a command asks for a batch."""
    asked = options.clinics is not None or options.jobs is not None or options.force
    return asked or any(map(Path.is_dir, files))


def _run_many(options: Namespace, files: list[Path], output: Path, single: bool) -> int:
    """Make every combination in worker processes."""
    from brochure.commands.many import run_many

    if single:
        raise Refused(f"{output} names one PDF, but a batch makes a folder")
    if options.open:
        raise Refused("--open shows a single handout, not a batch")
    if options.fix:
        raise Refused("--fix mends content files named one by one, not a batch")
    if options.jobs is not None and options.jobs < 1:
        raise Refused(f"--jobs takes 1 or more, not {options.jobs}")
    if options.sides == "twin" and options.front:
        from brochure.commands.twins import told_of_batch

        told_of_batch(options.front, files[0])
    return run_many(options, files, output)


class _Builder:
    """Makes the PDFs of one content file after the other."""

    def __init__(self, options: Namespace, output: Path, single: bool) -> None:
        """Take what is asked for; raise Refused if one PDF cannot be all of it."""
        self.options = options
        self.output = output
        self.single = single
        self.wanted = chosen(options)
        self.made: dict[Path, Path] = {}
        self.sheets: list[tuple[Options, Sheet]] = []
        if single and len(self.wanted) > 1:
            raise Refused(f"{output} names one PDF, but --format all makes {len(self.wanted)}")

    def build(self, file: Path) -> None:
        """Make every edition that is asked for of a content file."""
        from brochure.commands.recorded import Recorded
        from brochure.output.atomic_write import write_file
        from brochure.recipe import build_handout
        from brochure.sources import read

        handout, warnings = read(file)
        known = True
        if self.options.sides == "twin":
            handout, warnings, known = self._beside_twin(handout, warnings)
        show(warnings)
        folder = Recorded(self.output, handout, warnings)
        late: FitError | None = None
        told: set[Problem] = set()
        for edition in chosen(self.options, handout.clinic.paper):
            path = self.output if self.single else folder.path(edition)
            if path in self.made:
                raise ContentError([_same_name(file, self.made[path], path)])
            try:
                built = build_handout(handout, edition)
            except FitError as error:
                late = late or self._unfit(error, path, edition)
                continue
            show(tuple(each for each in built.warnings if each not in told))
            told.update(built.warnings)
            if self.single or not known:
                write_file(path, built.pdf)
            else:
                folder.write(path, built, edition)
            self.made[path] = file
            self.sheets.append((edition, built.layout.sheet))
            _finish(built, path, self.options)
        if late:
            raise late

    def _beside_twin(
        self, handout: Handout, warnings: tuple[Problem, ...]
    ) -> tuple[Handout, tuple[Problem, ...], bool]:
        """Return the sheet's handout, all warnings, and whether a file tells which two it is of."""
        from brochure.commands.twins import how_to_name, names
        from brochure.twin_sheets import beside_twin

        front: Path | None = self.options.front
        known = front is None or names(handout, front)
        sheet, more = beside_twin(handout, None if known else front)
        if front and not known and not self.single:
            message = "`refresh` does not know this sheet, as no file says what it is of"
            hint = how_to_name(front, Path(handout.file))
            title = handout.title
            told = Problem(handout.file, title.line, title.column, "hint", message, hint)
            more += (told,)
        return sheet, (*warnings, *more), known

    def _unfit(self, error: FitError, path: Path, edition: Options) -> FitError | None:
        """Return the error if the text must fit the edition; else say that it is left out."""
        from brochure.commands.after_failure import left_out

        if not is_optional(edition, self.wanted):
            return error
        left_out(error, path)
        return None


def _finish(built: Built, path: Path, options: Namespace) -> None:
    """Say that a handout is finished, and show it if that is asked for."""
    if not options.quiet:
        say(report(path, built))
    if options.open:
        open_file(path)


def _same_name(file: Path, other: Path, path: Path) -> Problem:
    message = f"its title gives the same file name as {other}: {path.name}"
    return Problem(str(file), 0, 0, "error", message, "change one of the two titles")


def report(path: Path, built: Built) -> str:
    """Return the line about a finished handout: file, pages, type, arrangement, size."""
    from brochure.copyfit.formats import ARRANGEMENTS

    facts = built.facts
    arrangement = ARRANGEMENTS[facts.arrangement]
    size = f"{facts.size:g} pt"
    return f"{path}  {facts.pages} pages, {size}, {arrangement}, {len(built.pdf) / 1000:.0f} kB"


def open_file(path: Path) -> None:
    """Show a file in the program that the system opens it with."""
    import os
    import subprocess

    if sys.platform == "win32":
        os.startfile(path)
        return
    opener = "open" if sys.platform == "darwin" else "xdg-open"
    try:
        subprocess.Popen([opener, str(path)], stderr=subprocess.DEVNULL)
    except OSError:
        complain(f"{path} is made, but no program to open it was found")
