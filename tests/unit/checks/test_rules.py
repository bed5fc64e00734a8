"""Every rule has a handout that trips it and one that just does not."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from inspect import isgeneratorfunction
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure import checks
from brochure.art.image_files import image_dpi
from brochure.checks import (
    RULES,
    brand,
    capitals,
    contradictions,
    day_doses,
    doses,
    examine,
    figures,
    grammar,
    lists,
    medicine_names,
    notations,
    people,
    percents,
    phones,
    promises,
    punctuation,
    risk,
    rules,
    run_checks,
    sameness,
    sentences,
    short_forms,
    spelling,
    structure,
    terms,
    typos,
    uncommon,
    wording,
)
from brochure.checks.english.passive_voice import passive
from brochure.checks.further_rules import FURTHER
from brochure.checks.more_rules import MORE
from brochure.checks.rule import Later, Rule
from brochure.checks.same_facts import topics_of
from brochure.checks.spanish import confusions, usage
from brochure.model import (
    BrandSource,
    Clinic,
    ClinicPhone,
    Contact,
    Handout,
    Image,
    Item,
    Location,
    Problem,
    Span,
    Text,
)
from tests.support.fakes import short
from tests.unit.checks.editor_faults import FAULTS, SPANISH_FAULTS
from tests.unit.checks.editor_faults import OWN_TESTS as ELSEWHERE
from tests.unit.checks.kinds_of_faults import KINDS

TODAY = "2026-11-22"
REST = "Go home now, rest there, and drink a glass of water each hour that you are up. "


def text(words: str, line: int = 1, href: str = "") -> Text:
    return Text((Span(words, href=href),), line, 1)


def items(*words: str) -> tuple[Item, ...]:
    return tuple(Item(text(each)) for each in words)


GOOD = Handout(
    file="handout.yaml",
    title=text("Can a cough cause back pain?"),
    clinic=Clinic(text("The Clinic"), text("310-828-7757")),
    sections=(
        short(text("The short answer"), emphasis="key", text=(text("Yes, it can hurt."),)),
        short(text("When to call"), emphasis="urgent", text=(text("Call us if it stays."),)),
    ),
    brand=BrandSource(text("#0b5d6b"), text("#c05a12")),
    reviewed="2026-10-01",
    review_by="2028-10-01",
    sources=(text("The Big Book of Backs, 2025"),),
)


def with_section(**parts: Any) -> Handout:
    return replace(GOOD, sections=(*GOOD.sections, short(text("More"), **parts)))


def saying(*paragraphs: str) -> Handout:
    return with_section(text=tuple(map(text, paragraphs)))


def titled(words: str) -> Handout:
    return replace(GOOD, title=text(words))


def phoned(phone: str) -> Handout:
    return replace(GOOD, clinic=replace(GOOD.clinic, phone=text(phone)))


def branded(primary: str, accent: str) -> Handout:
    return replace(GOOD, brand=BrandSource(text(primary), text(accent)))


def many(count: int) -> Handout:
    section = short(text("More"), text=(text("It helps."),))
    return replace(GOOD, sections=(*GOOD.sections, *[section] * (count - 2)))


def marked(*emphasis: str) -> Handout:
    call = "Call us if it hurts."
    sections = (short(text("A part"), emphasis=each, text=(text(call),)) for each in emphasis)
    return replace(GOOD, sections=tuple(sections))


def plain(words: str) -> Handout:
    return replace(GOOD, sections=(short(text("A"), emphasis="key", text=(text(words),)),))


def spanish(words: str) -> Handout:
    return replace(saying(words), language="es-US")


def linked(words: str, href: str) -> Handout:
    return with_section(text=(text(words, href=href),))


def in_words(count: int) -> str:
    return " ".join(["we", *["go"] * (count - 1)]).capitalize() + "."


def keeping(words: str, wanted: str) -> Handout:
    return replace(saying(words), must_say=(text(wanted),))


EASY = "We usually see several back problems in patients who work at a desk every week."
HARD = "Several medical professionals regularly see many patients at work every week."
GRADE_5_7, GRADE_6_2 = saying(*[EASY] * 3), saying(*[EASY] * 4)
GRADE_7_4, GRADE_8_2 = saying(*[EASY] * 5, HARD), saying(*[EASY] * 5, HARD, HARD)

Case = tuple[str, Handout, Handout]
CASES: list[Case] = [
    ("reading-grade", GRADE_6_2, GRADE_5_7),
    ("reading-grade", saying(HARD, HARD), saying(HARD)),  # under 30 words
    ("long-sentence", saying(in_words(21)), saying(in_words(20), in_words(20))),
    ("long-sentence", with_section(bullets=items(in_words(21))), saying("Go. " * 21)),
    ("long-paragraph", saying(REST * 5), saying(REST * 4)),
    ("long-paragraph", saying(REST * 5), saying(REST * 4 + "You can:")),
    ("long-paragraph", saying("Go now. " * 9), saying("Go now. " * 8)),
    (
        "long-list",
        with_section(bullets=items(*"ABCDEFGH")),
        with_section(bullets=items(*"ABCDEFG")),
    ),
    ("long-list", with_section(steps=items(*"ABCDEFGH")), with_section(steps=items(*"ABCDEFG"))),
    (
        "long-list",
        with_section(bullets=(Item(text("A"), tuple(map(text, "BCDEFGHI"))),)),
        with_section(bullets=(Item(text("A"), tuple(map(text, "BCDEFGH"))),)),
    ),
    ("many-sections", many(9), many(8)),
    ("passive-voice", saying("The test is ordered early."), saying("We order the test early.")),
    ("passive-voice", saying("You will be damaged by it."), saying("Your spine is damaged.")),
    ("plain-word", saying("We utilize ice."), saying("We use ice.")),
    ("unexplained-term", saying("You have edema."), saying("You have edema (swelling).")),
    (
        "unexplained-term",
        saying("Edema can stay."),
        saying("Edema can stay.", "Edema is swelling."),
    ),
    ("abbreviation", saying("We do an ESWT."), saying("We do shock waves (ESWT).")),
    ("abbreviation", saying("We do an ESWT."), saying("We do an MRI in the US for HIV.")),
    ("capitals", saying("Take it EVERY DAY."), saying("You need an EMG, or a PET scan.")),
    ("capitals", saying("Wait. CALL US first."), saying("A sleep mask helps you (BIPAP).")),
    ("abbreviation", saying("Ask your doctor for EMG/NCS."), saying("Ask Jane Roe, MD, FACS.")),
    ("abbreviation", saying("Ask your GP."), replace(saying("Ask your GP."), language="en-GB")),
    ("abbreviation", saying("Do it with TENS."), saying("We do EMG (a muscle test).")),
    ("capitals", saying("Do NOT wait."), saying("Do not wait in LA.")),
    ("capitals", saying("It is a WARNING."), saying("It is a Warning.")),
    ("capitals", replace(GOOD, title=text("BACK PAIN FACTS")), titled("Back pain facts")),
    ("capitals", spanish("Es MUY MAL DIA."), spanish("Es muy malo en EE UU.")),
    ("key-message", marked("", "urgent"), marked("key", "urgent")),
    ("key-message", marked("urgent", "key"), marked("key", "")),
    ("no-action", plain("It hurts when you have a cold."), plain("Call us when you have a cold.")),
    ("no-action", plain("The doctor can call."), plain("You can call.")),
    ("when-to-call", plain("Call us."), plain("Call us if it hurts.")),
    ("when-to-call", plain("Rest if it hurts."), marked("urgent")),
    ("when-to-call", plain("Rest if it hurts."), marked("emergency")),
    ("title-form", titled("One two three " * 4), titled("One two three four five six " + "a " * 5)),
    ("title-form", titled("Your back is in danger"), titled("What your back is made of")),
    ("title-form", titled("Can a cough cause pain"), titled("Can a cough cause pain?")),
    ("title-form", titled("What is a slipped disc"), titled("What to do when it hurts")),
    ("title-form", titled("Mind your back!"), titled("Back care")),
    ("phone-missing", phoned("call us"), phoned("828-7757")),
    ("phone-differs", saying("Call 310-828-7758."), saying("Call 310-828-7757.")),
    ("phone-differs", saying("Call 310-828-7775."), saying("Call (310) 828-7757.")),
    ("phone-differs", linked("Call us", "tel:3108287758"), linked("Call us", "tel:+13108287757")),
    ("other-phone", saying("Call 212-555-0123."), saying("Call 911 or 988 at once.")),
    ("other-phone", saying("Call +49 89 1234567."), saying("Call Poison Control: 1-800-222-1222.")),
    ("other-phone", saying("Call 1-800-MY-SPINE."), saying("It is 2026-10-01, or 10-15 days.")),
    ("other-phone", saying("Call 555-0123."), saying("Call 828-7757.")),
    ("phone-format", saying("Call (310) 828-7757."), saying("Call 310-828-7757.")),
    ("phone-numerals", phoned("٣١٠-٨٢٨-٧٧٥٧"), GOOD),
    ("digit-kinds", saying("١٥ ٢٠", "30"), saying("١٥ ٢٠", "٣٠")),
    ("unread-words", replace(GOOD, language="ru"), GOOD),
    (
        "staff-title",
        replace(GOOD, language="ru"),
        replace(GOOD, language="ru", title_en=text("A title")),
    ),
    ("review-date-missing", replace(GOOD, reviewed=""), GOOD),
    (
        "review-date-old",
        replace(GOOD, reviewed="2024-11-20"),
        replace(GOOD, reviewed="2024-11-22"),
    ),
    ("review-date-old", replace(GOOD, reviewed="2026-11-23"), replace(GOOD, reviewed=TODAY)),
    ("review-overdue", replace(GOOD, review_by="2026-11-21"), replace(GOOD, review_by=TODAY)),
    ("sources-missing", replace(GOOD, sources=()), GOOD),
    (
        "must-say",
        keeping("Only severe pain.", "for severe pain"),
        keeping("For Severe\npain.", "for severe pain"),
    ),
    ("must-say", keeping("Severely sore.", "severe"), keeping("It's severe.", "it’s severe")),
    ("doubled-word", saying("Call the the clinic."), saying("We know that that helps.")),
    (
        "doubled-word",
        saying("Rest your your back."),
        saying("Rest. Rest well. Walla Walla had had rain."),
    ),
    ("spelling", saying("Take your tabelt."), saying("Take your tablet.")),
    ("uncommon-words", saying("It is a borborygmus of dysgeusia."), saying("It is a big relapse.")),
    ("other-spelling", saying("A tumour can grow."), saying("A tumor can grow.")),
    ("doubled-word", saying("For children children."), saying("For children children’s pills.")),
    ("passive-voice", saying("The test is done here."), saying("When you are done, rest.")),
    ("passive-voice", saying("Lice are spread by touch."), saying("You are used to it.")),
    ("long-paragraph", saying(REST * 5), with_section(bullets=items("Rest well. " + REST * 4))),
    ("doubled-word", spanish("Llame a a la clínica."), spanish("Es muy muy bueno.")),
    ("mixed-quotes", saying('Say "good" or “bad”.'), saying("It's “good”.")),
    ("mixed-quotes", saying("It's good. It’s bad."), saying('It\'s "good" at 5\'10".')),
    ("unclosed-mark", saying("This is **bold."), saying("This is * bold.")),
    ("insecure-link", linked("site", "http://a.example"), linked("site", "https://a.example")),
    ("insecure-link", saying("See http://a.example now."), saying("See a.example now.")),
    ("link-text", linked("Click here", "https://a.example"), linked("Exercises", "https://a.ex")),
    ("link-text", linked("aquí.", "https://a.example"), saying("Click here and read more.")),
    ("ambiguous-date", saying("Come on 03/04/2026."), saying("Come on 13/04/2026.")),
    ("ambiguous-date", saying("Come on 3.4.26."), saying("Come on 04/04/2026, or 1/2 a day.")),
    ("ambiguous-date", spanish("El 03/04/2026."), spanish("El 03.04.2026.")),
    ("placeholder", saying("TODO: more here."), saying("What to do: more here.")),
    ("placeholder", saying("Lorem ipsum dolor."), spanish("Todo está bien.")),
    ("placeholder", saying("Call [your name here]."), linked("your name", "https://a.example")),
    *[
        ("dose-notation", saying(f"Take {bad} now."), saying(f"Take {good} now."))
        for bad, good in (
            ("5.0 mg", "5.5 mg"),
            (".5 mg", "0.5 mg"),
            ("10 U", "10 units"),
            ("5 IU", "5 IV bags"),
            ("2 cc", "2 mL"),
            ("50 µg", "50 mcg"),
            ("10mg", "10 mg"),
            ("ibuprofen200 mg", "B12 pills"),
            ("1000000 units", "1,000,000 units"),
            ("it BID", "a bid"),
            ("it p.r.n.", "it when needed"),
            ("5 mg po", "the po"),
            ("it q6h", "it every 6 hours"),
            ("it q.d.", "it once a day"),
        )
    ],
    (
        "look-alike",
        saying("Take prednisone.", "Take prednisolone."),
        saying("Take aspirin, zofran."),
    ),
    (
        "two-doses",
        saying("Take ibuprofen 400 mg.", "Take 600 mg of ibuprofen."),
        saying("Take ibuprofen 400 mg.", "Take 600 mg of naproxen. Take 400 mg of ibuprofen."),
    ),
    (
        "two-doses",
        saying("Take aspirin every 4 hours.", "Take aspirin every 6 hours."),
        saying("Take aspirin every 4 hours.", "Take naproxen every 6 hours."),
    ),
    ("bare-percent", saying("It helps 30% of people."), saying("It helps 30% (3 in 10).")),
    ("bare-percent", saying("It helps 7 percent."), saying("Use 70% alcohol on 10% saline.")),
    (
        "mixed-denominators",
        saying("It helps 1 in 5.", "It harms 3 in 1,000."),
        saying("It helps 20 in 100.", "It harms 3 in 100. Rest 1 in 24 hours."),
    ),
    ("relative-risk", saying("It halves your risk."), saying("It cuts the bread in half.")),
    ("relative-risk", saying("You are twice as likely to fall."), saying("Take it twice a day.")),
    ("relative-risk", saying("It lowers the chance by 40 percent."), saying("It lowers pain.")),
    ("vague-risk", saying("There is a small risk."), saying("There is a small risk (1 in 100).")),
    ("vague-risk", saying("Side effects are rare."), saying("A rare plant. It is common.")),
    ("one-scale", saying("Call us for 101°F."), saying("Call us for 101°F (38.3°C).")),
    (
        "age-edge",
        saying("Women under 25 need it.", "Women up to 25 need it."),
        saying("Women under 25 need it.", "Rest up to 25 minutes. People over 25 do not."),
    ),
    ("label-for-people", saying("Help the homeless."), saying("Help the homeless shelter.")),
    ("label-for-people", saying("Diabetics need care."), saying("The diabetic clinic is open.")),
    ("label-for-people", saying("He suffers from gout."), saying("The elderly woman has it.")),
    ("double-negative", saying("It is not uncommon."), saying("It is not under the bed.")),
    ("double-negative", saying("Do not leave without it."), saying("Do not walk, and do not run.")),
    ("web-leftover", saying("PDF only, 124KB"), saying("The page is here.")),
    ("web-leftover", saying("More on: back pain"), saying("Walk more on good days.")),
    ("web-leftover", saying("See it on the Spine Group website."), saying("We have a website.")),
    (
        "empty-heading",
        replace(GOOD, sections=(*GOOD.sections, short(text("Important"), text=(text("Go."),)))),
        replace(GOOD, sections=(*GOOD.sections, short(text("How it helps"), text=(text("Go."),)))),
    ),
    ("no-you", plain("The test is for people. " * 20), plain("It is for you. " * 20)),
    ("article", saying("Take a aspirin."), saying("Wear a uniform once for an hour. A one.")),
    ("article", saying("Take an pill."), saying("It is an honest use of a unit.")),
    (
        "parallel-list",
        with_section(bullets=items("Rest well", "Drink water", "Walk", "The pain of a cold")),
        with_section(bullets=items("Rest well", "Drink water", "The pain", "A cold")),
    ),
    (
        "list-stops",
        with_section(bullets=items("Rest.", "Drink.", "Walk")),
        with_section(bullets=items("Rest", "Drink", "Walk")),
    ),
    (
        "list-stops",
        with_section(bullets=items("rest,", "drink, and", "walk")),
        with_section(bullets=items("rest?", "drink?", "walk?")),
    ),
    (
        "several-names",
        saying("Ask your doctor.", "Tell your doctor.", "Call your provider."),
        saying("Ask your doctor.", "Tell your doctor."),
    ),
    (
        "same-advice",
        saying("Drink eight glasses of water each day.", "Each day, drink eight glasses of water."),
        saying("Drink eight glasses of water each day.", "Drink one glass of milk at night."),
    ),
    ("text-contrast", branded("#5f9ea0", "#c05a12"), branded("#0b5d6b", "#c05a12")),
    ("text-contrast", branded("#757575", "#c05a12"), branded("#6b6b6b", "#c05a12")),
    ("mark-contrast", branded("#0b5d6b", "#f4a300"), branded("#0b5d6b", "#c05a12")),
    # An accent that would pass on a tint of its own, and does on that of a paler primary.
    ("mark-contrast", branded("#000000", "#968c1a"), branded("#0b5d6b", "#968c1a")),
    ("grey-colours", branded("#0b5d6b", "#5d3a3a"), branded("#0b5d6b", "#c05a12")),
]


def rules_of(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.rule for problem in problems}


def check(handout: Handout, **more: Any) -> tuple[Problem, ...]:
    return run_checks(handout, today=TODAY, **more)


@pytest.mark.parametrize(("rule", "trips"), [(rule, trips) for rule, trips, _ in CASES])
def test_the_rule_is_tripped(rule: str, trips: Handout) -> None:
    assert rule in rules_of(check(trips))


@pytest.mark.parametrize(("rule", "passes"), [(rule, passes) for rule, _, passes in CASES])
def test_the_rule_is_just_not_tripped(rule: str, passes: Handout) -> None:
    assert rule not in rules_of(check(passes))


OWN_TESTS = {
    "doubled-space",
    "coarse-logo",
    *ELSEWHERE,
    *(rule for rule, *_ in (*FAULTS, *KINDS, *SPANISH_FAULTS)),
}


def test_every_rule_is_tried() -> None:
    assert {rule for rule, _, _ in CASES} | OWN_TESTS == {rule.name for rule in RULES}


def test_a_good_handout_has_no_problem() -> None:
    assert check(GOOD) == ()


# ------------------------------------------------------------- levels and places


@pytest.mark.parametrize(
    ("handout", "rule", "level"),
    [
        (GRADE_7_4, "reading-grade", "warning"),
        (GRADE_8_2, "reading-grade", "error"),
        (replace(GOOD, reviewed="2024-11-20"), "review-date-old", "warning"),
        (replace(GOOD, reviewed="2023-11-20"), "review-date-old", "error"),
        (saying("You have edema."), "unexplained-term", "warning"),
    ],
)
def test_levels(handout: Handout, rule: str, level: str) -> None:
    assert [problem.level for problem in check(handout) if problem.rule == rule] == [level]


def test_a_term_that_a_later_section_explains_is_a_hint() -> None:
    late = short(text("Late"), text=(text("Edema is swelling.", 30),))
    early = saying("You have edema.")
    found = check(replace(early, sections=(*early.sections, late)))
    assert [(p.level, p.message) for p in found if p.rule == "unexplained-term"] == [
        ("hint", "“edema” is explained only later, in line 30")
    ]


def test_a_further_number_of_the_clinic_is_no_slip() -> None:
    own = GOOD.clinic.phone.plain
    other = own[:-1] + str((int(own[-1]) + 1) % 10)
    made = saying(f"Call the nurse line at {other}.")
    assert "phone-differs" in rules_of(check(made))
    phones = (ClinicPhone(text("Nurse line"), text(other)),)
    places = (Location(text("Hill"), None, text(other)),)
    for more in ({"phones": phones}, {"locations": places}, {"fax": text(other)}):
        clinic = replace(made.clinic, **more)
        assert "phone-differs" not in rules_of(check(replace(made, clinic=clinic)))


def test_a_finding_says_what_to_do() -> None:
    found = [p for _, trips, _ in CASES for p in check(trips)]
    assert all(problem.hint and problem.message and problem.rule for problem in found)


def test_every_text_of_the_handout_is_read() -> None:
    slip = text("Rest your your back.")
    picture = Image(GOOD.folder / "spine.png", slip, slip)
    places = [
        replace(GOOD, title=slip),
        replace(GOOD, subtitle=slip),
        replace(GOOD, sections=(*GOOD.sections, short(slip, text=(text("Go."),)))),
        with_section(closing=slip),
        with_section(steps=(Item(text("Go."), (slip,)),)),
        with_section(image=picture),
        replace(GOOD, contact=Contact(True, slip)),
        replace(GOOD, contact=Contact(True, None, slip)),
        replace(GOOD, notes_heading=slip),
        replace(GOOD, sources=(slip,)),
        replace(GOOD, clinic=replace(GOOD.clinic, hours=slip)),
    ]
    assert all("doubled-word" in rules_of(check(place)) for place in places)


SOURCE = """title: Back pain
sections:
  - heading: A
    text: >-
      One is seen here. Two is
      seen **is seen** here.  Two spaces
    # a note  with two spaces
    other: "a  b" # and  here
