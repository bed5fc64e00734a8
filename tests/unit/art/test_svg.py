from __future__ import annotations

from itertools import pairwise
from math import cos, hypot, pi, radians, sin
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.art.svg import read_svg
from brochure.model import Layer
from tests.conftest import ROOT

ASSETS = ROOT / "assets"
SPACE = 'xmlns="http://www.w3.org/2000/svg"'


def svg(inside: str, root: str = 'viewBox="0 0 100 100"') -> bytes:
    return f"<svg {SPACE} {root}>{inside}</svg>".encode()


def only(inside: str, root: str = 'viewBox="0 0 100 100"'):
    (path,) = read_svg(svg(inside, root)).paths
    if isinstance(path, Layer):
        (path,) = path.paths
    return path


def flat(ops):
    """Return an outline with its numbers rounded, y turned down again."""
    return [
        (op[0], *[round(100 - v if i % 2 else v, 3) for i, v in enumerate(op[1:])]) for op in ops
    ]


def outline(d: str):
    return flat(only(f'<path stroke="red" d="{d}"/>').ops)


def close(ops, wanted):
    assert [op[0] for op in ops] == [op[0] for op in wanted]
    for op, want in zip(ops, wanted, strict=True):
        assert op[1:] == pytest.approx(want[1:], abs=0.002)


def points(ops, steps=16):
    """Return points along an outline, curves included."""
    found, at = [], (0.0, 0.0)
    for name, *rest in ops:
        xy = list(zip(rest[::2], rest[1::2], strict=True))
        if name == "c":
            a, b, c = xy
            for t in (number / steps for number in range(1, steps + 1)):
                u = 1 - t
                weights = (u**3, 3 * u * u * t, 3 * u * t * t, t**3)
                four = (at, a, b, c)
                found.append(
                    tuple(sum(w * p[k] for w, p in zip(weights, four, strict=True)) for k in (0, 1))
                )
        elif xy:
            found.append(xy[0])
        at = xy[-1] if xy else at
    return found


# --------------------------------------------------------------- the frame


def test_the_bundled_mark_is_read():
    drawn = read_svg((ASSETS / "logo.svg").read_bytes())
    width, height, paths = drawn.width, drawn.height, drawn.paths
    assert (round(width), height, len(paths)) == (48, 64, 10)
    assert len({path.fill for path in paths}) == 2
    assert not any(path.stroke for path in paths)
    inked = [xy for path in paths for xy in points(path.ops)]
    ends = [min(x for x, _ in inked), min(y for _, y in inked)]
    ends += [width - max(x for x, _ in inked), height - max(y for _, y in inked)]
    assert ends == pytest.approx([0.0] * 4, abs=0.1)


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="-5,-5, 30 20" width="1000"', (30, 20)),
        ('width="30" height="20"', (30, 20)),
        ('width="30px" height="20px"', (30, 20)),
        ('width="30pt" height="15pt"', (40, 20)),
        ('width="25.4mm" height="1in"', (96, 96)),
    ],
)
def test_sizes(root, size):
    drawn = read_svg(svg('<rect width="1" height="1"/>', root))
    assert (drawn.width, drawn.height) == pytest.approx(size)


def test_the_origin_is_the_lower_left_corner():
    path = only('<rect x="-10" y="-20" width="5" height="5"/>', 'viewBox="-10 -20 100 50"')
    assert {op[1:] for op in path.ops if len(op) == 3} == {(0, 50), (5, 50), (5, 45), (0, 45)}


# ---------------------------------------------------------------- outlines

LINES = [("m", 10, 10), ("l", 30, 10), ("l", 30, 40), ("h",)]


@pytest.mark.parametrize(
    "d",
    [
        "M10 10 L30 10 L30 40 Z",
        "m10 10 l20 0 l0 30 z",
        "M10 10 30 10 30 40z",
        "m10,10 20,0,0,30z",
        "M10 10H30V40Z",
        "m10 10h20v30z",
        "M1e1 +10h+20v3e+1z",
        "  M 10 10\n\tH 30\r\nV 40 z ",
    ],
)
def test_lines(d):
    close(outline(d), LINES)


