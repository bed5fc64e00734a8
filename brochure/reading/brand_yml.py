"""A brand file of the brand.yml convention (posit-dev.github.io/brand-yml): colours, logo, fonts.

Such a file has far more than a handout takes. What is taken: `color: primary` and `secondary`
(by the palette's names, too), a logo, and the files of the typeface of `typography: base`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from brochure.language.messages import short
from brochure.model import Fix
from brochure.reading.field_reader import Reader, Values
from brochure.reading.schema import BRAND, CLINIC
from brochure.reading.strange_keys import near
from brochure.reading.yaml_nodes import Mapping, Node, Scalar, Sequence

OWN_KEYS = frozenset(("color", "typography", "meta", "logo", "defaults"))
"""Keys that no brand file of our own form has."""
COLOUR_KEYS = ("palette", "primary", "secondary", "tertiary")
"""What is read below `color:`; a slip of one of these would lose the brand's colour."""
OTHER_COLOURS = (
    *("foreground", "background", "success", "info", "warning", "danger"),
    *("light", "dark"),
)
NEAR = 0.75
INKS = {"primary": ("primary",), "accent": ("secondary", "tertiary")}
"""Where each colour of ours is looked for, the first that there is."""
SIZES = ("medium", "large", "small")
"""The logo's sizes, in the order that a handout wants them."""
ROLES = ("regular", "bold", "italic")
LINKS = 8
"""How often one name of the palette may stand for another."""
WEIGHTS = {"normal": 400, "regular": 400, "bold": 700, "semi-bold": 600, "medium": 500}
OUR_KEYS = frozenset(field.name for field in BRAND)
_FIELDS = {field.name: field for field in (*BRAND, *CLINIC)}


def is_brand_yml(root: Node) -> bool:
    """Return whether a file has the keys of the convention."""
    if not isinstance(root, Mapping):
        return False
    return any(
        key.text in OWN_KEYS or (COLOURS.fullmatch(key.text) and isinstance(value, Mapping))
        for key, value in root.pairs
    )


COLOURS = re.compile("colours?|colors")
"""How `color` is typed by people who do not say color."""


def brand_values(reader: Reader, root: Node) -> Values:
    """Return the values of a brand's keys as `Reader.mapping` would, and its ``logo``.

    Keys of our own form that stand beside those of the convention are read, too, and win.
    """
    values: Values = {}
    _slips(reader, root)
    colours = _under(root, "color")
    for name, keys in INKS.items():
        node = next((found for key in keys if (found := _under(colours, key))), None)
        if node:
            values[name] = _read(reader, _resolved(node, _under(colours, "palette")), name)
    logo = _logo(_under(root, "logo"))
    if logo:
        values["logo"] = _read(reader, logo, "logo")
    font = _font(reader, _under(root, "typography"))
    if font:
        values["font"] = font
    for key, value in root.pairs if isinstance(root, Mapping) else []:
        if key.text in OUR_KEYS:
            values[key.text] = _read(reader, value, key.text)
    return {key: value for key, value in values.items() if value is not None}


def _slips(reader: Reader, root: Node) -> None:
    """Note keys of the colours that would be passed over in silence."""
    for key, value in root.pairs if isinstance(root, Mapping) else []:
        if COLOURS.fullmatch(key.text):
            fix = Fix(key.line, key.column, key.line, key.column + len(key.text), "color")
            message = f"the key `{key.text}` is not known in a brand file"
            reader.say(key, message, "Did you mean `color`?", fix=fix)
        elif key.text == "color" and not isinstance(value, Mapping):
            hint = 'Type them below it, indented, such as `primary: "#0b5d6b"`'
            reader.say(key, "`color` takes keys such as `primary:`", hint)
    found = _under(root, "color")
    for key, _ in found.pairs if isinstance(found, Mapping) else []:
        if key.text in COLOUR_KEYS or key.text in OTHER_COLOURS:
            continue
        if meant := near(key.text.strip().lower()[:40], (*COLOUR_KEYS, *OTHER_COLOURS), NEAR):
            fix = Fix(key.line, key.column, key.line, key.column + len(key.text), meant)
            message = f"the key `{short(key.text)}` is not known in `color`"
            reader.say(key, message, f"Did you mean `{meant}`?", fix=fix)


