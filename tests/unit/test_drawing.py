"""What is written into a content stream or a link: numbers and targets that PDF allows."""

from __future__ import annotations

import pytest

from brochure.draw import path_operators
from brochure.model import Path2D


@pytest.mark.parametrize("size", [40_000.0, 1234567.0, 0.00001234, -0.00001])
def test_a_path_has_no_exponents(size):
    ops = (("m", 0.0, size), ("l", size, 0.5), ("h",))
    written = path_operators(Path2D(ops, fill=(0.0,), stroke=(0.0,), line_width=abs(size)))
    assert "e" not in written
    assert float(written.split(" m")[0].split()[-1]) == pytest.approx(size, rel=1e-3)
