"""The build command: exit codes, several files, output paths, and files that cannot be written."""

from __future__ import annotations

import os
import re

import pytest
from pypdf import PdfReader

from brochure import __version__, cli
from brochure.commands import build as command
from tests.conftest import ROOT, SAMPLE
from tests.support import hostile
from tests.support.commands import brochure, python

GOOD = hostile.plain()
NAME = "back-pain.pdf"
PRINT = "To print: both sides, 100 %, flip on long edge."


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Run the command in a folder of its own; what it returned, and what it said."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["build", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def put(folder, name: str, data: bytes = GOOD):
    (folder / name).write_bytes(data)
    return name


def titled(title: str) -> bytes:
    return hostile.content(title=title)


# -------------------------------------------------------------- exit codes


def test_a_good_file_gives_0_and_two_lines(run, tmp_path):
    code, out, _ = run(put(tmp_path, "a.yaml"))
    assert code == 0
    assert (tmp_path / "output" / NAME).read_bytes().startswith(b"%PDF-1.7")
    made, printing = out.splitlines()
    assert re.fullmatch(r"\S+back-pain\.pdf  2 pages, 18 pt, headings at the side, \d+ kB", made)
    assert printing == PRINT


def test_a_choice_may_be_typed_in_capitals(run, tmp_path):
    code, _, _ = run(put(tmp_path, "a.yaml"), "--paper", "A4", "--format", "Trifold")
    assert code == 0
    assert (tmp_path / "output" / "back-pain-trifold-a4.pdf").exists()


@pytest.mark.parametrize(
    "arguments",
    [["--nonsense"], ["--paper", "b5"], ["--format", "poster"], ["--mono", "--press"], ["-o"]],
    ids=" ".join,
)
def test_a_bad_command_gives_2(run, arguments):
    code, _, err = run(*arguments)
    assert code == 2
    assert "usage" in err


def test_no_verb_gives_2(capsys):
    assert cli.main([]) == 2
    assert "usage" in capsys.readouterr().err


def test_a_fault_in_the_content_gives_3_with_its_line(run, tmp_path):
    code, out, err = run(put(tmp_path, "a.yaml", GOOD + b"titel: x\n"))
    assert (code, out) == (3, "")
    assert "a.yaml:26:1: error" in err
    assert "title" in err


def test_a_missing_file_gives_3(run):
    code, _, err = run("none.yaml")
    assert code == 3
    assert "none.yaml" in err


def test_too_long_a_text_gives_4_and_says_by_how_much(run, tmp_path):
    code, _, err = run(put(tmp_path, "a.yaml", hostile.content(text="Rest " * 2000)))
    assert code == 4
    assert re.search(r"\d+ words \(about \d+ lines\) too long", err)
    assert not (tmp_path / "output" / NAME).exists()


def test_an_output_that_cannot_be_a_folder_gives_5(run, tmp_path):
    put(tmp_path, "wall", b"a file")
    code, _, err = run(put(tmp_path, "a.yaml"), "-o", "wall/deep")
    assert code == 5
    assert "cannot write" in err


def test_a_fault_in_the_program_gives_1_and_no_trace(run, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "report", lambda path, built: 1 / 0)
    code, _, err = run(put(tmp_path, "a.yaml"))
    assert code == 1
    assert "fault in the program" in err
    assert "Traceback" not in err


