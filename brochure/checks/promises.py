"""Rules about what a text promises and lacks: "three signs:", "the picture below", an end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.model import Image, ItemList, Paragraph, Text

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8,
}  # fmt: skip
_THINGS = (
    r"(?:things?|steps?|signs?|symptoms?|ways?|tips?|reasons?|rules?|exercises?|questions?|kinds?"
    r"|types?|parts?|points?|options?|choices?|causes?|stages?|phases?|goals?|items?|warning signs"
    r"|pasos|cosas|señales|síntomas|maneras|formas|consejos|razones|reglas|ejercicios|tipos)"
)
_COUNT = pattern(
    rf"\b(?P<n>{'|'.join(_NUMBERS)}|\d{{1,2}}) (?:\w+ ){{0,2}}?{_THINGS}\b[^.!?]{{0,200}}:$",
    re.IGNORECASE,
)
_POINTS = {
    "picture": pattern(
        r"\b(?:see|look at|as shown in|shown in) the (?:\w+ )?(?:picture|figure|drawing"
        r"|diagram|photo|image|illustration)\b"
        r"|\b(?:picture|figure|drawing|diagram|photo|image|illustration) (?:below|above"
        r"|on the (?:left|right|next page|back))\b(?! of\b)"
        r"|\b(?:the|this) (?:picture|figure|drawing|diagram|photo|illustration) (?:shows?|below"
        r"|above|here)\b|\bas (?:shown|seen) (?:here|below|above)\b"
        r"|\b(?:watch|see) the video (?:below|above|on this page)\b"
        r"|\b(?:scan|use) the (?:QR )?code (?:below|above|at the (?:bottom|top))"
        r"|\b(?:mire|como (?:se (?:muestra|ve|indica)|muestra)|vea)(?: en)? (?:la (?:imagen|figura"
        r"|foto|ilustración)|el (?:dibujo|diagrama|esquema))\b|\b(?:imagen|figura|foto|dibujo)"
        r" (?:de abajo|de arriba|siguiente|anterior|\d)\b|\bfigura \d\b"
        r"|\b(?:Figure|Fig\.) \d\b|\b(?:vea|véase) (?:la (?:imagen|figura|foto)|el dibujo)\b",
        re.IGNORECASE,
    ),
    "table": pattern(
        r"\b(?:see|in|use|check|look at|fill in|tick|check off) the (?:\w+ )?(?:table|chart"
        r"|log|diary"
        r"|checklist|boxes|form|grid|calendar) (?:below|above|on|overleaf|at the)\b|\b(?:table"
        r"|chart) (?:below|above|on the (?:left|right))\b|\bTable \d\b"
        r"|\btabla (?:de abajo|siguiente|anterior)\b",
        re.IGNORECASE,
    ),
    "step": pattern(r"\b(?:steps?|pasos?) (?P<step>\d{1,2})\b", re.IGNORECASE),
    "page": pattern(
        r"\b(?:see|on|turn to|go to|back to|read|of|vea|ver|en|lea) (?:the )?"
        r"(?:pages?|p\.|pp\.|(?:la )?páginas?) (?P<page>\d{1,3})\b",
        re.IGNORECASE,
    ),
    "section": pattern(
        r"\b(?:(?<!-)(?:(?:section|part|chapter|appendix|sección|capítulo|anexo)"
        r" (?:\d{1,2}|[A-H]|[IVX]+))"
        r"|(?:the )?(?:attached|enclosed|accompanying|included) (?:sheet|form|card|list"
        r"|leaflet|page"
        r"|booklet|map|chart|diary|handout|questionnaire|envelope|diagram|instructions|guide)"
        r"|(?:enclosed|attached) (?:is|are|you will find|please find)|please find (?:attached"
        r"|enclosed)"
        r"|(?:the|a) box (?:at the (?:end|bottom|top)|below|above|on the (?:left|right|back))"
        r"|(?:on|see) the (?:back|reverse|other side) of this (?:page|sheet|leaflet|form)"
        r"|(?:hoja|formulario|folleto|tabla|lista) (?:adjunt[oa]|anex[oa]))\b"
        r"(?! (?:B|C|D) (?:of|plan|and|is|covers))",
    ),
}
_CUT = pattern(
    r"(?:\b(?:and|or|the|an?|of|to|with|for|from|your|our|if|when|because|that|than|but|by|at|"
    r"is|are|y|o|de|con|para|que|su|una|los|las|el|la|und|oder|der|die|das|mit|für|et|ou"
    r"|le|des|avec|pour)|,)$"
)
_LONGEST_CUT = 8
"""The letters of the longest of these words, and one."""
_PAGES = 2


def miscounted(view: View) -> Iterator[Finding]:
    """Find a line that counts what follows, and a list that has more or fewer: "three signs:"."""
    for section in view.handout.sections:
        before: Text | None = None
        for block in section.body:
            if before and isinstance(block, ItemList):
                yield from _miscounted(before, len(block.items))
            before = block.text if isinstance(block, Paragraph) else None


def _miscounted(before: Text, here: int) -> Iterator[Finding]:
    """Yield a finding if a line above a list counts otherwise than the list has items."""
    found = _COUNT.search(before.plain)
    if found and _number(found["n"]) != here:
        message = f"“{found.group()}” stands above a list of {here}"
        hint = "count again, or leave the number out"
        yield Finding(message, hint, before, found.group(), found.start())


def nothing_there(view: View) -> Iterator[Finding]:
    """Find words that point at a picture, a table or a page that the handout does not have."""
    passages = view.body_holding(*_POINTS.values())
    if not passages:
        return
    has = {"picture": _has_pictures(view), "table": _has_tables(view), "section": False}
    most = {"page": _PAGES, "step": _steps(view)}
    for passage in passages:
        for what in ("picture", "table", "page", "step", "section"):
            found = _POINTS[what].search(passage.plain)
            there = has.get(what) or (what in most and found and int(found[what]) <= most[what])
            if found and not there:
                yield Finding(
                    f"“{found.group()}”: this handout has no such {what}",
                    "put it in, or take these words out",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def cut_off(view: View) -> Iterator[Finding]:
    """Find a text that ends in the middle of a sentence, and no list goes on: "Call us if the"."""
    leads = {id(text) for text in _above_lists(view)}
    for passage in view.body_holding(_CUT):
        end = max(0, len(passage.plain) - _LONGEST_CUT)
        found = _CUT.search(passage.plain, end) if passage.role == "paragraph" else None
        if found and id(passage.text) not in leads:
            yield Finding(
                f"this text ends in the middle of a sentence: “{_last(passage)}”",
                "write the rest, or take it out",
                passage.text,
                found.group(),
                found.start(),
            )


def _above_lists(view: View) -> Iterator[Text]:
    """Yield the texts right above a list, whose items end their sentence."""
    for section in view.handout.sections:
        for block, behind in pairwise(section.body):
            if isinstance(block, Paragraph) and isinstance(behind, ItemList):
                yield block.text


def _number(word: str) -> int:
    """Return the number that a word or figures stand for."""
    return _NUMBERS.get(word.lower()) or int(word)


def _last(passage: Passage) -> str:
    """Return the last words of a text."""
    return " ".join(passage.plain.split()[-5:])


def _has_pictures(view: View) -> bool:
    """Return whether the handout has a picture that words may point at."""
    blocks = (block for section in view.handout.sections for block in section.body)
    return any(isinstance(block, Image) for block in blocks)


def _has_tables(view: View) -> bool:
    """Return whether the handout has a table."""
    blocks = (block for section in view.handout.sections for block in section.body)
    return any(not isinstance(block, Paragraph | ItemList | Image) for block in blocks)


def _steps(view: View) -> int:
    """Return the number of the last step that a reader may be sent to, many if none is counted."""
    lists = [listed for section in view.handout.sections for listed in section.lists]
    ends = [each.start + len(each.items) - 1 for each in lists if each.kind == "steps"]
    headed = [
        int(found[1])
        for passage in view.passages
        if (found := pattern(r"(?:Step|Paso) (\d{1,2})\b", re.IGNORECASE).match(passage.plain))
    ]
    return max((*ends, *headed), default=0)
