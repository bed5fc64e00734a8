"""A rule about two things that a text says and that cannot both be so: asleep here, awake there.

Each row of the table is a thing that a patient must know before the day, and its two answers.
English and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from brochure.checks.handout_view import Finding, View
from brochure.checks.opposite_answers import MORE_ROWS
from brochure.checks.patterns import pattern
from brochure.checks.things_apart import of_two_things

_DRIVER = (
    r"(?:(?:adult|someone|somebody|friend|person|relative|family member|driver)"
    r"[^.]{0,30}(?:drives?|takes?|bring) you home|ride home|do not drive (?:yourself )?home"
    r"|(?:cannot|can't|may not|must not|should not) drive (?:yourself )?home)"
)
_SELF = r"\b(?:you (?:can|may|will be able to) drive (?:yourself )?home|drive yourself home)"
_FASTING = (
    r"\b(?:(?:do not|don't) eat (?:or drink )?(?:anything )?(?:after midnight|before (?:the|your)"
    r" (?:test|surgery|scan|procedure|operation|blood))"
    r"|nothing to eat (?:or drink )?(?:after|before))"
)
ROWS = (
    (("en", "drive home"), _DRIVER, rf"(?<!not ){_SELF}"),
    (("en", "asleep"), r"\byou (?:will|'ll) (?:be (?:fully |deeply )?asleep"
     r"|sleep (?:through|during|for))|\byou sleep (?:through|during)",
     r"\byou (?:will|'ll|are|stay|will stay) (?:be |stay |fully |wide )*awake"),
    (("en", "eat"), _FASTING, r"\b(?:you (?:can|may) eat (?:and drink )?(?:as usual|normally"
     r"|before|a light)|(?:eat|have) (?:a|your) (?:light|normal|usual|small|good|big|regular|full)"
     r" (?:breakfast|meal)|(?:eat|have) breakfast|eat as usual)"),
    (("en", "alcohol"), r"\b(?:no|avoid|not drink|not have|without|free of|stop) (?:any )?alcohol",
     r"\b(?:(?:glass|bit|little) of (?:wine|beer)|drinks? [^.]{0,20}(?:is|are) (?:fine"
     r"|okay|all right|allowed)|(?:can|may) (?:drink|have) (?:some |a little |a )?(?:alcohol|wine"
     r"|beer|drink)\b)"),
    (("en", "ice"), r"(?<!not )(?<!never )\b(?:put|use|apply|hold|place) (?:an? |the |some )?"
     r"(?:ice|cold pack|cool pack|frozen)",
     r"\b(?:not|no|never|avoid|instead of|rather than|without) (?:use |put |apply |any |an )?"
     r"(?:ice|cold pack)"),
    (("en", "heat"), r"(?<!not )(?<!never )\b(?:put|use|apply|hold|place) (?:an? |the |some )?"
     r"(?:heat|warm pack|hot pack|heating pad|hot water bottle|warm compress)",
     r"\b(?:not|no|never|avoid) (?:use |put |apply |any |an? )?(?:heat|heating pad|hot pack"
     r"|warm pack|hot water bottle)"),
    (("en", "rest"), r"\b(?:stay|rest|remain) in bed (?:for|the first|until|all)",
     r"\b(?:get (?:up|out of bed) (?:and|on|the|within|as soon)|walk (?:on )?the (?:first|same"
     r"|next)"
     r" day)"),
    (("en", "dry"), r"\bkeep [^.]{0,40}\bdry\b[^.]{0,20}\b(?:\d+|two|three|four|five|six|seven|ten)"
     r" (?:hours|days|weeks)",
     r"\b(?:(?:from|on) the (?:first|same) (?:evening|night|day|morning)[^.]{0,20}\b(?:shower|bath"
     r"|bathe|swim)|(?:shower|bathe|swim|bath)\b[^.]{0,30}\b(?:the same|that|this|on the first"
     r"|right"
     r" away|at once|straight away|the first|any time|tonight) ?(?:day|evening|night)?)"),
    (("en", "crutches"), r"\b(?:not|no|never) (?:put|bear|any)? ?(?:any )?weight (?:on|through)",
     r"(?<!not )(?<!never )\b(?:put|bear) (?:your |full |all your |some )?weight (?:on|through)"),
    (("en", "with water"), r"\bswallow [^.]{0,20}whole|\b(?:not|never) (?:crush|chew|break)",
     r"(?<!not )(?<!or )(?<!never )\b(?:crush|chew|break|split) (?:the|your|it|each|them)"
     r"(?: tablets?| pills?| capsules?)?"),
    (("en", "finish"),
     r"\b(?:finish|take) (?:all|the whole|every|the full)[^.]{0,30}(?:even if|even"
     r" when)", r"(?<!not )(?<!never )\b(?:you (?:can|may) )?stop (?:taking )?(?:it|the|them|your)"
     r"[^.]{0,30}(?:when|as soon as|once) you feel"),
    (("en", "breakfast"),
     r"\bstop eating (?:solid food |all food )?(?:at|after|by) (?:midnight|\d)",
     r"(?<!not )\b(?:eat|have) (?:(?:a|your) (?:light|normal|usual|small|good|big) )?breakfast"),
    (("en", "stay"), r"\b(?:go home|home) (?:on )?the same day|you (?:do not|will not) "
     r"(?:need to )?stay (?:over|in the hospital)", r"\bstay (?:one|two|a|1|2|\d) nights?"
     r"|(?<!someone )(?<!somebody )(?<!adult )(?<!friend )stay overnight"
     r"|stay in the hospital (?:for )?(?:one|two|\d)"),
    (("en", "stitches"), r"\bstitches (?:will )?(?:dissolve|melt|go away|fall out)",
     r"\b(?:take|takes|remove|removes) (?:out )?(?:the|your) stitches(?! on)"
     r"|stitches (?:come|taken) out|stitches (?:are|will be) removed"),
    (("en", "spread"), r"\b(?:not contagious|cannot (?:spread|catch it|pass it|give it)"
     r"(?! (?:from|by) (?!others|other|people|someone|anyone|person))"
     r"|does not spread (?:to|from) (?:other )?people)",
     r"\b(?:is|very|highly|are) contagious|spreads (?:easily )?(?:from person|to other people)"
     r"|you can (?:spread|pass|give) it to"),
    (("en", "pain"), r"\b(?:test|scan|procedure|exam|it|shot) (?:does not|will not|doesn't|won't) "
     r"(?:hurt|cause (?:any )?pain)|\bis painless",
     r"\b(?:test|scan|procedure|exam|shot) (?:hurts|will hurt|is painful|can hurt)"),
    (("en", "needle"), r"\b(?:no needles?|without (?:a )?needles?)\b",
     r"\b(?:puts?|places?|inserts?|uses?) (?:a|the) (?:thin |small |fine )?needle(?! to draw)"),
    (("en", "prescription"), r"\bwithout a prescription|over the counter",
     r"\byou (?:will )?need a prescription|only (?:with|by) (?:a )?prescription"),
    (("en", "appointment"), r"\b(?:no appointment|without an appointment|walk in any)",
     r"\b(?:by appointment only|you (?:must|need to) (?:make|have) an appointment)"),
    (("en", "cure"), r"\b(?:there is no cure|cannot be cured|can't be cured)",
     r"\b(?:cures (?:it|the)|can be cured|is curable|will be cured)"),
    (("en", "pregnancy"), r"(?<!not )\bsafe (?:in|during) pregnancy"
     r"|(?<!not )safe (?:if|when) you are pregnant",
     r"\bnot safe (?:in|during) pregnancy|(?:do not|don't) (?:take|use) (?:it|this)[^.]{0,20} "
     r"(?:if|while|when) you are pregnant"),
    (("en", "wet"), r"\b(?:can|may) (?:get wet|get it wet)|\bis waterproof",
     r"\b(?:do not|don't|never) (?:get|let)[^.]{0,25} wet|\bmust (?:stay|be kept) dry|keep it dry"),
    (("es", "conducir"), r"\b(?:alguien|un adulto|un amigo|un familiar)[^.]{0,40}(?:lleve|lleva"
     r"|maneje|conduzca)[^.]{0,12} casa|\bno (?:maneje|conduzca|puede (?:manejar|conducir))",
     r"(?<!no )\bpuede (?:manejar|conducir)(?: usted mismo)? (?:a|hasta) (?:su )?casa"),
    (("es", "dormido"), r"\b(?:estará|va a estar) dormid[oa]|\bdormirá durante",
     r"\b(?:estará|va a estar|seguirá) (?:bien )?despiert[oa]"),
    (("es", "comer"), r"\bno coma(?: ni beba)?(?: nada)? (?:después de (?:la )?medianoche|antes de)"
     r"|\b(?:venga|acuda|llegue) en ayunas",
     r"\b(?:puede (?:comer|desayunar)|coma (?:un desayuno|algo ligero)|desayune)\b"),
    (("es", "hielo"), r"(?<!no )\b(?:ponga|póngase|use|aplique|aplíquese) (?:un poco de |una bolsa"
     r" de |compresas de )?hielo",
     r"\b(?:no (?:se )?(?:ponga|use|aplique)|evite|nunca (?:ponga|use))"
     r" (?:el )?hielo"),
    (("es", "alcohol"), r"\b(?:no (?:tome|beba)|evite|sin|nada de) (?:el )?alcohol",
     r"\b(?:una copa de vino|puede (?:tomar|beber) (?:alcohol|vino|cerveza|una))"),
    (("es", "agua"), r"\b(?:no (?:tome|beba) nada|nada de (?:comer ni )?beber)[^.]{0,25}\b(?:\d+"
     r"|dos"
     r"|tres|cuatro|seis|ocho) horas",
     r"\bpuede (?:beber|tomar) (?:agua|líquidos)[^.]{0,25}(?:media"
     r" hora|una hora|minutos|el último momento)"),
    (("es", "puntos"), r"\blos puntos se (?:disuelven|caen|deshacen)",
     r"\b(?:quitamos|quitaremos|quitar|quitan|retiramos|retirarán) los puntos"),
    (("es", "contagio"), r"\bno (?:es contagios[oa]|se contagia|se pega)",
     r"(?<!no )\b(?:es (?:muy )?contagios[oa]|se contagia)"),
    (("es", "noche"), r"\bvuelve a casa el mismo día|no (?:tiene que|necesita) quedarse",
     r"\b(?:se queda|se quedará|pasará) (?:una|dos|\d) noches?"),
)  # fmt: skip
"""The language and the thing, and how a text gives the one answer and the other."""
_ROWS = tuple(
    (name, pattern(one, re.I), pattern(other, re.I)) for name, one, other in (*ROWS, *MORE_ROWS)
)


def opposites(view: View) -> Iterator[Finding]:
    """Find two sentences of which only one can be so; told at the later one."""
    text = view.whole.text.replace("’", "'")
    for (language, _), one, other in _ROWS:
        found = _against(view, text, one, other) if language == view.language else None
        if found:
            first, later = found
            before, _ = view.whole.place(first.start())
            passage, start = view.whole.place(later.start())
            words = passage.plain[start : start + len(later.group())]
            yield Finding(
                f"“{words}” goes against line {before.text.line}: “{first.group().strip()}”",
                "keep the right one, or say when each holds",
                passage.text,
                words,
                start,
            )


def _against(
    view: View, text: str, one: re.Pattern[str], other: re.Pattern[str]
) -> tuple[re.Match[str], re.Match[str]] | None:
    """Return the two answers of a text, the earlier first, that stand in two sentences."""
    places = view.stretches(one)
    others = view.stretches(other) if places else []
    here = _answers(text, one, places) if others else []
    for pair in product(here, _answers(text, other, others) if here else ()):
        first, later = sorted(pair, key=lambda found: found.start())
        apart = view.whole.place(first.start())[0] is not view.whole.place(later.start())[0]
        between = text[first.end() : later.start()]
        if _overlap(*pair) or not (apart or pattern(r"[.!?] ").search(between)):
            continue
        if not of_two_things(*(_sentence(text, found) for found in pair)):
            return first, later
    return None


def _answers(
    text: str, wanted: re.Pattern[str], stretches: list[tuple[int, int]]
) -> list[re.Match[str]]:
    """Return where a text gives an answer that holds in any case."""
    every = (found for each in stretches for found in wanted.finditer(text, *each))
    return [found for found in every if not _conditional(text, found)]


def _overlap(one: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether a match shares words with another."""
    return one.start() < other.end() and other.start() < one.end()


