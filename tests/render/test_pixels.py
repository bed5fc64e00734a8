"""The look of some pages, compared with pictures; and the comparison itself put to the test.

A person looks at the new pages before they are committed: pytest --update, then git diff.
"""

from __future__ import annotations

import pytest
from PIL import Image, ImageStat

from tests.conftest import HERE, SAMPLE
from tests.support import goldens

HANDOUTS = HERE / "handouts"
LOOKS = {
    "sample-handout": (SAMPLE, {}, 2),
    "sample-trifold": (SAMPLE, {"format": "trifold", "mode": "mono"}, 1),
    "corto-es-handout": (HANDOUTS / "corto-es.yaml", {"paper": "a4"}, 1),
    "image-handout": (HANDOUTS / "image.yaml", {}, 1),
    "appointment-card": (HANDOUTS / "appointment-card.yaml", {"format": "card"}, 1),
    "foot-care-handout": (HANDOUTS / "foot-care.yaml", {}, 1),
    "service-brochure-trifold": (HANDOUTS / "service-brochure.yaml", {"format": "trifold"}, 1),
    "links-large-print": (HANDOUTS / "links.yaml", {"format": "large-print"}, 1),
}
"""Pages by their name: of what, made how, and of how many a picture is kept."""


@pytest.mark.parametrize("name", LOOKS)
def test_a_page_looks_as_it_did(made, name, update, tmp_path):
    path, options, kept = LOOKS[name]
    found = goldens.pictures(made(path, **options).pdf)[:kept]
    goldens.check_pages(name, found, update, tmp_path)


def test_a_golden_page_weighs_under_64_kib():
    files = sorted((goldens.GOLDEN / "pages").glob("*.png"))
    assert len(files) == sum(kept for _, _, kept in LOOKS.values())
    assert [file.name for file in files if file.stat().st_size > 64 * 1024] == []


# ------------------------------------------------ the comparison itself


@pytest.fixture
def pages(sample) -> list[Image.Image]:
    return goldens.pictures(sample.pdf)


def test_a_page_packed_and_read_again_is_the_same(pages, tmp_path):
    (tmp_path / "a.png").write_bytes(goldens.packed(pages[0]))
    assert goldens.difference(pages[0], Image.open(tmp_path / "a.png").convert("L")) == ""


def test_the_same_pages_do_not_differ(pages):
    assert goldens.page_differences(pages, pages) == []


def shifted(picture: Image.Image, points: float) -> Image.Image:
    """The picture with its darkest line of text moved down."""
    pixels = round(points * goldens.DPI / 72)
    strips = [(60, top, 420, top + 20) for top in range(400, 900)]
    box = min(strips, key=lambda strip: ImageStat.Stat(picture.crop(strip)).sum[0])
    moved = picture.copy()
    moved.paste(picture.crop(box), (box[0], box[1] + pixels))
    return moved


def test_a_line_moved_by_a_point_is_seen(pages):
    assert "page 1" in goldens.page_differences(pages, [shifted(pages[0], 1), pages[1]])[0]


def test_a_changed_second_page_is_seen(pages):
    changed = pages[1].copy()
    changed.paste(255, (60, 900, 780, 960))
    assert "page 2" in goldens.page_differences(pages, [pages[0], changed])[0]


def test_a_missing_page_is_seen(pages):
    assert goldens.page_differences(pages, pages[:1]) == ["2 pages are now 1"]


def test_an_extra_page_is_seen(pages):
    assert goldens.page_differences(pages, [*pages, pages[0]]) == ["2 pages are now 3"]


def test_a_missing_tint_is_seen(pages):
    bare = pages[0].point([255 if value > 236 else value for value in range(256)])
    assert "mean grey" in goldens.page_differences(pages[:1], [bare])[0]


def test_text_a_tenth_greyer_is_seen(pages):
    paler = pages[0].point([round(255 - (255 - value) * 0.9) for value in range(256)])
    assert "mean grey" in goldens.page_differences(pages[:1], [paler])[0]


def test_another_size_of_paper_is_seen(made, pages):
    other = goldens.pictures(made(SAMPLE, paper="a4").pdf)
    assert all("size" in said for said in goldens.page_differences(pages, other))
