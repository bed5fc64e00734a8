"""PyYAML's parser in Python, imported where the one in C was not built or met an error."""

from __future__ import annotations

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class PurePython(Reader, Scanner, Parser):
    """Reads a text; everywhere, and the one whose word counts on an error."""

    def __init__(self, text: str) -> None:
        """Begin with a text; raises YAMLError if it has a character that YAML does not allow."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)


__all__ = ["PurePython"]
