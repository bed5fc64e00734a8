"""One sheet of a handout in two languages: fitted, mirrored, tagged, refused where it would lie."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from brochure._startup.records import replace
from brochure.copyfit.formats import FORMATS, geometry
from brochure.copyfit.one_side import one_side
from brochure.editions import Options, editions, file_name
from brochure.layout.two_sides import PART
from brochure.model import Box, ContentError, FitError, GlyphRun, Side
from brochure.recipe import Built, build, build_handout, make_layout
from brochure.sources import read
from brochure.twin_sheets import beside_twin, with_back
from brochure.typeset.two_families import SECOND, TwoFamilies
from tests.conftest import HERE
from tests.support.fakes import text

TWINS = HERE / "handouts" / "twins"
TWIN = Options(sides="twin")


@pytest.fixture(scope="module")
def arabic() -> Built:
    return build(TWINS / "ar.yaml", TWIN)


def words_of(built: Built, page: int) -> str:
    items = built.layout.pages[page].items
    return " ".join(item.text for item in items if isinstance(item, GlyphRun))


def put(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    """A twin of the tests in a folder, with words of it changed, beside the English one."""
    (folder / "en.yaml").write_bytes((TWINS / "en.yaml").read_bytes())
    words = (TWINS / f"{name}.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in words
        words = words.replace(old, new)
    file = folder / f"{name}.yaml"
    file.write_text(words, "utf-8")
    return file


# ------------------------------------------------------------------- the sheet


def test_the_original_is_in_front_and_its_twin_on_the_back():
    made = build(TWINS / "es.yaml", TWIN)
    assert made.name == "care-of-your-back-en-es.pdf"
    assert len(made.layout.pages) == made.facts.pages == 2
    assert "Most back pain" in words_of(made, 0)
    assert "La mayoría" in words_of(made, 1)
    assert (
        made.layout.title
        == "Care of your back / El cuidado de su espalda (Care of your back, Spanish)"
    )
    assert made.warnings == ()


def test_each_side_tells_readers_of_the_other_language_to_turn_it_over(arabic):
    assert "العربية على الوجه الآخر" in words_of(arabic, 0)
    assert "English on the other side" in words_of(arabic, 1)
    assert "Page 1" not in words_of(arabic, 0)


def test_each_side_has_its_language_in_the_tags(arabic):
    with pikepdf.open(io.BytesIO(arabic.pdf)) as file:
        assert str(file.Root.Lang) == "en-US"
        top = file.Root.StructTreeRoot.K
        assert [(str(kid.S), str(kid.Lang)) for kid in top.K] == [
            ("/Part", "en-US"),
            ("/Part", "ar"),
        ]
        first = [kid.K[0].Pg.objgen for kid in top.K]
        assert first == [page.objgen for page in file.pages]


def test_all_of_a_side_is_read_before_the_other(arabic):
    parts = [index for index, each in enumerate(arabic.layout.elements) if each.kind == PART]
    assert parts == [0, 1]
    runs = [
        (item.order, page)
        for page, content in enumerate(arabic.layout.pages)
        for item in content.items
        if isinstance(item, GlyphRun) and item.element >= 0
    ]
    assert all(one[1] <= other[1] for one, other in pairwise(sorted(runs)))
    links = [area.order for area in arabic.layout.pages[1].links]
    assert min(links) > max(order for order, page in runs if page == 0)


def test_bookmarks_name_both_titles_and_lead_to_their_pages(arabic):
    marks = [(mark.title, mark.page) for mark in arabic.layout.bookmarks]
    assert marks[0] == ("Care of your back", 0)
    assert marks[5][1] == 1
    assert marks[5][0].startswith("العناية بظهرك")
    assert [page for _, page in marks] == [0] * 5 + [1] * 5


def test_the_families_of_both_sides_are_in_the_file(arabic):
    assert isinstance(arabic.faces, TwoFamilies)
    back = {item.face for item in arabic.layout.pages[1].items if isinstance(item, GlyphRun)}
    assert all(role.startswith(SECOND) for role in back)
    role = f"{SECOND}bold"
    assert arabic.faces.face(role) is arabic.faces.other.face("bold")
    assert arabic.faces.width("ظهر", role) == arabic.faces.other.width("ظهر", "bold")
    assert arabic.faces.widths(["a"], "bold") == arabic.faces.one.widths(["a"], "bold")
    assert arabic.faces.missing("a") == []


def test_two_languages_of_one_family_share_it():
    assert not isinstance(build(TWINS / "es.yaml", TWIN).faces, TwoFamilies)


def test_each_side_has_the_largest_type_that_fits_it(tmp_path):
    longer = ("Muévase un poco cada día.", "Muévase un poco cada día. " * 18)
    sheet, _ = beside_twin(read(put(tmp_path, "es", longer))[0])
    layout, _ = make_layout(sheet, TWIN)
    sizes = [
        max(item.size for item in page.items if isinstance(item, GlyphRun) and "400" in item.text)
        for page in layout.pages
    ]
    assert sizes[0] == 16.0 > sizes[1] == layout.facts.size


def test_the_closing_box_stands_clear_of_the_text():
    for page in build(TWINS / "es.yaml", TWIN).layout.pages:
        boxes = [item.rect for item in page.items if isinstance(item, Box)]
        runs = [item for item in page.items if isinstance(item, GlyphRun) and item.element >= 0]
        question = next(
            run for run in runs if run.text in ("Questions? Call us.", "¿Preguntas? Llámenos.")
        )
        (box,) = [rect for rect in boxes if rect.y < question.y < rect.top and rect.width > 300]
        last = max((run for run in runs if run.order < question.order), key=lambda run: run.order)
        assert last.y > box.top + 9.0


# ---------------------------------------------------------- binding and mirror


@pytest.mark.parametrize(
    ("front", "back", "edges"),
    [
        ("en", "es", ("left", "right")),
        ("en", "ar", ("left", "right")),
        ("ar", "en", ("right", "left")),
    ],
)
def test_the_punch_keeps_the_edge_that_the_sheet_is_bound_at(front, back, edges):
    handouts = [read(TWINS / f"{name}.yaml")[0] for name in (front, back)]
    sheet, _ = with_back(*handouts)
    layout, _ = make_layout(sheet, replace(TWIN, punch="3"))
    assert layout.sheet.from_right == (front == "ar")
    for page, edge in zip(layout.pages, edges, strict=True):
        rules = [item for item in page.items if hasattr(item, "x0") and item.y0 == item.y1]
        left = min(min(rule.x0, rule.x1) for rule in rules)
        right = layout.sheet.width - max(max(rule.x0, rule.x1) for rule in rules)
        assert (left > right) == (edge == "left")
        assert abs(left - right) > 10


def test_one_side_has_what_stands_on_the_first_and_on_the_last_page():
    place = geometry(FORMATS["handout"], "letter", "2")
    first = one_side(place, Side(text("Español al reverso")))
    assert {"masthead", "contact"} <= set(first.frames[0].holds)
    assert (first.pages, len(first.frames), len(first.footers)) == (1, 1, 1)
    turned = one_side(place, Side(text("Español al reverso"), bound_where_lines_begin=False))
    assert turned.frames[0].x == turned.footers[0].x == pytest.approx(place.frames[1].x)
    assert not one_side(geometry(FORMATS["large-print"], "letter"), Side(text("a"))).grows


# ------------------------------------------------------------------ what is refused


def test_a_phone_or_a_dose_that_differs_is_refused(tmp_path):
    with pytest.raises(ContentError) as refused:
        build(put(tmp_path, "es", ("400 mg", "40 mg")), TWIN)
    told = [problem.message for problem in refused.value.problems]
    assert told == [
        "es.yaml has no number 400 mg, which stands here",
        "en.yaml has no number 40 mg, which stands here",
    ]
    with pytest.raises(ContentError, match="the clinic's phone is 310-828-7758"):
        build(put(tmp_path, "es", ("310-828-7757", "310-828-7758")), TWIN)


def test_a_reason_lets_it_and_less_is_told(tmp_path):
    reason = ("twin_of:", "allow: {twin: the dose is in words}\ntwin_of:")
    assert build(put(tmp_path, "es", ("400 mg", "40 mg"), reason), TWIN).warnings == ()
    fewer = build(put(tmp_path, "es", (", No puede mover la pierna.", "")), TWIN)
    assert any("has 1 items" in each.message for each in fewer.warnings)


def test_two_files_of_one_language_are_no_twins(tmp_path):
    with pytest.raises(ContentError, match="both in en-GB: they are no twins"):
        build(put(tmp_path, "es", ("es-US", "en-GB")), TWIN)


def test_without_a_twin_the_hint_says_what_to_type(tmp_path):
    put(tmp_path, "es")
    with pytest.raises(ContentError, match="names no other") as refused:
        build(tmp_path / "en.yaml", TWIN)
    assert "`twin_of: en.yaml`" in refused.value.problems[0].hint


def test_a_side_that_is_too_long_is_refused_with_its_words(tmp_path):
    longer = ("Muévase un poco cada día.", "Muévase un poco cada día. " * 80)
    with pytest.raises(FitError) as refused:
        build(put(tmp_path, "es", longer), TWIN)
    (problem,) = refused.value.problems
    assert problem.file.endswith("es.yaml")
    assert "too long for 1 page at 12 pt" in problem.message
    assert refused.value.words_over > 50
    shorter = ("Muévase un poco cada día.", "Muévase un poco cada día. " * 12)
    assert build(put(tmp_path, "es", shorter), TWIN).facts.pages == 2


def test_a_folded_sheet_has_no_two_sides_alike():
    with pytest.raises(ContentError, match="a trifold has no two sides") as refused:
        build(TWINS / "es.yaml", replace(TWIN, format="trifold"))
    assert "handout, large-print or card" in refused.value.problems[0].hint
    whole = editions("all", sides="twin")
    assert {each.format for each in whole} == {"handout", "large-print", "card"}
    assert {each.sides for each in whole} == {"twin"}


def test_a_short_side_is_told_as_one_page(tmp_path):
    words = (TWINS / "en.yaml").read_text("utf-8")
    short = words[: words.index("  - heading: What helps")]
    (tmp_path / "en.yaml").write_text(short, "utf-8")
    spanish = (TWINS / "es.yaml").read_text("utf-8")
    (tmp_path / "es.yaml").write_text(
        spanish[: spanish.index("  - heading: Lo que ayuda")], "utf-8"
    )
    told = build(tmp_path / "es.yaml", TWIN).warnings
    assert [each.message.partition(":")[0] for each in told] == [
        "the text is short for one page"
    ] * 2


# -------------------------------------------------------------------- every edition


@pytest.mark.parametrize("name", ["handout", "card"])
@pytest.mark.parametrize("mode", ["mono", "press"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_each_edition_has_two_pages_and_a_name_of_its_own(tmp_path, name, mode, paper):
    shorter = ("La mayoría de los dolores de espalda mejoran en 6 semanas.", "Mejora en 6 semanas.")
    options = Options(name, paper, mode, sides="twin")
    file = put(tmp_path, "es", shorter)
    for each in (file, tmp_path / "en.yaml"):  # a side of a card holds no fourth section
        whole = each.read_text("utf-8")
        each.write_text(whole[: whole.rindex("  - heading:")], "utf-8")
    made = build(file, options)
    assert made.facts.pages == 2
    assert made.name.startswith("care-of-your-back-en-es")


def test_the_name_goes_by_the_english_title():
    handouts = {name: read(TWINS / f"{name}.yaml")[0] for name in ("en", "es", "ar")}
    sheet = replace(handouts["ar"], back=handouts["es"])
    assert file_name(sheet, TWIN) == "care-of-your-back-ar-es.pdf"
    assert build_handout(handouts["es"], TWIN).name == "care-of-your-back-en-es.pdf"
