"""What a misspelled Spanish word was meant to be: its accent, its ñ, one letter, or a usual slip.

The list is `words/spanish.z`, from the word list of Tesseract's Spanish model (Apache-2.0, see
`words/TESSERACT.txt`), with `words/health_es.txt` and the vocabulary of our own. A form that can
be made of a listed word (a plural, a verb with its pronoun) is right, so that little is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from math import prod

from brochure.checks import word_lists
from brochure.checks.edits import close, one_edit
from brochure.checks.english import plain_words
from brochure.checks.patterns import pattern
from brochure.remember import remember

_LETTERS = "abcdefghijlmnopqrstuvxyzáéíóúüñ"
_BARE = str.maketrans("áéíóúü", "aeiouu")
_VOWEL = {"a": "á", "e": "é", "i": "í", "o": "ó", "u": "úü", "n": "ñ"}
_ACCENT = str.maketrans("aeiou", "áéíóú")
_SHORT_VERBS = frozenset(("da", "de", "di", "ve", "se"))
_LAST = frozenset(
    ("", *"aeo", "s", "n", "r", "as", "es", "os", "an", "en", "ar", "er", "ir", "do", "da")
)
_SYLLABLES = pattern("[iu]?[aeoáéóíú][iu]?|[iu]+")
_SHORTEST, _LONGEST, _SURE = 4, 40, 6
MANY = 4
"""A word that stands in a text so often is meant as it is."""
_PRONOUNS = pattern("(?:me|te|se|nos)?(?:l[aeo]s?)|me|te|se|nos")
_ALIKE = {
    **dict.fromkeys(("c", "s", "z"), ("c", "s", "z")),
    **dict.fromkeys(("b", "v"), ("b", "v")),
    **dict.fromkeys(("ll", "y"), ("ll", "y")),
    **dict.fromkeys(("g", "j"), ("g", "j")),
    **{"h": ("h", ""), "k": ("c", "qu"), "rr": ("rr", "r"), "nb": ("mb",), "np": ("mp",)},
}
"""Letters that are spoken alike, so that one is written for the other."""
_SPOKEN = pattern("ll|rr|nb|np|.")
_MOST_SPELLINGS = 512
_PREFIX = pattern(
    "^(?:re|des|in|im|anti|pre|pos|post|sub|auto|hiper|hipo|micro|mini|multi|electro|neuro|cardio"
    "|gastro|radio|inter|intra|extra|sobre|bio|contra|co|ultra|super|tele|video|no|semi|trans)"
)
_ENDINGS = (
    *(("ático", "a"), ("ática", "a"), ("áticos", "a"), ("áticas", "a")),
    *(("s", ""), ("es", ""), ("ces", "z"), ("a", "o"), ("as", "o"), ("os", "o"), ("mente", "")),
    *(("mente", "o"), ("amente", "o"), ("isimo", "o"), ("isima", "o"), ("ita", "a"), ("ito", "o")),
    *(("itas", "a"), ("itos", "o"), ("illa", "a"), ("illas", "a"), ("cito", ""), ("cita", "")),
    *(("oras", "or"), ("ora", "or"), ("es", "e"), ("idad", "o"), ("able", "ar"), ("ible", "ir")),
)
"""How a form ends, and how the word ends that it is made of."""
_AR = (
    "o as a amos an é aste ó asteis aron aba abas ábamos aban aré arás ará aremos arán aría arías "
)
_AR += "aríamos arían e es emos en ara aras áramos aran ase asen ando ado ada ados adas ador adora "
_AR += "adores"
_ER = (
    "o es e emos imos en í iste ió ieron ía ías íamos ían eré erás erá eremos erán ería erían iré "
)
_ER += "irás irá iremos irán iría irían a as amos an iera ieras ieran iendo ido ida idos idas"
_VERBS = tuple(
    (ending, infinitives)
    for endings, infinitives in ((_AR, ("ar",)), (_ER, ("er", "ir")))
    for ending in sorted(sorted(set(endings.split())), key=len, reverse=True)
)
_BROKEN = (("ie", "e"), ("ue", "o"))
"""How a stressed vowel of a stem is written: "quiebren" is of "quebrar", "duela" of "doler"."""
_SOUNDS = (("c", "qu"), ("g", "gu"), ("z", "c"), ("qu", "c"), ("gu", "g"), ("c", "z"), ("j", "g"))
"""How the end of a stem is written before another vowel: "busco", "busque"."""


def meant(word: str) -> str:
    """Return the word that one in small letters was meant to be; empty if it may be right."""
    slip = word_lists.spanish_slips().get(word)
    if slip:
        return slip
    before_lips = pattern("n(?=[pb])").sub("m", word)
    if before_lips != word and is_right(before_lips):  # no n stands before p or b
        return before_lips
    if not _SHORTEST - 1 <= len(word) <= _LONGEST or is_right(word):
        return ""
    if len(word) < _SHORTEST:
        return _accented(word)
    found = _accented(word) or _spoken_alike(word)
    if found or word_lists.is_common(word):  # a word of English
        return found
    return _near(word) or _near_verb(word)


def is_right(word: str) -> bool:
    """Return whether a word, or one that it is a form of, is listed."""
    if word in _words() or word in word_lists.drugs():
        return True
    if f"!{word}" in _words():
        return False
    if "ü" in word and is_right(word.replace("ü", "u")):
        return True  # the list lacks many: "desagüe"
    forms = {word, _PREFIX.sub("", word)}
    return any(len(form) > 3 and (form in _words() or _is_formed(form)) for form in forms)


def _is_formed(word: str) -> bool:
    """Return whether a word is made of a listed one by an ending, or a pronoun behind a verb."""
    if pattern("[cgsx]ion$").search(word):
        return False
    for ending, before in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and _has(stem + before):
            return True
    return _is_verb(word) or _is_with_pronoun(word)


def _has(made: str) -> bool:
    """Return whether the list has a word, or it as it is written with an accent at its end."""
    return made in _words() or (made[-1] in "ns" and made in _bare_ends())


def _is_verb(word: str) -> bool:
    """Return whether a word is a regular form of a listed infinitive."""
    for ending, infinitives in _VERBS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 3:
            continue
        stems = [stem, *(stem.removesuffix(a) + b for a, b in _SOUNDS if stem.endswith(a))]
        stems += [
            each.replace(two, one, 1) for each in stems for two, one in _BROKEN if two in each
        ]
        if any(each + end in _words() for each in stems for end in infinitives):
            return True
    return False


def _is_with_pronoun(word: str) -> bool:
    """Return whether a word is a verb with its pronouns, accented as it must be: "tómelo"."""
    return any(word == _stressed(word, stem) for stem in _before_pronouns(word))


def _before_pronouns(word: str) -> Iterator[str]:
    """Yield the verbs that a word may be with pronouns behind it."""
    for at in range(max(2, len(word) - 6), len(word) - 1):
        if _PRONOUNS.fullmatch(word, at) and _is_verb_before(word[:at]):
            yield word[:at]


def _is_verb_before(stem: str) -> bool:
    """Return whether what stands before a pronoun is a form of a verb, whatever its accent."""
    bare = stem.translate(_BARE)
    if len(stem) < 3:
        return bare in _SHORT_VERBS
    return any(each in _words() or _is_verb(each) for each in (stem, bare, f"{bare}s"))


def _stressed(word: str, stem: str) -> str:
    """Return a verb with pronouns, its stressed vowel accented if it is the third from the end."""
    behind = len(_SYLLABLES.findall(word[len(stem) :]))
    bare = stem.translate(_BARE)
    vowels = [_loudest(found) for found in _SYLLABLES.finditer(bare)]
    last = 1 if bare.endswith(("r", "d")) else 2  # "tomar", but "tome", "tomando"
    if len(vowels) < last or last + behind < 3:
        return bare + word[len(stem) :] if not pattern("[íú]").search(stem) else word
    at = vowels[-last]
    accent = bare[at].translate(_ACCENT)
    return bare[:at] + accent + bare[at + 1 :] + word[len(stem) :]


def _loudest(syllable: re.Match[str]) -> int:
    """Return where the vowel stands that takes the accent: the a of "trai", the u of "cui" none."""
    strong = pattern("[aeo]").search(syllable.group())
    return syllable.start() + strong.start() if strong else syllable.end() - 1


def _accented(word: str) -> str:
    """Return a word with one accent more, less or elsewhere, or an ñ, if that is right."""
    tries = tuple(dict.fromkeys(_with_accents(word)))
    listed = next((each for each in tries if each in _words()), "")
    stems = () if listed else _before_pronouns(word)
    with_pronoun = next((_stressed(word, stem) for stem in stems), "")
    return listed or with_pronoun or next((each for each in tries if _is_formed(each)), "")


def _with_accents(word: str) -> Iterator[str]:
    """Yield a word with its vowels accented in turn, and its n as ñ."""
    bare = word.translate(_BARE)
    for start in dict.fromkeys((word, bare)):
        for at in range(len(start)):
            for other in _VOWEL.get(start[at], ""):
                yield start[:at] + other + start[at + 1 :]
    if bare != word:
        yield bare


def _spoken_alike(word: str) -> str:
    """Return the listed word that is spoken as this one is written: "pastiyas", "cabesa"."""
    parts = [_ALIKE.get(part, (part,)) for part in _SPOKEN.findall(word)]
    parts.insert(0, ("", "h"))
    if prod(map(len, parts)) > _MOST_SPELLINGS:
        return ""
    spellings = ["".join(each) for each in product(*parts)]
    found = next((each for each in spellings if each in _words()), "")
    ends = (pattern("[cs]ion$").sub(end, each) for each in spellings for end in ("ción", "sión"))
    found = found or next((each for each in ends if each in _words()), "")
    accents = (other for each in spellings for other in _with_accents(each))
    return found or next((each for each in accents if each in _words()), "")


def _near(word: str) -> str:
    """Return the listed word that is one edit away; a changed ending is no slip."""
    near = [w for w in dict.fromkeys(one_edit(word, _LETTERS)) if w in _words() and len(w) > 3]
    near = [w for w in near if not _is_other_form(word, w) and (w[0] == word[0] or close(w, word))]
    return min(near, key=lambda w: not close(w, word), default="")


def _near_verb(word: str) -> str:
    """Return a verb with its pronoun, the verb one edit away: "lqvarse"."""
    for at in range(max(_SHORTEST, len(word) - 5), len(word) - 1):
        if _PRONOUNS.fullmatch(word, at) and (near := _near(word[:at])).endswith("r"):
            return near + word[at:]
    return ""


def _is_other_form(word: str, near: str) -> bool:
    """Return whether two words may be forms of one: they differ in an ending that verbs have."""
    if len(word) < _SURE and word[0] != near[0]:
        return True
    at = next((n for n, (a, b) in enumerate(zip(word, near, strict=False)) if a != b), None)
    at = min(len(word), len(near)) if at is None else at
    return word[at:] in _LAST and near[at:] in _LAST


@remember(1)
def _words() -> frozenset[str]:
    """Return the words that are right."""
    own = pattern("[a-záéíóúüñ]{2,}").findall(" ".join(plain_words.table("es")))
    return word_lists.spanish() | frozenset(own) | medicines()


_NAMES_IN_SPANISH = (
    *(("ph", "f"), ("th", "t"), ("y", "i"), ("ch", "c"), ("ll", "l"), ("tt", "t"), ("pp", "p")),
    *(("ff", "f"), ("mm", "m"), ("ss", "s"), ("nn", "n"), ("cc", "c")),
)
_NAME_ENDS = (
    *(("dipine", "dipino"), ("ine", "ina"), ("in", "ina"), ("one", "ona"), ("ide", "ida")),
    *(("ate", "ato"), ("ole", "ol"), ("ac", "aco"), ("en", "eno"), ("ium", "io"), ("ban", "bán")),
    *(("tan", "tán"), ("afil", "afilo"), ("ene", "eno"), ("ane", "ano"), ("ase", "asa")),
)


@remember(1)
def medicines() -> frozenset[str]:
    """Return the names of medicines as Spanish forms them from the international ones."""
    return frozenset(_in_spanish(name) for name in word_lists.drugs() if len(name) > 5)


def _in_spanish(name: str) -> str:
    """Return the Spanish form of a medicine's name: "fluticasona" for "fluticasone"."""
    for a, b in _NAMES_IN_SPANISH:
        name = name.replace(a, b)
    end = next(((a, b) for a, b in _NAME_ENDS if name.endswith(a)), ("", ""))
    return name.removesuffix(end[0]) + end[1]


@remember(1)
def _bare_ends() -> frozenset[str]:
    """Return the words in -ón, -és and the like without the accent, which their plural lacks."""
    return frozenset(w.translate(_BARE) for w in _words() if pattern("[áéíóú][ns]$").search(w))
