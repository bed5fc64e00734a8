"""An SVG file as a tree of its elements; nothing is followed, expanded or opened.

A ValueError names the element and its line.
"""

from __future__ import annotations

import pyexpat as expat  # what xml.parsers.expat is, without its packages
from collections.abc import Iterator

from brochure.art.svg_paths import MOST_OPS, too_long

MOST_BYTES = 1_000_000
MOST_DEPTH = 50
SPACE = "http://www.w3.org/2000/svg"
LINK = "http://www.w3.org/1999/xlink href"
NOTHING = frozenset(
    "title desc metadata defs style symbol clipPath mask linearGradient radialGradient pattern"
    " filter marker view font cursor color-profile".split()
)
"""Elements that draw nothing where they stand; some are drawn where they are named."""
WORDS = frozenset(("style", "text", "tspan", "textPath", "flowRoot", "flowPara", "flowSpan"))
"""Elements of which it matters whether there are words in them."""


class Node:
    """An element of SVG's own, with those in it."""

    __slots__ = ("attributes", "children", "line", "name", "parent", "words")

    def __init__(
        self, name: str, attributes: dict[str, str], line: int, parent: Node | None
    ) -> None:
        """Begin an element."""
        self.name = name
        self.attributes = attributes
        self.line = line
        self.parent = parent
        self.children: list[Node] = []
        self.words = ""

    def all(self) -> Iterator[Node]:
        """Yield the element and all that are in it."""
        yield self
        for child in self.children:
            yield from child.all()

    def at(self, error: ValueError) -> ValueError:
        """Return an error that names the element and its line, once."""
        words = str(error)
        if words.startswith(("`<", "the drawing")):
            return error
        return ValueError(f"`<{self.name[:40]}>` in line {self.line} {words}")


def read_tree(data: bytes) -> Node:
    """Return the outermost element; raises ValueError for what is no SVG or may do harm."""
    _check_file(data)
    reader = _Reader()
    try:
        for at in range(0, len(data), 1 << 14):
            reader.parser.Parse(data[at : at + (1 << 14)], False)
        reader.parser.Parse(b"", True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        raise ValueError(
            f"it is not a whole SVG drawing (line {error.lineno}: {why}); save it again"
        ) from error
    except (LookupError, ValueError) as error:
        known = isinstance(error, ValueError) and not isinstance(error, UnicodeError)
        if known and "multi-byte" not in str(error):
            raise
        raise ValueError("it is not plain SVG: its letters are coded in an unknown way") from error
    if reader.root is None:
        raise ValueError("`<svg>` is not the beginning of it: it is no SVG drawing")
    return reader.root


def _check_file(data: bytes) -> None:
    if len(data) > MOST_BYTES:
        raise ValueError("the drawing is larger than 1 MB; simplify it and save it again")
    if data.startswith(b"\x1f\x8b"):
        raise ValueError("the drawing is compressed (SVGZ); save it as plain SVG")
    if b"<!ENTITY" in data.replace(b"\0", b""):
        raise _doctype()


def _doctype() -> ValueError:
    return ValueError(
        "the drawing has a `<!DOCTYPE` with entities in it, which can hide harm;"
        " save the drawing again as plain SVG"
    )


class _Reader:
    """Turns the events of the XML parser into a tree."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.left = MOST_OPS
        self._open: list[Node] = []
        self._foreign = 0
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._begin_doctype
        self.parser.EntityDeclHandler = self._refuse
        self.parser.SkippedEntityHandler = self._refuse
        self.parser.ProcessingInstructionHandler = self._instruction

    def _begin_doctype(self, name: str, system: str | None, public: str | None, own: int) -> None:
        if own:
            raise _doctype()

    def _refuse(self, *_: object) -> None:
        raise _doctype()

    def _instruction(self, target: str, _: str) -> None:
        if target == "xml-stylesheet":
            raise ValueError("the drawing has a style sheet in a file of its own")

    def _start(self, name: str, given: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        self.left -= 1
        line = self.parser.CurrentLineNumber
        where = f"`<{local[:40]}>` in line {line}"
        if self.left < 0:
            raise ValueError(f"{where} {too_long()}")
        if len(self._open) + self._foreign >= MOST_DEPTH:
            raise ValueError(f"{where} lies more than {MOST_DEPTH} groups deep")
        if self._foreign or space not in ("", SPACE):
            self._foreign += 1
            return
        if local == "script" or any(key.startswith("on") for key in given):
            raise ValueError(f"{where} runs a script")
        attributes = {key: value for key, value in given.items() if " " not in key}
        if LINK in given:
            attributes.setdefault("href", given[LINK])
        self._add(Node(local, attributes, line, self._open[-1] if self._open else None))

    def _add(self, node: Node) -> None:
        if node.parent is not None:
            node.parent.children.append(node)
        else:
            self.root = node
        self._open.append(node)

    def _end(self, _: str) -> None:
        if self._foreign:
            self._foreign -= 1
        else:
            self._open.pop()

    def _words(self, words: str) -> None:
        if self._open and not self._foreign and self._open[-1].name in WORDS:
            self._open[-1].words += words
