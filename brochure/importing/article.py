"""The door: a document's bytes become the text of a content file, and what did not come is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from brochure._startup.records import dataclass, replace
from brochure.importing.content_file import Head, written
from brochure.importing.kinds import kind_of, reader_of
from brochure.importing.marked_text import Marker, phones_in
from brochure.importing.pieces import Run, Told, refusal
from brochure.importing.shape import Article, shape
from brochure.language.spoken import mismatch
from brochure.model.phones import Phone, read_phone, same_number
from brochure.reading.schema import MAX_SECTIONS

MOST_WORDS = 20_000
"""Words of the longest document that is taken; a handout holds some 700."""
DEFAULT = "en-US"


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read: its article, its language, and the phone that it surely gives.

    ``unit`` is what the places of ``article.told`` count. ``phone`` is empty if there is none, or
    more than one, that could be the clinic's.
    """

    article: Article
    language: str
    phone: str = ""
    unit: str = "line"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """The text of a content file, and a line for each thing that came otherwise or not at all."""

    text: str
    told: tuple[str, ...] = ()


def take(data: bytes, name: str, language: str = "") -> Taken:
    """Return what a document holds; its kind is told by its name and its first bytes.

    ``language`` is that of the text, if it is known. Raises ContentError, in one sentence, for
    what cannot be taken, and MissingReaderError if a library is not installed.
    """
    document = reader_of(kind_of(data, name), name)(data, name)
    stem = re.split(r"[/\\]", name)[-1].rsplit(".", 1)[0]
    fallback = " ".join(re.split(r"[\s_-]+", stem)).strip().capitalize()
    article = shape(replace(document, language=language or document.language), fallback)
    words = " ".join("".join([run.text for run in runs]) for runs in texts(article))
    count = len(words.split())
    if not article.parts:
        raise refusal(
            name, "the file has no text under its title", "Choose the file with the words."
        )
    if count > MOST_WORDS or len(article.parts) > MAX_SECTIONS:
        message = f"the file has {count:,} words in {len(article.parts)} sections"
        raise refusal(name, message, "A handout holds some 700 words: cut the file into parts.")
    spoken = language or _language(document.language, words)
    return Taken(article, spoken, _phone(article), document.unit, name)


def _language(said: str, words: str) -> str:
    """Return the language of a text: what the document says, unless the words surely differ."""
    tag = said.strip().replace("_", "-")
    known = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-[A-Za-z]{2})?", tag)
    named = tag if known else DEFAULT
    heard = mismatch(words, named)
    if heard and heard != "other":
        named = DEFAULT if heard == "en" else heard
    return DEFAULT if named == "en" else named


def texts(article: Article) -> Iterator[Sequence[Run]]:
    """Yield every text of an article but its title."""
    for part in article.parts:
        yield (Run(part.heading),)
        for block in part.blocks:
            yield from (block.runs, block.by)
            for item in block.items:
                yield item.runs
                yield from item.items
            for row in block.rows:
                yield from row


def _phone(article: Article) -> str:
    """Return the one phone that a text gives, as typed; helplines and toll-free ones aside."""
    found = [p for p in phones_in(texts(article)) if not (p.helpline or p.toll_free or p.local)]
    alike = all(same_number(phone, found[0]) for phone in found)
    if not found or not alike:
        return ""
    return Counter(phone.number for phone in found).most_common(1)[0][0]


def imported(taken: Taken, head: Head, phones: Sequence[str] = ()) -> Imported:
    """Return the content file of a document, in which the clinic's phone is ``{phone}``.

    ``phones`` are the clinic's numbers, the one to call first.
    """
    told = list(taken.article.told)
    own = tuple(phone for text in phones if (phone := read_phone(text)).digits)
    marker = Marker(own, told)
    head = replace(head, language=taken.language)
    text = written(taken.article, head, marker)
    told += _other_phones(taken.article, own)
    ordered = sorted(told, key=lambda each: (each.line == 0, each.line))
    return Imported(text, tuple(dict.fromkeys(_sentence(each, taken.unit) for each in ordered)))


def _other_phones(article: Article, own: Sequence[Phone]) -> Iterator[Told]:
    """Yield each phone that is not the clinic's."""
    seen: list[Phone] = []
    for phone in phones_in(texts(article)):
        known = [*own, *seen]
        if phone.helpline or any(same_number(phone, each) for each in known):
            continue
        seen.append(phone)
        yield Told(
            "a phone that is not the clinic's; look whether it is right", phone.typed, left=False
        )


SHOWN = 60
"""Letters of the first words that are shown of what was left out."""


def _sentence(told: Told, unit: str) -> str:
    """Return what is told as one line: its place, what it is, its first words."""
    words = " ".join(told.words.split())
    shown = f": “{words[:SHOWN].rstrip()}{'…' if len(words) > SHOWN else ''}”" if words else ""
    place = f"{unit} {told.line}: " if told.line else ""
    return f"{place}{'left out: ' if told.left else ''}{told.what}{shown}"
