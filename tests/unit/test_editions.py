"""Options, the whole set and the files' names all come from the tables of formats."""

from __future__ import annotations

import inspect
from typing import get_args

import pytest

from brochure._startup.records import replace
from brochure.brand.palette import PALETTES
from brochure.brand.styles import STYLES
from brochure.cli import parser
from brochure.copyfit import formats
from brochure.copyfit.formats import (
    FORMATS,
    MODES,
    PAPERS,
    PUNCHES,
    SHEETS,
    TRIFOLD_PANELS,
    geometry,
)
from brochure.editions import PLAIN, TABLES, Options, editions, file_name
from brochure.model import choices
from tests.support.fakes import handout

WORDS = {
    "format": FORMATS,
    "paper": PAPERS,
    "mode": MODES,
    "punch": PUNCHES,
    "style": ("brand", *STYLES),
    "sheet": SHEETS,
    "sides": ("own", "twin"),
}


# ----------------------------------------------------------------- options


def test_a_word_may_be_typed_in_any_case():
    typed = Options.named(format="Large Print", paper="A4", mode="PRESS", punch=3)
    assert typed == Options("large-print", "a4", "press", "3")
    assert Options(format="large_print") == Options("large-print")


@pytest.mark.parametrize(
    ("option", "word", "said"),
    [
        ("paper", "A5", "paper is letter or a4, not 'A5'"),
        ("paper", "", "paper is letter or a4, not ''"),
        ("format", "poster", "format is handout, large-print, trifold or card, not 'poster'"),
        ("format", "all", "format is handout, large-print, trifold or card, not 'all'"),
        ("mode", None, "mode is colour, mono or press, not None"),
        ("punch", 4, "punch is none, 2 or 3, not 4"),
    ],
)
def test_an_unknown_word_is_refused_with_the_choices(option, word, said):
    with pytest.raises(ValueError, match="not") as refused:
        Options.named(**{option: word})
    assert str(refused.value) == said
    with pytest.raises(ValueError, match="not"):
        replace(PLAIN, **{option: word})


def test_help_shows_what_options_take():
    assert list(inspect.signature(Options).parameters) == list(WORDS)
    assert inspect.signature(Options).parameters["paper"].default == "letter"


def test_type_checkers_know_the_words_of_each_table():
    kinds = (choices.FormatName, choices.PaperName, choices.ModeName, choices.PunchName)
    kinds += (choices.StyleChoice, choices.SheetName, choices.SidesName)
    assert [get_args(kind) for kind in kinds] == [tuple(table) for table in WORDS.values()]
    assert get_args(choices.Arrangement) == tuple(formats.ARRANGEMENTS)
    assert get_args(choices.Shape) == tuple(formats.SHAPES)
    assert TABLES == WORDS


# --------------------------------------------------------------- the table


def test_every_row_bears_the_name_it_is_found_by():
    assert [row.name for row in (*FORMATS.values(), *MODES.values())] == [*FORMATS, *MODES]
    assert set(TRIFOLD_PANELS) == set(PAPERS)
    assert set(PALETTES) == set(MODES)


def leaflet(**more):
    return replace(
        FORMATS["handout"], name="leaflet", whole_set=("mono",), each_paper=False, **more
    )


@pytest.fixture
def one_more(monkeypatch):
    """A table with one more row: a leaflet with a sheet for each paper."""
    sheets = {"letter": (396.0, 612.0), "a4": (419.5, 595.3)}
    monkeypatch.setitem(FORMATS, "leaflet", leaflet(sheets=sheets))


def verbs() -> dict[str, set[str]]:
    top = parser()
    actions = next(action for action in top._actions if action.dest == "verb").choices
    return {
        name: set(action.choices)
        for name, verb in actions.items()
        for action in verb._actions
        if action.dest == "format" and "handout" in action.choices
    }


