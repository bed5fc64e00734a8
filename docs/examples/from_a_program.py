"""A handout of a program's own data: no file is read, none is written but the PDF."""

from pathlib import Path

from brochure import FitError, Options, build, check

CLINIC = {"name": "Harbor Clinic", "phone": "310-555-0134"}
HANDOUT = {
    "title": "After your cast comes off",
    "sections": [
        {
            "heading": "The first week",
            "text": "Your arm is weak at first. That is normal.",
            "bullets": ["Bend and stretch your fingers.", "Wash the skin with mild soap."],
        },
        {"heading": "When to call us", "text": "Call {phone} if your arm swells."},
    ],
}

try:
    made = build(HANDOUT, Options(paper="a4"), clinic=CLINIC)
except FitError as error:
    raise SystemExit(f"{error.words_over} words too many") from error
Path(made.name).write_bytes(made.pdf)

for problem in check(HANDOUT, clinic=CLINIC).problems:
    print(problem)
