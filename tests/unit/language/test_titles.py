"""The English title of a handout in another language: in its file's name, window and mail."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from brochure.language.titles import told_title
from brochure.output.email_draft import subject
from brochure.reading.loader import load_bytes
from brochure.recipe import build

FILE = """\
title: {title}
{english}language: {language}
clinic: {{name: Clinic, phone: 310-828-7757}}
sections:
  - heading: A
    text: B c d.
"""


def content(title: str, language: str, english: str = "") -> bytes:
    line = f"title_en: {english}\n" if english else ""
    return FILE.format(title=title, language=language, english=line).encode()


@pytest.mark.parametrize(
    ("title", "language", "english", "told", "name"),
    [
        ("Đau lưng", "vi", "Back pain", "Đau lưng (Back pain, Vietnamese)", "back-pain-vi.pdf"),
        ("Đau lưng", "vi", "", "Đau lưng", "dau-lung-vi.pdf"),
        ("Verkir", "is", "Back pain", "Verkir (Back pain)", "back-pain-is.pdf"),
        ("Back pain", "en-US", "Back pain", "Back pain", "back-pain.pdf"),
    ],
)
def test_staff_can_read_what_it_is(title, language, english, told, name, tmp_path: Path):
    data = content(title, language, english)
    handout, _ = load_bytes(data, "a.yaml", Path())
    assert told_title(handout) == told
    assert subject(handout) == told
    built = build(data)
    assert built.name == name
    (tmp_path / "made.pdf").write_bytes(built.pdf)
    with pikepdf.open(tmp_path / "made.pdf") as pdf:
        assert str(pdf.docinfo.Title) == told


def test_the_mails_own_subject_wins():
    data = content("Đau lưng", "vi", "Back pain") + b"email: {subject: Xin chao}\n"
    assert subject(load_bytes(data, "a.yaml", Path())[0]) == "Xin chao"
