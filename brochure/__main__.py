"""The console entry: `brochure`, `python -m brochure` and `python make_pdf.py` begin here."""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036  (a checkout is run by whatever Python there is)
    here = ".".join(map(str, sys.version_info[:2]))
    needed = "Brochure needs Python 3.11 or newer"
    sys.stderr.write(f"{needed}; this is {here}. Install it from python.org.\n")
    sys.exit(2)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import NoReturn


def command(argv: Sequence[str] | None = None, beside: str | Path = "") -> NoReturn:
    """Run a command as `run` does, and end the process with its exit code."""
    code = run(argv, beside)
    from brochure._startup.own_process import leave

    leave(code)


def run(argv: Sequence[str] | None = None, beside: str | Path = "") -> int:
    """Run a command in a process that is ours alone, and return its exit code; see `cli.main`."""
    from brochure._startup.own_process import take_over

    take_over()
    from brochure.cli import main

    code = main(argv, beside)
    if sys.platform == "win32":
        from brochure.commands.own_window import wait_if_alone

        wait_if_alone()
    return code


if __name__ == "__main__":
    command()
