"""The names of languages: those that a handout is looked for by, and those on the chips."""

from __future__ import annotations

from brochure.language.spoken import NAMES
from brochure.language.tags import primary_tag
from brochure.language.tongues import TAGS, file_of, tongue_of

SPANISH: dict[str, str] = {
    "am": "amárico", "ar": "árabe", "bn": "bengalí", "cs": "checo", "de": "alemán",
    "en": "inglés", "es": "español castellano", "fa": "persa farsi", "fil": "filipino tagalo",
    "fr": "francés", "he": "hebreo", "hi": "hindi", "hmn": "hmong", "ht": "criollo haitiano",
    "hy": "armenio", "it": "italiano", "ja": "japonés", "km": "jemer camboyano", "ko": "coreano",
    "nl": "neerlandés holandés", "pa": "panyabí punjabí", "pl": "polaco", "pt": "portugués",
    "ru": "ruso", "so": "somalí", "th": "tailandés", "vi": "vietnamita",
    "zh-hans": "chino simplificado", "zh-hant": "chino tradicional",
}  # fmt: skip
"""What each language of `language/words` is called in Spanish, with its second name if it has one.

Accents do not count in a search.
"""


def names_of(language: str) -> tuple[str, ...]:
    """Return the names that a language is looked for by: English, its own and Spanish."""
    primary = primary_tag(language)
    spanish = SPANISH.get(file_of(language) or primary, "")
    tongue = tongue_of(language)
    if tongue:
        return tongue.english_name, tongue.own_name, spanish
    return NAMES.get(primary, ""), spanish


def own_names() -> dict[str, str]:
    """Return what each language calls itself, by its tag."""
    tags = [*TAGS, "zh-Hans", "zh-Hant"]
    return {tag: tongue.own_name for tag in tags if (tongue := tongue_of(tag))}
