"""What is used of ReportLab, imported in one place.

ReportLab imports modules that a handout does not use, and importing them takes longer than
making one. While ReportLab is imported, a stand-in for each waits in `sys.modules`; whoever
touches it gets the real module.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from types import ModuleType
from typing import Any

PUT_OFF = ("PIL.Image", "uharfbuzz", "inspect", "pickle", "tempfile")


class Later(ModuleType):
    """A stand-in that imports its module when an attribute is asked for."""

    def __getattr__(self, name: str) -> Any:
        """Return an attribute of the real module; private ones of import itself are not there."""
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def deferring() -> Iterator[None]:
    """Put off PUT_OFF for what is imported inside; afterwards all import as usual."""
    standing_in = [name for name in PUT_OFF if name not in sys.modules]
    for name in standing_in:
        sys.modules[name] = Later(name)
    try:
        yield
    finally:
        for name in standing_in:
            if isinstance(sys.modules.get(name), Later):
                del sys.modules[name]


with deferring():
    from reportlab.pdfbase import pdfdoc
    from reportlab.pdfbase.ttfonts import (
        FF_NONSYMBOLIC,
        FF_SYMBOLIC,
        SUBSETN,
        TTFError,
        TTFont,
    )

__all__ = ["FF_NONSYMBOLIC", "FF_SYMBOLIC", "SUBSETN", "TTFError", "TTFont", "pdfdoc"]
