"""The editor that comes as one file: with its licence, its command, and nothing from elsewhere."""

from __future__ import annotations

import re

from brochure.desk import pages
from tests.conftest import ROOT

CODE = pages.files()["codemirror.js"].decode()
USED = pages.files()["text_editor.js"].decode()


def test_it_is_one_file_under_half_a_megabyte_that_loads_no_other():
    assert len(CODE) < 500_000
    assert not re.search(r"\bimport\s*[({\"']|\bfetch\(|XMLHttpRequest|\bnew Worker", CODE)


def test_it_evaluates_no_text_as_a_program():
    assert not re.search(r"\beval\(|new Function\(", CODE)


def test_what_is_used_of_it_is_in_it():
    given = set(re.findall(r"\bas (\w+)", CODE.rpartition("export{")[2]))
    used = set(re.findall(r"\bcm\.(\w+)", USED))
    used |= set(re.search(r"const \{ ([\w, ]+) \} = cm", USED)[1].split(", "))
    assert used == given


def test_its_licence_and_the_command_that_makes_it_come_along():
    licence = pages.files()["codemirror.txt"].decode()
    assert "Permission is hereby granted, free of charge" in licence
    assert "codemirror.txt" in CODE[:300]
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    versions = re.findall(r"(@codemirror/\S+) (6\.\S+)", licence)
    assert len(versions) > 6
    named = re.findall(r"@codemirror/(\w[\w-]*)", guide)
    assert {f"@codemirror/{each}" for each in named} <= {name for name, _ in versions}
    assert "esbuild" in guide
