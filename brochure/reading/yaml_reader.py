"""From a YAML file's bytes to a tree of texts, lists and mappings that know their lines.

Every scalar is read as the text that was typed: ``No``, ``8:30`` and ``01234`` stay what they
are. What YAML can do beyond that (tags, anchors, aliases, merge keys, several documents) is
refused. The verdict does not depend on which of PyYAML's two parsers does the work.
"""

from __future__ import annotations

from collections.abc import Callable

from brochure._startup.records import replace
from brochure._startup.yaml import FAST_PARSER, YAMLError
from brochure.language.messages import printable, printable_lines
from brochure.model import Problem
from brochure.reading.encoding import decode, is_plain
from brochure.reading.yaml_nodes import FEED, Node, Scalar, Stopped, TreeBuilder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_REPAIRS = 10
MAX_REPAIRED = 64 * 1024
"""Longer files are not read again after a syntax error: one error is shown, not all of them."""


Parsing = Callable[[str], "Any"]
"""Makes a parser, with ``get_event``, of a text."""


class Marked:
    """A file read: its tree (None after a fault that bars reading), problems and source lines."""

    __slots__ = ("file", "lines", "problems", "root")

    def __init__(
        self, file: str, root: Node | None, problems: list[Problem], lines: list[str]
    ) -> None:
        self.file = file
        self.root = root
        self.problems = problems
        self.lines = lines

    def after(self, node: Scalar) -> str:
        """Return what follows a scalar on its last line."""
        row = node.end_line - 1
        rest = self.lines[row][node.end_column - 1 :] if row < len(self.lines) else ""
        return rest if node.text else rest.removeprefix(":")


def fast_parser() -> Parsing:
    """Return PyYAML's C parser, or the one in Python where the C one was not built."""
    return FAST_PARSER or _pure_parser()


def _pure_parser() -> Parsing:
    from brochure._startup.yaml_in_python import PurePython

    return PurePython


def read_marked(data: bytes, file: str, parser: Parsing | None = None) -> Marked:
    """Return the tree of a YAML file with all problems found; never raises for bad content."""
    text = decode(data, file)
    if isinstance(text, Problem):
        return Marked(file, None, _tidied([text]), [])
    problems: list[Problem] = []
    lines = text.split("\n")
    if not is_plain(text):
        from brochure.reading.spoiled_text import clean, with_plain_heads

        text = with_plain_heads(text)
        lines = text.split("\n")
        text, problems = clean(text, file)
    builder, faults = _parse_with_repairs(text, file, parser or fast_parser())
    problems += builder.problems + faults
    root = builder.root
    if isinstance(root, Scalar) and not root.text:
        builder.root = None
    if builder.root is None and not problems:
        from brochure.reading.hints import start

        problems.append(Problem(file, 1, 1, "error", _NO_TEXT, start()))
    return Marked(file, builder.root, _tidied(problems), lines)


def _tidied(problems: list[Problem]) -> list[Problem]:
    """Return problems with one a place, in words that are safe to show."""
    first: dict[tuple[int, int], Problem] = {}
    for problem in sorted(problems, key=lambda each: (each.line, each.column)):
        message, hint = printable(problem.message), printable_lines(problem.hint)
        safe = replace(problem, message=message, hint=hint)
        first.setdefault((problem.line, problem.column), safe)
    return list(first.values())


def _parse_with_repairs(text: str, file: str, parser: Parsing) -> tuple[TreeBuilder, list[Problem]]:
    """Parse; after a fault whose mending is plain, mend a copy and look for further faults."""
    faults: list[Problem] = []
    for _ in range(MAX_REPAIRS):
        builder, error = _parse(text, file, parser)
        if error is None:
            break
        builder.root = None
        from brochure.reading.yaml_errors import explain

        lines = text.split("\n")
        trap = explain(lines, error, builder.last, file)
        if any(fault.line >= trap.problem.line for fault in faults):
            break
        faults.append(trap.problem)
        if trap.text is None or len(text) > MAX_REPAIRED:
            break
        lines[trap.row : trap.end] = [trap.text, *[""] * (trap.end - trap.row - 1)]
        text = "\n".join(lines)
    return builder, faults


def _parse(text: str, file: str, parser: Parsing) -> tuple[TreeBuilder, Exception | None]:
    builder, error = _run(text, file, parser)
    if error is not None and parser is FAST_PARSER:
        builder, error = _run(text, file, _pure_parser())
    return builder, error


def _run(text: str, file: str, parser: Parsing) -> tuple[TreeBuilder, Exception | None]:
    builder = TreeBuilder(file, text)
    try:
        events = parser(text)
        while (event := events.get_event()) is not None:
            FEED[type(event)](builder, event)
    except Stopped:
        builder.root = None
    except (YAMLError, ValueError, OverflowError) as error:
        return builder, error
    return builder, None


_NO_TEXT = "the file holds no text, only notes or blank lines"
