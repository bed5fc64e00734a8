"""The structure tree: roles, marked content, and the tree that ties them together.

Knows roles and never content (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.1 and 7.2).
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from brochure.model import FOOTER_ARTIFACT, HEADER_ARTIFACT, LAYOUT_ARTIFACT, Element, LinkArea
from brochure.pdf.objects import Document, corners, reference, string

ARTIFACTS: dict[int, bytes] = {
    LAYOUT_ARTIFACT: b"/Artifact <</Type /Layout>> BDC",
    HEADER_ARTIFACT: b"/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    FOOTER_ARTIFACT: b"/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
}
EMPTY = -1
"""The order of an element that holds nothing; such are left out."""

Kid = tuple[int, int, int]
"""Marked content of an element: its place in reading order, its page, and its MCID there."""


class StructureTree:
    """Collects marked content while pages are drawn, then writes the tree."""

    def __init__(self, elements: Sequence[Element], pages: int, shift: float = 0.0) -> None:
        """Start with every element empty; those that stay empty are left out.

        ``shift`` is how far the trim stands inside the media, for the boxes of figures.
        """
        self.elements = elements
        self._shift = shift
        self._pages = pages
        self._kids: list[list[Kid]] = [[] for _ in elements]
        self._orders = [EMPTY] * len(elements)  # where each element begins in reading order
        self._links: dict[int, list[tuple[int, int]]] = {}  # by element: page, annotation object
        self._link_owners: list[int] = []
        self._owners: list[list[int]] = []  # for each page, the element of each MCID
        self._references = [b""] * len(elements)

    def start_page(self) -> None:
        """Begin the next page."""
        self._owners.append([])

    def begin(self, element: int, order: int) -> bytes:
        """Return the operator that opens marked content of an element, or of an artifact."""
        if element < 0:
            return ARTIFACTS[element]
        owners = self._owners[-1]
        mcid = len(owners)
        owners.append(element)
        self._kids[element].append((order, len(self._owners) - 1, mcid))
        return f"/{self.elements[element].kind} <</MCID {mcid}>> BDC".encode()

    def add_link(self, page: int, area: LinkArea, annotation: int) -> int:
        """Tie an annotation to its Link element; return its key in the parent tree."""
        self._links.setdefault(area.element, []).append((page, annotation))
        self._link_owners.append(area.element)
        return self._pages + len(self._link_owners) - 1

    def _children(self) -> list[list[int]]:
        """Return each element's children that hold content; the last row is the Document's.

        On the way it is noted where each element begins in reading order.
        """
        children: list[list[int]] = [[] for _ in range(len(self.elements) + 1)]
        orders = self._orders
        for index in range(len(self.elements) - 1, -1, -1):
            kids, below = self._kids[index], children[index]
            begun = [orders[child] for child in below] if below else []
            if kids:
                begun.append(min(kids)[0])
            if begun:
                orders[index] = min(begun)
                children[self.elements[index].parent].append(index)
        return children

    def write(self, document: Document, pages: Sequence[int], language: str) -> int:
        """Add the tree's objects; return the StructTreeRoot's number.

        ``pages`` are the page objects' numbers.
        """
        children, references = self._children(), self._references
        root, top = document.add(), document.add()
        numbers = {n: document.add() for n, order in enumerate(self._orders) if order != EMPTY}
        for index, number in numbers.items():
            references[index] = reference(number)
        for index, number in numbers.items():
            document.fill(number, self._dictionary(index, children[index], top, pages))
        kids = b" ".join([references[child] for child in self._sorted(children[-1])])
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
        return sorted(children, key=self._orders.__getitem__)

    def _dictionary(self, index: int, children: list[int], top: int, pages: Sequence[int]) -> bytes:
        """Return an element's dictionary; kids on its first page are bare integers."""
        element, kids, links = self.elements[index], self._kids[index], self._links.get(index)
        parent = self._references[element.parent] if element.parent >= 0 else reference(top)
        if len(kids) == 1 and not (children or links):  # as most elements
            _, first, mcid = kids[0]
            held = b"%d" % mcid
        else:
            first = kids[0][1] if kids else (links[0][0] if links else -1)
            held = self._held(index, children, first, pages)
        page = b" /Pg %d 0 R" % pages[first] if first >= 0 else b""
        entries = _attributes(element, self._shift)
        return b"<< /Type /StructElem /S /%b /P %b%b%b /K [%b] >>" % (
            element.kind.encode(),
            parent,
            page,
            entries,
            held,
        )

    def _held(self, index: int, children: list[int], first: int, pages: Sequence[int]) -> bytes:
        """Return what an element holds, in reading order, then its links."""
        kids: list[tuple[int, bytes]] = [
            (order, b"%d" % mcid)
            if page == first
            else (order, b"<< /Type /MCR /Pg %d 0 R /MCID %d >>" % (pages[page], mcid))
            for order, page, mcid in self._kids[index]
        ]
        kids += [(self._orders[child], self._references[child]) for child in children]
        kids.sort(key=itemgetter(0))
        parts = [kid for _, kid in kids]
        parts += [
            b"<< /Type /OBJR /Obj %d 0 R /Pg %d 0 R >>" % (annotation, pages[page])
            for page, annotation in self._links.get(index, ())
        ]
        return b" ".join(parts)

    def _parent_tree(self, document: Document) -> int:
        """Add the parent tree; return its number."""
        rows = []
        for key, owners in enumerate(self._owners):
            cells = b" ".join([self._references[owner] for owner in owners])
            rows.append(b"%d [%b]" % (key, cells))
        for key, element in enumerate(self._link_owners, self._pages):
            rows.append(b"%d %b" % (key, self._references[element]))
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
