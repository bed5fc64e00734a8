"""Handouts made anew whenever a file that they are made of changes.

Files are looked at, ten times a second, by time, size and identity: that needs no package,
works alike on every system and on network drives, and sees a save by rename or a file that
comes back. No folder is watched, so what is written to `output/` is never seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep, strftime
from typing import Protocol

from brochure.reading.paths import FACES, read_bytes

Stamp = tuple[int, int, int] | None

PAUSE = 0.08
"""Seconds between two looks."""
SETTLE = 0.02
"""Seconds that a changed file must stay as it is; an editor may write it in pieces."""
GRACE = 0.3
"""Seconds in which a file that is gone or empty is expected back: the middle of a save."""
MOST_NAMES = 300

_NAME = re.compile(
    r"""[:,{\[-][ \t]+["']?([^"'\n{}:]{1,200}?\.(?:ya?ml|svg|png|jpe?g|ttf))["']?[ \t]*"""
    r"""(?=[,}\]#\r]|$)""",
    re.IGNORECASE | re.MULTILINE,
)
_FONT = re.compile(r"""(?:^|[ \t{,])font:[ \t]+["']?([^"'\n#{},]{1,300})""", re.MULTILINE)


class Changes(Protocol):
    """What tells of changes to files."""

    def follow(self, paths: Iterable[Path]) -> None:
        """Follow these files, and no others."""

    def wait(self) -> set[Path]:
        """Return the files that have changed since they were followed or last returned."""


class Poller:
    """Tells of changes by looking at the files again and again."""

    def __init__(self, pause: float = PAUSE) -> None:
        """Follow nothing yet."""
        self._pause = pause
        self._seen: dict[Path, Stamp] = {}

    def follow(self, paths: Iterable[Path]) -> None:
        """Follow these files; one that is followed already keeps the state it was last seen in."""
        self._seen = {path: self._seen.get(path) or stamp(path) for path in paths}

    def wait(self) -> set[Path]:
        """Return the files that have changed, once they have come to rest."""
        while not (changed := self._look()):
            sleep(self._pause)
        end = monotonic() + GRACE
        while True:
            sleep(SETTLE)
            more = self._look()
            changed |= more
            whole = all((self._seen[path] or (0, 0, 0))[1] for path in changed)
            if not more and (whole or monotonic() > end):
                return changed

    def _look(self) -> set[Path]:
        """Return the files that are not as last seen, and note how they are now."""
        now = {path: stamp(path) for path in self._seen}
        changed = {path for path, state in now.items() if state != self._seen[path]}
        self._seen = now
        return changed


def stamp(path: Path) -> Stamp:
    """Return what changes with a file: its time, size and identity; None if it is not there."""
    try:
        facts = path.stat()
    except (OSError, ValueError):
        return None
    return facts.st_mtime_ns, facts.st_size, facts.st_ino


def sources(content: Path, assets: Path, output: Path) -> set[Path]:
    """Return the files that a content file is made of, found by their names in its text.

    They need not exist, and the content need not be valid: either may be mended soon.
    Nothing below ``output`` is among them.
    """
    folders = (content.parent,)
    named = set(_named(content, folders, assets))
    shared = [path for path in named if path.suffix.lower() in (".yaml", ".yml")]
    for path in shared:
        named.update(_named(path, (path.parent, *folders), assets))
    outside = {path for path in named if not path.resolve().is_relative_to(output.resolve())}
    return {content, *outside}


def _named(file: Path, folders: Sequence[Path], assets: Path) -> Iterator[Path]:
    """Yield every place where a file named in a YAML file may be."""
    try:
        text = read_bytes(file).decode("utf-8", "replace")
    except OSError:
        return
    fonts = [f"{found.strip()}/{face}" for found in _FONT.findall(text) for _, face in FACES]
    for name in [*fonts, *_NAME.findall(text)][:MOST_NAMES]:
        plain = name.replace("\\", "/")
        yield from (folder / plain for folder in (*folders, assets.parent))


def watch(
    files: Sequence[Path],
    build: Callable[[Path], bool],
    changes: Changes,
    say: Callable[[str], None],
    find: Callable[[Path], set[Path]],
) -> None:
    """Build each file, and again whenever one of the files that it is made of changes.

    ``build`` returns whether it went well; ``find`` returns the files that one is made of.
    Ends only by an exception, such as KeyboardInterrupt.
    """
    used: dict[Path, set[Path]] = {file: find(file) for file in files}
    changes.follow(set().union(*used.values()))
    for file in files:
        _build(file, build, say)
    say(_begun(files, used))
    while True:
        changed = changes.wait()
        due = [file for file in files if used[file] & changed]
        used.update((file, find(file)) for file in due if file.exists())
        changes.follow(set().union(*used.values()))
        names = ", ".join(sorted(path.name for path in changed))
        say(f"{strftime('%H:%M:%S')}  {names} changed")
        for file in due:
            _build(file, build, say)


def _build(file: Path, build: Callable[[Path], bool], say: Callable[[str], None]) -> None:
    """Build one file if it is there; say what a failure leaves."""
    if not file.exists():
        say(f"{file} is gone; its PDF stays as it was, and is made anew when the file is back")
    elif not build(file):
        say("nothing was written; the last good PDF, if there is one, stays as it was")


def _begun(files: Sequence[Path], used: dict[Path, set[Path]]) -> str:
    """Return the line that says what is watched."""
    there = {path.resolve() for paths in used.values() for path in paths if path.exists()}
    others = there - {file.resolve() for file in files}
    names = ", ".join(map(str, files))
    more = f" and {len(others)} files used there" if len(others) > 1 else ""
    more = f" and {next(iter(others)).name}" if len(others) == 1 else more
    return f"watching {names}{more}; press Ctrl-C to stop"
