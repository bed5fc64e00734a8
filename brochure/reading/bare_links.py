"""Phones, web and e-mail addresses in running text become links; numbers of other things do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import replace
from brochure.model import Clinic, Span, Text
from brochure.model.phones import LEAST_SPELLED, count_digits, find_phones, is_own, read_phone
from brochure.model.web_addresses import host_of, website_link
from brochure.remember import remember

RUNNING = frozenset(("paragraph", "item", "caption", "contact", "source", "email"))
"""Kinds of texts whose words may be tapped; a title or heading is no link."""

Place = tuple[int, int, str]
"""Where a link's words begin and end in a text, and its target."""


def live(text: Text, clinic: Clinic) -> Text:
    """Return the text with what can be called or opened as links; itself if there is nothing."""
    bare = "".join([span.text for span in text.spans if not span.href])
    digits, dotted = count_digits(bare) >= LEAST_SPELLED, _dotted(bare)
    if not digits and not dotted:
        return text
    plain = text.plain
    places = [*_addresses(plain, clinic)] if dotted else []
    places += [*_phones(plain, clinic), *_short_numbers(plain)] if digits else []
    return replace(text, spans=linked(text.spans, places)) if places else text


def _dotted(plain: str) -> bool:
    """Return whether a text may hold an address: a dot within a word, or an @."""
    if "@" in plain:
        return True
    inner = plain.replace(". ", " ").rstrip(". ")
    return "." in inner and any("." in word.strip(_END) for word in inner.split())


def linked(spans: Sequence[Span], places: Iterable[Place]) -> tuple[Span, ...]:
    """Return the spans with links at places of their joined text; none within another link."""
    made: list[Span] = []
    at = 0
    free = sorted(_apart(spans, places))
    for span in spans:
        end, done = at + len(span.text), at
        for start, stop, href in free:
            if span.href or stop <= done or start >= end:
                continue
            first, last = max(start, at), min(stop, end)
            made += _piece(span, span.text[done - at : first - at])
            made += _piece(replace(span, href=href), span.text[first - at : last - at])
            done = last
        made += _piece(span, span.text[done - at :])
        at = end
    return tuple(made)


def _piece(span: Span, text: str) -> list[Span]:
    return [replace(span, text=text)] if text else []


