"""Two small sheets on one of the office's paper: which formats go so, and where the two lie.

The sheet is turned like a leaf of a book, about its middle, where it is cut; so what lies there
on the back is the back of what lies on the front, and the two have to mirror each other.
"""

from __future__ import annotations

from brochure._startup.records import dataclass
from brochure.copyfit.formats import FORMATS, MODES, PAPERS, Format, Mode, geometry
from brochure.language.messages import either
from brochure.model import Sheet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FormatName, ModeName, PaperName

SLACK = 1.0
"""Points that the two may be too wide: papers of ISO 216 are halved to whole millimetres."""


@dataclass(frozen=True, slots=True)
class Imposition:
    """A sheet of two: the paper on its side, the left edges of both, their foot, and the cut."""

    sheet: Sheet
    lefts: tuple[float, float]
    foot: float
    cut: float


def imposition(fmt: Format, paper: PaperName) -> Imposition | None:
    """Return how two sheets of a format lie on a paper, in points; None if they do not fill it."""
    high, wide = PAPERS[paper]
    small = geometry(fmt, paper).sheet
    half = wide / 2
    fits = -SLACK <= half - small.width < half / 4 and -SLACK <= high - small.height < high / 4
    if not fits:
        return None
    margin = (half - small.width) / 2
    sheet = Sheet(wide, high, duplex="DuplexFlipShortEdge")
    return Imposition(sheet, (margin, half + margin), (high - small.height) / 2, half)


def goes_twice(fmt: Format, mode: Mode) -> bool:
    """Return whether a format's sheets can be printed two on one, on every paper."""
    papers = PAPERS if fmt.sheets is None else fmt.sheets
    return not mode.bleeds and all(imposition(fmt, paper) for paper in papers)


def refuse_unless_two(name: FormatName, mode: ModeName) -> None:
    """Raise ValueError, with what goes, if two of a format are not printed on one sheet."""
    if MODES[mode].bleeds:
        raise ValueError(
            f"two-up is for the office's own printer, not for {mode}: "
            "a print shop lays cards on its sheets itself"
        )
    if not goes_twice(FORMATS[name], MODES[mode]):
        small = either(row.name for row in FORMATS.values() if goes_twice(row, MODES[mode]))
        raise ValueError(
            f"two-up puts two on one sheet, which goes with format {small}, not {name}"
        )
