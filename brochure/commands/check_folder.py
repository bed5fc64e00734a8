"""All handouts of a folder judged as one voice: what differs between them, and a table of all.

The words of each file are judged as `check FILE` does; it is not laid out, so a folder of a
thousand takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from pathlib import Path

from brochure._startup.lazy_imports import ALONE
from brochure._startup.own_process import begin
from brochure._startup.records import dataclass, replace
from brochure.checks import examine
from brochure.checks.one_voice import Voice, differences, is_due, voice_of
from brochure.checks.report import Report
from brochure.commands.near_files import CONTENT, YAML, kind_of
from brochure.model import ContentError, Problem
from brochure.reading.doubts import REVIEWED
from brochure.reading.given import source_of
from brochure.reading.strange_phones import RULE as STRANGE
from brochure.sources import read

MANY, SHARE, MOST_WORKERS = 100, 25, 61
"""From how many files on workers pay, how many one is given at once, and the most of them."""
COLUMNS = ("file", "errors", "warnings", "hints", "grade", "review by")


@dataclass(frozen=True, slots=True)
class Judged:
    """A file of a folder: its report, and what it says; no voice if it cannot be read."""

    report: Report
    voice: Voice | None


def handouts_in(folder: Path) -> list[Path]:
    """Return the content files of a folder and those below it, by name."""
    files = (each for each in folder.rglob("*") if each.suffix.lower() in YAML and each.is_file())
    shown = (each for each in files if not _hidden(each.relative_to(folder)))
    return sorted(each for each in shown if kind_of(each) == CONTENT)


def judge(files: Iterable[Path], today: str, workers: int = 1) -> list[Judged]:
    """Return each file judged by itself, and with what differs from the others.

    Many files are shared out among ``workers`` processes; what comes of them is the same.
    """
    judged = list(_each_judged(list(files), today, workers))
    apart: dict[str, list[Problem]] = {}
    for problem in differences(each.voice for each in judged if each.voice):
        apart.setdefault(problem.file, []).append(problem)
    return [replace(each, report=_with(each.report, apart)) for each in judged]


def as_table(judged: Sequence[Judged], today: str) -> str:
    """Return what differs between files, what must be mended, and a line for each file."""
    problems = [p for each in judged for p in each.report.problems]
    shown = [str(p) for p in problems if p.level == "error" or p.rule.startswith("folder-")]
    rows = [COLUMNS, *(tuple(_row(each, today)) for each in judged)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(COLUMNS))]
    lines = ["  ".join(f"{cell:<{w}}" for cell, w in zip(row, widths, strict=True)) for row in rows]
    due = sum(bool(each.voice and is_due(each.voice, today)) for each in judged)
    last = f"{len(judged)} handouts, {due} due for review (*); for the findings of one: check FILE"
    return "\n".join([*shown, *([""] if shown else []), *map(str.rstrip, lines), last]) + "\n"


def _each_judged(files: Sequence[Path], today: str, workers: int) -> Iterator[Judged]:
    """Yield each file judged by itself, in order."""
    if workers < 2 or len(files) < MANY:
        yield from (_judged(file, today) for file in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    begun_with = (__name__, ready.__name__, bool(ALONE))
    most = min(workers, MOST_WORKERS, len(files) // SHARE)
    with ProcessPoolExecutor(most, get_context("spawn"), begin, begun_with) as pool:
        yield from pool.map(_judged, files, repeat(today), chunksize=SHARE)


def ready() -> None:
    """Begin a worker; what it needs is imported by now."""


def _judged(file: Path, today: str) -> Judged:
    """Return one file judged by its words alone."""
    try:
        given = source_of(file, "content", None)
        handout, warnings = read(given, hints=True)
    except ContentError as error:
        problems = tuple(replace(problem, rule="content") for problem in error.problems)
        return Judged(Report(str(file), problems), None)
    text = given.data.decode("utf-8", "replace")
    found = examine(handout, today=today, source=text)
    more = tuple(replace(p, rule=p.rule or "content") for p in warnings if p.rule not in _RULED)
    report = Report(str(file), (*found.problems, *more), found.summary)
    return Judged(report, voice_of(handout, today))


_RULED = (REVIEWED, STRANGE)
"""What the reader tells, too, and a rule says better."""


def _with(report: Report, apart: dict[str, list[Problem]]) -> Report:
    """Return a report with what differs from other files."""
    more = next((p for file, p in apart.items() if Path(file) == Path(report.file)), [])
    return replace(report, problems=(*report.problems, *more)) if more else report


def _row(judged: Judged, today: str) -> Iterator[str]:
    """Yield the cells of a file's line."""
    report, voice = judged.report, judged.voice
    levels = [problem.level for problem in report.problems]
    yield report.file
    yield from (str(levels.count(level)) for level in ("error", "warning", "hint"))
    grade = report.summary.grade if report.summary else None
    yield "-" if grade is None else str(grade)
    mark = "*" if voice and is_due(voice, today) else ""
    yield f"{voice.due or '-'}{mark}" if voice else "-"


def _hidden(path: Path) -> bool:
    """Return whether a file is hidden, or lies in a hidden folder or in `output`."""
    return any(part.startswith((".", "_")) or part == "output" for part in path.parts)
