"""Which handouts cannot be printed: found out little by little, so that the list can say so."""

from __future__ import annotations

from time import monotonic

from brochure._startup.records import dataclass
from brochure.desk import states
from brochure.desk.exchange import AskError
from brochure.desk.library import ClinicRow, Library, Row
from brochure.desk.outputs import Outputs, options_of
from brochure.desk.states import State
from brochure.model import BrochureError

MOST_CLINICS = 3
"""Clinics that handouts are tried for: those that were chosen last."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Why a handout cannot be printed for a clinic, None if it can; and what that was found of."""

    row: Row
    clinic: ClinicRow | None
    shared: int
    stop: State | None


class Judge:
    """Builds the standard edition of each handout when there is time, and keeps what came of it."""

    def __init__(self, library: Library, outputs: Outputs) -> None:
        """Know nothing yet."""
        self._library = library
        self._outputs = outputs
        self._known: dict[tuple[int, int], Verdict] = {}
        self._clinics: list[int] = [0]

    def stop_of(self, row: Row, clinic: ClinicRow | None) -> State | None:
        """Return why a handout cannot be printed, if that is known."""
        verdict = self._fresh(row, clinic)
        return verdict.stop if verdict else None

    def chosen(self, clinic: ClinicRow | None) -> None:
        """Take note that a clinic was chosen: its handouts are tried next."""
        number = clinic.id if clinic else 0
        others = [each for each in self._clinics if each != number]
        self._clinics = [number, *others][:MOST_CLINICS]

    def go_on(self, seconds: float) -> bool:
        """Try handouts for so long; return whether one was found that cannot be printed, or can."""
        end, news = monotonic() + seconds, False
        for number in self._clinics:
            clinic = next((row for row in self._library.clinics() if row.id == number), None)
            for row in self._library.rows():
                if monotonic() > end:
                    return news
                if self._fresh(row, clinic) is None:
                    news |= self._try(row, clinic)
        return news

    def _fresh(self, row: Row, clinic: ClinicRow | None) -> Verdict | None:
        """Return the verdict on a handout unless what it was made of has changed."""
        verdict = self._known.get((row.id, clinic.id if clinic else 0))
        if verdict is None or verdict.shared != self._library.shared:
            return None
        return verdict if verdict.row is row and verdict.clinic is clinic else None

    def _try(self, row: Row, clinic: ClinicRow | None) -> bool:
        """Try a handout; return whether the list has to say something else of it."""
        key = (row.id, clinic.id if clinic else 0)
        old = self._known.get(key)
        stop = None if row.problems else self._stop(row, clinic)
        self._known[key] = Verdict(row, clinic, self._library.shared, stop)
        return stop != (old.stop if old else None)

    def _stop(self, row: Row, clinic: ClinicRow | None) -> State | None:
        try:
            self._outputs.make(row, clinic, options_of({}))
        except (BrochureError, AskError) as error:
            return states.of_error(error)[0]
        return None
