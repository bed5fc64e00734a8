"""Keys to the desk: the one-time link, the cookie that it gives, and the PINs of the network mode.

Nothing here is kept beyond the run, so a cookie of an earlier one opens nothing.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from hmac import compare_digest
from threading import Lock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.model.choices import DeskRights

LINK_SECONDS = 120
TRIES = 5
WAIT_SECONDS = 60
"""How long an address waits after TRIES wrong PINs."""
MOST_ADDRESSES = 1000
MOST_KEYS = 1000


def random_key() -> str:
    """Return 32 random bytes as letters, digits, "-" and "_"."""
    return secrets.token_urlsafe(32)


def random_pin() -> str:
    """Return six random digits."""
    return f"{secrets.randbelow(1_000_000):06d}"


class Door:
    """Gives keys and knows them; ``now`` tells the time in seconds."""

    def __init__(self, port: int, now: Callable[[], float] = time.monotonic) -> None:
        """Begin with one key, which opens everything, and no link."""
        self.cookie = f"brochure_{port}"  # a browser sends one port's cookies to the others
        self.key = random_key()
        self.pins: dict[DeskRights, str] = {}
        self._now = now
        self._keys: dict[str, DeskRights] = {self.key: "write"}
        self._links: dict[str, float] = {}
        self._wrong: dict[str, tuple[int, float]] = {}
        self._lock = Lock()

    def new_link(self) -> str:
        """Return a token that opens the desk once, within two minutes."""
        token = random_key()
        with self._lock:
            self._links[token] = self._now() + LINK_SECONDS
        return token

    def use_link(self, token: str) -> bool:
        """Return whether a token opens the desk; it never does again."""
        with self._lock:
            for known, until in list(self._links.items()):
                if compare_digest(known.encode(), token.encode("utf-8", "replace")):
                    del self._links[known]
                    return self._now() < until
        return False

    def rights(self, key: str) -> DeskRights:
        """Return what the bearer of a cookie may do; every key is compared, in constant time."""
        given, found = key.encode("utf-8", "replace"), ""
        for known, rights in self._keys.items():
            if compare_digest(known.encode(), given):
                found = rights
        return found  # type: ignore[return-value]

    def wait(self, address: str) -> int:
        """Return how many seconds an address has to wait before its next PIN."""
        count, until = self._wrong.get(address, (0, 0.0))
        return max(0, round(until - self._now())) if count >= TRIES else 0

    def enter(self, pin: str, address: str) -> str:
        """Return a new key for a right PIN, "" for a wrong one or while the address has to wait."""
        with self._lock:
            if self.wait(address):
                return ""
            rights = self._of_pin(pin)
            if not rights:
                self._take_note(address)
                return ""
            self._wrong.pop(address, None)
            if len(self._keys) >= MOST_KEYS:
                self._forget_oldest()
            key = random_key()
            self._keys = {**self._keys, key: rights}
            return key

    def _of_pin(self, pin: str) -> DeskRights:
        given, found = pin.encode("utf-8", "replace"), ""
        for rights, known in self.pins.items():
            if compare_digest(known.encode(), given):
                found = rights
        return found  # type: ignore[return-value]

    def _take_note(self, address: str) -> None:
        """Count a wrong PIN; a wait that is over begins a new count."""
        count, _until = self._wrong.get(address, (0, 0.0))
        count = 1 if count >= TRIES else count + 1
        if len(self._wrong) >= MOST_ADDRESSES:
            self._wrong.pop(next(iter(self._wrong)))
        self._wrong[address] = (count, self._now() + WAIT_SECONDS)

    def _forget_oldest(self) -> None:
        """Forget the oldest key that came by a PIN."""
        oldest = next(key for key in self._keys if key != self.key)
        self._keys = {key: rights for key, rights in self._keys.items() if key != oldest}
