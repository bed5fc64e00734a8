"""What is let in: the request of our own page on this machine, and no other."""

from __future__ import annotations

import pytest

from brochure.desk.exchange import Ask
from brochure.desk.gate import MOST_HEADERS, Need, host_refusal, hosts, refusal

HOSTS = hosts(8040)
POST = (
    ("host", "127.0.0.1:8040"),
    ("origin", "http://127.0.0.1:8040"),
    ("sec-fetch-site", "same-origin"),
    ("content-type", "application/json"),
)
ROUTE = Need("front", limit=100)


def without(name, *more):
    return (*(pair for pair in POST if pair[0] != name), *more)


def host(*values):
    return host_refusal(Ask("GET", "/", tuple(("host", value) for value in values)), HOSTS)


@pytest.mark.parametrize(
    "value", ["127.0.0.1:8040", "localhost:8040", "LocalHost:8040", "[::1]:8040"]
)
def test_this_machine_is_known_by_its_names(value):
    assert host(value) is None


@pytest.mark.parametrize(
    "value",
    [
        "evil.test",
        "evil.test:8040",
        "127.0.0.1",
        "127.0.0.1:8041",
        "127.0.0.1:8040.evil.test",
        "localhost.:8040",
        "localhost:8040.",
        "user@127.0.0.1:8040",
        "127.0.0.1:8040@evil.test",
        "127.0.0.2:8040",
        "0.0.0.0:8040",
        "[::ffff:127.0.0.1]:8040",
        "[::1]:80",
        "127.1:8040",
        "2130706433:8040",
        " 127.0.0.1:8040",
        "127.0.0.1:08040",
        "",
    ],
)
def test_any_other_host_is_refused(value):
    assert host(value).status == 403


def test_a_request_has_one_host():
    assert host().status == 400
    assert host("127.0.0.1:8040", "evil.test").status == 400
    assert host("127.0.0.1:8040", "127.0.0.1:8040").status == 400


def test_names_of_the_network_are_known_when_they_are_given():
    assert "10.0.0.5:8040" not in HOSTS
    assert {"10.0.0.5:8040", "front.local:8040"} <= hosts(8040, ["10.0.0.5", "Front.local"])
    assert "localhost" in hosts(80)


def test_a_hundred_headers_are_enough():
    many = (*tuple((f"x-{n}", "") for n in range(MOST_HEADERS)), ("host", "127.0.0.1:8040"))
    assert host_refusal(Ask("GET", "/", many), HOSTS).status == 431


def test_our_own_page_may_change_something():
    assert refusal(Ask("POST", "/", POST), ROUTE, "front") is None
    plain = without("sec-fetch-site")  # on the network, without TLS, browsers do not send it
    assert refusal(Ask("POST", "/", plain), ROUTE, "front") is None


@pytest.mark.parametrize(
    "origins",
    [
        (),
        ("null",),
        ("http://127.0.0.1.evil.test",),
        ("http://127.0.0.1:8040.evil.test",),
        ("http://127.0.0.1:8041",),
        ("http://127.0.0.1",),
        ("https://127.0.0.1:8040",),
        ("http://localhost:8040",),
        ("http://127.0.0.1:8040/",),
        ("HTTP://127.0.0.1:8040",),
        ("http://127.0.0.1:8040", "http://evil.test"),
    ],
)
def test_a_change_from_any_other_origin_is_refused(origins):
    headers = without("origin", *(("origin", each) for each in origins))
    assert refusal(Ask("POST", "/", headers), ROUTE, "write").status == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "Same-Origin"])
def test_another_site_changes_nothing_and_reads_nothing(site):
    headers = without("sec-fetch-site", ("sec-fetch-site", site))
    assert refusal(Ask("POST", "/", headers), ROUTE, "write").status == 403
    assert refusal(Ask("GET", "/", headers), ROUTE, "write").status == 403
    assert refusal(Ask("GET", "/", headers), Need("front", page=True), "write") is None


@pytest.mark.parametrize(
    "kind",
    ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", ""],
)
def test_what_a_form_can_send_is_refused(kind):
    headers = without("content-type", ("content-type", kind))
    assert refusal(Ask("POST", "/", headers), ROUTE, "write").status == 415


@pytest.mark.parametrize(
    ("length", "status"), [("100", None), ("101", 413), ("9" * 40, 413), ("-1", 400), ("1e2", 400)]
)
def test_a_body_has_a_limit(length, status):
    found = refusal(Ask("POST", "/", (*POST, ("content-length", length))), ROUTE, "write")
    assert (found and found.status) == status


@pytest.mark.parametrize(
    ("need", "rights", "status"),
    [
        ("", "", None),
        ("front", "", 401),
        ("front", "front", None),
        ("front", "write", None),
        ("write", "front", 403),
        ("write", "write", None),
        ("write", "", 401),
    ],
)
def test_a_key_opens_what_it_is_for(need, rights, status):
    found = refusal(Ask("GET", "/"), Need(need), rights)
    assert (found and found.status) == status
