"""`schema`: the JSON Schema of a content file, for completion in an editor."""

from __future__ import annotations

from pathlib import Path

from brochure.commands.streams import deliver
from brochure.commands.words import say
from brochure.model import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

HELP = "print the JSON Schema of a content file, for completion in an editor"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    from brochure.reading.json_schema import FILES

    add = parser.add_argument
    add("--of", choices=tuple(FILES), default="content", help="the file that it describes")
    add("-o", "--output", metavar="FILE", help="write it to a file instead")


def run(options: Namespace, root: Path | None) -> int:
    """Print or write the schema."""
    text = schema_text(options.of)
    if options.output is None:
        deliver(text)
        return ExitCode.DONE
    from brochure.output.atomic_write import write_file

    path = Path(options.output)
    write_file(path, text.encode())
    say(f"{path}  {len(text) / 1000:.0f} kB")
    return ExitCode.DONE


def schema_text(of: str = "content") -> str:
    """Return the schema as a file holds it; ASCII, so every terminal can print it."""
    import json

    from brochure.reading.json_schema import json_schema

    return json.dumps(json_schema(of), indent=2) + "\n"
