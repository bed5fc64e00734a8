"""The front desk: find a handout, see its pages, print it, save it, send it."""

from __future__ import annotations

from collections.abc import Sequence

from brochure._startup.records import replace
from brochure.desk import states
from brochure.desk.exchange import PDF, Answer, Ask, AskError, file_answer, said
from brochure.desk.library import ClinicRow, Row, tag_of
from brochure.desk.office import Office
from brochure.desk.outputs import INKS, KINDS, MOST_IN_SET, Made, as_zip
from brochure.desk.printed import Print
from brochure.desk.saving import keep_printed
from brochure.desk.states import State
from brochure.desk.versions import SIGN, Version, last_printable, made_of, states_of, version_of
from brochure.editions import PLAIN, Options
from brochure.model import BrochureError

MOST_PRINTED = 5
MOST_COPIES = 99
PICTURE_WIDTHS = (70, 140, 280)
"""Pixels of the pictures in the list, for screens of every density."""
EML = "message/rfc822"
SVG = "image/svg+xml"
NO_PAGE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 17 22" width="17" height="22"/>'
"""What the list shows of a handout that has no pages."""
ZIP = "application/zip"


# ------------------------------------------------------------------ the list


def handouts(office: Office, ask: Ask) -> Answer:
    """Return the handouts that a query finds; without one those printed most come apart."""
    office.library.refresh()
    query = ask.query.get("q", "")
    clinic = office.library.clinic(ask.query.get("clinic", ""))
    office.judge.chosen(clinic)
    rows = office.library.find(query, ask.query.get("language", ""))
    times = office.printed.times()
    by_print = sorted((row for row in rows if times.get(row.name)), key=lambda r: -times[r.name])
    most = [] if query.strip() else by_print[:MOST_PRINTED]
    shown = {row.id for row in most}
    return said(
        {
            "version": office.library.version,
            "languages": office.library.languages(),
            "clinics": clinics(office),
            "most": [listed(office, row, clinic) for row in most],
            "rows": [listed(office, row, clinic) for row in rows if row.id not in shown],
        }
    )


def listed(office: Office, row: Row, clinic: ClinicRow | None) -> dict[str, object]:
    """Return a row of the list, and why it cannot be printed if that is known by now."""
    stop = office.judge.stop_of(row, clinic)
    found = as_json(row)
    return {**found, "states": [stop.as_json()]} if stop else found


def as_json(row: Row) -> dict[str, object]:
    """Return a row of the list as the page takes it."""
    return {
        "id": row.id,
        "title": row.title,
        "titleEn": row.title_en,
        "language": row.language,
        "tag": tag_of(row.language),
        "topics": list(row.topics),
        "reviewed": row.reviewed,
        "states": [state.as_json() for state in states.of_row(row)],
    }


# --------------------------------------------------------------- one edition


def made_for(office: Office, ask: Ask, named: str, kind: str = "") -> tuple[Version, Made]:
    """Return a handout and the edition of it that a query asks for; raises as a build does."""
    version = version_of(office, named)
    query = {**ask.query, "kind": kind} if kind else ask.query
    return version, made_of(office, version, ask.query.get("clinic", ""), query)


def asked(office: Office, ask: Ask) -> tuple[Version, Made]:
    """Return the edition that a path and its query ask for; AskError 409 if it cannot be made."""
    try:
        return made_for(office, ask, ask.parts["id"])
    except BrochureError:
        raise AskError(409, "cannot-print") from None


