"""Web addresses as people type them: their links, their hosts, and hosts that pass for others."""

from __future__ import annotations


def website_link(website: str) -> str:
    """Return a website as an https link, whether typed with or without its scheme."""
    return website if website.lower().startswith("https:") else f"https://{website}"


def printed_website(website: str) -> str:
    """Return a website as it is printed: without its scheme and a last slash."""
    bare = website[8:] if website.lower().startswith("https://") else website
    return bare.rstrip("/")


def host_of(website: str) -> str:
    """Return the host of a website in small letters, without a leading ``www.``."""
    host = printed_website(website).partition("/")[0].partition("?")[0].partition("#")[0]
    return host.lower().removeprefix("www.")


def mixed_scripts(host: str) -> str:
    """Return the label of a host whose letters are of several scripts, or pass for Latin ones.

    Empty if there is none. Such a host may look like another one: "pаypal.example" with a
    Cyrillic "а" (Unicode UTS 39, 5.1 and 4).
    """
    if host.isascii() and "xn--" not in host.lower():
        return ""
    return next((label for label in map(_shown, host.split(".")) if _passes(label)), "")


def _shown(label: str) -> str:
    """Return a label as a reader sees it, punycode decoded."""
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except UnicodeError:
        return label


_TOGETHER = ({"HIRAGANA", "KATAKANA", "CJK"}, {"HANGUL", "CJK"}, {"BOPOMOFO", "CJK"})
"""Scripts that are written together in one word."""
_LATIN_LOOKS = frozenset("асԁеһіјӏорԛѕԝхуѵαιοντυρχ")
"""Small letters of other scripts that look like Latin ones."""


def _passes(label: str) -> bool:
    from unicodedata import name

    letters = [char for char in label.lower() if char.isalpha()]
    scripts = {name(char, "?").split()[0] for char in letters}
    if len(scripts) > 1:
        return not any(scripts - {"LATIN"} <= together for together in _TOGETHER)
    return bool(letters) and set(letters) <= _LATIN_LOOKS
