"""What a failure leaves: which PDF is still there, and of when: nobody shall take it for new."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from brochure.commands.words import complain, show
from brochure.editions import PLAIN, TABLES, Options, pdf_name
from brochure.language.fixed_words import ENGLISH
from brochure.language.messages import counted
from brochure.model import BrochureError, FitError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brochure.batch import Report
    from brochure.output.made_from import Entry

DEFAULT_LANGUAGE = "en"
SHOWN = 10
"""Lines on the PDFs of a batch that are from before."""


def failed(
    error: BrochureError,
    file: Path,
    output: Path,
    wanted: Iterable[Options],
    written: Collection[Path] = (),
) -> int:
    """Show what is wrong with a content file and what is still there; return the exit code.

    ``output`` is a folder or a PDF. ``written`` are the PDFs that were made before the failure.
    """
    show(error.problems)
    old = [path for path in _expected(file, output, list(wanted)) if path not in written]
    there = [path for path in old if _is_there(path)]
    if there:
        begin = "" if written else "Nothing was changed; "
        more = f", and {len(there) - 1} more are as they were" if there[1:] else ""
        complain(f"{begin}{there[0]} is still the one of {when(there[0])}{more}.")
    return error.exit_code


def left_out(error: FitError, path: Path) -> None:
    """Say that an edition of a whole set is not made, and which one is still there."""
    over = (
        f"{counted(error.words_over, 'word')} too many for it"
        if error.words_over
        else ("what stands around the text leaves it no room")
    )
    old = f"; the one there is of {when(path)}" if _is_there(path) else ""
    complain(f"{path} is left out: {over}{old}")


def _expected(file: Path, output: Path, wanted: list[Options]) -> list[Path]:
    """Return the PDFs that a content file would have been: as recorded, else by its title."""
    if output.suffix.lower() == ".pdf":
        return [output]
    rows = _rows(output)
    whole = file.absolute()
    own = [row for row in rows.values() if row.origin(output) in (whole, whole.resolve())]
    recorded = [output / row.file for row in own if not row.clinic and _edition(row) in wanted]
    return recorded or [output / name for name in _names(file, wanted) if name not in rows]


def _rows(output: Path) -> dict[str, Entry]:
    from brochure.batch.manifest import read_rows

    return read_rows(output)


def _edition(row: Entry) -> Options:
    return Options.named(**{name: getattr(row, name) for name in TABLES})


def _names(file: Path, wanted: list[Options]) -> list[str]:
    """Return the names that the title in a file gives, which may not be a whole content file."""
    try:
        text = file.read_bytes()[:100_000].decode("utf-8", "replace")
    except OSError:
        return []
    title = _value("title_en", text) or _value("title", text)
    language = _value("language", text) or DEFAULT_LANGUAGE
    own = [each for each in wanted if each.sides == PLAIN.sides]
    return [pdf_name(title, language, file, each) for each in own] if title else []


def _value(key: str, text: str) -> str:
    """Return the text behind a key at the start of a line, without quotes, marks and notes."""
    found = re.search(rf"(?m)^\ufeff?{key}[ \t]*:[ \t]*(.+?)[ \t\r]*$", text)
    if not found:
        return ""
    value = re.sub(r"\s+#.*", "", found[1]).strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return (value[1:-1] if quoted else value).replace("**", "").replace("*", "")


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no disk takes
        return False


def when(path: Path) -> str:
    """Return when a file was written, as "3 May 2026, 10:14"."""
    try:
        at = time.localtime(path.stat().st_mtime)
    except (OSError, ValueError, OverflowError):
        return "an unknown day"
    month = ENGLISH.months.split("|")[at.tm_mon - 1]
    return f"{at.tm_mday} {month} {at.tm_year}, {at.tm_hour}:{at.tm_min:02}"


def still_there(report: Report, output: Path, known: Collection[Entry]) -> list[str]:
    """Return a line on each PDF of a batch that failed to be made anew and is there from before.

    ``known`` are the rows of the output folder before the batch.
    """
    by_making = {_making(row): row.file for row in known}
    failures = [done.entry for done in report.done if done.state in ("failed", "left out")]
    files = [entry.file or by_making.get(_making(entry), "") for entry in failures]
    old = [output / file for file in files if file and _is_there(output / file)]
    lines = [f"{path} is still the one of {when(path)}" for path in old[:SHOWN]]
    return [*lines, f"and {len(old) - SHOWN:,} more are as they were"] if old[SHOWN:] else lines


def _making(row: Entry) -> tuple[str, ...]:
    return (row.source, row.clinic, row.base, *(getattr(row, name) for name in TABLES))