def edition(office: Office, ask: Ask) -> Answer:
    """Return the pages of an edition and what is to be known of it, why there are none, too."""
    row = office.library.row(ask.parts["id"].partition(SIGN)[0])
    facts: dict[str, object] = {**as_json(row), "version": office.library.version}
    try:
        version, made = made_for(office, ask, ask.parts["id"])
    except (BrochureError, AskError) as error:
        if isinstance(error, AskError) and error.status != 409:
            raise
        found = states.of_error(error)
        return said({**facts, "pages": [], "states": [state.as_json() for state in found]})
    phone = office.printed.phone(row.name, _clinic_name(office, ask))
    found = states_of(version, made, phone)
    return said(
        {
            **facts,
            **as_json(version.row),
            "states": [state.as_json() for state in found],
            "mark": made.ready.inputs,
            "pages": page_sizes(made),
            "sheets": made.sheets,
            "edge": made.edge,
            "name": made.built.name,
            "size": made.built.facts.size,
        }
    )


def last(office: Office, ask: Ask) -> Answer:
    """Return the last version that can be printed, if the handout as it is now cannot."""
    row = office.library.row(ask.parts["id"])
    copy = last_printable(office, row, ask.query.get("clinic", ""))
    return said({"named": f"{row.id}{SIGN}{copy.path.stem}", "when": copy.when} if copy else {})


def page_sizes(made: Made) -> list[dict[str, float]]:
    """Return the width and height of each page, in points."""
    sheet = made.built.layout.sheet
    size = {"width": round(sheet.width, 2), "height": round(sheet.height, 2)}
    return [size] * made.built.facts.pages


def kinds(office: Office, ask: Ask) -> Answer:
    """Return for each kind of handout its sheets, or why this text cannot be made so."""
    found: list[dict[str, object]] = []
    for kind in KINDS:
        try:
            _, made = made_for(office, ask, ask.parts["id"], kind)
            found.append({"kind": kind, "sheets": made.sheets})
        except BrochureError as error:
            found.append({"kind": kind, "sheets": 0, **_first(states.of_error(error))})
        except AskError as error:
            if error.status != 409:
                raise
            found.append({"kind": kind, "sheets": 0, **_first(states.of_error(error))})
    return said({"kinds": found})


def _first(found: Sequence[State]) -> dict[str, object]:
    return found[0].as_json() if found else {"level": "stop", "key": "cannot-print"}


def picture(office: Office, ask: Ask) -> Answer:
    """Return a page as a PNG, in one of PICTURE_WIDTHS; an empty page if there is none."""
    width = _whole(ask.query.get("width", ""))
    if width not in PICTURE_WIDTHS:
        raise AskError(400, "bad-request")
    page = _whole(ask.query.get("page", "")) - 1
    try:
        _, made = made_for(office, ask, ask.parts["id"])
    except BrochureError:
        return Answer(200, NO_PAGE, SVG)
    return Answer(200, office.outputs.picture(made, page, width), "image/png")


def page(office: Office, ask: Ask) -> Answer:
    """Return a page as an SVG, which is sharp at any size."""
    _, made = asked(office, ask)
    number = _whole(ask.query.get("page", "")) - 1
    return Answer(200, office.outputs.drawing(made, number).encode(), SVG)


def pdf(office: Office, ask: Ask) -> Answer:
    """Return the PDF of an edition: to be shown and printed, or saved under its name."""
    _, made = asked(office, ask)
    data = office.outputs.for_printer(made, copies_of(ask))
    return file_answer(data, PDF, made.built.name, save="save" in ask.query)


def copies_of(ask: Ask) -> int:
    """Return how many copies a request asks the printer for; raise AskError for no number."""
    copies = _whole(ask.query.get("copies", "1"))
    if not 1 <= copies <= MOST_COPIES:
        raise AskError(400, "bad-request")
    return copies


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


# -------------------------------------------------------------------- e-mail


def draft(office: Office, ask: Ask) -> Answer:
    """Return the e-mail draft of an edition, refused as `brochure email` refuses it."""
    from brochure.output.email_draft import make_draft
    from brochure.reading.doubts import NOT_SENT

    _, made = asked(office, replace(ask, query={**ask.query, "sheet": PLAIN.sheet}))
    if any(each.rule in NOT_SENT for each in made.built.warnings):
        raise AskError(409, "not-sent")
    try:
        data = make_draft(made.handout, made.built, marketing="marketing" in ask.query)
    except BrochureError as error:
        raise AskError(409, "no-message", **states.facts_of(error.problems)) from None
    return file_answer(data, EML, made.built.name.replace(".pdf", ".eml"), save=True)


