"""The folder as the desk sees it: its handouts, clinics and brands, read again when they change."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from threading import Lock
from zlib import crc32

from brochure._startup.records import dataclass
from brochure.commands.near_files import BRANDS, CLINICS, CONTENT, kind_of
from brochure.commands.watching import Stamp, stamp
from brochure.desk.exchange import AskError
from brochure.desk.language_names import names_of
from brochure.desk.names import ENDINGS, is_plain_file, is_plain_place
from brochure.desk.search import Searched, rank, searched, words_of
from brochure.language.tags import primary_tag
from brochure.model import BrochureError, Handout, Problem
from brochure.model.texts import texts_of
from brochure.reading.loader import load, load_clinic
from brochure.reading.paths import read_bytes
from brochure.sources import assets_for

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import ClinicPaper

MOST_FILES = 5000
PASSED_OVER = ("assets", "output", "node_modules")
"""Folders that hold no content files, besides those that begin with "." or "_"."""


@dataclass(frozen=True, slots=True)
class Row:
    """A content file of the folder; ``problems`` say why it cannot be read."""

    id: int
    path: Path
    name: str  # its path in the folder, with "/"
    title: str
    title_en: str = ""
    language: str = "en-US"
    topics: tuple[str, ...] = ()
    reviewed: str = ""
    review_by: str = ""
    draft: bool = False
    needs_clinic: bool = False
    clinic: str = ""  # its own clinic's name
    primary: str = ""  # its brand's colour
    problems: tuple[Problem, ...] = ()
    found: Searched = Searched(())


@dataclass(frozen=True, slots=True)
class ClinicRow:
    """A clinic's file of the folder; ``problems`` say why it cannot be read."""

    id: int
    path: Path
    name: str
    title: str
    phone: str = ""
    paper: ClinicPaper = ""
    problems: tuple[Problem, ...] = ()


class Library:
    """The rows of a folder and of the folders right below it; threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Take a folder; nothing is read before `refresh`."""
        self.folder = folder.resolve()
        self.version = 0
        self.shared = 0  # how often a file changed that several handouts may be made of
        self._lock = Lock()
        self._stamps: dict[Path, Stamp] = {}
        self._kinds: dict[Path, str] = {}
        self._rows: dict[int, Row] = {}
        self._departed: dict[int, Row] = {}  # rows whose file was taken away
        self._clinics: dict[int, ClinicRow] = {}
        self._brands: dict[int, Path] = {}
        self._ids: dict[str, int] = {}

    # ------------------------------------------------------------- what is there

    def rows(self) -> list[Row]:
        """Return all handouts by title."""
        return sorted(self._rows.values(), key=lambda row: (row.found.places[:1], row.name))

    def clinics(self) -> list[ClinicRow]:
        """Return all clinics by name."""
        return sorted(self._clinics.values(), key=lambda row: (row.title.casefold(), row.name))

    def brands(self) -> list[tuple[int, Path]]:
        """Return the numbers and paths of all files that hold a brand and nothing else."""
        return sorted(self._brands.items(), key=lambda pair: pair[1])

    def row(self, number: str | int) -> Row:
        """Return a handout by its number; raise AskError if it is not, or no longer, there."""
        row = self._rows.get(_number(number))
        if row is None or not is_plain_file(self.folder, row.path):
            raise AskError(404, "gone")
        return row

    def written(self, number: str | int) -> Row:
        """Return a handout whose words are being written, if its file was taken away, too."""
        row = self._rows.get(_number(number)) or self._departed.get(_number(number))
        if row is None or not is_plain_place(self.folder, row.path):
            raise AskError(404, "gone")
        return self.row(number) if os.path.lexists(row.path) else row

    def clinic(self, number: str | int) -> ClinicRow | None:
        """Return a clinic by its number, None for "" and 0; raise AskError if it is not there."""
        if not _number(number or 0):
            return None
        row = self._clinics.get(_number(number))
        if row is None or not is_plain_file(self.folder, row.path):
            raise AskError(404, "gone")
        return row

    def find(self, query: str, language: str = "") -> list[Row]:
        """Return the handouts with every word of a query, best first; all by title without one."""
        words = words_of(query)
        rows = [row for row in self.rows() if not language or tag_of(row.language) == language]
        ranked = [(place, row) for row in rows if (place := rank(row.found, words)) is not None]
        return [row for _, row in sorted(ranked, key=lambda pair: pair[0])]

    def languages(self) -> list[str]:
        """Return the languages that there are handouts in, the commonest first."""
        tags = [tag_of(row.language) for row in self._rows.values()]
        return sorted(set(tags), key=lambda tag: (-tags.count(tag), tag))

    def number_of(self, path: Path) -> int:
        """Return the number of a file of the folder, the same at each start."""
        name = path.relative_to(self.folder).as_posix()
        if name not in self._ids:
            taken = set(self._ids.values())
            number = crc32(name.encode("utf-8", "surrogatepass")) or 1
            while number in taken:
                number += 1
            self._ids[name] = number
        return self._ids[name]

    # ----------------------------------------------------------- reading it again

    def say_changed(self) -> None:
        """Count a change that is not of a file: something else is to be told of one."""
        with self._lock:
            self.version += 1

    def refresh(self) -> bool:
        """Look at the folder again; return whether anything changed, which `version` counts."""
        with self._lock:
            now = dict(self._stamped())
            gone = set(self._stamps) - set(now)
            changed = [path for path, mark in now.items() if self._stamps.get(path) != mark]
            before = {path: self._kinds.get(path) for path in (*gone, *changed)}
            for path in gone:
                self._drop(path)
            for path in changed:
                self._take(path)
            after = (self._kinds.get(path) for path in changed)
            self.shared += not {*before.values(), *after} <= {CONTENT, None}
            self._stamps = now
            self.version += bool(gone or changed)
            return bool(gone or changed)

    def _stamped(self) -> Iterator[tuple[Path, Stamp]]:
        """Yield the YAML files of the folder and those right below, links left out."""
        count = 0
        for folder in (self.folder, *self._folders()):
            for path in _files(folder):
                if path.suffix.lower() in ENDINGS and count < MOST_FILES:
                    count += 1
                    yield path, stamp(path)

    def _folders(self) -> list[Path]:
        return sorted(
            Path(each.path)
            for each in _entries(self.folder)
            if each.is_dir(follow_symlinks=False)
            and each.name[0] not in "._"
            and each.name.lower() not in PASSED_OVER
            and not each.is_symlink()
        )

    def _drop(self, path: Path) -> None:
        number = self.number_of(path)
        self._kinds.pop(path, None)
        if row := self._rows.pop(number, None):
            self._departed[number] = row
        self._clinics.pop(number, None)
        self._brands.pop(number, None)

    def _take(self, path: Path) -> None:
        """Read a file that is new or has changed."""
        self._drop(path)
        number, kind = self.number_of(path), kind_of(path)
        self._kinds[path] = kind
        if kind == CONTENT:
            self._rows[number] = read_row(number, path, self.folder)
        elif kind == CLINICS:
            self._clinics[number] = read_clinic(number, path, self.folder)
        elif kind == BRANDS:
            self._brands[number] = path


