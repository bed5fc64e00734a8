"""The families of two handouts in one file: those of the second have a mark before their roles."""

from __future__ import annotations

from collections.abc import Iterable

from brochure.typeset.fonts import Face, Faces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from brochure.model.choices import FaceRole

SECOND = "back:"
"""What stands before a role of the second family, as in "back:bold"."""


class TwoFamilies(Faces):
    """Two families as one, to draw with."""

    def __init__(self, one: Faces, other: Faces) -> None:
        """Take the families of the first and of the second handout."""
        self.one, self.other = one, other
        self.writing, self.average = one.writing, one.average

    def face(self, role: FaceRole) -> Face:
        """Return a face of the first family, or of the second for a role with its mark."""
        faces, base = self._of(role)
        return faces.face(base)

    def width(self, text: str, face: FaceRole) -> float:
        """Return the width of ``text`` in ems."""
        faces, base = self._of(face)
        return faces.width(text, base)

    def widths(self, texts: Iterable[str], face: FaceRole) -> list[float]:
        """Return the width of each text in ems."""
        return [self.width(text, face) for text in texts]

    def missing(self, text: str, roles: Iterable[FaceRole] = ("regular",)) -> list[str]:
        """Return the characters that the first family cannot draw."""
        return self.one.missing(text, roles)

    def _of(self, role: FaceRole) -> tuple[Faces, Any]:
        _, second, base = role.rpartition(SECOND)
        return (self.other, base) if second else (self.one, role)
