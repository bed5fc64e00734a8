"""An article as the text of a content file, commented, with the folder's clinic and brand."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from brochure._startup.records import dataclass
from brochure.importing.marked_text import Marker
from brochure.importing.pieces import Run, Told
from brochure.importing.shape import Article, Block, Part
from brochure.language.messages import in_quotes, this_program, typed, uncurled
from brochure.reading.list_signs import sign_of
from brochure.reading.schema import MOST_COLUMNS

WIDTH = 96
NO_HEAD = "a column of this table has no head; type one in place of the –"
PICTURE = "a picture; save it beside the content file and take away the # there"
_SHORT_FORM = ("text", "list", "text")
"""What a section of the short form holds at most, and in which order."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands around the words: the file's name, its schema, language, clinic and brand.

    ``clinic`` and ``brand`` are the lines of those keys.
    """

    file: str
    schema: str
    language: str
    clinic: str
    brand: str
    source: str = ""


HEAD = """\
# yaml-language-server: $schema={schema}
#
# This file is the whole handout, made from {source}. Read it beside the original, then run:
#   {program} build {file}
#   {program} check {file}
#
# A line that starts with "#" is a note like this one. It is never printed.

"""
FOOT = """
# The closing box, with your phone number and a code that a phone camera can read.
contact: true

# Once a medical person has read the handout, switch these on and fill them in.
# reviewed: 2026-10-01          # the day of that review: year-month-day
# review_by: 2028-10-01         # the day to read it again
# sources:
#   - The name of the book or web page that the facts come from
"""


def written(article: Article, head: Head, marker: Marker) -> str:
    """Return the content file of an article; what its words lose is told by the marker."""
    lines = [f"title: {_one_line(article.title, marker)}"]
    if article.subtitle:
        lines.append(f"subtitle: {_one_line(article.subtitle, marker)}")
    lines += [f"language: {head.language}", "", head.clinic, "", head.brand, "", "sections:"]
    for part in article.parts:
        lines += [*_section(part, marker), ""]
    source, program = head.source or "a text", this_program()
    top = HEAD.format(schema=head.schema, source=source, file=head.file, program=program)
    return top + "\n".join(lines) + FOOT


def _one_line(words: str, marker: Marker) -> str:
    """Return a title or a heading, the clinic's phone in it as everywhere."""
    return _typed(marker.text([Run(words)]))


def _section(part: Part, marker: Marker) -> Iterator[str]:
    """Yield the lines of a section: in the short form if that holds it, else with `body`."""
    yield f"  - heading: {_one_line(part.heading, marker)}"
    if _is_short(part.blocks):
        yield from _short_form(part.blocks, marker)
        return
    yield "    body:"
    for block in part.blocks:
        yield from _block(block, marker)


# -------------------------------------------------------------- the short form


def _is_short(blocks: Sequence[Block]) -> bool:
    """Return whether blocks are paragraphs, then one list, then one paragraph, then a picture."""
    kinds = [block.kind for block in blocks if block.kind != "picture"]
    lists = [kind for kind in kinds if kind in ("bullets", "steps")]
    if set(kinds) - {"text", "bullets", "steps"} or len(lists) > 1 or not kinds:
        return False
    if any(block.start != 1 for block in blocks):
        return False
    after = kinds[kinds.index(lists[0]) + 1 :] if lists else []
    pictures = [at for at, block in enumerate(blocks) if block.kind == "picture"]
    return len(after) <= 1 and len(pictures) <= 1 and pictures in ([], [len(blocks) - 1])


def _short_form(blocks: Sequence[Block], marker: Marker) -> Iterator[str]:
    before: list[Block] = []
    closing = ""
    rows: list[str] = []
    picture: list[str] = []
    for block in blocks:
        if block.kind == "picture":
            picture = _picture(block, "    ", "image: ", marker)
        elif block.kind != "text":
            rows = [f"    {block.kind}:", *_items(block, "      ", marker)]
        elif rows:
            closing = marker.text(block.runs)
        else:
            before.append(block)
    if len(before) == 1:
        yield from _value("    ", "text: ", marker.text(before[0].runs))
    elif before:
        yield "    text:"
        for block in before:
            yield from _value("      ", "- ", marker.text(block.runs))
    yield from rows
    if closing:
        yield from _value("    ", "closing: ", closing)
    yield from picture


