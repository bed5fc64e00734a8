"""Rules about what the handout has: message, action, lists, title, dates, sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from brochure.checks.english import readability
from brochure.checks.handout_view import Finding, View
from brochure.checks.patterns import pattern
from brochure.language.tongues import tongue_of
from brochure.model import Item, Text

LIST_ITEMS, SECTIONS, TITLE_WORDS = 7, 8, 12
FEW_MORE = 2
"""Sections or items over the most that are a hint, no warning: the sources give no sharp edge."""
WARN_DAYS, FAIL_DAYS = 2 * 365 + 1, 3 * 365 + 1

_DEED_WORDS = """
ask avoid bring breathe buy call check choose close contact cut dial discuss do drink eat
exercise find follow get give go have help ignore keep learn let lie limit listen look make move
offer phone place plan practice put read rest return schedule see seek set sit sleep start stay
stop take talk tell text try turn use visit wait walk wash watch wear write accept add adjust
consult notify inform receive allow apply arrange attach bathe bend blow boil book breathe brush
carry chew clean climb
come
cook cool cough count cover cross deal decide dip discard discontinue drain drive dry empty enter
enjoy
expect fast feed feel fill finish flex floss flush fold freeze gargle gather gently hang heat
hold ice include increase inject insert inspect install join lean leave lift lock loosen lower
lubricate mark massage measure mix mention monitor note open order pack pat pay peel plug point
pour prepare press prop protect pull push quit raise reach record reduce refill relax remember
remove repeat replace report reduce rinse roll rub run save say scrub send shake share shave
shower sign sip skip slide slip smile soak speak spend spit spray squeeze stand step stick store
stretch support swallow swim switch test think throw tighten tilt touch track treat trim unplug
update wait wake warm weigh wipe work wrap
"""
DEEDS = tuple(_DEED_WORDS.split())
"""What a reader is asked to do, as the first word of a sentence."""

_DEEDS_PLACE = pattern(
    r"(?:^|[,;:]\s+|\b(?:please|then|and|or|so"
    r"|you (?:can|may|might|should|must|need to|will)(?: also)?(?: want to| need to)?"
    r"|(?:parents|people|adults|women|men|patients|anyone|everyone|caregivers|children"
    r"|teens) should)\s+)"
    r"(?=(?:(?P<no>do not )|don['’]t |always |never )?(?P<deed>be sure\b|pay attention\b|[a-z]+))",
    re.IGNORECASE,
)
_DEEDS = frozenset((*DEEDS, "be sure", "pay attention"))
_REACH = pattern(
    r"\b(?:call|phone|ring|page|telephone|contact|let us know|A&E|111|999|112"
    r"|see (?:a|your|the|us)|tell (?:a|your|the|us)|ask (?:a|your|the|us)"
    r"|(?:checked|seen) by (?:a|your|the)|check with|talk (?:to|with)|speak (?:to|with)"
    r"|emergency room|go to|dial|visit|text 988"
    r"|(?:medical|urgent|emergency) (?:help|care|attention)"
    r"|(?:seek|get|find|need) (?:\w+ )?(?:help|care|attention))\b",
    re.IGNORECASE,
)
_WHEN = pattern(
    r"\b(?:if|when|whenever|unless|until|as soon as|right away|at once|immediately|in case"
    r"|in an emergency|(?:the|that) same day|that day|today|straight away|now"
    r"|any of these|these (?:symptoms|signs)|about any|for any|any time|before|after|within"
    r"|in the (?:red|yellow) zone"
    r"|(?:call|phone|ring|dial|text|contact|see us|let us know)\b[^.]{0,30} "
    r"(?:for|with|about)(?! (?:more|information"
    r"|directions|results"
    r"|an? (?:\w+ )?(?:appointment|refill|copy|visit|list)|help|questions?)))\b",
    re.IGNORECASE,
)
_WHEN_HEADING = pattern(
    r"^(?:you (?:should|must|can|need to) (?:also )?|please |always )?"
    r"(?:(?:call|contact|phone|ring|see|tell|text|go to)\b.{0,60}\b(?:if|when|for|right away|now"
    r"|at once|as soon as)\b|red zone|red alert|red flags|(?:in (?:an|case of) )?emergenc(?:y|ies)"
    r"|what to do in an emergency|(?:get|seek|ask for|urgent|emergency) \w+ (?:help|care)"
    r"|when (?:to|should (?:i|you)) (?:call|phone|get|seek|see|go|contact|worry|ask)"
    r"|call (?:us|911)"
    r"|warning signs|get help|seek help|danger signs"
    r"|(?:come|go) (?:back|in|straight|to)\b.{0,30}\bif"
    r"|worried|when to worry)\b",
    re.IGNORECASE,
)
_SIGNS_HEADING = pattern(
    r"^(?:danger signs|warning signs|red flags|(?:come|go) (?:back|in|to)\b)", re.I
)
"""A heading whose items are what to go in for."""
_EMERGENCY = pattern(
    r"(?<![\d,.-])(?:911|999|112|000)\b|\b(?:the|an?) (?:er|emergency)\b|\burgencias\b|\ba&e\b"
    r"|\bgo (?:straight |right )?(?:to|in) (?:at once|now|the hospital|hospital)\b"
)
_AFTER_SIGNS = pattern(
    r"\b(?:pain|fever|bleed\w*|swell\w*|rash|vomit\w*|numb\w*|worse|wakes?|lump|hives|breathing)\b"
    r".*[.!?] [^.!?]*"
    r"\b(?:see|call|ring|phone|tell) (?:us|your|the|a)\b"
)
"""Signs, and in a later sentence whom to see: "Pain that wakes you may be a crack. See us."."""
_BARE_CALL = 2
"""Spaces in "Call 911 now", which does not say when."""
_MAY_GO_WRONG = pattern(
    r"\b(?:pain|hurts?|fever|bleed\w*|surgery|operation|dose|tablets?|pills?|medicines?|swell\w*|wound"
    r"|infection|symptoms?|dolor|fiebre|sangr\w+|cirugía|operación|dosis|pastillas?|medicinas?|herida"
    r"|infección|síntomas?)\b"
)
"""What a text speaks of that may take a turn for which the reader should call."""
_ASKS = pattern(
    r"(?:is|are|am|can|could|do|does|did|has|have|was|will|would|should|may|must) \w"
    r"|(?:what|who|which|where|why|when|how (?:long|much|many|often|far|soon)|how)"
    r" (?:is|are|was|can|could|do|does|did|has|have|will|would|should|causes)\b",
    re.IGNORECASE,
)
_STATES = pattern(
    r"^(?:\w+ ){1,5}?(?:is|are|was|were|can|cannot|will|has|have|should|must|does|do not) \w",
    re.IGNORECASE,
)
_HANGS = pattern(
    r"^\w+ing\b|\b(?:when|if|that|who|how|what|after|before|while|because|until)\b", re.I
)
"""A title whose verb hangs on another word: "Getting ready when you have asthma"."""
_NOT_STATED = pattern(
    r"^(?:what|when|where|who|why|how|which|if|things|after|before|while|until|once|since|as)\b",
    re.IGNORECASE,
)


def long_list(view: View) -> Iterator[Finding]:
    """Find lists of over 7 items."""
    for section in view.handout.sections:
        for listed in section.lists:
            yield from _too_long([item.text for item in listed.items])
            yield from (found for item in listed.items for found in _nested_too_long(item))


def many_sections(view: View) -> Iterator[Finding]:
    """Find a handout of over 8 sections."""
    sections = view.handout.sections
    if len(sections) > SECTIONS:
        yield Finding(
            f"there are {len(sections)} sections",
            f"join or drop some; a reader keeps at most {SECTIONS} apart",
            sections[SECTIONS].heading,
            level="hint" if len(sections) <= SECTIONS + FEW_MORE else None,
        )


def key_message(view: View) -> Iterator[Finding]:
    """Find a main message that is missing or not at the top; the loader refuses a second one."""
    keys = [n for n, section in enumerate(view.handout.sections) if section.emphasis == "key"]
    if not keys:
        yield Finding(
            "no section is marked as the key message",
            "write the one thing to remember as the first section, with “emphasis: key”",
        )
    elif keys[0] > 0:
        yield Finding(
            "the key message is not the first section",
            "move it to the top: many readers stop after the first lines",
            view.handout.sections[keys[0]],
        )


def action(view: View) -> Iterator[Finding]:
    """Find a text that tells the reader nothing to do."""
    sentences = (sentence.text for passage in view.body for sentence in passage.sentences)
    asks = _asks_something
    if view.language == "es":
        from brochure.checks.spanish import actions

        asks = actions.asks_something
    if not any(asks(sentence) for sentence in sentences):
        yield Finding(
            "the text asks the reader to do nothing",
            "say what to do, in a sentence that starts with the deed: “Call us if …”",
        )


def _asks_something(sentence: str) -> bool:
    """Return whether a sentence has a deed where one is asked for."""
    places = _DEEDS_PLACE.finditer(sentence)
    return any(found["no"] or found["deed"].lower() in _DEEDS for found in places)


def when_to_call(view: View) -> Iterator[Finding]:
    """Find a text that neither says when to call nor has a section marked urgent or emergency."""
    if any(section.emphasis in ("urgent", "emergency") for section in view.handout.sections):
        return
    if any(_says_when(view, number) for number in range(len(view.handout.sections))):
        return
    sentences = (sentence.text for passage in view.body for sentence in passage.sentences)
    reach, when = _REACH, _WHEN
    if view.language == "es":
        from brochure.checks.spanish import actions

        reach, when = actions.REACH, actions.WHEN
    texts = (passage.plain.lower() for passage in view.body)
    after_signs = any(_AFTER_SIGNS.search(each) for each in texts)
    if not after_signs and not any(_says_to_call(each, reach, when) for each in sentences):
        yield Finding(
            "the text does not say when to call",
            "add a section with “emphasis: urgent”: “Call us if you have …”",
            level=None if _MAY_GO_WRONG.search(view.small) else "hint",
        )


def _says_to_call(sentence: str, reach: re.Pattern[str], when: re.Pattern[str]) -> bool:
    """Return whether a sentence says to call and when, or with what the emergency number is due."""
    if _EMERGENCY.search(sentence.lower()) and sentence.count(" ") > _BARE_CALL:
        return True
    return bool(reach.search(sentence) and when.search(sentence))


def reach_words(language: str) -> re.Pattern[str]:
    """Return what finds words for calling or going for help in a language."""
    if language == "es":
        from brochure.checks.spanish import actions

        return actions.REACH
    return _REACH


def _says_when(view: View, number: int) -> bool:
    """Return whether a section is about when to call, and its text says whom."""
    heading = view.handout.sections[number].heading.plain
    heads, reach = _WHEN_HEADING, _REACH
    if view.language == "es":
        from brochure.checks.spanish import actions

        heads, reach = actions.WHEN_HEADING, actions.REACH
    if not heads.match(heading):
        return False
    if _SIGNS_HEADING.match(heading):
        return True
    texts = (passage.plain for passage in view.body if passage.section == number)
    return any(reach.search(text) for text in (heading, *texts))


def title_form(view: View) -> Iterator[Finding]:
    """Find a title that is neither a question nor a noun phrase of under 12 words."""
    title = view.handout.title
    fault = _title_length(title.plain) or (_title_fault(title.plain) if view.english else "")
    if title.plain.endswith((".", "!")):
        fault = "the title ends like a sentence"
    if fault:
        yield Finding(fault, "write a question, or name the subject in a few words", title)


def unread_words(view: View) -> Iterator[Finding]:
    """Find fixed words of the page that no native reader has looked at yet."""
    tongue = tongue_of(view.handout.language)
    if tongue and not tongue.reviewed_by_native:
        name = tongue.english_name
        yield Finding(
            f"the page's fixed words in {name}, such as “{tongue.phrases.questions}”, have not yet"
            " been read by a native reader",
            f"have someone who reads {name} look at the finished page once",
        )


READ_BY_STAFF = ("en", "es")
"""The languages in which most clinics here have somebody at the desk."""


def staff_title(view: View) -> Iterator[Finding]:
    """Find a handout in another language that says nowhere in English what it is about."""
    if view.handout.title_en is None and view.language not in READ_BY_STAFF:
        yield Finding(
            "staff who do not read this language find no title on it",
            "add “title_en:” with its title in English, as in `title_en: Back pain`",
            view.handout.title,
        )


def review_date_missing(view: View) -> Iterator[Finding]:
    """Find a handout that does not say when it was last reviewed."""
    if not view.handout.reviewed:
        yield Finding(
            "there is no review date",
            "add “reviewed: year-month-day” when a medical person has read the text",
        )


def review_date_old(view: View) -> Iterator[Finding]:
    """Find a review over two, or three, years old, or in the future."""
    reviewed, today = view.handout.reviewed, view.today
    if not (_is_date(reviewed) and _is_date(today)):
        return
    days = (date.fromisoformat(today) - date.fromisoformat(reviewed)).days
    if days < 0:
        yield Finding(f"the review date {reviewed} is in the future", "correct the date")
    elif days > WARN_DAYS:
        yield Finding(
            f"the last review, {reviewed}, is over {days // 365} years old",
            "have the text read again, then change the date",
            level="error" if days > FAIL_DAYS else None,
        )


def review_overdue(view: View) -> Iterator[Finding]:
    """Find a next review that is overdue."""
    due = view.handout.review_by
    if _is_date(due) and _is_date(view.today) and due < view.today:
        yield Finding(
            f"the review was due by {due}", "have the text read again, then change both dates"
        )


def sources_missing(view: View) -> Iterator[Finding]:
    """Find a handout that does not say where its facts come from."""
    if not view.handout.sources:
        yield Finding(
            "there are no sources", "list where the facts come from, with the year, as “sources:”"
        )


def _too_long(texts: list[Text]) -> Iterator[Finding]:
    """Yield a finding if a list has too many items, at the first one too many."""
    if len(texts) > LIST_ITEMS:
        yield Finding(
            f"this list has {len(texts)} items",
            f"split it under two headings, or drop some; {LIST_ITEMS} are enough",
            texts[LIST_ITEMS],
            level="hint" if len(texts) <= LIST_ITEMS + FEW_MORE else None,
        )


def _nested_too_long(item: Item) -> Iterator[Finding]:
    """Yield a finding if the list nested in an item is too long."""
    return _too_long(list(item.items))


def _title_length(title: str) -> str:
    """Return what is wrong with a title's length."""
    count = len(readability.words(title))
    return f"the title has {count} words" if count >= TITLE_WORDS else ""


def _title_fault(title: str) -> str:
    """Return what is wrong with the form of an English title."""
    if title.endswith("?"):
        return ""
    if _ASKS.match(title):
        return "the title asks, but has no question mark"
    states = _STATES.match(title)
    if states and not _NOT_STATED.match(title) and not _HANGS.search(states.group()):
        return "the title is a whole sentence"
    return ""


def _is_date(text: str) -> bool:
    """Return whether a text is an ISO date."""
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
