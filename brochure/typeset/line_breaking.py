"""Words and lines: text cut into unbreakable words, and words set into even lines.

Everything here is in ems of the text's own size, so a text is measured once and set at any
size. Lines are never hyphenated.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import partial
from itertools import accumulate, chain, pairwise, repeat
from operator import itemgetter, sub

from brochure._startup.records import dataclass
from brochure.model import NOWHERE, Span, Text
from brochure.remember import remember
from brochure.typeset.lone_words import SHORT_LINE, first_word_cost, last_line_cost, plain
from brochure.typeset.word_bindings import bound, in_phones, together

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from brochure.model import Source
    from brochure.model.choices import FaceRole, SpanRole
    from brochure.typeset.writings import Writing
else:
    Protocol = object

SLACK = 1e-6
FEW_WORDS = 3
"""A text of so many words in two lines has a lone word in one of them, and is evened out."""
KNOWN_PARAGRAPHS = 256
"""How many paragraphs a process remembers in lines: several handouts of one content share them."""


class Measure(Protocol):
    """Answers how wide a text is; the layout knows no more about fonts.

    What it measured is remembered by its hash, so it equals itself alone. A ``writing`` that is
    not that of the first family says how texts are cut; ``mixed`` says that some words are drawn
    in other families (`mixed_faces`).
    """

    writing: Writing | None = None
    mixed: bool = False

    def __hash__(self) -> int:
        """Return the hash of this object alone."""
        return object.__hash__(self)

    def width(self, text: str, face: FaceRole) -> float:
        """Return the width of ``text`` in ems."""

    def widths(self, texts: list[str], face: FaceRole) -> list[float]:
        """Return the width of each text in ems."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a stretch of text looks and what it is: face, link, language and level (UAX #9)."""

    face: FaceRole
    href: str = ""
    lang: str = ""
    level: int = 0


Run = tuple[str, int]
"""A text and the index of its style."""


@dataclass(frozen=True, slots=True, eq=False)
class Shaped:
    """A text cut into words and measured; equal to its own copies alone, so that it is a quick key.

    ``starts`` and ``ends`` are where each word would begin and end, in ems, if all stood on
    one line. ``glued`` holds the words that no space follows (pieces of an overlong one).
    """

    words: tuple[tuple[Run, ...], ...]
    styles: tuple[Style, ...]
    starts: tuple[float, ...]
    ends: tuple[float, ...]
    glued: frozenset[int] = frozenset()
    source: Source = NOWHERE

    def __hash__(self) -> int:
        """Return the hash of the words measured, wherever they stand."""
        return id(self.starts)

    def __eq__(self, other: object) -> bool:
        """Return whether the other is made of the same measurement, for this or another place."""
        return isinstance(other, Shaped) and self.starts is other.starts

    def at(self, source: Source) -> Shaped:
        """Return the same text as it stands in another place."""
        return Shaped(self.words, self.styles, self.starts, self.ends, self.glued, source)

    @property
    def width(self) -> float:
        """The width on one line, in ems."""
        return self.ends[-1]

    @property
    def widest_word(self) -> float:
        """The width of the widest word, in ems."""
        widest: float = max(map(sub, self.ends, self.starts))
        return widest


def style_of(span: Span, faces: Mapping[SpanRole, FaceRole]) -> Style:
    """Return the style of a span in the faces of a text."""
    face: SpanRole = "bold" if span.bold else "italic" if span.italic else "base"
    return Style(faces[face], span.href, span.lang)


def _split_spans(
    text: Text, faces: Mapping[SpanRole, FaceRole]
) -> tuple[list[list[Run]], list[Style]]:
    """Return the words as runs, and the styles they use."""
    styles: list[Style] = []
    words: list[list[Run]] = [[]]
    for span in text.spans:
        style = style_of(span, faces)
        if style not in styles:
            styles.append(style)
        index = styles.index(style)
        first, *rest = span.text.split(" ")
        if first:
            words[-1].append((first, index))
        words.extend([(word, index)] if word else [] for word in rest)
    return [word for word in words if word], styles


def _bind(words: list[list[Run]]) -> list[list[Run]]:
    """Join the words that must stay on one line."""
    result: list[list[Run]] = []
    plains = [plain(word) for word in words]
    phones = in_phones(plains)
    last = ""
    for number, (word, letters) in enumerate(zip(words, plains, strict=True)):
        if last and (bound(last, letters) or number in phones):
            result[-1] = _joined(result[-1], word)
        else:
            result.append(word)
        last = letters
    return result


