"""The word lists that spelling is judged by, opened only when a word is in doubt.

`assets/make_words.py` makes the English ones from SCOWL, `assets/make_spanish_words.py` the Spanish
one from Tesseract's; their notices lie beside them in `words/`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from brochure.checks.patterns import pattern
from brochure.checks.word_places import places_of, rest_of_line
from brochure.remember import remember

FOLDER = Path(__file__).with_name("words")

MORE_VARIANTS = """
aging ageing / cesarean caesarean / fetus foetus / fetal foetal / fetuses foetuses
jewelry jewellery / mom mum / moms mums / pajamas pyjamas / plow plough / skeptical sceptical
"""
"""American and British words that no rule of endings pairs."""

_ONLY_BRITISH = """
programme program / programmes programs / metre meter / metres meters / practise practice
practised practiced / practises practices / practising practicing / licence license
licences licenses / sulphur sulfur / sulphate sulfate / sulphite sulfite / sulphites sulfites
cheque check / cheques checks / kerb curb / kerbs curbs / tyre tire / tyres tires / storey story
storeys stories / draught draft / draughts drafts / draughty drafty / enquiry inquiry
enquiries inquiries / enquire ask / learnt learned / dreamt dreamed
leant leaned / spilt spilled / whilst while / amongst among / cosy cozy / yoghurt yogurt
yoghurts yogurts / aluminium aluminum / tonne ton / tonnes tons / woollen woolen / woolly wooly
manoeuvre maneuver / manoeuvres maneuvers / moustache mustache / omelette omelet
liquorice licorice / chilli chili / artefact artifact / maths math / tranquilliser tranquilizer
tranquillisers tranquilizers / discolouration discoloration / colouration coloration
speciality specialty / specialities specialties / prise pry / homoeopathy homeopathy
homoeopathic homeopathic / encyclopaedia encyclopedia / leucocyte leukocyte
leucocytes leukocytes / oesophageal esophageal / caecum cecum / mediaeval medieval
instalment installment / instalments installments
"""
"""British spellings whose American ones the British write, too, in another meaning."""
_BRITISH_PARTS = (
    ("aemi", "emi"), ("haem", "hem"), ("rhoea", "rhea"), ("pnoea", "pnea"), ("paed", "ped"),
    ("gynaec", "gynec"), ("oesoph", "esoph"), ("oestr", "estr"), ("oedem", "edem"),
    ("foet", "fet"), ("faec", "fec"), ("coeli", "celi"),
    ("aetiolog", "etiolog"),
)  # fmt: skip
"""Letters of British words of medicine, and those of American ones."""

_DRUG_STEM = pattern(
    r"..(?:cillin|mycin|micin|oxacin|phenicol|cycline|azole|conazole|prazole|sartan|statin|olol"
    r"|xaban|gatran|parin|gliptin|gliflozin|glutide|mab|tinib|ciclib|triptan|setron|profen|fenac"
    r"|asone|onide|olone|solone|barbital|azepam|zolam|caine|dipine|thiazide|lukast|terol|tropium"
    r"|vudine|navir|ciclovir|cyclovir|oxetine|triptyline|dronate|fibrate|cilina|micina|azol)$"
)
"""Stems of generic names (WHO INN): what ends so is a medicine, listed or not."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february april june july"
    " september october november december easter christmas thanksgiving".split()
)
"""Names that the lists lack, as they have no names."""


@remember(1)
def common() -> frozenset[str]:
    """Return the words that any reader meets, American and British, some 40,000."""
    return frozenset(_read("common").decode().split())


def is_common(word: str) -> bool:
    """Return whether any reader meets a word, without making the set of all."""
    return _is_listed(word, "common")


def is_known(word: str) -> bool:
    """Return whether a word in small letters is right: common, rarer, or of medicine."""
    own = word in CALENDAR or word in medical() or word in daily()
    return is_familiar(word) or own or _is_listed(word, "rare")


def is_familiar(word: str) -> bool:
    """Return whether a word is common, or one that many readers have met."""
    return is_common(word) or _is_listed(word, "known")


def is_name(word: str) -> bool:
    """Return whether a word in small letters is the name of a person or a place."""
    return _is_listed(word, "names")


