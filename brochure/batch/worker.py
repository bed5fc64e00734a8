"""What a worker process does: it makes handouts from parsed content, and writes them."""

from __future__ import annotations

import errno
import pickle
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.editions import Options
from brochure.model import BrochureError, ExitCode, Handout, Problem
from brochure.output.atomic_write import write_file
from brochure.recipe import build_handout

HOPELESS = {errno.ENOSPC, errno.EROFS, errno.EDQUOT}
"""Failures to write that the next handout would meet as well."""

COLLECT_AFTER = 20_000
"""Objects between two collections: a handout leaves a thousand in rings, some 2 MB in all."""
_WHEN_WARM: list[Callable[[], None]] = []
"""What a process of our own does once its first handouts are made."""


@dataclass(frozen=True, slots=True)
class Task:
    """One handout to make: where it goes, and its place among the jobs."""

    number: int
    handout: Handout
    options: Options
    path: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task; small, as it travels back. ``code`` is 0 if the file is written."""

    number: int
    pages: int = 0
    size: float = 0.0
    bytes: int = 0
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    code: int = 0
    hopeless: bool = False


def packed(tasks: Sequence[Task]) -> bytes:
    """Return tasks as bytes, which any executor can carry without looking into them.

    Handouts of one chunk mostly share a content file, and pickling them together says it once.
    """
    return pickle.dumps(tasks, pickle.HIGHEST_PROTOCOL)


def make_packed(data: bytes) -> list[Outcome]:
    """Make each handout of packed tasks."""
    outcomes = make_all(pickle.loads(data))
    while _WHEN_WARM:
        _WHEN_WARM.pop()()
    return outcomes


def make_all(tasks: Sequence[Task]) -> list[Outcome]:
    """Make each handout; one that fails does not stop the others."""
    return [make(task) for task in tasks]


def make(task: Task) -> Outcome:
    """Make one handout and write it, whole or not at all."""
    try:
        built = build_handout(task.handout, task.options)
        write_file(Path(task.path), built.pdf)
    except BrochureError as error:
        cause = error.__cause__
        hopeless = isinstance(cause, OSError) and cause.errno in HOPELESS
        return Outcome(
            task.number, problems=tuple(error.problems), code=error.exit_code, hopeless=hopeless
        )
    except Exception as error:
        return Outcome(task.number, problems=(_bug(task, error),), code=ExitCode.BUG)
    return Outcome(
        task.number,
        built.facts.pages,
        built.facts.size,
        len(built.pdf),
        sha256(built.pdf).hexdigest(),
        built.warnings,
    )


def _bug(task: Task, error: Exception) -> Problem:
    message = f"a fault in the program: {type(error).__name__}: {error}"
    hint = "build this file alone with --debug and send what it prints to its makers"
    return Problem(task.handout.file, 0, 0, "error", message, hint)


def start() -> None:
    """Prepare a worker process: deaf to Ctrl-C, which is the parent's, and gone when that is."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_follow_parent, daemon=True).start()
    _WHEN_WARM.append(_collect_rarely)


def _collect_rarely() -> None:
    """Take modules and fonts, which stay, out of the collector's sight, and let it run seldom."""
    import gc

    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)


def _follow_parent() -> None:
    import os
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
