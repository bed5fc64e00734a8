"""The front desk in a real browser: found, seen, printed, saved, sent; by keyboard alone, too."""

from __future__ import annotations

import re
from hashlib import sha256
from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from brochure import Options, build
from brochure.desk.language_names import own_names
from tests.browser.conftest import each_language, faults, violations
from tests.support.desk import handout


def search(page, words):
    page.get_by_role("searchbox", name="Find a handout").fill(words)


def options(page):
    return page.get_by_role("listbox", name="Handouts").get_by_role("option")


def chosen(page, title):
    expect(page.get_by_role("heading", level=2, name=title)).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("^Page 1 of "))).to_be_visible()


def printed(page):
    """The address of each PDF that was given to the print window."""
    expect(page.get_by_text("The print window is open.")).to_be_visible()
    return page.evaluate("window.printed")


def fetched(page, address):
    return page.context.request.get(address).body()


def test_a_word_an_arrow_and_enter_print_the_right_pages(visit, folder):
    page = visit().come()
    expect(page.get_by_role("searchbox", name="Find a handout")).to_be_focused()
    page.keyboard.type("pain")
    expect(options(page)).to_have_count(4)
    page.keyboard.press("ArrowDown")
    chosen(page, "Can breast cancer")
    page.keyboard.press("ArrowDown")
    chosen(page, "Neck pain")
    page.keyboard.press("Enter")
    (address,) = printed(page)
    pdf = fetched(page, address)
    assert sha256(pdf).digest() == sha256(build(folder / "neck.yaml").pdf).digest()
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.Root.ViewerPreferences.Duplex == "/DuplexFlipLongEdge"
    expect(page.get_by_role("searchbox", name="Find a handout")).to_be_focused()


def test_enter_prints_what_was_just_typed_and_not_what_stood_there(visit):
    page = visit().come()
    chosen(page, "Back pain")
    page.keyboard.type("neck")
    page.keyboard.press("Enter")
    (address,) = printed(page)
    chosen(page, "Neck pain")
    name = page.context.request.get(address).headers["content-disposition"]
    assert "neck-pain.pdf" in name


@pytest.mark.parametrize(
    ("kind", "name", "edge"),
    [
        ("Standard", "handout", "long"),
        ("Large print", "large-print", "long"),
        ("Folded", "trifold", "short"),
    ],
)
def test_each_kind_and_ink_is_printed_as_it_is_built(visit, folder, kind, name, edge):
    page = visit().come()
    search(page, "cancer")
    chosen(page, "Can breast cancer")
    page.get_by_role("radio", name=kind).check()
    for number, mode in enumerate(("colour", "mono"), 1):
        page.get_by_role("checkbox", name="Black and white").set_checked(mode == "mono")
        expect(page.get_by_text(f"flip on {edge} edge")).to_be_visible()
        page.get_by_role("button", name="Print", exact=True).click()
        page.wait_for_function("number => window.printed.length === number", arg=number)
        wanted = build(folder / "cancer.yaml", Options(format=name, mode=mode))
        pdf = fetched(page, printed(page)[-1])
        assert sha256(pdf).digest() == sha256(wanted.pdf).digest()
        with pikepdf.open(BytesIO(pdf)) as document:
            assert str(document.Root.ViewerPreferences.Duplex).endswith(f"{edge.title()}Edge")


def test_the_pages_seen_are_those_printed(visit):
    page = visit().come()
    search(page, "cancer")
    chosen(page, "Can breast cancer")
    page.get_by_role("radio", name="Large print").check()
    expect(page.locator("#paper.old")).to_have_count(0)
    last = page.get_by_role("img", name=re.compile(r"^Page (\d+) of \1$"))
    expect(last).to_be_visible()
    count = page.locator("#paper img").count()
    assert count > 2
    assert page.get_by_text(f"{count} pages, {count // 2} sheets").is_visible()
    for picture in page.locator("#paper img").all():
        picture.evaluate("picture => picture.decode()")
        assert picture.evaluate("picture => picture.naturalWidth") > 0


