"""What a program imports from `brochure`, and what it may give in place of a file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import OrderedDict
from datetime import date
from pathlib import Path
from types import MappingProxyType, ModuleType

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import brochure
from brochure import BrochureError, ContentError, FitError, Options, WriteError, build, check
from brochure.reading.given import as_yaml, source_of
from tests.conftest import HANDOUTS, ROOT, SAMPLE

CLINIC = {"name": "Spine Institute", "phone": "310-828-7757"}
HANDOUT = {
    "title": "Back pain",
    "clinic": CLINIC,
    "sections": [{"heading": "What to do", "text": "Keep moving.", "bullets": ["Walk", "Rest"]}],
}


def with_(**more: object) -> dict[str, object]:
    return {**HANDOUT, **more}


# ------------------------------------------------------------------ names


def test_every_name_of_the_door_opens():
    assert [name for name in brochure.__all__ if getattr(brochure, name, None) is None] == []
    assert dir(brochure) == sorted(brochure.__all__)
    for error in (ContentError, FitError, WriteError):
        assert issubclass(error, BrochureError)
    modules = [name for name in brochure.__all__ if isinstance(getattr(brochure, name), ModuleType)]
    assert modules == []  # a module of that name would stand in the way of what it holds
    with pytest.raises(AttributeError, match="nothing"):
        _ = brochure.nothing


def test_the_door_itself_imports_no_stage():
    code = "import sys, brochure; print([m for m in sys.modules if m.startswith('brochure')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.stdout.strip() == "['brochure']"


CALLER = """\
from pathlib import Path

from brochure import BrochureError, Built, ContentError, FitError, Options, Problem, build, check

options = Options(format="trifold", paper="a4", mode="mono", punch="none")


def make(path: Path) -> bytes:
    try:
        built: Built = build(path, options, base=path.parent)
    except FitError as error:
        raise SystemExit(f"{error.words_over} words over") from error
    except ContentError as error:
        raise SystemExit(str(error)) from error
    return built.pdf


