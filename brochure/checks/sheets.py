"""Sheets to score a handout by: which items the program answers, and how; a person does the rest.

PEMAT-P: AHRQ, Patient Education Materials Assessment Tool for printable materials, 24 items, of
which 17 ask whether it is understood and 7 whether it can be acted upon; each part has its score.
CDC Index: CDC Clear Communication Index, 20 items. The items are named in our own words.
What both let an assessor leave out, such as items on numbers in a text without any, does not apply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from brochure._startup.records import dataclass
from brochure.checks.handout_view import View
from brochure.checks.traits import traits_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    from brochure.checks import Summary
    from brochure.checks.traits import Trait
    from brochure.model import Handout, Problem

    SheetName = Literal["pemat", "cdc"]
    Says = Literal["yes", "no", "person", "does not apply"]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a sheet: met if none of its rules finds anything, and they decide it.

    Without rules, or where they can only say no, a person answers. It applies only to a handout
    with ``where``; one with ``met_by``, or without ``met_without``,
    meets it, and one without ``must_have`` does not.
    """

    number: int
    asks: str
    rules: tuple[str, ...] = ()
    decides: bool = True
    where: Trait | None = None
    met_by: Trait | None = None
    must_have: Trait | None = None
    met_without: Trait | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Items that are scored together, and the score in per cent that passes."""

    name: str
    passes: int
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of an item, and the rules that say so, or what is not there."""

    item: Item
    says: Says
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scored:
    """A part with its answers."""

    part: Part
    answers: tuple[Answer, ...]

    def count(self, says: Says) -> int:
        """Return how many items have an answer."""
        return sum(answer.says == says for answer in self.answers)

    @property
    def applies(self) -> int:
        """How many items the score is made of."""
        return len(self.answers) - self.count("does not apply")


_UNDERSTOOD = (
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
        where="numbers",
    ),
    Item(7, "The reader need not calculate", met_without="numbers"),
    Item(8, "Short parts", ("long-paragraph", "long-list", "long-sentence")),
    Item(9, "Headings that tell what comes", ("empty-heading",)),
    Item(10, "A sensible order", ("key-message",), decides=False),
    Item(11, "A summary or key message", ("key-message",)),
    Item(12, "Boxes, bullets, larger type point to what matters", met_by="cues"),
    Item(15, "Pictures where they help"),
    Item(16, "Pictures support the text", where="picture"),
    Item(
        17,
        "Pictures have titles or captions",
        where="picture",
        must_have="captions",
        met_by="captions",
    ),
    Item(18, "Pictures are clear and tidy", ("coarse-image",), decides=False, where="picture"),
    Item(19, "Tables are simple and have headings", where="table"),
)
_ACTED_ON = (
    Item(20, "At least one thing to do", ("no-action",)),
    Item(21, "It speaks to the reader", ("no-you",)),
    Item(22, "Actions are taken apart into steps", met_by="steps"),
    Item(23, "A tool to act with, such as a checklist", met_by="tool"),
    Item(24, "Sums are shown step by step", where="numbers"),
    Item(25, "Tables and charts are explained by what to do", where="table"),
    Item(26, "Pictures make acting easier"),
)
_CDC = (
    Item(1, "One main message", ("key-message",)),
    Item(2, "The main message is at the top", ("key-message",)),
    Item(3, "The main message stands out", ("key-message",)),
    Item(4, "A picture supports the main message", must_have="picture"),
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
    Item(
        15,
        "Numbers that readers know",
        ("bare-percent", "mixed-denominators"),
        decides=False,
        where="numbers",
    ),
    Item(16, "Numbers are explained", decides=False, where="numbers"),
    Item(17, "The reader need not calculate", where="numbers"),
    Item(18, "The kind of risk is explained"),
    Item(19, "Risks and benefits of the advice"),
    Item(20, "A chance is told in words and figures", decides=False, where="chances"),
)
SHEETS: dict[SheetName, tuple[str, tuple[Part, ...]]] = {
    "pemat": (
        "PEMAT-P",
        (Part("Understandability", 70, _UNDERSTOOD), Part("Actionability", 70, _ACTED_ON)),
    ),
    "cdc": ("CDC Clear Communication Index", (Part("All items", 90, _CDC),)),
}
_MOST = 3
"""How many findings of passive voice and the like an item still bears: a few are no pattern."""
_BEARS = frozenset({"passive-voice", "plain-word", "uncommon-words", "long-sentence"})
_MARKS: dict[Says, str] = {"yes": "yes", "no": "NO", "person": "____", "does not apply": "n/a"}


