"""The fixture handouts of other languages."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ROOT

FOLDER = ROOT / "tests" / "handouts" / "languages"
FILES: dict[str, Path] = {file.stem: file for file in sorted(FOLDER.glob("*.yaml"))}
"""The fixture of each language, by its tag."""
FROM_RIGHT = ("ar", "fa", "he")
"""Languages that run from the right."""
SPACELESS = {"th": "budoux", "km": "icu4py"}
"""Languages whose words a package finds, and the package."""
