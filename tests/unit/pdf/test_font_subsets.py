"""Codes of characters: fixed where a byte allows, complete where it does not."""

from __future__ import annotations

import re
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from brochure._startup.records import replace
from brochure.editions import Options
from brochure.model import Handout, Paragraph, Section, Span, Text
from brochure.pdf import font_subsets
from brochure.pdf.font_cutting import Cutter
from brochure.pdf.font_subsets import CODING, FaceUse, coded, cut, words_of
from brochure.reading.loader import load
from brochure.recipe import build_handout
from brochure.typeset.fonts import bundled_files, open_faces
from tests.conftest import ROOT, SAMPLE
from tests.standards.test_standards import both

FACE = open_faces(bundled_files()).face("regular")
EVERY = "".join(
    char for char in sorted(FACE.advances) if char.isprintable() and char not in " \u00a0\u00ad"
)
KERNED = "AVATAR To Wałęsa, Dvořák Ty."


def use(text: str) -> FaceUse:
    return FaceUse(FACE, "F1", [text])


def shown(text: str) -> bytes:
    """The operator that shows a text whose characters are all in CODING."""
    ((_, operator),) = use(text).show(text)
    return operator


def strings(operators: bytes) -> bytes:
    """The codes that an operator shows."""
    found = re.findall(rb"\(((?:\\.|[^\\()])*)\)", operators, re.DOTALL)
    return re.sub(
        rb"\\(.)",
        lambda m: {b"r": b"\r", b"n": b"\n"}.get(m[1], m[1]),
        b"".join(found),
        flags=re.DOTALL,
    )


def kerns(operators: bytes) -> int:
    return sum(int(kern) for kern in re.findall(rb"\)(-?\d+)", operators))


def read_back(face: FaceUse, text: str) -> str:
    return "".join(
        chr(face.slots[subset][code])
        for subset, operators in face.show(text)
        for code in strings(operators)
    )


def test_a_text_looks_the_same_in_every_file():
    text = "Back pain (“sciatica”) – 310\\828"
    files = [use(text), use(text + "ÄÖÜ"), use(text + EVERY)]
    assert {tuple(file.show(text)) for file in files} == {((0, shown(text)),)}
    assert strings(shown(text)) == text.encode(CODING)


@pytest.mark.parametrize("more", ["", EVERY, "ŁłőŐ"], ids=["plain", "every character", "a few"])
def test_every_character_comes_back(more):
    file = use(KERNED + more)
    for text in (KERNED, more):
        assert read_back(file, text) == text


@pytest.mark.parametrize("more", ["", EVERY])
def test_every_pair_is_kerned_however_many_subsets_there_are(more):
    wanted = sum(round(-1000 * kern) for _, kern in FACE.kerned(KERNED) if kern)
    assert wanted
    assert sum(kerns(operators) for _, operators in use(KERNED + more).show(KERNED)) == wanted


def test_no_code_stands_for_two_characters_and_none_is_left_out():
    slots, others = coded(frozenset(EVERY))
    assert len(slots) == 2
    given = [char for table in slots for char in table if chr(char) not in "\0 "]
    assert sorted(map(chr, given)) == sorted(EVERY)
    assert all(table[0] == 0 for table in slots)
    assert all(len(table) <= 256 for table in slots)
    for char, (subset, code) in others.items():
        assert slots[subset][code[0]] == ord(char)


def test_threads_cut_what_one_alone_cuts():
    slots, _ = coded(frozenset(EVERY))
    alone = [cut(FACE, Cutter(FACE.font), (0, table)) for table in slots]
    cutter = Cutter(FACE.font)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(8) as pool:
            made = list(pool.map(lambda n: cut(FACE, cutter, (0, slots[n % 2])), range(100)))
    finally:
        sys.setswitchinterval(interval)
    assert all(each == alone[number % 2] for number, each in enumerate(made))


def with_every_character() -> Handout:
    handout, _ = load(SAMPLE, assets=ROOT / "assets")
    words = " ".join(EVERY[start : start + 6] for start in range(0, len(EVERY), 6))
    section = Section(Text((Span("Every character"),)), body=(Paragraph(Text((Span(words),))),))
    return replace(handout, sections=(*handout.sections[:3], section))


def test_a_handout_with_every_character_reads_back_and_is_valid():
    pdfium = pytest.importorskip("pypdfium2")
    data = build_handout(with_every_character(), Options()).pdf
    pages = pdfium.PdfDocument(data)
    read = "".join(page.get_textpage().get_text_bounded() for page in pages)
    assert set(EVERY) - set(read) == set()
    assert both(data) == []


def one_by_one(word: str) -> bytes:
    """A word in a string, character by character, that ends before each kern and begins again."""
    pieces = [*zip(word, (*FACE.kerns[word], *[0.0] * len(word)), strict=False)]
    moves = [b")%d(" % round(-1000 * kern) if kern else b"" for _, kern in pieces]
    codes = [re.sub(rb"[()\\]", rb"\\\g<0>", char.encode(CODING)) for char, _ in pieces]
    return b"".join([code + move for code, move in zip(codes, moves, strict=True)])


def test_words_are_coded_all_at_once_and_as_one_by_one(monkeypatch):
    """What is known is not looked at again: neither a word, nor a pair of characters."""
    texts = [
        "Words nobody (has) met: tibulo ",
        " fesant, AVATAR\\ and “zufli”",
        "Ty\u00a0tibulo é",
        "",
    ]
    words = {word for text in texts for word in text.split(" ")}
    assert any(FACE.kerns[word] for word in words)
    coded, made = font_subsets._coded, []
    monkeypatch.setattr(font_subsets, "_coded", lambda p, new: made.append(new) or coded(p, new))
    words_of(FACE).clear()
    alone = [b"[(%b)] TJ" % b" ".join(map(one_by_one, text.split(" "))) for text in texts]
    assert [FaceUse(FACE, "F1", texts).shown[text] for text in texts] == alone
    assert [{*new} for new in made] == [{*words, "\0"}]
    made.clear()
    assert [FaceUse(FACE, "F2", texts).show(text)[0][1] for text in texts] == alone
    assert made == []


def test_more_words_than_are_remembered_are_shown(monkeypatch):
    monkeypatch.setattr(font_subsets, "KNOWN_WORDS", 3)
    words_of(FACE).clear()
    text = "one two three four five"
    assert strings(shown(text)) == text.encode()
