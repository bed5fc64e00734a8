"""The head of a draft: its subject as text and nothing else, and a proof that no line was added.

A subject is written by us, not by the standard library: of several Pythons it decodes encoded
words (RFC 2047) of a value that it is given, so that a line end within one ends the header.
"""

from __future__ import annotations

from brochure.model import ContentError, Problem, Text

HEADS = ("Subject", "X-Unsent", "MIME-Version", "Content-Type")
"""The lines of a draft's head."""
PART_HEADS = frozenset(
    (
        "Content-Type",
        "Content-Transfer-Encoding",
        "Content-Disposition",
        "Content-ID",
        "MIME-Version",
    )
)
"""The lines that a part of a draft may have."""
WIDTH = 76


def subject_line(title: str) -> bytes:
    """Return the header of a subject, folded; what looks encoded is encoded, and so is text."""
    from email.header import Header

    words = _one_line(title)
    charset = "us-ascii" if words.isascii() and "=?" not in words else "utf-8"
    header = Header(words, charset, maxlinelen=WIDTH, header_name="Subject")
    return b"Subject: %b\r\n" % header.encode(linesep="\r\n").encode("ascii")


def prove_heads(draft: bytes, title: str, where: Text) -> None:
    """Raise ContentError if a draft's heads hold a line that is not ours, or another subject."""
    from email import message_from_bytes
    from email.policy import compat32

    whole, *parts = message_from_bytes(draft, policy=compat32).walk()
    names = [*whole, *(name for part in parts for name in part if name not in PART_HEADS)]
    strange = [name for name in names if name not in HEADS]
    if strange or sorted(names) != sorted(HEADS):
        what = f"the line `{strange[0]}`" if strange else "a line twice"
        raise ContentError([_refusal(f"the head of the e-mail would hold {what}", where)])
    if _read(whole["Subject"]) != _one_line(title):
        raise ContentError(
            [_refusal("the subject of the e-mail would be read as other words", where)]
        )


def _one_line(title: str) -> str:
    """Return a title without its line ends and signs that nobody sees."""
    return " ".join("".join(char if char.isprintable() else " " for char in title).split())


def _read(header: object) -> str:
    """Return the words of a header as a mail program shows them."""
    from email.header import decode_header, make_header

    return " ".join(str(make_header(decode_header(str(header)))).split())


def _refusal(message: str, where: Text) -> Problem:
    hint = "Type another subject: `email: subject: ...`"
    return Problem(where.file, where.line, where.column, "error", message, hint)
