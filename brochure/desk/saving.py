"""Saving: never over a file that changed meanwhile, and never without a copy of what was there.

The copies lie in `.history` beside the handouts, a folder for each.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.desk.exchange import Answer, Ask, AskError, said
from brochure.desk.library import Row
from brochure.desk.names import is_plain_file
from brochure.desk.office import Office
from brochure.editions import PLAIN
from brochure.model import BrochureError, FitError, WriteError
from brochure.output.atomic_write import write_file
from brochure.reading.paths import read_bytes
from brochure.recipe import make_layout
from brochure.sources import read

HISTORY = ".history"
KEPT = 50
"""Copies of a file; beyond them one a day is kept, up to KEPT_DAYS."""
KEPT_DAYS = 400
NAMED = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)-([0-9a-f]{12})(p?)\.yaml\Z")


def mark_of(data: bytes) -> str:
    """Return what tells a file's bytes from others: a hash, as short as is safe."""
    return sha256(data).hexdigest()[:32]


def text_of(data: bytes) -> str:
    """Return a file's text with its mark and line ends; raise AskError if it is not UTF-8."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise AskError(409, "not-utf8") from None


def _data(row: Row) -> bytes:
    try:
        return read_bytes(row.path)
    except OSError:
        raise AskError(404, "gone") from None


def opened(office: Office, ask: Ask) -> Answer:
    """Return a handout's text, and the mark of its file to be saved over."""
    row = office.library.row(ask.parts["id"])
    data = _data(row)
    return said(
        {"text": text_of(data), "mark": mark_of(data), "title": row.title, "name": row.name}
    )


def save(office: Office, ask: Ask) -> Answer:
    """Write a text over its file and return the file's new mark.

    Raises AskError 409 with the present text if the file is not the one that the text began from,
    if the text has a fault, and, unless ``anyway`` is said, if it does not fit.
    """
    row = office.library.row(ask.parts["id"])
    asked = ask.json()
    text, base = asked.get("text"), asked.get("mark")
    if not isinstance(text, str) or not isinstance(base, str):
        raise AskError(400, "bad-request")
    data = text.encode("utf-8", "replace")
    with office.saving:
        there = _data(row)
        if mark_of(there) not in (base, mark_of(data)):
            raise AskError(409, "changed-outside", text=text_of(there), mark=mark_of(there))
        _judge(data, row, anyway=asked.get("anyway") is True)
        if there != data:
            keep(row.path, there)
            _write(row.path, data)
    office.library.refresh()
    return said({"mark": mark_of(data), "version": office.library.version})


def _judge(data: bytes, row: Row, *, anyway: bool) -> None:
    """Raise AskError for a text with a fault, and for one that does not fit unless it is meant."""
    from brochure.reading.given import Source
    from brochure.reading.loader import load_bytes
    from brochure.sources import assets_for

    folder = row.path.parent
    try:
        load_bytes(data, row.path.name, folder, assets_for(row.path), needs_clinic=False)
        if not anyway and not row.needs_clinic:
            make_layout(read(Source(data, row.path.name, folder))[0], PLAIN)
    except FitError as error:
        raise AskError(409, "save-too-long", words=error.words_over) from None
    except BrochureError as error:
        first = error.problems[0]
        facts = {"line": first.line, "message": first.message}
        raise AskError(409, "save-fault", **facts) from None


def _write(path: Path, data: bytes) -> None:
    try:
        write_file(path, data)
    except WriteError as error:
        first = error.problems[0]
        raise AskError(409, "told", message=first.message, hint=first.hint) from None


# ------------------------------------------------------------------- history


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a file as it was: when it was replaced or printed (UTC), and its mark."""

    path: Path
    day: str
    time: str
    mark: str
    printed: str = ""  # "p" if it was

    @property
    def when(self) -> str:
        """When it was made, as ISO 8601 in UTC."""
        return f"{self.day}T{self.time.replace('-', ':')}Z"


def shelf_of(path: Path) -> Path:
    """Return the folder of a handout's copies."""
    return path.parent / HISTORY / path.stem


def copies(path: Path) -> list[Copy]:
    """Return the copies of a handout, the newest first."""
    shelf = shelf_of(path)
    try:
        names = sorted((each.name for each in shelf.iterdir() if each.is_file()), reverse=True)
    except OSError:
        return []
    found = [(name, match) for name in names if (match := NAMED.match(name))]
    return [Copy(shelf / name, *match.groups()) for name, match in found]


def keep(path: Path, data: bytes, *, printed: bool = False) -> None:
    """Put a copy of a file's bytes on its shelf, and take those off that are too many.

    Raises AskError if it cannot be written: then nothing is saved over the file.
    """
    mark = mark_of(data)[:12]
    known = copies(path)
    if not known or known[0].mark != mark or (printed and not known[0].printed):
        name = f"{_moment(known)}-{mark}{'p' if printed else ''}.yaml"
        _write(shelf_of(path) / name, data)
    for copy in surplus(copies(path)):
        copy.path.unlink(missing_ok=True)


def _moment(known: list[Copy]) -> str:
    """Return the time, or a second that no copy has yet: their names are their order."""
    taken, now = {f"{copy.day}T{copy.time}" for copy in known}, datetime.now(UTC)
    while (name := now.strftime("%Y-%m-%dT%H-%M-%S")) in taken:
        now += timedelta(seconds=1)
    return name


def keep_printed(office: Office, row: Row) -> None:
    """Put a copy of what was printed on its shelf; a folder that takes none is let be."""
    with suppress(OSError, AskError), office.saving:
        keep(row.path, read_bytes(row.path), printed=True)


def surplus(found: list[Copy]) -> list[Copy]:
    """Return the copies that need not be kept: beyond KEPT all but the last of each day.

    The last one that was printed is kept for good.
    """
    seen = {copy.day for copy in found[:KEPT]}
    extra = []
    printed = next((copy for copy in found if copy.printed), None)
    for copy in found[KEPT:]:
        if copy is not printed and (copy.day in seen or len(seen) > KEPT_DAYS):
            extra.append(copy)
        seen.add(copy.day)
    return extra


def history(office: Office, ask: Ask) -> Answer:
    """Return when a handout was saved before, the newest first."""
    row = office.library.row(ask.parts["id"])
    rows = [{"name": copy.path.stem, "when": copy.when} for copy in copies(row.path)]
    return said({"copies": rows})


def copied(office: Office, ask: Ask) -> Answer:
    """Return the text of a copy; it is restored by being saved."""
    row = office.library.row(ask.parts["id"])
    wanted = next((each for each in copies(row.path) if each.path.stem == ask.parts["name"]), None)
    if wanted is None or not is_plain_file(office.folder, wanted.path):
        raise AskError(404, "gone")
    try:
        return said({"text": text_of(wanted.path.read_bytes())})
    except OSError:
        raise AskError(404, "gone") from None
