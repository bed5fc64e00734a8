"""Plain words for medical terms and for stiff words, as they hold where a text uses them.

A medical term may stay if the text says what it means where it first stands (`explained`); a
stiff word should go; a name is neither. The table is `vocabulary.txt`, beside this.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from brochure._startup.kept_tables import kept_table
from brochure._startup.records import dataclass
from brochure.checks.english.inflected import ending_of, inflected
from brochure.checks.patterns import pattern
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from brochure.checks.english.inflected import Ending

    Kind = Literal["names", "medical", "stiff"]
    """The sections of the table: names keep their parts from being judged."""

MET_OFTEN = {
    "en": """
epidural / folic acid / heparin / statin / defibrillator / telehealth / prediabetes / rotator
cuff / sleep apnea / sleep apnoea / spina bifida / lyme disease / reflux / acid reflux /
postmenopausal / hydration / epinephrine / cystic fibrosis / endoscopy / crohn's disease / stye
/ preterm / precancerous / noninvasive / oncologist / neurosurgeon / endocrinologist /
immunotherapy / chlamydia / human papillomavirus / cochlear implant / antifungal / rheumatoid
arthritis / parkinson's disease / gestational diabetes / norovirus / osteoarthritis / colorectal
cancer / celiac disease / coeliac disease / muscular dystrophy / audiologist / nebulizer /
nebuliser / ketone / amniotic fluid / eclampsia / pre-eclampsia / preeclampsia / steroid /
corticosteroid / acetaminophen / allergen / allergist / anesthesiologist / aneurysm / antacid /
antidepressant / antihistamine / antiviral / anti-inflammatory / appendectomy / astigmatism /
autism spectrum disorder / biopsy / bipolar disorder / bursitis / carbon monoxide / cardiologist
/ cardiovascular / carpal tunnel syndrome / catheter / cerebral palsy / cervix / cesarean /
cesarean section / chemotherapy / cirrhosis / colonoscopy / conjunctivitis / coronavirus / croup
/ decongestant / dehydration / dehydrated / dermatologist / dialysis / electrolyte / estrogen /
gallbladder / gingivitis / glaucoma / hemorrhoid / hypoallergenic / hypothermia / hysterectomy /
incontinence / incontinent / infertility / infertile / inpatient / lactose intolerance / libido
/ liposuction / lupus / lymphoma / mammogram / mammography / mastectomy / melanoma / meningitis
/ multiple sclerosis / neurological / oncology / osteoporosis / pandemic / pediatric /
paediatric / placebo / podiatrist / postoperative / postpartum depression / prostate /
progesterone / psoriasis / radiologist / scrotum / rubella / salmonella / sciatica / scoliosis /
sedation / sinusitis / stillbirth / strep throat / stent / suppository / suppositories / suture /
tendinitis / testosterone / tonsillectomy / umbilical cord / urinary tract infection / urination
/ urologist / varicose vein / vasectomy / whiplash / saline / thrush / ultrasound / psychiatrist
""",
    "es": """
