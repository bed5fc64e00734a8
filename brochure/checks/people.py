"""A rule about words for people: the person first, the illness after.

Source: CDC, Health Equity Guiding Principles (preferred terms); the pairs are our own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.kept_patterns import compiled
from brochure.checks.handout_view import Finding, View
from brochure.remember import remember

LABELS = """
homeless (people|persons|individuals|man|men|woman|women) | people without a home
the homeless | people without a home
the elderly / the aged / senior citizens / the frail | older adults
elderly (people|persons|patients|adults|individuals) | older adults
the disabled / the handicapped / handicapped (people|persons|patients) | people with a disability
disabled (people|persons|patients) | people with a disability
handicapped (parking|toilet|restroom|access|entrance) | accessible
wheelchair bound / wheelchair-bound / confined to a wheelchair | uses a wheelchair
bedbound / bed-bound / bedridden | cannot get out of bed
the blind | people who are blind
the deaf | people who are deaf
deaf and dumb / deaf-mute | deaf
the poor / the underprivileged / the needy | people with low income
the mentally ill / the insane | people with a mental illness
mentally ill (people|persons|patients) | people with a mental illness
the mentally retarded / mental retardation / retarded | people with an intellectual disability
crazy / lunatic / psycho | with a mental illness
a schizophrenic / schizophrenics | people with schizophrenia
diabetics / a diabetic / diabetic (patients|people|individuals) | people with diabetes
epileptics / an epileptic | people with epilepsy
asthmatics / an asthmatic | people with asthma
alcoholics / an alcoholic | people with alcohol use disorder
addicts / an addict / drug addicts / junkies | people who use drugs
drug abusers / substance abusers | people who use drugs
drug abuse / substance abuse | drug use, substance use disorder
drug habit | substance use disorder
hemophiliacs / a hemophiliac | people with hemophilia
paraplegics / a paraplegic / quadriplegics / a quadriplegic | people who are paralyzed
arthritics / an arthritic | people with arthritis
an anorexic / anorexics / a bulimic / bulimics | people with an eating disorder
the obese / obese (people|persons|patients|individuals) / morbidly obese | people with obesity
fat people | people with obesity
hypertensives / a hypertensive | people with high blood pressure
cancer victims / stroke victims / burn victims / aids victims / accident victims | people who had it
(polio|stroke|cancer|aids|flu|abuse|rape|burn|heart attack) victims? | people with it, survivors
victims of | people with
suffers from / suffer from / suffering from / suffered from | has, have
afflicted with / afflicted by / stricken with / stricken by | who has, who have
(migraine|arthritis|asthma|cancer|allergy|pain|back pain|headache) sufferers? | people with it
sufferers / a sufferer / fellow sufferers | people with it
infested (persons|people|individuals|patients) | people who have it
infected (persons|individuals) | people who have the infection
cancer patients | people with cancer
hiv patients / aids patients / hiv-positive patients | people with HIV
crippled / cripple / a cripple / lame person | with a disability
deformed / deformity of the child | with a difference in shape
normal (people|persons|children|adults) | people without it
healthy normal (people|persons|children|adults) | people without it
able-bodied | without a disability
special needs (children|child|people|patients) / handicapped (child|children) | with a disability
autistic (children|people|patients|child|person) / autistics / an autistic | people with autism
down's children / a down's child / mongoloid | children with Down syndrome
prostitutes / a prostitute | people who sell sex
illegal (immigrants|aliens) / illegals | people without papers
minorities / minority (patients|populations|people) | name the group
inmates / an inmate / convicts | people in prison
committed suicide / commit suicide / successful suicide | died by suicide
failed suicide / failed suicide attempt | attempted suicide
vulnerable (people|groups|populations|persons) | people at higher risk
high-risk (people|groups|populations|individuals) | people at higher risk
targeted (population|populations) / target population | people this is for
noncompliant (patients?|people) / non-compliant (patients?|people) | people off the plan
frequent flyers / difficult patients / bad patients | name what happens
the uninsured | people without health insurance
the unvaccinated | people who have not had the vaccine
drunks / a drunk | people who drink too much
manpower | staff
chairman | chair
females / males | women, men
(heart|cancer|stroke|surgical|trauma|hip|dementia) cases | people with it
incontinent (women|mums|moms|men|people|patients|adults) | people who leak urine
"""
"""One line: what labels somebody, in forms that / parts, and what to say."""


def label_for_people(view: View) -> Iterator[Finding]:
    """Find words that make an illness or a state the name of a person; each once."""
    told: set[str] = set()
    ends: set[object] = set()  # "drug addicts" is told, and "addicts" in it is not
    every, by_word = _rows(view.language), _by_word(view.language)
    near = sorted({number for word in view.words for number in by_word.get(word, ())})
    rows = [every[number] for number in near if _may_stand(every[number][0], view.words)]
    rows.sort(key=lambda row: -len(row[0]))
    for passage in view.body if rows else ():
        for form, better in rows:
            found = _unnamed(_pattern(form), passage.plain)
            key = (passage.text, found.end()) if found else None
            if found and key not in ends and better + found.group().lower() not in told:
                told.add(better + found.group().lower())
                ends.add(key)
                yield Finding(
                    f"“{found.group()}”: many people do not want to be spoken of so",
                    f"say: {better}",
                    passage.text,
                    found.group(),
                    found.start(),
                )


def _unnamed(form: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return where a form stands that is no part of a name: "Institute on Drug Abuse"."""
    return next((each for each in form.finditer(text) if not _is_name(each, text)), None)


