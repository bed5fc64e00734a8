"""Brand and clinics: colours with their contrast, styles as pages, the logo, the clinics' files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.brand.colour import (
    MARK_RATIO,
    TEXT_RATIO,
    TINT,
    WHITE,
    contrast,
    darken_on_own_tint,
    is_hex,
    parse_hex,
    to_hex,
)
from brochure.brand.palette import ACCENT, PRIMARY, colour_palette
from brochure.brand.styles import STYLES
from brochure.copyfit.formats import PAPERS
from brochure.desk.exchange import Answer, Ask, AskError, said
from brochure.desk.library import ClinicRow
from brochure.desk.names import is_plain_file, place_for
from brochure.desk.office import Office
from brochure.desk.outputs import PLACES
from brochure.desk.pages import page
from brochure.desk.saving import keep, mark_of, text_of
from brochure.editing.edits import Delete, Edit, Put, edited
from brochure.editing.places import EditError
from brochure.editions import Options, slug
from brochure.model import BrandSource, BrochureError, Handout
from brochure.output.atomic_write import write_file
from brochure.output.screen_page import page_svg
from brochure.reading.given import as_yaml
from brochure.reading.loader import load_brand_bytes, load_clinic_bytes
from brochure.reading.paths import read_bytes
from brochure.recipe import make_layout
from brochure.sources import assets_for, read

Check = Callable[[bytes], object]
"""Raises BrochureError for a file's bytes that are wrong."""
BRAND_FILE = "brand.yaml"
KEYS = ("primary", "accent", "min_size", "style")
CLINIC_KEYS = ("name", "phone", "paper")
LOGOS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg"}
"""How pictures begin, and what their files are called; anything else has to be an SVG."""
LOGO_LIMIT = 4_000_000
VALUES = 20_000


def brand_page(office: Office, ask: Ask) -> Answer:
    """Return the screen."""
    office.seen()
    facts = {"styles": list(STYLES), "papers": list(PAPERS), "keys": list(KEYS)}
    return page(office, ask, "brand.html", **facts)


# -------------------------------------------------------------------- the brand


def brand_file(office: Office) -> Path:
    """Return the folder's brand file, which need not exist yet."""
    files = [path for _, path in office.library.brands() if is_plain_file(office.folder, path)]
    named = [path for path in files if path.name == BRAND_FILE]
    return (named or files or [office.folder / BRAND_FILE])[0]


def present(office: Office, ask: Ask) -> Answer:
    """Return the brand's values, the mark of its file, and the contrast of its colours."""
    del ask
    path = brand_file(office)
    data = _bytes(path)
    values = _values(data, path) if data else {}
    return said(
        {
            "file": path.relative_to(office.folder).as_posix(),
            "mark": mark_of(data),
            "values": values,
            "uses": [each.as_json() for each in uses(values)],
            "clinics": [clinic_json(row) for row in office.library.clinics()],
        }
    )


def _bytes(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except OSError:
        return b""


def _values(data: bytes, path: Path) -> dict[str, str]:
    """Return what a brand file says of KEYS; AskError if it has a fault."""
    try:
        brand, _ = load_brand_bytes(data, path.name, path.parent, assets_for(path))
    except BrochureError as error:
        raise _told(error) from None
    return _of_brand(brand)


def _of_brand(brand: BrandSource) -> dict[str, str]:
    return {
        "primary": brand.primary.plain if brand.primary else "",
        "accent": brand.accent.plain if brand.accent else "",
        "min_size": f"{brand.min_size:g}",
        "style": brand.style,
    }


def _told(error: BrochureError) -> AskError:
    first = error.problems[0]
    return AskError(409, "told", message=first.message, hint=first.hint)


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a colour: the colour that is set, its contrast there, and what it has to be."""

    key: str
    colour: str
    ground: str
    ratio: float
    needed: float
    nearest: str = ""  # that passes, if it does not

    def as_json(self) -> dict[str, object]:
        """Return it as the page takes it."""
        return {
            "key": self.key,
            "colour": self.colour,
            "ground": self.ground,
            "ratio": round(self.ratio - 0.005, 2),  # never rounded up to what passes
            "needed": self.needed,
            "nearest": self.nearest,
        }


def uses(values: Mapping[str, str]) -> list[Use]:
    """Return what a brand's two colours are used for, each with its contrast (WCAG 2.2, 1.4.3)."""
    primary = parse_hex(values.get("primary") or PRIMARY)
    accent = parse_hex(values.get("accent") or ACCENT)
    better = darken_on_own_tint(primary, TINT, TEXT_RATIO)
    inks = colour_palette(_brand_of({"primary": to_hex(better), "accent": to_hex(accent)}))
    own = tuple(1 - TINT * (1 - part) for part in primary)
    rows = (
        ("use-heading", primary, WHITE, TEXT_RATIO, better),
        ("use-box", primary, own, TEXT_RATIO, better),
        ("use-field", WHITE, primary, TEXT_RATIO, better),
        ("use-bullet", accent, WHITE, MARK_RATIO, inks.bullet),
    )
    found = []
    for key, ink, ground, needed, instead in rows:
        ratio = contrast(ink, ground)
        nearest = "" if ratio >= needed else to_hex(instead)
        found.append(Use(key, to_hex(ink), to_hex(ground), ratio, needed, nearest))
    return found


def _brand_of(values: Mapping[str, object]) -> BrandSource:
    given = {key: value for key, value in values.items() if value}
    try:
        return load_brand_bytes(as_yaml(given), BRAND_FILE, Path())[0]
    except BrochureError as error:
        raise _told(error) from None


def _asked_values(ask: Ask, keys: tuple[str, ...]) -> dict[str, str]:
    """Return the values that a body gives for keys, as texts; AskError if they are none."""
    values = ask.json().get("values")
    if not isinstance(values, dict) or not all(isinstance(each, str) for each in values.values()):
        raise AskError(400, "bad-request")
    found = {key: values[key].strip() for key in keys if key in values}
    for key in ("primary", "accent"):
        if found.get(key) and not is_hex(found[key]):
            raise AskError(409, "not-a-colour", typed=found[key][:20])
    return found


def tried(office: Office, ask: Ask) -> Answer:
    """Return the contrast of colours that are not saved yet, and a handout's first page in them."""
    values = _asked_values(ask, KEYS)
    answer: dict[str, object] = {"uses": [each.as_json() for each in uses(values)]}
    asked = ask.json()
    row = office.library.row(str(asked.get("id", "")))
    clinic = office.library.clinic(str(asked.get("clinic", "")))
    brand = as_yaml({key: value for key, value in values.items() if value and key != "min_size"})
    try:
        handout, _ = read(row.path, clinic=clinic.path if clinic else None, brand=brand)
        answer["pages"] = {
            style: _first_page(handout, style)
            for style in ([values["style"]] if asked.get("one") else STYLES)
        }
    except BrochureError as error:
        answer["problem"] = _told(error).facts
    return said(answer)


def _first_page(handout: Handout, style: str) -> str:
    layout, faces = make_layout(handout, Options.named(style=style))
    return PLACES.sub("", page_svg(layout, 0, faces))


def save(office: Office, ask: Ask) -> Answer:
    """Write the brand's values into its file, the rest of which stays as it is."""
    values = _asked_values(ask, KEYS)
    path = brand_file(office)

    def check(data: bytes) -> None:
        colour_palette(load_brand_bytes(data, path.name, path.parent, assets_for(path))[0])

    return _save(office, ask, path, values, check)


def _save(office: Office, ask: Ask, path: Path, values: dict[str, str], check: Check) -> Answer:
    """Write values into a YAML file, checked first; AskError 409 if it changed meanwhile."""
    with office.saving:
        there = _bytes(path)
        if mark_of(there) != ask.json().get("mark"):
            raise AskError(409, "changed-outside", text="", mark=mark_of(there))
        data = changed(there, values)
        try:
            check(data)
            if there and data != there:
                keep(path, there)
            write_file(path, data)
        except BrochureError as error:
            raise _told(error) from None
    office.library.refresh()
    return said({"mark": mark_of(data), "version": office.library.version})


def changed(there: bytes, values: Mapping[str, str]) -> bytes:
    """Return a file with keys set, and those without a value taken out; notes and order stay."""
    if not there.strip():
        return as_yaml({key: value for key, value in values.items() if value})
    text = text_of(there)
    for key, value in values.items():
        text = _with(text, key, value)
    return text.encode("utf-8")


def _with(text: str, key: str, value: str) -> str:
    edit: Edit = Put((), key, value) if value else Delete((key,))
    try:
        return edited(text, [edit])
    except EditError as error:
        if not value:
            return text  # it is not there
        raise AskError(409, "told", message=f"{str(error).capitalize()}.", hint="") from None


# ------------------------------------------------------------------- the clinics


def clinic_json(row: ClinicRow) -> dict[str, object]:
    """Return a row of the table of clinics."""
    problem = row.problems[0] if row.problems else None
    return {
        "id": row.id,
        "file": row.name,
        "name": "" if problem else row.title,
        "phone": row.phone,
        "paper": row.paper,
        "mark": mark_of(_bytes(row.path)),
        "problem": problem.message if problem else "",
    }


def _check_clinic(path: Path, data: bytes) -> None:
    load_clinic_bytes(data, path.name, path.parent, assets_for(path))


def save_clinic(office: Office, ask: Ask) -> Answer:
    """Write a clinic's name, phone and paper into its file."""
    row = office.library.clinic(ask.parts["id"])
    if row is None:
        raise AskError(404, "gone")
    values, path = _asked_values(ask, CLINIC_KEYS), row.path
    return _save(office, ask, path, values, lambda data: _check_clinic(path, data))


def new_clinic(office: Office, ask: Ask) -> Answer:
    """Write the file of a new clinic, named by its name."""
    values = _asked_values(ask, CLINIC_KEYS)
    if not values.get("name") or not values.get("phone"):
        raise AskError(409, "needs-name-and-phone")
    path = place_for(office.folder, f"clinic-{slug(values['name'], 'new')}.yaml")
    data = as_yaml({key: value for key, value in values.items() if value})
    try:
        _check_clinic(path, data)
        write_file(path, data)
    except BrochureError as error:
        raise _told(error) from None
    office.library.refresh()
    return said({"id": office.library.number_of(path)})


def logo(office: Office, ask: Ask) -> Answer:
    """Keep a clinic's logo in `assets` and name it in its file; AskError if it cannot be drawn.

    What it is, its bytes say; its name is ours.
    """
    row = office.library.clinic(ask.parts["id"])
    if row is None:
        raise AskError(404, "gone")
    ending = next((end for begin, end in LOGOS.items() if ask.body.startswith(begin)), "svg")
    name = f"logo-{slug(row.path.stem, 'clinic')}.{ending}"
    folder = row.path.parent / "assets"
    if folder.is_symlink():
        raise AskError(400, "bad-name")
    try:
        proven(ask.body, ending)
        write_file(folder / name, ask.body)
        with office.saving:
            there = _bytes(row.path)
            data = changed(there, {"logo": f"assets/{name}"})
            _check_clinic(row.path, data)
            keep(row.path, there)
            write_file(row.path, data)
    except BrochureError as error:
        raise _told(error) from None
    except ValueError as error:
        raise AskError(409, "told", message=f"{error}.", hint="") from None
    office.library.refresh()
    return said({"file": name})


def proven(data: bytes, ending: str) -> None:
    """Raise ValueError, in words, for a picture that the pages could not draw."""
    from brochure.art.image_files import described
    from brochure.art.svg import read_svg

    if not data:
        raise ValueError("This file is empty")
    if ending == "svg":
        read_svg(data)
    else:
        described(data)
