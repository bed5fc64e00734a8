"""What differs between the handouts of one clinic: phones, hours, doses, names, titles, reviews."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from brochure._startup.records import dataclass
from brochure.checks.doses import doses_in
from brochure.checks.handout_view import View
from brochure.checks.sameness import names_used
from brochure.model import Handout, Problem, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

SOON = 60
"""Days ahead in which a review counts as due."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a handout says: of what (kind and name), what, and where.

    Facts of one name are compared if ``apart`` is the same: the language, what a dose counts ...
    """

    kind: str
    name: str
    value: str
    line: int
    apart: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """What a handout says that others of its clinic say, too."""

    file: str
    title: str
    language: str
    due: str  # ISO date of the next review, empty if none is set
    facts: tuple[Fact, ...]


_SAYS: dict[str, tuple[Level, str]] = {
    "clinic": (
        "warning",
        "the clinic with the phone {name} is “{value}” here, “{other}” in {file}",
    ),
    "phone": ("warning", "the phone of {name} is {value} here, and {other} in {file}"),
    "hours": ("warning", "the hours of {name} are {value} here, and {other} in {file}"),
    "address": ("warning", "the address of {name} is {value} here, and {other} in {file}"),
    "dose": ("warning", "{name}: {value} here, and {other} in {file}"),
    "word": ("hint", "“{value}” here, and “{other}” in most other handouts, as in {file}"),
    "title": ("warning", "the title “{value}” stands on {file}, too"),
}
_HINTS = {
    "clinic": "keep one clinic file, and name it in each handout: clinic: clinic.yaml",
    "phone": "keep one clinic file, and name it in each handout: clinic: clinic.yaml",
    "hours": "keep one clinic file, and name it in each handout: clinic: clinic.yaml",
    "address": "keep one clinic file, and name it in each handout: clinic: clinic.yaml",
    "dose": "keep the right one, or say in both whom each is for",
    "word": "use one name for one thing in all handouts",
    "title": "say in each title what it alone is about",
}


def voice_of(handout: Handout, today: str) -> Voice:
    """Return what of a handout is held against others."""
    view = View(handout, today)
    clinic = handout.clinic
    name = clinic.name.plain
    own = (
        ("phone", clinic.phone, ""),
        ("hours", clinic.hours, view.language),
        ("address", clinic.address, ""),
    )
    facts = [
        Fact(kind, name, text.in_line, text.line, apart)
        for kind, text, apart in own
        if isinstance(text, Text)
    ]
    facts.append(Fact("clinic", clinic.phone.in_line, name, clinic.name.line))
    for passage in view.body if view.language in ("en", "es") else ():
        for sentence in passage.sentences:
            facts += [
                Fact("dose", drug, dose, passage.text.line, f"{kind} {view.language}")
                for drug, kind, dose, _ in doses_in(sentence.text)
            ]
    whole = "\n".join(passage.plain for passage in view.body) if view.english else ""
    facts += [Fact("word", str(row), word, handout.title.line) for row, word in names_used(whole)]
    title = handout.title.plain
    facts.append(Fact("title", f"{title.casefold()} {handout.language}", title, handout.title.line))
    return Voice(handout.file, title, handout.language, handout.review_by, tuple(facts))


def differences(voices: Iterable[Voice]) -> Iterator[Problem]:
    """Yield a problem for each fact that differs from what most handouts say of the same thing."""
    said: dict[tuple[str, str, str], list[tuple[Voice, Fact]]] = defaultdict(list)
    for voice in voices:
        for fact in dict.fromkeys(voice.facts):
            said[fact.kind, fact.name, fact.apart].append((voice, fact))
    for (kind, *_), uses in said.items():
        if kind == "title":
            yield from (_problem(each, uses[0][0], uses[0][1]) for each in uses[1:])
        elif len({_plain(fact) for _, fact in uses}) > 1:
            yield from _odd(uses)


def is_due(voice: Voice, today: str) -> bool:
    """Return whether a handout is to be read again within 60 days, or has been so long."""
    try:
        return bool(voice.due) and date.fromisoformat(voice.due) <= date.fromisoformat(
            today
        ) + timedelta(SOON)
    except ValueError:
        return False


def _odd(uses: list[tuple[Voice, Fact]]) -> Iterator[Problem]:
    """Yield the uses that are not as most are; one problem for each file and value."""
    counts: dict[str, int] = defaultdict(int)
    for _, fact in uses:
        counts[_plain(fact)] += 1
    main = max(counts, key=lambda value: counts[value])
    usual = next(each for each in uses if _plain(each[1]) == main)
    told = set()
    for voice, fact in uses:
        key = voice.file, _plain(fact)
        if key[1] != main and key not in told and voice.file != usual[0].file:
            told.add(key)
            yield _problem((voice, fact), *usual)


def _problem(odd: tuple[Voice, Fact], voice: Voice, usual: Fact) -> Problem:
    """Return what is said of a fact that differs."""
    own, fact = odd
    level, says = _SAYS[fact.kind]
    words = says.format(
        name=fact.name, value=fact.value, other=usual.value, file=f"{voice.file}:{usual.line}"
    )
    rule = f"folder-{fact.kind}"
    return Problem(own.file, fact.line, 1, level, words, _HINTS[fact.kind], rule)


def _plain(fact: Fact) -> str:
    """Return what a fact says for comparing: small letters and figures alone, a plural as one.

    A name is one only if it is written alike: "Lake View" is not "Lakeview".
    """
    if fact.kind == "clinic":
        return fact.value
    kept = "".join(letter for letter in fact.value.casefold() if letter.isalnum())
    return kept.removesuffix("s")
