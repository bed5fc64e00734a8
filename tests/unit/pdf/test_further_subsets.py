"""Texts of several subsets: codes of other faces' characters, and operators by subset."""

from __future__ import annotations

from brochure.pdf.further_subsets import borrowed, operators
from brochure.typeset.fonts import bundled_files, open_faces

FACES = open_faces(bundled_files())
ONE, OTHER = FACES.face("bold"), FACES.face("italic")
SPOTS = {"ł": (1, b"\x01"), "☐": (2, b"\x02"), "(": (1, b"(")}


def shown(*pieces: tuple[str, float]) -> list[tuple[int, bytes]]:
    """Of two subsets of the face itself, and one of another face."""
    return operators(pieces, lambda char: SPOTS.get(char, (0, char.encode())), 2)


def test_characters_of_other_faces_have_codes_behind_a_space_in_subsets_of_their_own():
    lenders = {"b": ONE, "a": OTHER, "c": ONE}
    slots, others, faces = borrowed(lenders, {"a", "b", "c"}, ((0, 65),), {"ł": (0, b"\x01")})
    assert faces == (OTHER, ONE)
    assert slots == ((0, 65), (0, 32, 97), (0, 32, 98, 99))
    assert others == {"ł": (0, b"\x01"), "a": (1, b"\2"), "b": (2, b"\2"), "c": (2, b"\3")}


def test_a_text_is_shown_by_subset_and_its_kerns_stand_where_they_are():
    assert shown(("a", -0.02), ("bł", 0.0)) == [(0, b"[(a)20(b)] TJ"), (1, b"(\x01) Tj")]
    assert shown(("ł(", 0.01), ("c", 0.0)) == [(1, b"[(\x01\\()-10] TJ"), (0, b"(c) Tj")]


def test_the_space_that_ends_a_line_is_in_the_subset_of_what_stands_before_it():
    assert shown(("ł ", 0.0)) == [(1, b"(\x01 ) Tj")]
    assert shown(("☐ ", 0.0)) == [(2, b"(\x02\x01) Tj")]
    assert shown((" ", 0.0)) == [(0, b"( ) Tj")]