def _number(typed: str | int) -> int:
    text = str(typed)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []


def _files(folder: Path) -> list[Path]:
    return sorted(
        Path(each.path)
        for each in _entries(folder)
        if each.name[0] not in "._" and each.is_file(follow_symlinks=False)
    )


def tag_of(language: str) -> str:
    """Return what a language is found by: "es" of "es-MX", "zh-Hans" of "zh-Hans-CN"."""
    script = language.partition("-")[2].partition("-")[0]
    primary = primary_tag(language)
    return f"{primary}-{script}" if len(script) == 4 and script.isalpha() else primary


def read_row(number: int, path: Path, folder: Path) -> Row:
    """Return the row of a content file, of one that cannot be read, too."""
    name = path.relative_to(folder).as_posix()
    within = (path.parent.name,) if path.parent != folder else ()
    try:
        handout, _ = load(path, assets=assets_for(path), needs_clinic=False)
    except BrochureError as error:
        title = _typed_title(path) or path.stem
        return Row(
            number,
            path,
            name,
            title,
            topics=within,
            problems=tuple(error.problems),
            found=searched([title], [], [], within, [name]),
        )
    return row_of(handout, number, path, name, within)


def row_of(handout: Handout, number: int, path: Path, name: str, within: tuple[str, ...]) -> Row:
    """Return the row of a handout that is read; ``within`` is its folder, as a topic."""
    texts = [(kind, text.plain) for _, kind, text in texts_of(handout)]
    topics = (*(each.plain for each in handout.topics), *within)
    title_en = handout.title_en.plain if handout.title_en else ""
    return Row(
        number,
        path,
        name,
        handout.title.plain,
        title_en,
        handout.language,
        topics,
        handout.reviewed,
        handout.review_by,
        bool(handout.status),
        not handout.clinic.name.plain,
        handout.clinic.name.plain,
        handout.brand.primary.plain if handout.brand.primary else "",
        found=searched(
            [handout.title.plain],
            [title_en],
            [text for kind, text in texts if kind in ("subtitle", "heading")],
            [*topics, *names_of(handout.language), name],
            [text for kind, text in texts if kind == "clinic"],
            [text for _, text in texts],
        ),
    )


def _typed_title(path: Path) -> str:
    """Return the title of a file that cannot be read, if a line begins as one."""
    try:
        text = read_bytes(path).decode("utf-8", "replace")
    except OSError:
        return ""
    found = re.search(r"""(?m)^\ufeff?title[ \t]*:[ \t]*["']?([^\n"']{1,200})""", text)
    return found[1].strip() if found else ""


def read_clinic(number: int, path: Path, folder: Path) -> ClinicRow:
    """Return the row of a clinic's file, of one that cannot be read, too."""
    name = path.relative_to(folder).as_posix()
    try:
        clinic, _, _ = load_clinic(path, assets=assets_for(path))
    except BrochureError as error:
        return ClinicRow(number, path, name, path.stem, problems=tuple(error.problems))
    return ClinicRow(number, path, name, clinic.name.plain, clinic.phone.plain, clinic.paper)
