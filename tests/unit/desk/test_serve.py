"""The desk on a real socket: odd requests, a second start, and its end."""

from __future__ import annotations

import os
import socket
import stat
import sys
import time

import pytest

from brochure.desk import serve
from brochure.desk.lock_file import (
    Running as Lock,
)
from brochure.desk.lock_file import link_of, lock_path, read_lock, write_lock
from brochure.desk.serve import PortTakenError, Wish, bound, open_desk, own_names
from tests.support.desk import Running, handout


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory):
    """A state folder of the tests' own."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("handouts")
    (made / "back.yaml").write_text(handout(), "utf-8")
    return made


@pytest.fixture(scope="module")
def desk(folder, home):
    with Running(folder) as running:
        yield running


def lines(desk, *more, request="GET /api/handouts HTTP/1.1", end=True):
    key = read_lock(lock_path(desk._wish.folder)).key
    first = (request, f"Cookie: brochure_{desk.port}={key}", *more)
    return ("\r\n".join(first) + "\r\n" * (1 + end)).encode()


def status(answer):
    return int(answer.split(b" ")[1])


def host(desk):
    return f"Host: 127.0.0.1:{desk.port}"


def test_the_desk_answers_who_has_the_key(desk):
    assert status(desk.raw(lines(desk, host(desk), "Connection: close"))) == 200


@pytest.mark.parametrize(
    "more",
    [
        ("Host: evil.test",),
        ("Host: 127.0.0.1",),
        (),
        ("Host: 127.0.0.1:{port}", "Host: evil.test"),
        ("Host: 127.0.0.1:{port}", "Host: 127.0.0.1:{port}"),
    ],
)
def test_hosts_on_the_wire(desk, more):
    sent = lines(desk, *(each.format(port=desk.port) for each in more), "Connection: close")
    assert status(desk.raw(sent)) in (400, 403)


def test_a_whole_address_in_the_request_line_changes_no_host(desk):
    sent = lines(
        desk,
        "Host: evil.test",
        "Connection: close",
        request=f"GET http://127.0.0.1:{desk.port}/api/handouts HTTP/1.1",
    )
    assert status(desk.raw(sent)) in (400, 403, 404)


def test_ten_thousand_headers_are_refused(desk):
    many = (f"X{n}: 1" for n in range(10_000))
    sent = lines(desk, host(desk), "Connection: close", *many)
    assert status(desk.raw(sent)) in (400, 431)


def post(desk, *more, body=b""):
    here = (host(desk), f"Origin: http://127.0.0.1:{desk.port}", "Content-Type: application/json")
    request = "POST /api/link HTTP/1.1"
    return lines(desk, *here, *more, "Connection: close", request=request) + body


def test_a_length_that_is_no_number_is_refused(desk):
    assert status(desk.raw(post(desk, "Content-Length: ten", body=b"{}"))) == 400


def test_two_lengths_are_refused(desk):
    both = post(desk, "Content-Length: 2", "Content-Length: 3", body=b"{}")
    assert status(desk.raw(both)) == 400


def test_a_length_over_the_limit_is_refused_before_the_body_comes(desk):
    assert status(desk.raw(post(desk, "Content-Length: 99999999"))) == 413


def test_chunks_over_the_limit_are_refused(desk):
    chunk = b"1000\r\n" + b" " * 4096 + b"\r\n"
    answer = desk.raw(post(desk, "Transfer-Encoding: chunked", body=chunk * 5))
    assert status(answer) == 413


def test_a_body_shorter_than_it_says_hurts_nobody(desk):
    with socket.create_connection(("127.0.0.1", desk.port), timeout=10) as peer:
        peer.sendall(post(desk, "Content-Length: 50", body=b"{"))
    assert status(desk.raw(lines(desk, host(desk), "Connection: close"))) == 200


def test_bytes_that_are_no_request_are_refused(desk):
    assert status(desk.raw(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")) == 400


def test_only_this_machine_is_listened_to(desk):
    for name in own_names():
        if name[0].isdigit() and not name.startswith("127."):
            with pytest.raises(OSError):
                socket.create_connection((name, desk.port), timeout=2)


# ------------------------------------------------------------------ starting


def test_a_second_start_finds_the_first(desk, folder):
    told = []
    open_desk(Wish(folder, 0), told.append)
    assert [(each.found, each.port) for each in told] == [(True, desk.port)]
    path = told[0].link.partition(str(desk.port))[2]
    opened = desk.raw(f"GET {path} HTTP/1.1\r\n{host(desk)}\r\nConnection: close\r\n\r\n".encode())
    assert status(opened) == 303


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_lock_file_is_for_this_user_alone(desk, folder):
    path = lock_path(folder)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert folder.resolve() not in path.parents


def test_a_lock_file_of_a_dead_process_is_replaced(tmp_path):
    free = bound(Wish(tmp_path, 0))
    port = free.getsockname()[1]
    free.close()
    write_lock(lock_path(tmp_path), Lock(port, 1, "old"))
    with Running(tmp_path) as running:
        assert not running.told[0].found
        assert read_lock(lock_path(tmp_path)).key != "old"
    assert not lock_path(tmp_path).exists()


def test_another_program_on_the_port_is_not_taken_for_the_desk(desk):
    assert link_of(Lock(desk.port, 1, "another key")) == ""


@pytest.mark.parametrize("text", ["", "{", "[]", '{"port": "x"}', "ü"])
def test_a_damaged_lock_file_is_no_lock_file(tmp_path, text):
    path = tmp_path / "lock.json"
    path.write_text(text, "utf-8")
    assert read_lock(path) is None


def test_a_port_that_is_taken_is_told_and_the_next_one_used(tmp_path):
    first = bound(Wish(tmp_path, 0))
    port = first.getsockname()[1]
    second = bound(Wish(tmp_path, port))
    assert second.getsockname()[1] in range(port + 1, port + serve.PORTS_TRIED)
    first.close()
    second.close()


def test_no_free_port_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "PORTS_TRIED", 1)
    first = bound(Wish(tmp_path, 0))
    with pytest.raises(PortTakenError):
        bound(Wish(tmp_path, first.getsockname()[1]))
    first.close()


# -------------------------------------------------------------------- ending


def test_the_desk_ends_when_nobody_is_there(tmp_path):
    with Running(tmp_path, idle_seconds=0.2) as running:
        assert running.ended()


def test_it_stays_when_that_is_asked_for_and_ends_when_it_is_closed(tmp_path):
    with Running(tmp_path, idle_seconds=0.0, stay=True) as running:
        time.sleep(0.8)
        assert not running.ended(0.0)


def test_open_connections_do_not_keep_it(tmp_path):
    running = Running(tmp_path)
    with running:
        peer = socket.create_connection(("127.0.0.1", running.port), timeout=10)
        peer.sendall(lines(running, host(running), request="GET /api/changes?since=1 HTTP/1.1"))
        began = time.monotonic()
    assert time.monotonic() - began < serve.GRACE_SECONDS + 3
    peer.close()


def test_the_network_mode_has_pins_and_addresses(tmp_path):
    with Running(tmp_path, network=True) as running:
        opened = running.told[0]
        assert [rights for rights, _ in opened.pins] == ["front", "write"]
        assert all(len(pin) == 6 and pin.isdigit() for _, pin in opened.pins)
        assert all(each.endswith(f":{running.port}/") for each in opened.addresses)
        assert opened.link.startswith(f"http://127.0.0.1:{running.port}/open/")


def test_state_is_kept_for_the_user_not_in_the_folder(tmp_path):
    with Running(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
    assert os.path.exists(serve.counts_path(tmp_path))  # noqa: PTH110


def test_no_name_for_the_network_is_this_machine_s_own_alone(monkeypatch):
    import socket

    local = [
        (socket.AF_INET, 0, 0, "", ("127.0.1.1", 0)),
        (socket.AF_INET, 0, 0, "", ("10.0.0.5", 0)),
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: local)
    assert "10.0.0.5" in own_names()
    assert not [name for name in own_names() if name.startswith("127.")]
