"""Misspelled words, names of drugs and tests among them, and British words in American texts.

A word is told only if it is in no list and near a word that it was meant to be: one edit from a
common word, or from a word that the text itself uses more often. So a name is left alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from brochure._startup.records import dataclass
from brochure.checks import word_lists
from brochure.checks.edits import close, distance, one_edit, within
from brochure.checks.english import plain_words
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

_WORD = pattern(r"(?<![\w@./#’'-])[^\W\d_]+(?:[-'’][^\W\d_]+)*(?![\w@/]|\.\w)")
_PART = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_UNREAD = frozenset({"source", "clinic", "email"})
_SHORTEST, _LONG, _LONG_NAME, _LONGEST = 4, 9, 8, 40
_PREFIX = pattern(
    r"(?:non|pre|post|anti|re|un|over|under|multi|mini|self|co|sub|semi|micro|tele|inter|intra"
    r"|extra|ultra|bio|neuro|cardio|gastro|osteo|hyper|hypo|mis|out|super|immuno|radio|electro"
    r"|photo|physio|psycho|dermato|thermo|hydro|peri|para|trans|mid|dis)(?=\w{4})"
)
_SPECIES = pattern(
    r"\b(?:[A-Z]\. |[A-Z][a-z]{3,}(?:us|a|um|is|ella|bacter) )"
    r"(?P<kind>[a-z]{3,}(?:ae|[^aeiou]us|um|ensis|ans|i)\b|(?<=\. )[a-z]{4,})"
)
"""The second word of a germ's or a plant's Latin name: "S. haematobium"."""
Counts = Mapping[str, int]
"""How often a text has each of its words."""
_BRITISH = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IN", "SG", "HK", "MT"})
_EITHER = frozenset({"CA"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text and where it starts."""

    passage: Passage
    word: str
    start: int
    small: str  # in small letters, without 's
    judged: bool  # whether its capitals tell that it is no name


def spelling(view: View) -> Iterator[Finding]:
    """Find misspelled words."""
    yield from misspelled(view)


def misspelled(view: View) -> tuple[Finding, ...]:
    """Return what is misspelled: of this rule, and of no other."""
    if "spelling" not in view.kept:
        view.kept["spelling"] = tuple(slips(view))
    return view.kept["spelling"]


def slips(view: View) -> Iterator[Finding]:
    """Yield words in no list and one edit from a common or a repeated one; each once."""
    counts = _Counts(view)
    own = _own_words(view)
    tokens = tuple(_doubtful(view))
    named = {token.small for token in tokens if token.word[0].isupper() and not token.judged}
    judged: set[tuple[str, bool]] = set()
    told: set[str] = set()
    for token in tokens:
        word = token.small
        if word in told or word in own or (word, token.judged) in judged:
            continue
        judged.add((word, token.judged))
        if token.judged and token.word[0].isupper() and word in named:
            continue  # it begins a sentence here, and has its capital elsewhere, too
        meant = _MEANT[view.language](token, counts)
        if meant:
            told.add(word)
            yield _finding(token, meant, f"“{token.word}” looks misspelled", "did you mean “{}”?")


