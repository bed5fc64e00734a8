"""What may be paid for keeping a sentence, a list or a table whole at a page turn."""

from __future__ import annotations

from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_turning import PROSE, WHOLE, among, fitted

WHOLE = WHOLE | {"sentences that would leave a hole": (4, 5, PROSE)}


def kept_whole(name: str) -> bool:
    """Whether a page parts nothing of this text."""
    return not fitted(among(*WHOLE[name]))[1]


GUARDS = [
    Guard("turning.COST", lambda: kept_whole("sentences at two tenths less"), True, (LESS,)),
    Guard("turning.OPEN_MOST", lambda: kept_whole("sentences"), True, (LESS,)),
    Guard(
        "turning.OPEN_MOST", lambda: kept_whole("sentences that would leave a hole"), False, (MORE,)
    ),
]
