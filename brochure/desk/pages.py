"""The pages themselves: templates filled with words, and the files that they load."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from html import escape
from pathlib import Path

from brochure.desk.exchange import HTML, Answer, Ask, AskError
from brochure.desk.faces import SHEET, face_files, style_sheet
from brochure.desk.front import choices
from brochure.desk.house import house_of
from brochure.desk.language_names import own_names
from brochure.desk.office import Office
from brochure.desk.words import chosen_language, in_language
from brochure.remember import remember
from brochure.typeset.fonts import ASSETS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

STATIC = Path(__file__).parent / "static"
KINDS = {
    ".html": HTML,
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
}
"""What browsers are told of a file, by its ending."""
FONTS = ("Regular.ttf", "Bold.ttf", "Italic.ttf")
FOREVER = "public, max-age=31536000, immutable"
LANGUAGE_COOKIE = "brochure_language"
_FILLED = re.compile(r"\{\{([\w-]+)\}\}")


@remember(1)
def files() -> dict[str, bytes]:
    """Return all files of the pages by name, each read once."""
    found = {each.name: each.read_bytes() for each in sorted(STATIC.iterdir()) if each.is_file()}
    found |= {name: (ASSETS / "fonts" / name).read_bytes() for name in FONTS}
    return found | {SHEET: style_sheet()}


@remember(1)
def version() -> str:
    """Return what changes with any file of the pages: a part of their addresses."""
    mark = sha256()
    for name, data in files().items():
        mark.update(name.encode() + b"\n" + data)
    for name, path in face_files().items():
        mark.update(f"{name} {path.stat().st_size if path.is_file() else 0}\n".encode())
    return mark.hexdigest()[:12]


def _file(name: str) -> bytes | None:
    """Return a file of the pages; a face of another script is read when a browser asks for it."""
    face = face_files().get(name)
    return face.read_bytes() if face and face.is_file() else files().get(name)


def static(office: Office, ask: Ask) -> Answer:
    """Return a file of the pages, which a browser may keep: its address has its version."""
    del office
    name = ask.parts["name"]
    data, kind = _file(name), KINDS.get(Path(name).suffix)
    if data is None or kind is None or kind == HTML:
        raise AskError(404, "not-found")
    keep = FOREVER if ask.parts["version"] == version() else "no-store"
    return Answer(200, data, kind, keep=keep)


def filled(name: str, facts: Mapping[str, str]) -> str:
    """Return a template with its facts in the places that ``{{name}}`` marks, escaped for HTML.

    Raises KeyError for a fact that is not given.
    """
    text = files()[name].decode("utf-8")
    return _FILLED.sub(lambda found: escape(facts[found[1]]), text)


def language_of(ask: Ask) -> str:
    """Return the language that a page is shown in."""
    return chosen_language(ask.cookie(LANGUAGE_COOKIE), ask.header("accept-language"))


def page(office: Office, ask: Ask, name: str, **more: object) -> Answer:
    """Return a page of the program: its words are in place, its facts in its data block."""
    office.library.refresh()  # a page and its list tell of one folder
    language = language_of(ask)
    words = in_language(language)
    start: dict[str, object] = {
        "language": language,
        "words": words,
        "rights": ask.rights,
        "version": office.library.version,
        "ownNames": own_names(),
        "house": house_of(office.library.rows()),
        **choices(office),
        **more,
    }
    facts = {**words, "v": version(), "language": language}
    text = filled(name, facts).replace("<!-- bar -->", filled("bar.html", facts))
    text = text.replace("<!-- data -->", data_block(start))
    return Answer(200, text.encode("utf-8", "replace"), HTML)


def data_block(facts: Mapping[str, object]) -> str:
    """Return facts as a block that no browser runs and no text in it can end."""
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return f'<script type="application/json" id="data">{safe}</script>'


def plain_page(ask: Ask, key: str, status: int, help_key: str = "") -> Answer:
    """Return a page with a sentence, for who has no key or an old link."""
    language = language_of(ask)
    words = in_language(language)
    facts = {**words, "v": version(), "language": language}
    facts |= {"said": words[key], "help": words[help_key] if help_key else ""}
    return Answer(status, filled("plain.html", facts).encode(), HTML)


def enter_page(ask: Ask) -> Answer:
    """Return the page that asks for the PIN of the network mode."""
    language = language_of(ask)
    words = in_language(language)
    facts = {**words, "v": version(), "language": language}
    text = filled("enter.html", facts).replace(
        "<!-- data -->", data_block({"words": words, "language": language})
    )
    return Answer(401, text.encode(), HTML)


def front_page(office: Office, ask: Ask) -> Answer:
    """Return the front desk."""
    office.seen()
    return page(office, ask, "front.html")
