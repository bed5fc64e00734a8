"""One handout for each row of a table, for the clinic of clinic.yaml."""

import csv
from pathlib import Path

from brochure import BrochureError, build

with Path("topics.csv").open(encoding="utf-8", newline="") as stream:
    for row in csv.DictReader(stream):
        words = {
            "title": row["title"],
            "sections": [
                {"heading": "What it is", "text": row["what"]},
                {"heading": "When to call us", "text": "Call {phone} if " + row["call"]},
            ],
        }
        try:
            made = build(words, clinic="clinic.yaml")
        except BrochureError as error:
            print(f"{row['title']}: {error}")  # the other rows are made all the same
            continue
        Path(made.name).write_bytes(made.pdf)
        print(made.name, made.facts.pages, "pages")
