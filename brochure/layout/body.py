"""The rows of a fit placed in their frames, with the structure elements they belong to."""

from __future__ import annotations

from brochure._startup.records import dataclass, field
from brochure.copyfit.blocks import Block, Flow, SectionFlow
from brochure.copyfit.boxes import NO_BOX, STRIP_FOOT, BoxFace, jut
from brochure.copyfit.fit import Fitted
from brochure.copyfit.metrics import ICON_RISE, Metrics
from brochure.copyfit.rows import DESCENT, HEADING, Rows
from brochure.copyfit.settings import SIDE_GUTTER
from brochure.copyfit.vertical_spacing import Room
from brochure.layout.again import HEADING_DESCENT, say_again
from brochure.layout.boxes import Band, begin_band, place_box, place_head, place_sign, urgency
from brochure.layout.item_marks import Marks
from brochure.layout.page_builder import PageBuilder
from brochure.layout.page_context import CAP, PageContext
from brochure.layout.panel import panel_rect
from brochure.layout.section_faces import (
    FIRST_RULE,
    RULE_AT,
    RULE_AT_NUMBER,
    heading_ink,
    number_size,
    place_card,
    place_number,
    section_rule,
)
from brochure.layout.typesetting import Typesetting, Writer
from brochure.model import Bookmark, Ink, Rect

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.layout.short_lists import Columns
    from brochure.layout.strips import StripSetter
    from brochure.model.choices import Numbering

Pictures = dict[str, tuple[bytes, tuple[int, int]]]


@dataclass(slots=True)
class _Open:
    """What is being set: a section's elements, the block's writer, and its list."""

    section: int = -1
    sect: int = -1
    block: tuple[int, int] = (-1, -1)
    writer: Writer | None = None
    left: float | None = None  # where further lines of the block begin in the frame
    label: int = -1  # the Lbl of the item being set
    strips: StripSetter | None = None  # what sets the strips of the block
    lists: dict[int, int] = field(default_factory=dict)  # depth -> its L element
    body: int = -1  # the LBody last made at depth 1
    face: BoxFace = NO_BOX  # of the section's box
    inside: Metrics | None = None  # of its text
    columns: Columns | None = None  # what sets its short lists


