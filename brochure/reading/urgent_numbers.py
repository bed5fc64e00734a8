"""What one dials from an urgent box: bold, so that it is found at arm's length, and live.

A phone, a helpline, or the number of another country's ambulance that the text says to call.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import replace
from brochure.model import SIGNED, Handout, Section, Span, Text
from brochure.model.phones import find_phones
from brochure.model.texts import changed
from brochure.reading.bare_links import BETWEEN, CALLED_BY, CALLS, Place, counts, linked, live
from brochure.typeset.word_bindings import UNITS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model import Clinic
    from brochure.model.choices import TextKind

NOT_TAPPED = frozenset(("heading", "alt"))
"""Texts of a section that stay as they are: a heading is bold, and an alt text is not drawn."""
PASSED = BETWEEN - {"at"} | {"sie", "vous", "free"}
"""Words that may stand between the word for calling and a short number; "at" leads to a time."""
AT_HOME = "tel:"
"""In place of the link of a number without its area, which elsewhere would dial another one."""
TWO_DIGITS = frozenset("15 17 18".split())
"""Numbers of two digits that a text can mean: French ones, for an ambulance, police and fire."""
_ALWAYS = (
    r"(?:24\s?/\s?7|24\s*(?:hours|hrs|h\b|heures|horas|Stunden)"
    r"|(?:7|seven)\s+days|days?\s+(?:or|and)\s+nights?)"
)
"""Times and numbers that say when one may call, not what a number counts."""
_NUMBER = (
    r"(?<![\w$€£¥#+./,:-])(?:\d{3}[ \u00a0]\d{3}|\d{2,6})"
    rf"(?![\w%°$€£]|[-–./,:]\d|[ \u00a0](?!{_ALWAYS})\d)"
)
"""A short number, such as 116 117, that is no part of another one, of an amount or of a time."""
MEASURES = UNITS - {"an", "in"} | frozenset("degrees grados degrés Grad of dollars euros".split())
"""Words behind a number that measures; "an" and "in" also go on with a sentence that calls."""
_FURTHER = (
    r"(?:(?:,|\s+(?:or|to|ou|et|au|à|o|y|oder|bis))?\s+(?:(?:le|el|al|la|die)\s+)?"
    r"\d{1,4}(?!\d|[-.,/\s]\d))+"
)
"""Further numbers in a row, which the word behind the last one measures, too."""
_BEYOND = (
    r"\s+(?:(?:or|and)\s+(?:more|less|fewer|over|under|above|below|up|higher|lower)"
    r"|(?:ou|et)\s+(?:plus|moins)|[oy]\s+(?:más|menos)|(?:oder|und)\s+(?:mehr|weniger|höher))\b"
)
"""What makes a number the end of a range: "103 or higher"."""
_DATED = (
    r"\s+(?:(?:de|du|chaque|cada)\s+){0,2}(?:janvier|février|mars|avril|mai|juin|juillet|août|"
    r"septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|"
    r"septiembre|octubre|noviembre|diciembre|mois|mes)\b"
)
"""What makes a number a day of the month."""
_YEAR = r"(?:19|20)\d\d"
_FAX = r"(?<![^\W\d_])(?:(?:tele)?fax|télécopie|факс|فاكس|פקס|传真|傳真)(?: (?:to|is|number))*\W*$"
"""What stands before the number of a fax."""
_CALLED_RIGHT_BEFORE = (
    rf"(?:{'|'.join(CALLED_BY)})[^\W\d_]{{0,3}}[\s:：]*"
    r"(?:(?:على|الرقم|بالرقم|رقم|למספר|מספר|номер|номеру|по|号码|號碼)[\s:：]*)*"
    r"(?:\d{3,6}\s*(?:[,،、]|أو|או|или|或者|或|和)\s*)*$"
)
"""What stands before a number in other scripts, which says to call it, or others and it."""
_AFTER_LETTERS = (
    r"(?<![0-9A-Za-z_$€£¥#+./:-])[1-9]\d{2,5}(?![0-9A-Za-z_%°$€£]|[-–./:]\d|[ \u00a0]\d"
    r"|[ \u00a0]?(?:[次度天年月日号號回分秒人毫克公小时時歲岁]))"
)
"""A short number in scripts whose words touch numbers, with nothing behind that counts."""


def heavy(handout: Handout) -> Handout:
    """Return the handout with the numbers to call in its urgent boxes bold and live."""
    sections = tuple([_heavy(section, handout.clinic) for section in handout.sections])
    return replace(handout, sections=sections)


def _heavy(section: Section, clinic: Clinic) -> Section:
    if section.emphasis not in SIGNED:
        return section

    def change(kind: TextKind, text: Text) -> Text:
        return text if kind in NOT_TAPPED else _bold(_dialled(live(text, clinic)))

    return changed(section, change)


def _dialled(text: Text) -> Text:
    """Return a text with links on the numbers that it says to call."""
    places = [*_places(text.plain)]
    return replace(text, spans=linked(text.spans, places)) if places else text


def _places(plain: str) -> Iterator[Place]:
    for phone in find_phones(plain):
        if any(word.lower() in CALLS for word in _sentence(plain[: phone.start])):
            yield phone.start, phone.end, AT_HOME if phone.local else phone.link
    for found in compiled(_NUMBER).finditer(plain):
        if _called(plain[: found.start()], found[0]) and not _measures(plain[found.end() :]):
            yield *found.span(), "tel:" + "".join(filter(str.isdigit, found[0]))
    if not plain.isascii():
        yield from _called_elsewhere(plain)


def _called_elsewhere(plain: str) -> Iterator[Place]:
    """Yield the numbers that a text in another script says to call."""
    for found in compiled(_AFTER_LETTERS).finditer(plain):
        before = plain[max(0, found.start() - 40) : found.start()].lower()
        said = compiled(_CALLED_RIGHT_BEFORE).search(before)
        year = compiled(_YEAR).fullmatch(found[0])
        if said and not year and not _measures(plain[found.end() :]):
            yield *found.span(), f"tel:{found[0]}"


def _called(before: str, number: str) -> bool:
    """Return whether the words right before a number say that it is called, or sent a WORD."""
    if len(number) == 2 and number not in TWO_DIGITS:
        return False
    if compiled(_YEAR).fullmatch(number):
        return False
    words = [each for each in _sentence(before) if not _passed(each)]
    return bool(words) and words[-1].lower() in CALLS


def _sentence(before: str) -> list[str]:
    """Return the words of a number's sentence before it."""
    sentence = compiled(r"[.!?;](?:\s|$)").split(before[-80:])[-1]
    return compiled(r"[^\W\d_]+").findall(sentence)


