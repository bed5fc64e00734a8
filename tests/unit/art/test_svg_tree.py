from __future__ import annotations

import pytest

from brochure.art.svg_tree import read_tree

SPACE = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def test_elements_of_other_programs_are_left_out_with_all_that_is_in_them():
    other = 'xmlns:i="http://example.org/i"'
    tree = read_tree(f'<svg {SPACE} {other}><i:a><g/></i:a><g i:b="1" c="2"/></svg>'.encode())
    (group,) = tree.children
    assert (group.name, group.attributes, group.parent) == ("g", {"c": "2"}, tree)


def test_both_ways_to_name_a_copy_are_one():
    copies = '<use xlink:href="#a"/><use href="#b" xlink:href="#c"/>'
    tree = read_tree(f"<svg {SPACE}>{copies}</svg>".encode())
    assert [node.attributes["href"] for node in tree.children] == ["#a", "#b"]


def test_words_are_kept_where_they_matter():
    tree = read_tree(f"<svg {SPACE}><style>a<![CDATA[b]]></style><g>no</g></svg>".encode())
    assert [node.words for node in tree.all()] == ["", "ab", ""]


def test_an_error_names_its_element_once():
    tree = read_tree(f"<svg {SPACE}>\n<g/></svg>".encode())
    error = tree.children[0].at(ValueError("is wrong"))
    assert str(error) == "`<g>` in line 2 is wrong"
    assert tree.at(error) is error


@pytest.mark.parametrize("inside", ["<script/>", '<g onload="x"/>', "<defs><script/></defs>"])
def test_scripts_are_refused_anywhere(inside):
    with pytest.raises(ValueError, match="line 1 runs a script"):
        read_tree(f"<svg {SPACE}>{inside}</svg>".encode())


@pytest.mark.parametrize("coding", ["reflect", "base64", "utf-7", "idna", "utf-32", "cp037"])
def test_an_unknown_coding_is_refused_in_words(coding):
    with pytest.raises(ValueError, match=r"unknown way|whole SVG"):
        read_tree(f'<?xml version="1.0" encoding="{coding}"?><svg {SPACE}/>'.encode())
