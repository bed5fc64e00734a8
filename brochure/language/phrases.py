"""The fixed words of a handout in each language, and dates written out."""

from __future__ import annotations

from brochure._startup.records import dataclass


@dataclass(frozen=True, slots=True)
class Phrases:
    """The fixed words of one language; ``{}`` marks where a value goes."""

    call: str
    page: str  # page number, number of pages
    reviewed: str
    questions: str  # heading of the contact box
    notes: str  # heading of the ruled lines
    notes_more: str  # the same where a page has a second set
    sources: str
    website: str
    email: str
    hours: str
    fax: str
    qr_phone: str
    qr_website: str
    scan_call: str  # beside a code that calls
    scan_web: str  # beside a code that opens the website
    scan_how: str
    logo: str
    link: str
    urgent: str  # the word over the heading of an urgent section
    emergency: str  # the same of an emergency
    continued: str  # after the heading of a section that goes on from the page before
    tip: str
    draft: str  # on a page that is no patient's yet
    also_in: str  # the other languages of a handout
    help: str  # the line of free language help, and the phone to call
    months: str  # January to December, "|" between them
    date: str  # {d}, {m}, {y}


ENGLISH = Phrases(
    call="Call {}",
    page="Page {} of {}",
    reviewed="Reviewed {}",
    questions="Questions? Call us.",
    notes="Questions for my visit",
    notes_more="My notes",
    sources="Sources",
    website="Website: {}",
    email="Email: {}",
    hours="Hours: {}",
    fax="Fax: {}",
    qr_phone="QR code that calls {}",
    qr_website="QR code that opens {}",
    scan_call="Scan to call",
    scan_web="Scan for our website",
    scan_how="Point your phone’s camera at the code.",
    logo="Logo of {}",
    link="Link to {}",
    urgent="Important",
    emergency="Emergency",
    continued="(continued)",
    tip="Tip",
    draft="Draft: not for patients",
    also_in="Also in: {}",
    help="ATTENTION: free help with languages is available to you. Call {}.",
    months="January|February|March|April|May|June|July|August|September|October|November|December",
    date="{m} {d}, {y}",
)


def primary_tag(language: str) -> str:
    """Return the primary language of a BCP 47 tag, in small letters: "en" of "en-US"."""
    return language.partition("-")[0].lower()


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
