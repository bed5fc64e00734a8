"""What is wrong in the words of one text, told by a piece of it."""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a text.

    ``needle`` is a piece of it to find the line by. ``becomes`` is what to type in its place, if
    that is sure; None if it is not. ``whole`` says that it is the whole text.
    """

    needle: str
    message: str
    hint: str
    level: Level = "error"
    becomes: str | None = None
    whole: bool = False
