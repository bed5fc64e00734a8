"""What a file for a print shop says of itself: PDF/X-4 (ISO 15930-7:2010).

The file is complete: its inks are those of the output intent, whose profile is inside. Nothing in
it can be tapped, as 6.17 allows no link on the sheet.
"""

from __future__ import annotations

from pathlib import Path

from brochure.pdf.objects import Document, stream

SPACE = (
    ' xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"'
)
CLAIM = """<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><pdf:Trapped>False</pdf:Trapped>
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
"""
"""What XMP says (ISO 15930-7, 6.7): the version, no trapping, who the file is."""
CONDITION = "Coated paper, modelled on the aims of ISO 12647-2"


def output_intent(document: Document, profile: Path) -> int:
    """Add the output intent of a press (ISO 15930-7, 6.2.3); return its number."""
    icc = document.add(stream(profile.read_bytes(), b"/N 4"))
    words = CONDITION.encode("ascii")
    return document.add(
        b"<< /Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (Custom)"
        b" /OutputCondition (%b) /Info (%b) /DestOutputProfile %d 0 R >>" % (words, words, icc)
    )
