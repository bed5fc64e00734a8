"""What counts as a short list, and how far apart its columns stand."""

from __future__ import annotations

from brochure.copyfit.flow import make_flow
from brochure.copyfit.settings import Setting, metrics_for
from brochure.copyfit.short_lists import second_column
from brochure.model import Item, ItemList, Section
from tests.support.fakes import handout, prose, task, text
from tests.support.prices import LESS, MORE, Guard
from tests.unit.copyfit.test_short_lists import SHAPER


def is_short(items: int, words: int) -> bool:
    made = ItemList(tuple(Item(prose(words, "ab")) for _ in range(items)))
    whole = handout(Section(text("Head"), "", (made,)))
    return bool(make_flow(whole, SHAPER).sections[0].blocks[0].short)


def across() -> float:
    """Where the second column begins, in points."""
    metrics = metrics_for(task(handout(Section(text("Head")))), Setting(12.0, "stacked"))
    assert metrics
    return round(second_column(metrics), 2)


GUARDS = [
    Guard("flow.SHORT_WORDS", lambda: is_short(3, 4), True, (LESS,)),
    Guard("flow.SHORT_WORDS", lambda: is_short(3, 5), False, (1.25,)),
    Guard("flow.ITEMS_LEAST", lambda: is_short(2, 1), False, (0.5,)),
    Guard("flow.ITEMS_LEAST", lambda: is_short(3, 1), True, (MORE,)),
    Guard("short_lists.GUTTER", across, 242.0),
]
