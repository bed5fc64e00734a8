"""What a rule sees: the handout as passages in reading order, and what a rule finds."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, islice

from brochure._startup.records import dataclass
from brochure.checks.english import readability
from brochure.checks.patterns import pattern, triggers
from brochure.checks.places import typed_places
from brochure.checks.trigger_terms import DIGIT
from brochure.checks.word_index import WordIndex, numbers_of, runs_of, tokens_of
from brochure.language.tags import primary_tag
from brochure.model import Handout, Section, Text
from brochure.model.problems import Fix
from brochure.model.texts import Place, texts_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.checks.grades import Ease
    from brochure.model.choices import Level, TextKind

_BODY = frozenset({"paragraph", "item", "contact"})
UNREAD = frozenset({"source", "clinic", "email"})
_NUMBERED = frozenset({DIGIT})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found at one place; ``words`` are the ones to point at."""

    message: str
    hint: str = ""
    where: Text | Section | None = None
    words: str = ""
    start: int = 0  # where in the text the words stand
    level: Level | None = None  # instead of the rule's own
    instead: str | None = None  # what to type for the words, if one thing alone is right


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where in its passage it starts."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the handout with its part in it and its sentences."""

    role: TextKind
    text: Text
    section: int  # index of its section, -1 outside any
    plain: str
    sentences: tuple[Sentence, ...]


