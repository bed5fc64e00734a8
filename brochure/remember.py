"""What a process remembers, each thing up to a number: one decorator, and one way to forget.

Handouts of one run share words, texts, marks and faces; a warm handout takes a third of the time
of one that finds nothing. What is remembered is known by what it is made of, never by its name.
"""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ParamSpec, TypeVar

    P = ParamSpec("P")
    T = TypeVar("T")
    Key = TypeVar("Key")

_forgetting: list[Callable[[], None]] = []
"""What empties each remembering function."""


def remember(most: int) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Return a decorator: the function keeps its last ``most`` results, by equal arguments.

    The arguments are hashable and never changed, nor is the result. Threads may share it: at
    worst two find the same at once. An error is not remembered.
    """

    def decorate(function: Callable[P, T]) -> Callable[P, T]:
        kept: Any = lru_cache(most)(function)
        _forgetting.append(kept.cache_clear)
        return kept  # type: ignore[no-any-return]

    return decorate


def forget() -> None:
    """Forget all that the process remembers, as if it had just begun."""
    for empty in _forgetting:
        empty()


def known(make: Callable[[Key], T], most: int) -> dict[Key, T]:
    """Return a dictionary of what a function makes of each key, made when it is first asked for.

    It belongs to who asks for it and begins anew at ``most``. It is quicker than a remembering
    function, as what is known is a look-up; `forget` reaches it through its owner only. The
    function must not hold the owner, or both would stay until garbage is collected.
    """
    return _Known(make, most)


class _Known(dict["Any", "Any"]):
    def __init__(self, make: Callable[[Any], Any], most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: Any) -> Any:
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value
