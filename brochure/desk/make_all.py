"""All handouts for all clinics: a run of the batch in the background, its progress, its zip."""

from __future__ import annotations

from pathlib import Path
from threading import Lock, Thread

from brochure._startup.records import replace
from brochure.batch import Job, run_batch
from brochure.batch.run import Done
from brochure.desk.exchange import Answer, Ask, AskError, file_answer, said
from brochure.desk.office import Office
from brochure.desk.outputs import as_zip
from brochure.editions import PLAIN, Options
from brochure.model import BrochureError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import ClinicPaper

OUTPUT = "output"
"""Where the PDFs go, within the folder: a folder for each clinic."""
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
                told = done.entry.problems[0] if done.entry.problems else ""
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


def begin(office: Office, ask: Ask) -> Answer:
    """Begin to make every handout for every clinic; AskError if a run is not over yet."""
    del ask
    if office.run is not None and not office.run.finished:
        raise AskError(409, "still-making")
    rows = [row for row in office.library.rows() if not row.problems]
    clinics = [row for row in office.library.clinics() if not row.problems]
    jobs = [
        Job(row.path, clinic.path, _options(clinic.paper)) for row in rows for clinic in clinics
    ]
    if not clinics:
        jobs = [Job(row.path) for row in rows if not row.needs_clinic]
    if not jobs:
        raise AskError(409, "nothing-to-make")
    office.run = Run(jobs, office.folder / OUTPUT)
    office.run.start()
    return said(office.run.as_json())


def _options(paper: ClinicPaper) -> Options:
    """Return the standard edition on a clinic's paper."""
    return replace(PLAIN, paper=paper) if paper else PLAIN


def progress(office: Office, ask: Ask) -> Answer:
    """Return how far the run is; nothing if there was none."""
    del ask
    office.seen()
    return said(office.run.as_json() if office.run else {"total": 0})


def zipped(office: Office, ask: Ask) -> Answer:
    """Return the PDFs of the last run in a zip, in the folders of their clinics."""
    del ask
    run = office.run
    if run is None or not run.finished:
        raise AskError(404, "not-found")
    found = []
    for name in run.files:
        path = run.output / name
        if path.is_file() and not path.is_symlink():
            found.append((name, path.read_bytes()))
    return file_answer(as_zip(found), "application/zip", "all-handouts.zip", save=True)
