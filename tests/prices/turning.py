"""What may be paid for keeping a sentence, a list or a table whole at a page turn."""

from __future__ import annotations

from brochure.copyfit.fit import fit
from tests.support.fakes import task
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_turning import PROSE, WHOLE, amid, among, ends_badly, fitted

WHOLE = WHOLE | {"sentences that would leave a hole": (4, 5, PROSE)}


def kept_whole(name: str) -> bool:
    """Whether a page parts nothing of this text."""
    return not fitted(among(*WHOLE[name]))[1]


def well_begun(before: int, words: int, every: int) -> bool:
    """Whether no page of this text ends with a heading and two lines."""
    found = fit(task(amid(before, words, every), "large-print"))
    return found is not None and not ends_badly(found)


GUARDS = [
    Guard("turning.OPEN_LARGE", lambda: well_begun(9, 20, 17), True, (LESS,)),
    Guard("turning.OPEN_LARGE", lambda: well_begun(9, 20, 16), False, (MORE,)),
    Guard("turning.COST", lambda: kept_whole("sentences at two tenths less"), True, (LESS,)),
    Guard("turning.OPEN_MOST", lambda: kept_whole("sentences"), True, (LESS,)),
    Guard(
        "turning.OPEN_MOST", lambda: kept_whole("sentences that would leave a hole"), False, (MORE,)
    ),
]
