"""All handouts for all clinics: a run of the batch in the background, its progress, its zip."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure._startup.records import replace
from brochure.batch import Job
from brochure.desk.exchange import Answer, Ask, AskError, file_answer, said
from brochure.desk.office import Office
from brochure.desk.outputs import as_zip
from brochure.desk.states import State, of_error
from brochure.desk.whole_run import Run
from brochure.editions import PLAIN, Options
from brochure.model import BrochureError
from brochure.output.made_from import made_from

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.batch.run import Done
    from brochure.desk.library import ClinicRow, Row
    from brochure.model.choices import ClinicPaper

OUTPUT = "output"
"""Where the PDFs go, within the folder: a folder for each clinic."""


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
    output = office.folder / OUTPUT
    named = {made_from(job.content, job.clinic, output, Path())[:2]: job for job in jobs}
    office.run = Run(jobs, output, lambda done: _failure(office, named, done))
    office.run.start()
    return said(office.run.as_json())


def _options(paper: ClinicPaper) -> Options:
    """Return the standard edition on a clinic's paper."""
    return replace(PLAIN, paper=paper) if paper else PLAIN


def _failure(office: Office, named: Mapping[tuple[str, str], Job], done: Done) -> dict[str, object]:
    """Return which handout was not made, for which clinic, and why: in the words of a state.

    ``named`` are the jobs by what the manifest calls their two files.
    """
    job = named[done.entry.source, done.entry.clinic]
    row = next((row for row in office.library.rows() if row.path == job.content), None)
    clinic = next((row for row in office.library.clinics() if row.path == job.clinic), None)
    name = job.content.name
    facts: dict[str, object] = {"id": row.id if row else 0, "title": name, "language": ""}
    if row:
        facts |= {"title": row.title, "language": row.language}
    return {**facts, "clinic": clinic.title if clinic else "", "state": _why(office, row, clinic)}


def _why(office: Office, row: Row | None, clinic: ClinicRow | None) -> dict[str, object]:
    try:
        if row:
            office.outputs.make(row, clinic, _options(clinic.paper if clinic else ""))
    except (BrochureError, AskError) as error:
        return of_error(error)[0].as_json()
    return State("stop", "not-made").as_json()


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
