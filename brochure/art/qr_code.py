"""A link as a QR code: one filled path, of the symbol with the mask that misleads least."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochure.art.qr_symbol import GAP, MOST_BYTES, Symbol, symbol, told
from brochure.model import Ink, Path2D
from brochure.remember import remember

KNOWN_CODES = 64
"""How many codes a process remembers."""

Run = tuple[int, int, int]
"""Dark modules side by side: the row from the top, the first column, the column after the last."""


def _runs(data: str) -> tuple[int, tuple[Run, ...]]:
    """Return how many modules a side has, and the runs of dark ones."""
    encoded = data.encode()
    if not 0 < len(encoded) <= MOST_BYTES:
        raise ValueError(
            f"a QR code holds 1 to {MOST_BYTES} characters and the link has {len(encoded)}"
            if encoded
            else "there is no link to put into the QR code"
        )
    made = symbol(encoded)
    masks = _masks(made.count)
    mask = _best_mask(made, masks)
    cells = made.cells ^ (masks[mask] & made.free) | told(made, mask)
    digits = f"{cells:0{made.count * made.down}b}"
    rows = [digits[at : at + made.down] for at in range(0, len(digits), made.down)]
    return made.count, tuple([run for row, line in enumerate(rows) for run in _row_runs(row, line)])


def _row_runs(row: int, line: str) -> Iterator[Run]:
    """Yield the runs of a row; a light module ends it."""
    start = line.find("1")
    while start >= 0:
        end = line.index("0", start)
        yield row, start, end
        start = line.find("1", end)


# ------------------------------------------------------------ the best mask

MASKS: tuple[tuple[int, int, Callable[[int, int], int]], ...] = (
    (2, 2, lambda row, column: (row + column) % 2),
    (2, 1, lambda row, column: row % 2),
    (1, 3, lambda row, column: column % 3),
    (3, 3, lambda row, column: (row + column) % 3),
    (4, 6, lambda row, column: (row // 2 + column // 3) % 2),
    (6, 6, lambda row, column: row * column % 6),  # its remainders by 2 and by 3 are both 0
    (6, 6, lambda row, column: (row * column % 2 + row * column % 3) % 2),
    (6, 6, lambda row, column: (row * column % 3 + (row + column) % 2) % 2),
)
"""After how many rows and columns a mask repeats; it changes the modules where its rule gives 0
(ISO/IEC 18004, table 10)."""


@remember(8)
def _masks(count: int) -> tuple[int, ...]:
    """Return the eight masks over a whole symbol of ``count`` modules a side."""
    packed = []
    for rows, columns, rule in MASKS:
        span = range(columns)
        tile = [
            "".join(["0" if rule(row, column) else "1" for column in span]) for row in range(rows)
        ]
        lines = [(line * count)[:count] + "0" * GAP for line in tile]
        packed.append(int("".join((lines * count)[:count]), 2))
    return tuple(packed)


def _best_mask(made: Symbol, masks: tuple[int, ...]) -> int:
    """Return the number of the mask that leaves the fewest patterns that mislead a scanner.

    What tells of version and mask is left out, as it is in ReportLab's encoder.
    """
    every = made.every
    faults = [_faults(made.cells ^ (mask & made.free), every, made.count) for mask in masks]
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
