"""Rules about how things are said: double negatives, leftovers of the web, headings, "you".

English only. Sources: NHS content guide; PEMAT-P 5, 9 and 20; CDC Clear Communication Index 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.english import readability
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.checks.structure import DEEDS

_NO = r"(?:not|never|no|cannot|nobody|none|without|\w+n['’]t|neither)"
_OPPOSED = tuple(
    """
    infrequent ineffective incomplete inadequate inappropriate insufficient inactive invisible
    insignificant incapable inadvisable ineligible inaccurate incorrect inconvenient insecure
    invalid inconsistent indispensable inessential inexpensive abnormal atypical asymptomatic
    improbable improper imprudent impractical immoderate immaterial illegal illogical irregular
    irrelevant irresponsible irrational dissimilar dissatisfied disinclined
    """.split()
)
"""Words that say the opposite of what stands behind their first letters."""
_NEGATED = (
    r"(?:un(?:able|acceptabl\w+|affected|aware|believabl\w+|certain\w*|clear|comfortabl\w+"
    r"|common\w*|concerned"
    r"|desirable|eas[yi]\w*|expected\w*|familiar|fit|fortunate\w*|happ[yi]\w*|harmed|healthy"
    r"|helpful|important"
    r"|interested|involved|known|like\w*|manageable|natural\w*|necessar\w+|noticed"
    r"|pleasant\w*|popular"
    r"|predictabl\w+|prepared|realistic\w*|reasonabl\w+|related|reliable|safe\w*|satisf\w+"
    r"|stable|successful\w*"
    r"|suitable|sure|treatable|true|typical\w*|usual\w*|wanted|well|willing\w*|wise|worthy)"
    rf"|(?:{'|'.join(_OPPOSED)})\w*|dependent of|impossible|without|not|no|never|nobody"
    r"|nothing|none"
    r"|(?:fail|fails|failed|refuse|refuses|refused|neglect|neglects) to|lack(?:s|ing)? of"
    r"|dis(?:agree|allow|continue without)\w*|ir\w+able|(?:harm|pain|use|point|worth|help)less"
    r"|(?:a )?(?:bad|wrong|poor|terrible) (?:idea|thing|plan|choice))"
)
_NEGATIVES = frozenset("not never no cannot nobody none without neither nothing impossible".split())
_SAYING_NO = _NEGATIVES | {"t", "fail", "fails"}
"""Words of which a text has one that says no twice, the end of "don't" among them."""
_NEGATIVE_STARTS = tuple(
    """
    un fail lack disagree disallow discontinue ir independent refus neglect harmless
    painless useless pointless worthless helpless bad wrong poor terrible
    """.split()
)
_NEGATIVE_LETTERS = ("no", "never", "without", "nei", "imposs", "n't", "n’t")
_POSITIVE_STARTS = ("under", "until", "unit", "union", "unless", "uncle")
_DOUBLE = pattern(
    rf"\b{_NO}\b(?!,| only\b)(?:\s+(?!and\b|or\b|but\b|if\b|when\b|because\b"
    rf"|until\b)[\w’'-]+){{0,4}}?"
    rf"\s+{_NEGATED}\b(?! (?:only|longer than|more than|matter)\b)",
    re.IGNORECASE,
)
_UNLESS_NOT = pattern(
    r"\b(?:not|never|cannot|\w+n['’]t)\b[^.;]{0,60}\bunless\b[^.;]{0,30}\b(?:not|never|cannot|no)\b"
    r"|\b(?:not|never|cannot|\w+n['’]t)\b[^.;]{0,60}\bif you (?:have not|haven['’]t|did not"
    r"|didn['’]t|never)\b"
    r"|\bunless\b[^.;]{0,30}\b(?:not|never|cannot|\w+n['’]t)\b[^.;]{0,60}\b(?:do not"
    r"|don['’]t|never)\b",
    re.IGNORECASE,
)
_NO_REASON = pattern(
    r"\bno (?:reason|need|harm|excuse|cause|problem|law|rule)\b[^.;,]{0,30}?\b(?:not|never|cannot"
    r"|\w+n['’]t|without)\b|\b(?:hardly|scarcely|barely|rarely|seldom)\b[^.;,]{0,30}?\b(?:no|not"
    r"|never|nothing|nobody|\w+n['’]t)\b|\b(?:[Ff]ew|[Hh]ardly any\w*|[Nn]o one|[Nn]obody"
    r"|[Nn]one)(?: \w+)?"
    r" (?:do(?:es)? not|don['’]t|doesn['’]t|cannot|can['’]t|never|will not|won['’]t|fails? to)\b"
    r"|\b(?:[Dd]on['’]t|[Dd]o not|[Nn]ever|not) (?:just )?not \w+|\b[Nn]ot (?:\w+ ){0,2}not\b"
    r"|\b(?:cannot|can['’]t|could not|couldn['’]t) (?:not|help but|but)\b"
    r"|\b(?:not|n['’]t|never) (?:mean|say|follow|imply|prevent|stop"
    r"|keep)\w*\b[^.;,]{0,25}?\b(?:cannot"
    r"|can['’]t|not|never|no|won['’]t)\b"
    r"|\b(?:prevent|stop|keep|ban|avoid)(?:s|ed|ing)? \w+ from not\b|\bavoid(?:ing)? not\b"
    r"|\b[Uu]nless (?:you|your \w+|it|they|she|he)(?: \w+)? (?:not|never|\w+n['’]t)\b"
    r"|\bnot (?:to )?(?:\w+ )?(?:deny|doubt|object|prohibit|forbid)\w*\b[^.;,]{0,30}?\b(?:no"
    r"|not|without|never)\b",
)
"""Two that say no, in orders that `_DOUBLE` does not reach."""
_TWICE = frozenset(
    """
    reason need harm excuse cause problem hardly scarcely barely rarely seldom few nobody none one
    not help but mean means say says unless avoid avoiding from doubt object deny forbid prohibit
    """.split()
)
"""Words of which each that `_NO_REASON` finds has one."""
_FINE = pattern(
    r"^(?:no\b.{0,12}\bno\b|.*\b(?:why not|if not|or not|whether or not)\b"
    r"|.*\b(?:assume|think|believe|mean)s? (?:that )?(?:no|nothing)\b)",
    re.I,
)
_UNABLE = pattern(
    r"(?:cannot|can['’]t|could not|couldn['’]t|(?:may|might) not be able)\b.* without$", re.I
)
_WITHOUT_ASKING = pattern(
    r" (?:\w+ly |first |also )?(?:ask|talk|check|speak|call|tell|consult|discuss"
    r"|see(?:ing)? (?:a|your|the|us)"
    r"|advice|help|(?:a|the|your) (?:doctor|nurse|pharmacist|break|prescription|supervision))",
    re.I,
)
"""What makes of "do not ... without" one warning, as the makers of medicines write it."""
_LEFTOVER = pattern(
    r"^(?:more on|more about|see also|see related|related (?:topics?|links?|information"
    r"|articles?|pages?)"
    r"|read more|learn more|find out more|share this|print this|back to (?:the )?top|skip to"
    r"|last (?:updated|reviewed|modified)|page last|date last|home\s*[>»|/]|fact sheets?$"
    r"|download(?:$| (?:the|this|a) )"
    r"|subscribe|sign up for|follow us|copyright|©|all rights reserved|external link"
    r"|view (?:larger|all|full)"
    r"|table of contents|on this page|in this section|next:|previous:|tags:|posted (?:on|by|in)"
    r"|accept (?:all )?cookies|javascript|click (?:here|the|on)|figure \d|image:|credit:|source:)"
    r"|\bPDF(?: only)?,? ?\d|\(PDF\b|\bPDF only\b|\b\d+(?:\.\d+)? ?(?:KB|kB|MB)\b"
    r"|\bopens in (?:a )?new (?:tab|window)|\bexternal link\b|\[\d{1,3}\](?!\()"
    r"|\bfind out more about\b"
    r"|\bon the [A-Z][\w’' ]{2,40} web ?site\b|(?:^|\s)[|»]\s|&(?:nbsp|amp|quot|lt|gt|#\d+);",
    re.IGNORECASE,
)
_EMPTY_HEADINGS = frozenset(
    """
    important|information|introduction|overview|general|general information|other
    |other information|background|about|details|facts|conclusion|miscellaneous|notes?|note
    |more information|further information|additional information|description|definition|summary
    |content|contents|text|section|topic|useful information|important information|discussion
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_BRACKETED = pattern(r"\b(?:is|does|was|has) \((?:are|do|were|have)\)|\w\(e?s\)")
_YOU = pattern(r"\b(?:you|your|yours|yourself|you['’]\w+)\b", re.IGNORECASE)
_ENOUGH_WORDS, _ASKED = 80, 2
"""Words of a text that should speak to somebody, and the orders that do, without a “you”."""
_VOWEL = pattern(
    r"\b([Aa]) (?!(?:uni(?!n|m)|us[aeiu]|eu|one\b|once|ut[aei]|ur[aei]|ub|ufo|ewe"
    r"|oui)\w*)([aeiou][a-z]{2,})"
)
_MAY_ARTICLE = pattern(r"[Aa](?: [aeiou]|n [b-df-hj-np-tv-z])")
_CONSONANT = pattern(
    r"\b([Aa])n ((?!hour|honest|honou?r|heir|herb|x\b)[bcdfghjklmnpqrstvwxz][a-z]{2,})"
)


