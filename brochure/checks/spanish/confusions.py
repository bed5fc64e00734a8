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
        r"|hecho|comido|bebido|visto|dicho|puesto|dejado|notado|sentido|usado|recibido"
        r"|perdido|mejorado"
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
    (r"\b(?P<bad>esta) (?:peor|mejor|sangrando|\w{3,}(?:ando|iendo)|hinchad[oa]|roj[oa]|caliente"
        r"|infectad[oa]|inflamad[oa]|embarazada|seguro|limpi[oa]|sec[oa]|abiert[oa]"
        r"|cerrad[oa]|lejos"
        r"|cerca|listo|lista|débil|dormid[oa]|despiert[oa]|mojad[oa])\b", {"esta": "está"}),
    (r"\b(?P<bad>está) (?:medicina|parte|pastilla|crema|vacuna|hoja|semana|prueba|clínica"
     r"|receta|noche"
        r"|mañana|zona|área|herida|dosis|operación|cirugía|enfermedad|información|forma|manera)\b",
        {"está": "esta"}),
    (r"\b(?:un|el|cada|medio|otro) (?P<bad>baso)s?\b", {"baso": "vaso"}),
    (r"\b(?P<bad>baso)s? de (?:agua|leche|jugo)\b", {"baso": "vaso"}),
    (r"(?<!a media )\b(?P<bad>asta) (?:el|la|los|las|que|\d|mañana|cuando|dos|tres|un|una|por)\b",
        {"asta": "hasta"}),
    (r"\b(?:la|una|su|sus|las|con|sin|otra) (?P<bad>resetas?)\b",
        {"reseta": "receta", "resetas": "recetas"}),
    (r"(?:^|[.¿;,] ?)(?P<bad>aga|agan)\b", {"aga": "haga", "agan": "hagan"}),
    (r"\b(?:no|se|que|lo) (?P<bad>aga|agan)\b", {"aga": "haga", "agan": "hagan"}),
    (r"(?:^|[.;,¿] ?|\b(?:si|no|que|cuando|donde|ya) )(?P<bad>ay|ahí|ahi) (?:que|dolor"
     r"|fiebre|sangre"
        r"|sangrado|un|una|pus|mucho|mucha|algún|alguna|más|muchas|varios|varias)\b",
        {"ay": "hay", "ahí": "hay", "ahi": "hay"}),
    (r"\b(?:puede|pueden|podría|debe|suele|va a|pudo) (?P<bad>a ver)\b", {"a ver": "haber"}),
    (r"\b(?:va|van) (?P<bad>haber)\b", {"haber": "a haber"}),
    (r"\b(?P<bad>ha ver)\b", {"ha ver": "haber"}),
    (r"\b(?P<bad>tan poco)(?=[.,;])", {"tan poco": "tampoco"}),
    (r"(?:^|[.;] )(?P<bad>a) (?:tomado|tenido|comido|bebido|sentido|usado|notado|estado|sido|dejado"
        r"|perdido|visto)\b", {"a": "ha"}),
    (r"\b(?:una|otra|cada|alguna|tal|de una|a la|primera|última|rara|esta) (?P<bad>ves)\b",
        {"ves": "vez"}),
    (r"\b(?:una|media|cada|la|de) (?P<bad>tasa) de (?:café|té|agua|leche|arroz|fruta|caldo)\b",
        {"tasa": "taza"}),
    (r"\b(?:media|una|cada|\d+|la|dos|tres) (?P<bad>oras?)\b", {"ora": "hora", "oras": "horas"}),
    (r"\b(?P<bad>asia) (?:arriba|abajo|atrás|adelante|el|la|los|un)\b", {"asia": "hacia"}),
    (r"\bse (?P<bad>calló) (?:al|de|en|por|y)\b", {"calló": "cayó"}),
    (r"\b(?P<bad>sumo) de (?:naranja|manzana|uva|limón|fruta)\b", {"sumo": "zumo"}),
    (r"\b(?P<bad>sierra) (?:a las|los|el|la puerta|la herida|temprano)\b", {"sierra": "cierra"}),
    (r"\b(?:su|el|un|al|del|mi|este) (?P<bad>bebe)(?! (?:agua|mucho|leche|poco|alcohol|más"
     r"|bien))\b",
        {"bebe": "bebé"}),
    (r"\b(?:tome|beba|taza de|un) (?P<bad>te)\b", {"te": "té"}),
    (r"\bno (?P<bad>se) (?:si|cómo|qué|cuándo|dónde)\b", {"se": "sé"}),
    (r"¿(?:\w+ )?(?P<bad>como|que|cuando|cuanto|cuanta|cuantos|cuantas|donde|quien|cual|por que)\b"
        r"(?! si)", {"como": "cómo", "que": "qué", "cuando": "cuándo", "cuanto": "cuánto",
        "cuanta": "cuánta", "cuantos": "cuántos", "cuantas": "cuántas", "donde": "dónde",
        "quien": "quién", "cual": "cuál", "por que": "por qué"}),
    (r"\b(?:pregunte|saber|sepa|explique|explicará|dirá|diga|averigüe|anote|mostrará|enseñará)"
        r"(?:le|les|nos)? (?P<bad>como|cuanto|cuanta|cuantos|cuantas|donde|cuando)\b",
        {"como": "cómo", "cuanto": "cuánto", "cuanta": "cuánta", "cuantos": "cuántos",
        "cuantas": "cuántas", "donde": "dónde", "cuando": "cuándo"}),
    (r"(?<!¿)(?<!razón )(?<!saber )(?<!explique )\b(?P<bad>por que) (?:puede|el|la|los|las"
     r"|es|son|le"
        r"|se|daña|no|su|esto|hay|causa|ayuda|así|tiene)\b", {"por que": "porque"}),
    (r"\b(?:[Uu]sted|[Nn]o|[Cc]uando|le|se) (?P<bad>esta) (?:embarazada|enfermo|enferma|tomando"
        r"|seguro|segura|mareado|mareada|cansado|cansada|en|bien|mal)\b", {"esta": "está"}),
)  # fmt: skip
"""A pattern with the wrong word, and what is meant by each."""
_PATTERNS = tuple((pattern(f"(?i:{row})"), meant) for row, meant in ROWS)


def wrong_word(view: View) -> Iterator[Finding]:
    """Find a word that stands for another that sounds or looks like it."""
    for row, meant in _PATTERNS:
        for passage in view.holding(row):
            for found in row.finditer(passage.plain) if passage.role != "source" else ():
                bad = found["bad"]
                write = meant[bad.lower()]
                write = write[0].upper() + write[1:] if bad[0].isupper() else write
                message = f"“{found.group()}”: “{bad}” looks like the wrong word here"
                hint = f"did you mean “{write}”?"
                at = found.start("bad")
                yield Finding(message, hint, passage.text, bad, at, instead=write)
