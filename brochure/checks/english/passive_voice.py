"""Where an English sentence is in the passive voice: a form of "be" and a past participle.

A guess from words alone, so it leaves out what is more often a state than a deed
("is tired", "is located") and the set phrases of definitions ("is called").
"""

from __future__ import annotations

import re

from brochure.checks.patterns import pattern
from brochure.remember import remember

_BE = r"(?:am|is|are|was|were|be|been|being|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
_BETWEEN = (
    r"(?:(?:not|also|often|usually|never|always|still|sometimes|then|only|now|being|been|\w+ly)\s+)"
)
_IRREGULAR = (
    "beaten|bitten|born(?= by)|borne|bought|bound|broken(?= (?:up|down|by))|brought|built|burnt"
    "|caught|chosen|cut|dealt|done|drawn|driven|drunk(?= (?:with|by|in|at|hot|cold))|eaten|fed"
    "|felt|fought|forgotten|found|frozen|given|grown|heard|held|hidden|hit|hurt|kept"
    "|laid|led|lent|let|lost|made|met|paid|put|read|rebuilt|redone|reset|run"
    "|said|seen|sent|set|sewn|shaken|shed|shot|shown|shut|sold|sought|spent|split|spoken|spread"
    "|stolen|struck|stuck|swept|swollen(?= by)|taken|taught|thought|thrown|told|torn|understood"
    "|withdrawn|withheld|won|worn|wound|written"
)
_PASSIVE = pattern(
    rf"\b{_BE}\s+{_BETWEEN}{{0,2}}(?P<done>{_IRREGULAR}|[a-z]+ed)\b(?!-)(?!\s+(?:of|up of)\b)",
    re.IGNORECASE,
)
_STATE_WORDS = """
accustomed addicted advanced affected aged alarmed allowed ashamed associated attached based
blessed bloated blocked bored bruised called certified chapped clogged closed coated combined
complicated
composed concerned confused congested connected constipated contaminated
convinced covered cracked crooked
crowded damaged dedicated dehydrated depressed designed detached determined developed disabled
disappointed
divided diseased divorced dressed embarrassed employed engaged enlarged entitled exaggerated excited
exhausted
experienced
expired exposed filled finished found frightened frustrated gifted hidden hospitalized hundred
hurt immunized impaired infected infested inflamed injured insured interested involved irritated
isolated
left-handed licensed limited located lost loved married metastasized naked named needed opposed
overweight overwhelmed paralyzed pedicled pinched pleased pregnant prepared qualified recalled red
related relaxed relieved required retired sacred satisfied scared shocked situated skilled slurred
squashed squeezed stressed stretched stuck supposed surprised swollen talented tied tired torn
trained
trapped trusted undisturbed undone unexplained uninsured untreated unvaccinated upset vaccinated
weakened wicked worried
"""
_STATES = frozenset(_STATE_WORDS.split())
_PERSON = pattern(
    r"\b(?:i|you|we|he|she|they|people|everyone|nobody|who)(?:['’]\w+)?\s*$", re.IGNORECASE
)
_OF_PEOPLE = frozenset(
    {"done", "used", "known", "met", "set", "read", "fed", "stuck", "shot", "lost", "run"}
)
"""Participles that tell a state if a person has it: "when you are done", "you are used to it"."""

_BY_MEDICINE = frozenset("relieved controlled eased helped improved soothed".split())
"""What a medicine or rest does: "pain that isn't relieved by tablets" hides nobody."""
_WERE_TOLD = pattern(
    r"\b(?:if|unless|because|that|than|as|what|which|where|when|whatever"
    r"|(?:the|a|any|your) (?:\w+ )?(?:date|time|day|dose|amount|number|sheet|list|card|form|advice"
    r"|instructions|exercises|medicines?|tablets|plan|one|ones))"
    r" you(?: (?:were|are|have been)|['’]ve been|['’]re)\s+(?:given|told|asked|prescribed|sent"
    r"|offered|referred|shown|advised)\b",
    re.IGNORECASE,
)
"""What went before, told of the reader: "by the date you were given"."""

