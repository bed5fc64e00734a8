"""The names that Windows keeps for devices: a file of such a name cannot be opened there."""

from __future__ import annotations

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [port + number for port in ("com", "lpt") for number in "0123456789¹²³"]
)


def is_device(name: str) -> bool:
    """Return whether Windows keeps a file's name for a device, whatever ends it has: Con.pdf."""
    return name.partition(".")[0].rstrip().lower() in DEVICES
