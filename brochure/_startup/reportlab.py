"""What is used of ReportLab, imported in one place."""

from __future__ import annotations

import sys
from importlib import import_module

from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import Names, Table, deferring, later

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


WIDTHS = [
    f"reportlab.pdfbase._fontdata_widths_{face}"
    for face in (
        *("courier", "courierbold", "courieroblique", "courierboldoblique", "helvetica"),
        *("helveticabold", "helveticaoblique", "helveticaboldoblique", "timesroman"),
        *("timesbold", "timesitalic", "timesbolditalic", "symbol", "zapfdingbats"),
    )
]
"""The modules with the widths of PDF's own fonts, none of which a handout uses."""

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
    **{name: {"widths": Table(name, "widths")} for name in WIDTHS},
}

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
        from reportlab.pdfbase import pdfdoc
        from reportlab.pdfbase.ttfonts import (
            FF_NONSYMBOLIC,
            FF_SYMBOLIC,
            SUBSETN,
            TTFError,
            TTFontFace,
        )

__all__ = ["FF_NONSYMBOLIC", "FF_SYMBOLIC", "SUBSETN", "TTFError", "TTFontFace", "md5", "pdfdoc"]
