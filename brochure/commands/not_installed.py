"""A Python without the libraries: started again in the project's own, or told what to type."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from brochure.commands.words import complain
from brochure.language.messages import as_typed, this_python
from brochure.model import ExitCode

LIBRARIES = ("reportlab", "yaml", "PIL")
"""What the plain program needs, by the names that are imported."""
MARK = "BROCHURE_STARTED_AGAIN"
"""Set in the second start, so that there is no third."""
OWN_PYTHONS = (".venv/bin/python", ".venv/Scripts/python.exe")


def is_missing(error: ImportError) -> bool:
    """Return whether a library of the plain program is missing, or another one than it needs."""
    return (error.name or "").partition(".")[0] in LIBRARIES


def start_again(error: ImportError, root: Path | None, arguments: Sequence[str]) -> int:
    """Run make_pdf.py in the `.venv` beside it, if there is one; else say what to type.

    ``root`` is the folder of make_pdf.py, None for another start. Returns the exit code.
    """
    home = root or Path.cwd()
    own = [home / name for name in OWN_PYTHONS if (home / name).is_file()]
    if own and root and not os.environ.get(MARK):
        import subprocess

        command = [str(own[0]), str(root / "make_pdf.py"), *arguments[1:]]
        return subprocess.call(command, env={**os.environ, MARK: "1"})
    library = (error.name or "").partition(".")[0]
    complain(f"Brochure is not installed for this Python: it lacks {library}. Type:")
    for line in _ways_in(own):
        complain(f"  {line}")
    return ExitCode.BAD_COMMAND


def _ways_in(own: list[Path]) -> list[str]:
    """Return the commands that install the program, from the folder that we are in."""
    if own and not _runs_in(own[0]):
        return [f"{as_typed(str(own[0]))} -m pip install {_project()}"]
    if _takes_packages():
        return [f"{this_python()} -m pip install {_project()}"]
    folder = "Scripts" if sys.platform == "win32" else "bin"
    inner = os.path.join(".venv", folder, "python")  # noqa: PTH118  (as it is typed)
    return [f"{this_python()} -m venv .venv", f"{inner} -m pip install {_project()}"]


def _runs_in(python: Path) -> bool:
    """Return whether a virtual environment's Python is the one that runs."""
    return Path(sys.prefix).resolve() == python.parents[1].resolve()


def _takes_packages() -> bool:
    """Return whether packages can be put into this Python: the system may keep its own for itself.

    The mark is that of the packaging specification "Externally managed environments".
    """
    from importlib.util import find_spec
    from sysconfig import get_path

    kept = Path(get_path("stdlib"), "EXTERNALLY-MANAGED").exists()
    return find_spec("pip") is not None and not (kept and sys.prefix == sys.base_prefix)


def _project() -> str:
    """Return what to install: the folder with the program, or the libraries alone."""
    folder = Path(__file__).resolve().parents[2]
    if not (folder / "pyproject.toml").is_file():
        return "reportlab pyyaml"
    return "." if folder == Path.cwd().resolve() else as_typed(str(folder))