class _Counts(dict[str, int]):
    """How often a text has each word, counted when it is first asked for."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self._view: View | None = view

    def __missing__(self, word: str) -> int:
        if self._view:
            self.update(Counter(token.small for token in _tokens(self._view)))
            self._view = None
        return self.get(word, 0)


def _doubtful(view: View) -> Iterator[Token]:
    """Yield the words of a text that no list of common ones lets pass, in their order."""
    if not view.english:
        yield from _tokens(view)
        return
    doubtful = frozenset(filter(_may_be_wrong, view.words))
    for passage in view.numbered_by(view.index.with_words(doubtful)):
        if passage.role not in _UNREAD:
            yield from (token for token in _words(passage) if token.small in doubtful)


@remember(16_384)
def _may_be_wrong(word: str) -> bool:
    """Return whether a word of an English text is to be looked at: see `_meant`."""
    long = _SHORTEST <= len(word) <= _LONGEST
    if word in word_lists.english_slips():
        return True
    return long and word.isascii() and not word_lists.is_common(word)


def _english(token: Token, counts: Counts) -> str:
    """Return what a word of an English text was meant to be."""
    return _meant(token, counts) if token.small.isascii() else ""


def _spanish(token: Token, counts: Counts) -> str:
    """Return what a word of a Spanish text was meant to be; one with a capital may be a name."""
    from brochure.checks.spanish import spelling as words

    name = token.word[0].isupper() and word_lists.is_name(token.small)
    judged = token.judged and "'" not in token.small and not name
    meant = words.meant(token.small) if judged else ""
    return meant if counts[token.small] < words.MANY else ""


_MEANT = {"en": _english, "es": _spanish}
"""How each language with a list of words tells what was meant."""


def other_spelling(view: View) -> Iterator[Finding]:
    """Find British words in an American text and the other way round; once each."""
    region = view.region
    if region in _EITHER:
        return
    british = region in _BRITISH
    if not _may_be_foreign(view, british=british):
        return
    told: set[str] = set()
    for token in _tokens(view):
        if not token.judged or token.small in told:
            continue
        write = _here(token.small, british=british)
        if write:
            told.add(token.small)
            kind, here = ("American", "British") if british else ("British", "American")
            message = f"“{token.word}” is {kind} spelling, and the text is in {here} English"
            yield _finding(token, write, message, "write “{}”")


def _may_be_foreign(view: View, *, british: bool) -> bool:
    """Return whether a text has a word that another country spells otherwise."""
    if not view.words.isdisjoint(word_lists.one_country(british=not british)):
        return True
    if british:
        return False
    own = view.words.isdisjoint(word_lists.only_british())
    return not own or word_lists.may_be_british(view.small)


def _here(word: str, *, british: bool) -> str:
    """Return how a country spells a word that it spells otherwise; empty if it does not."""
    pair = word_lists.variants().get(word)
    if pair:
        return pair[british] if word != pair[british] else ""
    if british:
        return ""
    only = word_lists.only_british().get(word, "")
    american = word_lists.american_of(word)
    return only or (american if american != word else "")


def _finding(token: Token, meant: str, message: str, hint: str) -> Finding:
    """Return a finding with the word to put instead, its capital kept."""
    if token.word[0].isupper():
        meant = meant[0].upper() + meant[1:]
    bare = token.word[: len(token.small)]
    return Finding(
        message, hint.format(meant), token.passage.text, bare, token.start, instead=meant
    )


def _tokens(view: View) -> tuple[Token, ...]:
    """Return the words of the handout's own texts, those in another language left out."""
    read = (passage for passage in view.passages if passage.role not in _UNREAD)
    return tuple(token for passage in read for token in _words(passage))


@remember(1024)
def _words(passage: Passage) -> tuple[Token, ...]:
    """Return the words of one text, the parts of a compound each by itself."""
    opens = {sentence.start for sentence in passage.sentences}
    others = foreign(passage) + [found.span("kind") for found in _SPECIES.finditer(passage.plain)]
    tokens: list[Token] = []
    for found in _WORD.finditer(passage.plain):
        at = found.start()
        if any(a <= at < b for a, b in others):
            continue
        first = bool(opens & {at, at - 1})
        for part in _PART.finditer(found.group()):
            word = part.group()
            small = word.lower().replace("’", "'").removesuffix("'s")
            alone = first and not part.start() and part.end() == len(found.group())
            judged = word.islower() or (alone and word[1:].islower())
            tokens.append(Token(passage, word, at + part.start(), small, judged))
    return tuple(tokens)


def foreign(passage: Passage) -> list[tuple[int, int]]:
    """Return where a text is in another language, or is the address of a link."""
    at, found = 0, []
    for span in passage.text.spans:
        if span.lang:
            found.append((at, at + len(span.text)))
        at += len(span.text)
    return found


def _own_words(view: View) -> frozenset[str]:
    """Return the words of the clinic's names and of the reasons under ``allow``: all are right."""
    own = [p.plain for p in view.passages if p.role in ("clinic", "source")]
    own += [reason for _, reason in view.handout.allow]
    words = _PART.findall(" ".join(own).lower().replace("’", "'"))
    return frozenset(word.removesuffix("'s") for word in words)


def _meant(token: Token, counts: Counts) -> str:
    """Return the word that a misspelled one was meant to be; empty if it may be right."""
    word = token.small
    slips = word_lists.english_slips()
    if word in slips and token.judged:
        return slips[word]
    if not _SHORTEST <= len(word) <= _LONGEST or "'" in word or token.word.isupper():
        return ""
    if word_lists.is_common(word):
        return ""
    plural = f"{word[:-2]}ies" if pattern("[^aeiou]ys$").search(word) and token.judged else ""
    if plural and word_lists.is_known(plural) and not word_lists.is_known(word):
        return plural
    if _is_right(word):
        return ""
    capital = token.word[0].isupper()
    if capital and word_lists.is_name(word):
        return ""
    if day := _near_day(word):
        return day
    drug = _near_drug(word)
    if drug or not token.judged:
        return drug or _other_name(word, counts)
    near = _repeated(word, counts) or _near_common(word, counts, one=capital)
    return near or _near_medical(word)


