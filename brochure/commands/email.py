"""`email`: a draft with the handout's first page and its PDF, beside the plain PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brochure.commands.words import add_one_file, one_file, say, show
from brochure.model import ExitCode

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

HELP = "make an e-mail draft (.eml) with the handout attached"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add_one_file(parser, "files")
    parser.add_argument(
        "--marketing",
        action="store_true",
        help="the e-mail advertises: refuse it without a postal address and an opt-out line",
    )


def run(options: Namespace, root: Path | None) -> int:
    """Write the PDF and the draft; neither is written if one cannot be made."""
    from brochure.editions import Options
    from brochure.output.atomic_write import write_file
    from brochure.output.email_draft import make_draft
    from brochure.reading.loader import load
    from brochure.recipe import assets_for, build_handout

    file, folder = one_file(options, root)
    handout, warnings = load(file, assets=assets_for(file))
    choice = Options(format=options.format, paper=options.paper)
    built = build_handout(handout, choice, warnings)
    draft = make_draft(handout, built, marketing=options.marketing)
    show(built.warnings)
    path = folder / built.name
    for place, data in ((path, built.pdf), (path.with_suffix(".eml"), draft)):
        write_file(place, data)
        if not options.quiet:
            say(f"{place}  {len(data) / 1000:.0f} kB")
    return ExitCode.DONE
