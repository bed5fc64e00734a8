"""A title that staff can read, too: of a file, a mail, a window."""

from __future__ import annotations

from brochure.language.tags import is_english
from brochure.model import Handout


def told_title(handout: Handout) -> str:
    """Return the title, and in brackets what it is in English: "Đau lưng (Back pain, Vietnamese)".

    Only the title where the content file gives none in English.
    """
    title, english = handout.title.plain, handout.title_en
    if english is None or english.plain == title:
        return title
    from brochure.language.tongues import tongue_of

    tongue = tongue_of(handout.language)
    told = ", ".join((english.plain, tongue.english_name) if tongue else (english.plain,))
    return f"{title} ({told})"


def for_staff(handout: Handout) -> tuple[str, ...]:
    """Return what staff who cannot read a handout know it by: "Back pain", "Thai / ไทย".

    Its title in English, if the content file gives one, and its language; nothing for English.
    """
    if is_english(handout.language):
        return ()
    from brochure.language.tongues import tongue_of

    title, tongue = handout.title_en, tongue_of(handout.language)
    language = f"{tongue.english_name} / {tongue.own_name}" if tongue else handout.language
    return (title.plain, language) if title else (language,)
