"""One walk over a handout's texts: no text of any noun is left out."""

from __future__ import annotations

import typing
from pathlib import Path
from types import UnionType

import pytest

from brochure._startup.records import replace
from brochure.copyfit.flow import count_words
from brochure.copyfit.overflow import truncate
from brochure.model import choices, content
from brochure.model.content import (
    BrandSource,
    Contact,
    Handout,
    Item,
    ItemList,
    Section,
    Span,
    Text,
)
from brochure.model.texts import PARTS, changed, drawn_texts, texts_of

NOUNS = [noun for noun in vars(content).values() if hasattr(noun, "__match_args__")]
NO_WORDS = {Text, Span, BrandSource}
"""Nouns that are no part of the walk: the text itself, and what a brand's values are typed as."""
NOT_SAID = {(Handout, "must_say"), (Handout, "title_en"), (Handout, "topics"), (Contact, "qr")}
NOT_SAID |= {(Handout, "also_in")}
OWN = {(Handout, "back")}
"""A handout by itself, whose texts are walked with it."""
"""Texts that the handout's words are held to, and those for staff."""


def hints(noun: type) -> dict[str, object]:
    return typing.get_type_hints(noun, vars(content), vars(choices))


def leaves(hint: object) -> set[object]:
    """The types that an annotation is made of."""
    inner = typing.get_args(hint)
    return set().union(*map(leaves, inner)) if inner else {hint}


def texty(noun: type) -> set[str]:
    """The fields of a noun that hold texts, or nouns with texts."""
    wanted = {Text, *PARTS}
    return {name for name, hint in hints(noun).items() if leaves(hint) & wanted}


@pytest.mark.parametrize("noun", [noun for noun in NOUNS if noun not in NO_WORDS])
def test_every_field_with_a_text_is_walked(noun):
    walked = {name for name, _ in PARTS.get(noun, ())}
    assert texty(noun) - {name for owner, name in NOT_SAID | OWN if owner is noun} == walked


def test_every_kind_of_text_is_known():
    kinds = {kind for rows in PARTS.values() for _, kind in rows if kind}
    assert kinds == set(typing.get_args(choices.TextKind))


def made(hint: object, count: list[int]) -> object:
    """A value of a type, every text in it with a word of its own."""
    if hint is Text:
        count[0] += 1
        return Text((Span(f"word{count[0]}"),), count[0])
    if hint in PARTS:
        kinds = {n: kind for n, kind in hints(hint).items() if (hint, n) not in OWN}
        return hint(**{name: made(kind, count) for name, kind in kinds.items()})
    inner, origin = typing.get_args(hint), typing.get_origin(hint)
    if origin is tuple:
        kinds = typing.get_args(inner[0]) or (inner[0], inner[0])
        return tuple(made(kind, count) for kind in kinds) if kinds[0] in (Text, *PARTS) else ()
    if origin in (UnionType, typing.Union):
        return made(inner[0], count)
    if origin is typing.Literal:
        return inner[0]
    return {str: "", int: 0, float: 0.0, bool: True, Path: Path()}.get(hint) or (
        BrandSource() if hint is BrandSource else hint()
    )


def full() -> tuple[Handout, int]:
    """A handout with every text that there can be, two in every list, and their number."""
    count = [0]
    handout = made(Handout, count)
    unsaid = len(handout.must_say) + len(handout.topics) + bool(handout.title_en)
    unsaid += bool(handout.contact.qr) + len(handout.also_in)
    contact = replace(handout.contact, qr=None)
    bare = replace(handout, must_say=(), topics=(), title_en=None, contact=contact, also_in=())
    return bare, count[0] - unsaid


def test_the_walk_meets_every_text_once_and_says_where():
    handout, count = full()
    walk = list(texts_of(handout))
    assert len({text.plain for _, _, text in walk}) == len(walk) == count > 40
    for place, _, text in walk:
        here = handout
        for step in place:
            here = here[step] if isinstance(step, int) else getattr(here, step)
        assert here is text


def test_it_runs_in_reading_order():
    handout, _ = full()
    parts = list(dict.fromkeys(place[0] for place, _, _ in texts_of(handout)))
    assert parts[:4] == ["title", "subtitle", "cover", "sections"]
    words = [kind for place, kind, _ in texts_of(handout.sections[0])]
    assert words[:4] == ["alt", "heading", "paragraph", "item"]
    assert words[words.index("alt", 1) + 1] == "caption"


def test_alt_and_mail_are_not_drawn():
    handout, _ = full()
    drawn = {text.plain for text in drawn_texts(handout)}
    unseen = {text.plain for _, kind, text in texts_of(handout) if kind in ("alt", "email")}
    assert unseen
    assert not drawn & unseen
    assert handout.clinic.phone.plain in drawn


def test_every_text_is_changed_and_nothing_else():
    handout, count = full()
    louder = changed(handout, lambda kind, text: Text((Span(text.plain.upper()),), text.line))
    assert [text.plain for _, _, text in texts_of(louder)] == [
        text.plain.upper() for _, _, text in texts_of(handout)
    ]
    assert replace(louder, **{name: getattr(handout, name) for name in texty(Handout)}) == handout
    assert count == len(list(texts_of(louder)))


def test_a_handout_that_no_change_touches_is_the_same_one():
    handout, _ = full()
    assert changed(handout, lambda kind, text: text) is handout


def test_a_handout_can_be_cut_to_any_number_of_words():
    handout, _ = full()
    total = count_words(handout)
    for keep in range(2, total):
        assert count_words(truncate(handout, keep)) <= keep


def test_a_noun_may_be_walked_alone():
    item = Item(Text((Span("a"),)), (Text((Span("b"),)),))
    assert [(place, text.plain) for place, _, text in texts_of(item)] == [
        (("text",), "a"),
        (("items", 0), "b"),
    ]
    section = Section(Text((Span("a"),)), body=(ItemList((item,)),))
    assert drawn_texts(section)[1:] == [item.text, *item.items]
