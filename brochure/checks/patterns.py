"""Regular expressions that are compiled when they are first used: most texts need few of them."""

from __future__ import annotations

import re

from brochure._startup.kept_patterns import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what searches and matches as `re.compile` would, and compiles it at its first use."""
    return _Pattern(source, flags)  # type: ignore[return-value]


class _Pattern:
    """Stands for a compiled expression; its methods are kept, so that later calls are direct."""

    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = getattr(compiled(self._source, self._flags), name)
        self.__dict__[name] = found
        return found
