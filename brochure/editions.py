"""What to make of a content file: the options, the whole set, and what each file is called."""

from __future__ import annotations

from pathlib import Path
from zlib import crc32

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass, replace
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import FORMATS, MODES, PAPERS, PUNCHES, SHEETS, trim_size
from brochure.language.messages import either
from brochure.language.tags import is_english, primary_tag
from brochure.model import Handout
from brochure.model.device_names import is_device

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from typing import Any

    from brochure.model.choices import (
        FormatName,
        ModeName,
        PaperName,
        PunchName,
        SheetName,
        SidesName,
        StyleChoice,
        StyleName,
    )

TABLES: dict[str, Collection[str]] = {
    "format": FORMATS,
    "paper": PAPERS,
    "mode": MODES,
    "punch": PUNCHES,
    "style": ("brand", *STYLES),
    "sheet": SHEETS,
    "sides": ("own", "twin"),
}
"""The words that each option may have."""
ALL = "all"
"""In place of a format: the whole set."""


@dataclass(frozen=True, slots=True)
class Options:
    """What to make of a content file: a row each of the tables of formats, papers, modes, punches.

    The style is the brand's own unless another is named. The sheet "two-up" has two handouts of a
    format that is half the paper. ``sides`` is "twin" for one sheet of two languages: the handout
    that `twin_of` names in front, this one on the back.

    A word may be typed in any case ("A4", "Large-Print"). Raises ValueError, with the choices, for
    a word that is none of them, and for two on a sheet of what has no room for two.
    """

    format: FormatName = "handout"
    paper: PaperName = "letter"
    mode: ModeName = "colour"
    punch: PunchName = "none"
    style: StyleChoice = "brand"
    sheet: SheetName = "one"
    sides: SidesName = "own"

    def __post_init__(self) -> None:
        """Check each word, and keep it as its table has it."""
        for name, table in TABLES.items():
            typed = getattr(self, name)
            if typed not in table:
                object.__setattr__(self, name, _known(name, typed, table))
        if self.sheet != "one":
            from brochure.copyfit.imposition import refuse_unless_two

            refuse_unless_two(self.format, self.mode)

    @classmethod
    def named(cls, **words: object) -> Options:
        """Return the options of words that come from outside, such as a command or a form."""
        checked: dict[str, Any] = words
        return cls(**checked)

    def on_sheet(self, sheet: str) -> Options:
        """Return the same on a sheet of one or of two; raises ValueError as these options do."""
        return Options.named(**{name: getattr(self, name) for name in TABLES} | {"sheet": sheet})


PLAIN = Options()
"""What is made unless something else is asked for."""


def usual(handout: Handout) -> Options:
    """Return what is made of a handout unless something is asked for: its clinic's paper counts."""
    paper = handout.clinic.paper
    return replace(PLAIN, paper=paper) if paper else PLAIN


def style_name(handout: Handout, options: Options) -> StyleName:
    """Return the style that a handout is set in: that of the options, else its brand's."""
    return handout.brand.style if options.style == "brand" else options.style


def _known(option: str, typed: object, table: Collection[str]) -> str:
    """Return a typed word as a table has it; raise ValueError if it has none like it."""
    word = "-".join(str(typed).replace("_", " ").split()).lower()
    if word in table:
        return word
    shown = f"'{typed}'" if isinstance(typed, str) else repr(typed)
    raise ValueError(f"{option} is {either(table)}, not {shown}")


def editions(
    format: str = PLAIN.format,
    paper: str = PLAIN.paper,
    mode: str = PLAIN.mode,
    punch: str = PLAIN.punch,
    style: str = PLAIN.style,
    sheet: str = PLAIN.sheet,
    sides: str = PLAIN.sides,
) -> tuple[Options, ...]:
    """Return what a format's name asks for; "all" is the whole set, on every paper.

    Of a whole set, what is half the paper is put on a `sheet` of two. Raises ValueError as
    `Options` does.
    """
    words = {"paper": paper, "punch": punch, "style": style, "sides": sides}
    if format.lower() != ALL:
        return (Options.named(format=format, mode=mode, sheet=sheet, **words),)
    asked = Options.named(**words)
    formats = list(FORMATS.values())
    if asked.sides != PLAIN.sides:
        from brochure.copyfit.one_side import with_two_sides

        formats = with_two_sides()
    rows = [(row, asked.paper, each) for row in formats for each in row.whole_set]
    rows += [
        (row, other, row.whole_set[0])
        for row in formats
        if row.each_paper
        for other in PAPERS
        if other != asked.paper
    ]
    found = tuple(replace(asked, format=row.name, paper=on, mode=ink) for row, on, ink in rows)
    if sheet == PLAIN.sheet:
        return found
    from brochure.copyfit.imposition import goes_twice

    return tuple(
        each.on_sheet(sheet) if goes_twice(FORMATS[each.format], MODES[each.mode]) else each
        for each in found
    )