def message(office: Office, ask: Ask) -> Answer:
    """Return the words of the e-mail, to be pasted: its subject and its plain text."""
    from email import message_from_bytes, policy

    answer = draft(office, ask)
    mail = message_from_bytes(answer.body, policy=policy.default)
    plain = mail.get_body(("plain",))
    text = plain.get_content() if plain else ""
    return said({"subject": str(mail["Subject"]), "text": text.replace("\r\n", "\n")})


# ---------------------------------------------------------------------- sets


def _several(office: Office, ask: Ask) -> list[tuple[Version, Made]]:
    """Return the editions of a set in its order; raise AskError naming one that cannot be made."""
    numbers = [each for each in ask.query.get("ids", "").split(",") if each]
    if not 0 < len(numbers) <= MOST_IN_SET:
        raise AskError(400, "bad-request")
    found = []
    for number in numbers:
        try:
            found.append(made_for(office, ask, number))
        except BrochureError:
            title = office.library.row(number.partition(SIGN)[0]).title
            raise AskError(409, "set-cannot-print", title=title) from None
    return found


def set_pdf(office: Office, ask: Ask) -> Answer:
    """Return several handouts as one file for the printer."""
    editions = [made for _, made in _several(office, ask)]
    data = office.outputs.as_set(editions, copies_of(ask))
    return file_answer(data, PDF, "handouts.pdf", save=False)


def set_zip(office: Office, ask: Ask) -> Answer:
    """Return the PDFs of several handouts in a zip."""
    files = [(made.built.name, made.built.pdf) for _, made in _several(office, ask)]
    return file_answer(as_zip(files), ZIP, "handouts.zip", save=True)


# -------------------------------------------------------------------- counts


def _clinic_name(office: Office, ask: Ask) -> str:
    """Return the name of the chosen clinic's file; "" for a handout's own clinic."""
    row = office.library.clinic(ask.query.get("clinic", ""))
    return row.name if row else ""


def printed(office: Office, ask: Ask) -> Answer:
    """Count a print of one or several handouts: copies and sheets, nobody's name."""
    facts = ask.json()
    copies = facts.get("copies", 1)
    numbers = facts.get("ids")
    if (
        not isinstance(copies, int)
        or not 1 <= copies <= MOST_COPIES
        or not isinstance(numbers, list)
    ):
        raise AskError(400, "bad-request")
    for number in numbers[:MOST_IN_SET]:
        about = _about(ask, facts, str(number))
        version, made = asked(office, about)
        phone, clinic = made.handout.clinic.phone.plain, _clinic_name(office, about)
        office.printed.add(Print(version.row.name, clinic, phone, copies, made.sheets))
        if version.source is None:
            keep_printed(office, version.row)
    return said({"ok": True})


def _about(ask: Ask, facts: dict[str, object], number: str) -> Ask:
    """Return a request about one of the handouts that a body names."""
    names: tuple[str, ...] = ("clinic", "kind", "ink")
    query = {name: str(facts[name]) for name in names if name in facts}
    return replace(ask, parts={"id": number}, query=query)


def clinics(office: Office) -> list[dict[str, object]]:
    """Return the clinics of the folder as a page takes them."""
    rows = office.library.clinics()
    return [{"id": row.id, "title": row.title, "works": not row.problems} for row in rows]


def choices(office: Office) -> dict[str, object]:
    """Return what the front desk offers: kinds, inks, clinics."""
    return {
        "kinds": list(KINDS),
        "inks": list(INKS),
        "widths": list(PICTURE_WIDTHS),
        "clinics": clinics(office),
        "options": {"kind": Options().format, "ink": Options().mode},
    }
