"""The e-mail draft: read back by the standard library and by another reader."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import mailparser
import pytest
from PIL import Image

from brochure import cli
from brochure._startup.records import replace
from brochure.brand.palette import EMERGENCY, URGENT_MARK
from brochure.language.tongues import TAGS
from brochure.model import ContentError, Handout
from brochure.output import email_draft
from brochure.output.email_draft import LIMIT, make_draft
from brochure.reading.loader import load_bytes
from brochure.recipe import Built, build_handout

CONTENT = """\
title: "Tips & tricks: <b>lift</b> it, don't drag it?"
language: en-US
clinic:
  name: Bone & Joint <Institute>
  phone: 310-828-7757
  website: spine.example/lift
  email: care@spine.example
  hours: Mon-Fri 8:30-17:00
sections:
  - heading: Lift
    text: Keep the load near your body, and ask somebody to help you with it.
contact: false
"""
EMAIL = """\
email:
  subject: Lift "well" – for naïve backs
  message:
    - "Dear <reader>, & all: **call 310-828-7757** or see spine.example/lift."
    - "Read [our *guide*](https://spine.example/guide?a=1&b=2) or write care@spine.example today."
    - Or call 310-828-7757, yes, 310-828-7757!
  postal_address: 2 Main Street, Los Angeles, CA 90404
  opt_out: "No more of these? [Tell us](mailto:stop@spine.example)."
"""


def handout(text: str = CONTENT) -> Handout:
    return load_bytes(text.encode(), "lift.yaml", Path())[0]


@pytest.fixture(scope="module")
def plain() -> tuple[Handout, Built, bytes]:
    made = handout()
    built = build_handout(made)
    return made, built, make_draft(made, built)


@pytest.fixture(scope="module")
def full() -> tuple[Handout, Built, bytes]:
    made = handout(CONTENT + EMAIL)
    built = build_handout(made)
    return made, built, make_draft(made, built, marketing=True)


@pytest.fixture(params=["plain", "full"])
def draft(request) -> tuple[Handout, Built, bytes]:
    return request.getfixturevalue(request.param)


class Page(HTMLParser):
    """What an HTML page shows: its words, links and pictures; and the tags it is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: dict[str, str] = {}
        self.images: list[dict[str, str | None]] = []
        self.tags: set[str] = set()
        self.href = self.hidden = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        found = dict(attrs)
        self.href = found.get("href", "") if tag == "a" else self.href
        self.hidden = tag if tag in ("title", "style", "script") else self.hidden
        if tag == "img":
            self.images.append(found)
        if tag in ("p", "br"):
            self.words.append(" ")

    def handle_endtag(self, tag):
        self.href = "" if tag == "a" else self.href
        self.hidden = "" if tag == self.hidden else self.hidden

    def handle_data(self, data):
        if self.hidden:
            return
        self.words.append(data)
        if self.href:
            self.links[self.href] = self.links.get(self.href, "") + data


def parsed(data: bytes):
    return message_from_bytes(data, policy=policy.default)


def part(data: bytes, kind: str):
    return next(each for each in parsed(data).walk() if each.get_content_type() == kind)


def page(data: bytes) -> Page:
    return Page(part(data, "text/html").get_content())


# ------------------------------------------------------------------ message


def test_it_is_a_draft_of_nobody_to_nobody(draft):
    message = parsed(draft[2])
    assert message["X-Unsent"] == "1"
    assert set(message.keys()) == {"X-Unsent", "Subject", "MIME-Version", "Content-Type"}


def test_every_line_ends_as_mail_wants_it(draft):
    data = draft[2]
    assert data.count(b"\r\n") == data.count(b"\n") == data.count(b"\r")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.isascii()


def test_its_parts_stand_as_mail_programs_expect_them(draft):
    message = parsed(draft[2])
    assert [each.get_content_type() for each in message.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
        "application/pdf",
    ]
    assert [bool(each.defects) for each in message.walk()] == [False] * 7