def test_copies_are_asked_of_the_printer_and_go_back_to_one(visit):
    page = visit().come()
    chosen(page, "Back pain")
    page.get_by_role("button", name="One copy more").click()
    page.get_by_role("button", name="One copy more").click()
    page.get_by_role("button", name="One copy fewer").click()
    page.get_by_role("button", name="Print", exact=True).click()
    (address,) = printed(page)
    with pikepdf.open(BytesIO(fetched(page, address))) as document:
        assert document.Root.ViewerPreferences.NumCopies == 2
    expect(page.get_by_label("Copies", exact=True)).to_have_value("1")


def test_what_was_printed_comes_first_next_time(visit):
    page = visit().come()
    search(page, "neck")
    chosen(page, "Neck pain")
    page.keyboard.press("Enter")
    printed(page)
    page.reload()
    group = page.get_by_role("group", name="Printed most this month")
    expect(group.get_by_role("option")).to_have_text([re.compile("Neck pain")])
    chosen(page, "Neck pain")


def test_a_spanish_handout_is_found_by_its_english_title_and_by_language(visit):
    page = visit().come()
    search(page, "knee")
    chosen(page, "Dolor de rodilla")
    expect(page.get_by_role("heading", level=2)).to_have_attribute("lang", "es")
    search(page, "")
    page.get_by_role("button", name="Español").click()
    expect(options(page)).to_have_count(1)
    expect(page.get_by_role("button", name="Español")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Español")).to_be_focused()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("shoulder", "Draft: not ready for patients"),
        ("wrist", "it had to be reviewed by January 1, 2020"),
        ("long story", "words too many"),
        ("broken", "sections"),
    ],
)
def test_what_is_wrong_is_told_in_words_before_printing(visit, words, said):
    page = visit().come()
    search(page, words)
    expect(page.locator("#states")).to_contain_text(said)
    stopped = "too many" in said or words == "broken"
    button = page.get_by_role("button", name="Print", exact=True)
    expect(button).to_be_enabled(enabled=not stopped)
    if stopped:
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator("#said")).not_to_be_empty()
        assert page.evaluate("window.printed") == []


def test_a_kind_that_does_not_fit_says_why(visit):
    page = visit().come()
    search(page, "long story")
    expect(page.get_by_role("radio", name="Folded")).to_be_disabled()
    expect(page.locator("#kind-trifold-why")).to_contain_text("words too many")
    expect(page.get_by_role("radio", name="Large print")).to_be_enabled()


def test_files_are_saved_under_their_names(visit):
    page = visit().come()
    search(page, "neck")
    chosen(page, "Neck pain")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "neck-pain.pdf"
    page.get_by_role("link", name="E-mail").click()
    expect(page.get_by_role("dialog", name="Send by e-mail")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Open a draft").click()
    assert download.value.suggested_filename == "neck-pain.eml"
    with page.expect_download() as download:
        page.get_by_role("link", name="Save the PDF alone").click()
    assert download.value.suggested_filename == "neck-pain.pdf"
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_role("link", name="E-mail")).to_be_focused()


