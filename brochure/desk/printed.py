"""How often each handout was printed, by month: what stands first in the list. No patient, no time.

With it goes the phone that the last print had: a clinic whose number changes has old paper about.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from time import strftime

from brochure._startup.records import dataclass

TABLE = """\
CREATE TABLE IF NOT EXISTS printed (
    handout TEXT NOT NULL, clinic TEXT NOT NULL, month TEXT NOT NULL, sheets INTEGER NOT NULL,
    times INTEGER NOT NULL, phone TEXT NOT NULL, PRIMARY KEY (handout, clinic, month)
)"""
ADD = """\
INSERT INTO printed VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (handout, clinic, month) DO UPDATE
SET sheets = sheets + excluded.sheets, times = times + excluded.times, phone = excluded.phone"""
MONTHS_KEPT = 25


@dataclass(frozen=True, slots=True)
class Print:
    """A print: the handout and the clinic by the names of their files, and the phone on it."""

    handout: str
    clinic: str  # "" for the handout's own
    phone: str
    copies: int
    sheets: int  # of one copy


class Printed:
    """Counts in a file of its own; without a file that can be written it counts in this run only.

    A damaged file is begun anew: it only orders a list.
    """

    def __init__(self, file: Path | None) -> None:
        """Take the file, which need not exist yet."""
        self._lock = Lock()
        self._base = self._opened(file)

    def _opened(self, file: Path | None) -> sqlite3.Connection:
        for place in (file, file, None):
            try:
                return self._begun(place)
            except (sqlite3.Error, OSError):
                if place:
                    _set_aside(place)
        return self._begun(None)

    def _begun(self, file: Path | None) -> sqlite3.Connection:
        if file:
            file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(file or ":memory:", timeout=2.0, check_same_thread=False)
        try:
            with base:
                base.execute(TABLE)
        except sqlite3.Error:
            base.close()
            raise
        return base

    @contextmanager
    def _cursor(self) -> Iterator[sqlite3.Cursor]:
        with self._lock, self._base, closing(self._base.cursor()) as cursor:
            yield cursor

    def add(self, what: Print, month: str = "") -> None:
        """Count a print in a month, this one without it; a count that fails is let go."""
        now = month or strftime("%Y-%m")
        try:
            with self._cursor() as cursor:
                sheets = what.copies * what.sheets
                row = (what.handout, what.clinic, now, sheets, what.copies, what.phone)
                cursor.execute(ADD, row)
                oldest = f"{int(now[:4]) - MONTHS_KEPT // 12:04}{now[4:]}"
                cursor.execute("DELETE FROM printed WHERE month < ?", (oldest,))
        except sqlite3.Error:
            return

    def times(self, month: str = "") -> dict[str, int]:
        """Return how many copies of each handout were printed in a month, this one without it."""
        try:
            with self._cursor() as cursor:
                wanted = (month or strftime("%Y-%m"),)
                text = "SELECT handout, SUM(times) FROM printed WHERE month = ? GROUP BY handout"
                rows = cursor.execute(text, wanted)
                return dict(rows.fetchall())
        except sqlite3.Error:
            return {}

    def phone(self, handout: str, clinic: str) -> str:
        """Return the phone on a handout's last print for a clinic; "" if it was never printed."""
        text = (
            "SELECT phone FROM printed WHERE handout = ? AND clinic = ? ORDER BY month DESC LIMIT 1"
        )
        try:
            with self._cursor() as cursor:
                found = cursor.execute(text, (handout, clinic)).fetchone()
        except sqlite3.Error:
            return ""
        return str(found[0]) if found else ""

    def close(self) -> None:
        """Close the file."""
        self._base.close()


def _set_aside(file: Path) -> None:
    """Move a file that cannot be read out of the way, if it is there."""
    try:
        file.replace(file.with_suffix(".damaged"))
    except OSError:
        return