abdomen / abdominal / anemia / anestesia / apendicitis / arteria / arterias / biopsia /
bronquitis / cardíaco / cardíaca / cardiaco / cardiaca / cardiólogo / cardióloga / cartílago /
catarata / cataratas / cesárea / cesáreas / ciática / coágulo / coágulos / colesterol /
colonoscopia / colonoscopía / conjuntivitis / convulsión / convulsiones / crónico / crónica /
crónicos / crónicas / demencia / dermatólogo / dermatóloga / deshidratación / ecografía /
ecografías / ultrasonido / ultrasonidos / epilepsia / esguince / esguinces / esteroide /
esteroides / estreñimiento / fatiga / fisioterapeuta / fisioterapia / fractura / fracturas /
gastritis / genético / genética / ginecólogo / ginecóloga / glaucoma / glucosa / hemorragia /
hemorragias / hemorroide / hemorroides / hepatitis / hereditario / hereditaria / hernia /
hernias / hipertensión / inflamación / infarto / insomnio / laxante / laxantes / ligamento /
ligamentos / mamografía / mamografías / menopausia / metabolismo / migraña / migrañas / náusea /
náuseas / neumonía / neurólogo / neuróloga / obesidad / opioide / opioides / osteoporosis /
otitis / páncreas / parálisis / pediatra / pediatras / pelvis / próstata / psiquiatra /
psiquiatras / pulmonar / quimioterapia / quiste / quistes / radioterapia / reflujo / resonancia
magnética / sinusitis / somnolencia / tendinitis / tendón / transfusión / transfusiones / úlcera
/ úlceras / útero / vértebra / vértebras / vértigo / antiinflamatorio / antiinflamatorios /
analgésico / analgésicos / antiácido / antiácidos / alérgeno / alérgenos / médula espinal
""",
}
"""Medical terms that many readers have met, though no list of words says so."""
TABLE = Path(__file__).with_name("vocabulary.txt")
TABLES = {"en": TABLE, "es": Path(__file__).parents[1] / "spanish" / "vocabulary.txt"}
"""The table of each language that has one."""

SOURCES = frozenset({"own", "plain"})
"""What the third column of a table may say; its head tells what they mean."""

_TOKEN = pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST = 6
_REACH = 600  # characters to either side that a sentence is looked for in
_SENTENCE_EDGE = pattern(r"[.!?][”\"’)]*\s")
_ILLNESS = pattern(
    r"(?:\s+[\w'’-]+){0,3}?\s+(?:[\w-]+(?:itis|a?emia|oma|osis|pathy|plegia|trophy|syndrome)s?"
    r"|syndromes?|diseases?|disorders?|cancers?|tumou?rs?|failure|infarction|hyperthermia"
    r"|hypertension|fibrillation|palsy|fever|attacks?)\b",
    re.IGNORECASE,
)
_NAME_BEFORE = pattern(r"(?<=[a-z),] )(?:[A-Z][a-z]+ )+$|^(?:[A-Z][a-z]+ ){2,}$")
_NAME_GOES_ON = {
    "stiff": pattern(r" [A-Z][a-z]+"),
    "medical": pattern(r" [A-Z][a-z]+ [A-Z][a-z]+"),
    "names": pattern(r""),
}
"""What follows a word with a capital that begins a name."""
_NAMING = ("type ", "virus ", "factor ")
_NAME_AFTER = pattern(
    r"[ -](?:(?:type|virus|factor) )?(?:[A-HJ-Z]|\d{1,2}|I{2,3}|IV|VI{1,3})\b(?!['’.]\w)"
)


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of the table: its plain words, and the sentences that it holds in."""

    form: str
    plain: str
    kind: Kind
    near: frozenset[str] = frozenset()  # one of these must stand in the sentence, if any are given
    not_near: frozenset[str] = frozenset()  # none of these may
    alone: bool = False  # it means something else as a part of the name of an illness
    ending: Ending = ""  # of the form, which the plain words take, too

    @property
    def anywhere(self) -> bool:
        """Whether the term means the same whatever stands about it."""
        return not (self.near or self.not_near or self.alone)

    @property
    def instead(self) -> str:
        """The plain words in the form that fits the sentence: "removes" for "eliminates"."""
        return inflected(self.plain, self.ending)

    @property
    def medical(self) -> bool:
        """Whether explaining the term will do; a stiff word should go."""
        return self.kind == "medical"

    def holds_in(self, sentence: str) -> bool:
        """Return whether the term has this meaning among the words of a sentence."""
        words = set(pattern(r"[^\W\d_]+").findall(sentence.lower()))
        return not words & self.not_near and (not self.near or bool(words & self.near))


@dataclass(frozen=True, slots=True)
class Use:
    """A term as it stands in a text: from ``start`` to ``stop``."""

    term: Term
    start: int
    stop: int


@remember(len(TABLES))
def table(language: str = "en") -> dict[str, tuple[Term, ...]]:
    """Return every form, in lower case, with its meanings, the first that holds to be taken."""
    found: dict[str, tuple[Term, ...]] = {}
    for term in terms(_text(language)):
        found[term.form] = (*found.get(term.form, ()), term)
    return found


