"""The table of styles: which face each part of a page has.

A style is a row. It says which of the faces each part wears, and how a format changes for it; the
faces themselves are functions of `layout/`, in a table each.
"""

from __future__ import annotations

from brochure._startup.records import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from brochure.model.choices import (
        Arrangement,
        ContactFace,
        HeadFace,
        KeyFace,
        RunningFace,
        SectionFace,
        Shape,
        StyleName,
    )

    InkOfBrand = Literal["heading", "text", "bullet"]


@dataclass(frozen=True, slots=True)
class Edges:
    """The white edges of a style's portrait pages, in points: sides, first head, further heads."""

    side: float
    first_head: float
    head: float


@dataclass(frozen=True, slots=True)
class Style:
    """A row of the table of styles."""

    name: StyleName
    help: str
    head: HeadFace = "bar"
    running: RunningFace = "bar"
    key: KeyFace = "tint"
    section: SectionFace = "ruled"
    contact: ContactFace = "tint"
    heading_ink: InkOfBrand = "heading"
    bullet_ink: InkOfBrand = "heading"
    title: float = 1.0  # the title's size, as a ratio to the format's
    edges: Edges | None = None
    arrangements: tuple[Arrangement, ...] = ()  # of a two-page handout; empty: the format's own
    side_words: int = 0  # a text of fewer may have its headings at the side, too
    pictured: bool = False  # shows the handout's `cover`


NEAR = Edges(side=36.0, first_head=36.0, head=68.0)
"""For pages without a bar at their head, whose fields jut out of the text."""

STYLES: dict[StyleName, Style] = {
    row.name: row
    for row in (
        Style("plain", "calm, headings at the side: for anything", bullet_ink="bullet"),
        Style(
            "band",
            "the title in a field of colour: for waiting rooms and long texts",
            head="field",
            running="rule",
            key="wide",
            title=1.06,
            edges=NEAR,
            arrangements=("columns",),
            side_words=520,
        ),
        Style(
            "cards",
            "a box for each section, to find and not to read through: for after-care",
            head="open",
            running="rule",
            key="frame",
            section="carded",
            contact="frame",
            edges=NEAR,
            arrangements=("columns",),
        ),
        Style(
            "ledger",
            "large figures, so that staff can say which part to read: for steps and procedures",
            head="rule",
            running="heavy",
            key="open",
            section="numbered",
            contact="rule",
            heading_ink="text",
            title=1.14,
            edges=replace(NEAR, head=72.0),
            arrangements=("side", "columns"),
        ),
        Style(
            "photo",
            "a picture opens the sheet: for marketing, up to about 550 words",
            head="picture",
            running="short",
            key="wide",
            title=1.06,
            edges=NEAR,
            arrangements=("columns",),
            side_words=520,
            pictured=True,
        ),
    )
}
PLAIN = STYLES["plain"]


WORN: dict[Shape, tuple[str, ...]] = {
    "growing": ("head", "running", "pictured"),
    "trifold": (),
    "card": (),
}
"""What a format of a shape takes of a style beside its inks, if not all: the rest is `plain`.

Pages that grow have a calm text under the head of the style; a folded sheet has its cover, and a
card its title in a field.
"""


def style_for(name: StyleName, shape: Shape) -> Style:
    """Return a style as a format of that shape wears it."""
    style = STYLES[name]
    if shape not in WORN:
        return style
    taken = {part: getattr(style, part) for part in (*WORN[shape], "name", "bullet_ink")}
    running: RunningFace = "rule" if shape == "card" else "bar"
    return replace(PLAIN, **({"running": running} | taken))


def calm(style: Style) -> Style:
    """Return a style with the sections of `plain`, for a text that its own would not hold."""
    return replace(
        style, section=PLAIN.section, key=PLAIN.key, contact=PLAIN.contact, arrangements=()
    )
