"""Numbers to call in urgent boxes: bold and live in every edition, and nothing else is."""

from __future__ import annotations

import re

import pytest

from brochure import Options
from brochure.brand.palette import EMERGENCY, URGENT_MARK, palette
from brochure.editions import usual
from brochure.layout.boxes import urgency
from brochure.model import Handout
from brochure.model.texts import texts_of
from brochure.output import email_draft
from brochure.output.web_page import web_page
from brochure.recipe import make_layout, read
from tests.support.placed import runs

CONTENT = """\
title: After your injection
clinic: {name: The Spine Institute, phone: 310-828-7757 ext. 12}
sections:
  - {heading: Calm, text: Call 911 or our nurse at 310-828-7757.}
  - heading: Signs
    emphasis: EMPHASIS
    body:
      - WORDS
"""


def made(words: str, emphasis: str = "urgent") -> Handout:
    text = CONTENT.replace("EMPHASIS", emphasis).replace("WORDS", words)
    return read(text)[0]


def heavy(handout: Handout, section: int = 1) -> list[str]:
    """The bold words of a section, each of which must dial."""
    spans = [s for _, _, text in texts_of(handout.sections[section]) for s in text.spans if s.bold]
    assert all(span.href.startswith("tel:") and not span.italic for span in spans)
    return [span.text for span in spans]


@pytest.mark.parametrize("emphasis", ["urgent", "emergency"])
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Call 911 now, or {phone}.", ["911", "310-828-7757 ext. 12"]),
        ("*Call 988* at night, or 800-222-1222.", ["988", "800-222-1222"]),
        ("Call [our nurse](tel:310-828-7757).", ["our nurse"]),
        ("Call 999, 000 or 112.", ["999", "000", "112"]),
        ("Composez le 15 ou le 18.", ["15", "18"]),
        ("Rufen Sie 116 117 an.", ["116 117"]),
        ("Text HOME to 741741.", ["741741"]),
        ("Call 999 in an emergency.", ["999"]),
        ("Call 111 day or night.", ["111"]),
        ("Call 999, 24 hours a day; call 116 123 24/7.", ["999", "116 123"]),
        ("Call 999 and 20 minutes later call again.", ["999"]),
        ("اتصل على 997 أو 998 فوراً.", ["997", "998"]),
        ("התקשרו 101 או 102.", ["101", "102"]),
        ("請撥打119或110。", ["119", "110"]),
        ("Звоните по номеру 103.", ["103"]),
        ("Fax 310-828-7758. Fax: 310-828-7759. Call {phone}.", ["310-828-7757 ext. 12"]),
        ("Call 000 or 106 in Australia.", ["000", "106"]),
        ("Appelez le 15 ou le 112 de votre mobile.", ["15", "112"]),
        ("Ring 020 7946 0018.", ["020 7946 0018"]),
        ("Ring our nurses on 020 7946 0018.", ["020 7946 0018"]),
        ("bullets: [Call 911, Dial 9-1-1]", ["911", "9-1-1"]),
        ("table: {columns: [Who, Number], rows: [[We, Call 911]]}", ["911"]),
        ("quote: Call 911", ["911"]),
        ("tip: Call 911", ["911"]),
    ],
)
def test_what_is_called_from_an_urgent_box_is_bold_and_live(words, found, emphasis):
    words = words if words.split(":")[0] in ("bullets", "table", "quote", "tip") else f'"{words}"'
    handout = made(words, emphasis)
    assert heavy(handout) == found
    assert heavy(handout, 0) == []  # and nothing elsewhere


