"""What a rule is, and who asks for what the rules ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from brochure.checks.handout_view import Finding, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

Check = Callable[[View], Iterator[Finding]]

ENGLISH = ("en",)


class Rule(NamedTuple):
    """One rule. ``languages`` are the subtags it holds for, none meaning all."""

    name: str
    level: Level
    asks: str
    source: str
    check: Check
    languages: tuple[str, ...] = ()

    def holds_for(self, language: str) -> bool:
        """Return whether the rule can judge a text in this language."""
        return not self.languages or language in self.languages


CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ PEMAT-P"
IHS = "Indian Health Service checklist"
OURS = "our own"
NHS = "NHS content guide"
ISMP = "ISMP, error-prone notations"
