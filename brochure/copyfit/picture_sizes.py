"""Pictures that give way to type, or take what a short text leaves."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.copyfit.settings import is_short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from brochure.copyfit.settings import Setting, Task
    from brochure.copyfit.turning import Fit, Made

LARGE = (0.42, 0.33)
"""The most of the sheet's height that a picture takes in a short text, the first that suits."""
SMALL, PAYS = 0.18, 0.8
"""The same where a picture gives way, and by how much larger the type must then be, in points."""


def resized(
    task: Task,
    found: Fit,
    choose: Callable[[Task], Fit | None],
    at: Callable[[Task, Setting], Fit | None],
) -> Fit:
    """Return the fit of a text with pictures, or one with those smaller or larger.

    ``choose`` makes the best fit of a task, ``at`` the one at a setting. In a short text and on a
    card they are smaller where type is then so much larger, or where fewer sections are parted; in
    a short text they are larger where no frame is emptier for it.
    """
    if is_short(task) or task.format.shape == "card":
        found = _smaller(found, choose(_of(task, SMALL)))
    return _larger(task, found, at) if is_short(task) else found


def _smaller(found: Fit, tried: Fit | None) -> Fit:
    if tried is None:
        return found
    larger = tried.setting.size - found.setting.size
    whole = larger >= 0.0 and _parted(tried) < _parted(found)
    return tried if larger >= PAYS - 1e-6 or whole else found


def _larger(task: Task, found: Fit, at: Callable[[Task, Setting], Fit | None]) -> Fit:
    for share in LARGE:
        tried = at(_of(task, share), found.setting)
        if tried and tried.emptiest >= found.emptiest and _parted(tried) <= _parted(found):
            return tried
    return found


def _of(task: Task, share: float) -> Task:
    """Return the task with pictures of at most that share of the sheet's height."""
    return replace(task, format=replace(task.format, picture=share))


def _parted(fitted: Made) -> int:
    """Return how many sections go on in the next frame."""
    return sum(map(fitted.rows.goes_on, fitted.cuts[1:-1]))
