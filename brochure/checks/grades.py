"""How hard a text is to read in languages other than English, by each language's own formula.

es  Fernández Huerta (1959), and Szigriszt (1993) with the steps of INFLESZ (Barrio-Cantalejo,
    2008), where 55 is normal
fr  Kandel and Moles (1958); 60 is normal
pt  Flesch for Portuguese (Martins and others, 1996); 50 is normal
de  LIX (Björnsson, 1968) and the first Wiener Sachtextformel (Bamberger and Vanecek, 1984), a grade
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from brochure._startup.records import dataclass
from brochure.checks.english.readability import sentences, words
from brochure.checks.patterns import pattern

_VOWELS = {
    "es": pattern(r"[iuü]?[aeoáéíóú][iuy]?(?![aeoáéíóú])|[aeoáéó]|[iuü]+|[íú]|y\b", re.IGNORECASE),
    "pt": pattern(r"[aeiouáâãàéêíóôõú]{1,2}", re.IGNORECASE),
    "fr": pattern(r"[aeiouyàâéèêëîïôöùûüœæ]+", re.IGNORECASE),
    "de": pattern(r"(?:ei|ai|au|äu|eu|ie|[aeiouyäöü])", re.IGNORECASE),
}
_MUTE_E = pattern(r"(?<=[^\Waeiouyéèê\d])(?:es?|ent)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ease:
    """What a formula says of a text: figures in words, and whether it is too hard."""

    figures: str
    hard: bool
    wanted: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of."""

    words: int
    sentences: int
    syllables: int
    long: int  # words of more than six letters
    many: int  # of three syllables or more
    one: int  # of one syllable


def ease(units: Sequence[str], language: str) -> Ease | None:
    """Return how easy a text is in its language; None for other languages and tiny texts."""
    formula = _FORMULAS.get(language)
    counts = _count(units, language) if formula else None
    return formula(counts) if formula and counts and counts.words >= _ENOUGH else None


def syllables(word: str, language: str) -> int:
    """Return the syllables of a word of Spanish, Portuguese, French or German, by its vowels."""
    bare = _MUTE_E.sub("", word) if language == "fr" and len(word) > 3 else word
    return max(1, len(_VOWELS[language].findall(bare)))


_ENOUGH = 30


def _count(units: Sequence[str], language: str) -> Counts:
    """Return the counts of a text, each paragraph or item one unit; figures are one syllable."""
    split = [words(sentence) for unit in units for sentence in sentences(unit)]
    tokens = [word for sentence in split for word in sentence]
    spoken = [1 if any(map(str.isdigit, w)) else syllables(w, language) for w in tokens]
    return Counts(
        len(tokens),
        len(split),
        sum(spoken),
        sum(len(word) > 6 for word in tokens),
        sum(count > 2 for count in spoken),
        spoken.count(1),
    )


_INFLESZ = (
    (80, "very easy"),
    (65, "rather easy"),
    (55, "normal"),
    (40, "rather hard"),
    (-999, "very hard"),
)


def _spanish(c: Counts) -> Ease:
    """Return two eases: 206.84 - 60 syllables a word - 1.02 words a sentence, and Szigriszt's.

    That is 206.835 - 62.3 syllables a word - words a sentence, which the steps are made for.
    """
    spoken, length = c.syllables / c.words, c.words / c.sentences
    score = 206.84 - 60 * spoken - 1.02 * length
    inflesz = 206.835 - 62.3 * spoken - length
    step = next(name for least, name in _INFLESZ if inflesz >= least)
    figures = f"{score:.0f} Fernández Huerta; {inflesz:.0f} INFLESZ, {step}"
    return Ease(figures, score < 65, "65 or more")


def _french(c: Counts) -> Ease:
    """Return the ease of Kandel and Moles: 207 - 1.015 words a sentence - 73.6 syllables a word."""
    score = 207 - 1.015 * c.words / c.sentences - 73.6 * c.syllables / c.words
    return Ease(f"{score:.0f} Kandel-Moles", score < 60, "60 or more")


def _portuguese(c: Counts) -> Ease:
    """Return Flesch's ease as fitted to Portuguese: 248.835 - 1.015 w/s - 84.6 syllables a word."""
    score = 248.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words
    return Ease(f"{score:.0f} Flesch (Portuguese)", score < 60, "60 or more")


def _german(c: Counts) -> Ease:
    """Return LIX and the first Wiener Sachtextformel, which is a school grade."""
    length, long = c.words / c.sentences, 100 * c.long / c.words
    many, one = 100 * c.many / c.words, 100 * c.one / c.words
    grade = 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875
    lix = length + long
    return Ease(
        f"{lix:.0f} LIX, grade {grade:.1f} Wiener", grade > 8 or lix > 45, "grade 8, LIX 45"
    )


_FORMULAS: dict[str, Callable[[Counts], Ease]] = {
    "es": _spanish,
    "fr": _french,
    "pt": _portuguese,
    "de": _german,
}
