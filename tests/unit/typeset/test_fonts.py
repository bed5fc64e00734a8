from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from struct import unpack_from
from weakref import WeakSet
from zlib import crc32

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from brochure.recipe import build_handout
from brochure.remember import forget
from brochure.sources import read
from brochure.typeset import fonts
from brochure.typeset.fonts import FAMILIES, ROLES, brand_faces, bundled_files, open_faces
from tests.conftest import ROOT

FONTS = ROOT / "assets" / "fonts"
FACES = ("Regular", "Bold", "Italic")

LATIN_1 = "".join(map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x100)]))
LATIN_A = "".join(char for char in map(chr, range(0x100, 0x17F)) if char not in "ĸĿŀŉŊŋŦŧ")
MORE = "ȘșȚțẞẀẁẂẃẄẅẼẽỲỳƒ" + "–—‘’‚“”„†‡•…‰‹›⁄€₹™ℓ" + "⅓⅔→−√∞≈≠≤≥μ"
BLANK = "\u00a0\u2002\u2003\u2007\u2009\u202f"
DASHES = "-\u00ad\u2010\u2011"

SENTENCES = {
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy",
    "de": "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich",
    "eo": "Eĥoŝanĝo ĉiuĵaŭde",
    "es": "¿Le duele la espalda? ¡Llámenos! El pingüino, el niño",
    "fil": "Masakít ba ang iyóng likód, Ñora?",
    "fr": "L’œil, la façade, où ça ? «\u202fNoël\u202f»",
    "haw": "Ā ē ī ō ū: kāne, wahine",
    "hu": "Árvíztűrő tükörfúrógép",
    "is": "Þú æðir, Björk",
    "lv": "Ģimenes ārsts, ķermenis, ļoti, ņem, Ŗ",
    "pl": "Zażółć gęślą jaźń",
    "pt": "Coração, avó, três, pão",
    "ro": "Țara și știința, într-un loc",
    "tr": "İstanbul’da ılık çay, ağrı, şiş",
}


@pytest.fixture(scope="module", params=FACES)
def face(request: pytest.FixtureRequest) -> TTFont:
    path = FONTS / f"{request.param}.ttf"
    return TTFont(f"test-{request.param}-{crc32(path.read_bytes())}", str(path)).face


def tables(name: str) -> dict[str, bytes]:
    data = (FONTS / f"{name}.ttf").read_bytes()
    found = {}
    for index in range(unpack_from(">H", data, 4)[0]):
        tag, _, start, length = unpack_from(">4sIII", data, 12 + 16 * index)
        found[tag.decode()] = data[start : start + length]
    return found


def test_every_promised_character_is_there(face):
    missing = [char for char in LATIN_1 + LATIN_A + MORE + BLANK if ord(char) not in glyphs(face)]
    assert missing == []


@pytest.mark.parametrize("language", SENTENCES)
def test_a_language_can_be_written(face, language):
    assert [char for char in SENTENCES[language] if ord(char) not in glyphs(face)] == []


def test_no_character_draws_the_missing_box(face):
    boxes = {code for code, glyph in glyphs(face).items() if not glyph}
    assert boxes <= {0xFFFF}  # what ends a cmap


def test_scripts_that_are_promised_nowhere_are_absent(face):
    assert not {ord(char) for char in "ạơưЖאα中한"} & glyphs(face).keys()


def test_loose_marks_are_left_out(face):
    assert not set(range(0x300, 0x370)) & glyphs(face).keys()


def glyphs(face):
    return face.charToGlyph


def test_every_dash_is_as_wide_as_the_hyphen(face):
    assert len({face.charWidths[ord(char)] for char in DASHES}) == 1


def test_blanks_have_their_width(face):
    widths = face.charWidths
    assert widths[0xA0] == widths[0x20]
    assert widths[0x202F] == widths[0x2009] == widths[0x20] / 2
    assert (widths[0x2002], widths[0x2003]) == (500, 1000)


def test_thirds_are_as_wide_as_halves_and_quarters(face):
    widths = face.charWidths
    assert abs(widths[0x2153] - widths[0xBD]) < 10
    assert abs(widths[0x2154] - widths[0xBE]) < 20


