"""Coming in and going out: the one-time link, the PIN, changes in the folder, the end."""

from __future__ import annotations

from brochure.desk.exchange import HTML, Answer, Ask, AskError, said
from brochure.desk.office import Office


def use_link(office: Office, ask: Ask) -> Answer:
    """Give the bearer of a one-time link the key, and the front desk: never a given address."""
    if not office.door.use_link(ask.parts["once"]):
        raise AskError(403, "old-link")
    return with_key(Answer(303, b"", HTML, (("Location", "/"),)), office, office.door.key)


def with_key(answer: Answer, office: Office, key: str) -> Answer:
    """Return an answer that gives a browser a key, which no script can read."""
    value = f"{office.door.cookie}={key}; HttpOnly; SameSite=Strict; Path=/"
    return answer.with_header("Set-Cookie", value)


def enter(office: Office, ask: Ask) -> Answer:
    """Give a key for a PIN of the network mode; raise AskError for a wrong one, or to wait."""
    pin = ask.json().get("pin")
    wait = office.door.wait(ask.address)
    key = "" if wait else office.door.enter(str(pin)[:20], ask.address)
    if not key:
        wait = office.door.wait(ask.address)
        raise AskError(429 if wait else 403, "pin-wait" if wait else "pin-wrong", seconds=wait)
    return with_key(said({"ok": True}), office, key)


def new_link(office: Office, ask: Ask) -> Answer:
    """Return a one-time link for a second start, which has the key from the lock file."""
    del ask
    return said({"link": office.door.new_link()})


def stop(office: Office, ask: Ask) -> Answer:
    """End the program once this is answered."""
    del ask
    office.closing.set()
    return said({"ok": True})


def changes(office: Office, ask: Ask) -> Answer | None:
    """Return the folder's version if it is not the one that the page has; else None."""
    office.seen()
    version = office.library.version
    if str(version) != ask.query.get("since", "") or office.closing.is_set():
        return said({"version": version, "closing": office.closing.is_set()})
    return None