def double_negative(view: View) -> Iterator[Finding]:
    """Find two negatives that a reader has to turn round: "not uncommon"."""
    unless, twice = not view.words.isdisjoint(("unless", "if")), not view.words.isdisjoint(_TWICE)
    for passage in view.body_with(_SAYING_NO):
        for sentence in passage.sentences:
            found = _DOUBLE.search(sentence.text) if _may_negate_twice(sentence.text) else None
            if found and _is_fine(found.group(), sentence.text[found.end() :]):
                found = None
            found = found or (_UNLESS_NOT.search(sentence.text) if unless else None)
            if not found and twice and _may_say_no(sentence.text):
                found = _NO_REASON.search(sentence.text)
            if found and not _is_fine(found.group(), sentence.text[found.end() :]):
                yield Finding(
                    f"“{found.group()}” says no twice",
                    "say what is so: “common”, not “not uncommon”",
                    passage.text,
                    found.group(),
                    sentence.start + found.start(),
                )


def _is_fine(words: str, after: str) -> bool:
    """Return whether two negatives are easily read: "cannot walk without help"."""
    if words.lower().endswith("without") and _WITHOUT_ASKING.match(after):
        return True
    return bool(_FINE.match(words) or _UNABLE.match(words))


def _may_negate_twice(sentence: str) -> bool:
    """Return whether a sentence has two words that say no, or one and one that may be its own."""
    small = sentence.lower()
    if not any(letters in small for letters in _NEGATIVE_LETTERS):
        return False
    words = pattern(r"[a-z]+(?:['’]t)?").findall(small)
    said = sum(word in _NEGATIVES or word.endswith(("n't", "n’t")) for word in words)
    return said > 1 or (said == 1 and any(map(_may_be_negative, words)))


