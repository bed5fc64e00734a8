"""What stands beside the text has room, or the handout is refused."""

from __future__ import annotations

import pytest

from brochure.editions import Options
from brochure.model import FitError, GlyphRun
from brochure.recipe import make_layout
from brochure.sources import read

CONTENT = """
title: {title}
clinic: {{name: The Spine Institute, phone: 310-828-7757, hours: {hours}}}
contact: {{heading: Call us, text: {text}}}
sections: [{{heading: Rest, text: Rest your back.}}]
"""


def layout_of(folder, name, title="Your back", hours="daily", text="Any day."):
    file = folder / "content.yaml"
    file.write_text(CONTENT.format(title=title, hours=hours, text=text))
    return make_layout(read(file)[0], Options(format=name))[0]


@pytest.mark.parametrize("name", ["handout", "large-print", "trifold"])
def test_a_contact_box_without_room_is_refused(tmp_path, name):
    with pytest.raises(FitError, match="the text has no room"):
        layout_of(tmp_path, name, text="words " * 1500)


def test_a_cover_without_room_is_refused(tmp_path):
    with pytest.raises(FitError, match="the text has no room"):
        layout_of(tmp_path, "trifold", title="word " * 160)


def test_a_full_back_panel_is_set_smaller(tmp_path):
    layout = layout_of(
        tmp_path, "trifold", text="many words " * 45, hours="from eight to five " * 9
    )
    assert layout.facts.size < 13.0
    runs = [item for page in layout.pages for item in page.items if isinstance(item, GlyphRun)]
    assert max(run.y + 0.7 * run.size for run in runs) < layout.sheet.height - 36.0
