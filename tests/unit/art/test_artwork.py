"""A handout's artwork: the mark and the pictures as they come, a code for the site or the phone."""

from __future__ import annotations

import pytest

from brochure._startup.records import replace
from brochure.art.artwork import logo_of, pictures_of, qr_of
from brochure.model import Clinic, ContentError, Image
from tests.conftest import HERE
from tests.support.fakes import handout, section, text

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4z"/></svg>'
BLACK = (0.0, 0.0, 0.0)


def marked(path):
    made = handout(section(5))
    return replace(made, clinic=replace(made.clinic, logo=path, logo_line=4, logo_column=9))


@pytest.mark.parametrize("mode", ["colour", "mono", "press"])
def test_a_drawn_mark_keeps_its_shape_in_every_mode(tmp_path, mode):
    path = tmp_path / "logo.svg"
    path.write_text(SVG, "utf-8")
    logo = logo_of(marked(path), mode)
    assert logo.width == 2 * logo.height
    assert logo.paths


def test_a_mark_that_cannot_be_read_is_told_where_it_is_named(tmp_path):
    for name, data in (("gone.svg", None), ("logo.png", b"no picture"), ("logo.svg", b"<svg")):
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        with pytest.raises(ContentError) as caught:
            logo_of(marked(path), "colour")
        (problem,) = caught.value.problems
        assert (problem.line, problem.column) == (4, 9)
        assert problem.hint


def test_every_bad_picture_is_told_at_once(tmp_path):
    bad = [Image(tmp_path / f"{n}.png", text("A spine"), line=n, column=3) for n in (7, 9)]
    with pytest.raises(ContentError) as caught:
        pictures_of(handout(*[section(5, image=image) for image in bad]))
    assert [problem.line for problem in caught.value.problems] == [7, 9]


def test_a_picture_is_known_by_its_path():
    path = HERE / "handouts" / "lift.png"
    found = pictures_of(handout(section(5, image=Image(path, text("A lift")))))
    assert list(found) == [str(path)]


def test_the_code_is_of_the_site_else_of_the_phone():
    clinic = Clinic(text("Clinic"), text("310-828-7757"))
    phone = replace(handout(section(5)), clinic=clinic)
    site = replace(phone, clinic=replace(clinic, website=text("spine.example")))
    assert qr_of(phone, BLACK).path.fill == BLACK
    assert qr_of(phone, BLACK).path.ops != qr_of(site, BLACK).path.ops


def test_a_handout_without_a_contact_box_has_no_code():
    made = handout(section(5))
    assert qr_of(replace(made, contact=replace(made.contact, shown=False)), BLACK) is None
