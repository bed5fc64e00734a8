"""`new --from`: a content file of a Word file, a web page, a Markdown or a plain text."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.commands.starter import SAMPLES, Start, filled, named, schema_for, shared
from brochure.editions import slug
from brochure.importing.article import Imported, Taken, imported, take
from brochure.importing.content_file import Head
from brochure.importing.kinds import KINDS
from brochure.importing.pieces import refusal
from brochure.language.messages import counted, in_quotes, printable, reason
from brochure.language.tongues import tongue_of
from brochure.model import ContentError
from brochure.reading.doubts import STARTER_CLINICS, STARTER_PHONE
from brochure.reading.given import file_bytes
from brochure.reading.loader import load_bytes, load_clinic_bytes
from brochure.reading.validators import check_language
from brochure.sources import assets_for

MOST_BYTES = max(kind.most for kind in KINDS.values())


def begin(
    source: str, name: str, folder: Path, language: str = ""
) -> tuple[Start, str, tuple[str, ...]]:
    """Return the content file of a document, its language, and a line for each thing to tell.

    ``name`` is its title or file in place of the document's own. Raises ContentError for a
    document that cannot be taken, and ValueError for a name or language that cannot be used.
    """
    fault = check_language(language) if language else None
    if fault:
        raise ValueError(f"{fault[0]}. {fault[1]}")
    path = Path(source)
    taken = take(_document(path), str(path), language)
    title, target = named(name or taken.article.title, folder)
    if not name and target.stem == slug(""):  # the title has no letter for a file's name
        target = target.with_stem(slug(path.stem))
    made = content_file(taken, target, title if name else "")
    start = Start(target, made.text)
    return start, taken.language, (*_headline(made, path), *made.told, *_left(start))


def content_file(taken: Taken, target: Path, title: str = "") -> Imported:
    """Return the content file of a document that was taken, with the folder's clinic and brand.

    ``title`` takes the place of the document's own.
    """
    if title:
        taken = replace(taken, article=replace(taken.article, title=title))
    phones = _phones_of(target.parent)
    lines = {key: _lines(key, target.parent, taken) for key in SAMPLES}
    file, source = (in_quotes(n) if " " in n else n for n in (target.name, _plain(taken.name)))
    schema = schema_for(target.parent)
    head = Head(file, schema, taken.language, lines["clinic"], lines["brand"], source)
    found = [taken.phone] if taken.phone and not phones else []
    made = imported(taken, head, phones or found)
    if found:
        return replace(made, told=(f"the clinic's phone is the one of the text, {found[0]}; give "
                                   "the clinic's name, too", *made.told))  # fmt: skip
    return made


def _document(path: Path) -> bytes:
    """Return a document's bytes, at most one more than any may have."""
    try:
        with path.open("rb") as stream:
            return stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        message = f"the file cannot be read: {why}"
        raise refusal(str(path), message, "Check the name and the folder.") from None


def _plain(name: str) -> str:
    """Return the last part of a name, as it can stand in a note."""
    return printable(Path(name).name)


def _lines(key: str, folder: Path, taken: Taken) -> str:
    """Return the lines of a key: a reference to the folder's file, or the sample."""
    tongue = tongue_of(taken.language)
    name = tongue.starter["clinic"] if tongue else STARTER_CLINICS[0]
    blanks = {"name": name, "phone": taken.phone or STARTER_PHONE}
    return filled(shared(key, folder), blanks)


def _phones_of(folder: Path) -> list[str]:
    """Return the phones of the folder's clinic, the one to call first; none without that file.

    Raises ContentError if the file is there and cannot be used.
    """
    path = folder / "clinic.yaml"
    if not path.is_file():
        return []
    clinic, _, _ = load_clinic_bytes(file_bytes(path), str(path), folder, assets_for(path))
    return [clinic.phone.plain, *(each.number.plain for each in clinic.phones)]


def _headline(made: Imported, path: Path) -> list[str]:
    """Return the line above what is told, if there is any."""
    if not made.told:
        return []
    number = counted(len(made.told), "thing")
    return [f"{number} of {path.name} came otherwise or not at all:"]


def _left(start: Start) -> list[str]:
    """Return what is still to be mended in a content file, a line each."""
    try:
        load_bytes(start.text.encode("utf-8", "surrogatepass"), str(start.path), start.path.parent)
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []
