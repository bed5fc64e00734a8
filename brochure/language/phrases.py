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
    qr_phone: str
    qr_website: str
    logo: str
    link: str
    urgent: str
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
    qr_phone="QR code that calls {}",
    qr_website="QR code that opens {}",
    logo="Logo of {}",
    link="Link to {}",
    urgent="Important",
    months="January|February|March|April|May|June|July|August|September|October|November|December",
    date="{m} {d}, {y}",
)
SPANISH = Phrases(
    call="Llame al {}",
    page="Página {} de {}",
    reviewed="Revisado el {}",
    questions="¿Preguntas? Llámenos.",
    notes="Preguntas para mi cita",
    notes_more="Mis notas",
    sources="Fuentes",
    website="Sitio web: {}",
    email="Correo: {}",
    hours="Horario: {}",
    qr_phone="Código QR para llamar al {}",
    qr_website="Código QR que abre {}",
    logo="Logotipo de {}",
    link="Enlace a {}",
    urgent="Importante",
    months=(
        "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
    ),
    date="{d} de {m} de {y}",
)
FRENCH = Phrases(
    call="Appelez le {}",
    page="Page {} sur {}",
    reviewed="Révisé le {}",
    questions="Des questions ? Appelez-nous.",
    notes="Mes questions pour la visite",
    notes_more="Mes notes",
    sources="Sources",
    website="Site web : {}",
    email="Courriel : {}",
    hours="Horaires : {}",
    qr_phone="Code QR pour appeler le {}",
    qr_website="Code QR qui ouvre {}",
    logo="Logo de {}",
    link="Lien vers {}",
    urgent="Important",
    months="janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre",
    date="{d} {m} {y}",
)
GERMAN = Phrases(
    call="Telefon {}",
    page="Seite {} von {}",
    reviewed="Geprüft am {}",
    questions="Fragen? Rufen Sie uns an.",
    notes="Meine Fragen für den Termin",
    notes_more="Meine Notizen",
    sources="Quellen",
    website="Website: {}",
    email="E-Mail: {}",
    hours="Sprechzeiten: {}",
    qr_phone="QR-Code zum Anrufen von {}",
    qr_website="QR-Code, öffnet {}",
    logo="Logo von {}",
    link="Link zu {}",
    urgent="Wichtig",
    months="Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember",
    date="{d}. {m} {y}",
)
VIETNAMESE = Phrases(
    call="Gọi {}",
    page="Trang {} trên {}",
    reviewed="Duyệt lại ngày {}",
    questions="Có câu hỏi? Hãy gọi cho chúng tôi.",
    notes="Câu hỏi cho buổi khám của tôi",
    notes_more="Ghi chú của tôi",
    sources="Nguồn",
    website="Trang web: {}",
    email="Email: {}",
    hours="Giờ làm việc: {}",
    qr_phone="Mã QR để gọi {}",
    qr_website="Mã QR để mở {}",
    logo="Biểu trưng của {}",
    link="Liên kết đến {}",
    urgent="Quan trọng",
    months="|".join(f"tháng {number}" for number in range(1, 13)),
    date="{d} {m}, {y}",
)
FILIPINO = Phrases(
    call="Tumawag sa {}",
    page="Pahina {} ng {}",
    reviewed="Sinuri noong {}",
    questions="May tanong? Tumawag sa amin.",
    notes="Mga tanong para sa aking pagbisita",
    notes_more="Aking mga tala",
    sources="Mga pinagmulan",
    website="Website: {}",
    email="Email: {}",
    hours="Oras: {}",
    qr_phone="QR code para tumawag sa {}",
    qr_website="QR code na magbubukas ng {}",
    logo="Logo ng {}",
    link="Link sa {}",
    urgent="Mahalaga",
    months=(
        "Enero|Pebrero|Marso|Abril|Mayo|Hunyo|Hulyo|Agosto|Setyembre|Oktubre|Nobyembre|Disyembre"
    ),
    date="{m} {d}, {y}",
)

LANGUAGES: dict[str, Phrases] = {
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "de": GERMAN,
    "vi": VIETNAMESE,
    "fil": FILIPINO,
    "tl": FILIPINO,
}


def primary_tag(language: str) -> str:
    """Return the primary language of a BCP 47 tag, in small letters: "en" of "en-US"."""
    return language.partition("-")[0].lower()


def phrases(language: str) -> Phrases:
    """Return the fixed words for a BCP 47 tag; English where the language has none yet."""
    return LANGUAGES.get(primary_tag(language), ENGLISH)


def written_date(iso: str, words: Phrases) -> str:
    """Return an ISO date written out, as in "October 1, 2026"; never an ambiguous form."""
    year, month, day = (int(part) for part in iso.split("-"))
    return words.date.format(d=day, m=words.months.split("|")[month - 1], y=year)


def reviewed_words(iso: str, words: Phrases) -> str:
    """Return "Reviewed October 1, 2026" in the language of the fixed words."""
    return words.reviewed.format(written_date(iso, words))
