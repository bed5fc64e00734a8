"""The patterns of the modules of rules, also those in their tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType

from brochure import checks
from brochure.checks import patterns, same_facts, sameness
from brochure.checks.english import confusions
from tests.support.matches import AllLetters


def patterns_of(module: ModuleType) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that a module has, also those in its tables."""
    flags = getattr(module, "_FLAGS", 0)
    for name, held in vars(module).items():
        if getattr(held, "__module__", module.__name__) == module.__name__ or name.isupper():
            yield from _held_in(held, flags)
    if module is confusions:
        yield from (each for row in confusions.rows() for each in _held_in(row, flags))


def _held_in(held: object, flags: int) -> Iterator[re.Pattern[str]]:
    """Yield the patterns in a value: in a tuple, a dictionary or a record, too.

    A record may have the source of one for its ``pattern``; ``flags`` are those of its module.
    """
    if isinstance(held, patterns._Pattern):
        yield held
    elif isinstance(held, tuple | list):
        yield from (each for part in held for each in _held_in(part, flags))
    elif isinstance(held, dict):
        yield from (each for part in held.values() for each in _held_in(part, flags))
    elif type(held).__module__.startswith("brochure.") and hasattr(held, "__slots__"):
        names = {*type(held).__slots__, "pattern"}
        values = {name: getattr(held, name) for name in sorted(names) if hasattr(held, name)}
        source = values.pop("pattern", None)
        if isinstance(source, str):
            yield patterns.pattern(source, flags)
        yield from (each for part in (source, *values.values()) for each in _held_in(part, flags))


MODULES = {
    name: found
    for _, name, _ in walk_packages(checks.__path__, "brochure.checks.")
    if (found := [*patterns_of(import_module(name))])
}
"""The patterns of each module of rules that has any."""
MODULES["brochure.checks.same_facts"] += [
    topic.says for code in ("en", "es") for topic in same_facts.topics_of(code, AllLetters())
]
MODULES["brochure.checks.sameness"] = [
    sameness.name_pattern(forms) for row in sameness.NAMES for _, forms in row
]
