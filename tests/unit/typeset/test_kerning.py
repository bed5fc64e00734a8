"""The file of kerning pairs: read face by face, refused with what it needs."""

from __future__ import annotations

import pytest

from brochure.typeset.fonts import ROLES, bundled_files
from brochure.typeset.kerning import KERNING, pairs_of, read_kerning


def test_pairs_are_in_ems():
    assert pairs_of(["-80 AVTo", "25 ff"]) == {"AV": -0.08, "To": -0.08, "ff": 0.025}


def test_lines_belong_to_the_face_above_them(tmp_path):
    path = tmp_path / KERNING
    path.write_text("# pairs\nregular\n-80 AV\n\nbold\n-60 To\n10 ff\n", "utf-8")
    assert read_kerning(path, ROLES) == {"regular": ["-80 AV"], "bold": ["-60 To", "10 ff"]}


def test_a_family_may_have_none(tmp_path):
    assert read_kerning(tmp_path / KERNING, ROLES) == {}


@pytest.mark.parametrize("line", ["AV -80", "-80", "-80 A", "x AV", "², AV", "-80 A V"])
def test_a_line_that_is_no_pair_is_refused_and_shown(line):
    with pytest.raises(ValueError, match=r"kerning\.txt"):
        pairs_of([line])


def test_no_pair_moves_by_more_than_an_em():
    assert pairs_of(["1000 AV"]) == {"AV": 1.0}
    with pytest.raises(ValueError, match="whole em"):
        pairs_of(["-1001 AV"])


def test_the_bundled_pairs_are_read_for_every_face():
    found = read_kerning(bundled_files()["regular"].with_name(KERNING), ROLES)
    assert set(found) == set(ROLES)
    assert all(-0.5 < move < 0.5 for lines in found.values() for move in pairs_of(lines).values())
