"""The tree of a web page: parsed within limits, and the part of it that is the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import lxml.html
from lxml import etree

from brochure.importing.pieces import Told, refusal
from brochure.importing.web_clutter import SILENT, clutter, hidden

DEEPEST = 250
"""How deep a page's parts may be nested; what people write stays under 40."""
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dir div dl dt fieldset figure footer "
    "header hr legend li main menu ol p pre section summary table tbody td tfoot th thead tr ul "
    "h1 h2 h3 h4 h5 h6 caption o:p".split()
)
BREAKS = BLOCKS | {"br"}


def parsed(data: bytes, name: str) -> Any:
    """Return the tree of a page, within limits; nothing outside is loaded, no entity is opened."""
    parser = lxml.html.HTMLParser(
        encoding=_encoding(data), remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        root = lxml.html.document_fromstring(data, parser=parser, ensure_head_body=True)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise refusal(name, "the page has no words", "Save the page as “HTML only”.") from error
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        message = f"the parts of this page are nested {deepest} deep; {DEEPEST} is the limit"
        raise refusal(name, message, "Copy the words of the article into a .txt file.")
    return root


def _encoding(data: bytes) -> str | None:
    """Return UTF-8 where the bytes are that; else what the page says of itself, if anything."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None if re.search(rb"charset", data[:2048], re.I) else "cp1252"
    return "utf-8"


# ------------------------------------------------------------------ the article


def count_words(element: Any) -> int:
    """Return how many words an element shows."""
    return sum(
        len((each.text or "").split()) * (each.tag not in SILENT) + len((each.tail or "").split())
        for each in element.iter()
        if isinstance(each.tag, str)
    ) - len((element.tail or "").split())


def article(body: Any) -> Any:
    """Return the element that holds the article: `main`, the one `article`, or the body."""
    mains = body.xpath(".//main | .//*[@role='main']")
    home = max(mains, key=count_words) if mains else body
    articles = [each for each in home.iter("article") if not hidden(each)]
    if articles:
        largest = max(articles, key=count_words)
        if count_words(largest) > count_words(home) / 2:
            return largest
    return home if count_words(home) else body


def around(body: Any, main: Any) -> Iterator[Told]:
    """Yield what stands beside the article, each part with its first words."""
    child = main
    while child is not body and child.getparent() is not None:
        for other in child.getparent():
            if other is not child and isinstance(other.tag, str) and other.tag not in SILENT:
                words = text_of(other)
                if words:
                    yield Told(clutter(other) or "what stands around the article", words,
                               other.sourceline or 0)  # fmt: skip
        child = child.getparent()


def text_of(element: Any) -> str:
    """Return the words that an element shows, with single spaces."""
    parts: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        silent = not isinstance(each.tag, str) or each.tag in SILENT
        if event == "start" and not silent:
            parts += [" " if each.tag in BREAKS else "", each.text or ""]
        elif event == "end" and each is not element:
            parts += [" " if each.tag in BREAKS else "", each.tail or ""]
    return " ".join("".join(parts).split())
