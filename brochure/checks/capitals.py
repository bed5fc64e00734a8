"""Rules about capitals: abbreviations that nothing spells out, and words that shout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from brochure.checks import word_lists
from brochure.checks.english import readability
from brochure.checks.handout_view import UNREAD, Finding, Passage, View
from brochure.checks.notations import EVERY_SHORT
from brochure.checks.patterns import pattern
from brochure.checks.terms import explained_in

_KNOWN_LETTERS = """
    AM AIDS BC CD COVID CT DNA DVD EU FM HIV ID LA MD MRI NY OK PA PC PDF PM QR RN SMS TV UK UN US
    USA VIP ZIP II III IV VI VII VIII IX XI XII
    AC DC DIY FAQ GPS HD IQ LED PIN PO PS
    ABC OB GYN TTY HEPA EXP LOT
    SOS SPF TB UV XL ADHD IVF DEET DJ BBQ CV FBI IT LCD NASA SUV TLC URL USB WC ATM CPR YMCA
"""
_KNOWN = frozenset(_KNOWN_LETTERS.split())
_KNOWN_IN = {
    "GB": frozenset({"NHS", "GP", "A&E", "BBC", "MOT", "MP", "HRT", "MRSA", "DVLA"}),
    "IE": frozenset({"HSE", "GP", "RTE"}),
    "AU": frozenset({"GP", "ABC"}),
    "NZ": frozenset({"GP"}),
    "US": frozenset({"ER", "FDA", "CDC", "SSN", "DMV", "VA", "WIC", "GED"}),
}
"""Letters that everybody knows in one country, by that country; without one, those of the US."""
_KNOWN_SPANISH = frozenset(
    "FPS VIH SIDA ADN EE UU EEUU ONU OMS DNI NIE AC DC TV CD PDF SMS OK".split()
)
_DOSED = frozenset(EVERY_SHORT) & frozenset("qd qod bid tid qid prn qhs qam qpm".split())
"""Short forms of doses, which are told as such."""
_SAYINGS = frozenset({"BE FAST", "FAST", "RICE"})
"""Words in capitals of which each letter stands for a sign or a deed: those of a stroke."""
_DEGREES = frozenset(
    """
    AARNP APN APRN ARNP BA BC BS BSC BSN CCRN CFNP CNM CNP CNS CRNA DC DDS DMD DNP DO DPM DPT DVM
    ED FAAN FAANS FAAOS FAAP FACC FACEP FACOG FACP FACS FNP FNPC FRCP FRCS JD LAC LCSW LMFT LMT
    LPN LVN MA MBA MBBS MD MHA MPH MS MSC MSN MSW ND NP OD OT OTR PA PAC PHD PHARMD PMHNP PNP PSYD
    PT RD RDN RN RPH RRT SLP
    """.split()
)
_SHOUTED = frozenset(
    """
    ALL AND ANY ARE ASK BUT CALL CAN DO EAT EVER FOR FROM GET GO HELP HOT HOW IF IN IS IT KEEP MAY
    MUST NEW NO NOT NOTE NOW OF OFF ON ONE ONLY OR OUT PAIN READ SEE STAY STOP TAKE TO TWO UP USE
    VERY WAIT WALK WARN WE WHAT WHEN WHY WILL WITH YES YOU YOUR
    """.split()
)
"""Short words that shout also where they stand alone; a short word else may be letters."""

_SHOUTED_SPANISH = frozenset(
    """
    NUNCA JAMÁS NO SIEMPRE SOLO SÓLO TOME TOMA LLAME LLAMA EVITE DEBE PUEDE MUY ALTO PARE AHORA HOY
    ANTES TODO TODA TODOS TODAS DOS TRES UNA CON SIN USE COMA BEBA VAYA VEA LEA PIDA ESPERE DEJE
    NADA CADA DÍA DÍAS NOCHE HORA HORAS OJO AVISO
    """.split()
)
"""Short Spanish words that shout."""
_ABBREVIATION = pattern(
    r"(?<![\w.@-])(?<![a-z]/)"
    r"(?:[A-Z][A-Z&]{0,5}[A-Z](?:-\d+|s)?|[a-z][A-Z]{2,5}|HbA1c|[SP]p?[ao]O2|FEV1)"
    r"(?![\w@-]|/[a-z]|\.\w)"
)
_MAY_ABBREVIATE = pattern(r"[A-Z](?:[A-Z&]|bA1c|p?[ao]O2)")
_TWO_CAPITALS = pattern(r"[^\W\d_a-z]{2}")
_CAPITALS = pattern(r"(?<![\w-])[^\W\d_a-z]{2,}(?![\w-])")
_NAME_BEFORE = pattern(r"(?:[A-Z][\w'’-]+ (?:[A-Z]\.? )?[A-Z][\w'’-]+|[A-Z]{2,6}),? $")
_TITLE_BEFORE = pattern(r"\b(?:Dr|Mr|Ms|Mrs|Prof)\.? $")
_TEXTED = pattern(
    r"\b(?:text(?:ing)?|send|sending|message|type|envíe|mande|escriba|texto) [“\"']?$", re.I
)
_TO_NUMBER = pattern(r"[”\"']? (?:to|al|a) \d")
_SMALL_WORDS = frozenset({"of", "and", "the", "in", "for", "to", "a", "an", "with", "by", "on"})
_CAPITALS_RUN = 3
_LONG_CAPITALS = 6
_SHORT = 4


def abbreviation(view: View) -> Iterator[Finding]:
    """Find abbreviations not spelled out at first use, save those better known than their words."""
    settled, says = _known(view), explained_in(view.language)
    titles = [p.plain for p in view.passages if p.role in ("title", "subtitle", "heading")]
    for passage in view.body:
        if not _MAY_ABBREVIATE.search(passage.plain):
            continue
        for found in _ABBREVIATION.finditer(passage.plain):
            letters = pattern(r"(?:-\d+|s)$").sub("", found.group())
            if (
                letters.lower() in _DOSED
                or (view.language == "es" and letters in _SHOUTED_SPANISH)
                or letters in settled
                or _is_texted(passage.plain, found)
                or not _is_abbreviation(passage.plain, found, letters)
            ):
                continue
            settled.add(letters)
            beside = _spelled_out(passage.plain, found.start(), found.end(), letters, says)
            if not (beside or _in_titles(letters, titles)):
                yield Finding(
                    f"“{letters}” is not spelled out at its first use",
                    f"write the full words first, then the short form in brackets: … ({letters})",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def capitals(view: View) -> Iterator[Finding]:
    """Find words all in capitals: they are hard to read, and read as shouting."""
    for passage in view.passages:
        if passage.role in UNREAD or not _TWO_CAPITALS.search(passage.plain):
            continue
        shouted = _shouted(passage, view)
        if shouted:
            yield Finding(
                f"“{shouted}” is all in capitals, which is hard to read",
                "write it in small letters; use **bold** to make it stand out",
                passage.text,
                shouted,
                passage.plain.find(shouted),
            )


def _known(view: View) -> set[str]:
    """Return the letters that need no words in the country of the handout."""
    of_language = _KNOWN_SPANISH if view.language == "es" else ()
    return {*_KNOWN, *_KNOWN_IN.get(view.region or "US", ()), *of_language}


def _is_texted(text: str, first: re.Match[str], last: re.Match[str] | None = None) -> bool:
    """Return whether words in capitals are what to send to a number: "Text HOME to 741741"."""
    ahead = _TEXTED.search(text[: first.start()])
    return bool(ahead and _TO_NUMBER.match(text, (last or first).end()))


def _is_abbreviation(text: str, found: re.Match[str], letters: str) -> bool:
    """Return whether capitals stand for words: no shouting, no degree, no letters of a name."""
    before = text[: found.start()]
    name = _TITLE_BEFORE.search(before) or (letters in _DEGREES and _NAME_BEFORE.search(before))
    return not (name or _is_loud(text, letters, found.start(), found.end()) or _is_shouting(text))


def _spelled_out(
    text: str, start: int, stop: int, letters: str, says: Callable[[str, int, int], bool]
) -> bool:
    """Return whether an abbreviation stands beside its full words, or is explained."""
    if says(text, start, stop):
        return True
    before, after = readability.words(text[:start])[-8:], readability.words(text[stop:])[:10]
    return _has_initials(" ".join(before), letters) or _has_initials(" ".join(after), letters)


def _in_titles(letters: str, titles: Sequence[str]) -> bool:
    """Return whether a title has the words of letters; two letters fit too many words."""
    return len(letters) > 2 and any(_has_initials(title, letters) for title in titles)


def _has_initials(text: str, letters: str) -> bool:
    """Return whether neighbouring words of a text begin with these letters: "shock waves"."""
    wanted = letters.replace("&", "").lower()
    parts = pattern(r"[\s-]+").split(text.lower())
    for words in (parts, [word for word in parts if word not in _SMALL_WORDS]):
        if wanted in "".join(word.lstrip('(“"[')[:1] or " " for word in words):
            return True
    return False


def _is_shouting(text: str) -> bool:
    """Return whether a text is mostly in capitals, so that no abbreviation can be told."""
    letters = [char for char in text if char.isalpha()]
    several = len([word for word in text.split() if len(word) > 1 and word.isupper()]) > 1
    return several and sum(map(str.isupper, letters)) > len(letters) / 2


def _shouted(passage: Passage, view: View) -> str:
    """Return the first words that are in capitals for loudness, or an empty string."""
    known, text = _known(view), passage.plain
    for run in _runs(text):
        words = [found.group() for found in run]
        if _is_texted(text, run[0], run[-1]):
            continue
        if " ".join(words) in _SAYINGS:
            continue
        loud = any(_is_loud_word(found, text, known, english=view.english) for found in run)
        plain = [word for word in words if word not in known]
        if loud or (len(plain) >= _CAPITALS_RUN and not _are_letters(run, text, view)):
            return text[run[0].start() : run[-1].end()]
    return ""


def _is_loud_word(found: re.Match[str], text: str, known: set[str], *, english: bool) -> bool:
    """Return whether one word in capitals shouts."""
    word = found.group()
    if word in known or _in_brackets(text, found.start(), found.end()):
        return False
    if english:
        return _is_loud(text, word, found.start(), found.end())
    return len(word) >= _LONG_CAPITALS or word in _SHOUTED_SPANISH


def _is_loud(text: str, word: str, start: int, stop: int) -> bool:
    """Return whether letters are an English word in capitals, and no short form of other words."""
    small = word.lower()
    if _in_brackets(text, start, stop) or word in _DEGREES:
        return False
    if word in _SHOUTED:
        return True
    if word_lists.is_common(small) and (
        len(word) > _SHORT or _has_loud_neighbour(text, start, stop)
    ):
        return True
    return len(word) >= _LONG_CAPITALS and word_lists.is_known(small)


def _has_loud_neighbour(text: str, start: int, stop: int) -> bool:
    """Return whether the word before or behind is an English word in capitals, too."""
    words = (text[:start].split(" ")[-2:-1] or [""])[0], (text[stop:].split(" ")[1:2] or [""])[0]
    plain = (pattern(r"\W+$").sub("", word) for word in words)
    return any(len(w) > 1 and w.isupper() and word_lists.is_common(w.lower()) for w in plain)


def _in_brackets(text: str, start: int, stop: int) -> bool:
    """Return whether letters stand alone in brackets, as a short form behind its words does."""
    return text[start - 1 : start] == "(" and text[stop : stop + 1] in (")", "s")


def _are_letters(run: Sequence[re.Match[str]], text: str, view: View) -> bool:
    """Return whether a run of capitals is short forms side by side: degrees, "MRI CT EMG"."""
    if not view.english or _is_shouting(text):
        return False
    return not any(word_lists.is_known(found.group().lower()) for found in run)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of neighbouring words in capitals."""
    run: list[re.Match[str]] = []
    for found in _CAPITALS.finditer(text):
        if not all(letter.isupper() for letter in found.group()):
            continue
        if run and text[run[-1].end() : found.start()] != " ":
            yield run
            run = []
        run.append(found)
    if run:
        yield run