def test_the_pdf_is_attached_whole_under_its_ascii_name(draft):
    _, built, data = draft
    (attached,) = parsed(data).iter_attachments()
    assert attached.get_content() == built.pdf
    assert attached.get_filename() == built.name == "tips-tricks-b-lift-b-it-don-t-drag-it.pdf"
    assert attached.get_content_disposition() == "attachment"


def test_another_reader_finds_the_same(draft):
    made, built, data = draft
    message = mailparser.parse_from_bytes(data)
    assert message.subject == email_draft.subject(made)
    assert [text.split() for text in message.text_plain] == [
        part(data, "text/plain").get_content().split()
    ]
    assert len(message.text_html) == 1
    kinds = {each["filename"]: each["mail_content_type"] for each in message.attachments}
    assert kinds[built.name] == "application/pdf"
    assert "image/png" in kinds.values()
    assert message.from_ == message.to == message.cc == message.bcc == []


def test_same_handout_same_bytes(draft):
    made, built, data = draft
    assert make_draft(made, built) == data


def test_other_handouts_have_other_boundaries(plain, full):
    first, second = (parsed(each[2]).get_boundary() for each in (plain, replace_pdf(full)))
    assert first != second


def replace_pdf(draft: tuple[Handout, Built, bytes]) -> tuple[Handout, Built, bytes]:
    made, built, _ = draft
    built = replace(built, pdf=built.pdf + b"\n")
    return made, built, make_draft(made, built)


# --------------------------------------------------------------------- words


def visible_words(data: bytes) -> tuple[list[str], list[str]]:
    text = re.sub(r" <(?:https|mailto):[^ >]*>", "", part(data, "text/plain").get_content())
    return text.split(), "".join(page(data).words).split()


def test_text_and_html_say_the_same(draft):
    text, html = visible_words(draft[2])
    assert text == html
    assert len(text) > 20


def test_the_subject_is_the_title_or_as_given(plain, full):
    assert parsed(plain[2])["Subject"] == "Tips & tricks: <b>lift</b> it, don't drag it?"
    assert parsed(full[2])["Subject"] == 'Lift "well" – for naïve backs'


def test_text_is_never_run_as_markup(draft):
    found = page(draft[2])
    assert found.tags <= {
        "html", "head", "meta", "title", "body", "div", "p", "br", "strong", "em", "a", "img",
        "section", "h2"
    }  # fmt: skip
    assert "<Institute>" in "".join(found.words)
    assert len(found.images) == 1


def test_a_title_cannot_leave_its_attribute(plain):
    made, built, _ = plain
    title = replace(made.title, spans=(replace(made.title.spans[0], text='"><img src=x>'),))
    assert len(page(make_draft(replace(made, title=title), built)).images) == 1


def test_phone_website_and_address_are_live_wherever_they_stand(full):
    links = page(full[2]).links
    assert links["tel:+13108287757"] == "310-828-7757" * 4
    assert links["https://spine.example/lift"] == "spine.example/lift" * 2
    assert links["mailto:care@spine.example"] == "care@spine.example" * 2
    assert links["https://spine.example/guide?a=1&b=2"] == "our guide"
    assert links["mailto:stop@spine.example"] == "Tell us"


def test_links_can_be_followed_from_the_plain_text(full):
    text = part(full[2], "text/plain").get_content()
    assert "our guide <https://spine.example/guide?a=1&b=2>" in text
    assert "spine.example/lift <https://spine.example/lift>" in text
    assert "<tel:" not in text


def test_a_number_that_holds_the_phone_is_not_the_phone():
    made = handout(CONTENT + "email: {message: 'Not 2310-828-7757 or 310-828-77570.'}")
    (text,) = made.email.message
    assert [span.href for span in text.spans] == [""]


def test_commercial_mail_ends_with_address_and_way_out(full):
    text = part(full[2], "text/plain").get_content()
    end = text.replace("\r\n", "\n").strip().split("\n\n")[-2:]
    assert end[0] == "2 Main Street, Los Angeles, CA 90404"
    assert end[1].startswith("No more of these?")


def test_commercial_mail_without_them_is_refused(plain):
    made, built, _ = plain
    with pytest.raises(ContentError) as caught:
        make_draft(made, built, marketing=True)
    assert [problem.message.split()[-1] for problem in caught.value.problems] == [
        "`postal_address`",
        "`opt_out`",
    ]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", *sorted(TAGS)])
