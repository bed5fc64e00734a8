"""A handout's artwork, read: the clinic's mark, the pictures of the sections and the QR code."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.brand.palette import recolour
from brochure.layout.furniture import Logo, phone_link, website_link
from brochure.model import ContentError, Handout, Ink, Path2D, Problem
from brochure.remember import remember

KNOWN_LOGOS = 32
"""How many clinics' marks a process remembers, read."""


@remember(KNOWN_LOGOS)
def _drawn_logo(data: bytes, mode: str) -> Logo:
    from brochure.art.svg import read_svg

    width, height, paths = read_svg(data)
    return Logo(width, height, recolour(paths, mode))


def logo_of(handout: Handout, mode: str) -> Logo | None:
    """Return the clinic's mark, read; raise ContentError if it cannot be."""
    clinic = handout.clinic
    if clinic.logo is None:
        return None
    try:
        data = clinic.logo.read_bytes()
        if clinic.logo.suffix.lower() == ".svg":
            return _drawn_logo(data, mode)
        from brochure.art.image_files import probe

        picture = probe(data)
        return Logo(picture.width, picture.height, (), data)
    except (OSError, ValueError) as error:
        problem = Problem(
            clinic.file or handout.file,
            clinic.logo_line,
            clinic.logo_column,
            "error",
            f"the logo cannot be used: {error}",
            "give an SVG, PNG or JPEG file, or leave `logo` out",
        )
        raise ContentError([problem]) from error


def pictures_of(handout: Handout) -> dict[str, tuple[bytes, tuple[int, int]]]:
    """Return each picture's bytes and size in pixels; raise ContentError with every bad one."""
    pictures, problems = {}, []
    for section in handout.sections:
        image = section.image
        if image is None:
            continue
        from brochure.art.image_files import probe

        try:
            data = image.path.read_bytes()
            picture = probe(data)
            pictures[str(image.path)] = (data, (picture.width, picture.height))
        except (OSError, ValueError) as error:
            message = f"the image cannot be used: {error}"
            hint = "give a PNG or JPEG file"
            problems.append(Problem(handout.file, image.line, image.column, "error", message, hint))
    if problems:
        raise ContentError(problems)
    return pictures


def qr_of(handout: Handout, ink: Ink) -> Path2D | None:
    """Return the QR code of the website, else of the phone, in a square of one point."""
    if not handout.contact.shown:
        return None
    from brochure.art.qr_code import qr_path

    clinic = handout.clinic
    site = clinic.website or clinic.phone
    link = website_link(site.plain) if clinic.website else phone_link(site.plain)
    try:
        return replace(qr_path(link, 1.0), fill=ink)
    except ValueError as error:
        message, hint = f"the QR code cannot be made: {error}", "give a shorter address"
        problem = Problem(site.file, site.line, site.column, "error", message, hint)
        raise ContentError([problem]) from error
