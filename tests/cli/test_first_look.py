"""Commands that cannot mean what they say: refused before anything is done, alike for all verbs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipapp

import pytest

from brochure import build, cli
from brochure.batch import Job, run_batch
from brochure.commands import first_look
from brochure.editions import Options, file_name, slug
from brochure.pdf.metadata import source_date
from brochure.reading.loader import load_bytes
from tests.conftest import ROOT
from tests.support import hostile

VERBS = {"build": ["a.yaml"], "check": ["a.yaml"], "email": ["a.yaml"], "preview": ["a.yaml"],
         "watch": ["a.yaml"], "new": ["Back pain"], "schema": []}  # fmt: skip


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run a command in a folder with a good file; its code and all that it said."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_bytes(hostile.plain())

    def call(*arguments: str) -> tuple[int, str]:
        code = cli.main(arguments)
        said = capsys.readouterr()
        return code, said.out + said.err

    return call


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", ""],
        ["build", "a.yaml", ""],
        ["build", "a.yaml", "-o", ""],
        ["build", "a.yaml", "--clinics", " "],
        ["check", ""],
        ["email", ""],
        ["email", "a.yaml", "-o", ""],
        ["preview", "a.yaml", "-o", "  "],
        ["watch", ""],
        ["new", "Back pain", "-o", ""],
        ["schema", "-o", ""],
    ],
    ids=repr,
)
def test_a_name_that_names_nothing_gives_2(run, tmp_path, arguments):
    code, said = run(*arguments)
    assert code == 2
    assert "is empty" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


LONG = "x" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", f"{LONG}.yaml"],
        ["build", "a.yaml", "-o", f"{LONG}.pdf"],
        ["build", "a.yaml", "--clinics", LONG],
        ["check", f"{LONG}.yaml"],
        ["email", f"{LONG}.yaml"],
        ["preview", "a.yaml", "-o", LONG],
        ["watch", f"{LONG}.yaml"],
        ["refresh", LONG],
        ["schema", "-o", LONG],
        ["build", "a\0b.yaml"],
        ["build", "a.yaml", "-o", "ring"],
        ["build", "ring"],
    ],
    ids=lambda arguments: f"{arguments[0]} {arguments[-1][:9]!r}",
)
def test_a_name_that_the_system_does_not_take_gives_2(run, tmp_path, arguments):
    if "ring" in arguments:
        if sys.platform == "win32":
            pytest.skip("links are for administrators")
        (tmp_path / "ring").symlink_to("ring")
    code, said = run(*arguments)
    assert code == 2, said
    assert len(said) < 300
    assert {path.name for path in tmp_path.iterdir()} <= {"a.yaml", "ring"}


EPOCHS = ["abc", "²", "9" * 5000, "-5", "1e9", "1_000", "99999999999999", "+5", "٣", "1.5"]


@pytest.mark.parametrize("verb", VERBS)
def test_a_date_that_is_none_gives_2_for_every_verb(run, tmp_path, monkeypatch, verb):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    code, said = run(verb, *VERBS[verb])
    assert code == 2
    assert "SOURCE_DATE_EPOCH is “abc”" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("epoch", EPOCHS, ids=lambda epoch: epoch[:9])
def test_each_date_that_is_none_is_refused(run, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    code, said = run("build", "a.yaml")
    assert code == 2
    assert len(said) < 200


@pytest.mark.parametrize(
    ("epoch", "seconds"),
    [("", None), (" ", None), ("0", 0), ("000", 0), ("007", 7), (" 5 ", 5), ("253402300799",) * 2],
)
def test_a_date_that_is_one(run, monkeypatch, epoch, seconds):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert source_date() == (None if seconds is None else int(seconds))
    assert run("build", "a.yaml")[0] == 0


def test_a_program_is_told_in_the_same_words(run, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is “abc”"):
        build("a.yaml")
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH is “abc”"):
        run_batch([Job(tmp_path / "a.yaml")], tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


# ------------------------------------------------------- names of devices


@pytest.mark.parametrize("name", ["con.pdf", "aux", "deep/NUL.pdf", "Com1.PDF", "lpt9/x.pdf"])
def test_an_output_with_a_name_that_windows_keeps_gives_2(run, tmp_path, name):
    code, said = run("build", "a.yaml", "-o", name)
    assert code == 2
    assert "Windows" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


@pytest.mark.parametrize("name", ["con.yaml", "deep/aux.yml"])
def test_no_file_is_begun_under_such_a_name(run, tmp_path, name):
    code, said = run("new", name)
    assert code == 2
    assert "Windows" in said
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_a_content_file_of_such_a_name_is_refused_on_windows(run, monkeypatch):
    monkeypatch.setattr(first_look.sys, "platform", "win32")
    with pytest.raises(first_look.Refused, match="Windows"):
        first_look._refuse_name("con.yaml", "CONTENT")


@pytest.mark.parametrize("title", ["Con", "NUL!", "aux", "COM 1", "Lpt9", "Prn."])
def test_no_title_gives_a_name_that_windows_keeps(title, tmp_path):
    handout, _ = load_bytes(hostile.content(title=title), "a.yaml", tmp_path)
    stem = file_name(handout, Options()).removesuffix(".pdf")
    assert stem == f"{slug(title).removesuffix('-handout')}-handout" or "-" in stem
    assert stem not in {"con", "nul", "aux", "com1", "lpt9", "prn"}


def test_a_title_that_only_begins_so_keeps_its_name():
    assert (slug("Contact"), slug("Console")) == ("contact", "console")


# --------------------------------------------------------------- a zip file


def test_from_a_zip_file_it_says_that_it_must_be_unpacked(run, tmp_path):
    pack = tmp_path / "pack"
    shutil.copytree(
        ROOT / "brochure", pack / "brochure", ignore=shutil.ignore_patterns("__pycache__")
    )
    zipapp.create_archive(pack, tmp_path / "b.pyz", main="brochure.cli:main")
    program = (
        "import sys; sys.path.insert(0, 'b.pyz')\n"
        "from brochure import build\n"
        "try: build('a.yaml')\n"
        "except Exception as error: print(error)"
    )
    bare = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    called = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=bare, capture_output=True, text=True
    )
    assert "install it unpacked" in called.stdout, called.stderr
    assert "`font`" not in called.stdout
    done = subprocess.run(
        [sys.executable, "b.pyz", "build", "a.yaml"], cwd=tmp_path, capture_output=True, text=True
    )
    assert "zip file" in done.stderr
    assert "unpack" in done.stderr
    assert "font" not in done.stderr
