"""Where a line may end in scripts that need more than spaces: Han and kana, Thai and Khmer.

A breaker's places are never taken as they are: numbers keep their units, phones and Latin words
stay whole, and no line begins or ends with a sign that belongs to its neighbour (kinsoku).
"""

from __future__ import annotations

from collections.abc import Iterable, Set
from unicodedata import category

from brochure.model.phones import find_phones
from brochure.remember import remember
from brochure.typeset.scripts import script_of
from brochure.typeset.word_bindings import bound
from brochure.typeset.writings import Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

DENSE = frozenset(("Han", "Kana", "Bopomofo"))
"""The scripts between whose signs a line may end."""
NOT_FIRST = frozenset(
    "、。，．：；？！）」』】〉》〕］｝〗〙〟’”»›)]}!?,.:;%‰℃℉°・‐‑–—…‥〜～ー々〻〃ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
    "｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ％￠"
    "ๆฯๅะาำ។៕៖ៗ៘៙៚၊။"
)
"""No line begins with these (JIS X 4051; W3C, Requirements for Chinese Text Layout, 3.1)."""
NOT_LAST = frozenset("（「『【〈《〔［｛〖〘〝‘“«‹([{$£¥€￥＄￡#№เแโใไ")
"""No line ends with these."""
NO_PAIR = frozenset(("——", "……", "‥‥", "——"))
THAI, THAI_O = ("ก", "ฮ"), "อ"
"""The first and the last consonant of Thai, and the one that is a vowel, too."""
_COUNTED = frozenset(("第", "约", "約", "每", "毎"))
"""Signs before a number that a line never parts from it."""


def break_places(
    plain: str, writing: Writing, forced: Set[int] = frozenset(), whole: bool = False
) -> list[int]:
    """Return where the units of a text begin, the first at 0; ``forced`` are the author's own.

    A place behind a space is one unless the words on both sides are bound to each other. With
    ``whole``, as headings want, Chinese words stay whole and no sign is left over for a last line.
    """
    inside = set(forced)
    inside |= {at + 1 for at, char in enumerate(plain) if char == " "}
    if writing.breaks in ("signs", "phrases"):
        inside |= _between_signs(plain)
    if whole or writing.breaks in ("phrases", "words"):
        inside = _at_phrases(plain, writing, inside, forced)
    inside = {at for at in inside if 0 < at < len(plain) and _may_end(plain, at)}
    for phone in find_phones(plain):
        inside.difference_update(range(phone.start + 1, phone.end))
    places = _unbound(plain, sorted(inside))
    if whole and places and _lone(plain[places[-1] :]):
        places.pop()
    return [0, *places] if plain else []


def _lone(plain: str) -> bool:
    """Return whether a text is one sign of Han or kana, with what stands beside it."""
    letters = [char for char in plain if char.isalnum()]
    return len(letters) == 1 and script_of(letters[0]) in DENSE


def _between_signs(plain: str) -> set[int]:
    """Return the places beside Han and kana."""
    dense = [script_of(char) in DENSE or "\u3001" <= char <= "\u303f" for char in plain]
    wide = [each or "\uff00" <= char <= "\uff65" for each, char in zip(dense, plain, strict=True)]
    return {
        at for at in range(1, len(plain)) if (wide[at - 1] or wide[at]) and not plain[at].isspace()
    }


def _may_end(plain: str, at: int) -> bool:
    """Return whether a line may end before a character."""
    before, after = plain[at - 1], plain[at]
    spaced = before == " "
    last = plain[at - 2 : at - 1] if spaced else before
    if after == " " or after in NOT_FIRST or last in NOT_LAST or category(after) in ("Mn", "Mc"):
        return False
    if spaced:
        return True
    if after == THAI_O and _in_syllable(plain, at):
        return False
    if before + after in NO_PAIR or before in ("\u2060", "\u200d") or after in ("\u2060", "\u200d"):
        return False
    if before.isdigit() or after.isdigit():  # 15分, 第3: a number keeps what it counts
        return not (before.isdigit() and after.isalpha()) and before not in _COUNTED
    return True


def _in_syllable(plain: str, at: int) -> bool:
    """Return whether the letter that is a vowel, too, stands in a syllable, as in "sleep".

    It does between two consonants of which the second has no vowel of its own.
    """
    before, after, then = plain[at - 1], plain[at + 1 : at + 2], plain[at + 2 : at + 3]
    voiced = then in tuple("ะาำ") or (then != "" and category(then) in ("Mn", "Mc"))
    return THAI[0] <= before <= THAI[1] and THAI[0] <= after <= THAI[1] and not voiced


