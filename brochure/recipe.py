"""One job from content file to PDF bytes; returns facts and never prints."""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

from brochure._startup.records import dataclass, replace
from brochure.art.artwork import logo_of, pictures_of, qr_of
from brochure.brand.colour import parse_hex, to_cmyk
from brochure.brand.palette import palette
from brochure.copyfit.blocks import Shaper, make_flow, section_texts
from brochure.copyfit.fit import PAGES_MOST, Fitted, Task, fit
from brochure.copyfit.formats import FORMATS, Format, Geometry, for_press, geometry
from brochure.language.messages import short
from brochure.language.phrases import Phrases, phrases
from brochure.layout.assemble import Parts, compose
from brochure.layout.furniture import Kit
from brochure.model import (
    ContentError,
    Facts,
    FitError,
    Handout,
    Layout,
    Problem,
    Raster,
    Section,
    Span,
    Text,
)
from brochure.pdf.document import draw
from brochure.reading.loader import load
from brochure.typeset.fonts import ASSETS, ROLES, Faces, brand_faces, uncovered

LONGEST_WORD = 16.0
"""Ems; a word wider than this may be cut, as no column is sure to hold it."""
FEW_WORDS = 120
WORDS_A_LINE = 9
MISSING_SHOWN = 10
LEAST_SECTION = Section(Text((Span("A"),)), text=(Text((Span("a"),)),))
"""The shortest text there is: where it finds no room, what stands around it is too long."""
LEAST_SIZE = 10.0
"""The least type that a brand may allow."""
WHOLE_SET = (
    ("handout", "colour"),
    ("handout", "mono"),
    ("handout", "press"),
    ("large-print", "colour"),
    ("trifold", "colour"),
    ("trifold", "press"),
)
"""What "all" makes, on the paper that is asked for; the plain handout on the other, too."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to make of a content file."""

    format: str = "handout"
    paper: str = "letter"
    mode: str = "colour"
    punch: str = "none"


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
    pictures: dict[str, tuple[bytes, tuple[int, int]]]

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
            {name: pixels for name, (_, pixels) in self.pictures.items()},
            _beside(parts),
        )
        return fit(task), task, parts


def _beside(parts: Parts) -> tuple[str, ...]:
    """Return the parts that may grow to fill their frame."""
    return ("masthead", "contact") if parts.contact else ("masthead",)


def _floor(handout: Handout, fmt: Format) -> float:
    """Return the least body size: the format's, or lower where the brand allows it."""
    if fmt.name == "handout":
        return min(fmt.type.floor, handout.brand.min_size)
    return fmt.type.floor


def handout_texts(handout: Handout) -> list[Text]:
    """Return every text of a handout that is drawn."""
    clinic, contact = handout.clinic, handout.contact
    places = (clinic.address, clinic.city, clinic.hours, clinic.website, clinic.email)
    single = (handout.title, handout.subtitle, clinic.name, clinic.phone, *places)
    texts = [text for text in single if text]
    for section in handout.sections:
        texts += section_texts(section)
    ends = (contact.heading, contact.text, handout.notes_heading, *handout.sources)
    return texts + [text for text in ends if text]


def first_few(problems: list[Problem]) -> list[Problem]:
    """Return a few of many characters that the font lacks, and how many more there are."""
    if len(problems) <= MISSING_SHOWN:
        return problems
    shown = sorted(problems, key=lambda p: (p.file, p.line, p.column))[:MISSING_SHOWN]
    more = counted(len(problems) - MISSING_SHOWN, "more character")
    message = f"the font lacks {more} of this text, from here on"
    return [*shown, replace(shown[-1], message=message, hint="")]


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
    problems = uncovered(handout_texts(handout), faces, roles)
    if problems:
        raise ContentError(first_few(problems))
    inks = palette(handout.brand, options.mode)
    place = geometry(fmt, options.paper, options.punch)
    if options.mode == "press":
        place = for_press(place)
    shaper = Shaper(faces, fmt.type.italic, LONGEST_WORD)
    words = drawable_phrases(handout.language, faces)
    logo, qr = logo_of(handout, options.mode), qr_of(handout, inks.black)
    kit = Kit(handout, fmt, place, inks, words, shaper, logo, qr)
    return Studio(handout, options, fmt, place, faces, kit, pictures_of(handout))


