from __future__ import annotations

import pytest

from brochure.art.svg import read_svg
from brochure.art.svg_bounds import Mark
from brochure.art.svg_clips import Piece, cut
from brochure.art.svg_paths import path
from brochure.model import Layer, Path2D

SQUARE = Path2D(tuple(path("M10 10H30V30H10Z")), fill=(0.0,))
MARK = Mark(SQUARE, (10, 10, 30, 30))


def piece(d: str, even_odd: bool = False) -> Piece:
    return Piece(tuple(path(d)), even_odd)


def test_a_clip_that_cuts_nothing_is_none():
    assert cut([MARK], [piece("M0 0H100V100H0Z")], 100) == [MARK]
    assert cut([MARK], [piece("M10.05 10H30V30H10.05Z")], 100) == [MARK]


def test_a_clip_beside_the_ink_leaves_nothing():
    assert cut([MARK], [piece("M50 50H60V60Z")], 100) == []
    assert cut([MARK], [], 100) == []


def test_a_clip_cuts():
    (left,) = cut([MARK], [piece("M0 0H20V20H0Z", even_odd=True)], 100)
    assert left.box == (10, 10, 20, 20)
    assert isinstance(left.path, Layer)
    assert left.path.even_odd
    assert left.path.paths == (SQUARE,)


def test_shapes_that_overlap_are_turned_one_way():
    (left,) = cut([MARK], [piece("M0 0H20V20H0Z"), piece("M15 15V40H40V15Z")], 100)
    ops = left.path.clip
    assert ops[:4] == SQUARE.ops[:0] + tuple(path("M0 0H20V20H0Z"))[:4]
    assert [op[-2:] for op in ops[5:9]] == [(40, 15), (40, 40), (15, 40), (15, 15)]
    with pytest.raises(ValueError, match="over one another"):
        cut([MARK], [piece("M0 0H20V20H0Z"), piece("M15 15V40H40V15ZM20 20H30V30Z")], 100)


def drawn(inside: str):
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
    return read_svg(f"{head}{inside}</svg>".encode()).paths


def test_a_clip_in_parts_of_what_it_cuts():
    units = 'clipPathUnits="objectBoundingBox"'
    clip = f'<clipPath id="c" {units}><rect width=".5" height="1"/></clipPath>'
    rect = '<rect x="20" y="20" width="40" height="40" clip-path="url(#c)"/>'
    (layer,) = drawn(clip + rect)
    assert {op[1:] for op in layer.clip if len(op) == 3} == {(20, 80), (40, 80), (40, 40), (20, 40)}


def test_clips_within_clips_and_rings():
    clips = (
        '<clipPath id="c" clip-path="url(#d)"><circle cx="40" cy="40" r="20"/></clipPath>'
        '<clipPath id="d"><rect width="40" height="100"/></clipPath>'
    )
    (layer,) = drawn(clips + '<rect width="90" height="90" clip-path="url(#c)"/>')
    assert isinstance(layer.paths[0], Layer)
    ring = '<clipPath id="c" clip-path="url(#c)"><circle cx="40" cy="40" r="20"/></clipPath>'
    with pytest.raises(ValueError, match="ring"):
        drawn(ring + '<rect width="90" height="90" clip-path="url(#c)"/>')


@pytest.mark.parametrize(
    ("mask", "works"),
    [
        ('<rect width="30" height="30" fill="white"/>', True),
        ('<rect width="30" height="30" fill="#fff" stroke="red"/>', False),
        ('<rect width="30" height="30" fill="black"/>', False),
        ('<rect width="30" height="30" fill="white" opacity=".5"/>', False),
        ('<image href="a.png"/>', False),
    ],
)
def test_a_mask_is_a_clip_or_refused(mask, works):
    inside = f'<mask id="m">{mask}</mask><rect width="60" height="60" mask="url(#m)"/>'
    if works:
        assert isinstance(drawn(inside)[0], Layer)
    else:
        with pytest.raises(ValueError, match=r"mask|cut by"):
            drawn(inside)