def answers(
    name: SheetName, found: Sequence[str], unjudged: Sequence[str], has: frozenset[Trait]
) -> tuple[Scored, ...]:
    """Return the answers to a sheet: ``found`` names the rule of each finding.

    An item whose rules did not all run (``unjudged``) is left to a person unless one found a fault.
    ``has`` is what the handout has, see `traits`.
    """
    return tuple(
        Scored(part, tuple(_answer(item, found, unjudged, has) for item in part.items))
        for part in SHEETS[name][1]
    )


def answers_for(
    name: SheetName, handout: Handout, summary: Summary, problems: Iterable[Problem]
) -> tuple[Scored, ...]:
    """Return the answers to a sheet from what a check has found in a handout."""
    unjudged = [*(rule for rule, _ in summary.switched_off), *summary.not_for_language]
    found = [problem.rule for problem in problems]
    return answers(name, found, unjudged, traits_of(View(handout, "")))


def as_sheet(name: SheetName, file: str, scored: Sequence[Scored]) -> str:
    """Return a sheet as text to print and to fill in."""
    return (
        "\n".join([file, SHEETS[name][0], *(row for each in scored for row in _rows(each))]) + "\n"
    )


def as_data(scored: Sequence[Scored]) -> list[dict[str, Any]]:
    """Return a sheet as plain values for JSON."""
    return [
        {
            "part": each.part.name,
            "passes": each.part.passes,
            "applies": each.applies,
            "yes": each.count("yes"),
            "person": each.count("person"),
            "items": [
                {"item": a.item.number, "asks": a.item.asks, "says": a.says, "because": a.because}
                for a in each.answers
            ],
        }
        for each in scored
    ]


def _rows(scored: Scored) -> Iterator[str]:
    """Yield the lines of a part: its items, and what is known of its score."""
    part, applies = scored.part, scored.applies
    yield f"{part.name} (pass: {part.passes} %)"
    for answer in scored.answers:
        because = f"  ({', '.join(answer.because)})" if answer.because else ""
        yield f"  {answer.item.number:>2}  {_MARKS[answer.says]:<4}  {answer.item.asks}{because}"
    yes, left = scored.count("yes"), scored.count("person")
    share = f"{_per_cent(yes, applies)} to {_per_cent(yes + left, applies)} %"
    yield f"  {yes} of {applies} are met, {left} are for a person: {share}"


def _per_cent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


def _answer(
    item: Item, found: Sequence[str], unjudged: Sequence[str], has: frozenset[Trait]
) -> Answer:
    """Return what the program says of one item."""
    if item.where and item.where not in has:
        return Answer(item, "does not apply")
    faults = tuple(
        rule for rule in item.rules if found.count(rule) > (_MOST if rule in _BEARS else 0)
    )
    if faults:
        return Answer(item, "no", faults)
    if item.must_have and item.must_have not in has:
        return Answer(item, "no", (f"no {item.must_have}",))
    if item.met_without and item.met_without not in has:
        return Answer(item, "yes")
    if item.met_by:
        met = item.met_by in has
        return Answer(item, "yes") if met else Answer(item, "person", (f"no {item.met_by}",))
    sure = item.decides and item.rules and not set(item.rules) & set(unjudged)
    return Answer(item, "yes" if sure else "person")
