"""The first content file of a new handout: a commented starter under the author's title."""

from __future__ import annotations

import os
import re
from functools import partial
from pathlib import Path
from typing import NamedTuple

from brochure.editions import slug
from brochure.language.messages import MODULE, in_quotes, this_program
from brochure.language.tags import primary_tag
from brochure.language.tongues import file_of, tongue_of
from brochure.model import ContentError, Problem, WriteError
from brochure.model.device_names import is_device
from brochure.output.atomic_write import write_file
from brochure.output.new_file import write_new_file
from brochure.output.write_faults import advice, in_the_way
from brochure.reading.doubts import STARTER_CLINICS, STARTER_PHONE
from brochure.reading.loader import load_bytes
from brochure.reading.validators import check_language

PACKAGE = Path(__file__).parents[1]
STARTER, WORDED = "starter.yaml", "starter-words.yaml"
"""The English starter, and the one that a language's own words are put into."""

SAMPLE_CLINIC = """\
clinic:
  name: @name@
  phone: @phone@
  # address: 123 Main Street
  # city: Los Angeles, CA 90001
  # hours: "Mon-Fri 8:00-17:00"
  # website: clinic.example
  # email: care@clinic.example
  # logo: assets/logo.svg"""
SAMPLE_BRAND = """\
brand:
  primary: "#0b5d6b" # headings, lines and boxes
  accent: "#c05a12" # bullets and small marks"""

SAMPLES = {"clinic": SAMPLE_CLINIC, "brand": SAMPLE_BRAND}

SCHEMA_COPY = ".brochure-schema.json"
"""The copy of the schema beside the content files of a folder outside a project."""
TAKEN = "choose another name, or open that file and change it"


class Start(NamedTuple):
    """A starter that is ready to be written."""

    path: Path
    text: str


def start(name: str, folder: Path, language: str = "en-US") -> Start:
    """Return the starter of a new handout; ``name`` is its title, or a path ending in .yaml.

    Raises ValueError, with a message for the author, if no handout can have that title or
    language.
    """
    fault = check_language(language)
    if fault:
        raise ValueError(f"{fault[0]}. {fault[1]}")
    title, path = named(name, folder)
    tongue = tongue_of(language)
    own = tongue.starter if tongue else {"file": STARTER, "clinic": STARTER_CLINICS[0]}
    blanks = {key: in_quotes(words) for key, words in own.items()} | {
        "title": in_quotes(title),
        "language": language,
        "file": f'"{path.name}"' if " " in path.name else path.name,
        "schema": schema_for(path.parent),
        "name": own["clinic"],
        "phone": STARTER_PHONE,
    }
    text = (PACKAGE / own.get("file", WORDED)).read_text("utf-8").replace(MODULE, this_program())
    _prove(filled(text, SAMPLES, blanks), title)
    lines = {key: shared(key, path.parent) for key in SAMPLES}
    return Start(path, filled(text, lines, blanks))


def in_style(start: Start, style: str) -> Start:
    """Return a starter whose brand has a style; raise ValueError if the brand has its own file."""
    before, brand, after = start.text.partition("\nbrand:\n")
    if not brand:
        found = re.search(r"^brand: (\S+)", start.text, re.MULTILINE)
        where = found[1] if found else "the brand"
        raise ValueError(f"the style is the brand's: write `style: {style}` in {where}")
    return start._replace(text=f"{before}{brand}  style: {style}\n{after}")


def write_new(start: Start) -> None:
    """Write a starter where no file is, whole or not at all.

    Raises WriteError if there is one, or no room for it.
    """
    path = start.path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if f"$schema={SCHEMA_COPY}\n" in start.text:
            _write_schema(path.parent)
        write_new_file(path, start.text.encode("utf-8"))
    except (FileExistsError, NotADirectoryError) as error:
        if path.parent.is_dir():
            raise _refusal(path, "it exists already; nothing was changed", TAKEN) from None
        raise _refusal(path, *in_the_way(path.parent)) from error
    except OSError as error:
        raise _refusal(path, *advice(error)) from error


def fixed_words(language: str) -> bool:
    """Return whether the program has its fixed words in a language."""
    return primary_tag(language) == "en" or bool(file_of(language))


def named(name: str, folder: Path) -> tuple[str, Path]:
    """Return the title and the path that a name stands for."""
    given = Path(name.strip())
    if given.suffix.lower() in (".yaml", ".yml"):
        if is_device(given.name):
            raise ValueError(f"{given.name} is a name that Windows keeps for itself; use another")
        words = re.sub(r"[\s_-]+", " ", given.stem).strip()
        return words[:1].upper() + words[1:], folder / given
    title = " ".join(name.split())
    return title, folder / f"{slug(title)}.yaml"


def filled(text: str, *passes: dict[str, str]) -> str:
    """Return a starter with its blanks filled in, those of one pass after those of another."""
    for blanks in passes:
        text = re.sub(r"@([a-z_0-9]+)@", partial(_blank, blanks), text)
    return text


def _blank(blanks: dict[str, str], found: re.Match[str]) -> str:
    """Return what goes into a blank; one that is not known stays."""
    return blanks.get(found[1], found[0])


def _prove(text: str, title: str) -> None:
    """Raise ValueError if no content file can have this title."""
    try:
        load_bytes(text.encode("utf-8", "surrogatepass"), "", Path())
    except ContentError as error:
        first = error.problems[0]
        raise ValueError(f"“{title}” cannot be a title: {first.message}. {first.hint}") from None


def shared(key: str, folder: Path) -> str:
    """Return the reference to a shared file such as clinic.yaml, or the sample in its place."""
    name = f"{key}.yaml"
    return f"{key}: {name}" if (folder / name).is_file() else SAMPLES[key]


def schema_for(folder: Path) -> str:
    """Return where an editor finds the schema: in the project if it is there, else beside the file.

    Either travels with the file; a path of this machine would not.
    """
    home = folder.resolve()
    for parent in (home, *home.parents):
        path = parent / "brochure" / "schema.json"
        if path.is_file():
            return Path(os.path.relpath(path, home)).as_posix()
    return SCHEMA_COPY


def _write_schema(folder: Path) -> None:
    """Put a copy of the schema into a folder, unless the same one is there."""
    copy, data = folder / SCHEMA_COPY, (PACKAGE / "schema.json").read_bytes()
    if not copy.is_file() or copy.read_bytes() != data:
        write_file(copy, data)


def _refusal(path: Path, why: str, hint: str) -> WriteError:
    """Return the error that a file was not written."""
    return WriteError([Problem(str(path), 0, 0, "error", f"not written: {why}", hint)])