class Whole:
    """The texts of a handout as one, by lines, which is looked through quicker than each alone."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        """Join texts by line ends."""
        self._read = tuple(passages)
        self._starts = [0, *accumulate(len(passage.plain) + 1 for passage in self._read)]
        self.text = "\n".join(passage.plain for passage in self._read)

    def stretch(self, first: int, last: int) -> tuple[int, int]:
        """Return where the first of some texts begins, and where the one behind the last ends."""
        return self._starts[first], self._starts[min(last + 2, len(self._read))]

    def place(self, at: int) -> tuple[Passage, int]:
        """Return the text that a place lies in, and where in it."""
        number = bisect_right(self._starts, at) - 1
        return self._read[number], at - self._starts[number]


class View:
    """A handout as its rules read it, each thing of it found once."""

    def __init__(
        self,
        handout: Handout,
        today: str,
        source: str = "",
        logo: tuple[int, float] | None = None,
    ) -> None:
        """Take a handout, an ISO date, its raw file, and its logo's width: pixels, points."""
        self.handout, self.today, self.source, self.logo = handout, today, source, logo
        self.kept: dict[str, tuple[Finding, ...]] = {}  # of one rule, that another asks for

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the handout in reading order."""
        letters = {} if self.language in _DOTLESS else _LOOK_ALIKE
        return tuple(
            _passage(place, role, text, text.plain.translate(letters))
            for place, role, text in texts_of(self.handout)
            if role != "phone"  # which has rules of its own
        )

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The running text: paragraphs, list items and the closing box."""
        return tuple(passage for passage in self.passages if passage.role in _BODY)

    @cached_property
    def numbered(self) -> tuple[Passage, ...]:
        """The texts that have a figure."""
        return tuple(self.numbered_by(self.index.with_words(_NUMBERED)))

    @cached_property
    def numbered_body(self) -> tuple[Passage, ...]:
        """The running texts that have a figure."""
        return tuple(passage for passage in self.numbered if passage.role in _BODY)

    @cached_property
    def linked(self) -> frozenset[int]:
        """The places in `passages` of the texts that have a link."""
        every = enumerate(self.passages)
        return frozenset([n for n, each in every for span in each.text.spans if span.href])

    @cached_property
    def dialled(self) -> list[Passage]:
        """The texts that may have a phone: those with a figure or a link."""
        linked = sum(1 << number for number in self.linked)
        return self.numbered_by(self.index.with_words(_NUMBERED) | linked)

    @cached_property
    def whole(self) -> Whole:
        """All that a patient reads, as one text."""
        return Whole(passage for passage in self.passages if passage.role not in UNREAD)

    @cached_property
    def small(self) -> str:
        """What a patient reads, in small letters."""
        return self.whole.text.lower()

    @cached_property
    def index(self) -> WordIndex:
        """The words of all texts, each text by its place in `passages`."""
        return WordIndex([passage.plain for passage in self.passages])

    @cached_property
    def _body_bits(self) -> int:
        return sum(1 << n for n, each in enumerate(self.passages) if each.role in _BODY)

    @cached_property
    def _read_bits(self) -> int:
        return sum(1 << n for n, each in enumerate(self.passages) if each.role not in UNREAD)

    def stretches(self, wanted: re.Pattern[str]) -> list[tuple[int, int]]:
        """Return the parts of `whole` in which a pattern may be found, in a text or across some."""
        found = self.index.near(triggers(wanted)) & self._read_bits
        return [self.whole.stretch(*run) for run in runs_of(found)]

    def holding(self, *wanted: re.Pattern[str]) -> list[Passage]:
        """Return the texts in which one of some patterns may be found, in reading order."""
        return self._chosen(wanted, self.index.every)

    def read_holding(self, *wanted: re.Pattern[str]) -> list[Passage]:
        """Return the texts that a patient reads in which one of some patterns may be found."""
        return self._chosen(wanted, self._read_bits)

    def body_holding(self, *wanted: re.Pattern[str]) -> list[Passage]:
        """Return the running texts in which one of some patterns may be found."""
        return self._chosen(wanted, self._body_bits)

    def found(self, wanted: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Yield each place in what a patient reads at which a pattern is found, with its text."""
        for passage in self.read_holding(wanted):
            for match in wanted.finditer(passage.plain):
                yield passage, match

    def body_with(self, words: frozenset[str]) -> list[Passage]:
        """Return the running texts that have one of some words."""
        return self.numbered_by(self.index.with_words(words) & self._body_bits)

    def bits(self, *wanted: re.Pattern[str]) -> int:
        """Return the texts in which one of some patterns may be found, as a choice of the index."""
        found, index = 0, self.index
        for each in wanted:
            found |= index.holding(triggers(each))
        return found

    def _chosen(self, wanted: Iterable[re.Pattern[str]], of: int) -> list[Passage]:
        """Return those of some texts that have what one of some patterns needs."""
        return self.numbered_by(self.bits(*wanted) & of)

    def numbered_by(self, chosen: int) -> list[Passage]:
        """Return the texts of a choice of the index, in reading order."""
        return [self.passages[number] for number in numbers_of(chosen)] if chosen else []

    @cached_property
    def tokens(self) -> list[str]:
        """The words that a patient reads in their order, in small letters, cut at other signs."""
        return [word for line in self.small.split("\n") for word in tokens_of(line)]

    @cached_property
    def words(self) -> frozenset[str]:
        """The words that a patient reads, in small letters, cut at every other sign."""
        return frozenset(self.tokens)

    @cached_property
    def reading(self) -> readability.Reading:
        """How hard the running text is to read; headings and sources do not count."""
        return readability.measure([passage.plain for passage in self.body])

    @cached_property
    def ease(self) -> Ease | None:
        """How easy the running text is by the formula of its language; None if it has none."""
        if self.english:
            return None
        from brochure.checks.grades import ease

        return ease([passage.plain for passage in self.body], self.language)

    @cached_property
    def english(self) -> bool:
        """Whether the handout is in English."""
        return self.language == "en"

    @cached_property
    def language(self) -> str:
        """The primary language subtag ("en" of "en-US")."""
        return primary_tag(self.handout.language)

    @cached_property
    def region(self) -> str:
        """The country of the language ("GB" of "en-GB"), empty if it names none."""
        parts = self.handout.language.split("-")[1:]
        return next((part.upper() for part in parts if len(part) == 2 and part.isalpha()), "")

    def place(self, finding: Finding) -> tuple[str, int, int]:
        """Return file, line and column of a finding, as near to its words as the source tells."""
        where = finding.where or self.handout.title
        file = getattr(where, "file", "") or self.handout.file
        if isinstance(where, Text) and finding.words and file == self.handout.file:
            return (file, *self._in_source(where, finding.words, finding.start))
        return file, where.line, where.column

    def fix(self, finding: Finding, line: int, column: int) -> Fix | None:
        """Return what to type for the words of a finding, if the source has them as they are."""
        if finding.instead is None or not (self.source and line):
            return None
        start = self._line_starts[min(line, len(self._line_starts)) - 1] + column - 1
        if not self.source.startswith(finding.words, start) or "\n" in finding.words:
            return None
        return Fix(line, column, line, column + len(finding.words), finding.instead)

    def _in_source(self, text: Text, words: str, at: int) -> tuple[int, int]:
        """Return the line and column of words within a text, or those of the text."""
        if not self.source:
            return text.line, text.column
        start = self._line_starts[min(text.line, len(self._line_starts)) - 1] + text.column - 1
        reach = start + 2 * len(text.plain) + 400
        found = typed_places(words, self.source, start, reach)
        place = next(islice(found, text.plain.count(words, 0, at), None), None)
        if place is None:
            return text.line, text.column
        line = bisect_right(self._line_starts, place)
        return line, place - self._line_starts[line - 1] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where in the source each line starts."""
        return [0, *(found.end() for found in pattern(r"\r\n?|\n").finditer(self.source))]


_LOOK_ALIKE = str.maketrans("ıİſ\u212a", "iIsK")
"""Letters that patterns take for i, s and k where capitals do not matter; tables do not."""
_DOTLESS = ("tr", "az")
"""Languages that have an i without its dot."""


def _passage(place: Place, role: TextKind, text: Text, plain: str) -> Passage:
    return Passage(role, text, _section(place), plain, tuple(_sentences(plain)))


def _sentences(plain: str) -> Iterator[Sentence]:
    """Yield the sentences of a text with their places."""
    start = 0
    for text in readability.sentences(plain):
        start = plain.find(text, start)
        yield Sentence(text, start)
        start += len(text)


def _section(place: Place) -> int:
    """Return the index of the section that a place is in, -1 outside any."""
    return place[1] if place[0] == "sections" and isinstance(place[1], int) else -1


def start_of(text: str) -> str:
    """Return the first words of a text, enough to know it by."""
    first = text.split()
    start = " ".join(first[:6])
    cut = start[:_START] if len(start) > 2 * _START else start  # Chinese has no spaces
    return cut + (" …" if len(first) > 6 or cut != start else "")


_START = 30
"""Characters that are enough to know a sentence by."""


def opening(sentence: str) -> str:
    """Return the first words of a sentence, to find it by in the source."""
    return " ".join(sentence.split()[:4])


def sentences_of(view: View, needs: tuple[str, ...] = ()) -> Iterator[tuple[Passage, str, int]]:
    """Yield each sentence of the running text with its passage and its place.

    With ``needs`` those that have one of them in small letters.
    """
    some = [each for each in needs if each in view.small]
    for passage in view.body if some or not needs else ():
        for sentence in passage.sentences:
            small = sentence.text.lower() if needs else ""
            if not needs or any(each in small for each in some):
                yield passage, sentence.text, sentence.start


def sentences_holding(view: View, wanted: re.Pattern[str]) -> Iterator[tuple[Passage, str, int]]:
    """Yield each sentence of the running texts in which a pattern may be found, as above."""
    for passage in view.body_holding(wanted):
        for sentence in passage.sentences:
            yield passage, sentence.text, sentence.start


def at_words(
    passage: Passage, start: int, found: re.Match[str], message: str, hint: str
) -> Finding:
    """Return a finding that points at words of the sentence that starts at ``start``."""
    return Finding(message, hint, passage.text, found.group(), start + found.start())
