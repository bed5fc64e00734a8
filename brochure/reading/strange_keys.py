"""A key that its place does not know: what was meant, or where it belongs and is typed how.

Loaded only after a fault.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from brochure.reading.hints import TYPED_WHOLE
from brochure.reading.schema import HANDOUT

SURE, NEAR, HOME_NEAR = 0.84, 0.6, 0.8
"""How like a known key a word is: surely meant, probably meant, and meant at another place."""

_BODY = "Type it as an item of the section's `body:`"
ELSEWHERE = {
    **dict.fromkeys(
        ("table", "tables", "rows", "columns", "grid", "schedule"),
        f"{_BODY}: `- table:`, with `columns:` and `rows:`, each row a list.",
    ),
    **dict.fromkeys(
        ("paragraph", "paragraphs", "content", "contents", "words", "description"),
        "Type it under `text:`.",
    ),
    **dict.fromkeys(("list", "items", "points"), "Type it under `bullets:` or `steps:`."),
    **dict.fromkeys(
        ("checklist", "checkboxes", "checks", "todo"), f"{_BODY}: `- checklist:`, its items below."
    ),
    **dict.fromkeys(
        ("fill", "blank", "blanks", "fill_in", "fields"),
        f"{_BODY}: `- fill: [Next visit, Your nurse]`",
    ),
    **dict.fromkeys(
        ("tip", "hint", "note", "advice"), f"{_BODY}, such as `- tip: Bring a friend.`"
    ),
    **dict.fromkeys(
        ("quote", "testimonial"), f"{_BODY}, such as `- quote: I was home the same day.`"
    ),
    **dict.fromkeys(
        ("urgent", "warning", "alert", "danger", "red_flag", "red_flags"),
        "Type `emphasis: urgent`, or `emphasis: emergency` where to call an ambulance.",
    ),
    **dict.fromkeys(("emergency", "call_911"), "Type `emphasis: emergency`."),
    **dict.fromkeys(
        ("key", "key_message", "important", "highlight", "summary"), "Type `emphasis: key`."
    ),
    **dict.fromkeys(("title", "header", "subheading"), "Type it under `heading:`."),
    **dict.fromkeys(("picture", "photo", "images"), "Type `image:` with `file:` and `alt:` below."),
}
"""Where to put what has no key of its own in a section."""

OF_BLOCKS = {
    "`table`": {
        **dict.fromkeys(("header", "head", "heads", "headers", "heading"), "columns"),
        **dict.fromkeys(("cols", "column", "titles", "headings"), "columns"),
        **dict.fromkeys(("row", "data", "cells", "lines", "values", "body"), "rows"),
    },
    "`quote`": {
        **dict.fromkeys(("words", "quote", "said", "what"), "text"),
        **dict.fromkeys(("author", "who", "name", "from", "source", "person"), "by"),
    },
}
"""The keys of blocks, and what other words stand for them."""
IN_BLOCKS = {
    ("`table`", "caption"): "Type it as a text of its own above the table, an item of `body:`.",
    ("`table`", "title"): "Type it as a text of its own above the table, an item of `body:`.",
    ("`bullets`", "start"): "Only `steps:` have numbers: type `steps:` in place of `bullets:`.",
    ("`checklist`", "start"): "Only `steps:` have numbers; delete it.",
    ("`quote`", "by"): "Type both below `quote:`, indented: `text:` and `by:`.",
    ("`fill`", "unit"): "Type the unit with the label, such as `- fill: [Weight (kg)]`",
    ("`fill`", "lines"): "Type a label for each line: `- fill: [Next visit, Your nurse]`",
}
"""What to type for a key that a block does not take."""

AT_THE_EDGE = {
    **{field.name: field.name for field in HANDOUT if not field.required},
    **dict.fromkeys(("disclaimer", "legal", "small_print"), "footer"),
    **dict.fromkeys(("version", "form", "form_number", "document", "edition"), "code"),
    **dict.fromkeys(("source", "references"), "sources"),
    **dict.fromkeys(("date", "updated", "last_reviewed"), "reviewed"),
}
"""The keys of the whole handout, and what other words stand for them."""

HOMES = {inner.name: f"`{outer.name}`" for outer in reversed(HANDOUT) for inner in outer.fields}
"""Under which key of the content file a key belongs."""
KEYS = frozenset([*HOMES, *(field.name for field in HANDOUT)])
"""The keys of a content file, wherever they stand."""


def told(typed: str, line: str, names: list[str], place: str) -> tuple[str, str]:
    """Return the key of ``names`` that a word is meant for, "" if none, and what to type.

    ``line`` is the one that it stands in, ``place`` what takes these names.
    """
    word = typed.strip().lower()[:40].replace(" ", "_")
    if found := near(word, names, SURE):
        return found, f"Did you mean `{found}`?"
    meant = OF_BLOCKS.get(place, {}).get(word, "")
    if meant in names:
        return meant, f"Did you mean `{meant}`?"
    if (place, word) in IN_BLOCKS:
        return "", IN_BLOCKS[place, word]
    if (meant := AT_THE_EDGE.get(word, "")) in names:
        return (
            meant,
            f"Did you mean `{meant}`? It stands at the left edge, outside of every section.",
        )
    section = place == "this section"
    if section and word in ELSEWHERE:
        return "", ELSEWHERE[word]
    if home := _home(word, line, names, place):
        return "", home
    if found := near(word, names, NEAR):
        return found, f"Did you mean `{found}`?"
    other = near(word, [*HOMES, *AT_THE_EDGE], HOME_NEAR)
    hint = _home(other, line, names, place) or ELSEWHERE.get(word, "")
    return "", hint or f"Known here: {', '.join(names)}."


def near(word: str, names: Iterable[str], least: float) -> str:
    """Return the name that a word is most like, by `difflib` at least so much; "" if none."""
    return next(iter(get_close_matches(word, names, 1, least)), "")


def _home(word: str, line: str, names: list[str], place: str) -> str:
    """Return where a key of another place belongs, and how it is typed there; "" if none has it."""
    key, value = AT_THE_EDGE.get(word, ""), line.partition(":")[2].rstrip()
    of_keys = key in HOMES and value and value.lstrip()[0] != "{"  # a text where keys belong
    if key and key not in names and not of_keys:
        typed = f"{key}:{value}"
        below = " with the lines below it, " if typed.endswith(":") else " "
        shown = typed if len(typed) <= TYPED_WHOLE else f"{key}: ..."
        return f"Type it{below}below the last section, at the left edge: `{shown}`"
    home = HOMES.get(word, "")
    if home and home != place:
        return f"It belongs under {home}: indent it to stand below the keys there."
    return ""
