"""The socket, the server and its end: the address is taken first, then the browser opened."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread

import uvicorn

from brochure._startup.records import dataclass
from brochure.desk.app import Desk, application
from brochure.desk.door import random_pin
from brochure.desk.gate import hosts
from brochure.desk.lock_file import Running, link_of, lock_path, read_lock, remove_lock, write_lock
from brochure.desk.office import IDLE_SECONDS, Office, mark_of, state_folder

PORT = 8040
PORTS_TRIED = 20
LOCAL, EVERYWHERE = "127.0.0.1", "0.0.0.0"
GRACE_SECONDS = 2
"""How long open connections may take at the end: some browsers keep theirs."""
HEADER_BYTES = 64 * 1024
LOOK_SECONDS = 0.5


@dataclass(frozen=True, slots=True)
class Wish:
    """What a start asks for; ``port`` 0 takes any that is free."""

    folder: Path
    port: int = PORT
    network: bool = False
    stay: bool = False  # open even if nobody is there
    idle_seconds: float = IDLE_SECONDS


@dataclass(frozen=True, slots=True)
class Opened:
    """An open desk, as it is told to who started it."""

    link: str
    port: int
    found: bool = False  # it was open already
    other_port: bool = False  # the one asked for was taken
    addresses: tuple[str, ...] = ()  # on the network
    pins: tuple[tuple[str, str], ...] = ()  # rights and PIN


class PortTakenError(OSError):
    """No port is free."""


def bound(wish: Wish) -> socket.socket:
    """Return a socket that listens on the port asked for, or on the next that is free.

    Raises PortTakenError if none of the next twenty is.
    """
    last = wish.port + 1 if not wish.port else wish.port + PORTS_TRIED
    for port in range(wish.port, min(last, 65536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            _claim(listener)
            listener.bind((EVERYWHERE if wish.network else LOCAL, port))
            listener.listen(128)
            return listener
        except OSError:
            listener.close()
    raise PortTakenError(f"no port from {wish.port} to {last - 1} is free")


def _claim(listener: socket.socket) -> None:
    """Let a port be taken again right after its last use, and on Windows never be shared."""
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


def open_desk(wish: Wish, tell: Callable[[Opened], None]) -> None:
    """Run the desk until it is closed, or find the one that runs for the folder and tell its link.

    ``tell`` is called once the address is taken. Raises PortTakenError, and KeyboardInterrupt for
    Ctrl-C, once all is closed.
    """
    lock = lock_path(wish.folder)
    running = read_lock(lock)
    link = link_of(running) if running else ""
    if running and link:
        tell(Opened(link, running.port, found=True))
        return
    listener = bound(wish)
    port = listener.getsockname()[1]
    office = Office(wish.folder, port, counts=counts_path(wish.folder))
    write_lock(lock, Running(port, os.getpid(), office.door.key))
    try:
        tell(_opened(wish, office, port))
        _run(wish, office, listener, port)
    finally:
        remove_lock(lock, office.door.key)
        office.printed.close()
        listener.close()


def counts_path(folder: Path) -> Path:
    """Return the file of the print counts of a folder."""
    return state_folder() / f"printed-{mark_of(folder)}.sqlite3"


def _opened(wish: Wish, office: Office, port: int) -> Opened:
    """Return what is told of a new desk; the network mode gets its PINs here."""
    link = f"http://{LOCAL}:{port}/open/{office.door.new_link()}"
    other = bool(wish.port) and port != wish.port
    if not wish.network:
        return Opened(link, port, other_port=other)
    office.network = True
    office.door.pins = {"front": random_pin(), "write": random_pin()}
    where = tuple(f"http://{name}:{port}/" for name in own_names())
    return Opened(link, port, False, other, where, tuple(office.door.pins.items()))


LOOPBACK = "127."
"""How the addresses of a machine begin that no other machine reaches it by."""


def own_names() -> list[str]:
    """Return the addresses and the name by which this machine is known on its network."""
    found = []
    try:
        probe = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        with probe:
            probe.connect(("192.0.2.1", 9))  # an address for documentation: nothing is sent
            found.append(str(probe.getsockname()[0]))
    except OSError:
        pass
    name = socket.gethostname()
    with contextlib.suppress(OSError):
        found += [str(each[4][0]) for each in socket.getaddrinfo(name, None, socket.AF_INET)]
    reached = [address for address in found if not address.startswith(LOOPBACK)]
    return list(dict.fromkeys([*reached, *_usable(name)]))


def _usable(name: str) -> Iterable[str]:
    """Return a machine's name, and how it is called by who asks for its name (RFC 6762)."""
    plain = name.lower()
    good = plain.isascii() and all(each.isalnum() or each in "-." for each in plain)
    return (plain, f"{plain}.local") if good and plain and "." not in plain else (plain,) * good


def _run(wish: Wish, office: Office, listener: socket.socket, port: int) -> None:
    names = own_names() if wish.network else ()
    desk = Desk(office, hosts(port, names))
    server = uvicorn.Server(
        uvicorn.Config(
            application(desk),
            log_config=None,  # a window without a console has no stdout
            access_log=False,
            server_header=False,
            proxy_headers=False,  # who asks is who is connected
            forwarded_allow_ips="",
            ws="none",
            http="h11",
            loop="asyncio",
            timeout_graceful_shutdown=GRACE_SECONDS,
            h11_max_incomplete_event_size=HEADER_BYTES,
        )
    )
    Thread(target=_end_it, args=(server, office, wish), daemon=True).start()
    server.run(sockets=[listener])


def _end_it(server: uvicorn.Server, office: Office, wish: Wish) -> None:
    """Ask the server to end when it is closed from a page, or nobody has been there for long."""
    while not office.closing.wait(LOOK_SECONDS):
        nobody = not wish.stay and office.idle() > wish.idle_seconds
        if nobody or server.should_exit:  # by Ctrl-C: pages that wait are told
            office.closing.set()
    server.should_exit = True
