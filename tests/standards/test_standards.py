"""PDF/UA-1 and PDF/A-2a: every file that the tests make, and spoiled files that must fail."""

from __future__ import annotations

import subprocess
from shutil import which

import page
import pytest

from tests.conftest import FORMATS, SAMPLE, each_case

UA, A = page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A


def failures(data: bytes, profile: page.ValidationProfile) -> list[str]:
    """The rules that a file breaks."""
    report = page.validate_pdf_bytes(data, profile=profile)
    assert report.rules.total > 90
    return sorted({failure.rule_id for failure in report.failures})


def both(data: bytes) -> list[str]:
    return failures(data, UA) + failures(data, A)


# --------------------------------------------------------------- good files


@each_case
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_every_office_file_is_accessible_and_archival(made, path, name, mode):
    assert both(made(path, format=name, mode=mode).pdf) == []


@each_case
def test_every_press_file_is_accessible(made, path, name):
    assert failures(made(path, format=name, mode="press").pdf, UA) == []


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("punch", ["none", "2", "3"])
def test_a4_and_punched_files_are_valid(made, name, punch):
    assert both(made(SAMPLE, format=name, paper="a4", punch=punch).pdf) == []


qpdf = pytest.mark.skipif(which("qpdf") is None, reason="qpdf is not installed")


@qpdf
@each_case
def test_qpdf_finds_nothing(made, path, name, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(made(path, format=name).pdf)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
