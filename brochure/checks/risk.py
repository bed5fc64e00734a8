"""Rules about figures and risk: what a reader cannot picture, compare or be sure of. English only.

Sources: NHS content guide (numbers); CDC Clear Communication Index, 15 to 17 and 19.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View, at_words, sentences_holding, sentences_of
from brochure.checks.patterns import pattern

_NUMBER = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|una?|dos|tres|cuatro|cinco|seis"
    r"|siete|ocho|nueve|diez)"
)
SHARE = pattern(
    rf"\b(?P<n>{_NUMBER}) "
    r"(?:(?:people|persons|children|adults|women|men|babies|patients|personas|niños|mujeres"
    r"|hombres) )?"
    rf"(?:in|out of|of every|de cada)(?: every)? (?P<of>\d[\d,]*|two|three|four|five|ten|twenty"
    rf"|hundred|dos|tres|cuatro|cinco|diez|veinte|cien)\b"
    r"(?!\s*(?:hours?|hrs?|days?|weeks?|minutes?|mins?|months?|years?|seconds?|mg|m[lL]|times|sets"
    r"|steps|inches|[:/-]))",
    re.IGNORECASE,
)
_OF_MANY = pattern(
    r"\b(?:[Oo]f|[Oo]ut of|[Ii]n|[Ff]or)(?: every)? (?:100|1,000|10,000|a (?:hundred|thousand))\b"
)
_MAY_SHARE = pattern(
    r" (?:in|of|every|cada) (?:\d|t|f|h|dos|cuatro|cinco|diez|veinte|cien)", re.IGNORECASE
)
"""What each share has, looked for first."""
_WORTH = {
    "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10, "twenty": 20, "hundred": 100,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "diez": 10, "veinte": 20, "cien": 100,
}  # fmt: skip
_ONE, _FAR = frozenset({"1", "one", "un", "una"}), 20
"""How "1 in ..." begins, and how many times more people make two such hard to compare."""
_RISK = r"(?:risks?|chances?|odds|likelihood|possibility|danger)"
_RISKS = ("risk", "chance", "odds", "likel", "possibil", "danger")
MAY_CHANGE = (*_RISKS, "%", "percent")
HARMS = (*_RISKS, "effect", "complication", "problem", "reaction", "death")
"""Letters that a sentence about a risk has."""
_HARM = rf"(?:{_RISK}|side effects?|complications?|problems?|reactions?|deaths?)"
_CHANGES = ("halv", "doubl", "tripl", "half", "%", "percent", "per cent", "twice")
RELATIVE = pattern(
    rf"\b(?:halv(?:es?|ed|ing)|doubl(?:es?|ed|ing)|tripl(?:es?|ed"
    rf"|ing))\b(?=[^.;]{{0,60}}\b{_RISK}\b)"
    r"|\b(?:cuts?|lower(?:s|ed)?|reduce[sd]?|raise[sd]?|increase[sd]?|drop(?:s|ped)?)\b"
    rf"(?=[^.;]{{0,60}}\b{_RISK}\b)"
    r"(?=[^.;]*(?:\bhalf\b|\b\d+(?:\.\d+)?\s?(?:%|percent|per cent|times)))"
    r"|\b(?:twice|three times|four times|five times|ten times|\d+ times) (?:as|more) likely\b"
    r"|\b\d+(?:\.\d+)?\s?(?:%|percent) (?:(?:lower|higher|greater|smaller) (?:risks?|chances?|odds)"
    r"|(?:more|less) likely|fewer (?:deaths|strokes|heart attacks|infections|cases|falls))\b"
    rf"|\b{_RISK} (?:is|are|was) (?:halved|doubled|tripled|cut in half)\b",
    re.IGNORECASE,
)
_VAGUE_WORD = (
    r"(?:rare|uncommon|infrequent|common|small|low|slight|high|minimal|tiny|remote|unlikely|likely)"
)
_VAGUE_WORDS = frozenset(("rarely", *_VAGUE_WORD.strip("(?:)").split("|")))
_VAGUE = pattern(
    rf"(?<!\bat )(?<!\bat a )\b(?:very |extremely |quite |fairly )?(?!common (?!{_RISK}))"
    rf"{_VAGUE_WORD} {_HARM}\b(?! (?!of\b|that\b|for\b|to\b|from\b|with\b|in\b|and\b|or\b|but\b"
    rf"|is\b"
    r"|are\b|if\b|when\b|after\b|during\b|can\b|may\b)\w)"
    rf"|\b{_HARM}(?: \w+){{0,4}}? (?:is|are) (?:very |extremely |quite |also )?{_VAGUE_WORD}\b"
    rf"|\b(?:very |extremely )?rarely(?: \w+){{0,3}} {_HARM}\b",
    re.IGNORECASE,
)
HEAT = ("°", "º", "˚", "degree", "grados", "fever", "fiebre", "temp")
"""Letters that a text with degrees has."""
_HEAT = pattern(
    r"(?<![\w.])(?P<n>\d{2,3}(?:[.,]\d+)?)\s?(?:(?:°|º|˚)\s?|degrees? |grados )(?P<scale>F"
    r"|C)(?:ahrenheit|elsius)?\b|(?<![\w.])(?P<bare>(?:9[5-9]|10[0-7]|3[5-9]|4[0-2])(?:\.\d)?)\s?"
    r"(?P<sign>[FC])\b"
)
_KITCHEN = pattern(
    r"\b(?:cook\w*|oven|bake\w*|fridge|refrigerator|freezer|store|stored|storage|room temperature"
    r"|shellfish|meat|poultry|water heater|hot water|laundry|wash\w*|bedding|dryer|bath\w*|sauna"
    r"|normal|leftovers|food|outside|outdoors|weather|thermostat"
    r"|guarde\w*|conserv\w+|almacen\w+|nevera|refrigerador\w*|horno|cocin\w+)\b",
    re.IGNORECASE,
)
_CELSIUS = frozenset("GB IE AU NZ ZA IN SG HK MT ES MX AR CO CL PE".split())
"""Countries whose readers have one scale of heat."""
_DIGIT = pattern(r"\d")
_EDGE = pattern(
    r"\b(?P<edge>under|up to|until|till|through|over"
    r"|from)(?: the)?(?: age(?: of)?)? (?P<age>\d{1,2})"
    r"(?P<after>(?: years?)?(?: old| of age)?)(?![\w.,]*\d| ?(?:%|percent|mg|m[lL]|minutes"
    r"|hours|days|weeks"
    r"|months|times|pounds|inches|degrees|°|a\.?m|p\.?m|people|in\b))",
    re.IGNORECASE,
)
_OF_AGE = pattern(
    r"\b(?:age[sd]?|years? old|children|adults|women|men|people|girls|boys|teen\w*)\b", re.I
)


def mixed_denominators(view: View) -> Iterator[Finding]:
    """Find shares of different numbers: "1 in 5" beside "3 in 1,000"; once.

    "1 in 5" and "1 in 6" compare, and so does what has its per cent beside it.
    """
    first: re.Match[str] | None = None

    def may_be(sentence: str) -> bool:
        if not _MAY_SHARE.search(sentence):
            return False
        beside = sentence.count("%")
        return not beside or beside < sum(1 for _ in SHARE.finditer(sentence))

    for passage, sentence, start in sentences_holding(view, SHARE):
        for found in SHARE.finditer(sentence) if may_be(sentence) else ():
            again = sentence[: found.start()].endswith("(") and bool(first)  # "2 in 100 (1 in 50)"
            if first and not again and not _compare(first, found):
                yield at_words(
                    passage,
                    start,
                    found,
                    f"this counts people in {found['of']}, an earlier line in {first['of']}",
                    "count all in the same number, such as 100 or 1,000, so that they compare",
                )
                return
            first = first or found


def _compare(one: re.Match[str], other: re.Match[str]) -> bool:
    """Return whether a reader can compare two shares: of one number, or both 1 in not too many."""
    sizes = sorted((_worth(one["of"]), _worth(other["of"])))
    both_one = all(each["n"].lower() in _ONE for each in (one, other))
    tens = sizes in ([10, 100], [100, 1000])
    return sizes[0] == sizes[1] or tens or (both_one and sizes[1] < _FAR * sizes[0])


def relative_risk(view: View) -> Iterator[Finding]:
    """Find a risk that is told by how much it changes, not how large it is."""
    changes = any(each in view.small for each in _CHANGES) or "times" in view.words
    if not changes:
        return
    for passage, sentence, start in sentences_of(view, MAY_CHANGE):
        found = RELATIVE.search(sentence)
        if found and not is_counted(passage.plain[start:]):
            yield at_words(
                passage,
                start,
                found,
                f"“{found.group()}” says how a risk changes, not how large it is",
                "say how many of 100 people with it, and how many without it",
            )


def is_counted(text: str) -> bool:
    """Return whether a text counts people, in this sentence or a later one: "of every 100"."""
    return bool(SHARE.search(text) or _OF_MANY.search(text))


def vague_risk(view: View) -> Iterator[Finding]:
    """Find "a small risk", "rare side effects" in a sentence without any figure."""
    if view.words.isdisjoint(_VAGUE_WORDS):
        return
    for passage, sentence, start in sentences_of(view, HARMS):
        found = _VAGUE.search(sentence)
        if found and not pattern(r"\d").search(sentence) and not is_counted(passage.plain[start:]):
            yield at_words(
                passage,
                start,
                found,
                f"“{found.group()}” means something else to each reader",
                "add a figure: “about 1 in 100 people”",
            )


def one_scale(view: View) -> Iterator[Finding]:
    """Find a fever in one scale alone, which some readers have no feeling for; once.

    In the United States an oven has Fahrenheit alone, and nobody misses the other scale.
    """
    for passage, sentence, start in sentences_of(view, HEAT):
        found = list(_HEAT.finditer(sentence))
        scales = [each["scale"] or each["sign"] for each in found]
        if len(set(scales)) == 1 and not _is_own_scale(view, passage.plain, scales[0]):
            degrees = float((found[0]["n"] or found[0]["bare"]).replace(",", "."))
            both = _both_scales(degrees, scales[0])
            yield at_words(
                passage,
                start,
                found[0],
                f"“{found[0].group()}” is in one scale only",
                f"write both: {both}",
            )
            return


def _is_own_scale(view: View, text: str, scale: str) -> bool:
    """Return whether the readers of a country need no other scale for what a text is about."""
    if view.region in _CELSIUS:
        return scale == "C"
    return (scale == "F" or view.language == "es") and bool(_KITCHEN.search(text))


def age_edge(view: View) -> Iterator[Finding]:
    """Find an age that is an edge in two ways, "under 25" and "up to 25"; 25 is left open."""
    seen: dict[str, str] = {}
    for passage, sentence, start in sentences_holding(view, _EDGE):
        for found in _EDGE.finditer(sentence):
            edge, age = found["edge"].lower(), found["age"]
            if not (_OF_AGE.search(sentence) or found["after"]) or edge in ("over", "from"):
                continue
            if seen.setdefault(age, edge) != edge:
                yield at_words(
                    passage,
                    start,
                    found,
                    f"“{edge} {age}” here, “{seen[age]} {age}” before: is somebody of {age} meant?",
                    f"say one thing: “{int(age) - 1} or younger”, or “{age} or younger”",
                )


def _worth(number: str) -> int:
    """Return the number that figures or a word stand for."""
    return _WORTH.get(number.lower()) or int(number.replace(",", ""))


def _both_scales(degrees: float, scale: str) -> str:
    """Return a temperature in Fahrenheit and Celsius."""
    fahrenheit = degrees if scale == "F" else degrees * 9 / 5 + 32
    celsius = degrees if scale == "C" else (degrees - 32) * 5 / 9
    return f"{fahrenheit:.4g}°F ({celsius:.1f}°C)".replace(".0°C", "°C")
