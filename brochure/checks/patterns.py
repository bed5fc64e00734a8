"""Regular expressions that are compiled when they are first used: most texts need few of them."""

from __future__ import annotations

import re
from functools import cached_property

from brochure._startup.kept_patterns import compiled
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.checks.trigger_terms import Triggers


@remember(4096)
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what searches and matches as `re.compile` would, and compiles it at its first use.

    The same for the same source, so one may be named where it is used. ``source`` is the program's
    own: what is made of a text's words is for `re`.
    """
    return _Pattern(source, flags)  # type: ignore[return-value]


def triggers(wanted: re.Pattern[str]) -> Triggers:
    """Return what a text must have for a pattern of the program to be found; see `triggers_of`."""
    from brochure.checks.triggers import triggers_of

    if isinstance(wanted, _Pattern):
        return wanted.triggers
    return triggers_of(wanted.pattern, wanted.flags)


class _Pattern:
    """Stands for a compiled expression; its methods are kept, so that later calls are direct."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    @cached_property
    def triggers(self) -> Triggers:
        """What a text must have; found once."""
        from brochure.checks.triggers import triggers_of

        return triggers_of(self._source, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(compiled(self._source, self._flags), name)
        self.__dict__[name] = found
        return found
