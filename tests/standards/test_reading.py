"""What a reader of the file is told: order, languages, links, characters, metadata."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from shutil import which

import pikepdf
import pytest

from brochure._startup.records import replace
from brochure.editions import Options
from brochure.language.phrases import phrases
from brochure.model import Handout, Item, Span, Text
from brochure.pdf.document import draw
from brochure.reading.loader import load
from brochure.recipe import Built, build_handout, make_layout
from brochure.typeset.fonts import bundled_files, open_faces
from tests.conftest import CASES, FORMATS, ROOT, SAMPLE, each_case
from tests.standards.test_standards import EVERYTHING, both
from tests.support import pdf
from tests.support.fakes import prose, short, text
from tests.support.handouts import FULL_CLINIC, as_placed, printings

LINKS = ROOT / "tests/handouts/links.yaml"
poppler = pytest.mark.skipif(which("pdfinfo") is None, reason="poppler-utils is not installed")


def handout_of(path) -> Handout:
    return load(path, assets=ROOT / "assets")[0]


def made_of(*texts: Text, **more) -> Handout:
    sections = (short(text("Head"), text=texts), *more.pop("sections", ()))
    return Handout("made.yaml", text("Title"), FULL_CLINIC, sections, **more)


def tree_of(handout: Handout) -> pdf.Node:
    return pdf.structure(build_handout(handout).pdf)


# ----------------------------------------------------------- reading order


def told(data: bytes) -> str:
    """The text that poppler's reader of the structure finds, in order."""
    done = subprocess.run(["pdfinfo", "-struct-text", "-"], input=data, capture_output=True)
    lines = done.stdout.decode().splitlines()
    found = []
    for line in lines:
        if re.match(r"\s*\w+( \(block\))?:?$", line):
            found.append(" ")
        elif match := re.match(r'\s*"(.*)"$', line):
            found.append(match[1])
    return "".join(found)


def without_signs(words: Iterable[str]) -> list[str]:
    """Words without bullets and the numbers of steps."""
    return [word for word in words if word not in ("•", "–") and not re.fullmatch(r"\d+\.", word)]


def without_notes(handout: Handout, words: list[str]) -> list[str]:
    """Words without the heading of the lines to write on, which may stand before a flap."""
    own = handout.notes_heading
    said = (own.plain if own else phrases(handout.language).notes).split()
    starts = [i for i in range(len(words)) if words[i : i + len(said)] == said]
    return words[: starts[0]] + words[starts[0] + len(said) :] if starts else words


def is_read_in_order(handout: Handout, built: Built, read: list[str]) -> bool:
    """Whether the title is read, and behind it all words of the sections, in order."""
    prints = [without_signs(said) for said in printings(as_placed(handout, built.layout))]
    read = without_notes(handout, read)
    starts = (i for i in range(len(read)) for said in prints if read[i : i + len(said)] == said)
    title = handout.title.plain.split()
    return any(read[i : i + len(title)] == title for i in range(next(starts, 0)))


@poppler
@each_case
def test_poppler_reads_the_words_in_the_order_of_the_content_file(made, path, name):
    built = made(path, format=name)
    assert is_read_in_order(handout_of(path), built, without_signs(told(built.pdf).split()))


@poppler
@pytest.mark.parametrize("name", FORMATS)
def test_all_that_there_is_at_once_is_read_in_order(name):
    """By poppler and by pdfium; on a card in two halves."""
    whole = handout_of(EVERYTHING)
    halves = (whole.sections[:2], whole.sections[2:])
    for part in halves if name == "card" else (whole.sections,):
        handout = replace(whole, sections=part)
        built = build_handout(handout, Options(name))
        words = without_signs(told(built.pdf).split())
        assert is_read_in_order(handout, built, words)
        pages = " ".join(pdf.page_texts(built.pdf)).split()
        seen = Counter(without_signs(pages))
        assert not Counter(without_signs(next(printings(handout)))) - seen or name == "card"


def test_the_table_of_all_that_there_is_has_rows_and_heads_with_their_scope():
    tree = pdf.structure(build_handout(handout_of(EVERYTHING)).pdf)
    (table,) = tree.find("Table")
    rows = table.find("TR")
    assert [[kid.kind for kid in row.kids] for row in rows] == [["TH", "TH"], *[["TH", "TD"]] * 2]
    assert [figure.alt for figure in tree.find("Figure")].count("A leg") == 1


