"""Which words stay on one line: numbers and units, titles and names, the digits of a phone."""

from __future__ import annotations

from collections.abc import Sequence

from brochure.model.phones import LEAST, count_digits, find_phones
from brochure.remember import known, remember

KNOWN_WORDS = 4096
"""How many words a process remembers with whether they may be bound to others."""
NUMBER_DIGITS = 5
"""Parts of a number that have so many digits together stay on one line, as a phone's do."""

UNITS: frozenset[str] = frozenset(
    "% mg g kg mcg µg ml mL l L dl cm mm m km in ft lb lbs oz cc °C °F mmHg pm am a.m. p.m. AM PM "
    "percent minute minutes hour hours day days week weeks month months year years times "
    "minuto minutos hora horas día días semana semanas mes meses año años veces "
    "heure heures jour jours semaine semaines mois an ans fois h min "
    "Minuten Stunde Stunden Tag Tage Tagen Woche Wochen Monat Monate Monaten Jahr Jahre Jahren "
    "Uhr Sekunden segundos secondes seconds araw linggo buwan ngày tuần tháng năm "
    "мг г кг мкг мл л см мм м км ч мин раз раза минут минуты минуту час часа часов день дня дней "
    "неделю недели недель месяц месяца месяцев год года лет мг/кг "
    "մգ գ կգ մլ լ սմ մ րոպե ժամ օր շաբաթ ամիս տարի անգամ "
    "분 시간 일 주 개월 년 번 회 정 알 세 "
    "मिनट घंटे घंटा दिन हफ़्ते हफ़्ता महीने साल बार ਮਿੰਟ ਘੰਟੇ ਦਿਨ ਹਫ਼ਤੇ ਮਹੀਨੇ ਸਾਲ ਵਾਰ "
    "মিনিট ঘণ্টা দিন সপ্তাহ মাস বছর বার ደቂቃ ሰዓት ቀን ሳምንት ወር ዓመት ጊዜ "
    "دقيقة دقائق ساعة ساعات يوم أيام يومًا أسبوع أسابيع شهر أشهر سنة سنوات مرة مرات ملغ مل "
    "دقیقه ساعت روز هفته ماه سال بار درجه میلی‌گرم "
    "דקה דקות שעה שעות יום ימים שבוע שבועות חודש חודשים "
    'שנה שנים פעמים מ"ג מ״ג מ"ל מ״ל นาที ชั่วโมง วัน สัปดาห์ เดือน ปี ครั้ง องศา '
    "នាទី ម៉ោង ថ្ងៃ សប្តាហ៍ ខែ ឆ្នាំ ដង".split()
)
BEFORE_NAME: frozenset[str] = frozenset(
    "Dr. Dr Dra. Mr. Mrs. Ms. Mx. Prof. St. Sr. Sra. Mme M. Hr. Fr. No. no. Nr. n.º".split()
)
BEFORE_NUMBER: frozenset[str] = frozenset(
    "stage Stage grade Grade type Type step Step page Page level Level age Age Suite Room "
    "etapa estadio tipo paso página nivel stade étape Schritt Seite Typ Stufe "
    "to bis à a do до đến < > ≤ ≥ = ± ≈ × –".split()
)
"""The second row: what stands between the ends of a range, and what compares two numbers."""
CALLED = frozenset("911 9-1-1 988 112 999".split())
"""Short numbers that stay with the word before them, which says to call."""
CLOSING_MARKS: frozenset[str] = frozenset("? ! : ; » % – — < > ≤ ≥ = ± ≈ ×".split())
_BINDERS = BEFORE_NAME | CLOSING_MARKS | {"«"}
_STRIP = ".,;:!?)”’\"'»،؛؟。，、；：）。।։՝፣።፤៖។"


def _digits(text: str) -> int:
    return sum(map(str.isdigit, text))


def _numeric(text: str) -> bool:
    """Whether the text is digits with the signs of numbers and phones."""
    bare = text.strip("()+.,;:").replace("-", "").replace(".", "").replace(",", "")
    return bool(bare) and bare.replace("/", "").isdigit()


def bound(first: str, second: str) -> bool:
    """Return whether the space between two words must not become a line end.

    Numbers keep their units and their digits, titles their names, French punctuation its word.
    """
    if second in CLOSING_MARKS or first == "«":
        return True
    if first in BEFORE_NAME:
        return True
    if first[-1:].isdigit() or first[-1:] == ")":
        if second.rstrip(_STRIP) in UNITS and first[-1:].isdigit():
            return True
        return (
            _numeric(first)
            and _numeric(second)
            and _digits(first) + _digits(second) >= NUMBER_DIGITS
        )
    return second[:1].isdigit() and (first in BEFORE_NUMBER or second.rstrip(_STRIP) in CALLED)


def may_bind(word: str) -> bool:
    """Return whether a word may be bound to one beside it, by `bound` or as a part of a phone."""
    if word in _BINDERS or word[-1:] == ")":
        return True
    return not word.isalpha() and any(map(str.isdigit, word))


def in_phones(words: Sequence[str]) -> frozenset[int]:
    """Return the words, by number, that a phone binds to the word before them."""
    text = " ".join(words)
    if count_digits(text) < LEAST:
        return _NONE
    starts = {}
    at = 0
    for number, word in enumerate(words):
        starts[at] = number
        at += len(word) + 1
    within = (range(phone.start + 1, phone.end) for phone in find_phones(text))
    return frozenset(starts[at] for places in within for at in places if at in starts)


_NONE: frozenset[int] = frozenset()


@remember(1)
def _binding() -> dict[str, bool]:
    """Return what is known of words: whether they may be bound to others."""
    return known(may_bind, KNOWN_WORDS)


def together(typed: list[str]) -> list[str]:
    """Return words with those joined that must stay on one line."""
    letters = "".join(typed)
    if letters.isascii() and _BINDERS.isdisjoint(typed) and not count_digits(letters):
        return typed  # as most: without a digit nothing else is bound
    binding = list(map(_binding().__getitem__, typed))
    if True not in binding:
        return typed
    words: list[str] = []
    phones = in_phones(typed)
    last, before = "", False
    for number, (word, may) in enumerate(zip(typed, binding, strict=True)):
        if number in phones or (last and (may or before) and bound(last, word)):
            words[-1] = f"{words[-1]} {word}"
        else:
            words.append(word)
        last, before = word, may
    return words
