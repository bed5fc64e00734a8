"""What shapes and breaks the letters of a language counts among what its PDF is made of."""

from __future__ import annotations

from importlib.metadata import version

import pytest

from brochure._startup.records import replace
from brochure.batch import jobs
from brochure.output import setters as module
from brochure.output.fingerprint import place_digest, topic_digest
from brochure.output.setters import setters, version_of
from brochure.sources import read
from tests.conftest import SAMPLE
from tests.support.fakes import text
from tests.support.handouts import plain

SET_WITH = {
    "en-US": (),
    "es": (),
    "ru": (),
    "zh-Hans": ("budoux", "icu4py"),
    "ko": (),
    "ja": ("budoux",),
    "hi": ("uharfbuzz",),
    "ar": ("uharfbuzz",),
    "th": ("budoux", "uharfbuzz"),
    "km": ("icu4py", "uharfbuzz"),
}


@pytest.mark.parametrize("language", SET_WITH)
def test_each_language_has_what_sets_it(language):
    assert setters([language]) == " ".join(f"{n} {version(n)}" for n in SET_WITH[language])


def test_a_package_that_is_not_there_counts_as_none():
    assert version_of("no-such-package-here") == "none"


@pytest.fixture
def another(monkeypatch):
    def change() -> None:
        monkeypatch.setattr(module, "version_of", lambda name: "99")

    return change


def marked(language: str):
    return replace(text("The word"), spans=(replace(text("a").spans[0], lang=language),))


def test_another_version_makes_only_what_uses_it_out_of_date(another):
    english = read(SAMPLE)[0]
    thai = replace(english, language="th")
    word = replace(english, subtitle=marked("ar"))
    also = replace(english, also_in=(plain("km"),))
    notice = replace(english, clinic=replace(english.clinic, notice=True))
    every = (english, thai, word, also, notice)
    before = [topic_digest(each, own_clinic=True) for each in every]
    place = [place_digest(each.clinic, None, "") for each in (english, notice)]
    another()
    after = [topic_digest(each, own_clinic=True) for each in every]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True] + [False] * 4
    now = [place_digest(each.clinic, None, "") for each in (english, notice)]
    assert [one == other for one, other in zip(place, now, strict=True)] == [True, False]


def test_the_program_is_its_words_and_its_families_too(monkeypatch):
    assert "ar.toml" in {path.name for path in jobs._program_files()}
    assert any(path.parent.name == "noto-sans-arabic" for path in jobs._families())
    before = jobs.program_hash()
    monkeypatch.setattr(jobs, "_families", lambda: [])
    assert jobs.program_hash.__wrapped__() != before
