"""Writes the pages of docs/reference from the program itself: python docs/generate.py

A test holds the pages to what this would write; nothing in them is typed by hand.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
REFERENCE = ROOT / "docs" / "reference"
NOTE = "<!-- Made by docs/generate.py; change the program, not this page. -->\n\n"


def cell(text: str) -> str:
    """A text as a table's cell holds it: its code as code, all other signs as they are."""
    parts = re.split(r"(`[^`]+`)", " ".join(text.split()))
    plain = [re.sub(r"([\\`*_{}\[\]<>#~^$])", r"\\\1", part) for part in parts[::2]]
    parts[::2] = plain
    return "".join(parts).replace("|", "\\|")


# ---------------------------------------------------------------------- keys


def keys() -> str:
    """Every key of the three files, from the table that the reader and the schema are made of."""
    from brochure.reading.schema import BRAND, CLINIC, HANDOUT

    files = (("The content file", HANDOUT, ""), ("`clinic`", CLINIC, "clinic"))
    lines = ["# Every key", "", "A key in **bold** must be there.", ""]
    for title, fields, path in (*files, ("`brand`", BRAND, "brand")):
        lines += [f"## {title}", "", *key_rows(fields, path), ""]
    return "\n".join(lines)


def key_rows(fields: tuple, path: str) -> Iterator[str]:
    """The table of the keys of a mapping, and below it those of what is in it."""
    yield "| key | what it is | example |"
    yield "| --- | --- | --- |"
    for field in fields:
        name = f"**`{field.name}`**" if field.required else f"`{field.name}`"
        choices = f" One of: {', '.join(map(str, field.choices))}." if field.choices else ""
        example = f"`{cell(field.example)}`" if field.example else ""
        yield f"| {name} | {cell(field.description + choices)} | {example} |"
    for field in fields:
        inner = f"{path}.{field.name}".lstrip(".")
        if field.fields and inner not in ("clinic", "brand"):
            yield from ("", f"### `{inner}`", "", *key_rows(field.fields, inner))


# ------------------------------------------------------------------- options


def options() -> str:
    """Every verb and option of the command line, as its help has them."""
    from brochure.cli import VERBS, parser

    verbs = next(action for action in parser()._actions if action.dest == "verb").choices
    lines = [line for verb in VERBS for line in verb_rows(verb, verbs[verb])]
    return "\n".join(["# Every command", "", *lines])


def verb_rows(name: str, verb: argparse.ArgumentParser) -> Iterator[str]:
    """The heading, the purpose and the table of options of a verb."""
    yield from (f"## brochure {name}", "", f"{verb.description[0].upper()}{verb.description[1:]}.")
    yield from ("", "| option | meaning |", "| --- | --- |")
    for action in verb._actions:
        if action.dest == "help" or action.help == argparse.SUPPRESS:
            continue
        value = action.metavar or "|".join(map(str, action.choices or [action.dest.upper()]))
        value = "" if action.nargs == 0 else str(value)
        names = ", ".join(action.option_strings)
        shown = f"`{names} {value}`".replace(" `", "`") if names else f"`[{value}]`"
        yield f"| {cell(shown)} | {cell(meaning(action))} |"
    yield ""