# ----------------------------------------------------------------- the body


def _block(block: Block, marker: Marker) -> Iterator[str]:
    if block.kind == "text":
        yield from _value("      ", "- ", marker.text(block.runs))
    elif block.kind == "quote":
        yield from _quote(block, marker)
    elif block.kind == "fill":
        labels = (in_quotes(marker.text(item.runs)) for item in block.items)
        yield f"      - fill: [{', '.join(labels)}]"
    elif block.kind == "table":
        yield from _table(block, marker)
    elif block.kind == "picture":
        yield from _picture(block, "      ", "- image: ", marker)
    else:
        yield f"      - {block.kind}:"
        yield from _items(block, "          ", marker)
        if block.start != 1 and block.kind == "steps":
            yield f"        start: {block.start}"


def _quote(block: Block, marker: Marker) -> Iterator[str]:
    if not block.by:
        yield from _value("      ", "- quote: ", marker.text(block.runs))
        return
    yield "      - quote:"
    yield from _value("          ", "text: ", marker.text(block.runs))
    yield from _value("          ", "by: ", marker.text(block.by))


def _items(block: Block, indent: str, marker: Marker) -> Iterator[str]:
    for item in block.items:
        words = marker.text(item.runs)
        if not item.items:
            yield from _value(indent, "- ", words)
            continue
        yield f"{indent}- {in_quotes(words)}:"
        for inner in item.items:
            yield from _value(f"{indent}    ", "- ", marker.text(inner))


def _table(block: Block, marker: Marker) -> Iterator[str]:
    """Yield a table; one that is too wide for a page as a list that names the columns."""
    rows = [[marker.text(cell, plain=at == 0) for cell in row] for at, row in enumerate(block.rows)]
    heads, *body = rows
    if len(heads) > MOST_COLUMNS:
        what = f"a table of {len(heads)} columns is now a list that names them"
        marker.told.append(Told(what, " ".join(heads), block.line, False))
        yield "      - bullets:"
        for row in body:
            yield from _value("          ", "- ", _row(heads, row))
        return
    if "" in heads:
        marker.told.append(Told(NO_HEAD, " ".join(heads), block.line, False))
    yield "      - table:"
    yield f"          columns: [{', '.join(in_quotes(head or '–') for head in heads)}]"
    yield "          rows:"
    for row in body:
        yield f"            - [{', '.join(map(in_quotes, row))}]"


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    """Return a row in one line: each head with its cell, where there is one."""
    pairs = ((head, cell) for head, cell in zip(heads, row, strict=True) if cell)
    return "; ".join(f"{head}: {cell}" if head else cell for head, cell in pairs)


def _picture(block: Block, indent: str, key: str, marker: Marker) -> list[str]:
    """Return the lines that name a picture, switched off until its file lies beside this one."""
    assert block.picture is not None
    picture = block.picture
    named = f"{picture.name} {picture.alt}".strip()
    marker.told.append(Told(PICTURE, named, picture.line, False))
    alt = in_quotes(" ".join(picture.alt.split()) or "what the picture shows")
    under = f", caption: {in_quotes(picture.caption)}" if picture.caption else ""
    return [f"{indent}# {key}{{file: {in_quotes(picture.name)}, alt: {alt}{under}}}"]


# ------------------------------------------------------------------ values


def _typed(words: str) -> str:
    """Return a text as YAML has it; curly quotes around all of it stay, as they are printed."""
    return in_quotes(words) if uncurled(words) else typed(words)


def _value(indent: str, key: str, words: str) -> Iterator[str]:
    """Yield a text behind its key: on one line, or folded where that changes nothing."""
    if len(indent) + len(key) + len(words) <= WIDTH:
        yield f"{indent}{key}{_typed(words)}"
        return
    inner = f"{indent}  "
    lines = textwrap.wrap(words, WIDTH - len(inner), break_long_words=False, break_on_hyphens=False)
    if any(line[0] in "#|" or sign_of(line) for line in lines[1:]) or "  " in words:
        yield f"{indent}{key}{in_quotes(words)}"
        return
    yield f"{indent}{key}>-"
    yield from (f"{inner}{line}" for line in lines)
