"""Right sentences that a rule once marked: rule, a text that it marks, and the right one."""

from __future__ import annotations

NATURAL = [
    ("passive-voice", "Your skin is washed first.", "People may be infested for weeks."),
    ("passive-voice", "Cream is used at night.", "Doctors are used to talking about piles."),
    ("passive-voice", "Your appetite is reduced by us.",
        "Other symptoms are reduced appetite and thirst."),
    ("passive-voice", "The heart is held by the surgeon.", "The heart is divided into four parts."),
    ("idiom", "You are in a pickle.", "Clean it by washing in hot water."),
    ("idiom", "You will be well before you know it.",
        "The gas can hurt you before you know it is there."),
    ("plain-word", "It is due to age.", "Your baby is due to start school."),
    ("plain-word", "Hypersensitivity is likely.",
        "You may have hypersensitivity (an allergy) to it."),
    ("plain-word", "It is a failing on the part of the team.",
        "It depends on the part of the body."),
    ("plain-word", "Plants may substitute for it.", "Previously healthy children can get it."),
    ("plain-word", "It interacts with milk.", "Let your child interact with other children."),
    ("spelling", "Helth matters. Ask for a form.", "Tdap is a shot. The Tdap shot helps."),
    ("uncommon-words", "Nephrons may hurt.", "It may hurt while you are pooing or peeing."),
    ("differing-figures", "The most is 1 spray twice daily.|The most is 2 sprays twice daily.",
        "The most is 2 sprays twice daily."
        "|If you are ill, ask first. The most is 1 spray twice daily."),
    ("differing-figures",
        "Take two small doses a day by mouth.|Take three small doses a day by mouth.",
        "If you need two small doses a day, take them here."
        "|If you need three small doses a day, take"
        " them here."),
    ("negative-order", "Do not forget to ask questions.", "Do not be afraid to ask questions."),
    ("negative-order", "Do not stop walking.", "Do not stop taking your blood thinner."),
    ("harsh-words", "This could kill you.", "If it is not treated, sepsis can lead to death."),
    ("harsh-words", "You may be removed from our list.",
        "Cells that are not normal may be removed."),
    ("harsh-words", "Patients refuse the pill.", "If you refuse the vaccine, wear a mask."),
    ("promise", "There is no risk to you.", "There is no risk of getting HIV from giving blood."),
    ("age-or-sex", "Sit down, my dear.", "Never give honey to a child under 1 year."),
    ("vague-risk", "There is a high risk of infection.", "The test looks for high risk HPV."),
    ("vague-risk", "There is a high risk of infection.", "You are at high risk if you smoke."),
    ("double-negative", "It is not uncommon.", "Do not leave your child unattended in the bath."),
    ("double-negative", "It is not unusual.", "Do not drink unpasteurized milk."),
    ("double-negative", "It is not unlikely.", "Do not ignore unexplained weight loss."),
    ("label-for-people", "Drug abuse is common.", "Ask the National Institute on Drug Abuse."),
    ("one-scale", "Call us for 101°F.", "Wash the bedding in hot water (130°F)."),
    ("abbreviation", "Ask about the BRAT diet.", "Text HOME to 741741. See your OB/GYN."),
    ("web-leftover", "Learn more about pain.", "Learn more at clinic.example today."),
    ("no-action", "Pain is common.", "Parents should consult a nurse about it."),
    ("passive-voice", "The kidneys are seen on the scan.", "When kidneys are diseased, they fail."),
    ("other-phone", "Call 1-800-799-4889.", "If you are deaf, call TTY: 1-800-799-4889."),
    ("other-phone", "Call 1-800-827-1000.", "Call the National Call Center at 1-800-827-1000."),
    ("promise", "There is no risk to you.", "There is normally no risk to you."),
    ("abbreviation", "Ask about the BRAT diet.", "Use a HEPA filter. See the date after EXP."),
    ("spelling", "It is hypercalcemai.", "It is high calcium (hypercalcaemia)."),
]  # fmt: skip

NATURAL_SPANISH = [
    ("spelling", "Es una infeccion grave.", "Es una crisis asmática."),
    ("vague-number", "Es poco probable una infección.", "Es probable que la infección baje."),
    ("spelling", "Que no se quibren un hueso.", "Que no se quiebren un hueso. Que no le duela."),
    ("no-action", "El dolor es común.", "Para reducir el riesgo, asegúrese de tomar calcio."),
]
"""The same for Spanish."""
