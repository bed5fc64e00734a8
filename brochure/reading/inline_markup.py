"""From the words of one text to its spans: bold, italic, links and words in another language.

Everything that is not clearly one of these marks is kept as typed. Every step is linear in the
length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from brochure._startup.kept_patterns import compiled
from brochure._startup.records import dataclass
from brochure.model import Span
from brochure.reading.faults import Fault
from brochure.reading.words_in_braces import facts_in, read_brace
from brochure.remember import remember

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

Style = tuple[bool, bool, str, str, str]
"""Bold, italic, the target of a link, the language, and the fact that stands in braces."""

SUSPECTS = frozenset("<&`_~^#[\\“”„«»")
"""A text with none of these, and no straight quote at its ends, holds no mark of other markups."""


def parse_inline(text: str) -> tuple[tuple[Span, ...], tuple[Fault, ...]]:
    """Return a text's spans and what is wrong in it; ``()`` and ``()`` for an empty text.

    Runs of spaces, tabs and line ends become one space, at the ends none; a no-break space stays.
    """
    words, faults = tidy(text)
    if not words:
        return (), faults
    if not SUSPECTS.isdisjoint(words) or '"' in (words[0], words[-1]) or _odd(words):
        from brochure.reading.leftovers import leftovers, shifted

        words, found = shifted(words)
        faults += (*found, *leftovers(words))
    if "*" not in words and "[" not in words and "{" not in words:
        return (Span(words),), faults
    reader = _Reader(words)
    reader.read()
    return reader.spans(), (*faults, *reader.faults)


def _odd(words: str) -> bool:
    """Return whether a text may have bold with spaces, or a place that nobody filled in."""
    spaced = "**" in words and " ** " in f" {words} "
    return spaced or "{{" in words or "TODO" in words or "TBD" in words


def plain_text(text: str) -> tuple[tuple[Span, ...], tuple[Fault, ...]]:
    """Return a text as one span, without reading marks: for phones, addresses, colours."""
    words, faults = tidy(text)
    return ((Span(words),) if words else ()), faults


def tidy(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Return a text with single spaces, in plain and composed letters, and its faulty signs."""
    faults: tuple[Fault, ...] = ()
    if not (text.isascii() and text.isprintable()):
        if text.isascii() and text.replace("\n", "").isprintable():
            text = text.replace("\n", " ")
        else:
            from brochure.reading.pasted_signs import clean

            text, faults = clean(text.replace("\t", " "))
            text = text.replace("\n", " ")
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(filter(None, text.split(" ")))
    return text, faults


# -------------------------------------------------------------------- marks


@remember(1)
def _marks() -> re.Pattern[str]:
    return compiled(r"\\[*\[{]|\*+|[\[\]{]")


@remember(1)
def _target() -> re.Pattern[str]:
    return compiled(r"\(((?:[^\s()]|\([^\s()]*\)){1,2000})\)")


@remember(1)
def _language() -> re.Pattern[str]:
    return compiled(r"\{ ?lang ?= ?[\"']?([A-Za-z0-9-]{1,40})[\"']? ?\}")


_LANGUAGE_TAG = (
    r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
    r"(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*"
)


def is_language(tag: str) -> bool:
    """Return whether a tag has the shape of a language tag (BCP 47), such as ``pt-BR``."""
    if len(tag) in (2, 5) and (tag[:2] + tag[3:]).isalpha() and tag[2:3] in ("", "-"):
        return tag.isascii()  # most tags, such as "es" or "en-US"
    return compiled(_LANGUAGE_TAG).fullmatch(tag) is not None


@dataclass(frozen=True, slots=True)
class _Opener:
    """Stars that may open bold or italic words: where their piece is, and ``*`` or ``**``."""

    piece: int
    mark: str