def test_the_title_is_the_first_heading_and_sections_have_second_ones(made):
    for path, name in CASES:
        tree = pdf.structure(made(path, format=name).pdf)
        headings = [node.kind for node in tree.walk() if re.fullmatch(r"H\d", node.kind)]
        assert headings[0] == "H1"
        assert set(headings[1:]) == {"H2"}


def test_lists_hold_items_with_labels_and_say_their_numbering(made):
    tree = pdf.structure(made(ROOT / "tests/handouts/nested.yaml").pdf)
    lists = tree.find("L")
    assert {"Disc", "Circle", "Decimal"} == {node.numbering for node in lists}
    for node in lists:
        assert {kid.kind for kid in node.kids} == {"LI"}
        assert all([kid.kind for kid in item.kids] == ["Lbl", "LBody"] for item in node.kids)
    bodies = [body for body in tree.find("LBody") if body.find("L")]
    assert len(bodies) == 4


# ------------------------------------------------------------------- links


def test_a_link_over_two_lines_is_one_element_with_two_annotations(made):
    found = pdf.structure(made(LINKS).pdf).find("Link")
    wrapped = [node for node in found if "how to get started with exercise" in node.text]
    assert len(wrapped) == 1
    assert len(wrapped[0].links) == 2
    assert {link["URI"] for link in wrapped[0].links} == {"https://www.nia.nih.gov/health/exercise"}


def test_a_link_with_a_bold_word_is_one_element(made):
    found = pdf.structure(made(LINKS).pdf).find("Link")
    assert [n.text.strip() for n in found if "flags" in n.text] == ["the part about red flags"]


@each_case
def test_every_link_says_where_it_goes(made, path, name):
    nodes = [n for n in pdf.structure(made(path, format=name).pdf).walk() if n.links]
    assert nodes
    for node in nodes:
        assert node.kind == "Link"
        assert node.text.strip()
        for link in node.links:
            target = link["URI"].partition(":")[2].lstrip("/")
            assert target.split("?")[0].split("#")[0] in link["/Contents"]


def test_every_annotation_hangs_in_the_tree(made):
    for path, name in CASES:
        data = made(path, format=name).pdf
        hung = sum(len(node.links) for node in pdf.structure(data).walk())
        with pikepdf.open(BytesIO(data)) as opened:
            assert hung == sum(len(page.get("/Annots", [])) for page in opened.pages)


# --------------------------------------------------------------- languages


def test_a_word_in_another_language_says_so(made):
    spans = pdf.structure(made(LINKS).pdf).find("Span")
    assert [(node.lang, node.text.split()[0]) for node in spans] == [
        ("es", "lumbago"),
        ("fr", "tour"),
        ("fr", "on"),
    ]


def test_the_document_says_its_language_everywhere(made):
    data = made(ROOT / "tests/handouts/moyen-fr.yaml").pdf
    with pikepdf.open(BytesIO(data)) as opened:
        assert str(opened.Root.Lang) == "fr-FR"
        with opened.open_metadata() as metadata:
            assert list(metadata["dc:language"]) == ["fr-FR"]
    assert pdf.structure(data).lang == "fr-FR"


# -------------------------------------------------------------- characters

HARD = (
    "first flow office afflicted fjord waffle ffi ffl",
    "½ ¼ ⅓ ⅔ ¾ 1½ — – - … · •",
    "naïve café über straße Ærø Ångström łódź şair ñandú ¿qué? ¡no! œuvre",
    "“quoted” ‘so’ „und“ «si» 98.6 °F µg ≤ ≥ ± × ÷ € £ ® © ™",
    "a < b & c > d \\ (paren) [square] {brace} 100 % # @ ~ ^ ` | _",
    "AVATAR To. We, Yo; T.V. P.O. L'T r. f) f] f'",
)


@pytest.mark.parametrize("words", HARD)
def test_characters_come_back_as_typed(words):
    paragraph = tree_of(made_of(text(words), prose(30))).find("Sect")[0].find("P")[0]
    assert paragraph.text.strip() == words


