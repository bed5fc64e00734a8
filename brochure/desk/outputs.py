"""What the desk hands out: PDFs, pictures of pages, sets, zips and drafts; recent ones are kept."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from io import BytesIO
from threading import Lock
from typing import Any

from brochure._startup.records import dataclass, replace
from brochure.batch.jobs import Job, Ready, Shelf, ready_source
from brochure.copyfit.formats import FORMATS, MODES
from brochure.copyfit.imposition import goes_twice
from brochure.desk.exchange import AskError
from brochure.editions import PLAIN, Options
from brochure.model import BrochureError, Handout
from brochure.model.content import Clinic
from brochure.output.screen_page import page_svg
from brochure.pdf.document import draw
from brochure.reading.given import Source
from brochure.recipe import Built, build_handout

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.desk.library import ClinicRow, Row

KEPT = 64
"""Finished editions that are kept; their pictures, too."""
KEPT_PICTURES = 128
MOST_IN_SET = 20
KINDS = tuple(FORMATS)
PLACES = re.compile(r' data-(?:file|line|column)="[^"]*"')
"""Where words stand in their file: for who writes, not for who prints."""
INKS = tuple(mode.name for mode in MODES.values() if not mode.bleeds)
"""The inks of an office's printer, colour first; the others are for print shops."""


