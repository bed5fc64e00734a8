"""Which language a text is in, told by its commonest words; only when that is sure."""

from __future__ import annotations

from brochure._startup.kept_patterns import compiled
from brochure.language.tags import primary_tag

FEWEST = 30
"""Words under which nothing is sure."""
HOME = 0.22
"""The share of a language's commonest words that is enough to believe that a text is in it."""
SURE, TIMES = 0.25, 2.2
"""The share that another language must have, and how many times that of the one that is named."""
LATIN_LETTERS = 0.3
"""The share of Latin letters under which a text is in another script."""

NAMES = {
    "en": "English", "es": "Spanish", "fr": "French", "de": "German", "it": "Italian",
    "pt": "Portuguese", "nl": "Dutch", "pl": "Polish", "vi": "Vietnamese", "fil": "Filipino",
    "ht": "Haitian Creole",
}  # fmt: skip

COMMON = {
    "en": "the of and to a in is it you that for on are with as be this have or at not your from "
    "can if we by an will but they do when more about what there which may our how use help no "
    "call has their than also should into been after day who most out time other before these",
    "es": "de la que el en y a los se del las un por con no una su para es al lo como más o pero "
    "sus le ya este sí porque esta son entre cuando muy sin sobre ser también me hasta hay donde "
    "desde todo nos durante si puede usted nuestra tiene más está dolor médico llame",
    "fr": "de la le et les des en un du une que est pour qui dans par plus pas sur au ce il se ne "
    "vous votre vos à avec ou sont son si nous cette mais être aux peut sa ces comme on fait leur "
    "elle même sans tout bien après avant très lors entre d l c qu n s douleur médecin",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
    "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so "
    "zum war haben nur oder aber vor zur bis mehr durch man kann wenn ihre ihr wir ihnen rufen",
    "it": "di e il la che in a per un è del le dei con non una i si da della al sono come più o "
    "ma gli ha lo anche se nel alla delle questo può suo essere dal dopo tra ci nella dolore "
    "quando su suoi questa prima dalla ai medico",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela "
    "entre era depois sem mesmo aos você pode dor médico seus",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij of "
    "uit nog naar heeft ze worden door wordt over hij u uw kan geen deze die wel na tot meer we "
    "kunt hebben moet wat pijn bel arts onze",
    "pl": "i w na z do się nie jest to że o jak po za od co dla ale przez tym przy lub są oraz być "
    "może czy tak już jego jej ich ma te ten ta które który która gdy jeśli można należy ból "
    "lekarz tego tej pod nad",
    "vi": "và của là có được cho không trong với các một những người khi để đã này từ đến quý vị "
    "thể về hoặc bị ra ở sẽ tôi bạn chúng nếu làm như cần hay vào nhiều cũng nên trước sau gọi "
    "đau bác sĩ ngày lại phải hơn",
    "fil": "ang ng sa na mga at ay para kung hindi ito may o ka ninyo inyong inyo kayo po din rin "
    "isang ni si nang lang mo namin amin tayo siya pag kapag dahil mula pero wala bago pagkatapos "
    "maaaring dapat iyong doktor sakit tumawag",
    "ht": "ou yo li la nan pou ak ki se yon pa ka an sou fè gen si nou kò ki a l te pi tout oswa "
    "doktè doulè rele ap lè men kèk anvan apre sa",
}  # fmt: skip
"""The commonest words of each language that we have fixed words for, or may have."""
_TYPESET = "’‘“”–—…"
"""Signs that a text in plain letters may hold beside them."""
_LETTERS = bytes(code if chr(code).isalpha() else 32 for code in range(128)).ljust(256)
"""What stands for each byte of a text in plain letters: themselves, and spaces."""


def mismatch(text: str, language: str) -> str:
    """Return the tag of the language that a text is in, if that is surely not ``language``.

    Empty if it is that language, or if nothing is sure. "other" is another script than Latin.
    """
    words = words_of(text)
    named = _known(primary_tag(language))
    if len(words) < FEWEST:
        return ""
    own = _share(words, named)
    if own >= HOME:
        return ""
    if named in COMMON and _latin(words) < LATIN_LETTERS:
        return "other"
    shares = {tag: _share(words, tag) for tag in COMMON if tag != named}
    best = max(shares, key=shares.__getitem__)
    return best if shares[best] >= max(SURE, TIMES * own) else ""


def words_of(text: str) -> list[str]:
    """Return the words of a text in small letters, without signs and digits."""
    low = text.lower()
    for sign in _TYPESET:
        low = low.replace(sign, " ")
    if low.isascii():  # a sixth of the time that the pattern takes
        return low.encode().translate(_LETTERS).decode().split()
    return compiled(r"[^\W\d_]+").findall(low)


def _known(tag: str) -> str:
    return "fil" if tag == "tl" else tag


def _share(words: list[str], tag: str) -> float:
    """Return the share of a language's commonest words; 0 for a language without a list."""
    common = frozenset(COMMON.get(tag, "").split())
    return sum(map(common.__contains__, words)) / len(words)


def _latin(words: list[str]) -> float:
    """Return the share of letters that are Latin: all those before the Greek ones."""
    letters = "".join(words)
    return sum(letter < "\u0370" or "\u1e00" <= letter < "\u1f00" for letter in letters) / len(
        letters
    )
