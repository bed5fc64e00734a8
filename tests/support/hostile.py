"""200 hostile inputs: what a careless, unlucky or malicious writer could hand the program.

A case is refused with a line and words of its message, or its words are printed as typed.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from struct import pack

TEMPLATE = """\
title: {title}
subtitle: {subtitle}
clinic:
  name: {name}
  phone: {phone}
  address: {address}
  city: {city}
  hours: {hours}
sections:
  - heading: {heading}
    text: {text}
    bullets:
      - {bullet}
      - {item}:
          - {nested}
    closing: {closing}
  - heading: Steps to take
    steps:
      - {step}
contact:
  heading: {contact_heading}
  text: {contact_text}
notes: {notes}
sources:
  - {source}
"""
FIELDS = {
    "title": "Back pain",
    "subtitle": "What helps",
    "name": "Spine Clinic",
    "phone": "310-555-0142",
    "address": "2 Main Street",
    "city": "Los Angeles",
    "hours": "8 to 5",
    "heading": "Rest",
    "text": "Lie down for an hour.",
    "bullet": "Walk a little.",
    "item": "Avoid",
    "nested": "lifting",
    "closing": "Call us.",
    "step": "Stand up.",
    "contact_heading": "Questions",
    "contact_text": "Call the nurse.",
    "notes": "My questions",
    "source": "A book",
}
LINES = {
    name: number
    for number, line in enumerate(TEMPLATE.splitlines(), 1)
    for name in FIELDS
    if f"{{{name}}}" in line
}
TEXTS = [name for name in FIELDS if name != "phone"]
Prepare = Callable[[Path], None]


@dataclass(frozen=True)
class Case:
    """An input, and what must come of it: words that are ``printed``, or a refusal."""

    name: str
    data: bytes
    line: int = 0  # that the refusal names
    said: str = ""  # words of the refusal
    printed: str = ""  # words of the PDF; empty if there must be none
    prepare: Prepare | None = None  # lays files beside the content file
    code: int = 3  # of the refusal


def content(**fields: str) -> bytes:
    """The template with some fields changed, each in double quotes."""
    quoted = {name: json.dumps(value, ensure_ascii=False) for name, value in fields.items()}
    return TEMPLATE.format(**{**FIELDS, **quoted}).encode("utf-8", "surrogatepass")


def put_content(name: str, language: str = "en-US", **fields: str) -> None:
    """Write a content file of these fields."""
    data = content(**fields)
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_bytes(f"language: {language}\n".encode() + data)


def plain(**fields: str) -> bytes:
    """The template with some fields changed, raw."""
    return TEMPLATE.format(**{**FIELDS, **fields}).encode()


def extra(lines: str) -> bytes:
    """The template with lines at its end."""
    return plain() + lines.encode()


LAST = TEMPLATE.count("\n")

# ---------------------------------------------- markup, which is only words

MARKUP = (
    "<b>bold</b> <i>it</i>",
    '<img src="/etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png" width="9"/>',
    '<a href="javascript:alert(1)">x</a>',
    "&amp; &lt; &#65; &nbsp; &bogus;",
    "<para>x</para></para>",
    '<seq template="%(a)99999999s"/>',
    '<font color="red" face="Nope">x</font>',
    '<onDraw name="a" label="b"/><index item="x"/>',
    '<font color="[[[x for x in ().__class__.__base__.__subclasses__()]]]">x</font>',
    "<br/><br/><unicode/><greek>a</greek>",
    "<!-- a --> <![CDATA[b]]> <?xml?>",
    "${HOME} $(id) `id` %(title)s {title} {{7*7}}",
    "\\n \\t \\u0041 \\\\ (a) \\051",
    "1 0 obj << /S /JavaScript >> endobj endstream",
    "BT /F1 12 Tf (x) Tj ET Q EMC",
    "'; DROP TABLE patients; --",
    "=cmd|'/c calc'!A1",
    "* one * two ** three",
    "[no link] (nothing) [a] [b",
    "{lang=fr} word{lang=de}",
)


def markup_cases() -> list[Case]:
    cases = [Case(f"markup-{n}", content(text=m), printed=m) for n, m in enumerate(MARKUP)]
    each = '<b>A</b> & <img src="x"/> &amp; </para>'
    cases += [Case(f"markup-in-{name}", content(**{name: each}), printed=each) for name in TEXTS]
    return cases


# -------------------------------------------------------------- bad links

SCHEMES = (
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "file:///etc/passwd",
    "data:text/html,x",
    "vbscript:x",
    "http://a.example",
    "ftp://a.example",
    "pdf:other.pdf",
    "smb://server/share",
    "ms-word:ofe|u|x",
)


def link_cases() -> list[Case]:
    other = "See [here](//a.example), [there](#top)."
    return [
        Case("link-of-no-scheme", content(text=other), printed=other),
        *(
            Case(f"link-{n}", content(text=f"See [here]({link}) now."), LINES["text"], "link")
            for n, link in enumerate(SCHEMES)
        ),
    ]


# ------------------------------------------------------------- YAML itself


def bomb(levels: int = 12) -> bytes:
    rows = ["a0: &a0 lol"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(rows).encode() + b"\n" + plain()


def yaml_cases() -> list[Case]:
    text, deep = LINES["text"], 400
    return [
        Case("alias-bomb", bomb(), 1, "&"),
        Case("alias-bomb-in-text", plain(text="[&a [x, x], *a, *a, *a]"), text, "&"),
        Case("alias-to-itself", plain(text="&a [*a]"), text, "&"),
        Case("alias-unknown", plain(text="*nobody"), text, "*"),
        Case("merge-key", extra("brand:\n  <<: {primary: '#000'}\n"), LAST + 2, "<<"),
        Case("tag-python-object", plain(text="!!python/object/apply:os.system [id]"), text, "!"),
        Case("tag-python-name", plain(title="!!python/name:os.system"), 1, "!"),
        Case("tag-binary", plain(text="!!binary aGVsbG8="), text, "!"),
        Case("tag-own", plain(text="!include /etc/passwd"), text, "!"),
        Case("tag-directive", b"%TAG ! tag:x,2000:\n---\n" + plain(), 1, "%"),
        Case("yaml-directive", b"%YAML 9.9\n---\n" + plain(), 1, "%"),
        Case("two-documents", plain() + b"---\n" + plain(), LAST + 1, "second document"),
        Case("deep-flow", plain(text="[" * deep + "x" + "]" * deep), text, "deep"),
        Case("deep-flow-open", plain(text="[" * 5000), text, "deep"),
        Case("deep-braces", plain(text="{a: " * deep + "x" + "}" * deep), text, "deep"),
        Case(
            "deep-block", extra("".join(f"{' ' * n}a:\n" for n in range(deep))), LAST + 21, "deep"
        ),
        Case("deep-dashes", plain(text="\n" + "      " + "- " * 600 + "x"), text + 1, "deep"),
        Case("repeated-key", extra("title: Again\n"), LAST + 1, "title"),
        Case("unknown-key", extra("titel: Again\n"), LAST + 1, "titel"),
        Case("hostile-key", extra("__class__: x\n"), LAST + 1, "__class__"),
        Case("key-of-400-letters", extra(f"{'k' * 400}: x\n"), LAST + 1, "kkk"),
        Case("question-key", extra("? [a, b]\n: c\n"), LAST + 1, "?"),
        Case("number-key", extra("1: x\n"), LAST + 1, "1"),
        Case("null-key", extra("~: x\n"), LAST + 1, "~"),
        Case("list-key", extra("[a]: x\n"), LAST + 1, "key"),
        Case("tab-indent", plain(text="\n\tx"), text + 1, "tab"),
        Case("open-quote", plain(text='"never closed'), text, "quote"),
        Case("bad-escape", plain(text='"a \\q b"'), text, "\\"),
        Case("escape-of-a-control", plain(text='"a \\x07 b"'), text, "U+0007"),
        Case("escape-of-a-surrogate", plain(text='"a \\ud800 b"'), text, "U+D800"),
        Case("escape-past-unicode", plain(text='"a \\U00110000 b"'), text, "no character"),
        Case("escape-past-counting", plain(text='"a \\UFFFFFFFF b"'), text, "no character"),
        Case("literal-block", plain(text="|\n      a\n      b"), printed="a b"),
        Case("folded-block", plain(text=">+\n      a\n\n      b\n\n"), printed="a b"),
        Case("block-wrong-indent", plain(text="|9\n      a"), text + 1, "column"),
        Case("title-null", plain(title="~"), 1, "title"),
        Case("title-number", plain(title="007"), printed="007"),
        Case("title-no", plain(title="No"), printed="No"),
        Case("title-time", plain(title="8:30"), printed="8:30"),
        Case("title-infinity", plain(title=".inf"), printed=".inf"),
        Case("title-octal", plain(title="0o17"), printed="0o17"),
        Case("title-list", plain(title="[a, b]"), 1, "quotes"),
        Case("title-mapping", plain(title="{a: b}"), 1, "quotes"),
        Case(
            "sections-null",
            b"title: A\nclinic: {name: A, phone: 310-555-0142}\nsections:\n",
            3,
            "sections",
        ),
        Case("root-number", b"42\n", 1, "keys"),
        Case("root-list", b"- a\n- b\n", 1, "keys"),
        Case("only-dashes", b"---\n---\n---\n", 2, "second document"),
        Case("only-a-comment", b"# nothing\n", 1, "no text"),
        Case("only-dots", b"...\n", 1, "dots"),
        Case("date-of-no-month", extra("reviewed: 2026-13-45\n"), LAST + 1, "no day"),
        Case("date-of-year-zero", extra("reviewed: 0000-00-00\n"), LAST + 1, "no day"),
        Case("date-with-time", extra("reviewed: 2026-01-01T00:00:00Z\n"), LAST + 1, "date"),
        Case("size-of-zero", extra("brand:\n  min_size: 0\n"), LAST + 2, "min_size"),
        Case("size-negative", extra("brand:\n  min_size: -12\n"), LAST + 2, "min_size"),
        Case("size-nan", extra("brand:\n  min_size: .nan\n"), LAST + 2, "min_size"),
        Case("size-infinite", extra("brand:\n  min_size: 1e999\n"), LAST + 2, "min_size"),
        Case("colour-none", extra("brand:\n  primary: red; rm\n"), LAST + 2, "colour"),
        Case("colour-white", extra('brand:\n  primary: "#ffffff"\n'), LAST + 2, "primary"),
        Case("ink-huge", extra("brand:\n  primary_cmyk: 1e9 0 0 0\n"), LAST + 2, "percentages"),
        Case("language-injected", extra('language: "en) /OpenAction ("\n'), LAST + 1, "language"),
        Case("language-huge", extra(f"language: {'en-' * 400}US\n"), LAST + 1, "language"),
        Case(
            "email-injected",
            extra('email:\n  subject: "a\\r\\nBcc: all@x.example"\n'),
            printed="Back",
        ),
    ]


# ----------------------------------------------------------------- too much


def listed(count: int, each: str = "x") -> str:
    return "\n" + "".join(f"      - {each}\n" for _ in range(count)) + "    # end"


def size_cases() -> list[Case]:
    text, long = LINES["text"], "w" * 400
    cases = [
        Case("five-megabytes", content(text="word " * 1_000_000), 1, "too big"),
        Case("one-letter-five-million-times", content(title="x" * 5_000_000), 1, "too big"),
        Case("just-over-a-megabyte", plain() + b"#" * 1_048_577, 1, "too big"),
        Case("a-megabyte-of-comment", plain() + b"#" * 900_000, printed="Back pain"),
        Case("30000-empty-lines", plain() + b"\n" * 30_000, 1, "too long"),
        Case("200000-letters", content(text="word " * 40_000), text, "100"),
        Case("one-word-of-90000", content(text="w" * 90_000), LINES["heading"], "too long", code=4),
        Case("10000-bullets", plain(bullet="x" + "\n      - x" * 10_000), 0, "10,000"),
        Case("501-bullets", plain(bullet="x" + "\n      - x" * 501), 0, "500"),
        Case("10000-nested", plain(nested="x" + "\n          - x" * 10_000), 0, "10,000"),
        Case("10000-paragraphs", plain(text=listed(10_000)), 0, "10,000"),
        Case("101-sections", sections_of(101), 0, "100"),
        Case("5000-sources", extra("  - x\n" * 5000), 0, "too long", code=4),
        Case("words-over-by-1500", content(text="Rest " * 2000), text - 1, "words", code=4),
        Case("stars-50000", content(text="*" * 50_000), 0, "too long", code=4),
        Case("brackets-50000", content(text="[" * 50_000), 0, "too long", code=4),
        Case("link-openers-20000", content(text="[a](" * 20_000), 0, "too long", code=4),
        Case(
            "link-of-5000-letters",
            content(text=f"[a](https://a.example/{'x' * 5000})"),
            0,
            "too long",
            code=4,
        ),
        Case("spaces-200000", content(text="a" + " " * 200_000 + "b"), text, "100,000"),
        Case(
            "bold-of-one-letter-4000-times",
            content(text="**a** b " * 2000),
            text - 1,
            "words",
            code=4,
        ),
    ]
    cases += [
        Case(f"word-of-400-in-{name}", content(**{name: long}), printed=long)
        for name in ("text", "bullet", "nested", "closing", "step", "source", "heading")
    ]
    return cases


def sections_of(count: int) -> bytes:
    sections = "".join(f"  - heading: H{n}\n    text: x\n" for n in range(count))
    head = "title: A\nclinic: {name: A, phone: 310-555-0142}\nsections:\n"
    return (head + sections).encode()


# ---------------------------------------------------------------- characters

CHARACTERS = {
    "right-to-left-override": "\u202etxet",
    "null": "a\x00b",
    "bell": "a\x07b",
    "escape": "a\x1b[31mb",
    "delete": "a\x7fb",
    "c1-control": "a\x9bb",
    "emoji": "a 😀 b",
    "emoji-family": "👨\u200d👩\u200d👧",
    "arabic": "السلام عليكم",
    "hebrew": "שלום",
    "chinese": "你好",
    "private-use": "a\ue000b",
    "no-character": "a\ufdd0b",
    "no-character-2": "a\uffffb",
    "replacement": "a\ufffdb",
    "zalgo": "Z\u0351\u0343\u0308a\u0300\u0301\u0302\u0303lgo",
}

SAID_OF_SCRIPTS = {
    "arabic": "Arabic script",
    "hebrew": "Hebrew script",
    "chinese": "looks different in",
}
"""What is said of letters that can be set, but not unmarked in an English handout."""

PASTED = {
    "left-to-right-isolate": ("a\u2066b\u2069", "ab"),
    "tag-letters": ("a\U000e0041b", "ab"),
    "byte-order-mark": ("a\ufeffb", "ab"),
    "interlinear": ("a\ufff9b\ufffb", "ab"),
    "math-bold": ("𝐁old", "Bold"),
    "full-width": ("Ａ", "A"),
}
"""What comes with pasted text and changes nothing: as typed, and as printed."""


def character_cases() -> list[Case]:
    line = LINES["text"]
    cases = [
        Case(f"character-{name}", raw_text(value), line, SAID_OF_SCRIPTS.get(name, "U+"))
        for name, value in CHARACTERS.items()
    ]
    cases += [
        Case(f"pasted-{name}", raw_text(value), printed=printed)
        for name, (value, printed) in PASTED.items()
    ]
    cases += [
        Case(f"override-in-{name}", content(**{name: "a\u202eb"}), LINES[name], "U+202E")
        for name in ("title", "name", "phone", "heading", "bullet", "item", "source")
    ]
    cases += [
        Case("line-separator", raw_text("a\u2028b"), printed="a b"),
        Case("no-break-space", raw_text("a\u00a0b"), printed="a\u00a0b"),
        Case("decomposed-accents", raw_text("cafe\u0301 n\u0303"), printed="café ñ"),
    ]
    return cases


def raw_text(value: str) -> bytes:
    """The template with a text that no escape stands in for."""
    return TEMPLATE.format(**{**FIELDS, "text": f"'{value}'"}).encode()


def encoding_cases() -> list[Case]:
    text = plain(text="café").decode()
    return [
        Case("utf-16", text.encode("utf-16"), 1, "UTF-16"),
        Case("utf-16-le-no-mark", text.encode("utf-16-le"), 1, "UTF-16"),
        Case("utf-16-be-no-mark", text.encode("utf-16-be"), 1, "UTF-16"),
        Case("utf-32", text.encode("utf-32"), 1, "UTF-32"),
        Case("latin-1", text.encode("latin-1"), LINES["text"], "Windows-1252"),
        Case(
            "cp1252-quotes", plain(text="don’t").decode().encode("cp1252"), LINES["text"], "Windows"
        ),
        Case("shift-jis", text.replace("café", "腰痛").encode("shift-jis"), LINES["text"], "UTF-8"),
        Case("ebcdic", text.encode("cp500"), 1, "UTF-8"),
        Case("utf-7", plain(text="+AGE-").decode().encode(), printed="+AGE-"),
        Case("utf-8-cut", plain()[:-2] + b"\xe2\x82", LAST, "UTF-8"),
        Case("utf-8-overlong", plain().replace(b"Rest", b"\xc0\xaf"), LINES["heading"], "UTF-8"),
        Case(
            "utf-8-surrogate", plain().replace(b"Rest", b"\xed\xa0\x80"), LINES["heading"], "UTF-8"
        ),
        Case("utf-8-mark", b"\xef\xbb\xbf" + plain(), printed="Back pain"),
        Case("old-mac-line-ends", plain().replace(b"\n", b"\r"), printed="Back pain"),
        Case("gzip", gzip.compress(plain(), mtime=0), 1, "UTF-8"),
        Case("a-pdf", b"%PDF-1.7\n1 0 obj\n", 1, "PDF"),
        Case("a-word-file", b"PK\x03\x04" + bytes(99), 1, "Word"),
        Case("a-picture", b"\x89PNG\r\n\x1a\n" + bytes(99), 1, "picture"),
        Case("empty", b"", 1, "empty"),
        Case("blank", b"  \n \n", 1, "empty"),
        Case("zeros", bytes(4096), 1, "UTF-16"),
        Case("random", bytes(range(256)) * 16, 3, "UTF-8"),
        Case("form-feed", plain(text="a\fb"), printed="a b"),
    ]


# ------------------------------------------------------------------- files


def logo(name: str) -> bytes:
    return TEMPLATE.format(**FIELDS).replace("  hours:", f"  logo: {name}\n  hours:").encode()


LOGO_LINE = LINES["hours"]


def put(name: str, data: bytes) -> Prepare:
    return lambda folder: (folder / name).write_bytes(data) and None


def chunk(kind: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + kind + data + pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes = b"", bits: int = 8) -> bytes:
    head = chunk(b"IHDR", pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def svg(inside: str) -> bytes:
    head = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9">'
    return f"{head}{inside}</svg>".encode()


BILLION = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>&e;&e;&e;</title></svg>"""
OUTSIDE = b"""<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&x;</text></svg>"""


