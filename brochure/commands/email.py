"""`email`: a draft with the handout's first page and its PDF, beside the plain PDF."""

from __future__ import annotations

from pathlib import Path

from brochure._startup.records import replace
from brochure.commands.content_files import one_file
from brochure.commands.words import add_choices, add_one_file, add_twin, chosen, complain, say, show
from brochure.model import BrochureError, ContentError, ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from brochure.model import Handout, Problem
    from brochure.recipe import Built

HELP = "make an e-mail draft (.eml) with the handout attached"


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add_one_file(parser, "files")
    add_choices(parser, "format", "paper", "sheet")
    add_twin(parser)
    parser.add_argument(
        "--marketing",
        action="store_true",
        help="the e-mail advertises: refuse it without a postal address and an opt-out line",
    )


def refuse_doubts(warnings: Sequence[Problem]) -> None:
    """Raise ContentError if a text is not ready to be sent: a sample, or another language."""
    from brochure.reading.doubts import NOT_SENT

    found = [replace(each, level="error") for each in warnings if each.rule in NOT_SENT]
    if found:
        raise ContentError(found)


def run(options: Namespace, root: Path | None) -> int:
    """Write the PDF and the draft; neither is written if one cannot be made."""
    file, output = one_file(options, root)
    try:
        return _send(file, output, options)
    except BrochureError as error:
        from brochure.commands.after_failure import failed

        return failed(error, file, output, chosen(options))


def _draft(handout: Handout, built: Built, options: Namespace) -> bytes:
    """Return the draft, without the picture if what draws it is not installed; that is told."""
    from brochure.output.email_draft import make_draft
    from brochure.output.preview import MissingExtraError

    try:
        return make_draft(handout, built, marketing=options.marketing)
    except MissingExtraError as error:
        complain(f"the draft has no picture of the first page: {error.problems[0].hint}")
        return make_draft(handout, built, marketing=options.marketing, pictured=False)


def _send(file: Path, output: Path, options: Namespace) -> int:
    from brochure.commands.recorded import Recorded
    from brochure.output.atomic_write import write_file
    from brochure.recipe import build_handout
    from brochure.sources import read

    handout, warnings = read(file)
    if options.sides == "twin":
        from brochure.twin_sheets import beside_twin

        handout, more = beside_twin(handout)
        warnings += more
    refuse_doubts(warnings)
    (choice,) = chosen(options, handout.clinic.paper)
    folder = Recorded(output, handout, warnings)
    path = folder.path(choice)
    built = build_handout(handout, choice)
    draft = _draft(handout, built, options)
    show((*warnings, *built.warnings))
    folder.write(path, built, choice)
    write_file(path.with_suffix(".eml"), draft)
    if not options.quiet:
        say(f"{path}  {len(built.pdf) / 1000:.0f} kB")
        say(f"{path.with_suffix('.eml')}  {len(draft) / 1000:.0f} kB")
    return ExitCode.DONE
