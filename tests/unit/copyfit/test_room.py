"""Words left: how many fit, and that not ten more would."""

from __future__ import annotations

import pytest

from brochure.art import qr_code
from brochure.commands.check_file import check, room_words
from brochure.copyfit import flow
from brochure.copyfit.flow import count_words
from brochure.copyfit.room import (
    MOST,
    STEP,
    LeastType,
    in_least_type,
    lengthened,
    own_words,
    words_left,
)
from brochure.editions import Options
from brochure.model import FitError
from brochure.recipe import contexts_of, make_layout
from brochure.sources import read
from brochure.trial import tried
from brochure.trial import words_left as left_in
from tests.conftest import FORMATS, HANDOUTS, SAMPLE, shown_in
from tests.support.fakes import handout, section
from tests.support.languages import FILES


@pytest.mark.parametrize("most", [100, 104, 119, 120, 390, 399, 777])
def test_the_most_words_are_found_in_steps_rounded_down(most):
    made = handout(section(40), section(30, bullets=(20,)), section(9))
    start = count_words(made)
    left = words_left(made, lambda longer: count_words(longer) <= start + most)
    assert left == most // STEP * STEP


@pytest.mark.parametrize(("most", "told"), [(0, 0), (9, 0), (10**6, MOST)])
def test_there_may_be_room_for_none_and_no_more_than_the_most_is_told(most, told):
    made = handout(section(40))
    assert words_left(made, lambda longer: count_words(longer) <= 41 + most) == told


def test_the_words_tried_are_the_texts_own_and_stand_in_its_middle():
    made = handout(section(3), section(5), section(2))
    longer = lengthened(made, 90, own_words(made))
    assert count_words(longer) == count_words(made) + 90
    assert [len(each.body) for each in longer.sections] == [1, 4, 1]
    assert set(own_words(made)) == {"word"}
    assert own_words(handout(section())) == ["Title"] * 40


@pytest.mark.parametrize("name", FORMATS)
def test_so_many_fit_and_ten_more_do_not(name):
    made, options = read(shown_in(name))[0], Options(format=name)
    left, words = left_in(made, options), own_words(made)
    make_layout(lengthened(made, left, words), options)
    if left < MOST:
        with pytest.raises(FitError):
            make_layout(lengthened(made, left + STEP, words), options)


@pytest.mark.parametrize("name", FORMATS)
def test_a_longer_text_holds_as_if_it_were_measured_anew(name):
    made, options = read(shown_in(name))[0], Options(format=name)
    context, words, known = next(contexts_of(made, options)), own_words(made), {}
    least, held = LeastType(context.task(made=known)), set()
    for count in (0, 40, 120, 400, 1280):
        longer = lengthened(made, count, words).sections
        held.add(least.holds(context.task(longer, known)))
        assert least.holds(context.task(longer, known)) == in_least_type(context.task(longer))
    assert held == {True, False} or name == "large-print"  # which takes more pages


@pytest.mark.parametrize("name", FORMATS)
def test_the_layout_and_the_room_are_what_each_is_alone(name):
    made, options = read(shown_in(name))[0], Options(format=name)
    trial, layout = tried(made, options), make_layout(made, options)[0]
    assert (trial.facts, trial.problems) == (layout.facts, layout.problems)
    assert trial.pages in ((), layout.pages)
    assert trial.words_left == left_in(made, options)


def test_pages_are_placed_where_a_picture_is_looked_at():
    made = read(next(path for path in HANDOUTS if path.stem == "image"))[0]
    assert tried(made, Options()).pages == make_layout(made, Options())[0].pages != ()
    plain = read(SAMPLE)[0]
    assert tried(plain, Options()).pages == ()
    assert plain.clinic.logo.suffix == ".svg"


def test_each_section_is_measured_once_for_all_that_is_tried(monkeypatch):
    made, measured, real = read(SAMPLE)[0], [], flow._section
    monkeypatch.setattr(flow, "_section", lambda *given: measured.append(given[0]) or real(*given))
    tried(made, Options())
    own = {id(section) for section in made.sections}
    assert 0 < sum(id(each) in own for each in measured) <= len(own)


def test_no_code_is_made_where_no_page_is_placed(monkeypatch):
    asked = []
    monkeypatch.setattr(qr_code, "qr_path", lambda *given, **more: asked.append(given))
    assert tried(read(SAMPLE)[0], Options()).pages == ()
    assert not asked


def test_check_tells_it():
    facts = dict(check(SAMPLE).facts)
    assert facts["fit"].endswith(
        f"; room for about {left_in(read(SAMPLE)[0], Options())} more words"
    )
    too_long = next(path for path in HANDOUTS if path.stem == "too-long")
    assert "room" not in dict(check(too_long).facts)["fit"]


def test_room_in_words():
    assert room_words(0) == "no room for more words"
    assert room_words(40) == "room for about 40 more words"
    assert room_words(MOST) == "room for 1280 more words or more"


def test_where_texts_are_counted_in_characters_room_is_told_in_them():
    made = read(FILES["ja"])[0]
    words = own_words(made)
    longer = lengthened(made, 90, words)
    assert {len(word) for word in words} == {1}
    assert count_words(longer) == count_words(made) + 90
    assert " more characters" in dict(check(FILES["ja"]).facts)["fit"]


@pytest.mark.parametrize("near", [-30, 0, 200, 380, 390, 400, 410, 1000, 10**6])
def test_a_guess_changes_how_often_it_is_tried_and_never_what_is_found(near):
    made = handout(section(40))
    tried = []

    def fits(longer):
        tried.append(longer)
        return count_words(longer) <= 41 + 384

    assert words_left(made, fits, near) == 380
    assert len(tried) <= (2 if near == 400 else 14)
