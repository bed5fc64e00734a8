"""The style sheet in a drawing: which rules reach an element, in their order (CSS 2.2, 6.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brochure._startup.records import dataclass
from brochure.art.svg_tree import Node

MOST_RULES = 2_000
_COMPOUND = re.compile(r"(\*|[A-Za-z][\w-]*)?((?:[.#][\w-]+)*)")
_SKIPPED = ("@charset", "@namespace", "@font-face", "@keyframes", "@-webkit-keyframes", "@page")
_OTHER_MEDIA = re.compile(r"prefers|print")
_PSEUDO = re.compile(r":{1,2}(hover|focus|active|visited|before|after|selection)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector with its declarations; a part is (how it hangs on the next, name, marks)."""

    parts: tuple[tuple[str, str, tuple[str, ...]], ...]
    weight: tuple[int, int, int]
    declarations: str
    line: int

    def reaches(self, node: Node) -> bool:
        """Return whether the rule is for an element."""
        return _reaches(self.parts, node)


def _reaches(parts: tuple[tuple[str, str, tuple[str, ...]], ...], node: Node) -> bool:
    *before, (hangs, name, marks) = parts
    if name not in ("", "*", node.name) or not all(_marked(node, mark) for mark in marks):
        return False
    if not before:
        return True
    above = node.parent
    while above is not None:
        if _reaches(tuple(before), above):
            return True
        above = above.parent if hangs == " " else None
    return False


def _marked(node: Node, mark: str) -> bool:
    if mark[0] == "#":
        return node.attributes.get("id") == mark[1:]
    return mark[1:] in node.attributes.get("class", "").split()


def read_sheet(sheets: list[Node], known: frozenset[str]) -> list[Rule]:
    """Return the rules that say anything of the known properties, the weakest first.

    Raises ValueError for a rule that is too clever.
    """
    rules = [rule for sheet in sheets for rule in _rules(sheet, known)]
    if len(rules) > MOST_RULES:
        raise ValueError("the drawing has a style sheet with too many rules")
    return sorted(rules, key=lambda rule: rule.weight)


def _rules(sheet: Node, known: frozenset[str]) -> Iterator[Rule]:
    text = re.sub(r"/\*.*?\*/|<!--|-->", " ", sheet.words, flags=re.DOTALL)
    for selectors, body in _blocks(sheet, text):
        names = {part.partition(":")[0].strip().lower() for part in body.split(";")}
        if not names & known:
            continue
        for selector in selectors.split(","):
            if not _PSEUDO.search(selector):
                yield _rule(sheet, selector.strip(), body)


def _blocks(sheet: Node, text: str) -> Iterator[tuple[str, str]]:
    """Yield the selectors and the declarations of each block."""
    at = 0
    while at < len(text):
        start = text.find("{", at)
        head = text[at : start if start >= 0 else len(text)].strip()
        while head.startswith("@") and ";" in head:
            if head.lower().startswith("@import"):
                raise sheet.at(ValueError("loads a style sheet from another file"))
            head = head.partition(";")[2].strip()
        if start < 0:
            return
        end = _closing(text, start)
        if not head.startswith("@"):
            yield head, text[start + 1 : end]
        elif (
            not head.lower().startswith(_SKIPPED) and "prefers" not in head and "print" not in head
        ):
            raise sheet.at(ValueError(f"has a rule that is not known here: `{head[:40]}`"))
        at = end + 1


def _closing(text: str, start: int) -> int:
    """Return where the block that opens at ``start`` ends."""
    depth = 0
    for match in re.compile(r"[{}]").finditer(text, start):
        depth += 1 if match[0] == "{" else -1
        if not depth:
            return match.start()
    return len(text)


def _rule(sheet: Node, selector: str, body: str) -> Rule:
    parts = []
    weight = [0, 0, 0]
    for word in re.findall(r"[>\s]+|[^>\s]+", " " + selector):
        if not word.strip(" >\t\r\n\f"):
            hangs = ">" if ">" in word else " "
            continue
        match = _COMPOUND.fullmatch(word)
        if match is None:
            raise sheet.at(ValueError(f"has a rule that is not known here: `{selector[:40]}`"))
        marks = tuple(re.findall(r"[.#][\w-]+", match[2]))
        weight[0] += sum(mark[0] == "#" for mark in marks)
        weight[1] += sum(mark[0] == "." for mark in marks)
        weight[2] += bool(match[1]) and match[1] != "*"
        parts.append((hangs, match[1] or "", marks))
    if not parts:
        raise sheet.at(ValueError("has a rule without a name"))
    return Rule(tuple(parts), (weight[0], weight[1], weight[2]), body, sheet.line)
