"""Faults that an editor marks: rule, a text that has it, and one that is like it and has not."""

from __future__ import annotations

FAULTS = [
    ("wrong-word", "Ask about prostrate cancer.", "Ask about prostate cancer."),
    ("wrong-word", "It takes more then a week.", "Rest, then call us."),
    ("wrong-word", "You can loose weight.", "Wear loose clothing."),
    ("wrong-word", "Breath in slowly.", "Take a deep breath in slowly."),
    ("wrong-word", "Call you doctor.", "Call your doctor if you can."),
    ("wrong-word", "Take it everyday.", "It is an everyday pain."),
    ("wrong-form", "The tablets is white.", "One of the tablets is white."),
    ("wrong-form", "Your doctor have a plan.", "Does your doctor have a plan?"),
    ("wrong-form", "You need a MRI.", "You need an MRI."),
    ("wrong-form", "It can helps you.", "It can help you."),
    ("short-form", "Wait 2 hrs.", "Wait 2 hours."),
    ("short-form", "Rest w/ your leg up.", "Rest with your leg up."),
    ("no-scale", "Call for a fever over 101.", "Call for a fever over 101°F (38°C)."),
    ("impossible-date", "Come on February 30.", "Come on February 28."),
    ("impossible-date", "Come on Monday, March 3, 2026.", "Come on Tuesday, March 3, 2026."),
    ("impossible-time", "We open at 8:75.", "We open at 8:45."),
    ("impossible-time", "Come at 13 pm.", "Come at 1 pm."),
    ("turned-range", "It lasts 6 to 4 weeks.", "It lasts 4 to 6 weeks."),
    ("wrong-conversion", "Lift no more than 5 kg (20 lb).", "Lift no more than 5 kg (11 lb)."),
    ("wrong-conversion", "A fever of 38°C (102.5°F).", "A fever of 38°C (100.4°F)."),
    ("wrong-conversion", "Drink 8 oz (500 mL).", "Drink 8 oz (240 mL)."),
    ("too-often", "Every 8 hours, up to 6 times a day.", "Every 6 hours, up to 4 times a day."),
    ("emergency-number", "Call 999 at once.", "Call 911 at once."),
    ("nothing-there", "See the picture below.", "Picture the pain as a cloud."),
    ("nothing-there", "See page 7.", "See page 2."),
    ("cut-off", "Call us if the", "Call us if it bleeds."),
    ("open-bracket", "Take it (with food.", "Take it (with food)."),
    ("open-bracket", "Ask “why.", "Do a) this and b) that."),
    ("doubled-sign", "Bring drugs,: all.", "Bring food, drugs, etc., and a bag."),
    ("doubled-sign", "Rest now..", "Wait … and rest."),
    ("sign-space", "Go to bed .Drink.", "Go to bed. Drink."),
    ("sign-space", "Rest at home.Drink tea.", "See brochure.example or a.m. hours."),
    ("differing-figures", "Do not lift bags for 6 weeks.|No bags to lift for four weeks.",
        "Do not lift bags for 6 weeks.|No bags to lift for six weeks."),
    ("contradiction", "Take aspirin.|Do not take aspirin.", "Take aspirin.|Do not take zinc."),
    ("contradiction", "You may shower.|Do not shower.",
        "You may shower.|Do not shower for 2 days."),
    ("he-or-she", "Ask if he/she can come.", "Ask if they can come."),
    ("bare-percent", "It helps 40% of people.", "It lowers the risk of stroke by 40%."),
]  # fmt: skip

OWN_TESTS = frozenset({"miscounted"})
"""Rules that take more than paragraphs to try."""
