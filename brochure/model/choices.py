"""The closed sets of words, for type checkers: nothing imports this while the program runs.

The tables that give these words a meaning are checked against them by a test, and a row whose
word is missing here fails mypy.
"""

from __future__ import annotations

from typing import Literal

FormatName = Literal["handout", "large-print", "trifold", "card"]
PaperName = Literal["letter", "a4"]
ClinicPaper = Literal["", "letter", "a4"]
"""The paper in a clinic's printer; empty if the clinic does not say."""
ModeName = Literal["colour", "mono", "press"]
PunchName = Literal["none", "2", "3"]
SheetName = Literal["one", "two-up"]
"""What is printed on a sheet: the handout, or two of them side by side."""
SidesName = Literal["own", "twin"]
"""What a sheet has on its back: more of the handout, or its twin in another language."""

StyleName = Literal["plain", "band", "cards", "ledger", "photo"]
StyleChoice = Literal["brand", "plain", "band", "cards", "ledger", "photo"]
"""A style, or the one that the brand names."""

Shape = Literal["portrait", "growing", "trifold", "card"]
"""How frames lie on the sheet."""
Masthead = Literal["band", "cover", "card"]
"""Logo left and phone right, a title panel, or a title with the clinic under it."""
HeadFace = Literal["bar", "field", "open", "rule", "picture"]
"""How page 1 opens: a bar, the title in a field of colour, nothing, a rule, a picture."""
RunningFace = Literal["bar", "rule", "heavy", "short"]
"""What stands at the head of the further pages."""
KeyFace = Literal["tint", "open", "frame", "wide"]
"""What the key message stands on: a tint, paper, a frame, a tint across the whole page."""
SectionFace = Literal["ruled", "numbered", "carded"]
"""What sets sections apart: a thin rule, a large figure, a box for each."""
ContactFace = Literal["tint", "rule", "frame"]
"""What the closing box stands on."""
Ground = Literal["", "panel", "column", "key", "field", "band", "banner", "cover"]
"""What lies behind a part of a page."""
FooterParts = Literal["full", "phone"]
"""Phone, clinic, page and date, or the phone alone."""

Arrangement = Literal["side", "stacked", "columns"]
"""Headings beside the text, above it, or above it in two columns."""
Emphasis = Literal["", "key", "urgent", "emergency"]
ListKind = Literal["bullets", "steps", "checklist"]
Notes = Literal["auto", "true", "false"]
"""Ruled lines where room is left, always, or never."""
Status = Literal["", "draft"]
"""What a handout is, if not ready."""
Level = Literal["error", "warning", "hint"]

TextKind = Literal[
    "title",
    "subtitle",
    "heading",
    "paragraph",
    "item",
    "cell",
    "label",
    "quote",
    "alt",
    "caption",
    "contact",
    "clinic",
    "phone",
    "source",
    "email",
]
"""What a text is for its reader."""
FaceRole = Literal["regular", "bold", "italic"]
SpanRole = Literal["base", "bold", "italic"]
"""How a span is marked; which face that is depends on the text around it."""
BlockKind = Literal["text", "item", "image", "caption", "strips"]
BlockStyle = Literal["body", "key", "caption"]
GapClass = Literal[
    "para", "list", "item", "tick", "nested", "caption", "image", "after", "strips", "aside"
]
"""What a space above a block is called in the table of gaps."""

Numbering = Literal["", "None", "Disc", "Circle", "Decimal"]
"""ListNumbering of an L (ISO 32000-1, 14.8.5.5)."""
TableScope = Literal["", "Row", "Column"]
"""What the cells are that a TH is the head of (ISO 32000-1, 14.8.5.7)."""
StripInk = Literal["text", "muted", "heading", "bar", "rule", "note"]
"""The inks that a block of its own rows is set in: fields of the palette."""
JobState = Literal["made", "unchanged", "failed", "left out"]
"""What became of a job of a batch."""
DeskRights = Literal["", "front", "write"]
"""What a browser may do at the desk: nothing, print, or everything."""
StateLevel = Literal["stop", "warn", "ready"]
"""What the desk says of a handout: it cannot be printed, something is to be known, all is well."""