def test_numbers_may_touch():
    close(outline("M.5.5-.5-.5L1.5.25"), [("m", 0.5, 0.5), ("l", -0.5, -0.5), ("l", 1.5, 0.25)])


@pytest.mark.parametrize(
    ("d", "wanted"),
    [
        ("M0 0C1 2 3 4 5 6", [("m", 0, 0), ("c", 1, 2, 3, 4, 5, 6)]),
        ("M9 9c1 2 3 4 5 6", [("m", 9, 9), ("c", 10, 11, 12, 13, 14, 15)]),
        (
            "M0 0C1 2 3 4 5 6S9 9 8 8",
            [("m", 0, 0), ("c", 1, 2, 3, 4, 5, 6), ("c", 7, 8, 9, 9, 8, 8)],
        ),
        ("M2 3s1 1 4 4", [("m", 2, 3), ("c", 2, 3, 3, 4, 6, 7)]),
        ("M0 0Q3 3 6 0", [("m", 0, 0), ("c", 2, 2, 4, 2, 6, 0)]),
        ("M0 0q3 3 6 0t6 0", [("m", 0, 0), ("c", 2, 2, 4, 2, 6, 0), ("c", 8, -2, 10, -2, 12, 0)]),
        ("M0 0L5 5T8 8", [("m", 0, 0), ("l", 5, 5), ("c", 5, 5, 6, 6, 8, 8)]),
        ("M1 1h3z m4 4h2z", [("m", 1, 1), ("l", 4, 1), ("h",), ("m", 5, 5), ("l", 7, 5), ("h",)]),
        ("M1 1h3zv2", [("m", 1, 1), ("l", 4, 1), ("h",), ("m", 1, 1), ("l", 1, 3)]),
        ("M1 1M2 2h3", [("m", 2, 2), ("l", 5, 2)]),
    ],
)
def test_curves_and_parts(d, wanted):
    close(outline(d), wanted)


@pytest.mark.parametrize("flags", ["0 1", "01", "0,1"])
def test_arc_flags_may_touch(flags):
    close(outline(f"M10 50a20 20 0 {flags}40 0"), outline("M10 50A20,20 0 0,1 50,50"))


@pytest.mark.parametrize("large", [0, 1])
@pytest.mark.parametrize("sweep", [0, 1])
def test_an_arc_lies_on_its_circle(large, sweep):
    path = only(f'<path d="M40 50A20 20 0 {large} {sweep} 60 50"/>')
    up = 1 if large != sweep else -1
    middle = (50.0, 50.0 - up * 300**0.5)
    along = points(path.ops)
    assert along[-1] == pytest.approx((60, 50))
    assert all(hypot(x - middle[0], y - middle[1]) == pytest.approx(20, abs=0.01) for x, y in along)
    length = sum(hypot(c - a, d - b) for (a, b), (c, d) in pairwise(along))
    assert length == pytest.approx(20 * (5 * pi / 3 if large else pi / 3), rel=0.01)


def test_a_tilted_arc_lies_on_its_ellipse():
    rx, ry, tilt = 30.0, 10.0, radians(30)
    ends = [(50 + s * rx * cos(tilt), 50 + s * rx * sin(tilt)) for s in (-1, 1)]
    (x0, y0), (x1, y1) = ends
    path = only(f'<path d="M{x0} {y0}A{rx} {ry} 30 0 1 {x1} {y1}"/>')
    for x, y in points(path.ops):
        dx, dy = x - 50, 50 - y
        u, v = dx * cos(tilt) + dy * sin(tilt), dy * cos(tilt) - dx * sin(tilt)
        assert (u / rx) ** 2 + (v / ry) ** 2 == pytest.approx(1, abs=0.002)


