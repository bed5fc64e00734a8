"""The loader: good files become handouts, every fault is said at once, in its place, in words."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure._startup.yaml_in_python import PurePython
from brochure.model import ContentError, Item, Problem, Span, Text
from brochure.reading import yaml_reader
from brochure.reading.loader import load, load_bytes
from tests.support.examples import tried
from tests.support.fakes import items_in, texts_in

HERE = Path(__file__).parent
ERRORS = sorted((HERE.parents[1] / "errors").glob("*.yaml"))
EXPECTED = re.compile(r"^# problem: (\d+):(\d+) (error|warning|hint) (.+?)\r?$", re.MULTILINE)

GOOD = """\
title: Back *pain*
subtitle: No
language: es-419
clinic:
  name: The Spine Institute
  phone: 3108287757
  address: 2 Main St, Suite 01234
  city: Los Angeles
  hours: 8:30
  website: spine.example
  email: care@spine.example
brand:
  primary: "#0b5d6b"
  accent: "#c51"
  primary_cmyk: 90 30 40 20
  accent_cmyk: [10, 70.5, 100, 0]
  min_size: 10.5
sections:
  - heading: What it is
    emphasis: key
    text: One **text**.
  - heading: What to do
    emphasis: urgent
    text:
      - First
      - Second
    bullets:
      - Rest
      - "Avoid:":
          - Lifting
          - Falls
    steps: [Stand, Walk]
    closing: Done.
contact:
  heading: Call us
  text: Any time
notes: Your questions
reviewed: 2026-10-01
review_by: 2028-02-29
sources: One book
email:
  subject: Your handout
  message: [Hello, Bye]
  postal_address: 2 Main St
  opt_out: Tell us
allow:
  long-sentence: the law's words
