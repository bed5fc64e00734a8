"""`preview`: pictures of the pages of a handout."""

from __future__ import annotations

from brochure.commands.content_files import one_file
from brochure.commands.words import Refused, add_choices, add_one_file, chosen, say, show
from brochure.model import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "make PNG pictures of a handout's pages"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add_one_file(parser, "pictures")
    add_choices(parser, "format", "paper", "mode", "sheet")
    add = parser.add_argument
    add(
        "--width",
        type=int,
        action="append",
        metavar="PIXELS",
        help="how wide; may be given again for more sizes (default: 600 and 1200)",
    )
    add("--colours", type=int, default=0, metavar="N", help="few colours, for a small file")


def run(options: Namespace, root: Path | None) -> int:
    """Build the handout and write each page as a PNG of each width."""
    from brochure.output.atomic_write import write_file
    from brochure.output.preview import COLOURS_MOST, LEAST, MOST, WIDTHS, page_pngs, png_name
    from brochure.recipe import build_handout
    from brochure.sources import read

    file, folder = one_file(options, root)
    widths = options.width or list(WIDTHS)
    for width in widths:
        if not LEAST <= width <= MOST:
            raise Refused(f"--width takes {LEAST} to {MOST} pixels, not {width}")
    if options.colours not in (0, *range(2, COLOURS_MOST + 1)):
        raise Refused(f"--colours takes 2 to {COLOURS_MOST}, not {options.colours}")
    handout, warnings = read(file)
    (wanted,) = chosen(options, handout.clinic.paper)
    built = build_handout(handout, wanted, warnings)
    show(built.warnings)
    for width in widths:
        for page, png in enumerate(page_pngs(built.pdf, width, colours=options.colours), 1):
            path = folder / png_name(built.name, page, width)
            write_file(path, png)
            if not options.quiet:
                say(f"{path}  {width} pixels wide, {len(png) / 1000:.0f} kB")
    return ExitCode.DONE