def test_arcs_that_are_too_small_grow_and_flat_ones_are_lines():
    assert points(only('<path d="M10 50A1 1 0 0 1 50 50"/>').ops)[-1] == pytest.approx((50, 50))
    close(outline("M10 50A0 9 0 0 1 50 50"), [("m", 10, 50), ("l", 50, 50)])


# ------------------------------------------------------------------ shapes


@pytest.mark.parametrize(
    ("shape", "box"),
    [
        ('<rect x="10" y="20" width="30" height="40"/>', (10, 20, 40, 60)),
        ('<rect x="10" y="20" width="30" height="40" rx="5"/>', (10, 20, 40, 60)),
        ('<rect x="10%" y="20%" width="30%" height="40%" ry="500"/>', (10, 20, 40, 60)),
        ('<circle cx="30" cy="40" r="20"/>', (10, 20, 50, 60)),
        ('<ellipse cx="30" cy="40" rx="20" ry="10"/>', (10, 30, 50, 50)),
        ('<polygon points="10,20 30,20 30,60"/>', (10, 20, 30, 60)),
        ('<polyline points="10 20 30 20 30 60"/>', (10, 20, 30, 60)),
        ('<line x1="10" y1="20" x2="30" y2="60" stroke="red"/>', (10, 20, 30, 60)),
    ],
)
def test_shapes_fill_their_box(shape, box):
    along = [(x, 100 - y) for x, y in points(only(shape).ops, 64)]
    xs, ys = [x for x, _ in along], [y for _, y in along]
    assert (min(xs), min(ys), max(xs), max(ys)) == pytest.approx(box, abs=0.01)


def test_a_circle_is_round():
    for x, y in points(only('<circle cx="50" cy="50" r="40"/>').ops):
        assert hypot(x - 50, y - 50) == pytest.approx(40, rel=0.0005)


def test_only_closed_shapes_close():
    shapes = '<polyline points="1 1 2 2 3 1"/>', '<polygon points="1 1 2 2 3 1"/>'
    assert [only(shape).ops[-1][0] for shape in shapes] == ["l", "h"]


@pytest.mark.parametrize(
    "shape",
    [
        '<rect width="0" height="5"/>',
        '<circle r="0"/>',
        '<path d=""/>',
        '<rect width="5" height="5" fill="none"/>',
        '<rect width="5" height="5" display="none"/>',
        '<rect width="5" height="5" visibility="hidden"/>',
        '<g style="display:none"><text>no</text><rect width="5" height="5"/></g>',
        '<defs><linearGradient id="a"/></defs>',
        "<text> </text><flowRoot><flowRegion><rect/></flowRegion><flowPara> </flowPara></flowRoot>",
        "<title>words</title><desc>more</desc><metadata><x/></metadata>",
        '<rect xmlns="http://example.org" width="5" height="5"/>',
    ],
)
def test_what_is_not_seen_is_left_out(shape):
    paths = read_svg(svg(shape + '<rect width="1" height="1"/>')).paths
    assert len(paths) == 1


@pytest.mark.parametrize(
    ("transform", "corner"),
    [
        ("translate(10 20)", (11, 22)),
        ("translate(10)", (11, 2)),
        ("scale(2)", (2, 4)),
        ("scale(2,3)", (2, 6)),
        ("rotate(90 10 10)", (18, 1)),
        ("translate(50 50) rotate(90)", (48, 51)),
        ("rotate(90) translate(50,-50)", (48, 51)),
        ("skewX(45)", (3, 2)),
        ("skewY(45)", (1, 3)),
        ("matrix(1 0 0 1 5 6)", (6, 8)),
        ("matrix(2,0,0,2,0,0),translate(1 1)", (4, 6)),
    ],
)
def test_transforms(transform, corner):
    direct = only(f'<path transform="{transform}" d="M1 2h.5v.5z"/>')
    grouped = only(f'<g transform="{transform}"><path d="M1 2h.5v.5z"/></g>')
    assert direct.ops == grouped.ops
    assert flat(direct.ops)[0][1:] == pytest.approx(corner, abs=0.001)