@pytest.mark.parametrize("words", HARD)
def test_characters_come_back_as_typed_in_bold_and_italic(words):
    both_ways = Text((Span(words + " ", bold=True), Span(words, italic=True)))
    paragraph = tree_of(made_of(both_ways)).find("Sect")[0].find("P")[0]
    assert paragraph.text.strip() == f"{words} {words}"


def test_more_characters_than_one_subset_holds_come_back():
    faces = open_faces(bundled_files())
    letters = [c for c in map(chr, range(0x21, 0x2000)) if c.isalpha() and not faces.missing(c)]
    assert len(letters) > 255
    words = " ".join("".join(letters[i : i + 9]) for i in range(0, len(letters), 9))
    handout = made_of(text(words))
    data = build_handout(handout).pdf
    paragraph = pdf.structure(data).find("Sect")[0].find("P")[0]
    assert paragraph.text.strip() == words
    assert both(data) == []


def test_a_line_end_parts_two_words(made):
    with pikepdf.open(BytesIO(made(SAMPLE).pdf)):
        paragraphs = pdf.structure(made(SAMPLE).pdf).find("P")
    whole = " ".join(node.text for node in paragraphs)
    assert "hasspread" not in whole
    assert "has spread" in whole


# ---------------------------------------------------------------- metadata


@each_case
def test_info_and_metadata_agree(made, path, name):
    handout = handout_of(path)
    with pikepdf.open(BytesIO(made(path, format=name).pdf)) as opened:
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == str(opened.docinfo.Title) == handout.title.plain
            assert list(metadata["dc:creator"]) == [str(opened.docinfo.Author)]
            assert metadata["pdfuaid:part"] == "1"
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_bookmarks_lead_to_the_headings(sample):
    tree = pdf.structure(sample.pdf)
    pages = {node.text.strip(): min(node.pages) for node in tree.find("H2")}
    with pikepdf.open(BytesIO(sample.pdf)) as opened, opened.open_outline() as outline:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages)}
        found = {entry.title: numbers[entry.destination[0].objgen] for entry in outline.root}
    assert found
    for title, page in found.items():
        assert [at for words, at in pages.items() if words.endswith(title)] == [page]


def test_the_review_date_is_the_files_date(made):
    with pikepdf.open(BytesIO(made(ROOT / "tests/handouts/long.yaml").pdf)) as opened:
        assert str(opened.docinfo.CreationDate) == "D:20261001000000+00'00'"


def test_the_environment_may_set_the_files_date(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    handout = handout_of(SAMPLE)
    with pikepdf.open(BytesIO(build_handout(handout).pdf)) as opened:
        assert str(opened.docinfo.CreationDate).startswith("D:20231114221320")


# ------------------------------------------------------- elements over pages


LONG_LINK = Text(
    (
        Span("Read "),
        Span("the long page of many words " * 4, href="https://a.example"),
        Span(" and "),
        Span("un mot ou deux " * 3, lang="fr"),
        Span(" word" * 30),
    )
)


def swept(step: int, parts: int) -> Handout:
    """A handout whose first block is ``step`` words longer, so that pages break elsewhere."""
    items = tuple(Item(prose(45), (prose(9), prose(3)) if n % 2 else ()) for n in range(parts))
    lists = short(text("Lists"), text=(text("You may have:"),), bullets=items)
    first = (prose(1 + step), *[LONG_LINK] * parts)
    return made_of(*first, sections=(lists,), notes="false")


SWEPT = {"handout": 4, "large-print": 2, "trifold": 3}


@pytest.mark.parametrize("name", SWEPT)
def test_100_break_positions_are_all_valid(name):
    crossed: set[str] = set()
    for step in range(100):
        layout, faces = make_layout(swept(step, SWEPT[name]), Options(name))
        data = draw(layout, faces)
        assert both(data) == [], step
        if step % 4 == 0:
            nodes = pdf.structure(data).walk()
            crossed |= {node.kind for node in nodes if len(node.pages) > 1}
    # The inside of a tri-fold is one page, and a handout's two pages may meet between paragraphs.
    assert name != "large-print" or {"P", "LBody"} & crossed


def test_a_paragraph_that_crosses_a_page_stays_one_element():
    handout = made_of(prose(700), notes="false")
    data = build_handout(handout).pdf
    long = [node for node in pdf.structure(data).find("P") if len(node.text.split()) > 600]
    assert [node.pages for node in long] == [{0, 1}]
