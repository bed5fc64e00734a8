"""The table of routes: what may be asked, by whom, and which function answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from brochure._startup.records import dataclass
from brochure.desk import brand, drafts, front, make_all, pages, saving, start, writing
from brochure.desk.exchange import Answer, Ask
from brochure.desk.gate import READS, Need
from brochure.desk.office import Office

Handler = Callable[[Office, Ask], Answer | None]
"""Answers a request; None, where the route may wait, says "not yet"."""

SMALL = 10_000
"""Bytes of a body that holds a few words."""


@dataclass(frozen=True, slots=True)
class Route:
    """A row: a part of the path in braces stands for any one part."""

    method: str
    pattern: str
    handler: Handler
    need: Need = Need()
    waits: bool = False


TEXT = Need("write", drafts.LIMIT)
"""A request that carries the text of a handout."""
ANYONE, FRONT, WRITE = Need(""), Need("front"), Need("write")
PAGE, WRITE_PAGE = Need("front", page=True), Need("write", page=True)

ROUTES: tuple[Route, ...] = (
    Route("GET", "/", pages.front_page, PAGE),
    Route("GET", "/static/{version}/{name}", pages.static, ANYONE),
    Route("GET", "/open/{once}", start.use_link, Need("", page=True)),
    Route("POST", "/enter", start.enter, Need("", SMALL)),
    Route("POST", "/api/link", start.new_link, Need("write", SMALL)),
    Route("POST", "/api/stop", start.stop, Need("write", SMALL)),
    Route("GET", "/api/changes", start.changes, FRONT, waits=True),
    Route("GET", "/api/handouts", front.handouts, FRONT),
    Route("GET", "/api/handouts/{id}/pages", front.edition, FRONT),
    Route("GET", "/api/handouts/{id}/last", front.last, FRONT),
    Route("GET", "/api/handouts/{id}/kinds", front.kinds, FRONT),
    Route("GET", "/api/handouts/{id}/picture", front.picture, FRONT),
    Route("GET", "/api/handouts/{id}/page.svg", front.page, FRONT),
    Route("GET", "/api/handouts/{id}/pdf", front.pdf, FRONT),
    Route("GET", "/api/handouts/{id}/draft.eml", front.draft, FRONT),
    Route("GET", "/api/handouts/{id}/message", front.message, FRONT),
    Route("GET", "/api/set/pdf", front.set_pdf, FRONT),
    Route("GET", "/api/set/zip", front.set_zip, FRONT),
    Route("GET", "/write", writing.write_page, WRITE_PAGE),
    Route("GET", "/write/{id}", writing.write_page, WRITE_PAGE),
    Route("GET", "/api/icons/{name}", writing.icon, WRITE),
    Route("GET", "/api/drawn/{mark}", drafts.picture, WRITE),
    Route("GET", "/api/handouts/{id}/text", saving.opened, WRITE),
    Route("GET", "/api/handouts/{id}/history", saving.history, WRITE),
    Route("GET", "/api/handouts/{id}/history/{name}", saving.copied, WRITE),
    Route("POST", "/api/handouts/{id}/preview", drafts.preview, TEXT),
    Route("POST", "/api/handouts/{id}/findings", drafts.findings, TEXT),
    Route("POST", "/api/handouts/{id}/fix", drafts.fixed, TEXT),
    Route("POST", "/api/handouts/{id}/save", saving.save, TEXT),
    Route("POST", "/api/handouts", writing.new, TEXT),
    Route("POST", "/api/import", writing.made_of, Need("write", writing.IMPORT_LIMIT)),
    Route("GET", "/brand", brand.brand_page, WRITE_PAGE),
    Route("GET", "/api/brand", brand.present, WRITE),
    Route("POST", "/api/brand", brand.save, Need("write", brand.VALUES)),
    Route("POST", "/api/brand/try", brand.tried, Need("write", brand.VALUES)),
    Route("POST", "/api/clinics", brand.new_clinic, Need("write", brand.VALUES)),
    Route("POST", "/api/clinics/{id}", brand.save_clinic, Need("write", brand.VALUES)),
    Route("POST", "/api/clinics/{id}/logo", brand.logo, Need("write", brand.LOGO_LIMIT)),
    Route("GET", "/api/batch", make_all.progress, WRITE),
    Route("POST", "/api/batch", make_all.begin, Need("write", SMALL)),
    Route("GET", "/api/batch/zip", make_all.zipped, WRITE),
    Route("POST", "/api/printed", front.printed, Need("front", SMALL)),
)


def parts_of(pattern: str, path: str) -> dict[str, str] | None:
    """Return what a path has where a pattern has braces; None if it is not of the pattern."""
    wanted, given = pattern.split("/"), path.split("/")
    if len(wanted) != len(given):
        return None
    found = {}
    for want, have in zip(wanted, given, strict=True):
        if want.startswith("{") and have:
            found[want[1:-1]] = have
        elif want != have:
            return None
    return found


def find(path: str, routes: Iterable[Route] = ROUTES) -> list[tuple[Route, dict[str, str]]]:
    """Return the routes of a path, one for each method, with the parts that they leave open."""
    found = [(route, parts_of(route.pattern, path)) for route in routes]
    return [(route, parts) for route, parts in found if parts is not None]


def of_method(
    found: list[tuple[Route, dict[str, str]]], method: str
) -> tuple[Route, dict[str, str]] | None:
    """Return the route of a method; a HEAD is a GET whose body is not sent."""
    wanted = "GET" if method in READS else method
    return next((pair for pair in found if pair[0].method == wanted), None)
