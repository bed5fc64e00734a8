"""What each PDF of an output folder was made from: a row of its manifest or journal.

The rows of single builds are added to the journal, a line each and in one piece, so that any
number of programs may do so at once; the next batch, or the journal's length, brings them into
the manifest.
"""

from __future__ import annotations

import os
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.editions import PLAIN
from brochure.remember import remember

MANIFEST = "manifest.json"
JOURNAL = ".manifest.journal"
FIRST_KEY = '{"file": '
LONGEST = 200_000
"""Bytes of a journal that is to be brought into the manifest."""
TRIES = 5
"""How often a row is added anew if a batch takes the journal away meanwhile."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a handout of this run or of an earlier one.

    ``file`` is its place in the output folder, empty if it has none yet. ``source`` and ``clinic``
    are as typed in the folder ``base``, which is told from the output folder. ``sha256`` is empty
    if the handout could not be made; an older file may still lie there. ``inputs`` is the hash of
    everything that the file depends on.
    """

    file: str
    source: str
    clinic: str = ""
    format: str = PLAIN.format
    paper: str = PLAIN.paper
    mode: str = PLAIN.mode
    punch: str = PLAIN.punch
    style: str = PLAIN.style
    sheet: str = PLAIN.sheet
    sides: str = PLAIN.sides
    pages: int = 0
    size: float = 0.0
    bytes: int = 0
    sha256: str = ""
    inputs: str = ""
    problems: tuple[str, ...] = ()
    base: str = ""

    def row(self) -> str:
        """Return the entry as a line of JSON."""
        pairs = (f'"{name}": {_json(getattr(self, name))}' for name in self.__match_args__)
        return "{" + ", ".join(pairs) + "}"

    def origin(self, output: Path) -> Path:
        """Return the content file that an entry of an output folder names."""
        return Path(os.path.normpath(output.resolve() / self.base / self.source))

    def place(self, output: Path) -> Path | None:
        """Return the clinic's file that an entry names, None if it has the content file's own."""
        if not self.clinic:
            return None
        return Path(os.path.normpath(output.resolve() / self.base / self.clinic))


def _json(value: object) -> str:
    """Return a value of an entry as JSON, without loading the module of that name."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_json, value)) + "]"
    return repr(value)


def quoted(text: str) -> str:
    """Return a text as JSON; control characters, and halves of characters, as escapes."""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    if text.isprintable():
        return f'"{text}"'
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    hidden = letter < " " or "\x7f" <= letter <= "\x9f" or "\ud800" <= letter <= "\udfff"
    return f"\\u{ord(letter):04x}" if hidden or letter in "\u2028\u2029" else letter


def made_from(content: Path, clinic: Path | None, output: Path, home: Path) -> tuple[str, str, str]:
    """Return a content file, a clinic's file and their base as an entry names them.

    They are as typed in ``home``, which the base tells; whole paths are told from the output
    folder, as no path of a machine travels, unless it is on another drive of Windows.
    """
    files = [content, clinic] if clinic else [content]
    whole = any(file.is_absolute() for file in files)
    try:
        base = "." if whole else _base(str(output.absolute()), str(home.absolute()))
        names = [_from(output, home / file) if whole else str(file) for file in files]
    except ValueError:
        base, names = str(home.absolute()), [str(file.absolute()) for file in files]
    source, other, *_ = *(Path(name).as_posix() for name in names), ""
    return source, other, Path(base).as_posix()


def _from(output: Path, file: Path) -> str:
    """Return a file's path as told from an output folder, the links of folders followed."""
    return os.path.relpath(file.parent.resolve() / file.name, output.resolve())


@remember(16)
def _base(output: str, home: str) -> str:
    """Return the folder ``home`` as told from an output folder, links followed."""
    return os.path.relpath(Path(home).resolve(), Path(output).resolve())


def last_row(output: Path, file: str) -> str:
    """Return the newest row of a file in an output folder, as a line of JSON; or nothing."""
    start = FIRST_KEY + quoted(file) + ","
    for name in (JOURNAL, MANIFEST):
        text = _text(output / name)
        at = text.rfind(start)
        if at >= 0:
            return text[at:].partition("\n")[0].rstrip(",")
    return ""


def add_row(output: Path, entry: Entry) -> bool:
    """Add an entry to the journal of an output folder; return whether that is long by now.

    One that cannot be added is left out: its file then counts as made by nobody that is known.
    """
    path = output / JOURNAL
    line = f"{entry.row()}\n".encode()
    for _ in range(TRIES):
        try:
            with path.open("ab", buffering=0) as file:
                # a new line first: a row before it may have been cut off by a power cut
                file.write((b"\n" if file.tell() and not _ends(path) else b"") + line)
                length, number = file.tell(), os.fstat(file.fileno()).st_ino
                # while it is open: the number of a file that is gone may be given to the next one
                if path.stat().st_ino != number:
                    continue  # a batch has just taken the journal into the manifest
        except FileNotFoundError:
            continue
        except OSError:
            return False
        return length > LONGEST
    return False


def _ends(path: Path) -> bool:
    """Return whether a file's last line is whole; one that has just begun has none."""
    with path.open("rb") as file:
        if not file.seek(0, os.SEEK_END):
            return True
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:
        return ""