def test_default_words_in_each_language(plain, language):
    made, built, _ = plain
    data = make_draft(replace(made, language=f"{language}-XX"), built)
    text, html = ([word.strip("\u2066\u2069") for word in words] for words in visible_words(data))
    assert text == html
    assert "{" not in "".join(text)
    assert f'lang="{language}-XX"' in part(data, "text/html").get_content()


@pytest.mark.parametrize("language", ["ar", "fa", "he"])
def test_no_reader_of_mail_turns_a_phone_round(plain, language):
    made = replace(plain[0], language=language)
    text = part(make_draft(made, plain[1]), "text/plain").get_content()
    line = next(line for line in text.splitlines() if "310-828-7757" in line and line[0] > "~")
    assert "\u2066310-828-7757" in line
    assert line.count("\u2066") == line.count("\u2069")


def test_a_language_without_words_is_greeted_in_english_and_says_so(plain):
    made, built, _ = plain
    data = make_draft(replace(made, language="is"), built)
    assert part(data, "text/plain").get_content().startswith("Hello,")
    assert '<html lang="en">' in part(data, "text/html").get_content()


# ------------------------------------------------------------------- picture


def test_the_picture_is_in_the_message_with_words_for_it(plain):
    made, _, data = plain
    (image,) = page(data).images
    found = part(data, "image/png")
    assert image["src"] == f"cid:{found['Content-ID'].strip('<>')}"
    assert image["alt"] == f"First page of the handout: {made.title.plain}"
    assert found.get_content_disposition() == "inline"
    assert Image.open(BytesIO(found.get_content())).width == email_draft.PICTURES[0][0]


def test_it_is_under_its_limit(draft, sample):
    assert len(draft[2]) <= LIMIT
    assert len(sample.pdf) < LIMIT / 4


@pytest.mark.slow
def test_the_picture_shrinks_before_the_draft_is_too_large(plain, monkeypatch):
    made, built, data = plain
    monkeypatch.setattr(email_draft, "LIMIT", len(data) - 1)
    smaller = make_draft(made, built)
    assert len(smaller) < len(data)
    assert Image.open(BytesIO(part(smaller, "image/png").get_content())).width < 1200


@pytest.mark.slow
def test_a_draft_that_stays_too_large_is_refused(plain):
    made, built, _ = plain
    heavy = replace(built, pdf=built.pdf + b"%" + b"x" * LIMIT)
    with pytest.raises(ContentError, match="500 kB is the most"):
        make_draft(made, heavy)


# ------------------------------------------------------------------- command


def test_the_command_writes_the_pdf_and_the_draft_beside_it(tmp_path, capsys):
    (tmp_path / "lift.yaml").write_text(CONTENT + EMAIL, "utf-8")
    assert cli.main(["email", str(tmp_path / "lift.yaml"), "-o", str(tmp_path / "out")]) == 0
    pdf, draft = sorted(
        (tmp_path / "out").glob("[!.]*"), key=lambda path: path.suffix, reverse=True
    )
    assert (pdf.suffix, draft.suffix, pdf.stem) == (".pdf", ".eml", draft.stem)
    assert pdf.read_bytes() in [each.get_content() for each in
                                parsed(draft.read_bytes()).iter_attachments()]  # fmt: skip
    assert draft.name in capsys.readouterr().out


def test_the_command_writes_nothing_that_it_refuses(tmp_path):
    (tmp_path / "lift.yaml").write_text(CONTENT, "utf-8")
    output = tmp_path / "out"
    asked = ["email", str(tmp_path / "lift.yaml"), "-o", str(output), "--marketing"]
    assert cli.main(asked) == 3
    assert not output.exists()


