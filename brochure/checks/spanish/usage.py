"""Rules of Spanish: tú or usted, the signs ¿ and ¡, articles of the wrong kind, words of English.

Sources: Real Academia Española, Ortografía and Diccionario panhispánico de dudas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks import word_lists
from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern
from brochure.checks.spanish import spelling
from brochure.remember import remember

_ORDERS = (
    "llam tom us habl consult pregunt evit lav descans camin llev dej mir mantén limpi sec cambi"
    " ayud compr cocin prepar ejercit relaj elev levant moj aplic revis control coloc bañ"
).split()
_BEFORE_NOUNS = (
    "las unas sus más de otras varias entre dos tres cuatro cinco seis ocho doce".split()
)
"""Words behind which "tomas" are feeds or doses: "8 a 12 tomas", "las tomas"."""
_FAMILIAR = pattern(
    rf"\b(?<!\d ){''.join(f'(?<!{word} )' for word in _BEFORE_NOUNS)}tomas\b"
    r"|\b(?:tú|tienes|puedes|debes|quieres|necesitas|estás|eres|sientes|usas|sabes|vas|haces"
    r"|comes|duermes|sufres|padeces|tuviste|contigo|tus|ti|tuyos?|tuyas?|tendrás|podrás|deberás|te"
    r"|tu(?= \w)|ponte|mantén|siéntate|acuéstate|llámanos|pregúntale|dile|lávate|báñate)\b"
    r"|(?:^|(?<=[.!?] ))(?:haz|ven|pon|ten|sal|di) "
    r"|(?:^|(?<=[.!?] ))(?:(?:descans|cuid|lav|tom|us|llev|elev|aplic|coloc|camin|respir|dobl"
    r"|estir|apoy|guard|pregunt|llam|trag|evít)a|bebe|come|sube|duerme|pide|sigue|escribe"
    r"|abre|trae)"
    r"(?= (?:[a-záéíóúñ]{4,}s|el|la|los|las|un|una|much[oa]|más|en|con|bien|tus?|agua|cada"
    r"|despacio|a|al"
    r"|líquidos|dos"
    r"|\d+)\b)|(?:^|(?<=[.!?] ))no (?:comas|bebas|tomes|uses|fumes|hagas|pongas|toques"
    r"|levantes|mojes"
    r"|dejes|manejes|olvides|conduzcas|cargues|vayas|salgas|quites)\b",
    re.IGNORECASE,
)
_FORMAL = pattern(
    r"\b(?:usted|ustedes|Ud\.|Uds\.)(?!\w)"
    rf"|(?:^|(?<=[.!?:;] )|(?<=^No )|(?<=\. No ))(?:{'|'.join(f'{stem}e' for stem in _ORDERS)}"
    r"|tome|pregúntele|llámenos|comuníquese|beba|coma|ponga|póngase|haga|venga|vaya|tenga"
    r"|salga|diga"
    r"|dígale|pida|siga|duerma|siéntese|acuéstese|busque|toque|explique|coloque|aplique)\b",
    re.IGNORECASE,
)
_UNOPENED = pattern(r"(?:^|(?<=[.!?…»”] ))(?P<all>[^¿?¡!]{2,}(?P<sign>[?!]))")
_FEMININE = """
pastilla tableta cápsula medicina dosis herida rodilla espalda cabeza mano pierna sangre fiebre
clínica enfermera doctora venda noche mañana semana hora comida piel cara boca garganta nariz
oreja lengua barriga cadera muñeca uña vena arteria célula muela encía orina tos alergia gripe
vacuna receta cita cirugía sala cama silla toalla bolsa botella jeringa aguja crema pomada gota
inyección operación infección presión respiración hinchazón picazón comezón lesión sesión visita
llamada enfermedad cantidad ansiedad salud sal leche fruta verdura carne grasa azúcar persona
familia mujer niña hija madre casa farmacia columna vértebra prueba radiografía tomografía
pregunta respuesta capa gasa dieta ducha bebida bañera puerta hoja página parte zona área causa
señal infusión inhalación vejiga placa caries vitamina proteína fibra fractura terapia rutina
temperatura glucosa insulina cicatriz costra mancha ampolla llaga úlcera mascarilla férula muleta
rampa escalera almohada cobija sábana ropa media bata lente gafa lágrima pupila retina córnea
placenta contracción leche mama pechuga cesárea sonda bombilla cuchara cucharada cucharadita taza
copa porción tarjeta identificación lista mochila tos saliva mucosidad flema bacteria célula
hemorragia herramienta semilla verdura sopa ensalada manzana naranja zanahoria cebolla papa
"""
_MASCULINE = """
dolor médico doctor hielo brazo pie estómago corazón hueso músculo nervio vaso baño jabón hospital
medicamento tratamiento síntoma problema examen análisis resultado riesgo efecto dedo ojo oído
diente pulmón riñón hígado cuello hombro codo tobillo pecho vientre cuerpo cerebro sueño peso
calor frío día mes año minuto turno teléfono número vendaje yeso bastón parche jarabe líquido
alimento desayuno almuerzo ejercicio descanso sangrado vómito mareo moretón bulto golpe cáncer
tumor virus niño hijo padre hombre paciente enfermero cirujano dentista problema programa sistema
inhalador antibiótico analgésico comprimido frasco envase paquete tubo paño algodón alcohol tabaco
cigarrillo café té jugo caldo arroz pan huevo pollo pescado queso yogur trozo pedazo plato vaso
cepillo hilo enjuague empaste puente implante párpado lente colirio glaucoma aparato botón cable
formulario documento seguro carro auto asiento cinturón piso suelo escalón zapato calcetín guante
embarazo parto pezón biberón pañal llanto color olor sabor ruido grito lado borde centro músculo
tendón ligamento menisco cartílago nervio latido pulso colesterol triglicérido riñón cálculo
"""
_EITHER = frozenset({"azúcar", "dentista", "paciente", "virus", "dosis", "análisis"})
_ARTICLE = pattern(
    r"(?<![\w’'])(?P<art>el|la|los|las|un|una|unos|unas|del|al|est[ea]|est[oa]s|mismos?|mismas?"
    r"|muchos?|muchas?|pocos?|pocas?|otr[oa]s?|algun[oa]s|ciert[oa]s?"
    r"|vari[oa]s) (?P<noun>[a-záéíóúñü]{2,})(?!\w)",
    re.IGNORECASE,
)
_KINDS = {
    "el": "ms", "un": "ms", "del": "ms", "al": "ms", "la": "fs", "una": "fs",
    "los": "mp", "unos": "mp", "las": "fp", "unas": "fp", "este": "ms", "esta": "fs",
}  # fmt: skip
_WRITE = {
    ("ms", "el"): "el", ("fs", "el"): "la", ("mp", "el"): "los", ("fp", "el"): "las",
    ("ms", "un"): "un", ("fs", "un"): "una", ("mp", "un"): "unos", ("fp", "un"): "unas",
    ("ms", "del"): "del", ("fs", "del"): "de la", ("mp", "del"): "de los", ("fp", "del"): "de las",
    ("ms", "al"): "al", ("fs", "al"): "a la", ("mp", "al"): "a los", ("fp", "al"): "a las",
}  # fmt: skip
_WORD = pattern(r"(?<![\w@./’'-])[a-z]{3,}(?:-up)?(?![\w@’'/-]|\.\w)")
_TAKEN_IN = frozenset(
    """
    email online web internet stress estrés spray gel test tests software hospice chat link links
    app apps wifi smartphone marketing kit shock bypass stent stents marcapasos catéter screening
    fitness yoga pilates ketchup sandwich snack snacks jeans shorts show club bar taxi hotel hobby
    stock video videos audio blog doctor doctora hospital social personal general total normal
    """.split()
)


def tu_or_usted(view: View) -> Iterator[Finding]:
    """Find a text that says tú to the reader here and usted there; told at the rarer."""
    familiar, formal = (list(_uses(view, kind)) for kind in (_FAMILIAR, _FORMAL))
    if not familiar or not formal:
        return
    rarer, name, other = (
        (familiar, "tú", "usted") if len(familiar) <= len(formal) else (formal, "usted", "tú")
    )
    passage, found = rarer[0]
    yield Finding(
        f"“{found.group().strip()}” says {name} to the reader, other sentences say {other}",
        f"keep to one; {len(rarer)} say {name}",
        passage.text,
        found.group().strip(),
        found.start(),
    )


def _uses(view: View, kind: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield where a text speaks to the reader in one way."""
    for passage in view.body_holding(kind):
        goes_on = passage.plain[:1].islower()  # "Llame si:", then "lleva tres días sin comer"
        for found in kind.finditer(passage.plain):
            if not (goes_on and found.start() == 0 and found.group().strip()[-1] in "ae"):
                yield passage, found


