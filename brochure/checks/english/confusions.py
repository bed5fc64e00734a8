"""Words that are spelled right and stand in the wrong place: "prostrate cancer", "more then two".

A list of words sees none of them, so each is known by its neighbours. Only neighbours that leave no
doubt are in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from brochure.remember import remember

TABLE = r"""
[prostrate] (?:cancer|gland|exams?|biopsy|biopsies|problems?|surgery|health) | prostate
(?:your|the|enlarged|his) [prostrate] | prostate
[bowl] (?:movements?|prep|preparation|cancer|habits?|problems?|control|obstruction|disease) | bowel
(?:large|small|empty|your|irritable) [bowl] (?:is|syndrome|must|can|will) | bowel
dental [plague] | plaque
[plague] (?:on|from) (?:your|the) (?:teeth|gums) | plaque
[soar] (?:throat|muscles?|gums?|arm|back|spot|feet|foot) | sore
[sever] (?:pain|headaches?|bleeding|allerg\w+|reactions?|symptoms?|swelling|weakness|diarrh\w+|cramps?) | severe
(?:very|more|most|is|are|get|gets) [sever] | severe
[diary] (?:products?|foods?|milk|free) | dairy
(?:a|your|the) (?:food|pain|sleep|headache|bladder|symptom) [dairy] | diary
clinical [trails?] | trial
[pubic] (?:health|library|transport\w*|places?) | public
[public] (?:bone|hair|lice) | pubic
[loose] (?:weight|consciousness|your balance|your appetite|interest) | lose
(?:not|may|will|can|could|might|to) [loose] (?:your|some|more) | lose
[lose] (?:stools?|clothing|bowel movements?) | loose
(?<!deep )(?<!\ba )(?<!your )(?<!each )(?<!slow )(?<!the )(?<!of )(?<!next )[breath] (?:in|out|deeply|slowly|normally|through|easier|easily|well|into) | breathe
(?:to|cannot|can|not|you|help you|trouble|hard to) [breath](?=[.,;]| (?:or|and) (?:talk|speak|swallow|cough)) | breathe
(?:shortness of|short of|deep|your|bad|catch your) [breathe] | breath
side [affects?] | effect
(?:long-term|harmful|bad|the|common|serious) [affects] of | effects
(?:can|may|could|will|might|not|does not|also) [effect] (?:your|the|how|you|people|children|both) | affect
(?:more|less|fewer|higher|lower|longer|rather|older|younger|larger|smaller|greater|sooner) [then] (?!you |call |it |we |take ) | than
(?:far|way|drink|eat|take|do|use|lift|gain|is|are|be) [to] (?:much|often|late|tight|tired|soon|fast|hot)(?=[.,;]| (?:for|to|of|and|or|water|salt|alcohol|sugar|at|in)\b) | too
[it's] (?:own|side effects?|purpose|place|name|job|surface|lining|edges?|way) | its
[its] (?:not|(?:important|best|normal|common|safe|okay|possible|likely|time|hard|easy|a good idea) (?:to|that|for you)) | it’s
[your] (?:allergic to|pregnant and|not|taking|having|going|unable|unsure|worried about|feeling|dizzy) | you’re
(?:if|when|because|while|that) [your] (?:a|an|in|on|under|over|at|very|too|still|also) | you’re
(?:call|see|ask|tell|with|to|take|by|from|for|on|in|of|contact) [you] (?:doctor|nurse|provider|pharmacist|medicine|medicines|medication|medications|surgeon|dentist|health|appointment|blood|skin|back|body|child|baby|knee|heart|symptoms?|pain) | your
(?<!is )(?<!are )(?<!was )(?<!were )(?<!if )[there] (?:doctor|nurse|symptoms|medicines?|medications?|child|children|health|parents?|hands|own) | their
(?:should|could|would|must|might|may) [of] | have
[weather] (?:or not|you) | whether
(?:for|in|after|every|one|two|three|four|five|six|eight|\d+) [weaks?] (?=after|before|or|later|and|until|to\b) | week
(?:feel|feeling|very|too|get|are) [week](?=[.,;]| (?:or|and)) | weak
[fell] (?:better|worse|tired|dizzy|pain|weak|sad|free to|well) | feel
[feel] (?:down|asleep|off|from|on) (?:the|your|a|and) (?:stairs|floor|ladder|bed|step|steps) | fell
(?:away|comes?|keeps?|made|recover|far|apart|home|relief|weeks|days|months) [form] (?:the|your|a|surgery|work|school|here|you|it|this) | from
[on] of (?:the|our|your|these|those|us) (?:most|nurses|doctors|staff|side|signs|first|best|reasons|many|common|main|tests) | one
(?:let us|let me|need to|should|to|must|want to) [now](?= (?:if|that|when|what|how|about)) | know
(?:missed|double|next|daily|first|last|extra|low|high|single|full) [does](?=[.,;]| (?:of|at|as|is|was|by|in|and)\b) | dose
one [does] (?:of|at|a day|each) | dose
[heal] (?:pain|spurs?|cord|bone) | heel
(?:your|the|back of the) [heal](?=[.,;]| (?:on|of|is|and|hurts)) | heel
(?:in|into|from|through) (?:a|your|the) [vain] | vein
[vains] | veins
[waste] (?:size|circumference|line|measurement) | waist
[mussels?] (?:pain|ache|cramps?|spasms?|weakness|relaxers?|aches) | muscle
(?:sore|tight|back|neck|leg|weak) [mussels?] | muscle
the [hole] (?:day|time|dose|bottle|night|body|glass|family|course) | whole
(?:stay|keep|be|lie|remain|a) [quite](?=[.,;]| (?:and|place|room)) | quiet
(?:go|goes|going|get|walk|come|pass|passes|breathe) [though] (?:the|your|a|it) | through
[medial] (?:help|care|attention|history|records?|emergency|advice|team|problems?|conditions?|supplies|staff) | medical
medical [advise] | advice
(?:our|your|this|their|for|any|the|of) [advise](?=[.,;]| (?:of|on|about|from)) | advice
[discreet] (?:areas?|lumps?|spots?) | discrete
(?:all|most|some|many|our|these|for) [patient](?=[.,;]| (?:who|with|should|may|can|must|are|have|need|feel)) | patients
[everyday](?=[.,;]|$| (?:at|for|with|until|before|after|to|in|and)) | every day
[with out] | without
[can not] (?!only) | cannot
[your self](?=[.,;]|$| (?:to|and|in|with|if|from|or)\b) | yourself
[follow up] (?:appointments?|visits?|care|exams?|tests?|calls?) | follow-up
[stationery] (?:bike|bicycle|position) | stationary
[hart] (?:attack|disease|failure|rate|beat|problems?|doctor) | heart
[pail] (?:skin|face|stools?) | pale
(?:contrast|hair) [die] | dye
[break](?:ing)? pedal | brake
(?:will|can|to|may|not) [brake] (?:the|your|a) (?:skin|bone|tablets?|pills?) | break
[wait] (?:loss|gain|lifting|management) | weight
(?:lose|gain|losing|gaining|body) [wait](?=[.,;]| (?:by|and|if|every|each)\b) | weight
[peace] of (?:fruit|bread|gauze|paper|tape|candy|gum|cotton) | piece
[sight] (?:of (?:the )?(?:injection|surgery|infection|incision)) | site
(?:injection|surgical|surgery|incision|wound|insertion|iv) [sights?] | site
(?:injection|surgical|incision|wound) [cites?] | site
(?:do|should|must) [no] (?:take|eat|drink|drive|lift|use|stop|smoke|feel|need|work|have|share|put) | not
(?:do|does|did|should|must|will|can) [note] (?:take|eat|drink|drive|lift|use|stop|smoke|feel|need|share|put|swim) | not
"""
"""A line: a pattern with the wrong word in square brackets, and what is meant.

A "s?" in the brackets gives its plural to what is meant.
"""


class Confusion(NamedTuple):
    """A wrong word as it stands in a text, and what to write for it."""

    word: str
    start: int
    meant: str


class Row(NamedTuple):
    """A line of the table: the letters that a text must have, the pattern, and what is meant."""

    letters: str
    pattern: str
    meant: str


def confusions(text: str) -> Iterator[Confusion]:
    """Yield the words of a text that others were meant by."""
    small = text.lower()
    for row in rows():
        if row.letters in small:
            for found in _compiled(row.pattern).finditer(text):
                yield Confusion(found["wrong"], found.start("wrong"), _as(found["wrong"], row))


@remember(1)
def rows() -> tuple[Row, ...]:
    """Return the table."""
    found = []
    for line in TABLE.strip().splitlines():
        pattern, _, meant = line.rpartition(" | ")
        before, wrong, after = re.split(r"(?<!\\)[\[\]]", pattern, maxsplit=2)
        end = "" if after.endswith(" ") or re.search(r"\(\?[=!].*\)$", after) else r"(?!\w)"
        whole = rf"\b{before}(?P<wrong>{wrong})\b{after}{end}".replace("'", "['’]")
        letters = wrong.removesuffix("s?").replace("'", "’")
        found.append(Row(letters, whole, meant))
    return tuple(found)


@remember(256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern of the table, compiled when a text first has its letters."""
    return re.compile(pattern, re.IGNORECASE)


def _as(word: str, row: Row) -> str:
    """Return what is meant, in the plural and with the capital of the wrong word."""
    plural = word.lower().endswith("s") and "s?)" in row.pattern and not row.letters.endswith("s")
    meant = row.meant + "s" * plural
    return meant[0].upper() + meant[1:] if word[0].isupper() else meant
