"""Problems and figures as words for a screen, as JSON, or as GitHub annotations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from brochure._startup.records import dataclass, replace
from brochure.model import ExitCode, Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.checks import Summary
    from brochure.checks.sheets import Scored, SheetName
    from brochure.model import Handout
    from brochure.model.choices import Level

_HARD_SECTIONS = 3
_MANY, _FIRST, _LINES = 12, 10, 6
"""From how many findings on the gravest are named again, how many, and how many lines of each."""
_RANKS: dict[Level, int] = {"error": 0, "warning": 1, "hint": 2}
_HARMFUL = tuple(
    """
    two-doses large-dose look-alike two-names dose-notation opposites same-fact differing-figures
    differing-wait when-to-call no-call other-phone other-hours open-when-closed closes-before
    no-scale ambiguous-date wrong-conversion turned-range age-edge mixed-denominators relative-risk
    nothing-there miscounted reading-grade unexplained-term
    """.split()
)
"""Warnings that matter most to a patient, the gravest first."""
_WIDE, _ROOM = 80, 44
"""Signs that a line of the screen has, and that are left for a heading or a sentence."""
_GITHUB_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}


@dataclass(frozen=True, slots=True)
class Report:
    """What is known of one file. ``facts`` are further lines: the fit, the contrast ..."""

    file: str
    problems: tuple[Problem, ...]
    summary: Summary | None = None
    facts: tuple[tuple[str, str], ...] = ()
    handout: Handout | None = None  # what was judged, for the score sheets


def exit_code(reports: Sequence[Report]) -> int:
    """Return the exit code of a check: 0 good, 1 warnings, 3 must be fixed."""
    levels = {problem.level for report in reports for problem in report.problems}
    if "error" in levels:
        return ExitCode.CONTENT
    return ExitCode.WARNINGS if "warning" in levels else ExitCode.DONE


def as_text(reports: Sequence[Report]) -> str:
    """Return problems as ``file:line:column: level rule: message``, then a summary."""
    return "\n\n".join(map(_text, reports)) + "\n"


def as_json(reports: Sequence[Report]) -> str:
    """Return all reports as one JSON object with the exit code."""
    import json
    from dataclasses import asdict

    from brochure.checks.sheets import SHEETS, as_data

    files = [
        {
            "file": report.file,
            "problems": [asdict(problem) for problem in report.problems],
            "summary": asdict(report.summary) if report.summary else None,
            "facts": dict(report.facts),
            "sheets": {name: as_data(answers_of(name, report)) for name in SHEETS}
            if report.handout
            else {},
        }
        for report in reports
    ]
    whole = {"exit": exit_code(reports), "files": files}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def answers_of(name: SheetName, report: Report) -> tuple[Scored, ...]:
    """Return the answers that a report gives to a score sheet; none if no handout was read."""
    from brochure.checks.sheets import answers_for

    if not report.summary or not report.handout:
        return ()
    return answers_for(name, report.handout, report.summary, report.problems)


def as_github(reports: Sequence[Report]) -> str:
    """Return problems as workflow commands, one a line: ``::error file=..,line=..::message``."""
    problems = [problem for report in reports for problem in report.problems]
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def as_sarif(reports: Sequence[Report]) -> str:
    """Return problems as SARIF 2.1.0, with their fixes."""
    from brochure.checks import sarif

    return sarif.as_sarif(reports)


FORMATS: dict[str, Callable[[Sequence[Report]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""How a check can print what it found, by the name that ``--format`` takes."""


def _text(report: Report) -> str:
    """Return one report: its problems, how many, and its figures."""
    found = [str(problem) for problem in _hinted_once(report.problems)]
    rows = [("found", _count(report.problems)), *_figures(report.summary), *report.facts]
    width = max(len(name) for name, _ in rows)
    figures = [line for name, value in rows for line in _row(f"  {name:<{width}}  ", value)]
    first = list(_first(report.problems)) if len(report.problems) > _MANY else []
    return "\n".join([*found, *([""] if found else []), *first, report.file, *figures])


