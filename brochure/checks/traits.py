"""What a handout has that the items of a sheet ask for: pictures, tables, steps, numbers ..."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from brochure.checks.handout_view import View
from brochure.checks.patterns import pattern
from brochure.model.content import FillIn, Image, ItemList, Table

Trait = Literal["picture", "captions", "table", "steps", "tool", "cues", "numbers", "chances"]
_NUMBER = pattern(
    r"(?<![\w.,/°-])(?<!\bstage )(?<!\btype )(?<!\bgrade )(?<!\bpage )(?<!\bstep )(?<!\bvitamin )"
    r"(?<!\bdial )(?<!\bcall )\d[\d.,]*(?!\w*[-/:]\d)(?!\s*[ap]\.?m)",
    re.IGNORECASE,
)
"""A figure that counts or measures, and is no name ("stage 4"), phone, date or time."""
_CHANCE = pattern(
    r"\d\s?(?:%|percent|per cent|por ciento)|\b\d[\d,]* (?:\w+ )?(?:in|out of|of every|de cada) \d"
)


def traits_of(view: View) -> frozenset[Trait]:
    """Return what a handout has of what the sheets ask for."""
    return frozenset(name for name, has in _TRAITS.items() if has(view))


def _has(view: View, block: type, kind: str = "") -> bool:
    """Return whether a section has a block of a type, and a list of a kind if one is asked for."""
    blocks = (each for section in view.handout.sections for each in section.body)
    return any(
        isinstance(each, block) and (not kind or getattr(each, "kind", "") == kind)
        for each in blocks
    )


def _has_picture(view: View) -> bool:
    return bool(view.handout.images or view.handout.cover)


def _has_captions(view: View) -> bool:
    """Return whether every picture of the text has a caption, and there is one."""
    pictures: tuple[Image, ...] = tuple(view.handout.images)
    return bool(pictures) and all(picture.caption for picture in pictures)


def _has_tool(view: View) -> bool:
    """Return whether there is something to tick, to fill in or to write on."""
    ticked = _has(view, ItemList, "checklist")
    return ticked or _has(view, FillIn) or view.handout.notes == "true"


def _has_cues(view: View) -> bool:
    """Return whether a box, a list or bold words point to what matters."""
    if any(section.emphasis for section in view.handout.sections) or _has(view, ItemList):
        return True
    return any(span.bold for passage in view.body for span in passage.text.spans)


def _any_in(found: Callable[[str], object]) -> Callable[[View], bool]:
    return lambda view: any(found(passage.plain) for passage in view.body)


_TRAITS: dict[Trait, Callable[[View], bool]] = {
    "picture": _has_picture,
    "captions": _has_captions,
    "table": lambda view: _has(view, Table),
    "steps": lambda view: _has(view, ItemList, "steps"),
    "tool": _has_tool,
    "cues": _has_cues,
    "numbers": _any_in(_NUMBER.search),
    "chances": _any_in(_CHANCE.search),
}
