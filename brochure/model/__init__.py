"""The nouns that cross the borders between stages; imports nothing of ours.

Every record is frozen. Lengths are points unless the name says otherwise; the
origin of a page is its lower left corner, as in PDF.
"""

from __future__ import annotations

from brochure.model.content import (
    BrandSource,
    Clinic,
    Contact,
    Email,
    Handout,
    Image,
    Item,
    Section,
    Span,
    Text,
)
from brochure.model.layout import (
    FOOTER_ARTIFACT,
    HEADER_ARTIFACT,
    LAYOUT_ARTIFACT,
    Bookmark,
    Box,
    Drawing,
    Element,
    Facts,
    GlyphRun,
    Ink,
    Layout,
    LinkArea,
    Page,
    Path2D,
    Placed,
    Raster,
    Rect,
    Rule,
    Sheet,
)
from brochure.model.problems import (
    BrochureError,
    ContentError,
    ExitCode,
    FitError,
    Fix,
    Problem,
    WriteError,
)

__all__ = [
    "FOOTER_ARTIFACT",
    "HEADER_ARTIFACT",
    "LAYOUT_ARTIFACT",
    "Bookmark",
    "Box",
    "BrandSource",
    "BrochureError",
    "Clinic",
    "Contact",
    "ContentError",
    "Drawing",
    "Element",
    "Email",
    "ExitCode",
    "Facts",
    "FitError",
    "Fix",
    "GlyphRun",
    "Handout",
    "Image",
    "Ink",
    "Item",
    "Layout",
    "LinkArea",
    "Page",
    "Path2D",
    "Placed",
    "Problem",
    "Raster",
    "Rect",
    "Rule",
    "Section",
    "Sheet",
    "Span",
    "Text",
    "WriteError",
]
