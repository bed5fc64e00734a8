"""The rules of a page, checked on a finished layout with no help from the fit engine."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from brochure.model import FOOTER_ARTIFACT, Box, Drawing, GlyphRun, Layout, Page, Raster, Rect, Rule

EDGE, SMALL_EDGE = 36.0, 26.0
"""The white around the text of a sheet, and of one that is half as large, in points."""
PAGE_FILL, PANEL_FILL = 0.96, 0.88
"""A panel is short and narrow: four lines that must stay together are 12 % of it."""
SHORT_WORD = 8
TEXT_KINDS = {"P", "LBody", "H1", "H2", "Caption", "Lbl", "TH", "TD"}
SMALL_KINDS = {"Caption"}


@dataclass
class Line:
    """A line of one text block: where it stands and what it says."""

    page: int
    column: int
    y: float
    text: str = ""
    right: float = 0.0


@dataclass
class BlockText:
    """A block's lines in reading order."""

    element: int
    kind: str
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)

    def frames(self) -> list[tuple[int, int]]:
        return [(line.page, line.column) for line in self.lines]


def block_of(layout: Layout, element: int) -> int:
    """The nearest element that is a block of text."""
    while element >= 0 and layout.elements[element].kind not in TEXT_KINDS:
        element = layout.elements[element].parent
    return element


def column_of(layout: Layout, x: float) -> int:
    """Which panel or column a line stands in, by its left edge."""
    if layout.sheet.width > layout.sheet.height:
        return int(x / (layout.sheet.width / 3))
    if layout.facts.arrangement == "columns":
        return int(x > layout.sheet.width / 2 - 6)
    return 0


def blocks(layout: Layout) -> list[BlockText]:
    """Every text block with its lines, in reading order."""
    runs: dict[int, list[tuple[int, GlyphRun]]] = defaultdict(list)
    for number, page in enumerate(layout.pages):
        for item in page.items:
            if isinstance(item, GlyphRun) and item.element >= 0:
                runs[block_of(layout, item.element)].append((number, item))
    found = []
    for element in sorted(runs):
        block = BlockText(element, layout.elements[element].kind)
        for number, run in sorted(runs[element], key=lambda pair: pair[1].order):
            last = block.lines[-1] if block.lines else None
            if last is None or (last.page, round(last.y, 2)) != (number, round(run.y, 2)):
                block.lines.append(Line(number, column_of(layout, run.x), run.y))
            block.lines[-1].text += run.text
        found.append(block)
    return found


def section_of(layout: Layout, element: int) -> int:
    """The Sect an element belongs to, or -1."""
    while element >= 0 and layout.elements[element].kind != "Sect":
        element = layout.elements[element].parent
    return element


def split_faults(found: list[BlockText]) -> list[str]:
    """A single line of a block at the head or foot of a frame."""
    faults = []
    for block in found:
        frames = block.frames()
        alone = [frame for frame in set(frames) if frames.count(frame) == 1 < len(frames)]
        faults += [f"single line: {block.text[:40]!r}" for _ in alone]
    return faults


def heading_faults(layout: Layout, found: list[BlockText]) -> list[str]:
    """A heading with fewer than two lines, or no whole item, in its own frame."""
    sections: dict[int, list[BlockText]] = defaultdict(list)
    for block in found:
        section = section_of(layout, block.element)
        if section >= 0 and block.kind != "Lbl":
            sections[section].append(block)
    faults = []
    for group in sections.values():
        heading, rest = group[0], group[1:]
        if heading.kind != "H2" or not rest:
            continue
        frame = heading.frames()[-1]
        if len(set(heading.frames())) > 1:
            faults.append(f"heading split: {heading.text!r}")
        near = [line for block in rest for line in block.lines if (line.page, line.column) == frame]
        whole = rest[0].kind == "LBody" and set(rest[0].frames()) == {frame}
        total = sum(len(block.lines) for block in rest)
        if len(near) < min(2, total) and not whole:
            faults.append(f"stranded heading: {heading.text!r}")
    return faults


def lead_in_faults(layout: Layout, found: list[BlockText]) -> list[str]:
    """A sentence that leads into a list, cut from its first item."""
    by_element = {block.element: block for block in found}
    faults = []
    for index, element in enumerate(layout.elements):
        if element.kind != "L" or not element.numbering:
            continue
        first = next((b for b in found if b.kind == "LBody" and b.element > index), None)
        before = [b for b in found if b.element < index and b.kind in ("P", "LBody")]
        beside = [n for n in range(index) if layout.elements[n].parent == element.parent]
        above = [b for b in before[-1:] if beside and b.element == beside[-1]]  # not a table
        lead = by_element.get(element.parent) or next(iter(above), None)
        if not first or not lead or section_of(layout, lead.element) != section_of(layout, index):
            continue
        if lead.frames()[-1] != first.frames()[0]:
            faults.append(f"lead-in cut off: {lead.text[:40]!r}")
    return faults