def test_debug_shows_the_trace(run, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "report", lambda path, built: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run(put(tmp_path, "a.yaml"), "--debug")


# ----------------------------------------------------------- several files


def test_a_bad_file_does_not_stop_the_others(run, tmp_path):
    files = [
        put(tmp_path, "a.yaml", titled("First")),
        put(tmp_path, "b.yaml", b"nonsense"),
        put(tmp_path, "c.yaml", titled("Third")),
    ]
    code, out, err = run(*files)
    assert code == 3
    assert len(out.splitlines()) == 3
    assert "b.yaml" in err
    made = sorted(path.name for path in (tmp_path / "output").glob("*.pdf"))
    assert made == ["first.pdf", "third.pdf"]


def test_the_worst_exit_code_is_given(run, tmp_path):
    long = put(tmp_path, "a.yaml", hostile.content(text="Rest " * 2000))
    bad = put(tmp_path, "b.yaml", b"nonsense")
    assert run(bad, long)[0] == run(long, bad)[0] == 4


def test_two_titles_with_one_file_name_are_refused(run, tmp_path):
    first = put(tmp_path, "a.yaml", titled("Back pain!"))
    second = put(tmp_path, "b.yaml", titled("Back: pain?"))
    code, out, err = run(first, second)
    assert code == 3
    assert len(out.splitlines()) == 2
    assert "still the one" not in err
    assert "b.yaml" in err
    assert NAME in err


def test_a_title_without_latin_letters_is_named_by_its_file(run, tmp_path):
    assert run(put(tmp_path, "Dolor 2.yaml", titled("¿?¡!")))[0] == 0
    assert (tmp_path / "output" / "dolor-2.pdf").exists()


def test_names_in_another_script_are_told_apart(run, tmp_path):
    assert run(put(tmp_path, "北.yaml", titled("¿?¡!")))[0] == 0
    assert run(put(tmp_path, "南.yaml", titled("¿?¡!")))[0] == 0
    assert len(list((tmp_path / "output").glob("handout-*.pdf"))) == 2


# ------------------------------------------------------------ output paths


def test_output_may_be_a_new_folder(run, tmp_path):
    assert run(put(tmp_path, "a.yaml"), "-o", "new/folder")[0] == 0
    assert (tmp_path / "new" / "folder" / NAME).exists()


def test_output_may_be_a_file(run, tmp_path):
    assert run(put(tmp_path, "a.yaml"), "-o", "x/My Handout.PDF")[0] == 0
    assert (tmp_path / "x" / "My Handout.PDF").exists()


def test_one_file_for_several_handouts_gives_2(run, tmp_path):
    files = [put(tmp_path, "a.yaml"), put(tmp_path, "b.yaml", titled("Other"))]
    assert run(*files, "-o", "x.pdf")[0] == 2
    assert run(files[0], "--format", "all", "-o", "x.pdf")[0] == 2
    assert not (tmp_path / "x.pdf").exists()


def test_all_formats_have_names_of_their_own(run, tmp_path):
    code, out, _ = run(put(tmp_path, "a.yaml"), "--format", "all", "-o", "all")
    assert code == 0
    names = sorted(path.name for path in (tmp_path / "all").glob("*.pdf"))
    assert len(names) == len(set(names)) == len(out.splitlines()) - 1
    assert {"back-pain.pdf", "back-pain-large-print.pdf", "back-pain-trifold.pdf"} <= set(names)


@pytest.mark.parametrize(
    ("shops", "told"),
    [
        ("", "`primary` and `accent` are converted to CMYK 100 72 0 0 and 0 97 66 4 (per cent)"),
        (", primary_cmyk: 100 60 0 20", "`accent` is converted to CMYK 0 97 66 4 (per cent)"),
        (", primary_cmyk: 100 60 0 20, accent_cmyk: 0 100 70 0", ""),
    ],
)
def test_converted_colours_are_told_once_for_all_editions(run, tmp_path, shops, told):
    brand = f'brand: {{primary: "#0067dc", accent: "#dd003b"{shops}}}\n'.encode()
    file = put(tmp_path, "a.yaml", GOOD + brand)
    said = run(file, "--format", "all", "--press")[2].splitlines()
    assert [line.partition("hint: ")[2] for line in said if "converted" in line] == [told] * bool(
        told
    )


@pytest.mark.parametrize(
    ("options", "name"),
    [
        (["--paper", "a4"], "back-pain-a4.pdf"),
        (["--mono"], "back-pain-mono.pdf"),
        (["--format", "trifold", "--press"], "back-pain-trifold-press.pdf"),
    ],
    ids=["a4", "mono", "trifold-press"],
)
def test_names_tell_variants_apart(run, tmp_path, options, name):
    assert run(put(tmp_path, "a.yaml"), *options)[0] == 0
    assert (tmp_path / "output" / name).exists()


def test_quiet_says_nothing(run, tmp_path):
    code, out, _ = run(put(tmp_path, "a.yaml"), "--quiet")
    assert (code, out) == (0, "")


def test_version(capsys):
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"brochure {__version__}\n"


# ------------------------------------------------------------- safe writing


def test_an_open_pdf_is_named_and_kept(run, tmp_path, monkeypatch):
    out = tmp_path / "output"
    out.mkdir()
    (out / NAME).write_bytes(b"old")

    def refuse(source, target):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", refuse)
    code, said, err = run(put(tmp_path, "a.yaml"))
    assert (code, said) == (5, "")
    assert NAME in err
    assert "close" in err
    assert (out / NAME).read_bytes() == b"old"
    assert [file.name for file in out.iterdir()] == [NAME]


def test_a_full_disk_leaves_the_old_file(run, tmp_path, monkeypatch):
    out = tmp_path / "output"
    out.mkdir()
    (out / NAME).write_bytes(b"old")
    name = put(tmp_path, "a.yaml")
    opened = type(out).open

    def full(path, mode="r", *more, **kw):
        if "x" in mode:
            raise OSError(28, "No space left on device")
        return opened(path, mode, *more, **kw)

    monkeypatch.setattr(type(out), "open", full)
    code, _, err = run(name)
    monkeypatch.undo()
    assert code == 5
    assert "no space" in err
    assert (out / NAME).read_bytes() == b"old"


def test_a_folder_in_the_way_gives_5(run, tmp_path):
    (tmp_path / "output" / NAME).mkdir(parents=True)
    code, _, err = run(put(tmp_path, "a.yaml"))
    assert code == 5
    assert "folder" in err


def test_a_second_run_gives_the_same_bytes(run, tmp_path):
    name = put(tmp_path, "a.yaml")
    run(name)
    first = (tmp_path / "output" / NAME).read_bytes()
    run(name)
    assert (tmp_path / "output" / NAME).read_bytes() == first


# ------------------------------------------------------------ real processes


def test_make_pdf_builds_the_sample_wherever_it_is_started(tmp_path, sample):
    done = python(ROOT / "make_pdf.py", "-o", tmp_path / "out", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "out" / sample.name).read_bytes() == sample.pdf


def test_the_module_builds_too(tmp_path, sample):
    done = brochure("build", SAMPLE, "-o", "x.pdf", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "x.pdf").read_bytes() == sample.pdf


def test_a_refusal_in_a_process_has_its_code(tmp_path):
    put(tmp_path, "a.yaml", b"nonsense")
    done = brochure("build", "a.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("a.yaml:1:1: error")


# ------------------------------------------------------------ the clinic's paper


def widths(folder):
    return {
        path.relative_to(folder).as_posix(): round(float(PdfReader(path).pages[0].mediabox.width))
        for path in folder.rglob("*.pdf")
    }


def test_the_clinics_paper_counts_unless_one_is_typed(tmp_path):
    from tests.support.desk import CLINIC, handout

    words = handout(text="Lie down for an hour. " * 30)
    (tmp_path / "a.yaml").write_text(
        words.replace("\nsections", "\n  paper: a4\nsections"), "utf-8"
    )
    (tmp_path / "b.yaml").write_text(words.replace("Back", "Neck"), "utf-8")
    clinics = tmp_path / "clinics"
    clinics.mkdir()
    (clinics / "west.yaml").write_text(
        CLINIC.format(name="W", phone="310-555-0199") + "paper: a4\n"
    )
    (clinics / "east.yaml").write_text(CLINIC.format(name="E", phone="310-555-0198"))
    for arguments, folder, found in (
        (["a.yaml"], "one", {"back-pain-a4.pdf": 595}),
        (["a.yaml", "--paper", "letter"], "typed", {"back-pain.pdf": 612}),
        (["a.yaml", "b.yaml", "--jobs", "1"], "many",
         {"back-pain-a4.pdf": 595, "neck-pain.pdf": 612}),
        (["b.yaml", "--clinics", "clinics"], "clinics",
         {"west/neck-pain-a4.pdf": 595, "east/neck-pain.pdf": 612}),
    ):  # fmt: skip
        done = brochure("build", *arguments, "-o", folder, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert widths(tmp_path / folder) == found
