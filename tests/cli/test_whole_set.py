"""`--format all` makes each edition that the text fits, and tells of those that it does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import brochure

PARAGRAPH = "Walk a little each day, rest when you need to, and come back to us in a week or two."


def content(words: int) -> str:
    """Return a handout of about so many words in sections of some eighty."""
    count = max(1, words // 76)
    parts = [
        f"  - heading: Part {n}\n    text:\n" + f"      - {PARAGRAPH}\n" * 4 for n in range(count)
    ]
    return "title: Walking\nclinic: {name: Clinic, phone: 310-828-7757}\nsections:\n" + "".join(
        parts
    )


@pytest.mark.slow
def test_a_text_too_long_for_a_card_is_told_and_no_failure(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content(950), "utf-8")
    done = brochure("build", "a.yaml", "--format", "all", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "walking-card.pdf is left out: " in done.stderr
    assert "words too many for it" in done.stderr
    made = {path.name for path in (tmp_path / "output").glob("*.pdf")}
    assert {"walking.pdf", "walking-large-print.pdf"} <= made
    assert "walking-card.pdf" not in made


@pytest.mark.slow
def test_an_edition_of_a_shorter_text_is_told_to_be_old(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content(300), "utf-8")
    assert brochure("build", "a.yaml", "--format", "all", cwd=tmp_path).returncode == 0
    (tmp_path / "a.yaml").write_text(content(950), "utf-8")
    done = brochure("build", "a.yaml", "--format", "all", cwd=tmp_path)
    assert done.returncode == 0
    assert "words too many for it; the one there is of " in done.stderr


@pytest.mark.slow
def test_a_text_that_fits_no_handout_fails_and_the_rest_is_made(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content(1200), "utf-8")
    done = brochure("build", "a.yaml", "--format", "all", cwd=tmp_path)
    assert done.returncode == 4
    assert "too long for 2 pages" in done.stderr
    assert (tmp_path / "output" / "walking-large-print.pdf").is_file()


@pytest.mark.slow
def test_a_batch_tells_it_too(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content(950), "utf-8")
    done = brochure("build", "a.yaml", "--format", "all", "--jobs", "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "left out: a.yaml, card" in done.stdout
    assert "left out, as the text does not fit" in done.stdout
    rows = json.loads((tmp_path / "output" / "manifest.json").read_text("utf-8"))
    cards = [row for row in rows["handouts"] if row["format"] == "card"]
    assert cards
    assert all("too long" in " ".join(row["problems"]) for row in cards)


def test_one_edition_alone_fails(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(content(950), "utf-8")
    done = brochure("build", "a.yaml", "--format", "card", cwd=tmp_path)
    assert done.returncode == 4
