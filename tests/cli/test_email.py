"""`email`: the draft and the PDF together, or neither."""

from __future__ import annotations

import pytest

from brochure import cli
from brochure.commands import email
from tests.support.commands import faultless


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content.yaml").write_text(faultless(), "utf-8")
    return tmp_path


def endings(place) -> list[str]:
    return sorted(path.suffix for path in (place / "output").rglob("[!.]*") if path.is_file())


def test_a_draft_comes_with_its_pdf(place, capsys):
    assert cli.main(["email"]) == 0
    assert endings(place) == [".eml", ".pdf"]
    told = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0].rpartition(".")[2] for line in told] == ["pdf", "eml"]


def test_neither_is_written_where_one_is_refused(place, capsys):
    """A letter that advertises needs a postal address and a line on how to end it."""
    (place / "content.yaml").write_text(
        "title: Back\nclinic: {name: A, phone: 310-828-7757}\n"
        "sections:\n  - {heading: Rest, text: Lie down.}\n",
        "utf-8",
    )
    assert cli.main(["email", "--marketing"]) == 3
    assert endings(place) == []
    assert "content.yaml" in capsys.readouterr().err


def test_quiet_says_nothing(place, capsys):
    assert cli.main(["email", "--quiet"]) == 0
    assert capsys.readouterr().out == ""


def test_the_verb_says_what_it_makes():
    assert ".eml" in email.HELP
