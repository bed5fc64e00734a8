"""A link as a QR code: one filled path, encoded by ReportLab's own encoder."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType

from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import deferring
from brochure._startup.records import dataclass
from brochure.model import Ink, Path2D
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ENCODER = "reportlab.graphics.barcode.qrencoder"
LEVEL_M = 0
"""The encoder's word for level M: 15 % of the code may be lost to folds and stains."""
KNOWN_CODES = 64
"""How many codes a process remembers."""
LEAST_WITH_VERSION = 7
"""The first version that a code tells of itself."""
HOLDS = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331)
"""The bytes that versions 1 to 13 hold at level M (ISO/IEC 18004, table 7)."""
MOST_BYTES = HOLDS[-1]
"""A denser code at one inch is hard to scan."""

Run = tuple[int, int, int]
"""Dark modules side by side: the row from the top, the first column, the column after the last."""


@remember(1)
def _encoder() -> ModuleType:
    """Return the encoder's module, loaded by itself.

    Its package imports every bar code, the charts and platypus: 250 ms for what takes 3.
    """
    if ENCODER in sys.modules:
        return sys.modules[ENCODER]
    import reportlab

    spec = PathFinder.find_spec(
        "qrencoder", [f"{folder}/graphics/barcode" for folder in reportlab.__path__]
    )
    if spec is None or spec.loader is None:
        return import_module(ENCODER)
    module = ModuleType(spec.name)
    module.__spec__ = spec
    with deferring({}, patterns=Pattern):
        spec.loader.exec_module(module)
    return module


def _row_runs(row: int, line: str) -> Iterator[Run]:
    """Yield the runs of a row's digits; a light module ends each."""
    start = line.find("1")
    while start >= 0:
        end = line.index("0", start)
        yield row, start, end
        start = line.find("1", end)


@dataclass(frozen=True, slots=True)
class Code:
    """A link to be drawn as a code of so many modules a side."""

    link: str
    ink: Ink
    modules: int

    @property
    def path(self) -> Path2D:
        """The code in a square of one point; who only asks how dense it is makes none."""
        return qr_path(self.link, 1.0, ink=self.ink)


def code_of(link: str, ink: Ink) -> Code:
    """Return the code of a link; raise ValueError if it is empty or too long to scan."""
    return Code(link, ink, 17 + 4 * _version(link))


def _version(data: str) -> int:
    """Return the least version that holds a text as bytes."""
    length = len(data.encode())
    if not 0 < length <= MOST_BYTES:
        raise ValueError(
            f"a QR code holds 1 to {MOST_BYTES} characters and the link has {length}"
            if length
            else "there is no link to put into the QR code"
        )
    return bisect_left(HOLDS, length) + 1


def _runs(data: str) -> tuple[int, tuple[Run, ...]]:
    """Return how many modules a side has, and the runs of dark ones."""
    version, encoder = _version(data), _encoder()
    code = encoder.QRCode(version, LEVEL_M)
    code.addData(encoder.QR8bitByte(data))  # given text, it would try Kanji and load its tables
    count, cells = _masked(code)
    down = count + GAP
    digits = f"{cells:0{count * down}b}"
    rows = [digits[at : at + down] for at in range(0, len(digits), down)]
    return count, tuple([run for row, line in enumerate(rows) for run in _row_runs(row, line)])


# ------------------------------------------------------------ the best mask
# A whole code is one number here, a bit for a module: a tenth of the encoder's time.

GAP = 4
"""Light modules after each row, so that no pattern runs over its end."""
PERIODS = ((2, 2), (2, 1), (1, 3), (3, 3), (4, 6), (6, 6), (6, 6), (6, 6))
"""After how many rows and columns each mask repeats (ISO/IEC 18004, table 10)."""
DIGITS = bytes.maketrans(b"\0\1", b"01")