_UNLESS = pattern(
    r"^\W*then\b|\b(?:if|unless|some(?:times| people)?|most|usually|often|may(?= (?:stay|be))|when"
    r"|after|or|once|again|other(?! people)|another|unopened|opened|bare|directly|right on|bag"
    r"|plastic|cover(?:ed)?|simple|strong|kind|within|who|which|later|extra|double|can also"
    r"|only|taped?|teens|stiff|swollen|si|salvo|a veces|algun[oa]s|cuando|después)\b",
    re.IGNORECASE,
)


_PARTLY = pattern(r"\b(?:un)?opened\b", re.IGNORECASE)
"""What makes even of the words of an answer one for a case."""


def _conditional(text: str, found: re.Match[str]) -> bool:
    """Return whether the sentence around a match holds under a condition, or for some."""
    first, last = _bounds(text, found)
    if _PARTLY.search(found.group()):
        return True
    return bool(_UNLESS.search(text[first : found.start()] + " " + text[found.end() : last]))


def _bounds(text: str, found: re.Match[str]) -> tuple[int, int]:
    """Return where the sentence around a match begins and ends."""
    start, end = found.start(), found.end()
    first = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
    stops = [at for at in (text.find(". ", end), text.find("\n", end)) if at >= 0]
    return first, min(stops, default=len(text))


def _sentence(text: str, found: re.Match[str]) -> str:
    """Return the sentence around a match."""
    first, last = _bounds(text, found)
    return text[first:last]
