"""`desk`: the page in the browser, for who never opens a terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from brochure._startup.own_process import stay_long
from brochure.commands.streams import flush
from brochure.commands.words import Refused, complain, say
from brochure.model import ExitCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brochure.desk.serve import Opened

HELP = "open the desk in the browser: find, print, write"
PARTS = ("starlette", "uvicorn", "pypdfium2", "anyio", "h11", "click")
"""What the desk needs besides the plain program, by the names that are imported."""


def add_arguments(parser: ArgumentParser) -> None:
    """Add the verb's options."""
    add = parser.add_argument
    add("folder", nargs="?", metavar="FOLDER", help="the folder of content files (default: here)")
    add("--port", type=int, default=8040, metavar="N", help="the port of its address (8040)")
    add("--no-browser", action="store_true", help="do not open the browser")
    add("--network", action="store_true", help="let other computers of the network in, by a PIN")
    add("--shortcut", action="store_true", help="only put its icon on the desktop")
    add("--stay", action="store_true", help="stay open when no page has been open for 30 minutes")


def run(options: Namespace, root: Path | None) -> int:
    """Open the desk, and stay until it is closed."""
    folder = Path(options.folder) if options.folder else root or Path()
    if not folder.is_dir():
        raise Refused(f"there is no folder {folder}")
    if not 0 <= options.port < 65536:
        raise Refused(f"--port takes 1 to 65535 (0: any that is free), not {options.port}")
    if options.shortcut:
        return _write_shortcut(folder)
    try:
        from brochure.desk.serve import PortTakenError, Wish, open_desk
    except ImportError as error:
        return _not_installed(error)

    stay_long()

    def tell(opened: Opened) -> None:
        _tell(opened, options)

    try:
        open_desk(Wish(folder, options.port, options.network, options.stay), tell)
    except PortTakenError as error:
        raise Refused(f"{error}; choose one with --port") from None
    except KeyboardInterrupt:
        pass
    return ExitCode.DONE


def _write_shortcut(folder: Path) -> int:
    """Put the file on the desktop that opens the desk of a folder."""
    from brochure.desk.shortcut import desktop, write_shortcut

    path = write_shortcut(folder, desktop())
    say(f"{path} opens the desk of {folder.resolve()}: double-click it.")
    return ExitCode.DONE


def _not_installed(error: ImportError) -> int:
    """Say what to install; raise the error again if it is not about the desk's libraries."""
    from brochure.language.messages import install

    if (error.name or "").partition(".")[0] not in PARTS:
        raise error
    complain(f"brochure: the desk needs {error.name}, which is not installed.")
    complain(f"Install it: {install('starlette uvicorn pypdfium2')}")
    return ExitCode.BAD_COMMAND


def _tell(opened: Opened, options: Namespace) -> None:
    """Say where the desk is, and open it in the browser."""
    say(f"Brochure desk: {opened.link}")
    if opened.found:
        say("It was open already.")
    elif opened.other_port:
        say(f"Port {options.port} is taken by another program, so it is {opened.port} this time.")
    if opened.addresses:
        say(f"On the network: {'  '.join(opened.addresses)}")
        pins = dict(opened.pins)
        say(f"PIN for printing: {pins['front']}   PIN for writing, too: {pins['write']}")
        say("What goes over the network is not encrypted; no patient's data is in it.")
    if not opened.found:
        say("To close it: Ctrl+C here, or the menu of its page.")
    flush(sys.stdout)
    if not options.no_browser:
        _show(opened.link)


def _show(link: str) -> None:
    """Open a link in the browser, which may take its time."""
    import webbrowser
    from threading import Thread

    Thread(target=webbrowser.open, args=(link,), daemon=True).start()
