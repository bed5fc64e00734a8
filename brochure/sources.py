"""From what is given to a handout: the content, and a clinic and a brand in place of its own."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.model import BrandSource, Clinic, Handout, Problem
from brochure.reading.doubts import clinic_doubts, doubts
from brochure.reading.given import Source, source_of
from brochure.reading.loader import (
    load_brand_bytes,
    load_bytes,
    load_clinic_bytes,
    with_logo,
    without_hints,
)
from brochure.reading.placeholders import filled
from brochure.reading.strange_phones import check_phones, tell_odd_phone
from brochure.typeset.fonts import ASSETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.reading.given import Given


def read(
    source: Given,
    *,
    clinic: Given | None = None,
    brand: Given | None = None,
    base: Path | str | None = None,
    hints: bool = False,
) -> tuple[Handout, tuple[Problem, ...]]:
    """Return the handout of a source, and warnings; raise ContentError with all problems.

    ``clinic`` and ``brand`` take the place of the source's own. ``hints`` adds what changes
    nothing on the page.
    """
    given, own = source_of(source, "content", base), clinic is None
    assets = assets_for(given.folder / "content.yaml")
    handout, found = load_bytes(given.data, given.name, given.folder, assets, needs_clinic=own)
    warnings = [*(found if hints else without_hints(found)), *doubts(handout, own_clinic=own)]
    if clinic is not None:
        handout, more = _of_clinic(handout, source_of(clinic, "clinic", base or given.folder))
        warnings += more
    if brand is not None:
        handout, more = _of_brand(handout, source_of(brand, "brand", base or given.folder))
        warnings += more
    return handout, tuple(warnings)


def _of_clinic(handout: Handout, given: Source) -> tuple[Handout, tuple[Problem, ...]]:
    assets = assets_for(given.folder / "clinic.yaml")
    clinic, brand, found = load_clinic_bytes(given.data, given.name, given.folder, assets)
    handout, others = for_clinic(handout, clinic, brand)
    return handout, (*found, *clinic_doubts(clinic, given.name), *others)


def _of_brand(handout: Handout, given: Source) -> tuple[Handout, tuple[Problem, ...]]:
    assets = assets_for(given.folder / "brand.yaml")
    brand, found = load_brand_bytes(given.data, given.name, given.folder, assets)
    return with_logo(replace(handout, brand=brand)), found


def for_clinic(
    handout: Handout, clinic: Clinic, brand: BrandSource | None
) -> tuple[Handout, tuple[Problem, ...]]:
    """Return a handout for another clinic, with its brand if it has one, and warnings.

    Its words in braces are this clinic's. Raises ContentError if it lacks one of them, and if the
    text still gives the phone of the clinic that is replaced.
    """
    made = filled(with_logo(replace(handout, clinic=clinic, brand=brand or handout.brand)))
    return made, (*tell_odd_phone(made), *check_phones(made, handout.clinic))


def assets_for(path: Path) -> Path:
    """Return the assets folder beside a file, or the nearest above it in the working folder.

    Else it is that of the checkout the program runs from; an installed program lends none, as
    the logo in it is another clinic's.
    """
    beside = path.parent / "assets"
    if beside.is_dir():
        return beside
    home, folder = Path.cwd(), path.resolve().parent
    above = [each for each in folder.parents if each.is_relative_to(home)]
    found = (each / "assets" for each in above if (each / "assets").is_dir())
    return next(found, beside if ASSETS.parent == Path(__file__).parent else ASSETS)
