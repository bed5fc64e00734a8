"""Standard output and standard error, which nobody need read.

A pipe may be closed (`| head -1`), the disk behind a file full, and a window's program has
neither stream. What is said is then lost, but the work goes on, and its exit code stays true.
"""

from __future__ import annotations

import os
import sys

from brochure.model import Problem, WriteError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class opened:  # noqa: N801
    """Gives the process two streams that never fail; afterwards they are as they were."""

    def __enter__(self) -> None:
        """Fill in what is missing, and let each show what its encoding lacks as an escape."""
        self._before = sys.stdout, sys.stderr
        if sys.stdout is None or sys.stderr is None:
            _fill()
        self._settings = [(stream, _escaping(stream)) for stream in (sys.stdout, sys.stderr)]

    def __exit__(self, *error: object) -> None:
        """Let the streams be as they were, and close those that were filled in."""
        try:
            for stream, settings in reversed(self._settings):
                if settings:
                    flush(stream)
                    stream.reconfigure(**settings)
        finally:
            for stream in (sys.stdout, sys.stderr):
                if stream not in self._before:
                    stream.close()
            sys.stdout, sys.stderr = self._before


def _fill() -> None:
    """Put streams that lead nowhere where there are none.

    First the system's own three are filled: else the next file would get one of their numbers.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    null = os.devnull
    sys.stdout = sys.stdout or open(null, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    sys.stderr = sys.stderr or open(null, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _escaping(stream: Any) -> dict[str, Any]:
    """Let a stream show what its encoding lacks as an escape; return how it was set."""
    if not hasattr(stream, "reconfigure"):
        return {}
    before = {"errors": stream.errors, "line_buffering": stream.line_buffering}
    stream.reconfigure(errors="backslashreplace")
    return before


def write(stream: Any, text: str) -> None:
    """Write a text to a stream; if that fails, what is said from then on is lost."""
    try:
        stream.write(text)
    except UnicodeEncodeError:
        write(stream, text.encode("ascii", "backslashreplace").decode())
    except (OSError, ValueError):
        _mute(stream)


def flush(stream: Any) -> None:
    """Let a stream's reader see all that was written."""
    try:
        stream.flush()
    except (OSError, ValueError):
        _mute(stream)


def deliver(text: str) -> None:
    """Write the product of a command to standard output; WriteError if it can be lost unseen.

    That is a full disk; a reader that has gone wanted no more.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _mute(sys.stdout)
    except OSError as error:
        _mute(sys.stdout)
        from brochure.output.write_faults import advice

        message = f"cannot write to standard output: {advice(error)[0]}"
        problem = Problem("brochure", 0, 0, "error", message, "choose a file on another disk")
        raise WriteError([problem]) from error


def _mute(stream: Any) -> None:
    """Lead a stream nowhere; else what it holds would fail again when the process ends."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
    except (OSError, ValueError, AttributeError):
        return