def test_an_accent_does_not_change_the_width_of_its_letter(face):
    for pair in ("Ss Ŝŝ", "Oo Ōō", "Uu Ũũ", "Rr Ŗŗ", "Ee Ẽẽ", "Gg Ĝĝ"):
        plain, accented = pair.split()
        assert [face.charWidths[ord(c)] for c in plain] == [
            face.charWidths[ord(c)] for c in accented
        ]


def test_the_measures_that_the_layout_counts_on():
    font = TTFont("test-measures", str(FONTS / "Regular.ttf"))
    assert (font.face.ascent, font.face.descent, font.face.capHeight) == (984, -316, 668)


@pytest.mark.parametrize("name", FACES)
def test_a_file_is_small_and_holds_only_what_a_pdf_needs(name):
    assert set(tables(name)) == set("OS/2 cmap glyf head hhea hmtx loca maxp name post".split())
    assert (FONTS / f"{name}.ttf").stat().st_size < 60_000
    assert tables(name)["post"][:4] == b"\x00\x03\x00\x00"


@pytest.mark.parametrize("name", FACES)
def test_embedding_is_allowed(name):
    assert unpack_from(">H", tables(name)["OS/2"], 8) == (0,)


@pytest.mark.parametrize("name", FACES)
def test_no_glyph_has_hints_and_no_file_has_a_clock(name):
    found = tables(name)
    assert found["head"][20:28] == found["head"][28:36]
    assert unpack_from(">H", found["maxp"], 26) == (0,)


@pytest.mark.parametrize(("name", "weight"), [("Regular", 400), ("Bold", 700), ("Italic", 400)])
def test_weights(name, weight):
    assert unpack_from(">H", tables(name)["OS/2"], 4) == (weight,)


def pairs() -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for line in (FONTS / "kerning.txt").read_text("utf-8").splitlines()[1:]:
        if line.isalpha():
            found[line] = {}
        else:
            face = list(found)[-1]
            move, _, moved = line.partition(" ")
            assert len(moved) % 2 == 0
            for at in range(0, len(moved), 2):
                assert moved[at : at + 2] not in found[face]
                found[face][moved[at : at + 2]] = int(move)
    return found


def test_kerning_knows_the_pairs_that_show_most():
    for face in pairs().values():
        assert all(face[pair] < -15 for pair in ("AV", "To", "LT", "P,", "r."))
        assert 500 < len(face) < 2000


def test_kerning_moves_are_worth_it_and_sane():
    moves = [move for face in pairs().values() for move in face.values()]
    assert all(15 <= abs(move) <= 200 for move in moves)


def test_kerning_never_moves_a_space():
    for face in pairs().values():
        assert not any(" " in pair for pair in face)


def test_kerning_is_sorted_so_that_a_change_reads_well():
    for face in pairs().values():
        rows = [(move, pair) for pair, move in face.items()]
        assert rows == sorted(rows)


def test_the_licence_stays_with_the_fonts():
    words = (FONTS / "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Atkinson Hyperlegible Next Project Authors" in words
    assert "with Reserved Font Name" not in words.split("PREAMBLE")[0]


def family(folder: Path) -> dict[str, Path]:
    """The bundled faces in a folder of their own."""
    for name in FACES:
        copyfile(FONTS / f"{name}.ttf", folder / f"{name}.ttf")
    return {name.lower(): folder / f"{name}.ttf" for name in FACES}


def test_a_change_of_kerning_is_seen_at_once(tmp_path):
    files = family(tmp_path)
    plain = open_faces(files).width("AV", "regular")
    (tmp_path / "kerning.txt").write_text("regular\n-80 AVTo\n", "utf-8")
    kerned = open_faces(files)
    assert kerned.width("AV", "regular") == pytest.approx(plain - 0.08)
    assert kerned.width("To", "bold") == open_faces(files).width("To", "bold")
    (tmp_path / "kerning.txt").unlink()
    assert open_faces(files).width("AV", "regular") == plain


@pytest.mark.parametrize("line", ["AV-80", "-80", "-80 ", "-80 AVT", "eighty AV", "--8 AV", "² AV"])
def test_a_line_of_kerning_that_makes_no_sense_is_refused(tmp_path, line):
    files = family(tmp_path)
    (tmp_path / "kerning.txt").write_text(f"regular\n{line}\n", "utf-8")
    with pytest.raises(ValueError, match="a number, a space and pairs"):
        open_faces(files)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"regular\n1001 AV\n", "whole em"),
        (b"regular\n-40000 AV\n", "whole em"),
        (b"regular\n" + b"9" * 5000 + b" AV\n", "whole em"),
        (b"regular\n20 A V \n", "space in the pairs"),
        (b"-20 AV\n", "needs a line `regular`"),
        (b"regular\n-20 A\xff\n", "not plain text"),
    ],
)
def test_kerning_that_would_tear_words_is_refused(tmp_path, data, words):
    files = family(tmp_path)
    (tmp_path / "kerning.txt").write_bytes(data)
    with pytest.raises(ValueError, match=words):
        open_faces(files)


