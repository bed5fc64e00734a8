"""The site of the documents: sphinx-build -W docs docs/_build"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from gallery import make_gallery

from brochure import __version__

project = "Brochure"
author = "The makers of Brochure"
release = __version__
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
smartquotes = False  # the quotes that are shown are those to type
html_theme = "furo"
html_title = "Brochure"
html_static_path: list[str] = []
html_copy_source = False
html_show_sphinx = False
myst_heading_anchors = 3
myst_enable_extensions = ["deflist"]


def setup(app) -> None:
    """Make the gallery before the pages are read."""
    app.connect("builder-inited", lambda app: make_gallery(Path(app.srcdir) / "gallery"))
