"""The e-mail draft of a handout: text, the first page's picture and the PDF; nobody's address.

The draft is a file that a mail program opens as a message not yet sent. It names no sender, no
recipient and no patient, and the same handout gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import groupby
from typing import Any

from brochure._startup.records import replace
from brochure.brand.palette import palette
from brochure.language.fixed_words import ENGLISH_MAIL
from brochure.language.phrases import mail_words, phrases
from brochure.language.tags import runs_from_right
from brochure.language.titles import told_title
from brochure.model import ContentError, Handout, ItemList, Problem, Span, Text
from brochure.model.phones import read_phone
from brochure.model.texts import texts_of
from brochure.output.html_words import Dress, sections
from brochure.output.mail_head import prove_heads, subject_line
from brochure.reading.bare_links import live
from brochure.typeset.bidi import LRI, PDI

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import EmailMessage

    from brochure.recipe import Built

LIMIT = 500_000
"""Bytes of a whole draft, as sent."""
PICTURES = ((1200, 0), (900, 0), (1200, 256), (600, 0), (600, 256), (400, 0), (400, 256))
"""Width in pixels and colours of the first page's picture, tried until the draft is in its limit.

0 keeps every colour; fewer than 256 would turn a brand's colours into others. It is always shown
600 pixels wide; more pixels serve dense screens.
"""
NO_PICTURE = b""
SHOWN_WIDTH = 600

Line = tuple[Span, ...]
Paragraph = tuple[Line, ...]
"""Lines that belong together; a blank line follows."""


def make_draft(
    handout: Handout, built: Built, *, marketing: bool = False, pictured: bool = True
) -> bytes:
    """Return the draft as the bytes of an ``.eml`` file, at most LIMIT of them.

    ``marketing`` says that the message advertises, so that the law asks for a postal address
    and a way to opt out. Raises ContentError if they are missing or the draft stays too large,
    and MissingExtraError if the picture cannot be drawn; without ``pictured`` there is none.
    """
    if marketing:
        _need_legal_lines(handout)
    title = subject(handout)
    for picture in _pictures(built.pdf) if pictured else (NO_PICTURE,):
        message = subject_line(title) + _message(handout, built, picture).as_bytes()
        if len(message) <= LIMIT:
            prove_heads(message, title, handout.email.subject or handout.title)
            return message
    raise ContentError([_too_large(handout, len(message))])


def _pictures(pdf: bytes) -> Iterator[bytes]:
    """Yield the first page as smaller and smaller PNG files."""
    from brochure.output.preview import first_page_png

    for width, colours in PICTURES:
        yield first_page_png(pdf, width, colours=colours)


def _need_legal_lines(handout: Handout) -> None:
    given = {"postal_address": handout.email.postal_address, "opt_out": handout.email.opt_out}
    hint = "add it under `email:`"
    problems = [
        Problem(handout.file, 0, 0, "error", f"an e-mail that advertises needs `{key}`", hint)
        for key, text in given.items()
        if text is None
    ]
    if problems:
        raise ContentError(problems)


def _too_large(handout: Handout, size: int) -> Problem:
    message = f"the e-mail would be {size // 1000} kB, and {LIMIT // 1000} kB is the most"
    return Problem(handout.file, 0, 0, "error", message, "use smaller image files in the handout")


# ------------------------------------------------------------------- words


def subject(handout: Handout) -> str:
    """Return the subject line: the content file's, or the title, also in English if it is given."""
    own = handout.email.subject
    return own.plain if own else told_title(handout)


def _fill(handout: Handout, template: str) -> str:
    clinic = handout.clinic
    return template.format(
        clinic=clinic.name.plain,
        title=handout.title.plain,
        phone=read_phone(clinic.phone.plain).called,
    )


def _message_paragraphs(handout: Handout) -> list[Paragraph]:
    """Return the content file's message, or the default one."""
    if handout.email.message:
        return [_by_line(text) for text in handout.email.message]
    words = mail_words(handout.language)
    templates = (words.greeting, words.intro, words.attached, words.call)
    return [((Span(_fill(handout, template)),),) for template in templates]


