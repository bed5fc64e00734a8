"""The system's Chromium, for what a person sees and does in a page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops

ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
"""It finds no other machine than this one."""
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


@contextmanager
def browser() -> Iterator[Any]:
    """Chromium without a window; the test is skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=[ALONE])
        yield opened
        opened.close()


def picture_of(page: Any, selector: str) -> Image.Image:
    """What an element of a page looks like."""
    return Image.open(BytesIO(page.locator(selector).screenshot())).convert("RGB")


def share_off(one: Image.Image, other: Image.Image) -> float:
    """The share of the pixels that differ by more than half, in any colour."""
    width, height = min(one.width, other.width), min(one.height, other.height)
    box = (0, 0, width, height)
    parts = ImageChops.difference(one.crop(box), other.crop(box)).split()
    worst = ImageChops.lighter(ImageChops.lighter(parts[0], parts[1]), parts[2])
    return sum(worst.histogram()[128:]) / (width * height)
