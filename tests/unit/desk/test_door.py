"""Keys: a link that works once, a cookie of this run, a PIN with five tries."""

from __future__ import annotations

import pytest

from brochure.desk import door
from brochure.desk.door import LINK_SECONDS, TRIES, WAIT_SECONDS, Door
from tests.support.desk import Clock


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def lock(clock):
    made = Door(8040, clock)
    made.pins = {"front": "123456", "write": "654321"}
    return made


def test_a_link_opens_once(lock):
    link = lock.new_link()
    assert lock.use_link(link)
    assert not lock.use_link(link)


def test_a_link_is_too_old_after_two_minutes(lock, clock):
    link, other = lock.new_link(), lock.new_link()
    clock.time += LINK_SECONDS - 1
    assert lock.use_link(link)
    clock.time += 1
    assert not lock.use_link(other)


def test_no_other_word_is_a_link(lock):
    link = lock.new_link()
    assert not any(map(lock.use_link, ("", link[:-1], link + "x", lock.key, "ü")))
    assert lock.use_link(link)


def test_a_key_is_of_its_run_and_of_its_port(clock):
    one, two = Door(8040, clock), Door(8040, clock)
    assert one.rights(one.key) == "write"
    assert one.rights(two.key) == ""
    assert one.rights("") == ""
    assert one.cookie != Door(8041, clock).cookie
    assert len(one.key) >= 43  # 32 bytes


def test_a_pin_gives_a_key_of_its_rights(lock):
    assert lock.rights(lock.enter("123456", "a")) == "front"
    assert lock.rights(lock.enter("654321", "a")) == "write"
    assert lock.enter("123457", "a") == ""


def test_an_address_waits_after_five_tries(lock, clock):
    for _ in range(TRIES):
        assert lock.enter("000000", "a") == ""
    assert lock.wait("a") == WAIT_SECONDS
    assert lock.enter("123456", "a") == ""
    assert lock.enter("123456", "b")
    clock.time += WAIT_SECONDS
    assert lock.wait("a") == 0
    assert lock.enter("000000", "a") == ""
    assert lock.enter("123456", "a")


def test_a_right_pin_forgets_the_wrong_ones(lock):
    for _ in range(3):
        for _ in range(TRIES - 1):
            lock.enter("000000", "a")
        assert lock.enter("123456", "a")


def test_what_is_remembered_of_addresses_and_keys_is_bounded(lock, monkeypatch):
    monkeypatch.setattr(door, "MOST_ADDRESSES", 3)
    monkeypatch.setattr(door, "MOST_KEYS", 3)
    for number in range(9):
        lock.enter("000000", f"{number}")
    assert len(lock._wrong) == 3
    keys = [lock.enter("123456", "z") for _ in range(5)]
    assert [lock.rights(key) for key in keys] == ["", "", "", "front", "front"]
    assert lock.rights(lock.key) == "write"