_ABLE = pattern(
    r"\b(?:can|could|cannot|can['’]t|may|might)(?: \w+)? (?:be|have been)(?: \w+ly)? "
    r"(?:prevented|treated|cured|reached|found|caused|linked|seen|felt|helped|managed|avoided"
    r"|confused|mistaken|detected|passed|triggered"
    r"|missed|cut down|fixed|expected|delayed)$",
    re.IGNORECASE,
)
"""What may be so, whoever does it: "many falls can be prevented"."""
_OTHERS = pattern(r"\b(?:people|those|children|women|men|patients|adults|babies) who\s+$", re.I)
"""Of whom a text tells, and not what is done to the reader: "people who are screened"."""
_SET = pattern(
    r"(?:[\w’']+ )*(?:put to sleep\b|sent home\b|referred to as\b|\w+ by \w+ing\b)|be expected\b",
    re.I,
)
"""Set phrases, and how a thing comes about: "it isn't spread by hugging"."""
_USED_TO = pattern(r"used to \w+ing\b", re.IGNORECASE)
"""Somebody's habit: "doctors are used to hearing this"."""
_SIGNS = pattern(
    r"\b(?:symptoms?|signs?|effects?|causes?|risks?|options?|kinds?|types?)(?: \w+){0,3} $", re.I
)
_NOUN = pattern(
    r" (?!(?:by|in|on|at|with|for|to|from|as|when|if|after|before|and|or|until|during|through|than"
    r"|because|using|under|over|into|about|it|them|you)\b)[a-z]"
)
"""What makes of a participle a word about a noun: "symptoms are reduced appetite and ..."."""
_HISTORY = pattern(
    r"\b(?:have|has|had|['’]ve) (?:\w+ ){0,2}been "
    r"(?:told|diagnosed|given|prescribed|asked|hurt|treated|shown|found|linked)$",
    re.IGNORECASE,
)
_OUGHT = pattern(
    r"\b(?:should|must|shall|(?:has|have|had|needs?|ought|is|are|was|were) to)"
    r"(?: not| never| always| also| only)? be\s+(?:\w+ly )?$",
    re.IGNORECASE,
)
_DONE_TO = frozenset(
    """
    filled finished covered closed trained treated exposed certified insured
    immunized vaccinated tested limited left drunk worn recalled hidden opposed dressed damaged
    experienced called hospitalized stressed squeezed required used read fed known set run lost
    """.split()
)
"""States that are deeds where somebody ought to do them: "must be filled out"."""
_GETS = pattern(
    r"\bgets (?P<done>reviewed|changed|checked|removed|replaced|tested|cleaned|sent|done"
    r"|emptied|washed"
    r"|refilled|renewed|updated|drawn|taken|given|put|measured|weighed|read|scanned|signed"
    r"|booked)\b",
    re.IGNORECASE,
)
"""What is done to a thing: "the patch gets changed"."""
PASSIVES = (_PASSIVE, _GETS)
"""What a text with passive words has."""
_BY = pattern(
    r"(?: (?!by\b)(?P<step>\w+))? by (?!(?P=step)\b)(?!(?:mouth|mail|post|phone|email|e-mail"
    r"|fax|letter|then|now"
    r"|\w+ing|\d)\b)"
    r"(?:(?:an?|the|your|our|his|her|their|these|those|this|some|any) )?(?P<who>\w+)"
)
_PEOPLE = frozenset(
    """
    doctor doctors nurse nurses surgeon surgeons dentist dentists pharmacist pharmacists staff team
    therapist therapists specialist specialists provider providers physician physicians midwife
    midwives technician technicians you us them him her someone somebody people person health care
    insurance clinic hospital lab parent parents family it radiologist doctor's trained medical
    """.split()
)
_HIDES = frozenset(
    "spread passed carried ordered damaged done given taken performed prescribed".split()
)
"""Deeds that one tells with their doer first, whoever that is: "hands spread germs"."""

_ACTOR = pattern(
    r"(?: (?:and|or) \w+ed)?\s+by\s+(?!(?:hand|mouth|mail|phone|then|now|\w+ing|\d)\b)\w+",
    re.IGNORECASE,
)


@remember(4096)
def passive(sentence: str) -> re.Match[str] | None:
    """Return where a sentence has passive words ("are taken"), None if it has none.

    Active voice is asked for by the CDC Clear Communication Index (6) and PEMAT (5).
    """
    for found in _PASSIVE.finditer(sentence):
        if _is_deed(found, sentence):
            return found
    return _GETS.search(sentence) if "gets " in sentence else None


def names_actor(after: str) -> bool:
    """Return whether the words behind a passive say who does it: "by your nurse"."""
    return bool(_ACTOR.match(after))


def _is_deed(found: re.Match[str], sentence: str) -> bool:
    """Return whether a participle tells of a deed: no state, or done "by" somebody."""
    participle = found["done"].lower()
    if participle in _BY_MEDICINE or _WERE_TOLD.search(
        sentence[max(0, found.start() - 60) : found.end()]
    ):
        return False
    before, after = sentence[: found.start()], sentence[found.end() :]
    if participle in _DONE_TO and _OUGHT.search(sentence[: found.start("done")]):
        return not _PERSON.search(before)
    if _OTHERS.search(before) or _SET.match(found.group() + after):
        return False
    if _USED_TO.match(found["done"] + after) or (_SIGNS.search(before) and _NOUN.match(after)):
        return False
    until = sentence[: found.end()]
    if _ABLE.search(until) or _HISTORY.search(until):
        return False
    by = _BY.match(sentence, found.end())
    if by and participle not in _HIDES and by["who"].lower() not in _PEOPLE:
        return False  # "held by a cast"
    if by:
        return True
    if participle in _OF_PEOPLE and _PERSON.search(sentence[: found.start()]):
        return False
    return participle not in _STATES
