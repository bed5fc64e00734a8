"""One handout of the tests has every key, every block and every mark that there is."""

from __future__ import annotations

from collections.abc import Iterator

from brochure.model import Span
from brochure.model.texts import texts_of
from brochure.reading.schema import HANDOUT, Field
from brochure.reading.yaml_nodes import Mapping, Node, Sequence
from brochure.reading.yaml_reader import read_marked
from brochure.sources import read
from tests.conftest import HERE

FILE = HERE / "handouts" / "everything" / "everything.yaml"


def keys_of(fields: tuple[Field, ...], path: str = "") -> Iterator[str]:
    """Every key of the schema with the way to it."""
    for field in fields:
        here = f"{path}.{field.name}".lstrip(".")
        yield here
        yield from keys_of(field.fields, here)


def used(node: Node, path: str = "") -> Iterator[str]:
    """Every key of a file with the way to it; the items of a list share theirs."""
    if isinstance(node, Sequence):
        for each in node.items:
            yield from used(each, path)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            here = f"{path}.{key.text}".lstrip(".")
            yield here
            yield from used(value, here)


def test_it_has_every_key_that_there_is():
    root = read_marked(FILE.read_bytes(), FILE.name).root
    assert root is not None
    assert sorted(set(keys_of(HANDOUT)) - set(used(root))) == []


def test_it_has_every_mark_of_a_text():
    spans = [span for _, _, text in texts_of(read(FILE)[0]) for span in text.spans]
    assert any(span.bold for span in spans)
    assert any(span.italic for span in spans)
    assert any(span.lang for span in spans)
    assert any(span.href.startswith("https:") for span in spans)
    assert any("₂" in span.text for span in spans)
    assert all(isinstance(span, Span) and not span.fact for span in spans)


def test_it_has_every_emphasis_and_an_icon_of_each_kind():
    sections = read(FILE)[0].sections
    assert {section.emphasis for section in sections} == {"", "key", "urgent", "emergency"}
    assert {bool(s.icon.alt) for s in sections if s.icon} == {True, False}
