"""The run itself: jobs to chunks, chunks to an executor, outcomes to the manifest."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import suppress
from pathlib import Path
from typing import Any

from brochure._startup.lazy_imports import ALONE
from brochure._startup.own_process import begin
from brochure._startup.records import dataclass, replace
from brochure.batch.jobs import Job, Ready, Shelf
from brochure.batch.manifest import Entry, Journal, read_rows, stands, write_manifest
from brochure.batch.worker import Outcome, Task, make_all, make_packed, packed, start
from brochure.editions import TABLES
from brochure.model import BrochureError, ContentError, ExitCode, Problem
from brochure.output.abandoned import remove_abandoned
from brochure.output.made_from import made_from
from brochure.pdf.metadata import source_date

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import JobState

CHUNK = 8
"""Handouts that a worker is given at a time: a tenth of a second's work."""
FEW = 16
"""Up to so many jobs are done before worker processes would have started."""
IN_FLIGHT = 64
"""Chunks given to an executor from outside, whose workers nobody can count."""
MADE: JobState = "made"
UNCHANGED: JobState = "unchanged"
FAILED: JobState = "failed"
LEFT_OUT: JobState = "left out"
"""An edition of a whole set that the text does not fit."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job in this run."""

    entry: Entry
    state: JobState
    code: int = 0


OnDone = Callable[[Done, int, int], None]
"""Told of each job that is done, how many are, and of how many."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did; ``done`` is in the order of the jobs. ``stopped`` says why it ended early."""

    done: tuple[Done, ...]
    total: int
    stopped: str = ""
    code: int = 0
    stale: tuple[str, ...] = ()  # files of an earlier run, whose content now makes another file

    def count(self, state: JobState) -> int:
        """Return how many jobs ended in a state."""
        return sum(each.state == state for each in self.done)


def run_batch(
    jobs: Sequence[Job],
    output: Path,
    executor: Executor | None = None,
    on_done: OnDone | None = None,
    force: bool = False,
    *,
    workers: int | None = None,
) -> Report:
    """Make every job's handout in ``output/<clinic>/``, and the manifest; return what was done.

    ``executor`` is any `concurrent.futures.Executor`; its workers must see the same folders and
    have the same version of this program. Without one, ``workers`` processes are started, by
    default one for each processor. What is unchanged is skipped unless ``force``. Raises
    WriteError if the output folder cannot be written at all; Ctrl-C, a full disk or a dead worker
    end the run with a report, and the next run does the rest.
    """
    source_date()  # a false one is told once, not for each handout
    jobs = list(dict.fromkeys(jobs))
    journal = Journal(output)
    try:
        run = _Run(output, jobs, journal, on_done, force)
        run.sweep()
        run.carry_out(executor, workers or os.cpu_count() or 1)
        run.sweep()
        return run.finish()
    finally:
        journal.close()


class _Stopped(Exception):  # noqa: N818  (it is one)
    """The run cannot go on."""