def _first(problems: Sequence[Problem]) -> Iterator[str]:
    """Yield what an editor would mend first: one line for each rule, the gravest ten of them.

    Errors come first, then what could harm a patient, then warnings, each by how many there are.
    """
    by_rule: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_rule.setdefault((problem.level, problem.rule), []).append(problem)
    order = sorted(by_rule.values(), key=lambda found: (*_gravity(found[0]), -len(found)))
    yield "begin with these:"
    for found in order[:_FIRST]:
        lines = list(dict.fromkeys(str(each.line) for each in found))
        named = ", ".join(lines[:_LINES]) + (" …" if len(lines) > _LINES else "")
        noun = "line" if len(lines) == 1 else "lines"
        yield f"  {found[0].rule} ({noun} {named}): {found[0].message}"
    yield ""


def _gravity(problem: Problem) -> tuple[int, int]:
    """Return how grave a problem is, the gravest first."""
    harm = _HARMFUL.index(problem.rule) if problem.rule in _HARMFUL else len(_HARMFUL)
    return _RANKS[problem.level], harm


def _row(name: str, value: str) -> list[str]:
    """Return a name with its value, a list of many words on lines of its own."""
    if len(value) <= _WIDE:
        return [f"{name}{value}"]
    from textwrap import wrap

    room = _WIDE - len(name)
    first, *rest = wrap(value, room, break_long_words=False, break_on_hyphens=False)
    return [f"{name}{first}", *(f"{'':<{len(name)}}{line}" for line in rest)]


def _hinted_once(problems: Sequence[Problem]) -> Iterator[Problem]:
    """Yield the problems, the same hint only with the first: a long text has many alike."""
    said: set[str] = set()
    for problem in problems:
        yield replace(problem, hint="") if problem.hint in said else problem
        said.add(problem.hint)


def _count(problems: Sequence[Problem]) -> str:
    """Return how many problems there are of each level ("1 error, 2 hints")."""
    levels = [problem.level for problem in problems]
    counts = [(levels.count(level), level) for level in _GITHUB_LEVELS]
    return ", ".join(_plural(count, level) for count, level in counts if count) or "nothing"


def _figures(summary: Summary | None) -> list[tuple[str, str]]:
    """Return the lines of a summary."""
    if summary is None:
        return []
    lines = [
        ("reading grade", _grade(summary)),
        *_parts(summary),
        (summary.unit, str(summary.words)),
        ("longest sentence", _longest(summary)),
    ]
    lines += [("switched off", f"{rule} ({reason})") for rule, reason in summary.switched_off]
    if summary.not_for_language:
        names = summary.not_for_language
        lines.append((f"not run for {summary.language}", f"{len(names)} rules: {', '.join(names)}"))
    return lines


def _parts(summary: Summary) -> list[tuple[str, str]]:
    """Return the lines that say where a grade that misses the aim comes from."""
    parts = summary.parts
    if parts is None or not parts.hard:
        return []
    better = "less" if parts.is_grade else "more"
    hard = parts.hard_sections[:_HARD_SECTIONS]
    rows = [("hard section", f"{_cut(head)} ({figure})") for head, figure in hard]
    for each in parts.costly:
        where = f"line {each.line}: {_cut(each.start)}"
        rows.append(("costly sentence", f"{where} (without it {each.cost:.1f} {better})"))
    return rows


def _cut(words: str) -> str:
    """Return the first words of a text, as many as a line has room for."""
    if len(words) <= _ROOM:
        return words
    return f"{words[:_ROOM].rpartition(' ')[0] or words[:_ROOM]} …"


def _grade(summary: Summary) -> str:
    """Return the two grades in words."""
    if summary.grade is None:
        return summary.ease or "not measured in this language"
    return f"{summary.grade} Flesch-Kincaid, {summary.smog} SMOG (US school grade; aim at 6)"


def _longest(summary: Summary) -> str:
    """Return the length and line of the longest sentence."""
    noun = summary.unit.removesuffix("s")
    return f"{_plural(summary.longest_sentence, noun)}, line {summary.longest_line}"


def _plural(count: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _annotation(problem: Problem) -> str:
    """Return a problem as a GitHub workflow command."""
    where = {"file": problem.file, "line": problem.line, "col": problem.column}
    where["title"] = problem.rule
    fields = ",".join(f"{key}={_field(str(value))}" for key, value in where.items() if value)
    words = ". ".join(part for part in (problem.message, problem.hint) if part)
    return f"::{_GITHUB_LEVELS[problem.level]} {fields}::{_escaped(words)}"


def _escaped(words: str) -> str:
    """Return words with the three signs escaped that end a command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(value: str) -> str:
    """Return the value of a field, its commas and colons escaped too."""
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
