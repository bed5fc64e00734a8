import pytest

from brochure.typeset.isolates import isolates, marked


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("إيبوبروفين (Advil)، 400 mg، بعد الأكل", ["Advil", "400 mg"]),
        ("تب بالاتر از ۳۸٫۵ درجه", ["۳۸٫۵"]),
        ("خیلی ۲-۳ بار", ["۲-۳"]),
        ("١٠/١٢/٢٠٢٦ و ١٢–١٤", ["١٠/١٢/٢٠٢٦", "١٢–١٤"]),
        ("חום מ-38.5 °C.", ["38.5 °C"]),
        ("ב-400 mg, או", ["400 mg"]),
        ("בין 08:00-17:00 כל יום", ["08:00-17:00"]),
        ("عدوى COVID-19.", ["COVID-19"]),
        ("Motrin, Advil أو Tylenol", ["Motrin, Advil", "Tylenol"]),
        ("راجع https://www.example.org/a?b=c، ثم", ["https://www.example.org/a?b=c"]),
        ("ראו www.example.org/back.", ["www.example.org/back"]),
        ("אל a.b@example.org.", ["a.b@example.org"]),
        ("على 310-828-7757 ext. 12 في", ["310-828-7757 ext. 12"]),
        ("على 02 2575 0123 تحويلة 12.", ["02 2575 0123", "12"]),
        ("על 03-1234567 שלוחה 12", ["03-1234567", "12"]),
        ("با ۳۱۰-۸۲۸-۷۷۵۷ تماس", ["۳۱۰-۸۲۸-۷۷۵۷"]),
        ("(310) 828-7757 الآن", ["(310) 828-7757"]),
        ("بنسبة 50% أو ٥٠٪", ["50%", "٥٠٪"]),
        ("عند -5 °C أو أقل", ["-5 °C"]),
        ("في 2026-10-01.", ["2026-10-01"]),
        ("دواء Advil (ibuprofen) 400 mg، ثم", ["Advil (ibuprofen) 400 mg"]),
        ("لغة Chinese (Simplified) هنا", ["Chinese (Simplified)"]),
        ("لغة Farsi (فارسی) هنا", ["Farsi"]),
        ("خذ (Advil) أو Motrin [IB].", ["Advil", "Motrin [IB]"]),
        ("من 65+ سنة، خذ 2× يوميا", ["65+", "2×"]),
        ("خذ 2×3 أو 2 × 3، ثم #12", ["2×3", "2 × 3", "#12"]),
        ("في 8 a.m. ثم 9:30 p.m.", ["8 a.m.", "9:30 p.m."]),
        ("خذ 2½ أو 1 ½ أو ٢½ مل", ["2½", "1 ½", "٢½"]),
        ("من ١ ½", ["١ ½"]),
        ("عند ٣٨٫٥ °م أو 38.5°م أو 5° و", ["٣٨٫٥", "38.5", "5°"]),
        ("عدد 10⁹/L و H₂O و 10³", ["10⁹/L", "H₂O", "10³"]),
        ("خذ Tylenol® و Aleve™ لفصيلة O+ ثم", ["Tylenol®", "Aleve™", "O+"]),
        ("טול 5′ או 6″", ["5′", "6″"]),
        ("راجع https://example.org/ ثم", ["https://example.org/"]),
        ("نص بلا أرقام", []),
    ],
)
def test_what_has_its_own_order_is_found_whole_and_no_more(text, wanted):
    assert [text[start:stop] for start, stop, _ in isolates(text)] == wanted


def test_words_that_the_author_marked_are_one_stretch():
    text = "قال New York, N.Y. هنا"
    start = text.index("New")
    stop = text.index(" هنا")
    assert [found[:2] for found in isolates(text, ((start, stop),))] == [(start, stop)]


def test_stretches_are_in_order_and_apart():
    found = isolates("310-828-7757 و Advil 400 mg و ٣–٥ و www.example.org")
    edges = [edge for start, stop, _ in found for edge in (start, stop)]
    assert edges == sorted(edges)
    assert len(found) == 4


def test_stretches_are_marked_over_the_pieces_of_a_text():
    pieces = ["اتصل على ", "310-828-7757", " ext. 12 الآن"]
    assert marked(pieces) == ["اتصل على ", "\u2066310-828-7757", " ext. 12\u2069 الآن"]


@pytest.mark.parametrize("words", ["Call 310-828-7757", "Звоните 310-828-7757", ""])
def test_a_text_from_the_left_has_no_marks(words):
    assert marked([words]) == [words]
