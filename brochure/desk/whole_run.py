"""A run of the batch in the background, and how far it is."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Thread

from brochure.batch import Job, run_batch
from brochure.batch.run import Done
from brochure.model import BrochureError

TOLD = 20
FAULT = "fault"
"""Why a run ended by a fault of the program; any other reason is a sentence."""
Why = Callable[[Done], "dict[str, object]"]
"""Says of a job that failed which handout it was, for whom, and why, as the page takes it."""
WORKERS = 2
"""Processes at most: somebody works at the desk meanwhile."""


class Run:
    """A run and how far it is; it goes on when nobody looks."""

    def __init__(self, jobs: list[Job], output: Path, why: Why) -> None:
        """Take the jobs, and who tells why one failed; `start` begins."""
        self.jobs = jobs
        self.output = output
        self.why = why
        self.count = 0
        self.failed: list[dict[str, object]] = []
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
        except Exception:
            traceback.print_exc(file=sys.stderr)
            self._end(FAULT)

    def _note(self, done: Done, count: int, total: int) -> None:
        del total
        told = self.why(done) if done.code else None
        with self._lock:
            self.count = count
            if told:
                self.failed.append(told)
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