@remember(len(TABLES))
def met_often(language: str) -> frozenset[str]:
    """Return the terms of `MET_OFTEN` in a language."""
    return frozenset(" ".join(MET_OFTEN[language].split()).split(" / "))


@remember(1)
def single_words() -> frozenset[str]:
    """Return the words that the forms of the table, and what to say instead, are made of."""
    said = (f"{term.form} {term.plain}" for meanings in table().values() for term in meanings)
    return frozenset(pattern(r"[a-z]{3,}").findall(" ".join(said).lower()))


@remember(8192)
def has_word(word: str) -> bool:
    """Return whether a form of the table, or what to say instead, has a word of three letters."""
    text, at = _text(), -1
    while len(word) > 2 and (at := text.find(word, at + 1)) >= 0:
        stop = at + len(word)
        if not (text[at - 1 : at].isalpha() or text[stop : stop + 1].isalpha()):
            return True
    return len(word) > 2 and bool(meanings_from(word, "en"))


@remember(4096)
def uses(text: str, language: str = "en") -> tuple[Use, ...]:
    """Return the terms of the table that a text uses, the longest where two start together."""
    tokens = list(_TOKEN.finditer(text))
    lowered = [token.group().lower().replace("’", "'").removesuffix("'s") for token in tokens]
    found, at = [], 0
    while at < len(tokens):
        forms = meanings_from(lowered[at], language)
        length = _longest(lowered, at, forms) if forms else 0
        if length:
            meanings = forms[" ".join(lowered[at : at + length])]
            place = tokens[at].start(), tokens[at + length - 1].end()
            term = next((term for term in meanings if _holds(text, term, *place)), None)
            if term and term.kind != "names" and not _in_name(text, *place, term.kind):
                found.append(Use(term, *place))
        at += length or 1
    return tuple(found)


@remember(8192)
def meanings_from(word: str, language: str) -> dict[str, tuple[Term, ...]]:
    """Return the forms that start with a word, with their meanings; see `table`.

    Only the lines that have such a form are read: to read them all takes longer than most texts
    take to be judged.
    """
    sections, places = _places(language)
    text = _text(language)
    found: dict[str, tuple[Term, ...]] = {}
    row = places.get(word[:KEY], "")
    at = row.find(f"\n{word} ") + 1
    for start in map(int, row[at : row.find("\n", at)].split()[1:]) if at else ():
        kind: Kind = sections[bisect_right(sections, (start, "")) - 1][1]
        for term in _terms(kind, text[start : text.find("\n", start)]):
            if term.form.partition(" ")[0] == word:
                found[term.form] = (*found.get(term.form, ()), term)
    return found


KEY = 2
"""How many letters of a word its row is found by."""
Places = tuple[list[tuple[int, "Kind"]], dict[str, str]]
"""Where each section of a table starts; and by their first letters the first words of the forms,
each with where its lines start, as one text: to make a list of each takes longer than to ask."""


@remember(len(TABLES))
def _places(language: str) -> Places:
    """Return where the lines of a table start that a word finds."""
    sources = (str(TABLES[language]), __file__)
    return kept_table(f"vocabulary-{language}", sources, partial(_found_at, language))  # type: ignore[no-any-return]


def _found_at(language: str) -> Places:
    """Return the places of a table."""
    start, sections, places = 0, [(0, _KINDS["[names]"])], dict[str, list[int]]()
    for line in _text(language).splitlines(keepends=True):
        if line.startswith("["):
            sections.append((start, _KINDS[line.rstrip()]))
        elif line.rstrip() and not line.startswith("#"):
            for word in {
                each.form.partition(" ")[0] for each in _terms("names", line.rstrip("\n"))
            }:
                places.setdefault(word, []).append(start)
        start += len(line)
    rows: dict[str, str] = {}
    for word, starts in places.items():
        key = word[:KEY]
        rows[key] = rows.get(key, "\n") + f"{word} {' '.join(map(str, starts))}\n"
    return sections, rows


@remember(len(TABLES))
def _text(language: str = "en") -> str:
    """Return a table as it is written."""
    return TABLES[language].read_text("utf-8")


