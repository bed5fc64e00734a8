"""Names that Windows keeps for itself, with any ending and in any case."""

from __future__ import annotations

import pytest

from brochure.model.device_names import is_device


@pytest.mark.parametrize("name", "con Con.pdf NUL.tar.gz com1 LPT9.yaml COM² CONIN$".split())
def test_a_device_is_no_file(name):
    assert is_device(name)


@pytest.mark.parametrize("name", ["", "cone.pdf", "com", "com10", "console", "a.con", "null"])
def test_a_name_like_a_devices_is_a_file(name):
    assert not is_device(name)
