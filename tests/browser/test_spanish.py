"""The front desk in Spanish: in no state of it stands a word of English."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from brochure.desk.words import WORDS
from tests.support.desk import CLINIC, handout

SEEN = """
() => {
  const own = (each) => !each.closest("[lang='en'], kbd, script, style");
  const texts = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { parentElement: holder, textContent: text } = walk.currentNode;
    if (own(holder) && text.trim()) texts.push(text.trim());
  }
  for (const each of document.querySelectorAll("*")) {
    for (const name of ["aria-label", "title", "placeholder", "alt"]) {
      if (each.hasAttribute(name) && own(each)) texts.push(each.getAttribute(name));
    }
  }
  return [document.title, ...texts].join("\\n");
}
"""
"""All words of a page, those read aloud, too; not the names of keys, nor what is marked English."""
COMMON = re.compile(
    r"\b(the|of|and|with|this|that|your|you|for|not|are|was|from|should|must|file|line|page)\b",
    re.I,
)
"""Words that no Spanish sentence has."""


def pattern(words: str) -> re.Pattern[str] | None:
    """What finds a text of the table, whatever its facts; None for one of facts alone."""
    parts = re.split(r"\{\w+\}", words)
    if not any(re.search(r"\w", each) for each in parts):
        return None
    return re.compile(rf"(?<!\w){'.+?'.join(map(re.escape, parts))}(?!\w)")


ENGLISH = {
    key: found
    for key, words in WORDS.items()
    if key != "other-language" and words.en != words.es and (found := pattern(words.en))
}


def english(text: str) -> list[str]:
    """The English in a text: the keys of its words in the table, and words of no Spanish."""
    keys = [key for key, found in ENGLISH.items() if found.search(text)]
    return keys + [line for line in text.split("\n") if COMMON.search(line)]


def test_english_is_seen_where_there_is_some():
    for key, words in WORDS.items():
        if key in ENGLISH:
            assert english(re.sub(r"\{\w+\}", "7", words.en)), words.en
            assert not english(re.sub(r"\{\w+\}", "7", words.es)), words.es
    assert english("Type `sections:` and a list of the sections.")


LIE = "Descanse en cama una hora y luego camine un poco. " * 20
FILES = {
    "espalda": handout("Dolor de espalda", "es", "espalda", LIE),
    "mano": handout("Borrador de mano", "es", "mano", LIE, "status: draft\n"),
    "codo": handout("Codo vencido", "es", "brazo", LIE, "review_by: 2020-01-01\n"),
    "largo": handout("Cuento largo", "es", "otro", LIE * 20),
    "roto": "title: Pierna rota\nlanguage: es\nsections: nada\n",
    "cerrado": "title: 'Sin cerrar\nlanguage: es\n",
    "ingles": handout("Idioma raro", "es", "otro", "Rest in bed for an hour and call us. " * 20),
    "ejemplo": handout("Ejemplo", "es", "otro", "Escriba aquí lo que quiera. " + LIE),
    "fecha": handout("Fecha rara", "es", "otro", LIE, "reviewed: 2090-01-01\n"),
    "otro": handout("Otro número", "es", "otro", f"{LIE} Llame al 212-555-0188 ya."),
    "sinclinica": handout("Sin casa", "es", "otro", LIE).replace(
        "clinic:\n  name: Spine Clinic\n  phone: 310-555-0142\n", ""
    ),
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        own = text.replace("Spine Clinic", "Clínica Sol").replace("Rest\n", "Reposo\n")
        (tmp_path / f"{name}.yaml").write_text(own, "utf-8")
    sun = CLINIC.format(name="Clínica del Mar", phone="310-555-0199")
    (tmp_path / "mar.yaml").write_text(sun, "utf-8")
    return tmp_path


STATES = {
    "espalda": "ready",
    "mano": "draft",
    "codo": "overdue",
    "largo": "too-long",
    "roto": "file-fault",
    "sin cerrar": "file-fault",
    "raro": "another-language",
    "ejemplo": "sample-text",
    "fecha": "odd-date",
    "numero": "other-phone",
    "sin casa": "choose-clinic",
    "nada asi": "count-none",
}
"""What is typed, and the state that comes of it."""


def told(page, key):
    """Wait until a text of the table stands on the page."""
    page.get_by_text(pattern(WORDS[key].es)).first.wait_for()


def find(page, words):
    page.get_by_role("searchbox").fill(words)


def test_no_state_of_the_front_desk_has_a_word_of_english(visit):
    page = visit(locale="es-MX").come()
    found = {}
    for words, key in STATES.items():
        find(page, words)
        told(page, key)
        page.wait_for_timeout(200)
        page.keyboard.press("Enter") if key in ("too-long", "file-fault") else None
        found[words] = english(page.evaluate(SEEN))
    assert {words: wrong for words, wrong in found.items() if wrong} == {}


def test_no_failure_is_told_in_english(visit, folder):
    page = visit(locale="es-MX").come()
    find(page, "espalda")
    told(page, "ready")
    page.locator("#add").click()
    with page.expect_response("**/api/printed"):  # what was printed is kept by then
        page.locator("#print").click()
    told(page, "print-open")
    found = {"printed": english(page.evaluate(SEEN))}
    file = folder / "espalda.yaml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("555-0142", "555-0143"), "utf-8")
    told(page, "phone-changed")
    found["phone"] = english(page.evaluate(SEEN))
    file.write_text(good.replace(LIE, LIE * 30), "utf-8")
    page.locator("#older button").wait_for()
    found["older"] = english(page.evaluate(SEEN))
    page.locator("#older button").click()
    told(page, "old-version")
    found["old"] = english(page.evaluate(SEEN))
    page.locator("#print-set").click()
    told(page, "set-cannot-print")
    found["set"] = english(page.evaluate(SEEN))
    page.evaluate("""() => Object.defineProperty(HTMLIFrameElement.prototype, "contentWindow", {
      get() { throw new Error("shut"); } })""")
    page.locator("#print").click()
    told(page, "print-failed")
    found["shut"] = english(page.evaluate(SEEN))
    find(page, "borrador")
    told(page, "draft")
    expect(page.locator("#email")).to_have_attribute("href", re.compile("eml"))
    page.locator("#email").click()
    page.locator("#mail-draft").click()
    told(page, "not-sent")
    found["mail"] = english(page.evaluate(SEEN))
    page.keyboard.press("Escape")
    page.route("**/api/**", lambda route: route.abort())
    find(page, "codo")
    told(page, "lost")
    found["lost"] = english(page.evaluate(SEEN))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def test_no_page_without_a_key_is_english(visit, desk):
    one = visit(locale="es-MX")
    found = {}
    for path in ("", "open/used", "write/7", "nothing"):
        one.page.goto(f"http://127.0.0.1:{desk.port}/{path}")
        found[path] = english(one.page.evaluate(SEEN))
    page = one.come()
    page.locator("summary").click()
    page.locator("#stop").click()
    told(page, "stopped")
    found["stop"] = english(page.evaluate(SEEN))
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
