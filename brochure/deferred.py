"""Importing a library without what a handout does not use of it.

ReportLab and PyYAML import modules, and compile patterns, that a handout never touches, and
that takes longer than making one. Inside `deferring` stand-ins take their place: whoever
touches one later gets the real thing, and every later import is an import as usual.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Functions = Mapping[str, "Callable[..., Any]"]
"""What is imported from a module by name, and what stands in for it."""


class Later(ModuleType):
    """A stand-in for a module, which is imported when something of it is used."""

    def __init__(self, name: str, functions: Functions, imported: ModuleType | None) -> None:
        super().__init__(name)
        self._imported = imported
        vars(self).update(functions)

    def __getattr__(self, name: str) -> Any:
        """Return what the real module has; private names of import itself are not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._imported or real(self.__name__), name)


class Pattern:
    """A pattern that is compiled when something of it is used."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return what the compiled pattern has, and keep it for the next time."""
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


LATE_PATTERNS: Functions = {"compile": Pattern}
"""What stands in for `re`, so that modules inside compile no pattern while they are imported."""


def real(name: str) -> ModuleType:
    """Import a module, even while a stand-in for it or its package waits."""
    parts = name.split(".")
    for end in range(len(parts)):
        outer = ".".join(parts[: end + 1])
        if isinstance(sys.modules.get(outer), Later):
            del sys.modules[outer]
    return import_module(name)


def later(module: str, *names: str) -> Functions:
    """Return functions that import a module when they are called."""
    return {name: _called_later(module, name) for name in names}


def _called_later(module: str, name: str) -> Callable[..., Any]:
    def call(*args: Any, **options: Any) -> Any:
        return getattr(real(module), name)(*args, **options)

    return call


class deferring:  # noqa: N801
    """Puts modules off for what is imported inside.

    A module that is already imported stays as it is, but for `re`, whose stand-in makes
    patterns that are compiled later.
    """

    def __init__(self, modules: Mapping[str, Functions]) -> None:
        """Take each module, and its functions that are imported by name."""
        self._modules = modules
        self._before: dict[str, ModuleType | None] = {}

    def __enter__(self) -> None:
        """Let the stand-ins be found."""
        self._before = {name: sys.modules.get(name) for name in self._modules}
        for name, functions in self._modules.items():
            if self._before[name] is None or functions is LATE_PATTERNS:
                _stand_in(Later(name, functions, self._before[name]))

    def __exit__(self, *error: object) -> None:
        """Let the modules be found that were there before."""
        for name, module in self._before.items():
            if isinstance(sys.modules.get(name), Later):
                _put_back(name, module)


def _stand_in(later: Later) -> None:
    """Let a stand-in be found, by its name and in the stand-in of its package."""
    sys.modules[later.__name__] = later
    package, _, own = later.__name__.rpartition(".")
    outer = sys.modules.get(package)
    if isinstance(outer, Later):
        setattr(outer, own, later)


def _put_back(name: str, module: ModuleType | None) -> None:
    if module is None:
        del sys.modules[name]
    else:
        sys.modules[name] = module