def is_optional(choice: Options, wanted: Sequence[Options]) -> bool:
    """Return whether an edition of a whole set is made only if the text fits it.

    Every text must fit the first format.
    """
    return len(wanted) > 1 and choice.format != PLAIN.format


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    from unicodedata import combining, normalize

    spread = text.replace("ß", "ss").replace("đ", "d").replace("Đ", "D").replace("ø", "o")
    return "".join([char for char in normalize("NFKD", spread) if not combining(char)])


def slug(title: str, otherwise: str = "handout") -> str:
    """Return a title as a file name: lower-case ASCII letters and digits, joined by hyphens.

    ``otherwise`` is for a title that has none of them. A title such as "Con" is lengthened, as
    Windows keeps that name.
    """
    words = compiled(r"[a-z0-9]+").findall(_without_accents(title).lower())
    name = "-".join(words)[:80].strip("-")
    return (f"{name}-handout" if is_device(name) else name) or otherwise


def numbered_slug(name: str) -> str:
    """Return a name as part of a file name; one in another script by a number of its own."""
    return slug(name, f"handout-{crc32(name.encode('utf-8', 'surrogatepass')):08x}")


def file_name(handout: Handout, options: Options) -> str:
    """Return the PDF's name: the title, its language, and what tells a variant from the plain one.

    English goes without saying; a title in English wins over the one in another language. A sheet
    of two languages has both in its name.
    """
    if handout.back:
        return _twin_name(handout, handout.back, options)
    return pdf_name(
        (handout.title_en or handout.title).plain, handout.language, Path(handout.file), options
    )


def pdf_name(title: str, language: str, file: Path, options: Options) -> str:
    """Return the name of the PDF of a title in a language; its file's if no letter is Latin."""
    stem = slug(title, "") or numbered_slug(file.stem)
    return f"{stem}{_language_mark(language)}{_variant_marks(options)}.pdf"


def _twin_name(front: Handout, back: Handout, options: Options) -> str:
    """Return the name of a sheet of two languages: "back-pain-en-es"."""
    in_english = next((each.title for each in (front, back) if is_english(each.language)), None)
    title = in_english or front.title_en or back.title_en or front.title
    stem = slug(title.plain, "") or numbered_slug(Path(front.file).stem)
    marks = [_language_mark(each.language) or "-en" for each in (front, back)]
    return f"{stem}{''.join(marks)}{_variant_marks(options)}.pdf"


def _language_mark(language: str) -> str:
    """Return what tells a language in a name: "-es" of "es-MX", "-zh-hans" of "zh-Hans-CN"."""
    primary = primary_tag(language)
    script = language.lower().partition("-")[2].partition("-")[0]
    if is_english(language):
        return ""
    return f"-{primary}-{script}" if len(script) == 4 and script.isalpha() else f"-{primary}"


def _variant_marks(options: Options) -> str:
    """Return what tells a variant in a name: "-trifold-a4-press"."""
    fmt = FORMATS[options.format]
    other_sheet = trim_size(fmt, options.paper) != trim_size(fmt, PLAIN.paper)
    marks = (
        (options.format, options.format != PLAIN.format),
        (options.paper, other_sheet),
        (options.mode, options.mode != PLAIN.mode),
        (f"punch{options.punch}", options.punch != PLAIN.punch),
        (options.style, options.style != PLAIN.style),
        (options.sheet, options.sheet != PLAIN.sheet),
    )
    return "".join(f"-{mark}" for mark, told in marks if told)
