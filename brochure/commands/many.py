"""`build` with folders, clinics or several workers: many handouts in one run."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

from brochure._startup.own_process import stay_long
from brochure.commands.content_files import content_file
from brochure.commands.near_files import CLINICS, CONTENT, of_one_kind
from brochure.commands.streams import flush, write
from brochure.commands.words import Refused, chosen, complain, say
from brochure.model import ContentError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from brochure.batch import Job, Report
    from brochure.batch.run import Done
    from brochure.model.choices import JobState

BAR = 24
EVERY = 0.1
"""Seconds between two drawings of the bar."""
RATE_FROM = 0.5
"""Seconds after which a rate is worth telling."""


def run_many(options: Namespace, files: Sequence[Path], output: Path) -> int:
    """Make every combination of files, clinics and what is asked for; return the exit code."""
    stay_long()
    clinics = _named([Path(options.clinics)], CLINICS) if options.clinics else []
    named = _named(files, CONTENT)
    if options.sides == "twin":
        from brochure.commands.twins import naming_twins

        named = naming_twins(named)
    jobs = jobs_of(named, clinics, options)
    return make_jobs(jobs, output, options, force=options.force)


def jobs_of(files: Sequence[Path], clinics: Sequence[Path], options: Namespace) -> list[Job]:
    """Return the jobs of every combination; each is on its clinic's paper unless one is typed."""
    from brochure.batch import combinations
    from brochure.batch.jobs import clinic_paper, own_paper

    if options.paper:
        return combinations(files, clinics, chosen(options))
    of_clinic = {clinic: chosen(options, clinic_paper(clinic)) for clinic in clinics}
    found: list[Job] = []
    for file in files:
        for clinic, choices in of_clinic.items():
            found += combinations([file], [clinic], choices)
        if not clinics:
            found += combinations([file], [], chosen(options, own_paper(file)))
    return found


def make_jobs(jobs: Sequence[Job], output: Path, options: Namespace, *, force: bool) -> int:
    """Make handouts, tell how it goes and what is left from before; return the exit code."""
    from brochure.batch import run_batch
    from brochure.batch.manifest import read_rows

    known = list(read_rows(output).values())
    teller = Teller(options.quiet, sys.stderr.isatty())
    report = run_batch(jobs, output, on_done=teller.tell, force=force, workers=options.jobs)
    teller.finish(report, output)
    if report.count("failed") or report.count("left out"):
        from brochure.commands.after_failure import still_there

        for line in still_there(report, output, known):
            complain(line)
    return report.code


def _named(paths: Sequence[Path], wanted: str) -> list[Path]:
    """Return the YAML files that paths name, a folder standing for those of one kind in it.

    What is left out is told.
    """
    from brochure.batch.jobs import yaml_files

    found: list[Path] = []
    for path in paths:
        if not path.is_dir():
            found.append(_meant(path))
            continue
        within, others = of_one_kind(yaml_files(path), wanted)
        for other, kind in others:
            complain(f"{other} is left out: it is a {kind}")
        if not within:
            raise Refused(f"there is no {wanted if others else '.yaml file'} in {path}")
        found += within
    return found


def _meant(path: Path) -> Path:
    """Return the file that a path means; where there is none, its jobs tell so."""
    try:
        return content_file(path, "brochure build")
    except ContentError:
        return path


class Teller:
    """Tells how a run goes: a bar on a terminal, else a line for each handout."""

    def __init__(self, quiet: bool, terminal: bool) -> None:
        """Begin at once; ``quiet`` leaves only what is wrong."""
        self.quiet = quiet
        self.bar = terminal and not quiet
        self.begun = time.monotonic()
        self.drawn = 0.0
        self.told: set[str] = set()

    def tell(self, done: Done, count: int, total: int) -> None:
        """Take note of a job that is done."""
        fresh = [] if done.state == "unchanged" else self._untold(done.entry.problems)
        if fresh:
            self._wipe()
            complain("\n".join(fresh))
        if self.bar:
            self._draw(count, total, last=count == total)
        elif not self.quiet and done.state != "unchanged":
            say(_line(done))
            flush(sys.stdout)

    def _untold(self, problems: Sequence[str]) -> list[str]:
        """Return the problems that no other handout had before."""
        fresh = [problem for problem in dict.fromkeys(problems) if problem not in self.told]
        self.told.update(fresh)
        return fresh

    def _draw(self, count: int, total: int, last: bool) -> None:
        now = time.monotonic()
        if now - self.drawn < EVERY and not last:
            return
        self.drawn = now
        full = BAR * count // total
        bar = "#" * full + "." * (BAR - full)
        write(sys.stderr, f"\r[{bar}] {count:,} of {total:,}{self._pace(now, count, total):24}")
        flush(sys.stderr)

    def _pace(self, now: float, count: int, total: int) -> str:
        seconds = now - self.begun
        if seconds < RATE_FROM:
            return ""
        left = seconds / count * (total - count)
        return f"  {count / seconds:.0f} a second, {left:.0f} s left"

    def _wipe(self) -> None:
        if self.bar and self.drawn:
            write(sys.stderr, "\r" + " " * 78 + "\r")
            flush(sys.stderr)

    def finish(self, report: Report, output: Path) -> None:
        """Say what the run did."""
        self._wipe()
        for file in report.stale:
            complain(f"{output / file}: left from before; its content now makes another file")
        if report.stopped:
            left = report.total - len(report.done)
            complain(
                f"stopped: {report.stopped}; {left:,} are not done, and the next run does them"
            )
        if not self.quiet or report.code:
            say(summary(report, output, time.monotonic() - self.begun))


def summary(report: Report, output: Path, seconds: float) -> str:
    """Return the line about a run: how many were made, left as they are, or failed."""
    from brochure.batch import MANIFEST

    states: tuple[JobState, ...] = ("made", "unchanged", "failed")
    counts = ", ".join(f"{report.count(state):,} {state}" for state in states)
    if report.count("left out"):
        counts += f", {report.count('left out'):,} left out, as the text does not fit"
    made = report.count("made")
    pace = f" ({made / seconds:.0f} a second)" if made and seconds > RATE_FROM else ""
    return f"{report.total:,} handouts: {counts}, in {seconds:.1f} s{pace}; {output / MANIFEST}"


def _line(done: Done) -> str:
    entry = done.entry
    if done.state in ("failed", "left out"):
        clinic = f" for {entry.clinic}" if entry.clinic else ""
        return f"{done.state}: {entry.source}{clinic}, {entry.format}"
    return f"{entry.file}  {entry.pages} pages, {entry.size:g} pt, {entry.bytes / 1000:.0f} kB"
