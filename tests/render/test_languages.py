"""Every language's page, seen from outside: what is copied, what stands where, what is heard."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from functools import cache
from io import BytesIO
from shutil import which

import page
import pikepdf
import pytest

from brochure import ContentError, Options, build, check
from brochure.copyfit.formats import FORMATS
from brochure.copyfit.script_leading import in_writing
from brochure.language.phrases import phrases
from brochure.model import Box, GlyphRun
from brochure.model.texts import drawn_texts
from brochure.recipe import make_layout
from brochure.remember import forget
from brochure.sources import read
from brochure.typeset import language_fonts
from brochure.typeset.break_places import NOT_FIRST, NOT_LAST
from brochure.typeset.fonts import ASSETS
from brochure.typeset.scripts import writing_of
from brochure.typeset.shaping import ShapedFace, runs_right
from tests.support.languages import FILES, FROM_RIGHT, SPACELESS
from tests.support.pdf import chars, page_texts

each = pytest.mark.parametrize("tag", FILES)
each_from_right = pytest.mark.parametrize("tag", FROM_RIGHT)
UNSEEN = dict.fromkeys((*range(8203, 8208), *range(8234, 8239), 2, 65279))


@cache
def made(tag: str, **options: str) -> bytes:
    return build(FILES[tag], Options(**options)).pdf


@cache
def handout(tag: str):
    return read(FILES[tag])[0]


def bare(text: str) -> str:
    """A text without spaces and what is not seen."""
    return "".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def letters(text: str) -> str:
    """A text without marks, either."""
    return "".join(char for char in bare(text) if unicodedata.category(char) != "Mn")


def paragraphs(tag: str) -> list[str]:
    """The texts of a handout; of one from the right its words that are in its own script."""
    texts = [t.plain for t in drawn_texts(handout(tag)) if not t.plain.startswith("https:")]
    if tag not in FROM_RIGHT:
        return texts
    words = " ".join(texts).split()
    return re.findall(r"[\u0590-\u05ff\u0620-\u065f\u066e-\u06ef\u200c]+", " ".join(words))


# ------------------------------------------------------------- pages and files


@each
@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_every_format_is_made_in_an_even_number_of_pages(tag, name, paper):
    with pikepdf.open(BytesIO(made(tag, format=name, paper=paper))) as pdf:
        assert len(pdf.pages) == 2 or (name != "handout" and len(pdf.pages) % 2 == 0)


@each
@pytest.mark.parametrize("mode", ["colour", "mono"])
def test_every_file_is_accessible_and_archival(tag, mode):
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf_bytes(made(tag, mode=mode), profile=profile)
        assert [failure.rule_id for failure in report.failures] == []


@each
def test_the_same_text_has_the_same_bytes(tag):
    first = made(tag)
    forget()
    assert build(FILES[tag]).pdf == first


# ------------------------------------------------------------- what is copied


@each
def test_pdfium_copies_every_text(tag):
    plain = letters if tag in FROM_RIGHT else bare
    copied = plain("\n".join(page_texts(made(tag))))
    assert [text for text in paragraphs(tag) if plain(text) not in copied] == []


@pytest.mark.skipif(which("pdftotext") is None, reason="NOT RUN: pdftotext is not installed")
@each
def test_poppler_copies_every_text(tag, tmp_path):
    (tmp_path / "a.pdf").write_bytes(made(tag))
    order = [] if tag in FROM_RIGHT else ["-raw"]
    command = ["pdftotext", *order, "-enc", "UTF-8", tmp_path / "a.pdf", "-"]
    copied = bare(subprocess.run(command, capture_output=True, check=True).stdout.decode())
    assert [text for text in paragraphs(tag) if bare(text) not in copied] == []


# ------------------------------------------------------------- what stands where


def from_left(tag: str, words: str) -> int:
    """How often a word's signs stand side by side on a page, each right of the one before."""
    found, wanted = 0, [char for char in words if not char.isspace()]
    placed = chars(made(tag))
    for char in placed:
        if char.char != wanted[0]:
            continue
        at, size = char, char.size
        for sign in wanted[1:]:
            near = [
                c
                for c in placed
                if c.char == sign
                and c.page == at.page
                and at.box[0] < c.box[0] < at.box[2] + size
                and abs(c.box[1] - at.box[1]) < size
            ]
            if not near:
                break
            at = min(near, key=lambda c: c.box[0])
        else:
            found += 1
    return found


