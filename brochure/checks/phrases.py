"""Rules about whole phrases: idioms, promises, harsh words, words of another country, and so on.

Each is a section of a table beside the other words of its language; the head of the English table
says how a line is read. A text is only searched for the phrases whose rarest word it has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from marshal import dumps, loads
from pathlib import Path

from brochure._startup.kept_tables import kept_table
from brochure._startup.records import dataclass
from brochure.checks import risk
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.model import Text
from brochure.remember import remember

HERE = Path(__file__).parent
TABLES = {"en": HERE / "english" / "phrases.txt", "es": HERE / "spanish" / "phrases.txt"}
"""The table of each language that has one."""

_FORM_TOKEN = pattern(r"\S*\([^()]*\)\S*|\[[^\[\]]*\](?= |$)|\S+")
_GROUP = pattern(r"\(([^()]*)\)")
_INLINE = pattern(r"(?<=\w)\[(s|es|ly|-)\]")
_EITHER = pattern(r"\[(\w+)\]|(\w)\?")
_PLAIN = pattern(r"[^\W\d_]+[+~]?")
_WORD = pattern(r"[^\W\d_]+")
_VERB = pattern(r"(\w+)~")
_REACH = 300
_DENIES = pattern(r"\b(?:not|no|never|nobody|cannot|\w+n't|nunca|ni) (?:\w+ )?$", re.IGNORECASE)
_HARM = frozenset(
    """
    infection infections bleeding bleed bleeds clot clots stroke strokes death die dies damage
    reaction reactions allergy allergic complication complications effects harm harms injury scar
    scars rash seizure seizures coma fail fails failure tear leak nausea vomiting headache headaches
    diarrhea diarrhoea dizziness serious severe rejection miscarriage paralysis blindness
    infección infecciones sangrado sangra sangrar coágulo coágulos derrame muerte muere morir daño
    daños reacción reacciones alergia complicación complicaciones efectos lesión cicatriz sarpullido
    convulsión convulsiones falla falle náuseas vómito vómitos grave graves serio serios
    """.split()
)
"""Words of what can go wrong, English and Spanish."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A form of a line, what to say for it, and where it does not hold."""

    form: str
    say: str
    no_figure: bool
    near_harm: bool
    denied: bool  # a "not" before it switches it off
    not_near: frozenset[str]


def told(
    view: View, section: str, message: str, hint: str = "say: {}", *, elsewhere: str = ""
) -> Iterator[Finding]:
    """Yield a finding for each phrase of a section, once for each thing to say."""
    said: set[str] = set()
    for phrase in _near(view, section):
        if phrase.say in said:
            continue
        place = _first(view, phrase)
        if place:
            said.add(phrase.say)
            passage, words, start = place
            yield Finding(message.format(words, elsewhere), _hint(hint, phrase.say), passage.text,
                          words, start)  # fmt: skip


def _first(view: View, phrase: Phrase) -> tuple[Passage, str, int] | None:
    """Return where a phrase first stands and may be told: its text, its words, their place."""
    for passage in view.read_holding(_pattern(phrase.form)):
        text = passage.plain.replace("’", "'")
        for found in _pattern(phrase.form).finditer(text):
            start, stop = found.span()
            if _holds(phrase, text, found) and not _is_quoted(passage.plain[:start]):
                return passage, passage.plain[start:stop], start
    return None


def _hint(hint: str, say: str) -> str:
    """Return what to say, or what a line tells to do: "say what it does", "leave it out"."""
    return say if say.startswith(("say ", "diga ", "leave ", "ask,")) else hint.format(say)


