"""Lines in the wrong column, and lines that lost their dash or their colon."""

from __future__ import annotations

import re

from brochure.language.messages import short
from brochure.reading.hints import NEW_ENTRY, with_dash
from brochure.reading.list_signs import sign_of
from brochure.reading.schema import HANDOUT, Field
from brochure.reading.yaml_case import Case, Trap

_KEY = re.compile(r"(?P<lead> *(?:- +)?)(?P<key>[a-z_]{2,30}):(?: |$)")


def bare_line(case: Case) -> Trap | None:
    """Return the trap if the line above the error lacks its colon."""
    above = case.previous()
    if above >= 0 and ":" not in case.lines[above]:
        bare = case.lines[above].lstrip(" -")
        at = len(case.lines[above]) - len(bare)
        word, dash = bare.strip(), "- " if "-" in case.lines[above][:at] else ""
        key, _, rest = word.partition(" ")
        rest = rest.lstrip("=-–— ")
        typed = f"{dash}{key}: {rest}" if rest else f"{dash}{word}:"
        hint = f"Type `{short(typed)}` if `{short(key)}` is a key; else join it to its text."
        return case.trap(above, at, f"`{short(word)}` has no colon behind it", hint)
    return None


def indent(case: Case, row: int, lead: int) -> Trap:
    """Return the trap of a line that stands in the wrong column, with the right one if known."""
    message = "this line does not start in the same column as the lines it belongs with"
    above = _sibling(case, row)
    if above < 0:
        above = _neighbour(case, row)
    if above < 0:
        hint = "Line up the keys of one section below each other, with spaces only."
        return case.trap(row, lead, message, hint)
    entry = case.lines[above]
    column = len(entry) - len(entry.lstrip(" -"))
    words = f"`{short(entry.strip(' -'))}`"
    if key := _KEY.match(entry):
        words = f"`{key['key']}:`"
    if case.lines[row].lstrip().startswith("- ") and entry.lstrip().startswith("- "):
        column = len(entry) - len(entry.lstrip())
    hint = (
        f"Start it in column {column + 1}, below {words} of line {above + 1},"
        " if they belong together."
    )
    text = " " * column + case.lines[row].lstrip() if column != lead else None
    return case.trap(row, lead, message, hint, text)


def _sibling(case: Case, row: int) -> int:
    """Return the row above with a key of the same mapping as the key in a row, or -1."""
    found = _KEY.match(case.lines[row])
    if not found:
        return -1
    groups = [names for names in _groups(HANDOUT) if found["key"] in names]
    for above in range(row - 1, -1, -1):
        other = _KEY.match(case.lines[above])
        if other and any(other["key"] in names for names in groups):
            return above
        if other and not other["lead"] and not groups:
            return -1
    return -1


def _groups(fields: tuple[Field, ...]) -> list[set[str]]:
    """Return the keys of each mapping of the content file."""
    own = [{field.name for field in fields}]
    return own + [names for field in fields if field.fields for names in _groups(field.fields)]


def _neighbour(case: Case, row: int) -> int:
    above = row - 1
    while above >= 0 and not NEW_ENTRY.match(case.lines[above]):
        above -= 1
    return above


def wrong_indent(case: Case) -> Trap | None:
    """Return the trap of a line that ends what it should belong to."""
    if "<document start>" in case.said and (trap := bare_line(case)):
        return trap
    if not any(part in case.said for part in ("<block end>", "<document start>", "node content")):
        return None
    line = case.lines[case.row]
    return indent(case, case.row, len(line) - len(line.lstrip()))


def no_colon(case: Case) -> Trap | None:
    """Return the trap of a line that is neither a key nor a list item: its dash may be gone."""
    if "could not find expected" not in case.said:
        return None
    row = case.context_row
    line = case.lines[row]
    lead = len(line) - len(line.lstrip())
    word = short(line.strip())
    message = f"`{word}` is neither a key with a colon nor a list item"
    if found := _without_colon(line):
        shown = short(found.partition(" #")[0].strip())
        hint = f"Type a colon behind `{line.split()[0]}`: `{shown}`"
        return case.trap(row, lead, message, hint, found)
    above = row - 1
    while above >= 0 and not case.lines[above].strip():
        above -= 1
    if above >= 0 and case.lines[above].startswith(" " * lead + "- "):
        sign = sign_of(line[lead:])
        words = sign.words if sign else line[lead:]
        hint = f"Type the dash of its list: `- {short(words.strip())}`"
        if sign:
            message, hint = with_dash(line.strip())
        return case.trap(row, lead, message, hint, f"{line[:lead]}- {words}")
    hint = "Type `key: text` or `- text`; a text that goes on starts further right than its key."
    return case.trap(row, lead, message, hint)


def _without_colon(line: str) -> str:
    """Return a line with the colon of its key; "" if it does not begin with a key and words."""
    from brochure.reading.strange_keys import KEYS

    lead = len(line) - len(line.lstrip())
    key, _, words = line[lead:].partition(" ")
    return f"{line[:lead]}{key}: {words.lstrip('=-–— ')}".rstrip() if key in KEYS else ""
