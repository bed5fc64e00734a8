"""Names that come from a browser, and places that a link leads out of."""

from __future__ import annotations

import pytest

from brochure.desk.exchange import AskError
from brochure.desk.names import is_plain_file, place_for, safe_name


@pytest.mark.parametrize("name", ["back.yaml", "Dolor de espalda.yml", "Rücken-2_(alt).yaml"])
def test_a_plain_name_is_good(name):
    assert safe_name(name) == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "../back.yaml",
        "..\\back.yaml",
        "a/../back.yaml",
        "%2e%2e/back.yaml",
        "/etc/back.yaml",
        "C:back.yaml",
        "C:\\back.yaml",
        "\\\\host\\share\\back.yaml",
        "//host/share/back.yaml",
        "CON.yaml",
        "con.yaml",
        "lpt1.yaml",
        "COM¹.yaml",
        "back.yaml:stream",
        "back.yaml::$DATA",
        "ba\0ck.yaml",
        "ba\nck.yaml",
        "back\u202e.yaml",
        "back.yaml.",
        "back.yaml ",
        " back.yaml",
        ".back.yaml",
        "_back.yaml",
        "b" * 300 + ".yaml",
        "ü" * 99 + ".yaml",
        "back.txt",
        "back",
        "back?.yaml",
        "back*.yaml",
        "-" * 3,
    ],
)
def test_any_other_name_is_refused(name):
    with pytest.raises(AskError):
        safe_name(name)


def test_a_name_that_differs_in_capitals_is_taken(tmp_path):
    (tmp_path / "Back.yaml").write_text("")
    assert place_for(tmp_path, "neck.yaml") == tmp_path / "neck.yaml"
    with pytest.raises(AskError) as refused:
        place_for(tmp_path, "bACK.yaml")
    assert refused.value.status == 409


def test_a_file_behind_a_link_is_not_of_the_folder(tmp_path):
    root, outside = tmp_path / "in", tmp_path / "out"
    (root / "neck").mkdir(parents=True)
    outside.mkdir()
    for folder in (root, root / "neck", outside):
        (folder / "a.yaml").write_text("")
    assert is_plain_file(root, root / "a.yaml")
    assert is_plain_file(root, root / "neck" / "a.yaml")
    (root / "link.yaml").symlink_to(outside / "a.yaml")
    (root / "linked").symlink_to(outside)
    (root / "folder.yaml").mkdir()
    for path in (
        root / "link.yaml",
        root / "linked" / "a.yaml",
        root / "folder.yaml",
        root / "gone.yaml",
        outside / "a.yaml",
        root / "neck" / ".." / "a.yaml",
        root,
    ):
        assert not is_plain_file(root, path), path
