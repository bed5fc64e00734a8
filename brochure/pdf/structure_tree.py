"""The structure tree: roles, marked content, and the tree that ties them together.

Knows roles and never content (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.1 and 7.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from brochure._startup.records import dataclass, field
from brochure.model import FOOTER_ARTIFACT, HEADER_ARTIFACT, LAYOUT_ARTIFACT, Element, LinkArea
from brochure.pdf.objects import Document, corners, reference, string

ARTIFACTS: dict[int, str] = {
    LAYOUT_ARTIFACT: "/Artifact <</Type /Layout>> BDC",
    HEADER_ARTIFACT: "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    FOOTER_ARTIFACT: "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}


@dataclass(slots=True)
class _Node:
    """An element's kids, each with the place in reading order that it takes."""

    kids: list[tuple[int, int, int]] = field(default_factory=list)  # order, page, mcid
    links: list[tuple[int, int]] = field(default_factory=list)  # page, annotation object
    number: int = 0
    order: int = -1


class StructureTree:
    """Collects marked content while pages are drawn, then writes the tree."""

    def __init__(self, elements: Sequence[Element], pages: int, shift: float = 0.0) -> None:
        """Start with every element empty; those that stay empty are left out.

        ``shift`` is how far the trim stands inside the media, for the boxes of figures.
        """
        self.elements = elements
        self._shift = shift
        self._pages = pages
        self._link_owners: list[int] = []
        self._nodes = [_Node() for _ in elements]
        self._owners: list[list[int]] = []  # for each page, the element of each MCID

    def start_page(self) -> None:
        """Begin the next page."""
        self._owners.append([])

    def begin(self, element: int, order: int) -> str:
        """Return the operator that opens marked content of an element, or of an artifact."""
        if element < 0:
            return ARTIFACTS[element]
        owners = self._owners[-1]
        mcid = len(owners)
        owners.append(element)
        self._nodes[element].kids.append((order, len(self._owners) - 1, mcid))
        return f"/{self.elements[element].kind} <</MCID {mcid}>> BDC"

    def add_link(self, page: int, area: LinkArea, annotation: int) -> int:
        """Tie an annotation to its Link element; return its key in the parent tree."""
        self._nodes[area.element].links.append((page, annotation))
        self._link_owners.append(area.element)
        return self._pages + len(self._link_owners) - 1

    def _children(self) -> list[list[int]]:
        """Return each element's children that hold content; the last row is the Document's."""
        nodes = self._nodes
        children: list[list[int]] = [[] for _ in range(len(nodes) + 1)]
        for index in range(len(nodes) - 1, -1, -1):
            node = nodes[index]
            firsts = [kid[0] for kid in node.kids] + [nodes[c].order for c in children[index]]
            if firsts:
                node.order = min(firsts)
                children[self.elements[index].parent].append(index)
        return children

    def write(self, document: Document, pages: Sequence[int], language: str) -> int:
        """Add the tree's objects; return the StructTreeRoot's number.

        ``pages`` are the page objects' numbers.
        """
        children = self._children()
        root, top = document.add(), document.add()
        for node in self._nodes:
            if node.order >= 0:
                node.number = document.add()
        for index, node in enumerate(self._nodes):
            if node.order >= 0:
                document.fill(node.number, self._dictionary(index, children[index], top, pages))
        kids = b" ".join(
            reference(self._nodes[child].number) for child in self._sorted(children[-1])
        )
        document.fill(
            top,
            b"<< /Type /StructElem /S /Document /P %d 0 R /Lang %b /K [%b] >>"
            % (root, string(language), kids),
        )
        document.fill(
            root,
            b"<< /Type /StructTreeRoot /K %d 0 R /ParentTree %d 0 R /ParentTreeNextKey %d >>"
            % (top, self._parent_tree(document), self._pages + len(self._link_owners)),
        )
        return root

    def _sorted(self, children: list[int]) -> list[int]:
        return sorted(children, key=lambda child: self._nodes[child].order)

    def _dictionary(self, index: int, children: list[int], top: int, pages: Sequence[int]) -> bytes:
        """Return an element's dictionary; kids on its first page are bare integers."""
        element, node = self.elements[index], self._nodes[index]
        parent = top if element.parent < 0 else self._nodes[element.parent].number
        first = node.kids[0][1] if node.kids else (node.links[0][0] if node.links else -1)
        entries = b"/Type /StructElem /S /%b /P %d 0 R" % (element.kind.encode(), parent)
        if first >= 0:
            entries += b" /Pg %d 0 R" % pages[first]
        kids = self._kids(node, children, first, pages)
        return b"<< %b%b /K [%b] >>" % (entries, _attributes(element, self._shift), kids)

    def _kids(self, node: _Node, children: list[int], first: int, pages: Sequence[int]) -> bytes:
        """Return what an element holds, in reading order, then its links."""
        if len(node.kids) == 1 and not children and not node.links:  # as most
            return b"%d" % node.kids[0][2]
        kids: list[tuple[int, bytes]] = [
            (order, b"%d" % mcid)
            if page == first
            else (order, b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (pages[page], mcid))
            for order, page, mcid in node.kids
        ]
        kids += [(self._nodes[c].order, reference(self._nodes[c].number)) for c in children]
        kids.sort(key=itemgetter(0))
        parts = [kid for _, kid in kids]
        parts += [
            b"<< /Type /OBJR /Obj %d 0 R /Pg %d 0 R >>" % (annotation, pages[page])
            for page, annotation in node.links
        ]
        return b" ".join(parts)

    def _parent_tree(self, document: Document) -> int:
        """Add the parent tree; return its number."""
        rows = []
        for key, owners in enumerate(self._owners):
            cells = b" ".join(reference(self._nodes[owner].number) for owner in owners)
            rows.append(b"%d [%b]" % (key, cells))
        for key, element in enumerate(self._link_owners, self._pages):
            rows.append(b"%d %d 0 R" % (key, self._nodes[element].number))
        return document.add(b"<< /Nums [%b] >>" % b" ".join(rows))


def _attributes(element: Element, shift: float) -> bytes:
    """Return an element's Alt, ActualText, Lang and attribute object, where it has them."""
    entries = b""
    if element.actual:
        entries += b" /ActualText " + string(element.actual)
    if element.alt:
        entries += b" /Alt " + string(element.alt)
    if element.lang:
        entries += b" /Lang " + string(element.lang)
    if element.numbering:
        entries += b" /A << /O /List /ListNumbering /%b >>" % element.numbering.encode()
    if element.scope:
        entries += b" /A << /O /Table /Scope /%b >>" % element.scope.encode()
    if element.bbox:
        box = corners(element.bbox, shift).encode()
        entries += b" /A << /O /Layout /BBox [%b] >>" % box
    return entries