def _too_long(studio: Studio, task: Task) -> FitError:
    """Return the refusal: how many words over, where they are, what would help."""
    from brochure.copyfit.overflow import longest_sections, words_over

    handout = studio.handout
    if studio.fit(replace(handout, sections=(LEAST_SECTION,)))[0] is None:
        return FitError([_crowded(handout)], 0, 0)
    over = words_over(handout, lambda shorter: studio.fit(shorter)[0] is not None)
    lines = max(1, round(over / WORDS_A_LINE))
    longest = longest_sections(handout)
    sections = ", ".join(f'"{short(s.heading.plain)}" ({count} words)' for s, count in longest)
    pages = PAGES_MOST if studio.geometry.grows else studio.geometry.pages
    hints = [f"shorten the longest sections: {sections}"]
    if studio.format.name == "handout" and task.floor > LEAST_SIZE:
        hints.append(f"or allow smaller type with `brand: min_size: {LEAST_SIZE:g}`")
    problem = Problem(
        handout.file,
        longest[0][0].line,
        longest[0][0].column,
        "error",
        f"the text is {counted(over, 'word')} (about {counted(lines, 'line')}) too long for "
        f"{pages} pages at {task.floor:g} pt, the smallest type allowed",
        "; ".join(hints),
    )
    return FitError([problem], over, lines)


def _crowded(handout: Handout) -> Problem:
    """Return the refusal of a handout that has no room for any text at all."""
    title = handout.title
    message = "the title, the contact box or the sources are too long: the text has no room"
    hint = "shorten `title`, `subtitle`, `clinic`, `contact: text` or `sources`"
    return Problem(handout.file, title.line, title.column, "error", message, hint)


def counted(number: int, noun: str) -> str:
    """Return "1 word", "2 words"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    spread = text.replace("ß", "ss").replace("đ", "d").replace("Đ", "D").replace("ø", "o")
    return "".join([char for char in normalize("NFKD", spread) if not combining(char)])


def slug(title: str, otherwise: str = "handout") -> str:
    """Return a title as a file name: lower-case ASCII letters and digits, joined by hyphens.

    ``otherwise`` is for a title that has none of them.
    """
    words = re.findall(r"[a-z0-9]+", _without_accents(title).lower())
    return "-".join(words)[:80].strip("-") or otherwise


def numbered_slug(name: str) -> str:
    """Return a name as part of a file name; one in another script by a number of its own."""
    return slug(name, f"handout-{crc32(name.encode('utf-8', 'surrogatepass')):08x}")


def file_name(handout: Handout, options: Options) -> str:
    """Return the PDF's name: the title, and what tells a variant from the plain handout."""
    marks = (
        (options.format, "handout"),
        (options.paper, "letter"),
        (options.mode, "colour"),
        (f"punch{options.punch}", "punchnone"),
    )
    variant = "".join(f"-{mark}" for mark, plain in marks if mark != plain)
    stem = slug(handout.title.plain, "") or numbered_slug(Path(handout.file).stem)
    return f"{stem}{variant}.pdf"


def make_layout(handout: Handout, options: Options) -> tuple[Layout, Faces]:
    """Return the handout placed, and its faces.

    Raises ContentError if the brand, an image or a character cannot be used, and FitError if
    the text does not fit.
    """
    studio = prepare(handout, options)
    fitted, task, parts = studio.fit()
    if fitted is None:
        raise _too_long(studio, task)
    layout = compose(studio.kit, task.flow, parts, fitted, task.flow.words, studio.pictures)
    return layout, studio.faces


