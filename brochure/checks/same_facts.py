"""A rule about one fact that a text gives twice, and otherwise the second time.

Each topic of the table is a thing that has one time, one number or one side: how long before the
test to stop eating, when to shower, how often to do the exercises. English and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.checks.contradictions import apart, content
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.remember import remember

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "half an": 0.5, "half a": 0.5, "once": 1,
    "twice": 2, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "doce": 12, "media": 0.5,
}  # fmt: skip
_HOURS = {"min": 1 / 60, "hou": 1, "hor": 1, "day": 24, "día": 24, "wee": 168, "sem": 168,
          "mon": 720, "mes": 720}  # fmt: skip
_WHOLE = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_N = (
    r"(?:about |around |at least |up to |only |just |unos |unas |al menos |por lo menos |the first "
    rf"|los primeros |las primeras |las )?(?P<n>\d+(?:\.\d+)?|{_WHOLE})"
    rf"(?: ?(?:to|or|-|–|a|o) ?(?P<m>\d+|{_WHOLE}))?(?: or more| or so| full)?[ -]"
)
_TIME = (
    rf"{_N}(?:full |whole )?(?P<u>minute|hour|day|week|month|minuto|hora|día|semana|mes)(?:e?s)?\b"
)
_OFTEN = (
    rf"(?P<n>\d+|once|twice|{_WHOLE})(?: ?(?:to|or|-|–|a|o) ?(?P<m>\d+|{_WHOLE}))?(?: times"
    rf"| veces)?"
    r" (?:a|each|every|per|al|cada|por) (?P<per>day|week|night|día|semana)\b"
)
_WAIT = r"(?:for|after|until|in|within|wait|por|durante|después de|dentro de|en|a)"


@dataclass(frozen=True, slots=True)
class Topic:
    """A thing of which a text gives one number: its name, letters it needs, how it is said.

    ``form`` has N, TIME or OFTEN where the number stands.
    """

    language: str
    name: str
    needs: str
    form: str
    kind: str = "time"  # or "often", "amount"

    @property
    def says(self) -> re.Pattern[str]:
        """What finds a sentence that gives the number."""
        return pattern(_whole(self.form), re.IGNORECASE)


@remember(512)
def _whole(form: str) -> str:
    """Return a form with what it has marks for."""
    for mark, meant in (("TIME", _TIME), ("OFTEN", _OFTEN), ("WAIT", _WAIT), ("N ", _N)):
        form = form.replace(mark, meant)
    return form


_PUT_OFF = r"\b{}\b[^.;]{{0,40}}?\bWAIT TIME(?! (?:a|per|each|at a time|al|por)\b)"
"""How a deed is said that has to wait."""
_OFTEN_DONE = r"\b{}(?:e?s)?\b[^.;]{{0,45}}?\bOFTEN"
"""How it is said how often a thing is done."""
_TEST = r"(?:test|scan|procedure|surgery|operation|exam|examination)"
_VISIT = r"(?:visit|appointment|class|session)"
_TAKES = r"(?:takes?|lasts?|will take|will last|is over in|is done in|should take)"
_ROWS: tuple[tuple[str, ...], ...] = (
    ("en", "arrival", "early",
           r"\b(?:arrive|come|be here|get here|check in)\b[^.;]{0,50}? TIME early"),
    ("en", "arrival", "before", r"\b(?:arrive|come|be here|get here|check in)\b[^.;]{0,40}? "
           rf"TIME before (?:your|the) {_VISIT}"),
    ("en", "length of the test", "t",
           rf"\b{_TEST} (?:itself )?(?:\w+ )?{_TAKES} TIME"),
    ("en", "length of the test", "for the",
           rf"\b(?:plan|allow|expect)(?: on)? TIME for the {_TEST}"),
    ("en", "length of the visit", "t", rf"(?<!first )\b{_VISIT} (?:\w+ )?{_TAKES} TIME"),
    ("en", "next visit", "in ",
           r"\b(?:come back|return to (?:us|the clinic)|follow-up(?: visit| appointment)?|check-?up"
           r"|next (?:visit|check|appointment)|see you again)\b(?! if)[^.;]{0,30}?\b(?:in"
           r"|after) TIME"),
    ("en", "fasting", "eat", r"\b(?:not|stop|nothing to) (?:eat|eating)\b[^.;]{0,40}?"
           r"TIME before"),
    ("en", "fasting", "food", r"\bno (?:solid )?food\b[^.;]{0,30}? TIME before"),
    ("en", "drinking", "drink",
           r"\b(?:not|stop|nothing to) (?:drink|drinking)\b[^.;]{0,40}?TIME before"),
    ("en", "bandage", "off", r"\b(?:take|keep|leave)\b[^.;]{0,15}? (?:bandage|dressing|gauze"
           r"|patch|shield|splint)[^.;]{0,15}?\b(?:off|on)\b[^.;]{0,15}?\bWAIT TIME"),
    ("en", "bandage", "bandage", r"\b(?:take off|remove|leave|keep) (?:the|your) (?:bandage"
           r"|dressing|gauze|patch|shield|splint)[^.;]{0,20}?\bWAIT TIME"),
    ("en", "bandage", "dressing", r"\b(?:take off|remove|leave|keep) (?:the|your) (?:bandage"
           r"|dressing|gauze|patch|shield|splint)[^.;]{0,20}?\bWAIT TIME"),
    ("en", "stitches", "stitches", r"\bstitches\b[^.;]{0,40}?\b(?:out|off|removed|away)\b"
           r"[^.;]{0,20}?\b(?:in|after|within) TIME"),
    ("en", "dry", "dry", r"\bkeep\b[^.;]{0,40} dry\b[^.;]{0,12}?\bfor TIME"),
    ("en", "between doses", "dose",
           r"\b(?:wait|at least|leave)\b[^.;]{0,20}?TIME between"
           r" (?:each |the |your |any )?doses?"),
    ("en", "between doses", "dose", r"\b(?:another|next|second|repeat|more|each|the) dose\b"
           r"[^.;]{0,30}?\b(?:after|in|within|every) TIME"),
    ("en", "between doses", "dose", r"\b(?:wait|after) TIME (?:before|to (?:give"
           r"|take))[^.;]{0,20}"
           r" (?:another|next|second|more) dose"),
    ("en", "how long it keeps", "th", r"\b(?:throw|toss|discard)\b[^.;]{0,40}?\b(?:after|in"
           r"|within) TIME"),
    ("en", "how long it keeps", "s", r"\b(?:pen|bottle|vial|inhaler|tube|box|syrup|drops"
           r"|cream"
           r"|insulin|medicine)s?\b (?:is |are |can |will |stays? |keeps? "
           r"|once open,? ?)*(?:lasts?|last"
           r"|keeps?|good|safe|used|be used)[^.;]{0,12}? TIME"),
    ("en", "results", "result", r"\bresults?\b[^.;]{0,40}?\b(?:take|in|within|after|ready in"
           r"|back in|about)\b TIME"),
    ("en", "swelling", "swelling",
           r"\bswelling\b[^.;]{0,25}?\b(?:goes|lasts?|go away|takes|for|in|within|gone) TIME"),
    ("en", "healing", "heal", r"\b(?:heals?|healing|to heal|recover|recovery)\b[^.;]{0,25}?"
           r"\b(?:in|within|about|takes?|lasts?|for) TIME"),
    ("en", "healing", "better", r"\bfeel (?:better|well"
           r"|like yourself)\b[^.;]{0,15}?\b(?:in|within"
           r"|after) TIME"),
    ("en", "healing", "to feel better", r"\btakes? TIME to (?:feel better|heal|recover"
           r"|get well)"),
    ("en", "work", "work",
           r"\b(?:off|out of|home from|miss|no) (?:work|school)\b[^.;]{0,15}?\bfor TIME"),
    ("en", "work", "work",
           r"\bback (?:to|at|in) (?:work|school)\b[^.;]{0,15}?\b(?:after|in|within) TIME"),
    ("en", "course", "take", r"\btake (?:it|them|the \w+|this \w+"
           r"|all)\b[^.;]{0,20}?\bfor TIME"),
    ("en", "course", "done", r"\bafter TIME of (?:pills|tablets|medicine|treatment|drops)\b"),
    ("en", "how long a puff works", "puff", r"\bpuffs?\b[^.;]{0,15}?\b(?:lasts?"
           r"|works?) (?:for )?TIME"),
    ("en", "bleeding to call for", "bleeding",
           r"\bbleed(?:s|ing)?\b[^.;]{0,25}?\b(?:more than|over|longer than|after|for) TIME"),
    ("en", "next visit", "see ", r"\b(?:see|bring)\b[^.;]{0,20}? (?:again|back) in TIME"),
    ("en", "pounds to lift", "lift", r"\blift\b[^.;]{0,40}?N (?:pounds|lbs?)\b", "amount"),
    ("en", "kilos to lift", "lift", r"\blift\b[^.;]{0,40}?N (?:kg|kilos)\b", "amount"),
    ("en", "glasses of water", "glasses",
           r"N (?:glasses) (?:of )?(?:water|fluids?)", "amount"),
    ("es", "llegada", "antes", r"\b(?:llegue|venga|preséntese|esté aquí)\b[^.;]{0,40}? "
           r"TIME antes"),
    ("es", "duración", "dura", r"\b(?:examen|prueba|operación|cirugía|procedimiento|estudio)"
           r" (?:\w+ )?(?:dura|tarda|toma|lleva) TIME"),
    ("es", "próxima cita", "cita", r"\b(?:próxima|siguiente) cita\b[^.;]{0,20}?\ben TIME"),
    ("es", "próxima cita", "en ",
           r"\b(?:vuelva|regrese)(?: a (?:la clínica|vernos))?(?! si)[^.;]{0,20}?\ben TIME"),
    ("es", "ayuno", "com", r"\bno (?:coma|debe comer|comer)\b[^.;]{0,40}?TIME antes"),
    ("es", "beber", "agua", r"\b(?:agua|líquidos claros)\b[^.;]{0,30}?(?:hasta|durante)"
           r"(?: las)? TIME antes"),
    ("es", "beber", "nada", r"\bno (?:tome|beba) nada\b[^.;]{0,30}?TIME antes"),
    ("es", "libras", "libras", r"\b(?:levante|cargue)\b[^.;]{0,40}?N (?:libras)\b", "amount"),
    ("es", "vasos", "vasos", r"N vasos de (?:agua|líquido)", "amount"),
)  # fmt: skip
"""What a text says one number of, as `Topic` has it."""
_DEEDS = {
    "en": (
        ("shower", "shower"), ("bath(?:e|s)?", "bath"), ("swim(?:ming)?", "swim"),
        ("driv(?:e|ing)", "driv"), ("fly(?:ing)?", "fly"), ("lift(?:ing)? anything", "lift"),
        ("heavy lifting", "heavy lifting"), ("(?:run|jog)(?:ning|ging)?", "run"),
        ("smok(?:e|ing)", "smok"), ("(?:have )?sex", "sex"), ("alcohol", "alcohol"),
        ("contact lenses", "contact lens"), ("make-?up", "make"), ("tubs?", "tub"),
        ("sports?", "sport"), ("(?:back|return) to (?:work|school)", "to "), ("kneel", "kneel"),
        ("straws?", "straw"),
    ),
    "es": (
        ("(?:bañarse|se bañe|báñese|baño)", "bañ"), ("(?:ducharse|dúchese|se duche)", "duch"),
        ("(?:nad(?:ar|e)|alberca|piscina)", "nad"), ("(?:manej(?:ar|e)|conduzca|conducir)", "man"),
        ("(?:levante|cargue|cargar|levantar)", "lev"), ("alcohol", "alcohol"),
        ("relaciones sexuales", "relaciones"), ("(?:fume|fumar)", "fum"),
        ("(?:trabajo|escuela)", "volver"),
    ),
}  # fmt: skip
"""Deeds that have to wait, and the letters of each that a text needs."""
_REPEATED = {
    "en": (
        "exercise", "stretch", "drop", "cream", "ointment", "inhaler", "rinse", "brush", "floss",
        "blood sugar", "blood pressure", "temperature", "weigh", "gargle", "syrup", "dressing",
        "ice", "cold pack", "soak", "patch",
    ),
    "es": (
        "ejercicio", "gota", "crema", "pomada", "inhalador", "enjuague", "cepíll", "presión",
        "azúcar", "hielo", "jarabe",
    ),
}  # fmt: skip
"""Things that are done so many times a day."""


def topics_of(language: str, small: str) -> Iterator[Topic]:
    """Yield the topics of a language whose letters a text in small letters has."""
    for row in _ROWS:
        if row[0] == language and row[2] in small:
            yield Topic(*row)
    for word, needs in _DEEDS.get(language, ()):
        if needs in small:
            yield Topic(language, needs, needs, _PUT_OFF.format(word))
    for word in _REPEATED.get(language, ()):
        if word in small:
            yield Topic(language, f"{word} how often", word, _OFTEN_DONE.format(word), "often")


_ALONE = frozenset({"fasting", "drinking", "arrival", "ayuno", "beber", "llegada"})
"""Topics of which even one paragraph has a single number."""
_ALWAYS = frozenset({"between doses", "how long it keeps"})
"""Topics whose number holds whatever the case is."""
_SOME = pattern(
    r"\b(?:if|unless|except|some|most|(?<!you )may|might|usually|often|child(?:ren)?|bab(?:y"
    r"|ies)|adults?"
    r"|months? old|years? old|then|later|second|third|other|if needed|another|si|salvo"
    r"|algun[oa]s|niñ[oa]s?|bebés?|adultos|luego|otra vez|depende)\b",
    re.IGNORECASE,
)
"""Words of a sentence whose number holds for a case or for a stage."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a sentence says of a topic: least and most, its words, and where they stand."""

    least: float
    most: float
    words: str
    sentence: str
    passage: Passage
    start: int
    topic: str
    number: int  # of the passage


