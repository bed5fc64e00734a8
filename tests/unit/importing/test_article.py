"""Documents as people have them become content files; nothing of them is lost unsaid."""

from __future__ import annotations

import re

import pytest
import yaml

from brochure.importing.article import imported, take
from brochure.importing.content_file import Head
from brochure.importing.pieces import Run, Told
from brochure.importing.shape import Article
from brochure.model import ContentError
from brochure.model.texts import drawn_texts
from brochure.reading.loader import load_bytes
from tests.conftest import FILES
from tests.support.documents import DOCUMENTS, document, names

CLINIC = "clinic: {name: Harbor Clinic, phone: (310) 555-0134}"
HEAD = Head("a.yaml", "schema.json", "", CLINIC, "brand: {}", "a document")


def brought(name: str, phones=("310-555-0134",)):
    """The content file of a document, and what is told of it."""
    return imported(take(document(name), name), HEAD, phones)


@pytest.mark.parametrize("name", names())
def test_each_document_comes_as_was_read_by_eye(name, update):
    """The sections and what is told; made anew with --update, then to be read beside the source."""
    made = brought(name)
    body = made.text.partition("\n\ntitle: ")[2].partition("\n# The closing box")[0]
    found = f"title: {body}\n# told\n" + "".join(f"# {line}\n" for line in made.told)
    expected = DOCUMENTS / "expected" / f"{name}.txt"
    if update:
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_each_document_can_be_read_as_a_handout(name):
    handout, _ = load_bytes(brought(name).text.encode(), "a.yaml", DOCUMENTS)
    assert handout.title.plain
    assert all(section.heading.plain for section in handout.sections)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def said(article: Article) -> list[str]:
    """The words that an article has in its text or among what is told."""
    texts = [article.title, article.subtitle]
    for part in article.parts:
        texts.append(part.heading)
        for block in part.blocks:
            picture = block.picture
            texts += [picture.name, picture.alt, picture.caption] if picture else []
            lists = [run for item in block.items for runs in (item.runs, *item.items)
                     for run in runs]  # fmt: skip
            cells = [run for row in block.rows for cell in row for run in cell]
            texts.append("".join(run.text for run in (*block.runs, Run(" "), *block.by)))
            texts += [run.text for run in (*lists, *cells)]
    return words(" ".join([*texts, *(told.words for told in article.told)]))


def shown(name: str) -> list[str]:
    """The words that a document shows, counted by other means than the readers'."""
    data = document(name)
    if name.endswith(".docx"):
        from io import BytesIO

        from docx import Document
        from docx.oxml.ns import qn

        body = Document(BytesIO(data)).element.body
        return words(" ".join(each.text or "" for each in body.iter(qn("w:t"))))
    text = data.decode("cp1252" if name == "windows.txt" else "utf-8", "replace")
    if name.endswith(".md"):
        text = re.sub(r"(?s)^---.*?---|<!--.*?-->|<[^>@]*>|\]\([^)]*\)", " ", text)
    if name.endswith(".html"):
        import html

        text = re.sub(r"(?is)<(script|style|title|head)\b.*?</\1>|<!.*?>|<[^>]*>", " ", text)
        text = html.unescape(text)
    return words(text)


@pytest.mark.parametrize("name", names())
def test_no_word_of_a_document_is_lost_unsaid(name):
    """Each word is in the handout, or is told; list signs and numbers are the list's own."""
    left = said(take(document(name), name).article)
    lost = [word for word in shown(name) if word not in left and not word.isdigit()]
    assert [word for word in lost if word not in ("o", "x", "h")] == []


def test_a_lost_word_would_be_seen():
    article = take(document("mail.txt"), "mail.txt").article
    assert "sleepy" in said(article)
    assert "sleepy" not in said(Article(article.title, parts=article.parts[:1]))


# --------------------------------------------------------------------- phones


def test_the_clinics_phone_becomes_its_placeholder():
    text = brought("blog-post.html").text
    assert "Call {phone} if you have:" in text
    assert "310" not in text.partition("sections:")[2]


