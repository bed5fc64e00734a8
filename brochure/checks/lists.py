"""Rules about the form of lists: items that begin alike, and end alike."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.checks.structure import DEEDS
from brochure.model import Text

_FEWEST = 3
_STOP = pattern(r"[.!?][”\"’)]*$")
_TAIL = pattern(r"(?:[,;]|,? (?:and|or))$")
_DEEDS = frozenset(
    ("do not", "don't", "no", "never", "always", "please", "be sure", "tell", *DEEDS)
)
_DOING = pattern(
    r"^(?!during|nothing|anything|something|everything|morning|evening|king"
    r"|bleeding|swelling|vomiting|itching|burning|breathing|bruising|tingling|wheezing|coughing"
    r"|sneezing|cramping|spotting|ringing|snoring|feeling|draining|throbbing|peeling)\w{2,}ing\b"
    r"(?!.*\b(?:is|are|does|do|gets?|lasts?|that|can|may|will|helps?|makes?|means?|has|have)\b)",
    re.I,
)


def parallel_list(view: View) -> Iterator[Finding]:
    """Find the item that begins otherwise than the others: all with the deed, or all with -ing."""
    for texts in _lists(view):
        for begins, differs, words in (
            (_asks, _names_or_tells, "with what to do"),
            (_names_doing, _asks_or_tells, "with a word in -ing"),
        ):
            odd = [text for text in texts if not begins(text.plain)]
            few = 0 < len(odd) <= len(texts) // 4
            if len(texts) > _FEWEST and few and differs(odd[0].plain):
                yield Finding(
                    f"the other items begin {words}, and this one does not",
                    "begin all items of a list alike",
                    odd[0],
                )


_CLAUSE = pattern(
    r"^(?:you|we|they|he|she|it|there|this|your \w+) (?:should|can|may|must|will|need|have|has"
    r"|is|are|get|gets|feel|feels|cannot|do|does)\b",
    re.I,
)
_SETTING = pattern(
    r"^(?:if|when|whenever|once|before|after|as|at|on|in|for|until|unless|every|each|during|while"
    r"|with|from|by|to|since|because)\b[^.]*?,\s+",
    re.I,
)
"""What says when or for whom a deed is: "If it bleeds, press on it"."""
_NAME = pattern(
    r"^(?:an?|the|your|our|his|her|their|this|these|that|those|some|any|no|i|nothing|something)\b"
    r"|^(?!focus\b|bias\b)\w{2,}[^su\W]s\b|^\w+(?:ness|ism|tions?|ment|ity|ology|ache|ance|ence)\b"
    r"|^(?:(?:severe|bad|chest|back|belly|stomach|high|new|less|plenty|more|worse) )*"
    r"(?:pain|fever|blood|medicine|surgery|food|redness|pus)\b|^to \w|^\d"
    r"|^(?:cold|hot|small|large|soft|hard|light|heavy|plain|fresh|loose|tight|short|long"
    r"|regular|daily"
    r"|good|gentle|extra|frequent|early|late|low|full|deep|healthy|other|several|many|most|two"
    r"|three"
    r"|four|five|one|all|both|each|any) (?!water\b.*\bit\b)[a-z]",
    re.I,
)
"""How an item begins that names a thing. A word that may be a deed is none: "Season"."""


def mixed_list(view: View) -> Iterator[Finding]:
    """Find a list whose items have three forms: "Rest", "Drinking water", "You should walk"."""
    for texts in _lists(view):
        forms = [_form(text.plain) for text in texts]
        known = [form for form in forms if form]
        if len(set(known)) > 2 or (len(set(known)) == 2 and _is_even(known)):
            odd = next(text for text, form in zip(texts, forms, strict=True) if form != known[0])
            yield Finding(
                "the items of this list begin in different ways",
                "begin all alike: each with what to do, or each with a name of a thing",
                odd,
            )


def _form(item: str) -> str:
    """Return how an item begins: with a deed, a word in -ing, "to", or a whole sentence."""
    if _CLAUSE.match(item):
        return "clause"
    if _names_doing(item):
        return "doing"
    if pattern(r"to \w", re.I).match(item):
        return "to"
    return "deed" if _asks(item) else ""


def _is_even(forms: Sequence[str]) -> bool:
    """Return whether of two forms the rarer has more than one item in four."""
    least = min(forms.count(form) for form in set(forms))
    return len(forms) > 2 and 4 * least > len(forms) and "doing" in forms


def list_stops(view: View) -> Iterator[Finding]:
    """Find a list of which some items end with a full stop, and items that end with a comma."""
    for texts in _lists(view):
        tails = [text for text in texts if view.english and _TAIL.search(text.plain)]
        texts = [text for text in texts if not _ends_by_itself(text.plain)]
        ends = [bool(_STOP.search(text.plain)) for text in texts]
        if len(tails) > 1:
            yield Finding(
                "items of this list end with commas, semicolons or “and”",
                "end items with nothing, or whole sentences with a full stop",
                tails[0],
            )
        elif any(ends) and not all(ends):
            rarer = sum(ends) * 2 <= len(ends)
            odd = texts[ends.index(rarer)]
            how = "this item ends with a full stop, others of the list do not"
            other = "this item ends without a full stop, others of the list have one"
            yield Finding(how if rarer else other, "end all items of a list alike", odd)


_SENTENCES = pattern(r"[.!?][”\"’)]*\s+[A-Z“\"(].*[.!?][”\"’)]*$", re.DOTALL)
_ADDRESS_LAST = pattern(r"(?:\w[./@]\w[\w./-]*|[\d)] ?[\d –-]{4,})\)?$")


def _ends_by_itself(item: str) -> bool:
    """Return whether an item ends as it must whatever the others do: sentences, an address."""
    return bool(_SENTENCES.search(item) or _ADDRESS_LAST.search(item))


def _lists(view: View) -> Iterator[Sequence[Text]]:
    """Yield the texts of each list, and of each list nested in an item."""
    for section in view.handout.sections:
        for items in (listed.items for listed in section.lists):
            if len(items) >= _FEWEST:
                flat = [item.text for item in items if not item.items]
                yield [text for text in flat if not text.plain.endswith(":")]
            yield from (item.items for item in items if len(item.items) >= _FEWEST)


def _asks(item: str) -> bool:
    """Return whether an item begins with a deed of the reader's, or with when to do it."""
    first = _SETTING.sub("", item).lower().replace("’", "'").split(" ", 3)
    if first[0].endswith("ly") and len(first) > 1:
        first = first[1:]  # "regularly move the joint"
    return first[0].strip(",.;:") in _DEEDS or " ".join(first[:2]) in _DEEDS


def _names_doing(item: str) -> bool:
    """Return whether an item begins with a word such as "resting"; "bring" is none."""
    return bool(_DOING.match(item)) and not _asks(item)


def _names_or_tells(item: str) -> bool:
    """Return whether an item surely begins with a thing, a word in -ing or a whole sentence."""
    rest = _SETTING.sub("", item)
    return bool(_CLAUSE.match(rest) or _NAME.match(rest) or _DOING.match(rest))


def _asks_or_tells(item: str) -> bool:
    """Return whether an item begins with a deed or is a whole sentence; a thing goes with -ing."""
    return _asks(item) or bool(_CLAUSE.match(item))
