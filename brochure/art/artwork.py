"""A handout's artwork, read: the clinic's mark, the pictures of the sections and the QR code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.brand.palette import recolour
from brochure.model import ContentError, Handout, Ink, Logo, Problem
from brochure.model.phones import phone_link
from brochure.model.web_addresses import website_link
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.art.qr_code import Code
    from brochure.art.svg import Drawn
    from brochure.model.choices import Level

KNOWN_LOGOS, KNOWN_PICTURES = 32, 4
"""How many clinics' marks, and pictures, a process remembers, read."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG or JPEG that is whole: its bytes, its size in pixels as shown, what was done to it."""

    data: bytes
    size: tuple[int, int]
    note: str = ""


@remember(KNOWN_LOGOS)
def _drawing(data: bytes) -> Drawn:
    from brochure.art.svg import read_svg

    return read_svg(data)


@remember(KNOWN_LOGOS)
def _drawn_logo(data: bytes, mode: str) -> Logo:
    from brochure.art.logo_visibility import lack_of_paths

    drawn = _drawing(data)
    width, height = drawn.width, drawn.height
    paths = recolour(drawn.paths, mode)
    return Logo(width, height, paths, lack=lack_of_paths(paths, drawn.boxes, width, height))


def logo_of(handout: Handout, mode: str) -> Logo | None:
    """Return the clinic's mark, read; raise ContentError if it cannot be."""
    clinic = handout.clinic
    if clinic.logo is None:
        return None
    try:
        data = clinic.logo.read_bytes()
        if _is_svg(clinic.logo, data):
            return _drawn_logo(data, mode)
        picture = _picture(data)
        return Logo(*picture.size, (), picture.data, _lack_of_picture(picture.data))
    except (OSError, ValueError) as error:
        problem = Problem(
            clinic.file or handout.file,
            clinic.logo_line,
            clinic.logo_column,
            "error",
            f"the logo cannot be used: {_why(error)}",
            f"{AS_PNG}, or leave `logo` out",
        )
        raise ContentError([problem]) from error


AS_PNG = "open it in any picture program and save it as PNG, 1,200 pixels wide"


def _is_svg(path: Path, data: bytes) -> bool:
    """Return whether a file is to be read as SVG: by how it begins, else by its name."""
    if data.startswith((b"\x89PNG", b"\xff\xd8")):
        return False
    return path.suffix.lower() == ".svg" or b"<svg" in data[:4096]


def _why(error: OSError | ValueError) -> str:
    """Return what went wrong without the paths and numbers of a system's error."""
    return (error.strerror or "it cannot be read") if isinstance(error, OSError) else str(error)


@remember(KNOWN_LOGOS)
def _lack_of_picture(data: bytes) -> str:
    from brochure.art.logo_visibility import lack_of_picture

    return lack_of_picture(data)


