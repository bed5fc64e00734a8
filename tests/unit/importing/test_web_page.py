"""Web pages: what is the article, how pasted lists and tables come, pages that are traps."""

from __future__ import annotations

import time

import pytest

from brochure.importing.pieces import Line, Picture, Table, Told
from brochure.importing.web_clutter import NAMES, clutter
from brochure.importing.web_page import read
from brochure.importing.web_tree import text_of
from brochure.model import ContentError


def pieces(page: str) -> tuple:
    return read(page.encode(), "a.html").pieces


def lines(page: str) -> list[tuple[str, str]]:
    return [(p.role, p.words) for p in pieces(page) if isinstance(p, Line)]


def told(page: str) -> list[tuple[str, str]]:
    return [(p.what, p.words) for p in pieces(page) if isinstance(p, Told)]


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("<nav>Home</nav>", "a menu"),
        ("<div class='cookie-notice'>We use cookies</div>", "a cookie notice"),
        ("<div id=shareButtons>Share</div>", "buttons for sharing"),
        ("<p class='post-meta'>By Ann</p>", "a by-line"),
        ("<div role=complementary>Ad</div>", "a box beside the article"),
        ("<span hidden>Secret</span>", "words that the page hides"),
        ("<button>Menu</button>", "a button"),
        ("<del>old</del>", "struck-through words"),
    ],
)
def test_what_is_no_part_of_the_article_is_told(tag, what):
    page = (
        f"<main><h1>Knees</h1><p>Rest your knee for two days.</p>{tag}<p>Then walk on.</p></main>"
    )
    assert [each for each, _ in told(page)] == [what]
    assert lines(page)[1:] == [("text", "Rest your knee for two days."), ("text", "Then walk on.")]


@pytest.mark.parametrize(
    "tag",
    [
        "<div class='main-menu-content'>Eat well.</div>",
        "<table class=menu><tr><th>Day<th>Meal<tr><td>1<td>Soup</table>",
        "<h2 class=banner>Eat well.</h2>",
        "<p class=navigate>Eat well.</p>",
    ],
)
def test_a_name_alone_does_not_drop_the_words(tag):
    page = f"<main><h1>Food</h1><p>Eat three times a day, and drink water.</p>{tag}</main>"
    assert told(page) == []


def test_a_box_named_like_clutter_that_holds_the_article_stays():
    assert lines("<div class='banner promo'><h1>Knees</h1><p>Rest.</p></div>") == [
        ("heading", "Knees"),
        ("text", "Rest."),
    ]


def test_clutter_is_told_by_tag_role_and_name():
    import lxml.html

    assert clutter(lxml.html.fromstring("<footer>a</footer>")) == "the foot of the page"
    assert set(NAMES) >= {"nav", "cookie", "byline", "related"}


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", [("bullet", 0), ("bullet", 1), ("bullet", 0)]),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", [("bullet", 0), ("bullet", 1)]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", [("number", 3), ("number", 7), ("number", 8)]),
        ("<ul><li><p>a</p><p>b</p></li></ul>", [("bullet", 0), ("more", 0)]),
        ("<dl><dt>Polyp<dd>A growth.</dl>", [("bullet", 0), ("more", 0)]),
        ("<dl><dt>May I eat?<dd>No.</dl>", [("heading", 5), ("text", 0)]),
    ],
)
def test_lists(page, found):
    made = [p for p in pieces(page) if isinstance(p, Line)]
    assert [(p.role, p.number or p.level) for p in made] == found


def test_a_layout_table_is_walked_and_a_data_table_kept():
    table = "<table><tr><th>A<th>B<tr><td>1<br>2<td>3</table>"
    assert [type(p) for p in pieces(table)] == [Table]
    assert [type(p) for p in pieces(f"<table><tr><td>{table}<td>x</table>")] == [Table, Line]
    assert lines("<table><tr><td>Only words</table>") == [("text", "Only words")]


def test_a_picture_is_named_and_never_fetched():
    (found,) = pieces("<p><img src='https://a.example/b/knee.png?w=1' alt=' A  knee '></p>")
    assert found == Picture("knee.png", "A knee", 1)
    assert pieces("<img src=t.gif width=1 height=1><p>x</p>") == pieces("<p>x</p>")


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "cp1252"])
def test_letters_come_right_in_every_code(code):
    assert read("<p>café – “so”</p>".encode(code), "a.html").pieces[0].words == "café – “so”"


TRAPS = {
    "tags": b"<div>" * 200_000 + b"x",
    "marks": b"<b>" * 300_000 + b"x",
    "lists": b"<ul><li>x" * 100_000,
    "tables": b"<table><tr><td>" * 70_000 + b"x",
}


@pytest.mark.parametrize("name", TRAPS)
def test_a_megabyte_of_nested_tags_is_refused_quickly(name):
    began = time.process_time()
    with pytest.raises(ContentError, match="nested"):
        read(TRAPS[name], "a.html")
    assert time.process_time() - began < 2


def test_entities_and_outside_files_are_left_alone():
    page = b"""<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>
    <html><body><p>Rest &b; now.</p><link rel=stylesheet href="http://spy.example/a.css"></body></html>"""
    words = " ".join(p.words for p in read(page, "a.html").pieces)
    assert "&b;" in words


def test_a_wide_table_takes_no_time():
    row = "<tr>" + "<td colspan=99999>a" * 2000
    began = time.process_time()
    read(f"<table>{row}{row}</table>".encode(), "a.html")
    assert time.process_time() - began < 2


def test_words_of_blocks_are_parted():
    import lxml.html

    assert text_of(lxml.html.fromstring("<div><p>a</p><p>b<br>c</p></div>")) == "a b c"
