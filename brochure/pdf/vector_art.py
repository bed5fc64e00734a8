"""Gradients, see-through ink and clips of a drawing, as PDF has them (ISO 32000-1, 8.7, 11.6).

Plain paths never come here. Every object says what it is made of, so that equal ones are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from brochure._startup.records import replace
from brochure.model import Ink, Layer, Ops, Path2D, Paths, Shading
from brochure.pdf.objects import Document
from brochure.pdf.path_operators import exact, outline, path_operators

SPACES = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}
NO_TURN = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
CLOSEST = 1e-4
"""Between two stops; a function's bounds must rise."""


class Resources:
    """What the content streams of one page, or of one group, name."""

    KINDS = ("ExtGState", "Pattern", "Shading", "XObject")

    def __init__(self, document: Document) -> None:
        """Begin with nothing."""
        self.document = document
        self._names: dict[str, dict[bytes, tuple[str, int]]] = {kind: {} for kind in self.KINDS}

    def name(self, kind: str, body: bytes, number: int = 0) -> str:
        """Return the name of an object; it is added unless ``number`` is its number."""
        known = self._names[kind]
        if body not in known:
            known[body] = f"{kind[0]}{len(known) + 1}", number or self.document.add(body)
        return known[body][0]

    def entries(self, kind: str) -> bytes:
        """Return the names of a kind with their objects, as a dictionary holds them."""
        return b" ".join(
            [b"/%b %d 0 R" % (n.encode(), num) for n, num in self._names[kind].values()]
        )

    def dictionary(self) -> bytes:
        """Return all but the groups as the entries of a resource dictionary."""
        rows = ((kind, self.entries(kind)) for kind in self.KINDS[:-1] if self._names[kind])
        return b" ".join([b"/%b << %b >>" % (kind.encode(), row) for kind, row in rows])


def operators(paths: Paths, resources: Resources, place: tuple[float, ...]) -> Iterator[bytes]:
    """Yield the operators of a drawing; ``place`` leads from its units to the stream's own."""
    for path in paths:
        if isinstance(path, Path2D):
            yield from _path(path, resources, place)
        elif path.solid < 1.0:
            yield from _group(path, resources)
        else:
            yield b"q " + _clip(path.clip, path.even_odd)
            yield from operators(path.paths, resources, place)
            yield b"Q"


def _clip(ops: Ops, even_odd: bool) -> bytes:
    return f"{outline(ops)} {'W*' if even_odd else 'W'} n".encode() if ops else b""


def _group(layer: Layer, resources: Resources) -> Iterator[bytes]:
    """Yield the operators of paths that are seen through as one: a transparency group."""
    inner = Resources(resources.document)
    body = b"\n".join(
        [b"q " + _clip(layer.clip, layer.even_odd), *operators(layer.paths, inner, NO_TURN), b"Q"]
    )
    form = _form(body, inner, b"")
    state = _state(resources, layer.solid, layer.solid)
    yield f"q /{state} gs /{resources.name('XObject', body, form)} Do Q".encode()


BOX = b"/BBox [-1000000 -1000000 1000000 1000000]"


def _form(body: bytes, inner: Resources, space: bytes) -> int:
    """Add a transparency group and return its number."""
    group = b"/Group << /S /Transparency%b >>" % (b" /CS " + space if space else b"")
    resources = b"%b /XObject << %b >>" % (inner.dictionary(), inner.entries("XObject"))
    entries = b"/Type /XObject /Subtype /Form %b %b /Resources << %b >>" % (BOX, group, resources)
    return inner.document.add_stream(body, entries)


def _state(resources: Resources, fill: float, line: float) -> str:
    """Return the name of the state in which fills and lines are so solid."""
    return resources.name("ExtGState", b"<< /Type /ExtGState /ca %.4g /CA %.4g >>" % (fill, line))


