"""From content file to PDF bytes, step by step; returns facts and never prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from brochure._startup.records import dataclass, field, replace
from brochure.art.artwork import Picture, cover_of, logo_of, notes_of, pictures_of, qr_of
from brochure.brand.palette import in_style, palette
from brochure.brand.styles import calm, style_for
from brochure.copyfit.blocks import Flow, Shaper
from brochure.copyfit.counting import a_word, in_words
from brochure.copyfit.dress import dressed
from brochure.copyfit.fit import PAGES_MOST, Fitted, fit
from brochure.copyfit.flow import count_words, make_flow
from brochure.copyfit.formats import FORMATS, MODES, Format, Geometry, geometry
from brochure.copyfit.metrics import LONGEST_WORD
from brochure.copyfit.parts import Furniture
from brochure.copyfit.print_marks import for_press
from brochure.copyfit.settings import Task
from brochure.editions import PLAIN, Options, file_name, style_name, usual
from brochure.language.fixed_words import ENGLISH, Phrases
from brochure.language.phrases import phrases
from brochure.layout.assemble import compose, furniture
from brochure.layout.footer import clear_of_footers
from brochure.layout.page_context import PageContext
from brochure.model import ContentError, Facts, FitError, Handout, Layout, Problem, Section
from brochure.model.texts import drawn_texts
from brochure.sources import read
from brochure.typeset.fonts import ROLES, Faces, brand_faces, uncovered
from brochure.typeset.scripts import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.flow import Counted, Made
    from brochure.reading.given import Given
    from brochure.typeset.writings import Writing


@dataclass(frozen=True, slots=True)
class Built:
    """A finished handout: the PDF's bytes, a file name for it, and what the fit decided."""

    pdf: bytes
    name: str
    facts: Facts
    layout: Layout
    faces: Faces
    warnings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildContext:
    """All that one handout is fitted and drawn with."""

    handout: Handout
    format: Format
    geometry: Geometry
    faces: Faces
    page: PageContext
    furniture: Furniture
    pictures: dict[str, Picture]
    notes: tuple[Problem, ...] = ()
    made: Made = field(default_factory=dict)  # the sections that were measured
    counted: Counted = field(default_factory=dict)  # and those whose words were counted

    def task(self, sections: tuple[Section, ...] | None = None, made: Made | None = None) -> Task:
        """Return what is to be fitted: the handout, or others of its sections; see `make_flow`."""
        handout = self.handout if sections is None else replace(self.handout, sections=sections)
        return Task(
            _flow(self, handout, self.made if made is None else made),
            self.format,
            self.geometry,
            _floor(handout, self.format),
            self.faces.average,
            handout.notes,
            self.furniture,
            {name: picture.size for name, picture in self.pictures.items()},
        )


Fit = tuple[BuildContext, Task, Fitted]
"""What a handout is made with, what is to be fitted, and how it is."""


def _flow(context: BuildContext, handout: Handout, made: Made | None) -> Flow:
    """Return the handout's text as a flow, without a key message that stands above it."""
    style = context.page.style
    if style.key == "wide":
        from brochure.layout.wide_key import below

        words = count_words(handout, context.counted)
        kept = below(handout.sections, context.handout, style)
        handout = replace(handout, sections=kept)
        return replace(_flow_of(context, handout, made), words=words)
    return _flow_of(context, handout, made)


def _flow_of(context: BuildContext, handout: Handout, made: Made | None) -> Flow:
    page = context.page
    return make_flow(handout, page.shaper, page.phrases.over_headings, made, context.counted)


def _floor(handout: Handout, fmt: Format) -> float:
    """Return the least body size: the format's, or lower where the brand allows it."""
    lowered = min(fmt.type.floor, handout.brand.min_size)
    return lowered if fmt.brand_floor else fmt.type.floor