"""


def loaded(text, folder=HERE):
    return load_bytes(text.encode(), "content.yaml", folder)


def problems(data, folder=HERE):
    data = data if isinstance(data, bytes) else data.encode()
    try:
        return list(load_bytes(data, "content.yaml", folder)[1])
    except ContentError as error:
        assert any(problem.level == "error" for problem in error.problems)
        return error.problems


def changed(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


@pytest.fixture(params=["fast", "pure"])
def either_parser(request, monkeypatch):
    if request.param == "pure":
        monkeypatch.setattr(yaml_reader, "fast_parser", lambda: PurePython)


def test_a_whole_file_becomes_a_handout(either_parser):
    handout, warnings = loaded(GOOD)
    assert warnings == ()
    assert handout.title == Text((Span("Back "), Span("pain", italic=True)), 1, 8, "content.yaml")
    assert handout.subtitle.plain == "No"
    assert handout.language == "es-419"
    assert handout.clinic.phone.plain == "3108287757"
    assert handout.clinic.hours.plain == "8:30"
    assert handout.clinic.address.plain == "2 Main St, Suite 01234"
    assert handout.brand.primary.plain == "#0b5d6b"
    assert handout.brand.accent_cmyk.plain == "10 70.5 100 0"
    assert handout.brand.min_size == 10.5
    assert handout.brand.file == handout.clinic.file == handout.file == "content.yaml"
    first, second = handout.sections
    assert (first.emphasis, first.line, first.column) == ("key", 19, 5)
    assert [text.plain for text in texts_in(second)[:2]] == ["First", "Second"]
    assert [item.text.plain for item in items_in(second)] == ["Rest", "Avoid:"]
    assert [text.plain for text in items_in(second)[1].items] == ["Lifting", "Falls"]
    assert items_in(second, "steps")[0] == Item(Text((Span("Stand"),), 32, 13, "content.yaml"))
    assert texts_in(second)[-1].plain == "Done."
    assert handout.contact.heading.plain == "Call us"
    assert (handout.notes, handout.notes_heading.plain) == ("true", "Your questions")
    assert (handout.reviewed, handout.review_by) == ("2026-10-01", "2028-02-29")
    assert [text.plain for text in handout.sources] == ["One book"]
    assert [text.plain for text in handout.email.message] == ["Hello", "Bye"]
    assert handout.allow == (("long-sentence", "the law's words"),)
    assert handout.folder == HERE


def test_what_is_left_out_has_its_default():
    handout, _ = loaded(
        "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections: [{heading: c, text: d}]"
    )
    assert (handout.language, handout.notes, handout.contact.shown) == ("en-US", "auto", True)
    assert (handout.brand.min_size, handout.brand.fonts, handout.allow) == (12.0, (), ())


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("true", True), ("No", False), ("OFF", False), ("yes", True), ("auto", True)],
)
def test_contact_words(typed, shown):
    text = GOOD.replace("contact:\n  heading: Call us\n  text: Any time\n", f"contact: {typed}\n")
    assert loaded(text)[0].contact.shown is shown


@pytest.mark.parametrize(
    ("typed", "notes", "heading"),
    [
        ("Auto", "auto", None),
        ("on", "true", None),
        ("NO", "false", None),
        ("Ask us", "true", "Ask us"),
    ],
)
def test_notes_words(typed, notes, heading):
    handout, _ = loaded(changed("Your questions", typed))
    assert handout.notes == notes
    assert (handout.notes_heading.plain if handout.notes_heading else None) == heading


@pytest.mark.parametrize("website", ["spine.example/a?b=c", "https://spine.example", "HTTPS://a.b"])
def test_websites(website):
    text = changed("website: spine.example", f"website: {website}")
    assert loaded(text)[0].clinic.website.plain == website


@pytest.mark.parametrize("phone", ["(310) 828-7757", "+49 30 1234567", "310-828-7757 ext. 12"])
def test_phones_are_kept_as_typed(phone):
    assert loaded(changed("3108287757", phone))[0].clinic.phone.plain == phone


# ------------------------------------------------------- expected problems


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_error_files(path, either_parser):
    """Each file says in itself which problems it has; no other may be found."""
    data = path.read_bytes()
    wanted = EXPECTED.findall(data.decode())
    assert wanted, "the file expects no problem"
    found = problems(data)
    places = [(str(p.line), str(p.column), p.level) for p in found]
    assert places == [each[:3] for each in wanted]
    for problem, (*_, part) in zip(found, wanted, strict=True):
        assert part in problem.message
        assert problem.hint
        assert problem.file == "content.yaml"


def test_there_are_many_error_files():
    assert len(ERRORS) >= 60


ENGLISH_OF_THE_PARSER = ("mapping values", "block end", "while parsing", "expected", "scalar")


@pytest.mark.parametrize("path", ERRORS, ids=lambda path: path.stem)
def test_the_parsers_own_words_are_never_shown(path):
    said = " ".join(problem.message + problem.hint for problem in problems(path.read_bytes()))
    assert not [words for words in ENGLISH_OF_THE_PARSER if words in said]


def test_problems_show_file_line_and_column():
    (problem,) = problems(changed("subtitle", "subtitel"))
    assert str(problem).startswith(
        "content.yaml:2:1: error: the key `subtitel` is not known\n    Did you mean `subtitle`?"
    )


# ------------------------------------------------------------------ limits


def many(section="", items=0):
    return "title: a\nclinic: {name: b, phone: 310-828-7757}\nsections:\n" + (
        section or "  - heading: c\n    bullets:\n" + "      - d\n" * items
    )


def test_five_hundred_items_are_allowed_and_no_more():
    assert not problems(many(items=500))
    (problem,) = problems(many(items=501))
    assert (problem.line, "500 list items" in problem.message) == (506, True)


def test_nested_items_count():
    nested = "  - heading: c\n    bullets:\n" + "      - d:\n          - e\n" * 251
    (problem,) = problems(many(nested))
    assert "500 list items" in problem.message


def test_a_hundred_sections_are_allowed_and_no_more():
    assert not problems(many("  - {heading: c, text: d}\n" * 100))
    (problem,) = problems(many("  - {heading: c, text: d}\n" * 101))
    assert (problem.line, "101 sections" in problem.message) == (104, True)


def test_a_hundred_thousand_characters_are_allowed_and_no_more():
    def of(count):
        return many("  - heading: c\n    text: " + "x" * (count - len("ab310-828-7757c")) + "\n")

    assert not problems(of(100_000))
    (problem,) = problems(of(100_001))
    assert "100,000 characters" in problem.message


def test_a_list_of_one_in_brackets_is_a_list_where_only_lists_stand():
    lists = "sources: [A book]\nmust_say: [not common]"
    handout, _ = loaded(changed("sources: One book", lists))
    assert [each.plain for each in handout.sources] == ["A book"]
    assert [each.plain for each in handout.must_say] == ["not common"]


def test_unknown_keys_are_listed_up_to_a_point():
    found = problems(GOOD + "".join(f"key{n}: a\n" for n in range(3000)))
    assert len(found) == 21
    assert "2980 more" in found[-1].message


HOSTILE = {
    "alias bomb": "\n".join(["a: &a [b, b]"] + [f"c{n}: &c{n} [*a, *a]" for n in range(2000)]),
    "five megabytes": "title: " + "x" * 5_000_000,
    "ten thousand bullets": many(items=10_000),
    "deep": many("  - heading: " + "[" * 100_000),
    "keys": "".join(f"key{n}: a\n" for n in range(50_000)),
    "stars": many("  - heading: c\n    text: a " + "**a *" * 19_000 + "\n"),
    "brackets": many("  - heading: c\n    text: a " + "[[](https://x" * 7_000 + "\n"),
    "hidden": many('  - heading: c\n    text: "' + "\\u200b" * 90_000 + '"\n'),
    "sections": many("  - a\n" * 3000),
    "long keys": "".join(f"{'k' * 300}{n}: a\n" for n in range(3000)),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_quick(name, either_parser):
    start = time.process_time()
    assert problems(HOSTILE[name]) or name == "brackets"
    assert time.process_time() - start < 2


# ------------------------------------------------------------------- files


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(ContentError) as caught:
        load(tmp_path / "none.yaml")
    assert "cannot be read" in str(caught.value)


@pytest.fixture
def project(tmp_path):
    pytest.importorskip("brochure.art.image_files")
    for name in ("assets/logo.svg", "texts/spine.png", "assets/f/Regular.ttf", "assets/f/Bold.ttf"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    (tmp_path / "assets/f/Italic.ttf").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    return tmp_path


def in_project(project, text):
    path = project / "texts" / "content.yaml"
    path.write_text(text, encoding="utf-8")
    return load(path, assets=project / "assets")[0]


def test_files_lie_beside_the_content_or_in_assets(project):
    text = changed("  city:", "  logo: assets/logo.svg\n  city:")
    text = text.replace("    closing:", "    image: {file: spine.png, alt: A spine}\n    closing:")
    text = text.replace("  min_size:", "  font: assets/f\n  min_size:")
    handout = in_project(project, text)
    assert handout.clinic.logo.samefile(project / "assets/logo.svg")
    assert (handout.clinic.logo_line, handout.clinic.logo_column) == (8, 9)
    (image,) = handout.sections[1].images
    assert image.path.samefile(project / "texts/spine.png")
    assert image.alt.plain == "A spine"
    assert [name for name, _ in handout.brand.fonts] == ["regular", "bold", "italic"]


OUTSIDE = ["../secret.png", "/etc/passwd", "https://x.example/a.png", "assets/../secret.png"]
OUTSIDE += ["none.png", "C:\\\\a.png", "assets/f", "..\\\\secret.png", "~/a.png"]


@pytest.mark.parametrize("name", OUTSIDE)
def test_other_files_are_refused(project, name):
    text = changed("  city:", f'  logo: "{name}"\n  city:')
    with pytest.raises(ContentError) as caught:
        in_project(project, text)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column) == (8, 9)
    assert problem.hint


def split(project, where, clinic):
    (project / where).write_text(clinic, encoding="utf-8")
    start, end = GOOD.index("clinic:"), GOOD.index("brand:")
    return GOOD[:start] + f"clinic: {Path(where).name}\n" + GOOD[end:]


@pytest.mark.parametrize("where", ["clinic.yaml", "texts/clinic.yaml"])
def test_a_clinic_file_beside_the_content_or_the_assets(project, where):
    clinic = "name: A\nphone: 310-828-7757\nlogo: assets/logo.svg\n"
    handout = in_project(project, split(project, where, clinic))
    assert handout.clinic.file == "clinic.yaml"
    assert handout.clinic.name.file == "clinic.yaml"
    assert handout.clinic.logo.samefile(project / "assets/logo.svg")


def test_problems_of_a_clinic_file_bear_its_name(project):
    text = split(project, "clinic.yaml", "name: A: b\nphon: 310-828-7757\n")
    with pytest.raises(ContentError) as caught:
        in_project(project, text.replace("Done.", "Done: yes"))
    found = [(p.file.rsplit("/", 1)[-1], p.line) for p in caught.value.problems]
    assert ("clinic.yaml", 1) in found
    assert ("clinic.yaml", 2) in found
    assert any(name == "content.yaml" for name, _ in found)


def test_an_included_file_is_not_included_again(project):
    with pytest.raises(ContentError) as caught:
        in_project(project, split(project, "clinic.yaml", "clinic.yaml\n"))
    assert "keys" in str(caught.value)


# -------------------------------------------------------------- properties


def check(data):
    lines = (
        data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    )
    for problem in problems(data):
        assert isinstance(problem, Problem)
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.message.isprintable()
        str(problem).encode()


@tried(100)
@given(st.binary(max_size=300))
def test_any_bytes_load_or_raise_only_content_errors(data):
    check(data)


PIECES = [
    ": ",
    "- ",
    "#",
    " #",
    "\n",
    "\n  ",
    '"',
    "'",
    "[",
    "{",
    "*",
    "&",
    "!",
    "|",
    ">",
    "%",
    "@",
]
PIECES += [
    "`",
    "~",
    "\t",
    "\0",
    "<<: ",
    "---\n",
    "é",
    "\u202e",
    "\ud7ff",
    "**",
    "](http:a)",
    "? ",
    "",
]


@pytest.mark.slow
@tried(120)
@given(
    st.lists(
        st.tuples(st.integers(0, len(GOOD)), st.integers(0, 12), st.sampled_from(PIECES)),
        min_size=1,
        max_size=4,
    )
)
def test_spoiled_files_load_or_raise_only_content_errors(edits):
    text = GOOD
    for start, length, piece in edits:
        text = text[:start] + piece + text[start + length :]
    check(text.encode())


def test_a_text_may_be_reviewed_again_on_the_day_it_was_reviewed():
    handout, _ = loaded(GOOD.replace("2028-02-29", "2026-10-01"))
    assert handout.review_by == handout.reviewed == "2026-10-01"
