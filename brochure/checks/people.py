"""A rule about words for people: the person first, the illness after.

Source: CDC, Health Equity Guiding Principles (preferred terms); the pairs are our own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from brochure._startup.kept_tables import kept_table
from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

LABELS = Path(__file__).parent / "english" / "labels.txt"
"""The table; its head says how a line is read."""


def label_for_people(view: View) -> Iterator[Finding]:
    """Find words that make an illness or a state the name of a person; each once."""
    told: set[str] = set()
    ends: set[object] = set()  # "drug addicts" is told, and "addicts" in it is not
    every, by_word = _rows(view.language), _by_word(view.language)
    near = sorted({number for word in by_word.keys() & view.words for number in by_word[word]})
    rows = [every[number] for number in near if _may_stand(every[number][0], view.words)]
    rows.sort(key=lambda row: -len(row[0]))
    for passage in view.body_holding(*(_pattern(form) for form, _ in rows)):
        for form, better in rows:
            found = _unnamed(_pattern(form), passage.plain)
            key = (passage.text, found.end()) if found else None
            if found and key not in ends and better + found.group().lower() not in told:
                told.add(better + found.group().lower())
                ends.add(key)
                yield Finding(
                    f"“{found.group()}”: many people do not want to be spoken of so",
                    f"say: {_as_many(better, found.group())}",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def _as_many(better: str, said: str) -> str:
    """Return what to say of one person if one is spoken of: "a diabetic" is one."""
    if not said.lower().startswith(("a ", "an ")) or not better.startswith("people "):
        return better
    verb = pattern(r"people who (\w+)").match(better)
    if verb:
        one = {"are": "is", "have": "has"}.get(verb[1], f"{verb[1]}s")
        return f"a person who {one}{better[verb.end() :]}"
    return better.replace("people", "a person", 1)


def _unnamed(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return where a form stands that is no part of a name: "Institute on Drug Abuse"."""
    return next((each for each in form.finditer(text) if not _is_name(each, text)), None)


def _is_name(found: re.Match[str], text: str) -> bool:
    """Return whether all words have a capital, and so has what stands beside them."""
    words = found.group().split()
    if not all(word[0].isupper() for word in words):
        return False
    beside = pattern(r"[A-Z][\w’']+ (?:(?:on|of|for|and|the) )*$").search(text[: found.start()])
    return bool(beside or pattern(r" (?:(?:and|of) )?[A-Z]").match(text[found.end() :]))


@remember(2)
def _rows(language: str) -> tuple[tuple[str, str], ...]:
    """Return each form of a language's table with what to say for it."""
    if language == "es":
        from brochure.checks.spanish import people

        labels = people.LABELS
    else:
        labels = LABELS.read_text("utf-8")
    lines = (line for line in labels.strip().split("\n") if not line.startswith("#"))
    rows = (line.split(" | ") for line in lines)
    return tuple((form, better) for forms, better in rows for form in forms.split(" / "))


@remember(2)
def _by_word(language: str) -> dict[str, list[int]]:
    """Return the numbers of the forms by each word that their longest part may be."""
    own = Path(__file__)
    sources = str(own), str(LABELS), str(own.parent / "spanish" / "people.py")
    return kept_table(f"labels-{language}", sources, partial(_found_words, language))  # type: ignore[no-any-return]


def _found_words(language: str) -> dict[str, list[int]]:
    """Return the table that `_by_word` keeps."""
    found: dict[str, list[int]] = {}
    for number, (form, _) in enumerate(_rows(language)):
        longest = max(_choices(form), key=lambda words: min(map(len, words)))
        for word in {each.split()[0] for each in longest}:
            found.setdefault(word, []).append(number)
    return found


def _may_stand(form: str, words: frozenset[str]) -> bool:
    """Return whether a text has the words of a form: all outside brackets, one of those within."""
    return all(
        any(all(word in words for word in each.split()) for each in choices)
        for choices in _choices(form)
    )


@remember(512)
def _choices(form: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a form one after the other, each with the others it may be."""
    parts = pattern(r"\([^()]*\)|[^\s()]+").findall(form.replace("-", " ").replace("'", " "))
    found = []
    for part in parts:
        words = part.strip("()").split("|")
        both = ((word.removesuffix("s?"), word.replace("?", "")) for word in words)
        found.append(tuple(word for pair in both for word in pair))
    return tuple(found)


@remember(512)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a form."""
    return pattern(_source(form), _FLAGS)


_FLAGS = re.IGNORECASE


@remember(512)
def _source(form: str) -> str:
    """Return the expression of a form; "the" and "a" make a label only where no noun follows."""
    bare = form.startswith(("the ", "a ", "an ")) and "(" not in form
    spaced = form.replace(" (", "[ ](?:")
    return rf"\b{spaced}{_ALONE if bare else chr(92) + 'b'}"


_ALONE = (
    r"(?=[.,;:!?)]|$|\s(?:and|or|are|is|who|can|may|should|must|have|has|in|with|need|often"
    r"|at|fall|get|feel"
    r"|live|take|use|do|does|will|would|could|tend|die|suffer|needs|feels|gets|takes|lives"
    r"|cannot|to|for|on"
    r"|by|also|still|always|never|usually|sometimes|already|more|most|less|especially|do|make|go|see|want|know|come|seem|benefit|heal|recover|sleep|react|respond|call|ask|visit|join|bring|eat|drink|lose|catch|as|from|whose|that|when|if|before|after|at)\b)"
)
