"""A folder, a desk over it, and a real Chromium that may ask nobody else for anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_SCRIPT
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
TIMEOUT = 30_000
LOOKS: dict[str, tuple[dict[str, str], int, int]] = {
    "light": ({}, 1366, 768),
    "dark": ({"color_scheme": "dark"}, 1366, 768),
    "forced colours": ({"forced_colors": "active"}, 1366, 768),
    "320 px": ({}, 320, 640),
    "200 %": ({}, 683, 384),
}
"""How a page may be looked at: its media, and the width and height of the window."""
STILL = {"color_scheme": "light", "forced_colors": "none", "reduced_motion": "reduce"}
IN_SPANISH = ("light", "320 px")
"""Longer words make other lines; their colours are those of the English page."""
each_language = pytest.mark.parametrize(
    ("locale", "looks"), [("en-US", tuple(LOOKS)), ("es", IN_SPANISH)], ids=["english", "spanish"]
)
RUN_AXE = """
options => axe.run(document, options).then(
  ({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html]))
"""
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


class Tab:
    """A tab of the browser that one test after the other has, each with a desk of its own."""

    def __init__(self, context: BrowserContext) -> None:
        self.context = context
        self.wrong: list[str] = []
        self.page: Page = context.new_page()
        self.page.add_init_script(STUB)
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("console", self._note)

    def _note(self, message: object) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(f"console: {message.text}")

    def leave(self) -> None:
        """Make it as if it were new: what a test set is undone."""
        for each in (self.page, self.context):
            each.unroute_all(behavior="ignoreErrors")
        if self.page.url.startswith("http"):
            self.page.evaluate("localStorage.clear()")
        self.page.goto("about:blank")
        self.page.set_default_timeout(TIMEOUT)
        self.context.clear_cookies()
        self.context.clear_permissions()
        self.wrong.clear()


class Visit:
    """A browser's window on the desk; what goes wrong in it is noted."""

    def __init__(self, tab: Tab, desk: Running) -> None:
        self.desk = desk
        self.tab = tab
        self.context, self.page, self.wrong = tab.context, tab.page, tab.wrong
        self.home = f"http://127.0.0.1:{desk.port}/"
        self.context.on("request", self._only_ours)

    def _only_ours(self, request: object) -> None:
        url = request.url
        if not url.startswith((self.home, "data:", "blob:", "chrome:", "chrome-extension:")):
            self.wrong.append(f"asked for: {url}")

    def leave(self) -> None:
        self.context.remove_listener("request", self._only_ours)
        self.tab.leave()

    def come(self, path: str = "") -> Page:
        """Come in by a link of the desk, and go to a page of it."""
        self.page.goto(self.desk.link())
        if path:
            self.page.goto(self.home + path)
        return self.page


@pytest.fixture(scope="session")
def tabs(chromium) -> dict[str, Tab]:
    """The tabs that are open, by their language: a new one takes a second."""
    return {}


@pytest.fixture
def visit(chromium, tabs, desk):
    """A function that opens the desk in a tab of a size and language."""
    opened: list[Visit] = []

    def begin(width: int = 1366, height: int = 768, locale: str = "en-US") -> Visit:
        if locale not in tabs:
            tabs[locale] = Tab(chromium.new_context(locale=locale, reduced_motion="reduce"))
        tabs[locale].page.set_viewport_size({"width": width, "height": height})
        opened.append(Visit(tabs[locale], desk))
        return opened[-1]

    yield begin
    wrong = [each for one in opened for each in one.wrong]
    for one in opened:
        one.leave()
    assert wrong == []


def violations(page: Page) -> list[str]:
    """What axe finds against WCAG 2.2 A and AA, each with the first place where."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    tags = {"type": "tag", "values": WCAG}
    found = page.evaluate(RUN_AXE, {"runOnly": tags, "resultTypes": ["violations"]})
    return [f"{rule}: {place[:160]}" for rule, place in found]


def turned(page: Page, looks: Iterable[str]) -> Iterator[str]:
    """Turn a page to each look in turn, by its name; it ends as it began."""
    size = page.viewport_size
    for name in looks:
        media, width, height = LOOKS[name]
        page.emulate_media(**{**STILL, **media})
        page.set_viewport_size({"width": width, "height": height})
        yield name
    page.emulate_media(**STILL)
    page.set_viewport_size(size)


def faults(page: Page, looks: Iterable[str]) -> list[str]:
    """What axe finds in each look, and where the page is wider than its window."""
    found = []
    for name in turned(page, looks):
        found += [f"{name}: {each}" for each in violations(page)]
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            found.append(f"{name}: wider than the window")
    return found