@dataclass(frozen=True, slots=True)
class Made:
    """An edition: its handout, for the clinic it is made for, and what came of building it."""

    handout: Handout
    ready: Ready
    built: Built
    two_up: bool = False  # two on a sheet

    @property
    def sheets(self) -> int:
        """Sheets of paper, printed on both sides."""
        return -(-self.built.facts.pages // 2)

    @property
    def edge(self) -> str:
        """How the sheet is turned: on its "long" or "short" edge, or the short one and "cut"."""
        if self.two_up:
            return "cut"
        return "short" if "Short" in self.built.layout.sheet.duplex else "long"


class Outputs:
    """Makes editions and keeps the last ones; threads may share it."""

    def __init__(self) -> None:
        """Begin with nothing made."""
        self._made: OrderedDict[str, Built | BrochureError] = OrderedDict()
        self._pictures: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
        self._lock = Lock()
        self._pdfium = Lock()  # which is not made for threads

    def make(
        self, row: Row, clinic: ClinicRow | None, options: Options, source: Source | None = None
    ) -> Made:
        """Return an edition of a handout, for a clinic in place of its own.

        ``source`` is read in place of the handout's file. Raises BrochureError if it cannot be
        made: the same as a build.
        """
        if clinic is None and row.needs_clinic:
            raise AskError(409, "choose-clinic")
        place = clinic.path if clinic else None
        if source:
            ready = ready_source(source, place, options)
        else:
            ready = Shelf().ready(Job(row.path, place, options))
        built = self._known(ready.inputs)
        if built is None:
            built = self._keep(ready.inputs, _built(ready, options))
        if isinstance(built, BrochureError):
            raise built
        return Made(ready.handout, ready, built, options.sheet == "two-up")

    def _known(self, mark: str) -> Built | BrochureError | None:
        with self._lock:
            if mark in self._made:
                self._made.move_to_end(mark)
            return self._made.get(mark)

    def _keep(self, mark: str, built: Built | BrochureError) -> Built | BrochureError:
        with self._lock:
            self._made[mark] = built
            while len(self._made) > KEPT:
                self._made.popitem(last=False)
        return built

    def picture(self, made: Made, page: int, width: int) -> bytes:
        """Return a page (0 is the first) as a PNG so many pixels wide; AskError for none."""
        if not 0 <= page < made.built.facts.pages:
            raise AskError(404, "gone")
        key = (made.ready.inputs, page, width)
        with self._lock:
            known = self._pictures.get(key)
        if known is None:
            with self._pdfium:
                known = page_png(made.built.pdf, page, width)
            with self._lock:
                self._pictures[key] = known
                while len(self._pictures) > KEPT_PICTURES:
                    self._pictures.popitem(last=False)
        return known

    def drawing(self, made: Made, page: int) -> str:
        """Return a page (0 is the first) as an SVG; AskError for none. It names no file of ours."""
        if not 0 <= page < made.built.facts.pages:
            raise AskError(404, "gone")
        return PLACES.sub("", page_svg(made.built.layout, page, made.built.faces))

    def for_printer(self, made: Made, copies: int) -> bytes:
        """Return an edition's PDF, with a hint to the printer if more than one copy is wanted."""
        built = made.built
        if copies == 1:
            return built.pdf
        sheet = replace(built.layout.sheet, copies=copies)
        return draw(replace(built.layout, sheet=sheet), built.faces)

    def as_set(self, editions: Sequence[Made], copies: int) -> bytes:
        """Return several editions as one PDF for the printer, each beginning a sheet of its own."""
        first, *others = editions
        files = [self.for_printer(first, copies), *(each.built.pdf for each in others)]
        with self._pdfium:
            return one_pdf(files)


def _built(ready: Ready, options: Options) -> Built | BrochureError:
    try:
        return build_handout(ready.handout, options, ready.warnings)
    except BrochureError as error:
        return error


def page_png(pdf: bytes, page: int, width: int) -> bytes:
    """Return one page of a PDF as a PNG file, ``width`` pixels wide."""
    from itertools import islice

    from brochure.output.preview import page_pngs

    pictures = page_pngs(pdf, width)
    try:
        return next(islice(pictures, page, None))
    finally:
        pictures.close()  # type: ignore[attr-defined]


def one_pdf(files: Sequence[bytes]) -> bytes:
    """Return PDFs one after the other, with the first one's hints to the printer.

    A file of an odd number of pages is followed by a blank one, so that the next begins a sheet.
    It is for paper alone: tags and links are left out.
    """
    from importlib import import_module

    pdfium: Any = import_module("pypdfium2")
    whole = pdfium.PdfDocument.new()
    sources = [pdfium.PdfDocument(data) for data in files]
    try:
        for source in sources:
            whole.import_pages(source)
            if len(source) % 2:
                whole.new_page(*source[0].get_size())
        pdfium.raw.FPDF_CopyViewerPreferences(whole, sources[0])
        stream = BytesIO()
        whole.save(stream)
        return stream.getvalue()
    finally:
        for each in (*sources, whole):
            each.close()


def as_zip(files: Sequence[tuple[str, bytes]]) -> bytes:
    """Return files as a zip, the same bytes for the same files; a name given twice is numbered."""
    from zipfile import ZIP_STORED, ZipFile, ZipInfo

    stream, taken = BytesIO(), set[str]()
    with ZipFile(stream, "w", ZIP_STORED) as archive:  # PDFs are compressed already
        for name, data in files:
            free = _free(name, taken)
            taken.add(free)
            archive.writestr(ZipInfo(free), data)
    return stream.getvalue()


def _free(name: str, taken: set[str]) -> str:
    stem, dot, end = name.rpartition(".")
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{stem}-{number}{dot}{end}"
    return free


def options_of(query: dict[str, str], clinic: Clinic | None = None) -> Options:
    """Return the edition that a query asks for; raise AskError for words of no table.

    The paper is the clinic's: a page of another size loses its foot in the printer, and for the
    same reason two cards are put on one sheet unless the query asks for "one".
    """
    paper = (clinic.paper if clinic else "") or PLAIN.paper
    wanted: dict[str, Any] = {"format": query.get("kind", PLAIN.format), "paper": paper}
    wanted["mode"] = query.get("ink", PLAIN.mode)
    if wanted["mode"] not in INKS:
        raise AskError(400, "bad-request")
    try:
        options = Options.named(**wanted)
        twice = goes_twice(FORMATS[options.format], MODES[options.mode])
        return options.on_sheet(query.get("sheet", "two-up" if twice else PLAIN.sheet))
    except ValueError:
        raise AskError(400, "bad-request") from None
