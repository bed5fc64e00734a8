"""Rules about likely slips: doubled words, quotes, dates, leftovers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.model import Text

_DOUBLED = pattern(r"(?<![\w'’-])([^\W\d_]+)\s+\1\b(?!['’-]\w)", re.IGNORECASE)
DOUBLES_ALLOWED = {
    "en": frozenset(
        {
            "that",
            "had",
            "is",
            "her",
            "so",
            "no",
            "bye",
            "very",
            "really",
            "do",
            "wagga",
            "new",
        }
    ),
    "es": frozenset({"no", "muy", "que", "casi"}),
    "fr": frozenset({"nous", "vous", "très", "non"}),
    "de": frozenset({"die", "der", "das", "den", "dem", "sie", "sehr"}),
    "it": frozenset({"piano", "così", "molto", "via"}),
    "pt": frozenset({"que", "não", "muito"}),
    "ru": frozenset({"чуть", "едва", "очень"}),
}
"""Words that may stand twice, by language; for other languages the rule does not run."""

_DOUBLED_SPACE = pattern(r"(?<=[\w.,;!?)”’*])(  +)(?=[\w(“‘*])")
_MAY_SPACE = pattern(r"  (?<=[^\s:#\-]  ) *[^\s#]")
_QUOTES = {
    "quotes": {"straight": pattern(r"(?<!\d)\""), "curly": pattern(r"[“”]")},
    "apostrophes": {
        "straight": pattern(r"(?<=[^\W\d])'(?=\w)"),
        "curly": pattern(r"(?<=[^\W\d])’(?=\w)"),
    },
}
_DATE = pattern(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\w/-]|\.\d)")
_MEASURES = (
    r"(?:tablets?|pills?|capsules?|puffs?|drops?|doses?|mg|mcg|m[lL]|units?|times|minutes?|hours?"
    r"|days?|weeks?|months?|years?|people|pounds|degrees|teaspoons?|visits?)"
)
_LEFT_OUT = (
    r"(?:name|names|number|phone|date|day|time|dose|dosage|drug|medicine|medication|amount|address"
    r"|clinic|hospital|doctor|nurse|surgeon|provider|pharmacy|month|year|city|state|title|email"
    r"|website|link|url|office|department|unit|floor|room|hours|fee|price|cost|reason|side"
    r"|site|test"
    r"|procedure|diagnosis|weight|age|contact|extension|location|place|strength)"
)
_IN_BRACKETS = pattern(
    r"(?<![\w\]])[(\[<](?:(?:please )?(?:insert|specify|fill in|delete as|delete if)\b[^)\]>]{0,40}"
    r"|(?:please )?(?:enter|add|type|write|put|list|choose|select|pick|fill)(?: in)?"
    rf" (?:(?:the|your|a|an|my) )?(?:\w+ )?{_LEFT_OUT}s?(?: here| in)?|(?:change|edit|update|check"
    r"|confirm|replace|fix|verify) (?:me|this|before|with|dose|number|name|date)\b[^)\]>]*|blank"
    r"|tbd|tba|tbc|xx+|\?+|_+|-{2,}|\.{2,}|…"
    r"|\s+(?=\) (?:days|weeks|months|hours)\b)|(?:(?:your|the|our|doctor's|doctor’s|nurse's|nurse’s"
    r"|surgeon's|surgeon’s|clinic's|clinic’s|clinic|staff|patient|drug|contact|phone|start|end"
    r"|appointment|street|last|first|full|room|test|exact|hospital|pharmacy|today's|today’s)\s)+"
    rf"{_LEFT_OUT}|{_LEFT_OUT}(?: (?:of|for|to) (?:the |your )?\w+)? (?:here|goes here|to come"
    r"|to follow)|(?:number|name|date|dose|drug name|amount))[)\]>](?!\()|\{[a-z][\w ’'-]{0,30}\}",
    re.IGNORECASE,
)
_BY_SIGNS = pattern(
    rf"(?<=\s)(?:…|\.{{3,}}) (?=(?:times|{_MEASURES})\b|[ap]\.?m\b|%)"
    r"|(?<=[a-z] )\.{4,}|#{2,}(?:[-. /]#+)*|(?<=[$£€])(?:[Xx]{1,4}\b|_+|\?+|#+)|\$\$|\*{3,}"
    r"|(?<=\w )(?:--+|–|—) (?=[ap]\.?m\b)|\b00:00\b"
)
_BY_WORDS = pattern(
    rf"\b(?:[XYN]|xx?|nn) (?={_MEASURES}\b)"
    r"|\b(?:[Dd]r|Mr|Ms|Mrs|[Nn]urse|[Dd]octor)\.? (?:[XYZ]|[Ss]o-and-so|XYZ|ABC|Blank)\b"
    r"|\b(?:[Ss]o-and-so|[Aa]sdf\w*|[Qq]werty|[Bb]lah)\b|\b[Rr]oom (?:[XN]\b|0{3,}|#)"
    r"|\b(?i:(?:name|number|date|time|dose|drug|address|phone|amount) (?:here|tbd|tbc|pending"
    r"|to come|to follow|unknown))\b|\b(?i:(?:add|insert|attach|paste|include)"
    r" (?:a |an |the |your )?(?:photo|picture|logo|map|link|image|diagram|figure|chart|number|date"
    r"|dose|name|text|quote|table)s? (?:here|later|below|when ready))\b"
    r"|\b(?i:to be (?:announced|advised|inserted|written|updated|provided|assigned"
    r"|scheduled|named))\b"
    r"|\b(?:Draft|DRAFT|Editor|EDITOR|Author|Reviewer|QUERY|Query)(?: note| query)?:"
    r" (?i:check|confirm|verify|add|ask|is this|need|update)\b"
    r"|\b(?:Note|NOTE)(?: to (?:self|editor|author))?: (?i:confirm|verify|is this|update)\b"
    r"|\b(?:TKTK|TK|TBA|TBS|FPO|DUMMY|TEST TEXT|SAMPLE TEXT|BLANK)\b"
)
_PLACEHOLDER = pattern(
    r"\b(?:TODO|TBD|TBC|FIXME|XXX+(?:[- ]X+)*|lorem ipsum|(?i:lorem ipsum)|NNN-NNNN)\b|\?\?\?+"
    r"|\[(?i:insert|your|add|name|phone|date|clinic|doctor|patient|fill|enter|time|address|hours"
    r"|insert(?:ar|e)|complet(?:ar|e)|rellen(?:ar|e)|escrib(?:ir|a)|poner|nombre|fecha|hora"
    r"|teléfono"
    r"|clínica|médico|dirección|horario|pendiente|falta)\b[^\]]*\](?!\()"
    r"|\[[A-ZÁÉÍÓÚÑ]{2,}(?: [A-ZÁÉÍÓÚÑ]+)+\](?!\()"
    r"|<(?i:insert|your|name|phone|date|clinic|time|doctor|patient)\b[^>]*>"
    r"|\[(?:[Xx?_.#–—-]{1,6}|[A-Z]|\d{0,2}[A-Z]{1,3}\d{0,2}|[Nn]o\.?|number|amount|dose|drug"
    r"|medicine"
    r"|medication|hospital|day|days|month|year|dosis|número|cantidad|medicamento|día|mes|here|aquí"
    r"|xx\w*)\](?!\()|\[(?:[a-z]+ ){0,3}(?:here|goes here|name|number|date|time|dose|aquí)\](?!\()"
    r"|\bX{2,}(?::X{2,})?\b(?!-)|\b[xX]{2,}(?=[ :./-]|$)|\b\d*-?X{3,4}\b"
    r"|_{3,}(?! ?$)|\{\{[^}]*\}\}|\b(?:dd|DD)[/.-](?:mm|MM)[/.-](?:yy|YY|aa|AA)+\b"
    r"|\b(?i:insert (?:text|name|date|phone|clinic|number|dose|here|picture|photo|logo|address"
    r"|link)"
    r"|(?:enter|add|type|put) (?:text|name|clinic name|your text|phone|date|number|address) here"
    r"|your text here|text goes here|placeholder|to be (?:confirmed|decided|determined|completed"
    r"|added|filled in|supplied|checked)|(?:name|date|phone|number) goes here|coming soon"
    r"|por (?:confirmar|definir|completar|rellenar|determinar)|pendiente de (?:confirmar|revisar"
    r"|completar)|texto de (?:prueba|ejemplo|relleno)|(?<=\S )escrib(?:a|ir) aquí|ponga aquí el"
    r"|(?:confirm|check|verify|ask|update) (?:with|this with) (?:dr\.?|doctor|legal|pharmacy|the"
    r" (?:surgeon|team|lead|author|editor|pharmacist)|marketing|[A-Z][a-z]+)[\w .]* before"
    r" (?:printing|print|publishing|publication|release|going|it goes))\b"
    r"|\b(?:NOTE TO (?:EDITOR|SELF|DESIGNER|AUTHOR|PRINTER)|DRAFT(?:[ -]+(?:ONLY|COPY|NOT|DO))"
    r"|CHECK THIS|FIX THIS|ADD (?:HERE|MORE|DOSE|DATE|NAME)|NOTA (?:AL|PARA EL) \w+|BORRADOR"
    r"|PENDIENTE)\b|\b(?i:pendiente): |\b(?:000[ -]000[ -]0000|123[ -]456[ -]7890|555-5555)\b"
    r"|\bDr\.? (?:Name|Surname|Doe|Smith/Jones|[A-Z]\.?/)|\bTake N (?:mg|tablets|pills)"
    r"|(?<=\w) \.\.\. (?=(?:at|on|in|and|for|mg|days|to)\b)"
    r"|\b(?:dolor sit amet|consectetur adipiscing)\b|(?<=\s)\?{2}(?=\s)|#(?:REF|N/A|VALUE|NAME\?)!?"
    r"|\bundefined\b|\bNaN\b|%[sd]\b|\{\d\}"
)
_LEFT = (_PLACEHOLDER, _IN_BRACKETS, _BY_SIGNS, _BY_WORDS)
"""What is left to fill in."""


def doubled_word(view: View) -> Iterator[Finding]:
    """Find a word that stands twice in a row."""
    allowed = DOUBLES_ALLOWED[view.language]
    for passage in view.numbered_by(view.index.repeating()):
        for found in _DOUBLED.finditer(passage.plain):
            first, second = found[1], found.group().split()[-1]
            name = first[0].isupper() and second[0].isupper()
            if first.lower() not in allowed and not name:
                yield Finding(
                    f"“{found.group()}”: a word stands twice",
                    f"keep one “{second}”",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def doubled_space(view: View) -> Iterator[Finding]:
    """Find two spaces between words; only the source has them, as the loader joins them."""
    if not _MAY_SPACE.search(view.source):
        return
    for number, line in enumerate(view.source.splitlines(), 1):
        code = line.partition(" #")[0]
        found = None if line.lstrip().startswith("#") else _DOUBLED_SPACE.search(code)
        if found:
            yield Finding(
                "two spaces between words",
                "keep one",
                Text((), number, found.start(1) + 1, view.handout.file),
            )


def mixed_quotes(view: View) -> Iterator[Finding]:
    """Find straight and curly quotes in one text, or apostrophes; told once, of the rarer kind."""
    every = "".join(passage.plain for passage in view.passages)
    straight, curly = (any(sign in every for sign in signs) for signs in ("\"'", "“”‘’"))
    for what, kinds in _QUOTES.items() if straight and curly else ():
        seen = {
            kind: [p for p in view.passages for _ in quote.finditer(p.plain)]
            for kind, quote in kinds.items()
        }
        rarer, common = sorted(seen, key=lambda kind: len(seen[kind]))
        if seen[rarer]:
            yield Finding(
                f"{rarer} and {common} {what} are mixed",
                f"write them all {common}; this text has {len(seen[rarer])} that are {rarer}",
                seen[rarer][0].text,
            )
            return


def unclosed_mark(view: View) -> Iterator[Finding]:
    """Find a ** that opens bold text and is not closed."""
    for passage in view.passages:
        if "**" in passage.plain:
            yield Finding(
                "a ** is left over and will be printed",
                "close bold text with a second **, with no space inside: **like this**",
                passage.text,
                "**",
            )


def insecure_link(view: View) -> Iterator[Finding]:
    """Find links that start with http:."""
    may_be = view.linked or view.index.with_part("http://")
    for passage in view.passages if may_be else ():
        links = [span.href for span in passage.text.spans] + [passage.plain]
        if any("http://" in link and pattern(r"\bhttp://").search(link) for link in links):
            yield Finding(
                "a link starts with http:, which anyone on the way can read or change",
                "write https: and try the link",
                passage.text,
                "http://",
            )


def ambiguous_date(view: View) -> Iterator[Finding]:
    """Find dates that can be read as two: 03/04/2026 is March 4 or April 3."""
    for passage in view.holding(_DATE):
        for found in _DATE.finditer(passage.plain):
            one, two = int(found[1]), int(found[3])
            by_country = found[2] == "." and not view.english
            if 1 <= one <= 12 and 1 <= two <= 12 and one != two and not by_country:
                yield Finding(
                    f"{found.group()} can be read as two different days",
                    "write the month as a word",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def placeholder(view: View) -> Iterator[Finding]:
    """Find what is left to fill in."""
    stop: dict[int, int] = {}
    every = (
        (p, found) for one in _LEFT for p in view.holding(one) for found in one.finditer(p.plain)
    )
    for passage, found in sorted(every, key=lambda pair: (pair[1].start(), -pair[1].end())):
        if found.start() >= stop.get(id(passage), 0):
            stop[id(passage)] = found.end()
            yield Finding(
                f"“{found.group()}” looks like something still to be filled in",
                "write the real words, or take it out",
                passage.text,
                found.group(),
                found.start(),
            )