found: list[Problem] = list(check({"title": "Back pain"}, "2026-11-25").problems)
reveal_type(found[0].level)
code: int = BrochureError([]).exit_code
"""
WRONG = 'from brochure import Options\nOptions(paper="a5")\n'


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """An environment that holds the package as a wheel brings it, and nothing else."""
    home = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", home / "venv"], check=True)
    python = next((home / "venv").glob("[bS]*/python*"))
    where = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = subprocess.run([python, "-c", where], capture_output=True, text=True, check=True)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "brochure", Path(site.stdout.strip()) / "brochure", ignore=ignored)
    return python


@pytest.mark.slow
def test_a_caller_passes_mypy_strict_and_a_wrong_word_does_not(installed, tmp_path):
    for name, text in (("caller", CALLER), ("wrong", WRONG)):
        (tmp_path / f"{name}.py").write_text(text)
    arguments = ["--strict", "--no-incremental", "--python-executable", installed]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *arguments, "caller.py", "wrong.py"],
        capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    (error,) = [line for line in done.stdout.splitlines() if " error: " in line]
    assert error.startswith("wrong.py:2: ")
    assert "Literal['letter', 'a4']" in error
    assert "Revealed type" in done.stdout
    assert "Any" not in done.stdout


# ---------------------------------------------------------------- sources


@pytest.mark.parametrize("path", [SAMPLE, *HANDOUTS[:4]], ids=lambda path: path.stem)
def test_a_mapping_and_bytes_make_what_the_file_makes(path, made):
    whole = made(path)
    if whole is None:
        return
    values = yaml.load(path.read_bytes(), yaml.BaseLoader)
    for source in (path.read_bytes(), values, MappingProxyType(values)):
        built = build(source, base=path.parent)
        assert built.pdf == whole.pdf
        assert built.name == whole.name


@pytest.mark.parametrize(
    "text",
    ["No", "~", "null", "8:30", "0123", "- one", "a: b", "# x", "* y", "“q”", "'", '"', "x" * 200,
     "{phone}", "[a]", "1.0", "yes: no", "é\u00a0è", "Suite #200", "a\\b"],
)  # fmt: skip
def test_a_text_of_a_mapping_is_printed_as_it_is(text):
    source = source_of(with_(title=text), "content")
    assert yaml.load(source.data, yaml.BaseLoader)["title"] == text


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1))
def test_any_text_of_a_mapping_is_read_as_it_is(text):
    for writer in ("CSafeDumper", "SafeDumper"):
        with pytest.MonkeyPatch.context() as patch:
            if writer == "SafeDumper":
                patch.delattr(yaml, "CSafeDumper", raising=False)
            written = as_yaml({"title": text})
        assert yaml.load(written, yaml.BaseLoader) == {"title": text}


def test_what_programs_hold_is_written_as_people_type_it():
    values = OrderedDict(
        reviewed=date(2026, 10, 1), contact=False, brand={"min_size": 11}, logo=Path("a") / "b.svg",
        sections=({"text": ("a", "b")},), subtitle=None,
    )  # fmt: skip
    assert yaml.load(as_yaml(values), yaml.BaseLoader) == {
        "reviewed": "2026-10-01",
        "contact": "false",
        "brand": {"min_size": "11"},
        "logo": "a/b.svg",
        "sections": [{"text": ["a", "b"]}],
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (with_(title={1, 2}), "title: a text, a list or a mapping belongs here"),
        (with_(sections=[{"heading": b"x"}]), r"sections\[0\]\.heading: a text"),
        (with_(sections=[None]), r"sections\[0\]: a text"),
        ({1: "a"}, "a key is a text, not 1"),
    ],
)
def test_what_no_file_can_hold_is_a_fault_of_the_program(values, said):
    with pytest.raises(TypeError, match=said):
        build(values)


def test_a_mapping_that_holds_itself_is_a_fault_of_the_program():
    values = with_()
    values["sections"] = [values]
    with pytest.raises(TypeError, match="a mapping that holds itself"):
        build(values)


@pytest.mark.parametrize("source", [None, 7, ["a"], object()])
def test_a_source_is_a_path_bytes_or_a_mapping(source):
    with pytest.raises(TypeError, match="content is a path, a text, bytes or a mapping"):
        build(source)


def test_a_text_of_several_lines_is_what_a_file_holds():
    text = SAMPLE.read_text("utf-8")
    assert build(text, base=ROOT).pdf == build(SAMPLE).pdf
    with pytest.raises(ContentError, match=r"<content>:2:9: error: .*x\.yaml"):
        build("title: Back pain\nclinic: x.yaml\nsections: [{heading: A, text: B}]\n")


def test_a_check_takes_what_a_build_takes():
    text = yaml.safe_dump(with_(sections=[{"heading": "A", "text": "Call {phone}."}]))
    other = {"name": "Harbor Clinic", "phone": "310-555-0134"}
    for source in (text, text.encode(), yaml.safe_load(text)):
        report = check(source, "2026-11-25", clinic=other, brand={"primary": "#cccccc"})
        assert report.file == "<content>"
        assert [p.file for p in report.problems if "#cccccc" in p.message] == ["<brand>"]
    found = {problem.rule for problem in check(with_(), clinic=with_()["clinic"]).problems}
    assert "content" not in found
    assert check("no such file.yaml").file == "no such file.yaml"


def test_every_check_holds_for_a_mapping():
    with pytest.raises(ContentError) as refused:
        build(with_(titel="x", clinic={"name": "A"}, language="klingon?"))
    messages = "\n".join(problem.message for problem in refused.value.problems)
    for word in ("`titel`", "`phone` is missing", "language tag"):
        assert word in messages
    assert {problem.file for problem in refused.value.problems} == {"<content>"}


def test_files_that_a_mapping_names_lie_in_its_base(tmp_path):
    (tmp_path / "clinic.yaml").write_text("name: West Clinic\nphone: 213-555-0199\n")
    built = build(with_(clinic="clinic.yaml"), base=tmp_path)
    assert built.layout.author == "West Clinic"
    with pytest.raises(ContentError, match=r"clinic\.yaml"):
        build(with_(clinic="clinic.yaml"), base=tmp_path.parent)


def test_a_brand_of_its_own_takes_the_place_of_the_source_s(tmp_path):
    plain = build(HANDOUT)
    (tmp_path / "brand.yaml").write_text('primary: "#1a3d7c"\n')
    given = [{"primary": "#1a3d7c"}, b'primary: "#1a3d7c"\n', tmp_path / "brand.yaml"]
    made = {build(HANDOUT, brand=brand).pdf for brand in given}
    assert made == {build(with_(brand={"primary": "#1a3d7c"})).pdf}
    assert plain.pdf not in made
    with pytest.raises(ContentError, match="colour"):
        build(HANDOUT, brand={"primary": "bluish"})


OTHER = {"name": "West Clinic", "phone": "213-555-0199", "brand": None}


def test_a_clinic_takes_the_place_of_the_source_s(tmp_path):
    (tmp_path / "west.yaml").write_bytes(as_yaml(OTHER))
    given = [OTHER, as_yaml(OTHER), tmp_path / "west.yaml"]
    made = {build(HANDOUT, clinic=clinic).pdf for clinic in given}
    assert made == {build(with_(clinic={"name": "West Clinic", "phone": "213-555-0199"})).pdf}
    without = {key: value for key, value in HANDOUT.items() if key != "clinic"}
    assert build(without, clinic=OTHER).pdf in made
    with pytest.raises(ContentError, match="`phone` is missing"):
        build(HANDOUT, clinic={"name": "West Clinic"})


def test_a_clinic_brings_its_brand_unless_another_is_given():
    clinic = {"clinic": {"name": "West", "phone": "213-555-0199"}, "brand": {"primary": "#1a3d7c"}}
    own = build(HANDOUT, clinic=clinic).pdf
    assert own != build(HANDOUT, clinic=clinic["clinic"]).pdf
    assert own == build(HANDOUT, clinic=clinic["clinic"], brand={"primary": "#1a3d7c"}).pdf
    other = build(HANDOUT, clinic=clinic, brand={"primary": "#5b2a6e"}).pdf
    assert other == build(HANDOUT, clinic=clinic["clinic"], brand={"primary": "#5b2a6e"}).pdf


def test_no_handout_for_a_clinic_says_the_phone_of_the_one_before():
    section = {"heading": "Pain", "text": "Call us at (310) 828-7757 at night."}
    with pytest.raises(ContentError, match="phone of the file's own clinic"):
        build(with_(sections=[section]), clinic=OTHER)
    sample = {"name": "Your Clinic", "phone": "213-555-0199"}
    assert "sample-clinic" in {problem.rule for problem in build(HANDOUT, clinic=sample).warnings}


def test_files_that_a_clinic_names_lie_beside_the_source(tmp_path):
    (tmp_path / "a.yaml").write_bytes(as_yaml(HANDOUT))
    logo = ROOT / "assets" / "logo.svg"
    (tmp_path / "logo.svg").write_bytes(logo.read_bytes())
    assert build(tmp_path / "a.yaml", clinic={**OTHER, "logo": "logo.svg"}).pdf
    with pytest.raises(ContentError, match=r"logo\.svg"):
        build(HANDOUT, clinic={**OTHER, "logo": "logo.svg"})


def test_check_takes_what_build_takes(tmp_path):
    (tmp_path / "a.yaml").write_bytes(as_yaml(HANDOUT))
    reports = [check(tmp_path / "a.yaml"), check(as_yaml(HANDOUT)), check(HANDOUT)]
    first, *others = [[(p.line, p.rule) for p in report.problems] for report in reports]
    assert first
    assert others == [first, first]
    assert check(with_(sections=[])).problems[0].level == "error"
    with pytest.raises(ValueError, match="tomorrow"):
        check(HANDOUT, "tomorrow")


def test_options_reach_the_handout():
    built = build(HANDOUT, Options(paper="a4", mode="mono"))
    assert built.name == "back-pain-a4-mono.pdf"
