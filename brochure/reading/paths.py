"""Where the files that a content file names may lie: its own folder and the project's assets."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import dataclass, replace
from brochure.reading.encoding import MAX_BYTES

FACES = (("regular", "Regular.ttf"), ("bold", "Bold.ttf"), ("italic", "Italic.ttf"))


@dataclass(frozen=True, slots=True)
class Files:
    """The folders in which a name is looked up, first one first."""

    folders: tuple[Path, ...]
    assets: Path

    def path(self, name: str) -> Path:
        """Return the existing file or folder of a name; ValueError says why there is none."""
        from brochure.reading.filenames import safe_path

        name = name.replace("\\", "/")
        tries = [(name, folder) for folder in self.folders]
        first, _, rest = name.partition("/")
        if rest and first == self.assets.name:
            tries.append((rest, self.assets))
        fault: ValueError | None = None
        for words, base in tries:
            try:
                path = safe_path(words, (base,))
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
