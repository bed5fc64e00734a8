"""Where a text says what one of its terms means: brackets, "called", "or", "X is a ...".

Asked for by CDC Clear Communication Index 7 and PEMAT-P 4. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.english.plain_words import sentence_around
from brochure.checks.patterns import pattern

_REACH = 600  # characters to either side in which an explanation is looked for
_NEAR = 70  # characters in which a word of the plain words counts as one about the term
_LINKING = (
    r"(?!(?:to|and|or|of|from|with|for|in|on|by|at|as|than|not|is|are|can|may|that|which|who|you"
    r"|your)\b)"
)
_MORE = rf"(?:\s+{_LINKING}[a-z][\w-]+)"  # a word that belongs to the term: "edema stage"
_BRACKET = pattern(rf"{_MORE}{{0,2}}\s*\(([^()]*)\)")
_NO_MEANING = pattern(
    r"\s*(?:when|if|as|see|and|but|not|unless|where|especially|usually|often|sometimes|optional"
    r"|only|about|for|e\.g|at|by|from|until|before|after|once|each|every|more|less|over|under"
    r"|up to)\b",
    re.IGNORECASE,
)
_AFTER = pattern(
    r"\s*(?:\s[-–—]\s|[–—]|:)\s*(?!(?:help|call|do|don['’]t|if|they|you|people|get|see|ask|take|keep"
    r"|stay|go|tell|make|try|never|always|use|and|but|so|he|she|we|place|put|move|let)\b)\w"
    r"|,?\s*(?:also (?:called|known as)\b)"
    rf"|{_MORE}{{1,2}},\s*(?:which|that is|meaning)\b"
    r"|,?\s+(?:such as|including|like)\b[^.;:]*,\s+[a-z]"  # terms, such as this one, do that
    r"|,\s*(?:which|who|that is|meaning|called|known as|an?|the|one|this|these|when|where"
    r"|two|three|most)\b"
    rf"|{_MORE}?\s+(?:means?|refers? to|stands? for|happens? when|occurs? when|involves?"
    r"|uses?|makes?|lasts?(?! longer| more| for)|prevents?|slows?|causes?|teach(?:es)?"
    r"|helps? (?:with|to|you|your|the)"
    r"|treats?|relieves?|eases?|lowers?|widens?|thins?|blocks?|stops?|kills?|shows?|measures?"
    r"|checks?|looks?|removes?|calms?)\b(?!\s+not\b)",
    re.IGNORECASE,
)
_IS = pattern(
    rf"{_MORE}?\s+(?:is|are|was|were)\s+(?!(?:(?:not|very|also|often|usually|more|most|less|so|only"
    r"|still|always|never|now|sometimes)\s+)*(?:not|common|rare|treated|used|caused|likely"
    r"|given|done"
    r"|made|found|needed|bad|good|worse|better|here|there|possible|normal|serious|severe|safe|over"
    r"|linked|seen|due|in|on|at|\w{3,}ed|high|low|higher|lower|abnormal|fine|full|empty|sore|mild"
    r"|acute|chronic|dry|wet|clear|important|key|dangerous|painful|ready|available|harmful|helpful"
    r"|useful|necessary|essential|next|weak|strong|gone|present|torn|raised|red|tender|to|for|on"
    r"|too|quite|when you|under|above|below|between|within|from|of|with)\b)[a-z]",
    re.IGNORECASE,
)
_SUBJECT = pattern(
    r"^\W*(?:(?:an?|the|your|this|these|having|most|some|any|every)\s+)?"
    r"(?:(?!\w+(?:ing|s)\b)[\w-]+\s+)?$",
    re.IGNORECASE,
)
_BEFORE = pattern(
    r"(?:\bfits?(?:/|,? or )|\(\s*(?:also\s+)?(?:[\w,’'-]+\s+){0,4}"
    r"|[.!?]\s+(?:that|this|it)(?:['’]s| is)\s+(?:an?\s+)?"
    r"|\b(?:what|which|(?:we|doctors|people|some)(?: \w+)?|is|that['’]s) "
    r"(?:(?:we|doctors|people)\s+)?"
    r"call(?:s|ed)?(?:\s+(?:this|it|that|these))?\s+(?:an?\s+|the\s+)?[“\"]?"
    r"|\b(?:called|known as|referred to as|named|termed|means?|meaning|that is|i\.e\.|stands? for"
    r"|the (?:medical )?(?:word|term|name)[\w ]* is)"
    r"[,:]?\s+[“\"]?(?:an?\s+|the\s+)?(?:\w+\s+){0,2}[“\"]?)$",
    re.IGNORECASE,
)
_OR_BEFORE = pattern(r"([^.;:!?]*)(?:[,–—]|--|\s-)\s*or\s+(?:\w+\s+)?$", re.IGNORECASE)
_OR_AFTER = pattern(r",\s*or\s+[^,.;:()]{3,50}(?:[,.;:)]|$)", re.IGNORECASE)
_NEXT = pattern(
    r"[^.!?]*[.!?:]+[”\"’)]*\s+(?:(?:this|these|it|they|such|those)\b"
    r"(?:\s+(?!(?:can|may|might|could|should|must|will|not)\b)[\w-]+){0,4}?\s+"
    r"(?:is|are|means?|happens?|stands?|makes?|let|lets|helps?|uses?)\b)",
    re.IGNORECASE,
)
_ENTRY = pattern(r"(?:\s+[\w-]+){0,2}[:.]\s+\w")  # of a list: "Edema stage: it means ..."
_FOR = pattern(
    rf"{_MORE}?\s+(?:that|which)\s+[a-z]"
    rf"|{_MORE}?\s+(?:used )?(?:to [a-z]+|for \w+ing)\s+(?:the|your|a|an|any)\b"
)
_EXAMPLE = pattern(rf"{_MORE}?,?\s+(?:such as|like)\s+(?:[\w-]+ ){{0,2}}\(?[A-Z][a-z]+")
"""A brand that the reader has at home: "an antacid such as Tums"."""
_LETTERS = pattern(r"\s*\(([A-Z]{2,6})\)")
_A_BEFORE = pattern(r"\b(?:an?|these|those)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_COMMON_STEMS = frozenset({"medic", "surge", "docto", "small", "other", "illne", "cance", "disea"})


def explained(text: str, start: int, stop: int, plain: str = "") -> bool:
    """Return whether a text says what its words from ``start`` to ``stop`` mean.

    Signs of it: a bracket with plain words, "called", ", or ...,", "which is", "X is a ...", "an X
    that ...",
    "This is ..." in the next sentence, or a word of ``plain`` near the term.
    """
    before, after = text[max(0, start - _REACH) : start], text[stop : stop + _REACH]
    term = text[start:stop]
    letters = _LETTERS.match(after)
    return bool(
        _says(sentence_around(before[-_NEAR:], after[:_NEAR]), plain)
        or _in_bracket(after, term)
        or _AFTER.match(after)
        or (letters and re.search(rf"\b{letters[1]} (?:is|are|means) (?:an?|the)\b", after))
        or _BEFORE.search(before)
        or _EXAMPLE.match(after)
        or _by_or(before, after)
        or (_A_BEFORE.search(before) and _FOR.match(after))
        or _is_something(before, after)
        or _NEXT.match(after)
        or (not before.strip('“"(') and _ENTRY.match(after))
        or _defined_next(after, term)
    )


def _in_bracket(after: str, term: str) -> bool:
    """Return whether a bracket behind the term holds plain words, and not the term again."""
    found = _BRACKET.match(after) if "(" in after else None
    if not found or _NO_MEANING.match(found[1]):
        return False
    own = {*pattern(r"\w+").findall(term.lower()), "or", "the", "and", "for", "with"}
    if " or " in found[1] and re.match(rf"{re.escape(term)}\b", found[1], re.IGNORECASE):
        return False  # "implants of saline (saline or silicone)"
    return any(word not in own for word in pattern(r"\b[a-z]{3,}\b").findall(found[1]))


def _by_or(before: str, after: str) -> bool:
    """Return whether "fluid in the feet, or edema" tells the meaning, and is no list."""
    other = _OR_BEFORE.search(before) if " or " in before[-40:] else None
    if other and "," not in other[1][-60:]:
        return True
    if " or " not in after:
        return False
    listed = pattern(r",\s*(?:\w+\s+){0,3}$").search(before)
    return not listed and bool(_OR_AFTER.match(after))


def _is_something(before: str, after: str) -> bool:
    """Return whether the term is what its sentence is about, and the sentence says what it is."""
    sentence = pattern(r"[.!?;:][”\"’)]*\s").split(before)[-1]
    return bool(_SUBJECT.match(sentence) and _IS.match(after))


_OPENS = pattern(r"([.!?][”\"’)]*\s+)(?:an?\s+|the\s+)?", re.IGNORECASE)
"""Where a sentence opens: without its article, and with it."""


def _defined_next(after: str, words: str) -> bool:
    """Return whether a later sentence of the text opens with the term and says what it is."""
    if words.lower() not in after.lower():
        return False
    return any(_IS.match(after, end) or _AFTER.match(after, end) for end in _opened(after, words))


def _opened(text: str, words: str) -> Iterator[int]:
    """Yield where words end that open a sentence of a text, an article before them or not."""
    small, wanted = text.lower(), words.lower()
    for found in _OPENS.finditer(text):
        for start in sorted({found.end(), found.end(1)}):
            end = start + len(wanted)
            if small.startswith(wanted, start):
                end += small.startswith("s", end)
                if text[end : end + 1].isspace():
                    yield end


def _says(near: str, plain: str) -> bool:
    """Return whether the words near a term have one of the telling words of the plain words."""
    stems = {word[:5] for word in pattern(r"[a-z]{5,}").findall(plain.lower())} - _COMMON_STEMS
    return any(word[:5] in stems for word in pattern(r"[a-z]{4,}").findall(near.lower()))
