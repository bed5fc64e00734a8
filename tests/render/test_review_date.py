"""The review date is on every format."""

from __future__ import annotations

import pytest

from brochure.editions import Options
from brochure.recipe import build
from tests.conftest import ROOT
from tests.support import pdf


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_the_review_date_is_printed(name):
    made = build(ROOT / "tests" / "handouts" / "image.yaml", Options(format=name))
    assert "May 4, 2026" in " ".join(pdf.page_texts(made.pdf)).replace("\r\n", " ")
