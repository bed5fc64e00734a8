"""ARCHITECTURE.md says how to add a format, a check, a language and a verb: here that is done.

A code block names its file in its first line, and the line that it stands above or in place of;
without one it is a new file. The last block of each recipe is the command that shows the effect.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT, SAMPLE
from tests.support.commands import python
from tests.support.pdf import page_texts

pytestmark = pytest.mark.slow  # runs the recipes, in copies of the program

RECIPES = dict(
    re.findall(
        r"(?ms)^### (Add a \w+)\n(.*?)(?=^##|\Z)", (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    )
)
BLOCK = re.compile(r"(?ms)^```python\n# (\S+?)(?:, (above|in place of) `([^`]+)`)?\n(.*?)^```")
COMMAND = re.compile(r"(?ms)^```sh\nbrochure (.*?)\n```")


class Step(NamedTuple):
    """A piece of code, the file it goes into, and where."""

    file: str
    how: str
    line: str
    code: str


def steps(recipe: str) -> Iterator[Step]:
    """The steps of a recipe."""
    return (Step(*found) for found in BLOCK.findall(RECIPES[recipe]))


def take(step: Step, folder: Path) -> None:
    """Change a copy of the program as a step says."""
    file = folder / step.file
    if not step.how:
        assert not file.exists()
        file.write_text(step.code, "utf-8")
        return
    lines = file.read_text("utf-8").splitlines(keepends=True)
    (at,) = [n for n, line in enumerate(lines) if line.lstrip().startswith(step.line)]
    lines[at : at + (step.how == "in place of")] = [
        step.code + ("\n\n" if step.code[0] == "d" else "")
    ]
    file.write_text("".join(lines), "utf-8")


def carried_out(recipe: str, folder: Path, content: str, data: dict[str, str] | None = None):
    """Follow a recipe in a copy of the program, with its data files, and run its command there."""
    shutil.copytree(
        ROOT / "brochure", folder / "brochure", ignore=shutil.ignore_patterns("__pycache__")
    )
    (folder / "assets").symlink_to(ROOT / "assets")
    (folder / "content.yaml").write_text(content, "utf-8")
    for name, text in (data or {}).items():
        (folder / name).write_text(text, "utf-8")
    for step in steps(recipe):
        take(step, folder)
    (command,) = COMMAND.findall(RECIPES[recipe])
    launch = "import sys; sys.path.insert(0, '.'); from brochure.cli import main; sys.exit(main())"
    return python("-c", launch, *command.split(), cwd=folder)


@pytest.fixture
def sample_text() -> str:
    return SAMPLE.read_text("utf-8")


def test_each_recipe_takes_ten_steps_at_most():
    assert set(RECIPES) == {
        "Add a format",
        "Add a style",
        "Add a check",
        "Add a language",
        "Add a verb",
    }
    assert all(1 <= len([*steps(recipe)]) <= 10 for recipe in RECIPES)


def test_add_a_format(tmp_path, sample_text):
    done = carried_out(
        "Add a format", tmp_path, sample_text[: sample_text.index("  - heading: How doctors")]
    )
    assert done.returncode == 0, done.stderr
    assert "-easy-read.pdf" in done.stdout


def test_add_a_style(tmp_path, sample_text):
    done = carried_out("Add a style", tmp_path, sample_text)
    assert done.returncode == 0, done.stderr
    assert "-bold.pdf" in done.stdout


def test_add_a_check(tmp_path, sample_text):
    done = carried_out("Add a check", tmp_path, sample_text.replace("- Fatigue", "- Fatigue!"))
    assert "hint exclamation: this text shouts" in done.stdout


def test_add_a_language(tmp_path, sample_text):
    icelandic = sample_text.replace("language: en-US", "language: is")
    spanish = (ROOT / "brochure" / "language" / "words" / "es.toml").read_text("utf-8")
    words = {"brochure/language/words/is.toml": spanish.replace("Llame al {}", "Hringið í {}")}
    done = carried_out("Add a language", tmp_path, icelandic, words)
    (made,) = (tmp_path / "output").glob("*.pdf")
    assert done.returncode == 0
    assert "Hringið í 310-828-7757" in " ".join(page_texts(made.read_bytes()))


def test_add_a_verb(tmp_path, sample_text):
    done = carried_out("Add a verb", tmp_path, sample_text)
    assert (done.returncode, done.stdout) == (0, "8\n")
