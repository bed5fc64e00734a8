"""Runs to the text of a content file: stars, links and raised signs; typed marks stay text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from brochure._startup.records import dataclass, replace
from brochure.importing.pieces import Run, Told
from brochure.model.phones import Phone, find_phones, is_own, read_phone
from brochure.reading.inline_markup import tidy
from brochure.reading.link_targets import link_fault

SPACES = dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\n"), " ")
"""Special spaces, which the program sets itself where they belong."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Writes runs; ``own`` are the clinic's phones, ``told`` gathers what is changed.

    The first of ``own`` is written ``{phone}``.
    """

    own: tuple[Phone, ...]
    told: list[Told]

    def text(self, runs: Sequence[Run], *, plain: bool = False) -> str:
        """Return runs as one text of a content file; ``plain`` leaves bold and italic out."""
        kept = [replace(run, text=run.text.translate(SPACES)) for run in self._kept(runs)]
        if plain:
            kept = [replace(run, bold=False, italic=False) for run in kept]
        return tidy("".join(_written(self._with_phone(_joined(kept)))))[0]

    def _kept(self, runs: Sequence[Run]) -> Iterator[Run]:
        """Yield runs with links that work; marks of footnotes are left out."""
        for run in runs:
            if run.href.startswith("#") and (run.shift or run.text.strip("[]() ").isdigit()):
                self.told.append(Told("the mark of a footnote", run.text))
                continue
            yield replace(run, href=self._target(run)) if run.href else run

    def _target(self, run: Run) -> str:
        """Return a link's target as a content file takes it; empty if it is left out."""
        href = run.href.strip().replace(" ", "%20")
        if href.lower().startswith("http://"):
            href = f"https{href[4:]}"
            self.told.append(
                Told(f"the link now begins with https: {href}; try it", run.text, left=False)
            )
        if href.lower().startswith("tel:"):
            number = read_phone(href[4:].replace("%20", " "))
            href = number.link or ""
        if href.count("(") != href.count(")"):
            href = href.replace("(", "%28").replace(")", "%29")
        fault = link_fault(href) if href else None
        if fault is None or fault.message:
            if run.text.strip():
                self.told.append(Told(f"the link to {run.href or 'nowhere'}", run.text))
            return ""
        return href.replace("{", "%7B").replace("}", "%7D")

    def _with_phone(self, runs: list[Run]) -> list[Run]:
        """Return runs with ``{phone}`` in place of the clinic's own number."""
        if not self.own:
            return runs
        whole = "".join([run.text for run in runs])
        runs = [_dialling(run, self.own[0]) for run in runs]
        for phone in reversed(find_phones(whole)):
            if not phone.extension and is_own(phone, self.own[0]):
                runs = _replaced(runs, phone.start, phone.end)
        return runs


def _dialling(run: Run, own: Phone) -> Run:
    """Return a link that dials the clinic as one to ``{phone}``."""
    if run.href.startswith("tel:") and is_own(read_phone(run.href[4:]), own):
        return replace(run, href="tel:{phone}")
    return run


def _replaced(runs: Sequence[Run], start: int, end: int) -> list[Run]:
    """Return runs with ``{phone}`` in place of the letters between two places."""
    made: list[Run] = []
    at = 0
    done = False
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if run.fact or first >= len(run.text) or last <= 0:
            made.append(run)
            continue
        href = "" if run.href.startswith("tel:") else run.href
        named = [] if done else [replace(run, text="{phone}", fact=True, href=href)]
        done = True
        made += [replace(run, text=run.text[:first]), *named, replace(run, text=run.text[last:])]
    return [run for run in made if run.text]