def _is_quoted(before: str) -> bool:
    """Return whether words stand in quotes that are open where they begin: somebody says them."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _holds(phrase: Phrase, text: str, found: re.Match[str]) -> bool:
    """Return whether the sentence about a match lets the phrase be told."""
    if not (phrase.no_figure or phrase.near_harm or phrase.denied or phrase.not_near):
        return True
    before = pattern(r"[.!?]\s|\n").split(text[max(0, found.start() - _REACH) : found.start()])[-1]
    after = pattern(r"[.!?]\s|\n").split(text[found.end() : found.end() + _REACH], maxsplit=1)[0]
    if phrase.denied and _DENIES.search(before):
        return False
    if phrase.no_figure and pattern(r"\d").search(before + after):
        return False
    words = _WORD.findall(f"{before} {found.group()} {after}".lower())
    if phrase.near_harm and _HARM.isdisjoint(words):
        return False
    return phrase.not_near.isdisjoint(words)


Chain = tuple[frozenset[str], ...]
"""The ways to write each of several words that stand one behind the other."""
Need = tuple[frozenset[str], tuple[Chain, ...], bool, bool]
"""Words of which a text has one, or else one of the chains; whether it follows the need before at
once, and whether the words are all there is to it."""
Row = tuple[str, str, str, tuple[Need, ...]]
"""A form, what to say for it, where it holds, and the words that it needs, in order."""
Rows = tuple[list[bytes], dict[str, list[int]]]
"""The forms of a section, each packed as few are asked for, and their numbers by the word that a
text must have."""


def _near(view: View, section: str) -> Iterator[Phrase]:
    """Yield the phrases of a section that a text may have, by its words, in their order."""
    rows, keyed = _table(view.language).get(section, ([], {}))
    numbers = {number for word in keyed.keys() & view.words for number in keyed[word]}
    for form, say, where, needs in (loads(rows[number]) for number in sorted(numbers)):
        if _may_stand(needs, view):
            yield _phrase(form, say, where)


def _may_stand(needs: tuple[Need, ...], view: View) -> bool:
    """Return whether a text has a word of each need, and behind each other where they stand so."""
    before: frozenset[str] = frozenset()
    for words, chains, joined, whole in needs:
        here = words & view.words
        if joined and whole and before:
            here = _behind(before, here, view)
        if not here and not any(_stands(chain, view) for chain in chains):
            return False
        before = here if whole and not chains else frozenset()
    return True


def _stands(chain: Chain, view: View) -> bool:
    """Return whether a text has the words of a chain one behind the other."""
    here = chain[0] & view.words
    for words in chain[1:]:
        here = _behind(here, words, view)
    return bool(here)


def _behind(before: frozenset[str], words: frozenset[str], view: View) -> frozenset[str]:
    """Return those of the words that a text has behind one of others."""
    pairs = view.index.terms
    return frozenset(
        each for each in words & view.words for word in before if f"{word} {each}" in pairs
    )


@remember(len(TABLES))
def _table(language: str) -> dict[str, Rows]:
    """Return, for each section, its forms by the word that a text must have."""
    sources = (str(TABLES[language]), __file__)
    return kept_table(f"phrases-{language}", sources, partial(_made, language))  # type: ignore[no-any-return]


def _made(language: str) -> dict[str, Rows]:
    """Return the table made of its lines."""
    found: dict[str, Rows] = {}
    for section, forms, say, where in lines(language):
        rows, keyed = found.setdefault(section, ([], {}))
        for form in forms:
            needs = tuple(_needs(form))
            for key in _keys(needs):
                keyed.setdefault(key, []).append(len(rows))
            rows.append(dumps((form, say, where, needs)))
    return found


def lines(language: str) -> Iterator[tuple[str, list[str], str, str]]:
    """Yield each line of a language's table: section, forms, what to say, where it holds."""
    section = ""
    for line in TABLES[language].read_text("utf-8").splitlines():
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            forms, say, where = [*line.split(" | "), ""][:3]
            yield section, forms.split(" / "), say, where


def _keys(needs: tuple[Need, ...]) -> frozenset[str]:
    """Return words of which a text has one: those of the need whose shortest word is longest."""
    every = [single.union(*(_rarest(chain) for chain in chains)) for single, chains, _, _ in needs]
    return max(every, key=lambda words: min(map(len, words), default=0))


def _rarest(chain: Chain) -> frozenset[str]:
    """Return the longest word of a chain, in all its ways."""
    return max(chain, key=lambda words: min(map(len, words)))


def _needs(form: str) -> Iterator[Need]:
    """Yield the words that a text with the form has: one of each needed part."""
    joined = False
    for token in _FORM_TOKEN.findall(form):
        chains = _chains(token)
        words = frozenset() if chains or token.startswith("[") else _words_of(token)
        if chains:
            single = frozenset().union(*(chain[0] for chain in chains if len(chain) == 1))
            yield single, tuple(chain for chain in chains if len(chain) > 1), joined, True
        elif words:
            yield words, (), joined, False
        joined = bool(chains or words)


def _chains(token: str) -> list[Chain]:
    """Return the words of each choice of a plain word or group; none if it has other signs."""
    choices = token.removeprefix("(").removesuffix(")").split("|")
    parts = [pattern(r"[ '-]").split(choice) for choice in choices]
    if not all(_PLAIN.fullmatch(part) for choice in parts for part in choice):
        return []
    return [
        tuple(frozenset(_endings(part.rstrip("+~").lower(), part.lower())) for part in choice)
        for choice in parts
    ]


def _words_of(token: str) -> frozenset[str]:
    """Return a word of each way to write a part of a form; none if it needs no word."""
    if token == "*":
        return frozenset()
    inline = _INLINE.search(token)
    if inline:  # "risk[s]": with the letters and without
        bare = _INLINE.sub("", token)
        return _words_of(bare) | _words_of(_INLINE.sub(inline[1], token))
    group = _GROUP.search(token)
    choices = group[1].split("|") if group else [token]
    found = [[_longest(each) for each in _spelled(one)] for one in choices]
    if not all(map(all, found)):
        return frozenset()
    return frozenset(
        end.lower()
        for each, choice in zip(found, choices, strict=True)
        for one in each
        for end in _endings(one, choice)
    )


