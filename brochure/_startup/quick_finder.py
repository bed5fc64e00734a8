"""Finding the compiled modules of three packages without looking where they are not.

Python looks for a module as an extension, in four spellings, as a package and as a source, with
its folder listed and each path joined anew, and that for each of two hundred modules. Here the
source is looked at, and its compiled form is taken if it was made of that very source (PEP 552, by
time and size), as Python does. Whatever is otherwise is left to Python: extensions, a source that
was changed or never compiled, a cache elsewhere, an optimized run.
"""

from __future__ import annotations

import sys
from importlib._bootstrap_external import MAGIC_NUMBER
from importlib.machinery import ModuleSpec, SourceFileLoader
from io import FileIO
from marshal import loads
from os import sep, stat
from types import ModuleType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import CodeType

PACKAGES = ("brochure.", "reportlab.", "yaml.")
"""Where nothing but sources and packages is looked for; an extension beside a source of its name
would be passed over."""
HEAD = 16
"""Bytes before a module's code: a magic number, flags, the source's time and size."""
TAIL = f".{sys.implementation.cache_tag}.pyc"


class QuickLoader(SourceFileLoader):
    """Python's loader of sources, told how the compiled form of its source begins."""

    def __init__(self, name: str, path: str, compiled: str, head: bytes) -> None:
        """Take a module's name, its source, where its compiled form is, and how that begins."""
        super().__init__(name, path)
        self.compiled = compiled
        self.head = head

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Return a module that has what import would miss first, and then fill in."""
        module = ModuleType(spec.name)
        vars(module).update(__file__=spec.origin, __cached__=spec.cached)
        return module

    def get_code(self, fullname: str) -> CodeType | None:
        """Return the module's code; compiled anew, as Python does, if that is out of date."""
        try:
            with FileIO(self.compiled) as file:
                data = file.readall()
        except OSError:
            return super().get_code(fullname)
        if not data.startswith(self.head):
            return super().get_code(fullname)
        code: CodeType = loads(memoryview(data)[HEAD:])
        return code


class QuickFinder:
    """A finder for `sys.meta_path`, of the modules of PACKAGES that have a source."""

    @staticmethod
    def find_spec(
        name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where a module is; None leaves it to Python."""
        if path is None or not name.startswith(PACKAGES):
            return None
        place = f"{path[0]}{sep}{name.rpartition('.')[2]}"
        return _spec(name, path[0], f"{place}.py") or _spec(name, place, f"{place}{sep}__init__.py")


def _spec(name: str, folder: str, source: str) -> ModuleSpec | None:
    """Return what a module is loaded by, a package if its source is called so; None if none is."""
    try:
        found = stat(source)  # noqa: PTH116  (no pathlib yet)
    except OSError:
        return None
    own = source[len(folder) + len(sep) : -len(".py")]
    compiled = f"{folder}{sep}__pycache__{sep}{own}{TAIL}"
    made_of = (int(found.st_mtime) & 0xFFFFFFFF) | (found.st_size & 0xFFFFFFFF) << 32
    head = MAGIC_NUMBER + bytes(4) + made_of.to_bytes(8, "little")
    loader = QuickLoader(name, source, compiled, head)
    spec = ModuleSpec(name, loader, origin=source)
    if own == "__init__":
        spec.submodule_search_locations = [folder]
    spec.has_location = True
    spec.cached = compiled
    return spec


def begin() -> None:
    """Find modules so from now on, unless the process keeps their compiled form elsewhere."""
    if not (sys.pycache_prefix or sys.flags.optimize or QuickFinder in sys.meta_path):
        sys.meta_path.insert(0, QuickFinder)