def build_handout(
    handout: Handout, options: Options | None = None, warnings: tuple[Problem, ...] = ()
) -> Built:
    """Return the finished PDF of a handout; raises as `make_layout` does."""
    options = options or Options()
    layout, faces = make_layout(handout, options)
    if layout.facts.words < FEW_WORDS and options.format == "handout":
        warnings += (_short(handout, layout.facts.words),)
    if options.mode == "press":
        warnings += press_notes(handout, layout)
    pdf = draw(layout, faces, archival=options.mode != "press")
    return Built(pdf, file_name(handout, options), layout.facts, layout, warnings)


def press_notes(handout: Handout, layout: Layout) -> tuple[Problem, ...]:
    """Return what a print shop should know: converted colours, pictures too coarse for print."""
    notes = []
    brand = handout.brand
    for name, given, cmyk in (
        ("primary", brand.primary, brand.primary_cmyk),
        ("accent", brand.accent, brand.accent_cmyk),
    ):
        if given and not cmyk:
            inks = " ".join(f"{100 * part:.0f}" for part in to_cmyk(parse_hex(given.plain)))
            message = f"`{name}` is converted to CMYK {inks} (per cent)"
            hint = f"give the shop's own values as `brand: {name}_cmyk`"
            notes.append(Problem(given.file, given.line, given.column, "hint", message, hint))
    return (*notes, *_coarse(handout, layout))


def _coarse(handout: Handout, layout: Layout) -> list[Problem]:
    """Return a warning for each picture under PRINT_DPI at the size it is drawn."""
    from brochure.art.image_files import PRINT_DPI, image_dpi, probe

    notes = []
    for page in layout.pages:
        for item in page.items:
            if isinstance(item, Raster):
                dpi = image_dpi(probe(item.data).width, item.width)
                if dpi < PRINT_DPI:
                    name = layout.elements[item.element].alt
                    message = f'the picture "{short(name)}" has {dpi:.0f} dots per inch as drawn'
                    hint = f"print needs {PRINT_DPI}: give a larger file"
                    notes.append(Problem(handout.file, 0, 0, "warning", message, hint))
    return notes


def _short(handout: Handout, words: int) -> Problem:
    return Problem(
        handout.file,
        handout.title.line,
        handout.title.column,
        "warning",
        f"the text is short for two pages: {words} words",
        f"two pages look best with {FEW_WORDS} words or more",
    )


def read(path: Path | str) -> tuple[Handout, tuple[Problem, ...]]:
    """Return the handout of a content file, and warnings; raise ContentError with all problems."""
    return load(Path(path), assets=assets_for(Path(path)))


def build(path: Path | str, options: Options | None = None) -> Built:
    """Return the finished PDF of a content file.

    Raises ContentError, with every problem and its line, if the file cannot be used, and
    FitError, with the words over, if the text does not fit.
    """
    handout, warnings = read(path)
    return build_handout(handout, options, warnings)


def editions(name: str, paper: str, mode: str, punch: str) -> tuple[Options, ...]:
    """Return what a format's name asks for; "all" is the whole set, on both papers."""
    if name != "all":
        return (Options(name, paper, mode, punch),)
    other = "a4" if paper == "letter" else "letter"
    rows = [(fmt, paper, ink) for fmt, ink in WHOLE_SET]
    return tuple(Options(*row, punch) for row in [*rows, ("handout", other, "colour")])


def assets_for(path: Path) -> Path:
    """Return the assets folder beside a file, or the nearest above it in the working folder.

    Else it is that of the checkout the program runs from; an installed program lends none, as
    the logo in it is another clinic's.
    """
    beside = path.parent / "assets"
    if beside.is_dir():
        return beside
    home, folder = Path.cwd(), path.resolve().parent
    above = [each for each in folder.parents if each.is_relative_to(home)]
    found = (each / "assets" for each in above if (each / "assets").is_dir())
    return next(found, beside if ASSETS.parent == Path(__file__).parent else ASSETS)
