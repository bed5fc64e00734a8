from __future__ import annotations

import pytest

from brochure.art.svg_colours import NAMES, colour


@pytest.mark.parametrize(
    ("text", "ink", "solid"),
    [
        ("#1e90ff", (30, 144, 255), 1),
        ("#f80c", (255, 136, 0), 0.8),
        ("#ff880080", (255, 136, 0), 128 / 255),
        ("DodgerBlue", (30, 144, 255), 1),
        ("rgb(30 144 255)", (30, 144, 255), 1),
        ("rgb(30, 144, 255, 50%)", (30, 144, 255), 0.5),
        ("rgb(0% 50% 100% / .25)", (0, 127.5, 255), 0.25),
        ("rgba(30,144,255,0.1)", (30, 144, 255), 0.1),
        ("rgb(300,-5,0)", (255, 0, 0), 1),
        ("hsl(120, 100%, 25%)", (0, 127.5, 0), 1),
        ("hsl(-120deg 100% 50% / 50%)", (0, 0, 255), 0.5),
        ("hsla(0,0%,50%,1)", (127.5, 127.5, 127.5), 1),
        ("transparent", (0, 0, 0), 0),
        ("#cd853f icc-color(x, 0.1)", (205, 133, 63), 1),
    ],
)
def test_colours(text, ink, solid):
    found, how = colour(text)
    assert [255 * part for part in found] == pytest.approx(ink, abs=0.01)
    assert how == pytest.approx(solid)


def test_every_name_of_css_is_known():
    assert len(NAMES) == 148
    assert all(len(colour(name)[0]) == 3 for name in NAMES)


@pytest.mark.parametrize(
    "text", ["", "mauvish", "#12", "#12345g", "#ggg8", "rgb(1,2)", "var(--a)", "url(#a)"]
)
def test_others_are_refused(text):
    with pytest.raises(ValueError, match="colour"):
        colour(text)