def loop(folder: Path) -> None:
    (folder / "a.png").symlink_to(folder / "b.png")
    (folder / "b.png").symlink_to(folder / "a.png")


def outward(folder: Path) -> None:
    (folder / "a.png").symlink_to("/etc/hostname")


def ring(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "up").symlink_to(folder)


def pipe(folder: Path) -> None:
    os.mkfifo(folder / "a.png")


def path_cases() -> list[Case]:
    names = {
        "../../../../etc/passwd": "leads out",
        "/etc/passwd": "root",
        "~/.ssh/id_rsa": "no file",
        "file:///etc/passwd": "web address",
        "http://127.0.0.1:9/a.png": "web address",
        "https://a.example/a.svg": "web address",
        "C:\\Windows\\win.ini": "drive",
        "..\\..\\secret.png": "leads out",
        "\\\\server\\share\\a.png": "root",
        "/dev/zero": "root",
        "/proc/self/environ": "root",
        "nothing.png": "no file",
        "assets/../../content.yaml": "leads out",
        "./.././a.png": "leads out",
        "'a.png\\0.svg'": "no file",
        "con.png": "Windows",
        "x" * 5000: "too long",
        "'*.png'": "no file",
        "$HOME/a.png": "no file",
        ".": "folder",
    }
    cases = [
        Case(f"path-{n}", logo(name), LOGO_LINE, said)
        for n, (name, said) in enumerate(names.items())
    ]
    loops = {"back to itself": loop, "leads out": outward, "usual kind": pipe}
    cases += [
        Case(f"symlink-{prepare.__name__}", logo("a.png"), LOGO_LINE, said, prepare=prepare)
        for said, prepare in loops.items()
    ]
    folders = "sub/up/" * 60 + "none.png"
    cases.append(Case("symlink-ring", logo(folders), LOGO_LINE, "no file", prepare=ring))
    itself = b"name: A\nphone: 310-555-0142\nlogo: clinic.yaml\n"
    clinic = "title: A\nclinic: {}\nsections:\n  - heading: A\n    text: x\n"
    cases += [
        Case("clinic-of-passwd", clinic.format("/etc/passwd").encode(), 2, "clinic"),
        Case("clinic-outside", clinic.format("../../x.yaml").encode(), 2, "leads out"),
        Case(
            "clinic-as-its-logo", clinic.format("clinic.yaml").encode(), 0, "clinic.yaml:3:",
            prepare=put("clinic.yaml", itself),
        ),
        Case("clinic-is-the-content", clinic.format("hostile.yaml").encode(), 1, "title"),
        Case("font-outside", extra("brand:\n  font: ../../usr/share\n"), LAST + 2, "leads out"),
        Case(
            "font-that-is-none", extra("brand:\n  font: f\n"), LAST + 2, "font",
            prepare=lambda folder: fonts(folder, b"OTTO" + bytes(99)),
        ),
        Case(
            "font-cut-short", extra("brand:\n  font: f\n"), LAST + 2, "font",
            prepare=lambda folder: fonts(folder, b"\0\1\0\0" + b"\xff" * 400),
        ),
    ]  # fmt: skip
    return cases


