"""A title that staff can read, too: of a file, a mail, a window."""

from __future__ import annotations

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
