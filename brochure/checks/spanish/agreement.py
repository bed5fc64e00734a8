"""Rules of Spanish: adjectives that do not agree with their noun, and one step that says tú.

Source: Real Academia Española, Nueva gramática, 13 (gender) and 42 (the imperative).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.checks.spanish.usage import kind_of
from brochure.model import ItemList

_STEMS = (
    "nuev fresc cálid tibi frí roj blanc amarill negr oscur pequeñ larg cort alt baj hinchad"
    " inflamad infectad afectad operad llen vací enter húmed lent rápid sever crónic agud médic"
    " complet correct adecuad diari segur buen mal dolorid san enferm limpi sec mojad"
    " apretad floj prescrit recetad indicad abiert cerrad cuadrad diluid mism próxim últim primer"
).split()
_VERBS = frozenset({"limpi", "sec", "enferm", "san", "médic", "alt", "baj"})
"""Stems whose forms are verbs, nouns or adverbs, too: only right behind an article's noun."""
_PAIR = pattern(
    r"(?<!\w)(?P<art>el|la|los|las|un|una|unos|unas|su|sus|esta|este|estas|estos) "
    r"(?P<noun>[a-záéíóúñ]{3,}) (?P<stem>" + "|".join(_STEMS) + r")(?P<end>os|as|o|a)(?!\w)",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    "médico doctor doctora enfermera enfermero niño niña hijo hija madre padre hombre mujer persona"
    " paciente cirujano dentista familia".split()
)
_ENDS = {"ms": "o", "fs": "a", "mp": "os", "fp": "as"}
_ORDER = (
    "quit limpi lav tom us evit llam cambi sec descans camin levant elev mantén dej mir aplic toc"
    " coloc busc respir dobl estir gir apoy gire baj sub empuj relaj aguant cont enjuag trag mastic"
    " agit esper cort peg retir presion revis anot pregunt prepar mezcl echa guard tir compr llev"
    " consult habl control ayud cocin desayun ces par cepill unt frot enjabon escuch"
).split()
_TU = pattern(rf"^(?P<verb>(?:{'|'.join(_ORDER)})a(?:te|lo|la|los|las)?) ", re.IGNORECASE)
_USTED = pattern(
    rf"^(?:(?:{'|'.join(stem.replace('c', '(?:c|qu)') for stem in _ORDER)})u?(?:e|é)(?:se|l[ao]s?)?"
    r"|ponga|póngase|haga|beba|coma|tenga|vaya|lávese|siéntese|acuéstese|abra|ponga|traiga"
    r"|siga|pida"
    r"|enjuáguese|quítese|séquese|levántese|suba|escriba|mueva|duerma|mantenga|extienda) ",
    re.IGNORECASE,
)
_FEW = 2


def adjective_noun(view: View) -> Iterator[Finding]:
    """Find an adjective of another kind than the noun before it: "una venda nuevo"."""
    for passage in view.holding(_PAIR):
        for found in _PAIR.finditer(passage.plain):
            noun, stem = found["noun"].lower(), found["stem"].lower()
            kind = kind_of(noun)
            if not kind or noun in _PEOPLE or _ENDS[kind] == found["end"].lower():
                continue
            if _is_of_another(passage.plain[: found.start()], found["end"].lower()):
                continue
            if stem in _VERBS and found["end"].lower() in ("o", "a") and kind[1] == "p":
                continue
            right = f"{found['stem']}{_ENDS[kind]}"
            yield Finding(
                f"“{found.group()}”: noun and adjective do not agree",
                f"write “{found['noun']} {right}”",
                passage.text,
                found.group(),
                found.start(),
            )


_OF = pattern(r"(?<!\w)(?:de|en|con|para|por) $")


def _is_of_another(before: str, end: str) -> bool:
    """Return whether an adjective may be of a noun ahead: "las dosis de este frasco indicadas"."""
    if not _OF.search(before):
        return False
    nouns = pattern(r"[a-záéíóúñ]{3,}").findall(pattern(r"[.;:!?]").split(before)[-1].lower())
    plural = end.endswith("s")
    return any(
        _ENDS[kind] == end if (kind := kind_of(noun)) else plural and noun.endswith("s")
        for noun in nouns
    )


_STATE = pattern(
    r"(?<!\w)(?:el|la|los|las|su|sus) (?P<noun>[a-záéíóúñ]{3,})(?: \w+)? (?:está|estará"
    r"|estaba|se pone"
    r"|se ve|se siente|queda|quedará|parece|puede (?:estar|sentirse|verse|ponerse)|debe estar|están"
    r"|estarán|se ponen|se ven|pueden estar|deben estar)(?: muy| más| un poco| algo)? (?P<stem>"
    + "|".join(_STEMS)
    + r"|cansad|mareads|débil)(?P<end>os|as|o|a)(?!\w)",
    re.IGNORECASE,
)
_COUNTED = pattern(
    r"(?<![\w.,])(?:dos|tres|cuatro|cinco|seis|siete|ocho|diez|[2-9]|1\d) (?P<noun>[a-záéíóúñ]{4,})"
    r"(?!\w)",
    re.IGNORECASE,
)
_USTED_THEY = pattern(
    r"\busted (?P<bad>deben|pueden|tienen|están|son|necesitan|van|quieren|sienten|toman|deberán"
    r"|podrán|tendrán)\b",
    re.IGNORECASE,
)


def in_number(view: View) -> Iterator[Finding]:
    """Find words that do not agree: "la piel está rojo", "dos tableta", "usted deben"."""
    for passage in view.holding(_STATE, _COUNTED, _USTED_THEY):
        if passage.role in ("source", "clinic"):
            continue
        text = passage.plain
        wrong = [f for f in _STATE.finditer(text) if _is_other(f["noun"].lower(), f["end"].lower())]
        wrong += [f for f in _COUNTED.finditer(text) if kind_of(f["noun"].lower()) in ("fs", "ms")]
        wrong += _USTED_THEY.finditer(text)
        for found in wrong:
            yield Finding(
                f"“{found.group()}”: the words do not agree",
                "make the words agree: “la piel está roja”, “dos tabletas”, “usted debe”",
                passage.text,
                found.group(),
                found.start(),
            )


def _is_other(noun: str, end: str) -> bool:
    """Return whether an ending does not belong to a noun."""
    kind = kind_of(noun)
    return bool(kind) and noun not in _PEOPLE and _ENDS[kind] != end


def one_tu(view: View) -> Iterator[Finding]:
    """Find an item that says tú in a list whose other items say usted: "Quita la venda"."""
    lists = (b for s in view.handout.sections for b in s.body if isinstance(b, ItemList))
    for listed in lists:
        texts = [item.text for item in listed.items]
        formal = [text for text in texts if _USTED.match(text.plain)]
        for text in texts if len(formal) >= _FEW else ():
            found = _TU.match(text.plain)
            if found:
                yield Finding(
                    f"“{found['verb']}” says tú to the reader, the other items say usted",
                    "write all of them alike",
                    text,
                    found["verb"],
                )
