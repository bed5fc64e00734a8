"""A handout as one web page: the same words, in one file that asks for nothing from elsewhere.

Structure by tags, contrast by the brand's own inks in light and dark (WCAG 2.2 1.4.3), a style for
print, and the direction of the language. No script.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from html import escape

from brochure.art.artwork import pictures_of
from brochure.brand.colour import BODY_RATIO, TEXT_RATIO, darken_to, parse_hex, to_hex
from brochure.brand.palette import PRIMARY, Palette, palette
from brochure.language.phrases import phrases, reviewed_words
from brochure.language.tags import runs_from_right
from brochure.model import Handout, Icon, Image, Ink, Text
from brochure.model.phones import read_phone
from brochure.model.web_addresses import website_link
from brochure.output.html_words import Dress, sections

NIGHT, NIGHT_TEXT = "#12191d", "#e9eff1"
NIGHT_TINT, NIGHT_RULE = 0.22, 0.5
"""The page in the dark: its ground and words; how much of a colour its boxes and rules have."""

PAGE = """\
<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src \
'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<title>{title} – {clinic}</title>
<style>
{style}</style>
</head>
<body>
{header}
<main>
{main}
</main>
{footer}
</body>
</html>
"""
STYLE = """\
:root {{ color-scheme: light dark; {light} }}
@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}
* {{ box-sizing: border-box; }}
body {{ margin: 0 auto; max-width: 42rem; padding: 1rem 1.25rem 2rem; background: var(--paper);
  color: var(--text); font: 1.125rem/1.6 "Atkinson Hyperlegible Next", Verdana, system-ui,
  sans-serif; overflow-wrap: break-word; }}
header {{ display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center;
  justify-content: space-between; border-bottom: 3px solid var(--bar); padding-bottom: .75rem; }}
header img {{ height: 3rem; max-width: 14rem; object-fit: contain; background: #fff;
  border-radius: .25rem; padding: .25rem; }}
header p {{ margin: 0; font-weight: bold; }}
h1 {{ color: var(--heading); line-height: 1.2; margin: 1.5rem 0 .25rem; }}
h2 {{ color: var(--heading); line-height: 1.3; margin: 0 0 .5rem; }}
h2 svg {{ height: 1.3em; width: 1.3em; margin-inline-end: .35em; vertical-align: -.3em;
  fill: var(--bar); }}
section {{ margin-top: 2rem; break-inside: avoid-page; }}
p, ul, ol, figure, blockquote, .wide {{ margin: 0 0 .75rem; }}
ul, ol {{ padding-inline-start: 1.6rem; }}
li {{ margin-bottom: .35rem; }}
li::marker {{ color: var(--bullet); font-weight: bold; }}
li > ul {{ margin-top: .35rem; }}
.checks {{ list-style: "☐  "; }}
a {{ color: var(--link); }}
.subtitle {{ font-size: 1.25rem; color: var(--muted); }}
.key, .urgent, .emergency, .contact {{ padding: 1rem 1.25rem .25rem; border-radius: .25rem;
  border: 2px solid var(--key-edge); background: var(--key); }}
.urgent {{ border-color: var(--urgent-edge); background: var(--urgent); }}
.urgent h2, .urgent .overline, .urgent a {{ color: var(--urgent-mark); }}
.emergency {{ border: 4px solid var(--emergency); background: var(--paper); }}
.emergency h2, .emergency .overline, .emergency a {{ color: var(--emergency); }}
.overline {{ margin: 0; text-transform: uppercase; letter-spacing: .04em; }}
.overline::before {{ content: "⚠ " / ""; }}
.contact {{ border: 0; }}
.call {{ font-size: 1.6rem; font-weight: bold; }}
.tip, blockquote {{ border-inline-start: 4px solid var(--bar); padding-inline-start: 1rem; }}
blockquote p {{ margin: 0; }}
.fill span {{ color: var(--muted); }}
.wide {{ overflow-x: auto; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ border: 1px solid var(--rule); padding: .4rem .6rem; text-align: start;
  vertical-align: top; }}