def _fixed_words(handout: Handout, faces: Faces) -> Phrases:
    """Return the fixed words of the handout; raise ContentError if its font lacks a letter."""
    words = phrases(handout.language, handout.clinic.phrases)
    if words is not ENGLISH or handout.brand.fonts:
        from brochure.typeset.language_fonts import check_words

        check_words(words, faces, handout)
    return words


def prepare(handout: Handout, options: Options) -> BuildContext:
    """Return all that the handout is made with; raise ContentError with every problem."""
    fmt, writing = FORMATS[options.format], writing_of(handout.language)
    handout, unset = _with_lines(handout, roomy=fmt.shape == "portrait")
    style = style_for(style_name(handout, options), fmt.shape)
    counted: Counted = {}
    faces, notes = _faces(handout, writing)
    fmt = dressed(fmt, style, _words_of_pages(handout, counted), writing)
    inks = in_style(palette(handout.brand, options.mode), style)
    place, live = _place(handout, fmt, options), MODES[options.mode].live
    words = _fixed_words(handout, faces)
    shaper = Shaper(faces, fmt.type.italic, LONGEST_WORD, words.tip)
    logo, qr = logo_of(handout, options.mode), qr_of(handout, inks.black)
    shows = style.pictured or fmt.masthead == "cover"
    cover = cover_of(handout) if shows else None
    context = PageContext(handout, fmt, inks, words, shaper, logo, qr, style, live, cover)
    place = clear_of_footers(context, place)
    parts, pictures = furniture(context, place, writing), pictures_of(handout)
    told = (*notes, *unset)
    return BuildContext(handout, fmt, place, faces, context, parts, pictures, told, counted=counted)


def calmer(first: BuildContext, options: Options) -> BuildContext:
    """Return what a handout is made with where its style has the sections of `plain`.

    Fonts, inks, pictures, frames and measured texts, which do not hang on these, are those of
    ``first``.
    """
    handout, style = first.handout, calm(first.page.style)
    writing = writing_of(handout.language)
    fmt = dressed(FORMATS[options.format], style, _words_of_pages(handout, first.counted), writing)
    page = replace(first.page, format=fmt, style=style)
    parts = furniture(page, first.geometry, writing)
    return replace(first, format=fmt, page=page, furniture=parts)


def _words_of_pages(handout: Handout, counted: Counted) -> int:
    """Return how many words there are for all pages, as many as two sides would have for one."""
    words = in_words(count_words(handout, counted), a_word(handout.language))
    return 2 * words if handout.side else words


def _place(handout: Handout, fmt: Format, options: Options) -> Geometry:
    """Return where text goes: on all pages of the format, or on one side of the sheet."""
    place = geometry(fmt, options.paper, options.punch)
    if handout.side:
        from brochure.copyfit.one_side import one_side

        place = one_side(place, handout.side)
    return for_press(place) if MODES[options.mode].bleeds else place


def _with_lines(handout: Handout, *, roomy: bool) -> tuple[Handout, tuple[Problem, ...]]:
    """Return the handout with its lines in other languages, and what of them is left out."""
    if not handout.also_in and not handout.clinic.notice:
        return handout, ()
    from brochure.typeset.other_languages import told, with_lines

    words = phrases(handout.language, handout.clinic.phrases)
    return with_lines(handout, words, roomy=roomy), told(handout)


def _faces(handout: Handout, writing: Writing | None) -> tuple[Faces, tuple[Problem, ...]]:
    """Return the faces that have all characters of the handout, and what to say of them."""
    texts, fonts = drawn_texts(handout), handout.brand.fonts
    notes: tuple[Problem, ...] = ()
    if writing:
        from brochure.typeset.language_fonts import language_faces

        faces, notes = language_faces(handout, writing, texts)
    else:
        faces = brand_faces(handout.brand)
    roles = ROLES if fonts and not (writing and not writing.italic) else ROLES[:1]
    problems = uncovered(texts, faces, roles)
    if problems or fonts or writing:
        from brochure.typeset.language_fonts import script_problems, with_lent

        faces = with_lent(texts, faces, writing, roles)
        problems = uncovered(texts, faces, roles) if problems else []
        problems = script_problems(texts, writing, handout, faces) or problems
    if problems:
        from brochure.refusals import first_few

        raise ContentError(first_few(problems))
    return faces, notes