def _joined(first: list[Run], second: list[Run]) -> list[Run]:
    """Two words as one with its space kept; the space takes the first word's style."""
    text, style = first[-1]
    if style == second[0][1]:
        return [*first[:-1], (f"{text} {second[0][0]}", style), *second[1:]]
    return [*first[:-1], (text + " ", style), *second]


def shape(
    text: Text, measure: Measure, faces: Mapping[SpanRole, FaceRole], most: float = 1e9
) -> Shaped:
    """Return the text cut into words and measured, in ems.

    ``faces`` maps "base", "bold" and "italic" to faces; a word wider than ``most`` ems is
    cut into pieces that may stand on lines of their own.
    """
    if len(text.spans) == 1:
        shaped = _in_one_style(text.spans[0], measure, faces, most)
        if shaped:
            return shaped
    raw, styles = _split_spans(text, faces)
    cut = _Cut(measure, [style.face for style in styles], most)
    for word in _bind(raw):
        cut.add(word)
    return Shaped(
        tuple(cut.words), tuple(styles), tuple(cut.starts), tuple(cut.ends), frozenset(cut.glued)
    )


def _in_one_style(
    span: Span, measure: Measure, faces: Mapping[SpanRole, FaceRole], most: float
) -> Shaped | None:
    """Return what `shape` returns, sooner, for a text of one style; None if a word must be cut."""
    style = style_of(span, faces)
    words = together([word for word in span.text.split(" ") if word])
    if not words or max(widths := measure.widths(words, style.face)) > most:
        return None
    steps = [measure.width(" ", style.face)] * (2 * len(widths) - 1)
    steps[::2] = widths
    edges = tuple(accumulate(steps, initial=0.0))
    runs = zip(words, repeat(0), strict=False)  # of the first style, and the only one
    return Shaped(tuple(zip(runs, strict=True)), (style,), edges[::2], edges[1::2])


class _Cut:
    """Words laid end to end while a text is measured."""

    def __init__(self, measure: Measure, faces: list[FaceRole], most: float) -> None:
        self.words: list[tuple[Run, ...]] = []
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.glued: set[int] = set()
        self._measure = measure
        self._faces = faces
        self._spaces = [measure.width(" ", face) for face in faces]
        self._most = most
        self._x = 0.0

    def add(self, word: list[Run]) -> None:
        """Add a word and the space after it."""
        width, faces = self._measure.width, self._faces
        if len(word) == 1:
            part, index = word[0]
            span = width(part, faces[index])
        else:
            span = sum([width(part, faces[index]) for part, index in word])
        if span > self._most:
            self._add_pieces(word)
        else:
            self._put(tuple(word), span)
        self._x += self._spaces[word[-1][1]]

    def _put(self, word: tuple[Run, ...], span: float) -> None:
        self.words.append(word)
        self.starts.append(self._x)
        self._x += span
        self.ends.append(self._x)

    def _add_pieces(self, word: list[Run]) -> None:
        """Add an overlong word as pieces that no space parts."""
        from brochure.typeset.overlong_words import pieces

        for part, index in word:
            width = partial(self._measure.width, face=self._faces[index])
            for piece in pieces(part, self._most, width):
                self.glued.add(len(self.words))
                self._put(((piece, index),), width(piece))
        self.glued.discard(len(self.words) - 1)


def count_lines(shaped: Shaped, measure: float) -> int:
    """Return the fewest lines that hold the text in ``measure`` ems."""
    ends, starts, most = shaped.ends, shaped.starts, measure + SLACK
    if ends[-1] <= most:
        return 1
    lines, word, total = 0, 0, len(ends)
    while word < total:
        word = bisect_right(ends, starts[word] + most, word + 1)
        lines += 1
    return lines


def _bounds(shaped: Shaped, measure: float) -> tuple[list[int], list[int]]:
    """Return, for each line of the shortest setting, where it ends at the latest and earliest."""
    ends, starts, total = shaped.ends, shaped.starts, len(shaped.ends)
    here, latest, earliest = 0, [], [total]
    while here < total:
        here = bisect_right(ends, starts[here] + measure + SLACK, here + 1)
        latest.append(here)
    for _ in latest[1:]:
        last = earliest[-1] - 1
        least = bisect_left(starts, ends[last] - measure - SLACK, 0, last) if last > 0 else 0
        earliest.append(least)
    return latest, earliest[::-1]


