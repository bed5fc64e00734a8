"""What a receptionist should know before printing, as keys of `words` with their facts.

The program's own messages are English and for who writes; a state says in the reader's language
what they mean for who prints, and carries them along as ``told``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from time import strftime

from brochure._startup.records import dataclass, field
from brochure.desk.exchange import AskError
from brochure.model import BrochureError, FitError, Problem
from brochure.reading.doubts import DRAFT, REVIEWED

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
    if isinstance(error, FitError):
        return [State("stop", "no-room", facts_of(error.problems))]
    return [of_faults(error.problems)]


WARNINGS: dict[str, str] = {
    "other-language": "another-language",
    "other-phone": "other-phone",
    "phone-digits": "other-phone",
    "sample-clinic": "sample-clinic",
    "sample-text": "sample-text",
    "english-words": "english-words",
    REVIEWED: "odd-date",
}
"""What a warning of the build means for who prints, by its rule."""


def of_faults(problems: Sequence[Problem]) -> State:
    """Return the state of a handout whose files have mistakes: where the first one is."""
    facts = facts_of(problems)
    return State("stop", "file-fault" if facts["line"] else "file-fault-whole", facts)


def of_warnings(problems: Sequence[Problem]) -> list[State]:
    """Return a state for each kind of warning of a build, in its order."""
    groups: dict[str, list[Problem]] = {}
    for each in problems:
        if each.level == "warning":
            other = "look-first" if each.line else "look-first-whole"
            groups.setdefault(WARNINGS.get(each.rule, other), []).append(each)
    return [State("warn", key, facts_of(found)) for key, found in groups.items()]


def facts_of(problems: Sequence[Problem]) -> dict[str, object]:
    """Return where the first error is, or the first of all, and the messages as they are."""
    first = next((each for each in problems if each.level == "error"), problems[0])
    shown = [each for each in problems if each.level != "hint"][:SHOWN]
    told = [f"{sentence(each.message)} {sentence(each.hint)}".strip() for each in shown]
    return {"file": PurePath(first.file).name, "line": first.line, "told": told}


def sentence(words: str) -> str:
    """Return words that begin with a capital and end with a full stop, as they stand on a page."""
    words = words.strip()
    if not words:
        return ""
    return f"{words[0].upper()}{words[1:]}{'' if words[-1] in '.!?…' else '.'}"


def of_row(row: Row, today: str = "") -> list[State]:
    """Return what the file itself says: it cannot be read, is a draft, or is overdue for review."""
    if row.problems:
        return [of_faults(row.problems)]
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
    found += of_warnings(others)
    return found or [READY]