def _path(path: Path2D, resources: Resources, place: tuple[float, ...]) -> Iterator[bytes]:
    yield b"q"
    if path.solid != (1.0, 1.0):
        yield f"/{_state(resources, *path.solid)} gs".encode()
    if isinstance(path.fill, Shading):
        yield from _shaded(path, path.fill, resources)
        path = replace(path, fill=None)
    if isinstance(path.stroke, Shading):
        turned = joined(place, path.stroke.matrix)
        body = b"<< /Type /Pattern /PatternType 2 /Shading %b /Matrix [%b] >>" % (
            _shading(path.stroke, path.stroke.stops),
            _numbers(turned),
        )
        yield f"/Pattern CS /{resources.name('Pattern', body)} SCN".encode()
        path = replace(path, stroke=())
    if path.fill is not None or path.stroke is not None:
        yield path_operators(path)
    yield b"Q"


def _shaded(path: Path2D, shading: Shading, resources: Resources) -> Iterator[bytes]:
    """Yield the operators that fill a path with a gradient: it is cut out of the gradient."""
    yield b"q"
    if any(solid < 1.0 for _, _, solid in shading.stops):
        yield f"/{_fading(shading, resources)} gs".encode()
    if path.matrix:
        yield _numbers(path.matrix) + b" cm"
    yield _clip(path.ops, path.even_odd)
    if path.matrix:
        yield _numbers(inverse(path.matrix)) + b" cm"
    yield _painted(shading, resources, shading.stops)
    yield b"Q"


def _painted(shading: Shading, resources: Resources, stops: Stops) -> bytes:
    name = resources.name("Shading", _shading(shading, stops))
    return _numbers(shading.matrix) + f" cm /{name} sh".encode()


def _fading(shading: Shading, resources: Resources) -> str:
    """Return the name of a state whose soft mask is as solid as the gradient's stops."""
    inner = Resources(resources.document)
    light = tuple((where, (solid,), 1.0) for where, _, solid in shading.stops)
    form = _form(_painted(shading, inner, light), inner, b"/DeviceGray")
    mask = b"<< /Type /Mask /S /Luminosity /G %d 0 R >>" % form
    return resources.name("ExtGState", b"<< /Type /ExtGState /SMask %b >>" % mask)


Stops = tuple[tuple[float, Ink, float], ...]


def _shading(shading: Shading, stops: Stops) -> bytes:
    """Return a shading dictionary, axial or radial (ISO 32000-1, 8.7.4.5)."""
    kind = 2 if len(shading.points) == 4 else 3
    return b"<< /ShadingType %d /ColorSpace %b /Coords [%b] /Extend [true true] /Function %b >>" % (
        kind,
        SPACES[len(stops[0][1])],
        _numbers(shading.points),
        _function(stops),
    )


def _function(stops: Stops) -> bytes:
    """Return the function from 0-1 to ink: a straight way from each stop to the next."""
    places = [stops[0][0]]
    for where, _, _ in stops[1:]:
        places.append(max(where, places[-1] + CLOSEST))
    known = [(0.0, stops[0][1])] if places[0] > 0 else []
    known += [(place, ink) for place, (_, ink, _) in zip(places, stops, strict=True)]
    known += [(max(1.0, known[-1][0] + CLOSEST), known[-1][1])] if known[-1][0] < 1 else []
    ways = [
        b"<< /FunctionType 2 /Domain [0 1] /C0 [%b] /C1 [%b] /N 1 >>" % (_numbers(a), _numbers(b))
        for (_, a), (_, b) in pairwise(known)
    ]
    bounds = _numbers(tuple(place for place, _ in known[1:-1]))
    return b"<< /FunctionType 3 /Domain [0 %.6g] /Functions [%b] /Bounds [%b] /Encode [%b] >>" % (
        max(1.0, known[-1][0]),
        b" ".join(ways),
        bounds,
        b" ".join([b"0 1"] * len(ways)),
    )


def joined(outer: tuple[float, ...], inner: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that applies ``inner`` first, then ``outer``."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        *(a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j),
        *(a * k + c * m + e, b * k + d * m + f),
    )


def inverse(matrix: tuple[float, ...]) -> tuple[float, ...]:
    """Return the matrix that undoes another, which is not flat."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return (
        *(d / size, -b / size, -c / size, a / size),
        *((c * f - d * e) / size, (b * e - a * f) / size),
    )


def _numbers(values: tuple[float, ...]) -> bytes:
    return exact(values).encode()
