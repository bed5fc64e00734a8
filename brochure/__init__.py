"""Brochure: one YAML file becomes a branded two-page patient handout that always fits.

`build` returns a finished handout, its PDF as bytes and what the fit decided; it never
prints and never writes. See ARCHITECTURE.md for the stages behind it.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.editions import Options
    from brochure.recipe import Built, build

__version__ = "0.1.0"
__all__ = ["Built", "Options", "__version__", "build"]


def __getattr__(name: str) -> Any:
    """Import the stages only when they are asked for."""
    if name in __all__:
        from brochure import recipe

        return getattr(recipe, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