def _may_say_no(sentence: str) -> bool:
    """Return whether a sentence has a word that says no."""
    small = sentence.lower()
    return any(letters in small for letters in ("no", "n't", "n’t", "never", "without"))


def _may_be_negative(word: str) -> bool:
    return word.startswith((*_NEGATIVE_STARTS, *_OPPOSED)) and not word.startswith(_POSITIVE_STARTS)


def web_leftover(view: View) -> Iterator[Finding]:
    """Find words of a web page that lead nowhere on paper: "Read more", "PDF, 124 KB"."""
    for passage in view.read_holding(_LEFTOVER):
        if passage.role == "alt":
            continue
        found = _LEFTOVER.search(passage.plain)
        linked = any(span.href for span in passage.text.spans)
        addressed = found and _MORE.match(passage.plain) and _SOURCE.search(passage.plain)
        if found and not (linked or addressed) and not _heads_sources(view, passage):
            yield Finding(
                f"“{found.group().strip()}” looks left over from a web page",
                "take it out, or say where to find it: the page's name and address",
                passage.text,
                found.group().strip(),
                found.start(),
            )


_MORE = pattern(
    r"^(?:more (?:on|about|information)|see also|related|read more|learn more|find out more)\b",
    re.IGNORECASE,
)
_SOURCE = pattern(r"\w\.(?:org|gov|com|net|edu|uk|info|example)\b|https?:|\d{3}[ )-]+\d{3}")


def _heads_sources(view: View, passage: Passage) -> bool:
    """Return whether a heading such as "Learn more" stands above an address or a phone."""
    if passage.role != "heading" or not _MORE.match(passage.plain):
        return False
    under = (p for p in view.body if p.section == passage.section)
    return any(_SOURCE.search(p.plain) or any(s.href for s in p.text.spans) for p in under)


_POINTER = pattern(
    r"\b(?:see|described|mentioned|listed|explained|shown|noted|discussed)"
    r" (?:above|below|overleaf)\b"
    r"(?! (?:the|your|a|an|\d)\b)"
    r"|\b(?:the|this) (?:section|chapter|paragraph|text|information|instructions|steps)"
    r" (?:above|below|on the (?:left|right|next page))\b|\boverleaf\b"
    r"|\b(?:on|see) the (?:next|previous|last|other|following) page\b"
    r"|\b(?:the|this) (?:above|aforementioned|following page)\b"
    r"|\b(?:vea|véase|ver|mencionado|descrito|indicado) (?:más )?(?:arriba|abajo|anteriormente)\b"
    r"|\ben la (?:página|hoja) (?:siguiente|anterior)\b",
    re.IGNORECASE,
)