class _Run:
    """The state of one run."""

    def __init__(
        self,
        output: Path,
        jobs: Sequence[Job],
        journal: Journal,
        on_done: OnDone | None,
        force: bool,
    ) -> None:
        self.output = output
        self.jobs = jobs
        self.present = {_source(job, output): job for job in jobs}
        self.journal = journal
        self.on_done = on_done
        self.force = force
        self.known = read_rows(output)
        self.shelf = Shelf()
        self.claims: dict[str, Job] = {}
        self.waiting: dict[int, Entry] = {}
        self.done: dict[int, Done] = {}
        self.stopped, self.code = "", 0

    def sweep(self) -> None:
        """Remove what a process that was killed had begun to write."""
        for folder in {job.folder() for job in self.jobs}:
            remove_abandoned(self.output / folder)

    # ------------------------------------------------------------- the work

    def carry_out(self, executor: Executor | None, workers: int) -> None:
        """Do all jobs, or as many as can be done."""
        count = len(self.jobs)
        few = executor is None and (workers == 1 or count <= FEW)
        chunks = self._chunks(max(1, min(CHUNK, count // (4 * workers))))
        pending: set[Future[list[Outcome]]] = set()
        try:
            if few:
                for chunk in chunks:
                    self._take(make_all(chunk))
            elif executor:
                self._spread(chunks, executor.submit, IN_FLIGHT, pending)
            else:
                with _pool(workers) as pool:
                    self._spread(chunks, _held(pool.submit), 2 * workers, pending)
        except (KeyboardInterrupt, BrokenExecutor, _Stopped) as reason:
            self._stop(reason, pending)

    def _spread(
        self,
        chunks: Iterable[list[Task]],
        submit: Callable[..., Future[list[Outcome]]],
        most: int,
        pending: set[Future[list[Outcome]]],
    ) -> None:
        """Give chunks to an executor, ``most`` at a time, and take what comes back."""
        try:
            for chunk in chunks:
                pending.add(submit(make_packed, packed(chunk)))
                while len(pending) >= most:
                    self._collect(pending)
            while pending:
                self._collect(pending)
        except BaseException:
            for future in pending:
                future.cancel()
            raise

    def _collect(self, pending: set[Future[list[Outcome]]]) -> None:
        finished, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in finished:
            pending.remove(future)
            self._take(future.result())

    def _stop(self, reason: BaseException, pending: set[Future[list[Outcome]]]) -> None:
        """Note why the run ends, and what was being made when it did."""
        self.stopped, self.code = _reason(reason)
        for future in pending:
            with suppress(BrokenExecutor, CancelledError, _Stopped):
                self._take(future.result())

    def _chunks(self, size: int) -> Iterator[list[Task]]:
        """Yield what is left to make, in chunks; what fails or is unchanged is done at once."""
        chunk: list[Task] = []
        for number, job in enumerate(self.jobs):
            task = self._task(number, job)
            if task:
                chunk.append(task)
            if len(chunk) >= size:
                yield chunk
                chunk = []
        if chunk:
            yield chunk

    def _task(self, number: int, job: Job) -> Task | None:
        """Return the task of a job, or None if nothing is to make."""
        try:
            ready = self.shelf.ready(job)
            self._claim(ready.file, job)
        except BrochureError as error:
            entry = _entry(job, self.output, problems=tuple(map(str, error.problems)))
            self._note(number, Done(entry, FAILED, error.exit_code))
            return None
        old = self.known.get(ready.file)
        same = old and old.inputs in (ready.inputs, ready.by_version) and not self.force
        if old and same and stands(self.output, old):
            self._note(number, Done(_again(old, job, self.output), UNCHANGED))
            return None
        self.waiting[number] = _begun(job, self.output, ready)
        return Task(number, ready.handout, job.options, str(self.output.absolute() / ready.file))

    def _claim(self, file: str, job: Job) -> None:
        """Take a file name for a job; raise ContentError if another job has it."""
        first = self._owner(file, job) or self.claims.setdefault(file, job)
        if first != job:
            other = f"{first.content}" + (f" for {first.clinic}" if first.clinic else "")
            message = f"it would make the same file as {other}: {file}"
            hint = "change one of the two titles, or the name of a clinic's file"
            raise ContentError([Problem(str(job.content), 0, 0, "error", message, hint)])

    def _owner(self, file: str, job: Job) -> Job | None:
        """Return the other job that made a file before and still makes it."""
        old = self.known.get(file)
        owner = self._maker(old) if old else None
        if owner is None or (owner.content, owner.clinic) == (job.content, job.clinic):
            return None
        owner = replace(owner, options=job.options)
        try:
            return owner if self.shelf.ready(owner).file == file else None
        except BrochureError:
            return owner

    def _maker(self, old: Entry) -> Job | None:
        """Return the job that made a file, of this run or of an earlier one; None if it is gone."""
        job = self.present.get((old.source, old.clinic, old.base))
        if job:
            return job
        content, clinic = old.origin(self.output), old.place(self.output)
        if not content.is_file() or (clinic and not clinic.is_file()):
            return None
        here = {Path(os.path.abspath(each.content)) for each in self.jobs}  # noqa: PTH100
        return None if content in here else Job(content, clinic)

    def _take(self, outcomes: Sequence[Outcome]) -> None:
        """Note the outcomes of a chunk; raise _Stopped if the rest would fail alike."""
        done = [self._outcome(outcome) for outcome in outcomes]
        self.journal.add(each.entry for each in done if each.state == MADE)
        for outcome, each in zip(outcomes, done, strict=True):
            self._note(outcome.number, each)
        for outcome in outcomes:
            if outcome.hopeless:
                raise _Stopped(outcome.problems[0].message)

    def _outcome(self, outcome: Outcome) -> Done:
        begun = self.waiting.pop(outcome.number)
        problems = (*begun.problems, *map(str, outcome.problems))
        if outcome.code == ExitCode.NO_FIT and self.jobs[outcome.number].optional:
            told = (str(replace(problem, level="hint")) for problem in outcome.problems)
            return Done(replace(begun, problems=(*begun.problems, *told)), LEFT_OUT)
        if outcome.code:
            return Done(replace(begun, problems=problems), FAILED, outcome.code)
        entry = replace(
            begun,
            pages=outcome.pages,
            size=outcome.size,
            bytes=outcome.bytes,
            sha256=outcome.sha256,
            problems=problems,
        )
        return Done(entry, MADE)

    def _note(self, number: int, done: Done) -> None:
        self.done[number] = done
        if self.on_done:
            self.on_done(done, len(self.done), len(self.jobs))

    # -------------------------------------------------------------- the end

    def finish(self) -> Report:
        """Write the manifest and return the report."""
        done = tuple(self.done[number] for number in sorted(self.done))
        rows = {each.entry.file: each.entry for each in done if each.entry.file}
        lost = [each.entry for each in done if not each.entry.file]
        known = self.journal.rows()
        older = [row for row in _older(known, rows) if stands(self.output, row)]
        codes = [self.code, *(each.code for each in done)]
        try:
            write_manifest(self.output, [*rows.values(), *lost, *older])
            late = self.journal.remove()
            if late:
                write_manifest(self.output, [*rows.values(), *lost, *older, *late])
        except BrochureError as error:
            self.stopped = self.stopped or error.problems[0].message
            codes.append(error.exit_code)
        stale = tuple(
            sorted(row.file for row in older if _who(row) in set(map(_who, rows.values())))
        )
        return Report(done, len(self.jobs), self.stopped, max(codes), stale)


def _older(known: dict[str, Entry], rows: dict[str, Entry]) -> Iterator[Entry]:
    """Yield the rows of other runs and of single builds that this run has no word on."""
    return (row for file, row in known.items() if file not in rows and row.sha256)


def _source(job: Job, output: Path) -> tuple[str, str, str]:
    """Return a job's content and clinic, and their base, as the manifest names them."""
    return made_from(job.content, job.clinic, output, Path())


def _entry(job: Job, output: Path, **more: object) -> Entry:
    choices = {name: getattr(job.options, name) for name in TABLES}
    source, clinic, base = _source(job, output)
    values: dict[str, Any] = {
        "file": "",
        "source": source,
        "clinic": clinic,
        "base": base,
        **choices,
        **more,
    }
    return Entry(**values)


def _begun(job: Job, output: Path, ready: Ready) -> Entry:
    problems = tuple(map(str, ready.warnings))
    return _entry(job, output, file=ready.file, inputs=ready.inputs, problems=problems)


def _again(old: Entry, job: Job, output: Path) -> Entry:
    source, clinic, base = _source(job, output)
    return replace(old, source=source, clinic=clinic, base=base)


def _who(entry: Entry) -> tuple[str, ...]:
    return (entry.source, entry.clinic, *(getattr(entry, name) for name in TABLES))


def _reason(reason: BaseException) -> tuple[str, int]:
    if isinstance(reason, KeyboardInterrupt):
        return "interrupted", ExitCode.INTERRUPTED
    if isinstance(reason, BrokenExecutor):
        return "a worker process died; it may have been killed, or out of memory", ExitCode.BUG
    return str(reason), ExitCode.NO_WRITE


def _pool(workers: int) -> Executor:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    most = min(workers, 61) if sys.platform == "win32" else workers  # Windows waits for no more
    # spawn: alike on every system, and no worker inherits the journal's lock
    begun_with = (start.__module__, start.__name__, bool(ALONE))
    return ProcessPoolExecutor(most, get_context("spawn"), begin, begun_with)


def _held(submit: Callable[..., Future[list[Outcome]]]) -> Callable[..., Future[list[Outcome]]]:
    """Return ``submit`` with Ctrl-C held back: a worker inherits that, and leaves it to us."""
    if sys.platform == "win32":
        return submit
    import signal
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # else it starts with the first worker, and lets Ctrl-C through again

    def held(*arguments: object) -> Future[list[Outcome]]:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return submit(*arguments)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    return held
