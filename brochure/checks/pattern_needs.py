"""What a text must have for a pattern to be found in it, read off the pattern itself.

The triggers of “(ask|tell) (your )?(doctors?|nurse)” are doctor, doctors and nurse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import reduce

from brochure._startup.kept_patterns import Pattern
from brochure.checks.trigger_terms import DIGIT, START, START_BEHIND, Clause, Triggers, beginning
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Item = tuple[str, bool]
    Order = Callable[[int, Item], int]

Ways = frozenset[str]
"""How a part of a pattern may read. Besides letters and signs there stand in it the four below."""
Over = list[Ways]
"""How other parts read that a match has, too."""

_ANY, _EDGE, _SIGN = "\0", "\1", "\2"
"""Whatever there may be or not; a place where no word goes on; a sign that is no letter."""
_NOTHING: Ways = frozenset({""})
_WHATEVER: Ways = frozenset({_ANY})
_MOST_WAYS, _MOST_CHARS, _MOST_TIMES, _MOST_CLAUSES, _LONG = 400, 8, 4, 3, 4
_RUN = Pattern(r"[^\W\d_]+")
_RARE, _MANY_DIGITS = frozenset("[]{}<>#_|@~^$\\«»"), 3
"""Signs that hardly a text has, and how many digits one behind the other are as seldom."""
_SELDOM = frozenset('?!()[]<>{}%&=+*#_/|@~^$\\“”"«»°')
_TYPED = Pattern(r"[^\0\1\2\3]+")
_FREQUENT = frozenset(
    """
    a about after all also an and any are as at back be been before being blood but by call
    can clinic could day days did do does don down drink each eat every feel few first for
    from get go had has have he help her here his home hours how i if in is it its keep ll
    make may mg minutes month months more most must my name need no not number of off often on
    one or other our out over pain part people phone put s same see she should small so some
    stop street t take than that the their them then there these they this those three time
    times to two until up us use was water we week weeks well were what when where which while
    who why will with would year you your antes cada clínica como con cuando de del desde días
    durante después el en es está hasta hora horas la las le lo los llame más menos mes muy ni
    no o para por puede que se semana si sin son su sus tiene tome un una use usted veces y
    """.split()
)
"""Words that many handouts have, which tell little if another word is needed, too."""


def needs_of(source: str, flags: int) -> Triggers:
    """Return what a text must have to hold a match of a pattern; nothing if any text may."""
    from re import _parser  # type: ignore[attr-defined]

    over: Over = []
    over += [_sequence(_parser.parse(source, flags), over)]
    clauses = {clause for ways in over for clause in _clauses(ways)}
    return tuple(sorted(clauses, key=_dearness)[:_MOST_CLAUSES])


def _clauses(ways: Ways) -> Iterator[Clause]:
    """Yield what a text with one of some ways has one of: by what they share, first and last.

    Where each has a seldom sign, such as a bracket, or a digit, that is one more.
    """
    every = [list(_items(f"{_ANY}{way}{_ANY}")) for way in ways]
    if not all(every):
        return
    signs = [next((char for char in way if char in _SELDOM), "") for way in ways]
    if all(signs):
        yield frozenset(), tuple(sorted({*signs}))
    if all((DIGIT, True) in items for items in every):
        yield frozenset({DIGIT}), ()
    shared = Counter(item for items in every for item in set(items))
    orders: tuple[Order, ...] = (lambda _, item: shared[item], lambda at, _: -at, lambda at, _: at)
    best = [*map(_seldomest, every)]
    for order in orders:
        found = {max(items, key=lambda pair: order(*pair))[1] for items in best}
        words = frozenset(word.lower() for word, whole in found if whole)
        parts = {part.lower() for part, whole in found if not whole}
        yield words, tuple(sorted(part for part in parts if not _has_other(part, parts)))


def _seldomest(items: Sequence[Item]) -> list[tuple[int, Item]]:
    """Return the items of a way that a text has least often, each with its place in the way."""
    ranks = [_rank(item, whole=whole) for item, whole in items]
    most = max(ranks)
    return [(at, items[at]) for at, rank in enumerate(ranks) if rank == most]


def _dearness(clause: Clause) -> tuple[int, int, list[str]]:
    """Return how much a clause lets through, about, and how long it takes to ask."""
    words, parts = clause
    often = sum(word in _FREQUENT or len(word) < 2 for word in words)
    often += sum(_rank(part, whole=False) == 0 for part in parts)
    return often, len(words) + 4 * len(parts), sorted((*words, *parts))


def _has_other(part: str, parts: Iterable[str]) -> bool:
    return any(other in part for other in parts if other != part)


def _items(way: str) -> Iterator[Item]:
    """Yield the terms of a way, see `terms_of`, and all its strings."""
    for piece in way.split(_ANY):
        before = ""
        for run in _RUN.finditer(piece):
            begins, ends = run.start() > 0, run.end() < len(piece)
            yield from ((term, True) for term in _terms(run.group(), before, ends=ends) if begins)
            before = run.group() if begins else ""
    if any(char == DIGIT or char.isdecimal() for char in way):
        yield DIGIT, True
    yield from ((part, False) for part in _TYPED.findall(way) if part.strip())
    yield from ((char, False) for char in way if char in _RARE)


def _terms(word: str, before: str, *, ends: bool) -> Iterator[str]:
    """Yield the terms of a word, or of one that may go on, and of it behind another word."""
    if ends:
        yield word
    elif len(word) >= START:
        yield beginning(word)
    if before and (ends or len(word) >= START_BEHIND):
        yield f"{before} {word if ends else beginning(word, START_BEHIND)}"


@remember(4096)
def _rank(item: str, *, whole: bool) -> int:
    """Return how seldom a text has an item, by what it is."""
    if item == DIGIT:
        return 4
    if whole:
        words = item.lower().split()
        known = all(word in _FREQUENT or len(word) < 2 for word in words)
        return 4 * len(words) + (-2 if known else 2 - item.endswith("~"))
    if item in _RARE:
        return 7
    if sum(map(str.isdecimal, item)) >= _MANY_DIGITS:
        return 5
    seldom = len(item) > _LONG if _RUN.search(item) else not _SELDOM.isdisjoint(item)
    return 3 if seldom else 0


def _sequence(parsed: Any, over: Over) -> Ways:
    """Return how parts one behind the other may read; what is too much goes to ``over``."""
    ways = _NOTHING
    for kind, held in parsed:
        ways = _joined(ways, _WAYS.get(str(kind), _whatever)(held, over), over)
    return ways


def _joined(one: Ways, other: Ways, over: Over) -> Ways:
    """Return each way of one with each of the other; if they are too many, the first go over.

    Of the first their word that tells most stays with what is behind it, or alone, if so they are
    few enough.
    """
    if len(one) * len(other) > _MOST_WAYS:
        behind = _EDGE if all(way and _is_edge(way[0]) for way in other) else _ANY
        over.append(frozenset(way + behind for way in one))
        end = _EDGE if _all_end(one) else _ANY
        shorter = (frozenset(_from_word(way, end, alone=alone) for way in one) for alone in (0, 1))
        fewer = (ways for ways in shorter if len(ways) * len(other) <= _MOST_WAYS)
        one = next(fewer, frozenset({end}))
    return frozenset(a + b if a[-1:] != _ANY else a + b.lstrip(_ANY) for a in one for b in other)


def _from_word(way: str, end: str, *, alone: int) -> str:
    """Return a way from its word on that tells most, or that word alone and how all ways end."""
    runs = [(_rank(found.group(), whole=len(found.group()) > 2), *found.span())
            for found in _RUN.finditer(way)]  # fmt: skip
    _, start, stop = max(runs, default=(0, 0, 0))
    if alone:
        way = way[: stop + 1] + _ANY + end.strip(_ANY)
    return way if start < 2 else _ANY + way[start - 1 :].lstrip(_ANY)


def _whatever(_held: object, _over: Over) -> Ways:
    return _WHATEVER


def _literal(code: int, _over: object = None) -> Ways:
    char = chr(code)
    return frozenset({_SIGN if char in "'’\n" else char})


def _class(held: list[tuple[Any, Any]], _over: Over) -> Ways:
    """Return the characters of a class, if they are few, or whether one may be a letter."""
    kinds = [str(kind) for kind, _ in held]
    if all(map(_is_digit, held)):
        return frozenset({DIGIT})
    if set(kinds) == {"LITERAL"} and len(held) <= _MOST_CHARS:
        return frozenset().union(*(_literal(code) for _, code in held))
    return _WHATEVER if any(map(_may_be_letter, held)) else frozenset({_SIGN})


def _is_digit(part: tuple[Any, Any]) -> bool:
    kind, held = str(part[0]), part[1]
    if kind == "RANGE":
        return all(chr(code).isdecimal() for code in range(held[0], held[1] + 1))
    return str(held) == "CATEGORY_DIGIT" or (kind == "LITERAL" and chr(held).isdecimal())


def _may_be_letter(part: tuple[Any, Any]) -> bool:
    kind, held = str(part[0]), part[1]
    if kind == "LITERAL":
        return chr(held).isalpha()
    if kind == "RANGE":
        return any(chr(code).isalpha() for code in range(held[0], held[1] + 1))
    return str(held) not in ("CATEGORY_DIGIT", "CATEGORY_SPACE", "CATEGORY_NOT_WORD")


def _branch(held: tuple[Any, list[Any]], _over: Over) -> Ways:
    return frozenset().union(*(_sequence(each, []) for each in held[1]))


def _group(held: tuple[Any, ...], over: Over) -> Ways:
    return _sequence(held[-1], over)


def _repeat(held: tuple[int, int, Any], over: Over) -> Ways:
    """Return how a part reads that stands so many times: whole if once, else from its start."""
    least, most = int(held[0]), int(held[1])
    inner = _sequence(held[2], over if least else [])
    if (least, most) == (0, 1):
        return inner | _NOTHING
    tail = frozenset({_ANY})
    if _all_end(inner):
        same = inner in ({_SIGN}, {DIGIT})
        tail = (inner if same else frozenset({_ANY + _SIGN})) | _NOTHING
    if least == 0:
        return tail
    whole = reduce(lambda one, other: _joined(one, other, over), [inner] * min(least, _MOST_TIMES))
    if least > _MOST_TIMES or most > least:
        return _joined(whole, tail, over)
    return whole


def _all_end(ways: Ways) -> bool:
    """Return whether each way ends where no word goes on."""
    return all(way and _is_edge(way[-1]) for way in ways)


def _is_edge(char: str) -> bool:
    return char != _ANY and not char.isalpha()


def _at(where: Any, _over: Over) -> Ways:
    return _NOTHING if "NON_BOUNDARY" in str(where) else frozenset({_EDGE})


def _assert(held: tuple[int, Any], _over: Over) -> Ways:
    """Return an edge if what must stand beside a place is no letter there."""
    ways = _sequence(held[1], [])
    near = [way[:1] if held[0] > 0 else way[-1:] for way in ways]
    return frozenset({_EDGE}) if near and all(n and _is_edge(n) for n in near) else _NOTHING


def _assert_not(held: tuple[int, Any], _over: Over) -> Ways:
    """Return an edge if no letter may stand beside a place."""
    return frozenset({_EDGE}) if _bars_letters(held[1]) else _NOTHING


def _bars_letters(parsed: Any) -> bool:
    parts = list(parsed)
    if len(parts) != 1:
        return False
    kind, held = str(parts[0][0]), parts[0][1]
    if kind == "BRANCH":
        return any(map(_bars_letters, held[1]))
    if kind == "SUBPATTERN":
        return _bars_letters(held[-1])
    return kind == "IN" and any(str(part[1]) == "CATEGORY_WORD" for part in held)


_WAYS: dict[str, Callable[[Any, Over], Ways]] = {
    "LITERAL": _literal,
    "IN": _class,
    "BRANCH": _branch,
    "SUBPATTERN": _group,
    "ATOMIC_GROUP": lambda held, over: _sequence(held, over),
    "MAX_REPEAT": _repeat,
    "MIN_REPEAT": _repeat,
    "POSSESSIVE_REPEAT": _repeat,
    "AT": _at,
    "ASSERT": _assert,
    "ASSERT_NOT": _assert_not,
}
"""What each kind of part of a pattern may read as; of any other it is not known."""
