"""ReportLab's two faults that our own writers go round; red when a new version is free of one."""

from __future__ import annotations

import reportlab
from reportlab.pdfbase import pdfdoc, ttfonts

KNOWN = "5.1"
"""The versions that the faults are known for: 5.1 up to, and not with, 6."""


def say(fault: str, where: str) -> str:
    return (
        f"ReportLab {reportlab.Version} no longer {fault} (known for {KNOWN}): see whether "
        f"{where} may go back to ReportLab's own"
    )


def test_streams_still_end_without_an_end_of_line():
    stream = pdfdoc.PDFStream(content=b"abc")
    stream.filters = []
    written = stream.format(pdfdoc.PDFDocument())
    assert b"abcendstream" in written, say("leaves out the line end", "stream() in objects.py")


def test_unused_codes_are_still_mapped_to_nothing():
    cmap = ttfonts.makeToUnicodeCMap("F", [0, 65])
    assert "<00> <0000>" in cmap, say("maps unused codes", "to_unicode() in embedding.py")


def test_characters_above_the_first_plane_are_still_written_wrong():
    cmap = ttfonts.makeToUnicodeCMap("F", [0x1F600])
    assert "<1F600>" in cmap, say("writes five hex digits", "to_unicode() in embedding.py")