def test_without_what_draws_the_picture_there_is_a_draft_without_it(tmp_path, capsys, monkeypatch):
    (tmp_path / "lift.yaml").write_text(CONTENT + EMAIL, "utf-8")
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    assert cli.main(["email", str(tmp_path / "lift.yaml"), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr().err
    assert "has no picture of the first page" in said
    assert "-m pip install pypdfium2" in said
    (draft,) = (tmp_path / "out").glob("*.eml")
    message = parsed(draft.read_bytes())
    kinds = [each.get_content_type() for each in message.walk() if not each.is_multipart()]
    assert sorted(kinds) == ["application/pdf", "text/html", "text/plain"]
    assert "cid:" not in draft.read_text("utf-8")
    assert "<img" not in draft.read_text("utf-8")


# ----------------------------------------------------- the words and the picture


WORDED = """\
title: Back
clinic: {name: A, phone: 310-828-7757}
brand: {primary: "#00429d", accent: "#ff9800"}
sections:
  - heading: Lift
    emphasis: urgent
    text: Keep the load **near**. Call {phone}.
    bullets:
      - Bend
      - Turn:
          - slowly
  - heading: Rest
    steps: [Sit, Lie]
"""


def test_the_words_stand_under_the_picture():
    made = handout(WORDED)
    draft = make_draft(made, build_handout(made))
    message = message_from_bytes(draft, policy=policy.default)
    html = message.get_body(("html",)).get_content()
    words = html.partition("<img ")[2]
    assert '<h2 style="color:#00429d' in words
    assert "<p>Keep the load <strong>near</strong>. Call <a href=" in words
    assert "<ul><li>Bend</li>" in "".join(words.split("\r\n"))
    assert "Turn<ul><li>slowly</li></ul>" in words
    assert "<ol>" in words
    assert "Urgent" in words
    plain = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
    assert (
        "Lift\n\nKeep the load near. Call 310-828-7757.\n\n- Bend\n- Turn\n   - slowly\n" in plain
    )
    assert "1. Sit\n2. Lie" in plain


@pytest.mark.parametrize(
    ("emphasis", "word", "ink"),
    [("urgent", "Urgent", URGENT_MARK), ("emergency", "Emergency", EMERGENCY)],
)
def test_what_is_urgent_has_the_inks_of_the_page(emphasis, word, ink):
    made = handout(WORDED.replace("emphasis: urgent", f"emphasis: {emphasis}"))
    html = email_draft._words(made, email_draft._dress(made))
    shown = f'<p class="overline" style="color:{ink};margin:24px 0 0"><strong>{word}</strong></p>'
    assert f'{shown}\n<h2 style="color:{ink};' in html
    assert html.count('<h2 style="color:#00429d;') == 1


def test_words_of_another_language_say_so_and_run_its_way():
    made = replace(handout(), language="ar")
    html = email_draft._words(made, email_draft._dress(made))
    assert html.startswith('<div lang="ar" dir="rtl">')


def test_the_brands_colours_are_true_in_the_picture():
    made = handout(WORDED)
    draft = make_draft(made, build_handout(made))
    message = message_from_bytes(draft, policy=policy.default)
    (png,) = [
        part.get_content() for part in message.walk() if part.get_content_type() == "image/png"
    ]
    picture = Image.open(BytesIO(png)).convert("RGB")
    found = {colour for _, colour in picture.getcolors(1 << 24)}
    for ink in ((0x00, 0x42, 0x9D),):
        assert min(max(abs(a - b) for a, b in zip(ink, each, strict=True)) for each in found) <= 2


def test_every_picture_keeps_the_colours_or_enough_of_them():
    assert all(colours in (0, 256) for _, colours in email_draft.PICTURES)


def test_a_phone_in_the_words_keeps_its_order_in_a_mail_from_the_right():
    text = WORDED.replace("title: Back", "title: ألم\nlanguage: ar").replace("Keep", "اتصل")
    made = handout(text)
    html = email_draft._words(made, email_draft._dress(made))
    assert "\u2066310-828-7757\u2069" in html


def test_an_icon_is_left_out_of_a_mail():
    made = handout(CONTENT.replace("heading:", "icon: heart\n    heading:"))
    assert made.sections[0].icon
    data = make_draft(made, build_handout(made))
    shown = part(data, "text/html").get_content()
    assert "Keep the load" in shown
    assert "<svg" not in shown
