"""Who and what is let in: the facts of a request to a refusal, or none. No state, no I/O.

A page of another site may send requests to this port, and name the desk's port by a name of its
own (DNS rebinding). So the Host has to be ours, whatever changes something has to come from our
own page, and every answer forbids what our pages do not need (Content Security Policy Level 3).
"""

from __future__ import annotations

from brochure._startup.records import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from brochure.desk.exchange import Ask
    from brochure.model.choices import DeskRights

LOCAL_NAMES = ("127.0.0.1", "localhost", "[::1]")
MOST_HEADERS = 100
BODIES = ("application/json", "application/octet-stream")
"""Kinds of bodies that a form of another site cannot send unasked (Fetch, 2.2.2)."""
OWN_SITE = ("same-origin", "none")
READS = ("GET", "HEAD")
CHANGES = ("POST",)

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-src 'self'",
        "frame-ancestors 'self'",
        "base-uri 'none'",
        "form-action 'self'",
    )
)
ALWAYS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)
"""The headers of every answer, a refusal's too."""
LEVELS: dict[DeskRights, int] = {"": 0, "front": 1, "write": 2}
"""Rights, each with those before it."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not met: its HTTP status, and the key of its words in `words`."""

    status: int
    key: str


@dataclass(frozen=True, slots=True)
class Need:
    """What a route asks of a request."""

    rights: DeskRights = "front"
    limit: int = 0  # bytes of its body
    page: bool = False  # may be opened by a link of another program


def hosts(port: int, names: Iterable[str] = ()) -> frozenset[str]:
    """Return what the Host of a request may be: this machine by its names, with our port."""
    found = {f"{name.lower()}:{port}" for name in (*LOCAL_NAMES, *names)}
    return frozenset(found | {name.rpartition(":")[0] for name in found if port == 80})


def host_refusal(ask: Ask, known: frozenset[str]) -> Refusal | None:
    """Return why a request is not for us, or is no request that a browser sends."""
    if len(ask.headers) > MOST_HEADERS:
        return Refusal(431, "bad-request")
    named = [value for key, value in ask.headers if key == "host"]
    if len(named) != 1:
        return Refusal(400, "bad-request")
    return None if named[0].lower() in known else Refusal(403, "other-host")


def refusal(ask: Ask, need: Need, rights: DeskRights) -> Refusal | None:
    """Return why a request to a route of ours is not met; None lets it in."""
    return _origin(ask, need) or _kind(ask, need) or _rights(need, rights)


def _origin(ask: Ask, need: Need) -> Refusal | None:
    """Return a refusal unless a request that changes something comes from our own page."""
    sites = [value for key, value in ask.headers if key == "sec-fetch-site"]
    changes = ask.method not in READS
    if any(site not in OWN_SITE for site in sites) and (changes or not need.page):
        return Refusal(403, "other-site")
    if not changes:
        return None
    origins = [value for key, value in ask.headers if key == "origin"]
    ours = f"http://{ask.header('host').lower()}"
    return None if origins == [ours] else Refusal(403, "other-site")


def _kind(ask: Ask, need: Need) -> Refusal | None:
    """Return a refusal of a body that is too large, or of a kind that a foreign form can send."""
    if ask.method in READS:
        return None
    if ask.header("content-type").partition(";")[0].strip().lower() not in BODIES:
        return Refusal(415, "bad-request")
    length = ask.header("content-length")
    if length and not (length.isascii() and length.isdigit()):
        return Refusal(400, "bad-request")
    return Refusal(413, "too-large") if length and int(length) > need.limit else None


def _rights(need: Need, rights: DeskRights) -> Refusal | None:
    if LEVELS[rights] >= LEVELS[need.rights]:
        return None
    return Refusal(403, "not-allowed") if rights else Refusal(401, "no-key")
