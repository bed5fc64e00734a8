"""Imported by the command line before all else: it has the process to itself.

Who uses Brochure as a library shares the process, and may have threads; there every module is
imported whole, and nothing is put off.
"""

from __future__ import annotations

from brochure._startup.lazy_imports import ALONE, deferring, later

ALONE.append(True)
with deferring({"urllib.parse": later("urllib.parse", "quote_from_bytes")}):
    import pathlib  # noqa: F401  (before Python 3.13 it brings a parser of web addresses)
