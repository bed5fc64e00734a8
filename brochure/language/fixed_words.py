"""What the fixed words of a page and of a mail are; the English ones."""

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
    see_page: str  # the word of a box of urgency, and the further page that has it
    continued: str  # after the heading of a section that goes on from the page before
    tip: str
    draft: str  # on a page that is no patient's yet
    also_in: str  # the other languages of a handout
    turn_over: str  # on the other side of a sheet, for who reads this language
    help: str  # the line of free language help, and the phone to call
    months: str  # January to December, "|" between them
    date: str  # {d}, {m}, {y}

    @property
    def over_headings(self) -> dict[str, str]:
        """The word over the heading of a section, by its emphasis, and after one said again."""
        words = {"urgent": self.urgent, "emergency": self.emergency}
        return {**words, "continued": self.continued}


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
    urgent="Urgent",
    emergency="Emergency",
    see_page="{}: see page {}",
    continued="(continued)",
    tip="Tip",
    draft="Draft: not for patients",
    also_in="Also in: {}",
    turn_over="English on the other side",
    help="ATTENTION: free help with languages is available to you. Call {}.",
    months="January|February|March|April|May|June|July|August|September|October|November|December",
    date="{m} {d}, {y}",
)


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
