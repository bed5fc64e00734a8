"""A layout as a PDF file: its content streams, links, boxes and what the catalogue says."""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.model import Layout, LinkArea
from brochure.pdf.content_stream import Painter
from brochure.pdf.metadata import (
    A_CLAIM,
    A_SPACE,
    info,
    iso_date,
    outlines,
    output_intent,
    timestamp,
    viewer_preferences,
    xmp,
)
from brochure.pdf.objects import Document, corners, literal, numbers, string
from brochure.typeset.fonts import ASSETS, Faces


def ascii_url(url: str) -> bytes:
    """Return a link's target as PDF wants it: the host in IDNA, the rest percent-encoded."""
    if url.isascii():
        return url.encode("ascii")
    from contextlib import suppress
    from urllib.parse import quote

    parts = compiled(r"(?s)(https://|mailto:[^@]*@)?([^/?#]*)(.*)").match(url)
    before, host, after = parts.groups("") if parts else ("", "", url)
    with suppress(UnicodeError):  # what is no name of a host is percent-encoded, too
        host = host.encode("idna").decode("ascii") if before else host
    return quote(before + host + after, safe="%/?#[]@!$&'()*+,;=:").encode("ascii")


def _annotation(area: LinkArea, shift: float) -> bytes:
    """Return a link annotation but its key in the parent tree (ISO 14289-1, 7.18)."""
    rect = corners(area.rect, shift)
    uri = literal(ascii_url(area.url))
    return (
        b"<< /Type /Annot /Subtype /Link /Rect [%b] /Border [0 0 0] /F 4 /Contents %b"
        b" /A << /S /URI /URI (%b) >>" % (rect.encode(), string(area.contents), uri)
    )


def _boxes(layout: Layout) -> bytes:
    """Return a page's boxes; the trim and the bleed stand inside the media."""
    sheet = layout.sheet
    slug, bleed = sheet.slug, sheet.bleed
    media = (0.0, 0.0, sheet.width + 2 * slug, sheet.height + 2 * slug)
    entries = f"/MediaBox [{numbers(media)}]"
    if slug:
        trim = (slug, slug, slug + sheet.width, slug + sheet.height)
        bled = (slug - bleed, slug - bleed, trim[2] + bleed, trim[3] + bleed)
        entries += f" /TrimBox [{numbers(trim)}] /BleedBox [{numbers(bled)}]"
    return entries.encode()


def _links(painter: Painter, layout: Layout) -> list[list[int]]:
    """Add the link annotations in reading order; return their numbers by page."""
    placed = [(area, page) for page, content in enumerate(layout.pages) for area in content.links]
    placed.sort(key=lambda pair: pair[0].order)
    annotations: list[list[int]] = [[] for _ in layout.pages]
    for area, page in placed:
        annotation = painter.document.add()
        key = painter.tree.add_link(page, area, annotation)
        body = _annotation(area, layout.sheet.slug) + b" /StructParent %d >>" % key
        painter.document.fill(annotation, body)
        annotations[page].append(annotation)
    return annotations


def _resources(painter: Painter) -> bytes:
    fonts = [font for use in painter.uses.values() for font in use.embed(painter.document)]
    entries = b"/Font << %b >>" % b" ".join(b"/%b %d 0 R" % (n.encode(), num) for n, num in fonts)
    objects = [b"/%b %d 0 R" % (n.encode(), num) for n, num, _ in painter.images.values()]
    if painter.art:
        objects.append(painter.art.entries("XObject"))
        entries += b" " + painter.art.dictionary()
    if any(objects):
        entries += b" /XObject << %b >>" % b" ".join(objects)
    return b"<< %b >>" % entries


def _pages(painter: Painter, layout: Layout, tree: int, numbers_: Sequence[int]) -> None:
    """Fill the page objects."""
    document = painter.document
    streams = [document.add_stream(painter.page(page)) for page in layout.pages]
    annotations = _links(painter, layout)
    resources = document.add(_resources(painter))
    boxes = _boxes(layout)
    for index, page in enumerate(numbers_):
        links = b" ".join(b"%d 0 R" % annotation for annotation in annotations[index])
        annots = b" /Annots [%b]" % links if links else b""
        document.fill(
            page,
            b"<< /Type /Page /Parent %d 0 R %b /Contents %d 0 R /Resources %d 0 R"
            b" /StructParents %d /Tabs /S%b >>"
            % (tree, boxes, streams[index], resources, index, annots),
        )


@dataclass(frozen=True, slots=True)
class Claim:
    """The standard that a file keeps beside PDF/UA-1: its words in XMP and Info, its intent."""

    space: str
    words: str
    intent: int
    info: bytes = b""


def _claim(document: Document, archival: bool, when: int) -> Claim:
    """Return the claim of PDF/A-2a, or that of PDF/X-4, whose output intent is added."""
    if archival:
        return Claim(A_SPACE, A_CLAIM, output_intent(document, ASSETS / "icc/sRGB.icc"))
    from brochure.pdf import exchange

    words = exchange.CLAIM.format(date=iso_date(when), identity=document.identity())
    intent = exchange.output_intent(document, ASSETS / "icc/coated.icc")
    return Claim(exchange.SPACE, words, intent, b" /Trapped /False")


def draw(layout: Layout, faces: Faces, archival: bool = True) -> bytes:
    """Return the PDF file of a layout: PDF/UA-1, and PDF/A-2a if ``archival``, else PDF/X-4.

    Raises ValueError if SOURCE_DATE_EPOCH is no date.
    """
    when = timestamp(layout)
    document = Document((1, 7) if archival else (1, 6))  # PDF/X-4 is built on 1.6
    catalog, tree = document.add(), document.add()
    pages = [document.add() for _ in layout.pages]
    painter = Painter(layout, faces, document)
    _pages(painter, layout, tree, pages)
    kids = b" ".join(b"%d 0 R" % page for page in pages)
    document.fill(tree, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(pages), kids))
    claim = _claim(document, archival, when)
    packet = xmp(layout, when, claim.space, claim.words)
    meta = document.add_stream(packet, b"/Type /Metadata /Subtype /XML", packed=False)
    structure = painter.tree.write(document, pages, layout.language)
    entries = b"/Type /Catalog /Pages %d 0 R /Lang %b /Metadata %d 0 R" % (
        tree,
        string(layout.language),
        meta,
    )
    entries += b" /MarkInfo << /Marked true >> /StructTreeRoot %d 0 R" % structure
    entries += b" /ViewerPreferences " + viewer_preferences(layout.sheet)
    outline = outlines(document, layout.bookmarks, pages, layout.sheet.slug)
    if outline:
        entries += b" /Outlines %d 0 R /PageMode /UseNone" % outline
    entries += b" /OutputIntents [%d 0 R]" % claim.intent
    document.fill(catalog, b"<< %b >>" % entries)
    return document.write(catalog, document.add(info(layout, when, claim.info)))
