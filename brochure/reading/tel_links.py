"""Links of the author's own that dial: written as all others are, and never another number."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from brochure._startup.records import replace
from brochure.model import Clinic, Problem, Span, Text
from brochure.model.phones import find_phones, is_own, is_tail, read_phone


def dials(text: Text) -> bool:
    """Return whether a link of a text dials."""
    return any(span.href.startswith("tel:") for span in text.spans)


def written_alike(text: Text, clinic: Clinic) -> Text:
    """Return the text with its tel: links as RFC 3966 has them, with an area code if it is ours."""
    own = read_phone(clinic.phone.plain)
    spans = tuple(replace(span, href=_alike(span.href, own.link)) for span in text.spans)
    return text if spans == text.spans else replace(text, spans=spans)


def _alike(href: str, own: str) -> str:
    if not href.startswith("tel:"):
        return href
    phone, ours = read_phone(href[4:]), read_phone(own)
    if is_tail(phone, ours):
        return replace(ours, extension=phone.extension).link
    return phone.link or href


def dialling_another(text: Text) -> Iterator[Problem]:
    """Yield an error for each link that shows one phone and dials another."""
    for href, spans in groupby(text.spans, lambda span: span.href):
        dialled = read_phone(href[4:]) if href.startswith("tel:") else None
        shown = find_phones(_words(spans)) if dialled and dialled.digits else ()
        if dialled and shown and not any(is_own(each, dialled) for each in shown):
            message = f"the words say {shown[0].typed}, but the link dials {dialled.text}"
            right = f"[{shown[0].typed}]({shown[0].link})"
            hint = f"Type the number that is right in both places: {right}"
            yield Problem(text.file, text.line, text.column, "error", message, hint)


def _words(spans: Iterator[Span]) -> str:
    return "".join(span.text for span in spans)
