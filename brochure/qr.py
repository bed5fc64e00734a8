"""A link as a QR code: one filled path, encoded by ReportLab's own encoder."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from itertools import groupby
from types import ModuleType

from brochure.model import Path2D

ENCODER = "reportlab.graphics.barcode.qrencoder"
LEVEL_M = 0
"""The encoder's word for level M: 15 % of the code may be lost to folds and stains."""
MOST_BYTES = 331
"""What version 14 holds at level M: a denser code at one inch is hard to scan."""

Run = tuple[int, int, int]
"""Dark modules side by side: the row from the top, the first column, the column after the last."""


@lru_cache(maxsize=1)
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
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _row_runs(row: int, cells: Sequence[bool]) -> Iterator[Run]:
    column = 0
    for dark, group in groupby(cells):
        start, column = column, column + len(list(group))
        if dark:
            yield row, start, column


@lru_cache(maxsize=64)
def _runs(data: str) -> tuple[int, tuple[Run, ...]]:
    """Return how many modules a side has, and the runs of dark ones."""
    length = len(data.encode())
    if not 0 < length <= MOST_BYTES:
        raise ValueError(
            f"a QR code holds 1 to {MOST_BYTES} characters and the link has {length}"
            if length
            else "there is no link to put into the QR code"
        )
    code = _encoder().QRCode(None, LEVEL_M)
    code.addData(data)
    code.make()
    modules: list[list[bool]] = code.modules
    runs = [run for row, cells in enumerate(modules) for run in _row_runs(row, cells)]
    return len(modules), tuple(runs)


def qr_path(data: str, side: float, quiet: int = 4) -> Path2D:
    """Return the QR code of ``data`` as one black path in a square of ``side`` points.

    The origin is the lower left corner; ``quiet`` light modules on every side are part of the
    square. Raises ValueError if ``data`` is empty or too long to scan.
    """
    count, runs = _runs(data)
    unit = side / (count + 2 * quiet)
    stops = [unit * number for number in range(count + 2 * quiet + 1)]
    ops: list[tuple[str | float, ...]] = []
    for row, start, end in runs:
        left, right = stops[quiet + start], stops[quiet + end]
        top, foot = stops[quiet + count - row], stops[quiet + count - row - 1]
        ops += (("m", left, foot), ("l", right, foot), ("l", right, top), ("l", left, top), ("h",))
    return Path2D(tuple(ops), fill=(0.0,))
