"""What of a web page is no part of its article: menus, cookie notices, share buttons, by-lines."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

TAGS = {
    "nav": "a menu",
    "footer": "the foot of the page",
    "form": "a form",
    "dialog": "a window that opens over the page",
    "iframe": "a page inside the page",
    "video": "a film",
    "audio": "a sound",
    "object": "an object",
    "embed": "an object",
    "canvas": "a drawing",
    "select": "a field of a form",
    "textarea": "a field of a form",
}
SILENT = frozenset(
    "script style noscript template svg head meta link title base math source track map area "
    "input progress meter datalist param wbr".split()
)
"""Elements without words for a reader."""
ROLES = {
    "navigation": "a menu",
    "banner": "the head of the page",
    "contentinfo": "the foot of the page",
    "complementary": "a box beside the article",
    "search": "a search field",
    "dialog": "a window that opens over the page",
    "alertdialog": "a window that opens over the page",
    "menu": "a menu",
    "menubar": "a menu",
    "toolbar": "buttons",
    "tooltip": "a note that shows at the pointer",
}
_NAMED = {
    "a menu": "nav navbar navigation menu breadcrumb breadcrumbs toc topnav sidenav mainnav "
    "navlinks pagination pager skip skiplink jumplinks",
    "a word over a heading": "eyebrow kicker overline",
    "a cookie notice": "cookie cookies consent gdpr ccpa onetrust",
    "buttons for sharing": "share sharing social addtoany sharedaddy",
    "a list of other articles": "related recommended readnext morelike popular trending",
    "a by-line": "byline author authors postmeta dateline timestamp posted published readtime",
    "a form for letters": "newsletter subscribe signup optin",
    "comments of readers": "comments respond disqus",
    "an advertisement": "advert advertisement ads adsbygoogle promo sponsored banner cta",
    "a box beside the article": "sidebar widget",
    "the foot of the page": "copyright colophon siteinfo footer",
    "a window that opens over the page": "popup modal lightbox overlay",
}
NAMES = {word: what for what, words in _NAMED.items() for word in words.split()}
"""Words in the class or the id of an element, and what it then is."""
_JOINED = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
_PAIRS = {
    ("entry", "meta"): "a by-line",
    ("post", "meta"): "a by-line",
    ("article", "meta"): "a by-line",
    ("read", "time"): "a by-line",
    ("reading", "time"): "a by-line",
    ("read", "next"): "a list of other articles",
    ("sign", "up"): "a form for letters",
    ("site", "header"): "the head of the page",
    ("page", "header"): "the head of the page",
    ("site", "footer"): "the foot of the page",
}
WORDS = frozenset(
    "html body main article table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 img figure "
    "blockquote strong em b i dl dt dd".split()
)
"""Elements that a name alone does not make clutter."""
MOST_OF_ARTICLE = 0.4
"""The share of the words above which a box is the article itself, whatever its name."""


def clutter(element: Any) -> str:
    """Return what an element is that is no part of an article by its tag, role or names; or ""."""
    if element.tag in TAGS:
        return TAGS[element.tag]
    role = element.get("role", "").lower()
    if role in ROLES:
        return ROLES[role]
    if hidden(element):
        return "words that the page hides"
    if element.tag in WORDS:
        return ""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _by_name(names) if names.strip() else ""


def hidden(element: Any) -> bool:
    """Return whether a page does not show an element."""
    style = re.sub(r"\s", "", element.get("style", "").lower())
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden", "").lower() == "true"
        or "display:none" in style
        or "visibility:hidden" in style
        or "mso-hide:all" in style
    )


def _by_name(names: str) -> str:
    for name in names.split():
        words = [word.lower() for word in _JOINED.findall(name)]
        if "content" in words or "body" in words or "main" in words or "no" in words:
            continue
        for word in words:
            if word in NAMES:
                return NAMES[word]
        for pair in pairwise(words):
            if pair in _PAIRS:
                return _PAIRS[pair]
    return ""


def holds_article(element: Any, words: int, all_words: int) -> bool:
    """Return whether a box named like clutter holds the title or much of the text, so it stays."""
    if element.tag in ("nav", "iframe", "select"):
        return False
    if next(element.iter("h1"), None) is not None and element.tag != "dialog":
        return True
    return words > MOST_OF_ARTICLE * all_words
