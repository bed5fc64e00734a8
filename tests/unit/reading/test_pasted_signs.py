"""Signs that come with pasted text: dropped, folded, kept or refused, in every field."""

from __future__ import annotations

import pytest

from brochure.reading.pasted_signs import clean
from tests.support.fakes import texts_in
from tests.unit.reading.test_loader import GOOD, changed, loaded, problems


@pytest.mark.parametrize(
    "sign",
    "\u00ad \u034f \u180e \u200b \u200c \u200d \u200e \u200f \u2060 \u2061 \u2063 \u2066 \u2068"
    " \u2069 \u202a \u202c \u202d \u206a \ufeff \ufffc \ufff9 \ufe0e \ufe0f \U000e0041".split(" "),
)
@pytest.mark.parametrize("place", ["a{}b", "{}ab", "ab{}"])
def test_what_draws_nothing_is_left_out_with_a_hint_that_shows_the_word(sign, place):
    text, (fault,) = clean(place.format(sign))
    assert text == "ab"
    assert (fault.level, fault.becomes) == ("hint", "")
    assert f"U+{ord(sign):04X}" in fault.message
    assert "`ab`" in fault.hint


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("oﬃce ﬁnds ﬂat ﬀ ﬅ", "office finds flat ff st"),
        ("ＡＢＣ１２％", "ABC12%"),
        ("Type Ⅳ, ⅱ", "Type IV, ii"),
        ("see ① and ⓑ and ⑴", "see (1) and (b) and (1)"),
        ("5㎎ at 37℃, 2㎡", "5mg at 37°C, 2m²"),
        ("𝐁𝐨𝐥𝐝 𝟏", "Bold 1"),
        ("Ångström café", "Ångström café"),
        ("a\u3000b\u2008c\u205fd", "a b c d"),
        ("ｶﾞｰｾﾞ", "ガーゼ"),
        ("2‒4 weeks ― rest ⋯", "2–4 weeks — rest …"),
        ("≧ 38 ⩽ 40 ➡ call ⬆", "≥ 38 ≤ 40 → call ↑"),
        ("ﺳﻼم", "سلام"),
    ],
)
def test_letters_in_another_form_become_plain(typed, printed):
    assert clean(typed) == (printed, ())


@pytest.mark.parametrize(
    "right", ["Don’t run", "5 °C", "café Óscar", "2½ – 3", "≥ 38", "боль", "Für"]
)
@pytest.mark.parametrize("other", ["cp1252", "latin-1"])
def test_letters_that_were_spoiled_are_refused_with_the_right_ones(right, other):
    try:
        typed = right.encode().decode(other)
    except UnicodeDecodeError:
        typed = right.encode().decode("latin-1")
    fault = clean(typed)[1][0]
    assert (fault.level, fault.becomes) == ("error", right)


@pytest.mark.parametrize(
    "text", ["CAFÉ… „Spaß“ IRMÃ” À « Â » ÉÀÜ", "ESPAÑA – ÑOÑO, São Ângela", "âge, bâton, Ðuro",
             "Diz-se «AMANHÃ»", "DE MANHÃ\u00a0– às 8", "IRMÃ²"]
)  # fmt: skip
def test_accents_beside_quotes_are_not_spoiled(text):
    assert clean(text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "10⁹/L, CO₂, x²",
        "½ ¾ ⅓ ⅛",
        "µg … ″ ™ ® № ° ĳ ª",
        "‑ and \u00a0 \u2009 \u202f",
        "家，２人（注）",
        "痛み――休む⋯⋯≧",
        "นำ",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "¨ ´ ¸",
    ],
)
def test_what_is_a_sign_of_its_own_stays(text):
    assert clean(text) == (text.replace("２", "2"), ())


def test_line_ends_of_every_kind_are_one():
    assert clean("a\x0bb\x0cc\x85d\u2028e\u2029f\r")[0] == "a\nb\nc\nd\ne\nf\n"


@pytest.mark.parametrize("sign", ["\u202e", "\u202b", "\u2067", "\x07", "\ue000", "\u0378"])
def test_a_sign_that_is_refused_is_shown_in_its_word(sign):
    (fault,) = clean(f"the pla{sign}n here")[1]
    assert fault.level == "error"
    assert f"“pla<U+{ord(sign):04X}>n”" in fault.message


def test_marks_beside_words_of_a_text_from_right_to_left_go_as_we_order_numbers_ourselves():
    words, (fault,) = clean("שלום 310\u200e-828-7757\u200f")[0], clean("שלום\u200e")[1]
    assert words == "שלום 310-828-7757"
    assert fault.level == "hint"


def test_what_turns_a_text_from_right_to_left_is_refused():
    assert clean("שלום\u202dabc\u202c")[1][0].level == "error"


FIELDS = {
    "title: Back": "title: Ba\u200bck",
    "3108287757": "310\u200b8287757",
    "website: spine": "website: sp\u2060ine",
    "care@spine": "care\ufeff@spine",
    '"#0b5d6b"': '"#0b\\u200b5d6b"',
    "2026-10-01": "2026\u200e-10-01",
    "- First": "- Fi\u00adrst",
    '"Avoid:"': '"Av\\u2060oid:"',
    "Your questions": "Your\u00ad questions",
    "subtitle: No": "sub\u200btitle: No",
    "    steps": "  \ufeff  steps",
    "      - Second": "      -\u200b Second",
}


@pytest.mark.parametrize(("old", "new"), FIELDS.items(), ids=list(FIELDS))
def test_in_every_field_and_in_the_structure_they_change_nothing(old, new):
    wanted, _ = loaded(GOOD)
    found, said = loaded(changed(old, new))
    assert {each.level for each in said} <= {"hint"}
    assert (found.title, found.sections, found.clinic) == (
        wanted.title,
        wanted.sections,
        wanted.clinic,
    )


def test_a_line_end_pasted_amid_a_line_is_a_space_there():
    for end in "\x0b\x0c\x85\u2028\u2029":
        handout, said = loaded(changed("closing: Done.", f"closing: All{end}done."))
        assert texts_in(handout.sections[1])[-1].plain == "All done."
        assert said == ()
        assert problems(changed("closing: Done.", f"closing:{end} Done.{end}")) == []