def make_layout(handout: Handout, options: Options) -> tuple[Layout, Faces]:
    """Return the handout placed, and its faces.

    Raises ContentError if the brand, an image or a character cannot be used, and FitError if
    the text does not fit.
    """
    if handout.back:
        return _two_sides(handout, options)
    return layout_in(contexts_of(handout, options), handout, options)


def layout_in(
    contexts: Iterable[BuildContext], handout: Handout, options: Options
) -> tuple[Layout, Faces]:
    """Return what `make_layout` does, of the first context that the handout fits in."""
    fit = first_fit(contexts)
    if fit is None:
        raise too_long_for(handout, options)
    return on_sheet(laid_out(*fit), fit[0], options), fit[0].faces


def first_fit(contexts: Iterable[BuildContext]) -> Fit | None:
    """Return the first way of setting a handout that it fits in."""
    return next(filter(None, map(_fit, contexts)), None)


def _two_sides(handout: Handout, options: Options) -> tuple[Layout, Faces]:
    """Return a sheet of two handouts placed, and the faces of both.

    Raises FitError, with the words over, for each text that does not fit on its side.
    """
    from brochure.layout.two_sides import two_sides
    from brochure.twin_sheets import sides_of
    from brochure.typeset.two_families import SECOND, TwoFamilies

    sides = sides_of(handout, options.format)
    options = replace(options, style=style_name(handout, options))
    fits = _alike(sides, options) or [first_fit(contexts_of(side, options)) for side in sides]
    late = [too_long_for(side, options) for side, fit in zip(sides, fits, strict=True) if not fit]
    if late:
        most = max(late, key=lambda error: error.words_over)
        problems = [problem for error in late for problem in error.problems]
        raise FitError(problems, most.words_over, most.lines_over)
    layouts = [laid_out(*fit) for fit in fits if fit]
    one, other = (fit[0].faces for fit in fits if fit)
    sheet = two_sides(layouts[0], layouts[1], "" if one is other else SECOND)
    few = FORMATS[options.format].few_words // 2
    short = [_few(side, layout, few) for side, layout in zip(sides, layouts, strict=True)]
    sheet = replace(sheet, problems=(*sheet.problems, *short[0], *short[1]))
    contexts = [fit[0] for fit in fits if fit]
    sheet = on_sheet(sheet, contexts[0], options)
    return sheet, one if one is other else TwoFamilies(one, other)


def _alike(sides: Sequence[Handout], options: Options) -> list[Fit | None]:
    """Return the fits of both sides with sections of one face; nothing if a side has none."""
    for pair in zip(*[contexts_of(side, options) for side in sides], strict=False):
        fits = [_fit(context) for context in pair]
        if all(fits):
            return fits
    return []


def _few(handout: Handout, layout: Layout, few: int) -> tuple[Problem, ...]:
    """Return the warning about a text of fewer words than look well."""
    short = in_words(layout.facts.words, a_word(handout.language)) < few
    if not short:
        return ()
    from brochure.refusals import too_short

    return (too_short(handout, layout.facts.words, few),)


def laid_out(context: BuildContext, task: Task, fitted: Fitted) -> Layout:
    """Return a fit as a layout, with what is to be said of it."""
    pictures = {name: (picture.data, picture.size) for name, picture in context.pictures.items()}
    layout = compose(context.page, task.flow, context.furniture, fitted, pictures)
    notes = said_of(context, fitted)
    if context.faces.writing and context.faces.writing.rtl:
        from brochure.layout.mirror import mirrored

        layout = mirrored(layout, context.faces)
    elif context.faces.mixed:
        from brochure.layout.mirror import heard

        layout = heard(layout)
    return replace(layout, problems=notes) if notes else layout


