"""From files to jobs, and from a job to what its handout is made of and the hash of all that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from brochure import __version__
from brochure._startup.records import dataclass
from brochure.editions import PLAIN, Options, file_name, is_optional, numbered_slug
from brochure.model import BrandSource, BrochureError, Clinic, Handout, Problem
from brochure.output.fingerprint import (
    digest,
    file_digest,
    inputs,
    named_files,
    place_digest,
    sha256,
    topic_digest,
    versions,
)
from brochure.reading.doubts import clinic_doubts, doubts
from brochure.reading.given import Source
from brochure.reading.loader import load, load_clinic
from brochure.remember import remember
from brochure.sources import assets_for, for_clinic, read
from brochure.typeset.fonts import ASSETS

KEPT = 8
"""Content files kept parsed at a time; all clinics are kept."""
PACKAGE = Path(__file__).parents[1]


@dataclass(frozen=True, slots=True)
class Job:
    """One handout to make: a content file, a clinic in place of the file's own, and options.

    One of a whole set may be ``optional``: a text that it does not fit is told, and no failure.
    """

    content: Path
    clinic: Path | None = None
    options: Options = PLAIN
    optional: bool = False

    def folder(self) -> str:
        """Return the folder within the output that the handout goes to."""
        return _folder(self.clinic.stem) if self.clinic else ""


_folder = remember(128)(numbered_slug)


def combinations(
    contents: Sequence[Path], clinics: Sequence[Path], options: Sequence[Options]
) -> list[Job]:
    """Return a job for each content file, clinic and option; without clinics, the files' own.

    Several options are a whole set, of which each text fits those that it fits.
    """
    places: Sequence[Path | None] = clinics or [None]
    return [
        Job(content, clinic, choice, is_optional(choice, options))
        for content in contents
        for clinic in places
        for choice in options
    ]


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name; those that begin with "." or "_" are left out."""
    return sorted(
        path
        for path in folder.iterdir()
        if path.suffix.lower() in (".yaml", ".yml") and path.name[0] not in "._" and path.is_file()
    )


def clinic_paper(path: Path) -> str:
    """Return the paper of a clinic's file; "" if it names none, or cannot be read."""
    try:
        return load_clinic(path, assets=assets_for(path))[0].paper
    except BrochureError:
        return ""


