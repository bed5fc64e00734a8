"""What all requests share: the folder, what was made lately, the counts, the keys, the clock."""

from __future__ import annotations

import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from threading import Event, Lock

from brochure.desk.door import Door
from brochure.desk.easel import Easel
from brochure.desk.judge import Judge
from brochure.desk.library import Library
from brochure.desk.outputs import Outputs
from brochure.desk.printed import Printed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.desk.whole_run import Run

IDLE_SECONDS = 30 * 60
"""After so long without a page open the desk closes."""


class Office:
    """The state of one run; its parts look after their own locks."""

    def __init__(
        self,
        folder: Path,
        port: int,
        *,
        counts: Path | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take a folder; ``counts`` is the file of the print counts, None for this run only."""
        self.library = Library(folder)
        self.folder = self.library.folder
        self.outputs = Outputs()
        self.judge = Judge(self.library, self.outputs)
        self.easel = Easel()
        self.saving = Lock()
        self.run: Run | None = None  # the last one that made all for all
        self.printed = Printed(counts)
        self.door = Door(port, now)
        self.network = False
        self.closing = Event()
        self.now = now
        self.last_seen = now()

    def look(self, seconds: float) -> None:
        """Look at the folder again, and try for so long which handouts cannot be printed."""
        self.library.refresh()
        if self.judge.go_on(seconds):
            self.library.say_changed()

    def seen(self) -> None:
        """Note that somebody is there."""
        self.last_seen = self.now()

    def idle(self) -> float:
        """Return the seconds since anybody was there."""
        return self.now() - self.last_seen


def state_folder() -> Path:
    """Return the user's own folder for what a program keeps: on this machine, not in the folder.

    The folder of content files may lie on a network drive, where a data base of SQLite may not.
    """
    import os
    import sys

    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state")
    return base / "brochure"


def mark_of(folder: Path) -> str:
    """Return a short name for a folder, to tell what is kept of one from that of another."""
    return sha256(str(folder.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:16]