@remember(8192)
def _is_right(word: str) -> bool:
    """Return whether a word, or what it is made of, is in a list or in the vocabulary."""
    forms = {word, *(word.removesuffix(end) for end in ("s", "es"))}
    forms.add(word.replace("ae", "e").replace("oe", "e"))  # "hypercalcaemia"
    if word.endswith("ies"):
        forms.add(word[:-3] + "y")
    if word.endswith("y"):
        forms.add(word[:-1] + "ies")  # "panties" is listed, and "panty" is not
    if word.endswith("scope"):
        forms.add(f"{word[:-1]}y")  # "colonoscope"
    if word.endswith("ic"):
        forms |= {word[:-2] + end for end in ("ia", "y", "is", "e")}  # "neutropenic"
    forms |= {_PREFIX.sub("", form, count=1) for form in forms} | {f"{word}s"}
    return any(plain_words.has_word(form) or word_lists.is_known(form) for form in forms)


@remember(8192)
def _near_day(word: str) -> str:
    """Return the day or month that a word with a capital was meant to be: "Wensday"."""
    near = within(word, word_lists.CALENDAR, 2 if len(word) >= _SURE else 1)
    near = [day for day in near if day[0] == word[0] and day[-3:] == word[-3:]]
    return near[0].capitalize() if near else ""


@remember(8192)
def _near_drug(word: str) -> str:
    """Return the medicine that a word is nearly the name of."""
    if len(word) < 6:
        return ""
    near = within(word, word_lists.drugs(), 2 if len(word) >= _LONG_NAME else 1)
    near = [name for name in near if len(name) >= 6]
    return min(near, key=lambda name: distance(word, name, 2), default="")


@remember(8192)
def _near_medical(word: str) -> str:
    """Return the word of medicine that is one edit away."""
    words = [w for w in (*word_lists.medical(), *plain_words.single_words()) if len(w) > 5]
    near = within(word, words, 1)
    if not near and len(word) >= _LONG:
        near = [each for each in within(word, words, 2) if _has_letters_of(each, word)]
    return next(iter(near), "")


def _has_letters_of(word: str, shorter: str) -> bool:
    """Return whether a word has the letters of a shorter one in order: "gestional"."""
    letters = iter(word)
    return all(letter in letters for letter in shorter)


_SURE, _SURE_CAPITAL = 6, 8
"""The letters of a word that is mended unasked, and of one with a capital, which may be a name."""


def is_sure(finding: Finding) -> bool:
    """Return whether a misspelled word can have been meant as one word only.

    That is the one right word an edit away, or the one of the same letters, changed or doubled.
    """
    word, meant = finding.words.lower(), (finding.instead or "").lower()
    if meant == word_lists.english_slips().get(word):
        return bool(meant)
    if len(word) < (_SURE if finding.words.islower() else _SURE_CAPITAL) or not word.isascii():
        return False
    near = {other for other in one_edit(word) if _is_right(other)}
    return near == {meant} or {other for other in near if close(word, other)} == {meant}


def _repeated(word: str, counts: Counts) -> str:
    """Return the word of the text that is one edit away and stands there more often."""
    if len(word) < 5:
        return ""
    least = max(1, counts[word])
    near = sorted({w for w in one_edit(word) if counts[w] > least and len(w) > 4})
    return next((w for w in near if w[0] == word[0] and not _same_stem(w, word)), "")


def _other_name(word: str, counts: Counts) -> str:
    """Return the name that one with a capital was meant to be: "Squeezy" is no "squeeze"."""
    meant = _repeated(word, counts)
    return "" if word_lists.is_common(meant) else meant


def _same_stem(one: str, other: str) -> bool:
    """Return whether two words differ by an ending alone."""
    ends = ("s", "d", "e", "a", "o", "n", "r", "y", "i")
    return any(one == other + end or other == one + end for end in ends)


def _near_common(word: str, counts: Counts, *, one: bool) -> str:
    """Return the common word that is one edit away, two for a long word; the likeliest.

    ``one`` is for a word with a capital, which may be a name.
    """
    every = dict.fromkeys(one_edit(word))
    near = [w for w in every if w in word_lists.common() and len(w) > 2]
    if not near and not one:
        near = [w for w in every if len(w) > _SURE and word_lists.is_familiar(w)]
    if not near and len(word) >= _LONG and not one:
        near = within(word, word_lists.common(), 2)
    near = [w for w in near if "'" not in w]
    return min(near, key=lambda w: (-counts[w], w[0] != word[0], not close(w, word)), default="")
