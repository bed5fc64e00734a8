"""The `icon:` of a section as it is typed: a name, a name with words, and slips."""

from __future__ import annotations

import pytest

from brochure.model import ContentError, Icon
from brochure.reading.loader import load_bytes

HEAD = "title: T\nclinic: {name: C, phone: 310-555-0142}\nsections:\n  - heading: H\n    text: W.\n"


def loaded(tmp_path, typed: str):
    return load_bytes((HEAD + f"    {typed}\n").encode(), "a.yaml", tmp_path)


def problem(tmp_path, typed: str):
    with pytest.raises(ContentError) as caught:
        loaded(tmp_path, typed)
    (found,) = caught.value.problems
    return found


def test_a_name_alone_is_ornament(tmp_path):
    (section,) = loaded(tmp_path, "icon: heart")[0].sections
    assert section.icon == Icon("heart", None, 6, 11)
    assert section.shown_icon == section.icon


def test_words_make_it_a_picture(tmp_path):
    (section,) = loaded(tmp_path, "icon: {name: pills, alt: Two pills}")[0].sections
    assert section.icon
    assert (section.icon.name, section.icon.alt.plain) == ("pills", "Two pills")


def test_another_name_is_told_with_the_one_meant_and_mended(tmp_path):
    found = problem(tmp_path, "icon: hart")
    assert (found.line, found.column) == (6, 11)
    assert found.message == "there is no icon `hart`"
    assert found.hint == "Did you mean `heart`?"
    assert found.fix
    assert (found.fix.column, found.fix.end_column, found.fix.text) == (11, 15, "heart")


def test_a_name_in_a_mapping_is_judged_there(tmp_path):
    found = problem(tmp_path, "icon: {name: hart, alt: A heart}")
    assert (found.column, found.hint) == (18, "Did you mean `heart`?")


def test_where_none_is_near_some_are_told(tmp_path):
    assert "such as: spine, " in problem(tmp_path, "icon: qqqq").hint


@pytest.mark.parametrize("typed", ["icon: [heart, lungs]", "icon: {name: [heart], alt: A}"])
def test_one_icon_stands_beside_a_heading(tmp_path, typed):
    found = problem(tmp_path, typed)
    assert found.message == "`icon` takes the name of one icon"
    loaded(tmp_path, found.hint.partition("`")[2].rstrip("`"))


@pytest.mark.parametrize("emphasis", ["urgent", "emergency"])
def test_beside_a_sign_it_is_left_out_and_told(tmp_path, emphasis):
    handout, problems = loaded(tmp_path, f"emphasis: {emphasis}\n    icon: phone")
    assert handout.sections[0].shown_icon is None
    assert [(each.level, each.line) for each in problems] == [("warning", 7)]
    assert loaded(tmp_path, f"emphasis: {emphasis}")[1] == ()
