"""SARIF: levels, places, and what to type instead."""

from __future__ import annotations

import json

import pytest

from brochure.checks.report import Report, as_sarif
from brochure.checks.sarif import as_sarif as whole
from brochure.model import Fix, Problem


def test_a_log() -> None:
    fix = Fix(3, 5, 3, 12, "receive")
    problems = (
        Problem("a.yaml", 3, 5, "hint", "slip", "did you mean it?", "spelling", fix),
        Problem("b.yaml", 0, 0, "error", "no such file", "", "content"),
    )
    log = json.loads(as_sarif([Report("a.yaml", problems)]))
    assert log["version"] == "2.1.0"
    first, second = log["runs"][0]["results"]
    assert (first["ruleId"], first["level"], second["level"]) == ("spelling", "note", "error")
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "a.yaml"},
        "region": {"startLine": 3, "startColumn": 5},
    }
    change = first["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"]["text"] == "receive"
    assert change["deletedRegion"]["endColumn"] == 12
    assert "region" not in second["locations"][0]["physicalLocation"]
    assert whole([]) == as_sarif([])


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("my notes/knie übung.yaml", "my%20notes/knie%20%C3%BCbung.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
    ],
)
def test_an_address_is_one_whatever_the_file_is_called(file: str, uri: str) -> None:
    """SARIF 2.1.0, 3.4.3: a valid URI reference."""
    log = json.loads(as_sarif([Report(file, (Problem(file, 3, 5, "hint", "slip", "", "x"),))]))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
