"""The words of a handout as HTML: for its web page, and for the e-mail under the picture.

Every text is escaped; a link is one that the content file may have. The dress says which
attributes a tag has: a page has a style sheet, an e-mail has styles on its tags.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Any

from brochure._startup.records import dataclass, field, replace
from brochure.language.fixed_words import Phrases
from brochure.model import Handout, Icon, Section, Span, Text
from brochure.typeset.bidi import LRI, PDI
from brochure.typeset.scripts import FROM_RIGHT, script_of

Line = tuple[Span, ...]
PictureOf = Callable[[Any], str]
"""The tag of a picture of the text; empty where pictures are left out."""


@dataclass(frozen=True, slots=True)
class Dress:
    """What tags look like; ``styles`` are attributes by tag, ``level`` is that of headings.

    A section of an emphasis has its own style, and so have its "urgent word", "urgent h2" and
    "urgent a".

    ``from_right`` says that the page runs so: phones, doses and Latin words on it keep their
    order, between the two signs or tags of ``around``.
    """

    words: Phrases
    from_right: bool = False
    picture: PictureOf = lambda _: ""
    icon: Callable[[Icon], str] = lambda _: ""
    styles: Mapping[str, str] = field(default_factory=dict)
    level: int = 2
    around: tuple[str, str] = ('<bdi dir="ltr">', "</bdi>")

    def tag(self, name: str, inner: str, extra: str = "") -> str:
        """Return an element."""
        return f"<{name}{extra}{self.styles.get(name, '')}>{inner}</{name}>"

    def text(self, text: Text) -> str:
        """Return a text, its lines parted."""
        return "<br>".join(self.line(line.spans) for line in text.lines)

    def line(self, spans: Iterable[Span]) -> str:
        """Return spans, those of one link together."""
        parts = groupby(_in_order(tuple(spans)) if self.from_right else spans, _target)
        html = "".join(self._linked(href, "".join(map(_span, group))) for href, group in parts)
        left, right = self.around
        return html.replace(LRI, left).replace(PDI, right) if self.from_right else html

    def shown(self, words: str) -> str:
        """Return words without marks, such as a phone or an address."""
        return self.line((Span(words),))

    def _linked(self, href: str, inner: str) -> str:
        return self.tag("a", inner, f' href="{escape(href)}"') if href else inner


def _target(span: Span) -> str:
    return span.href


def _in_order(spans: Line) -> Line:
    """Return spans in which each stretch from the left stands between marks, link by link."""
    from brochure.typeset.isolates import isolates

    whole = "".join([span.text for span in spans])
    if not any(script_of(char) in FROM_RIGHT for char in whole):
        return tuple(replace(span, text=f"{LRI}{span.text}{PDI}") for span in spans)
    found = isolates(whole)
    made: list[Span] = []
    at = 0
    for span in spans:
        text, end = "", at + len(span.text)
        inside = [(max(a, at), min(b, end)) for a, b, _ in found if a < end and b > at]
        done = at
        for start, stop in inside:
            text += f"{whole[done:start]}{LRI}{whole[start:stop]}{PDI}"
            done = stop
        made.append(replace(span, text=text + whole[done:end]))
        at = end
    return tuple(made)


def _span(span: Span) -> str:
    html = escape(span.text)
    if span.bold:
        html = f"<strong>{html}</strong>"
    if span.italic:
        html = f"<em>{html}</em>"
    return f'<span lang="{escape(span.lang)}">{html}</span>' if span.lang else html


# ------------------------------------------------------------------ sections


def sections(handout: Handout, dress: Dress) -> list[str]:
    """Return each section of a handout, a line an element."""
    return ["\n".join(_section(section, dress)) for section in handout.sections]


def _section(section: Section, dress: Dress) -> Iterator[str]:
    kind = f' class="{section.emphasis}"' if section.emphasis else ""
    yield f"<section{kind}{dress.styles.get(section.emphasis, '') if section.emphasis else ''}>"
    word = dress.words.over_headings.get(section.emphasis)
    if word:
        inked = dress.styles.get(f"{section.emphasis} word", "")
        yield dress.tag("p", dress.tag("strong", escape(word)), f' class="overline"{inked}')
    icon = dress.icon(section.shown_icon) if section.shown_icon else ""
    name = f"h{dress.level}"
    inked = dress.styles.get(f"{section.emphasis} {name}", dress.styles.get(name, ""))
    yield f"<{name}{inked}>{icon}{dress.text(section.heading)}</{name}>"
    links = dress.styles.get(f"{section.emphasis} a")
    dress = replace(dress, styles={**dress.styles, "a": links}) if links else dress
    for block in section.body:
        yield from BLOCKS[type(block).__name__](block, dress)
    yield "</section>"


def _paragraph(block: Any, dress: Dress) -> Iterator[str]:
    yield dress.tag("p", dress.text(block.text))


def _list(block: Any, dress: Dress) -> Iterator[str]:
    name = "ol" if block.kind == "steps" else "ul"
    start = f' start="{block.start}"' if block.start != 1 else ""
    checks = ' class="checks"' if block.kind == "checklist" else ""
    yield f"<{name}{start}{checks}{dress.styles.get(name, '')}>"
    for item in block.items:
        yield dress.tag("li", dress.text(item.text) + _nested(item.items, dress))
    yield f"</{name}>"


def _nested(items: Sequence[Text], dress: Dress) -> str:
    inner = "".join(dress.tag("li", dress.text(text)) for text in items)
    return dress.tag("ul", inner) if inner else ""


def _image(block: Any, dress: Dress) -> Iterator[str]:
    picture = dress.picture(block)
    if not picture:
        return
    caption = dress.tag("figcaption", dress.text(block.caption)) if block.caption else ""
    yield dress.tag("figure", picture + caption)


def _table(block: Any, dress: Dress) -> Iterator[str]:
    """Yield a table in a box that the keyboard can scroll where it is too wide (WCAG 2.1.1)."""
    heads = "".join(dress.tag("th", dress.text(text), ' scope="col"') for text in block.columns)
    rows = "".join(f"<tr>{_row(row.cells, dress)}</tr>" for row in block.rows)
    named = escape(", ".join(text.plain for text in block.columns))
    yield f'<div class="wide" role="region" tabindex="0" aria-label="{named}">'
    yield dress.tag("table", f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")
    yield "</div>"


def _row(cells: Sequence[Text], dress: Dress) -> str:
    first, *rest = cells
    head = dress.tag("th", dress.text(first), ' scope="row"')
    return head + "".join(dress.tag("td", dress.text(cell)) for cell in rest)


def _fill(block: Any, dress: Dress) -> Iterator[str]:
    for label in block.labels:
        yield dress.tag("p", f"{dress.text(label)} <span>____________________</span>",
                        ' class="fill"')  # fmt: skip


def _quote(block: Any, dress: Dress) -> Iterator[str]:
    by = dress.tag("p", f"– {dress.text(block.by)}") if block.by else ""
    yield dress.tag("blockquote", dress.tag("p", dress.text(block.text)) + by)


def _tip(block: Any, dress: Dress) -> Iterator[str]:
    words = f"<strong>{escape(dress.words.tip)}:</strong> {dress.text(block.text)}"
    yield dress.tag("p", words, ' class="tip"')


BLOCKS: Mapping[str, Callable[[Any, Dress], Iterator[str]]] = {
    "Paragraph": _paragraph,
    "ItemList": _list,
    "Image": _image,
    "Table": _table,
    "FillIn": _fill,
    "Quote": _quote,
    "Tip": _tip,
}
"""How each kind of block of a section is written, by the name of its noun."""
