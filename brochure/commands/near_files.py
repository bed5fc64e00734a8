"""What lies where a content file was named: files of nearly its name, and their kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from brochure.commands.words import complain
from brochure.language.messages import this_program
from brochure.model import ContentError, Problem

YAML = (".yaml", ".yml")
ENDINGS = (*YAML, ".txt")
"""What editors put at the end of a content file's name, also behind one another."""
SHOWN = 6
MOST_FOLDERS = 100
"""How many folders below are looked into."""
DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
"""What Word and mail programs make of the hyphens in front of an option."""
CONTENT, CLINICS, BRANDS = "content file", "clinic's file", "brand's file"
"""What a YAML file can be."""


def meant(path: Path, command: str) -> Path:
    """Return the file whose name differs from a path by a slip, and tell; raise ContentError."""
    if path.is_dir():
        raise _missing(path, "it is a folder, not a file", _named(path, path, command))
    near = _near(path.parent, path.name) if path.parent.is_dir() else []
    if len(near) == 1:
        complain(f"there is no {path}: I used {near[0]}, which lies there")
        return near[0]
    if near:
        raise _missing(path, f"there is no such file, but {_listed(near)}", "name one of them")
    raise _missing(path, "there is no such file", _no_name(str(path)) or _advice(path, command))


def _no_name(typed: str) -> str:
    """Return what to type if a name is an option with another dash, or a command; else nothing."""
    if typed[0] in DASHES:
        return f"an option begins with two hyphens; type: --{typed.lstrip(DASHES)}"
    if typed.isidentifier() and _is_verb(typed):
        return f"`{typed}` is another command; type: {this_program()} {typed}"
    return ""


def _is_verb(word: str) -> bool:
    from importlib import import_module
    from importlib.util import find_spec

    name = f"brochure.commands.{word}"
    return bool(find_spec(name)) and hasattr(import_module(name), "HELP")


def yaml_names(folder: Path) -> list[Path]:
    """Return the YAML files of a folder by name."""
    try:
        return sorted(each for each in folder.iterdir() if each.suffix.lower() in YAML)
    except OSError:
        return []


def _near(folder: Path, name: str) -> list[Path]:
    """Return the files of a folder whose names differ in ending or capitals only."""
    try:
        return sorted(
            each
            for each in folder.iterdir()
            if each.suffix.lower() in ENDINGS and _stem(each.name) == _stem(name) and each.is_file()
        )
    except OSError:
        return []


def _stem(name: str) -> str:
    """Return a name in small letters, without the endings of content files."""
    name = name.casefold()
    while (ending := Path(name).suffix) in ENDINGS:
        name = name.removesuffix(ending)
    return name


def _advice(path: Path, command: str) -> str:
    """Return what to type when no file has the name, or nearly."""
    if not path.parent.is_dir():
        return f"there is no folder {path.parent}: check the name"
    elsewhere = _elsewhere(path)
    if elsewhere:
        return f"it lies in another folder; type: {command} {_quoted(elsewhere[0])}"
    return _named(path, path.parent, command)


def _elsewhere(path: Path) -> list[Path]:
    """Return the files of the name in the folders right below and above."""
    folder = path.parent
    try:
        below = sorted(each for each in folder.iterdir() if each.is_dir())[:MOST_FOLDERS]
    except OSError:
        below = []
    above = folder / ".." if folder.resolve() != folder.resolve().parent else folder
    return [file for place in (*below, above) for file in _near(place, path.name)]


def _named(path: Path, folder: Path, command: str) -> str:
    """Return a hint that names the YAML files of a folder, or how to begin one."""
    there = yaml_names(folder)
    if not there:
        title = _stem(path.name).replace("-", " ").capitalize()
        begin = f'{this_program()} new "{title}"'
        return f"there is no YAML file in {_shown(folder)}; begin one: {begin}"
    first = next((file for file in there if kind_of(file) == CONTENT), there[0])
    return f"there {_listed(there)}; type: {command} {_quoted(first)}"


def _listed(paths: Sequence[Path]) -> str:
    """Return "lies a.yaml" or "lie a.yaml, b.yaml and 3 more"."""
    names = ", ".join(each.name for each in paths[:SHOWN])
    more = f" and {len(paths) - SHOWN} more" if len(paths) > SHOWN else ""
    return f"{'lies' if len(paths) == 1 else 'lie'} {names}{more}"


def _quoted(path: Path) -> str:
    """Return a path as it is typed, on any system."""
    text = str(path)
    plain = all(letter.isalnum() or letter in "._-/\\:~" for letter in text)
    return text if plain else f'"{text}"'


def _shown(folder: Path) -> str:
    return "this folder" if folder == Path() else str(folder)


def _missing(path: Path, message: str, hint: str) -> ContentError:
    return ContentError([Problem(str(path), 0, 0, "error", message, hint)])


def of_one_kind(files: Sequence[Path], wanted: str) -> tuple[list[Path], list[tuple[Path, str]]]:
    """Return the YAML files of a folder that are of a kind or of none, and what the others are."""
    kinds = [(file, kind_of(file)) for file in files]
    others = [(file, kind) for file, kind in kinds if kind not in (wanted, "")]
    return [file for file, kind in kinds if kind in (wanted, "")], others


def kind_of(file: Path) -> str:
    """Return what a YAML file is, by its outermost keys; "" if they do not tell."""
    import re

    from brochure.reading.paths import read_bytes
    from brochure.reading.schema import BRAND, CLINIC

    try:
        text = read_bytes(file).decode("utf-8", "replace")
    except OSError:
        return ""
    keys = set(re.findall(r"(?m)^\ufeff?[\"']?([A-Za-z_]+)[\"']?[ \t]*:", text))
    if keys & {"title", "sections"}:
        return CONTENT
    if keys and keys <= {"clinic", "brand"} | {field.name for field in CLINIC}:
        return CLINICS
    if keys and keys <= {field.name for field in BRAND}:
        return BRANDS
    return ""
