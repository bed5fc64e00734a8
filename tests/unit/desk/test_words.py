"""The words of the pages: each in both languages, each of them used, none missing."""

from __future__ import annotations

import ast
import json
import re

import pytest

from brochure.copyfit.formats import FORMATS
from brochure.desk import pages
from brochure.desk.words import LANGUAGES, WORDS, chosen_language, in_language
from tests.conftest import ROOT

DESK = ROOT / "brochure" / "desk"
CODE = "\n".join(
    each.read_text("utf-8")
    for each in sorted([*DESK.glob("*.py"), *(DESK / "static").glob("*.*")])
    if each.name != "words.py"
)
MADE = ("kind-", "edge-")
"""How keys begin that are put together from a word of a table."""
FACT = re.compile(r"\{(\w+)\}")


def test_each_text_has_the_same_facts_in_both_languages():
    assert [key for key, said in WORDS.items() if not said.en.strip() or not said.es.strip()] == []
    facts = {key: [sorted(FACT.findall(each)) for each in (w.en, w.es)] for key, w in WORDS.items()}
    assert {key: both for key, both in facts.items() if both[0] != both[1]} == {}


def is_used(key: str) -> bool:
    return key.startswith(MADE) or f'"{key}"' in CODE or f"{{{{{key}}}}}" in CODE


def test_each_text_is_used():
    assert [key for key in WORDS if not is_used(key)] == []


def test_each_key_that_is_used_has_its_words():
    said = set(re.findall(r'\bsay\("([\w-]+)"', CODE)) | set(re.findall(r"\{\{([\w-]+)\}\}", CODE))
    assert said - set(WORDS) <= {"v", "language", "said", "help", "name"}
    keys = {
        node.args[1].value
        for file in DESK.glob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in ("AskError", "State", "Refusal")
        and len(node.args) > 1
        and isinstance(node.args[1], ast.Constant)
    }
    assert keys - set(WORDS) == set()
    assert len(keys) > 15


def test_no_screen_takes_a_key_of_another():
    """The tables are joined: of two equal keys one would be lost without a word."""
    typed = [
        key.value
        for file in sorted(DESK.glob("words*.py"))
        for node in ast.parse(file.read_text("utf-8")).body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)
        for key in node.value.keys
    ]
    assert sorted(typed) == sorted(WORDS)


def test_every_format_has_a_name_for_the_front_desk():
    assert {f"kind-{name}" for name in FORMATS} <= set(WORDS)


def test_spanish_is_spanish():
    english, spanish = in_language("en"), in_language("es")
    same = {key for key in english if english[key] == spanish[key]}
    assert same <= {"program", "pin", "told"}


@pytest.mark.parametrize(
    ("cookie", "accepted", "language"),
    [
        ("", "", "en"),
        ("", "es-MX,es;q=0.9,en;q=0.8", "es"),
        ("", "de,fr;q=0.9", "en"),
        ("en", "es", "en"),
        ("es", "en", "es"),
        ("xx", "de, ES-ar", "es"),
    ],
)
def test_the_language_is_the_chosen_one_or_the_browsers(cookie, accepted, language):
    assert chosen_language(cookie, accepted) == language
    assert language in LANGUAGES


def test_a_page_is_filled_with_words_that_no_markup_can_leave():
    facts = {**in_language("en"), "v": "1", "language": "en", "said": "<b>&", "help": '"x"'}
    text = pages.filled("plain.html", facts)
    assert "&lt;b&gt;&amp;" in text
    assert "&quot;x&quot;" in text
    assert "{{" not in text
    with pytest.raises(KeyError):
        pages.filled("plain.html", {})


def test_no_text_ends_the_block_of_facts():
    facts = {"title": "</script><b>&<!--"}
    block = pages.data_block(facts)
    inner = block.partition(">")[2].removesuffix("</script>")
    assert not set(inner) & set("<>&")
    assert json.loads(inner) == facts
