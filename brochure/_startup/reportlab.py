"""What is used of ReportLab, imported in one place."""

from __future__ import annotations

import sys
from importlib import import_module

from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import Names, deferring, later

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

try:
    md5 = import_module("_md5").md5  # what hashlib gives, without loading OpenSSL for it
except (ImportError, AttributeError):
    md5 = import_module("hashlib").md5


def implementation() -> str:
    """Return what `platform` says of this Python; ReportLab asks it for PyPy alone."""
    return "PyPy" if sys.implementation.name == "pypy" else "CPython"


def refuse(name: str, loader: object) -> NoReturn:
    """Refuse to load a file of somebody's own; ReportLab then goes on without it."""
    raise ImportError(f"{name} is left out, as it would change a handout")


class PDFError(Exception):
    """In the place of `pdfdoc.PDFError`, of which ReportLab's errors of fonts are a kind."""


class TypeFace:
    """In the place of `pdfmetrics.TypeFace`: what a face says of itself before it is read."""

    familyName = requiredEncoding = None  # noqa: N815  (ReportLab's names)
    bold = italic = builtIn = 0  # noqa: N815

    def __init__(self, name: str | None) -> None:
        """Take a name; a font in a file has none yet."""
        self.name = name


def not_registered(reset: object) -> None:
    """Keep nothing to be called when ReportLab's settings are read anew: they never are."""


PUT_OFF: dict[str, Names] = {
    "PIL": {},
    "PIL.Image": {},
    "uharfbuzz": {},
    "pickle": {},
    "tempfile": {},
    "ast": later("ast", "literal_eval"),
    "base64": later("base64", "decodebytes", "encodebytes"),
    "glob": later("glob", "glob"),
    "fnmatch": later("fnmatch", "fnmatch"),
    "hashlib": {"md5": md5},
    "platform": {"python_implementation": implementation},
    "reportlab.lib.rl_safe_eval": later(
        "reportlab.lib.rl_safe_eval",
        *("rl_safe_exec", "rl_safe_eval", "safer_globals", "rl_extended_literal_eval"),
    ),
    "urllib.parse": later("urllib.parse", "unquote", "urlparse"),
    "reportlab.rl_config": {"register_reset": not_registered, "unShapedFontGlob": []},
    "reportlab.pdfbase.pdfdoc": {"PDFError": PDFError},
    "reportlab.pdfbase.pdfmetrics": {"TypeFace": TypeFace},
}
"""Of ReportLab's own these are its settings, its writer of files, and the widths of PDF's own
fonts: what reads a font and cuts it asks for them in rare cases, and then gets the real ones."""

ABSENT = (
    *("_rl_accel", "reportlab_mods", "reportlab.local_rl_mods"),
    *("reportlab_settings", "reportlab.local_rl_settings"),
)
"""What ReportLab tries to import, one function after the other: its functions in C, of which a
handout needs none, and settings of somebody's own, which shall not change a handout."""

LOADING: dict[str, Names] = {
    "importlib.util": {
        "spec_from_loader": refuse,
        **later("importlib.util", "module_from_spec"),
    }
}
"""How ReportLab loads `~/.reportlab_mods`: not at all."""

with deferring(LOADING, absent=ABSENT):
    import reportlab.pdfbase  # noqa: F401  (first, as the stand-ins are found in it)

    with deferring(PUT_OFF, patterns=Pattern):
        from reportlab.pdfbase.ttfonts import (
            FF_NONSYMBOLIC,
            FF_SYMBOLIC,
            SUBSETN,
            TTFError,
            TTFontFace,
        )

__all__ = ["FF_NONSYMBOLIC", "FF_SYMBOLIC", "SUBSETN", "TTFError", "TTFontFace", "md5"]
