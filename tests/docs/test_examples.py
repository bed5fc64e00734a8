"""The examples of the documents do what they say."""

from __future__ import annotations

import runpy

import pytest

from tests.conftest import ROOT
from tests.support.commands import python

EXAMPLES = ROOT / "docs" / "examples"
CLINIC = "name: Harbor Clinic\nphone: 310-555-0134\n"
ROWS = """\
title,what,call
Knee pain,Pain in or around the knee.,it swells.
Bad row,"What does *this** mean? [x](javascript:1)",you must.
Hip pain,Pain in the hip.,you cannot walk.
"""


def test_each_example_is_tried_and_shown():
    names = {path.stem for path in EXAMPLES.glob("*.py")}
    shown = (ROOT / "docs" / "developers.md").read_text("utf-8")
    tried = (ROOT / "tests" / "docs" / "test_examples.py").read_text("utf-8")
    assert names
    assert {name for name in names if f"examples/{name}.py" not in shown} == set()
    assert {name for name in names if f'"{name}' not in tried} == set()


def run(name: str, folder, monkeypatch) -> dict:
    monkeypatch.chdir(folder)
    return runpy.run_path(str(EXAMPLES / f"{name}.py"), run_name="__main__")


def test_a_handout_of_a_programs_own_data(tmp_path, monkeypatch, capsys):
    run("from_a_program", tmp_path, monkeypatch)
    (pdf,) = tmp_path.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "<content>" in capsys.readouterr().out


def test_a_handout_for_each_row(tmp_path, monkeypatch, capsys):
    (tmp_path / "clinic.yaml").write_text(CLINIC, "utf-8")
    (tmp_path / "topics.csv").write_text(ROWS, "utf-8")
    run("from_a_csv", tmp_path, monkeypatch)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["hip-pain.pdf", "knee-pain.pdf"]
    said = capsys.readouterr().out
    assert "knee-pain.pdf 2 pages" in said
    assert "Bad row: " in said
    assert "javascript:" in said


@pytest.mark.slow
def test_a_website_answers_with_a_pdf(tmp_path, monkeypatch):
    app = run("flask_app", tmp_path, monkeypatch)["app"]
    client = app.test_client()
    words = {"title": "Knee pain", "heading": "Rest", "text": "Rest for two days."}
    answer = client.post("/handout", data=words)
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    assert answer.data.startswith(b"%PDF")
    assert 'filename="knee-pain.pdf"' in answer.headers["Content-Disposition"]
    assert client.post("/handout", data=words | {"format": "poster"}).status_code == 422
    long = client.post("/handout", data=words | {"text": "Many words. " * 2000})
    assert (long.status_code, "words too many" in long.text) == (422, True)
    wrong = client.post("/handout", data=words | {"text": "[x](javascript:1)"})
    assert (wrong.status_code, "javascript:" in wrong.text) == (422, True)


@pytest.mark.slow
def test_a_cluster_makes_them(tmp_path):
    for name in ("handouts", "clinics"):
        (tmp_path / name).mkdir()
    sections = "sections: [{heading: Rest, text: Rest for two days.}]\n"
    (tmp_path / "handouts" / "knee.yaml").write_text(f"title: Knee\n{sections}", "utf-8")
    (tmp_path / "clinics" / "east.yaml").write_text(CLINIC, "utf-8")
    done = python(EXAMPLES / "dask_batch.py", cwd=tmp_path)
    assert "2 made, exit code 0" in done.stdout, done.stderr
    assert len(list((tmp_path / "output" / "east").glob("*.pdf"))) == 2
