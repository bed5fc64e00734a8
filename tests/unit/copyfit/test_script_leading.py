import pytest

from brochure.copyfit.formats import FORMATS
from brochure.copyfit.parts import Column, Furniture, Length, Paragraph
from brochure.copyfit.script_leading import HEADING_LESS, LATIN, in_writing, spread
from brochure.typeset.line_breaking import Shaped
from brochure.typeset.writings import WRITINGS

LINE = Shaped((), (), (0.0,), (60.0,))


def column():
    text = Paragraph(LINE, Length(), 1.2, 0.9, 0.3)
    return Column((Length(1.0), text, Column((text,))), right=text)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("writing", WRITINGS.values(), ids=lambda writing: writing.name)
def test_a_script_has_at_least_its_leading_and_the_format_its_own(name, writing):
    before, after = FORMATS[name].type, in_writing(FORMATS[name], writing).type
    assert after.tight == max(before.tight, writing.tight)
    assert after.loose - after.tight >= before.loose - before.tight - 1e-9
    assert after.heading_leading >= before.heading_leading
    assert after.italic == (before.italic and writing.italic)


def test_all_texts_beside_the_flow_are_spread_alike():
    wide = WRITINGS["Vietnamese"]
    before, after = column(), spread(Furniture({"contact": column()}), wide).parts["contact"]
    by = wide.tight / LATIN
    texts = [(before.rows[1], after.rows[1]), (before.right, after.right)]
    texts.append((before.rows[2].rows[0], after.rows[2].rows[0]))
    for old, new in texts:
        assert new.leading == pytest.approx(max(old.leading * by, wide.tight - HEADING_LESS))
        more = new.leading - old.leading
        assert new.drop + new.fall == pytest.approx(old.drop + old.fall + more)
        assert new.drop - old.drop > new.fall - old.fall > 0
    assert after.height(300.0, 12.0) > before.height(300.0, 12.0)


def test_a_script_as_low_as_latin_changes_nothing():
    parts = Furniture({"contact": column()})
    assert spread(parts, WRITINGS["Armenian"]) is parts
