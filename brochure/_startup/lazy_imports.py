"""Importing a library without what a handout does not use of it.

ReportLab and PyYAML import modules, and compile patterns, that a handout never touches, and
that takes longer than making one. Inside `deferring` stand-ins take their place: whoever
touches one later gets the real thing, and every later import is an import as usual. This is
done in a process of our own only: other threads might meet a stand-in, and other programs a
pattern that is none to `isinstance`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Names = Mapping[str, "Any"]
"""What is imported from a module by name, and what stands in for it."""
Compile = Callable[[str, int], "Any"]
"""What makes a pattern of its source and its flags."""


ALONE: list[bool] = []
"""Holds something if the process is the command line's own; see `alone`."""


class Later(ModuleType):
    """A stand-in for a module, which is imported when something of it is used."""

    def __init__(self, name: str, functions: Names, imported: ModuleType | None) -> None:
        super().__init__(name)
        self._imported = imported
        vars(self).update(functions)

    def __getattr__(self, name: str) -> Any:
        """Return what the real module has; private names of import itself are not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._imported or real(self.__name__), name)


def real(name: str) -> ModuleType:
    """Import a module, even while a stand-in for it or its package waits."""
    parts = name.split(".")
    for end in range(len(parts)):
        outer = ".".join(parts[: end + 1])
        if isinstance(sys.modules.get(outer), Later):
            del sys.modules[outer]
    return import_module(name)


def later(module: str, *names: str) -> Names:
    """Return functions that import a module when they are called."""
    return {name: _called_later(module, name) for name in names}


def _called_later(module: str, name: str) -> Callable[..., Any]:
    def call(*args: Any, **options: Any) -> Any:
        return getattr(real(module), name)(*args, **options)

    return call


class deferring:  # noqa: N801
    """Puts modules off for what is imported inside, if the process is ours alone.

    A module that is already imported stays as it is. ``patterns`` makes what the modules inside
    compile while they are imported, in place of `re.compile`. Modules that are ``absent`` are not
    looked for.
    """

    def __init__(
        self,
        modules: Mapping[str, Names],
        patterns: Compile | None = None,
        absent: tuple[str, ...] = (),
    ) -> None:
        """Take each module, and what of it is imported by name."""
        self._modules = modules
        self._absent = absent
        self._patterns = patterns
        self._before: dict[str, ModuleType | None] = {}

    def __enter__(self) -> None:
        """Let the stand-ins be found."""
        if not ALONE:
            return
        for name, functions in self._modules.items():
            if name not in sys.modules:
                self._before[name] = None
                _stand_in(Later(name, functions, None))
        loaded: dict[str, Any] = sys.modules
        for name in self._absent:
            loaded.setdefault(name, None)  # which import takes for a module that is not there
        if self._patterns:
            import re

            self._before["re"] = re
            _stand_in(Later("re", {"compile": self._patterns}, re))

    def __exit__(self, *error: object) -> None:
        """Let the modules be found that were there before."""
        for name, module in self._before.items():
            if isinstance(sys.modules.get(name), Later):
                _put_back(name, module)
        for name in self._absent:
            if sys.modules.get(name, self) is None:
                del sys.modules[name]


def put_off(name: str, has: Names) -> None:
    """Let a module that is not imported yet be so when anything but what it ``has`` is used."""
    if name not in sys.modules:
        _stand_in(Later(name, has, None))


def _stand_in(later: Later) -> None:
    """Let a stand-in be found, by its name and in its package, if that is there."""
    sys.modules[later.__name__] = later
    outer, own = _place(later.__name__)
    if outer is not None:
        setattr(outer, own, later)


def _place(name: str) -> tuple[ModuleType | None, str]:
    """Return a module's package, if it is imported, and the module's name in it."""
    package, _, own = name.rpartition(".")
    return sys.modules.get(package), own


def _put_back(name: str, module: ModuleType | None) -> None:
    """Let a module be found as it was before its stand-in."""
    if module is not None:
        sys.modules[name] = module
        return
    del sys.modules[name]
    outer, own = _place(name)
    if outer is not None and isinstance(vars(outer).get(own), Later):
        delattr(outer, own)
