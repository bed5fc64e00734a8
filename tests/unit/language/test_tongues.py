"""The files of words: each whole, each in its language, and each starter a handout."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from string import Formatter

import pytest

from brochure.commands.starter import start, write_new
from brochure.language.fixed_words import ENGLISH, ENGLISH_MAIL
from brochure.language.phrases import mail_words, phrases, written_date
from brochure.language.tags import primary_tag
from brochure.language.tongues import TAGS, WORDS, file_of, tongue_of
from brochure.reading.doubts import STARTER_CLINICS, STARTER_WORDS, doubts
from brochure.reading.loader import load

FILES = sorted(path.stem for path in WORDS.glob("*.toml"))


def slots(text: str) -> list[str]:
    """Return the fields of a template, sorted."""
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def tag_of(stem: str) -> str:
    return {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(stem, stem)


def test_each_file_is_some_tags_and_each_tag_has_its_file():
    assert set(FILES) == {*TAGS.values(), "zh-hant"}


@pytest.mark.parametrize("stem", FILES)
def test_a_file_is_whole(stem):
    tongue = tongue_of(tag_of(stem))
    assert tongue
    for ours, english in ((tongue.phrases, ENGLISH), (tongue.mail, ENGLISH_MAIL)):
        for name in english.__match_args__:
            text, like = getattr(ours, name), getattr(english, name)
            assert text.strip() == text, name
            assert text, name
            assert text == unicodedata.normalize("NFC", text), name
            if name == "date":
                assert {"d", "m", "y"} == set(slots(text))
            else:
                assert slots(text) == slots(like), name
    assert len(tongue.phrases.months.split("|")) == 12
    assert tongue.own_name != tongue.english_name or stem == "fil"


@pytest.mark.parametrize("stem", FILES)
def test_no_words_are_left_in_english(stem):
    words = phrases(tag_of(stem))
    same = {
        name for name in ENGLISH.__match_args__ if getattr(words, name) == getattr(ENGLISH, name)
    }
    assert same <= {"sources", "email", "website", "fax", "urgent", "tip", "date"}
    assert words.call != ENGLISH.call
    assert words.emergency != ENGLISH.emergency


@pytest.mark.parametrize("stem", FILES)
def test_a_starter_is_a_handout_whose_samples_are_told(stem, tmp_path: Path):
    ready = start("Back pain", tmp_path, tag_of(stem))
    write_new(ready)
    handout, _ = load(ready.path)
    assert handout.sections[0].emphasis == "key"
    assert len(handout.sections) in (5, 6)
    assert not re.search(r"@\w+@", ready.text)
    told = {problem.rule: problem.message for problem in doubts(handout)}
    assert {"sample-clinic", "sample-text"} <= set(told)
    texts = 12 if stem == "es" else 13
    assert int(told["sample-text"].split()[0]) >= texts
    assert "other-language" not in told


@pytest.mark.parametrize(
    ("tag", "stem"),
    [
        ("zh-CN", "zh-hans"),
        ("zh-SG", "zh-hans"),
        ("zh-TW", "zh-hant"),
        ("zh-Hant-HK", "zh-hant"),
        ("yue", "zh-hant"),
        ("tl-PH", "fil"),
        ("iw", "he"),
        ("ES-mx", "es"),
        ("is", ""),
        ("en-GB", ""),
    ],
)
def test_a_tag_finds_its_words(tag, stem):
    assert file_of(tag) == stem
    assert primary_tag(tag) == tag.lower().split("-")[0]


def test_a_language_without_words_is_english():
    assert phrases("is") is ENGLISH
    assert mail_words("is") is ENGLISH_MAIL


@pytest.mark.parametrize(
    ("tag", "date"),
    [
        ("en", "October 1, 2026"),
        ("es", "1 de octubre de 2026"),
        ("fil", "Oktubre 1, 2026"),
        ("vi", "1 tháng 10, 2026"),
        ("zh-Hans", "2026年10月1日"),
        ("zh-Hant", "2026年10月1日"),
        ("ko", "2026년 10월 1일"),
        ("ja", "2026年10月1日"),
        ("ar", "1 أكتوبر 2026"),
        ("fa", "1 اکتبر 2026"),
        ("he", "1 באוקטובר 2026"),
        ("ru", "1 октября 2026 г."),
        ("hy", "1 հոկտեմբերի, 2026 թ."),
        ("hi", "1 अक्टूबर 2026"),
        ("pa", "1 ਅਕਤੂਬਰ 2026"),
        ("bn", "1 অক্টোবর, 2026"),
        ("km", "1 តុលា 2026"),
        ("th", "1 ตุลาคม ค.ศ. 2026"),
        ("am", "1 ኦክቶበር 2026"),
    ],
)
def test_dates_as_the_language_writes_them(tag, date):
    """Unicode CLDR, the long date of the Gregorian calendar, with the digits 0-9."""
    assert written_date("2026-10-01", phrases(tag)) == date


def test_the_spanish_samples_are_told_in_every_handout():
    starter = tongue_of("es").starter
    assert (starter["clinic"], starter["marker"]) == (STARTER_CLINICS[1], STARTER_WORDS[1])
