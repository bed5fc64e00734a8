"""Texts of scripts that are not set word by word: units between the places where a line may end.

A unit holds its own space, if one follows it in the text, so units stand side by side. Nothing
is drawn here and no order is changed; a style's level says which way its letters run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from brochure.model import Text
from brochure.typeset.break_places import break_places, cluster_starts
from brochure.typeset.line_breaking import Measure, Run, Shaped, Style, style_of
from brochure.typeset.scripts import script_of
from brochure.typeset.writings import Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FaceRole, SpanRole

JOINER = "\u200d"
"""Beside the edge of a run it keeps a letter joined to the next, which is drawn in another face."""
BREAK = "\u200b"
"""A place where the author allows a line to end (ZERO WIDTH SPACE); it is never drawn."""


def shape_units(
    text: Text,
    measure: Measure,
    faces: Mapping[SpanRole, FaceRole],
    most: float,
    writing: Writing,
    whole: bool = False,
) -> Shaped:
    """Return a text cut into units and measured in ems, as `line_breaking.shape` cuts words.

    A unit wider than ``most`` ems is cut between clusters of letters. ``whole`` keeps the words
    of Chinese whole, as headings want.
    """
    plain, styles, owners = _characters(text, faces, writing)
    cut = _Units(plain, owners, styles, measure, most)
    places = break_places(plain.replace(BREAK, " "), writing, _forced(plain), whole)
    for start, stop in zip(places, [*places[1:], len(plain)], strict=True):
        cut.add(start, stop)
    count = len(cut.words)
    return Shaped(
        tuple(cut.words), tuple(styles), tuple(cut.starts), tuple(cut.ends), frozenset(range(count))
    )


def _forced(plain: str) -> frozenset[int]:
    """Return the places behind the author's own breaks."""
    return frozenset(index + 1 for index, char in enumerate(plain) if char == BREAK)


def _characters(
    text: Text, faces: Mapping[SpanRole, FaceRole], writing: Writing
) -> tuple[str, list[Style], list[int]]:
    """Return a text's characters with single spaces, its styles, and the style of each."""
    chars: list[str] = []
    looks: list[Style] = []
    for span in text.spans:
        style = style_of(span, faces)
        for char in span.text:
            if char != " " or (chars and chars[-1] != " "):
                chars.append(char)
                looks.append(style)
    while chars and chars[-1] == " ":
        chars.pop()
        looks.pop()
    plain = "".join(chars)
    if writing.rtl:
        looks = _levelled(plain, looks)
    styles = list(dict.fromkeys(looks))
    numbers = {style: number for number, style in enumerate(styles)}
    return plain, styles, [numbers[style] for style in looks]


def _levelled(plain: str, looks: Sequence[Style]) -> list[Style]:
    """Return the styles of characters with the level of each, in a text from the right."""
    from brochure.typeset.isolates import levels_from_right

    found = levels_from_right(plain, tuple(_foreign(looks)))
    known: dict[tuple[Style, int], Style] = {}
    made = []
    for style, level in zip(looks, found, strict=True):
        if (style, level) not in known:
            known[style, level] = Style(style.face, style.href, style.lang, level)
        made.append(known[style, level])
    return made


def _foreign(looks: Sequence[Style]) -> Iterable[tuple[int, int]]:
    """Yield the stretches in a language that runs from the left."""
    from brochure.typeset.scripts import writing_of

    start = 0
    for stop in range(1, len(looks) + 1):
        if stop < len(looks) and looks[stop].lang == looks[start].lang:
            continue
        lang = looks[start].lang
        other = writing_of(lang) if lang else None
        if lang and not (other and other.rtl):
            yield start, stop
        start = stop


class _Units:
    """Units laid end to end while a text is measured."""

    def __init__(
        self, plain: str, owners: list[int], styles: list[Style], measure: Measure, most: float
    ) -> None:
        self.words: list[tuple[Run, ...]] = []
        self.starts: list[float] = []
        self.ends: list[float] = []
        self._plain = plain
        self._owners = owners
        self._faces = [style.face for style in styles]
        self._measure = measure
        self._most = most
        self._x = 0.0

    def add(self, start: int, stop: int) -> None:
        """Add the unit of a stretch of the text, with the spaces at its end."""
        last = stop
        while last > start and self._plain[last - 1] in (" ", BREAK):
            last -= 1
        runs = self._runs(start, last)
        width = self._width(runs)
        if width > self._most and last - start > 1:
            self._add_pieces(start, last, stop)
        else:
            self._put(runs, width, self._runs(last, stop))

    def _put(self, runs: list[Run], width: float, spaces: list[Run]) -> None:
        self.starts.append(self._x)
        self._x += width
        self.ends.append(self._x)
        self._x += self._width(spaces)
        self.words.append((*runs, *spaces))

    def _add_pieces(self, start: int, last: int, stop: int) -> None:
        """Add an overlong unit as pieces that end where a cluster of letters does."""
        edges = [place for place in cluster_starts(self._plain, start, last) if place > start]
        begin = here = start
        for edge in (*edges, last):
            if here > begin and self._width(self._runs(begin, edge)) > self._most:
                runs = self._runs(begin, here)
                self._put(runs, self._width(runs), [])
                begin = here
            here = edge
        runs = self._runs(begin, last)
        self._put(runs, self._width(runs), self._runs(last, stop))

    def _width(self, runs: Iterable[Run]) -> float:
        width, faces = self._measure.width, self._faces
        return sum([width(part, faces[index]) for part, index in runs])

    def _runs(self, start: int, stop: int) -> list[Run]:
        """Return a stretch as runs of one style each."""
        runs: list[Run] = []
        while start < stop:
            end = start + 1
            while end < stop and self._owners[end] == self._owners[start]:
                end += 1
            part = self._plain[start:end].replace(BREAK, "")
            if part:
                before = JOINER if self._joined(start) else ""
                after = JOINER if self._joined(end) else ""
                runs.append((before + part + after, self._owners[start]))
            start = end
        return runs

    def _joined(self, place: int) -> bool:
        """Return whether two letters that join stand in two styles at a place."""
        if not 0 < place < len(self._plain) or self._owners[place - 1] == self._owners[place]:
            return False
        beside = self._plain[place - 1 : place + 1]
        return all(char.isalpha() and script_of(char) == "Arabic" for char in beside)