# ------------------------------------------------------------------- writing


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one style joined; spaces at their ends have no style."""
    made: list[Run] = []
    for run in runs:
        words = run.text.strip(" ")
        if not words:
            run = replace(run, bold=False, italic=False, shift="")
        for part in _trimmed(run, words):
            last = made[-1] if made else None
            if last and replace(last, text="") == replace(part, text=""):
                made[-1] = replace(last, text=last.text + part.text)
            elif part.text:
                made.append(part)
    return _bridged(_upright_in_words(made))


def _upright_in_words(runs: list[Run]) -> list[Run]:
    """Return runs without italic where it begins or ends amid a word: stars there are text."""
    return [
        replace(run, italic=False) if run.italic and _amid(runs, at) else run
        for at, run in enumerate(runs)
    ]


def _amid(runs: Sequence[Run], at: int) -> bool:
    before = runs[at - 1].text[-1:] if at else " "
    after = runs[at + 1].text[:1] if at + 1 < len(runs) else " "
    return before.isalnum() or after.isalnum()


def _trimmed(run: Run, words: str) -> tuple[Run, ...]:
    """Return a run, and the spaces at its ends by themselves."""
    if words == run.text or not words:
        return (run,)
    start = run.text.index(words)
    space = Run("", href=run.href)
    before, after = run.text[:start], run.text[start + len(words) :]
    return replace(space, text=before), replace(run, text=words), replace(space, text=after)


def _bridged(runs: list[Run]) -> list[Run]:
    """Return runs where a space between two of one style has that style, too."""
    made: list[Run] = []
    for at, run in enumerate(runs):
        after = runs[at + 1] if at + 1 < len(runs) else None
        if made and after and not run.text.strip(" "):
            same = replace(made[-1], text="") == replace(after, text="")
            run = replace(after, text=run.text) if same else run
        if made and replace(made[-1], text="") == replace(run, text="") and not run.fact:
            made[-1] = replace(made[-1], text=made[-1].text + run.text)
        else:
            made.append(run)
    return made


def _written(runs: Sequence[Run]) -> Iterator[str]:
    """Yield the marks and words of runs: links around bold, bold around what is raised."""
    for href, linked in groupby(runs, lambda run: run.href):
        inner = "".join(_styled(list(linked)))
        yield _linked(inner, href) if href else inner


def _styled(runs: Sequence[Run]) -> Iterator[str]:
    for (bold, italic), group in groupby(runs, lambda run: (run.bold, run.italic)):
        words = "".join(map(_plain, group))
        mark = "**" if bold else "*" if italic else ""
        inner = words.strip(" ")
        start = words.index(inner) if inner else 0
        lead, tail = words[:start], words[start + len(inner) :]
        yield f"{lead}{mark}{inner}{mark}{tail}" if inner else words


def _plain(run: Run) -> str:
    """Return the words of a run; what would be read as a mark has a backslash."""
    if run.fact:
        return run.text
    words = re.sub(r"[*{]", r"\\\g<0>", run.text)
    words = re.sub(r"\[(?=[^\]]*\][({])", r"\\[", words)
    mark = {"sub": "~", "sup": "^"}.get(run.shift, "")
    return f"{mark}{words}{mark}" if mark and len(words) <= 12 and " " not in words else words


def _linked(words: str, href: str) -> str:
    """Return a link; one whose words are its target is live as it stands."""
    bare = href.split(":", 1)[1].removeprefix("//").rstrip("/")
    if words.strip("* ").removeprefix("https://").removeprefix("http://").rstrip("/") == bare:
        return words
    inner = words.strip(" ")
    if not inner:
        return words
    lead = words[: words.index(inner)]
    return f"{lead}[{inner}]({href}){words[len(lead) + len(inner) :]}"


def phones_in(texts: Iterable[Sequence[Run]]) -> list[Phone]:
    """Return every phone that texts give, as often as they do, in order."""
    found: list[Phone] = []
    for runs in texts:
        found += find_phones("".join([run.text for run in runs]))
        found += [
            read_phone(run.href[4:])
            for run in runs
            if run.href.lower().startswith("tel:") and not find_phones(run.text)
        ]
    return [phone for phone in found if phone.digits]