def pointer(view: View) -> Iterator[Finding]:
    """Find words that send the reader to a place on the page: "see above"."""
    for passage in view.body_holding(_POINTER):
        found = _POINTER.search(passage.plain)
        if found:
            yield Finding(
                f"“{found.group()}” sends the reader looking, and the page may be set otherwise",
                "say it here, or name the heading that it stands under",
                passage.text,
                found.group(),
                found.start(),
            )


def empty_heading(view: View) -> Iterator[Finding]:
    """Find headings that tell nothing: "Important", "What is (are) ..."."""
    for passage in view.passages:
        if passage.role == "heading":
            words = passage.plain.strip(" :.!").lower()
            if words in _EMPTY_HEADINGS or _BRACKETED.search(passage.plain):
                yield Finding(
                    f"the heading “{passage.plain}” does not say what stands under it",
                    "say it in a few words, or as the reader's question: “How can I sleep better?”",
                    passage.text,
                    passage.plain,
                )


def no_you(view: View) -> Iterator[Finding]:
    """Find a whole text that speaks to nobody."""
    if view.body_holding(_YOU):
        return
    sentences = (sentence.text for passage in view.body for sentence in passage.sentences)
    if sum(sentence.split(" ", 1)[0].lower() in DEEDS for sentence in sentences) >= _ASKED:
        return
    count = sum(len(readability.words(passage.plain)) for passage in view.body)
    if count >= _ENOUGH_WORDS:
        yield Finding(
            "the text never says “you”",
            "speak to the reader: “you may feel sore”, not “patients may feel sore”",
        )


def article(view: View) -> Iterator[Finding]:
    """Find "a" before a vowel and "an" before a consonant."""
    for passage in view.passages:
        if passage.role in ("source", "clinic") or not _MAY_ARTICLE.search(passage.plain):
            continue
        for found in _VOWEL.finditer(passage.plain):
            yield _article(found, f"{found[1]}n {found[2]}", passage.text)
        for found in _CONSONANT.finditer(passage.plain):
            yield _article(found, f"{found[1]} {found[2]}", passage.text)


def _article(found: re.Match[str], write: str, where: object) -> Finding:
    """Return the finding for a wrong article."""
    message, hint = f"“{found.group()}” has the wrong article", f"write “{write}”"
    return Finding(message, hint, where, found.group(), found.start(), instead=write)  # type: ignore[arg-type]


_EITHER_SEX = pattern(
    r"\b(?:he ?/ ?she|she ?/ ?he|his ?/ ?hers?|her ?/ ?his|him ?/ ?her|s/he|himself ?/ ?herself"
    r"|he or she|she or he|his or her|him or her|her or his)\b|\(s\)he\b",
    re.IGNORECASE,
)
_THEY = {"he": "they", "she": "they", "s/he": "they", "(s)he": "they", "him": "them"}


def he_or_she(view: View) -> Iterator[Finding]:
    """Find "he/she" and the like, for which one word will do."""
    for passage in view.body_holding(_EITHER_SEX):
        for found in _EITHER_SEX.finditer(passage.plain):
            words = found.group()
            first = (
                words.lower() if words.lower() in _THEY else pattern(r"\W").split(words.lower())[0]
            )
            write = "themselves" if first == "himself" else _THEY.get(first, "their")
            yield Finding(
                f"“{words}” is hard to read",
                f"write “{write}”, or speak to the reader: “you”",
                passage.text,
                words,
                found.start(),
            )


_STAFF = pattern(
    r"\b(?:your|the|a|our) (?P<who>doctor|nurse|surgeon|pharmacist|dentist|provider|therapist"
    r"|specialist|midwife|dietitian)\b[^.;!?]{0,50}?\b(?P<sex>he|she)\b(?!/| or)",
    re.IGNORECASE,
)
_OTHERS = frozenset(
    """
    child baby infant toddler son daughter husband wife mother father girl boy man woman loved he
    parent kid teen patient patients
    """.split()
) - {"he"}
"""People of whom a text may speak as he or she."""


def staff_sex(view: View) -> Iterator[Finding]:
    """Find a doctor or a nurse who is said to be he or she, in a text about nobody else."""
    if not _OTHERS.isdisjoint(view.words):
        return
    for passage in view.body_holding(_STAFF):
        found = _STAFF.search(passage.plain)
        if found:
            yield Finding(
                f"“{found['sex']}” makes the {found['who'].lower()} one sex",
                f"write “they”, or say “the {found['who'].lower()}” again",
                passage.text,
                found["sex"],
                found.start("sex"),
            )
