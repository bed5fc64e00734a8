"""Problems as SARIF 2.1.0, which editors and code hosts read, with what to type instead."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from brochure.model import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.checks.report import Report
    from brochure.model.choices import Level

_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_sarif(reports: Sequence[Report]) -> str:
    """Return all reports as one SARIF log with one run."""
    problems = [problem for report in reports for problem in report.problems]
    names = sorted({problem.rule for problem in problems if problem.rule})
    driver = {"name": "brochure check", "rules": [_described(name) for name in names]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem) for problem in problems],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _described(name: str) -> dict[str, Any]:
    """Return a rule with what it asks."""
    from brochure.checks.rules import RULES

    asks = next((rule.asks for rule in RULES if rule.name == name), "")
    return {"id": name, **({"shortDescription": {"text": asks}} if asks else {})}


def _result(problem: Problem) -> dict[str, Any]:
    """Return a problem as a result, with its fix if it has one."""
    words = ". ".join(part.rstrip(".") for part in (problem.message, problem.hint) if part)
    result: dict[str, Any] = {
        "ruleId": problem.rule,
        "level": _LEVELS[problem.level],
        "message": {"text": words},
        "locations": [{"physicalLocation": _place(problem)}],
    }
    if problem.fix:
        result["fixes"] = [_fix(problem)]
    return result


def _place(problem: Problem) -> dict[str, Any]:
    """Return where a problem is; without a line the file alone."""
    place: dict[str, Any] = {"artifactLocation": _artifact(problem.file)}
    if problem.line:
        region = {"startLine": problem.line, "startColumn": max(1, problem.column)}
        place["region"] = region
    return place


def _fix(problem: Problem) -> dict[str, Any]:
    """Return what to type, and where, as SARIF has it."""
    fix = problem.fix
    assert fix is not None
    region = {
        "startLine": fix.line,
        "startColumn": fix.column,
        "endLine": fix.end_line,
        "endColumn": fix.end_column,
    }
    change = {"deletedRegion": region, "insertedContent": {"text": fix.text}}
    changes = [{"artifactLocation": _artifact(problem.file), "replacements": [change]}]
    return {"description": {"text": problem.hint or problem.message}, "artifactChanges": changes}


def _artifact(file: str) -> dict[str, str]:
    """Return a file as a relative or file: address, its spaces and the like escaped (RFC 3986)."""
    path = PurePath(file)
    return {"uri": path.as_uri() if path.is_absolute() else quote(path.as_posix())}
