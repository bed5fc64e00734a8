"""The flap of a folded sheet, which is seen beside the first panel: whole sections, or nothing.

What is urgent comes first, then the last sections of the text, as many as let the type be largest.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure._startup.records import replace
from brochure.copyfit.blocks import Flow
from brochure.copyfit.fit import Fitted, fit
from brochure.copyfit.settings import Task
from brochure.copyfit.vertical_spacing import notes_most

URGENT = ("emergency", "urgent")
"""What a flap holds before anything else, in this order."""
SECTIONS_MOST = 4
"""The most sections on a flap."""


def flows(flow: Flow) -> Iterator[Flow]:
    """Yield a flow with its last sections set apart for the flap, the fewest first."""
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


def fit_folded(task: Task) -> tuple[Task, Fitted | None]:
    """Return what is set on a folded sheet, and how: with a whole flap if the text can have one.

    Ruled lines then stand on the back, and not among the text; or in a panel that would be empty.
    """
    frames = tuple(replace(frame, spare=False) for frame in task.geometry.frames)
    place = replace(task.geometry, frames=frames)
    best: tuple[Task, Fitted] | None = None
    for flow in flows(task.flow):
        tried = replace(task, flow=flow, geometry=place, notes="false")
        found = fit(tried)
        if found and (best is None or _worth(found) > _worth(best[1])):
            best = tried, found
    if best and task.notes != "false":
        return best[0], _lined(best[1], task.format.ruled)
    return best or (task, fit(task))


def _worth(fitted: Fitted) -> tuple[bool, float]:
    """Return what tells a better fit: boxes that are whole, then the size of the type."""
    return not fitted.metrics.format.parts_boxes, fitted.setting.size


def _lined(fitted: Fitted, ruled: int) -> Fitted:
    """Return the fit with ruled lines in the first panel inside that would be empty, if any is."""
    panels = zip(pairwise(fitted.cuts[:-1]), fitted.rooms, strict=False)  # the last is the flap
    for number, ((start, stop), room) in enumerate(panels):
        if start == stop:
            high = min(notes_most(fitted.setting.size, ruled), room.height)
            lined = replace(fitted.spacing[number], notes=high, fill=high / room.height)
            spacing = (*fitted.spacing[:number], lined, *fitted.spacing[number + 1 :])
            return replace(fitted, spacing=spacing)
    return fitted