def same_fact(view: View) -> Iterator[Finding]:
    """Find a number of a topic that an earlier sentence gives otherwise; told once a topic."""
    seen: dict[str, list[Said]] = {}
    told: set[str] = set()
    for topic in topics_of(view.language, view.small):
        seen.setdefault(topic.name, []).extend(_said(view, topic))
    for name, every in seen.items():
        every.sort(key=lambda said: (said.number, said.start))
        for number, said in enumerate(every):
            other = next((each for each in every[:number] if _differ(each, said)), None)
            if other and name not in told:
                told.add(name)
                yield Finding(
                    f"“{said.words}” here, “{other.words}” in line {other.passage.text.line}",
                    "keep the right one, or say in both whom or what it is for",
                    said.passage.text,
                    said.words,
                    said.start,
                )
    yield from _too_wet(seen)


def _too_wet(seen: dict[str, list[Said]]) -> Iterator[Finding]:
    """Yield a finding for a bath before the time until which something is to be kept dry."""
    wet = [said for name in ("shower", "bath", "swim", "tub") for said in seen.get(name, ())]
    for dry in seen.get("dry", ()):
        for said in wet:
            if said.most < dry.least and said.passage is not dry.passage:
                yield Finding(
                    f"“{said.words}” here, “{dry.words}” in line {dry.passage.text.line}",
                    "say one time from which it may get wet",
                    said.passage.text,
                    said.words,
                    said.start,
                )
                return


