"""What no parser may see in a text, replaced and told: controls, tabs, special spaces, orders."""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure.language.messages import short
from brochure.model import Fix, Problem
from brochure.reading.encoding import LINE_END

SHOWN = 20
"""How many faults of one kind are listed; a spoiled file would fill the screen."""


_CONTROL_BYTES = bytes([*range(9), *range(14, 32), 127])


_PASTED_ENDS = "\v\f\x85\u2028\u2029"


_HARD_SPACES = "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"


def clean(text: str, file: str) -> tuple[str, list[Problem]]:
    """Return the text that every parser reads alike, and what had to be replaced in it.

    Lines and columns stay as they are: each unwanted character becomes one space.
    """
    text, problems = _without_controls(text, file)
    if "%" in text:
        text, found = _without_directives(text, file)
        problems += found
    if "\t" in text:
        text = _mended_indents(text, "\t", file, _TAB, problems)
    if any(map(text.__contains__, _HARD_SPACES)):
        text = _mended_indents(text, _HARD_SPACES, file, _HARD_SPACE, problems)
        text = _mended_marks(text, file, problems)
    text = text.replace("\t", " ")
    if not text.isascii() or "\v" in text or "\f" in text:
        text = _with_plain_line_ends(text.replace("\ufeff", "\u2060"))
    return text, problems


def _with_plain_line_ends(text: str) -> str:
    """Return the text with line ends that were pasted amid a line kept from the parser."""
    if any(map(text.__contains__, _PASTED_ENDS)):
        text = "\n".join(_kept_ends(line) for line in text.split("\n"))
    return text


def _kept_ends(line: str) -> str:
    """Return a line whose pasted ends are LINE_END between words, and spaces elsewhere."""
    for end in _PASTED_ENDS:
        while end in line:
            before, _, after = line.partition(end)
            amid = before.rstrip()[-1:] not in ("", ":", "-", ",", "[", "{") and after.strip()
            line = f"{before}{LINE_END if amid else ' '}{after}"
    return line


_TAB = (
    "this line is indented with a tab; YAML allows only spaces",
    "Delete the empty room at the start of the line and type spaces instead.",
)


_HARD_SPACE = (
    "this line starts with a special space, pasted from Word or a web page",
    "Delete the empty room at the start of the line and type ordinary spaces.",
)


def _without_controls(text: str, file: str) -> tuple[str, list[Problem]]:
    data = text.encode()
    clean_ascii = len(data.translate(None, _CONTROL_BYTES)) == len(data)
    if clean_ascii and (text.isascii() or not any(map(text.__contains__, _RARE))):
        return text, []
    table = dict.fromkeys((*_CONTROL_BYTES, *map(ord, _RARE)), " ")
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        found = (column for column, char in enumerate(line, 1) if ord(char) in table)
        for column in found:
            if len(problems) == SHOWN:
                break
            problems.append(_control(file, number, column, line[column - 1]))
    return text.translate(table), problems


_RARE = (
    "".join(map(chr, [*range(0x80, 0x85), *range(0x86, 0xA0)])) + f"\ufffe\uffff\ufffd{LINE_END}"
)


def _without_directives(text: str, file: str) -> tuple[str, list[Problem]]:
    lines = text.split("\n")
    rows = [row for row, line in enumerate(lines) if line.startswith("%")]
    for row in rows:
        lines[row] = ""
    message = "a line that starts with % is an order to the YAML parser, which is not needed"
    hint = "Delete the line, or put the text in quotes."
    found = [Problem(file, row + 1, 1, "error", message, hint) for row in rows[:SHOWN]]
    return "\n".join(lines), found


def _control(file: str, line: int, column: int, char: str) -> Problem:
    what = f"a control character (U+{ord(char):04X}) stands here; it cannot be printed"
    if char == "\ufffd":
        what = "a letter was lost here (U+FFFD) when the text was saved or pasted"
    return Problem(
        file,
        line,
        column,
        "error",
        what,
        "Delete the characters around this place and type them again.",
    )


def _mended_indents(
    text: str, wanted: str, file: str, words: tuple[str, str], problems: list[Problem]
) -> str:
    """Return the text with plain spaces where its lines begin; each such line is noted."""
    lines = text.split("\n")
    blanks = " \t" + _HARD_SPACES
    told = 0
    for row, line in enumerate(lines):
        body = line.lstrip(" ")
        if not (body[:1] and body[0] in wanted and body.strip()):
            continue
        lead = len(line) - len(line.lstrip(blanks))
        room = lead if wanted != "\t" else _room(lines, row, line[lead:], line[:lead])
        lines[row] = " " * room + line[lead:]
        told += 1
        if told <= SHOWN:
            hint = f"{words[1]} Start it in column {room + 1}, with {room} spaces before it."
            fix = Fix(row + 1, 1, row + 1, lead + 1, " " * room, sure=True)
            column = len(line) - len(body) + 1
            problems.append(Problem(file, row + 1, column, "error", words[0], hint, fix=fix))
    return "\n".join(lines)


def _room(lines: list[str], row: int, body: str, lead: str) -> int:
    """Return the spaces that a line indented by tabs needs, as the lines around it have them."""
    above = next((lines[at] for at in range(row - 1, -1, -1) if lines[at].strip()), "")
    below = next((line for line in lines[row + 1 :] if line.strip()), "")
    dash = body.startswith("- ")
    for line in (above, below):
        if dash and line.lstrip().startswith("- ") and line[:1] != "\t":
            return len(line) - len(line.lstrip())
    indent = len(above) - len(above.lstrip(" -"))
    if above.rstrip().endswith(":"):
        return indent + 2
    return min(indent, max(lead.count("\t") * 2, 0)) if indent else 0


_MARK = (  # compiled where a file has such a space
    rf"^( *(?:- +)*(?:-|[^\W\d][\w-]{{0,30}}:))[{_HARD_SPACES}]\s*(?=\S)"
)


def _mended_marks(text: str, file: str, problems: list[Problem]) -> str:
    """Return the text with plain spaces behind dashes and keys; each such line is noted."""
    lines = text.split("\n")
    for row, line in enumerate(lines):
        found = compiled(_MARK).match(line)
        while found:
            mark, end = found[1], found.end()
            what = "dash" if mark.endswith("-") else "colon"
            message = f"a special space, pasted from Word or a web page, stands behind the {what}"
            after = f"{mark.lstrip()} {line[end:].strip()}"
            hint = f"Type an ordinary space there: `{short(after)}`"
            fix = Fix(row + 1, len(mark) + 1, row + 1, end + 1, " ", sure=True)
            if len(problems) < SHOWN:
                problems.append(
                    Problem(file, row + 1, len(mark) + 1, "error", message, hint, fix=fix)
                )
            line = lines[row] = f"{mark}{' ' * (end - len(mark))}{line[end:]}"
            found = compiled(_MARK).match(line)
    return "\n".join(lines)


_IDLE_AT_HEAD = "\u00ad\u200b\u200e\u200f\u2060\ufeff"


def with_plain_heads(text: str) -> str:
    """Return the text without signs that draw nothing where YAML counts columns."""
    if text.isascii() or not any(map(text.__contains__, _IDLE_AT_HEAD)):
        return text
    return "\n".join(_with_plain_head(line) for line in text.split("\n"))


def _with_plain_head(line: str) -> str:
    body = line.lstrip(" -" + _IDLE_AT_HEAD)
    head = line[: len(line) - len(body)]
    return "".join(char for char in head if char not in _IDLE_AT_HEAD) + body
