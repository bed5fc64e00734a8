"""How hard a text is to read in languages other than English, by each language's own formula.

es  Fernández Huerta (1959), and Szigriszt (1993) with the steps of INFLESZ (Barrio-Cantalejo,
    2008), where 55 is normal
fr  Kandel and Moles (1958); 60 is normal
pt  Flesch for Portuguese (Martins and others, 1996); 50 is normal
de  LIX (Björnsson, 1968) and the first Wiener Sachtextformel (Bamberger and Vanecek, 1984), a grade
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brochure._startup.records import dataclass
from brochure.checks.english.readability import sentences, words
from brochure.checks.patterns import pattern

_VOWELS = {
    "es": pattern(r"[iuü]?[aeoáéíóú][iuy]?(?![aeoáéíóú])|[aeoáéó]|[iuü]+y?|[íú]|y\b"),
    "pt": pattern(
        r"^aos?$|[ãõ][eo]|[aeiouáâàéêóô][iu](?!nh|[lmnrz](?:[^aeiouáâãéêíóôõú]|$))|[aeiouáâãàéêíóôõú]"
    ),
    "fr": pattern(r"[aeiouyàâéèêëîïôöùûüœæ]+"),
    "de": pattern(r"ei|ai|au|äu|eu|aa|ee|oo|ie|[aeiouyäöü]"),
}
_CHANGED = {
    "es": (pattern(r"(?<=[gq])u(?=[eéií])"), ""),  # guía
    "pt": (
        pattern(
            r"(?<=[gq])u(?=[aeioáéíóâêãõ])|(?<=[áéíóúâêô][^\W\d]{1})[iu](?=[aeo]s?$)"
            r"|(?<=[áéíóúâêô][^\W\d]{2})[iu](?=[aeo]s?$)"
        ),
        "",
    ),  # quando; água, história, in which the last two vowels are one syllable
    "fr": (
        pattern(
            r"(?<=[^\Waeiouyéèê\d])(?:es?|(?<!m)ent)$|(?<=é)(?=[aâoôué]|e[^\Ws])|(?<=[ao])(?=é)"
            r"|(?=[ïëü])"
        ),
        " ",
    ),  # jambe, which has a mute e; ré-union, po-ésie, ma-ïs
    "de": (pattern(r"(?<=(?<!ch)(?<!\bw)i)(?=en$)|(?<=ti)(?=ent)|(?<=mili)(?=e)"), " "),
}  # Arteri-en, Pati-ent


@dataclass(frozen=True, slots=True)
class Ease:
    """What a formula says of a text: figures in words, and whether it is too hard."""

    figures: str
    hard: bool
    wanted: str
    score: float  # the figure that says most
    aim: float  # what it should be at least, or at most if it is a grade
    is_grade: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of."""

    words: int = 0
    sentences: int = 0
    syllables: int = 0
    long: int = 0  # words of more than six letters
    many: int = 0  # of three syllables or more
    one: int = 0  # of one syllable


def added(parts: Sequence[Counts]) -> Counts:
    """Return the counts of texts together."""
    return Counts(*map(sum, zip(*map(_figures, parts), strict=True)))


def less(whole: Counts, part: Counts) -> Counts:
    """Return the counts of a text without a part of it."""
    return Counts(*(a - b for a, b in zip(_figures(whole), _figures(part), strict=True)))


def _figures(c: Counts) -> tuple[int, ...]:
    return c.words, c.sentences, c.syllables, c.long, c.many, c.one


def ease(units: Sequence[str], language: str) -> Ease | None:
    """Return how easy a text is in its language; None for other languages and tiny texts."""
    formula = FORMULAS.get(language)
    counts = count(units, language) if formula else None
    return formula(counts) if formula and counts and counts.words >= ENOUGH else None


def syllables(word: str, language: str) -> int:
    """Return the syllables of a word of Spanish, Portuguese, French or German, by its vowels."""
    changes, mark = _CHANGED[language]
    bare = changes.sub(mark, word.lower()) if len(word) > 3 else word.lower()
    return max(1, len(_VOWELS[language].findall(bare)))


ENOUGH = 30
"""Words from which on a figure means anything."""


def count(units: Sequence[str], language: str) -> Counts:
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
    return Ease(figures, round(score) < 65, "65 or more", score, 65)


def _french(c: Counts) -> Ease:
    """Return the ease of Kandel and Moles: 207 - 1.015 words a sentence - 73.6 syllables a word."""
    score = 207 - 1.015 * c.words / c.sentences - 73.6 * c.syllables / c.words
    return Ease(f"{score:.0f} Kandel-Moles", round(score) < 60, "60 or more", score, 60)


def _portuguese(c: Counts) -> Ease:
    """Return Flesch's ease as fitted to Portuguese: 248.835 - 1.015 w/s - 84.6 syllables a word."""
    score = 248.835 - 1.015 * c.words / c.sentences - 84.6 * c.syllables / c.words
    return Ease(f"{score:.0f} Flesch (Portuguese)", round(score) < 60, "60 or more", score, 60)


def _german(c: Counts) -> Ease:
    """Return LIX and the first Wiener Sachtextformel, which is a school grade."""
    length, long = c.words / c.sentences, 100 * c.long / c.words
    many, one = 100 * c.many / c.words, 100 * c.one / c.words
    grade = 0.1935 * many + 0.1672 * length + 0.1297 * long - 0.0327 * one - 0.875
    lix = length + long
    figures, hard = f"{lix:.0f} LIX, grade {grade:.1f} Wiener", grade > 8 or lix > 45
    return Ease(figures, hard, "grade 8, LIX 45", grade, 8, is_grade=True)


FORMULAS: dict[str, Callable[[Counts], Ease]] = {
    "es": _spanish,
    "fr": _french,
    "pt": _portuguese,
    "de": _german,
}
