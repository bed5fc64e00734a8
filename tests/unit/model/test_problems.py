"""Problems, and the exit codes that errors carry."""

from __future__ import annotations

from brochure.model import BrochureError, ContentError, ExitCode, FitError, Problem, WriteError
from brochure.output.preview import MissingExtraError

PROBLEM = Problem("a.yaml", 3, 1, "error", "it is wrong", "type it right")


def test_the_codes_are_those_that_scripts_rely_on():
    assert {name: code for name, code in vars(ExitCode).items() if name.isupper()} == {
        **{"DONE": 0, "BUG": 1, "WARNINGS": 1, "BAD_COMMAND": 2, "CONTENT": 3, "NO_FIT": 4},
        **{"NO_WRITE": 5, "INTERRUPTED": 130},
    }


def test_each_error_ends_the_program_with_a_code_of_its_own():
    errors = [ContentError([PROBLEM]), FitError([PROBLEM], 1, 1), WriteError([PROBLEM])]
    assert [error.exit_code for error in errors] == [3, 4, 5]
    assert MissingExtraError([PROBLEM]).exit_code == 2
    assert all(isinstance(error, BrochureError) for error in errors)
    assert str(errors[0]) == "a.yaml:3:1: error: it is wrong\n    type it right"
