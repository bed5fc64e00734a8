"""How many examples a property is tried with."""

from __future__ import annotations

from hypothesis import settings

EVERYDAY = 100
"""What the everyday profile calls all; the profile ``wide`` asks for twenty times as many."""


def tried(examples: int, base: settings | None = None, **more: object) -> settings:
    """Settings for so many examples every day, and for more of them in a larger profile."""
    times = settings.default.max_examples / EVERYDAY
    return settings(base, max_examples=round(examples * times), **more)
