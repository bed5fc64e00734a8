"""The sample's layout and tags as texts, read back from the file by tools that are not ours."""

from __future__ import annotations

import pytest

from tests.conftest import SAMPLE
from tests.support import pdf
from tests.support.goldens import check_text


def test_every_line_stands_where_it_did(sample, update):
    check_text("layout/sample.txt", pdf.placed(sample.pdf), update)


@pytest.mark.parametrize("name", ["handout", "trifold"])
def test_the_tag_tree_is_what_it_was(made, name, update):
    tree = pdf.structure(made(SAMPLE, format=name).pdf)
    check_text(f"tags/sample-{name}.txt", pdf.outline(tree), update)
