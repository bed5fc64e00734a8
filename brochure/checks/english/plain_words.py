"""Plain words for medical terms and for stiff words, and where a text explains a term.

A medical term may stay if the text says what it means where it first stands; a stiff
word should go; a name is neither. The table is `vocabulary.txt`, beside this. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from brochure.remember import remember

Kind = Literal["names", "medical", "stiff"]
"""The sections of the table: names keep their parts from being judged."""

TABLE = Path(__file__).with_name("vocabulary.txt")

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST = 6
_REACH = 600  # characters to either side in which an explanation is looked for
_EXPLAINED_AFTER = re.compile(
    r"\s*(?:(?:[\w-]+\s+){0,2}\((?![\d,\s]*\))[^)]*[a-z]"  # term (plain words)
    r"|,?\s*(?:[-–—:]|also called|also known as|or\b)"
    r"|(?:\s+[\w-]+){1,2},\s*(?:which|that is|meaning)\b"
    r"|,?\s+(?:such as|including|like)\b[^.;:]*,\s+[a-z]"  # terms, such as this one, do that
    r"|,\s*(?:which|who|that is|meaning|called|known as|a|an|the|one|this|these|when|where"
    r"|two|three|most)\b"
    r"|\s(?:\w+\s+)?(?:is|are|was|means?|refers? to|stands? for|happens?|occurs?|comes? on"
    r"|involves?|uses?|makes?|helps?|lasts?|prevents?|slow|causes?|teaches)\b(?!\s+not\b))",
    re.IGNORECASE,
)
_EXPLAINED_BEFORE = re.compile(
    r"(?:\(\s*(?:also\s+)?(?:[\w,’'-]+\s+){0,4}"
    r"|\b(?:called|known as|named|termed|means?|meaning|that is|i\.e\."
    r"|the (?:medical )?(?:word|term|name)[\w ]* is)"
    r"[,:]?\s+[“\"]?(?:an?\s+|the\s+)?(?:\w+\s+){0,2}[“\"]?"
    r"|[,–—]\s*or\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
_EXPLAINED_NEXT = re.compile(
    r"[^.!?]*[.!?:]+[”\"’)]*\s+(?:(?:this|these|it|they|such|those)\b(?:\s+[\w-]+){0,4}?\s+"
    r"(?:is|are|means?|happens?|stands?|makes?|let|lets|helps?|uses?)\b)",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"(?:\s+[\w-]+){1,2}:\s")  # an entry of a list: "Edema stage: it means ..."
_SENTENCE_EDGE = re.compile(r"[.!?][”\"’)]*\s")


class Term(NamedTuple):
    """A word or phrase of the table: its plain words, and the sentences that it holds in."""

    form: str
    plain: str
    kind: Kind
    near: frozenset[str] = frozenset()  # one of these must stand in the sentence, if any are given
    not_near: frozenset[str] = frozenset()  # none of these may

    @property
    def medical(self) -> bool:
        """Whether explaining the term will do; a stiff word should go."""
        return self.kind == "medical"

    def holds_in(self, sentence: str) -> bool:
        """Return whether the term has this meaning among the words of a sentence."""
        words = set(re.findall(r"[^\W\d_]+", sentence.lower()))
        return not words & self.not_near and (not self.near or bool(words & self.near))


class Use(NamedTuple):
    """A term as it stands in a text: from ``start`` to ``stop``."""

    term: Term
    start: int
    stop: int


@remember(1)
def table() -> dict[str, Term]:
    """Return every form of every term, in lower case, with what to say instead."""
    return {term.form: term for term in terms(TABLE.read_text("utf-8"))}


@remember(4096)
def uses(text: str) -> tuple[Use, ...]:
    """Return the terms of the table that a text uses, the longest where two start together."""
    tokens = list(_TOKEN.finditer(text))
    lowered = [token.group().lower().replace("’", "'").removesuffix("'s") for token in tokens]
    found, at = [], 0
    while at < len(tokens):
        length = _longest(lowered, at) if lowered[at] in _first_words() else 0
        if length:
            term = table()[" ".join(lowered[at : at + length])]
            use = Use(term, tokens[at].start(), tokens[at + length - 1].end())
            if term.kind != "names" and _holds(text, use):
                found.append(use)
        at += length or 1
    return tuple(found)


def explained(text: str, start: int, stop: int, plain: str = "") -> bool:
    """Return whether a text says what its words from ``start`` to ``stop`` mean.

    Signs of it: brackets, "called", "or", "which is", "X is ...", "This is ..." in the
    next sentence, or the words of ``plain`` in the same one (CDC Index 7, PEMAT 4).
    """
    before, after = text[max(0, start - _REACH) : start], text[stop : stop + _REACH]
    return bool(
        _EXPLAINED_AFTER.match(after)
        or _EXPLAINED_BEFORE.search(before)
        or _EXPLAINED_NEXT.match(after)
        or (start == 0 and _ENTRY.match(after))
        or _defined_next(after, text[start:stop])
        or _says(_sentence_around(before, after), plain)
    )


def terms(text: str) -> Iterator[Term]:
    """Yield a term for each form of each line of a table; see the head of `vocabulary.txt`."""
    kind: Kind = "names"
    for line in text.splitlines():
        if line.startswith("["):
            kind = _KINDS[line]
        elif line and not line.startswith("#"):
            forms, plain, where = [*line.split(" | "), "", ""][:3]
            for form in forms.split(" / "):
                for each in _inflected(form):
                    yield Term(each, plain, kind, *_context(where))


_KINDS: dict[str, Kind] = {"[names]": "names", "[medical]": "medical", "[stiff]": "stiff"}


def _context(where: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that a line needs near it, and those that switch it off."""
    kind, _, words = where.partition(": ")
    found = frozenset(words.split())
    return (frozenset(), found) if kind == "not near" else (found, frozenset())