def families(folder: Path, count: int) -> Iterator[Path]:
    """Content files of as many clinics, each with a font folder of its own."""
    text = "title: Back pain\nclinic: {{name: Clinic, phone: 310-555-0142}}\n"
    text += (
        "brand: {{font: {0}}}\nsections: [{{heading: Rest, text: ['Walk a little on day {0}']}}]"
    )
    for number in range(count):
        fonts = folder / f"own{number}"
        fonts.mkdir()
        for face in FACES:
            (fonts / f"{face}.ttf").hardlink_to(FONTS / f"{face}.ttf")
        (folder / f"{number}.yaml").write_text(text.format(fonts.name))
        yield folder / f"{number}.yaml"


@pytest.mark.slow
def test_many_families_in_one_process_stay_few(tmp_path):
    forget()
    alive = WeakSet()
    for path in families(tmp_path, 60):
        handout, _ = read(path)
        alive.update(brand_faces(handout.brand).face(role) for role in ROLES)
        build_handout(handout)
    gc.collect()
    assert len(alive) <= 3 * (FAMILIES + 1)
    forget()
    del handout
    gc.collect()
    assert len(alive) == 0


def test_a_font_that_is_edited_is_read_anew(tmp_path):
    for face in FACES:
        copyfile(FONTS / f"{face}.ttf", tmp_path / f"{face}.ttf")
    files = {face.lower(): tmp_path / f"{face}.ttf" for face in FACES}
    before = open_faces(files)
    assert open_faces(files) is before
    copyfile(FONTS / "Bold.ttf", tmp_path / "Regular.ttf")
    after = open_faces(files)
    assert after.width("Walk", "regular") == before.width("Walk", "bold")
    assert open_faces(files) is after


SPELLED = "Back pain AVATAR To. gets-better Te Ta é “rest” pain x ∞ LT 10".split()


def test_words_measured_in_one_go_are_as_wide_as_one_by_one(monkeypatch):
    asked = []
    real = fonts._width
    monkeypatch.setattr(fonts, "_width", lambda *args: asked.append(args[-1]) or real(*args))
    files = dict(bundled_files())
    single, whole = fonts.Faces(files), fonts.Faces(files)
    for role in ROLES:
        wanted = [single.width(word, role) for word in SPELLED]
        asked.clear()
        assert whole.widths(SPELLED, role) == wanted
        assert asked == []
        assert any(single.face(role).kerns[word] for word in SPELLED)
        assert whole.face(role).kerns == single.face(role).kerns


def test_what_a_face_remembers_stays_bounded(monkeypatch):
    monkeypatch.setattr(fonts, "KNOWN_MOST", 9)
    faces = fonts.Faces(dict(bundled_files()))
    for number in range(20):
        words = [f"{letter}{number}" for letter in "bcdfg"]
        assert faces.widths(words, "regular") == [faces.width(word, "regular") for word in words]
        face = faces.face("regular")
        assert max(len(face.widths), len(face.kerns)) <= 9


class Unlisted(dict):
    """What is known of texts, and is never gone through: a batch knows twenty thousand."""

    def __iter__(self):
        raise AssertionError("all that is known was gone through")


def test_a_text_is_measured_without_going_through_all_that_is_known():
    faces = fonts.Faces(dict(bundled_files()))
    wanted = faces.widths(SPELLED, "regular")
    face = faces.face("regular")
    face.widths = Unlisted(face.widths)
    assert faces.widths(SPELLED, "regular") == wanted