def _unbound(plain: str, places: list[int]) -> list[int]:
    """Return the places without those between words that belong together."""
    kept = []
    edges = [0, *places, len(plain)]
    for number, at in enumerate(places, 1):
        first = plain[edges[number - 1] : at].rstrip(" ")
        second = plain[at : edges[number + 1]].rstrip(" ")
        spaced = plain[at - 1] == " "
        head = first.rpartition(" ")[2] or first
        if not (spaced and head and second and bound(_number_of(head), second)):
            kept.append(at)
    return kept


def _number_of(word: str) -> str:
    """Return the number that a word ends in, if letters of another script touch it; or the word."""
    start = len(word)
    while start and (word[start - 1].isdigit() or word[start - 1] in ".,-–/"):
        start -= 1
    touching = start and word[start - 1].isalpha() and word[start - 1] >= "\u0590"
    return word[start:] if touching and start < len(word) else word


def cluster_starts(plain: str, start: int, stop: int) -> list[int]:
    """Return where clusters of letters begin in a stretch: no mark, and nothing behind a joiner."""
    found = []
    for at in range(start, stop):
        mark = category(plain[at]) in ("Mn", "Mc", "Me") or plain[at] in "\u200c\u200d"
        joined = at > start and (plain[at - 1] == "\u200d" or plain[at - 1] in _VIRAMAS)
        if not mark and not joined:
            found.append(at)
    return found or [start]


_VIRAMAS = "\u094d\u09cd\u0a4d\u17d2"
"""Signs that make one letter of the two beside them."""


# ------------------------------------------------------------- breakers


def _at_phrases(plain: str, writing: Writing, inside: set[int], forced: Set[int]) -> set[int]:
    """Return the places where a breaker's phrases or words end, beside those at spaces."""
    ends = BREAKERS[writing.name](plain) if writing.name in BREAKERS else None
    if ends is None:
        return inside
    own = {at for at in inside if plain[at - 1] == " " or at in forced}
    if writing.breaks != "words":  # signs outside a phrase keep their own places
        return own | {at for at in inside if at in ends or not _dense(plain, at)}
    return own | {at for at in ends if _native(plain, at, writing)}


def _dense(plain: str, at: int) -> bool:
    """Return whether both signs at a place are Han or kana."""
    return script_of(plain[at - 1]) in DENSE and script_of(plain[at]) in DENSE


def _native(plain: str, at: int, writing: Writing) -> bool:
    """Return whether a letter of the script itself stands at one side of a place."""
    return 0 < at < len(plain) and any(
        script_of(char) in writing.scripts for char in plain[at - 1 : at + 1]
    )


def _ends(pieces: Iterable[str]) -> set[int]:
    """Return where pieces that follow each other end."""
    found, at = set(), 0
    for piece in pieces:
        at += len(piece)
        found.add(at)
    return found


@remember(4)
def _budoux(language: str) -> Any:
    """Return budoux's parser of a language; None if it is not installed."""
    try:
        import budoux
    except ImportError:
        return None
    return getattr(budoux, f"load_default_{language}_parser")()


def _japanese(plain: str) -> set[int] | None:
    """Return where phrases end; None without budoux."""
    return _budoux_ends(plain, "japanese")


def _thai(plain: str) -> set[int] | None:
    """Return where words end; None without budoux."""
    return _budoux_ends(plain, "thai")


def _budoux_ends(plain: str, language: str) -> set[int] | None:
    """Return where budoux's phrases end; None without budoux."""
    parser = _budoux(language)
    return _ends(parser.parse(plain)) if parser else None


@remember(2)
def _icu(kind: str) -> Any:
    """Return one of ICU's breakers, "WordBreaker"; None if it is not installed."""
    try:
        from icu4py import breakers
    except ImportError:
        return None
    return getattr(breakers, kind)


def _khmer(plain: str) -> set[int] | None:
    """Return where ICU's words end; None without icu4py."""
    breaker = _icu("LineBreaker")
    return _ends(breaker(plain, "km")) if breaker else None


def _chinese(plain: str, script: str) -> set[int] | None:
    """Return where words end: ICU's, which cut fewer in two, or budoux's; None without both."""
    breaker = _icu("WordBreaker")
    return _ends(breaker(plain, "zh")) if breaker else _budoux_ends(plain, f"{script}_chinese")


def _simplified(plain: str) -> set[int] | None:
    return _chinese(plain, "simplified")


def _traditional(plain: str) -> set[int] | None:
    return _chinese(plain, "traditional")


BREAKERS: dict[str, Callable[[str], set[int] | None]] = {
    "Simplified Chinese": _simplified,
    "Traditional Chinese": _traditional,
    "Japanese": _japanese,
    "Thai": _thai,
    "Khmer": _khmer,
}
"""What finds the words or phrases of a text by a dictionary."""