@remember(1)
def medical() -> frozenset[str]:
    """Return names of drugs, tests and parts of the body, some of several words taken apart."""
    return frozenset(_lines("medicine.txt", "drugs.txt"))


@remember(1)
def daily() -> frozenset[str]:
    """Return words of daily life that the lists of common ones lack."""
    return frozenset(_lines("daily.txt"))


@remember(1)
def drugs() -> frozenset[str]:
    """Return the generic and trade names of medicines, in small letters."""
    return frozenset(_lines("drugs.txt"))


@remember(8192)
def is_drug(word: str) -> bool:
    """Return whether a word in small letters names a medicine: a listed one, or formed as one."""
    return word in drugs() or bool(_DRUG_STEM.search(word))


@remember(1)
def spanish() -> frozenset[str]:
    """Return the words of Spanish: those of the web, and those of health.

    One with a "!" before it is a word that lacks its accent.
    """
    return frozenset((*_unpacked("spanish").decode().split(), *_lines("health_es.txt")))


@remember(1)
def spanish_slips() -> dict[str, str]:
    """Return usual slips of Spanish, each with what is meant."""
    return _slips("slips_es.txt")


@remember(1)
def english_slips() -> dict[str, str]:
    """Return usual slips of English, each with what is meant."""
    return _slips("slips_en.txt")


def _slips(name: str) -> dict[str, str]:
    """Return the slips of a list, each with what is meant."""
    lines = FOLDER.joinpath(name).read_text("utf-8").splitlines()
    found = (line.partition(" | ") for line in lines if not line.startswith("#"))
    return {slip: meant for slip, _, meant in found}


@remember(1)
def variants() -> dict[str, tuple[str, str]]:
    """Return, for American and for British spellings, the pair of both."""
    american, british = (list(_variants()[n::2]) for n in (0, 1))
    pairs = list(zip(american, british, strict=True))
    return dict(zip(american + british, pairs + pairs, strict=True))


@remember(1)
def only_british() -> dict[str, str]:
    """Return British spellings that no American has, each with the American one."""
    words = _ONLY_BRITISH.replace("/", " ").split()
    return dict(zip(words[::2], words[1::2], strict=True))


def american_of(word: str) -> str:
    """Return the American spelling of a British word of medicine; the word itself if it is none."""
    for british, american in _BRITISH_PARTS:
        word = word.replace(british, american)
    return word


def may_be_british(text: str) -> bool:
    """Return whether a text in small letters has the letters of a British word of medicine."""
    return any(british in text for british, _ in _BRITISH_PARTS)


@remember(2)
def one_country(*, british: bool) -> frozenset[str]:
    """Return the spellings of one country that the other spells otherwise."""
    return frozenset(_variants()[british::2])


@remember(1)
def _variants() -> tuple[str, ...]:
    """Return American spellings, each with the British one behind it."""
    return tuple(f"{_unpacked('variants').decode()} {MORE_VARIANTS.replace('/', ' ')}".split())


def _lines(*names: str) -> Iterator[str]:
    """Yield the words of lists of our own; a line that starts with # is a note."""
    for name in names:
        first, *noted = ("\n" + FOLDER.joinpath(name).read_text("utf-8").lower()).split("\n#")
        yield from first.split()
        for part in noted:
            yield from part.partition("\n")[2].split()


@remember(4)
def _unpacked(name: str) -> bytes:
    """Return the bytes of a packed list."""
    import zlib

    return zlib.decompress(FOLDER.joinpath(f"{name}.z").read_bytes())


@remember(4)
def _read(name: str) -> bytes:
    """Return the bytes of a list in order, a word a line."""
    return FOLDER.joinpath(f"{name}.txt").read_bytes().rstrip() + b"\n"


@remember(8192)
def _is_listed(word: str, name: str) -> bool:
    """Return whether a list in order has a word."""
    return rest_of_line(word.encode(), b"\n", _read(name), _places(name)) is not None


@remember(4)
def _places(name: str) -> bytes:
    """Return where the words of a list lie."""
    return places_of(name, (str(FOLDER / f"{name}.txt"), __file__), partial(_read, name))