"""


def test_doubled_spaces_are_found_in_the_source() -> None:
    found = [p for p in check(GOOD, source=SOURCE) if p.rule == "doubled-space"]
    assert [(p.line, p.column) for p in found] == [(6, 29), (8, 14)]
    assert "doubled-space" not in rules_of(
        check(GOOD, source=SOURCE.replace("  Two", " Two")[:120])
    )


def test_words_are_pointed_at_where_the_source_has_them() -> None:
    words = "One is seen here. Two is seen is seen here."
    part = Text((Span(words),), 4, 11)
    found = check(with_section(text=(part,)), source=SOURCE)
    passives = [(p.line, p.column) for p in found if p.rule == "passive-voice"]
    assert passives == [(5, 11), (5, 29)]


def test_words_that_the_source_lacks_are_placed_at_their_text() -> None:
    part = Text((Span("It is seen here."),), 4, 11)
    found = check(with_section(text=(part,)), source="title: other\n")
    assert [(p.line, p.column) for p in found if p.rule == "passive-voice"] == [(4, 11)]


def test_a_problem_of_the_clinic_file_names_that_file() -> None:
    phone = Text((Span("call us"),), 2, 8, "clinic.yaml")
    (problem,) = check(replace(GOOD, clinic=replace(GOOD.clinic, phone=phone)))
    assert (problem.file, problem.line, problem.column) == ("clinic.yaml", 2, 8)


# -------------------------------------------------------------------- switching off


def test_a_rule_is_switched_off_with_a_reason() -> None:
    off = replace(saying("You have edema."), allow=(("unexplained-term", "told by the nurse"),))
    assert check(off) == ()
    assert examine(off, today=TODAY).summary.switched_off == (
        ("unexplained-term", "told by the nurse"),
    )


def test_no_rule_is_switched_off_without_a_reason() -> None:
    found = check(replace(saying("You have edema."), allow=(("unexplained-term", " "),)))
    assert rules_of(found) == {"allow-reason", "unexplained-term"}
    assert found[0].level == "error"


def test_an_unknown_rule_is_met_with_a_suggestion() -> None:
    (problem,) = check(replace(GOOD, allow=(("long-sentances", "a reason"),)))
    assert (problem.rule, problem.level) == ("unknown-rule", "error")
    assert problem.hint == "did you mean long-sentence?"


def test_a_rule_unlike_any_other_is_met_with_the_list() -> None:
    (problem,) = check(replace(GOOD, allow=(("zzz", "a reason"),)))
    assert "reading-grade" in problem.hint


# ---------------------------------------------------------------------- languages


def test_english_rules_do_not_run_on_spanish_and_it_says_so() -> None:
    other = spanish("En general, acute edema in order to utilize. " * 9)
    found = rules_of(check(other))
    summary = examine(other, today=TODAY).summary
    own = {"long-paragraph", "no-action", "unexplained-term", "unread-words"}  # edema
    more = {"english-word", "inverted-mark", "same-advice"}  # the title asks
    assert found == own | more
    assert {"other-spelling", "article", "apostrophe"} <= set(summary.not_for_language)
    assert "phone-differs" not in summary.not_for_language
    assert (summary.grade, summary.smog) == (None, None)


def test_doubled_words_are_not_judged_in_languages_that_double_them() -> None:
    other = replace(saying("Luôn luôn"), language="vi")
    assert "doubled-word" in examine(other, today=TODAY).summary.not_for_language
    assert "doubled-word" not in rules_of(check(other))


def test_british_english_is_english() -> None:
    assert examine(replace(GOOD, language="en-GB"), today=TODAY).summary.not_for_language == ()


# ------------------------------------------------------------------- the summary


def test_the_summary() -> None:
    summary = examine(with_section(text=(text(in_words(12), 9),)), today=TODAY).summary
    assert (summary.words, summary.longest_sentence, summary.longest_line) == (21, 12, 9)
    assert summary.grade is not None
    assert summary.smog is not None


# ------------------------------------------------------------------------ the logo


@pytest.mark.parametrize(("pixels", "trips"), [(399, True), (400, False)])
def test_a_coarse_logo(pixels: int, trips: bool) -> None:
    found = rules_of(check(GOOD, logo=(pixels, 144.0)))
    assert ("coarse-logo" in found) is trips


def test_image_dpi() -> None:
    assert image_dpi(300, 72) == 300
    assert image_dpi(300, 0) == 0


def test_a_colour_that_cannot_be_read_is_left_to_the_loader() -> None:
    assert check(branded("teal", "orange")) == ()


def test_the_nearest_passing_shade_is_named() -> None:
    (problem,) = check(branded("#5f9ea0", "#c05a12"))
    shade = problem.hint.split('"')[1]
    assert rules_of(check(branded(shade, "#c05a12"))) <= {"grey-colours"}


def test_the_nearest_passing_shade_of_an_accent_passes_on_the_tint_of_the_primary() -> None:
    (problem,) = check(branded("#000000", "#968c1a"))
    assert check(branded("#000000", problem.hint.split('"')[1])) == ()


# ------------------------------------------------------------------ any text at all


@pytest.mark.slow
@given(st.text(max_size=200), st.sampled_from(["en-US", "es", "zh-Hans", "vi"]))
def test_any_text_is_checked_without_a_fault(words: str, language: str) -> None:
    handout = replace(saying(words), title=text(words), language=language)
    found = check(handout, source=f"title: {words}\n")
    assert all(problem.hint for problem in found)


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1",
        "+1 ",
        ".",
        "? ",
        "( ",
        "A. ",
        "**",
        "the ",
        "edema ",
        "“",
        "was ",
        "A B ",
        "é-",
        "頭",
    ],
)
def test_a_text_as_long_as_the_loader_lets_through_is_checked_in_time(piece: str) -> None:
    words = (piece * 100_000)[:100_000]
    before = process_time()
    check(saying(words), source=words)
    assert process_time() - before < 10


def test_one_rule_does_not_bury_the_others() -> None:
    found = check(saying("Rest the the leg. " * 200, "TODO"))
    assert sum(problem.rule == "doubled-word" for problem in found) == checks.MOST
    assert "placeholder" in rules_of(found)


def test_a_matter_of_style_that_is_everywhere_is_told_as_one() -> None:
    found = check(with_section(text=tuple(text("It is seen.", 9 + n) for n in range(30))))
    told = [problem for problem in found if problem.rule == "passive-voice"]
    assert len(told) == 4
    assert "27 such in all from here on: lines 12, 13, " in told[-1].message
    assert len([p for p in check(saying(*["It is seen."] * 4)) if p.rule == "passive-voice"]) == 4


# ---------------------------------------------------------------------- false alarms


@pytest.mark.parametrize(
    "sentence",
    [
        "You are tired.",
        "This is called a sprain.",
        "The clinic is located on Main Street.",
        "Your spine is made of bones.",
        "Your eyes are red.",
        "You may be left-handed.",
        "It is a need.",
        "When you are relaxed, breathe.",
        "It is known as a sprain.",
        "The cause is not known.",
    ],
)
def test_what_only_looks_passive(sentence: str) -> None:
    assert passive(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "It can be taken.",
        "It was not taken.",
        "They are usually given early.",
        "The dose isn’t changed.",
        "It is being studied.",
        "You may be injured by it.",
    ],
)
def test_what_is_passive(sentence: str) -> None:
    assert passive(sentence)


def test_the_table_of_rules_is_whole() -> None:
    assert all(isinstance(each, Rule) for each in (*RULES, *MORE, *FURTHER))
    assert {*MORE, *FURTHER} < set(RULES)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(rule.asks and rule.source for rule in RULES)
    assert {rule.level for rule in RULES} == {"error", "warning", "hint"}
    assert not {"unknown-rule", "allow-reason"} & {rule.name for rule in checks.RULES}


MODULES = (
    brand,
    capitals,
    contradictions,
    day_doses,
    doses,
    figures,
    grammar,
    lists,
    medicine_names,
    notations,
    people,
    percents,
    phones,
    promises,
    punctuation,
    risk,
    rules,
    sameness,
    sentences,
    short_forms,
    spelling,
    structure,
    terms,
    typos,
    uncommon,
    wording,
    confusions,
    usage,
)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_finder_of_a_module_is_the_rule_of_one_name(module) -> None:
    """A rule that is written, but not in the table, would find nothing for ever."""
    own = {
        function
        for name, function in vars(module).items()
        if isgeneratorfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    }
    assert own - {spelling.slips} <= {getattr(rule.check, "check", rule.check) for rule in RULES}


def test_the_table_of_rules_imports_no_module_that_few_texts_need() -> None:
    asked = "import sys, brochure.checks; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, check=True, text=True)
    late = {rule.check.module for rule in RULES if isinstance(rule.check, Later)}
    loaded = {name for name in told.stdout.split() if name in late or "checks.spanish" in name}
    assert "brochure.checks.rules" in told.stdout.split()
    assert not loaded


def test_a_text_makes_no_pattern_of_a_fact_that_it_has_no_letters_of() -> None:
    assert {topic.name for topic in topics_of("en", "birds sing")} == {"how long it keeps"}


def test_each_check_that_is_imported_late_is_there() -> None:
    late = [rule.check for rule in RULES if isinstance(rule.check, Later)]
    assert late
    assert all(isgeneratorfunction(each.check) for each in late)
