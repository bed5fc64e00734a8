"""Brochure: one YAML file becomes a branded two-page patient handout that always fits.

`build` returns a finished handout, its PDF as bytes and what the fit decided; `check` says what is
wrong with the words; `run_batch` makes many. They never print, and only `run_batch` writes. What
goes wrong with the input is a `BrochureError` with its problems: `ContentError`, `FitError` or
`WriteError`. See ARCHITECTURE.md for the stages behind them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.batch import Job, combinations, run_batch
    from brochure.commands.check_file import check
    from brochure.editions import Options
    from brochure.model import BrochureError, ContentError, FitError, Problem, WriteError
    from brochure.recipe import Built, build

__version__ = "0.1.0"
__all__ = [
    "BrochureError",
    "Built",
    "ContentError",
    "FitError",
    "Job",
    "Options",
    "Problem",
    "WriteError",
    "__version__",
    "build",
    "check",
    "combinations",
    "run_batch",
]
_HOMES = {
    "brochure.batch": ("Job", "combinations", "run_batch"),
    "brochure.commands.check_file": ("check",),
    "brochure.editions": ("Options",),
    "brochure.model": ("BrochureError", "ContentError", "FitError", "Problem", "WriteError"),
    "brochure.recipe": ("Built", "build"),
}


def __getattr__(name: str) -> Any:
    """Import the stages only when they are asked for."""
    for module, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            return getattr(import_module(module), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return what the package offers."""
    return __all__
