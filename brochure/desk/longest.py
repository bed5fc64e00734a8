"""What to shorten first where a text is too long: its longest sections, each with its place."""

from __future__ import annotations

from brochure.copyfit.overflow import longest_sections
from brochure.desk.form import path_at
from brochure.language.messages import short
from brochure.model.texts import drawn_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model import Handout
    from brochure.reading.yaml_nodes import Node

MOST = 2
HEADING = 40
"""Characters of a heading that are told."""


def places_to_shorten(handout: Handout, root: Node | None) -> list[dict[str, object]]:
    """Return the longest sections, the longest first: heading, words or characters, and place.

    The place, as a path and a line, is that of the section's longest text.
    """
    found: list[dict[str, object]] = []
    for section, words in longest_sections(handout, MOST):
        text = max(drawn_texts(section), key=lambda each: len(each.plain))
        place = {"line": text.line, "column": text.column}
        path = path_at(root, text.line, text.column)
        found.append(
            {
                "heading": short(section.heading.plain, HEADING),
                "words": words,
                "path": path,
                **place,
            }
        )
    return found