thead th {{ background: var(--key); }}
img {{ max-width: 100%; height: auto; }}
figcaption, .small {{ color: var(--muted); font-size: 1rem; }}
.draft {{ border: 2px dashed; padding: .5rem 1rem; font-weight: bold; }}
a:focus-visible, .wide:focus-visible {{ outline: 3px solid var(--bar); outline-offset: 2px; }}
@media print {{
  :root {{ color-scheme: light; {light} }}
  body {{ max-width: none; padding: 0; font-size: 12pt; }}
  h2 {{ break-after: avoid; }}
  a {{ color: inherit; }}
  main a[href^="https:"]::after {{ content: " (" attr(href) ")"; overflow-wrap: anywhere; }}
}}
"""


def _icon(icon: Icon) -> str:
    """Return the drawing of an icon; one without words is ornament, which nobody hears."""
    from brochure.art.icons import SIDE, icon_svg

    heard = 'aria-hidden="true"'
    if icon.alt:
        heard = f'role="img" aria-label="{escape(icon.alt.plain)}"'
    return f'<svg viewBox="0 0 {SIDE} {SIDE}" {heard}>{icon_svg(icon.name)}</svg>'


def web_page(handout: Handout) -> bytes:
    """Return a handout as a file of HTML, in UTF-8; its pictures are in it.

    Raises ContentError if a picture or a colour cannot be used.
    """
    words = phrases(handout.language, handout.clinic.phrases)
    files = pictures_of(handout)

    def picture(image: Image) -> str:
        found = files[str(image.path)]
        size = 'width="{}" height="{}"'.format(*found.size)
        return _img(found.data, image.alt.plain, size)

    dress = Dress(words, runs_from_right(handout.language), picture, _icon)
    html = PAGE.format(
        language=escape(handout.language),
        direction="rtl" if dress.from_right else "ltr",
        title=escape(handout.title.plain),
        clinic=escape(handout.clinic.name.plain),
        style=_style(palette(handout.brand, "colour"), handout),
        header="\n".join(_header(handout, dress)),
        main="\n".join(_main(handout, dress)),
        footer="\n".join(_footer(handout, dress)),
    )
    return html.encode("utf-8")


def page_name(pdf_name: str) -> str:
    """Return the file name of a web page: ``back-pain.html``."""
    return f"{pdf_name.removesuffix('.pdf')}.html"


KINDS = {b"\x89PNG": "png", b"\xff\xd8": "jpeg"}
"""How pictures begin, and what they are then; a logo may be an SVG drawing."""


def data_address(data: bytes) -> str:
    """Return a picture's bytes as an address that holds them."""
    known = (kind for mark, kind in KINDS.items() if data.startswith(mark))
    kind = next(known, "svg+xml")
    return f"data:image/{kind};base64,{b64encode(data).decode()}"


# -------------------------------------------------------------------- colours


def _style(inks: Palette, handout: Handout) -> str:
    given = handout.brand.primary
    primary = parse_hex(given.plain if given else PRIMARY)
    return STYLE.format(light=_inks(_by_day(inks)), dark=_inks(_by_night(primary)))


def _inks(inks: dict[str, Ink]) -> str:
    return " ".join(f"--{name}: {to_hex(ink[:3])};" for name, ink in inks.items())


def _by_day(inks: Palette) -> dict[str, Ink]:
    """Return the inks of the paper page."""
    return {
        "paper": inks.paper,
        "text": inks.text,
        "muted": inks.muted,
        "heading": inks.heading,
        "link": darken_to(inks.link, inks.urgent_fill or inks.paper, TEXT_RATIO),
        "bar": inks.bar,
        "rule": inks.rule,
        "bullet": inks.bullet,
        "key": inks.key_fill or inks.paper,
        "key-edge": inks.key_edge,
        "urgent": inks.urgent_fill or inks.paper,
        "urgent-edge": inks.urgent_edge,
        "urgent-mark": inks.urgent_mark,
        "emergency": inks.emergency,
    }


def _by_night(primary: Ink) -> dict[str, Ink]:
    """Return inks of the same hues that have their contrast on a dark ground."""
    night, amber, red = parse_hex(NIGHT), parse_hex("#ffb454"), parse_hex("#ff8f8f")
    box = _mixed(primary, night, NIGHT_TINT)
    warm = _mixed(amber, night, 0.12)
    heading = primary
    for ground in (night, box, warm):
        heading = darken_to(heading, ground, TEXT_RATIO)
    return {
        "paper": night,
        "text": parse_hex(NIGHT_TEXT),
        "muted": darken_to(parse_hex("#b9c4c9"), box, BODY_RATIO),
        "heading": heading,
        "link": heading,
        "bar": heading,
        "rule": _mixed(parse_hex(NIGHT_TEXT), night, NIGHT_RULE),
        "bullet": heading,
        "key": box,
        "key-edge": heading,
        "urgent": warm,
        "urgent-edge": amber,
        "urgent-mark": amber,
        "emergency": red,
    }


def _mixed(colour: Ink, ground: Ink, share: float) -> Ink:
    """Return a colour over a ground, as ``#rrggbb`` can write it, so contrasts hold."""
    mixed = (a * share + b * (1 - share) for a, b in zip(colour, ground, strict=True))
    return tuple(round(part * 255) / 255 for part in mixed)


# ---------------------------------------------------------------------- parts


