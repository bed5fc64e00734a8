"""Finished files read back by tools that are not ours: pypdfium2 for text, pikepdf for objects."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw


@dataclass
class Node:
    """An element of the structure tree; its kids are elements, and text as it was drawn."""

    kind: str
    alt: str = ""
    lang: str = ""
    numbering: str = ""
    kids: list[Node | str] = field(default_factory=list)
    links: list[pikepdf.Dictionary] = field(default_factory=list)  # annotations
    pages: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def walk(self) -> Iterator[Node]:
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()

    def find(self, kind: str) -> list[Node]:
        return [node for node in self.walk() if node.kind == kind]


@dataclass(frozen=True)
class Char:
    """A glyph: its character, its ink box or its loose box, and its size."""

    page: int
    char: str
    box: tuple[float, float, float, float]  # left, bottom, right, top
    size: float


def page_texts(data: bytes) -> list[str]:
    """The text of each page in the order of drawing."""
    with closing(pdfium.PdfDocument(data)) as pdf:
        return [page.get_textpage().get_text_range() for page in pdf]


def chars(data: bytes) -> list[Char]:
    """Every printed glyph with the box of its ink."""
    found = []
    with closing(pdfium.PdfDocument(data)) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for index in range(text.count_chars()):
                char = chr(raw.FPDFText_GetUnicode(text, index))
                if char.strip():
                    size = raw.FPDFText_GetFontSize(text, index)
                    found.append(Char(number, char, text.get_charbox(index), size))
    return found


def _text_of(item: pdfium.PdfObject, page_text: pdfium.PdfTextPage) -> str:
    size = raw.FPDFTextObj_GetText(item, page_text, None, 0)
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFTextObj_GetText(item, page_text, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def marked_texts(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each piece of marked content, by page and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    with closing(pdfium.PdfDocument(data)) as pdf:
        for number, page in enumerate(pdf):
            text = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                mark = raw.FPDFPageObj_GetMarkedContentID(item)
                if mark >= 0:
                    found[number, mark] += _text_of(item, text)
    return dict(found)


def structure(data: bytes) -> Node:
    """The structure tree from its Document down, with texts in place."""
    texts = marked_texts(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        return _node(pdf.Root.StructTreeRoot.K, numbers, texts)


def _kids(element: pikepdf.Dictionary) -> list:
    kids = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _node(element: pikepdf.Dictionary, numbers: dict, texts: dict) -> Node:
    node = Node(
        str(element.S).lstrip("/"),
        str(element.get("/Alt", "")),
        str(element.get("/Lang", "")),
        str(element.get("/A", {}).get("/ListNumbering", "")).lstrip("/"),
    )
    own = numbers[element.Pg.objgen] if "/Pg" in element else -1
    for kid in _kids(element):
        if isinstance(kid, int):
            node.kids.append(texts.get((own, kid), ""))
            node.pages.add(own)
        elif str(kid.get("/Type", "")) == "/MCR":
            page = numbers[kid.Pg.objgen]
            node.kids.append(texts.get((page, int(kid.MCID)), ""))
            node.pages.add(page)
        elif str(kid.get("/Type", "")) == "/OBJR":
            links = {key: str(value) for key, value in kid.Obj.items() if key == "/Contents"}
            node.links.append(links | {"URI": str(kid.Obj.A.URI)})
        else:
            node.kids.append(_node(kid, numbers, texts))
            node.pages |= node.kids[-1].pages
    return node


def outline(node: Node, depth: int = 0) -> list[str]:
    """The tree as indented lines: kind, attributes, first words."""
    more = [f"{key}={value!r}" for key, value in vars(node).items() if key in SHOWN and value]
    own = " ".join("".join(kid for kid in node.kids if isinstance(kid, str)).split()[:6])
    line = "  " * depth + " ".join([node.kind, *more, own]).rstrip()
    lines = [line]
    for kid in node.kids:
        if isinstance(kid, Node):
            lines += outline(kid, depth + 1)
    return lines


SHOWN = ("alt", "lang", "numbering")


def render(data: bytes, dpi: int) -> list[tuple[int, int, bytes]]:
    """Each page in grey: width, height, a byte for each pixel."""
    pages = []
    with closing(pdfium.PdfDocument(data)) as pdf:
        for page in pdf:
            bitmap = page.render(scale=dpi / 72, grayscale=True)
            rows = memoryview(bitmap.buffer)
            width, height, stride = bitmap.width, bitmap.height, bitmap.stride
            whole = b"".join(bytes(rows[y * stride : y * stride + width]) for y in range(height))
            pages.append((width, height, whole))
    return pages


def operators(data: bytes) -> Iterator[tuple[int, list, str]]:
    """Every operator of every page: page, operands, name."""
    with pikepdf.open(BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            for operands, operator in pikepdf.parse_content_stream(page):
                yield number, list(operands), str(operator)


def owners(data: bytes) -> dict[tuple[int, int], str]:
    """The kind of element that owns each piece of marked content, from the parent tree."""
    found = {}
    with pikepdf.open(BytesIO(data)) as pdf:
        rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        trees = dict(zip(rows[::2], rows[1::2], strict=True))
        for number, page in enumerate(pdf.pages):
            for mark, owner in enumerate(trees[page.StructParents]):
                found[number, mark] = str(owner.S).lstrip("/")
    return found


def placed(data: bytes) -> list[str]:
    """Each line of text: page, role, x, baseline, size and first words, in painting order."""
    lines: list[list] = []
    roles = owners(data)
    with closing(pdfium.PdfDocument(data)) as pdf:
        for number, page in enumerate(pdf):
            page_text = page.get_textpage()
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
                role = roles.get((number, raw.FPDFPageObj_GetMarkedContentID(item)), "artifact")
                x, y = item.get_matrix().get()[4:]
                size = ctypes.c_float()
                raw.FPDFTextObj_GetFontSize(item, size)
                where = [number + 1, role, f"{y:.1f}", f"{size.value:g}"]
                text = _text_of(item, page_text)
                if lines and lines[-1][:4] == where:
                    lines[-1][5] += text
                else:
                    lines.append([*where, f"{x:.1f}", text])
    return [
        f"{page} {role:8} {x:>6} {y:>6} {size:>5} {' '.join(text.split()[:5])}"
        for page, role, y, size, x, text in lines
    ]
