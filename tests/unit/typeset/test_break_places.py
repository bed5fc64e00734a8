import pytest

from brochure.typeset import break_places as rules
from brochure.typeset.break_places import NOT_FIRST, NOT_LAST, break_places, cluster_starts
from brochure.typeset.writings import WRITINGS

CHINESE, JAPANESE = WRITINGS["Simplified Chinese"], WRITINGS["Japanese"]
THAI, KHMER, ARABIC = WRITINGS["Thai"], WRITINGS["Khmer"], WRITINGS["Arabic"]


def units(text, writing, forced=frozenset(), whole=False):
    places = break_places(text, writing, forced, whole)
    return [text[a:b] for a, b in zip(places, [*places[1:], len(text)], strict=True)]


def test_chinese_parts_between_its_signs():
    assert units("每天活动", CHINESE) == list("每天活动")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("热敷15分钟。", ["15分", "钟。"]),
        ("布洛芬（Advil）400 mg，饭后", ["（Advil）", "400 mg，"]),
        ("发烧超过38.5 °C", ["38.5 °C"]),
        ("散步2-3次", ["2-3次"]),
        ("拨打310-828-7757 ext. 12：", ["310-828-7757 ext. 12："]),
        ("第3天", ["第3天"]),
        ("医生说：“这里痛。”", ["说：", "“这", "痛。”"]),
        ("看www.example.org/back。", ["www.example.org/back。"]),
        ("等等……好——", ["好——"]),
    ],
)
def test_chinese_keeps_numbers_phones_and_signs_with_their_neighbours(text, kept):
    found = units(text, CHINESE)
    assert [each for each in kept if each not in found] == []


TRADITIONAL = WRITINGS["Traditional Chinese"]


@pytest.mark.parametrize(
    ("text", "writing", "words"),
    [
        ("什么时候需要马上给我们打电话", CHINESE, "什么时候 需要 马上 打电话"),
        ("新型冠状病毒感染症状", CHINESE, "新型 病毒 感染 症状"),
        ("COVID-19：15分钟的运动建议", CHINESE, "COVID-19： 15分钟 运动 建议"),
        ("何時應立即致電我們", TRADITIONAL, "何時 立即 致電 我們"),
    ],
)
def test_chinese_headings_part_between_words(text, writing, words):
    found = units(text, writing, whole=True)
    assert [each for each in words.split() if each not in found] == []
    assert "".join(found) == text


def test_chinese_headings_without_icu_part_between_the_phrases_of_budoux(monkeypatch):
    monkeypatch.setattr(rules, "_icu", lambda kind: None)
    assert units("高血压的饮食和运动建议", CHINESE, whole=True)[0] == "高血压"
    monkeypatch.setattr(rules, "_budoux", lambda language: None)
    assert units("饮食建议", CHINESE, whole=True) == ["饮", "食", "建议"]


@pytest.mark.parametrize("writing", [CHINESE, TRADITIONAL, JAPANESE])
@pytest.mark.parametrize("text", ["要打电话吗？", "何時致電我們呢", "痛いですか、目", "（你）好！"])
def test_no_sign_is_left_over_for_the_last_line_of_a_heading(text, writing, monkeypatch):
    monkeypatch.setattr(rules, "BREAKERS", {})
    last = units(text, writing, whole=True)[-1]
    assert sum(map(str.isalnum, last)) == 2


@pytest.mark.parametrize("writing", [CHINESE, JAPANESE, THAI, KHMER])
def test_no_unit_begins_or_ends_with_a_sign_of_its_neighbour(writing):
    text = "「腰痛」（COVID）は、ですか？　ゃっ―ー々。あ％い￥500 ปวด ๆ ะ (ก) ខ្លីៗ។ ( ខ )、「か」。"
    found = units(text, writing)
    assert [unit for unit in found[1:] if unit[0] in NOT_FIRST] == []
    assert [unit for unit in found[:-1] if unit.rstrip(" ")[-1:] in NOT_LAST] == []


def test_japanese_parts_between_phrases():
    assert units("ほとんどの腰痛は数週間で", JAPANESE) == ["ほとんどの", "腰痛は", "数週間で"]


def test_japanese_without_its_breaker_parts_between_signs(monkeypatch):
    monkeypatch.setitem(rules.BREAKERS, "Japanese", lambda plain: None)
    assert units("腰痛はで", JAPANESE) == ["腰", "痛", "は", "で"]


def test_thai_parts_between_words_and_keeps_the_sign_of_repetition():
    found = units("เดินสั้น ๆ วันละ 2-3 ครั้ง", THAI)
    assert "สั้น ๆ " in found or "เดินสั้น ๆ " in found
    assert all(unit.strip() != "ๆ" for unit in found)
    assert len(units("อาการปวดส่วนใหญ่จะดีขึ้นภายในไม่กี่สัปดาห์", THAI)) >= 5


def test_khmer_parts_between_words():
    found = units("ការឈឺចាប់ភាគច្រើនធូរស្រាល", KHMER)
    assert len(found) >= 3
    assert all(found)


@pytest.mark.parametrize("writing", [THAI, KHMER])
def test_without_a_breaker_lines_end_at_spaces_and_the_authors_places(writing, monkeypatch):
    monkeypatch.setitem(rules.BREAKERS, writing.name, lambda plain: None)
    assert units("กขค งจ", writing) == ["กขค ", "งจ"]
    assert units("กขค งจ", writing, frozenset({2})) == ["กข", "ค ", "งจ"]


def test_two_dictionaries_of_thai_agree_on_nearly_all_places():
    from icu4py.breakers import WordBreaker

    text = "อาการปวดส่วนใหญ่จะดีขึ้นภายในไม่กี่สัปดาห์ขยับตัวเล็กน้อยทุกวัน"
    ends, at = set(), 0
    for word in WordBreaker(text, "th"):
        at += len(word)
        ends.add(at)
    places = set(break_places(text, THAI)) - {0}
    assert len(places) > 12
    assert len(places - ends) <= 2


def test_arabic_parts_at_spaces_and_keeps_numbers_with_units():
    assert units("دواء 400 mg مرتين", ARABIC) == ["دواء ", "400 mg ", "مرتين"]
    assert units("می‌شوند زود", ARABIC) == ["می‌شوند ", "زود"]


def test_a_text_of_nothing_has_no_units():
    assert break_places("", CHINESE) == []


def test_a_cluster_is_never_parted():
    text = "क्षि हिं ក្រុ"
    starts = cluster_starts(text, 0, len(text))
    assert [text[i] for i in starts] == ["क", " ", "ह", " ", "ក"]


@pytest.mark.parametrize("text", ["และอย่านอนบนเตียง", "ควรพักผ่อนมาก", "ก่อนนอนทุกคืน"])
def test_no_thai_syllable_is_parted_before_its_vowel(text):
    places = break_places(text, WRITINGS["Thai"])
    inside = [at for at in range(1, len(text)) if text[at] == "อ" and text[at + 1] in "นก"]
    assert inside
    assert not set(inside) & set(places)
