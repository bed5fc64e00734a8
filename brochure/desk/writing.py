"""The Write screen: which handout, a new one, and one made of a document."""

from __future__ import annotations

from pathlib import Path

from brochure.desk.exchange import Answer, Ask, AskError, said
from brochure.desk.form import blocks_known, icons_known, keys_known
from brochure.desk.names import is_plain_file
from brochure.desk.office import Office
from brochure.desk.pages import page
from brochure.model import BrochureError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.commands.starter import Start

IMPORT_LIMIT = 30_000_000
"""Bytes of a document that is sent to be made a handout."""
LONGEST_NAME = 200
ICON_INK = "#16242a"
SVG = "image/svg+xml"


def write_page(office: Office, ask: Ask) -> Answer:
    """Return the Write screen: of a handout, or to choose one."""
    office.seen()
    number = ask.parts.get("id", "")
    handout = office.library.row(number).id if number else 0
    known = {"blocks": blocks_known(), "icons": icons_known(), "keys": keys_known()}
    return page(office, ask, "write.html", handout=handout, **known)


def icon(office: Office, ask: Ask) -> Answer:
    """Return the picture of an icon that a section may be given; raise AskError for no icon."""
    from brochure.art.icons import SIDE, icon_names, icon_svg

    del office
    name = ask.parts["name"]
    if name not in icon_names():
        raise AskError(404, "not-found")
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" fill="{ICON_INK}">'
    return Answer(200, f"{head}{icon_svg(name)}</svg>".encode(), SVG)


def new(office: Office, ask: Ask) -> Answer:
    """Write a new handout of the starter, or of a text that an import made; return its number."""
    asked = ask.json()
    title, language = asked.get("title"), asked.get("language", "en-US")
    text = asked.get("text", "")
    if not isinstance(title, str) or not isinstance(language, str) or not isinstance(text, str):
        raise AskError(400, "bad-request")
    if not title.strip():
        raise AskError(409, "needs-title")
    start = _start(office, title[:LONGEST_NAME], language)
    if start.path.parent != office.folder:
        raise AskError(400, "bad-name")
    _write(start._replace(text=text) if text else start)
    office.library.refresh()
    if not is_plain_file(office.folder, start.path):
        raise AskError(404, "gone")
    return said({"id": office.library.number_of(start.path)})


def _start(office: Office, title: str, language: str) -> Start:
    """Return the starter under a title, whose file is named by it; AskError if it cannot be one."""
    from brochure.commands.starter import start

    try:
        return start(title, office.folder, language)
    except ValueError as error:
        raise AskError(409, "told", message=str(error), hint="") from None


def _write(start: Start) -> None:
    from brochure.commands.starter import write_new

    try:
        write_new(start)
    except BrochureError as error:
        first = error.problems[0]
        raise AskError(409, "told", message=first.message, hint=first.hint) from None


def made_of(office: Office, ask: Ask) -> Answer:
    """Return the content file that a document makes and what there is to tell; nothing is written.

    The document is the body; its name, whose ending says what it is, is in the query.
    """
    from brochure.commands.new_from import content_file
    from brochure.commands.starter import named
    from brochure.importing.article import take

    name = Path(ask.query.get("name", "")).name[:LONGEST_NAME]
    try:
        taken = take(ask.body, name, "")
        title, target = named(taken.article.title, office.folder)
        made = content_file(taken, target)
    except BrochureError as error:
        first = error.problems[0]
        raise AskError(409, "told", message=first.message, hint=first.hint) from None
    except ValueError as error:
        raise AskError(409, "told", message=str(error), hint="") from None
    facts = {"title": title, "language": taken.language, "text": made.text, "told": list(made.told)}
    return said(facts)