def _inflected(form: str) -> list[str]:
    """Return a form with its plural ("+") or with its -s, -ed and -ing ("~")."""
    stem, mark, rest = _split_mark(form)
    if mark == "+":
        return [stem, _with_s(stem)]
    if mark == "~":
        root = stem.removesuffix("e")
        past = f"{stem[:-1]}ied" if _ends_in_y(stem) else f"{root}ed"
        return [each + rest for each in (stem, _with_s(stem), past, f"{root}ing")]
    return [form]


def _split_mark(form: str) -> tuple[str, str, str]:
    """Return the word before the mark, the mark, and what follows ("adhere", "~", " to")."""
    mark = next((mark for mark in "+~" if mark in form), "")
    return form.partition(mark) if mark else (form, "", "")


def _with_s(word: str) -> str:
    """Return the plural of a noun, or the third person of a verb."""
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    """Return whether a word ends in y after a consonant."""
    return word.endswith("y") and word[-2:-1] not in "aeiou"


@remember(1)
def _first_words() -> frozenset[str]:
    """Return the words that a form of the table can start with."""
    return frozenset(form.split(" ", 1)[0] for form in table())


def _longest(lowered: list[str], at: int) -> int:
    """Return how many words the longest form that starts here has, 0 if none does."""
    lengths = range(min(_LONGEST, len(lowered) - at), 0, -1)
    return next((n for n in lengths if " ".join(lowered[at : at + n]) in table()), 0)


def _defined_next(after: str, words: str) -> bool:
    """Return whether a later sentence of the text opens with the term and says what it is."""
    opening = rf"[.!?][”\"’)]*\s+(?:an?\s+|the\s+)?{re.escape(words)}s?\s+(?:is|are|means?|can)\b"
    return re.search(opening, after, re.IGNORECASE) is not None


def _holds(text: str, use: Use) -> bool:
    """Return whether a term has the meaning of its line in the sentence that it stands in."""
    if not (use.term.near or use.term.not_near):
        return True
    before, after = text[max(0, use.start - _REACH) : use.start], text[use.stop : use.stop + _REACH]
    return use.term.holds_in(_sentence_around(before, after))


def _sentence_around(before: str, after: str) -> str:
    """Return the sentence that lies about a place, the words of the place left out."""
    start = _SENTENCE_EDGE.split(before)[-1]
    return start + " " + _SENTENCE_EDGE.split(after, maxsplit=1)[0]


def _says(sentence: str, plain: str) -> bool:
    """Return whether a sentence has one of the telling words of the plain words."""
    stems = {word[:5] for word in re.findall(r"[a-z]{5,}", plain.lower())} - _COMMON_STEMS
    return any(word[:5] in stems for word in re.findall(r"[a-z]{4,}", sentence.lower()))


_COMMON_STEMS = frozenset({"medic", "surge", "docto", "small", "other", "illne", "cance", "disea"})
