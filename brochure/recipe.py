"""From content file to PDF bytes, step by step; returns facts and never prints."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import dataclass, replace
from brochure.art.artwork import Picture, logo_of, notes_of, pictures_of, qr_of
from brochure.brand.palette import palette
from brochure.copyfit.blocks import Shaper, make_flow
from brochure.copyfit.fit import PAGES_MOST, Fitted, Task, fit
from brochure.copyfit.formats import FORMATS, MODES, Format, Geometry, for_press, geometry
from brochure.editions import PLAIN, Options, file_name
from brochure.language.phrases import Phrases, phrases
from brochure.layout.assemble import Parts, compose
from brochure.layout.furniture import Kit
from brochure.model import ContentError, Facts, Handout, Layout, Problem
from brochure.model.texts import drawn_texts
from brochure.pdf.document import draw
from brochure.refusals import first_few, press_notes, too_long, too_short
from brochure.sources import read
from brochure.typeset.fonts import ROLES, Faces, brand_faces, uncovered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.reading.given import Given

LONGEST_WORD = 16.0
"""Ems; a word wider than this may be cut, as no column is sure to hold it."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished handout: the PDF's bytes, a file name for it, and what the fit decided."""

    pdf: bytes
    name: str
    facts: Facts
    layout: Layout
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Studio:
    """All that one handout is fitted and drawn with."""

    handout: Handout
    options: Options
    format: Format
    geometry: Geometry
    faces: Faces
    kit: Kit
    pictures: dict[str, Picture]

    def fit(self, handout: Handout | None = None) -> tuple[Fitted | None, Task, Parts]:
        """Return the fit of the handout, or of a shorter one in its place."""
        kit = self.kit if handout is None else replace(self.kit, handout=handout)
        parts = Parts.of(kit)
        task = Task(
            make_flow(kit.handout, kit.shaper),
            self.format,
            self.geometry,
            _floor(kit.handout, self.format),
            self.faces.average,
            kit.handout.notes,
            parts.head,
            parts.foot,
            {name: picture.size for name, picture in self.pictures.items()},
            _beside(parts),
        )
        return fit(task), task, parts


def _beside(parts: Parts) -> tuple[str, ...]:
    """Return the parts that may grow to fill their frame."""
    return ("masthead", "contact") if parts.contact else ("masthead",)


def _floor(handout: Handout, fmt: Format) -> float:
    """Return the least body size: the format's, or lower where the brand allows it."""
    lowered = min(fmt.type.floor, handout.brand.min_size)
    return lowered if fmt.brand_floor else fmt.type.floor


def drawable_phrases(language: str, faces: Faces) -> Phrases:
    """Return the fixed words of a language, or English where the font cannot draw them."""
    words = phrases(language)
    drawn = "".join(getattr(words, name) for name in words.__match_args__)
    return phrases("en") if faces.missing(drawn, ("regular", "bold")) else words


def prepare(handout: Handout, options: Options) -> Studio:
    """Return all that the handout is made with; raise ContentError with every problem."""
    fmt = FORMATS[options.format]
    faces = brand_faces(handout.brand)
    roles = ROLES if handout.brand.fonts else ROLES[:1]
    problems = uncovered(drawn_texts(handout), faces, roles)
    if problems:
        raise ContentError(first_few(problems))
    inks = palette(handout.brand, options.mode)
    place = geometry(fmt, options.paper, options.punch)
    if MODES[options.mode].bleeds:
        place = for_press(place)
    shaper = Shaper(faces, fmt.type.italic, LONGEST_WORD)
    words = drawable_phrases(handout.language, faces)
    logo, qr = logo_of(handout, options.mode), qr_of(handout, inks.black)
    kit = Kit(handout, fmt, place, inks, words, shaper, logo, qr)
    return Studio(handout, options, fmt, place, faces, kit, pictures_of(handout))


def make_layout(handout: Handout, options: Options) -> tuple[Layout, Faces]:
    """Return the handout placed, and its faces.

    Raises ContentError if the brand, an image or a character cannot be used, and FitError if
    the text does not fit.
    """
    studio = prepare(handout, options)
    fitted, task, parts = studio.fit()
    if fitted is None:
        pages = PAGES_MOST if studio.geometry.grows else studio.geometry.pages

        def fits(shorter: Handout) -> bool:
            return studio.fit(shorter)[0] is not None

        raise too_long(handout, fits, pages, task.floor, studio.format.brand_floor)
    pictures = {name: (picture.data, picture.size) for name, picture in studio.pictures.items()}
    layout = compose(studio.kit, task.flow, parts, fitted, task.flow.words, pictures)
    notes = notes_of(handout, options.mode, studio.kit.logo, studio.pictures)
    return replace(layout, problems=notes) if notes else layout, studio.faces


def build_handout(
    handout: Handout, options: Options | None = None, warnings: tuple[Problem, ...] = ()
) -> Built:
    """Return the finished PDF of a handout; raises as `make_layout` does."""
    options = options or PLAIN
    mode, few = MODES[options.mode], FORMATS[options.format].few_words
    layout, faces = make_layout(handout, options)
    if layout.facts.words < few:
        warnings += (too_short(handout, layout.facts.words, few),)
    warnings += layout.problems
    if mode.bleeds:
        warnings += press_notes(handout, layout)
    pdf = draw(layout, faces, archival=mode.archival)
    return Built(pdf, file_name(handout, options), layout.facts, layout, warnings)


def build(
    source: Given,
    options: Options | None = None,
    *,
    clinic: Given | None = None,
    brand: Given | None = None,
    base: Path | str | None = None,
) -> Built:
    """Return the finished PDF of a content file, of its bytes, or of a mapping like it.

    ``clinic`` and ``brand`` take the place of the source's own. ``base`` is the folder of the
    files that bytes and mappings name; without it, that of the source, or the working folder.
    Raises ContentError, with every problem and its line, if a source cannot be used, FitError,
    with the words over, if the text does not fit, and TypeError for a source that is none.
    """
    handout, warnings = read(source, clinic=clinic, brand=brand, base=base)
    return build_handout(handout, options, warnings)
