"""Brand and clinics in a real browser."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.browser.conftest import each_language, faults, violations


def test_a_pale_colour_is_told_mended_and_saved(visit, folder):
    page = visit().come("brand")
    expect(page.get_by_role("img", name="Page 1 in the style plain")).to_be_visible()
    page.get_by_label("Main colour", exact=True).fill("#7fd0dd")
    take = page.get_by_role("button", name=re.compile("^Take #")).first
    expect(take).to_be_visible()
    page.get_by_role("button", name="Save the brand").click()
    expect(page.locator("#brand-said")).to_contain_text("too pale")
    take.click()
    expect(take).to_have_count(0)
    page.get_by_role("radio", name="Band").check()
    page.get_by_role("button", name="Save the brand").click()
    expect(page.locator("#brand-said")).to_have_text("Saved.")
    text = (folder / "brand.yaml").read_text("utf-8")
    assert "style: band" in text
    assert "#7fd0dd" not in text


def test_a_clinic_is_added_changed_and_chosen(visit, folder):
    page = visit().come("brand")
    page.locator("#new-name").fill("East Clinic")
    page.locator("#new-phone").fill("310-555-0177")
    page.get_by_role("button", name="Add a clinic").click()
    expect(page.locator("#clinic-said")).to_have_text("Saved.")
    page.get_by_label("Phone in clinic-east-clinic.yaml").fill("310-555-0178")
    with page.expect_response("**/api/clinics/*"):
        page.get_by_role("button", name="Save East Clinic").click()
    expect(page.get_by_label("Phone in clinic-east-clinic.yaml")).to_have_value("310-555-0178")
    assert "310-555-0178" in (folder / "clinic-east-clinic.yaml").read_text("utf-8")
    expect(page.get_by_label("Clinic", exact=True).get_by_text("East Clinic")).to_have_count(1)


def test_all_are_made_for_all_and_saved_as_a_zip(visit):
    page = visit().come("brand")
    page.get_by_role("button", name="Make all for all").click()
    expect(page.locator("#all-said")).to_contain_text("are made", timeout=60_000)
    failed = page.locator("#failed li")
    expect(failed).to_have_text(
        re.compile(r"^“Long story”, West: Cannot print: \d+ words too many")
    )
    expect(failed.get_by_role("link", name="Write: Long story")).to_have_attribute(
        "href", re.compile("^/write/")
    )
    with page.expect_download() as download:
        page.get_by_role("link", name="Download all as a zip").click()
    assert download.value.suggested_filename == "all-handouts.zip"


@each_language
def test_axe_finds_nothing(visit, locale, looks):
    page = visit(locale=locale).come("brand")
    expect(page.locator("#page-plain")).to_have_attribute("src", re.compile("^data:"))
    assert faults(page, looks) == []


def test_the_network_is_let_in_by_a_pin_for_printing_alone(chromium, folder, state):
    from tests.support.desk import Running

    with Running(folder, network=True) as desk:
        pins = dict(desk.told[0].pins)
        page = chromium.new_context(locale="en-US").new_page()
        page.goto(f"http://127.0.0.1:{desk.port}/")
        page.get_by_label("PIN").fill("000000")
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("status")).to_have_text("This is not the PIN.")
        assert violations(page) == []
        page.get_by_label("PIN").fill(pins["front"])
        page.get_by_role("button", name="Enter").click()
        expect(page.get_by_role("searchbox", name="Find a handout")).to_be_visible()
        expect(page.get_by_role("link", name="Write")).to_have_count(0)
        assert page.goto(f"http://127.0.0.1:{desk.port}/brand").status == 403
        page.context.close()
