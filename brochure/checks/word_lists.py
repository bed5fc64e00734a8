"""The word lists that spelling is judged by: packed, opened only when a word is in doubt.

`assets/make_words.py` makes them from SCOWL; its notice lies beside them in `words/`.
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
    return frozenset(_opened("common").decode().split("\n"))


def is_known(word: str) -> bool:
    """Return whether a word in small letters is right: common, rarer, or of medicine."""
    return word in common() or word in medical() or _is_listed(word, _opened("known"))


@remember(1)
def medical() -> frozenset[str]:
    """Return names of drugs, tests and parts of the body, some of several words taken apart."""
    return frozenset(_lines("medicine.txt", "drugs.txt"))


@remember(1)
def drugs() -> frozenset[str]:
    """Return the generic and trade names of medicines, in small letters."""
    return frozenset(_lines("drugs.txt"))


@remember(1)
def variants() -> dict[str, tuple[str, str]]:
    """Return, for American and for British spellings, the pair of both."""
    pairs = _opened("variants").decode().split("\n")
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


@remember(3)
def _opened(name: str) -> bytes:
    """Return the bytes of a packed list."""
    import lzma

    return lzma.decompress(FOLDER.joinpath(f"{name}.xz").read_bytes())


def _is_listed(word: str, data: bytes) -> bool:
    """Return whether a sorted list holds a word: a set of it would take 50 ms to make."""
    line = b"\n" + word.encode() + b"\n"
    return line in data or data.startswith(line[1:]) or data.endswith(line[:-1])
