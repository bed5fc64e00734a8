"""Three sets of planted faults, each written before a rule was made for what the one before lacked.

A row is: the set, the language, the kind, and the fault: paragraphs of two sections parted by |,
the items of a list by ;. Found at first sight: of A 45 of 67, of B 60 of 73 (written beside A,
before any rule was looked at), of C 76 of 84 (written when the rules for A were there). Then the
kinds that were missed got their rules. `planted.py` tries them all; two of links are left out.
"""

from __future__ import annotations

FITTING = {
    "drug misspelled": ("spelling",),
    "body part": ("spelling",),
    "accent": ("spelling", "confused-word"),
    "misspelled": ("spelling",),
    "h": ("spelling", "confused-word"),
    "unit sign": ("dose-notation",),
    "latin dosing": ("dose-notation",),
    "decimal": ("dose-notation",),
    "short": ("dose-notation",),
    "risk": ("bare-percent", "relative-risk", "mixed-denominators", "vague-risk"),
    "contradiction": ("contradiction", "differing-wait", "differing-figures"),
    "stigma": ("label-for-people",),
    "label": ("label-for-people",),
    "british": ("other-spelling",),
    "its": ("wrong-word",),
    "your": ("wrong-word",),
    "homophone": ("wrong-word",),
    "doubled": ("doubled-word",),
    "impossible": ("impossible-date", "impossible-heat", "impossible-time"),
    "phone": ("phone-length",),
    "hours": ("differing-figures", "open-when-closed"),
    "double negative": ("double-negative",),
    "pointer": ("pointer", "nothing-there"),
    "step pointer": ("nothing-there",),
    "acronym": ("abbreviation",),
    "brand/generic": ("two-names",),
    "look-alike": ("look-alike",),
    "parallel": ("mixed-list",),
    "grammar": ("wrong-form", "article"),
    "count": ("miscounted",),
    "sign": ("sign-for-word", "short-form"),
    "leftover": ("placeholder",),
    "tu/usted": ("tu-usted",),
    "inverted mark": ("inverted-mark",),
    "agreement": ("article-noun",),
    "english left": ("english-word",),
    "link": ("link-text",),
    "term": ("unexplained-term",),
    "dose sum": ("day-doses",),
    "punctuation": ("open-bracket", "sign-space", "doubled-sign"),
    "missing word": ("wrong-word", "missing-word"),
    "gender": ("staff-sex",),
    "wordy": ("plain-word",),
    "repeat": ("same-advice",),
    "range": ("turned-range",),
    "convert": ("wrong-conversion",),
    "age": ("age-edge",),
}
"""The rules that may find a kind."""

