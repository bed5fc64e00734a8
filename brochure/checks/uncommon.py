"""A rule about words that few readers know and no table holds: told together, as a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks import spelling, word_lists
from brochure.checks.english import plain_words
from brochure.checks.english.explained import explained
from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.checks.places import places_of
from brochure.remember import remember

_WORD = pattern(
    r"(?:(?<![\w@./’'-])[a-z]"
    r"|(?:^|(?<=[.!?] ))(?<!Dr\. )(?<!M[rs]\. )(?<!rs\. )(?<!St\. )"
    r"[A-Z](?=[a-z]+ [a-z]))[a-z]{5,40}(?![\w@’'/-]|\.\w)"
)
_SHOWN, _SHORTEST = 12, 5
_PREFIX = pattern(r"^(?:un|re|anti|non|over|under|micro|mini|multi|pre|mis|dis|out|self)")
_SHORT_PARTS = frozenset(
    "air arm bed big car day ear eye gum hip ice leg lip sea sun tea toe".split()
)
_KNOWN_ENDS = ("s", "es", "ed", "ing", "ly", "er", "ers", "d", "ness", "able", "y")


def uncommon_words(view: View) -> Iterator[Finding]:
    """Find the words that are in no list of common ones, nor in the tables; one hint for all."""
    found: dict[str, tuple[object, int]] = {}
    told: set[str] = set()
    slips = {slip.words.lower() for slip in spelling.misspelled(view)}
    rare = frozenset(word for word in view.words if _may_be_rare(word))
    for passage in view.body_with(rare):
        taken = [(use.start, use.stop) for use in plain_words.uses(passage.plain)]
        taken += spelling.foreign(passage)
        for word in _WORD.finditer(passage.plain):
            small = word.group().lower()
            if small in told:
                continue
            inside = any(a <= word.start() < b for a, b in taken)
            if (
                inside
                or small in slips
                or (small != word.group() and word_lists.is_name(small))
                or _is_everyday(small)
                or _is_product(passage.plain, word)
                or _is_told(passage.plain, word)
                or _is_told_elsewhere(view, small, may_begin=small == word.group())
            ):
                told.add(small)
                continue
            if _is_hard(small):
                found.setdefault(word.group(), (passage.text, word.start()))
    if found:
        words = list(found)
        where, start = found[words[0]]
        shown = ", ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
        count = f"{len(words)} words" if len(words) > 1 else "one word"
        message = f"{count} that few readers know: {shown}"
        hint = "take a simpler word, or say in brackets what it means"
        yield Finding(message, hint, where, words[0], start)  # type: ignore[arg-type]


@remember(16_384)
def _may_be_rare(word: str) -> bool:
    """Return whether a word is long enough to be told, and no common one."""
    return len(word) > _SHORTEST and not word_lists.is_common(word)


def _is_told_elsewhere(view: View, word: str, *, may_begin: bool) -> bool:
    """Return whether another text says what a word means, or begins with it, if that counts."""
    uses = ((p.plain, start) for p in view.body for start in places_of(word, p.plain))
    return any(
        (may_begin and plain[start].isupper()) or explained(plain, start, start + len(word))
        for plain, start in uses
    )


def _is_everyday(word: str) -> bool:
    """Return whether a word, or what it is formed from, is common, a medicine or in a table."""
    if word_lists.is_familiar(word) or word in word_lists.daily():
        return True
    american = word.replace("ae", "e").replace("oe", "e")
    if (
        word_lists.is_drug(word)
        or any(map(plain_words.has_word, (word, american)))
        or word_lists.is_name(word)
    ):
        return True
    stems = {word, *(word.removesuffix(end) for end in _KNOWN_ENDS)}
    stems |= {f"{stem}e" for stem in stems} | {f"{word[:-3]}y"}
    stems |= {_PREFIX.sub("", stem) for stem in stems}
    known = (stem for stem in stems if len(stem) > 3)
    return any(word_lists.is_common(s) or s in word_lists.daily() for s in known) or _is_two(word)


def _is_two(word: str) -> bool:
    """Return whether a word is two common ones: "stomachache", "earplugs"."""
    last = len(word) - (2 if word[-3:] in _SHORT_PARTS else 3)
    cuts = range(3 if word[:3] in _SHORT_PARTS else 4, last)
    return any(word_lists.is_common(word[:n]) and word_lists.is_common(word[n:]) for n in cuts)


_SHAPE = pattern(
    r"(?:itis|osis|a?emia|oma|ectomy|oscopy|ostomy|otomy|plasty|pathy|algia|uria|pn(?:oe|e)a|phagia"
    r"|rrh(?:oe|e)a|graphy|metry|lysis|penia|plegia|trophy|cytes?|genic|geusia|opia|praxia|lexia|flex(?:ion)?"
    r"|tion|ation|ivity|ectasia|stasis|kinesia|esthesia|aesthesia)$"
    r"|^(?:plantar|dorsi|supra|infra|retro|peri|hyper|hypo|dys|endo|myo|cardio|osteo|ha?emo|nephr|hepat|gastro|immuno|cyto|angio|arthr"
    r"|bronch|chole|crani|encephal|erythr|fibro|histo|laryng|lymph|myel|pneum|thromb|vaso)"
)
"""What words of medicine are built of."""


def _is_hard(word: str) -> bool:
    """Return whether a word is one of rare use, or built as those of medicine: no name, no food."""
    return word_lists.is_known(word) or bool(_SHAPE.search(word))


_BEHIND = pattern(r" (?:\([A-Z]|\d)|[^.(]{0,12}\d ?%")
_AHEAD = pattern(
    r"(?:\b(?:contain(?:s|ing)?|ingredients?|polyethylene|sodium|potassium)\b[^.]{0,40}|\d ?%) ?$"
)


def _is_product(text: str, word: re.Match[str]) -> bool:
    """Return whether a word is what a package says: before its brand, its strength, its parts."""
    start = max(0, word.start() - 60)
    return bool(_BEHIND.match(text, word.end()) or _AHEAD.search(text[start : word.start()]))


def _is_told(text: str, word: re.Match[str]) -> bool:
    """Return whether a word is explained, or is one of those that letters stand for."""
    if explained(text, word.start(), word.end()):
        return True
    return bool(pattern(r"[\w ]{0,40}\([A-Z]{2,6}s?\)").match(text[word.end() :])) or bool(
        pattern(r"[A-Z]{2,6} ?\([\w ]{0,40}$").search(text[: word.start()])
    )
