"""Where drafts are drawn, one after the other; the pictures on their pages are kept for a while."""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from threading import Lock

from brochure.desk.exchange import AskError

KEPT_PICTURES = 32


class Easel:
    """One draft is drawn at a time, under ``lock``."""

    def __init__(self) -> None:
        """Begin with no picture."""
        self.lock = Lock()
        self._pictures: OrderedDict[str, bytes] = OrderedDict()

    def address(self, data: bytes) -> str:
        """Return where a picture is asked for."""
        mark = sha256(data).hexdigest()[:32]
        self._pictures[mark] = data
        self._pictures.move_to_end(mark)
        while len(self._pictures) > KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return f"/api/drawn/{mark}"

    def picture(self, mark: str) -> bytes:
        """Return a picture of a page; raise AskError if it is no longer there."""
        if mark not in self._pictures:
            raise AskError(404, "gone")
        return self._pictures[mark]
