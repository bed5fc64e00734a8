"""Languages are found by their names: English, Spanish and their own, accents or not."""

from __future__ import annotations

import pytest

from brochure.desk.language_names import SPANISH, names_of, own_names
from brochure.language.tongues import TAGS, file_of
from tests.support.desk import handout, office_in


def test_every_language_has_its_spanish_name():
    assert set(SPANISH) == {*TAGS.values(), "zh-hans", "zh-hant", "en"}


@pytest.mark.parametrize("tag", [*TAGS, "zh-TW", "zh-Hans", "en-GB", "es-MX"])
def test_a_language_has_all_its_names(tag):
    names = names_of(tag)
    assert all(names), names
    assert file_of(tag) == "" or len(names) == 3


def test_a_language_without_words_of_ours_has_none_and_does_no_harm():
    assert "".join(names_of("xx")) == ""


def test_the_chips_have_own_names_by_script():
    names = own_names()
    assert (names["ko"], names["zh-Hans"], names["zh-Hant"]) == ("한국어", "简体中文", "繁體中文")


@pytest.mark.parametrize(
    ("tag", "queries"),
    [
        ("ar", ["árabe", "ARABE", "arabic", "العربية"]),
        ("ko", ["coreano", "korean", "한국어"]),
        ("zh-Hant", ["chino tradicional", "traditional chinese", "繁體"]),
        ("ht", ["criollo", "haitian", "kreyol"]),
        ("en-US", ["inglés", "english"]),
        ("es", ["español", "castellano", "spanish"]),
    ],
)
def test_a_handout_is_found_by_each_name_of_its_language(tmp_path, tag, queries):
    (tmp_path / "one.yaml").write_text(handout("Uno", tag, text="Siga."), "utf-8")
    (tmp_path / "two.yaml").write_text(handout("Dos", "vi", text="Siga."), "utf-8")
    library = office_in(tmp_path).library
    for query in queries:
        assert [row.title for row in library.find(query)] == ["Uno"], query
