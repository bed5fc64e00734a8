"""A clinic's own fixed words: for each language the words that it wants otherwise, or lacks."""

from __future__ import annotations

from string import Formatter

from brochure.language.fixed_words import ENGLISH
from brochure.language.messages import short
from brochure.reading.field_reader import Reader
from brochure.reading.schema import Field
from brochure.reading.validators import check_language
from brochure.reading.yaml_nodes import Mapping, Node, Scalar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.content import OwnPhrases

MONTHS = 12
KEYS = tuple(
    Field(name, "phrase", f"In English: {getattr(ENGLISH, name)}", example=getattr(ENGLISH, name))
    for name in ENGLISH.__match_args__
)
"""A field for each fixed word."""


def own_phrases(reader: Reader, node: Node, field: Field) -> OwnPhrases | None:
    """Return the words of each language, by its tag in small letters."""
    if not isinstance(node, Mapping):
        hint = "Type the language, and below it, indented, the words: `pl:` and `call: Zadzwoń {}`"
        reader.say(node, f"`{field.name}` takes languages with their words", hint)
        return None
    found = []
    for tag, words in node.pairs:
        fault = check_language(tag.text)
        if fault:
            reader.say(tag, f"`{short(tag.text)}` is no language", fault[1])
            continue
        read = reader.mapping(words, KEYS, f"`{tag.text}`") or {}
        found.append((tag.text.lower(), tuple(read.items())))
    return tuple(found)


def phrase(reader: Reader, node: Node, field: Field) -> str | None:
    """Return one fixed word, if its blanks are those that the program fills in."""
    text = reader.plain(node, field.name) if isinstance(node, Scalar) else reader.text(node, "")
    if text is None:
        return None
    words = text.plain
    if field.name == "months" and words.count("|") != MONTHS - 1:
        hint = f"Type them from January on, with | between them: {field.example}"
        reader.say(node, "`months` takes twelve names", hint)
        return None
    if _blanks(words) != _blanks(field.example):
        wanted = "".join(_blanks(field.example))
        what = f"needs its blanks {wanted}" if wanted else "is typed without braces"
        reader.say(node, f"`{field.name}` {what}", f"In English: {field.example}")
        return None
    return words


def _blanks(words: str) -> list[str]:
    """Return a template's blanks in order of the alphabet; "{" where its braces do not match."""
    try:
        names = sorted(name for _, name, _, _ in Formatter().parse(words) if name is not None)
    except ValueError:
        return ["{"]
    return [f"{{{name}}}" for name in names]
