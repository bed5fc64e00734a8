"""Makes the pictures of the desk in the README: `python -m tests.browser.pictures`.

The folder that is shown has the first handout and a few of the tests' own.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.conftest import ROOT
from tests.support.desk import CLINIC, Running, handout

PICTURES = ROOT / "assets" / "pictures"
WIDTH, HEIGHT, SHOWN, COLOURS = 1366, 768, 1000, 128
WORDS = "Rest when it hurts. Then get up, and walk a little more each day. " * 14


def fill(folder: Path) -> Path:
    """Lay out the folder that is shown."""
    folder.mkdir()
    shutil.copy(ROOT / "content.yaml", folder)
    shutil.copytree(ROOT / "assets", folder / "assets", ignore=shutil.ignore_patterns("*.py"))
    spanish = "Descanse si le duele. Después levántese y camine un poco más cada día. " * 14
    for name, text in {
        "sciatica": handout("Sciatica", topic="back", text=WORDS),
        "knee": handout("Knee pain", topic="joints", text=WORDS),
        "shoulder": handout("A stiff shoulder", topic="joints", text=WORDS),
        "espalda": handout("Dolor de espalda", "es", "back", spanish, more="title_en: Back pain\n"),
        "draft": handout("After your surgery", topic="surgery", text=WORDS, more="status: draft\n"),
    }.items():
        own = text.replace("Spine Clinic", "The Spine Institute")
        (folder / f"{name}.yaml").write_text(own, "utf-8")
    brand = 'primary: "#0b5d6b"\naccent: "#c05a12"\n'
    (folder / "brand.yaml").write_text(brand, "utf-8")
    for name, phone in (("Los Angeles", "310-828-7757"), ("Pasadena", "626-555-0142")):
        text = CLINIC.format(name=f"The Spine Institute, {name}", phone=phone)
        (folder / f"clinic-{name.split()[0].lower()}.yaml").write_text(text, "utf-8")
    return folder


def front(page: Page, home: str) -> None:
    """Show the front desk with the first handout."""
    page.goto(home)
    page.get_by_role("option", name=re.compile("Can breast cancer")).click()
    page.locator("#paper img").nth(1).wait_for()


def write(page: Page, home: str) -> None:
    """Show the first handout being written."""
    page.goto(home)
    option = page.get_by_role("option", name=re.compile("Can breast cancer"))
    page.goto(f"{home}write/{option.get_attribute('id').removeprefix('o-')}")
    page.get_by_role("img", name=re.compile("^Page 2 of 2")).wait_for()


def brand(page: Page, home: str) -> None:
    """Show the brand's colours and its styles as pages."""
    page.goto(f"{home}brand")
    page.locator("#page-plain[src]").wait_for()


SCREENS = {"desk-front": front, "desk-write": write, "desk-brand": brand}
"""The pictures, and how each screen is reached."""


def main() -> None:
    """Make every picture anew."""
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        os.environ["XDG_STATE_HOME"] = place
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        with Running(fill(Path(place) / "handouts")) as desk:
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, locale="en-US")
            page.goto(desk.link())
            for name, reach in SCREENS.items():
                reach(page, f"http://127.0.0.1:{desk.port}/")
                page.wait_for_timeout(2500)
                shot = Image.open(BytesIO(page.screenshot())).convert("RGB")
                small = shot.resize((SHOWN, SHOWN * HEIGHT // WIDTH), Image.Resampling.LANCZOS)
                path = PICTURES / f"{name}.png"
                small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
                sys.stdout.write(f"{path}  {path.stat().st_size / 1000:.0f} kB\n")
        browser.close()


if __name__ == "__main__":
    main()
