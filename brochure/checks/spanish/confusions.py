"""Spanish words that are right by themselves and stand for another: "halla" for "haya".

Source: Real Academia Española, Diccionario panhispánico de dudas.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern

ROWS = (
    (r"\b(?:que|cuando|aunque|no|quizás?|ojalá|tal vez) (?P<bad>hallan?|allan?|ayan?)\b", {
        "halla": "haya", "hallan": "hayan", "alla": "haya", "allan": "hayan", "aya": "haya",
        "ayan": "hayan"}),
    (r"\b(?P<bad>vallan?) (?:a|al|de|en|con|por)\b", {"valla": "vaya", "vallan": "vayan"}),
    (r"\b(?P<bad>tubo) (?:que|fiebre|dolor|un|una|tos|cáncer|cirugía|mareos?"
        r"|vómitos?|problemas?)\b",
        {"tubo": "tuvo"}),
    (r"\b(?:si|no|ya|usted|se|lo|la|le|nunca|que|quien) (?P<bad>a) (?:tomado|tenido|sido|estado"
        r"|hecho|comido|bebido|visto|dicho|puesto|dejado|notado|sentido|usado|recibido|perdido|mejorado"
        r"|empeorado|sangrado|dormido)\b", {"a": "ha"}),
    (r"\b(?:ha|he|han|había|lo) (?P<bad>echo)\b", {"echo": "hecho"}),
    (r"\b(?P<bad>haber) (?:si|que pasa|cómo|qué)\b", {"haber": "a ver"}),
    (r"\b(?P<bad>sino) (?:puede|tiene|está|se|mejora|hay|es|le|siente|sabe|entiende|toma|quiere)\b",
        {"sino": "si no"}),
    (r"(?<!\w)(?P<bad>de el|a el) (?=[a-záéíóúñ])", {"de el": "del", "a el": "al"}),
    (r"\b(?:para|por|entre|a|de|con) (?P<bad>mi)(?=[.,;]|$)", {"mi": "mí"}),
    (r"\b(?P<bad>mas) (?:de|que|agua|dolor|fuerte|lento|despacio|tarde|líquidos?|información|rápido"
        r"|grande|alto|bajo|a menudo|ayuda|días|horas|tiempo)\b", {"mas": "más"}),
    (r"\b(?P<bad>hay) (?:que lindo|me duele|mamá)\b", {"hay": "ay"}),
    (r"\b(?:Si|si) (?P<bad>esta) (?:embarazada|enfermo|enferma|tomando|mareado|mareada|cansado"
        r"|cansada|en|usted|bien|mal|dando)\b", {"esta": "está"}),
    (r"\b(?:[Uu]sted|[Nn]o|[Cc]uando|le|se) (?P<bad>esta) (?:embarazada|enfermo|enferma|tomando"
        r"|seguro|segura|mareado|mareada|cansado|cansada|en|bien|mal)\b", {"esta": "está"}),
)  # fmt: skip
"""A pattern with the wrong word, and what is meant by each."""
_PATTERNS = tuple((pattern(f"(?i:{row})"), meant) for row, meant in ROWS)


def wrong_word(view: View) -> Iterator[Finding]:
    """Find a word that stands for another that sounds or looks like it."""
    for row, meant in _PATTERNS:
        for passage in view.passages:
            for found in row.finditer(passage.plain) if passage.role != "source" else ():
                bad = found["bad"]
                write = meant[bad.lower()]
                write = write[0].upper() + write[1:] if bad[0].isupper() else write
                message = f"“{found.group()}”: “{bad}” looks like the wrong word here"
                hint = f"did you mean “{write}”?"
                at = found.start("bad")
                yield Finding(message, hint, passage.text, bad, at, instead=write)
