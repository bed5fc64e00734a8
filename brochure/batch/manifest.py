"""The manifest: what lies in the output folder, from what it was made, and its hash.

While a run lasts, each finished row is added to a journal beside it, so that a run that is killed
need not begin anew. The journal is also the lock that keeps two runs apart.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from brochure import __version__
from brochure.model import Problem, WriteError
from brochure.output.atomic_write import write_file
from brochure.output.made_from import JOURNAL, MANIFEST, Entry
from brochure.output.write_faults import advice, in_the_way

__all__ = [
    "JOURNAL", "MANIFEST", "Entry", "Journal", "fold", "read_row", "read_rows", "stands",
    "write_manifest",
]  # fmt: skip

LOCKED_BYTE = 1 << 30
"""Far behind the end, as Windows lets nobody read a byte that is locked."""


def read_rows(output: Path) -> dict[str, Entry]:
    """Return what is known of the files in an output folder, by file; the journal's word is last.

    A manifest that is missing or spoiled says nothing, so that all is made again.
    """
    rows = {entry.file: entry for entry in _manifest_entries(output / MANIFEST)}
    rows |= {entry.file: entry for entry in _journal_entries(_text(output / JOURNAL))}
    rows.pop("", None)
    return rows


def _journal_entries(text: str) -> Iterator[Entry]:
    entries = map(read_row, text.split("\n"))
    return (entry for entry in entries if entry)


def read_row(line: str) -> Entry | None:
    """Return the entry of a line of JSON, None if it was cut off when the run was killed."""
    try:
        return _entry(json.loads(line))
    except (ValueError, TypeError, KeyError):
        return None


def _manifest_entries(path: Path) -> Iterator[Entry]:
    try:
        yield from [_entry(values) for values in json.loads(_text(path))["handouts"]]
    except (ValueError, TypeError, KeyError):
        return


def _entry(values: dict[str, Any]) -> Entry:
    entry = Entry(**values | {"problems": tuple(values["problems"])})
    if not all(isinstance(text, str) for text in (entry.file, entry.sha256, entry.inputs)):
        raise TypeError("a row is not as it was written")
    return entry


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def stands(output: Path, entry: Entry) -> bool:
    """Return whether the entry's file is there, with the bytes that the entry tells of."""
    try:
        data = (output / entry.file).read_bytes()
    except (OSError, ValueError):
        return False
    return sha256(data).hexdigest() == entry.sha256


def write_manifest(output: Path, entries: Iterable[Entry]) -> None:
    """Write the manifest, whole or not at all; raise WriteError if it cannot be."""
    rows = [entry.row() for entry in sorted(entries, key=_place)]
    head = json.dumps(f"brochure {__version__}")
    text = f'{{"program": {head},\n"handouts": [\n' + ",\n".join(rows) + "\n]}\n"
    data = text.encode("utf-8")
    path = output / MANIFEST
    try:
        unchanged = path.read_bytes() == data
    except OSError:
        unchanged = False
    if not unchanged:
        write_file(path, data)


def _place(entry: Entry) -> tuple[str, ...]:
    return (entry.file, entry.source, entry.clinic, entry.format, entry.paper, entry.mode)


def fold(output: Path) -> None:
    """Bring the journal of single builds into the manifest.

    Raises WriteError if it cannot be written, or a batch is at it, which does the same.
    """
    journal = Journal(output)
    try:
        rows = journal.rows().values()
        write_manifest(output, rows)
        late = journal.remove()
        if late:
            write_manifest(output, [*rows, *late])
    finally:
        journal.close()


class Journal:
    """The rows that a run has finished, on disk at once."""

    def __init__(self, output: Path) -> None:
        """Open and lock the journal; raise WriteError if that cannot be."""
        self.path = output / JOURNAL
        self._read = 0
        try:
            output.mkdir(parents=True, exist_ok=True)
            self._file: IO[str] | None = self.path.open("a+", encoding="utf-8", newline="\n")
        except (FileExistsError, NotADirectoryError) as error:
            raise _refusal(output, *in_the_way(output)) from error
        except OSError as error:
            raise _refusal(output, *advice(error)) from error
        if not _lock(self._file):
            self._file.close()
            hint = "wait until it is done, or choose another folder with -o"
            raise _refusal(output, "another run is writing there", hint)

    def add(self, entries: Iterable[Entry]) -> None:
        """Add rows; a full disk ends the journal, not the run."""
        if self._file is None:
            return
        try:
            self._file.write("".join(f"{entry.row()}\n" for entry in entries))
            self._file.flush()
        except OSError:
            self.close()

    def close(self) -> None:
        """Let go of the journal, which stays."""
        file, self._file = self._file, None
        try:
            if file is not None:
                file.close()
        except OSError:
            return

    def remove(self) -> list[Entry]:
        """Remove the journal, as all it says is in the manifest.

        Returns what a single build has added since the manifest was written.
        """
        read = self._read
        try:
            self.path.unlink(missing_ok=True)
        except OSError:  # Windows removes no file that is open
            self.close()
            self._unlink()
            return []
        late = list(_journal_entries(self._text()[read:]))
        self.close()
        return late

    def rows(self) -> dict[str, Entry]:
        """Return what is known by now; what is added later counts as late."""
        self._read = self._text().rfind("\n") + 1  # a row that is half written counts as late
        return read_rows(self.path.parent)

    def _text(self) -> str:
        """Return the journal's words, also if it has lost its name."""
        if self._file is None:
            return ""
        try:
            self._file.seek(0)
            return self._file.read()
        except (OSError, ValueError):
            return ""

    def _unlink(self) -> None:
        try:
            self.path.unlink(missing_ok=True)
        except OSError:
            return


def _refusal(output: Path, why: str, hint: str) -> WriteError:
    message = f"cannot write into {output}: {why}; nothing was made"
    return WriteError([Problem(str(output), 0, 0, "error", message, hint)])


def _lock(file: IO[str]) -> bool:
    """Lock a file until it is closed or the process ends; False if another holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True  # a file system without locks: two runs at once are the user's care
    return True
