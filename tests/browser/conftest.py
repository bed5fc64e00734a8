"""A folder, a desk over it, and a real Chromium that may ask nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.conftest import ROOT
from tests.support.desk import CLINIC, Running, handout

STUB = """
window.printed = [];
Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
  get() {
    const frame = this;
    return { focus() {}, print() { window.printed.push(frame.src); } };
  },
});
"""
"""In place of the print window: what would be printed is noted."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
LONG = "A sentence that is here to fill the page with many words. " * 300


def fill(folder: Path) -> Path:
    """Lay out a folder of handouts: ready, Spanish, draft, overdue, too long, broken."""
    (folder / "joints").mkdir(parents=True)
    text = (ROOT / "content.yaml").read_text("utf-8")
    (folder / "cancer.yaml").write_text(text.replace("  logo: assets/logo.svg\n", ""), "utf-8")
    words = "Lie down for an hour, then get up and walk a little. " * 12
    files = {
        "back.yaml": handout("Back pain", text=words),
        "neck.yaml": handout("Neck pain", topic="neck", text=words),
        "joints/rodilla.yaml": handout(
            "Dolor de rodilla", "es", "knee", "Descanse y camine un poco cada día. " * 12,
            more="title_en: Knee pain\n",
        ),
        "draft.yaml": handout("Shoulder", text=words, more="status: draft\n"),
        "overdue.yaml": handout("Wrist", text=words, more="review_by: 2020-01-01\n"),
        "long.yaml": handout("Long story", text=LONG),
        "broken.yaml": "title: Broken leg\nsections: nothing\n",
        "west.yaml": CLINIC.format(name="West", phone="310-555-0199"),
    }  # fmt: skip
    for name, data in files.items():
        (folder / name).write_text(data, "utf-8")
    return folder


@pytest.fixture(scope="module")
def state(tmp_path_factory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture
def folder(tmp_path) -> Path:
    return fill(tmp_path / "handouts")


@pytest.fixture
def desk(folder, state) -> Iterator[Running]:
    with Running(folder) as running:
        yield running


class Visit:
    """A browser's window on the desk; what goes wrong in it is noted."""

    def __init__(self, context: BrowserContext, desk: Running) -> None:
        self.desk = desk
        self.context = context
        self.home = f"http://127.0.0.1:{desk.port}/"
        self.wrong: list[str] = []
        self.page: Page = context.new_page()
        self.page.add_init_script(STUB)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("console", self._note)
        context.route("**/*", self._only_ours)

    def _note(self, message: object) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(f"console: {message.text}")

    def _only_ours(self, route: object) -> None:
        url = route.request.url
        if url.startswith((self.home, "data:", "blob:", "chrome:", "chrome-extension:")):
            route.continue_()
        else:
            self.wrong.append(f"asked for: {url}")
            route.abort()

    def come(self, path: str = "") -> Page:
        """Come in by a link of the desk, and go to a page of it."""
        self.page.goto(self.desk.link())
        if path:
            self.page.goto(self.home + path)
        return self.page


@pytest.fixture
def visit(chromium, desk, request):
    """A function that opens a window of a size, language and colour scheme."""
    opened: list[Visit] = []

    def begin(width: int = 1366, height: int = 768, **more: object) -> Visit:
        size = {"width": width, "height": height}
        context = chromium.new_context(viewport=size, **{"locale": "en-US", **more})
        opened.append(Visit(context, desk))
        return opened[-1]

    yield begin
    wrong = [each for one in opened for each in one.wrong]
    for one in opened:
        one.context.close()
    assert wrong == []


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, each with the first place where."""
    options = {"runOnly": {"type": "tag", "values": WCAG}}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found]
