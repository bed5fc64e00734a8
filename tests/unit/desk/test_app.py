"""Requests to the desk as a whole: what the gate refuses, and what every answer carries."""

from __future__ import annotations

import asyncio

import pytest

from brochure.desk.app import Desk
from brochure.desk.exchange import Ask
from brochure.desk.gate import ALWAYS, Need, hosts
from brochure.desk.routes import ROUTES, Route
from tests.support.desk import HOST, PORT, awaited, handout, office_in, send, with_key


@pytest.fixture
def office(tmp_path):
    (tmp_path / "back.yaml").write_text(handout(), "utf-8")
    return office_in(tmp_path)


def path_of(route, office):
    (row,) = office.library.rows()
    path = route.pattern.replace("{id}", f"{row.id}").replace("{once}", office.door.new_link())
    return path.replace("{version}", "0").replace("{name}", "desk.css")


def without(office, name):
    return {key: value for key, value in with_key(office).items() if key != name}


def has_every_header(answer):
    found = {name: answer.headers.get(name) for name, _ in ALWAYS}
    return found == dict(ALWAYS) and "Cache-Control" in answer.headers


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.pattern}")
def test_every_answer_has_every_header(route, office):
    path = path_of(route, office)
    answers = [
        send(office, route.method, path),
        send(office, route.method, path, {"Host": "evil.test"}),
        send(office, "DELETE", path),
        send(office, "HEAD", path),
    ]
    assert [has_every_header(answer) for answer in answers] == [True] * 4
    assert not any("access-control-allow-origin" in answer.headers for answer in answers)
    kept = {answer.headers["Cache-Control"] for answer in answers}
    assert kept == {"no-store"}


OPEN = {"/static/{version}/{name}", "/open/{once}", "/enter"}


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.pattern}")
def test_every_route_but_three_needs_a_key_of_this_run(route, office):
    path = path_of(route, office)
    others = [without(office, "Cookie"), with_key(office, "wrong"), with_key(office, "")]
    found = {send(office, route.method, path, headers).status_code for headers in others}
    assert (found == {401}) is (route.pattern not in OPEN)
    assert (route.need.rights == "") is (route.pattern in OPEN)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.pattern}")
def test_a_name_bound_to_this_machine_opens_nothing(route, office):
    headers = with_key(office) | {"Host": f"evil.test:{PORT}", "Origin": f"http://evil.test:{PORT}"}
    assert send(office, route.method, path_of(route, office), headers).status_code == 403


POSTS = [route for route in ROUTES if route.method == "POST"]


@pytest.mark.parametrize("route", POSTS, ids=lambda route: route.pattern)
def test_every_change_comes_from_our_page_in_a_body_of_ours(route, office):
    path = path_of(route, office)
    for name, value, status in (
        ("Origin", "null", 403),
        ("Origin", "http://evil.test", 403),
        ("Sec-Fetch-Site", "cross-site", 403),
        ("Content-Type", "text/plain", 415),
        ("Content-Type", "application/x-www-form-urlencoded", 415),
    ):
        answer = send(office, "POST", path, with_key(office) | {name: value})
        assert answer.status_code == status, name
    assert send(office, "POST", path, without(office, "Origin")).status_code == 403
    assert not office.closing.is_set()


@pytest.mark.parametrize("route", POSTS, ids=lambda route: route.pattern)
def test_every_body_has_a_limit_also_in_chunks(route, office):
    path = path_of(route, office)
    big = b" " * (route.need.limit + 1)

    async def chunks():
        for at in range(0, len(big), 1000):
            yield big[at : at + 1000]

    assert send(office, "POST", path, body=big).status_code == 413
    assert send(office, "POST", path, body=chunks()).status_code == 413


def test_a_body_that_is_slow_is_not_waited_for(office):
    async def slow():
        yield b"{"
        await asyncio.sleep(5)
        yield b"}"

    assert send(office, "POST", "/api/link", body=slow(), body_seconds=0.05).status_code == 408


def snapshot(office):
    """All that a request might change."""
    files = {path: path.read_bytes() for path in office.folder.rglob("*") if path.is_file()}
    return files, office.printed.times(), office.closing.is_set(), dict(office.door._keys)


GETS = [route for route in ROUTES if route.method == "GET"]


@pytest.mark.parametrize("route", GETS, ids=lambda route: route.pattern)
def test_no_get_changes_anything(route, office):
    before = snapshot(office)
    send(office, "GET", path_of(route, office))
    assert snapshot(office) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_a_method_that_no_route_has_is_refused(method, office):
    assert send(office, method, "/api/handouts").status_code == 405


def test_a_head_has_the_length_and_no_body(office):
    get, head = (send(office, method, "/api/handouts") for method in ("GET", "HEAD"))
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == f"{len(get.content)}"


