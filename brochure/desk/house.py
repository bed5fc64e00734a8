"""Whose desk it is: the clinic's name and its colour, as most of the handouts have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from brochure.brand.colour import darken_on_own_tint, is_hex, parse_hex, tint, to_hex
from brochure.desk.library import Row

TINT = 0.12
"""The share of the colour behind what is chosen."""
RATIO = 5.5
"""More than is needed on its tint (WCAG 2.2, 1.4.3), as it stands on the pages' ground, too."""


def house_of(rows: Iterable[Row]) -> dict[str, str]:
    """Return the name, colour and tint of a desk; "" where no handout has any."""
    rows = list(rows)
    colour = commonest(row.primary for row in rows if is_hex(row.primary))
    found = {"name": commonest(row.clinic for row in rows), "brand": "", "tint": ""}
    if colour:
        brand = darken_on_own_tint(parse_hex(colour), TINT, RATIO)
        found |= {"brand": to_hex(brand), "tint": to_hex(tint(brand, TINT))}
    return found


def commonest(texts: Iterable[str]) -> str:
    """Return the text that is there most often, the first of equals; "" if there is none."""
    counted = Counter(text for text in texts if text)
    return counted.most_common(1)[0][0] if counted else ""
