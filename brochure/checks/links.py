"""Rules about the words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from brochure.checks.handout_view import Finding, Passage, View
from brochure.checks.patterns import pattern

SAYING_NOTHING = frozenset(
    phrase.strip()
    for phrase in (
        "here, click here, click, tap here, press here, this, this link, link, the link, more, "
        "read more, learn more, see more, more information, details, this page, "
        "right here, over here, clicking here, by clicking here, click this, click this link, tap, "
        "click on this link, click the link, tap this link, follow this link, use this link, "
        "link below, the link below, links, these links, the following link, follow the link, "
        "it, that, these, them, there, one, go, go here, see here, look here, found here, "
        "watch, watch here, watch this, read, read here, read this, see this, try this, open, "
        "open this, start, start here, begin, begin here, next, submit, "
        "website, the website, this website, web site, this web site, "
        "site, the site, this site, web page, the web page, this web page, webpage, "
        "page, the page, that page, online, on line, web, the web, "
        "more info, info, information, for more information, for more, more details, "
        "further information, further details, find out, find out more, get more information, "
        "learn, learn about it, learn how, how, why, what, when, who, where, see, see all, "
        "see details, view more, view all, view here, view this, show more, discover more, "
        "continue reading, full story, full text, article, this article, the article, post, "
        "this post, video, this video, the video, this document, document, the document, pdf, "
        "this pdf, the pdf, file, this file, form, this form, the form, download here, "
        "download this, download now, print, print this, url, this url, address, this address, "
        "at this address, web address, source, this source, reference, resource, resources, "
        "this resource, yes, ok, get started, "
        "visit, visit us, visit here, visit site, "
        "button, this button, the button, "
        "aquí, haga clic aquí, clic aquí, pulse aquí, este enlace, enlace, más, leer más, ver más, "
        "más información, lea más, vea más, conozca más, saber más, sepa más, haz clic aquí, "
        "siga leyendo, continúe leyendo, ver aquí, descargar, download, continue, view, "
        "ici, cliquez ici, ce lien, lien, en savoir plus, lire la suite, "
        "hier, hier klicken, klicken sie hier, dieser link, mehr, mehr erfahren, weiterlesen, "
        "tại đây, nhấn vào đây, bấm vào đây, liên kết này, xem thêm, dito, mag-click dito"
    ).split(",")
)
"""Words that say of a link that it is one, and not where it leads."""


_PLAIN = pattern(
    r"\b(?:press (?:here|(?:on )?(?:the|this) link)"
    r"|(?:click|tap) (?:here|on (?:the|this) (?:link|button)|(?:the|this) (?:link|button))"
    r"|clicking (?:here|(?:on )?(?:the|this) (?:link|button))|(?:follow|use|open|visit"
    r"|see) this link"
    r"|(?:haga|haz|dé|de) (?:clic|click) (?:aquí|en (?:el|este) enlace)|pulse aquí|(?:siga"
    r"|abra|use)"
    r" este enlace)\b",
    re.IGNORECASE,
)
"""Words that send a reader of paper to a link."""


_ADDRESS = pattern(r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)+/\S*", re.IGNORECASE)
_RUNNING = frozenset({"paragraph", "item"})
_LONG_ADDRESS = 32
"""Letters of an address, without "https://www.", that is no longer typed with ease."""
_HARD_SIGNS = frozenset("?=&%_#~")
"""Signs that a reader of paper cannot find on a keyboard."""


_NAMED = pattern(
    r"\b(?:web ?sites?|site|page|guide|videos?|form|list|map|app|portal|leaflet|booklet"
    r"|information|locator|tool|online|sitio|página|información)\b[^.!?]{0,40}$",
    re.IGNORECASE,
)
"""What says ahead of an address what is there."""


def _bare_addresses(passage: Passage) -> Iterator[Finding]:
    """Yield addresses of the web that stand in a text as a browser shows them."""
    for found in _ADDRESS.finditer(passage.plain):
        typed = found.group().rstrip(".,;:!?)”\"'")
        bare = pattern(r"^(?:https?://)?(?:www\.)?", re.IGNORECASE).sub("", typed).rstrip("/")
        hard, named = _is_hard(bare), _NAMED.search(passage.plain[: found.start()])
        if not hard and (named or typed[:4].lower() != "http"):
            continue
        what = (
            "is long to type"
            if named
            else "is a bare address, which says nothing of where it leads"
        )
        yield Finding(
            f"“{typed}” {what}",
            f"name the page, then the short address: “stretches for your back, at {_short(bare)}”",
            passage.text,
            typed,
            found.start(),
            level="hint" if named else None,
        )


def _is_hard(address: str) -> bool:
    """Return whether an address is too long, or too odd, to be typed from paper."""
    return len(address) > _LONG_ADDRESS or not _HARD_SIGNS.isdisjoint(address)


def _short(address: str) -> str:
    """Return the name of the site of an address."""
    return pattern(r"[/?#]").split(address, maxsplit=1)[0]


def link_text(view: View) -> Iterator[Finding]:
    """Find links whose words do not say where they lead, alone or read from a list of links."""
    linked = sum(1 << number for number in view.linked)
    addressed = view.index.with_part("www.") | view.index.with_part("/")
    for passage in view.numbered_by(view.bits(_PLAIN) | addressed | linked):
        found = _PLAIN.search(passage.plain)
        whole = view.english and found and not found.start()  # which `web_leftover` tells
        if (
            found
            and not whole
            and passage.role != "source"
            and not any(s.href for s in passage.text.spans)
        ):
            yield Finding(
                f"“{found.group()}” cannot be done on paper, and does not say where it leads",
                "name the page and write its address: “exercises, at clinic.example/back”",
                passage.text,
                found.group(),
                found.start(),
            )
        if passage.role in _RUNNING and ("www." in passage.plain or "/" in passage.plain):
            yield from _bare_addresses(passage)
        for href, spans in groupby(passage.text.spans, lambda span: span.href):
            words = "".join(span.text for span in spans).strip()
            if href and words.lower().strip(" .:!>»→").strip() in SAYING_NOTHING:
                yield Finding(
                    f"the link “{words}” does not say where it leads",
                    "link the words that name the page, such as “exercises for your back”",
                    passage.text,
                    words,
                )