def _kinds(text: str) -> Iterator[tuple[Kind, str]]:
    """Yield each line of a table with the section that it stands in."""
    kind: Kind = "names"
    for line in text.splitlines():
        if line.startswith("["):
            kind = _KINDS[line]
        elif line and not line.startswith("#"):
            yield kind, line


def terms(text: str) -> Iterator[Term]:
    """Yield a term for each form of each line of a table; see the head of `vocabulary.txt`."""
    for kind, line in _kinds(text):
        yield from _terms(kind, line)


@remember(4096)
def _terms(kind: Kind, line: str) -> tuple[Term, ...]:
    """Return a term for each form of a line."""
    forms, plain, _, where = [*line.split(" | "), "", "", ""][:4]
    context = _context(where)
    every = forms.split(" / ")
    return tuple(
        Term(each, plain, kind, *context, ending_of(each, every[0]))
        for form in every
        for each in _inflected(form)
    )


_KINDS: dict[str, Kind] = {"[names]": "names", "[medical]": "medical", "[stiff]": "stiff"}


def _context(where: str) -> tuple[frozenset[str], frozenset[str], bool]:
    """Return the words that a line needs near it, those that switch it off, and "alone"."""
    near: frozenset[str] = frozenset()
    not_near: frozenset[str] = frozenset()
    for part in where.split("; "):
        kind, _, words = part.partition(": ")
        if kind == "near":
            near = frozenset(words.split())
        elif kind == "not near":
            not_near = frozenset(words.split())
    return near, not_near, "alone" in where.split("; ")


def _inflected(form: str) -> list[str]:
    """Return a form with its plural ("+") or with its -s, -ed and -ing ("~")."""
    stem, mark, rest = _split_mark(form)
    if mark == "+":
        return [stem + rest, _with_s(stem) + rest]
    if mark == "~":
        root = stem.removesuffix("e")
        past = f"{stem[:-1]}ied" if _ends_in_y(stem) else f"{root}ed"
        return [each + rest for each in (stem, _with_s(stem), past, f"{root}ing")]
    return [form]


def _split_mark(form: str) -> tuple[str, str, str]:
    """Return the word before the mark, the mark, and what follows ("adhere", "~", " to")."""
    mark = next((mark for mark in "+~" if mark in form), "")
    return form.partition(mark) if mark else (form, "", "")


def _with_s(word: str) -> str:
    """Return the plural of a noun, or the third person of a verb."""
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    """Return whether a word ends in y after a consonant."""
    return word.endswith("y") and word[-2:-1] not in "aeiou"


def _longest(lowered: list[str], at: int, forms: dict[str, tuple[Term, ...]]) -> int:
    """Return how many words the longest form that starts here has, 0 if none does."""
    lengths = range(min(_LONGEST, len(lowered) - at), 0, -1)
    return next((n for n in lengths if " ".join(lowered[at : at + n]) in forms), 0)


def _in_name(text: str, start: int, stop: int, kind: Kind) -> bool:
    """Return whether words with a capital go on a name or begin one: "Prolonged Exposure"."""
    if not text[start].isupper() or text[start:stop].isupper():
        return False
    before = _NAME_BEFORE.search(text[max(0, start - 30) : start])
    return bool(before or _NAME_GOES_ON[kind].match(text, stop))


def _holds(text: str, term: Term, start: int, stop: int) -> bool:
    """Return whether a term has this meaning where it stands, and is no part of a name."""
    named = text[stop : stop + 1] in (" ", "-") and not text[stop + 1 : stop + 2].islower()
    named = named or text.startswith(_NAMING, stop + 1)
    if term.medical and named and _NAME_AFTER.match(text, stop):
        return False  # hepatitis B, which is more than a swollen liver
    if term.anywhere:
        return True
    before, after = text[max(0, start - _REACH) : start], text[stop : stop + _REACH]
    if term.alone and _ILLNESS.match(after):
        return False
    return term.holds_in(sentence_around(before, after))


def sentence_around(before: str, after: str) -> str:
    """Return the sentence that lies about a place, the words of the place left out."""
    start = _SENTENCE_EDGE.split(before)[-1]
    return start + " " + _SENTENCE_EDGE.split(after, maxsplit=1)[0]
