"""Rules about the words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern

SAYING_NOTHING = frozenset(
    phrase.strip()
    for phrase in (
        "here, click here, click, tap here, press here, this, this link, link, the link, more, "
        "read more, learn more, see more, more information, details, this page, "
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


def link_text(view: View) -> Iterator[Finding]:
    """Find links whose words do not say where they lead, alone or read from a list of links."""
    for passage in view.passages:
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
        for href, spans in groupby(passage.text.spans, lambda span: span.href):
            words = "".join(span.text for span in spans).strip()
            if href and words.lower().strip(" .:!>»→").strip() in SAYING_NOTHING:
                yield Finding(
                    f"the link “{words}” does not say where it leads",
                    "link the words that name the page, such as “exercises for your back”",
                    passage.text,
                    words,
                )
