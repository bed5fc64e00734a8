"""Pictures give way to type on a card, and take what a short text leaves; no section pays."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.copyfit.fit import Fitted, _choose, _Sizes, fit
from brochure.copyfit.picture_sizes import LARGE, PAYS, SMALL, _parted
from brochure.copyfit.settings import Setting, Task, sizes_of
from brochure.editions import Options
from brochure.recipe import contexts_of
from brochure.sources import read
from tests.conftest import HERE
from tests.prices.rows import PICTURE
from tests.support.fakes import handout, section, task


def pictured(*counts: int, name: str = "card") -> Task:
    """A text with a square picture after its first section."""
    first, *others = counts
    sections = (section(first, image=PICTURE), *(section(count) for count in others))
    return replace(task(handout(*sections), name), pixels={str(PICTURE.path): (90, 90)})


def usual(made: Task) -> Fitted:
    found = _choose(made)
    assert found
    return found


@pytest.mark.parametrize("words", [310, 320, 330])
def test_a_picture_on_a_card_gives_way_to_larger_type(words):
    made = pictured(words // 2, words // 2)
    found, before = fit(made), usual(made)
    assert found.metrics.format.picture == SMALL
    assert found.setting.size >= before.setting.size + PAYS - 1e-6


@pytest.mark.parametrize("words", [60, 160, 290])
def test_it_keeps_its_size_where_type_gains_little(words):
    made = pictured(words // 2, words // 2)
    found = fit(made)
    assert found.metrics.format.picture == 0.0
    assert found.setting.size == usual(made).setting.size


@pytest.mark.parametrize("style", ["plain", "band", "photo"])
def test_a_size_is_found_whose_pictures_have_room_though_those_of_smaller_type_have_none(style):
    """Beside smaller type the column of text, and so a picture in it, is wider."""
    read_, _ = read(HERE / "handouts/back-exercises.yaml")
    made = next(contexts_of(read_, Options(style=style))).task()
    found = fit(made)
    sizes = sizes_of(made.format, "side", made.floor, made.flow.words)
    settable = [size for size in sizes if _Sizes(made, "side", (size,)).fitted(0)]
    assert settable
    assert max(settable) > min(sizes)
    assert found.setting == Setting(max(settable), "side")


@pytest.mark.parametrize("counts", [(30, 40), (60, 60), (40, 60, 60), (20, 90, 90)])
def test_a_larger_picture_parts_no_section_and_empties_no_frame(counts):
    made = pictured(*counts, name="handout")
    found, before = fit(made), usual(made)
    assert found.metrics.format.picture in (0.0, SMALL, *LARGE)
    assert _parted(found) <= _parted(before)
    assert found.setting.size >= before.setting.size
    if found.metrics.format.picture in LARGE:
        assert found.emptiest >= before.emptiest
