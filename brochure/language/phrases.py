"""The fixed words of a handout in its language, and dates written out."""

from __future__ import annotations

from brochure.language.fixed_words import ENGLISH, ENGLISH_MAIL, MailWords, Phrases
from brochure.language.tags import primary_tag


def phrases(language: str) -> Phrases:
    """Return the fixed words for a BCP 47 tag; English where the language has none yet."""
    if primary_tag(language) == "en":
        return ENGLISH
    from brochure.language.tongues import tongue_of

    tongue = tongue_of(language)
    return tongue.phrases if tongue else ENGLISH


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
