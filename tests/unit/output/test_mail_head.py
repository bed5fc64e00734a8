"""No title, subject or clinic adds a line to the head of a draft."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.model import ContentError, Span, Text
from brochure.output import email_draft
from brochure.output.email_draft import make_draft
from brochure.output.mail_head import HEADS, prove_heads, subject_line
from brochure.reading.loader import load_bytes
from brochure.recipe import build_handout

CONTENT = """\
title: Lift
clinic: {name: Here, phone: 310-828-7757}
sections: [{heading: Lift, text: Keep the load near your body.}]
contact: false
"""
HOSTILE = [
    "Hi =?utf-8?q?=0d=0aBcc:_copy=40example.org?=",
    "=?utf-8?b?DQpCY2M6IGNvcHlAZXhhbXBsZS5vcmc=?=",
    "=?utf-8?q?=0aX-Other:_1?= =?utf-8?q?=0d=0a=0d=0a<html>?=",
    "Hi\r\nBcc: copy@example.org",
    "Hi\nBcc: copy@example.org",
    "Hi\x0bBcc: a\x85X-Other: b\u2028To: c",
    "é" * 200 + "\r\n\r\nbody",
    "a" * 300,
    "a " * 300 + "=?=",
    "日本 =?utf-8?q?=0d=0aTo:_a?= é",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_subject_is_one_header_of_its_own_words(words):
    head = subject_line(words)
    assert all(line.startswith((b"Subject: ", b" ", b"")) for line in head.split(b"\r\n"))
    for rules in (policy.default, policy.compat32, policy.SMTP):
        message = message_from_bytes(head + b"\r\nbody", policy=rules)
        assert message.keys() == ["Subject"]
    prove_heads(head + b"X-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n",
                words, Text(()))  # fmt: skip


@pytest.fixture(scope="module")
def made():
    handout = load_bytes(CONTENT.encode(), "lift.yaml", Path())[0]
    return handout, build_handout(handout)


@pytest.mark.parametrize("words", HOSTILE[:6])
@pytest.mark.parametrize("where", ["title", "subject", "clinic", "postal_address"])
def test_no_text_of_a_file_adds_a_head(made, words, where, monkeypatch):
    handout, built = made
    monkeypatch.setattr(email_draft, "PICTURES", ((60, 2),))
    text = Text((Span(words),))
    if where == "title":
        handout = replace(handout, title=text)
    elif where == "clinic":
        handout = replace(handout, clinic=replace(handout.clinic, name=text))
    else:
        handout = replace(handout, email=replace(handout.email, **{where: text}))
    whole, *parts = message_from_bytes(make_draft(handout, built), policy=policy.compat32).walk()
    assert sorted(whole.keys()) == sorted(HEADS)
    names = {name for part in parts for name in part.keys()}  # noqa: SIM118
    assert not names & {"Bcc", "To", "X-Other", "Subject"}


def test_a_draft_with_a_foreign_line_is_not_written(made, monkeypatch):
    handout, built = made
    monkeypatch.setattr(email_draft, "PICTURES", ((60, 2),))
    monkeypatch.setattr(
        email_draft, "subject_line", lambda title: b"Subject: Lift\r\nBcc: copy@example.org\r\n"
    )
    with pytest.raises(ContentError, match="would hold the line `Bcc`"):
        make_draft(handout, built)


def test_a_subject_that_reads_otherwise_is_not_written():
    draft = (
        b"Subject: Other\r\nX-Unsent: 1\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
    )
    with pytest.raises(ContentError, match="other words"):
        prove_heads(draft, "Lift", Text(()))
