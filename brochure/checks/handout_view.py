"""What a rule sees: the handout as passages in reading order, and what a rule finds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from brochure.checks.english import readability
from brochure.language.phrases import primary_tag
from brochure.model import Handout, Item, Section, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

_BODY = frozenset({"paragraph", "item", "contact"})


class Finding(NamedTuple):
    """What one rule found at one place; ``words`` are the ones to point at."""

    message: str
    hint: str = ""
    where: Text | Section | None = None
    words: str = ""
    start: int = 0  # where in the text the words stand
    level: Level | None = None  # instead of the rule's own


class Sentence(NamedTuple):
    """A sentence and where in its passage it starts."""

    text: str
    start: int


class Passage(NamedTuple):
    """One text of the handout with its part in it and its sentences."""

    role: str  # "title", "heading", "paragraph", "item", "caption", "contact", "email", ...
    text: Text
    section: int  # index of its section, -1 outside any
    plain: str
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class View:
    """A handout as its rules read it. ``today`` is an ISO date, ``source`` the raw file."""

    handout: Handout
    today: str
    source: str = ""
    logo: tuple[int, float] | None = None  # width in pixels, and as drawn in points

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the handout in reading order."""
        return tuple(
            Passage(role, text, section, text.plain, tuple(_sentences(text.plain)))
            for role, text, section in _texts(self.handout)
        )

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The running text: paragraphs, list items and the closing box."""
        return tuple(passage for passage in self.passages if passage.role in _BODY)

    @cached_property
    def reading(self) -> readability.Reading:
        """How hard the running text is to read; headings and sources do not count."""
        return readability.measure([passage.plain for passage in self.body])

    @cached_property
    def english(self) -> bool:
        """Whether the handout is in English."""
        return self.language == "en"

    @cached_property
    def language(self) -> str:
        """The primary language subtag ("en" of "en-US")."""
        return primary_tag(self.handout.language)

    def place(self, finding: Finding) -> tuple[str, int, int]:
        """Return file, line and column of a finding, as near to its words as the source tells."""
        where = finding.where or self.handout.title
        file = getattr(where, "file", "") or self.handout.file
        if isinstance(where, Text) and finding.words and file == self.handout.file:
            return (file, *self._in_source(where, finding.words, finding.start))
        return file, where.line, where.column

    def _in_source(self, text: Text, words: str, at: int) -> tuple[int, int]:
        """Return the line and column of words within a text, or those of the text."""
        if not self.source:
            return text.line, text.column
        start = self._line_starts[min(text.line, len(self._line_starts)) - 1] + text.column - 1
        gap = r"\s*(?:\\\n\s*\\?|\s)[\s*]*"
        pattern = rf"(?<!\w){gap.join(map(re.escape, words.split()))}"
        reach = start + 2 * len(text.plain) + 400
        matches = re.compile(pattern).finditer(self.source, start, reach)
        found = next(islice(matches, text.plain.count(words, 0, at), None), None)
        if not found:
            return text.line, text.column
        line = bisect_right(self._line_starts, found.start())
        return line, found.start() - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where in the source each line starts."""
        return [0, *(found.end() for found in re.finditer(r"\r\n?|\n", self.source))]


def _sentences(plain: str) -> Iterator[Sentence]:
    """Yield the sentences of a text with their places."""
    start = 0
    for text in readability.sentences(plain):
        start = plain.find(text, start)
        yield Sentence(text, start)
        start += len(text)


def _texts(handout: Handout) -> Iterator[tuple[str, Text, int]]:
    """Yield each text with its role and its section's index."""
    yield "title", handout.title, -1
    if handout.subtitle:
        yield "subtitle", handout.subtitle, -1
    for index, section in enumerate(handout.sections):
        yield from ((role, text, index) for role, text in _of_section(section))
    contact, clinic, email = handout.contact, handout.clinic, handout.email
    notes = handout.notes_heading
    yield from _present("heading", (contact.heading, notes), -1)
    yield from _present("contact", (contact.text,), -1)
    yield from _present("clinic", (clinic.name, clinic.address, clinic.city, clinic.hours), -1)
    yield from _present("clinic", (clinic.website, clinic.email), -1)
    yield from _present("source", handout.sources, -1)
    yield from _present("email", (email.subject, *email.message, email.opt_out), -1)


def _of_section(section: Section) -> Iterator[tuple[str, Text]]:
    """Yield the texts of a section with their roles."""
    yield "heading", section.heading
    yield from (("paragraph", text) for text in section.text)
    for item in (*section.bullets, *section.steps):
        yield from (("item", text) for text in _of_item(item))
    if section.closing:
        yield "paragraph", section.closing
    if section.image:
        yield "alt", section.image.alt
        if section.image.caption:
            yield "caption", section.image.caption


def _of_item(item: Item) -> tuple[Text, ...]:
    """Return an item's own text and those nested under it."""
    return (item.text, *item.items)


def _present(
    role: str, texts: Iterable[Text | None], section: int
) -> Iterator[tuple[str, Text, int]]:
    """Yield those texts that are there."""
    yield from ((role, text, section) for text in texts if text is not None)