@pytest.mark.parametrize(
    "words",
    [
        "Call within 24 hours of 101 degrees.",
        "Call if it is 101 or more at 12 weeks.",
        "Call at 10 am, in 2030, or 1010 mg.",
        "Call 30 minutes before, call 101.5, call 15/17.",
        "Call 240 minutes later; call 1015 mg, or call at 1130.",
        "إذا تجاوز النبض 112 اتصل بنا، اتصل 120 دقيقة قبل.",
        "心率超过 112，请致电我们。請致電 120 分鐘後。致电 1000 毫克。",
        "Позвоните 120 раз. Позвоните, если пульс 112 или 120.",
        "התקשרו 120 דקות לפני, אם 101 מעלות.",
        "Emergency: 104 degrees. Emergency: 103 degrés!",
        "Emergency: 104 or 105 °F, or 103 or higher.",
        "Emergency: 103 to 105 °F, or 180, 190 or 200 mg.",
        "In an emergency, 250 of our nurses help; call or 300 dollars are due.",
        "Appelez le 15 janvier, ou appelez le 17 ou le 18 mai.",
        "Appelez le 15 du mois. Llame al 15 de enero. Llame al 15 de cada mes.",
        "Urgence : 180 ou plus. Emergencia: 180 o más.",
        "Emergency: 24 hours a day, see [us](https://spine.example).",
        "In 020 7946 0018 cases.",
        "Be calm.",
    ],
)
def test_what_measures_or_counts_keeps_its_weight(words):
    assert heavy(made(f'"{words}"')) == []


def test_a_number_without_its_area_is_bold_and_dials_nothing():
    (section,) = made('"Call our nurse, 555-0199."').sections[1:]
    spans = [span for _, _, text in texts_of(section) for span in text.spans if span.bold]
    assert [(span.text, span.href) for span in spans] == [("555-0199", "")]


def test_a_fax_without_its_area_is_neither_bold_nor_a_link():
    (section,) = made('"Call our nurse, fax 555-0199."').sections[1:]
    spans = [span for _, _, text in texts_of(section) for span in text.spans]
    assert {(span.bold, span.href) for span in spans} == {(False, "")}


def test_a_key_message_keeps_its_weight():
    two = CONTENT.replace("{heading: Calm,", "{heading: Calm, emphasis: key,")
    handout = read(two.replace("EMPHASIS", "urgent").replace("WORDS", "Call 911"))[0]
    assert (heavy(handout, 0), heavy(handout)) == ([], ["911"])


EDITIONS = [
    *((name, mode) for name in ("handout", "large-print") for mode in ("colour", "mono", "press")),
    ("trifold", "colour"),
    ("card", "colour"),
]


@pytest.mark.parametrize("emphasis", ["urgent", "emergency"])
@pytest.mark.parametrize(("name", "mode"), EDITIONS)
def test_it_has_the_boxs_ink_and_weight_on_every_page(name, mode, emphasis):
    handout = made('"Call 911 now, or {phone}."\n      - quote: Call 988', emphasis)
    layout, _ = make_layout(handout, Options(name, mode=mode))
    ink = urgency(emphasis, palette(handout.brand, mode)).bullet
    for number in ("911", "988"):
        drawn = [run for page in layout.pages for run in runs_of(page)]
        placed = [run for run in drawn if run.text.strip() == number]
        in_box = [run for run in placed if run.face == "bold"]
        assert [run.ink for run in in_box] == [ink]
        assert len(placed) == len(in_box) + (number == "911")


def runs_of(page):
    return [item for item in page.items if hasattr(item, "face")]


def test_no_line_ends_before_a_short_number_or_within_a_phone():
    for words in range(12):
        text = f'"{"on " * words}call 911 or else phone +44 20 7946 0018 today."'
        handout = made(text)
        layout, _ = make_layout(handout, usual(handout))
        placed = [run for _, run in runs(layout, "P")]
        assert "+44 20 7946 0018" in [run.text.strip() for run in placed]
        (number,) = [run for run in placed if run.text.strip() == "911" and run.face == "bold"]
        assert any(run.y == number.y and run.text.endswith("call ") for run in placed)


@pytest.mark.parametrize("emphasis", ["urgent", "emergency"])
def test_the_web_page_and_the_mail_show_it_so(emphasis):
    handout = made("Call 911.", emphasis)
    html = web_page(handout).decode()
    assert '<a href="tel:911"><strong>911</strong></a>' in html.partition("Signs")[2]
    assert re.search(rf"\.{emphasis} a {{ color: var\(--{emphasis}", html)
    draft = email_draft._words(handout, email_draft._dress(handout))
    ink = {"urgent": URGENT_MARK, "emergency": EMERGENCY}[emphasis]
    assert f'<a href="tel:911" style="color:{ink}"><strong>911</strong></a>' in draft
    assert draft.count(f'style="color:{ink}">') == 1  # the calm section keeps the brand's
