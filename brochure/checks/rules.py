"""The table of rules: name, level, what is asked, who asks for it, and the check itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from brochure.checks import (
    brand,
    capitals,
    links,
    must_say,
    phones,
    sentences,
    spelling,
    structure,
    terms,
    typos,
)
from brochure.checks.handout_view import Finding, View

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import Level

Check = Callable[[View], Iterator[Finding]]

ENGLISH = ("en",)


class Rule(NamedTuple):
    """One rule. ``languages`` are the subtags it holds for, none meaning all."""

    name: str
    level: Level
    asks: str
    source: str
    check: Check
    languages: tuple[str, ...] = ()

    def holds_for(self, language: str) -> bool:
        """Return whether the rule can judge a text in this language."""
        return not self.languages or language in self.languages


CDC = "CDC Clear Communication Index"
PEMAT = "AHRQ PEMAT-P"
IHS = "Indian Health Service checklist"
OURS = "our own"

RULES = (
    Rule(
        "reading-grade",
        "warning",
        "Flesch-Kincaid grade 6 or lower; over 8 is an error.",
        "NIH: 6th to 8th grade; AMA: 6th",
        sentences.reading_grade,
        ENGLISH,
    ),
    Rule(
        "long-sentence",
        "warning",
        "At most 20 words a sentence.",
        "Ohio State AHEC checklist: 15 to 20 words; IHS: 10 to 15",
        sentences.long_sentence,
        ENGLISH,
    ),
    Rule(
        "long-paragraph",
        "warning",
        "At most 4 sentences a paragraph.",
        "Ohio State AHEC checklist: 3 to 4 sentences; IHS: 2 to 3",
        sentences.long_paragraph,
    ),
    Rule(
        "long-list",
        "warning",
        "At most 7 items a list, or a nested list.",
        f"{CDC}, item 8",
        structure.long_list,
    ),
    Rule(
        "many-sections",
        "warning",
        "At most 8 sections.",
        "Ohio State AHEC checklist: 3 to 5 main points; 8 leaves room for the usual parts",
        structure.many_sections,
    ),
    Rule(
        "passive-voice",
        "hint",
        "Active voice.",
        f"{CDC}, item 6; {PEMAT}, item 5",
        sentences.passive_sentence,
        ENGLISH,
    ),
    Rule(
        "plain-word",
        "hint",
        "Common words.",
        f"{CDC}, item 7; {PEMAT}, item 3",
        terms.plain_word,
        ENGLISH,
    ),
    Rule(
        "unexplained-term",
        "warning",
        "A medical term is explained at first use.",
        f"{CDC}, item 7; {PEMAT}, item 4",
        terms.unexplained_term,
        ENGLISH,
    ),
    Rule(
        "abbreviation",
        "warning",
        "An abbreviation is spelled out at first use; MRI, CT, HIV, US and the like need not be.",
        IHS,
        capitals.abbreviation,
        ENGLISH,
    ),
    Rule(
        "capitals",
        "warning",
        "No words all in capitals.",
        f"RNIB Clear Print; {IHS}; CMS Toolkit",
        capitals.capitals,
    ),
    Rule(
        "key-message",
        "warning",
        "One key message, in the first section.",
        f"{CDC}, items 1 to 3; {PEMAT}, item 11",
        structure.key_message,
    ),
    Rule(
        "no-action",
        "warning",
        "At least one thing for the reader to do.",
        f"{CDC}, item 5; {PEMAT}, item 20",
        structure.action,
        ENGLISH,
    ),
    Rule(
        "when-to-call",
        "warning",
        "A word on when to call.",
        f"{CDC}, item 14",
        structure.when_to_call,
        ENGLISH,
    ),
    Rule(
        "title-form",
        "warning",
        "A question, or a noun phrase of under 12 words.",
        OURS,
        structure.title_form,
    ),
    Rule(
        "phone-missing", "error", "A whole phone number.", f"{CDC}, item 14", phones.phone_missing
    ),
    Rule(
        "phone-differs", "error", "No near miss of the clinic's phone.", OURS, phones.phone_differs
    ),
    Rule(
        "other-phone",
        "warning",
        "No phone but the clinic's; 911, 988 and national helplines may stand.",
        OURS,
        phones.other_phone,
    ),
    Rule("phone-format", "hint", "The phone written one way.", OURS, phones.phone_format),
    Rule(
        "review-date-missing",
        "warning",
        "The date of the last review.",
        "Ohio State AHEC checklist",
        structure.review_date_missing,
    ),
    Rule(
        "review-date-old",
        "warning",
        "A review under two years old; over three is an error.",
        "UK practice: review every two to three years",
        structure.review_date_old,
    ),
    Rule(
        "review-overdue",
        "error",
        "Not past the date of the next review.",
        "Ohio State AHEC checklist",
        structure.review_overdue,
    ),
    Rule(
        "sources-missing",
        "hint",
        "The sources of the facts.",
        "Ohio State AHEC checklist",
        structure.sources_missing,
    ),
    Rule(
        "must-say",
        "error",
        "The words of `must_say` stand in the text.",
        "ours: words that the meaning, a surgeon or the law hangs on",
        must_say.must_say,
    ),
    Rule(
        "doubled-word",
        "warning",
        "No word twice in a row.",
        OURS,
        typos.doubled_word,
        tuple(typos.DOUBLES_ALLOWED),
    ),
    Rule(
        "spelling",
        "warning",
        "No word that is one slip away from a common one.",
        OURS,
        spelling.spelling,
        ENGLISH,
    ),
    Rule(
        "other-spelling",
        "hint",
        "British or American spelling, as `language` says.",
        OURS,
        spelling.other_spelling,
        ENGLISH,
    ),
    Rule("doubled-space", "hint", "One space between words.", OURS, typos.doubled_space),
    Rule("mixed-quotes", "hint", "One kind of quotes.", OURS, typos.mixed_quotes),
    Rule("unclosed-mark", "warning", "Every ** closed.", OURS, typos.unclosed_mark),
    Rule("insecure-link", "warning", "Links with https:.", OURS, typos.insecure_link),
    Rule(
        "link-text",
        "warning",
        "Links whose words say where they lead.",
        "WCAG 2.2, 2.4.4",
        links.link_text,
    ),
    Rule(
        "ambiguous-date",
        "warning",
        "The month of a date as a word.",
        "ISO 8601; NHS content guide",
        typos.ambiguous_date,
    ),
    Rule("placeholder", "error", "Nothing left to fill in.", OURS, typos.placeholder),
    Rule(
        "text-contrast",
        "error",
        "The primary colour has 4.5:1 on white and on its tint.",
        "WCAG 2.1, 1.4.3",
        brand.text_contrast,
    ),
    Rule(
        "mark-contrast",
        "warning",
        "The accent colour has 3:1 on white and on the tint.",
        "WCAG 2.1, 1.4.11",
        brand.mark_contrast,
    ),
    Rule(
        "grey-colours",
        "hint",
        "Two brand colours that differ in grey.",
        "WCAG 2.1, 1.4.1; RNIB Clear Print",
        brand.grey_colours,
    ),
    Rule(
        "coarse-logo",
        "warning",
        "A logo of 200 dots per inch or more.",
        "print practice",
        brand.coarse_logo,
    ),
)

NAMES = tuple(rule.name for rule in RULES)