def _apart(spans: Sequence[Span], places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places that touch no link of the text and no place before them."""
    taken: list[tuple[int, int]] = []
    at = 0
    for span in spans:
        if span.href:
            taken.append((at, at + len(span.text)))
        at += len(span.text)
    for start, stop, href in places:
        if all(stop <= first or start >= last for first, last in taken):
            taken.append((start, stop))
            yield start, stop, href


# -------------------------------------------------------------- addresses

_END = ".,;:!?)]}\"'”’»…*"
_WORD = r"0-9A-Za-z_\u00c0-\u0556\u0560-\u0588\u1e00-\u1fff"
"""What makes one word with an address or a number beside it: letters of scripts that part them."""
_HOST = r"0-9A-Za-z\u00df-\u00f6\u00f8-\u024f"
"""What the name of a host begins and ends with: Latin letters, those with accents, too."""
_REST = r"[^\s<>\"\u0589-\u1cff\u2e80-\U0010ffff]"
"""What the rest of an address may hold: nothing of a script whose words touch it."""
_TOP = "com|org|net|gov|edu|mil|int|info|health|example|us|ca|uk|au|nz|mx|es|fr|de|ch|eu|vn|ph"
"""Last parts of hosts that are no English words, so a lost space is no address ("pain.it")."""


@remember(1)
def _web() -> re.Pattern[str]:
    named = f"(?=[{_HOST}-]*[A-Za-z])"
    host = (
        named + rf"(?:[{_HOST}](?:[{_HOST}-]{{0,62}}[{_HOST}])?\.){{1,8}}(?:{_TOP})(?![\w-]|\.\w)"
    )
    return compiled(
        rf"(?a)(?<![{_WORD}@/.&=-])"
        rf"(?:(?:[hH][tT][tT][pP][sS]://|[wW]{{3}}\.){_REST}+|{host}(?:/{_REST}*)?)"
        rf"|(?<![{_WORD}@/.+-])[A-Za-z0-9][\w.+-]{{0,63}}@(?:[A-Za-z0-9-]{{1,63}}\.){{1,8}}[A-Za-z]{{2,24}}(?![\w-])",
    )


@remember(256)
def _own_site(host: str) -> re.Pattern[str]:
    end = rf"(?![{_WORD}-]|\.[{_WORD}])"
    return re.compile(
        rf"(?<![{_WORD}@/.-])(?:https://)?(?:www\.)?{re.escape(host)}{end}([/?#]{_REST}*)?",
        re.IGNORECASE,
    )


def _addresses(plain: str, clinic: Clinic) -> Iterator[Place]:
    """Yield the clinic's own site in any spelling, then other web and mail addresses."""
    from brochure.reading.link_targets import is_email, link_fault

    if clinic.website:
        own = host_of(clinic.website.plain)
        home = website_link(clinic.website.plain)
        for found in _own_site(own).finditer(plain):
            end = _trimmed(plain, found.start(), found.end())
            path = plain[found.start(1) : end] if found[1] else ""
            base = home[: 8 + len(home[8:].partition("/")[0])]
            yield found.start(), end, base + path if path.strip("/") else home
    for found in _web().finditer(plain):
        end = _trimmed(plain, found.start(), found.end())
        words = plain[found.start() : end]
        if "@" in words and "/" not in words:
            if is_email(words):
                yield found.start(), end, f"mailto:{words}"
        elif (fault := link_fault(website_link(words))) is not None and not fault.message:
            yield found.start(), end, website_link(words)


def _trimmed(plain: str, start: int, end: int) -> int:
    """Return where an address ends before the signs of its sentence."""
    while end > start and plain[end - 1] in _END:
        if plain[end - 1] == ")" and plain.count("(", start, end) >= plain.count(")", start, end):
            break
        end -= 1
    return end


# ----------------------------------------------------------------- phones


def _phones(plain: str, clinic: Clinic) -> Iterator[Place]:
    """Yield the clinic's phone in any spelling, and what is surely another phone."""
    own = read_phone(clinic.phone.plain)
    for typed in [
        each for each in dict.fromkeys((own.typed, own.number)) if each and each in plain
    ]:
        for found in _standing_alone(typed).finditer(plain):
            yield *found.span(), (own if typed == own.typed else replace(own, extension="")).link
    for phone in find_phones(plain):
        if phone.local and is_own(phone, own):
            yield phone.start, phone.end, replace(own, extension=phone.extension).link
        elif phone.sure or is_own(phone, own) or phone.helpline:
            yield phone.start, phone.end, phone.link


@remember(256)
def _standing_alone(typed: str) -> re.Pattern[str]:
    """Return what finds a phone as the clinic types it, and not within a longer number."""
    return re.compile(rf"(?<![{_WORD}$€£#+./-]){re.escape(typed)}(?![{_WORD}%]|[-./][{_WORD}])")


SHORT_NUMBERS = {
    "911": "emergencies",
    "988": "Suicide & Crisis Lifeline",
    "211": "help in the community",
    "311": "the city",
    "711": "relay for people who are deaf",
    "112": "emergencies in Europe, and on any mobile phone",
}
"""Numbers of three digits that are called as they are."""
CALLS = frozenset(
    "call calling dial phone telephone text ring emergency emergencies lifeline hotline helpline "
    "crisis relay tty tdd llame llamar llama marque marcar marca emergencia emergencias appelez "
    "appeler composez urgence urgences rufen wählen anrufen notruf gọi tumawag tawagan "
    "tawag".split()
)
"""Words that say that a number is called."""
_CALLED_AFTER = tuple(
    "звон вызов набер զանգ ይደውሉ 打电话 電話 전화 تماس زنگ फ़ोन फोन कॉल ਫ਼ੋਨ ਕਾਲ ফোন কল".split()
)
"""Beginnings of such words in other scripts, which may stand behind the number, too."""
CALLED_BY = (*_CALLED_AFTER, *"拨打 撥打 致电 致電 تصل התקשר חייג โทร ទូរស័ព្ទ ទូរសព្ទ".split())
"""Beginnings of such words in other scripts, with those that stand before the number alone."""
_PARTS = r"[.!?;,\u060c\u061b\u061f\u06d4\u0964\u1362\u3002\uff01\uff0c\uff1b\uff1f]"
"""What parts a number from the words behind it."""
_NEW_CLAUSE = _PARTS + r"\s*(?=[^\W\d_])"
"""What parts it from those before it: a sign with words behind, and no further number."""
_NEAR = 24
"""Characters beside a number in which they are looked for."""
BETWEEN = frozenset(
    "to at or and on the number is via al a el o y u número au le ou et die den unter oder und "
    "số sa ang".split()
)
"""Words that may stand between such a word and its number."""
_COUNTED = frozenset(
    "mg g kg mcg ml l dl cm mm m km percent calories patients people cases times days weeks months "
    "years hours minutes steps pages beds units".split()
)
"""Words behind a number that say that it counts something."""


@remember(1)
def _short() -> re.Pattern[str]:
    numbers = "|".join(SHORT_NUMBERS)
    return compiled(
        rf"(?<![{_WORD}$€£¥#+./,:])(?<![^\u0590-\u06ff]-)(?:{numbers}|9-1-1)(?![{_WORD}%°$€£]|[-–./,:]\d|-[{_WORD}])"
    )


def _short_numbers(plain: str) -> Iterator[Place]:
    """Yield the short numbers that a text says to call."""
    some = any(number in plain for number in (*SHORT_NUMBERS, "9-1-1"))
    for found in _short().finditer(plain) if some else ():
        alone = found[0] == "911" and not any(map(str.isalnum, plain.replace("911", "")))
        called = is_called(plain[: found.start()]) and not counts(plain[found.end() :])
        if alone or called or _called_beside(plain, *found.span()):
            yield found.start(), found.end(), f"tel:{found[0].replace('-', '')}"


def is_called(before: str) -> bool:
    """Return whether the words before a number say that it is called."""
    sentence = compiled(r"[.!?;](?:\s|$)").split(before[-80:])[-1]
    words = compiled(r"[^\W\d_]+").findall(sentence.lower())[-10:]
    if not words or not set(words) & CALLS:
        return False
    return words[-1] in CALLS or words[-1] in BETWEEN or sentence.rstrip()[-1:] in (",", ":", "/")


def _called_beside(plain: str, start: int, stop: int) -> bool:
    """Return whether a word of another script beside a number says that it is called."""
    before = compiled(_NEW_CLAUSE).split(plain[max(0, start - _NEAR) : start].lower())[-1]
    behind = compiled(_PARTS).split(plain[stop : stop + _NEAR].lower())[0]
    return any(word in before for word in CALLED_BY) or any(
        word in behind for word in _CALLED_AFTER
    )


def counts(behind: str) -> bool:
    """Return whether the word behind a number says what it counts, or is a street."""
    word = compiled(r"[ \u00a0]+([^\W\d_]+)").match(behind)
    return word is not None and (word[1].lower() in _COUNTED or word[1][0].isupper())
