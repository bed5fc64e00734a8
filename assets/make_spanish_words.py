"""Pack the Spanish words of the spelling rule: make_spanish_words.py WORDS LICENSE LEXICON.

WORDS is the word list of Tesseract's Spanish model, of the Apache License 2.0, which is LICENSE:

    combine_tessdata -u spa.traineddata spa.
    dawg2wordlist spa.lstm-unicharset spa.lstm-word-dawg WORDS

(Debian: packages `tesseract-ocr`, `tesseract-ocr-spa`.) It was gathered from the web, so it has
words of other languages, and slips. LEXICON, `index.json` of the npm package
an-array-of-spanish-words (MIT), is a large list without accents: what it lacks is left out. So is a
word that the list has with its accent, too, if it is no form of a verb and no word of BOTH.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from pathlib import Path

TARGET = Path(__file__).parents[1] / "brochure" / "checks" / "words"
BARE = str.maketrans("áéíóú", "aeiou")
WORD = re.compile("[a-záéíóúüñ]{2,}")
OF_VERBS = (
    *("o", "a", "as", "an", "e", "es", "en", "amos", "emos", "imos", "aste", "ado", "ada", "ados"),
    *("adas", "ido", "ida", "idos", "idas", "ara", "aras", "aran", "are", "ase", "ando"),
)
BOTH = frozenset(
    """
    alguien alimentaria amargo aquel aquella aquellas aquellos asombro aun austriaca
    austriaco austriacos bastara basto beneficiaria bien canciones cantones capita
    caracteres cardiaca cardiaco cardiacos carne carnes cartel carteles casi cayo cinema
    comentario comentarios comisaria concluyo construyo crios cual cuales cuan cuando cuanta
    cuantas cuanto cuantos da de demos desmayo destruyo di dio divorcio donde dra el elite
    elites empeño encontraron entusiasmo es esa esas ese eso esos estadio estadios estar
    este estos examen exilio fe feliz fin fines fui funcionaria general generales gratis
    gratuita gratuito guion ha hacia ia incluir incluyo influyo ingles ion ira iras joven
    justicia la largo li lo mana maquinaria me mes mi molestias musical na nana no noticia
    noticias nunca on origen papa papas parque periodo periodos pie pio plato porque
    presidio preso previo provincia pues que qui quien quienes ran refugio revolver sa se
    secretaria secretarias seria serias serie si sino solamente solo solos somos son sua
    superficie susurro ta tan te ti to tomate tras tu turno us usuarios va vais van varices
    ve ves vi video videos vienes vio volumen ya zodiaco
    """.split()
)
"""Words that are right with the accent and without it."""
ASKING = frozenset(
    """
    adónde cuán cuál cuáles cuándo cuánta cuántas cuánto cuántos cómo dónde quién quiénes qué él ésa
    ésas ése ésos ésta éstas éste éstos sólo dé sé té mí tú sí más aún
    """.split()
)
"""Words whose accent tells them from others, against the rules of accents."""
SLIPS = frozenset(
    """
    aki alguién apesar atravez aveces aveses canciónes casí demós depues desarollo desicion despúes
    dá encerio encontrarón enserio haci haser haver hechar hiba há informacíon ke nesecita nesesario
    nesesita ocacion osea porfavor pú recivir resivir siguente siguentes só tambíen tubieron usté
    vallan fuí mandibula haiga haigan sobretodo nadien
    """.split()
)
"""Slips of the web that the list holds."""


NO_END = "[cgsx]ion$|[íú]ar$|[aeo]id[ao]s?$"
"""Ends of words that lack their accent, or have one too much."""


def is_form_of_verb(word: str, words: set[str]) -> bool:
    """Return whether a word may be a form of a verb of the list: "hablara" beside "hablará"."""
    for ending in OF_VERBS:
        stem = word.removesuffix(ending)
        long = stem != word and len(stem) > 1
        if long and any(stem + end in words for end in ("ar", "er", "ir", "cer")):
            return True
    stem = re.sub("(?:qu|gu|c)es?n?$", "", word)
    return stem != word and any(stem + end + "ar" in words for end in "cgz")


def is_noun_in_o(word: str, accented: str) -> bool:
    """Return whether a word in -o has its accent two syllables before: "medico", "médico".

    "I medicate" does not occur in what a clinic writes.
    """
    before = re.search("[áéíóú](.*)o$", accented)
    return bool(word.endswith("o") and before and len(re.findall("[aeiou]+", before[1])) == 1)


def in_lexicon(word: str, lexicon: set[str]) -> bool:
    """Return whether a list without accents has a word."""
    return word.translate(BARE).replace("ü", "u") in lexicon


def is_well_accented(word: str) -> bool:
    """Return whether an accent is where the rules of Spanish allow one: not "imágen", "enviár"."""
    vowels = list(re.finditer("[iuü]?[aeoáéó][iuy]?|[íú]|[iuü]+", word))
    accented = [n for n, found in enumerate(vowels) if re.search("[áéíóú]", found.group())]
    if len(accented) != 1 or len(vowels) == 1:
        return False
    from_end = len(vowels) - 1 - accented[0]
    hiatus = re.search("[aeo]h?[íú]|[íú]h?[aeo]", word)
    open_end = re.search("[aeiouáéíóú][ns]?$", word)
    return bool(from_end >= 2 or hiatus or (from_end == 0) == bool(open_end))


def kept(words: set[str]) -> set[str]:
    """Return the words of which none lacks its accent, nor has one too much.

    Those that lack it are there, too, behind a "!".
    """
    accented: dict[str, list[str]] = {}
    plain = {word for word in words if word.translate(BARE) == word}
    right = {word for word in words - plain if word in ASKING or is_well_accented(word)}
    right = {word for word in right - SLIPS if not re.search(NO_END, word)}
    for word in right:
        accented.setdefault(word.translate(BARE), []).append(word)
    lost = {
        word
        for word in plain & accented.keys() - BOTH
        if not is_form_of_verb(word, words)
        or any(is_noun_in_o(word, each) for each in accented[word])
    }
    lost |= {each for each in plain & accented.keys() if re.search(NO_END, each)}
    spared = (plain | right) - lost - SLIPS
    return {each for each in spared if not re.search(NO_END, each)} | {f"!{each}" for each in lost}


def main() -> int:
    """Write the list and the notice."""
    lines = Path(sys.argv[1]).read_text("utf-8").split()
    lexicon = set(json.loads(Path(sys.argv[3]).read_text("utf-8")))
    spanish = {line for line in lines if WORD.fullmatch(line) and in_lexicon(line, lexicon)}
    words = kept(spanish)
    packed = zlib.compress("\n".join(sorted(words)).encode(), 9)
    TARGET.joinpath("spanish.z").write_bytes(packed)
    head = (
        "spanish.z is made from the word list of tessdata_fast (spa), changed by\n"
        "assets/make_spanish_words.py: words in small letters alone, and without most of\n"
        "those that lack their accent. What an-array-of-spanish-words lacks is left out\n"
        "(npm, MIT License, Copyright (c) Zeke Sikelianos).\n\n"
        "Copyright 1988-1995 Hewlett Packard Company, 2006-2022 Google Inc.\n"
        "https://github.com/tesseract-ocr/tessdata_fast\n\n"
    )
    TARGET.joinpath("TESSERACT.txt").write_text(head + Path(sys.argv[2]).read_text("utf-8"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