PLANTED = """
A en drug misspelled: Take acetominophen for the pain.
A en drug misspelled: Ask us before you take ibuprophen.
A en drug misspelled: You may get a cream with hydrocortizone.
A en unit sign: Take 88 ug of levothyroxine each morning.
A en latin dosing: Take one tablet q.i.d. with food.
A en unit sign: Give 10U of insulin at night.
A en decimal: Take .25 mg of digoxin each day.
A en decimal: Take 2.0 mg of warfarin at night.
A en decimal: Take 1,5 mg of the drug each day.
A en risk: There is a 15% risk of infection.
A en risk: This pill halves your risk of a stroke.
A en risk: Bleeding happens to 1 in 20 people. Stroke happens to 3 in 1,000 people.
A en contradiction: Put ice on your knee each day.|Do not put ice on your knee.
A en contradiction: Take ibuprofen with food.|Take ibuprofen on an empty stomach.
A en contradiction: You can shower after 24 hours.|Do not shower for 3 days.
A en stigma: Diabetics need to check their feet each day.
A en stigma: Drug addicts can get help here.
A en stigma: Many stroke victims learn to walk again.
A en british: You will get an anaesthetic before we start.
A en british: Call us if you have diarrhoea.
A en british: Come to the centre at 8 in the morning.
A en its: The bandage has lost it's grip.
A en its: Its important to rest.
A en your: You're doctor will call you.
A en homophone: Patients can bring there own pillow.
A en homophone: You may loose weight.
A en homophone: Breath slowly and rest.
A en doubled: Call the the clinic in the morning.
A en impossible: Your visit is on February 30, 2027.
A en impossible: Come on Monday, November 24, 2026.
A en impossible: Call us if your fever is over 101 °C.
A en phone: Call 310-555-014 with questions.
A en hours: We open Monday to Friday, 9 a.m. to 5 p.m.|We open Monday to Friday, 8 a.m. to 4 p.m.
A en double negative: Do not stop the pills unless you are not in pain.
A en double negative: It is not uncommon to feel tired.
A en pointer: See above for more.
A en pointer: Look at the picture on page 7.
A en acronym: You may need a CBC and a BMP.
A en brand/generic: Take Tylenol for pain.|You can take acetaminophen, too.
A en look-alike: Take hydroxyzine at night.|Take hydralazine in the morning.
A en body part: Rest your sholder for a day.
A en body part: Call us if your stomache hurts.
A en parallel: Rest for a day; Drinking water often; You should walk each hour; Ice;
A en grammar: The stitches is taken out in a week.
A en grammar: Take a aspirin each day.
A en count: Do these three things at home:|Rest your knee; Drink water; Walk each hour; Sleep well;
A en sign: Call us if your fever is > 101 °F.
A en leftover: Ask for Dr. [insert name] at the desk.
A es accent: Llame si tiene dolor de estomago.
A es accent: Hable con su medico antes de tomar esta medicina.
A es tu/usted: Llama a la clínica si tienes fiebre.
A es inverted mark: Tiene usted dolor?
A es agreement: Tome el pastilla con agua.
A es misspelled: Llame si hay sangrre en la herida.
A es h: No se le olvide hechar agua en el vaso.
A es english left: Tome la medicina every day con agua.
A es decimal: Tome .5 mg de la medicina al día.
A es unit sign: Póngase 10 U de insulina por la noche.
A es short: Tome una tableta c/8 h.
A es impossible: Su cita es el 30 de febrero de 2027.
A es doubled: Llame a a la clínica por la mañana.
A es label: Los diabéticos deben revisar sus pies.
A es risk: Hay un riesgo de infección del 15 %.
A es acronym: Es posible que necesite una RMN.
A es term: La hipertensión y la isquemia dañan el corazón.
A es contradiction: Ponga hielo en la rodilla.|No ponga hielo en la rodilla.
B en drug misspelled: Do not take naproxin with this pill.
B en drug misspelled: Your heart pill is called metropolol.
B en drug misspelled: You will get amoxicilin for a week.
B en unit sign: Take 500 mgs of the drug twice a day.
B en latin dosing: Take it QD in the morning.
B en latin dosing: Take one pill p.r.n. for pain.
B en decimal: Put in 5.0 mL of the drops.
B en decimal: Take 10000 units of the drug each day.
B en unit sign: Give the child 5 cc of the syrup.
B en risk: About 8 percent of people feel sick.
B en risk: You are twice as likely to have a clot if you smoke.
B en risk: There is a small risk of a clot.
B en contradiction: Eat grapefruit as you like.|Avoid grapefruit.
B en contradiction: Keep the bandage dry for 2 days.|Keep the bandage dry for 5 days.
B en contradiction: Sleep on your left side.|Never sleep on your left side.
B en stigma: Schizophrenics can live well with care.
B en stigma: Some patients are wheelchair-bound.
B en stigma: Non-compliant patients may get sick again.
B en british: Ask for a leaflet in a large colour print.
B en british: The test is in the paediatric ward.
B en british: Your haemoglobin may be low.
B en its: Let the cut heal on it's own.
B en your: Call us if your in pain.
B en homophone: Than call the clinic.
B en homophone: This pill may effect your sleep.
B en homophone: Ask us for advise.
B en doubled: You can can eat what you like.
B en impossible: Come back on June 31.
B en impossible: Call us between 9 a.m. and 13:75.
B en impossible: Call if your fever is over 38 °F.
B en phone: Call 310-555-01422 with questions.
B en hours: The clinic is closed on Saturday.|Walk in on Saturday from 9 a.m. to noon.
B en double negative: Never take this without not eating first.
B en pointer: Read the section below on the next page.
B en pointer: The chart on the right shows the steps.
B en acronym: Your PCP will send an EKG to us.
B en brand/generic: Take Advil for pain.|Do not take more than 3 pills of ibuprofen.
B en look-alike: Take Celebrex with food.|Take Celexa at night.
B en body part: Put the cream on your rist.
B en body part: Do not bend at the wasit.
B en parallel: Wash your hands; Clean the cut; Changing the bandage; To rest;
B en grammar: The pills has a coat.
B en grammar: You was told to rest.
B en grammar: This are the signs of a clot.
B en count: There are two signs of a clot:|Pain in the leg; A red leg; A warm leg;
B en sign: Walk 2x a day w/o shoes.
B en leftover: Call us at XXX-XXX-XXXX.
B en dose sum: Take 2 pills 3 times a day. Do not take more than 4 pills a day.
B en punctuation: Rest your knee (and your leg. Then walk.
B en punctuation: Rest today.Walk the next day.
B en missing word: Call us if have a fever.
B en gender: Ask your doctor if he knows the drug.
B en wordy: Due to the fact that you had a test, rest today.
B en step pointer: Go back to step 9.
B es accent: Llame si tiene nauseas.
B es accent: La operacion dura una hora.
B es tu/usted: Toma tu medicina con comida.
B es inverted mark: Cuándo debo llamar?
B es agreement: Los herida debe estar seca.
B es misspelled: Tome la medisina con comida.
B es h: Es posible que halla sangre en la venda.
B es english left: Haga un appointment con la enfermera.
B es decimal: Tome 5.0 mg de warfarina.
B es unit sign: Tome 50 µg de levotiroxina.
B es short: Tome una tableta BID con agua.
B es impossible: Venga el 31 de abril.
B es doubled: Tome la medicina con con agua.
B es label: Los drogadictos pueden pedir ayuda.
B es risk: Cerca del 8 por ciento de las personas tiene náuseas.
B es acronym: Le harán una TAC en el hospital.
B es term: Llame si tiene disnea o edema.
B es contradiction: Báñese después de 24 horas.|No se bañe por 3 días.
C en drug misspelled: You may take diclofenack for a week.
C en drug misspelled: Ask about lisinoprill and salt.
C en drug misspelled: Use the salbutomol puffer.
C en drug misspelled: We give cefalexin or doxycyclin.
C en unit sign: Use 0.5 mls of the drops.
C en unit sign: Inject 12 IU under the skin.
C en latin dosing: Use two drops in each eye TID.
C en latin dosing: Take the pill qhs.
C en decimal: Take 7.0 mg each night.
C en decimal: Use .5 mL of it.
C en decimal: The dose is 2500mg a day.
C en risk: It fails in 3 per cent of women.
C en risk: The shot cuts your chance of flu by 40%.
C en risk: Serious problems are very rare.
C en contradiction: You may drink milk.|Do not drink milk.
C en contradiction: Do not lift anything for 2 weeks.|Do not lift anything for 6 weeks.
C en contradiction: Rest.|Take your water pill with food.|Take your water pill on an empty stomach.
C en contradiction: You can drive after 2 days.|Do not drive for 7 days.
C en stigma: The elderly fall more often.
C en stigma: He suffers from asthma.
C en stigma: Alcoholics can call this line.
C en british: You may feel a tumour in your breast.
C en british: Use a moisturiser on dry skin.
C en british: An orthopaedic nurse will call.
C en its: Your knee has lost some of it's strength.
C en its: Its normal to feel tired.
C en your: Bring you're list of pills.
C en your: Tell us if your allergic to eggs.
C en homophone: You need less pain pills then before.
C en homophone: Do not loose your card.
C en homophone: Please except our thanks.
C en homophone: Your hart may beat fast.
C en doubled: Put the ice on on your knee.
C en impossible: Your next visit is on April 31, 2027.
C en impossible: Come on Friday, December 1, 2026.
C en impossible: We open at 8:60 a.m.
C en impossible: Call if your temperature is 1010 °F.
C en phone: Call (310) 555-12 at night.
C en hours: We close at 5 p.m. on Friday.|We close at 4 p.m. on Friday.
C en double negative: You should not fail to call.
C en double negative: There is no reason not to walk.
C en pointer: Follow the steps listed above.
C en pointer: Figure 2 shows the knee.
C en acronym: The PT will show you ROM moves.
C en brand/generic: Your doctor may give you Lasix.|Furosemide can make you thirsty.
C en look-alike: Take tramadol for pain.|Take trazodone to sleep.
C en body part: Your theigh may be sore.
C en body part: Move your elbo each hour.
C en parallel: Walking each day; Drink water; You must not smoke; To sleep well;
C en grammar: The nurse have a form for you.
C en grammar: Take an tablet at night.
C en grammar: These pill is for pain.
C en count: Watch for four signs:|Pain; Heat; A red leg;
C en sign: Drink >8 cups of water a day.
C en leftover: Your surgery is on ____ at TBD.
C en dose sum: Take 3 tablets twice a day. The most you can take is 4 tablets in one day.
C en punctuation: Bring a list of your pills,and your card.
C en punctuation: Is the pain worse??
C en missing word: Call your doctor if feel dizzy.
C en missing word: You should the pill with food.
C en wordy: In the event that you feel sick, lie down.
C en repeat: Keep your wound clean and dry at all times.|At all times keep your wound dry and clean.
C en range: Rest for 6-4 weeks.
C en convert: Do not lift more than 10 pounds (10 kg).
C en age: Children under 12 take half. Children up to 12 see the doctor.
C es accent: Llame si la hinchazon empeora.
C es accent: Beba mas agua con la medicina.
C es tu/usted: Descansa y pon tu pierna en alto.
C es inverted mark: ¡Qué bueno! Le duele la rodilla?
C es agreement: La dolor puede durar una semana.
C es misspelled: Evite el ejersicio por una semana.
C es h: Si a tomado alcohol, no maneje.
C es english left: Use el walker para caminar.
C es decimal: Dele 0,5 mL o .75 mL al niño.
C es unit sign: Tome 5 cc del jarabe.
C es short: Tome la pastilla c/6 hrs.
C es impossible: Su cita es el 31 de junio de 2027.
C es doubled: Ponga hielo en en la rodilla.
C es label: Los alcohólicos pueden llamar.
C es risk: El 20% de los pacientes siente mareo.
C es acronym: Usted puede tener EPOC.
C es term: La cefalea y la astenia son comunes.
C es contradiction: Use la muleta al caminar.|No use la muleta al caminar.
C es pointer: Vea la figura de arriba.
"""
