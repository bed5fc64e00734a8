"""Lines that were ended on purpose: rows of a list or of a table without any sign.

Prose is broken where the next word has no room. A line that ends although it had, and the next
one begins anew, was ended on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brochure._startup.kept_patterns import compiled
from brochure.reading.typed_lines import Line, Paragraph, Part, TypedList

NARROW = 45
"""Characters of a line that nobody breaks prose at."""
ENDS = ".,;!?…—–-&/(" + "。．，、；：！？।॥،؛؟۔።፣፤։·។៖"
"""Signs behind which a line of prose may end early, in any script."""
STOPS = ".!?…。．！？।॥؟۔።։។"
"""Signs that end a sentence."""
CLOSING = "*_\"'”’)]»」』"
LONGEST_CELL = 4
"""Words of a cell in rows whose cells are parted by commas."""


def lines_of_their_own(paragraphs: Sequence[Paragraph]) -> TypedList | None:
    """Return the lines of a text as the list that they were meant as; None if they are prose."""
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    width = max(len(line.words) for line in lines)
    for paragraph in paragraphs:
        lead, rest = _lead(paragraph.lines)
        ends = list(pairwise(rest))
        rows = ends and all(_on_purpose(a, b, width) for a, b in ends)
        if rows and _sure(rest, led=lead is not None):
            listed = Part("bullets", [line.words for line in rest])
            others = _others(paragraphs, paragraph, lead, listed)
            return TypedList(rest[0], "", others)
    return None


def _lead(lines: tuple[Line, ...]) -> tuple[Line | None, tuple[Line, ...]]:
    """Return the line in front of a list that leads to it with its colon, and the others."""
    leads = len(lines) > 2 and lines[0].words.endswith(":")
    return (lines[0], lines[1:]) if leads else (None, lines)


def _others(
    paragraphs: Sequence[Paragraph], own: Paragraph, lead: Line | None, listed: Part
) -> tuple[Part, ...]:
    """Return all the parts of a text in order, one of them a list."""
    parts: list[Part] = []
    for paragraph in paragraphs:
        if paragraph is own:
            parts += [Part("", [lead.words])] if lead else []
            parts.append(listed)
        else:
            parts.append(Part("", [" ".join(line.words for line in paragraph.lines)]))
    return tuple(parts)


def _on_purpose(line: Line, following: Line, width: int) -> bool:
    """Return whether a line was ended before the next word had to go below."""
    if line.words.rstrip(CLOSING)[-1:] in ENDS or not _begins_anew(following.words):
        return False
    word = following.words.split(maxsplit=1)[0]
    return width < NARROW or len(line.words) + 1 + len(word) <= width


def _begins_anew(words: str) -> bool:
    first = words.lstrip("*_\"'“‘([¿¡")[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())


def _one_sentence(lines: Sequence[Line]) -> bool:
    """Return whether lines are broken within one sentence: its stop is behind the last alone."""
    return lines[-1].words.rstrip(CLOSING)[-1:] in STOPS


def _without_capitals(line: Line) -> bool:
    """Return whether a line begins in a script that has no capitals to begin anew with."""
    first = line.words.lstrip("*_\"'“‘([")[:1]
    return first.isalpha() and first.lower() == first.upper()


def _sure(lines: tuple[Line, ...], *, led: bool) -> bool:
    """Return whether lines are surely rows: three of them, or two that are made alike.

    A sentence broken by sense is none, nor lines of a script that has no capitals and no labels.
    """
    if all(map(_labelled, lines)):
        return True
    if any(map(_without_capitals, lines[1:])) or (_one_sentence(lines) and not led):
        return False
    alike = len({line.words[:1].isdigit() for line in lines}) == 1
    return len(lines) > 2 or (alike and all(map(_with_number, lines)))


def _labelled(line: Line) -> bool:
    return compiled(r"[^.!?。！？]{1,40}(?:：|(?::| =| [–—-]) )\S").match(line.words) is not None


def _with_number(line: Line) -> bool:
    return any(map(str.isdigit, line.words))


# ------------------------------------------------------------------ columns


def parted_rows(lines: Sequence[Line]) -> list[list[str]] | None:
    """Return the cells of rows that semicolons, dots or commas part; None if it is prose."""
    leader = compiled(r"\s*(?:\.{4,}|…{2,}|(?:\. ){3,}\.?)\s*")
    dotted = [leader.split(line.words) for line in lines]
    if sum(len(cells) == 2 and all(cells) for cells in dotted) > 1:
        return [cells for cells in dotted if len(cells) > 1]
    for sign, least in ((";", 2), (",", 3)):
        rows = [line.words.split(sign) for line in lines]
        alike = len(rows) >= least and len({len(cells) for cells in rows}) == 1
        if alike and len(rows[0]) > 2 and all(_short(cell) for row in rows for cell in row):
            return [[cell.strip() for cell in cells] for cells in rows]
    return None


def _short(cell: str) -> bool:
    return len(cell.split()) <= LONGEST_CELL and cell.strip()[-1:] not in (".", "!", "?")


# ------------------------------------------------------------- marks of lines


def drawn_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are a rule drawn with signs, as Markdown and mails have them."""
    rule = compiled(r"(?:[-*_=~#•·.–—] ?){3,}")
    return [line for line in lines if rule.fullmatch(line.words)]


def headings_in(lines: Sequence[Line]) -> list[tuple[Line, str]]:
    """Return the lines that are headings of Markdown, with their words."""
    found = [(line, compiled(r"#{2,6}\s+(.+?)\s*#*").fullmatch(line.words)) for line in lines]
    return [(line, match[1]) for line, match in found if match and _begins_anew(match[1])]