def own_paper(path: Path) -> str:
    """Return the paper of the clinic in a content file; few files have to be read for it."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    if b"paper" not in data and not _NAMES_CLINIC.search(data):
        return ""
    try:
        return load(path, assets=assets_for(path), needs_clinic=False)[0].clinic.paper
    except BrochureError:
        return ""


_NAMES_CLINIC = re.compile(rb"(?mi)^clinic[ \t]*:[^\n]*[.]ya?ml")


@dataclass(frozen=True, slots=True)
class Topic:
    """A content file, parsed; its hash leaves the clinic out."""

    handout: Handout
    warnings: tuple[Problem, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Place:
    """A clinic's file, parsed, with its brand if it has one."""

    clinic: Clinic
    brand: BrandSource | None
    warnings: tuple[Problem, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Ready:
    """A job with its content read: the file it will be, and the hash of what goes in.

    ``by_version`` is the hash that a single build of the same has, if the versions are the same.
    """

    handout: Handout
    file: str
    inputs: str
    by_version: str
    warnings: tuple[Problem, ...]


Read = TypeVar("Read", Topic, Place)


class Shelf:
    """Reads each file once in a run."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._topics: dict[tuple[Path, bool], Topic | BrochureError] = {}
        self._places: dict[Path, Place | BrochureError] = {}
        self._files: dict[Path, str] = {}

    def ready(self, job: Job) -> Ready:
        """Return a job with its content read; raise BrochureError if a file cannot be used."""
        handout, words, warnings = self._read(job, job.content)
        if job.options.sides == "twin":
            from brochure.twin_sheets import original, with_back

            twin, more, told = self._read(job, original(handout))
            handout, apart = with_back(twin, handout)
            words, warnings = digest(more + words), (*warnings, *told, *apart)
        return self._ready(job, handout, words, warnings)

    def _read(self, job: Job, content: Path) -> tuple[Handout, str, tuple[Problem, ...]]:
        """Return a handout for the job's clinic, the hash of both files, and warnings."""
        topic = self._topic(content, job.clinic is None)
        if job.clinic is None:
            return topic.handout, topic.digest, topic.warnings
        place = self._place(job.clinic)
        handout, others = for_clinic(topic.handout, place.clinic, place.brand)
        warnings = (*topic.warnings, *place.warnings, *others)
        return handout, topic.digest + place.digest, warnings

    def _ready(
        self, job: Job, handout: Handout, words: str, warnings: tuple[Problem, ...]
    ) -> Ready:
        file = "/".join(filter(None, (job.folder(), file_name(handout, job.options))))
        files = [self._file_hash(path) for path in named_files(handout)]
        rest = (words, handout, job.options, files)
        both = (inputs(program_hash(), *rest), inputs(versions(), *rest))
        return Ready(handout, file, *both, warnings)

    def _topic(self, path: Path, own_clinic: bool) -> Topic:
        key = (path, own_clinic)
        if key not in self._topics:
            if len(self._topics) >= KEPT:
                del self._topics[next(iter(self._topics))]
            self._topics[key] = _read_topic(path, own_clinic)
        return _or_raise(self._topics[key])

    def _place(self, path: Path) -> Place:
        if path not in self._places:
            self._places[path] = _read_place(path)
        return _or_raise(self._places[path])

    def _file_hash(self, path: Path) -> str:
        if path not in self._files:
            self._files[path] = file_digest(path)
        return self._files[path]


def ready_source(source: Source, clinic: Path | None, options: Options) -> Ready:
    """Return what is not in a file of its own, read; raise BrochureError if it cannot be used."""
    handout, warnings = read(source, clinic=clinic)
    words = topic_digest(handout, own_clinic=True)
    rest = (words, handout, options, [file_digest(path) for path in named_files(handout)])
    both = (inputs(program_hash(), *rest), inputs(versions(), *rest))
    return Ready(handout, file_name(handout, options), *both, warnings)


def _or_raise(found: Read | BrochureError) -> Read:
    if isinstance(found, BrochureError):
        raise found
    return found


def _read_topic(path: Path, own_clinic: bool) -> Topic | BrochureError:
    try:
        handout, warnings = load(path, assets=assets_for(path), needs_clinic=own_clinic)
    except BrochureError as error:
        return error
    warnings += doubts(handout, own_clinic=own_clinic)
    return Topic(handout, warnings, topic_digest(handout, own_clinic))


def _read_place(path: Path) -> Place | BrochureError:
    try:
        clinic, brand, warnings = load_clinic(path, assets=assets_for(path))
    except BrochureError as error:
        return error
    warnings += tuple(clinic_doubts(clinic, str(path)))
    return Place(clinic, brand, warnings, place_digest(clinic, brand, str(path)))


@remember(1)
def program_hash() -> str:
    """Return the hash of the program: its source, its bundled files, and what it draws with."""
    import zlib

    import reportlab
    import yaml

    mark = sha256(b"")
    for version in (__version__, reportlab.Version, yaml.__version__, zlib.ZLIB_RUNTIME_VERSION):
        mark.update(f"{version}\n".encode())
    for path in _program_files():
        mark.update(f"{path.name}\n".encode())
        mark.update(path.read_bytes())
    for path in _families():  # of many languages: their names and lengths tell them apart
        mark.update(f"{path.parent.name}/{path.name} {path.stat().st_size}\n".encode())
    return str(mark.hexdigest())


def _program_files() -> Iterable[Path]:
    bundled = [ASSETS / "fonts", ASSETS / "icc"]
    return [
        *sorted(PACKAGE.rglob("*.py")),
        *sorted((PACKAGE / "language" / "words").glob("*.toml")),
        *sorted((PACKAGE / "art").glob("*.txt")),
        *sorted(path for folder in bundled for path in folder.iterdir() if path.is_file()),
    ]


def _families() -> Iterable[Path]:
    """Return the font files of languages beyond the first family."""
    return sorted((ASSETS / "fonts").glob("*/*.ttf"))
