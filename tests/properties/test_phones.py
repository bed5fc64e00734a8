"""One number, however it is spelled, is one link; a library of the world's phones is the judge."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import PhoneNumberFormat, PhoneNumberType

from brochure import Options
from brochure.art.qr_code import qr_path
from brochure.model import Drawing, GlyphRun, Span
from brochure.model.phone_numbers import plain_signs
from brochure.model.phones import find_phones, phone_link, read_phone, same_number
from brochure.output import email_draft
from brochure.reading.loader import load_bytes
from brochure.recipe import make_layout
from tests.support.examples import tried

REGIONS = sorted(phonenumbers.SUPPORTED_REGIONS)
SIGNS = st.sampled_from(
    ["-", ".", " ", "\u00a0", "\u202f", "\u2011", "\u2013", " - ", "·", "/", "－", ""]
)
DIGITS = st.sampled_from(["0123456789", "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९"])
WORDS_BEFORE = ["", "Call ", "Text or call ", "Tel. ", "24/7: ", "Toll free: ", "(24 hours) "]
WORDS_BEHIND = ["", " (24 hours)", ", option 2", " (TTY 711)", " M-F 8-5", " toll free", " 24/7"]
EXTENSIONS = [
    " ext. {}", " EXT {}", "x{}", " x {}", ", extension {}", " #{}", ";ext={}", " (ext. {})",
    " int. {}", " extensión {}", " Durchwahl {}", " poste {}", " Ext: {}",
]  # fmt: skip

SECTIONS = "sections: [{heading: When to call, text: 'Call {phone} if it hurts.'}]\n"


@st.composite
def american(draw) -> str:
    first = draw(st.sampled_from("23456789"))
    return first + "".join(draw(st.lists(st.sampled_from("0123456789"), min_size=9, max_size=9)))


@st.composite
def spelled(draw, own: str, signs=SIGNS, scripts=DIGITS) -> str:
    """A North American number in any usual spelling."""
    one, other = draw(signs), draw(signs)
    area = draw(st.sampled_from(["{}", "({})"])).format(own[:3])
    code = draw(st.sampled_from(["", "1", "+1", "+1 ", "1-", "1 ", "1."]))
    text = f"{code}{area}{one}{own[3:6]}{other}{own[6:]}"
    return text.translate(str.maketrans("0123456789", draw(scripts)))


@given(st.data(), american())
def test_every_spelling_of_a_number_is_one_link(data, own):
    text = data.draw(spelled(own))
    assert phone_link(text) == f"tel:+1{own}"
    judged = phonenumbers.parse(plain_signs(text), "US")
    assert f"+{judged.country_code}{judged.national_number}" == f"+1{own}"


@given(
    st.data(),
    american(),
    st.sampled_from(WORDS_BEFORE),
    st.sampled_from(WORDS_BEHIND),
    st.sampled_from(EXTENSIONS),
    st.from_regex(r"[1-9][0-9]{0,4}", fullmatch=True),
)
def test_words_and_extensions_are_no_digits_of_the_number(
    data, own, before, behind, extension, inner
):
    text = data.draw(spelled(own))
    plain = read_phone(f"{before}{text}{behind}")
    assert (plain.link, plain.left_over) == (f"tel:+1{own}", "")
    whole = read_phone(f"{before}{text}{extension.format(inner)}{behind}")
    assert (whole.link, whole.left_over) == (f"tel:+1{own};ext={inner}", "")
    assert whole.typed == text + extension.format(inner)


@given(st.data(), american(), american())
def test_a_second_number_is_never_swallowed(data, own, other):
    text = data.draw(spelled(own))
    joint = data.draw(st.sampled_from([" ", ", ", " / ", " or ", " und ", "; ", " (fax) "]))
    second = data.draw(st.sampled_from([other[:4], data.draw(spelled(other))]))
    phone = read_phone(text + joint + second)
    assert phone.link == f"tel:+1{own}"
    if joint == " (fax) " and len(second) == 4:
        return
    if not own.endswith(other[:4]) and own != other:
        assert phone.left_over


def examples() -> Iterator[tuple[str, str]]:
    """A number of each country and kind as it is written in each style, and its link."""
    for region, kind in product(REGIONS, (PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE)):
        example = phonenumbers.example_number_for_type(region, kind)
        if example is not None:
            whole = phonenumbers.format_number(example, PhoneNumberFormat.E164)
            for style in (PhoneNumberFormat.INTERNATIONAL, PhoneNumberFormat.RFC3966):
                yield phonenumbers.format_number(example, style), f"tel:{whole}"


def test_a_number_of_any_country_is_read_as_the_library_reads_it():
    known = dict(examples())
    assert len(known) > 2 * len(REGIONS)
    read = {text: phone_link(text) for text in known}
    assert {text: link for text, link in read.items() if link != known[text]} == {}
    said = [text.removeprefix("tel:") for text in known]
    assert [text for text in said if not find_phones(f"Call {text}, now.")] == []


@pytest.mark.parametrize("region", ["GB", "DE", "FR", "AU", "JP", "PL", "TR", "ZA", "NL", "BE"])
def test_a_trunk_zero_in_brackets_is_not_dialled(region):
    example = phonenumbers.example_number(region)
    whole = phonenumbers.format_number(example, PhoneNumberFormat.E164)
    text = phonenumbers.format_number(example, PhoneNumberFormat.INTERNATIONAL)
    code, _, rest = text.partition(" ")
    assert phone_link(f"{code} (0){rest}") == f"tel:{whole}"
    at_home = phonenumbers.format_number(example, PhoneNumberFormat.NATIONAL)
    assert same_number(read_phone(at_home), read_phone(text))


@given(st.data(), american())
def test_a_phone_is_found_in_running_text_and_alone(data, own):
    text = data.draw(spelled(own))
    found = find_phones(f"Please call {text}, or come in on 04/05/2026 for 500-1000 mg.")
    assert [phone.link for phone in found] == [f"tel:+1{own}"]
    assert found[0].typed == text.strip()


@tried(12)
@given(st.data(), american(), st.sampled_from(EXTENSIONS), st.sampled_from(WORDS_BEFORE))
def test_page_code_and_mail_dial_what_is_printed(data, own, extension, before):
    text = (
        before
        + data.draw(spelled(own, st.sampled_from("-. "), st.just("0123456789")))
        + extension.format(12)
    )
    content = f"title: Rest\nclinic: {{name: Here, phone: {json.dumps(text)}}}\n" + SECTIONS
    handout, _ = load_bytes(content.encode(), "content.yaml", Path())
    layout, _ = make_layout(handout, Options())
    items = [item for page in layout.pages for item in page.items]
    link = f"tel:+1{own};ext=12"
    assert {each.url for page in layout.pages for each in page.links} == {link}
    paths = [path.ops for item in items if isinstance(item, Drawing) for path in item.paths]
    assert qr_path(link, 1.0).ops in paths
    line = email_draft._live((Span(text),), handout)
    assert {span.href for span in line if span.href} == {link}
    printed = " ".join(run.text for run in items if isinstance(run, GlyphRun))
    assert read_phone(text).typed in " ".join(printed.split())
