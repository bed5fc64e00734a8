"""Names of files: what is found in its folder, and what is refused in plain words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brochure.reading.paths import safe_path


@pytest.fixture
def base(tmp_path):
    folder = tmp_path / "handout"
    (folder / "pictures").mkdir(parents=True)
    (folder / "pictures" / "spine.png").write_bytes(b"x")
    (folder / "a b ü.png").write_bytes(b"x")
    (tmp_path / "secret.png").write_bytes(b"x")
    return folder.resolve()


@pytest.mark.parametrize(
    "name",
    ["pictures/spine.png", "./pictures/spine.png", "pictures\\spine.png", "pictures/../a b ü.png"],
)
def test_a_file_in_the_folder_is_found(base, name):
    path = safe_path(name, (base,))
    assert path.is_file()
    assert path.is_relative_to(base)


def test_the_first_folder_that_has_it_wins(base, tmp_path):
    other = tmp_path / "assets"
    other.mkdir()
    (other / "a b ü.png").write_bytes(b"y")
    (other / "logo.svg").write_bytes(b"y")
    assert safe_path("a b ü.png", (base, other)).parent == base
    assert safe_path("logo.svg", (base, other)).parent == other.resolve()


@pytest.mark.parametrize(
    "name",
    [
        "../secret.png",
        "pictures/../../secret.png",
        "..\\secret.png",
        "pictures\\..\\..\\secret.png",
        "..",
        "/etc/passwd",
        "\\\\server\\share\\a.png",
        "//server/share/a.png",
        "C:\\a.png",
        "C:a.png",
        "c:/a.png",
        "http://example.org/a.png",
        "https:a.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "a.png:stream",
        "a\0.png",
        "a\n.png",
        "a\x1b[0m.png",
        "a\u2028.png",
        "con",
        "CON.png",
        "nul.tar.gz",
        "pictures/aux.png",
        "com1",
        "LPT9.txt",
        "com¹.png",
        "",
        "  ",
        ".",
        "./",
        "...",
        "pictures",
        "pictures/",
        "missing.png",
        "pictures/spine.png/deeper.png",
        "x" * 5000,
        "/".join(["a"] * 3000),
    ],
)
def test_any_other_name_is_refused_in_plain_words(base, name):
    with pytest.raises(ValueError, match=r"[a-z]{3}") as caught:
        safe_path(name, (base,))
    words = str(caught.value)
    assert "Errno" not in words
    assert "\0" not in words
    assert len(words) < 400


def test_a_missing_file_says_where_it_was_sought(base):
    with pytest.raises(ValueError, match=r"missing\.png") as caught:
        safe_path("missing.png", (base,))
    assert str(base) in str(caught.value)


def test_a_name_with_other_capitals_gets_a_hint(base):
    if (base / "Pictures").exists():
        pytest.skip("this disk does not tell capitals apart")
    with pytest.raises(ValueError, match=r"spine\.png"):
        safe_path("pictures/Spine.png", (base,))


links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@links
@pytest.mark.parametrize("target", ["../secret.png", "/etc/hostname", "../../../../etc/hostname"])
def test_a_link_that_leads_out_is_refused(base, target):
    (base / "link.png").symlink_to(target)
    with pytest.raises(ValueError, match="link"):
        safe_path("link.png", (base,))


@links
def test_a_linked_folder_that_leads_out_is_refused(base):
    (base / "up").symlink_to("..")
    with pytest.raises(ValueError, match="link"):
        safe_path("up/secret.png", (base,))


@links
def test_a_link_inside_is_followed(base):
    (base / "link.png").symlink_to("pictures/spine.png")
    assert safe_path("link.png", (base,)) == base / "pictures" / "spine.png"


@links
def test_a_link_from_one_folder_to_another_is_allowed(base, tmp_path):
    other = tmp_path / "assets"
    other.mkdir()
    (other / "logo.png").write_bytes(b"y")
    (base / "link.png").symlink_to(other / "logo.png")
    assert safe_path("link.png", (base, other)) == (other / "logo.png").resolve()


@links
def test_a_loop_of_links_is_refused(base):
    (base / "a.png").symlink_to("b.png")
    (base / "b.png").symlink_to("a.png")
    with pytest.raises(ValueError, match=r"a\.png"):
        safe_path("a.png", (base,))


@links
def test_a_pipe_is_refused(base):
    os.mkfifo(base / "pipe.png")
    with pytest.raises(ValueError, match="usual kind"):
        safe_path("pipe.png", (base,))


@given(st.text(max_size=40))
def test_any_name_ends_in_a_file_of_the_folder_or_a_refusal(name):
    base = Path(__file__).resolve().parent
    try:
        assert safe_path(name, (base,)).is_relative_to(base)
    except ValueError as error:
        assert str(error)
