"""Texts whose lines are kept: opening hours, an address, the paragraphs of a mail.

Such a text holds a line end between its lines; no other text does.
"""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.model import Span, Text
from brochure.reading.encoding import LINE_END
from brochure.reading.field_reader import Reader
from brochure.reading.inline_markup import parse_inline
from brochure.reading.schema import Field
from brochure.reading.yaml_nodes import Node, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.reading.typed_lines import Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    pass


def kept_lines(reader: Reader, node: Node, field: Field) -> Text | None:
    """Return a text, or a list of lines, as one text with its lines kept."""
    return joined(_lines(reader, node, field.name), "\n")


def one_line(reader: Reader, node: Node, field: Field) -> Text | None:
    """Return a text, or a list of lines, with commas between its lines."""
    return joined(_lines(reader, node, field.name), ", ")


def letter(reader: Reader, node: Node, field: Field) -> tuple[Text, ...] | None:
    """Return the paragraphs of a mail; those of a block ``|`` keep their lines."""
    if isinstance(node, Scalar):
        return _paragraphs(reader, node, field.name)
    if not isinstance(node, Sequence) or not node.items:
        return reader.texts(node, field.name)
    found = [_paragraphs(reader, each, "") for each in reader.flow_texts(node)]
    return tuple(text for texts in found for text in texts)


def joined(lines: list[Text], between: str) -> Text | None:
    """Return texts as one, ``between`` them; None if there are none."""
    spans: list[Span] = []
    for line in lines:
        for span in (Span(between), *line.spans) if spans else line.spans:
            if spans and _bare(spans[-1]) and _bare(span):
                spans[-1] = Span(spans[-1].text + span.text)
            else:
                spans.append(span)
    return replace(lines[0], spans=tuple(spans)) if lines else None


def _bare(span: Span) -> bool:
    return span == Span(span.text)


def _lines(reader: Reader, node: Node, name: str) -> list[Text]:
    nodes = reader.flow_texts(node) if isinstance(node, Sequence) and node.items else [node]
    lines: list[Node] = []
    for each in nodes:
        scalar = reader.words(each, name if each is node else "")
        lines += _typed(reader, scalar) if scalar else []
    if len(lines) > 1 and not reader.signs(lines, "", rows=False):
        return []
    texts = (reader.as_text(line, parse_inline) for line in lines if isinstance(line, Scalar))
    return [text for text in texts if text and text.spans]


def _typed(reader: Reader, node: Scalar) -> list[Scalar]:
    """Return the lines of a text, each as a node."""
    if node.end_line == node.line and "\n" not in node.text and LINE_END not in node.text:
        return [node]
    from brochure.reading.typed_lines import paragraphs_of

    found = paragraphs_of(node, reader.marked.lines)
    lines = [line for paragraph in found for line in paragraph.lines]
    return [_as_node(line) for line in lines]


def _as_node(line: Line) -> Scalar:
    row = line.row + 1
    return Scalar(line.words, row, line.column + 1, "|", row, line.column + len(line.words) + 1)


def _paragraphs(reader: Reader, node: Node, name: str) -> tuple[Text, ...]:
    if not isinstance(node, Scalar) or node.style != "|":
        return reader.texts(node, name) or ()
    from brochure.reading.typed_lines import paragraphs_of

    texts = []
    for paragraph in paragraphs_of(node, reader.marked.lines):
        nodes = map(_as_node, paragraph.lines)
        lines = [text for each in nodes if (text := reader.as_text(each, parse_inline))]
        texts.append(joined(lines, "\n"))
    return tuple(text for text in texts if text)
