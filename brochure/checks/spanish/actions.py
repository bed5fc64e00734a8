"""What a Spanish text asks the reader to do, and when to call: verbs as said to “usted”."""

from __future__ import annotations

import re

from brochure.checks.patterns import pattern

ACTION = pattern(
    r"(?:^|[,;:.¿¡]\s*|\b(?:por favor|y|o|luego|después|entonces|debe|puede|necesita|trate de)\s+)"
    r"(?:no |nunca |siempre )?(?:acuda|anote|aplique|aprenda|asegúrese|recuerde|compruebe"
    r"|procure|verifique|limite|reduzca|elimine|practique|proteja|coloque|quite|guarde|enseñe|ayude|muévase|levántese|dé|agregue|elija|participe|planee|hágase|vacúnese|apunte|avise|beba|busque|camine"
    r"|cambie|coma"
    r"|comuníquese|consulte|cuide|cuente|deje|descanse|diga|dígale|duerma|empiece|escriba|espere|esté|evite|explique"
    r"|haga|hable|informe|ingiera|intente|lave|lávese|lea|lleve|llame|llámenos|mantenga|marque|mire|mueva|muestre"
    r"|obtenga|permanezca|pida|pídale|ponga|pregunte|pregúntele|pruebe|respire|reúna|revise|siéntese|siga|solicite"
    r"|tenga|tome|traiga|trate|use|utilice|vaya|vea|visite|vuelva|llamar|evitar|descansar|tomar|usar|hablar)\b",
    re.IGNORECASE,
)
REACH = pattern(
    r"\b(?:llam(?:e|ar|arnos|en|enos)|llámenos|comuníquese|contacte|consulte|acuda|vaya"
    r"|hable con|avise"
    r"|dígale|busque (?:ayuda|atención)|visite|marque|atención médica|sala de emergencias?"
    r"|urgencias)\b",
    re.IGNORECASE,
)
WHEN = pattern(
    r"\b(?:si|cuando|en caso de|antes de|después de|de inmediato|inmediatamente|en seguida"
    r"|enseguida"
    r"|cuanto antes|lo antes posible|de urgencia"
    r"|a cualquier hora|en cualquier momento|dentro de|ante)\b",
    re.IGNORECASE,
)
WHEN_HEADING = pattern(
    r"^¿?(?:cuándo (?:debo )?(?:llamar|pedir|buscar|acudir|ir|ver)|llám(?:e|enos)|llame|busque"
    r"|acuda"
    r"|(?:venga|vuelva|tráigal[oa]|vaya)\b.{0,30}\b(?:ya|si)\b|zona roja|emergencia"
    r"|(?:contacte|consulte|avise|vaya)\b.{0,60}\bsi\b"
    r"|señales de (?:alarma|advertencia|peligro))",
    re.IGNORECASE,
)


def asks_something(sentence: str) -> bool:
    """Return whether a sentence asks for a deed."""
    return bool(ACTION.search(sentence))
