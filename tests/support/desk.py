"""The desk without a socket: a folder, an office over it, and requests as a browser sends them."""

from __future__ import annotations

import asyncio
import json
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread

import httpx

from brochure.desk.app import Desk, application
from brochure.desk.gate import hosts
from brochure.desk.lock_file import link_of, lock_path, read_lock
from brochure.desk.office import Office
from brochure.desk.serve import Opened, Wish, open_desk

PORT = 8040
HOST = f"127.0.0.1:{PORT}"
ORIGIN = f"http://{HOST}"
HANDOUT = """\
title: {title}
language: {language}
topics: [{topic}]
clinic:
  name: Spine Clinic
  phone: 310-555-0142
sections:
  - heading: Rest
    text: {text}
"""
CLINIC = """\
name: {name}
phone: {phone}
"""


def awaited(wanted):
    """What a coroutine returns, run in a thread of its own: a browser may hold this one's loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, wanted).result()


def handout(
    title: str = "Back pain",
    language: str = "en-US",
    topic: str = "back",
    text: str = "Lie down for an hour.",
    more: str = "",
) -> str:
    """A short content file."""
    return HANDOUT.format(title=title, language=language, topic=topic, text=text) + more


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.time = 1000.0

    def __call__(self) -> float:
        return self.time


def office_in(folder: Path, clock: Clock | None = None) -> Office:
    """An office over a folder, its files read, its counts kept in memory."""
    office = Office(folder, PORT, now=clock or Clock())
    office.library.refresh()
    return office


def with_key(office: Office, key: str | None = None) -> dict[str, str]:
    """The headers of a page of ours: host, cookie, and where a POST comes from."""
    return {
        "Host": HOST,
        "Cookie": f"{office.door.cookie}={office.door.key if key is None else key}",
        "Origin": ORIGIN,
        "Sec-Fetch-Site": "same-origin",
        "Content-Type": "application/json",
    }


def send(
    office: Office,
    method: str,
    path: str,
    headers: dict[str, str] | list[tuple[str, str]] | None = None,
    body: bytes | object = b"",
    **more: object,
) -> httpx.Response:
    """What the desk answers to a request; without headers, to one of our own page."""
    given = with_key(office) if headers is None else headers
    desk = Desk(office, hosts(PORT), **{"wait_most": 0.3, **more})

    async def sent() -> httpx.Response:
        transport = httpx.ASGITransport(application(desk))
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            return await client.request(method, path, headers=given, content=body)

    return awaited(sent())


def post(office: Office, path: str, body: object, status: int = 200) -> dict:
    """What the desk answers to a request of one of our pages, with a status that is expected."""
    answer = send(office, "POST", path, body=json.dumps(body).encode())
    assert answer.status_code == status, answer.text
    return answer.json()


class Running:
    """A desk on a socket of its own, in a thread; closed at the end of a `with`."""

    def __init__(self, folder: Path, **wish: object) -> None:
        self.told: list[Opened] = []
        self._began = Event()
        self._wish = Wish(folder, 0, **wish)
        self._thread = Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        open_desk(self._wish, self._tell)

    def _tell(self, opened: Opened) -> None:
        self.told.append(opened)
        self._began.set()

    def link(self) -> str:
        """A new one-time link, as a second start gets it."""
        return link_of(read_lock(lock_path(self._wish.folder)))

    def __enter__(self) -> Running:
        self._thread.start()
        assert self._began.wait(20)
        return self

    def __exit__(self, *error: object) -> None:
        running = read_lock(lock_path(self._wish.folder))
        if running and self._thread.is_alive():
            with suppress(OSError):  # it may be closing already
                self.post("/api/stop", running.key)
        self._thread.join(20)
        assert not self._thread.is_alive()

    @property
    def port(self) -> int:
        return self.told[0].port

    def raw(self, data: bytes, seconds: float = 10.0) -> bytes:
        """What the server sends back to bytes, until it closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=seconds) as peer:
            peer.sendall(data)
            found = b""
            while piece := peer.recv(65536):
                found += piece
            return found

    def post(self, path: str, key: str, body: bytes = b"{}") -> bytes:
        host = f"127.0.0.1:{self.port}"
        head = (
            f"POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
            f"Cookie: brochure_{self.port}={key}\r\nContent-Type: application/json\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        return self.raw(head.encode() + body)

    def ended(self, seconds: float = 20.0) -> bool:
        """Whether the desk closes by itself."""
        self._thread.join(seconds)
        return not self._thread.is_alive()