@pytest.mark.usefixtures("one_more")
def test_a_new_row_is_found_by_the_command_line_the_whole_set_and_the_names():
    offered = verbs()
    assert set(offered) == {"build", "watch", "preview", "email"}
    assert all("leaflet" in choices for choices in offered.values())
    assert Options("leaflet", "letter", "mono") in editions("all")
    with pytest.raises(ValueError, match="card or leaflet, not"):
        Options("cart")
    made = handout()
    assert file_name(made, Options("leaflet")).endswith("-leaflet.pdf")
    assert file_name(made, Options("leaflet", "a4")).endswith("-leaflet-a4.pdf")
    assert geometry(FORMATS["leaflet"], "letter").sheet.width == 396.0
    assert geometry(FORMATS["leaflet"], "a4").sheet.width == 419.5


def test_a_sheet_that_is_the_same_on_any_paper_is_not_named_for_the_paper(monkeypatch):
    monkeypatch.setitem(FORMATS, "leaflet", leaflet(sheets={"letter": (360.0, 360.0)}))
    names = {file_name(handout(), Options("leaflet", paper)) for paper in PAPERS}
    assert len(names) == 1
    assert geometry(FORMATS["leaflet"], "a4").sheet.width == 360.0


def test_a_new_paper_is_found_by_the_whole_set(monkeypatch):
    monkeypatch.setitem(PAPERS, "legal", (612.0, 1008.0))
    assert Options("handout", "legal") in editions("all")
    assert file_name(handout(), Options(paper="legal")).endswith("-legal.pdf")


# ------------------------------------------------------------ the whole set


def test_the_whole_set_is_on_the_paper_that_is_asked_for_and_the_plain_one_on_the_other():
    made = [(each.format, each.paper, each.mode, each.punch) for each in editions("all", "A4")]
    assert made == [
        ("handout", "a4", "colour", "none"),
        ("handout", "a4", "mono", "none"),
        ("handout", "a4", "press", "none"),
        ("large-print", "a4", "colour", "none"),
        ("trifold", "a4", "colour", "none"),
        ("trifold", "a4", "press", "none"),
        ("card", "a4", "colour", "none"),
        ("handout", "letter", "colour", "none"),
    ]


@pytest.mark.parametrize("punch", PUNCHES)
def test_the_whole_set_keeps_the_punch(punch):
    assert {each.punch for each in editions("all", punch=punch)} == {punch}


def test_one_format_is_one_edition():
    assert editions() == (PLAIN,)
    assert editions("trifold", "a4", "mono", "2") == (Options("trifold", "a4", "mono", "2"),)


@pytest.mark.parametrize("paper", PAPERS)
def test_the_plain_handout_is_made_on_each_paper(paper):
    made = editions("all", paper)
    others = [each for each in made if each.paper != paper]
    assert others == [Options(paper=other) for other in PAPERS if other != paper]
    assert len(set(made)) == len(made)


def test_a_sheet_of_two_is_for_cards_and_the_office_printer():
    assert Options.named(format="card", sheet="Two Up") == Options("card", sheet="two-up")
    for wrong, said in (
        ({"format": "trifold"}, "goes with format card, not trifold"),
        ({"format": "card", "mode": "press"}, "not for press"),
    ):
        with pytest.raises(ValueError, match=said):
            Options.named(**wrong, sheet="two-up")


def test_of_the_whole_set_the_cards_are_two_on_a_sheet():
    made = editions("all", "a4", sheet="two-up")
    assert [replace(each, sheet="one") for each in made] == list(editions("all", "a4"))
    assert {each.format for each in made if each.sheet == "two-up"} == {"card"}
    names = [file_name(handout(), each) for each in made]
    assert [name for name in names if "two-up" in name] == ["title-card-a4-two-up.pdf"]
    with pytest.raises(ValueError, match="sheet is one or two-up, not 'three-up'"):
        editions("all", sheet="three-up")


def test_no_two_editions_of_the_whole_set_share_a_name():
    names = [file_name(handout(), each) for each in editions("all", punch="2")]
    assert len(set(names)) == len(names)
