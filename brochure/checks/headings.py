"""Rules about a heading and what stands under it: food under “Food”, a call under “When to call”.

A heading that names one of the matters of the table has a word of that matter below it. English and
Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.checks.structure import reach_words

MATTERS = {
    "en": (
        (r"food|eat(?:ing)?|diet|meals?|drinks|drinking", r"food|eat|ate|drink|meal|diet|fruit"
         r"|vegetable|meat"
         r"|milk|water|salt|sugar|snack|breakfast|dinner|cook|swallow|hungry|alcohol|wine|beer"
         r"|coffee"
         r"|tea|juice|soup|bread"),
        (r"driv(?:e|ing)", r"driv|car\b|wheel|seat belt|license|licence|brake|DVLA"),
        (r"pain", r"pain|hurt|sore|ache|tender|acetaminophen|tylenol|ibuprofen|paracetamol"
         r"|comfort|ice\b"
         r"|tablet|cramp|burn"),
        (r"tests?", r"test|scan|x-ray|sample|blood|check|screen|exam|result|measure|swab"),
        (r"baby|babies|newborn", r"bab(?:y|ies)|born|infant|child|birth|feed|breast|bottle"
         r"|diaper|nappy"),
        (r"side effects?", r"feel|effect|rash|sick|upset|pain|swell|dizz|stop|bleed|headache"
         r"|sore|ach(?:e|ing)|reaction|allerg|fever|temperature"
         r"|itch|tired"
         r"|stomach|sting|cough|ache"),
        (r"exercises?|stretches|moving", r"exercis|move|moving|walk|stretch|lift|bend|repeat"
         r"|lie|sit|stand"
         r"|hold|swim|push|squeeze|slide|active"),
        (r"(?:wound|cut|incision|scar|stitches|bandage|dressing)s?", r"wound|cut|incision"
         r"|stitch|dress|bandage"
         r"|plaster|skin|scar|gauze|dry|clean|tape|strip|staple|shower"),
        (r"medicines?|medications?|tablets?|pills?|drops|inhalers?|doses?|antibiotics?",
         r"tak(?:e|ing)|mg\b"
         r"|tablet|pill|medic|drop|inhal|puff|dose|capsule|syrup|cream|ointment|insulin|pharmac"
         r"|antibiotic|inject|prescri|thinner|supplement|vitamin|treat|infect"),
        (r"showers?|bath(?:e|ing|s)?|washing", r"shower|bath|wash|wet|dry|soap|water|towel|swim"
         r"|tub"),
        (r"sleep(?:ing)?", r"sleep|bed|pillow|night|nap|rest|awake|lie\b|snor|tired|wake"),
        (r"cost|pay(?:ing)?|insurance", r"cost|pay|insur|bill|\\$|£|free|price|card|coverage|plan"),
        (r"smok(?:e|ing)", r"smok|cigar|tobacco|vap|quit|nicotine"),
        (r"alcohol", r"alcohol|drink|wine|beer|glass|units"),
        (r"sex", r"sex|intimate|condom|partner|pregnan"),
        (r"travel(?:ing|ling)?|flying", r"travel|fly|flight|plane|trip|airport|country|abroad"
         r"|holiday|car\b"),
        (r"parking|(?:getting|find(?:ing)? us) here", r"park|bus|street|drive|door|floor|lift"
         r"|elevator|train"),
        (r"vaccines?|shots?", r"vaccin|shot|jab|dose|immun|flu|arm\b"),
        (r"(?<!hay )(?<!glandular )(?<!scarlet )(?<!rheumatic )(?<!yellow )(?<!dengue )fever"
         r"|temperature", r"fever|temperature|°|degree|thermometer|hot\b"),
    ),
    "es": (
        (r"comida|alimentos|comer|dieta|beber|alimentación", r"com(?:a|e|ida|er)|alimento|dieta"
         r"|beb|agua|fruta"
         r"|verdura|carne|leche|sal\b|azúcar|caldo|jugo|desayun|cen[ae]|trag|gelatina"),
        (r"(?:manejar|conducir)", r"manej|conduc|carro|auto|coche|volante|casa"),
        (r"dolor", r"dol|duel|molest|acetaminofén|ibuprofeno|paracetamol|hielo|tableta|ardor"),
        (r"exámenes|pruebas?|análisis", r"examen|exámenes|prueba|análisis|sangre|resultado"
         r"|radiograf|mid"
         r"|muestra|revis"),
        (r"bebé", r"bebé|niñ|hij|nac|pecho|leche|biberón|pañal"),
        (r"efectos secundarios", r"efecto|náusea|dolor|mareo|sarpullido|sient|picaz|ard|cansan"
         r"|ojo|tos\b"),
        (r"ejercicios?", r"ejercici|camin|muev|mover|estir|levant|dobl|repit|activ|nad"),
        (r"herida|vendaje|venda|puntos|cicatriz", r"herid|venda|punto|cicatri|lav|sec[ao]|limpi"
         r"|piel|tira|gasa"
         r"|corte|duch"),
        (r"medicinas?|medicamentos?|gotas|inhalador(?:es)?|pastillas?|tabletas?|dosis",
         r"tom|mg\b|tableta|pastilla"
         r"|medic|gota|inhal|dosis|jarabe|crema|insulina|farmacia|antibiótico"),
        (r"baño|bañarse|ducha", r"bañ|duch|lav|agua|moj|sec|jabón"),
        (r"dormir|sueño", r"dorm|duerm|cama|almohada|noche|sueño|descans|acuest"),
        (r"fumar", r"fum|cigar|tabaco"),
        (r"alcohol", r"alcohol|beb|vino|cerveza|copa"),
    ),
}  # fmt: skip
"""For each language what a heading says, and words of which its section has one."""
_HEADS = {
    tag: tuple(
        (pattern(rf"\b(?:{head})\b", re.I), pattern(rf"(?<!\w)(?:{words})", re.I))
        for head, words in rows
    )
    for tag, rows in MATTERS.items()
}
_CALLS = pattern(
    r"(?<!when to )(?<!should you )(?<!should i )\b(?:call|ring|phone|dial|go to|get help)\b"
    r"|(?<!when to )(?<!should you )(?<!should i )\b(?:see (?:a|an|your|the|us)|speak (?:to|with)"
    r"|come (?:back|in|to us|straight)|contact|seek|tell (?:us|your))\b"
    r"|\b(?:llame|llámenos|vaya|marque|acuda|vuelva|venga|consulte)\b|\b(?:911|999|112|000)\b",
    re.IGNORECASE,
)


def other_matter(view: View) -> Iterator[Finding]:
    """Find a heading of one of the matters over a section that has no word of it."""
    heads = [p for p in view.passages if p.role == "heading"]
    for heading in heads:
        found = [(head.search(heading.plain), words) for head, words in _HEADS[view.language]]
        named = [(each, words) for each, words in found if each]
        text = " ".join(
            p.plain for p in view.passages if p.section == heading.section and p is not heading
        )
        words = [each for _, each in named]
        if named and len(text.split()) > _FEW and not any(each.search(text) for each in words):
            yield Finding(
                f"the heading “{heading.plain}” names something that its section does not speak of",
                "write a heading that says what stands under it",
                heading.text,
                heading.plain,
            )


_FEW = 8


def no_call(view: View) -> Iterator[Finding]:
    """Find a section marked urgent that tells nobody whom to call, or where to go."""
    reach = reach_words(view.language)
    for number, section in enumerate(view.handout.sections):
        if section.emphasis not in ("urgent", "emergency"):
            continue
        texts = [p.plain for p in view.body if p.section == number]
        said = [*texts, section.heading.plain]
        if not any(map(reach.search, texts)) and not any(map(_CALLS.search, said)):
            yield Finding(
                "this section is marked urgent and does not say whom to call, or where to go",
                "begin it with “Call {phone} if you have:”",
                section.heading,
                section.heading.plain,
            )
