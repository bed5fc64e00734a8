"""The web page of a handout: the same words, nothing from elsewhere, contrast by day and night."""

from __future__ import annotations

import re

import pytest

from brochure.brand.colour import BODY_RATIO, TEXT_RATIO, contrast, parse_hex
from brochure.language.tags import runs_from_right
from brochure.model import Clinic
from brochure.model.texts import NOT_DRAWN, PARTS, texts_of
from brochure.output.web_page import data_address, page_name, web_page
from brochure.recipe import read
from tests.conftest import FILES, SAMPLE

TEXT = """\
title: "Back </title><script>alert(1)</script>"
clinic:
  name: Bone & <Joint>
  phone: 310-828-7757 ext. 12
  phones: [{label: Nights, number: 310-828-7758}]
  hours: |
    Mon 8-5
    Tue 8-1
  website: spine.example
  email: care@spine.example
  fax: 310-828-7759
  locations:
    - {name: East, address: 1 Main St, phone: 310-828-7760, hours: Mon 9-5}
code: SI-014 v2
footer: Not a substitute for care.
contact: {qr: "https://spine.example/film", qr_words: See the film}
sections: [{heading: "<b>Lift</b>", text: "\\"><img src=x onerror=alert(1)>"}]
reviewed: 2026-10-01
sources:
  - A book
status: draft
"""


def page(source, **more) -> str:
    return web_page(read(source, **more)[0]).decode("utf-8")


def words(html: str) -> str:
    from html import unescape

    body = re.sub(r"(?s)<style>.*?</style>|<[^>]*>", " ", html.partition("<body>")[2])
    return " ".join(unescape(body).split())


def test_what_the_closing_section_says_is_said_once(tmp_path):
    file = tmp_path / "content.yaml"
    file.write_text(TEXT, "utf-8")
    closing = page(file).partition('<section class="contact">')[2]
    for said in ("310-828-7759", "310-828-7760", "See the film", "310-828-7758"):
        assert words(f"<body>{closing}").count(said) == 1, said


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_page_has_the_words_of_the_handout_and_is_small(path):
    handout = read(path)[0]
    html = web_page(handout).decode("utf-8")
    shown = re.sub(r"\s", "", words(html))
    for place, kind, text in texts_of(handout):
        if kind in NOT_DRAWN or place[0] == "notes_heading":
            continue
        for line in text.lines:
            assert re.sub(r"\s", "", line.plain) in shown
    assert len(re.sub(r'src="data:[^"]*"', "", html)) < 60_000
    assert html.count("<h1>") == 1
    assert f'<html lang="{handout.language}"' in html


def test_nothing_is_asked_for_from_elsewhere():
    html = page(SAMPLE)
    assert re.findall(r'(?:src|href)="(?!data:|tel:|https:|mailto:)', html) == []
    assert not re.findall(r"<(?:script|link|iframe|object|form)\b|url\(|@import", html)
    assert "default-src 'none'" in html


def test_words_are_never_tags():
    html = page(TEXT)
    assert "<script" not in html
    assert "onerror" not in re.sub(r">[^<]*<", "><", html)
    assert "Bone &amp; &lt;Joint&gt;" in html


def test_the_clinic_can_be_reached():
    html = page(TEXT)
    assert html.count('href="tel:+13108287757;ext=12"') == 2
    assert 'Nights: <a href="tel:+13108287758">310-828-7758</a>' in html
    assert 'href="https://spine.example"' in html
    assert 'href="mailto:care@spine.example"' in html
    assert "Mon 8-5<br>Tue 8-1" in html
    assert "Fax: 310-828-7759" in html
    place = 'East<br>1 Main St<br><a href="tel:+13108287760">310-828-7760</a><br>Mon 9-5'
    assert place in html
    assert '<a href="https://spine.example/film">See the film</a>' in html
    assert "<p>SI-014 v2</p>" in html
    assert "<p>Not a substitute for care.</p>" in html
    assert "Reviewed October 1, 2026" in html
    assert "Draft: not for patients" in html


def inks(html: str) -> list[dict[str, str]]:
    return [dict(re.findall(r"--([\w-]+): (#\w{6});", block))
            for block in re.findall(r":root \{[^}]*\}", html)]  # fmt: skip


@pytest.mark.parametrize("primary", ["#0b5d6b", "#000000", "#7a0019", "#00429d", "#5b2c83"])
def test_contrast_by_day_and_night(primary):
    found = inks(page(SAMPLE, brand={"primary": primary}))
    assert len(found) == 3  # by day, by night, on paper
    assert found[0] == found[2]
    for each in found:
        ink = {name: parse_hex(value) for name, value in each.items()}
        for ground in ("paper", "key", "urgent"):
            assert contrast(ink["text"], ink[ground]) >= BODY_RATIO
            assert contrast(ink["link"], ink[ground]) >= TEXT_RATIO
            if ground != "urgent":
                assert contrast(ink["heading"], ink[ground]) >= TEXT_RATIO
        assert contrast(ink["muted"], ink["paper"]) >= TEXT_RATIO
        assert contrast(ink["urgent-mark"], ink["urgent"]) >= TEXT_RATIO
        assert contrast(ink["emergency"], ink["paper"]) >= TEXT_RATIO


@pytest.mark.parametrize(
    ("tag", "right"),
    [("ar", True), ("he-IL", True), ("fa", True), ("ur-PK", True), ("uz-Arab", True),
     ("ku-Latn", False), ("en-US", False), ("zh-Hans", False), ("pa-Arab", True)],
)  # fmt: skip
def test_the_direction_of_a_language(tag, right):
    assert runs_from_right(tag) is right


def test_the_direction_of_the_page():
    text = TEXT.replace("title:", "language: ar\ntitle:", 1)
    assert '<html lang="ar" dir="rtl">' in page(text)
    assert 'dir="ltr"' in page(SAMPLE)


def test_names():
    assert page_name("back-pain.pdf") == "back-pain.html"
    assert data_address(b"\x89PNG").startswith("data:image/png;base64,")
    assert data_address(b"<svg/>").startswith("data:image/svg+xml;")


RIGHT = """\
title: ألم الظهر COVID-19
language: ar
clinic: {name: The Spine Institute, phone: 310-828-7757, hours: "8:00-17:00"}
sections:
  - heading: متى تتصل
    body:
      - اتصل على {phone} أو خذ 400 mg مرتين.
      - "310-828-7757"
"""


def test_phones_and_doses_keep_their_order_on_a_page_from_the_right():
    """By the standard alone 310-828-7757 would be read 7757-828-310."""
    html = page(RIGHT)
    number = '<bdi dir="ltr">310-828-7757</bdi>'
    body = html.partition("<body>")[2]
    assert body.count(number) == body.count(">310-828-7757<") >= 3
    assert '<bdi dir="ltr">400 mg</bdi>' in body
    assert '<bdi dir="ltr">8:00-17:00</bdi>' in body
    assert '<h1>ألم الظهر <bdi dir="ltr">COVID-19</bdi></h1>' in body
    assert "<bdi" not in page(SAMPLE)
    shown = re.sub(r"<bdi[^>]*>.*?</bdi>|<[^>]*>", "", body)
    assert re.findall(r"\d", shown) == []


def test_every_text_of_a_clinic_is_shown():
    """A key that the clinic gains is shown here, too: in `_contact` or `_ways`."""
    known = {"name", "phone", "phones", "address", "city", "hours", "website", "email"}
    known |= {"fax", "locations"}
    assert {name for name, _ in PARTS[Clinic]} == known


def test_an_icon_is_drawn_in_its_heading_and_heard_only_with_words(tmp_path):
    file = tmp_path / "a.yaml"
    both = "icon: {name: pills, alt: Two <pills>}, text: Rest.}, {heading: Two, icon: heart"
    head = "title: T\nclinic: {name: C, phone: 310-555-0142}\n"
    file.write_text(f"{head}sections: [{{heading: One, {both}, text: Walk.}}]\n")
    html = page(file)
    spoken, ornament = re.findall(r"<h2><svg viewBox=\"0 0 400 400\" ([^>]*)><path", html)
    assert spoken == 'role="img" aria-label="Two &lt;pills&gt;"'
    assert ornament == 'aria-hidden="true"'
    assert words(html).count("One") == 1
