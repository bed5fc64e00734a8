"""Plain words for medical terms and for stiff words, and where a text explains a term.

The table is our own, from general knowledge. A medical term may stay if the text says
what it means where it first stands; a stiff word should go. English only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

# Each line: the forms of a term = the plain words. A form ending in "+" is a noun that
# takes a plural, one ending in "~" a verb that takes -s, -ed and -ing.
_MEDICAL = """
acetaminophen = a pain medicine, such as Tylenol
acute = sudden and short
adhesion+ = scar tissue that sticks
adverse reaction+ / adverse event+ / adverse effect+ = side effect, harm from a medicine
analgesic+ = pain medicine
anaphylaxis / anaphylactic = a severe allergic reaction
anemia / anemic = too few red blood cells
anesthesia / anesthetic+ = medicine that puts you to sleep or numbs you
anesthesiologist+ = the doctor who puts you to sleep for surgery
aneurysm+ = a bulge in a blood vessel
angina = chest pain from the heart
ankylosing spondylitis = arthritis of the spine
anterior = at the front
anticoagulant+ = blood thinner
antiplatelet+ = medicine that keeps blood cells from clumping
anti-inflammatory / anti-inflammatories / antiinflammatory = medicine that brings down swelling
arrhythmia+ = a heartbeat that is not regular
arthroplasty = joint replacement
arthroscopy / arthroscopic = surgery through a small tube
aspirate~ / aspiration = draw out with a needle
asymptomatic = without symptoms
atherosclerosis = narrow, hard blood vessels
atrial fibrillation = an uneven heartbeat
atrophy = shrink, waste away
autoimmune = when the body attacks itself
autologous = from your own body
benign = not cancer
bilateral = on both sides
biopsy / biopsies = a small piece of tissue taken for a test
bisphosphonate+ = drug that keeps bones from breaking
bronchitis = swollen airways
carcinogen+ / carcinogenic = something that causes cancer
carcinoma+ = a kind of cancer
cardiac = of the heart
cardiologist+ = heart doctor
cardiovascular = of the heart and blood vessels
cartilage = the smooth padding in a joint
catheter+ = a thin tube
catheterization = putting in a thin tube
cauda equina = the bundle of nerves at the end of the spine
cerebral = of the brain
cerebrovascular = of the blood vessels in the brain
cervical = of the neck
chemotherapy = drugs that kill cancer cells
cholangiocarcinoma = cancer of the bile duct
chronic = lasting a long time
claudication = leg pain when you walk
coccyx = tailbone
cognitive = about how you think
colonoscopy = a look inside the bowel
comorbidity / comorbidities = another illness at the same time
congenital = from birth
contraindication+ / contraindicated = a reason not to use it
contralateral = on the other side
contusion+ = bruise
coronary = of the heart's blood vessels
corticosteroid+ = medicine that brings down swelling
debridement = cleaning out of dead tissue
deep vein thrombosis / thrombosis / thromboses = a blood clot
degenerative = wearing down over time
dementia = loss of memory and thinking
dermatitis = a skin rash
dermatologist+ = skin doctor
dialysis = cleaning the blood with a machine
discectomy / diskectomy = surgery that removes part of a disc
disc herniation+ / disk herniation+ / herniated disc+ / herniated disk+ = slipped disc
distal = farther from the middle of the body
diuretic+ = water pill
dorsal = of the back
dysphagia = trouble swallowing
dyspnea = trouble breathing
echocardiogram+ = an ultrasound picture of the heart
edema = swelling
electrolyte imbalance = too much or too little salt in the body
embolism+ = a blocked blood vessel
endocrinologist+ = hormone doctor
endoscopy / endoscopic = a look inside with a thin tube
epidural = around the spinal cord
etiology = cause
excision = cutting out
facet joint+ = small joint between spine bones
fatigue = feeling very tired
febrile = with a fever
fibromyalgia = pain all over the body
foraminotomy = surgery that makes room for a nerve
fracture+ / fractured = broken bone
gastric = of the stomach
gastroenterologist+ = stomach doctor
gastrointestinal = of the stomach and bowel
glucose = sugar in the blood
hematoma+ = a pool of blood under the skin
hematologist+ = blood doctor
hemorrhage+ = heavy bleeding
hepatic = of the liver
hepatitis = a swollen liver
hepatocellular carcinoma = the most common kind of liver cancer
hyperglycemia = high blood sugar
hyperlipidemia = too much fat in the blood
hypertension = high blood pressure
hypoglycemia = low blood sugar
hypotension = low blood pressure
idiopathic = of unknown cause
immunosuppressed / immunocompromised = weak at fighting germs
incision+ = a cut made in surgery
incontinence / incontinent = leaking urine or stool
infarction = tissue that dies for lack of blood
inflammation = swelling, heat and pain
infusion+ = medicine through a vein
inpatient = staying in the hospital
intervertebral = between the spine bones
intramuscular = into a muscle
intravenous / intravenously = into a vein
ischemia / ischemic = too little blood flow
jaundice = yellow skin and eyes
kyphoplasty = surgery that mends a broken spine bone with cement
kyphosis = a hunched back
laceration+ = a cut
laminectomy = surgery that takes out part of a spine bone
laparoscopy / laparoscopic = surgery through small cuts
lesion+ = a sore, or a changed spot
ligament+ = the band that ties bones together
lordosis = a swayed back
lumbar = of the lower back
lymph node+ = small gland that fights germs
lymphedema = swelling from blocked fluid
malaise = feeling unwell
malignant / malignancy / malignancies = cancer
mammogram+ = an X-ray of the breast
mastectomy / mastectomies = surgery that removes a breast
metabolic = of how the body uses food
metastasis / metastases / metastatic / metastasize~ = spread to other parts of the body
microdiscectomy = surgery that removes part of a disc through a small cut
minimally invasive = through small cuts
morbidity = illness
mortality = death
musculoskeletal = of muscles and bones
myelopathy = harm to the spinal cord
myocardial infarction+ = heart attack
nasogastric = through the nose to the stomach
necrosis / necrotic = dead tissue
neoplasm+ = tumor
nephrologist+ = kidney doctor
neural = of the nerves
neurologist+ = nerve and brain doctor
neuropathy / neuropathic = nerve damage or pain
obesity = too much body fat
occlusion+ = blockage
oncologist+ = cancer doctor
oncology = cancer care
ophthalmologist+ = eye doctor
opiate+ / opioid+ = strong pain medicine that can be addictive
orthopedist+ / orthopedic surgeon+ / orthopaedic surgeon+ = bone and joint doctor
orthotic+ = a brace or shoe insert
osteoarthritis = wear of the joints
osteomyelitis = bone infection
osteophyte+ = bone spur
osteoporosis = weak bones that break easily
outpatient = without a night in the hospital
palliative = to give comfort
palpitation+ = a pounding heart
paralysis = not being able to move
paresthesia+ = tingling
pathologist+ = the doctor who studies tissue
pathology = the study of disease
percutaneous = through the skin
perioperative = around the time of surgery
peripheral = away from the center
physiatrist+ = rehab doctor
placebo+ = a pill without medicine in it
pneumonia = lung infection
podiatrist+ = foot doctor
posterior = at the back
postoperative / post-operative / postoperatively = after surgery
preoperative / pre-operative / preoperatively = before surgery
prognosis / prognoses = how the illness may go
prophylaxis / prophylactic = something that prevents illness
prosthesis / prostheses / prosthetic+ = a man-made body part
proximal = nearer to the middle of the body
psychostimulant+ = drug that gives energy
pulmonary = of the lungs
radiculopathy = a pinched nerve in the spine
radiologist+ = the doctor who reads X-rays
recurrence+ = coming back
refractory = hard to treat
remission = a time without signs of the illness
renal = of the kidneys
resection = cutting out
rheumatologist+ = joint doctor
sacrum / sacral = the bone at the base of the spine
sacroiliac = where spine and hip bones join
saline = salt water
sciatica = nerve pain down the leg
scoliosis = a spine that curves sideways
sedation / sedative+ = medicine that makes you sleepy
sepsis = a dangerous infection of the blood
spinal decompression = taking pressure off the nerves
spinal fusion = joining spine bones
spinal stenosis / stenosis = narrowing of the spine
spondylolisthesis = a spine bone that slipped forward
spondylolysis = a crack in a spine bone
spondylosis = wear of the spine
stage 4 / stage four / stage iv = cancer that has spread
subcutaneous / subcutaneously = under the skin
suture+ = stitch
syncope = fainting
systemic = of the whole body
tachycardia = a fast heartbeat
tendinitis / tendonitis = a sore, swollen tendon
thoracic = of the chest
tissue expander+ = a balloon that stretches skin
topical = put on the skin
transfusion+ = blood given through a vein
transcutaneous = through the skin
ulcer+ = open sore
unilateral = on one side
urinalysis = urine test
urologist+ = doctor for the bladder and kidneys
vascular = of the blood vessels
vertebra / vertebrae / vertebral body / vertebral bodies = bones of the spine
vertebroplasty = cement put into a broken spine bone
vertigo = feeling that the room spins
"""

_STIFF = """
accompany~ = go with
accordingly = so
accrue~ = add up
additional = more, other
adequate = enough
adhere~ to = stick to
administer~ / administration of = give
advise~ you to / are advised to / is advised to = should
ambulate~ / ambulation / ambulatory = walk
ameliorate~ = make better
approximately = about
ascertain~ = find out
at the present time / at this point in time = now
attain~ = reach
axilla / axillary = armpit
cease~ = stop
cessation of = stopping
cognizant of = aware of
commence~ = start
comprise~ = include, be made of
concerning the = about the
concurrently = at the same time
consequently = so
constitute~ = be, make up
consume~ = eat, drink
convalescence = time to get well
deteriorate~ / deterioration = get worse
discontinue~ = stop
due to the fact that = because
elevated = high
elevate / elevates / elevating = raise
eliminate~ = remove, get rid of
endeavor~ = try
enumerate~ = list
erythema / erythematous = redness
exacerbate~ / exacerbation+ = make worse
excessive = too much
expectorate~ = cough up
expedite~ = speed up
expire~ = die, run out
facilitate~ = help
for the duration of = during
for the purpose of = to
frequently = often
furthermore = also
halitosis = bad breath
hypersensitivity = allergy
immediately following = right after
immobilize~ / immobilization = keep from moving
impairment+ = loss, problem
implement~ = carry out
in accordance with = by, as
in addition to = besides
in close proximity to = near
in conjunction with = with
in excess of = more than
in lieu of = instead of
in order to = to
in the event of = if there is
in the event that = if
inadvertent / inadvertently = by mistake
inception = start
indicative of = a sign of
individuals = people
ingest~ / ingestion = swallow, eat
inhibit~ = slow, block
initially = at first
initiate~ / initiation = start
insufficient = not enough
mandatory = required; say "you must"
masticate~ = chew
maximum amount of = most
methodology / methodologies = method
micturition / micturate~ / void your bladder = pass urine
minimize~ = keep low, cut down
modify / modifies / modified / modifying / modification+ = change
monitor your = watch your, check your
myalgia = muscle pain
necessitate~ = need
neonate+ = newborn
nevertheless = but
nonadherence / noncompliance / noncompliant = not following the plan
not less than = at least
notify / notifies / notified / notifying = tell
notwithstanding = in spite of
numerous = many
nutritious = healthy
observe~ for = watch for
obtain~ = get
optimal / optimum = best
optimize~ = make the most of
orally / per os = by mouth
originate~ = start
perforate~ / perforation = make a hole in
periodically = from time to time
permit~ you to = let you
persistent = that does not go away
pharmaceutical+ = medicine
physician+ = doctor
preclude~ = keep from
prior to = before
procure~ = get
pruritus = itching
pyrexia = fever
receive treatment = get care
recipient+ = person who gets it
regarding your = about your
regimen+ = plan
remainder of = rest of
render~ = give, make
request that = ask that
reside~ = live
retain~ = keep
rhinorrhea = runny nose
rupture~ = tear, break open
somnolence = sleepiness
sphygmomanometer = blood pressure cuff
sublingual = under the tongue
subsequent to = after
subsequently = then, later
substantial / substantially = large, a lot
sufficient / sufficiently = enough
symptomatology = symptoms
terminate~ = end
therapeutic modality / therapeutic modalities / modality / modalities = treatment
thereafter = after that
transmit / transmits / transmitted / transmission = pass on
transpire~ = happen
undergo / undergoes / underwent / undergone / undergoing = have
upon arrival = when you arrive
utilize~ / utilise~ / utilization = use
validate~ = confirm
viable = possible
vomitus / emesis = vomit
whether or not = whether
with reference to / with regard to / with respect to = about
with the exception of = except for
"""

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LONGEST = 5
_REACH = 600  # characters to either side in which an explanation is looked for
_EXPLAINED_AFTER = re.compile(
    r"\s*(?:(?:[\w-]+\s+){0,2}\((?![\d,\s]*\))[^)]*[a-z]"  # term (plain words)
    r"|,?\s*(?:[-–—:]|also called|also known as|or\b)"
    r"|(?:\s+[\w-]+){1,2},\s*(?:which|that is|meaning)\b"
    r"|,?\s+(?:such as|including|like)\b[^.;:]*,\s+[a-z]"  # terms, such as this one, do that
    r"|,\s*(?:which|who|that is|meaning|called|known as|a|an|the|one|this|these|when|where"
    r"|two|three|most)\b"
    r"|\s(?:\w+\s+)?(?:is|are|was|means?|refers? to|stands? for|happens?|occurs?|comes? on"
    r"|involves?|uses?|makes?|helps?|lasts?|prevents?|slow|causes?|teaches)\b(?!\s+not\b))",
    re.IGNORECASE,
)
_EXPLAINED_BEFORE = re.compile(
    r"(?:\(\s*(?:also\s+)?(?:[\w,’'-]+\s+){0,4}"
    r"|\b(?:called|known as|named|termed|means?|meaning|that is|i\.e\."
    r"|the (?:medical )?(?:word|term|name)[\w ]* is)"
    r"[,:]?\s+[“\"]?(?:an?\s+|the\s+)?(?:\w+\s+){0,2}[“\"]?"
    r"|[,–—]\s*or\s+(?:\w+\s+)?)$",
    re.IGNORECASE,
)
_EXPLAINED_NEXT = re.compile(
    r"[^.!?]*[.!?:]+[”\"’)]*\s+(?:(?:this|these|it|they|such|those)\b(?:\s+[\w-]+){0,4}?\s+"
    r"(?:is|are|means?|happens?|stands?|makes?|let|lets|helps?|uses?)\b)",
    re.IGNORECASE,
)
_SENTENCE_EDGE = re.compile(r"[.!?][”\"’)]*\s")


class Term(NamedTuple):
    """A word or phrase of the table: its plain words, and whether explaining it will do."""

    form: str
    plain: str
    medical: bool


class Use(NamedTuple):
    """A term as it stands in a text: from ``start`` to ``stop``."""

    term: Term
    start: int
    stop: int


@lru_cache(maxsize=1)
def table() -> dict[str, Term]:
    """Return every form of every term, in lower case, with what to say instead."""
    return dict(_rows(_MEDICAL, medical=True)) | dict(_rows(_STIFF, medical=False))


@lru_cache(maxsize=4096)
def uses(text: str) -> tuple[Use, ...]:
    """Return the terms of the table that a text uses, the longest where two start together."""
    tokens = list(_TOKEN.finditer(text))
    lowered = [token.group().lower().replace("’", "'").removesuffix("'s") for token in tokens]
    found, at = [], 0
    while at < len(tokens):
        length = _longest(lowered, at) if lowered[at] in _first_words() else 0
        if length:
            term = table()[" ".join(lowered[at : at + length])]
            found.append(Use(term, tokens[at].start(), tokens[at + length - 1].end()))
        at += length or 1
    return tuple(found)


def explained(text: str, start: int, stop: int, plain: str = "") -> bool:
    """Return whether a text says what its words from ``start`` to ``stop`` mean.

    Signs of it: brackets, "called", "or", "which is", "X is ...", "This is ..." in the
    next sentence, or the words of ``plain`` in the same one (CDC Index 7, PEMAT 4).
    """
    before, after = text[max(0, start - _REACH) : start], text[stop : stop + _REACH]
    return bool(
        _EXPLAINED_AFTER.match(after)
        or _EXPLAINED_BEFORE.search(before)
        or _EXPLAINED_NEXT.match(after)
        or _defined_next(after, text[start:stop])
        or _says(_sentence_around(before, after), plain)
    )


def _rows(lines: str, *, medical: bool) -> Iterator[tuple[str, Term]]:
    """Yield the forms and terms that the lines of a table stand for."""
    for line in lines.strip().splitlines():
        forms, _, plain = line.partition(" = ")
        for form in forms.split(" / "):
            for each in _inflected(form):
                yield each, Term(each, plain, medical)


def _inflected(form: str) -> list[str]:
    """Return a form with its plural ("+") or with its -s, -ed and -ing ("~")."""
    stem, mark, rest = _split_mark(form)
    if mark == "+":
        return [stem, _with_s(stem)]
    if mark == "~":
        root = stem.removesuffix("e")
        past = f"{stem[:-1]}ied" if _ends_in_y(stem) else f"{root}ed"
        return [each + rest for each in (stem, _with_s(stem), past, f"{root}ing")]
    return [form]


def _split_mark(form: str) -> tuple[str, str, str]:
    """Return the word before the mark, the mark, and what follows ("adhere", "~", " to")."""
    mark = next((mark for mark in "+~" if mark in form), "")
    return form.partition(mark) if mark else (form, "", "")


def _with_s(word: str) -> str:
    """Return the plural of a noun, or the third person of a verb."""
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    """Return whether a word ends in y after a consonant."""
    return word.endswith("y") and word[-2:-1] not in "aeiou"


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """Return the words that a form of the table can start with."""
    return frozenset(form.split(" ", 1)[0] for form in table())


def _longest(lowered: list[str], at: int) -> int:
    """Return how many words the longest form that starts here has, 0 if none does."""
    lengths = range(min(_LONGEST, len(lowered) - at), 0, -1)
    return next((n for n in lengths if " ".join(lowered[at : at + n]) in table()), 0)


def _defined_next(after: str, words: str) -> bool:
    """Return whether a later sentence of the text opens with the term and says what it is."""
    opening = rf"[.!?][”\"’)]*\s+(?:an?\s+|the\s+)?{re.escape(words)}s?\s+(?:is|are|means?|can)\b"
    return re.search(opening, after, re.IGNORECASE) is not None


def _sentence_around(before: str, after: str) -> str:
    """Return the sentence that lies about a place, the words of the place left out."""
    start = _SENTENCE_EDGE.split(before)[-1]
    return start + " " + _SENTENCE_EDGE.split(after, maxsplit=1)[0]


def _says(sentence: str, plain: str) -> bool:
    """Return whether a sentence has one of the telling words of the plain words."""
    stems = {word[:5] for word in re.findall(r"[a-z]{5,}", plain.lower())} - _COMMON_STEMS
    return any(word[:5] in stems for word in re.findall(r"[a-z]{4,}", sentence.lower()))


_COMMON_STEMS = frozenset({"medic", "surge", "docto", "small", "other", "illne", "cance", "disea"})