def fonts(folder: Path, data: bytes) -> None:
    (folder / "f").mkdir()
    for face in ("Regular", "Bold", "Italic"):
        (folder / "f" / f"{face}.ttf").write_bytes(data)


SAID = {
    "bomb-50000-wide.png": "allowed",
    "two-billion.png": "allowed",
    "bomb-rows.png": "more than its header",
    "wrong-checksum.png": "checksum",
    "a-gif.png": "GIF",
    "entities.svg": "DOCTYPE",
    "outside.svg": "DOCTYPE",
    "image.svg": "<image>",
    "deep.svg": "deep",
    "use-loop.svg": "<use>",
    "million-points.svg": "1 MB",
}
"""What is said of some pictures; of the others, that they are no logo."""


def picture_cases() -> list[Case]:
    zeros = zlib.compress(bytes(1000))
    pictures = {
        "bomb-50000-wide.png": png(50_000, 50_000, zeros, 1),
        "bomb-rows.png": png(3000, 3000, zlib.compress(bytes(60_000_000))),
        "too-few-rows.png": png(300, 300, zeros),
        "zero-wide.png": png(0, 9, zeros),
        "two-billion.png": png(2**31 - 1, 2**31 - 1, zeros),
        "bad-deflate.png": png(9, 9, b"not zlib"),
        "wrong-checksum.png": png(9, 9, zlib.compress(bytes(90)))[:-6] + b"\0\0\0\0\0\0",
        "cut.png": png(9, 9, zlib.compress(bytes(90)))[:40],
        "only-a-start.png": b"\x89PNG\r\n\x1a\n",
        "chunk-of-4-gb.png": b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR" + bytes(50),
        "text.png": b"hello",
        "empty.png": b"",
        "a-gif.png": b"GIF89a" + bytes(50),
        "cut.jpg": b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(9),
        "no-size.jpg": b"\xff\xd8\xff\xc0\0\x11\x08\0\0\0\0\x03" + bytes(20) + b"\xff\xd9",
        "huge.jpg": b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + bytes(20) + b"\xff\xd9",
        "endless.jpg": b"\xff\xd8" + b"\xff" * 100_000,
        "entities.svg": BILLION,
        "outside.svg": OUTSIDE,
        "not-xml.svg": b"<svg",
        "empty.svg": b"",
        "text.svg": svg("<text>hi</text>"),
        "image.svg": svg('<image href="/etc/passwd" width="9" height="9"/>'),
        "no-size.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        "nan.svg": svg('<path d="M nan inf L 1e999 -1e999"/>'),
        "deep.svg": svg("<g>" * 5000 + "</g>" * 5000),
        "use-loop.svg": svg('<g id="a"><use href="#a"/></g>'),
        "million-points.svg": svg(f'<path d="M0 0{" L1 1" * 300_000}"/>'),
    }
    return [
        Case(f"logo-{name}", logo(name), LOGO_LINE, SAID.get(name, "logo"), prepare=put(name, data))
        for name, data in pictures.items()
    ]


def cases() -> list[Case]:
    """Every case; their names differ."""
    return [
        *markup_cases(),
        *link_cases(),
        *yaml_cases(),
        *size_cases(),
        *character_cases(),
        *encoding_cases(),
        *path_cases(),
        *picture_cases(),
    ]