def test_groups_multiply():
    path = only(
        '<g transform="scale(2)"><g transform="translate(5 5)"><path d="M1 1h1v1"/></g></g>'
    )
    assert flat(path.ops)[0][1:] == (12, 12)


# ------------------------------------------------------------------- style


@pytest.mark.parametrize(
    ("colour", "ink"),
    [
        ("#0b5d6b", (11, 93, 107)),
        ("#F80", (255, 136, 0)),
        ("red", (255, 0, 0)),
        ("Teal", (0, 128, 128)),
        ("rgb(1,2,3)", (1, 2, 3)),
        ("rgb( 10% , 20% , 100% )", (25.5, 51, 255)),
        ("rgb(300, 0, 0)", (255, 0, 0)),
        ("currentColor", (0, 0, 0)),
    ],
)
def test_colours(colour, ink):
    for style in (f'fill="{colour}"', f'style="fill: {colour};"'):
        path = only(f'<rect width="5" height="5" {style}/>')
        assert path.fill == pytest.approx([value / 255 for value in ink])


def test_black_is_the_default_and_groups_hand_down_their_colour():
    assert only('<rect width="5" height="5"/>').fill == (0, 0, 0)
    assert only('<g fill="red"><rect width="5" height="5"/></g>').fill == (1, 0, 0)
    assert only('<g fill="red"><g fill="lime"><circle r="5"/></g></g>').fill == (0, 1, 0)
    assert only('<g color="blue"><circle r="5" fill="currentColor"/></g>').fill == (0, 0, 1)
    assert only(RECT, 'viewBox="0 0 9 9" fill="red"').fill == (1, 0, 0)


def test_style_wins_over_attributes():
    path = only('<circle r="5" fill="red" style="/* no: 1 */ fill:lime; x:y"/>')
    assert path.fill == (0, 1, 0)


def test_lines_have_ink_and_width():
    path = only('<path d="M10 10h9v9z" fill="none" stroke="red" stroke-width="2"/>')
    assert (path.fill, path.stroke, path.line_width) == (None, (1, 0, 0), 2)
    path = only('<g transform="scale(3)"><path d="M5 5h9v9z" stroke="red" stroke-width="2"/></g>')
    assert path.line_width == pytest.approx(6)


@pytest.mark.parametrize(("rule", "even_odd"), [("evenodd", True), ("nonzero", False)])
def test_fill_rule(rule, even_odd):
    assert only(f'<path d="M10 10h9v9z" fill-rule="{rule}"/>').even_odd is even_odd
    assert only(f'<path d="M10 10h9v9z" style="fill-rule:{rule}"/>').even_odd is even_odd


# ---------------------------------------------------------- what is refused

