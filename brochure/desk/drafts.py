"""What is being written: its pages, its form, its findings; nothing of it is on the disk.

A text is answered twice: the pages at once, then what takes longer. Each answer carries the number
of the text that it is about, and pages that the browser has are not sent again.
"""

from __future__ import annotations

from hashlib import sha256

from brochure._startup.records import dataclass
from brochure.commands.check_file import check
from brochure.copyfit.counting import noun
from brochure.copyfit.room import MOST
from brochure.desk.edit_requests import with_edits
from brochure.desk.exchange import Answer, Ask, AskError, said
from brochure.desk.form import form_of, language_of, path_at, title_of
from brochure.desk.library import ClinicRow, Row
from brochure.desk.longest import places_to_shorten
from brochure.desk.office import Office
from brochure.desk.outputs import options_of
from brochure.editing.edits import read_root
from brochure.editing.source_lines import retyped
from brochure.editions import Options
from brochure.model import BrochureError, FitError, Handout, Problem
from brochure.model.content import Clinic
from brochure.output.screen_page import page_svg
from brochure.reading.given import Source
from brochure.reading.yaml_nodes import Node
from brochure.recipe import make_layout
from brochure.sources import read
from brochure.trial import tried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIMIT = 4_000_000
"""Bytes of a request: a text, and what is to be changed in it."""
MOST_FINDINGS = 200


@dataclass(frozen=True, slots=True)
class Draft:
    """A text to be drawn: for which row and clinic, and how."""

    row: Row
    clinic: ClinicRow | None
    text: str
    number: int
    query: dict[str, str]
    known: frozenset[str]

    @property
    def source(self) -> Source:
        """The text as a file that is read."""
        data = self.text.encode("utf-8", "surrogatepass")
        return Source(data, self.row.path.name, self.row.path.parent)


def picture(office: Office, ask: Ask) -> Answer:
    """Return a picture that stands on a page of a draft."""
    data = office.easel.picture(ask.parts["mark"])
    kind = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Answer(200, data, kind, keep="private, max-age=3600")


def preview(office: Office, ask: Ask) -> Answer:
    """Return the pages and the form of a text, with the edits that are asked for made in it."""
    draft = draft_of(office, ask)
    root = read_root(draft.text)
    facts: dict[str, object] = {
        "number": draft.number,
        "text": draft.text,
        "form": form_of(root),
        "title": title_of(root),
        "unit": noun(language_of(root)),
        "problems": [],
        "pages": None,
    }
    with office.easel.lock:
        try:
            handout, options = _read(draft)
        except BrochureError as error:
            return said({**facts, "over": 0, "problems": problems_of(error.problems, draft, root)})
        try:
            facts |= _drawn(office, draft, handout, options)
        except BrochureError as error:
            facts |= {"problems": problems_of(error.problems, draft, root)}
            facts["over"] = error.words_over if isinstance(error, FitError) else 0
            facts["longest"] = places_to_shorten(handout, root) if facts["over"] else []
    return said(facts)


def draft_of(office: Office, ask: Ask) -> Draft:
    """Return the text of a request, edited; raise AskError if it is not as it should be."""
    asked = ask.json()
    text, number, known = asked.get("text"), asked.get("number", 0), asked.get("known", [])
    if not isinstance(text, str) or not isinstance(number, int) or not isinstance(known, list):
        raise AskError(400, "bad-request")
    row = office.library.written(ask.parts["id"])
    clinic = office.library.clinic(str(asked.get("clinic", "")))
    if isinstance(asked.get("typed"), str):
        text = retyped(text, asked["typed"])
    text = with_edits(text, asked.get("edits", []))
    query = {name: str(asked[name]) for name in ("kind", "ink") if asked.get(name)}
    return Draft(row, clinic, text, number, query, frozenset(map(str, known)))


def _read(draft: Draft) -> tuple[Handout, Options]:
    """Return the draft's handout and how it is drawn; raise ContentError as a build does."""
    handout, _ = read(draft.source, clinic=draft.clinic.path if draft.clinic else None)
    return handout, _options(draft, handout.clinic)


def _options(draft: Draft, clinic: Clinic | None) -> Options:
    return options_of(draft.query, clinic)


def _drawn(office: Office, draft: Draft, handout: Handout, options: Options) -> dict[str, object]:
    """Return the pages of a handout, without those that the browser has."""
    layout, faces = make_layout(handout, options)
    count = len(layout.pages)
    pages = []
    for number in range(count):
        svg = page_svg(layout, number, faces, href=office.easel.address)
        mark = sha256(svg.encode()).hexdigest()[:16]
        page: dict[str, object] = {"mark": mark}
        if mark not in draft.known:
            page["svg"] = svg
        pages.append(page)
    facts = layout.facts
    sheet = {"width": layout.sheet.width, "height": layout.sheet.height}
    return {"pages": pages, "sheet": sheet, "size": facts.size, "words": facts.words, "over": 0}


def findings(office: Office, ask: Ask) -> Answer:
    """Return what `check` finds in a text, and how many words more have room."""
    draft = draft_of(office, ask)
    clinic = draft.clinic.path if draft.clinic else None
    root = read_root(draft.text)
    with office.easel.lock:
        report = check(draft.source, clinic=clinic)
        left = _left(draft)
    summary = report.summary
    return said(
        {
            "number": draft.number,
            "findings": problems_of(report.problems, draft, root),
            "left": left,
            "most": MOST,
            "grade": summary.grade if summary else None,
            "words": summary.words if summary else None,
        }
    )


def _left(draft: Draft) -> int | None:
    """Return how many words more have room; None for a text that cannot be drawn."""
    try:
        handout, options = _read(draft)
        return tried(handout, options).words_left
    except BrochureError:
        return None


def problems_of(
    problems: tuple[Problem, ...] | list[Problem], draft: Draft, root: Node | None
) -> list[dict[str, Any]]:
    """Return problems as the page takes them, each with the path of the text it is about."""
    return [_problem(each, draft, root) for each in problems[:MOST_FINDINGS]]


def _problem(problem: Problem, draft: Draft, root: Node | None) -> dict[str, Any]:
    here = problem.file == draft.row.path.name and problem.line > 0
    fix = problem.fix
    place = [fix.line, fix.column, fix.end_line, fix.end_column] if fix and here else None
    return {
        "level": problem.level,
        "message": problem.message,
        "hint": problem.hint,
        "rule": problem.rule,
        "file": "" if here or not problem.line else problem.file,
        "line": problem.line if here else 0,
        "column": problem.column if here else 0,
        "path": path_at(root, problem.line, problem.column) if here else None,
        "fix": {"place": place, "text": fix.text} if fix and place else None,
    }


def fixed(office: Office, ask: Ask) -> Answer:
    """Return a text with the change that a finding knows made in it."""
    from brochure.model import Fix
    from brochure.reading.mending import applied

    draft = draft_of(office, ask)
    asked = ask.json().get("fix")
    try:
        line, column, end_line, end_column = map(int, asked["place"])  # type: ignore[index]
        fix = Fix(line, column, end_line, end_column, str(asked["text"]))  # type: ignore[index]
        data = applied(draft.source.data, fix)
    except (TypeError, KeyError, ValueError, IndexError):
        raise AskError(400, "bad-request") from None
    return said({"text": data.decode("utf-8")})