def test_the_message_is_copied_or_shown(visit):
    one = visit()
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = one.come()
    chosen(page, "Back pain")
    page.get_by_role("link", name="E-mail").click()
    page.get_by_role("button", name="Copy the message").click()
    expect(page.get_by_text("The message is copied.")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "310-555-0142" in copied
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Copy the message").click()
    expect(page.get_by_role("textbox", name="Copy the message")).to_have_value(copied)


def test_a_draft_is_not_sent_and_nothing_is_saved_in_its_place(visit):
    page = visit().come()
    search(page, "shoulder")
    chosen(page, "Shoulder")
    page.get_by_role("link", name="E-mail").click()
    page.get_by_role("link", name="Open a draft").click()
    expect(page.locator("#mail-said")).to_contain_text("it is not sent")


def test_several_handouts_are_printed_as_one_set(visit):
    page = visit().come()
    for words, title in (
        ("neck", "Neck pain"),
        ("knee", "Dolor de rodilla"),
        ("shoulder", "Shoulder"),
    ):
        search(page, words)
        chosen(page, title)
        page.get_by_role("button", name="Add to a set").click()
    page.get_by_role("button", name="Take “Shoulder” out of the set").click()
    expect(page.get_by_role("button", name="Take “Dolor")).to_be_focused()
    page.get_by_role("button", name="Print 2 handouts").click()
    (address,) = printed(page)
    with pikepdf.open(BytesIO(fetched(page, address))) as document:
        assert len(document.pages) == 4
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the set").click()
    assert download.value.suggested_filename == "handouts.zip"
    page.get_by_role("button", name="Empty the set").click()
    expect(page.locator("#set")).to_be_hidden()


def test_another_clinic_is_remembered(visit):
    page = visit().come()
    chosen(page, "Back pain")
    page.get_by_label("Clinic").select_option("West")
    chosen(page, "Back pain")
    page.reload()
    expect(page.get_by_label("Clinic").locator("option:checked")).to_have_text("West")
    chosen(page, "Back pain")
    page.get_by_role("button", name="Print", exact=True).click()
    (address,) = printed(page)
    with pikepdf.open(BytesIO(fetched(page, address))) as document:
        links = [str(each.A.URI) for each in document.pages[0].Annots]
    assert "tel:+13105550199" in links


def test_the_keyboard_alone_does_the_whole_task(visit):
    """Find, choose large print, two copies, print: no mouse, and the focus is never lost."""
    page = visit().come()
    page.keyboard.type("cancer")
    chosen(page, "Can breast cancer")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "radio":
            break
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Large print")).to_be_checked()
    expect(page.get_by_role("radio", name="Large print")).to_be_focused()
    for name in ("Black and white", "One copy fewer", "Copies", "One copy more"):
        page.keyboard.press("Tab")
        label = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement)"
            ".getAttribute('aria-label') ?? document.activeElement.labels?.[0]?.textContent"
        )
        assert label == name
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    (address,) = printed(page)
    assert "kind=large-print" in address
    assert "copies=2" in address
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.get_by_role("heading", level=2).click()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_change_of_a_file_is_seen_without_a_reload(visit, folder):
    page = visit().come()
    chosen(page, "Back pain")
    (folder / "arm.yaml").write_text(handout("Arm", text="Lie down. " * 80), "utf-8")
    expect(page.get_by_role("option", name="Arm")).to_be_visible(timeout=10_000)
    text = (folder / "back.yaml").read_text("utf-8").replace("Back pain", "Sore back")
    (folder / "back.yaml").write_text(text, "utf-8")
    expect(page.get_by_role("heading", level=2, name="Sore back")).to_be_visible(timeout=10_000)


def test_the_desk_can_be_closed_and_a_closed_one_says_so(visit, desk):
    page = visit().come()
    chosen(page, "Back pain")
    page.locator("summary").click()
    page.get_by_role("button", name="Close Brochure").click()
    expect(page.get_by_role("heading", name="Brochure is closed")).to_be_visible()
    assert desk.ended()


def test_a_program_that_is_gone_is_told_with_a_way_back(visit, desk):
    page = visit().come()
    chosen(page, "Back pain")
    page.route("**/api/**", lambda route: route.abort())
    search(page, "neck")
    expect(page.get_by_text("Brochure does not answer")).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


