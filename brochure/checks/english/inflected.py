"""Plain words in the form of the word they stand for: "removes" for "eliminates"."""

from __future__ import annotations

from brochure.checks.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Ending = Literal["", "s", "ed", "ing"]
    """How a form of the table differs from the first one of its line."""

_IRREGULAR = """
bear borne bearing/break broken breaking/bring brought bringing/build built building
buy bought buying
choose chosen choosing/come come coming/cut cut cutting/do done doing/drink drunk drinking
eat eaten eating/feel felt feeling/find found finding/fit fitted fitting/get got getting
give given giving/go gone going/have had having/hide hidden hiding/hold held holding
keep kept keeping
let let letting/lose lost losing/make made making/meet met meeting/pay paid paying/put put putting
run run running/say said saying/see seen seeing/send sent sending/set set setting/show shown showing
speed sped speeding/spread spread spreading/stick stuck sticking/stop stopped stopping
swell swollen swelling/take taken taking/tell told telling/think thought thinking
write written writing
be been being/clot clotted clotting/stretch stretched stretching/plan planned planning
tear torn tearing
drag dragged dragging/mean meant meaning/read read reading/wet wet wetting/step stepped stepping/
control controlled controlling/leave left leaving/rub rubbed rubbing/trim trimmed trimming
die died dying/lie lain lying
"""
_FORMS = {
    base: (past, doing)
    for base, past, doing in (
        row.split() for line in _IRREGULAR.split("\n") for row in line.split("/") if row
    )
}
_THIRD = {"be": "is", "have": "has", "do": "does", "go": "goes"}
_UNCHANGED = frozenset(
    """
    a able an and as at blood by easily every for from hard in more much needed not of on
    one our person people reduction something that the to usual with without
    """.split()
)
"""First words of plain ones that take no ending."""
_DENIED = pattern(r"(?:do )?not (?P<deed>\w+)(?P<rest>.*)")
_ONE = pattern(r"an? (?P<noun>\w+)$")


def inflected(plain: str, ending: Ending) -> str:
    """Return plain words with the ending of what they stand for; ", " parts several of them."""
    return ", ".join(_with(words, ending) for words in plain.split(", ")) if ending else plain


def ending_of(form: str, base: str) -> Ending:
    """Return the ending that makes a form of the first one of its line; empty if none does."""
    first, stem = form.split(" ", 1)[0], base.split(" ", 1)[0].rstrip("+~")
    root = stem[:-1]
    if first == stem or not first.startswith(root):
        return ""
    if pattern(r"e?s").fullmatch(first.removeprefix(stem)) or first == f"{root}ies":
        return "s"
    doubled = stem + stem[-1:]
    if first in (f"{stem}ed", f"{stem}d", f"{root}ied", f"{doubled}ed"):
        return "ed"
    return "ing" if first in (f"{stem}ing", f"{root}ing", f"{doubled}ing") else ""


def _with(words: str, ending: Ending) -> str:
    """Return one choice of words with an ending at the word that takes it."""
    denied = _DENIED.fullmatch(words)
    if denied:
        deed, rest = denied["deed"], denied["rest"]
        return f"does not {deed}{rest}" if ending == "s" else f"not {_verb(deed, ending)}{rest}"
    one = _ONE.fullmatch(words)
    if one and ending == "s":
        return _verb(one["noun"], "s")
    first, _, rest = words.partition(" ")
    if first in _UNCHANGED or not first.isalpha():
        return words
    if rest.startswith("or "):  # "arm or leg"
        return f"{_verb(first, ending)} or {_verb(rest[3:], ending)}"
    return f"{_verb(first, ending)} {rest}".rstrip()


def _verb(word: str, ending: Ending) -> str:
    """Return a verb in its third person, as a participle or with -ing; a noun in its plural."""
    ends_in_y = word.endswith("y") and word[-2:-1] not in "aeiou"
    if ending == "s":
        if ends_in_y:
            return f"{word[:-1]}ies"
        sounded = word.endswith(("s", "x", "z", "ch", "sh"))
        return _THIRD.get(word, f"{word}es" if sounded else f"{word}s")
    if word in _FORMS:
        return _FORMS[word][ending == "ing"]
    root = word.removesuffix("e")
    if ending == "ed":
        return f"{word[:-1]}ied" if ends_in_y else f"{root}ed"
    return f"{word if word.endswith('ee') else root}ing"
