"""What every test may ask for: the sample, the handouts of the tests, goldens, Hypothesis."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from brochure.cli import main
from brochure.copyfit import formats
from brochure.editions import Options
from brochure.model import FitError
from brochure.recipe import Built, build

HERE = Path(__file__).parent
ROOT = HERE.parent
SAMPLE = ROOT / "content.yaml"
HANDOUTS = sorted((HERE / "handouts").glob("*.yaml"))
FILES = [SAMPLE, *HANDOUTS]
FORMATS, MODES = tuple(formats.FORMATS), tuple(formats.MODES)
CARD = HERE / "handouts" / "cast-card.yaml"
REFUSED = {("too-long", "handout"), ("too-long", "trifold")}
TOO_LONG_FOR_A_CARD = """
content long longest medicines too-long after-surgery back-exercises consent foot-care locations
service-brochure vaccine when-to-call
""".split()
REFUSED |= {(stem, "card") for stem in TOO_LONG_FOR_A_CARD}
"""The handouts that are too long for a format."""
CASES = [(path, name) for path in FILES for name in FORMATS if (path.stem, name) not in REFUSED]

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    phases=(Phase.explicit, Phase.generate),  # a failure is shown at once, not made small
)
settings.register_profile("wide", deadline=None, max_examples=2000, print_blob=True)
settings.load_profile("ci")
"""By hand, twenty times as many examples, and a failing one made small:
pytest --hypothesis-profile=wide tests/properties."""


SLOW_FOLDERS = (
    "browser", "cli", "desk", "docs", "layout", "prices", "properties", "render", "standards"
)  # fmt: skip
"""Programs and browsers started, hundreds of layouts, files read by others: all takes time."""


def pytest_ignore_collect(collection_path, config):
    """Where the quick tests alone are asked for, do not even read the folders of slow ones."""
    slow = collection_path.is_dir() and collection_path.name in SLOW_FOLDERS
    return True if slow and config.option.markexpr == "not slow" else None


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent.name in SLOW_FOLDERS:
            item.add_marker(pytest.mark.slow)


def pytest_xdist_auto_num_workers(config):
    """With ``-n auto``: a worker for each processor for all tests, none for those of one file."""
    named = [Path(argument.split("::")[0]) for argument in config.args]
    return None if all(path.is_dir() for path in named) else 0


def pytest_addoption(parser):
    parser.addoption("--update", action="store_true", help="remake the goldens, then look at them")


MAY_BE_SKIPPED = ("Windows", "POSIX", "Unix", "tell capitals apart", "NOT RUN: ")
"""Words of what no system can help; any other test that is skipped in CI has failed."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call) -> Iterator[None]:
    """Let CI tell of what is not there, as poppler, instead of testing less in silence."""
    report = yield
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2])
        if not any(words in reason for words in MAY_BE_SKIPPED):
            report.outcome = "failed"
            report.longrepr = f"not run in CI: {reason}"
    return report


def shown_in(name: str) -> Path:
    """The handout that shows a format: the sample, or a shorter one where it does not fit."""
    return CARD if name == "card" else SAMPLE


def each_case(test):
    """Run a test on every handout in every format that holds it."""
    ids = [f"{path.stem}-{name}" for path, name in CASES]
    return pytest.mark.parametrize(("path", "name"), CASES, ids=ids)(test)


@pytest.fixture(scope="session")
def update(request):
    """Whether the goldens are to be remade."""
    return request.config.getoption("--update")


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command in a folder of its own; its code and all that it said."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


@pytest.fixture(scope="session")
def chromium():
    """The system's Chromium, started once: a process takes no second driver of it."""
    from tests.support.browser import browser

    with browser() as opened:
        yield opened


@pytest.fixture(scope="session")
def sample() -> Built:
    """The first handout, as a user gets it."""
    return build(SAMPLE)


@pytest.fixture(scope="session")
def made():
    """Build a content file with options, once in a session; None if it does not fit."""
    known: dict[tuple[Path, Options], Built | None] = {}

    def make(path: Path, **options: str) -> Built | None:
        key = (path, Options(**options))
        if key not in known:
            try:
                known[key] = build(*key)
            except FitError:
                known[key] = None
        return known[key]

    return make
