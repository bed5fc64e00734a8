"""What is printed: a handout as it is now or, where that cannot be, as it was when it last could.

It is named by the handout's number, or by "number~copy" for a copy of its history.
"""

from __future__ import annotations

from brochure._startup.records import dataclass, replace
from brochure.desk.exchange import AskError
from brochure.desk.library import ClinicRow, Row, row_of
from brochure.desk.names import is_plain_file
from brochure.desk.office import Office
from brochure.desk.outputs import Made, options_of
from brochure.desk.saving import Copy, copies
from brochure.desk.states import READY, State, of_made
from brochure.model import BrochureError, Handout
from brochure.model.content import Clinic
from brochure.reading.given import Source
from brochure.reading.loader import load_bytes, load_clinic
from brochure.reading.paths import read_bytes
from brochure.sources import assets_for, read

SIGN = "~"
"""Stands between the number of a handout and the name of a copy of it."""


@dataclass(frozen=True, slots=True)
class Version:
    """A handout to be printed; ``source`` is the copy that it is read from, None for its file."""

    row: Row
    source: Source | None = None
    when: str = ""  # the copy was made (UTC)


def version_of(office: Office, named: str) -> Version:
    """Return what a number, or a number and a copy, stand for.

    Raises AskError if it is not, or no longer, there, and ContentError for a copy with a fault.
    """
    number, _, name = named.partition(SIGN)
    row = office.library.row(number)
    if not name:
        return Version(row)
    copy = next((each for each in copies(row.path) if each.path.stem == name), None)
    if copy is None:
        raise AskError(404, "gone")
    return _read(office, row, copy)


def _read(office: Office, row: Row, copy: Copy) -> Version:
    """Return a copy, read as if it lay where the handout does."""
    if not is_plain_file(office.folder, copy.path):
        raise AskError(404, "gone")
    try:
        source = Source(read_bytes(copy.path), row.path.name, row.path.parent)
    except OSError:
        raise AskError(404, "gone") from None
    old = row_of(_loaded(source, row), row.id, row.path, row.name, ())
    return Version(replace(old, topics=row.topics), source, copy.when)


def _loaded(source: Source, row: Row) -> Handout:
    assets = assets_for(row.path)
    return load_bytes(source.data, source.name, source.folder, assets, needs_clinic=False)[0]


def made_of(office: Office, version: Version, clinic: str, query: dict[str, str]) -> Made:
    """Return the edition that a query asks for, on the paper of the clinic that it is made for.

    ``clinic`` is the number of the chosen one, "" for the handout's own. Raises as a build does.
    """
    chosen = office.library.clinic(clinic)
    options = options_of(query, clinic_of(version, chosen))
    return office.outputs.make(version.row, chosen, options, version.source)


def clinic_of(version: Version, chosen: ClinicRow | None) -> Clinic | None:
    """Return the clinic that a handout is made for, None if its file cannot be read."""
    try:
        if chosen:
            return load_clinic(chosen.path, assets=assets_for(chosen.path))[0]
        row = version.row
        return None if row.needs_clinic else read(version.source or row.path)[0].clinic
    except BrochureError:
        return None


def states_of(version: Version, made: Made, last_phone: str) -> list[State]:
    """Return what is to be known of an edition; first of all that it is an old one, if it is."""
    found = of_made(version.row, made, last_phone)
    if not version.source:
        return found
    phone = made.handout.clinic.phone.plain
    old = State("warn", "old-version", {"when": version.when, "phone": phone})
    return [old, *(state for state in found if state is not READY)]


def last_printable(office: Office, row: Row, clinic: str) -> Copy | None:
    """Return the newest copy that can be printed, if the handout itself cannot; None if none can.

    A copy whose phone is not the one of the file is passed over: nobody is given an old number.
    """
    try:
        made_of(office, Version(row), clinic, {})
        return None
    except AskError:  # a clinic has to be chosen first
        return None
    except BrochureError:
        phone = _own_phone(row)
    known = copies(row.path)
    return next((each for each in known if _prints(office, row, each, clinic, phone)), None)


def _prints(office: Office, row: Row, copy: Copy, clinic: str, phone: str) -> bool:
    """Return whether a copy can be printed, with the phone that the file has if that is known."""
    try:
        made = made_of(office, _read(office, row, copy), clinic, {})
    except (BrochureError, AskError):
        return False
    return bool(clinic) or phone in ("", made.handout.clinic.phone.plain)


def _own_phone(row: Row) -> str:
    """Return the phone of the clinic that a handout's file names; "" if it cannot be read."""
    try:
        source = Source(read_bytes(row.path), row.path.name, row.path.parent)
        return _loaded(source, row).clinic.phone.plain
    except (BrochureError, OSError):
        return ""