RECT = '<rect width="5" height="5"/>'


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("<text>Spine</text>", "outlines"),
        ("<g><text>Spine</text></g>", "outlines"),
        ('<image href="a.png"/>', "photo"),
        ("<script>alert(1)</script>", "script"),
        ("<defs><script>alert(1)</script></defs>", "script"),
        ('<use href="other.svg#a"/>', "another file"),
        ('<use id="a" href="#a"/>', "too often"),
        ('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>', "too often"),
        ("<style>@import url(x.css);</style>", "another file"),
        ("<style>rect:nth-child(2){fill:red}</style>", "rule that is not known"),
        ("<style>@media (width > 9px){rect{fill:red}}</style>", "rule that is not known"),
        ('<rect width="5" height="5" style="mix-blend-mode:multiply"/>', "mix-blend-mode"),
        ('<pattern id="a"/><rect width="5" height="5" fill="url(#a)"/>', "pattern"),
        ('<path d="M1 1h9" stroke="red" marker-end="url(#a)"/>', "marker"),
        (
            '<mask id="a"><rect width="9" height="9" fill="gray"/></mask><g mask="url(#a)">'
            '<rect width="5" height="5"/></g>',
            "mask",
        ),
        (
            '<clipPath id="a"><text>A</text></clipPath><rect width="5" height="5"'
            ' clip-path="url(#a)"/>',
            "cut by a `text`",
        ),
        (
            '<clipPath id="a" clip-path="url(#a)"><circle r="3"/></clipPath><rect width="5"'
            ' height="5" clip-path="url(#a)"/>',
            "ring",
        ),
        (
            '<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>'
            '<rect width="5" height="5" fill="url(#a)"/>',
            "ring",
        ),
        ('<rect width="5" height="5" fill="var(--c)"/>', "colour"),
        (
            '<rect width="5" height="5" style="transform-origin:3px 3px;transform:scale(2)"/>',
            "transform-origin",
        ),
        ("<foreignObject/>", "foreignObject"),
        ("<animate/>", "animate"),
        ('<rect width="5" height="5" style="fill:url(http://example.org/a)"/>', "another file"),
        ('<g style="filter:blur(1px)"/>', "filter"),
        ('<rect width="5" height="5" fill="mauvish"/>', "colour"),
        ('<rect width="5" height="5" fill="#12"/>', "colour"),
        ('<rect width="5" height="5" onclick="x()"/>', "script"),
        ('<rect width="5em" height="5"/>', "length"),
        ('<rect width="-5" height="5"/>', "below zero"),
        ('<rect width="5" height="5" transform="spin(3)"/>', "transform"),
        ('<rect width="5" height="5" transform="rotate(1 2)"/>', "transform"),
        ('<path d="L1 1"/>', "command"),
        ('<path d="M1 1X2 2"/>', "number|command"),
        ('<path d="M1 1L2"/>', "number"),
        ('<path d="M1 1A1 1 0 2 0 3 3"/>', "number"),
        ('<path d="M1 1L2 2 NaN 3"/>', "number|command"),
        ('<path d="M1 1L1e999 2"/>', "too large"),
        ('<g transform="scale(1e8)"><path d="M1e8 1h1v1z"/></g>', "far outside|too large|edge"),
        ('<polygon points="1 2 3"/>', "second number"),
    ],
)
def test_what_would_look_otherwise_is_refused(inside, words):
    with pytest.raises(ValueError, match=words) as caught:
        read_svg(svg(inside + RECT))
    assert "line 1" in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "whole|empty"),
        (b"hello", "whole"),
        (b"<svg", "whole"),
        (svg(RECT)[:-3], "whole"),
        (svg(RECT) + b"<x/>", "whole"),
        (svg(""), "empty"),
        (svg(RECT, ""), "how large"),
        (svg(RECT, 'viewBox="0 0 0 9"'), "how large"),
        (svg(RECT, 'viewBox="0 0 9"'), "how large"),
        (svg(RECT, 'viewBox="a b c d"'), "number"),
        (b"<html><body/></html>", "not the beginning"),
        (b"\x1f\x8b\x08\0", "SVGZ"),
        (svg(" " * 1_000_001), "1 MB"),
        (b"<?xml-stylesheet href='a.css'?>" + svg(RECT), "style sheet"),
        (svg("<g>" * 60 + "</g>" * 60), "groups deep"),
    ],
)
def test_files_that_are_no_drawing_are_refused(data, words):
    with pytest.raises(ValueError, match=words):
        read_svg(data)


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "ha">' for n in range(9)
)


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE svg>",
        '<!DOCTYPE svg SYSTEM "http://example.org/a.dtd">',
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"'
        ' "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    ],
)
def test_a_doctype_that_only_names_one_is_skipped(doctype):
    start = f'<?xml version="1.0"?>{doctype}'.encode()
    assert len(read_svg(start + svg(RECT)).paths) == 1
    with pytest.raises(ValueError, match=r"DOCTYPE|entity"):
        read_svg(start + svg(f"<g>&other;{RECT}</g>"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE svg []>",
        f"<!DOCTYPE svg [{LAUGHS}]>",
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://example.org/a.dtd">%a;]>',
    ],
)
def test_a_doctype_that_declares_anything_is_refused(doctype, encoding):
    data = doctype + f"<svg {SPACE} viewBox='0 0 9 9'>{RECT}</svg>"
    with pytest.raises(ValueError, match=r"<!DOCTYPE"):
        read_svg(data.encode(encoding))