def _said(view: View, topic: Topic) -> Iterator[Said]:
    """Yield what the sentences of a text say of a topic, those of a case or a stage left out."""
    for passage in view.body_holding(topic.says):
        number = view.passages.index(passage)
        for sentence in passage.sentences:
            if topic.needs not in sentence.text.lower() or (
                topic.name not in _ALWAYS and _SOME.search(sentence.text)
            ):
                continue
            found = topic.says.search(sentence.text)
            if found:
                low, high = _number(found["n"]), _number(found["m"] or found["n"])
                worth = _worth(topic, found)
                words = found.group().strip()
                start = sentence.start + found.start()
                yield Said(
                    low * worth,
                    high * worth,
                    words,
                    sentence.text,
                    passage,
                    start,
                    topic.name,
                    number,
                )


def _worth(topic: Topic, found: re.Match[str]) -> float:
    """Return what one of the unit is worth: hours, or days of the week."""
    if topic.kind == "time":
        return _HOURS[found["u"].lower()[:3]]
    if topic.kind == "often":
        return 1 if found["per"].lower()[:3] in ("wee", "sem") else 7
    return 1


def _number(word: str) -> float:
    """Return the number of figures or of a word."""
    return _NUMBERS.get(word.lower()) or float(word)


def _differ(one: Said, other: Said) -> bool:
    """Return whether two sentences give numbers that cannot be the same, of one thing."""
    if one.passage is other.passage and (one.topic not in _ALONE or one.start == other.start):
        return False
    if one.least <= other.most and other.least <= one.most:
        return False
    return one.topic in _ALWAYS or not apart(content(one.sentence), content(other.sentence))
