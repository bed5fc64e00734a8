"""What `--fix` does to a file: sure mendings, one after the other, and no other byte is touched."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from brochure.model import Fix, Problem

MOST = 500
"""How many places of one file are mended."""

Judge = Callable[[bytes], "list[Problem]"]
"""Returns the problems of a file's bytes."""


def applied(data: bytes, fix: Fix) -> bytes:
    """Return a file's bytes with one fix; line ends, marks and all other lines stay.

    Raises IndexError if the fix lies outside the file.
    """
    text = data.decode("utf-8")
    starts = list(_line_starts(text))
    start = starts[fix.line - 1] + fix.column - 1
    last = fix.end_line - 1
    end = starts[last] + fix.end_column - 1 if last < len(starts) else len(text)
    ends = "\r\n" if "\r\n" in text else "\n"
    return (text[:start] + fix.text.replace("\n", ends) + text[end:]).encode()


def _line_starts(text: str) -> Iterator[int]:
    """Yield where each line begins; a mark at the file's start is no part of the first."""
    yield int(text.startswith("\ufeff"))
    at = 0
    while at < len(text):
        if text[at] == "\r" and text[at + 1 : at + 2] == "\n":
            at += 1
        if text[at] in "\r\n":
            yield at + 1
        at += 1


def mended(data: bytes, judge: Judge) -> tuple[bytes, list[Problem]]:
    """Return a file's bytes with every sure fix done, and the problems that are mended.

    A fix after which the file is no better is left undone.
    """
    done: list[Problem] = []
    refused: set[tuple[int, int]] = set()
    problems = judge(data)
    while len(done) < MOST:
        problem = next((each for each in problems if _may(each, refused)), None)
        if problem is None or problem.fix is None:
            break
        tried = applied(data, problem.fix)
        after = judge(tried)
        if tried == data or _badness(after) > _badness(problems):
            refused.add((problem.line, problem.column))
            continue
        data, problems = tried, after
        done.append(problem)
    return data, done


def _may(problem: Problem, refused: set[tuple[int, int]]) -> bool:
    sure = problem.fix is not None and problem.fix.sure
    return sure and (problem.line, problem.column) not in refused


def _badness(problems: list[Problem]) -> tuple[int, int]:
    return sum(problem.level == "error" for problem in problems), len(problems)
