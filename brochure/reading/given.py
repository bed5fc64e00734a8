"""What a program gives to be read: a file, its text or bytes, or a mapping, written as YAML first.

So a mapping goes through every check that a file does.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.language.messages import reason
from brochure.model import ContentError, Problem
from brochure.reading.paths import read_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    Given: TypeAlias = "Path | str | bytes | Mapping[str, object] | Source"
    """A file's path, a YAML file's text or bytes, what it holds as a mapping, or any once read.

    A text of several lines is what a file holds; one of a single line is the name of a file.
    """


WIDEST = 1 << 30
"""Characters of a line of YAML: a text is not folded."""


@dataclass(frozen=True, slots=True)
class Source:
    """What is to be read: its bytes, its name in messages, and where files that it names lie."""

    data: bytes
    name: str
    folder: Path


def source_of(given: Given, what: str, base: Path | str | None = None) -> Source:
    """Return what is to be read; ``what`` names texts, bytes and mappings in messages.

    ``base`` is the folder of the files that texts, bytes and mappings name, without it the working
    folder; a file names those in its own. Raises ContentError if a file cannot be read, and
    TypeError for what is none of these.
    """
    if isinstance(given, Source):
        return given
    if isinstance(given, str) and "\n" in given:
        given = given.encode("utf-8", "surrogatepass")
    if isinstance(given, str | Path):
        path = Path(given)
        return Source(file_bytes(path), str(path), path.parent)
    folder = Path() if base is None else Path(base)
    if isinstance(given, bytes):
        return Source(given, f"<{what}>", folder)
    if isinstance(given, Mapping):
        return Source(as_yaml(given), f"<{what}>", folder)
    raise TypeError(f"{what} is a path, a text, bytes or a mapping, not {type(given).__name__}")


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a content, clinic or brand file; raise ContentError if it has none."""
    try:
        return read_bytes(path)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        hint = "Check the name and the folder."
        message = f"the file cannot be read: {why}"
        raise ContentError([Problem(str(path), 0, 0, "error", message, hint)]) from None


def as_yaml(values: Mapping[str, object]) -> bytes:
    """Return a mapping as a YAML file holds it; keys whose value is None are left out.

    Raises TypeError, naming the place, for what YAML files do not hold.
    """
    import yaml

    try:
        plain = _plain(values, "")
    except RecursionError:
        raise TypeError("a mapping that holds itself is no content") from None
    writer = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    text: str = yaml.dump(plain, Dumper=writer, sort_keys=False, allow_unicode=True, width=WIDEST)
    return text.encode("utf-8", "surrogatepass")


def _plain(value: object, place: str) -> object:
    """Return a value in the types that YAML writes: dicts, lists, texts and numbers."""
    from datetime import date

    if isinstance(value, Mapping):
        return {
            _key(key, place): _plain(each, f"{place}.{key}".lstrip("."))
            for key, each in value.items()
            if each is not None
        }
    if isinstance(value, list | tuple):
        return [_plain(each, f"{place}[{index}]") for index, each in enumerate(value)]
    if isinstance(value, bool):
        return bool(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Path):
        return value.as_posix()
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, int | float):
        return value
    raise TypeError(f"{place}: a text, a list or a mapping belongs here, not {value!r}")


def _key(key: object, place: str) -> str:
    if isinstance(key, str):
        return str(key)
    raise TypeError(f"{place}: a key is a text, not {key!r}".lstrip(": "))
