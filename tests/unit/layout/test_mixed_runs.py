from brochure.layout.mixed_runs import from_left, mixed_runs, parts_of
from brochure.model import BrandSource, GlyphRun
from brochure.typeset.fonts import brand_faces
from brochure.typeset.mixed_faces import mixed_faces

OWN = brand_faces(BrandSource())


def test_runs_in_a_language_from_the_right_are_split_by_level():
    runs = (("see ", 0), ("عند 12 هنا", 1), (" end", 0))
    assert parts_of(runs, ["", "ar"]) == [
        ("see ", 0, 0),
        ("عند ", 1, 1),
        ("12", 1, 2),
        (" هنا", 1, 1),
        (" end", 0, 0),
    ]


def test_runs_from_the_right_stand_in_their_order_on_a_line_from_the_left():
    assert from_left([1.0, 2.0, 3.0, 4.0, 1.0], [0, 1, 2, 1, 0]) == [0.0, 8.0, 5.0, 1.0, 10.0]


def test_a_run_is_one_of_each_family():
    faces = mixed_faces(OWN, (("ễ", "ru"),))
    run = GlyphRun(10.0, 5.0, "Dr. Nguyễn", "bold", 20.0, (0.0,), 3)
    first, second = mixed_runs(run, faces)
    assert (first.text, first.face, first.x) == ("Dr. ", "bold", 10.0)
    assert (second.text, second.face, second.element) == ("Nguyễn", "bold/ru", 3)
    assert second.x == 10.0 + 20.0 * OWN.width("Dr. ", "bold")


def test_a_family_alone_changes_nothing():
    run = GlyphRun(10.0, 5.0, "Dr. Lee", "bold", 20.0, (0.0,), 3)
    assert mixed_runs(run, OWN) == [run]
