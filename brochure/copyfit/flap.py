"""The flap of a folded sheet, which is seen beside the first panel: whole sections, or nothing.

What is urgent comes first, then the last sections of the text, as many as let the type be largest.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure._startup.records import replace
from brochure.copyfit.blocks import NONE_APART, Flow
from brochure.copyfit.fit import Fitted, fit
from brochure.copyfit.rows import NEVER
from brochure.copyfit.settings import Task, is_short
from brochure.copyfit.vertical_spacing import notes_most

URGENT = ("emergency", "urgent")
"""What a flap holds before anything else, in this order."""
SECTIONS_MOST = 4
"""The most sections on a flap."""
WHOLE_COSTS = 0.5
"""Panels end with whole sections where that costs no more type than this, in points; a short text,
whose type may be larger than a long one's, has at least the size of that."""


def flows(flow: Flow) -> Iterator[Flow]:
    """Yield a flow with its last sections set apart for the flap, the fewest first.

    A text without urgent sections may at last have none apart: then the flap stays empty.
    """
    order = range(len(flow.sections))
    by_rank = ([n for n in order if flow.sections[n].emphasis == each] for each in URGENT)
    first = next((found[0] for found in by_rank if found), -1)
    others = [number for number in order if number != first]
    for more in range(SECTIONS_MOST + 1):
        inside, last = others[: len(others) - more], others[len(others) - more :]
        flap = [first, *last] if first >= 0 else last
        if inside and 0 < len(flap) <= SECTIONS_MOST:
            sections = tuple([flow.sections[number] for number in (*inside, *flap)])
            yield replace(flow, sections=sections, apart=len(flap))
    if first < 0 and len(others) > 1:
        yield replace(flow, apart=NONE_APART)


def fit_folded(task: Task) -> tuple[Task, Fitted | None]:
    """Return what is set on a folded sheet, and how: with a whole flap if the text can have one.

    Ruled lines then stand on the back, and not among the text; or in a panel that would be empty.
    """
    frames = tuple(replace(frame, spare=False) for frame in task.geometry.frames)
    place = replace(task.geometry, frames=frames)
    tried = replace(task, geometry=place, notes="false")
    best = _best(tried) if not is_short(task) else None
    if best:
        best = _best(_whole(tried, best[1].setting.size - WHOLE_COSTS)) or best
    else:
        best = _best(_whole(tried, task.format.long_ceiling)) or _best(tried)
    if best and task.notes != "false":
        return best[0], _lined(best[1], task.format.ruled)
    return best or (task, fit(task))


def _whole(task: Task, least: float) -> Task:
    """Return the task of a text whose sections are never parted, in type of that size or more."""
    return replace(task, format=replace(task.format, whole=NEVER), floor=max(least, task.floor))


def _best(task: Task) -> tuple[Task, Fitted] | None:
    """Return the best fit with a flap, if there is one, and of which flow."""
    best: tuple[Task, Fitted] | None = None
    for flow in flows(task.flow):
        tried = replace(task, flow=flow)
        found = fit(tried)
        if found and (best is None or _worth(found) > _worth(best[1])):
            best = tried, found
    return best


def _worth(fitted: Fitted) -> tuple[bool, float, int]:
    """Return what tells a better fit: boxes that are whole, then the size, then panels filled."""
    return not fitted.metrics.format.parts_boxes, fitted.setting.size, -_blank(fitted)


def _blank(fitted: Fitted) -> int:
    """Return how many panels inside hold nothing."""
    inside = fitted.cuts[:-1]  # the last is the flap
    return sum(start == stop for start, stop in pairwise(inside))


def _lined(fitted: Fitted, ruled: int) -> Fitted:
    """Return the fit with ruled lines in the first panel that would be empty, if any is."""
    for number, (start, stop) in enumerate(pairwise(fitted.cuts)):
        if start == stop:
            room = fitted.rooms[number]
            high = min(notes_most(fitted.setting.size, ruled), room.height)
            lined = replace(fitted.spacing[number], notes=high, fill=high / room.height)
            spacing = (*fitted.spacing[:number], lined, *fitted.spacing[number + 1 :])
            return replace(fitted, spacing=spacing)
    return fitted