def _read(reader: Reader, node: Node, name: str) -> object:
    field = _FIELDS[name]
    return reader.kinds[field.kind](reader, node, field)


def _under(node: Node | None, key: str) -> Node | None:
    """Return what stands under a key of a mapping; None if nothing does."""
    pairs = node.pairs if isinstance(node, Mapping) else []
    return next((value for name, value in pairs if name.text == key), None)


def _resolved(node: Node, palette: Node | None) -> Node:
    """Return the colour that a name of the palette stands for, or the node itself.

    Of a colour for light and one for dark screens it is the one for light: paper is white.
    """
    for _ in range(LINKS):
        node = _light(node)
        found = _under(palette, node.text) if isinstance(node, Scalar) else None
        if found is None:
            break
        node = found
    return _light(node)


# --------------------------------------------------------------------- logo


def _logo(node: Node | None) -> Node | None:
    """Return the path of a logo: the one, or that of the size that a handout wants."""
    if node is None or isinstance(node, Scalar):
        return node
    images = _under(node, "images")
    sized = next((found for size in SIZES if (found := _under(node, size))), None)
    first = images.pairs[0][1] if isinstance(images, Mapping) and images.pairs else None
    return _path(_resolved(_light(sized), images)) if sized else _path(first)


def _light(node: Node) -> Node:
    """Return the one for a light ground of a logo that has two."""
    return _under(node, "light") or node


def _path(node: Node | None) -> Node | None:
    """Return the path of an image, which may stand beside its description."""
    return node if isinstance(node, Scalar) else _under(node, "path")


# -------------------------------------------------------------------- fonts


def _font(reader: Reader, typography: Node | None) -> object:
    """Return the faces of the family of `base`, if their files are named; tell if they are not."""
    base = _under(typography, "base")
    family = base if isinstance(base, Scalar) else _under(base, "family")
    if not isinstance(family, Scalar):
        return None
    told = len(reader.problems)
    faces = dict(_faces(reader, _under(typography, "fonts"), family.text))
    if len(reader.problems) > told:
        return None
    if not faces:
        message = f"the files of `{short(family.text)}` are not named: the bundled font is used"
        hint = (
            "put the family's TrueType files beside this file and name them: `typography:`,"
            " `fonts:`, `source: file`, `files:`"
        )
        reader.say(family, message, hint, "warning")
        return None
    lacking = [name for name in ("regular", "bold") if name not in faces]
    if lacking:
        message = f"`{short(family.text)}` has no {lacking[0]} file: the bundled font is used"
        hint = "name it below `files:`, with `weight: bold` for the bold one"
        reader.say(family, message, hint, "warning")
        return None
    faces.setdefault("italic", faces["regular"])
    return tuple((name, faces[name]) for name in ROLES), family.line, family.column


def _faces(reader: Reader, fonts: Node | None, family: str) -> Iterator[tuple[str, Path]]:
    """Yield the faces of a family with their files, which lie where pictures may lie."""
    for font in fonts.items if isinstance(fonts, Sequence) else []:
        name, files = _under(font, "family"), _under(font, "files")
        if not isinstance(name, Scalar) or name.text != family or not isinstance(files, Sequence):
            continue
        for each in files.items:
            role, path = _role(each), _path(each)
            found = _read(reader, path, "logo") if role and path else None
            if isinstance(found, tuple):
                yield role, found[0]


def _role(node: Node) -> str:
    """Return which face a file is, by its weight and style; "" if a handout has none such."""
    style, weight = _word(node, "style"), _word(node, "weight")
    thick = int(weight) if weight.isdigit() else WEIGHTS.get(weight, 400)
    if style in ("italic", "oblique"):
        return "italic" if thick < 600 else ""
    return "bold" if thick >= 600 else "regular"


def _word(node: Node, key: str) -> str:
    found = _under(node, key)
    return found.text.strip().lower() if isinstance(found, Scalar) else ""
