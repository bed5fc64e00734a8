"""Content files and clinics in any number, the same for the same seed."""

from __future__ import annotations

from pathlib import Path
from random import Random

WORDS = (
    "we to is of it in an the you may rest pain back call walk keep days stop your with this "
    "lift sleep nurse twice water doctor muscle gently before problem mornings exercise "
    "sometimes treatment important questions medication swallowing temperature inflammation"
).split()
SHADES = ("#0b5d6b", "#7a1f3d", "#1d4e89", "#2f5d34", "#5b3a8c")


def sentence(random: Random) -> str:
    """A sentence of 6 to 16 words; some have a bold one."""
    words = [random.choice(WORDS) for _ in range(random.randint(6, 16))]
    if random.random() < 0.3:
        words[2] = f"**{words[2]}**"
    return " ".join(words).capitalize() + "."


def paragraph(random: Random) -> str:
    """Two to four sentences."""
    return " ".join(sentence(random) for _ in range(random.randint(2, 4)))


def topic(number: int, seed: int = 1) -> str:
    """A content file without a clinic, of 300 to 600 words or so."""
    random = Random(f"{seed} {number}")
    lines = [f"title: Topic {number} of the clinic", "language: en-US", "reviewed: 2026-10-01"]
    lines.append("sections:")
    for index in range(random.randint(5, 7)):
        lines.append(f"  - heading: Part {index + 1} of it")
        lines += ["    emphasis: key"] if index == 0 else []
        lines.append("    text:")
        lines += [f'      - "{paragraph(random)}"' for _ in range(random.randint(1, 2))]
        if index % 2:
            lines.append("    bullets:")
            lines += [f'      - "{sentence(random)}"' for _ in range(random.randint(2, 4))]
    return "\n".join(lines) + "\n"


def clinic(number: int) -> str:
    """A clinic's file; some have a brand."""
    lines = [
        f"name: Clinic {number}",
        f"phone: 310-555-{1000 + number}",
        f"address: {number} Main Street",
        "city: Los Angeles, CA 90404",
        f"website: clinic{number}.example",
    ]
    if number % 3 == 0:
        lines = ["clinic:", *(f"  {line}" for line in lines)]
        lines += ["brand:", f'  primary: "{SHADES[number % len(SHADES)]}"']
    return "\n".join(lines) + "\n"


def write_volume(folder: Path, topics: int, clinics: int) -> tuple[Path, Path]:
    """Write content files and clinics; return their two folders."""
    handouts, places = folder / "handouts", folder / "clinics"
    for path in (handouts, places):
        path.mkdir(parents=True)
    for number in range(topics):
        (handouts / f"topic-{number:04}.yaml").write_text(topic(number), "utf-8")
    for number in range(clinics):
        (places / f"clinic-{number:04}.yaml").write_text(clinic(number), "utf-8")
    return handouts, places