class FlowPlacer:
    """Places the rows of a fit, frame by frame."""

    def __init__(
        self,
        builder: PageBuilder,
        context: PageContext,
        flow: Flow,
        fitted: Fitted,
        pictures: Pictures,
    ) -> None:
        """Keep what the rows are made of; ``pictures`` are bytes and pixels by path."""
        self.pictures = pictures
        self.pages = builder.pages
        self.structure = builder.structure
        self.element = builder.pages[0].element
        self.context = context
        self.flow = flow
        self.fitted = fitted
        self.metrics: Metrics = fitted.metrics
        self.rows: Rows = fitted.rows
        self.bookmarks: list[Bookmark] = []
        self._open = _Open()
        self._here = range(0)  # the rows of the frame

    def frame(self, number: int) -> float:
        """Place frame ``number``; return where its text ends: a baseline, or a box's foot."""
        room, spacing = self.fitted.rooms[number], self.fitted.spacing[number]
        start, stop = self.fitted.cuts[number], self.fitted.cuts[number + 1]
        y, base, rows = room.top, room.top, self.rows
        self._here = range(start, stop)
        band: Band | None = None
        turned = number > 0 and room.page != self.fitted.rooms[number - 1].page
        again = start if turned and start < stop and rows.goes_on(start) else -1
        for row in range(start, stop):
            first = row == start
            gap = 0.0 if first else rows.gap[row] * spacing.gaps[rows.gap_class[row]]
            above = rows.head[row] if first else gap + rows.before[row]
            if band and rows.box[row] != band.number:
                self._close_band(room, band, y - rows.foot[row - 1])
                band = None
            y -= above
            if rows.box[row] >= 0 and band is None:
                band = begin_band(self.fitted, self.flow, row, y, first, row == again)
            lead = rows.lead[row] + (rows.head_lead[row] if first else 0.0)
            y -= lead * spacing.leading + rows.fixed[row]
            if self._open.left is not None and rows.place[row][2] and not first:
                base = self._further_line(room, row, y)
                continue
            previous, base = base, y + self._descent(row)
            if row == again:
                say_again(self.pages[room.page], self.fitted, self.flow, self.context, number, base)
            if rows.begins(row):
                self._rule(room, row, first, previous, base)
            self._row(room, row, base, y, first)
            if band and rows.place[row][1] < 0:
                band.strip = y - STRIP_FOOT * self.metrics.size
        if band:
            band.parted = band.parted[0], band.number in rows.box[stop : stop + 1]
            self._close_band(room, band, y - rows.foot[stop - 1])
        return y - rows.foot[stop - 1] if stop > start else room.top

    def _further_line(self, room: Room, row: int, foot: float) -> float:
        """Place a line of the text being set that is not its first here; return its baseline."""
        state, base = self._open, foot + DESCENT * self.metrics.size * self.rows.lead[row]
        if state.writer and state.left is not None:
            state.writer.line(self.pages[room.page], self.rows.place[row][2], state.left, base)
        return base

    def _descent(self, row: int) -> float:
        """Return how far the row's baseline stands above its foot."""
        section, block, _ = self.rows.place[row]
        if block < 0:
            size = self.metrics.heading_size if block == HEADING else self._open_face(section).word
            return HEADING_DESCENT * size
        if self.flow.sections[section].blocks[block].shaped is None:
            return 0.0
        return DESCENT * self.metrics.size * self.rows.lead[row]

    def _open_face(self, number: int) -> BoxFace:
        """Return the face of a section's box."""
        return self.metrics.face(self.flow.sections[number])

    def _close_band(self, room: Room, band: Band, foot: float) -> None:
        """Place a box's ground and head behind what was set in it, down to ``foot``."""
        page, palette = self.pages[room.page], self.context.palette
        emphasis = self.flow.sections[band.number].emphasis
        rect = panel_rect(room.x, room.width, band.top, foot, self._jut)
        cell = Rect(rect.x, band.strip, rect.width, band.top - band.strip)
        if self.metrics.arrangement == "side":
            right = room.x + room.width - self.metrics.text_width - SIDE_GUTTER
            cell = Rect(rect.x, rect.y, right - rect.x, rect.height)
        if self.metrics.format.carded and urgency(emphasis, palette) is None:
            head = cell if band.strip else None
            place_card(page, rect, head, emphasis == "key", palette, band.parted)
            return
        if band.strip or self.metrics.arrangement == "side":
            place_head(page, rect, cell, emphasis, palette)
        place_box(page, rect, emphasis, palette)

    def _rule(self, room: Room, row: int, first: bool, previous: float, base: float) -> None:
        """Place the fine rule above a section, unless it heads a frame or meets a box."""
        rows, inks = self.rows, self.context.palette
        boxed = rows.box[row] >= 0 or (row > 0 and not first and rows.box[row - 1] >= 0)
        starts = not first or self.metrics.format.figures
        if self.metrics.arrangement == "stacked" or not starts or boxed:
            return
        cap, low = self._cap(row, base), previous - self._overhang(row - 1)
        share = RULE_AT_NUMBER if self.metrics.number_hang else RULE_AT
        y = room.top + FIRST_RULE if first else cap + share * (low - cap)
        for rule in section_rule(self.metrics, inks, room.x, y, room.width):
            self.pages[room.page].under(rule)

    def _cap(self, row: int, base: float) -> float:
        """Return where the capitals of a row end, or its picture; ``base`` is its foot there."""
        number, index, line = self.rows.place[row]
        section = self.flow.sections[number]
        if index < 0:
            return base + (CAP + ICON_RISE * bool(section.icon)) * self.metrics.heading_size
        block = section.blocks[index]
        if block.shaped is not None:
            return base + CAP * self.metrics.size * max(self.rows.lead[row], 1.0)
        top = base + self.rows.fixed[row]
        if block.strips is None:
            return top
        first = self.metrics.inside(section).strips(block)[line].texts[0]
        return top - first.down + CAP * first.size

    def _overhang(self, row: int) -> float:
        """Return how far a side heading hangs below the last line beside it."""
        return max(self.rows.foot[row] + DESCENT * self.metrics.size * self.rows.lead[row], 0.0)

    def _row(self, room: Room, row: int, base: float, foot: float, first: bool) -> None:
        """Place one row: a heading's line, a line of text, or a picture."""
        number, index, line = self.rows.place[row]
        section = self.flow.sections[number]
        begins = number != self._open.section
        if begins:
            face, inside = self.metrics.face(section), self.metrics.inside(section)
            self._open = _Open(number, self.element("Sect"), face=face, inside=inside)
            if self.metrics.paired:
                from brochure.layout.short_lists import Columns

                self._open.columns = Columns(section, inside)
        if self.metrics.arrangement == "side" and begins:
            shaped = section.blocks[index].shaped
            at = base if shaped else self._cap(row, foot) - CAP * self.metrics.heading_size
            self._side_heading(room, section, at)
        if index < 0:
            self._heading_line(room, (number, index), section, line, base)
            return
        block = section.blocks[index]
        if self._open.columns and index in self._open.columns.heads:
            self._open.columns.row(self._item, room, (index, row, self._here), base)
            return
        if (number, index) != self._open.block:
            self._begin_block(number, index, block)
            self._label(room, block, base)
        x = self._left(room) + self._inside.indent(block)
        if block.strips is not None:
            self._strip(room, block, row, x, foot, first)
        elif block.shaped is None:
            self._picture(room, block, x, foot)
        elif self._open.writer:
            self._open.left = x
            self._open.writer.line(self.pages[room.page], line, x, base)

    def _item(self, room: Room, index: int, base: float) -> None:
        """Place an item of one line."""
        number = self._open.section
        block = self.flow.sections[number].blocks[index]
        self._begin_block(number, index, block)
        self._label(room, block, base)
        if self._open.writer:
            x = self._left(room) + self._inside.indent(block)
            self._open.writer.line(self.pages[room.page], 0, x, base)

    @property
    def _inside(self) -> Metrics:
        """The metrics of the text of the section being set."""
        return self._open.inside or self.metrics

    def _left(self, room: Room) -> float:
        """Return where the text of the section being set begins: under a heading at its edge."""
        if self.metrics.arrangement != "side":
            return room.x + self._open.face.inset
        return room.x + room.width - self._open.face.inset - self._inside.text_width

    def _heading_writer(self, section: SectionFlow, element: int) -> Writer:
        metrics, links = self.metrics, None
        ink = heading_ink(self.context, metrics, section.emphasis == "key")
        inks = urgency(section.emphasis, self.context.palette)
        if inks:
            ink = links = inks.heading
        setting = Typesetting(
            metrics.heading_size,
            metrics.heading_leading,
            metrics.heading_width(section),
            ink,
            True,
            links,
        )
        return Writer(section.heading, element, setting)

    def _begin_heading(self, room: Room, section: SectionFlow, base: float) -> None:
        """Make a heading's element, and place the icon, or the sign and the word, beside it."""
        self.bookmarks.append(
            Bookmark(section.title, room.page, base + 1.2 * self.metrics.heading_size)
        )
        if section.icon:
            from brochure.layout.icons import icon_ink, place_icon

            ink = icon_ink(self.metrics, section, self.context.palette)
            place, file = (room.x, base, self._open.sect), self.context.handout.file
            place_icon(self.pages[room.page], self.metrics, section, ink, place, file)
        element, face = self.element("H2", self._open.sect), self._open.face
        inks = urgency(section.emphasis, self.context.palette)
        if self.metrics.format.figures:
            self._number(room, base, element, inks.mark if inks else self.context.palette.bar)
        if inks:
            edge = room.x + self.metrics.figures - self._jut
            place_sign(self.pages[room.page], edge, base, face, inks)
        if inks and section.word:
            size = face.word
            setting = Typesetting(size, size, self.metrics.width, inks.mark, goes_on=True)
            word = Writer(section.word, self.element("Span", element), setting)
            word.all(self.pages[room.page], room.x + self.metrics.figures + face.hang, base)
        self._open.writer = self._heading_writer(section, element)

    @property
    def _jut(self) -> float:
        """How far boxes reach out beside the text, in points."""
        return jut(self.metrics.arrangement, self.metrics.format.carded)

    def _number(self, room: Room, base: float, element: int, ink: Ink) -> None:
        """Place the number of the section being set."""
        number = self._open.section + 1, len(self.flow.sections)
        x = room.x
        if self._open.face.sign and not self.metrics.figures:  # whose place is taken by the sign
            wide = self.context.shaper.measure.width(str(number[0]), "bold")
            x += room.width - self._open.face.inset
            x -= wide * number_size(self.metrics, number[1])
        page = self.pages[room.page], ink, element
        place_number(self.metrics, number, (x, base), page)

    def _side_heading(self, room: Room, section: SectionFlow, base: float) -> None:
        self._begin_heading(room, section, base)
        if section.word:
            base -= self.metrics.heading_leading
        if self._open.writer:
            x = room.x + self.metrics.figures + self.metrics.heading_hang(section)
            self._open.writer.all(self.pages[room.page], x, base)
        if section.beside >= 0:
            from brochure.layout.beside import place_beside

            deep = self.metrics.beside(section) - self.metrics.heading_leading
            low = base - deep - HEADING_DESCENT * self.metrics.heading_size
            place = room.x + self.metrics.figures, low, self._open.sect
            page = self.pages[room.page]
            place_beside(page, self.context, section, self.metrics, self.pictures, place)

    def _heading_line(
        self, room: Room, block: tuple[int, int], section: SectionFlow, line: int, base: float
    ) -> None:
        """Place a line of a heading above its text, or the word over it."""
        if block[0] != self._open.block[0]:
            self._begin_heading(room, section, base)
        self._open.block = block
        if self._open.writer and block[1] == HEADING:
            x = room.x + self.metrics.heading_hang(section)
            self._open.writer.line(self.pages[room.page], line, x, base)

    def _begin_block(self, number: int, index: int, block: Block) -> None:
        """Make the block's elements and break its text into lines."""
        state, palette = self._open, self.context.palette
        state.block, state.left = (number, index), None
        inks = urgency(self.flow.sections[number].emphasis, palette)
        links = inks.bullet if inks else None
        if block.strips is not None:
            from brochure.layout.strips import StripSetter

            state.lists.clear()
            state.strips = StripSetter(self.context, state.sect, links)
            return
        element = self._block_element(block)
        if block.shaped is None:
            state.writer = None
            return
        ratio = self.metrics.ratio(block.style)
        size = self.metrics.size * ratio
        width = self._inside.measure(block) * size
        ink = palette.muted if block.kind == "caption" else palette.text
        setting = Typesetting(size, size, width, ink, link_ink=links)
        state.writer = Writer(block.shaped, element, setting)

    def _block_element(self, block: Block) -> int:
        """Return the element of a block's text: P, Caption, or the LBody of a new LI."""
        state, element = self._open, self.element
        if block.depth == 0:
            state.lists.clear()
            kind = {"caption": "Caption", "image": "Figure"}.get(block.kind, "P")
            alt = block.image.alt.plain if block.image else ""
            return element(kind, state.sect, alt=alt)
        parent = state.sect if block.depth == 1 else state.body
        if block.gap == "list" or block.depth not in state.lists:
            marked: Numbering = "Disc" if block.depth == 1 else "Circle"
            marked = "None" if block.boxed and block.depth == 1 else marked
            numbering: Numbering = "Decimal" if block.numbered else marked
            state.lists[block.depth] = element("L", parent, numbering=numbering)
        item = element("LI", state.lists[block.depth])
        state.label = element("Lbl", item)
        body = element("LBody", item)
        if block.depth == 1:
            state.body = body
            state.lists.pop(2, None)
        return body

    def _label(self, room: Room, block: Block, base: float) -> None:
        """Place a list item's bullet, dash or number."""
        emphasis = self.flow.sections[self._open.section].emphasis
        marks = Marks(self.context, self.metrics, emphasis)
        marks.place(self.pages[room.page], block, self._left(room), base, self._open.label)

    def _strip(
        self, room: Room, block: Block, row: int, x: float, foot: float, first: bool
    ) -> None:
        """Place a strip of a block, and above it what stands at the head of each frame."""
        if self._open.strips:
            strip = self._inside.strips(block)[self.rows.place[row][2]]
            self._open.strips.row(self.pages[room.page], strip, x, foot, first)

    def _picture(self, room: Room, block: Block, x: float, foot: float) -> None:
        if block.image is None:
            return
        from brochure.layout.beside import place_picture

        data, pixels = self.pictures[str(block.image.path)]
        rect = Rect(x, foot, *self._inside.image_size(block, pixels))
        element = len(self.structure.elements) - 1
        place_picture(self.pages[room.page], self.context, block.image, data, rect, element)
