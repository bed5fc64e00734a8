"""What is not installed is skipped at a desk and told in CI."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT
from tests.support.commands import python

pytestmark = pytest.mark.slow

TESTS = """\
import pytest

@pytest.mark.skipif(True, reason="poppler-utils is not installed")
def test_with_poppler():
    pass

def test_with_a_package():
    pytest.importorskip("no_such_package")

@pytest.mark.skipif(True, reason="links need rights on Windows")
def test_on_posix():
    pass

@pytest.mark.xfail
def test_of_what_is_known_to_fail():
    assert False
"""


@pytest.mark.parametrize(
    ("ci", "told"),
    [("true", "1 failed, 1 skipped, 1 xfailed, 1 error"), ("", "3 skipped, 1 xfailed")],
)
def test_in_ci_a_test_that_is_not_run_has_failed(tmp_path, ci, told):
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n", "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", "utf-8")
    (tmp_path / "test_four.py").write_text(TESTS, "utf-8")
    command = ("-m", "pytest", "-p", "no:cacheprovider", "-W", "ignore", tmp_path)
    assert told in python(*command, cwd=ROOT, env={"CI": ci}).stdout
