"""The fonts of a language that the first family does not serve, and what of it cannot be set."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from brochure._startup.records import replace
from brochure.language.fixed_words import Phrases
from brochure.language.messages import either, install
from brochure.language.phrases import given_in_english, unworded
from brochure.language.tags import runs_from_right
from brochure.language.tongues import TAGS as KNOWN
from brochure.model import BrandSource, ContentError, Handout, Problem, Text
from brochure.typeset.fonts import Faces, brand_faces
from brochure.typeset.mixed_faces import MixedFaces, lent_letters, mixed_faces
from brochure.typeset.scripts import FROM_RIGHT, LANGUAGES, script_of, unsettable, writing_of
from brochure.typeset.writings import WRITINGS, Writing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import FaceRole

SHAPER = "uharfbuzz"
FEWEST_LENT, MOST_LENT = 12, 0.3
"""So many words of other families, and such a share, are no names but another language."""
BREAKERS = {"Thai": "budoux", "Khmer": "icu4py"}
"""The package that finds where lines may end in a script without spaces."""


def language_faces(
    handout: Handout, writing: Writing, texts: list[Text]
) -> tuple[Faces, tuple[Problem, ...]]:
    """Return the faces that a language is set in, and warnings about them.

    The brand's own font is taken if it has all letters of the texts. Raises ContentError as
    `brand_faces` does, and if what shapes the script is not installed.
    """
    told = _lacking_packages(handout, writing)
    if any(problem.level == "error" for problem in told):
        raise ContentError(told)
    faces, others = _faces(handout.brand, writing, handout.language, texts)
    return faces, (*told, *others)


def _lacking_packages(handout: Handout, writing: Writing) -> list[Problem]:
    """Return what to say of packages that the writing needs and that are not installed."""
    place = handout.title.file or handout.file, handout.title.line, handout.title.column
    if writing.shaped and find_spec(SHAPER) is None:
        words = f"{writing.name} letters are put together by {SHAPER}, which is not installed"
        return [Problem(*place, "error", words, f"install it: {install(SHAPER)}")]
    breaker = BREAKERS.get(writing.name, "")
    if breaker and find_spec(breaker) is None:
        words = f"lines end at spaces alone, as {breaker}, which finds words, is not installed"
        return [Problem(*place, "warning", words, f"install it: {install(breaker)}")]
    return []


def _faces(
    brand: BrandSource, writing: Writing, language: str, texts: list[Text]
) -> tuple[Faces, tuple[Problem, ...]]:
    faces = brand_faces(brand, writing, language)
    if not brand.fonts:
        return faces, ()
    letters = "".join(sorted({char for text in texts for char in text.plain if char.isalpha()}))
    lacking = faces.missing(letters, ("regular", "bold"))
    if not lacking:
        return faces, ()
    name = writing.family.replace("-", " ").title()
    message = f'the font of the brand has no "{lacking[0]}", so the whole handout is set in {name}'
    hint = (
        f"name a font in `brand: font:` that has the {writing.name} letters, or leave this as it is"
    )
    place = brand.file, brand.font_line, brand.font_column
    told = Problem(*place, "warning", message, hint)
    return brand_faces(replace(brand, fonts=()), writing, language), (told,)


def with_lent(
    texts: list[Text], faces: Faces, writing: Writing | None, roles: Iterable[FaceRole]
) -> Faces:
    """Return the faces with words of other families, if texts have letters that they lack."""
    lacking = faces.missing("".join([text.plain.replace("\n", " ") for text in texts]), roles)
    lent = lent_letters(texts, dict.fromkeys(lacking), writing)
    return mixed_faces(faces, lent) if lent else faces


def script_problems(
    texts: list[Text], writing: Writing | None, handout: Handout, faces: Faces
) -> list[Problem]:
    """Return a problem for each script that cannot be set, and for a language without words.

    Another is that of a text which is in another language as a whole.
    """
    language, title = handout.language, handout.title
    found = [
        Problem(text.file, text.line, text.column, "error", *_words(script, char, language))
        for script, (text, char) in unsettable(texts, writing).items()
    ]
    found += _unmarked(texts) if not (writing and writing.characters) else []
    found += _unshaped(texts, writing)
    found += _mostly_lent(texts, faces, language)
    lacking = unworded(language, handout.clinic.phrases) if writing else ()
    if lacking:
        message = (
            f"the program has no fixed words, such as “Page 1 of 2”, in `language: {language}`"
        )
        hint = (
            f"it has them in {', '.join(sorted(KNOWN))}; for others the clinic's file gives each:"
            f" {given_in_english(lacking, language)}"
        )
        found.append(Problem(title.file, title.line, title.column, "error", message, hint))
    return found


def _unmarked(texts: list[Text]) -> list[Problem]:
    """Return a problem for the first Chinese or Japanese sign whose language nobody can tell."""
    for text in texts:
        for span in text.spans:
            han = next((char for char in span.text if script_of(char) == "Han"), "")
            if han and not (span.lang and writing_of(span.lang)):
                message = f'"{han}" looks different in Chinese and Japanese'
                tags = "`, `".join(f"[{han}]{{lang={tag}}}" for tag in ("zh-Hans", "zh-Hant", "ja"))
                hint = f"mark the language of the words: `{tags}`"
                place = text.file, text.line, text.column
                return [Problem(*place, "error", message, hint)]
    return []


def _mostly_lent(texts: list[Text], faces: Faces, language: str) -> list[Problem]:
    """Return a problem for a text most of whose words are in letters of another family."""
    if not isinstance(faces, MixedFaces):
        return []
    spans = [(text, span) for text in texts for span in text.spans if not span.lang]
    words = [(text, word) for text, span in spans for word in span.text.split()]
    lent = [(text, word, tag) for text, word in words if (tag := faces.tag_of(word))]
    if len(lent) < FEWEST_LENT or len(lent) < MOST_LENT * len(words):
        return []
    text, word, tag = lent[0]
    latin = all(char < "\u0370" or "\u1e00" <= char < "\u1f00" for char in word)
    message = f"most of the text is in other letters, such as “{word}”, than `language: {language}`"
    hint = f"name the language of the handout, such as `language: {'vi' if latin else tag}`"
    return [Problem(text.file, text.line, text.column, "error", message, hint)]


def _unshaped(texts: list[Text], own: Writing | None) -> list[Problem]:
    """Return a problem for the first marked words whose letters nothing here puts together."""
    if find_spec(SHAPER) is not None:
        return []
    for text in texts:
        for span in text.spans:
            marked = writing_of(span.lang) if span.lang else None
            if marked and marked.shaped and marked != own:
                message = (
                    f"{marked.name} letters are put together by {SHAPER}, which is not installed"
                )
                place = text.file, text.line, text.column
                return [Problem(*place, "error", message, f"install it: {install(SHAPER)}")]
    return []


def check_words(words: Phrases, faces: Faces, handout: Handout) -> None:
    """Raise ContentError if the fonts lack a letter of the fixed words."""
    drawn = "".join(getattr(words, name) for name in words.__match_args__)
    lacking = faces.missing(drawn, ("regular", "bold"))
    if not lacking:
        return
    message = f'the font has no "{lacking[0]}", which the fixed words of {handout.language} need'
    hint = "name a font in `brand: font:` that has it, or leave `font` out"
    brand, title = handout.brand, handout.title
    place = (
        (brand.file, brand.font_line, brand.font_column)
        if brand.fonts
        else (title.file, title.line, title.column)
    )
    raise ContentError([Problem(*place, "error", message, hint)])


def _words(script: str, char: str, language: str) -> tuple[str, str]:
    """Return what to say of a script, and what to type."""
    tags = [tag for tag, name in LANGUAGES.items() if script in WRITINGS[name].scripts]
    if not tags:
        hint = f'type it in letters that can be set; the first that cannot is "{char}"'
        return f"{script} script cannot be set yet", hint
    if script in FROM_RIGHT and runs_from_right(language):
        # Urdu, Pashto, Yiddish: the script's other languages have other letters, or another hand
        hint = f"have its translator make the PDF; what can be set in this script is {either(tags)}"
        return f"`language: {language}` cannot be set yet, in its {script} letters", hint
    message = f"{script} script cannot be set in a handout with `language: {language}`"
    typed = either([f"`language: {tag}`" for tag in tags])
    marked = f"`[words]{{lang={tags[0]}}}`"
    return message, f"mark the words: {marked}; or type {typed} if that is the handout's language"
