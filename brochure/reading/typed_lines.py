"""The lines of a text as they were typed: paragraphs, lists, tables and staff notes in them.

A text is set as running lines. What its line ends or columns meant would be lost, so it is found
here, and shown as it should be typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.language.messages import in_quotes, typed
from brochure.reading.encoding import LINE_END
from brochure.reading.list_signs import Sign, dotted, in_one_count, sign_of
from brochure.reading.schema import MOST_COLUMNS
from brochure.reading.yaml_nodes import Scalar


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text: its row in the file (0-based), where its words begin, and the words."""

    row: int
    column: int
    words: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines with no blank one between them."""

    lines: tuple[Line, ...]

    @property
    def words(self) -> str:
        """The lines as one text."""
        return "\n".join(line.words for line in self.lines)


@dataclass(slots=True)
class Part:
    """A paragraph of a text, or a list that was typed into it: ``key`` is its own, or empty."""

    key: str
    texts: list[str]
    start: int = 1


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list that was typed into a text: where it begins, its first sign, and all of the text."""

    line: Line
    sign: str
    parts: tuple[Part, ...]

    @property
    def list(self) -> Part | None:
        """The list of a text that the short form can say: one, with a paragraph at most below."""
        keys = [part.key for part in self.parts]
        at = next(number for number, key in enumerate(keys) if key)
        short = not any(keys[at + 1 :]) and len(keys) - at < 3
        short = short and self.parts[at].key in ("bullets", "steps")
        return self.parts[at] if short and self.parts[at].start == 1 else None


def paragraphs_of(node: Scalar, rows: Sequence[str]) -> list[Paragraph]:
    """Return the paragraphs of a text of several lines; ``rows`` are the lines of its file."""
    found: list[list[Line]] = [[]]
    for line in _lines(node, rows):
        if line.words:
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [Paragraph(tuple(lines)) for lines in found if lines]


def _lines(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    """Yield the lines of a text, blank ones with no words."""
    if node.style in ("|", ">"):
        yield from _of_block(node, rows)
    elif node.style and node.end_line > node.line and "\\" in _source(node, rows):
        for words in node.text.split("\n"):  # the parser has joined the lines of a paragraph
            yield from (Line(node.line - 1, node.column - 1, part) for part in ("", words.strip()))
    elif node.end_line == node.line:
        for words in node.text.replace(LINE_END, "\n").split("\n"):
            yield Line(node.line - 1, node.column - 1, words.strip())
    else:
        yield from _of_plain(node, rows)


def _of_block(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    indent = -1
    for row in range(node.line, min(node.end_line, len(rows))):
        line = rows[row]
        words = line.strip()
        column = len(line) - len(line.lstrip())
        if words and indent < 0:
            indent = column
        if words and column < indent:
            return
        yield Line(row, column, words)


def _source(node: Scalar, rows: Sequence[str]) -> str:
    """Return the lines that a text stands in."""
    return "\n".join(rows[node.line - 1 : node.end_line])


def _of_plain(node: Scalar, rows: Sequence[str]) -> Iterator[Line]:
    for row in range(node.line - 1, min(node.end_line, len(rows))):
        first, last = row == node.line - 1, row == node.end_line - 1
        line = rows[row][: node.end_column - 1] if last else rows[row]
        start = node.column - 1 if first else len(line) - len(line.lstrip())
        words = line[start:].strip()
        if node.style:
            words = words[1:] if first else words
            words = (words[:-1] if last else words).replace(node.style * 2, node.style)
        yield Line(row, start, words.strip())


# ------------------------------------------------------------------- lists


def list_in(paragraphs: Sequence[Paragraph]) -> TypedList | None:
    """Return the list that is typed into a text; None if there is none.

    One dot is a list; a dash may be one of a sentence, a number the end of one.
    """
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    for line in lines:
        before, items = dotted(line.words)
        if items:
            parts = [Part("", [before])] if before else []
            return TypedList(line, "•", (*parts, Part("bullets", items)))
    signs = in_one_count([sign_of(line.words) for line in lines])
    starts = {paragraph.lines[0] for paragraph in paragraphs}
    kinds = {kind for kind in KEYS if _is_list(kind, lines, signs, starts)}
    signs = [sign if sign and sign.kind in kinds else None for sign in signs]
    first = next((number for number, sign in enumerate(signs) if sign), None)
    if first is None:
        return None
    sign = signs[first]
    assert sign is not None
    return TypedList(lines[first], sign.mark, tuple(_parts(lines, signs, starts)))


KEYS = {
    "dot": "bullets",
    "box": "checklist",
    "number": "steps",
    "alpha": "steps",
    "roman": "steps",
    "dash": "bullets",
}
"""The key of a list by the kind of its signs."""


def _is_list(kind: str, lines: list[Line], signs: list[Sign | None], starts: set[Line]) -> bool:
    """Return whether the signs of a kind are those of a list; counts may begin again at 1."""
    places = [at for at, sign in enumerate(signs) if sign and sign.kind == kind]
    if not places or kind in ("dot", "box"):
        return bool(places)
    if KEYS[kind] == "steps":
        counts = [sign.number for at in places if (sign := signs[at])]
        goes_on = [b == a + 1 for a, b in pairwise(counts)]
        return any(goes_on) and all(on or b == 1 for on, b in zip(goes_on, counts[1:], strict=True))
    if len(places) > 1:
        return True
    at = places[0]
    sign = signs[at]
    ended = lines[at] in starts or lines[at - 1].words.rstrip("\"'”’)")[-1:] in ":.!?;"
    return sign is not None and (ended or sign.words[:1].isupper())


def _parts(lines: list[Line], signs: list[Sign | None], starts: set[Line]) -> list[Part]:
    """Return the lines as paragraphs and lists; a line without a sign goes on with what is above.

    It begins a paragraph behind a blank line, and where it leads to a list with its colon.
    """
    parts: list[Part] = []
    for at, (line, sign) in enumerate(zip(lines, signs, strict=True)):
        last = parts[-1] if parts else Part("", [])
        leads = line.words.endswith(":") and at + 1 < len(lines) and bool(signs[at + 1])
        if sign:
            key = KEYS[sign.kind]
            if last.key != key or (key == "steps" and sign.number == 1):
                parts.append(Part(key, [], sign.number if key == "steps" else 1))
            parts[-1].texts.append(sign.words)
        elif line in starts or not last.texts or (last.key and leads):
            parts.append(Part("", [line.words]))
        else:
            last.texts[-1] += f" {line.words}"
    return parts


LISTS = ("sources", "must_say", "topics")
"""Keys whose texts are items of a list."""


def list_hint(found: TypedList, key: str) -> str:
    """Return what to type in place of a list in the text of a key; of a list item without one."""
    if key == "body":
        return "\n".join(["Type each as an item of `body:`:", *body_lines(found, "")])
    if key in ("text", "closing"):
        where = f"`{found.list.key}:`, a key of the section" if found.list else "`body:`, in order"
        return f"Type the list under {where}:\n" + "\n".join(list_lines(found, ""))
    lines = [f"- {typed(item)}" for part in found.parts if part.key for item in part.texts]
    where = f"as an item of `{key}:`" if key in LISTS else "in a list of the section"
    return f"Type each item on a line of its own {where}:\n" + "\n".join(lines)


def list_lines(found: TypedList, indent: str) -> list[str]:
    """Return the lines of a section that say the same with keys."""
    listed = found.list
    if listed is None:
        return [f"{indent}body:", *body_lines(found, f"{indent}  ")]
    at = found.parts.index(listed)
    before, after = found.parts[:at], found.parts[at + 1 :]
    lines = [f"{indent}  - {typed(part.texts[0])}" for part in before]
    if len(before) == 1:
        lines = [f"{indent}text: {typed(before[0].texts[0])}"]
    elif before:
        lines.insert(0, f"{indent}text:")
    lines.append(f"{indent}{listed.key}:")
    lines += [f"{indent}  - {typed(item)}" for item in listed.texts]
    return lines + [f"{indent}closing: {typed(part.texts[0])}" for part in after]


def body_lines(found: TypedList, indent: str) -> list[str]:
    """Return the items of a `body:` that say the same."""
    lines: list[str] = []
    for part in found.parts:
        if part.key:
            lines.append(f"{indent}- {part.key}:")
            lines += [f"{indent}    - {typed(item)}" for item in part.texts]
            lines += [f"{indent}  start: {part.start}"] if part.start > 1 else []
        else:
            lines.append(f"{indent}- {typed(part.texts[0])}")
    return lines


# ------------------------------------------------------------------ tables

_GAP = r"\t[\t ]*| +\t[\t ]*|(?<![.!?:;]) {2,}| {3,}"
_PIPE = r"\s*\|\s*"
_RULE = r"[\s|:+=-]*"


def columns_in(lines: Sequence[Line], listed: bool) -> list[list[str]] | None:
    """Return the cells of the table in a text; a gap behind a list's sign parts no columns."""
    table = table_in(lines)
    if table is None or not listed:
        return table
    return table if table_in([past_sign(line) for line in lines]) else None


def past_sign(line: Line) -> Line:
    """Return a line without the list sign that it begins with."""
    sign = sign_of(line.words)
    if sign is None:
        return line
    return Line(line.row, line.column + len(line.words) - len(sign.words), sign.words)


def table_in(lines: Sequence[Line]) -> list[list[str]] | None:
    """Return the cells of a table that is set with tabs, bars or spaces; None if there is none."""
    if sum("|" in line.words[1:] for line in lines) > 1:
        piped = [line.words for line in lines if "|" in line.words]
        rows = [
            compiled(_PIPE).split(words.strip("| "))
            for words in piped
            if not compiled(_RULE).fullmatch(words)
        ]
    elif sum("\t" in line.words for line in lines) > 1 or _aligned(lines):
        rows = [cells for line in lines if len(cells := compiled(_GAP).split(line.words)) > 1]
    else:
        rows = []
    return rows or None


def _aligned(lines: Sequence[Line]) -> bool:
    """Return whether two lines have a gap of two spaces or more that ends at a like column."""
    seen: set[int] = set()
    for line in lines:
        if "  " not in line.words and "\t" not in line.words:
            continue  # no gap, told without compiling what finds them
        gaps = list(compiled(_GAP).finditer(line.words))
        here = {line.column + gap.end() for gap in gaps}
        here |= {line.column + gap.start() for gap in gaps[1:]}
        here |= {line.column + len(line.words)} if gaps else set()
        if any({at - 1, at, at + 1} & seen for at in here):
            return True
        seen |= here
    return False


AS_TABLE = "Type it as a table:"


def table_hint(rows: list[list[str]]) -> str:
    """Return what to type in place of a table that is typed as text."""
    first = AS_TABLE if _is_table(rows) else "Make it bullets, one line a row:"
    return "\n".join([first, *table_lines(rows, "")])


def table_item(rows: list[list[str]], indent: str) -> list[str]:
    """Return a body's item with the table; what has no room as one, as bullets."""
    if _is_table(rows):
        return [indent + row[2:] for row in table_lines(rows, "")[1:]]
    first, *texts = table_lines(rows, "")
    return [f"{indent}- {first}", *(f"{indent}  {row}" for row in texts)]


def table_lines(rows: list[list[str]], indent: str) -> list[str]:
    """Return a section's `body:` with the table; what has no room as one, as bullets."""
    if not _is_table(rows):
        texts = [", ".join(row) for row in rows]
        return [f"{indent}bullets:", *(f"{indent}  - {typed(text)}" for text in texts)]
    head, *body = [f"[{', '.join(map(cell, row))}]" for row in rows]
    lead = f"{indent}  - table:", f"{indent}      columns: {head}", f"{indent}      rows:"
    return [f"{indent}body:", *lead, *(f"{indent}        - {row}" for row in body)]


def _is_table(rows: list[list[str]]) -> bool:
    """Return whether rows are those of a table: two to five columns, a head with words in each."""
    head, *body = rows
    like = bool(body) and all(len(row) == len(head) for row in body)
    return like and 2 <= len(head) <= MOST_COLUMNS and all(head)


def cell(words: str) -> str:
    """Return the words of a cell as they are typed in brackets."""
    plain = typed(words) if words else '""'
    return in_quotes(words) if plain == words and set(words) & set(",[]{}") else plain


# ------------------------------------------------------------------- notes


def notes_in(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that were meant as notes to the staff: they begin with a hash."""
    return [line for line in lines if compiled(r"#\s|#+\s(?=[a-z])").match(line.words)]
