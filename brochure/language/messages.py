"""Small tools for the words of messages: shortening, quoting, showing what cannot be seen."""

from __future__ import annotations

from collections.abc import Iterable


def short(text: str, limit: int = 60) -> str:
    """Return a text on one line, cut to fit in a message."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1] + "…"


CURLY = {"“": '”“"', "„": '“”"', "”": '”"', "‘": "’'", "‚": "‘’"}
"""The curly quotes that may open a text, each with those that may close it."""


def uncurled(text: str) -> str | None:
    """Return the words inside curly quotes around a whole text; None if there are none."""
    closers = CURLY.get(text[:1])
    inner = text[1:-1].strip()
    if not closers or not inner or text[-1] not in closers or text[0] in inner:
        return None
    double = text[0] in "“„”"
    return None if double and any(mark in inner for mark in closers) else inner


def unquoted(text: str) -> str:
    """Return the words inside a pair of quotes that was meant for the whole text."""
    if text[:1] in CURLY:
        return uncurled(text) or text
    paired = len(text) > 2 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if paired else text


def in_quotes(text: str) -> str:
    """Return a text in the YAML quotes that suit it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


_QUOTED_STARTS = "[]{}*&!%@>|,?`\"'#-:~="


def typed(text: str) -> str:
    """Return a text as it is typed behind a key or a dash: in quotes if YAML needs them."""
    plain = text == text.strip() and text and text[0] not in _QUOTED_STARTS
    if plain and ": " not in text and " #" not in text and text[-1] != ":":
        return text
    return in_quotes(text)


def printable(text: str) -> str:
    """Return a text whose invisible characters are written as codes."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else f"<U+{ord(char):04X}>" for char in text)


def printable_lines(text: str) -> str:
    """Return a text of several lines whose other invisible characters are written as codes."""
    return "\n".join(map(printable, text.split("\n"))) if "\n" in text else printable(text)


def counted(number: int, noun: str) -> str:
    """Return "1 word", "2 words"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def reason(error: OSError) -> str:
    """Return why a file could not be used, in the system's words: "permission denied"."""
    return (error.strerror or str(error)).lower()


def either(words: Iterable[str]) -> str:
    """Return "a", "a or b", "a, b or c"."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


MODULE = "python -m brochure"
"""How the program is typed where it has no command of its own."""


def this_python() -> str:
    """Return the running Python as it is typed from the folder that we are in."""
    import sys

    return as_typed(sys.executable or "python")


def this_program() -> str:
    """Return how this program is typed: by its own command, if it was started so."""
    import sys

    command = sys.argv[0].replace("\\", "/").rpartition("/")[2].lower() if sys.argv else ""
    return "brochure" if command in ("brochure", "brochure.exe") else MODULE


def as_typed(path: str) -> str:
    """Return a path as it is typed: from the folder that we are in, in quotes if need be.

    In quotes, PowerShell wants "& " before a command, and cmd does not take that; so a path below
    the folder we are in, which mostly needs none, is preferred.
    """
    import os

    here = os.path.join(os.getcwd(), "")  # noqa: PTH109, PTH118  (a path that is only shown)
    path = path.removeprefix(here)
    plain = all(letter.isalnum() or letter in "._-/\\:~+" for letter in path)
    return path if plain else f'"{path}"'


def install(package: str) -> str:
    """Return what to type to install a package for the running Python."""
    return f"{this_python()} -m pip install {package}"