def meaning(action: argparse.Action) -> str:
    """The help of an option, with its default where the text names it."""
    return (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")


# ------------------------------------------------------------------ messages


def messages() -> str:
    """What is said of each slip of the tests, and what each rule of `check` asks."""
    from brochure.checks.rules import RULES

    lines = [
        "# Every message",
        "",
        "Each message names the file, the line and the column, and says what to type. Below is",
        "what the program says of slips in a content file, then what `check` asks of the words.",
        "",
        "## Slips",
        "",
        *slip_rows(),
        "",
        "## What `check` asks",
        "",
        'To switch a rule off, give the reason: `allow: {long-sentence: "the law\'s own words"}`.',
        "",
        "| rule | level | what it asks | who asks for it |",
        "| --- | --- | --- | --- |",
    ]
    rules = sorted(RULES, key=lambda rule: rule.name)
    lines += [f"| `{r.name}` | {r.level} | {cell(r.asks)} | {cell(r.source)} |" for r in rules]
    return "\n".join([*lines, ""])


def slip_rows() -> Iterator[str]:
    """A table of messages, each with a line that it is said of and the mended one."""
    yield "| message | what to type |"
    yield "| --- | --- |"
    seen = set()
    for path in sorted((ROOT / "tests" / "errors").glob("*.yaml")):
        for message, hint in said_of(path):
            if message not in seen:
                seen.add(message)
                yield f"| {cell(message)} | {cell(hint)} |"


def said_of(path: Path) -> Iterator[tuple[str, str]]:
    """The messages and hints of a content file."""
    from brochure.model import ContentError
    from brochure.reading.loader import load_bytes

    try:
        problems = load_bytes(path.read_bytes(), path.name, path.parent)[1]
    except ContentError as error:
        problems = error.problems
    for problem in problems:
        yield problem.message, problem.hint


# ----------------------------------------------------------------------- API


def api() -> str:
    """Every name that `brochure` offers, from its signature and docstring."""
    import brochure

    lines = ["# The library", "", "All of it comes from `brochure`; nothing prints.", ""]
    names = [name for name in brochure.__all__ if not name.startswith("_")]
    for name in sorted(names, key=lambda name: (name[0].isupper(), name)):
        lines += [*entry(name, getattr(brochure, name)), ""]
    lines += ["## What they return", ""]
    for title, thing in returned():
        lines += [*entry(title, thing, "###"), ""]
    return "\n".join(lines)


def returned() -> Iterator[tuple[str, type]]:
    """The records that are returned and need no import."""
    from brochure.batch import Entry, Report
    from brochure.batch.run import Done
    from brochure.checks import Summary
    from brochure.checks.report import Report as Checked
    from brochure.model import Facts

    yield from (("Facts", Facts), ("Report of check", Checked), ("Summary", Summary))
    yield from (("Report of run_batch", Report), ("Done", Done), ("Entry", Entry))


def entry(name: str, thing: object, level: str = "##") -> Iterator[str]:
    """The heading, the signature and the words of one name."""
    yield from (f"{level} {name}", "")
    is_error = inspect.isclass(thing) and issubclass(thing, Exception)
    if not is_error:
        yield from ("```python", signature(name.split()[0], thing), "```", "")
    yield prose(inspect.getdoc(thing) or "")
    if name == "Options":
        yield from choices()
    members = vars(thing) if inspect.isclass(thing) else {}
    for member, value in members.items():
        inner = value.__func__ if isinstance(value, classmethod) else value
        if inspect.isfunction(inner) and not member.startswith("_"):
            call = re.sub(r"\((self|cls)(, )?", "(", signature(f"{name}.{member}", inner))
            yield from ("", f"`{call}`", "", prose(inspect.getdoc(inner) or ""))


def signature(name: str, thing: object) -> str:
    """A call as it is typed, a parameter a line where there are many."""
    found = inspect.signature(thing)
    parts = [parameter(each) for each in found.parameters.values()]
    kinds = [each.kind for each in found.parameters.values()]
    if inspect.Parameter.KEYWORD_ONLY in kinds:
        parts.insert(kinds.index(inspect.Parameter.KEYWORD_ONLY), "*")
    back = found.return_annotation
    tail = f" -> {back}".replace("'", "") if isinstance(back, str) and back != "None" else ""
    line = f"{name}({', '.join(parts)}){tail}"
    if len(line) <= 90:
        return line
    return f"{name}(\n" + "".join(f"    {part},\n" for part in parts) + f"){tail}"


def parameter(found: inspect.Parameter) -> str:
    """A parameter as it is typed."""
    stars = "**" if found.kind is found.VAR_KEYWORD else ""
    kind = found.annotation
    words = f"{stars}{found.name}" + (f": {kind}" if isinstance(kind, str) else "")
    return words if found.default is found.empty else f"{words} = {default(found.default)}"


def default(value: object) -> str:
    """A default as it is typed; a record by its name alone, as its fields stand with it."""
    return f"{type(value).__name__}()" if hasattr(value, "__match_args__") else repr(value)


def choices() -> Iterator[str]:
    """The words that each option may have."""
    from brochure.editions import TABLES

    for name, table in TABLES.items():
        yield from ("", f"- `{name}`: " + ", ".join(f"`{word}`" for word in table))


def prose(text: str) -> str:
    """A docstring as Markdown."""
    return re.sub(r"``(.+?)``", r"`\1`", text)


# --------------------------------------------------------------------- icons

ACROSS, CELL, DRAWN, LABEL = 10, (92, 74), 40, 11
"""The picture of all icons: how many stand in a row, the room of one, its side, its words."""
SHEET = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-size="{label}"
  font-family="Verdana, sans-serif" text-anchor="middle" fill="#1c2429">
<rect width="100%" height="100%" fill="#ffffff"/>
{cells}
</svg>
"""
ICON_WORDS = """\
# Icons

`icon:` in a section puts a small picture beside its heading, in the ink of the brand:

```yaml
sections:
  - heading: Your medicines
    icon: pills
    text: Take them with food.
```

An icon is ornament: a screen reader passes it by, as the heading says what the section is about.
Where it tells something that the heading does not, give it words, which make it a picture:

```yaml
    icon: {{name: pills, alt: Two pills}}
```

A section with `emphasis: urgent` or `emphasis: emergency` has a sign of its own in that place. The
web page shows icons, too; an e-mail leaves them out. Use them for a few sections, or for all: where
one section has an icon, the headings beside the text stand in line.

![The icons with their names](icons.svg)

The {count} icons are of the [Health Icons](https://healthicons.org) set, which anybody may use; its
licence lies beside them in the program. A word that is no name is answered with the icon it means.

| name | also found by |
| --- | --- |
{rows}
"""


def icons() -> str:
    """How icons are used, and the name of each with the words that find it."""
    from brochure.art.icons import icon_names, icon_words

    rows = [f"| `{name}` | {cell(', '.join(icon_words(name)))} |" for name in icon_names()]
    return ICON_WORDS.format(count=len(rows), rows="\n".join(rows))


def icon_sheet() -> str:
    """A picture of all icons with their names."""
    from brochure.art.icons import SIDE, icon_names, icon_svg

    (wide, high), cells = CELL, []
    for number, name in enumerate(icon_names()):
        x, y = number % ACROSS * wide, number // ACROSS * high
        where = f"translate({x + (wide - DRAWN) // 2} {y + 8}) scale({DRAWN / SIDE:g})"
        cells.append(f'<g transform="{where}" fill="#0b5d6b">{icon_svg(name)}</g>')
        cells.append(f'<text x="{x + wide // 2}" y="{y + high - 10}">{name}</text>')
    rows = -(-len(icon_names()) // ACROSS)
    size = {"width": ACROSS * wide, "height": rows * high, "label": LABEL}
    return SHEET.format(cells="\n".join(cells), **size)


PAGES = {"keys": keys, "options": options, "messages": messages, "api": api, "icons": icons}


def written() -> dict[Path, str]:
    """Each page of the reference, and what it holds."""
    pages = {f"{name}.md": NOTE + make().rstrip() + "\n" for name, make in PAGES.items()}
    return {REFERENCE / name: text for name, text in {**pages, "icons.svg": icon_sheet()}.items()}


if __name__ == "__main__":
    REFERENCE.mkdir(exist_ok=True)
    for path, text in written().items():
        path.write_text(text, "utf-8")
        print(path.relative_to(ROOT))
