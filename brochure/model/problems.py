"""What is wrong with the input, and the errors that carry it to the user.

BrochureError
ContentError    the content, the brand or an image is wrong
FitError        the text does not fit
WriteError      a file could not be written
"""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level


class ExitCode:
    """How the program ends. Of a verb that reports on files, 1 says that it has warnings.

    Plain numbers: to import `enum` takes a fortieth of a run.
    """

    DONE = 0
    BUG = 1
    WARNINGS = 1
    BAD_COMMAND = 2
    CONTENT = 3
    NO_FIT = 4
    NO_WRITE = 5
    INTERRUPTED = 130  # 128 + SIGINT, as shells have it


@dataclass(frozen=True, slots=True)
class Fix:
    """What to type for what stands between two places of a file (1-based, the end not included).

    ``sure`` says that it can be done unasked: it changes how a thing is typed, not what it says.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where, and what to type instead."""

    file: str
    line: int
    column: int
    level: Level
    message: str
    hint: str = ""
    rule: str = ""
    fix: Fix | None = None

    def __str__(self) -> str:
        """Return ``file:line:column: level: message`` and, on lines of its own, the hint."""
        where = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        rule = f" {self.rule}" if self.rule else ""
        tail = "\n    " + self.hint.replace("\n", "\n    ") if self.hint else ""
        return f"{where}: {self.level}{rule}: {self.message}{tail}"


class BrochureError(Exception):
    """A failure that the user can mend; carries every problem found, and an exit code."""

    exit_code = ExitCode.CONTENT

    def __init__(self, problems: list[Problem]) -> None:
        """Keep the problems, sorted as a reader meets them."""
        self.problems = sorted(problems, key=lambda p: (p.file, p.line, p.column))
        super().__init__("\n".join(map(str, self.problems)))


class ContentError(BrochureError):
    """The content, the brand or an image is wrong (exit code 3)."""


class FitError(BrochureError):
    """The text does not fit (exit code 4); says by how much."""

    exit_code = ExitCode.NO_FIT

    def __init__(self, problems: list[Problem], words_over: int, lines_over: int) -> None:
        """Keep how many words, and lines of body text, are too many."""
        super().__init__(problems)
        self.words_over = words_over
        self.lines_over = lines_over


class WriteError(BrochureError):
    """A file could not be written (exit code 5)."""

    exit_code = ExitCode.NO_WRITE