def test_another_phone_stays_and_is_told():
    made = brought("accordion-page.html")
    assert "Call {phone}, or the night nurse at 310-555-0177" in made.text
    assert [line for line in made.told if "0177" in line]
    assert not [line for line in made.told if "0134" in line]


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Call 310-555-0134 now. Or (310) 555-0134.", "310-555-0134"),
        ("Call 310-555-0134 or 310-555-0177.", ""),
        ("Poison Control: 1-800-222-1222. We: 310-555-0134.", "310-555-0134"),
        ("Take 2 tablets.", ""),
    ],
)
def test_the_one_phone_of_a_text_is_the_clinics(text, phone):
    assert take(f"Knees\n\n{text} It is a sentence.\n".encode(), "a.txt").phone == phone


# ------------------------------------------------------------------- language


@pytest.mark.parametrize(
    ("name", "language"),
    [("windows.txt", "es"), ("service-page.html", "en-GB"), ("arabic.html", "ar"),
     ("notes.md", "en-US"), ("mail.txt", "en-US")],
)  # fmt: skip
def test_the_language_is_the_documents(name, language):
    assert take(document(name), name).language == language


def test_a_language_that_is_given_wins():
    assert take(document("mail.txt"), "mail.txt", "en-GB").language == "en-GB"


# ------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"", "a.txt", "is empty"),
        (b"<html></html>", "a.html", "no text"),
        (b"word " * 30_000, "a.txt", "words in 1 sections"),
        (b"x" * 600_000, "a.md", "too big"),
        (b"%PDF-1.7", "a.pdf", "a PDF"),
        (b"{\\rtf1", "a.txt", "rich-text"),
        (b"title: x", "a.yaml", "content file already"),
        (b"x", "a.xyz", "cannot be taken"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(data, name, why):
    with pytest.raises(ContentError) as caught:
        take(data, name)
    (problem,) = caught.value.problems
    assert why in problem.message
    assert problem.hint


def test_the_file_is_named_where_a_document_has_no_title():
    long = "This is a sentence, and it goes on without any end to it, so it cannot be a title.\n"
    assert take(long.encode(), "folder/back-pain_2.txt").article.title == "Back pain 2"


def test_the_text_is_yaml_whatever_the_words():
    nasty = (
        "Odd: signs\n\n# not a note\n\n- one: two\n- 'quoted' \"twice\" \\ and [x](y) {phone}\n\n"
        "& * ! | > % @ ` , end. It is a long sentence with # in the middle of it, so that the line "
        "has to be folded somewhere near - a dash that must not begin a line of its own # ever.\n"
    )
    made = imported(take(nasty.encode(), "a.txt"), HEAD)
    values = yaml.safe_load(made.text)
    assert values["title"] == "Odd: signs"
    handout, problems = load_bytes(made.text.encode(), "a.yaml", DOCUMENTS)
    texts = [text.plain for text in drawn_texts(handout.sections[0])]
    assert "# not a note" in texts or values["sections"][0]["heading"] == "# not a note"
    assert not [problem for problem in problems if problem.level == "error"]


def test_what_is_told_has_its_place_and_its_first_words():
    told = brought("blog-post.html").told
    assert "line 9: left out: a cookie notice: “We use cookies" in "\n".join(told)
    assert Told("a menu").left


# -------------------------------------------------------------- there and back


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_handouts_web_page_comes_back_as_the_handout(path):
    """Its sections, word for word; pictures are notes, and the closing box is one more section."""
    from brochure.output.web_page import web_page
    from brochure.recipe import read

    handout, _ = read(path)
    taken = take(web_page(handout), f"{path.stem}.html")
    made = imported(taken, HEAD, [handout.clinic.phone.plain])
    again, _ = load_bytes(made.text.encode(), "a.yaml", DOCUMENTS)
    assert again.title.plain == handout.title.plain
    lost = [texts_in(section) for section in handout.sections]
    assert [texts_in(section) for section in again.sections][: len(lost)] == lost


def texts_in(section) -> list[str]:
    from brochure.model.texts import texts_of

    return [
        re.sub(r"\+?[\d() -]{9,}", "#", text.plain).removeprefix("Tip: ")
        for _, kind, text in texts_of(section)
        if kind not in ("alt", "caption")
    ]
