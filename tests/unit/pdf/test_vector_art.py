from __future__ import annotations

from brochure.model import Layer, Path2D, Shading
from brochure.pdf.objects import Document
from brochure.pdf.vector_art import Resources, operators

OPS = (("m", 0.0, 0.0), ("l", 9.0, 0.0), ("l", 9.0, 9.0), ("h",))
PLAIN = Path2D(OPS, fill=(1.0, 0.0, 0.0))
RED, BLUE = (0.0, (1.0, 0.0, 0.0), 1.0), (1.0, (0.0, 0.0, 1.0), 1.0)
PLACE = (2.0, 0.0, 0.0, 2.0, 10.0, 20.0)


def drawn(*paths):
    resources = Resources(Document())
    return b" ".join(operators(paths, resources, PLACE)), resources


def test_equal_states_are_one():
    thin = Path2D(OPS, fill=(1.0, 0.0, 0.0), solid=(0.5, 1.0))
    code, resources = drawn(thin, thin, PLAIN)
    assert code.count(b"/E1 gs") == 2
    assert resources.dictionary() == b"/ExtGState << /E1 1 0 R >>"


def test_a_gradient_is_cut_out_by_its_path():
    code, resources = drawn(
        Path2D(OPS, fill=Shading((0, 0, 1, 0), (RED, BLUE), (9, 0, 0, 9, 0, 0)))
    )
    assert code == b"q q 0 0 m 9 0 l 9 9 l h W n 9 0 0 9 0 0 cm /S1 sh Q Q"
    assert b"/Shading << /S1 1 0 R >>" in resources.dictionary()


def test_a_line_in_a_gradient_is_painted_with_a_pattern_on_the_page():
    shading = Shading((0, 0, 0, 1, 0, 5), (RED, BLUE), (1, 0, 0, 1, 3, 4))
    code, resources = drawn(Path2D(OPS, stroke=shading, line_width=2))
    assert code.startswith(b"q /Pattern CS /P1 SCN 2 w 0 0 m")
    (body,) = resources._names["Pattern"]
    assert b"/Matrix [2 0 0 2 16 28]" in body
    assert b"/ShadingType 3" in body


def test_stops_that_meet_are_held_apart():
    stops = ((0.5, (0.0,), 1.0), (0.5, (1.0,), 1.0))
    _, resources = drawn(Path2D(OPS, fill=Shading((0, 0, 1, 0), stops, (1, 0, 0, 1, 0, 0))))
    (body,) = resources._names["Shading"]
    assert b"/Bounds [0.5 0.5001]" in body
    assert body.count(b"/FunctionType 2") == 3


def test_a_layer_is_a_clip_or_a_group():
    code, resources = drawn(Layer((PLAIN,), OPS, even_odd=True))
    assert code.startswith(b"q 0 0 m 9 0 l 9 9 l h W* n")
    assert resources.entries("XObject") == b""
    code, resources = drawn(Layer((PLAIN,), solid=0.5))
    assert code == b"q /E1 gs /X1 Do Q"
    assert resources.entries("XObject") == b"/X1 1 0 R"