def _signature(handout: Handout) -> Paragraph:
    """Return who the e-mail is from and how to reach them, a line each."""
    clinic, words = handout.clinic, phrases(handout.language, handout.clinic.phrases)
    lines: list[tuple[str, Text | None]] = [
        ("{}", clinic.address),
        ("{}", clinic.city),
        ("{}", clinic.phone),
        *((f"{_escaped(each.label.plain)}: {{}}", each.number) for each in clinic.phones),
        (words.fax, clinic.fax),
        (words.hours, clinic.hours),
        (words.website, clinic.website),
        (words.email, clinic.email),
    ]
    name = (Span(clinic.name.plain, bold=True),)
    rows: list[Line] = []
    for label, text in lines:
        if text is None:
            continue
        first, *more = text.lines
        rows += [(Span(row),) for row in (label.format(first.plain), *(t.plain for t in more))]
    return (name, *rows)


def _escaped(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def _by_line(text: Text) -> Paragraph:
    return tuple(line.spans for line in text.lines)


def _small_print(handout: Handout) -> list[Paragraph]:
    texts = (handout.email.postal_address, handout.email.opt_out)
    return [_by_line(text) for text in texts if text]


def _live(line: Line, handout: Handout) -> Line:
    """Return a line with phones and addresses made into links."""
    return live(Text(line), handout.clinic).spans


def _ordered(line: Line) -> Line:
    """Return a line whose numbers and addresses no reader of mail turns round."""
    if all(span.text.isascii() for span in line):
        return line
    from brochure.typeset.isolates import marked

    texts = marked([span.text for span in line])
    return tuple(replace(span, text=text) for span, text in zip(line, texts, strict=True))


# -------------------------------------------------------------- plain text


def plain_text(paragraphs: Sequence[Paragraph]) -> str:
    """Return paragraphs as plain text; a link's target follows it in angle brackets."""
    return "\n\n".join("\n".join(map(_plain_line, each)) for each in paragraphs) + "\n"


def _plain_line(line: Line) -> str:
    return "".join(_plain_words(href, list(spans)) for href, spans in _by_link(line))


def _by_link(line: Line) -> Iterable[tuple[str, Iterable[Span]]]:
    """Return the spans of a line, those of one link together."""
    return groupby(line, lambda span: span.href)


def _plain_words(href: str, spans: Sequence[Span]) -> str:
    words = "".join(span.text for span in spans)
    scheme, _, target = href.partition(":")
    says_itself = scheme == "tel" or target in ("", words) or href == words
    return words if says_itself else f"{words} <{href}>"


def _plain_sections(handout: Handout) -> Iterator[Paragraph]:
    """Yield the handout's own words: a paragraph for each heading, text and list."""
    for section in handout.sections:
        yield (section.heading.spans,)
        blocks: tuple[Any, ...] = section.body
        for block in blocks:
            if isinstance(block, ItemList):
                yield tuple(_plain_items(block))
            else:
                lines = [text.spans for _, kind, text in texts_of(block) if kind != "alt"]
                yield from ((spans,) for spans in lines)


def _plain_items(block: ItemList) -> Iterator[Line]:
    for number, item in enumerate(block.items, block.start):
        sign = f"{number}. " if block.kind == "steps" else "- "
        yield (Span(sign), *item.text.spans)
        yield from ((Span("   - "), *text.spans) for text in item.items)


# -------------------------------------------------------------------- HTML

PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{subject}</title>
</head>
<body style="margin:0;padding:16px;background:#ffffff;color:#1c2429">
<div style="max-width:{width}px;font:16px/1.5 Verdana,Arial,sans-serif">
{message}
{picture}{words}{signature}
</div>
</body>
</html>
"""
PICTURE = """<p><img src="cid:{cid}" alt="{alt}" width="{width}" \
style="width:100%;max-width:{width}px;height:auto;border:1px solid #c9d1d6"></p>
"""


def _html_paragraphs(paragraphs: Sequence[Paragraph], dress: Dress) -> str:
    return "\n".join(
        f'<p dir="auto">{"<br>".join(dress.line(line) for line in lines)}</p>'
        for lines in paragraphs
    )


STYLES = {
    "h2": "color:{heading};font-size:20px;line-height:1.3;margin:24px 0 8px",
    "key": "border-left:4px solid {bar};padding-left:12px",
    "urgent": "border-left:4px solid {urgent};padding-left:12px",
    "emergency": "border-left:8px solid {emergency};padding-left:12px",
    "urgent word": "color:{urgent_word};margin:24px 0 0",
    "urgent h2": "color:{urgent_word};font-size:20px;line-height:1.3;margin:0 0 8px",
    "urgent a": "color:{urgent_word}",
    "emergency a": "color:{emergency}",
    "emergency word": "color:{emergency};margin:24px 0 0",
    "emergency h2": "color:{emergency};font-size:20px;line-height:1.3;margin:0 0 8px",
    "table": "border-collapse:collapse",
    "th": "border:1px solid {rule};padding:4px 8px;text-align:start;vertical-align:top",
    "td": "border:1px solid {rule};padding:4px 8px;text-align:start;vertical-align:top",
    "a": "color:{link}",
}
"""The styles of tags, of kinds of sections, and of what the urgent ones have in their own ink."""


def _dress(handout: Handout) -> Dress:
    """Return what the words look like in a mail program."""
    from brochure.brand.colour import to_hex

    inks = palette(handout.brand, "colour")
    named = {"heading": inks.heading, "bar": inks.bar, "rule": inks.rule, "link": inks.link,
             "urgent": inks.urgent_edge, "urgent_word": inks.urgent_mark,
             "emergency": inks.emergency}  # fmt: skip
    hexes = {name: to_hex(ink[:3]) for name, ink in named.items()}
    styles = {tag: f' style="{style.format(**hexes)}"' for tag, style in STYLES.items()}
    return Dress(phrases(handout.language, handout.clinic.phrases), styles=styles)


def _words(handout: Handout, dress: Dress) -> str:
    """Return the handout's own words, for who cannot see the picture."""
    from_right = runs_from_right(handout.language)
    direction = "rtl" if from_right else "ltr"
    inner = "\n".join(sections(handout, replace(dress, from_right=from_right, around=(LRI, PDI))))
    return f'<div lang="{escape(handout.language)}" dir="{direction}">\n{inner}\n</div>\n'


def _language(handout: Handout) -> str:
    """Return the language of the draft's own words."""
    known = handout.email.message or mail_words(handout.language) is not ENGLISH_MAIL
    return handout.language if known or handout.language.startswith("en") else "en"


# ----------------------------------------------------------------- message


def _message(handout: Handout, built: Built, picture: bytes) -> EmailMessage:
    body, end = (
        [tuple(_ordered(_live(line, handout)) for line in lines) for lines in paragraphs]
        for paragraphs in (
            _message_paragraphs(handout),
            [_signature(handout), *_small_print(handout)],
        )
    )
    mark = sha256(built.pdf + picture).hexdigest()[:24]
    alt = _fill(handout, mail_words(handout.language).picture)
    dress = _dress(handout)
    shown = PICTURE.format(cid=f"{mark}@handout", alt=escape(alt), width=SHOWN_WIDTH)
    html = PAGE.format(
        language=escape(_language(handout)),
        subject=escape(subject(handout)),
        message=_html_paragraphs(body, dress),
        signature=_html_paragraphs(end, dress),
        picture=shown if picture else "",
        words=_words(handout, dress),
        width=SHOWN_WIDTH,
    )
    words = [tuple(map(_ordered, lines)) for lines in _plain_sections(handout)]
    told = plain_text([*body, *words, *end])
    return _assembled(told, html, picture, built, mark)


def _assembled(text: str, html: str, picture: bytes, built: Built, mark: str) -> EmailMessage:
    """Return the parts as one message without a subject, its boundaries made from the content."""
    from email.message import EmailMessage
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    if picture:
        page = message.get_payload()[1]  # type: ignore[index]
        page.add_related(  # type: ignore[union-attr]
            picture,
            "image",
            "png",
            cid=f"<{mark}@handout>",
            filename="page-1.png",
            disposition="inline",
        )
    message.add_attachment(built.pdf, "application", "pdf", filename=built.name)
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{mark}_{number}")  # "=_" cannot stand in an encoded part
    return message