class _Reader:
    """Cuts a text into pieces and notes which mark opens or closes at which piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces: list[str] = []
        self.stars: list[_Opener] = []
        self.open_stars = {"*": 0, "**": 0}
        self.brackets: list[int] = []
        self.no_links_below = 0
        self.turns: dict[int, list[tuple[str, str]]] = {}
        self.faults: list[Fault] = []

    def read(self) -> None:
        """Read the whole text."""
        position = 0
        scan = _marks()
        while found := scan.search(self.text, position):
            start, end = found.span()
            self.add(self.text[position:start])
            mark = found[0]
            if mark[0] == "\\":
                self.add(mark[1])
            elif mark[0] == "*":
                self.star(mark, start, end)
            elif mark == "[":
                self.brackets.append(self.add("["))
            elif mark == "{":
                end = self.brace(start)
            else:
                end = self.bracket(end)
            position = end
        self.add(self.text[position:])
        self.lone_stars()

    def add(self, piece: str) -> int:
        """Add a piece of text; return its number."""
        self.pieces.append(piece)
        return len(self.pieces) - 1

    def turn(self, piece: int, what: str, value: str) -> None:
        """Note that a style begins (``value``) or ends ("") at a piece, which shows no more."""
        self.turns.setdefault(piece, []).append((what, value))

    # stars

    def star(self, run: str, start: int, end: int) -> None:
        """Read one to three stars; more of them are text."""
        if len(run) > 3:
            self.add(run)
            return
        before = self.text[start - 1] if start else " "
        after = self.text[end] if end < len(self.text) else " "
        for mark in self.parts(run, before, after):
            if closes(mark, before, after) and self.open_stars[mark]:
                self.close_stars(mark)
            elif opens(mark, before, after):
                self.stars.append(_Opener(self.add(mark), mark))
                self.open_stars[mark] += 1
            else:
                self.add(mark)

    def parts(self, run: str, before: str, after: str) -> tuple[str, ...]:
        """Return the marks of a run: three stars close inside out and open outside in."""
        if len(run) < 3:
            return (run,)
        inner = self.open_stars["*"] and closes("*", before, after)
        return ("*", "**") if inner else ("**", "*")

    def close_stars(self, mark: str) -> None:
        """Pair a mark with the last like one; unpaired ones between them stay text."""
        while True:
            opener = self.stars.pop()
            self.open_stars[opener.mark] -= 1
            if opener.mark == mark:
                break
        what = "bold" if mark == "**" else "italic"
        closer = self.add("")
        self.pieces[opener.piece] = ""
        self.turn(opener.piece, what, "+")
        self.turn(closer, what, "")

    def lone_stars(self) -> None:
        """Warn of a ``**`` that has no partner: stars on paper were hardly meant."""
        lone = next((opener for opener in self.stars if opener.mark == "**"), None)
        if lone:
            words = "".join(self.pieces[lone.piece : lone.piece + 2])[:40]
            hint = "Type ** at both ends of the bold words, or \\*\\* for two stars."
            message = f"`{words}` has no closing `**`; the stars will be printed"
            self.faults.append(Fault("**", message, hint, "warning"))

    # braces

    def brace(self, start: int) -> int:
        """Read the words in braces that stand for a fact of the clinic; others are text."""
        typed, fact, fault = read_brace(self.text, start)
        if fact:
            self.turn(self.add(typed), "fact", fact)
            self.turn(self.add(""), "fact", "")
            return start + len(typed)
        if fault:
            self.faults.append(fault)
            self.add(typed)
            return start + len(typed)
        self.add("{")
        return start + 1

    # brackets

    def bracket(self, end: int) -> int:
        """Read a closing bracket and what is attached to it; return where to go on."""
        closer = self.add("]")
        if not self.brackets:
            return end
        opener = self.brackets.pop()
        may_link = len(self.brackets) >= self.no_links_below
        self.no_links_below = min(self.no_links_below, len(self.brackets))
        follows = self.text[end : end + 1]
        if follows == "(" and may_link and (found := _target().match(self.text, end)):
            return self.link(opener, closer, found)
        if follows == "{" and (found := _language().match(self.text, end)):
            return self.language(opener, closer, found)
        from brochure.reading.link_targets import raw_link

        words = "".join(self.pieces[opener + 1 : closer])
        fault = raw_link(self.text, end, words, self.pieces[opener - 1] if opener else "")
        if fault:
            self.faults.append(fault)
        return end

    def link(self, opener: int, closer: int, found: re.Match[str]) -> int:
        """Make a link of two brackets if the target is one; note a target that is refused."""
        from brochure.reading.link_targets import facts_fault, link_fault

        target = found[1]
        facts, faults = facts_in(target) if "{" in target else ([], [])
        fault = facts_fault(target) if facts else link_fault(target)
        if fault is None and not faults:
            return found.start()
        self.faults += faults or ([fault] if fault and fault.message else [])
        if not any(piece.strip() for piece in self.pieces[opener + 1 : closer]):
            hint = f"Type the words to click on: [our website]({target})"
            self.faults.append(Fault(target, "the link has no words", hint))
        self.no_links_below = len(self.brackets)
        self.between(opener, closer, "href", target)
        return found.end()

    def language(self, opener: int, closer: int, found: re.Match[str]) -> int:
        """Mark the words between two brackets as another language."""
        if not is_language(found[1]):
            hint = "Type a tag such as fr, es or pt-BR: [mot]{lang=fr}"
            self.faults.append(Fault(found[0], f"`{found[1]}` is not a language tag", hint))
        self.between(opener, closer, "lang", found[1])
        return found.end()

    def between(self, opener: int, closer: int, what: str, value: str) -> None:
        """Give the pieces between two brackets a link or a language."""
        self.pieces[opener] = self.pieces[closer] = ""
        self.turn(opener, what, value)
        self.turn(closer, what, "")

    # spans

    def spans(self) -> tuple[Span, ...]:
        """Return the pieces as spans, neighbours of one style joined."""
        spans: list[Span] = []
        style: Style | None = None
        words: list[str] = []
        for piece, now in self.styled():
            if now != style and words and style is not None:
                spans.append(_span("".join(words), style))
                words = []
            style = now
            words.append(piece)
        if words and style is not None:
            spans.append(_span("".join(words), style))
        return tuple(spans)

    def styled(self) -> Iterator[tuple[str, Style]]:
        """Yield each piece that has text with its bold, italic, link, language and fact."""
        depth: dict[str, list[str]] = {"bold": [], "italic": [], "href": [], "lang": [], "fact": []}
        for number, piece in enumerate(self.pieces):
            for what, value in self.turns.get(number, ()):
                if value:
                    depth[what].append(value)
                else:
                    depth[what].pop()
            if piece:
                bold = bool(depth["bold"])
                italic = bool(depth["italic"]) and not bold
                href, lang, fact = (depth[what][-1:] for what in ("href", "lang", "fact"))
                yield piece, (bold, italic, "".join(href), "".join(lang), "".join(fact))


def _span(words: str, style: Style) -> Span:
    return Span(words, *style)


def opens(mark: str, before: str, after: str) -> bool:
    """Return whether stars between two characters can begin bold or italic words."""
    return not after.isspace() and (mark == "**" or not _in_word(before))


def closes(mark: str, before: str, after: str) -> bool:
    """Return whether stars between two characters can end bold or italic words."""
    return not before.isspace() and (mark == "**" or not _in_word(after))


def _in_word(char: str) -> bool:
    """Return whether a letter or digit; not one of a script that has no spaces, such as Chinese."""
    return char.isalnum() and not any(first <= char <= last for first, last in _UNSPACED)


_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"), ("\u2e80", "\uabff"))
"""Thai and Lao, Burmese, Khmer, and the scripts of East Asia."""
