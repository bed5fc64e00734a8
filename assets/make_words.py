"""Pack the word lists of the spelling rules: python assets/make_words.py FOLDER-OF-SCOWL.

SCOWL, by Kevin Atkinson and others, is free to use, copy, change and sell with its notice, which
this script copies beside the lists (Debian: package `scowl`, /usr/share/dict/scowl, and its
copyright file). Five files come of it, each of words in order, one a line. Four are not packed,
as to unpack them takes longer than to look a text's words up in them:

common.txt   what any reader meets (levels 10 to 35), American and British
known.txt    what else many readers meet (levels 40 and 50)
rare.txt     what else is right (levels 55 to 70); opened, as known.txt, only for a word in doubt
names.txt    names of people and places, in small letters
variants.z   pairs "american british" of which neither list of the other country has its own
"""

from __future__ import annotations

import re
import sys
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "brochure" / "checks" / "words"
COMMON, FURTHER, RARE = (10, 20, 35), (40, 50), (55, 60, 70)
KINDS = ("words", "contractions")
ENDINGS = (
    (r"or(?=$|s|ed|ing|able|ful|less|ite|er|y|al|hood|ly)", "our"),
    (r"iz(?=e|i|a)", "is"),
    (r"yz(?=e|i)", "ys"),
    (r"er(?=s?$)", "re"),
    (r"l(?=ed$|ing$|er$|ers$|or$|ous$)", "ll"),
    (r"ense(?=s?$)", "ence"),
    (r"og(?=s?$)", "ogue"),
    (r"am(?=s?$)", "amme"),
    (r"ll(?=$|s$|ment|ful)", "l"),
    (r"e", "ae"),
    (r"e", "oe"),
    (r"o", "ou"),
    (r"gray", "grey"),
    (r"p(?=ed$|ing$)", "pp"),
    (r"dgm", "dgem"),
)
"""How British spelling departs from American: a pattern of the one, what the other has."""
NOT_PAIRS = {"practice", "license", "meter", "program", "disk", "check", "story", "draft", "tire"}


def words(
    folder: Path, countries: Iterable[str], levels: Iterable[int], kinds: Iterable[str] = KINDS
) -> set[str]:
    """Return the words of some lists, those in 's left out."""
    names = (f"{c}-{k}.{n}" for c in countries for k in kinds for n in levels)
    files = (folder / name for name in names)
    found = (file.read_text("latin-1").split() for file in files if file.exists())
    return {word for each in found for word in each if not word.endswith("'s")}


def pairs(american: set[str], british: set[str]) -> Iterator[str]:
    """Yield "american british" for each word of one country with its likeness in the other."""
    for word in sorted(american - british - NOT_PAIRS):
        made = {
            word[: at.start()] + new + word[at.end() :]
            for old, new in ENDINGS
            for at in re.finditer(old, word)
        }
        # two changes: "anesthetize", "anaesthetise"
        made |= {re.sub(r"iz(?=e|i|a)", "is", each) for each in made}
        found = sorted(made & (british - american))
        if len(found) == 1:
            yield f"{word} {found[0]}"


def write(name: str, lines: Iterable[str]) -> None:
    """Write lines as one file, the same bytes each time."""
    data = "\n".join(lines).encode()
    packed = zlib.compress(data, 9) if name.endswith(".z") else data + b"\n"
    TARGET.joinpath(name).write_bytes(packed)


def main() -> int:
    """Write the five files and the notice."""
    folder = Path(sys.argv[1])
    every = (*COMMON, *FURTHER, *RARE)
    both = ("english", "american", "british")
    common = words(folder, both, COMMON)
    write("common.txt", sorted(common))
    known = words(folder, both, FURTHER) - common
    write("known.txt", sorted(known))
    rare = words(folder, both, RARE) - common - known
    write("rare.txt", sorted(rare))
    named = {word.lower() for word in words(folder, both, every, ("proper-names", "upper"))}
    write("names.txt", sorted(word for word in named - common - known if word.isalpha()))
    american, british = (words(folder, (c,), every) for c in ("american", "british"))
    shared = words(folder, ("english",), every)
    write("variants.z", pairs(american - shared, british - shared))
    notice = folder.parents[1] / "doc" / "scowl" / "copyright"
    TARGET.joinpath("SCOWL.txt").write_bytes(notice.read_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
