"""Sheets to score a handout by: which items the program answers, and how; a person does the rest.

PEMAT-P: AHRQ, Patient Education Materials Assessment Tool for printable materials, 24 items.
CDC Index: CDC Clear Communication Index, 20 items. The items are named in our own words.
"""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    SheetName = Literal["pemat", "cdc"]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a sheet: met if none of its rules finds anything, and they decide it.

    Without rules, or where they can only say no, a person answers.
    """

    number: int
    asks: str
    rules: tuple[str, ...] = ()
    decides: bool = True


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of an item: yes, no with the rules that say so, or nothing."""

    item: Item
    met: bool | None
    because: tuple[str, ...] = ()


_PEMAT = (
    Item(1, "The purpose is plain at once", ("title-form", "key-message")),
    Item(
        2,
        "Nothing distracts from the purpose",
        ("many-sections", "too-long", "web-leftover"),
        decides=False,
    ),
    Item(3, "Everyday words", ("plain-word", "uncommon-words", "reading-grade", "several-names")),
    Item(4, "Medical terms are few, and explained", ("unexplained-term", "abbreviation")),
    Item(5, "Active voice", ("passive-voice",)),
    Item(
        6,
        "Numbers are clear",
        ("bare-percent", "mixed-denominators", "relative-risk", "vague-risk"),
        decides=False,
    ),
    Item(7, "The reader need not calculate"),
    Item(8, "Short parts", ("long-paragraph", "long-list", "long-sentence")),
    Item(9, "Headings that tell what comes", ("empty-heading",)),
    Item(10, "A sensible order", ("key-message",), decides=False),
    Item(11, "A summary or key message", ("key-message",)),
    Item(12, "Boxes, bullets, larger type point to what matters"),
    Item(15, "Pictures where they help"),
    Item(16, "Pictures support the text"),
    Item(17, "Pictures have titles or captions"),
    Item(18, "Pictures are clear and tidy", ("coarse-image",), decides=False),
    Item(19, "Tables are simple and have headings"),
    Item(20, "At least one thing to do", ("no-action",)),
    Item(21, "It speaks to the reader", ("no-you",)),
    Item(22, "Actions are taken apart into steps"),
    Item(23, "A tool to act with, such as a checklist"),
    Item(24, "Sums are shown step by step"),
    Item(25, "Charts are explained by what to do"),
    Item(26, "Pictures make acting easier"),
)
_CDC = (
    Item(1, "One main message", ("key-message",)),
    Item(2, "The main message is at the top", ("key-message",)),
    Item(3, "The main message stands out", ("key-message",)),
    Item(4, "A picture supports the main message"),
    Item(5, "A call to action", ("no-action",)),
    Item(6, "Active voice", ("passive-voice",)),
    Item(7, "The readers' own words", ("plain-word", "unexplained-term", "abbreviation")),
    Item(8, "Lists, short enough", ("long-list",)),
    Item(9, "Parts with headings", ("empty-heading", "long-paragraph")),
    Item(10, "The most important first", ("key-message",)),
    Item(11, "What experts know and do not know"),
    Item(12, "What to do, for whom it is meant", ("no-action", "no-you"), decides=False),
    Item(13, "Why it matters to the reader"),
    Item(
        14,
        "How and when to do it, such as when to call",
        ("when-to-call", "phone-missing"),
        decides=False,
    ),
    Item(15, "Numbers that readers know", ("bare-percent", "mixed-denominators"), decides=False),
    Item(16, "Numbers are explained", ("vague-risk",), decides=False),
    Item(17, "The reader need not calculate"),
    Item(18, "The kind of risk is explained"),
    Item(19, "Risks and benefits of the advice"),
    Item(
        20, "A chance is told in words and figures", ("vague-risk", "relative-risk"), decides=False
    ),
)
SHEETS: dict[SheetName, tuple[str, tuple[Item, ...]]] = {
    "pemat": ("PEMAT-P (pass: 70 %)", _PEMAT),
    "cdc": ("CDC Clear Communication Index (pass: 90)", _CDC),
}
_MOST = 3
"""How many findings of passive voice and the like an item still bears: a few are no pattern."""
_BEARS = frozenset({"passive-voice", "plain-word", "uncommon-words", "long-sentence"})


def answers(name: SheetName, found: Sequence[str], unjudged: Sequence[str]) -> list[Answer]:
    """Return the answers to a sheet: ``found`` names the rule of each finding.

    An item whose rules did not all run (``unjudged``) is left to a person unless one found a fault.
    """
    return [_answer(item, found, unjudged) for item in SHEETS[name][1]]


def as_sheet(name: SheetName, file: str, given: Sequence[Answer]) -> str:
    """Return a sheet as text to print and to fill in."""
    says = {True: "yes", False: "NO", None: "____"}
    rows = [
        f"  {answer.item.number:>2}  {says[answer.met]:<4}  {answer.item.asks}"
        + (f"  ({', '.join(answer.because)})" if answer.because else "")
        for answer in given
    ]
    known = [answer.met for answer in given if answer.met is not None]
    last = (
        f"  {sum(known)} of the {len(known)} that a program can answer; {len(given) - len(known)}"
    )
    return "\n".join([file, SHEETS[name][0], *rows, f"{last} are for a person"]) + "\n"


def _answer(item: Item, found: Sequence[str], unjudged: Sequence[str]) -> Answer:
    """Return what the program says of one item."""
    faults = tuple(
        rule for rule in item.rules if found.count(rule) > (_MOST if rule in _BEARS else 0)
    )
    if faults:
        return Answer(item, False, faults)
    sure = item.decides and item.rules and not set(item.rules) & set(unjudged)
    return Answer(item, True if sure else None)