def test_the_pages_are_spanish_for_who_wants_it(visit):
    page = visit(locale="es-MX").come()
    expect(page.get_by_role("searchbox", name="Buscar un folleto")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    page.get_by_text("Menú").click()
    page.locator("#language").click()
    expect(page.get_by_role("searchbox", name="Find a handout")).to_be_visible()


def states_to_look_at(page, words, add="#add"):
    """Bring the front desk into each of its states, and yield it."""
    expect(page.locator("#paper img").first).to_be_visible()
    yield "ready"
    for each in words:
        page.get_by_role("searchbox").fill(each)
        page.wait_for_timeout(400)
        yield each
    page.get_by_role("searchbox").fill("neck")
    expect(page.get_by_role("heading", level=2, name="Neck")).to_be_visible()
    expect(page.locator(add)).to_be_enabled()
    page.locator(add).click()
    page.locator("#email").click()
    yield "a set and e-mail"


@each_language
def test_axe_finds_nothing(visit, locale, looks):
    page = visit(locale=locale).come()
    words = ("shoulder", "long story", "broken", "nothing like this")
    found = {name: faults(page, looks) for name in states_to_look_at(page, words)}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("width", [999, 1000])
def test_nothing_is_wider_than_the_window(visit, width):
    page = visit(width=width, height=700).come()
    expect(page.locator("#paper img").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_hostile_words_are_words(visit, folder):
    bad = '</script><img src=x onerror=alert(1)>"><b>'
    text = handout("TITLE", topic="TOPIC", text="Lie down. " * 80)
    for word in ("TITLE", "TOPIC"):
        text = text.replace(word, "'" + bad + "'")
    (folder / "bad.yaml").write_text(text, "utf-8")
    (folder / "bad<b>&'.yaml").write_text("title: wrong </script>\nsections: <b>\n", "utf-8")
    (folder / "clinic-bad.yaml").write_text(f"name: '{bad}'\nphone: 310-555-0142\n", "utf-8")
    page = visit().come()
    search(page, "onerror")
    chosen(page, "</script>")
    search(page, "wrong")
    expect(page.locator("#states")).to_contain_text("sections")
    assert page.locator("#list b, #list img[src=x], #clinic b, main script").count() == 0


def test_the_last_version_that_could_be_printed_is_printed_where_the_file_cannot(visit, folder):
    page = visit().come()
    search(page, "neck")
    chosen(page, "Neck pain")
    with page.expect_response("**/api/printed"):
        page.keyboard.press("Enter")
    file = folder / "neck.yaml"
    good = file.read_text("utf-8")
    (folder / "same.yml").write_text(good, "utf-8")
    wanted = build(folder / "same.yml").pdf
    (folder / "same.yml").unlink()
    file.write_text(good.replace("Lie down", "Lie down on the floor" * 60), "utf-8")
    page.get_by_role("button", name=re.compile("^Show the version of")).wait_for()
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_disabled()
    page.get_by_role("button", name=re.compile("^Show the version of")).press("Enter")
    expect(page.get_by_text("This is an old version, of ")).to_contain_text("310-555-0142")
    button = page.get_by_role("button", name=re.compile(r"^Print the version of \w+ \d+, 20\d\d, "))
    expect(button).to_be_focused()
    chosen(page, "Neck pain")
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.printed.length === 2")
    address = printed(page)[1]
    assert sha256(fetched(page, address)).digest() == sha256(wanted).digest()
    with page.expect_download() as download:
        page.get_by_role("link", name="Download").click()
    assert download.value.path().read_bytes() == wanted
    page.get_by_role("button", name="Back to the newest version").click()
    expect(page.locator("#states")).to_contain_text("words too many")
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_disabled()
    page.get_by_role("button", name=re.compile("^Show the version of")).click()
    expect(page.get_by_text("This is an old version, of ")).to_be_visible()
    count = options(page).count()
    with page.expect_response("**/pages?*"):  # a file of the folder changed: what is shown stays
        (folder / "second.yaml").write_text(good.replace("Neck pain", "Neck pain two"), "utf-8")
    expect(options(page)).to_have_count(count + 1)
    expect(page.locator("#paper.old")).to_have_count(0)
    expect(page.get_by_text("This is an old version, of ")).to_be_visible()
    file.write_text(good, "utf-8")  # mended: the newest is shown again
    expect(page.get_by_text("Ready to print")).to_be_visible(timeout=10_000)
    expect(page.locator("#older")).to_be_hidden()


def test_no_font_of_the_system_is_needed_for_any_language(visit, folder):
    """Chips and titles in sixteen languages are set in faces that the desk itself serves."""
    tags = [*"am ar bn fa he hi hy ja km ko pa ru th vi".split(), "zh-Hans", "zh-Hant"]
    names = own_names()
    for tag in tags:
        (folder / f"{tag}.yaml").write_text(handout(names[tag], tag, text="Siga."), "utf-8")
    page = visit().come()
    for tag in tags:
        chip = page.locator(f'#languages [data-tag="{tag}"]')
        expect(chip).to_have_text(names[tag][0].upper() + names[tag][1:])
    page.evaluate("document.fonts.ready")
    session = page.context.new_cdp_session(page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument", {"depth": -1})["root"]["nodeId"]
    for where in ("#languages button", "#list .title"):
        found = session.send("DOM.querySelectorAll", {"nodeId": root, "selector": where})["nodeIds"]
        assert len(found) > len(tags)
        for node in found:
            fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
            assert all(font["isCustomFont"] for font in fonts), fonts
    session.detach()


def test_a_button_that_does_nothing_can_be_read_under_the_mouse_too(visit):
    page = visit().come()
    search(page, "long story")
    expect(page.get_by_role("button", name="Print", exact=True)).to_be_disabled()
    page.locator("#print").hover(force=True)
    page.wait_for_timeout(200)  # its colour fades in
    assert violations(page) == []
    style = "getComputedStyle(document.getElementById('print'))"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(238, 242, 243)"
    assert page.evaluate(f"{style}.color") == "rgb(71, 88, 95)"


def test_the_bar_has_the_clinics_name_and_colour(visit, folder):
    text = (folder / "back.yaml").read_text("utf-8")
    for name in ("back", "neck", "draft"):
        brand = "brand:\n  primary: '#7a1f5c'\n"
        (folder / f"{name}.yaml").write_text(text.replace("Back pain", name) + brand, "utf-8")
    page = visit().come()
    expect(page.locator(".bar .name")).to_have_text("Spine Clinic")
    chosen(page, "back")
    expect(page.locator("#print")).to_have_css("background-color", "rgb(122, 31, 92)")
    page.get_by_label("Clinic").select_option("West")
    expect(page.locator(".bar .name")).to_have_text("West")
    assert violations(page) == []


def test_a_clinic_whose_file_comes_after_the_page_can_be_chosen(visit, folder):
    page = visit().come()
    chosen(page, "Back pain")
    page.get_by_label("Clinic").select_option("West")
    text = (folder / "west.yaml").read_text("utf-8")
    (folder / "east.yaml").write_text(text.replace("West", "East"), "utf-8")
    expect(page.get_by_label("Clinic").locator("option", has_text="East")).to_have_count(1)
    expect(page.get_by_label("Clinic").locator("option:checked")).to_have_text("West")
    page.get_by_label("Clinic").select_option("East")
    expect(page.locator(".bar .name")).to_have_text("East")


def test_an_answer_that_comes_late_is_never_shown(visit):
    """The pages of the first choice come after those of the second."""
    page = visit().come()
    chosen(page, "Back pain")
    late = []

    def hold(route):
        """Hold the pages of what is asked for first, however often they are."""
        if not late or route.request.url == late[0].request.url:
            late.append(route)
        else:
            route.continue_()

    page.route("**/pages?*", hold)
    search(page, "cancer")
    page.wait_for_timeout(300)
    assert late
    search(page, "neck")
    chosen(page, "Neck pain")
    for route in late:
        route.continue_()
    page.wait_for_timeout(500)
    expect(page.get_by_role("heading", level=2)).to_have_text("Neck pain")
    page.get_by_role("button", name="Print", exact=True).click()
    (address,) = printed(page)
    assert "neck-pain.pdf" in page.context.request.get(address).headers["content-disposition"]


NO_LOCKS = "Object.defineProperty(navigator, 'locks', { value: undefined });"


def test_more_tabs_than_a_browser_has_connections_are_all_answered(visit, folder):
    """One tab waits for changes and tells the others; one that cannot asks from time to time."""
    one = visit()
    page = one.come()
    chosen(page, "Back pain")
    others = [one.context.new_page() for _ in range(8)]
    others[0].add_init_script(NO_LOCKS)  # as on the network, whose addresses are not secure
    try:
        for each in others:
            each.goto(one.home)
        text = (folder / "back.yaml").read_text("utf-8").replace("Back pain", "A sore back")
        (folder / "back.yaml").write_text(text, "utf-8")
        for each in (others[0], others[-1], page):
            expect(each.get_by_role("option", name="A sore back")).to_be_visible(timeout=15_000)
    finally:
        for each in others:
            each.close()
