"""A picture beside the text: in the column of side headings, if the text is deep enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from brochure.copyfit.beside import TALL, WIDEST, beside
from brochure.copyfit.extents import natural_height
from brochure.copyfit.settings import Setting, metrics_for
from brochure.model import Image, Paragraph, Section
from tests.support.fakes import handout, make_rows, prose, task, text

PICTURE = Image(Path("a.png"), text("A spine"), prose(2), beside=True)
SIZE = 12.0


def measured(*body, arrangement: str = "side", pixels=(300, 300), emphasis: str = ""):
    """The flow's one section, its metrics, the picture beside it, and its rows."""
    fitting = task(handout(Section(text("Head"), emphasis, body)))
    metrics = metrics_for(fitting, Setting(SIZE, arrangement))
    assert metrics is not None
    sizes = {"a.png": pixels}
    section = fitting.flow.sections[0]
    rows = make_rows(fitting.flow, metrics, sizes)
    return (
        beside(section, metrics, sizes),
        rows,
        natural_height(fitting.flow, metrics, sizes, 15.0, 1.0),
    )


LONG = Paragraph(prose(150))


@pytest.mark.parametrize("body", [(PICTURE, LONG), (LONG, PICTURE), (LONG, PICTURE, LONG)])
def test_it_takes_no_height_from_a_long_text_wherever_it_is_typed(body):
    found, rows, high = measured(*body)
    _, plain, alone = measured(*[block for block in body if block is not PICTURE])
    assert found is not None
    assert found.width <= WIDEST
    assert found.lines == 1
    assert len(rows) == len(plain)
    assert high == pytest.approx(alone)
    assert rows.penalty[0] == 0.0


def test_a_shorter_text_is_as_deep_as_the_picture():
    for words in range(20, 150):
        found, _, high = measured(Paragraph(prose(words)), PICTURE)
        _, _, alone = measured(Paragraph(prose(words)))
        if found:
            assert high >= alone
            assert found.height < TALL * alone + 40
            return
    raise AssertionError("no text was deep enough")


@pytest.mark.parametrize(
    ("body", "more"),
    [
        ((Paragraph(prose(5)), PICTURE), {}),
        ((LONG, PICTURE), {"arrangement": "stacked"}),
        ((LONG, PICTURE), {"arrangement": "columns"}),
        ((LONG, PICTURE), {"pixels": (100, 900)}),
        ((LONG, PICTURE), {"emphasis": "key"}),
        ((LONG, Image(Path("a.png"), text("A spine"))), {}),
    ],
)
def test_elsewhere_it_stands_in_the_text(body, more):
    found, rows, _ = measured(*body, **more)
    assert found is None
    assert max(rows.fixed) > 100.0
