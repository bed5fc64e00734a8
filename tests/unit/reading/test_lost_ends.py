"""Lines that were ended on purpose are told; prose that was broken by hand is not."""

from __future__ import annotations

import pytest

from tests.unit.reading.test_typed_lines import block, read


def told(*lines: str, mark: str = "|") -> str:
    """What a section's text of these lines is refused or warned of."""
    return "\n".join(map(str, read(block("\n".join(lines), mark))[1]))


@pytest.mark.parametrize("mark", ["|", ">-"])
@pytest.mark.parametrize(
    ("lines", "to_type"),
    [
        (("Morning: 2 tablets", "Noon: 1 tablet"), '  - "Noon: 1 tablet"'),
        (("Do this:", "Rest your foot", "Use ice", "Call us"), "  - Call us"),
        (("Take 2 tablets at 8", "Take 1 tablet at 12"), "  - Take 1 tablet at 12"),
        (("Wash your hands", "Dry them well", "Put on gloves"), "  - Put on gloves"),
        (("Mon-Thu – 8 to 5", "Fri – 8 to 12"), "  - Fri – 8 to 12"),
        (("Do this:", "Rest your foot", "Use ice", "Call us."), "  - Call us."),
        (("Morning: 2 tablets", "Noon: 1 tablet."), '  - "Noon: 1 tablet."'),
        (("早上：2 片", "晚上：1 片"), "  - 晚上：1 片"),
        (("صباحا: 2", "مساء: 1"), "مساء: 1"),
    ],
)
def test_rows_without_a_sign_are_refused_with_their_list(lines, to_type, mark):
    said = told(*lines, mark=mark)
    assert "would run on in one line" in said
    assert "bullets:" in said
    assert to_type in said


@pytest.mark.parametrize(
    ("lines", "columns"),
    [
        (("Day;Morning;Evening", "1;2;2"), "columns: [Day, Morning, Evening]"),
        (("Day, Dose, Food", "Monday, 2, none", "Tuesday, 1, none"), "columns: [Day, Dose, Food]"),
        (("Morning ..... 2 tablets", "Noon ....... 1 tablet"), "columns: [Morning, 2 tablets]"),
    ],
)
def test_rows_parted_by_signs_are_a_table(lines, columns):
    assert columns in told(*lines)


@pytest.mark.parametrize("mark", ["|", ">-"])
@pytest.mark.parametrize(
    "lines",
    [
        ("Rest is the best thing that you can do for", "your heel. After that, walk", "a little."),
        ("Rest your foot.", "It heals better so.", "Call us if it does not."),
        ("Ruhen Sie Ihren", "Fuß zwei Tage aus."),
        ("Call us at the clinic in Los", "Angeles if the pain", "does not go away."),
        ("Take 2 tablets in the morning, then wait for", "2 hours."),
        ("Eat fish, rice, beans", "and bread, nuts, fruit."),
        ("Wait... then call us", "if it hurts."),
        ("The clinic is open on", "Monday, Tuesday and", "Friday."),
        ("Bringen Sie bitte Ihre", "Versichertenkarte und den", "Überweisungsschein mit."),
        ("Take one tablet at", "8 in the morning and", "2 at night."),
        ("腰痛很常見，大多數人", "在幾週內就會好轉。", "請致電診所"),
        ("腰痛はよくある症状で", "多くの人は数週間で", "良くなります"),
        ("ألم الظهر شائع جدا", "ومعظم الناس يتحسنون", "خلال بضعة أسابيع"),
        ("पीठ दर्द आम है और", "ज़्यादातर लोग कुछ", "हफ़्तों में ठीक होते हैं।"),
        ("อาการปวดหลังพบได้บ่อย", "คนส่วนใหญ่จะดีขึ้น", "ภายในไม่กี่สัปดาห์"),
        ("허리 통증은 흔하며", "대부분의 사람은", "몇 주 안에 낫습니다"),
    ],
)
def test_prose_that_was_broken_by_hand_is_not_told(lines, mark):
    assert told(*lines, mark=mark) == ""


@pytest.mark.parametrize("rule", ["---", "***", "_____", "= = =", "–––"])
def test_a_line_drawn_with_signs_is_told(rule):
    assert "draws a line with signs" in told("Rest your foot.", rule, "Use ice.")


def test_a_heading_of_another_markup_is_refused_once():
    said = told("## What to do", "Rest your foot.")
    assert said.count("What to do`") == 1
    assert "- heading: What to do" in said


@pytest.mark.parametrize(
    "signs",
    [("•\t", "•\t"), ("o\t", "o\t"), ("o  ", "o  "), ("\uf0a7\t", "\uf0a7\t"), ("1.\t", "2.\t"),
     ("-\t", "-\t"), ("i. ", "ii. "), ("I. ", "II. "), ("（1）", "（2）"), ("1、", "2、"),
     ("1\ufe0f\u20e3 ", "2\ufe0f\u20e3 ")],
)  # fmt: skip
def test_a_pasted_list_is_a_list_whatever_parts_sign_and_words(signs):
    said = told("Do this:", f"{signs[0]}Rest", f"{signs[1]}Ice")
    assert "table" not in said
    assert "  - Rest\n" in said
    assert "  - Ice" in said
