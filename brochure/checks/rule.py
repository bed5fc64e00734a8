"""What a rule is, and who asks for what the rules ask."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from brochure._startup.records import dataclass
from brochure.checks.handout_view import Finding, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

Check = Callable[[View], Iterator[Finding]]

ENGLISH = ("en",)
GRADED = ("es", "fr", "pt", "de")
"""The languages other than English that `grades` has a formula for."""


class Later:
    """A check of a module that is imported when the check is first run: few texts need it."""

    def __init__(self, module: str, name: str) -> None:
        self.module, self._name = f"brochure.checks.{module}", name

    @property
    def check(self) -> Check:
        """The check itself."""
        __import__(self.module)
        found: Check = getattr(sys.modules[self.module], self._name)
        return found

    def __call__(self, view: View) -> Iterator[Finding]:
        """Return what the check finds."""
        return self.check(view)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. ``languages`` are the subtags it holds for, none meaning all."""

    name: str
    level: Level
    asks: str
    source: str
    check: Check
    languages: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()  # without one of these, in small letters, nothing is found
    singly: int = 100  # how many are told each by itself; of a matter of style few, the rest as one

    def may_find(self, small: str) -> bool:
        """Return whether a text in small letters has what the rule looks for."""
        return not self.needs or any(each in small for each in self.needs)

    def holds_for(self, language: str) -> bool:
        """Return whether the rule can judge a text in this language."""
        return not self.languages or language in self.languages


CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ PEMAT-P"
IHS = "Indian Health Service checklist"
OURS = "our own"
NHS = "NHS content guide"
ISMP = "ISMP, error-prone notations"
