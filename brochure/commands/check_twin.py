"""`check --twin` and `twin_of:`: a handout beside the same one in another language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from brochure.checks.report import Report
from brochure.checks.twins import RULE, compare, facts
from brochure.language.messages import this_program
from brochure.model import ContentError, Handout, Problem
from brochure.sources import read


def twins(one: Path, other: Path) -> list[Report]:
    """Return a report for each of two content files: what it has and its twin lacks.

    Raises ContentError if one of them cannot be read.
    """
    handouts = [read(file)[0] for file in (one, other)]
    found = () if any(map(_off, handouts)) else compare(*handouts)
    return [_report(handout, found) for handout in handouts]


def _report(handout: Handout, found: tuple[Problem, ...]) -> Report:
    own = tuple(problem for problem in found if problem.file == handout.file)
    items = sum(len(listed.items) for part in handout.sections for listed in part.lists)
    kinds = [fact.kind for fact in facts(handout)]
    figures = (f"{kinds.count('phone')} phones", f"{kinds.count('link')} addresses")
    numbers = f"{len(kinds) - kinds.count('phone') - kinds.count('link')} numbers"
    parts = f"{len(handout.sections)} sections, {items} items"
    compared = ", ".join((parts, *figures, numbers))
    return Report(handout.file, own, None, (("compared", compared),))


def beside_its_twin(handout: Handout) -> Iterator[Problem]:
    """Yield what a handout and the one that its `twin_of` names do not both say."""
    if not handout.twin_of or _off(handout):
        return
    try:
        twin, _ = read(handout.twin_of)
    except ContentError as error:
        first = error.problems[0]
        message = f"its twin {handout.twin_of.name} cannot be read: {first.message}"
        hint = f"mend that file first: {this_program()} check {handout.twin_of.name}"
        title = handout.title
        yield Problem(handout.file, title.line, title.column, "warning", message, hint, RULE)
        return
    yield from compare(twin, handout)


def _off(handout: Handout) -> bool:
    return any(rule == RULE and why.strip() for rule, why in handout.allow)
