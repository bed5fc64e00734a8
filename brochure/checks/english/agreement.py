"""Where an English sentence has the wrong form of a word: "the tablets is", "a MRI", "many water".

Only forms that are wrong wherever they stand so, and that follow the start of a sentence, "if" or
"when" where a longer subject may stand before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.checks.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.checks.handout_view import Passage, View

_MANY = (
    r"(?:tablets|pills|doctors|nurses|symptoms|patients|children|people|medicines|medications|drugs"
    r"|stitches|bandages|exercises|muscles|nerves|bones|joints|results|tests|side effects|signs"
    r"|injections|shots|hands|feet|legs|arms|eyes|ears|teeth|kidneys|lungs|cells|you|we|they)"
)
_ONE = (
    r"(?:doctor|nurse|surgeon|pharmacist|dentist|provider|tablet|pill|medicine|pain|skin"
    r"|wound|child"
    r"|baby|blood pressure|heart|test|result|scan|surgery|treatment|rash|fever|swelling|it|he|she)"
)
_START = r"(?:^|(?<=[.!?:] )|(?<=[Ii]f )|(?<=[Ww]hen )|(?<=because ))"
_MODAL = "can|will|should|must|may|might|could|would"
_HOURS = r"8|8\d|11|18"


@dataclass(frozen=True, slots=True)
class Slip:
    """A word in the wrong form, where it stands, and what to write for it."""

    word: str
    start: int
    write: str


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern with the wrong word, ``bad``, and what to write for each."""

    pattern: str
    write: dict[str, str]


ROWS = (
    Row(
        rf"{_START}(?:(?:the|your|most|some|these|many|all|those) )?{_MANY} (?P<bad>is|was"
        rf"|has|does)\b",
        {"is": "are", "was": "were", "has": "have", "does": "do"},
    ),
    Row(
        rf"{_START}(?:(?:the|your|a|an|this|that|each|every) )?{_ONE} (?P<bad>are|were"
        rf"|have|do)\b(?! not? )",
        {"are": "is", "were": "was", "have": "has", "do": "does"},
    ),
    Row(
        rf"{_START}(?:you|we|they) (?P<bad>needs|takes|feels|wants|gets|goes|smokes|drinks)\b",
        {
            **{"needs": "need", "takes": "take", "feels": "feel", "wants": "want", "gets": "get"},
            **{"goes": "go", "smokes": "smoke", "drinks": "drink"},
        },
    ),
    Row(
        r"(?:\bthis|(?:^|[.!?:] "
        r"|\b(?:take|taking|of|for|with|stop|use|give|keep|about|from|if|when) )that)"
        r"(?<=(?P<bad>this|that)) (?:medicines|medications|tablets|pills|symptoms|instructions)\b",
        {"this": "these", "that": "those"},
    ),
    Row(
        r"\b(?P<bad>these|those) (?:medicine|medication|tablet|pill|symptom|illness"
        r"|treatment)\b(?! (?!is\b|was\b|has\b)\w+s\b)",
        {"these": "this", "those": "that"},
    ),
    Row(
        r"(?:^|(?<=[.!?:] )|(?<=[Ii]f ))(?P<bad>this|that) (?:are|were) (?!not\b)",
        {"this": "these", "that": "those"},
    ),
    Row(
        r"(?<!of )\b(?:these|those) (?P<bad>is|was|has)\b",
        {"is": "are", "was": "were", "has": "have"},
    ),
    Row(
        r"\b(?P<bad>much) (?:pills|tablets|medicines|symptoms|people|patients|hours|days"
        r"|times|steps)\b",
        {"much": "many"},
    ),
    Row(
        r"\b(?P<bad>many) (?:water|pain|swelling|bleeding|blood|sleep|medicine|salt|sugar|alcohol"
        r"|information|rest)\b(?! \w+s\b)",
        {"many": "much"},
    ),
    Row(
        r"\b(?P<bad>a) (?-i:MRI|ECG|EKG|EEG|EMG|[Xx]-ray|ER|IV|IUD|ICU|HMO|RN|MD|LPN"
        r"|NSAID|SSRI|STI|STD"
        rf"|HPV|hour|honest|heir|{_HOURS})\b(?![\d,.:/]*\d)",
        {"a": "an"},
    ),
    Row(
        r"\b(?P<bad>an) (?-i:CT|CPAP|PET|UTI|TB|GP|PCP|DVT|BMI|[1-79]|10|1[2-79]"
        r"|[2-79]\d)\b(?![\d,.:/]*\d)",
        {"an": "a"},
    ),
    Row(
        rf"\b(?:{_MODAL}) (?P<bad>takes|helps|needs"
        r"|makes|causes|gets|goes"
        r"|uses|feels|keeps|stops|starts|calls|comes|leads|has|is|are)\b",
        {
            **{"goes": "go", "has": "have", "is": "be", "are": "be"},
            **{
                f"{verb}s": verb
                for verb in (
                    *(
                        "take",
                        "help",
                        "need",
                        "make",
                        "cause",
                        "get",
                        "use",
                        "feel",
                        "keep",
                        "stop",
                    ),
                    *("start", "call", "come", "lead"),
                )
            },
        },
    ),
    Row(
        r"\b(?:tends? to|able to|going to|likely to) (?P<bad>be) (?:occur|happen|cause"
        r"|feel|take|get)\b",
        {"be": ""},
    ),
    Row(
        r"(?<!\bwhat )\b(?P<bad>is|are|was|were) (?:group|piece|kind|number|form|lot|sign) of\b",
        {"is": "is a", "are": "are a", "was": "was a", "were": "were a"},
    ),
)
"""Wrong forms. The last but one has a word too much, the last one too few."""


def slips(view: View) -> Iterator[tuple[Passage, Slip]]:
    """Yield the words that stand in the wrong form, each with the text that it stands in."""
    for row in ROWS:
        wanted = pattern(row.pattern, _FLAGS)
        for passage in view.read_holding(wanted):
            for found in wanted.finditer(passage.plain):
                bad = found["bad"]
                write = row.write[bad.lower()]
                write = write.capitalize() if bad[0].isupper() else write
                yield passage, Slip(bad, found.start("bad"), write)


_FLAGS = re.IGNORECASE | re.MULTILINE