def break_lines(shaped: Shaped, measure: float, balance: bool = False) -> list[int]:
    """Return the first word of each line, and the number of words, for the most even rag.

    The fewest lines are kept; among those settings the sum of squared shortfalls is least,
    over the whole paragraph. ``balance`` evens out the last line too, as headings want, and as
    a text of few words in two lines has it.
    """
    ends, total = shaped.ends, len(shaped.words)
    if ends[-1] <= measure + SLACK:
        return [0, total]
    latest, earliest = _bounds(shaped, measure)
    if latest == earliest:
        return [0, *latest]
    lines = len(latest)
    balance = balance or (lines == 2 and total <= FEW_WORDS)
    firsts = range(earliest[0], latest[0] + 1)
    costs = {stop: (short := 1.0 - ends[stop - 1] / measure) * short for stop in firsts}
    if lines == 2 and 1 in costs:
        costs[1] += first_word_cost(shaped.words, balance)
    before = []  # of each line but the first and the last: where it begins, by where it ends
    for least, most in zip(earliest[1:-1], latest[1:-1], strict=True):
        costs, begins = _next_line(shaped, range(least, most + 1), costs, measure)
        before.append(begins)
    stops = [total, _last_line(shaped, costs, measure, balance)]
    for begins in reversed(before):
        stops.append(begins[stops[-1]])
    return [0, *stops[::-1]]


Costs = dict[int, float]
"""The least that lines cost, by where the last of them ends."""


def _next_line(
    shaped: Shaped, stops: range, costs: Costs, measure: float
) -> tuple[Costs, dict[int, int]]:
    """Return what the lines cost with one more that ends at one of ``stops``, and its beginnings.

    ``costs`` are those of the lines above it.
    """
    ends, most = shaped.ends, measure + SLACK
    begun, first, until = min(costs), 0, len(costs)
    above, places = list(costs.values()), shaped.starts[begun : begun + until]
    cheapest, begins = {}, {}
    for stop in stops:
        end, until = ends[stop - 1], stop - begun
        while end - places[first] > most and first + 1 < min(until, len(above)):
            first += 1  # too much for this line is too much for all that end later
        tried = [
            cost + (short := 1.0 - (end - x) / measure) * short
            for cost, x in zip(above[first:until], places[first:until], strict=True)
        ]
        cheapest[stop] = least = min(tried)
        begins[stop] = begun + first + tried.index(least)
    return cheapest, begins


def _last_line(shaped: Shaped, costs: Costs, measure: float, balance: bool) -> int:
    """Return where the last line begins, by what the lines above it cost."""
    starts, end, last = shaped.starts, shaped.ends[-1], len(shaped.words) - 1
    found, least, most = last, 1e18, measure + SLACK
    for start, cost in costs.items():
        width = end - starts[start]
        if width > most and start < last:
            continue
        short = 1.0 - width / measure
        if balance:
            cost += short * short
        if start == last or 1.0 - short < SHORT_LINE:
            cost += last_line_cost(shaped.words, start, 1.0 - short, balance)
        if cost < least:
            found, least = start, cost
    return found


def line_runs(shaped: Shaped, first: int, stop: int) -> list[Run]:
    """Return the text of words ``first`` to ``stop`` as runs, spaces in place.

    A line that does not end the text ends in a space, so that readers of the file's text
    never run two words together (ISO 32000-1, 14.8.2.5).
    """
    total = len(shaped.words)
    if len(shaped.styles) == 1 and not shaped.glued:
        words = shaped.words[first:stop]
        line = " ".join([word[0][0] if len(word) == 1 else plain(word) for word in words])
        return [(line if stop == total else line + " ", 0)]
    merged: list[Run] = []
    for index in range(first, stop):
        space = "" if index in shaped.glued or index == total - 1 else " "
        word = shaped.words[index]
        for position, (part, style) in enumerate(word):
            text = part + space if position == len(word) - 1 else part
            if merged and merged[-1][1] == style:
                merged[-1] = (merged[-1][0] + text, style)
            else:
                merged.append((text, style))
    return merged


_first_of = itemgetter(0)


@remember(KNOWN_PARAGRAPHS)
def set_lines(shaped: Shaped, measure: float, balance: bool = False) -> tuple[tuple[Run, ...], ...]:
    """Return the text broken into lines of ``measure`` ems, each as runs."""
    stops = break_lines(shaped, measure, balance)
    if len(shaped.styles) > 1 or shaped.glued:
        return tuple([tuple(line_runs(shaped, a, b)) for a, b in pairwise(stops)])
    words = list(map(_first_of, chain.from_iterable(shaped.words)))
    if len(words) != len(shaped.words):  # some are of several runs
        words = list(map(plain, shaped.words))
    *lines, last = [" ".join(words[a:b]) for a, b in pairwise(stops)]
    return (*[((line + " ", 0),) for line in lines], ((last, 0),))
