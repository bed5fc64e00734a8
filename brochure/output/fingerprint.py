"""The hash of all that a handout is made of: content, clinic, brand, pictures, fonts, program.

It is what tells that a PDF is out of date. A single build takes it, too, so it costs little: the
program is told by its versions there, and by its very bytes in a batch.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path

from brochure import __version__
from brochure._startup.kept_patterns import compiled
from brochure._startup.records import replace
from brochure.editions import Options
from brochure.language.tags import is_english
from brochure.model import BrandSource, Clinic, Handout, Text
from brochure.typeset.kerning import KERNING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


def _sha256() -> Callable[[bytes], Any]:
    """Return what hashlib gives, without loading OpenSSL for it."""
    for module in ("_sha2" if sys.version_info >= (3, 12) else "_sha256", "hashlib"):
        try:
            found: Callable[[bytes], Any] = import_module(module).sha256
        except (ImportError, AttributeError):
            continue
        return found
    raise ImportError("this Python has no SHA-256")


sha256 = _sha256()
_LANGUAGES = compiled(r"lang='([^']+)'")
"""The languages of words that are marked with theirs, in the repr of a handout."""
NOBODY = Clinic(name=Text(()), phone=Text(()))


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal digits."""
    return str(sha256(text.encode("utf-8", "surrogatepass")).hexdigest())


def topic_digest(handout: Handout, own_clinic: bool) -> str:
    """Return the hash of a handout's words, and of its clinic if that is the one printed."""
    if handout.back:
        sides = (replace(handout, back=None), handout.back)
        return digest("".join([topic_digest(side, own_clinic) for side in sides]))
    clinic = handout.clinic if own_clinic else None
    words = repr((clinic, replace(handout, clinic=NOBODY, folder=Path())))
    also = [tag.plain for tag in handout.also_in]
    languages = (handout.language, *also, *_LANGUAGES.findall(words))
    return digest(_wherever(words, handout.file) + _set_with(languages, clinic))


def place_digest(clinic: Clinic, brand: BrandSource | None, file: str) -> str:
    """Return the hash of a clinic's file."""
    return digest(_wherever(repr((clinic, brand)), file) + _set_with((), clinic))


def _set_with(languages: Sequence[str], clinic: Clinic | None) -> str:
    """Return what sets the letters of languages, and of the notice of a clinic that has one."""
    if clinic and clinic.notice:
        from brochure.typeset.other_languages import FIFTEEN

        languages = (*languages, *FIFTEEN)
    elif all(map(is_english, languages)):
        return ""
    from brochure.output.setters import setters

    return setters(languages)


def _wherever(words: str, file: str) -> str:
    """Return words in which a file has its name alone, however its path was typed."""
    return words.replace(repr(file), repr(Path(file).name))


def file_digest(path: Path) -> str:
    """Return the hash of a file, or why it cannot be read."""
    try:
        return str(sha256(path.read_bytes()).hexdigest())
    except OSError as error:
        return f"unreadable: {error.errno}"


def inputs(program: str, words: str, handout: Handout, options: Options, files: list[str]) -> str:
    """Return the hash of everything that a PDF depends on.

    ``words`` is the hash of its topic and clinic, ``files`` those of its pictures and fonts.
    """
    parts = (program, os.environ.get("SOURCE_DATE_EPOCH", ""), repr(options), words)
    return digest("\n".join((*parts, repr(handout.brand), *files)))


def versions() -> str:
    """Return what the program and its libraries call themselves."""
    import zlib

    import reportlab
    import yaml

    return f"{__version__} {reportlab.Version} {yaml.__version__} {zlib.ZLIB_RUNTIME_VERSION}"


def named_files(handout: Handout) -> list[Path]:
    """Return the files besides the YAML that a handout is made of."""
    back = named_files(handout.back) if handout.back else []
    images = [image.path for image in handout.images]
    images += [handout.cover.path] if handout.cover else []
    logo = [handout.clinic.logo] if handout.clinic.logo else []
    fonts = [path for _, path in handout.brand.fonts]
    kerning = dict.fromkeys(path.with_name(KERNING) for path in fonts)
    return [*images, *logo, *fonts, *kerning, *back]
