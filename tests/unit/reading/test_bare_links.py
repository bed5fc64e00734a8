"""What in running text can be tapped, and what only looks like it."""

from __future__ import annotations

import pytest

from brochure.model import Clinic, Span, Text
from brochure.reading.bare_links import SHORT_NUMBERS, linked, live

CLINIC = Clinic(
    name=Text((Span("Here"),)),
    phone=Text((Span("310-828-7757 ext. 12"),)),
    website=Text((Span("www.spine.clinic/lift"),)),
)


def links(words: str) -> dict[str, str]:
    text = live(Text((Span(words),)), CLINIC)
    assert text.plain == words
    return {span.text: span.href for span in text.spans if span.href}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Call (310) 828-7757.", {"(310) 828-7757": "tel:+13108287757"}),
        ("Call 310-828-7757 ext. 12.", {"310-828-7757 ext. 12": "tel:+13108287757;ext=12"}),
        ("Call 828-7757.", {"828-7757": "tel:+13108287757"}),
        ("Call 1-800-222-1222.", {"1-800-222-1222": "tel:+18002221222"}),
        ("Nights: +44 20 7946 0018", {"+44 20 7946 0018": "tel:+442079460018"}),
        ("See spine.clinic/a.", {"spine.clinic/a": "https://www.spine.clinic/a"}),
        ("(WWW.SPINE.CLINIC)", {"WWW.SPINE.CLINIC": "https://www.spine.clinic/lift"}),
        ("At https://a.example/x_(y).", {"https://a.example/x_(y)": "https://a.example/x_(y)"}),
        ("On www.cancer.gov, too", {"www.cancer.gov": "https://www.cancer.gov"}),
        ("On Cancer.gov.", {"Cancer.gov": "https://Cancer.gov"}),
        ("HTTPS://a.example/B", {"HTTPS://a.example/B": "HTTPS://a.example/B"}),
        ("müller-praxis.de", {"müller-praxis.de": "https://müller-praxis.de"}),
        ("访问cancer.gov。", {"cancer.gov": "https://cancer.gov"}),
        ("On cancer.gov/types!", {"cancer.gov/types": "https://cancer.gov/types"}),
        ("Write to a.b@c.example.", {"a.b@c.example": "mailto:a.b@c.example"}),
        ("Call 911.", {"911": "tel:911"}),
        ("Call us, your doctor, or 911 now.", {"911": "tel:911"}),
        ("Call or text 988 at any hour", {"988": "tel:988"}),
        ("Dial 9-1-1", {"9-1-1": "tel:911"}),
        ("The emergency number is 112.", {"112": "tel:112"}),
        ("Llame al 911 si", {"911": "tel:911"}),
        ("911", {"911": "tel:911"}),
        ("Call 911, 988 or 211", {"911": "tel:911", "988": "tel:988", "211": "tel:211"}),
    ],
)
def test_what_can_be_tapped(words, found):
    assert links(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "We saw 911 patients and 988 cases in 211 days.",
        "Call us about 911 patients.",
        "Come to 211 Oak Street, or call at 311 Main Street.",
        "Pay $911 or 988 % of 211.",
        "Call 911-555 or 988.5 or 1911.",
        "Room 911. Page 711. Highway 101, exit 211.",
        "Take 500-1000 mg on 04/05/2026, ICD 988.",
        "I feel pain.it gets worse e.g. at 3.5 a.m. or 2.org",
        "Look-alikes: h\u0430rbor.example and \u0440\u0430ypal.com.",
        "Write to jörg@praxis.de or info@müller-praxis.de",
        "Me duele.Es normal.Us too.De nada.",
        "Use Node.js, v1.com2, readme.md and end.Then",
        "Send http://old.example and https://good.example@evil.example",
        "An @handle, a@b and x@y.",
        "MRN 310-828-7757-9000, NPI 1234567890, 0.310-828-7757",
        "x310-828-7757 and 2310-828-7757",
        "notspine.clinic and spine.clinics",
    ],
)
def test_what_only_looks_like_it(words):
    assert links(words) == {}


def test_a_link_of_the_text_stays_as_it_is():
    spans = (
        Span("Call "),
        Span("310-828-7757", href="tel:1"),
        Span(" or "),
        Span("911", bold=True),
    )
    made = live(Text(spans), CLINIC)
    assert [span.href for span in made.spans] == ["", "tel:1", "", "tel:911"]
    assert made.spans[-1].bold


def test_a_phone_over_several_styles_is_one_link():
    made = live(Text((Span("Call 310-"), Span("828", bold=True), Span("-7757."))), CLINIC)
    assert [(span.text, bool(span.href)) for span in made.spans] == [
        ("Call ", False), ("310-", True), ("828", True), ("-7757", True), (".", False),
    ]  # fmt: skip


def test_many_links_are_no_deep_calls():
    words = "310-828-7757 " * 1200
    made = live(Text((Span(words),)), CLINIC)
    assert sum(1 for span in made.spans if span.href) == 1200


def test_places_that_touch_are_linked_once():
    spans = linked((Span("abcdef"),), [(0, 3, "x:1"), (2, 5, "x:2"), (3, 4, "x:3")])
    assert [(span.text, span.href) for span in spans] == [("abc", "x:1"), ("d", "x:3"), ("ef", "")]


def test_each_short_number_is_called_as_it_is():
    for number in SHORT_NUMBERS:
        assert links(f"Call {number}.") == {number: f"tel:{number}"}


def test_a_number_that_is_partly_a_link_is_left_alone():
    made = live(Text((Span("Call 310-", href="tel:911"), Span("828-7757 now"))), CLINIC)
    assert [span.href for span in made.spans] == ["tel:911", ""]


@pytest.mark.parametrize(
    "words",
    [
        "Немедленно звоните 911.",
        "立即拨打911。",
        "すぐに911に電話してください。",
        "즉시 911로 전화하십시오.",
        "اتصل بـ 911 فورًا.",
        "فوراً با 911 تماس بگیرید.",
        "התקשרו ל-911 מיד.",
        "तुरंत 911 पर कॉल करें।",
        "โทร 911 ทันที",
        "សូមទូរស័ព្ទទៅ 911 ជាបន្ទាន់",
        "ወዲያውኑ 911 ይደውሉ።",
        "Անմիջապես զանգահարեք 911։",
    ],
)
def test_an_emergency_number_is_live_in_every_script(words):
    found = live(Text((Span(words),)), CLINIC)
    assert [(span.text, span.href) for span in found.spans if span.href] == [("911", "tel:911")]


@pytest.mark.parametrize(
    "words",
    [
        "Комната 911",
        "إذا تجاوز النبض 112 اتصل بنا",
        "心率超过 112，请致电我们",
        "911 пациентов",
        "房间911号",
        "غرفة 911",
    ],
)
def test_a_room_or_a_count_is_none(words):
    assert not [s for s in live(Text((Span(words),)), CLINIC).spans if s.href]
