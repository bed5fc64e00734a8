"""Rules about signs: brackets left open, signs twice or apart, sentences run together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

_PAIRS = {")": "(", "]": "[", "”": "“", "»": "«"}
_BRACKET = pattern(r"[()\[\]“”«»]")
_OPENED = {"(": ")", "[": "]", "“": "”", "«": "»"}
_TURNED = str.maketrans("“”", "”“")
_TWICE = pattern(
    r",[,;:.]|[;:](?![-)(DPp/])[,;:.](?!\d)|(?<!\.)\.\.(?!\.)|\.,(?!\d)(?<!\w\.\w\.,)"
    r"|\?\.|!\.|!{2,}|\?{2}(?!\?)"
)
_ABBREVIATED = pattern(
    r"(?:\b(?:etc|e\.g|i\.e|a\. ?m|p\. ?m|vs|approx|Inc|Ltd|Jr|Sr|St|Dr|Ave|Co|M\.D|R\.N"
    r"|[A-Z])\.)[,;:.]?$"
)
_APART = pattern(
    r"(?<=\w) (?P<sign>[,;!?](?=\s|$)|,(?=[a-z])|\.(?=\s+[A-ZÁÉÍÓÚ]|$|[A-ZÁÉÍÓÚ][a-z]))"
)
_TOGETHER = pattern(
    r"(?<=[a-záéíóúñ]{2})(?P<sign>[.!?](?=[A-ZÁÉÍÓÚÑ¿¡][a-záéíóúñ]+)"
    r"|[,;](?=[^\W\d_]{2}))"
)
_MAY_TWICE = pattern(r"[,;:.!?][,;:.!?]")
_MAY_TOGETHER = pattern(r"[.!?,;][^\W\d_¿¡]|[.!?][¿¡]")
_SPACE_BEFORE = (" ,", " ;", " !", " ?", " .")
"""What a whole text has if one of its texts has any of these."""
_ADDRESS = pattern(r"@|://|www\.|\.(?:com|org|gov|net|edu|info|uk|de|fr|es|eu|us)\b", re.I)
_UNREAD = frozenset({"source", "clinic", "email"})
_NEAR = 40
"""Characters beside a sign in which an address or a short form may stand."""
_SPACED = frozenset({"fr"})
"""Languages that set a space before some signs."""


_ASKS = pattern(
    r"(?:^|(?<=[.!] ))(?P<all>(?:Do(?= (?:I|you|we|they|children|people)\b)|Is|Are|Does|Did|Can"
    r"|Could|Will|Would|Should|May|Have(?= (?:I|you|we|they|it)\b)"
    r"|Has|Was|Were)"
    r" (?:I|you|it|the|my|your|this|there|that|we|they|he|she|children|people)\b[^.?!:]{3,90}"
    r"|(?:What|When|Where|Who|Why|How (?:long|much|many|often|soon|far)|How|Which \w+)"
    r" (?:is|are|do|does|can|should|will|did|would|may|must|could|causes?)\b (?:I|you|it"
    r"|the|my|your"
    r"|this|there|we|they)\b[^.?!:,]{3,90})(?P<end>\.|!|$)"
)
_SENTENCE_STOP = pattern(r"[.!] ")
_ASKS_SPANISH = pattern(r"¿[^?]{3,120}?(?P<end>[.!]|$)")
_TELLS = pattern(
    r"(?:^|(?<=[.!] ))(?P<all>(?:Yes|No|Please|Take|Call|Rest|Drink|Do not|You|Your|We|The"
    r"|It|This)\b"
    r"(?!['’]|[^.?!]*\b(?:or|right|okay|what|why|how|if|whether"
    r"|ask)\b)[^.?!:“\"]{6,80})(?P<end>\?)$"
)
_SMALL = pattern(r" (?<=[a-záéíóúñ]{3}[.!?] )(?P<word>[a-záéíóúñ]{2,})(?= )(?![\w]*\.)")
_RUN_ON = pattern(
    r" (?<=[a-z]{3} )(?<! the )(?<! our )(?<!your )(?<!Ask )(?<!this )"
    r"(?P<word>(?:Do|Take|Call|Drink|Rest|Keep|Use|You|Your|It|If|The|We"
    r"|This|They|Ask"
    r"|Tell|Wash|Put|Avoid|Stop|Eat|Wait|Bring|Please|Always|Never|There|Then|After|Before|When))"
    r" (?=[a-z])"
)
_EXTRA = pattern(r",? and, (?=[a-z]+\.)|; (?P<word>(?:And|But|Then|The|You|It|We|Do|Take|Call)) ")


def end_sign(view: View) -> Iterator[Finding]:
    """Find a question without its sign, and a sentence that begins small or without a full stop."""
    spanish = view.language == "es"
    for passage in _read(view):
        plain = passage.plain
        if passage.role in ("heading", "title", "subtitle") and not spanish:
            continue
        for found in _asked(plain, spanish=spanish):
            if found["end"] or passage.role == "paragraph":
                yield _sign(
                    passage, found, "asks, and has no question mark", "write a “?” behind it"
                )
        if passage.role in ("heading", "title", "subtitle"):
            continue
        if passage.role == "paragraph" and plain[:1].islower() and plain.endswith("."):
            yield Finding(f"“{plain.split()[0]}” begins small", "begin a sentence with a capital",
                          passage.text, plain.split()[0], 0)  # fmt: skip
        for found in () if spanish or not plain.endswith("?") else _TELLS.finditer(plain):
            yield _sign(passage, found, "tells, and has a question mark", "write a full stop")
        for found in _SMALL.finditer(plain):
            before = plain[max(0, found.start() - _NEAR) : found.start()]
            if not _ABBREVIATED.search(before) and not _ADDRESS.search(before[-20:]):
                yield _sign(passage, found, "begins small behind a full stop", "take the stop out,"
                            " or begin with a capital")  # fmt: skip
        for found in () if spanish else (*_RUN_ON.finditer(plain), *_EXTRA.finditer(plain)):
            yield _sign(passage, found, "is not parted from what stands before it",
                        "put a full stop before it, or begin it small")  # fmt: skip


def _asked(text: str, *, spanish: bool) -> Iterator[re.Match[str]]:
    """Yield the questions of a text; in English one begins where a sentence does."""
    if spanish:
        yield from _ASKS_SPANISH.finditer(text)
        return
    for start in (0, *(stop.end() for stop in _SENTENCE_STOP.finditer(text))):
        found = _ASKS.match(text, start)
        if found:
            yield found


def _sign(passage: Passage, found: re.Match[str], fault: str, hint: str) -> Finding:
    """Return a finding at the words of a match, named by their first few."""
    at = found.start()
    words = " ".join(passage.plain[at:].split()[:4])
    return Finding(f"“{words}” {fault}", hint, passage.text, words.split()[0], at)


_OWNERS = (
    "doctor nurse child baby patient surgeon dentist mother father pharmacist therapist midwife"
    " partner provider person today tomorrow tonight week month hospital clinic body"
).split()
_OWNED = (
    r"(?:name|office|card|hands?|advice|orders?|number|visits?|instructions|help|age"
    r"|weight|mouth|skin"
    r"|temperature|breathing|doctor|school|head|face|eyes?|ears?|teeth|chest|arms?|legs?|feet|belly"
    r"|dose|medicine|inhaler|blood|heart|weight|health|own|appointment|surgery|permission"
    r"|letter|diet"
    r"|room|bed|clothes|nose|throat|back|body|first|next|questions|note|notes|phone|list)"
)
_NO_APOSTROPHE = pattern(
    rf"(?<!two )(?<!other )(?<!\bour )(?<!all )(?<!some )(?<!most )(?<!many )(?<!these )(?<!both )"
    rf"\b(?P<word>(?:{'|'.join(_OWNERS)})s) {_OWNED}\b(?! (?:you|for|about|and|to)\b)",
    re.IGNORECASE,
)
_PLURAL = pattern(
    r"\b(?:the|your|these|those|all|some|more|two|three|four|five|other|many|any|no|\d+|take|bring"
    r"|eat|wear) (?P<word>(?:pill|tablet|capsule|drop|bandage|symptom|stitche|medicine"
    r"|card|vegetable"
    r"|fruit|drink|shoe|glasse|lense|exercise|dose|day|week|hour|meal|sock|test|result|dressing"
    r"|antibiotic|painkiller|injection|visit|question|patient|nurse|doctor|vitamin|tip|side effect"
    r"|glove|towel|germ|allergie|allergy|egg|nut|muscle|joint)['’]s)\b(?= (?:at|with|on|in"
    r"|for|before"
    r"|after|and|or|every|each|may|can|are|is|will|that|to|you|of|if|twice|daily)\b|[.,;]|$)",
    re.IGNORECASE,
)
_TIME_OWNS = pattern(
    r"\b(?P<word>(?:two|three|four|five|six|seven|ten|\d+) (?:day|week|month|hour|minute"
    r"|year)['’]s)"
    r" (?=rest|notice|time|supply|wait|leave|worth)|\b(?P<bare>(?:a|one) (?:day|week|month|hour)s)"
    r" (?=rest|notice|time|supply|wait|leave|worth)",
    re.IGNORECASE,
)


def apostrophe(view: View) -> Iterator[Finding]:
    """Find "your doctors name" and "the pill's", and the like."""
    for passage, found in view.found(_NO_APOSTROPHE):
        word, whole = found["word"], found.group()
        owned = whole.replace(word, f"{word[:-1]}’s", 1)
        yield Finding(f"“{whole}” has no apostrophe", f"write “{owned}”",
                      passage.text, word, found.start("word"))  # fmt: skip
    for wanted in (_PLURAL, _TIME_OWNS):
        for passage, found in view.found(wanted):
            word = found.groupdict().get("word") or found["bare"]
            yield Finding(f"“{found.group().strip()}” has its apostrophe in the wrong place",
                          "a plural has none: “the pills”; “a day’s rest”, “two days’ rest”",
                          passage.text, word, found.start() + found.group().find(word))  # fmt: skip


def open_bracket(view: View) -> Iterator[Finding]:
    """Find a bracket or a quotation mark without its other half."""
    for passage in _read(view):
        if not any(sign in passage.plain for sign in "()[]“”«»"):
            continue
        at = _unpaired(passage.plain, view.language)
        if at is not None:
            sign = passage.plain[at]
            other = _OPENED.get(sign) or _PAIRS[sign]
            yield Finding(
                f"“{_around(passage.plain, at)}” has a {sign} without its {other}",
                f"type the {other} where it belongs, or take the {sign} out",
                passage.text,
                passage.plain[at:].split(" ")[0],
                at,
            )


def doubled_sign(view: View) -> Iterator[Finding]:
    """Find signs that stand twice, or two that cannot follow each other: ",:", "..", "!!"."""
    for passage in _read(view) if _MAY_TWICE.search(view.whole.text) else ():
        for found in _TWICE.finditer(passage.plain):
            before = passage.plain[max(0, found.end() - _NEAR) : found.end()]
            if _ABBREVIATED.search(before):
                continue
            keep = found.group()[-1] if found.group()[0] in ",;:" else found.group()[0]
            start = passage.plain.rfind(" ", 0, found.start()) + 1
            yield Finding(
                f"“{_around(passage.plain, found.start())}” has the signs {found.group()} in a row",
                f"keep one: {keep}",
                passage.text,
                passage.plain[start : found.end()],
                start,
            )


def sign_space(view: View) -> Iterator[Finding]:
    """Find a space before a comma or a full stop, and none behind it: "bed .", "bed.Drink"."""
    text = view.whole.text
    may_be = _MAY_TOGETHER.search(text) or any(sign in text for sign in _SPACE_BEFORE)
    for passage in _read(view) if may_be else ():
        plain = passage.plain
        for found in _APART.finditer(plain) if view.language not in _SPACED else ():
            yield _spaced(passage, found, "has a space before it", "take the space out")
        for found in _TOGETHER.finditer(plain):
            near = plain[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            token = plain[plain.rfind(" ", 0, found.start()) + 1 : found.end()]
            if not _ADDRESS.search(near) and "/" not in token:
                yield _spaced(passage, found, "has no space behind it", "put a space behind it")


def _spaced(passage: Passage, found: re.Match[str], fault: str, hint: str) -> Finding:
    """Return a finding for a sign with a space too much or too few."""
    plain, at = passage.plain, found.start("sign")
    start = plain.rfind(" ", 0, max(0, at - 1)) + 1
    stop = next((n for n in range(at + 1, len(plain)) if plain[n] == " "), len(plain))
    words = plain[start:stop]
    message = f"the {found['sign']} in “{words}” {fault}"
    return Finding(message, hint, passage.text, words, start)


def _read(view: View) -> Iterator[Passage]:
    """Yield the texts whose signs are looked at."""
    return (passage for passage in view.passages if passage.role not in _UNREAD)


def _unpaired(text: str, language: str) -> int | None:
    """Return where a sign stands that has no other half; None if all have one."""
    opened: list[int] = []
    if language == "he":  # it opens with ” and closes with “
        text = text.translate(_TURNED)
    for found in _BRACKET.finditer(text):
        at, sign = found.start(), found.group()
        if sign in _OPENED and not (sign == "“" and language == "de"):
            opened.append(at)
        elif sign in _PAIRS and not (sign == "”" and language in ("de", "sv", "fi")):
            if opened and text[opened[-1]] == _PAIRS[sign]:
                opened.pop()
            elif not _is_label(text, at):
                return at
    return opened[0] if opened else None


def _is_label(text: str, at: int) -> bool:
    """Return whether a bracket closes the label of a list, "a)" or "1)", or is a smile."""
    return text[at] == ")" and bool(pattern(r"(?:^|\s)(?:\w|\d{1,2}|[:;]-?)$").search(text[:at]))


def _around(text: str, at: int) -> str:
    """Return the words about a place."""
    start = text.rfind(" ", 0, max(0, text.rfind(" ", 0, at))) + 1
    return " ".join(text[start : at + 20].split()[:4])
