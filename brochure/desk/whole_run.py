"""A run of the batch in the background, and how far it is."""

from __future__ import annotations

from pathlib import Path
from threading import Lock, Thread

from brochure.batch import Job, run_batch
from brochure.batch.run import Done
from brochure.model import BrochureError

TOLD = 20
WORKERS = 2
"""Processes at most: somebody works at the desk meanwhile."""


class Run:
    """A run and how far it is; it goes on when nobody looks."""

    def __init__(self, jobs: list[Job], output: Path) -> None:
        """Take the jobs; `start` begins."""
        self.jobs = jobs
        self.output = output
        self.count = 0
        self.failed: list[str] = []
        self.files: list[str] = []
        self.finished = False
        self.stopped = ""
        self._lock = Lock()

    def start(self) -> None:
        """Begin in a thread of its own."""
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            report = run_batch(self.jobs, self.output, on_done=self._note, workers=WORKERS)
            self._end(report.stopped)
        except BrochureError as error:
            self._end(error.problems[0].message)
        except Exception as error:
            self._end(f"{type(error).__name__}: {error}")

    def _note(self, done: Done, count: int, total: int) -> None:
        del total
        with self._lock:
            self.count = count
            if done.code:
                name = Path(done.entry.source).name
                clinic = Path(done.entry.clinic).stem
                told = _reason(done.entry.problems)
                self.failed.append(f"{name} {f'({clinic})' if clinic else ''} {told}".strip())
            else:
                self.files.append(done.entry.file)

    def _end(self, why: str) -> None:
        with self._lock:
            self.stopped, self.finished = why, True

    def as_json(self) -> dict[str, object]:
        """Return how far it is, as the page takes it."""
        with self._lock:
            return {
                "done": self.count,
                "total": len(self.jobs),
                "made": len(self.files),
                "failed": self.failed[:TOLD],
                "failures": len(self.failed),
                "finished": self.finished,
                "stopped": self.stopped,
            }


def _reason(problems: tuple[str, ...]) -> str:
    """Return what stopped a job: its first error, not a warning that was told before it."""
    errors = (each for each in problems if ": error" in each)
    return next(errors, problems[-1] if problems else "")
