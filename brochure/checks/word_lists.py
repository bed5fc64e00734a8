"""The word lists that spelling is judged by: packed, opened only when a word is in doubt.

`assets/make_words.py` makes the English ones from SCOWL, `assets/make_spanish_words.py` the Spanish
one from Tesseract's; their notices lie beside them in `words/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from brochure.remember import remember

FOLDER = Path(__file__).with_name("words")

MORE_VARIANTS = """
aging ageing / cesarean caesarean / fetus foetus / fetal foetal / fetuses foetuses
jewelry jewellery / mom mum / moms mums / pajamas pyjamas / plow plough / skeptical sceptical
"""
"""American and British words that no rule of endings pairs."""


@remember(1)
def common() -> frozenset[str]:
    """Return the words that any reader meets, American and British, some 40,000."""
    return frozenset(_opened("common").decode().split())


def is_common(word: str) -> bool:
    """Return whether any reader meets a word, without making the set of all."""
    return _is_listed(word, _opened("common"))


def is_known(word: str) -> bool:
    """Return whether a word in small letters is right: common, rarer, or of medicine."""
    return is_common(word) or word in medical() or _is_listed(word, _opened("known"))


@remember(1)
def medical() -> frozenset[str]:
    """Return names of drugs, tests and parts of the body, some of several words taken apart."""
    return frozenset(_lines("medicine.txt", "drugs.txt"))


@remember(1)
def drugs() -> frozenset[str]:
    """Return the generic and trade names of medicines, in small letters."""
    return frozenset(_lines("drugs.txt"))


@remember(1)
def spanish() -> frozenset[str]:
    """Return the words of Spanish: those of the web, and those of health.

    One with a "!" before it is a word that lacks its accent.
    """
    return frozenset((*_opened("spanish").decode().split(), *_lines("health_es.txt")))


@remember(1)
def spanish_slips() -> dict[str, str]:
    """Return usual slips of Spanish, each with what is meant."""
    lines = FOLDER.joinpath("slips_es.txt").read_text("utf-8").splitlines()
    found = (line.partition(" | ") for line in lines if not line.startswith("#"))
    return {slip: meant for slip, _, meant in found}


@remember(1)
def variants() -> dict[str, tuple[str, str]]:
    """Return, for American and for British spellings, the pair of both."""
    pairs = _opened("variants").decode().strip().split("\n")
    more = [pair.strip() for line in MORE_VARIANTS.split("\n") for pair in line.split("/")]
    found = {}
    for pair in (*pairs, *(each for each in more if each)):
        american, british = pair.split()
        found[american] = found[british] = (american, british)
    return found


def _lines(*names: str) -> Iterator[str]:
    """Yield the words of lists of our own; a line that starts with # is a note."""
    for name in names:
        for line in FOLDER.joinpath(name).read_text("utf-8").splitlines():
            if not line.startswith("#"):
                yield from line.lower().split()


@remember(4)
def _opened(name: str) -> bytes:
    """Return the bytes of a packed list, with a line's end before its first and after its last."""
    import zlib

    return b"\n" + zlib.decompress(FOLDER.joinpath(f"{name}.z").read_bytes()) + b"\n"


@remember(8192)
def _is_listed(word: str, data: bytes) -> bool:
    """Return whether a sorted list holds a word, by halves: a set of it would take long to make."""
    key, low, high = word.encode(), 0, len(data) - 1
    while low < high:
        start = data.rfind(b"\n", low, (low + high) // 2 + 1) + 1 or low + 1
        stop = data.find(b"\n", start)
        here = data[start:stop]
        if here == key:
            return True
        if here < key:
            low = stop
        else:
            high = start - 1
    return False
