"""What a Word paragraph is by its style, its numbering and its type: heading, item, title."""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Role

W_VAL = qn("w:val")
OFF = ("0", "false", "off", "none")
DEEPEST = 20
"""How far styles are followed that are based on each other."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a style says, with what it is based on: role and level, bold, size, numbering."""

    name: str = ""
    role: Role = "text"
    level: int = 0
    bold: bool = False
    size: float = 0.0
    numbering: tuple[str, int] = ("", 0)


_NAMED: tuple[tuple[str, Role], ...] = (
    (r"title$", "title"),
    (r"subtitle$", "subtitle"),
    (r"heading (\d)", "heading"),
    (r"list bullet ?(\d?)", "bullet"),
    (r"list number ?(\d?)", "number"),
    (r"(?:intense |block )?quot(?:e|ation)s?$", "quote"),
)
"""The names that Word keeps for these styles in every language."""
LEFT_OUT = re.compile(r"(toc( heading)?\b|table of (contents|figures)|header$|footer$)", re.I)
"""Styles of what stands around a text."""


_PLAIN: tuple[Role, int] = ("text", 0)


def flag(properties: Any, tag: str) -> bool | None:
    """Return whether a switch such as ``w:b`` is on; None if it is not set."""
    found = properties.find(qn(tag)) if properties is not None else None
    return None if found is None else found.get(W_VAL, "1") not in OFF


def points(properties: Any) -> float:
    """Return the size of type in points; 0 if it is not set."""
    found = properties.find(qn("w:sz")) if properties is not None else None
    value = found.get(W_VAL, "") if found is not None else ""
    return int(value) / 2 if value.isdigit() and len(value) < 5 else 0.0


def numbering_of(properties: Any) -> tuple[str, int] | None:
    """Return the list that a paragraph is in, and how deep; None if it says nothing of it."""
    found = properties.find(qn("w:numPr")) if properties is not None else None
    if found is None:
        return None
    number, level = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    depth = level.get(W_VAL, "0") if level is not None else "0"
    return (
        number.get(W_VAL, "") if number is not None else "",
        min(int(depth), 8) if depth.isdigit() else 0,
    )


class Styles:
    """The styles of a document by their ids, each read once."""

    def __init__(self, document: Any) -> None:
        """Keep the elements; nothing is read yet."""
        root = document.styles.element
        self._elements = {each.get(qn("w:styleId")): each for each in root.iter(qn("w:style"))}
        default = (
            each.get(qn("w:styleId"))
            for each in self._elements.values()
            if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) in ("1", "true")
        )
        self.default = next(default, "")
        self._known: dict[str, Look] = {}

    def look(self, style: str) -> Look:
        """Return what a style says; a plain one if there is none of that id."""
        if style not in self._known:
            self._known[style] = self._read(style)
        return self._known[style]

    def _read(self, style: str) -> Look:
        chain: list[Any] = []
        while style in self._elements and len(chain) < DEEPEST:
            element = self._elements[style]
            chain.append(element)
            based = element.find(qn("w:basedOn"))
            style = based.get(W_VAL, "") if based is not None else ""
        names = [_name(element) for element in chain]
        role, level = next(filter(None, map(named, names)), _PLAIN)
        outline = [_outline(element.find(qn("w:pPr"))) for element in chain]
        if role == "text" and any(outline):
            role, level = "heading", next(filter(None, outline))
        fonts = [element.find(qn("w:rPr")) for element in chain]
        bold = [on for font in fonts if (on := flag(font, "w:b")) is not None]
        lists = [found for each in chain if (found := numbering_of(each.find(qn("w:pPr"))))]
        return Look(
            names[0] if names else "",
            role,
            level,
            bold[0] if bold else False,
            next(filter(None, map(points, fonts)), 0.0),
            lists[0] if lists else ("", 0),
        )


def _name(element: Any) -> str:
    found = element.find(qn("w:name"))
    return str(found.get(W_VAL, "")) if found is not None else ""


def _outline(properties: Any) -> int:
    """Return the level of a heading that an outline level gives, from 1 on; 0 for none."""
    found = properties.find(qn("w:outlineLvl")) if properties is not None else None
    value = found.get(W_VAL, "9") if found is not None else "9"
    return int(value) + 1 if value in tuple("012345678") else 0


def outline(properties: Any) -> int:
    """Return the level of a heading that a paragraph has of its own; 0 for none."""
    return _outline(properties)


def named(name: str) -> tuple[Role, int] | None:
    """Return the role and level of a style by its name; None for a name that says nothing."""
    for pattern, role in _NAMED:
        found = re.match(pattern, name, re.I)
        if found:
            digit = found[1] if found.groups() else ""
            level = int(digit) if digit else 1
            return role, level if role == "heading" else max(level - 1, 0)
    return None


class Numbering:
    """The lists of a document: whether a level is numbered, and the number of each next item."""

    def __init__(self, document: Any) -> None:
        """Read which list is of which kind; a document without lists has none."""
        self._levels: dict[str, dict[int, tuple[str, int]]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        self._abstract: dict[str, str] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        kinds = {
            each.get(qn("w:abstractNumId")): dict(map(_level, each.iter(qn("w:lvl"))))
            for each in root.iter(qn("w:abstractNum"))
        }
        for each in root.iter(qn("w:num")):
            abstract = each.find(qn("w:abstractNumId"))
            number = each.get(qn("w:numId"), "")
            self._abstract[number] = abstract.get(W_VAL, "") if abstract is not None else ""
            self._levels[number] = dict(kinds.get(self._abstract[number], {}))
            self._levels[number] |= dict(_overrides(each))

    def item(self, number: str, depth: int) -> tuple[Role, int]:
        """Return the role and the number of the next item of a list: ("text", 0) for no list."""
        if number in ("", "0"):
            return "text", 0
        kind, start = self._levels.get(number, {}).get(depth, ("bullet", 1))
        if kind in ("bullet", "none"):
            return ("bullet", 0) if kind == "bullet" else ("text", 0)
        key = (number, depth)
        for other in [each for each in self._counts if each[0] == number and each[1] > depth]:
            del self._counts[other]
        self._counts[key] = self._counts.get(key, start - 1) + 1
        return "number", self._counts[key]


def _level(element: Any) -> tuple[int, tuple[str, int]]:
    """Return a level's depth, the kind of its signs and the number that it begins at."""
    kind, start = element.find(qn("w:numFmt")), element.find(qn("w:start"))
    depth = element.get(qn("w:ilvl"), "0")
    first = start.get(W_VAL, "1") if start is not None else "1"
    return (
        int(depth) if depth.isdigit() else 0,
        (
            kind.get(W_VAL, "bullet") if kind is not None else "decimal",
            int(first) if first.isdigit() and len(first) < 5 else 1,
        ),
    )


def _overrides(number: Any) -> list[tuple[int, tuple[str, int]]]:
    """Return the levels that a list has of its own."""
    return [_level(level) for level in number.iter(qn("w:lvl"))]
