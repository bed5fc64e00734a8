"""Words that a handout must keep ("severe", "if confirmed"): its list held against its texts."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.checks.handout_view import Finding, View

_PRINTED = frozenset({"title", "subtitle", "heading", "paragraph", "item", "caption", "contact"})
"""The parts in which a patient reads the words."""


def must_say(view: View) -> Iterator[Finding]:
    """Find words of `must_say` that stand in no text, whatever their case and line ends."""
    if not view.handout.must_say:
        return
    printed = "\n".join(_folded(p.plain) for p in view.passages if p.role in _PRINTED)
    for wanted in view.handout.must_say:
        words = _folded(wanted.plain)
        if not _said(words, printed):
            yield Finding(
                f"the text no longer says “{wanted.plain}”",
                _advice(words, view),
                wanted,
            )


def _folded(text: str) -> str:
    """Return a text for comparing: one space between words, no capitals, straight apostrophes."""
    return " ".join(text.replace("’", "'").casefold().split())


def _said(words: str, text: str) -> bool:
    """Return whether words stand in a text as whole words."""
    at = text.find(words)
    while at >= 0:
        ends = text[at - 1 : at], text[at + len(words) : at + len(words) + 1]
        if not any(end.isalnum() or end == "_" for end in ends):
            return True
        at = text.find(words, at + 1)
    return False


def _advice(words: str, view: View) -> str:
    """Return what to do, with the sentence that comes nearest to the lost words."""
    wanted = set(words.split())
    sentences = [(p, s) for p in view.passages if p.role in _PRINTED for s in p.sentences]
    shared, line, nearest = max(
        ((len(wanted & set(_folded(s.text).split())), p.text.line, s.text) for p, s in sentences),
        key=lambda found: found[0],
        default=(0, 0, ""),
    )
    if 2 * shared < len(wanted) or not shared:
        return "put the words back, or take them off the list if a medical person agrees"
    return f"put the words back; line {line} comes nearest: “{nearest}”"
