"""Markdown to pieces, with tables and a head of its own (front matter)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from markdown_it import MarkdownIt

from brochure._startup.records import replace
from brochure.importing.pieces import Document, Line, Picture, Run, Table, Told
from brochure.importing.plain_text import decoded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.importing.pieces import Piece, Role

_HEAD = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.S)
_SAID = re.compile(r"(?m)^(title|lang|language)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.I)
_TAG = re.compile(r"<[^<>]{0,2000}>")


def read(data: bytes, name: str) -> Document:
    """Return the pieces of a Markdown text."""
    text = decoded(data)
    head = _HEAD.match(text)
    said = {key.lower(): value for key, value in _SAID.findall(head[1])} if head else {}
    if head:
        text = "\n" * head[0].count("\n") + text[head.end() :]
    tokens = (
        MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"]).parse(text)
    )
    pieces = _Reader(name).pieces(tokens)
    language = said.get("language", "") or said.get("lang", "")
    return Document(tuple(pieces), said.get("title", ""), language)


class _Reader:
    """Makes pieces of the parser's tokens; what a line is follows from what is open around it."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.found: list[Piece] = []
        self.lists: list[int | None] = []
        """For each open list the number of its next item; None for one with dots."""
        self.item: Line | None = None
        self.heading = self.quotes = 0
        self.rows: list[list[tuple[Run, ...]]] = []

    def pieces(self, tokens: list[Any]) -> list[Piece]:
        """Return the pieces of all tokens, in order."""
        for token in tokens:
            self.line = token.map[0] + 1 if token.map else getattr(self, "line", 0)
            act = getattr(self, f"_{token.type}", None)
            if act:
                act(token)
        return self.found

    # ------------------------------------------------------- what is open

    def _bullet_list_open(self, _: Any) -> None:
        self.lists.append(None)

    def _ordered_list_open(self, token: Any) -> None:
        self.lists.append(int(token.attrGet("start") or 1))

    def _bullet_list_close(self, _: Any) -> None:
        self.lists.pop()
        self.item = None

    _ordered_list_close = _bullet_list_close

    def _list_item_open(self, _: Any) -> None:
        number = self.lists[-1]
        role: Role = "bullet" if number is None else "number"
        self.item = Line((), role, len(self.lists) - 1, number or 0)
        if number is not None:
            self.lists[-1] = number + 1

    def _heading_open(self, token: Any) -> None:
        self.heading = int(token.tag[1])

    def _heading_close(self, _: Any) -> None:
        self.heading = 0

    def _blockquote_open(self, _: Any) -> None:
        self.quotes += 1

    def _blockquote_close(self, _: Any) -> None:
        self.quotes -= 1

    # ------------------------------------------------------------- words

    def _inline(self, token: Any) -> None:
        runs = tuple(self._runs(token.children or []))
        if self.rows:
            self.rows[-1].append(runs)
            return
        line = Line(runs, line=self.line)
        if self.heading:
            line = replace(line, role="heading", level=self.heading)
        elif self.item:
            line = replace(self.item, runs=runs, line=self.line)
            self.item = replace(self.item, role="more", number=0)
        elif self.quotes:
            line = replace(line, role="quote")
        if line.words:
            self.found.append(line)

    def _runs(self, tokens: list[Any]) -> Iterator[Run]:
        bold = italic = struck = 0
        links: list[str] = []
        for token in tokens:
            kind = token.type
            bold += {"strong_open": 1, "strong_close": -1}.get(kind, 0)
            italic += {"em_open": 1, "em_close": -1}.get(kind, 0)
            struck += {"s_open": 1, "s_close": -1}.get(kind, 0)
            if kind == "link_open":
                links.append(str(token.attrGet("href") or ""))
            elif kind == "link_close":
                links.pop()
            elif kind == "image":
                self.found.append(_picture(token, self.line))
            elif words := _words(token):
                if struck:
                    self.found.append(Told("struck-through words", words, self.line))
                else:
                    href = links[-1] if links else ""
                    yield Run(words, bold > 0, italic > 0, href)

    def _fence(self, token: Any) -> None:
        for words in token.content.splitlines():
            if words.strip():
                self.found.append(Line((Run(words.strip()),), line=self.line))

    _code_block = _fence

    def _html_block(self, token: Any) -> None:
        from brochure.importing.web_page import Walk
        from brochure.importing.web_tree import parsed, text_of

        if not text_of(body := parsed(f"<div>{token.content}</div>".encode(), self.name)):
            return
        self.found += (replace(piece, line=self.line) for piece in Walk(body.find("body")).pieces())

    # ------------------------------------------------------------- tables

    def _table_open(self, _: Any) -> None:
        self.rows = [[]]

    def _tr_open(self, _: Any) -> None:
        if self.rows[-1]:
            self.rows.append([])

    def _table_close(self, _: Any) -> None:
        rows = tuple(map(tuple, self.rows))
        self.rows = []
        self.found.append(Table(rows, True, self.line))


def _words(token: Any) -> str:
    """Return the words of a token inside a line."""
    if token.type in ("text", "code_inline", "text_special"):
        return str(token.content)
    if token.type in ("softbreak", "hardbreak"):
        return " " if token.type == "softbreak" else "\n"
    if token.type == "html_inline":
        return "\n" if token.content.lower().startswith("<br") else _TAG.sub("", token.content)
    return ""


def _picture(token: Any, line: int) -> Picture:
    source = str(token.attrGet("src") or "")
    name = "picture" if source.startswith("data:") else source.rsplit("/", 1)[-1]
    return Picture(name, token.content, line)
