"""What the file says of itself: Info, XMP, output intent, outlines, viewer hints, dates.

Info and XMP agree, as ISO 19005-2 (6.6.2) asks; the identifiers claim PDF/A-2a and PDF/UA-1.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from brochure.model import Bookmark, Layout, Sheet
from brochure.pdf.objects import Document, number, stream, string
from brochure.remember import remember

EPOCH = date(1970, 1, 1)
FIXED_TIME = 946684800
"""2000-01-01: the date of a file whose content gives none."""
LATEST_TIME = 253402300799
"""9999-12-31: dates in PDF have four digits for the year."""
KNOWN_PROFILES = 2
"""How many colour profiles are kept as they stand in a file."""
PRODUCER = "Brochure with ReportLab"


def source_date() -> int | None:
    """Return the seconds that SOURCE_DATE_EPOCH asks for, None if it is not set.

    Raises ValueError if it is no whole number from 1970 to 9999: the specification
    (reproducible-builds.org/specs/source-date-epoch) has a malformed one fail.
    """
    typed = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    digits = typed.lstrip("0") or typed[:1]
    if not typed:
        return None
    whole = typed.isascii() and typed.isdigit() and len(digits) <= len(str(LATEST_TIME))
    if not whole or int(digits) > LATEST_TIME:
        shown = typed if len(typed) <= 20 else f"{typed[:20]}…"
        words = "it must be seconds since 1970 in digits, such as 1790812800, or not be set"
        raise ValueError(f"SOURCE_DATE_EPOCH is “{shown}”: {words}")
    return int(digits)


def timestamp(layout: Layout) -> int:
    """Return the file's date in seconds, UTC.

    SOURCE_DATE_EPOCH if that is set, else the review date, else a fixed one.
    """
    epoch = source_date()
    if epoch is not None:
        return epoch
    if not layout.date:
        return FIXED_TIME
    return (date.fromisoformat(layout.date) - EPOCH).days * 86400


def _escape(text: str) -> str:
    text = "".join(char for char in text if char >= " ")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"{spaces}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
{description}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
{claims}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
DESCRIPTION = (
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:description>\n'
)
UA_SPACE = ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"'
A_SPACE = (
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"'
    ' xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"'
    ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"'
    ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"'
)
UA_CLAIM = "<pdfuaid:part>1</pdfuaid:part>\n"
A_CLAIM = """<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
"""


def xmp(layout: Layout, when: int, space: str, claim: str) -> bytes:
    """Return the XMP packet, with the name spaces and the claim of one standard more."""
    subject = DESCRIPTION.format(_escape(layout.subject)) if layout.subject else ""
    text = XMP.format(
        spaces=UA_SPACE + space,
        title=_escape(layout.title),
        author=_escape(layout.author),
        description=subject,
        language=_escape(layout.language),
        date=iso_date(when),
        producer=PRODUCER,
        claims=UA_CLAIM + claim,
    )
    return text.encode("utf-8")


def iso_date(when: int) -> str:
    """Return a date as XMP has it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(when))


def info(layout: Layout, when: int, more: bytes = b"") -> bytes:
    """Return the document information dictionary, with ``more`` entries at its end."""
    date = time.strftime("D:%Y%m%d%H%M%S+00'00'", time.gmtime(when))
    entries = {
        "Title": layout.title,
        "Author": layout.author,
        "Subject": layout.subject,
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": date,
        "ModDate": date,
    }
    body = b" ".join(b"/%b %b" % (key.encode(), string(v)) for key, v in entries.items() if v)
    return b"<< %b%b >>" % (body, more)


def viewer_preferences(sheet: Sheet) -> bytes:
    """Return the hints for screen and printer: title, two sides, no scale, direction, copies."""
    more = b" /Direction /R2L" if sheet.from_right else b""
    more += b" /NumCopies %d" % sheet.copies if sheet.copies > 1 else b""
    return (
        b"<< /DisplayDocTitle true /Duplex /%b /PrintScaling /None /PickTrayByPDFSize true%b >>"
        % (sheet.duplex.encode(), more)
    )


@remember(KNOWN_PROFILES)
def _profile_stream(profile: Path) -> bytes:
    return stream(profile.read_bytes(), b"/N 3")


def output_intent(document: Document, profile: Path) -> int:
    """Add the sRGB output intent (ISO 19005-2, 6.2.3); return its number."""
    icc = document.add(_profile_stream(profile))
    return document.add(
        b"<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB)"
        b" /Info (sRGB) /DestOutputProfile %d 0 R >>" % icc
    )


def outlines(
    document: Document, bookmarks: Sequence[Bookmark], pages: Sequence[int], shift: float
) -> int:
    """Add the outline of the headings; return its number, 0 if there are none.

    ``shift`` is how far the trim stands inside the media.
    """
    if not bookmarks:
        return 0
    root = document.add()
    items = [document.add() for _ in bookmarks]
    for index, bookmark in enumerate(bookmarks):
        near = b""
        if index:
            near += b" /Prev %d 0 R" % items[index - 1]
        if index + 1 < len(items):
            near += b" /Next %d 0 R" % items[index + 1]
        target = b"[%d 0 R /XYZ null %b null]" % (
            pages[bookmark.page],
            number(bookmark.y + shift).encode(),
        )
        document.fill(
            items[index],
            b"<< /Title %b /Parent %d 0 R%b /Dest %b >>"
            % (string(bookmark.title), root, near, target),
        )
    document.fill(
        root,
        b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>"
        % (items[0], items[-1], len(items)),
    )
    return root
