"""`refresh`: which PDFs of an output folder are out of date, and those made anew."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from brochure.commands.words import Refused, complain, say
from brochure.language.messages import counted
from brochure.model import BrochureError, ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brochure.batch.jobs import Job, Shelf
    from brochure.output.made_from import Entry

HELP = "make anew the PDFs of a folder whose text, clinic, brand, pictures or program changed"
GONE = "gone"
"""Nothing is left to make the PDF from; it stays as it is."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add = parser.add_argument
    add("folder", nargs="?", metavar="FOLDER", help="where the PDFs are (default: output)")
    add("--list", action="store_true", help="only say which are out of date: exit code 1 if any is")
    add("--jobs", type=int, metavar="N", help="worker processes (default: one a processor)")
    add("--quiet", action="store_true", help="say nothing unless something is wrong")
    parser.epilog = "What each PDF was made from is in manifest.json and .manifest.journal there."


def run(options: Namespace, root: Path | None) -> int:
    """Say which PDFs are out of date, and make them anew unless that is all that is asked for."""
    from brochure.batch.manifest import read_rows

    output = Path(options.folder) if options.folder is not None else (root or Path()) / "output"
    if options.jobs is not None and options.jobs < 1:
        raise Refused(f"--jobs takes 1 or more, not {options.jobs}")
    if not output.is_dir():
        raise Refused(f"there is no folder {output}; name the one with the PDFs")
    rows = list(read_rows(output).values())
    if not rows:
        raise Refused(f"nothing is known of {output}: build its handouts once, then it is")
    output = output.resolve()
    by_base: dict[str, list[Entry]] = {}
    for row in sorted(rows, key=lambda each: each.file):
        by_base.setdefault(row.base, []).append(row)
    codes = [_refreshed(output, base, group, options) for base, group in by_base.items()]
    old = sum(count for count, _ in codes)
    if not options.quiet:
        say(f"{counted(len(rows), 'PDF')}: {old} out of date" if old else "every PDF is up to date")
    if options.list:
        return ExitCode.WARNINGS if old else ExitCode.DONE
    return max(code for _, code in codes)


def _refreshed(output: Path, base: str, rows: list[Entry], options: Namespace) -> tuple[int, int]:
    """Make the PDFs of one base folder that are out of date; return how many, and the exit code."""
    from brochure.batch.jobs import Shelf
    from brochure.commands.many import make_jobs

    home = Path(os.path.normpath(output / base))
    if not home.is_dir():
        complain(f"{home} is gone, from which {counted(len(rows), 'PDF')} of {output} came")
        return 0, ExitCode.CONTENT
    with _in(home):
        shelf = Shelf()
        found = [(row, job_of(row), why(output, row, shelf)) for row in rows]
        for row, _, reason in found:
            if reason and (options.list or not options.quiet):
                say(f"{row.file}  {reason}")
        jobs = [job for _, job, reason in found if reason and not reason.startswith(GONE)]
        if options.list or not jobs:
            return sum(bool(reason) for *_, reason in found), ExitCode.DONE
        shown = Path(os.path.relpath(output))
        return len(jobs), make_jobs(jobs, shown, options, force=True)


def job_of(row: Entry) -> Job:
    """Return the job that makes the PDF of a row; its paths are told from the row's base."""
    from brochure.batch.jobs import Job
    from brochure.editions import TABLES, Options

    choice = Options.named(**{name: getattr(row, name) for name in TABLES})
    return Job(Path(row.source), Path(row.clinic) if row.clinic else None, choice)


def why(output: Path, row: Entry, shelf: Shelf) -> str:
    """Return why a PDF is out of date; empty if it is what its content makes."""
    from brochure.batch.manifest import stands

    job = job_of(row)
    for file in filter(None, (job.content, job.clinic)):
        if not file.is_file():
            return f"{GONE}: its {file} is no longer there; the PDF stays as it is"
    try:
        ready = shelf.ready(job)
    except BrochureError:
        return f"{job.content} has a fault, and may have changed"
    if ready.file != row.file:
        return f"{job.content} now makes {ready.file}"
    if not stands(output, row):
        there = (output / row.file).exists()
        return "the file is not the one that was made" if there else "the PDF is not there"
    if row.inputs not in (ready.inputs, ready.by_version):
        return "its text, clinic, brand, pictures or the program changed"
    return ""


@contextmanager
def _in(folder: Path) -> Iterator[None]:
    """Work in a folder, from which the paths of its rows are told."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
