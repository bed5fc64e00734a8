"""The lines of a handout for readers of other languages: `also_in`, and the clinic's `notice`."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from brochure._startup.records import replace
from brochure.language.fixed_words import Phrases
from brochure.language.messages import install
from brochure.language.tongues import tongue_of
from brochure.model import Handout, Problem, Span, Text
from brochure.model.phones import read_phone
from brochure.typeset.scripts import writing_of

SHAPER = "uharfbuzz"
FIFTEEN = tuple("es zh-Hant vi tl ko hy fa ru ja ar pa km hmn hi th".split())
"""The languages of the notice: the fifteen most spoken in California (45 CFR 92.11)."""


def with_lines(handout: Handout, words: Phrases, *, roomy: bool) -> Handout:
    """Return a handout with its lines in other languages, each name and line in its own.

    A format that is not ``roomy`` has the notice once, and the fifteen languages by their names.
    """
    lines = [*_also_in(handout, words)]
    if handout.clinic.notice:
        lines += _notice(handout) if roomy else [_short_notice(handout, words)]
    return replace(handout, lines=tuple(lines))


def unset(handout: Handout) -> tuple[str, ...]:
    """Return the English names of the languages whose line is left out for want of a package."""
    if not handout.clinic.notice:
        return ()
    return tuple(_tongue_name(tag) for tag in FIFTEEN if not _settable(tag))


def told(handout: Handout) -> tuple[Problem, ...]:
    """Return the warning about the languages whose line is left out, and what to install."""
    lacking, name = unset(handout), handout.clinic.name
    if not lacking:
        return ()
    message = f"the notice leaves out {', '.join(lacking)}: {SHAPER} is not installed"
    place, hint = (name.file, name.line, name.column), f"install it: {install(SHAPER)}"
    return (Problem(*place, "warning", message, hint),)


def _also_in(handout: Handout, words: Phrases) -> Iterator[Text]:
    """Yield the line of the languages that the handout is there in, too."""
    if not handout.also_in:
        return
    before, _, after = words.also_in.partition("{}")
    spans = [Span(before)]
    for number, tag in enumerate(handout.also_in):
        spans += [*([Span(", ")] if number else []), _name(tag.plain)]
    first = handout.also_in[0]
    kept = tuple(span for span in (*spans, Span(after)) if span.text)
    yield Text(kept, first.line, first.column, first.file)


def _name(tag: str) -> Span:
    """Return a language's own name, or its English one where that cannot be set."""
    tongue = tongue_of(tag)
    if tongue is None:
        return Span("English" if tag.lower().startswith("en") else tag)
    return Span(tongue.own_name, lang=tag) if _settable(tag) else Span(tongue.english_name)


def _notice(handout: Handout) -> Iterator[Text]:
    """Yield the line of free language help in each of FIFTEEN that can be set here."""
    phone, name = read_phone(handout.clinic.phone.plain), handout.clinic.name
    for tag in FIFTEEN:
        tongue = tongue_of(tag)
        if tongue is None or not _settable(tag) or tag == handout.language:
            continue
        before, _, after = tongue.phrases.help.partition("{}")
        number = Span(phone.called, href=phone.link, lang=tag)
        spans = (Span(before, lang=tag), number, Span(after, lang=tag))
        kept = tuple(span for span in spans if span.text)
        yield Text(kept, name.line, name.column, name.file)


def _short_notice(handout: Handout, words: Phrases) -> Text:
    """Return the notice in the handout's language, with the names of FIFTEEN behind it."""
    phone, name = read_phone(handout.clinic.phone.plain), handout.clinic.name
    before, _, after = words.help.partition("{}")
    spans = [Span(before), Span(phone.called, href=phone.link), Span(f"{after} ")]
    for number, tag in enumerate(FIFTEEN):
        spans += [*([Span(", ")] if number else []), _name(tag)]
    kept = tuple(span for span in spans if span.text)
    return Text(kept, name.line, name.column, name.file)


def _settable(tag: str) -> bool:
    """Return whether a language's letters can be set with what is installed."""
    writing = writing_of(tag)
    return not (writing and writing.shaped) or find_spec(SHAPER) is not None


def _tongue_name(tag: str) -> str:
    tongue = tongue_of(tag)
    return tongue.english_name if tongue else tag
