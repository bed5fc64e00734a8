"""What to shorten first: told in what the language is counted in, with a place in the file."""

from __future__ import annotations

from brochure.desk.longest import MOST, places_to_shorten
from brochure.editing.edits import read_root
from brochure.recipe import read
from tests.support.desk import handout


def test_a_text_without_spaces_is_counted_in_characters():
    text = handout("頭痛", "ja", text="水を飲んでください。" * 3)
    (found,) = places_to_shorten(read(text.encode())[0], read_root(text))
    assert found["words"] >= 30
    assert (found["path"], found["line"]) == (["sections", 0, "text"], 9)


def test_no_more_are_told_than_one_can_look_at():
    parts = "".join(f"  - heading: Part {n}\n    text: {'word ' * n}\n" for n in range(1, 6))
    text = handout(text="Rest.") + parts
    found = places_to_shorten(read(text.encode())[0], read_root(text))
    assert [each["heading"] for each in found] == ["Part 5", "Part 4"]
    assert len(found) == MOST
