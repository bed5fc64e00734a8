"""The words of a mail draft in each language, where the content file gives none."""

from __future__ import annotations

from brochure._startup.records import dataclass


@dataclass(frozen=True, slots=True)
class MailWords:
    """The words of one language; {clinic}, {title} and {phone} stand for the handout's own."""

    greeting: str
    intro: str
    attached: str
    call: str
    picture: str


ENGLISH_MAIL = MailWords(
    greeting="Hello,",
    intro="{clinic} has a handout for you: {title}",
    attached="It is attached as a PDF that you can read on a screen or print.",
    call="Questions? Call us at {phone}. Please do not send private health details by e-mail.",
    picture="First page of the handout: {title}",
)


def mail_words(language: str) -> MailWords:
    """Return the words for a BCP 47 tag; English where the language has none yet."""
    from brochure.language.tongues import tongue_of

    tongue = tongue_of(language)
    return tongue.mail if tongue else ENGLISH_MAIL
