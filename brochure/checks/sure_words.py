"""The findings that are sure enough to be mended unasked: letters that are typed wrong.

No figure, dose or short form is among them, and no word that may be a name or one of several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, View
from brochure.checks.rules import RULES
from brochure.checks.spelling import is_sure
from brochure.model import Fix, Handout, Text
from brochure.model.texts import Place, texts_of


def _always(finding: Finding) -> bool:
    return True


SURE: dict[str, Callable[[Finding], bool]] = {
    "spelling": is_sure,
    "other-spelling": _always,  # a pair of a list
    "article": _always,
    "wrong-word": _always,  # only neighbours that leave no doubt are in its table
}
"""The rules whose findings may be sure, and what says whether one is."""


@dataclass(frozen=True, slots=True)
class WordFix:
    """A sure fix: what to say of it, and what the text at a place must say once it is done."""

    message: str
    fix: Fix
    place: Place
    plain: str


def sure_fixes(handout: Handout, source: str) -> Iterator[WordFix]:
    """Yield the sure fixes of a handout's own file, whose raw text is ``source``.

    A rule tells a word once; once that is mended, the next place is found.
    """
    view = View(handout, "", source)
    places = {text: place for place, _, text in texts_of(handout)}
    off = {name for name, reason in handout.allow if reason.strip()}
    for rule in RULES:
        if rule.name not in SURE or rule.name in off or not rule.holds_for(view.language):
            continue
        for finding in rule.check(view) if rule.may_find(view.small) else ():
            made = _made(finding, view) if SURE[rule.name](finding) else None
            place = places.get(finding.where) if isinstance(finding.where, Text) else None
            if made and place:
                yield WordFix(_message(finding), made, place, _after(finding))


def _made(finding: Finding, view: View) -> Fix | None:
    file, line, column = view.place(finding)
    return view.fix(finding, line, column) if file == view.handout.file else None


def _message(finding: Finding) -> str:
    return f"“{finding.words}” is now “{finding.instead}”"


def _after(finding: Finding) -> str:
    """Return what the text of a finding says once its words are replaced."""
    plain = getattr(finding.where, "plain", "")
    stop = finding.start + len(finding.words)
    return f"{plain[: finding.start]}{finding.instead}{plain[stop:]}"
