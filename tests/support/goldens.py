"""Goldens: pictures of pages compared by what changed, texts by their lines."""

from __future__ import annotations

from difflib import unified_diff
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat

from tests.support.pdf import render

GOLDEN = Path(__file__).parents[1] / "golden"
DPI = 100
GREYS = (0, 32, 64, 96, 128, 160, 192, 224, 244, 255)
"""Few greys make small files; a step stays under what counts as a change, a tint is kept."""
NEAREST = [min(GREYS, key=lambda grey, v=value: abs(grey - v)) for value in range(256)]
CHANGED_LEVELS, CHANGED_MOST, MEAN_MOST = 32, 500e-6, 0.2


def pictures(data: bytes) -> list[Image.Image]:
    """The pages in ten greys, at 100 dots an inch."""
    pages = render(data, DPI)
    return [Image.frombytes("L", (w, h), grey).point(NEAREST) for w, h, grey in pages]


def packed(picture: Image.Image) -> bytes:
    """The picture as a small PNG."""
    stream = BytesIO()
    indexed = picture.point([GREYS.index(grey) for grey in NEAREST]).convert("P")
    indexed.putpalette([grey for grey in GREYS for _ in "rgb"])
    indexed.save(stream, "PNG", optimize=True, bits=4)
    return stream.getvalue()


def difference(old: Image.Image, new: Image.Image) -> str:
    """What tells two pages apart, or nothing if it is too little to see."""
    if old.size != new.size:
        return f"size {old.size} is now {new.size}"
    change = ImageChops.difference(old, new)
    changed = sum(change.histogram()[CHANGED_LEVELS + 1 :]) / (old.width * old.height)
    moved = ImageStat.Stat(new).mean[0] - ImageStat.Stat(old).mean[0]
    if changed <= CHANGED_MOST and abs(moved) <= MEAN_MOST:
        return ""
    where = change.point(lambda value: 255 * (value > CHANGED_LEVELS)).getbbox()
    return f"{changed * 1e6:.0f} pixels a million changed, mean grey by {moved:+.2f}, in {where}"


def page_differences(old: list[Image.Image], new: list[Image.Image]) -> list[str]:
    """What changed, page by page, and in the number of pages."""
    pairs = enumerate(zip(old, new, strict=False), 1)
    found = [f"page {number}: {said}" for number, pair in pairs if (said := difference(*pair))]
    if len(old) != len(new):
        found.append(f"{len(old)} pages are now {len(new)}")
    return found


def golden_pages(name: str) -> list[Image.Image]:
    """The pictures kept under a name, in page order."""
    files = sorted((GOLDEN / "pages").glob(f"{name}-[0-9].png"))
    return [Image.open(file).convert("L") for file in files]


def check_pages(name: str, found: list[Image.Image], update: bool, spare: Path) -> None:
    """Compare pages with their goldens, or remake those; on failure keep the new pictures."""
    if update:
        for number, picture in enumerate(found, 1):
            (GOLDEN / "pages" / f"{name}-{number}.png").write_bytes(packed(picture))
        return
    said = page_differences(golden_pages(name), found)
    if said:
        for number, picture in enumerate(found, 1):
            picture.save(spare / f"{name}-{number}.png")
    assert not said, f"{said}; the new pages are in {spare}; if they are right: pytest --update"


def check_text(name: str, lines: list[str], update: bool) -> None:
    """Compare lines with their golden, or remake it and print what changed."""
    file = GOLDEN / name
    old = file.read_text("utf-8").splitlines() if file.exists() else []
    change = list(unified_diff(old, lines, "golden", "now", lineterm="", n=1))
    if update and change:
        print("\n".join(change))
        file.write_text("\n".join(lines) + "\n", "utf-8")
        return
    assert not change, "\n".join([*change, "if this is right: pytest --update"])