@pytest.mark.slow
@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0' + "L1 1" * 200_000 + '"/>',
        '<path d="M0 0' + "a1 1 0 1 1 1 1" * 60_000 + '"/>',
        '<path d="M0 0' + "z" * 900_000 + '"/>',
        '<path d="' + "M0 0" * 200_000 + '"/>',
        '<path d="M' + "1" * 900_000 + ' 1z"/>',
        '<path d="' + " " * 900_000 + 'x"/>',
        '<polygon points="' + "1 " * 400_000 + '"/>',
        '<rect width="5" height="5"/>' * 30_000,
        '<rect width="1" height="1" transform="' + "scale(1) " * 100_000 + '"/>',
        '<rect width="1" height="1" transform="' + "translate(" * 90_000 + '"/>',
        '<rect width="1" height="1" fill="rgb(' + "1" * 900_000 + '"/>',
        '<rect width="1" height="1" style="' + "/*" * 400_000 + '"/>',
        '<rect width="1" height="1" style="' + "a:b;" * 200_000 + '"/>',
        "<g>" * 300_000,
        "<g/>" * 240_000,
        "<defs>" + "<x>" * 300_000,
        "<g " + " ".join(f'a{n}=""' for n in range(90_000)) + "/>",
    ],
    ids=lambda inside: inside[:24],
)
def test_no_file_takes_long(inside):
    start = process_time()
    try:
        assert sum(len(path.ops) for path in read_svg(svg(inside)).paths) <= 20_000
    except ValueError as error:
        assert len(str(error)) < 300
    assert process_time() - start < 3


@given(st.data())
def test_damage_never_raises_anything_else(data):
    seed = bytearray(
        svg('<g style="fill:red" transform="rotate(4 1 2)"><path d="M1 1a2 3 4 0 1 2 2z"/></g>')
    )
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(seed) - 1))
        seed[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=4))
    try:
        assert read_svg(bytes(seed)).paths
    except ValueError as error:
        assert str(error)


@given(st.text("MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n", max_size=60))
def test_any_path_is_read_or_refused(d):
    try:
        ops = only(f'<path d="M5 5{d}"/>', 'viewBox="-9999 -9999 19999 19999"').ops
    except ValueError as error:
        assert str(error)
    else:
        assert ops[0][0] == "m"
        assert all(b[0] == "m" for a, b in pairwise(ops) if a[0] == "h")


@pytest.mark.parametrize("d", ["M1 1H9", "M1 1L3 2L9 5", "M5 5C6 6 7 7 9 9Z", "M1 1L9 9L1 1"])
def test_an_outline_without_an_area_is_not_filled(d):
    assert only(f'<path d="{d}"/><path d="M0 0h9v9z"/>').ops[1] == ("l", 9, 100)
    assert only(f'<path d="{d}" stroke="red"/>').fill is None


INNER = '<path d="M0 0H10V4Z"/>'


@pytest.mark.parametrize(
    "inside",
    [
        f'<svg x="20" y="30" width="50" height="50">{INNER}</svg>',
        f'<defs><g id="a">{INNER}</g></defs><use href="#a" x="20" y="30"/>',
        f'<g transform="translate(20 30)">{INNER}</g>',
        f'<symbol id="a">{INNER}</symbol><use href="#a" x="20" y="30" width="50" height="50"/>',
    ],
    ids=["svg", "use", "g", "symbol"],
)
def test_a_drawing_that_is_moved_keeps_its_size(inside):
    placed = [op[-2:] for op in only(inside).ops if op[1:]]
    xs, ys = [x for x, _ in placed], [y for _, y in placed]
    assert (min(xs), max(xs)) == pytest.approx((20.0, 30.0))
    assert (min(ys), max(ys)) == pytest.approx((66.0, 70.0))
