"""Word files that are traps or damaged are refused in one sentence, quickly, and do nothing."""

from __future__ import annotations

import time
import tracemalloc

import pytest

from brochure.importing.word_file import UNPACKED_MOST, opened
from brochure.model import ContentError
from tests.support.documents import BOMB, packed, parts_of, styled, with_part, without_part

W = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
TRAPS = {
    "unpacks to far more": lambda: with_part("word/media/a.bin", bytes(UNPACKED_MOST + 1)),
    "unpacks to far more ": lambda: with_part("word/document.xml", b"<a>" + b" " * 21_000_000),
    "macros": lambda: with_part("word/vbaProject.bin", b"Sub AutoOpen()"),
    "declarations": lambda: with_part("word/document.xml", BOMB),
    "declarations ": lambda: with_part("word/styles.xml", BOMB.decode().encode("utf-16")),
    "damaged": lambda: without_part("word/styles.xml"),
    "damaged ": lambda: without_part("word/document.xml"),
    "damaged  ": lambda: without_part("[Content_Types].xml"),
    "damaged   ": lambda: without_part("_rels/.rels"),
    "damaged    ": lambda: styled()[:9000],
    "damaged     ": lambda: b"PK\x03\x04 and no more",
    "damaged      ": lambda: with_part("word/document.xml", W),
    "no text": lambda: with_part("word/document.xml", W + b"</w:document>"),
}


@pytest.mark.parametrize("why", TRAPS)
def test_a_trap_is_refused_in_a_sentence(why):
    data = TRAPS[why]()
    tracemalloc.start()
    began = time.process_time()
    with pytest.raises(ContentError) as caught:
        opened(data, "a.docx")
    spent, (_, peak) = time.process_time() - began, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    (problem,) = caught.value.problems
    assert why.strip() in problem.message
    assert problem.hint
    assert spent < 2
    assert peak < 30_000_000


def test_a_good_file_is_opened():
    assert opened(styled(), "a.docx").element.body is not None
    assert opened(packed(parts_of(styled())), "a.docx").paragraphs


def test_a_size_that_lies_unpacks_no_more_than_it_says():
    """The archive's own list of sizes bounds what is read, so a false one is only damage."""
    data = with_part("word/document.xml", b"<a>" + b" " * 5_000_000 + b"</a>")
    size = (5_000_007).to_bytes(4, "little")
    assert size in data
    with pytest.raises(ContentError, match="damaged"):
        opened(data.replace(size, (500).to_bytes(4, "little")), "a.docx")
