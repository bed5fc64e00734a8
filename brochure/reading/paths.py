"""Files that a content file names: where they may lie, and names that may not leave a folder."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from brochure._startup.records import dataclass, replace
from brochure.language.messages import reason
from brochure.model.device_names import is_device
from brochure.reading.encoding import MAX_BYTES

FACES = (("regular", "Regular.ttf"), ("bold", "Bold.ttf"), ("italic", "Italic.ttf"))
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/")
"""A name of these signs that does not begin with the last of them is not bad in itself."""
_BAD_NAMES: tuple[tuple[str, str], ...] = (
    (r"^\s*$", "the name of the file is empty"),
    (r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", "the name of the file has a hidden character in it"),
    (r"^[A-Za-z]:", "{} begins with a drive letter; name a file in the handout's folder"),
    (
        r"^[A-Za-z][\w+.-]*:",
        "{} is a web address; save the file in the handout's folder and name it",
    ),
    (r"^[/\\]", "{} begins at the root of the disk; name a file in the handout's folder"),
    (r":", "{} has a colon in it, which file names may not have"),
)


@dataclass(frozen=True, slots=True)
class Files:
    """The folders in which a name is looked up, first one first."""

    folders: tuple[Path, ...]
    assets: Path

    def path(self, name: str, folders: bool = False) -> Path:
        """Return the existing file or folder of a name; ValueError says why there is none."""
        name = name.replace("\\", "/")
        tries = [(name, folder) for folder in self.folders]
        first, _, rest = name.partition("/")
        if rest and first == self.assets.name:
            tries.append((rest, self.assets))
        fault: ValueError | None = None
        for words, base in tries:
            try:
                path = safe_path(words, (base,), folders)
            except ValueError as error:
                fault = fault or error
                continue
            if path.exists():
                return path
        raise fault or ValueError(f"there is no file `{name}`")

    def shared(self, name: str) -> Path:
        """Return the existing YAML file of a name; it may also lie next to the assets folder."""
        try:
            return self.path(name)
        except ValueError:
            return replace(self, folders=(self.assets.parent,)).path(name)

    def beside(self, path: Path) -> Files:
        """Return the lookup for a file that was itself named: its folder first, if allowed."""
        folder = path.parent
        allowed = folder in self.folders or folder.is_relative_to(self.assets.resolve())
        return replace(self, folders=(folder, *self.folders)) if allowed else self


def read_bytes(path: Path) -> bytes:
    """Return a file's bytes, cut just above the limit; raises OSError."""
    with path.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


def safe_path(name: str, bases: tuple[Path, ...], folders: bool = False) -> Path:
    """Return the resolved path of the file ``name`` in the first of ``bases`` that has it.

    Raises ValueError, in plain words, for a name that is not relative, that leaves its folder
    (through ``..`` or a symbolic link), that Windows reserves, or that no folder has as a file.
    """
    shown = f"`{name if len(name) <= 60 else name[:59] + '…'}`"
    if not _PLAIN.issuperset(name) or name[:1] in ("", "/"):
        for pattern, words in _BAD_NAMES:
            if re.search(pattern, name):
                raise ValueError(words.format(shown))
    parts = _parts(name, shown)
    roots = tuple(base.resolve() for base in bases)
    for root in roots:
        path = _within(root, parts, roots, shown, folders)
        if path is not None:
            return path
    where = " or ".join(dict.fromkeys(str(root) for root in roots)) or "any folder"
    raise ValueError(f"there is no file {shown} in {where}{_likeness(roots, parts)}")


def _parts(name: str, shown: str) -> tuple[str, ...]:
    """Return the folders and the file that a name is made of, ``..`` taken out."""
    kept: list[str] = []
    for part in PurePosixPath(name.replace("\\", "/")).parts:
        if is_device(part):
            raise ValueError(f"{shown} is a name that Windows keeps for itself; rename the file")
        if part.strip(" .") == "" and part != "..":
            raise ValueError(f"{shown} is not the name of a file")
        if part != "..":
            kept.append(part)
        elif kept:
            kept.pop()
        else:
            raise ValueError(f"{shown} leads out of its folder; put the file into the folder")
    if not kept:
        raise ValueError(f"{shown} is a folder, not a file")
    return tuple(kept)


def _within(
    root: Path, parts: tuple[str, ...], roots: tuple[Path, ...], shown: str, folders: bool
) -> Path | None:
    """Return the file in ``root``, or None if it has none of that name."""
    try:
        path = root.joinpath(*parts).resolve(strict=True)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop, before Python 3.13
        raise ValueError(f"{shown} cannot be opened: {_why(error)}") from error
    if not any(path.is_relative_to(base) for base in roots):
        raise ValueError(f"{shown} is a link that leads out of its folder; copy the file itself")
    if path.is_dir() and folders:
        return path
    if path.is_dir():
        raise ValueError(f"{shown} is a folder, not a file")
    if not path.is_file():
        raise ValueError(f"{shown} is not a file of the usual kind")
    return path


def _why(error: OSError | RuntimeError) -> str:
    if isinstance(error, OSError) and error.strerror and "levels" not in error.strerror:
        return reason(error)
    return "it is a link that leads back to itself"


def _likeness(roots: tuple[Path, ...], parts: tuple[str, ...]) -> str:
    """Return a hint at a file whose name differs in capitals only, or nothing."""
    for root in roots:
        folder = root.joinpath(*parts[:-1])
        try:
            names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
        except OSError:
            continue
        for name in names:
            if name.casefold() == parts[-1].casefold():
                return f"; `{name}` differs only in capital letters"
    return ""
