"""The lock file: how a second start finds the desk that is open for the same folder already."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from brochure._startup.records import dataclass
from brochure.desk.office import mark_of, state_folder

SECONDS = 3.0
"""How long an open desk may take to answer."""


@dataclass(frozen=True, slots=True)
class Running:
    """An open desk: its port, its process and its key."""

    port: int
    process: int
    key: str


def lock_path(folder: Path) -> Path:
    """Return where the lock file of a folder is, in the user's own folder."""
    return state_folder() / f"desk-{mark_of(folder)}.json"


def write_lock(path: Path, running: Running) -> None:
    """Write a lock file that only this user can read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileNotFoundError):
        path.unlink()
    facts = {"port": running.port, "process": running.process, "key": running.key}
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(facts, file)


def read_lock(path: Path) -> Running | None:
    """Return what a lock file says; None if there is none, or none of ours."""
    try:
        facts = json.loads(path.read_text("ascii"))
        return Running(int(facts["port"]), int(facts["process"]), str(facts["key"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def remove_lock(path: Path, key: str) -> None:
    """Remove the lock file of a run, not that of another."""
    running = read_lock(path)
    if running and running.key == key:
        with suppress(OSError):
            path.unlink()


def link_of(running: Running) -> str:
    """Return a new one-time link to an open desk; "" if it does not answer, or is not ours."""
    host = f"127.0.0.1:{running.port}"
    connection = HTTPConnection("127.0.0.1", running.port, timeout=SECONDS)
    headers = {
        "Host": host,
        "Origin": f"http://{host}",
        "Cookie": f"brochure_{running.port}={running.key}",
        "Content-Type": "application/json",
    }
    try:
        connection.request("POST", "/api/link", b"{}", headers)
        answer = connection.getresponse()
        facts = json.loads(answer.read(10_000))
        return f"http://{host}/open/{facts['link']}" if answer.status == 200 else ""
    except (TimeoutError, OSError, HTTPException, ValueError, KeyError, TypeError):
        return ""
    finally:
        connection.close()
