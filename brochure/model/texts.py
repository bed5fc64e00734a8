"""The one walk over the texts of a handout: where each stands, and what kind of text it is.

A noun that gains a text gains a row here; a test compares the table with the nouns' fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import is_not

from brochure._startup.records import replace
from brochure.model.content import (
    Clinic,
    ClinicPhone,
    Contact,
    Cover,
    Email,
    FillIn,
    Handout,
    Icon,
    Image,
    Item,
    ItemList,
    Location,
    Paragraph,
    Quote,
    Section,
    Side,
    Table,
    TableRow,
    Text,
    Tip,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from brochure.model.choices import TextKind

    Noun = TypeVar(
        "Noun",
        Handout,
        Side,
        Section,
        Paragraph,
        ItemList,
        Item,
        Table,
        TableRow,
        FillIn,
        Quote,
        Tip,
        Icon,
        Image,
        Cover,
        Contact,
        Clinic,
        ClinicPhone,
        Location,
        Email,
    )

Place = tuple[str | int, ...]
"""The way to a text: names of fields and places in lists, as ("sections", 0, "heading")."""

PARTS: dict[type, tuple[tuple[str, TextKind | None], ...]] = {
    Handout: (
        ("title", "title"),
        ("subtitle", "subtitle"),
        ("cover", None),
        ("sections", None),
        ("contact", None),
        ("notes_heading", "heading"),
        ("clinic", None),
        ("sources", "source"),
        ("lines", "source"),
        ("side", None),
        ("code", "clinic"),
        ("footer", "source"),
        ("email", None),
    ),
    Side: (("words", "source"),),
    Section: (("icon", None), ("heading", "heading"), ("body", None)),
    Icon: (("alt", "alt"),),
    Paragraph: (("text", "paragraph"),),
    ItemList: (("items", None),),
    Item: (("text", "item"), ("items", "item")),
    Cover: (("alt", "alt"),),
    Image: (("alt", "alt"), ("caption", "caption")),
    Table: (("columns", "cell"), ("rows", None)),
    TableRow: (("cells", "cell"),),
    FillIn: (("labels", "label"),),
    Quote: (("text", "quote"), ("by", "quote")),
    Tip: (("text", "paragraph"),),
    Contact: (("heading", "heading"), ("text", "contact"), ("qr_words", "contact")),
    Clinic: (
        ("name", "clinic"),
        ("phone", "phone"),
        ("phones", None),
        ("address", "clinic"),
        ("city", "clinic"),
        ("hours", "clinic"),
        ("website", "clinic"),
        ("email", "clinic"),
        ("fax", "clinic"),
        ("locations", None),
    ),
    Location: (
        ("name", "clinic"),
        ("address", "clinic"),
        ("phone", "phone"),
        ("hours", "clinic"),
    ),
    ClinicPhone: (("label", "clinic"), ("number", "phone")),
    Email: (
        ("subject", "email"),
        ("message", "email"),
        ("postal_address", "email"),
        ("opt_out", "email"),
    ),
}
"""For each noun, in reading order, its fields with texts; None where further nouns stand."""

NOT_DRAWN = frozenset(("alt", "email"))
"""Texts that are heard or mailed, and not on the page."""


def texts_of(noun: Noun, place: Place = ()) -> Iterator[tuple[Place, TextKind, Text]]:
    """Yield each text of a handout, or of a part of it: its place, its kind, itself; in order."""
    for name, kind in PARTS[type(noun)]:
        value = getattr(noun, name)
        if not value:
            continue
        many = type(value) is tuple
        for index, each in enumerate(value if many else (value,)):
            here = (*place, name, index) if many else (*place, name)
            if kind is None:
                yield from texts_of(each, here)
            else:
                yield here, kind, each


def drawn_texts(noun: Noun) -> list[Text]:
    """Return the texts of a handout, or of a part of it, that stand on its pages."""
    found: list[Text] = []
    _gather(noun, found)
    return found


def _gather(noun: Noun, found: list[Text]) -> None:
    """Add the texts of a noun that are drawn; as this is asked often, no place is made of any."""
    for name, kind in PARTS[type(noun)]:
        value = getattr(noun, name)
        if not value or kind in NOT_DRAWN:
            continue
        parts = value if type(value) is tuple else (value,)
        if kind:
            found += parts
        else:
            for each in parts:
                _gather(each, found)


def changed(noun: Noun, change: Callable[[TextKind, Text], Text]) -> Noun:
    """Return a handout, or a part of it, with each text changed; itself if none is."""
    new: dict[str, Any] = {}
    for name, kind in PARTS[type(noun)]:
        value = getattr(noun, name)
        if not value:
            continue
        many = type(value) is tuple
        parts = value if many else (value,)
        made = tuple([change(kind, each) if kind else changed(each, change) for each in parts])
        if any(map(is_not, made, parts)):
            new[name] = made if many else made[0]
    return replace(noun, **new) if new else noun