def _is_name(found: re.Match[str], text: str) -> bool:
    """Return whether all words have a capital, and so has what stands beside them."""
    words = found.group().split()
    if not all(word[0].isupper() for word in words):
        return False
    beside = re.search(r"[A-Z][\w’']+ (?:(?:on|of|for|and|the) )*$", text[: found.start()])
    return bool(beside or re.match(r" (?:(?:and|of) )?[A-Z]", text[found.end() :]))


@remember(2)
def _rows(language: str) -> tuple[tuple[str, str], ...]:
    """Return each form of a language's table with what to say for it."""
    labels = LABELS
    if language == "es":
        from brochure.checks.spanish import people

        labels = people.LABELS
    rows = (line.split(" | ") for line in labels.strip().split("\n"))
    return tuple((form, better) for forms, better in rows for form in forms.split(" / "))


@remember(2)
def _by_word(language: str) -> dict[str, list[int]]:
    """Return the numbers of the forms by each word that their longest part may be."""
    found: dict[str, list[int]] = {}
    for number, (form, _) in enumerate(_rows(language)):
        longest = max(_choices(form), key=lambda words: min(map(len, words)))
        for word in {each.split()[0] for each in longest}:
            found.setdefault(word, []).append(number)
    return found


def _may_stand(form: str, words: frozenset[str]) -> bool:
    """Return whether a text has the words of a form: all outside brackets, one of those within."""
    return all(
        any(all(word in words for word in each.split()) for each in choices)
        for choices in _choices(form)
    )


@remember(512)
def _choices(form: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a form one after the other, each with the others it may be."""
    parts = re.findall(r"\([^()]*\)|[^\s()]+", form.replace("-", " ").replace("'", " "))
    found = []
    for part in parts:
        words = part.strip("()").split("|")
        both = ((word.removesuffix("s?"), word.replace("?", "")) for word in words)
        found.append(tuple(word for pair in both for word in pair))
    return tuple(found)


@remember(512)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds a form; "the" makes a label only where no noun follows."""
    bare = form.startswith("the ") and "(" not in form
    spaced = form.replace(" (", "[ ](?:")
    return compiled(rf"\b{spaced}{_ALONE if bare else chr(92) + 'b'}", re.IGNORECASE)


_ALONE = (
    r"(?=[.,;:!?)]|$|\s(?:and|or|are|is|who|can|may|should|must|have|has|in|with|need|often|at|fall|get|feel"
    r"|live|take|use|do|will|would|could|tend|die|suffer)\b)"
)
