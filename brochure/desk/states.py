"""What a receptionist should know before printing, as keys of `words` with their facts."""

from __future__ import annotations

from collections.abc import Sequence
from time import strftime

from brochure._startup.records import dataclass, field
from brochure.desk.exchange import AskError
from brochure.model import BrochureError, FitError, Problem
from brochure.reading.doubts import DRAFT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.desk.library import Row
    from brochure.desk.outputs import Made
    from brochure.model.choices import StateLevel

SHOWN = 4
"""Problems that are told; more are for who writes."""


@dataclass(frozen=True, slots=True)
class State:
    """One thing to know: ``level`` stops a print, warns, or says that all is well."""

    level: StateLevel
    key: str
    facts: dict[str, object] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Return it as the page takes it."""
        return {"level": self.level, "key": self.key, **self.facts}


READY = State("ready", "ready")


def of_error(error: BrochureError | AskError) -> list[State]:
    """Return why an edition cannot be printed."""
    if isinstance(error, AskError):
        return [State("stop", error.key, dict(error.facts))]
    if isinstance(error, FitError) and error.words_over:
        facts = {"words": error.words_over, "lines": error.lines_over}
        return [State("stop", "too-long", dict(facts))]
    return of_problems(error.problems, "stop")


def of_problems(problems: Sequence[Problem], level: StateLevel) -> list[State]:
    """Return problems as they were told, the first few."""
    shown = [each for each in problems if each.level != "hint"][:SHOWN]
    return [
        State(level, "told", {"message": sentence(each.message), "hint": sentence(each.hint)})
        for each in shown
    ]


def sentence(words: str) -> str:
    """Return words that begin with a capital and end with a full stop, as they stand on a page."""
    words = words.strip()
    if not words:
        return ""
    return f"{words[0].upper()}{words[1:]}{'' if words[-1] in '.!?…' else '.'}"


def of_row(row: Row, today: str = "") -> list[State]:
    """Return what the file itself says: it cannot be read, is a draft, or is overdue for review."""
    if row.problems:
        return of_problems(row.problems, "stop")
    found = [State("warn", "draft")] if row.draft else []
    if row.review_by and row.review_by < (today or strftime("%Y-%m-%d")):
        found.append(State("warn", "overdue", {"date": row.review_by}))
    return found


def of_made(row: Row, made: Made, last_phone: str, today: str = "") -> list[State]:
    """Return what is to be known of an edition that can be printed; READY alone if nothing is."""
    found = of_row(row, today)
    phone = made.handout.clinic.phone.plain
    if last_phone and last_phone != phone:
        found.append(State("warn", "phone-changed", {"old": last_phone, "new": phone}))
    others = [each for each in made.built.warnings if each.rule != DRAFT]
    found += of_problems(others, "warn")
    return found or [READY]