def _header(handout: Handout, dress: Dress) -> Iterator[str]:
    """Yield the head: the logo, the clinic's name and its phone."""
    clinic = handout.clinic
    logo, named = dress.words.logo, bool(clinic.logo and clinic.logo_has_name)
    yield "<header>"
    if clinic.logo:
        yield _img(clinic.logo.read_bytes(), logo.format(clinic.name.plain))
    name = "" if named else f"{dress.shown(clinic.name.plain)} · "
    yield f"<p>{name}{_phone(clinic.phone, dress)}</p>"
    yield "</header>"


def _main(handout: Handout, dress: Dress) -> Iterator[str]:
    if handout.status == "draft":
        yield f'<p class="draft">{escape(dress.words.draft)}</p>'
    yield f"<h1>{dress.text(handout.title)}</h1>"
    if handout.subtitle:
        yield f'<p class="subtitle">{dress.text(handout.subtitle)}</p>'
    yield from sections(handout, dress)
    if handout.contact.shown:
        yield from _contact(handout, dress)


def _contact(handout: Handout, dress: Dress) -> Iterator[str]:
    """Yield the closing section: how to reach the clinic."""
    contact, clinic, words = handout.contact, handout.clinic, dress.words
    heading = dress.text(contact.heading) if contact.heading else escape(words.questions)
    yield f'<section class="contact">\n<h2>{heading}</h2>'
    if contact.text:
        yield f"<p>{dress.text(contact.text)}</p>"
    if contact.qr:
        shown = contact.qr_words or contact.qr
        yield f"<p>{_link(website_link(contact.qr.plain), dress.shown(shown.plain))}</p>"
    yield f'<p class="call">{_phone(clinic.phone, dress, words.call)}</p>'
    for each in clinic.phones:
        yield f"<p>{dress.text(each.label)}: {_phone(each.number, dress)}</p>"
    yield from _ways(handout, dress)
    yield from _places(handout, dress)
    yield "</section>"


def _ways(handout: Handout, dress: Dress) -> Iterator[str]:
    """Yield the address, the hours, the website and the mail address."""
    clinic, words = handout.clinic, dress.words
    yield f"<p>{_lines(dress, clinic.name, clinic.address, clinic.city)}</p>"
    if clinic.hours:
        yield f"<p>{_labelled(words.hours, _lines(dress, clinic.hours))}</p>"
    if clinic.website:
        site = clinic.website.plain
        yield f"<p>{_labelled(words.website, _link(website_link(site), dress.shown(site)))}</p>"
    if clinic.fax:
        yield f"<p>{_labelled(words.fax, dress.shown(clinic.fax.plain))}</p>"
    if clinic.email:
        mail = clinic.email.plain
        yield f"<p>{_labelled(words.email, _link(f'mailto:{mail}', dress.shown(mail)))}</p>"


def _places(handout: Handout, dress: Dress) -> Iterator[str]:
    """Yield the clinic's places, each with its address, phone and hours."""
    for each in handout.clinic.locations:
        lines = [_lines(dress, each.name, each.address)]
        lines += [_phone(each.phone, dress)] if each.phone else []
        lines += [_lines(dress, each.hours)] if each.hours else []
        yield f"<p>{'<br>'.join(lines)}</p>"


def _phone(text: Text, dress: Dress, words: str = "{}") -> str:
    """Return a phone as a link that dials it, inside words such as "Call {}"."""
    phone = read_phone(text.plain)
    return _link(phone.link, _labelled(words, dress.shown(phone.called)))


def _link(href: str, html: str) -> str:
    return f'<a href="{escape(href)}">{html}</a>'


def _img(data: bytes, alt: str, size: str = "") -> str:
    return f'<img src="{data_address(data)}" alt="{escape(alt)}" {size}>'.replace(" >", ">")


def _labelled(words: str, html: str) -> str:
    return escape(words).replace("{}", html)


def _lines(dress: Dress, *texts: Text | None) -> str:
    """Return the lines of texts, parted."""
    lines = (line for text in texts if text for line in text.lines)
    return "<br>".join(dress.shown(line.plain) for line in lines)


def _footer(handout: Handout, dress: Dress) -> Iterator[str]:
    """Yield the small print: sources and the day of the review."""
    rows: list[str] = []
    if handout.sources:
        items = "".join(f"<li>{dress.text(text)}</li>" for text in handout.sources)
        rows.append(f"<h2>{escape(dress.words.sources)}</h2>\n<ul>{items}</ul>")
    if handout.footer:
        rows.append(f"<p>{dress.text(handout.footer)}</p>")
    if handout.code:
        rows.append(f"<p>{dress.shown(handout.code.plain)}</p>")
    if handout.reviewed:
        rows.append(f"<p>{dress.shown(reviewed_words(handout.reviewed, dress.words))}</p>")
    rows += [f"<p>{dress.shown(text.plain)}</p>" for text in (handout.code, handout.footer) if text]
    if rows:
        yield from ('<footer class="small">', *rows, "</footer>")