@each
def test_the_phone_is_read_from_the_left_wherever_it_stands(tag):
    assert from_left(tag, "310-828-7757") >= 5


AMOUNTS = {"fa": ("400 mg", "۳۸٫۵", "۲-۳"), "ru": ("400 мг", "38,5 °C", "2-3")}
AMOUNTS |= {"hy": ("400 մգ", "38,5 °C", "2-3"), "vi": ("400 mg", "38,5 °C", "2-3")}
AMOUNTS |= {"km": ("400 mg", "38.5 °C", "២-៣")}


@each
def test_doses_temperatures_ranges_and_addresses_are_read_from_the_left(tag):
    for words in (*AMOUNTS.get(tag, ("400 mg", "38.5 °C", "2-3")), "www.example.org/back"):
        assert from_left(tag, words) >= 1, words


@pytest.mark.parametrize("tag", [tag for tag in FILES if tag not in FROM_RIGHT])
def test_the_drug_name_stands_in_its_brackets(tag):
    text = "".join(text.plain for text in drawn_texts(handout(tag)))
    opening, closing = ("（", "）") if "（" in text else ("(", ")")
    assert from_left(tag, f"{opening}Advil{closing}") == 1


def lines(tag: str, **options: str) -> list[str]:
    """The lines of all pages as pdfium finds them."""
    return [
        line.strip()
        for text in page_texts(made(tag, **options))
        for line in text.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant", "ja"])
@pytest.mark.parametrize("name", FORMATS)
def test_no_line_begins_or_ends_with_a_sign_of_its_neighbour(tag, name):
    own = {"•", "–", "·"}
    found = lines(tag, format=name)
    assert [line for line in found if line[0] in NOT_FIRST - own] == []
    assert [line for line in found if line[-1] in NOT_LAST] == []


def ink(tag: str, role: str) -> tuple[float, float]:
    """How far the letters of a language reach below and above their line, in ems."""
    faces = make_layout(handout(tag), Options())[1]
    name = {"regular": "Regular.ttf", "bold": "Bold.ttf"}[role]
    face = ShapedFace(ASSETS / "fonts" / faces.writing.family / name, tag)
    low, high = 0.0, 0.0
    texts = [text.plain for text in drawn_texts(handout(tag))]
    for text in (*texts, *texts_of_record(phrases(tag))):
        for cluster in face.clusters(text, runs_right(text)):
            for glyph, _, up in cluster.glyphs:
                box = face.hb_font.get_glyph_extents(glyph)
                low = min(low, (up + box.y_bearing + box.height) / face.upem)
                high = max(high, (up + box.y_bearing) / face.upem)
    return low, high


def texts_of_record(record) -> list[str]:
    return [getattr(record, name) for name in record.__match_args__]


@each
def test_no_line_touches_the_next(tag):
    writing = writing_of(tag)
    low, high = ink(tag, "regular")
    assert high - low < writing.tight
    low, high = ink(tag, "bold")
    assert high - low < in_writing(FORMATS["handout"], writing).type.heading_leading + 0.08


@each
def test_no_letter_is_a_box(tag):
    faces = make_layout(handout(tag), Options())[1]
    face = ShapedFace(ASSETS / "fonts" / faces.writing.family / "Regular.ttf", tag)
    for text in drawn_texts(handout(tag)):
        for cluster in face.clusters(text.plain, runs_right(text.plain)):
            assert all(glyph for glyph, _, _ in cluster.glyphs), cluster.text


@each
def test_every_fixed_word_is_in_the_language(tag):
    text = "\n".join(page_texts(made(tag)))
    english = phrases("en")
    for words in (english.questions, english.notes, "Page ", "Call ", "Important"):
        assert words not in text
    assert phrases(tag) is not english


# ------------------------------------------------------------- from the right


@each_from_right
def test_a_page_from_the_right_is_a_mirror(tag):
    found = [c for c in chars(made(tag)) if c.page == 0]
    bullet = next(c for c in found if c.char == "•")
    beside = [c for c in found if abs(c.box[1] - bullet.box[1]) < 6 and c is not bullet]
    text = [c for c in beside if c.box[2] < bullet.box[0]]
    heading = [c for c in beside if c.box[0] > bullet.box[2]]
    assert text
    assert heading
    with pikepdf.open(BytesIO(made(tag))) as pdf:
        assert pdf.Root.ViewerPreferences.Direction == "/R2L"


@each_from_right
@pytest.mark.parametrize("punch", ["2", "3"])
def test_the_punch_of_the_first_page_is_at_the_right(tag, punch):
    plain = max(c.box[2] for c in chars(made(tag)) if c.page == 0)
    punched = max(c.box[2] for c in chars(made(tag, punch=punch)) if c.page == 0)
    assert punched < plain - 5


@pytest.mark.parametrize("tag", [tag for tag in FILES if tag not in FROM_RIGHT])
def test_other_pages_are_no_mirror(tag):
    with pikepdf.open(BytesIO(made(tag))) as pdf:
        assert "/Direction" not in pdf.Root.ViewerPreferences


def elements(data: bytes) -> list[dict[str, str]]:
    """Every element of the structure tree, the Document first: its language and its words."""
    found = []
    with pikepdf.open(BytesIO(data)) as pdf:
        left = [pdf.Root.StructTreeRoot.K]
        while left:
            element = left.pop()
            found.append({k: str(element[k]) for k in ("/Lang", "/ActualText") if k in element})
            kids = element.get("/K", [])
            kids = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
            left += [k for k in kids if isinstance(k, pikepdf.Dictionary) and "/S" in k]
    return found


@each_from_right
def test_a_screen_reader_is_given_every_text_as_it_was_written(tag):
    spoken = [e["/ActualText"] for e in elements(made(tag)) if "/ActualText" in e]
    plain = [t.plain for t in drawn_texts(handout(tag)) if re.search("[\u0590-\u06ff]", t.plain)]
    alone = [words for words in plain if "310-" not in words and "www." not in words]
    assert len(alone) > 10
    assert [words for words in alone if words not in spoken] == []


@each
def test_the_file_says_its_language(tag):
    assert elements(made(tag))[0]["/Lang"] == tag


# ------------------------------------------------------------- packages that are not there


def without(monkeypatch, *names: str) -> None:
    found = language_fonts.find_spec
    monkeypatch.setattr(
        language_fonts, "find_spec", lambda name: None if name in names else found(name)
    )


@each
def test_without_the_shaper_a_script_that_needs_it_is_refused_and_others_are_made(tag, monkeypatch):
    without(monkeypatch, "uharfbuzz")
    if not writing_of(tag).shaped:
        assert build(FILES[tag]).facts.pages == 2
        return
    with pytest.raises(ContentError) as error:
        build(FILES[tag])
    (problem,) = error.value.problems
    assert "pip install uharfbuzz" in problem.hint
    assert problem.line == 1


@pytest.mark.parametrize(("tag", "package"), SPACELESS.items())
def test_without_the_breaker_that_is_told(tag, package, monkeypatch):
    without(monkeypatch, package)
    warnings = [warning.hint for warning in build(FILES[tag]).warnings]
    assert any(f"pip install {package}" in hint for hint in warnings)


@each
def test_a_long_phone_stays_in_the_box_of_a_panel(tag):
    layout, faces = make_layout(handout(tag), Options(format="trifold"))
    phone = [
        (run, box.rect)
        for page_ in layout.pages
        for run in page_.items
        if isinstance(run, GlyphRun) and run.text.startswith("310-") and run.element >= 0
        for box in page_.items
        if isinstance(box, Box) and box.rect.y < run.y < box.rect.top
        if box.rect.x < run.x < box.rect.right and box.rect.width > 100
    ]
    assert phone
    for run, rect in phone:
        assert run.x + faces.width(run.text.strip(), run.face) * run.size <= rect.right


NOT_OF_SIGNS = {"review-date-missing", "sources-missing", "unread-words", "too-short"}


@each
def test_the_checker_takes_no_sign_of_a_script_for_a_slip(tag):
    found = {problem.rule for problem in check(FILES[tag]).problems}
    assert found <= NOT_OF_SIGNS


@pytest.mark.parametrize("name", FORMATS)
def test_korean_lines_end_at_spaces(name):
    words = {word for text in paragraphs("ko") for word in text.split()}
    layout, _ = make_layout(handout("ko"), Options(format=name))
    texts = [
        item.text for page_ in layout.pages for item in page_.items if isinstance(item, GlyphRun)
    ]
    hangul = [w for t in texts for w in t.split() if "\uac00" <= w[0] <= "\ud7a3"]
    said = phrases("ko")
    cue = said.see_page.format(said.urgent, 2)
    own = {word for text in (*texts_of_record(said), cue) for word in text.split()}
    assert [word for word in hangul if not any(word in each_ for each_ in words | own)] == []


def word_ends(text: str, language: str) -> frozenset[int]:
    """Where ICU's words end in a text, counted without spaces."""
    breakers = pytest.importorskip("icu4py.breakers", reason="NOT RUN: icu4py is not installed")
    ends, so_far = set(), ""
    for word in breakers.WordBreaker(text, language):
        so_far += word
        ends.add(len(bare(so_far)))
    return frozenset(ends)


def line_ends(tag: str, name: str) -> list[tuple[str, str, int]]:
    """The lines of a file that end within a text: the line, its text, and where in it."""
    texts = [bare(text.plain) for text in drawn_texts(handout(tag))]
    found = []
    for line in map(bare, lines(tag, format=name)):
        owner = next((text for text in texts if line in text), "")
        if len(line) > 3 and owner:
            found.append((line, owner, owner.index(line) + len(line)))
    return [(line, text, at) for line, text, at in found if at < len(text)]


@pytest.mark.parametrize("tag", SPACELESS)
@pytest.mark.parametrize("name", FORMATS)
def test_lines_of_a_script_without_spaces_end_at_words(tag, name):
    words = {
        bare(text.plain): word_ends(unicodedata.normalize("NFC", text.plain), tag)
        for text in drawn_texts(handout(tag))
    }
    ends = line_ends(tag, name)
    assert len(ends) > 3
    assert [line for line, text, at in ends if at not in words[text]] == []


LONG_TITLES = {
    "zh-Hans": "什么时候需要马上给我们打电话以及如何缓解腰背疼痛和手术后的疼痛",
    "zh-Hant": "什麼時候需要立即致電我們以及如何緩解腰背疼痛和手術後的疼痛",
}


@pytest.mark.parametrize("tag", LONG_TITLES)
@pytest.mark.parametrize("name", FORMATS)
def test_chinese_titles_and_headings_end_lines_at_words(tag, name, tmp_path):
    title = LONG_TITLES[tag]
    source = FILES[tag].read_text("utf-8")
    source = re.sub(r"(?m)^title: .*$", f"title: {title}", source)
    source = re.sub(r"- heading: (.*)", rf"- heading: \1{title}", source, count=1)
    (tmp_path / "own.yaml").write_text(source, "utf-8")
    found = "\n".join(page_texts(build(tmp_path / "own.yaml", Options(format=name)).pdf))
    own = [line for line in map(bare, found.splitlines()) if len(line) > 1 and line in title]
    assert len(set(own)) > 1
    words = word_ends(title, "zh")
    assert [line for line in own if title.index(line) + len(line) not in words] == []
