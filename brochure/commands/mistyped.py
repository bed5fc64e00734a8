"""What was meant by a mistyped command: one sentence with what to type in its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

NEAR_VERB, NEAR_OPTION, NEAR_CHOICE = 0.6, 0.72, 0.6
"""How like a word must be to one that is known, from 0 to 1."""
OTHER_WORDS = {
    "make": "build", "pdf": "build", "print": "build", "lint": "check", "validate": "check",
    "create": "new", "init": "new", "mail": "email", "update": "refresh", "show": "preview",
    "help": "--help", "version": "--version",
}  # fmt: skip
"""Words that other programs have for our verbs."""
_CHOICE = re.compile(r"argument (\S+): invalid choice: '(.*?)' \(choose from (.*)\)")


def meant(said: str, typed: list[str], verbs: Collection[str], usage: str) -> list[str]:
    """Return a sentence for each mistyped word of a command; none if one of them is a riddle.

    ``said`` is what the parser complains of, and ``usage`` names the options of the verb.
    """
    if said.startswith("unrecognized arguments: "):
        return _options(said.split()[2:], usage)
    found = _CHOICE.match(said)
    if found is None:
        return []
    where, word, choices = found.groups()
    if where == "COMMAND":
        return _verb(word, typed, verbs)
    known = {_bare(each): each for each in re.findall(r"[\w-]+", choices)}
    near = get_close_matches(_bare(word), known, 1, NEAR_CHOICE)
    return [_sentence(f"{where} has no choice `{word}`", known[near[0]])] if near else []


def _verb(word: str, typed: list[str], verbs: Collection[str]) -> list[str]:
    if typed and typed[0].startswith("-"):
        return [_sentence("the verb is missing", " ".join(["brochure build", *typed]))]
    if word.lower().endswith((".yaml", ".yml")):
        return [_sentence(f"`{word}` is not a verb", " ".join(["brochure build", *typed]))]
    other = OTHER_WORDS.get(word.lower())
    near = [other] if other else get_close_matches(word.lower(), verbs, 1, NEAR_VERB)
    return [_sentence(f"there is no verb `{word}`", f"brochure {near[0]}")] if near else []


def _options(words: list[str], usage: str) -> list[str]:
    known = dict(_typed_for(usage))
    told = []
    for word in words:
        if not word.startswith("-"):
            continue
        bare = _bare(word.partition("=")[0])
        near = [each for each in known if len(bare) > 2 and each.startswith(bare)]
        near = [bare] if bare in known else near or get_close_matches(bare, known, 1, NEAR_OPTION)
        if not near:
            return []
        told.append(_sentence(f"there is no option `{word}`", known[near[0]]))
    return told


def _typed_for(usage: str) -> Iterator[tuple[str, str]]:
    """Yield bare words with what is typed for each: the choices of options, then the options."""
    for option, choices in re.findall(r"(--[a-z-]+)\s+\{([^}]*)\}", usage):
        yield from ((_bare(word), f"{option} {word}") for word in re.findall(r"[\w-]{2,}", choices))
    yield from ((_bare(option), option) for option in re.findall(r"--[a-z-]+", usage))


def _bare(word: str) -> str:
    """Return the letters and digits of a word, small."""
    return re.sub(r"[\W_]", "", word.lower())


def _sentence(what: str, instead: str) -> str:
    return f"{what}; did you mean `{instead}`?"