def size_faults(layout: Layout, floor: float, small: float) -> list[str]:
    """Text under the floor, but captions, sources and footers."""
    faults = []
    for page in layout.pages:
        for item in page.items:
            if not isinstance(item, GlyphRun) or item.size >= floor - 1e-6:
                continue
            footer = item.element < 0
            if item.size < small - 1e-6 or not (footer or _small(layout, item)):
                faults.append(f"{item.size:.2f} pt: {item.text[:30]!r}")
    return faults


def _small(layout: Layout, run: GlyphRun) -> bool:
    """Captions, and the sources: the paragraph of small print outside the sections."""
    element = layout.elements[block_of(layout, run.element)]
    return element.kind in SMALL_KINDS or (element.kind == "P" and element.parent < 0)


def edge_faults(layout: Layout, width) -> list[str]:
    """Text nearer than half an inch to an edge of the sheet, less on a card."""
    sheet, faults = layout.sheet, []
    edge = SMALL_EDGE if max(sheet.width, sheet.height) < 700 else EDGE
    for page in layout.pages:
        for item in page.items:
            if not isinstance(item, GlyphRun):
                continue
            right = item.x + width(item.text.rstrip(), item.face) * item.size
            top = item.y + 0.75 * item.size
            inside = (
                item.x >= edge - 0.01
                and right <= sheet.width - edge + 0.01
                and item.y >= edge - 0.01
                and top <= sheet.height - edge + 0.01
            )
            if not inside:
                faults.append(f"near the edge: {item.text[:30]!r} at {item.x:.1f},{item.y:.1f}")
    return faults


def clearance_faults(layout: Layout, width) -> list[str]:
    """Text or a box near a footer, a box near a box, a side heading near the rule below it,
    a picture near the text around it."""
    faults = []
    for number, page in enumerate(layout.pages):
        foot = _footer_rule(page)
        runs = [i for i in page.items if isinstance(i, GlyphRun) and i.element >= 0]
        boxes = _outer_boxes(page)
        if foot is not None:
            lowest, above = foot.y0 + FOOTER_CLEAR, (foot.x0 - 1, foot.x1)
            low = [r for r in runs if r.y < lowest and above[0] <= r.x <= above[1]]
            faults += [f"{r.y - foot.y0:.1f} pt above the footer: {r.text!r}" for r in low]
            under = [b for b in boxes if b.x < above[1] and b.right > above[0] and b.y < lowest]
            faults += ["a box near the footer"] * len(under)
        for one, other in combinations(boxes, 2):
            beside = one.right < other.x or other.right < one.x
            between = max(one.y - other.top, other.y - one.top)
            if not beside and between < BOX_CLEAR:
                faults.append(f"boxes {between:.1f} pt apart on page {number + 1}")
        faults += _headings_near_rules(layout, page, runs)
        faults += _pictures_near_text(layout, page, runs, width)
    return faults


FOOTER_CLEAR, BOX_CLEAR, RULE_CLEAR, PICTURE_CLEAR = 11.99, 8.9, 0.58, 0.88
"""In points, then in ems of the body."""
CAP, DESCENT = 0.67, 0.22
RULE_BELOW, WIDE_RULE = 2.0, 400.0
"""From an icon to a rule across the page below it, and how long such a rule is, in points."""


def _footer_rule(page: Page) -> Rule | None:
    """The rule above the footer of a page."""
    foots = [i.y for i in page.items if isinstance(i, GlyphRun) and i.element == FOOTER_ARTIFACT]
    rules = [i for i in page.items if isinstance(i, Rule) and i.y0 == i.y1]
    over = [rule for rule in rules if foots and rule.y0 > max(foots)]
    return min(over, key=lambda rule: rule.y0, default=None)


def _outer_boxes(page: Page) -> list[Rect]:
    """The boxes of sections and of the contact: those that lie in no other."""
    rects = {i.rect for i in page.items if isinstance(i, Box) and i.rect.height > 20}
    return [r for r in rects if not any(o != r and _inside(r, o) for o in rects)]


def _inside(one: Rect, other: Rect) -> bool:
    across = other.x - 2 <= one.x and one.right <= other.right + 2
    return across and other.y - 2 <= one.y and one.top <= other.top + 2


def _headings_near_rules(layout: Layout, page: Page, runs: list[GlyphRun]) -> list[str]:
    size, faults = layout.facts.size, []
    if layout.facts.arrangement != "side":
        return []
    rules = [i for i in page.items if isinstance(i, Rule) and i.y0 == i.y1 and i.width < 0.7]
    for run in runs:
        if layout.elements[block_of(layout, run.element)].kind == "H2":
            foot = run.y - DESCENT * run.size
            below = [foot - r.y0 for r in rules if r.y0 < run.y and r.x0 <= run.x + 1 <= r.x1]
            if below and min(below) < RULE_CLEAR * size:
                faults.append(f"heading {min(below):.1f} pt above a rule: {run.text!r}")
    return faults


