"""Content files as different hands type them: quotes, folds, brackets, notes, white lines, ends."""

from __future__ import annotations

from random import Random

NOTE = "# note"
TEXTS = (
    "Call us",
    "Rest: two days",
    "Suite #200",
    "a # b",
    "- dash",
    "yes",
    "~",
    "'quoted'",
    '"Quoted" words',
    "back\\slash and \"both\" 'kinds'",
    "100 %",
    "% first",
    "@home",
    "[brackets](https://a.example/x)",
    "{phone}",
    "call {phone} now",
    "**Bold** start",
    "*italic* start",
    "ends with colon:",
    "ñandú — “curly” … ½",
    "?",
    "? what",
    "|",
    "> more",
    "a, b, c",
    "!",
    "&",
    "8:30",
    "01234",
    "+1 310 828 7757",
    "words " * 40 + "end",
    "a sentence with # and: signs, " * 6 + "end",
)


class _Hand:
    """Types values, each its own way."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.below = self.random.choice([0, 2, 4])
        self.notes = 0

    def note(self) -> str:
        self.notes += 1
        return f"{NOTE} {self.notes}"

    def words(self) -> str:
        count = self.random.choice([1, 3, 8, 30])
        return " ".join(
            self.random.choices("pain rest walk doctor weeks two the of".split(), k=count)
        )

    def text(self, indent: int) -> list[str]:
        """The lines of a text, the first to stand behind a key or a dash."""
        words = self.words()
        parts = words.split(" ")
        cut = max(1, len(parts) // 2)
        halves = [" ".join(parts[:cut]), " ".join(parts[cut:])]
        room = " " * (indent + self.random.choice([1, 2, 4]))
        way = self.random.randrange(8)
        tail = f"  {self.note()}" if self.random.random() < 0.15 else ""
        if way == 0 and halves[1]:
            return [halves[0], room + halves[1] + tail]
        if way == 1:
            return ['"' + words + '"' + tail]
        if way == 2:
            return ["'" + words + ": it''s'" + tail]
        if way == 3 and halves[1]:
            return ['"' + halves[0], "", room + halves[1] + ' \\"q\\"" ' + tail]
        if way == 4:
            return [self.random.choice([">-", ">", "|", "|-", ">+"]), room + words, room + "more"]
        if way == 5 and halves[1]:
            return ["'" + halves[0], room + halves[1] + "'" + tail]
        return [words + tail]

    def items(self, indent: int, nested: bool = False) -> list[str]:
        rows: list[str] = []
        for _ in range(self.random.randint(1, 4)):
            rows += self.above(indent)
            if nested and self.random.random() < 0.25:
                rows.append(" " * indent + f"- {self.words()}:")
                rows += self.items(indent + 2 + self.below)
            else:
                first, *more = self.text(indent)
                rows += [" " * indent + f"-{' ' * self.random.choice([1, 1, 3])}{first}", *more]
        return rows

    def above(self, indent: int) -> list[str]:
        chance = self.random.random()
        if chance < 0.1:
            return ["", " " * indent + self.note()]
        if chance < 0.2:
            return [" " * indent + self.note()]
        return [""] if chance < 0.3 else []

    def key(self, name: str, indent: int) -> list[str]:
        first, *more = self.text(indent)
        return [" " * indent + f"{name}: {first}", *more]

    def listed(self, name: str, indent: int, nested: bool = False) -> list[str]:
        head = " " * indent + f"{name}:"
        if self.random.random() < 0.15:
            return [f"{head} [{', '.join(self.flow() for _ in range(2))}]"]
        tail = f" {self.note()}" if self.random.random() < 0.1 else ""
        return [head + tail, *self.items(indent + self.below, nested)]

    def flow(self) -> str:
        words = self.words()
        return self.random.choice([words, f'"{words}, and: more"'])

    def section(self, indent: int) -> list[str]:
        inner = indent + 2
        rows = self.key("heading", inner)
        kinds = {
            "text": self.key("text", inner)
            if self.random.random() < 0.4
            else self.listed("text", inner),
            "bullets": self.listed("bullets", inner, nested=True),
            "steps": self.listed("steps", inner),
            "closing": self.key("closing", inner),
            "image": self.picture(inner),
        }
        wanted = self.random.sample(sorted(kinds), self.random.randint(1, 4))
        for name in wanted:
            rows += self.above(inner)
            rows += kinds[name]
        rows[0] = " " * indent + "- " + rows[0].lstrip()
        return rows

    def picture(self, indent: int) -> list[str]:
        if self.random.random() < 0.5:
            return [" " * indent + "image: {file: a.png, alt: A picture}"]
        return [
            " " * indent + "image:",
            *self.key("file", indent + 2),
            *self.key("alt", indent + 2),
        ]

    def file(self) -> list[str]:
        rows = [f"{NOTE} at the head", "", *self.key("title", 0)]
        if self.random.random() < 0.5:
            rows += self.key("subtitle", 0)
        rows += ["clinic:", *self.key("name", 2), '  phone: "310"', "sections:"]
        for _ in range(self.random.randint(1, 4)):
            rows += self.above(self.below)
            rows += self.section(self.below)
        rows += self.listed("sources", 0)
        return rows


def typed_file(seed: int) -> str:
    """A content file as one hand types it, the same for the same seed."""
    hand = _Hand(seed)
    end = hand.random.choice(["\n", "\n", "\r\n"])
    mark = "\ufeff" if hand.random.random() < 0.2 else ""
    last = "" if hand.random.random() < 0.2 else end
    return mark + end.join(hand.file()) + last
