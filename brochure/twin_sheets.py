"""One sheet of a handout in two languages: each on a side, in its own type, direction and tags.

Each side has the largest type that its own text fits in: nobody reads both, so nothing is gained
by setting the shorter one as small as the longer.
"""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.checks.twins import RULE, apart, compare
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.one_side import with_two_sides
from brochure.language.messages import either, this_program
from brochure.language.phrases import phrases
from brochure.language.tags import primary_tag
from brochure.model import ContentError, Handout, Problem, Side, Span, Text
from brochure.sources import read
from brochure.typeset.scripts import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FormatName
    from brochure.reading.given import Given

Warned = tuple[Handout, tuple[Problem, ...]]
"""A handout, and what is to be said of it."""


def beside_twin(
    handout: Handout,
    twin: Path | None = None,
    *,
    clinic: Given | None = None,
    brand: Given | None = None,
    base: Path | str | None = None,
) -> Warned:
    """Return the handout that `twin_of` names with this one on its back, and warnings.

    ``twin`` is another file for the front.
    Raises ContentError if there is none, if it cannot be read, or if the two say other figures.
    """
    front, told = read(twin or original(handout), clinic=clinic, brand=brand, base=base)
    front, more = with_back(front, handout)
    return front, (*told, *more)


def original(handout: Handout) -> Path:
    """Return the file that a handout's `twin_of` names; raise ContentError if it names none."""
    if handout.twin_of:
        return handout.twin_of
    name, title = Path(handout.file).name, handout.title
    message = "a sheet of twins takes two files, and this one names no other"
    hint = (
        f"write `twin_of: en.yaml` into the translation, with the name of the other file; or type"
        f" both: {this_program()} build --twin en.yaml {name}"
    )
    raise ContentError([Problem(handout.file, title.line, title.column, "error", message, hint)])


def with_back(front: Handout, back: Handout) -> Warned:
    """Return a handout with another on its back, and what the two do not say alike.

    Raises ContentError if they are in one language, or if a phone, a dose or another larger number
    stands on one side alone; `allow: {twin: why}` in one of the files lets it.
    """
    if primary_tag(front.language) == primary_tag(back.language) and (
        writing_of(front.language) is writing_of(back.language)
    ):
        raise ContentError([_one_language(front, back)])
    found: tuple[Problem, ...] = ()
    if not any(rule == RULE and why.strip() for each in (front, back) for rule, why in each.allow):
        wrong = apart(front, back)
        if wrong:
            raise ContentError([replace(problem, level="error") for problem in wrong])
        found = compare(front, back)
    return replace(front, back=back), found


def _one_language(front: Handout, back: Handout) -> Problem:
    names = Path(front.file).name, Path(back.file).name
    message = f"{names[0]} and {names[1]} are both in {back.language}: they are no twins"
    hint = "say what each is in by `language:`, as in `language: es-US`"
    return Problem(back.file, back.title.line, back.title.column, "error", message, hint)


def sides_of(handout: Handout, name: FormatName) -> tuple[Handout, Handout]:
    """Return the two handouts of a sheet, each with the words of the other side in its language.

    Raises ContentError for a format that has no two sides alike.
    """
    if FORMATS[name] not in with_two_sides():
        raise ContentError([_folded(handout, name)])
    front, back = replace(handout, back=None), handout.back
    assert back is not None
    right = [bool((writing := writing_of(each.language)) and writing.rtl) for each in (front, back)]
    # the sheet is bound where the front's lines begin: on its back that is the other edge
    return (
        replace(front, side=Side(_turn_over(back), True)),
        replace(back, side=Side(_turn_over(front), right[0] != right[1])),
    )


def _turn_over(other: Handout) -> Text:
    words = phrases(other.language, other.clinic.phrases).turn_over
    return Text((Span(words, lang=other.language),), other.title.line, 1, other.file)


def _folded(handout: Handout, name: FormatName) -> Problem:
    whole = either(row.name for row in with_two_sides())
    message = f"a {name} has no two sides that say the same"
    hint = f"choose another format for a sheet of twins: {whole}"
    return Problem(handout.file, handout.title.line, handout.title.column, "error", message, hint)