@pytest.mark.parametrize(
    "path",
    [
        "/api",
        "/nothing",
        "/api/handouts/",
        "/api/handouts/../../etc/passwd",
        "/api/handouts/%2e%2e/pdf",
        "/static/0/..%2f..%2fwords.py",
        "/static/0/%2e%2e",
        "/static/0/front.html",
        "/static/0/CON",
        "http://127.0.0.1:8040//evil.test/",
    ],
)
def test_what_is_not_in_the_table_is_not_found(path, office):
    assert send(office, "GET", path).status_code == 404


def test_nothing_is_told_to_who_has_no_key(office):
    for path in ("/api/handouts", "/nothing", "/api/handouts/1/pdf"):
        answer = send(office, "GET", path, {"Host": HOST})
        assert (answer.status_code, answer.json()) == (401, {"error": "no-key"})


def test_the_gate_is_the_same_however_the_address_is_forwarded(office):
    headers = {"Host": HOST, "X-Forwarded-For": "127.0.0.1", "X-Forwarded-Host": HOST}
    assert send(office, "GET", "/api/handouts", headers).status_code == 401
    assert send(office, "GET", "/", {**headers, "Host": "evil.test"}).status_code == 403


def test_a_link_gives_the_key_once_and_leads_nowhere_else(office):
    path = f"/open/{office.door.new_link()}"
    first = send(office, "GET", path, {"Host": HOST})
    assert (first.status_code, first.headers["Location"]) == (303, "/")
    cookie = first.headers["Set-Cookie"]
    assert cookie == f"{office.door.cookie}={office.door.key}; HttpOnly; SameSite=Strict; Path=/"
    again = send(office, "GET", path, {"Host": HOST, "Accept": "text/html"})
    assert again.status_code == 403
    assert "Set-Cookie" not in again.headers
    assert "used already" in again.text


def test_who_opens_a_page_without_a_key_reads_what_to_do(office):
    answer = send(
        office, "GET", "/", {"Host": HOST, "Accept": "text/html", "Accept-Language": "es"}
    )
    assert answer.status_code == 401
    assert "Abra Brochure con su icono" in answer.text


def test_a_fault_is_told_without_its_trace(office, capsys):
    def wrong(office, ask):
        raise RuntimeError("secret")

    answer = send(office, "GET", "/", routes=[Route("GET", "/", wrong, Need("front"))])
    assert (answer.status_code, answer.json()) == (500, {"error": "fault"})
    assert "RuntimeError: secret" in capsys.readouterr().err


def test_who_waits_hears_of_a_change_and_of_nothing(office):
    version = office.library.version
    assert send(office, "GET", f"/api/changes?since={version}").json()["version"] == version
    (office.folder / "neck.yaml").write_text(handout("Neck"), "utf-8")
    office.library.refresh()
    assert send(office, "GET", f"/api/changes?since={version}").json()["version"] == version + 1


def test_a_pin_opens_the_front_desk_and_no_more(office):
    office.network = True
    office.door.pins = {"front": "123456"}
    page = send(office, "GET", "/", {"Host": HOST, "Accept": "text/html"})
    assert (page.status_code, "Enter the PIN" in page.text) == (401, True)
    headers = without(office, "Cookie")
    wrong = send(office, "POST", "/enter", headers, b'{"pin":"000000"}')
    assert (wrong.status_code, wrong.json()["error"]) == (403, "pin-wrong")
    right = send(office, "POST", "/enter", headers, b'{"pin":"123456"}')
    key = right.headers["Set-Cookie"].partition("=")[2].partition(";")[0]
    assert send(office, "GET", "/api/handouts", with_key(office, key)).status_code == 200
    stop = send(office, "POST", "/api/stop", with_key(office, key))
    assert (stop.status_code, stop.json()["error"]) == (403, "not-allowed")
    assert not office.closing.is_set()


def test_five_wrong_pins_are_followed_by_a_wait(office):
    office.door.pins = {"front": "123456"}
    headers = without(office, "Cookie")
    for _ in range(4):
        assert send(office, "POST", "/enter", headers, b'{"pin":"1"}').status_code == 403
    assert send(office, "POST", "/enter", headers, b'{"pin":"1"}').status_code == 429
    answer = send(office, "POST", "/enter", headers, b'{"pin":"123456"}')
    assert (answer.status_code, answer.json()["seconds"]) == (429, 60)


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"[" * 9000, b'{"pin":{}}', b"\xff"])
def test_a_body_that_is_no_mapping_is_refused(body, office):
    office.door.pins = {"front": "123456"}
    answer = send(office, "POST", "/enter", without(office, "Cookie"), body)
    assert answer.status_code in (400, 403)


def test_stop_closes_the_desk(office):
    assert send(office, "POST", "/api/stop").json() == {"ok": True}
    assert office.closing.is_set()


def test_a_second_start_gets_a_link_of_its_own(office):
    link = send(office, "POST", "/api/link").json()["link"]
    assert office.door.use_link(link)


def test_several_hosts_are_refused_by_the_application_itself(office):
    desk = Desk(office, hosts(PORT))
    twice = Ask("GET", "/", (("host", HOST), ("host", "evil.test")))
    assert awaited(desk.answer(twice, None)).status == 400
