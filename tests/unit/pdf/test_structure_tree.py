"""The structure tree on its own: order, pages, links, attributes and the parent tree."""

from __future__ import annotations

from contextlib import ExitStack
from io import BytesIO

import pikepdf
import pytest

from brochure.model import FOOTER_ARTIFACT, LAYOUT_ARTIFACT, Element, LinkArea, Rect
from brochure.pdf.objects import Document, reference
from brochure.pdf.structure_tree import StructureTree


@pytest.fixture
def written():
    """Writes a tree and reads it back; the files stay open while the test runs."""
    with ExitStack() as stack:

        def write(*content, links=()):
            pdf = stack.enter_context(pikepdf.open(BytesIO(file(*content, links=links))))
            return pdf.Root.StructTreeRoot

        yield write


def file(elements: list[Element], content: list[list[tuple[int, int]]], links=()) -> bytes:
    """A file with nothing but the tree; ``content`` holds (element, order) for each page."""
    document = Document()
    root, pages = document.add(), document.add()
    numbers = [document.add(b"<< /Type /Page /Parent %b >>" % reference(pages)) for _ in content]
    tree = StructureTree(elements, len(content))
    for page in content:
        tree.start_page()
        for element, order in page:
            tree.begin(element, order)
    for page, element in links:
        area = LinkArea(Rect(0, 0, 1, 1), "tel:1", "Call", element)
        tree.add_link(page, area, document.add(b"<< /Type /Annot >>"))
    number = tree.write(document, numbers, "en-US")
    kids = b" ".join(map(reference, numbers))
    document.fill(pages, b"<< /Type /Pages /Count %d /Kids [%b] >>" % (len(numbers), kids))
    document.fill(
        root,
        b"<< /Type /Catalog /Pages %b /StructTreeRoot %b >>"
        % (reference(pages), reference(number)),
    )
    return document.write(root, document.add(b"<< >>"))


def kids(node) -> list:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def names(node) -> list[str]:
    return [str(kid.S) for kid in kids(node) if "/S" in kid]


def test_artifacts_open_with_their_type_and_take_no_number():
    tree = StructureTree([Element("P")], 1)
    tree.start_page()
    assert tree.begin(LAYOUT_ARTIFACT, 0) == b"/Artifact <</Type /Layout>> BDC"
    assert b"/Pagination /Subtype /Footer" in tree.begin(FOOTER_ARTIFACT, 0)
    assert tree.begin(0, 1) == b"/P <</MCID 0>> BDC"


def test_numbers_of_marked_content_start_anew_on_each_page():
    tree = StructureTree([Element("P"), Element("H1")], 2)
    opened = []
    for _ in range(2):
        tree.start_page()
        opened += [tree.begin(0, 1), tree.begin(1, 2)]
    assert opened == [b"/P <</MCID 0>> BDC", b"/H1 <</MCID 1>> BDC"] * 2


def test_elements_stand_in_reading_order_not_in_painting_order(written):
    elements = [Element("P"), Element("H1"), Element("Figure", alt="A")]
    top = kids(written(elements, [[(0, 9), (1, 3)], [(2, 5)]]))[0]
    assert names(top) == ["/H1", "/Figure", "/P"]


def test_an_element_without_content_is_left_out(written):
    top = kids(written([Element("P"), Element("Sect"), Element("P", 1)], [[(0, 1)]]))[0]
    assert names(top) == ["/P"]


def test_an_element_that_crosses_a_page_stays_one_element(written):
    top = kids(written([Element("P")], [[(0, 1)], [(0, 2)]]))[0]
    assert names(top) == ["/P"]
    first, second = kids(kids(top)[0])
    assert int(first) == 0
    assert str(second.Type) == "/MCR"
    assert second.MCID == 0


def test_a_link_in_a_paragraph_stands_between_its_words(written):
    elements = [Element("P"), Element("Link", 0)]
    root = written(elements, [[(0, 1), (1, 2), (0, 3)]], links=[(0, 1)])
    before, link, after = kids(kids(kids(root)[0])[0])
    assert (int(before), int(after)) == (0, 2)
    mark, reference_ = kids(link)
    assert int(mark) == 1
    assert str(reference_.Type) == "/OBJR"


def test_a_link_over_two_lines_has_two_annotations(written):
    elements = [Element("P"), Element("Link", 0)]
    root = written(elements, [[(1, 1), (1, 2)]], links=[(0, 1), (0, 1)])
    link = kids(kids(kids(root)[0])[0])[0]
    assert [isinstance(kid, pikepdf.Dictionary) for kid in kids(link)] == [False, False, True, True]


def test_the_parent_tree_names_the_owner_of_each_number_and_link(written):
    elements = [Element("P"), Element("Link", 0)]
    root = written(elements, [[(0, 1), (1, 2)], [(0, 3)]], links=[(0, 1)])
    rows = dict(zip(*[iter(root.ParentTree.Nums)] * 2, strict=True))
    assert [str(cell.S) for cell in rows[0]] == ["/P", "/Link"]
    assert [str(cell.S) for cell in rows[1]] == ["/P"]
    assert str(rows[2].S) == "/Link"
    assert root.ParentTreeNextKey == 3


@pytest.mark.parametrize(
    ("element", "key", "value"),
    [
        (Element("Figure", alt="A (b) é"), "/Alt", "A (b) é"),
        (Element("Span", lang="fr"), "/Lang", "fr"),
    ],
)
def test_alternate_text_and_language_are_written(element, key, value, written):
    found = kids(kids(written([element], [[(0, 1)]]))[0])[0]
    assert str(found[key]) == value


def test_lists_say_how_they_are_numbered_and_figures_where_they_are(written):
    elements = [Element("L", numbering="Decimal"), Element("Figure", bbox=Rect(1.0, 2.0, 2.5, 2.0))]
    lists, figure = kids(kids(written(elements, [[(0, 1), (1, 2)]]))[0])
    assert str(lists.A.ListNumbering) == "/Decimal"
    assert [float(edge) for edge in figure.A.BBox] == [1, 2, 3.5, 4]


def test_the_document_says_its_language(written):
    top = kids(written([Element("P")], [[(0, 1)]]))[0]
    assert str(top.S) == "/Document"
    assert str(top.Lang) == "en-US"


@pytest.mark.parametrize("scope", ["Row", "Column"])
def test_the_head_of_a_row_or_column_says_so(written, scope):
    """ISO 32000-1, 14.8.5.7."""
    head = kids(kids(written([Element("TH", scope=scope)], [[(0, 1)]]))[0])[0]
    assert (head.A.O, head.A.Scope) == ("/Table", f"/{scope}")


def test_an_element_stands_where_the_first_of_what_it_holds_is_read(written):
    """What is painted first of an element may be read last, as on a folded sheet."""
    elements = [Element("P"), Element("H1"), Element("L"), Element("LI", 2)]
    top = kids(written(elements, [[(0, 9), (1, 5), (3, 7), (0, 6), (3, 1)]]))[0]
    assert names(top) == ["/L", "/H1", "/P"]
