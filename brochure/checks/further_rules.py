"""Further rules: fevers, the length of phones, medicines under two names, and Spanish."""

from __future__ import annotations

from brochure.checks import (
    contradictions,
    day_doses,
    figures,
    grammar,
    lists,
    medicine_names,
    phones,
    short_forms,
    wording,
)
from brochure.checks.rule import ENGLISH, ISMP, NHS, OURS, Rule
from brochure.checks.spanish import confusions, usage

RAE = "Real Academia Española"
SPANISH = ("es",)

FURTHER = (
    Rule(
        "impossible-heat",
        "error",
        "A fever that a body can have.",
        OURS,
        figures.impossible_heat,
        (*ENGLISH, *SPANISH),
        needs=("fever", "temp", "fiebre"),
    ),
    Rule("phone-length", "error", "Phones of ten digits.", OURS, phones.phone_length),
    Rule(
        "two-names",
        "warning",
        "One name for one medicine.",
        f"{ISMP}; taking both doubles the dose",
        medicine_names.one_medicine,
    ),
    Rule(
        "sign-for-word",
        "hint",
        "Words, not “<”, “>” and “&”.",
        f"{ISMP}; {NHS}",
        short_forms.sign_for_word,
        (*ENGLISH, *SPANISH),
        needs=("<", ">", "≥", "≤", "&", "+", *(f"{figure}x" for figure in range(10))),
    ),
    Rule(
        "pointer",
        "hint",
        "No “see above”.",
        "plain language; WCAG 2.2, 1.3.3",
        wording.pointer,
        (*ENGLISH, *SPANISH),
        needs=(
            *(
                "above",
                "below",
                "overleaf",
                "page",
                "on the left",
                "on the right",
                "aforementioned",
            ),
            *("arriba", "abajo", "anterior", "siguiente"),
        ),
    ),
    Rule(
        "mixed-list",
        "hint",
        "Items of a list in one form.",
        "plain language guidelines: parallel lists",
        lists.mixed_list,
        ENGLISH,
    ),
    Rule(
        "day-doses",
        "error",
        "No more doses a day than the most that is allowed.",
        OURS,
        day_doses.day_doses,
        (*ENGLISH, *SPANISH),
        needs=(" day", " día"),
    ),
    Rule(
        "open-when-closed",
        "warning",
        "A day open or closed, not both.",
        OURS,
        contradictions.open_when_closed,
        (*ENGLISH, *SPANISH),
        needs=("closed", "not open", "cerrad", "no abrimos"),
    ),
    Rule(
        "missing-word",
        "warning",
        "Sentences without a gap.",
        OURS,
        grammar.missing_word,
        ENGLISH,
    ),
    Rule(
        "staff-sex",
        "hint",
        "Staff who may be of either sex.",
        NHS,
        wording.staff_sex,
        ENGLISH,
        needs=(" he ", " she "),
    ),
    Rule(
        "confused-word",
        "warning",
        "No Spanish word for another.",
        RAE,
        confusions.wrong_word,
        SPANISH,
    ),
    Rule("tu-usted", "warning", "Tú or usted, not both.", RAE, usage.tu_or_usted, SPANISH),
    Rule(
        "inverted-mark",
        "warning",
        "¿ and ¡ where a question or a call begins.",
        RAE,
        usage.inverted_mark,
        SPANISH,
        needs=("?", "!"),
    ),
    Rule(
        "article-noun",
        "warning",
        "Articles that agree with their nouns.",
        RAE,
        usage.article_noun,
        SPANISH,
    ),
    Rule("english-word", "warning", "No English left over.", OURS, usage.english_word, SPANISH),
)
"""Rules of `rules`, kept apart for their number."""