def _packed(rows: Iterable[Sequence[bool]]) -> int:
    return int(b"".join([bytes(row) + bytes(GAP) for row in rows]).translate(DIGITS), 2)


@remember(8)
def _masks(count: int) -> tuple[int, ...]:
    """Return the eight masks over a whole code of ``count`` modules a side."""
    util = _encoder().QRUtil
    packed = []
    for number, (rows, columns) in enumerate(PERIODS):
        mask, span = util.getMask(number), range(columns)
        tile = [([mask(row, column) for column in span] * count)[:count] for row in range(rows)]
        packed.append(_packed((tile * count)[:count]))
    return tuple(packed)


def _masked(code: Any) -> tuple[int, int]:
    """Return the modules a side, and all of them with the mask that misleads a scanner least."""
    code.makeImpl(True, 0)
    count: int = code.moduleCount
    free = [[False] * count for _ in range(count)]
    for column, row in code.dataPosIterator():
        free[row][column] = True
    masks, where = _masks(count), _packed(free)
    best = _best_mask(_packed(code.modules) ^ (masks[0] & where), where, count)
    code.setupTypeInfo(False, best)
    if code.version >= LEAST_WITH_VERSION:
        code.setupTypeNumber(False)
    return count, _packed(code.modules) ^ ((masks[0] ^ masks[best]) & where)


def _best_mask(bare: int, where: int, count: int) -> int:
    """Return the number of the mask that leaves the fewest patterns that mislead a scanner.

    ``bare`` is the code without a mask or what tells of it, ``where`` what a mask may change.
    """
    every = _packed([[True] * count] * count)
    faults = [_faults(bare ^ (mask & where), every, count) for mask in _masks(count)]
    return faults.index(min(faults))


def _faults(cells: int, every: int, count: int) -> int:
    """Return the penalty of a masked code (ISO/IEC 18004, 7.8.3)."""
    down = count + GAP
    beside, below = (~(cells ^ cells >> step) & every & every >> step for step in (1, down))
    blocks = (beside & beside >> down & below).bit_count()
    uneven = abs(cells.bit_count() * 100 // count**2 - 50) // 5
    lines = _run_faults(beside, 1) + _run_faults(below, down)
    finders = _false_finders(cells, 1) + _false_finders(cells, down)
    return lines + 3 * blocks + 40 * finders + 10 * uneven


def _run_faults(same: int, step: int) -> int:
    """Return the penalty of runs of five modules or more; ``same`` marks equal neighbours."""
    fives = same & same >> step & same >> 2 * step & same >> 3 * step
    return fives.bit_count() + 2 * (fives & ~(fives << step)).bit_count()


def _false_finders(cells: int, step: int) -> int:
    """Return how many rows of modules look like a finder: 1:1:3:1:1 with four light beside it."""
    dark = cells & cells >> 2 * step & cells >> 3 * step & cells >> 4 * step & cells >> 6 * step
    found = dark & ~(cells >> step) & ~(cells >> 5 * step)
    after = cells >> 7 * step | cells >> 8 * step | cells >> 9 * step | cells >> 10 * step
    before = cells << step | cells << 2 * step | cells << 3 * step | cells << 4 * step
    return (found & ~(after & before)).bit_count()


@remember(KNOWN_CODES)
def qr_path(data: str, side: float, quiet: int = 4, ink: Ink = (0.0,)) -> Path2D:
    """Return the QR code of ``data`` as one path in a square of ``side`` points.

    The origin is the lower left corner; ``quiet`` light modules on every side are part of the
    square. Raises ValueError if ``data`` is empty or too long to scan.
    """
    count, runs = _runs(data)
    unit = side / (count + 2 * quiet)
    stops = [unit * number for number in range(count + 2 * quiet + 1)]
    ops = [
        ("re", stops[quiet + start], stops[quiet + count - row - 1], stops[end - start], unit)
        for row, start, end in runs
    ]
    return Path2D(tuple(ops), fill=ink)
