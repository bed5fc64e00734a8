"""`{phone}` and its like: words in braces that stand for what the clinic says of itself.

They are read with the text, and filled in when the clinic is known: in a batch that is after the
file's own clinic was replaced. What is drawn, checked, counted and mailed has them filled.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import replace
from brochure.model import SIGNED, Clinic, ContentError, Handout, Problem, Section, Span, Text
from brochure.model.phones import read_phone
from brochure.model.texts import changed, drawn_texts
from brochure.model.web_addresses import printed_website, website_link
from brochure.reading.bare_links import RUNNING, live
from brochure.reading.tel_links import dialling_another, dials, written_alike
from brochure.reading.words_in_braces import FACTS, facts_in
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from brochure.model.choices import TextKind

EXAMPLES = {
    "address": "address: 123 Main Street",
    "city": "city: Los Angeles, CA 90001",
    "hours": "hours: Mon-Fri 8:00-17:00",
    "website": "website: spine.example",
    "email": "email: care@spine.example",
}


@remember(1)
def _known() -> re.Pattern[str]:
    return compiled("{(" + "|".join(FACTS) + ")}")


def filled(handout: Handout) -> Handout:
    """Return the handout with the clinic's facts in place of the words in braces, and live links.

    Raises ContentError, with every place, if the clinic lacks a fact that a text names.
    """
    problems: list[Problem] = []

    def fill(kind: TextKind, text: Text) -> Text:
        named = any(span.fact or "{" in span.href for span in text.spans)
        if named and kind == "clinic":
            problems.extend(_in_the_clinic(text))
        elif named:
            text = _filled(text, handout.clinic, kind in RUNNING, problems)
        if dials(text):
            problems.extend(dialling_another(text))
            text = written_alike(text, handout.clinic)
        return live(text, handout.clinic) if kind in RUNNING else text

    whole = changed(handout, fill)
    if problems:
        raise ContentError(problems)
    if any(map(_thin, whole.sections)):
        from brochure.reading.urgent_numbers import heavy

        return heavy(whole)
    return whole


def _thin(section: Section) -> bool:
    """Return whether an urgent box may hold a number to call that is not bold."""
    texts = drawn_texts(section) if section.emphasis in SIGNED else ()
    spans = (span for text in texts for span in text.spans if not span.bold)
    return any(span.href or any(map(str.isdigit, span.text)) for span in spans)


def _filled(text: Text, clinic: Clinic, running: bool, problems: list[Problem]) -> Text:
    lacking = dict.fromkeys(fact for fact in _named(text) if not value(clinic, fact))
    problems.extend(_lacking(text, clinic, fact) for fact in lacking)
    if lacking:
        return text
    spans = tuple(_span(span, clinic, running) for span in text.spans)
    return replace(text, spans=spans)


def _named(text: Text) -> Iterator[str]:
    for span in text.spans:
        if span.fact:
            yield span.fact
        yield from facts_in(span.href)[0]


def _span(span: Span, clinic: Clinic, running: bool) -> Span:
    href = _target(span.href, clinic) if "{" in span.href else span.href
    if not span.fact:
        return replace(span, href=href)
    words = span.text.replace(f"{{{span.fact}}}", value(clinic, span.fact))
    if running and not href:
        href = _links(clinic).get(span.fact, ("", ""))[1]
    return replace(span, text=words, href=href, fact="")


def value(clinic: Clinic, fact: str) -> str:
    """Return what stands for a fact in a text; empty if the clinic lacks it."""
    text: Text | None = getattr(clinic, FACTS[fact])
    if text is None:
        return ""
    if fact == "phone":
        return read_phone(text.plain).typed
    return printed_website(text.plain) if fact == "website" else text.in_line


def _links(clinic: Clinic) -> dict[str, tuple[str, str]]:
    """Return the facts that are links: the beginning of their links, and the link."""
    links = {"phone": ("tel:", read_phone(clinic.phone.plain).link)}
    if clinic.website:
        links["website"] = ("https://", website_link(clinic.website.plain).rstrip("/"))
    if clinic.email:
        links["email"] = ("mailto:", f"mailto:{clinic.email.plain}")
    return links


def _target(href: str, clinic: Clinic) -> str:
    """Return a link's target with the facts it names, those within it as a web address has them."""
    for fact, (scheme, link) in _links(clinic).items():
        for beginning in (f"{scheme}{{{fact}}}", f"{{{fact}}}"):
            if href.startswith(beginning):
                href = link + href.removeprefix(beginning)
    if "{" not in href:
        return href
    from urllib.parse import quote

    return _known().sub(lambda found: quote(value(clinic, found[1]), safe=""), href)


def _lacking(text: Text, clinic: Clinic, fact: str) -> Problem:
    message = f"the text says {{{fact}}}, but the clinic has no `{FACTS[fact]}`"
    hint = f"Add a line such as `{EXAMPLES.get(fact, fact)}` under `clinic:`, or type the words."
    if clinic.file and clinic.file != text.file:
        hint = f"Add a line such as `{EXAMPLES.get(fact, fact)}` to {clinic.file}."
    return Problem(text.file, text.line, text.column, "error", message, hint)


def _in_the_clinic(text: Text) -> Iterator[Problem]:
    for fact in dict.fromkeys(_named(text)):
        message = f"{{{fact}}} stands for the clinic's own words, and this line is one of them"
        hint = "Type the words themselves here."
        yield Problem(text.file, text.line, text.column, "error", message, hint)