def _passed(word: str) -> bool:
    """Return whether a word may stand between "call" or "text" and the number."""
    shouted = len(word) > 1 and word.isupper()
    return word.lower() in PASSED or (shouted and word.lower() not in CALLS)


def _measures(behind: str) -> bool:
    """Return whether what is behind a number says what it counts, measures or dates."""
    if compiled(rf",?\s+{_ALWAYS}").match(behind):
        return False
    row = compiled(_FURTHER).match(behind)
    behind = behind[row.end() :] if row else behind
    if compiled(_BEYOND).match(behind) or compiled(_DATED).match(behind):
        return True
    words = behind[:20].replace("\u00a0", " ").split() if behind[:1].isspace() else []
    unit = words[0].rstrip(",;:)") if words else ""
    return counts(behind) or unit in MEASURES or unit.rstrip(".!?…") in MEASURES


def _bold(text: Text) -> Text:
    """Return a text with all that dials in bold; not a fax, which answers nobody."""
    spans: list[Span] = []
    before = ""
    for span in text.spans:
        fax = compiled(_FAX).search(before[-24:].lower())
        dials = replace(span, href=span.href.removesuffix(AT_HOME)) if fax else _weighed(span)
        spans.append(dials)
        before += span.text
    return text if tuple(spans) == text.spans else replace(text, spans=tuple(spans))


def _weighed(span: Span) -> Span:
    if not span.href.startswith(AT_HOME):
        return span
    return replace(span, bold=True, italic=False, href=span.href.removesuffix(AT_HOME))
