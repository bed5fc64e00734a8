"""The grade of a text: in other languages, by section, and which sentences cost most."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from brochure.checks import examine
from brochure.checks.explained_grade import grade_parts
from brochure.checks.grades import ease, syllables
from brochure.checks.handout_view import View
from brochure.checks.report import Report, as_text
from brochure.checks.rule import GRADED
from brochure.checks.spanish import actions
from tests.unit.checks.test_rules import TODAY, saying

EASY = {
    "es": "El niño come pan. Su mamá lo ve. Él va a la casa. ",
    "fr": "Le chat dort. Il boit son lait. Tu vas bien. ",
    "pt": "O gato come pão. Ele bebe leite. Vá para casa. ",
    "de": "Der Hund isst Brot. Er trinkt viel. Geh nach Haus. ",
}
HARD = {
    "es": "La administración intravenosa de anticoagulantes requiere monitorización. ",
    "fr": "L’administration intraveineuse d’anticoagulants exige une surveillance particulière. ",
    "pt": "A administração intravenosa de anticoagulantes necessita monitorização especializada. ",
    "de": "Die intravenöse Verabreichung gerinnungshemmender Medikamente erfordert Überwachung. ",
}


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        ("dolor", "es", 2), ("cuerpo", "es", 2), ("médico", "es", 3), ("día", "es", 2),
        ("aire", "es", 2), ("ahora", "es", 3), ("hoy", "es", 1), ("lengua", "es", 2),
        ("chaise", "fr", 1), ("maladie", "fr", 3), ("santé", "fr", 2),
        ("muy", "es", 1), ("guía", "es", 2), ("siguiente", "es", 3), ("cirugía", "es", 4),
        ("médicament", "fr", 4), ("appellent", "fr", 2), ("réunion", "fr", 3), ("poésie", "fr", 3),
        ("année", "fr", 2), ("maïs", "fr", 2), ("saúde", "pt", 3), ("país", "pt", 2),
        ("cirurgia", "pt", 4), ("dia", "pt", 2), ("história", "pt", 3), ("quatro", "pt", 2),
        ("ao", "pt", 1), ("mãe", "pt", 1), ("sair", "pt", 2), ("ainda", "pt", 3), ("mais", "pt", 1),
        ("Haar", "de", 1), ("Tee", "de", 1), ("Arterien", "de", 4), ("Patient", "de", 3),
        ("schien", "de", 1), ("Familie", "de", 4), ("Therapie", "de", 3),
        ("coração", "pt", 3), ("Rücken", "de", 2), ("Wirbelsäule", "de", 4), ("Arzt", "de", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


@pytest.mark.parametrize("language", GRADED)
def test_an_easy_text_is_easy_and_a_hard_one_is_told(language: str) -> None:
    easy, hard = ease([EASY[language] * 3], language), ease([HARD[language] * 5], language)
    assert easy
    assert hard
    assert (easy.hard, hard.hard) == (False, True)
    told = examine(replace(saying(HARD[language] * 5), language=language), today=TODAY)
    assert "reading-grade" in {problem.rule for problem in told.problems}
    assert told.summary.ease
    assert told.summary.ease in as_text([Report("a.yaml", (), told.summary)])


@pytest.mark.parametrize(
    ("language", "sentence", "figures"),
    [
        # 2 words, 4 syllables: 206.84 - 120 - 2.04, and 206.835 - 124.6 - 2
        ("es", "Tome agua.", "85 Fernández Huerta; 80 INFLESZ, very easy"),
        # 3 words, 4 syllables: 207 - 3.045 - 98.133
        ("fr", "Prenez un verre.", "106 Kandel-Moles"),
        # 3 words, 7 syllables: 248.835 - 3.045 - 197.4
        ("pt", "Tome água agora.", "48 Flesch (Portuguese)"),
        # 3 words of one syllable, one of them long: LIX 3 + 33.3; 0.5016 + 4.3233 - 3.27 - 0.875
        ("de", "Der Hund schläft.", "36 LIX, grade 0.7 Wiener"),
        # one of three syllables, two long: LIX 3 + 66.7; 6.45 + 0.5016 + 8.6467 - 1.09 - 0.875
        ("de", "Patienten schreien laut.", "70 LIX, grade 13.6 Wiener"),
    ],
)
def test_the_formulas_as_counted_by_hand(language: str, sentence: str, figures: str) -> None:
    found = ease([sentence] * 15, language)
    assert found
    assert found.figures == figures


def test_a_language_without_a_formula_says_so() -> None:
    found = examine(replace(saying(EASY["de"] * 9), language="pl"), today=TODAY).summary
    assert found.ease == ""
    assert "reading-grade" in found.not_for_language
    assert "long-sentence" not in found.not_for_language


LONG = {
    "zh-Hans": ("如果您" + "疼" * 38 + "。", "疼" * 40 + "。", "41 characters"),
    "yue": ("痛" * 41, "痛" * 40, "41 characters"),
    "ja": ("痛" * 61 + "。", "痛" * 60 + "。" + "痛" * 60 + "！", "61 characters"),
    "vi": ("đau " * 41, "đau " * 40, "41 syllables"),
    "hmn": ("mob " * 41, "mob " * 40, "41 syllables"),
    "th": ("ปวด" * 31, "ปวด" * 30 + " " + "ปวด" * 30, "93 letters"),
    "lo": ("ເຈັບ" * 31, "ເຈັບ" * 30 + " " + "ເຈັບ" * 15, "93 letters"),
    "km": ("ឈឺ " * 91 + "។", "ឈឺ " * 90 + "។ " + "ឈឺ" * 90, "91 letters"),
    "sm": ("tiga " * 21, "tiga " * 20, "21 words"),
    "am": ("ህመም " * 21 + "።", "ህመም " * 20 + "።", "21 words"),
}


@pytest.mark.parametrize("language", LONG)
def test_sentences_are_counted_as_their_language_is_written(language: str) -> None:
    long, enough, figure = LONG[language]
    handout = replace(saying(long, enough), language=language)
    found = [p for p in examine(handout, today=TODAY).problems if p.rule == "long-sentence"]
    assert [figure in problem.message for problem in found] == [True]
    assert figure.partition(" ")[2] in found[0].hint
    assert len(found[0].message) < 80


@pytest.mark.parametrize(
    ("language", "unit"), [("th", "letters"), ("zh", "characters"), ("en", "words")]
)
def test_the_figures_say_what_they_count(language: str, unit: str) -> None:
    found = examine(replace(saying("ปวด" * 90), language=language), today=TODAY)
    assert "long-sentence" not in found.summary.not_for_language
    shown = as_text([Report("a.yaml", (), found.summary)])
    assert re.search(rf"^  {unit} +\d+$", shown, re.MULTILINE)
    assert re.search(rf"longest sentence +\d+ {unit.removesuffix('s')}", shown)


def test_a_list_of_many_words_is_folded_for_the_screen() -> None:
    shown = as_text(
        [Report("a.yaml", (), examine(replace(saying("Ja."), language="nl"), today=TODAY).summary)]
    )
    assert max(map(len, shown.splitlines())) <= 80
    assert re.search(r"not run for nl +\d\d rules: ", shown)


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("El gato es gris.", {"no-action", "when-to-call"}),
        ("Llame a su médico si tiene fiebre.", set()),
        ("Descanse mucho.", {"when-to-call"}),
    ],
)
def test_spanish_actions(words: str, missing: set[str]) -> None:
    handout = saying(words)
    only = replace(handout, sections=handout.sections[-1:], language="es")
    found = {problem.rule for problem in examine(only, today=TODAY).problems}
    assert found & {"no-action", "when-to-call"} == missing


def test_each_spanish_pattern_finds_something() -> None:
    assert actions.ACTION.search("Beba agua.")
    assert actions.REACH.search("Acuda a urgencias")
    assert actions.WHEN.search("si le duele")


WORST = "Nevertheless, considerable deterioration necessitates immediate hospitalization."


def test_the_sentence_that_costs_most_and_the_hardest_section() -> None:
    parts = grade_parts(View(saying("Go to bed and rest. " * 8, WORST, WORST * 3), TODAY))
    assert parts
    assert [heading for heading, _ in parts.sections] == ["More"]
    assert parts.costly[0].start.startswith("Nevertheless")
    assert 1 <= len(parts.costly) <= 3
    assert grade_parts(View(replace(saying(WORST), language="pl"), TODAY)) is None


@pytest.mark.parametrize("language", ["en", *GRADED])
def test_a_section_of_one_paragraph_has_the_grade_of_its_sentences(language: str) -> None:
    words = EASY.get(language, "Go to bed and rest. ") * 9
    one = replace(saying(words), language=language)
    many = replace(saying(*[words] * 2), language=language)
    figures = []
    for handout in (one, many):
        parts = grade_parts(View(handout, TODAY))
        assert parts
        figures.append(dict(parts.sections)["More"])
    assert figures[0] == figures[1]


@pytest.mark.parametrize("language", GRADED)
def test_other_languages_say_what_makes_a_text_hard(language: str) -> None:
    hard = examine(
        replace(saying(EASY[language] * 3, HARD[language] * 5), language=language), today=TODAY
    )
    parts = hard.summary.parts
    assert parts
    assert parts.hard
    assert parts.hard_sections
    assert {each.start[:5] for each in parts.costly} == {HARD[language][:5]}
    assert all(each.cost > 0 for each in parts.costly)
    words = as_text([Report("a.yaml", (), hard.summary)])
    assert ("less)" if language == "de" else "more)") in words
    easy = examine(replace(saying(EASY[language] * 9), language=language), today=TODAY).summary
    assert easy.parts
    assert not easy.parts.hard
    assert "hard section" not in as_text([Report("a.yaml", (), easy)])


@pytest.mark.parametrize("language", GRADED)
def test_a_sentence_costs_what_the_text_is_easier_without_it(language: str) -> None:
    texts = [EASY[language] * 4, HARD[language]]
    parts = grade_parts(View(replace(saying(*texts), language=language), TODAY))
    assert parts
    view = View(replace(saying(*texts), language=language), TODAY)
    whole = ease([p.plain for p in view.body], language)
    rest = ease([p.plain for p in view.body if p.plain.strip() != HARD[language].strip()], language)
    assert whole
    assert rest
    assert parts.costly[0].cost == pytest.approx(abs(whole.score - rest.score), abs=0.02)


def test_a_hard_text_is_told_where_its_grade_comes_from() -> None:
    hard = examine(saying("Go to bed and rest. " * 5, *[WORST] * 5), today=TODAY).summary
    words = as_text([Report("a.yaml", (), hard)])
    assert "hard section" in words
    assert "costly sentence" in words
    easy = examine(saying("Go to bed and rest. " * 8), today=TODAY).summary
    assert "hard section" not in as_text([Report("a.yaml", (), easy)])
