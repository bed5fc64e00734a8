"""A command of files and switches, read by the rows of its verb without argparse.

Most commands are `build`, or a verb with a few files; argparse takes a fortieth of such a run. It
reads whatever is typed otherwise, and it alone complains: what is not surely understood here is
nobody's guess.
"""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any


class Rows:
    """Takes a verb's arguments as a parser does, and keeps their defaults and its switches."""

    def __init__(self) -> None:
        """Begin with none."""
        self.defaults: dict[str, Any] = {}
        self.switches: dict[str, str] = {}
        self.files = ""  # the name of the list of all that is no option
        self.known = True  # no argument is of a kind that only argparse knows

    def add_argument(self, *names: str, **how: Any) -> None:
        """Keep an argument's default, and its names if it is a switch."""
        action = how.get("action", "store")
        long = next((name for name in names if name.startswith("--")), names[0])
        dest = how.get("dest") or long.lstrip("-").replace("-", "_")
        if not names[0].startswith("-"):
            self.known = self.known and how.get("nargs") == "*" and not self.files
            self.files = dest
            return
        if action == "version":
            return
        usual = action in ("store", "store_true", "store_const") and not how.get("required")
        self.known = self.known and usual
        default = how.get("default", False if action == "store_true" else None)
        if isinstance(default, str) and "type" in how:
            default = how["type"](default)
        self.defaults.setdefault(dest, default)
        if action == "store_true":
            self.switches |= dict.fromkeys(names, dest)

    def set_defaults(self, **values: Any) -> None:
        """Keep defaults, in place of those of arguments."""
        self.defaults |= values

    def add_mutually_exclusive_group(self) -> Rows:
        """Return what takes the arguments of a group, none of which is a switch here."""
        return _Group(self)


class _Group(Rows):
    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.defaults = rows.defaults


def plain_options(
    arguments: Sequence[str], add_arguments: Callable[[Any], None]
) -> SimpleNamespace | None:
    """Return what argparse makes of a verb's arguments; None if it is to read them itself."""
    rows = Rows()
    add_arguments(rows)
    files = [at for at, word in enumerate(arguments) if not word.startswith("-")]
    options = [word for word in arguments if word.startswith("-")]
    scattered = bool(files) and files[-1] - files[0] >= len(files)
    if not rows.known or scattered or not rows.switches.keys() >= set(options):
        return None
    if files and not rows.files:
        return None
    found = SimpleNamespace(**rows.defaults)
    if rows.files:
        setattr(found, rows.files, [arguments[at] for at in files])
    for word in options:
        setattr(found, rows.switches[word], True)
    return found