def _pictures_near_text(layout: Layout, page: Page, runs: list[GlyphRun], width) -> list[str]:
    clear, faults = PICTURE_CLEAR * layout.facts.size, []
    kinds = [layout.elements[block_of(layout, run.element)].kind for run in runs]
    rasters = [i for i in page.items if isinstance(i, Raster)]
    for raster in (i.rect for i in rasters if section_of(layout, i.element) >= 0):
        for run, kind in zip(runs, kinds, strict=True):
            right = run.x + width(run.text, run.face) * run.size
            if run.x > raster.right or right < raster.x or kind == "Caption":
                continue
            above = run.y - DESCENT * run.size - raster.top
            below = raster.y - run.y - CAP * run.size
            if max(above, below) < clear:
                faults.append(f"picture {max(above, below):.1f} pt from {run.text[:20]!r}")
    return faults


def drawings_of(page: Page) -> list[tuple[Drawing, Rect]]:
    """The drawings of a page in a square of their own: icons, signs and codes."""
    found = [i for i in page.items if isinstance(i, Drawing)]
    return [(i, Rect(i.x, i.y, i.scale, i.scale)) for i in found if 5 < i.scale < 60]


def drawing_faults(layout: Layout, width) -> list[str]:
    """Words or a rule on an icon, a sign or a code; figures reach no lower than their baseline."""
    faults = []
    for page in layout.pages:
        runs = [i for i in page.items if isinstance(i, GlyphRun) and i.text.strip()]
        rules = [i for i in page.items if isinstance(i, Rule) and i.y0 == i.y1]
        for _, rect in drawings_of(page):
            faults += [
                f"words on an icon: {run.text!r}" for run in runs if _meets(run, rect, width)
            ]
            across = [rule for rule in rules if rule.x0 < rect.right and rule.x1 > rect.x]
            faults += ["a rule in an icon" for r in across if rect.y < r.y0 < rect.top]
            wide = [rule for rule in across if rule.x1 - rule.x0 > WIDE_RULE]
            faults += ["a rule near an icon" for r in wide if 0 < rect.y - r.y0 < RULE_BELOW]
    return faults


def _meets(run: GlyphRun, rect: Rect, width) -> bool:
    right = run.x + width(run.text.rstrip(), run.face) * run.size
    low = run.y - (0.0 if run.text.strip().isdigit() else DESCENT) * run.size
    return (
        run.x < rect.right and right > rect.x and low < rect.top and run.y + CAP * run.size > rect.y
    )


def overlap_faults(layout: Layout) -> list[str]:
    """Lines of one column nearer to each other than their type allows."""
    faults = []
    for page in layout.pages:
        runs = [item for item in page.items if isinstance(item, GlyphRun)]
        seen: dict[tuple[int, float], GlyphRun] = {}
        for run in runs:
            seen.setdefault((round(run.x), round(run.y, 1)), run)
        ordered = sorted(seen.values(), key=lambda run: (round(run.x), -run.y))
        for upper, lower in pairwise(ordered):
            near = upper.y - lower.y
            if round(upper.x) == round(lower.x) and 0.2 < near < 0.98 * lower.size:
                faults.append(f"overlap: {upper.text[:20]!r} over {lower.text[:20]!r}")
    return faults


def runts(found: list[BlockText]) -> tuple[int, int]:
    """How many paragraphs end in one short word, and how many there are of several lines."""
    several = [b for b in found if len(b.lines) > 1 and b.kind in ("P", "LBody")]
    short = [
        block
        for block in several
        if len(block.lines[-1].text.split()) == 1
        and sum(map(str.isalnum, block.lines[-1].text)) < SHORT_WORD
    ]
    return len(short), len(several)


def page_fill(layout: Layout) -> list[float]:
    """The fill of each frame; of two columns on a page, that of the fuller."""
    fill = layout.facts.fill
    if layout.facts.arrangement != "columns":
        return list(fill)
    return [max(pair) for pair in zip(fill[::2], fill[1::2], strict=True)]


def faults(layout: Layout, width, floor: float = 12.0, small: float = 10.0) -> list[str]:
    """Every broken rule of a layout, in words."""
    found = blocks(layout)
    broken = split_faults(found) + heading_faults(layout, found)
    broken += lead_in_faults(layout, found) + size_faults(layout, floor, small)
    broken += edge_faults(layout, width) + overlap_faults(layout)
    broken += clearance_faults(layout, width) + drawing_faults(layout, width)
    if layout.facts.words > 300:
        least = PANEL_FILL if layout.sheet.width > layout.sheet.height else PAGE_FILL
        broken += [f"page filled {share:.3f}" for share in page_fill(layout) if share < least]
    return broken