def inverted_mark(view: View) -> Iterator[Finding]:
    """Find a question or a call that is not opened by ¿ or ¡."""
    for passage in view.holding(_UNOPENED):
        if passage.role in ("source", "clinic"):
            continue
        for found in _UNOPENED.finditer(passage.plain):
            sign = "¿" if found["sign"] == "?" else "¡"
            words = found["all"]
            yield Finding(
                f"“{words}” has no {sign} where it begins",
                f"write {sign} before the first word of the question or the call",
                passage.text,
                words,
                found.start(),
            )


_ALSO_VERBS = frozenset(
    "receta cura cuida ayuda toma venda visita llama prueba pesa mejora marca consulta cita lista"
    " compra cambia baja dosis nota pregunta respuesta causa ducha inyecta".split()
)
"""Nouns that are verbs as well: "si el doctor los receta"."""
_SUBJECT = pattern(
    r"\b(?:doctor|doctora|médic[oa]|enfermer[oa]|cirujan[oa]|dentista|farmacéutic[oa]|él|ella|usted"
    r"|alguien|nadie|quien|que|no|se|ya|también|si|lo|cuando)\s+$",
    re.IGNORECASE,
)


def article_noun(view: View) -> Iterator[Finding]:
    """Find an article of another kind than its noun: "el pastilla", "los herida"."""
    for passage in view.holding(_ARTICLE):
        for found in _ARTICLE.finditer(passage.plain):
            article, noun = found["art"].lower(), found["noun"].lower()
            kind = _nouns().get(noun, "")
            pronoun = noun in _ALSO_VERBS and _SUBJECT.search(passage.plain[: found.start()])
            if kind and kind != _kind_said(article) and noun not in _EITHER and not pronoun:
                write = _article(article, kind)
                yield Finding(
                    f"“{found.group()}”: article and noun do not agree",
                    f"write “{write} {noun}”",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def _kind_said(word: str) -> str:
    """Return the kind that an article, or a word before a noun, has by its ending."""
    return _KINDS.get(word) or _ENDINGS[word.removesuffix("s")[-1] + "s" * word.endswith("s")]


_ENDINGS = {"o": "ms", "a": "fs", "os": "mp", "as": "fp"}
_OTHER_ENDINGS = {kind: ending for ending, kind in _ENDINGS.items()}


def _article(article: str, kind: str) -> str:
    """Return the article of the same sort for a noun of a kind."""
    if article not in _KINDS or article.startswith("est"):
        stem = pattern("[eoa]s?$").sub("", article)
        return "este" if (stem, kind) == ("est", "ms") else stem + _OTHER_ENDINGS[kind]
    sort = article if article in ("del", "al") else "un" if article.startswith("un") else "el"
    return _WRITE[kind, sort]


@remember(1)
def _nouns() -> dict[str, str]:
    """Return the nouns of the two lists, singular and plural, with their kind."""
    found = {}
    for gender, words in (("f", _FEMININE), ("m", _MASCULINE)):
        for word in words.split():
            found[word] = f"{gender}s"
            plain = word[:-2] + word[-2:].translate(str.maketrans("áéíóú", "aeiou"))
            plural = f"{word}s" if word[-1] in "aeiouáéíóú" else f"{plain}es"
            if word[-1] not in "sxz":
                found[plural] = f"{gender}p"
    return found


def kind_of(noun: str) -> str:
    """Return "ms", "fs", "mp" or "fp" for a noun in small letters; empty for one unknown."""
    return "" if noun in _EITHER else _nouns().get(noun, "")


def english_word(view: View) -> Iterator[Finding]:
    """Find English words left in a Spanish text; one finding for all."""
    found: dict[str, tuple[Passage, int]] = {}
    for passage in view.body:
        spans = _foreign(passage)
        for word in _WORD.finditer(passage.plain):
            at = word.start()
            english = _is_english(word.group().removesuffix("-up"))
            if any(a <= at < b for a, b in spans) or not english:
                continue
            found.setdefault(word.group(), (passage, at))
    if found:
        first, (passage, at) = next(iter(found.items()))
        shown = ", ".join(list(found)[:8])
        yield Finding(
            f"English in a Spanish text: {shown}",
            "translate it; what must stand in English goes in marks: [words]{lang=en}",
            passage.text,
            first,
            at,
        )


_LEFT = frozenset(
    "ice medicine pill pills shot shots nurse follow checkup the and with your you rest take"
    " call if day days week weeks pain food water doctor's".split()
)
"""Words of English that are told though Spanish has them, or though they are short."""


def _is_english(word: str) -> bool:
    """Return whether a word is a common one of English, and none of Spanish."""
    if word in _LEFT:
        return True
    if len(word) < 4 or word in _TAKEN_IN or not word_lists.is_common(word):
        return False
    return not spelling.is_right(word)


def _foreign(passage: Passage) -> list[tuple[int, int]]:
    """Return where a text is in another language, or is a link."""
    at, found = 0, []
    for span in passage.text.spans:
        if span.lang or span.href:
            found.append((at, at + len(span.text)))
        at += len(span.text)
    return found