@remember(KNOWN_PICTURES)
def _picture(data: bytes) -> Picture:
    """Return a picture, proven; a very large photo made smaller. Raises ValueError."""
    from brochure.art.image_files import LARGE, probe

    found = probe(data)
    size = found.width, found.height
    if size[0] * size[1] <= (LARGE // 2 if found.components == 4 else LARGE):
        return Picture(data, size)
    from brochure.art.large_photos import fitting

    smaller, shown = fitting(data)
    note = f"has {size[0] * size[1] / 1e6:.0f} megapixels and was made smaller"
    return Picture(smaller, shown, note)


def pictures_of(handout: Handout) -> dict[str, Picture]:
    """Return each picture, by its path; raise ContentError with every bad one."""
    pictures, problems = {}, []
    for image in handout.images:
        try:
            data = image.path.read_bytes()
            if _is_svg(image.path, data):
                raise ValueError("it is an SVG drawing, which only a logo can be")
            pictures[str(image.path)] = _picture(data)
        except (OSError, ValueError) as error:
            message = f"the image cannot be used: {_why(error)}"
            problems.append(
                Problem(handout.file, image.line, image.column, "error", message, AS_PNG)
            )
    if problems:
        raise ContentError(problems)
    return pictures


def cover_of(handout: Handout) -> Picture | None:
    """Return the picture of the cover, if there is one; raise ContentError if it cannot be used."""
    cover = handout.cover
    if cover is None:
        return None
    try:
        data = cover.path.read_bytes()
        if _is_svg(cover.path, data):
            raise ValueError("it is an SVG drawing, which only a logo can be")
        return _picture(data)
    except (OSError, ValueError) as error:
        message = f"the picture of the cover cannot be used: {_why(error)}"
        place = handout.file, cover.line, cover.column
        raise ContentError([Problem(*place, "error", message, AS_PNG)]) from error


LACKS: dict[str, tuple[Level, str, str, str]] = {
    "unseen": (
        "warning",
        "nothing of the logo can be seen on white paper",
        "use the logo for light grounds: most designers give one for light and one for dark",
        "logo-unseen",
    ),
    "faint": (
        "warning",
        "hardly anything of the logo can be seen on white paper",
        "use the logo for light grounds: most designers give one for light and one for dark",
        "logo-unseen",
    ),
    "pale": (
        "hint",
        "the logo is pale on white paper: its contrast is under 3 to 1",
        "use a darker form of the logo, or write `allow: {logo-pale: it is our colour}`",
        "logo-pale",
    ),
    "margin": (
        "warning",
        "the logo is small in its file: most of that is empty margin",
        "cut the empty margins off (crop the picture, or fit the page to the drawing)",
        "logo-margin",
    ),
}
"""What is said of each lack of a logo: level, message, hint and rule."""
WORDMARK = 3.0
"""A logo that is wider than so many times its height is like to show the clinic's name."""
WIDE = (
    "the logo is wide, and the clinic's name is printed beside it",
    "if the logo shows the name, write `logo_has_name: true` under `logo`, else `false`",
    "logo-wide",
)


BARE = (
    "the style shows a picture, and has none: a bar of colour stands in its place",
    "write `cover: {file: picture.jpg, alt: What it shows}` with your own picture, or choose "
    "another style, such as `band`",
    "style-without-picture",
)


def notes_of(
    handout: Handout, logo: Logo | None, pictures: Mapping[str, Picture], *, bare: bool = False
) -> tuple[Problem, ...]:
    """Return what must be said of the art, though it can be used.

    ``bare``, the style has a place for the handout's cover, which has none.
    """
    notes = []
    clinic = handout.clinic
    place = clinic.file or handout.file, clinic.logo_line, clinic.logo_column
    if logo and logo.lack:
        level, message, hint, rule = LACKS[logo.lack]
        notes.append(Problem(*place, level, message, hint, rule))
    if logo and clinic.logo_has_name is None and logo.width > WORDMARK * logo.height:
        notes.append(Problem(*place, "hint", *WIDE))
    if bare:
        notes.append(Problem(handout.file, handout.title.line, handout.title.column, "hint", *BARE))
    for image in handout.images:
        picture = pictures.get(str(image.path))
        if picture and picture.note:
            words = f"the picture {picture.note}", "nothing: print needs no more", "large-picture"
            notes.append(Problem(handout.file, image.line, image.column, "hint", *words))
    off = {rule for rule, why in handout.allow if why.strip()}
    return tuple(note for note in notes if note.rule not in off)


def qr_of(handout: Handout, ink: Ink) -> Code | None:
    """Return the code of a page, else of the website or the phone."""
    if not handout.contact.shown:
        return None
    from brochure.art.qr_code import code_of

    clinic, page = handout.clinic, handout.contact.qr or handout.clinic.website
    site = page or clinic.phone
    link = website_link(site.plain) if page else phone_link(site.plain)
    try:
        return code_of(link, ink)
    except ValueError as error:
        message, hint = f"the QR code cannot be made: {error}", "give a shorter address"
        problem = Problem(site.file, site.line, site.column, "error", message, hint)
        raise ContentError([problem]) from error