def _longest(words: str) -> str:
    """Return the longest word of a choice; empty if it has none."""
    return max(_WORD.findall(pattern(r"\\\w").sub(" ", words)), key=len, default="")


def _spelled(word: str) -> list[str]:
    """Return what "segur[oa]s?" stands for: each of the letters, and with the last and without."""
    found = _EITHER.search(word)
    if not found:
        return [word]
    letters = found[1] or ("", found[2])
    ways = (word[: found.start()] + letter + word[found.end() :] for letter in letters)
    return [spelled for way in ways for spelled in _spelled(way)]


def _endings(word: str, choice: str) -> list[str]:
    """Return a word with the endings that the signs behind it stand for."""
    root, twice = word.removesuffix("e"), word + word[-1]
    if f"{word}~" in choice:
        return [word, f"{word}s", f"{word}es", f"{root}ed", f"{root}ing", f"{twice}ed",
                f"{twice}ing"]  # fmt: skip
    return [word, f"{word}s", f"{word}es"] if f"{word}+" in choice else [word]


@remember(512)
def _phrase(form: str, say: str, where: str) -> Phrase:
    """Return a form of a line as it is searched for."""
    parts = where.split("; ")
    off = next((part for part in parts if part.startswith("not near: ")), "")
    return Phrase(
        form,
        say,
        "no figure" in parts,
        "near harm" in parts,
        "denied" in parts,
        frozenset(off[10:].split()),
    )


@remember(512)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a form."""
    return pattern(source(form), re.IGNORECASE)


@remember(512)
def source(form: str) -> str:
    """Return the regular expression of a form."""
    parts: list[str] = []
    for token in _FORM_TOKEN.findall(form):
        if token == "*":
            parts.append(r"(?:[\w'-]+ ){0,3}")
        elif token.startswith("[") and token.endswith("]"):
            parts.append(f"(?:(?:{token[1:-1]}) )?")
        else:
            parts.append(_part(token) + " ")
    joined = "".join(parts).rstrip(" ")
    if joined.endswith(" )?"):  # an optional word at the end takes the space before it
        head, _, tail = joined.rpartition("(?:(?:")
        joined = f"{head.rstrip(' ')}(?: (?:{tail.removesuffix(' )?')})?"
    return rf"(?<![\w-]){joined}(?![\w-])"


def _part(token: str) -> str:
    """Return the pattern of a word or a group, with its endings."""
    token = _INLINE.sub(lambda found: f"(?:{found[1]})?", token)
    token = pattern(r"\((?!\?)").sub("(?:", token)
    token = _VERB.sub(_verb, token)
    return pattern(r"(?<=[a-záéíóúñ)])(?<!\\d)\+").sub("(?:e?s)?", token)


def _verb(found: re.Match[str]) -> str:
    """Return the pattern of a verb with its endings."""
    word = found[1]
    return rf"(?:{word}(?:s|es)?|{word.removesuffix('e')}{word[-1]}?(?:ed|ing))"


def _rule(section: str, message: str, hint: str = "say: {}") -> Callable[[View], Iterator[Finding]]:
    """Return the rule that tells the phrases of a section."""
    return partial(told, section=section, message=message, hint=hint)


idiom = _rule(
    "idiom",
    "“{}” is a figure of speech, which some readers take word by word",
    "say it plainly: {}",
)
promise = _rule("promise", "“{}” promises more than anybody can keep")
harsh_words = _rule("harsh", "“{}” may blame or frighten the reader")
age_or_sex = _rule("ageist", "“{}” says more about age or sex than the matter needs")
negative_order = _rule("negative", "“{}” says what not to leave out, not what to do")
false_friend = _rule("false friend", "“{}” is English in Spanish dress")


def vague_number(view: View) -> Iterator[Finding]:
    """Find “some people” and the like for what can go wrong, where no line counts people.

    What `risk.vague_risk` tells is not told again.
    """
    if any(risk.vague_risk(view)):
        return
    for found in told(view, "vague risk", "“{}” means something else to each reader"):
        if isinstance(found.where, Text) and not risk.is_counted(found.where.plain[found.start :]):
            yield found


_BRITISH = frozenset({"GB", "IE", "AU", "NZ", "ZA"})


def other_country(view: View) -> Iterator[Finding]:
    """Find words that are said in another country: "nappy" in the US, "diaper" in Britain."""
    if view.region == "US" or not view.region:
        yield from told(view, "us", "“{}” is said in Britain, and the text is for the US")
    elif view.region in _BRITISH:
        yield from told(view, "gb", "“{}” is said in the US, and the text is for Britain")
