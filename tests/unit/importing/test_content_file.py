"""The form of a content file: the short one where it holds a section, folded lines, notes."""

from __future__ import annotations

import yaml

from brochure.importing.content_file import WIDTH, Head, written
from brochure.importing.marked_text import Marker
from brochure.importing.pieces import Picture, Run
from brochure.importing.shape import Article, Block, Item, Part
from brochure.model.phones import read_phone

HEAD = Head("a.yaml", "s.json", "en-US", "clinic: c.yaml", "brand: b.yaml", "a.txt")


def section(*blocks: Block) -> dict:
    text = written(Article("T", parts=(Part("H", blocks),)), HEAD, Marker((), []))
    return yaml.safe_load(text)["sections"][0]


def text(words: str) -> Block:
    return Block("text", (Run(words),))


def listed(kind: str, *items: str, start: int = 1) -> Block:
    return Block(kind, items=tuple(Item((Run(item),)) for item in items), start=start)


def test_the_short_form_where_it_is_enough():
    assert section(text("a"), listed("bullets", "b"), text("c")) == {
        "heading": "H",
        "text": "a",
        "bullets": ["b"],
        "closing": "c",
    }
    assert section(text("a"), text("b"))["text"] == ["a", "b"]


def test_the_body_for_all_else():
    found = section(listed("steps", "a"), text("b"), listed("steps", "c", start=2))
    assert found["body"] == [{"steps": ["a"]}, "b", {"steps": ["c"], "start": 2}]
    rows = (((Run("A"),), (Run("B"),)), ((Run("1, 2"),), (Run('"3"'),)))
    (table,) = section(Block("table", rows=rows))["body"]
    assert table == {"table": {"columns": ["A", "B"], "rows": [["1, 2", '"3"']]}}
    assert section(Block("quote", (Run("q"),)), text("a"))["body"] == [{"quote": "q"}, "a"]


def test_a_nested_list():
    block = Block("bullets", items=(Item((Run("a: b"),), ((Run("c"),),)),))
    assert section(text("x"), block)["bullets"] == [{"a: b": ["c"]}]


def test_long_texts_are_folded_and_mean_the_same():
    for words in (
        "“Rest,” she said. “Now.”",
        "“Rest now.”",
        "word " * 60,
        "a - b " * 40,
        "see # 1 " * 40,
        f"{'x' * 90} # y {'z' * 20} " * 2,
    ):
        words = words.strip()
        made = written(Article("T", parts=(Part("H", (text(words),)),)), HEAD, Marker((), []))
        assert yaml.safe_load(made)["sections"][0]["text"].strip() == words
        folded = [line for line in made.split("\n") if "x" * 90 not in line and '"' not in line]
        assert max(map(len, folded)) <= WIDTH + 2
        assert not [line for line in made.split("sections:")[1].split("\n")
                    if line.strip().startswith(("# 1", "# y", "- b"))]  # fmt: skip


def test_a_picture_is_a_note_until_its_file_is_there():
    told: list = []
    part = Part("H", (text("a"), Block("picture", picture=Picture("k.png", 'A "knee"'))))
    made = written(Article("T", parts=(part,)), HEAD, Marker((), told))
    assert '    # image: {file: "k.png", alt: \'A "knee"\'}' in made
    assert yaml.safe_load(made)["sections"] == [{"heading": "H", "text": "a"}]
    assert "k.png" in told[0].words
    switched_on = yaml.safe_load(made.replace("# image", "image"))
    assert switched_on["sections"][0]["image"] == {"file": "k.png", "alt": 'A "knee"'}


def test_a_heading_has_no_marks_and_the_clinics_phone():
    part = Part("Call 310-555-0134 *now* {x}", (text("a"),))
    marker = Marker((read_phone("310-555-0134"),), [])
    made = written(Article("2 * 3 {phone}", parts=(part,)), HEAD, marker)
    values = yaml.safe_load(made)
    assert values["title"] == "2 \\* 3 \\{phone}"
    assert values["sections"][0]["heading"] == "Call {phone} \\*now\\* \\{x}"


def rows(*lines: str) -> Block:
    cells = tuple(tuple((Run(cell),) if cell else () for cell in line.split("|")) for line in lines)
    return Block("table", rows=cells, line=7)


def test_a_table_without_a_head_and_one_that_is_too_wide():
    told: list = []
    part = Part("H", (rows("|Morning", "A|1"), rows("a|b|c|d|e|f", "1||3|4|5|6")))
    made = written(Article("T", parts=(part,)), HEAD, Marker((), told))
    table, listed = yaml.safe_load(made)["sections"][0]["body"]
    assert table == {"table": {"columns": ["–", "Morning"], "rows": [["A", "1"]]}}
    assert listed == {"bullets": ["a: 1; c: 3; d: 4; e: 5; f: 6"]}
    assert ["no head" in told[0].what, "6 columns" in told[1].what] == [True, True]
    assert {each.line for each in told} == {7}
