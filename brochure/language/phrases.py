"""The fixed words of a handout in its language, and dates written out."""

from __future__ import annotations

from brochure._startup.records import replace
from brochure.language.fixed_words import ENGLISH, ENGLISH_MAIL, MailWords, Phrases
from brochure.language.messages import in_quotes
from brochure.language.tags import primary_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.content import OwnPhrases


def phrases(language: str, own: OwnPhrases = ()) -> Phrases:
    """Return the fixed words for a BCP 47 tag; English where the language has none yet.

    ``own`` are the clinic's: those of the whole tag win over those of its primary language.
    """
    words, tag = ENGLISH, primary_tag(language)
    if tag != "en":
        from brochure.language.tongues import tongue_of

        tongue = tongue_of(language)
        words = tongue.phrases if tongue else ENGLISH
    for given in _own(language, own):
        words = replace(words, **dict(given))
    return words


def given_in_english(names: tuple[str, ...], language: str) -> str:
    """Return what to type into the clinic's file for the first of the words that are lacking."""
    words = in_quotes(getattr(ENGLISH, names[0]))
    return f"`phrases: {{{primary_tag(language)}: {{{names[0]}: {words}}}}}`"


def _own(language: str, own: OwnPhrases) -> list[tuple[tuple[str, str], ...]]:
    """Return the clinic's words for a language, those of its whole tag last."""
    tags = dict.fromkeys((primary_tag(language), language.lower()))
    return [given for tag in tags for of, given in own if of == tag]


def unworded(language: str, own: OwnPhrases = ()) -> tuple[str, ...]:
    """Return the names of the fixed words that would be English in a handout of a language."""
    if primary_tag(language) == "en":
        return ()
    from brochure.language.tongues import file_of

    if file_of(language):
        return ()
    given = {name for words in _own(language, own) for name, _ in words}
    return tuple(name for name in ENGLISH.__match_args__ if name not in given)


def written_date(iso: str, words: Phrases) -> str:
    """Return an ISO date written out, as in "October 1, 2026"; never an ambiguous form."""
    year, month, day = (int(part) for part in iso.split("-"))
    return words.date.format(d=day, m=words.months.split("|")[month - 1], y=year)


def reviewed_words(iso: str, words: Phrases) -> str:
    """Return "Reviewed October 1, 2026" in the language of the fixed words."""
    return words.reviewed.format(written_date(iso, words))


def mail_words(language: str) -> MailWords:
    """Return the words for a BCP 47 tag; English where the language has none yet."""
    from brochure.language.tongues import tongue_of

    tongue = tongue_of(language)
    return tongue.mail if tongue else ENGLISH_MAIL