def said_of(context: BuildContext, fitted: Fitted) -> tuple[Problem, ...]:
    """Return what is to be said of a fit."""
    page, bare = context.page, context.page.style.pictured and context.page.cover is None
    notes = context.notes
    if fitted.geometry.folds:
        from brochure.refusals import empty_panels

        notes += empty_panels(context.handout, fitted)
    return notes + notes_of(context.handout, page.logo, context.pictures, bare=bare)


def on_sheet(layout: Layout, context: BuildContext, options: Options) -> Layout:
    """Return a layout as it is printed: once, or twice on each sheet of paper."""
    if options.sheet == PLAIN.sheet:
        return layout
    from brochure.copyfit.imposition import imposition
    from brochure.layout.imposition import imposed

    place = imposition(FORMATS[options.format], options.paper)
    return imposed(layout, place, context.page.palette.black) if place else layout


def _fit(context: BuildContext) -> Fit | None:
    """Return what is fitted, with its fit, or None; a folded sheet has a flap."""
    task = context.task()
    if context.format.masthead != "cover":
        fitted = fit(task)
    else:
        from brochure.copyfit.flap import fit_folded

        task, fitted = fit_folded(task)
    return (context, task, fitted) if fitted else None


def contexts_of(handout: Handout, options: Options) -> Iterator[BuildContext]:
    """Yield what a handout is made with, and what it is made with if it does not fit so."""
    first = prepare(handout, options)
    yield first
    if first.page.style.arrangements:
        yield calmer(first, options)


def too_long_for(handout: Handout, options: Options) -> FitError:
    """Return the refusal of a handout that does not fit; what stands around the text stays."""
    from brochure.refusals import settable_in, too_long

    fmt, fits = FORMATS[options.format], settable_in(c.task for c in contexts_of(handout, options))
    place = _place(handout, fmt, options)
    pages = PAGES_MOST if place.grows else place.pages
    return too_long(handout, fits, pages, _floor(handout, fmt), fmt.brand_floor)


def build_handout(
    handout: Handout, options: Options | None = None, warnings: tuple[Problem, ...] = ()
) -> Built:
    """Return the finished PDF of a handout, without options on its clinic's paper.

    Raises as `make_layout` does.
    """
    options = options or usual(handout)
    if options.sides == "twin" and not handout.back:
        from brochure.twin_sheets import beside_twin

        handout, more = beside_twin(handout)
        warnings += more
    mode, few = MODES[options.mode], FORMATS[options.format].few_words
    layout, faces = make_layout(handout, options)
    warnings += () if handout.back else _few(handout, layout, few)
    warnings += layout.problems
    if mode.bleeds:
        from brochure.refusals import press_notes

        warnings += press_notes(handout, layout)
    from brochure.pdf.document import draw  # what only judges a handout draws none

    pdf = draw(layout, faces, archival=mode.archival)
    return Built(pdf, file_name(handout, options), layout.facts, layout, faces, warnings)


def build(
    source: Given,
    options: Options | None = None,
    *,
    clinic: Given | None = None,
    brand: Given | None = None,
    base: Path | str | None = None,
) -> Built:
    """Return the finished PDF of a content file, of its text or bytes, or of a mapping like it.

    ``clinic`` and ``brand`` take the place of the source's own. ``base`` is the folder of the
    files that texts, bytes and mappings name; without it, that of the source, else the working one.
    Raises ContentError, with every problem and its line, if a source cannot be used, FitError,
    with the words over, if the text does not fit, and TypeError for a source that is none.
    """
    handout, warnings = read(source, clinic=clinic, brand=brand, base=base)
    if options and options.sides == "twin":
        from brochure.twin_sheets import beside_twin

        handout, more = beside_twin(handout, clinic=clinic, brand=brand, base=base)
        warnings += more
    return build_handout(handout, options, warnings)
