"""The hash of all that a PDF is made of: it changes with each part, and with no path."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from brochure._startup.records import replace
from brochure.editions import Options
from brochure.output.fingerprint import digest, file_digest, inputs, place_digest, topic_digest
from brochure.reading.loader import load_bytes, load_clinic
from tests.support import hostile


def handout(name: str = "a.yaml", folder: Path = Path(), **fields: str):
    return load_bytes(hostile.content(**fields), name, folder)[0]


def test_a_digest_is_sha_256():
    assert (
        digest("é\udce9") == hashlib.sha256("é\udce9".encode("utf-8", "surrogatepass")).hexdigest()
    )


def test_a_path_counts_for_nothing_but_its_name(tmp_path):
    here = topic_digest(handout(), own_clinic=True)
    assert topic_digest(handout(str(tmp_path / "a.yaml"), tmp_path), own_clinic=True) == here
    assert topic_digest(handout("far/a.yaml"), own_clinic=True) == here


@pytest.mark.parametrize("field", ["title", "bullet", "nested", "source", "contact_text", "city"])
def test_each_text_counts(field):
    changed = handout(**{field: "Other words."})
    assert topic_digest(changed, own_clinic=True) != topic_digest(handout(), own_clinic=True)


def test_a_clinic_counts_only_if_it_is_printed():
    one, other = handout(), handout(city="Elsewhere")
    assert topic_digest(one, own_clinic=False) == topic_digest(other, own_clinic=False)


def test_a_clinics_file_counts_and_its_path_does_not(tmp_path):
    digests = []
    for folder, phone in (("x", "0199"), ("y", "0199"), ("z", "0188")):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "east.yaml"
        path.write_text(f"name: East\nphone: 310-555-{phone}\n", "utf-8")
        clinic, brand, _ = load_clinic(path)
        digests.append(place_digest(clinic, brand, str(path)))
    assert digests[0] == digests[1] != digests[2]


def test_each_part_counts(monkeypatch, tmp_path):
    text, plain = handout(), Options()
    (tmp_path / "logo").write_bytes(b"a")
    files = [file_digest(tmp_path / "logo"), file_digest(tmp_path / "none")]
    brand = replace(text.brand, min_size=10.0)
    found = {
        inputs("1", "w", text, plain, files),
        inputs("2", "w", text, plain, files),
        inputs("1", "v", text, plain, files),
        inputs("1", "w", replace(text, brand=brand), plain, files),
        inputs("1", "w", text, Options(mode="mono"), files),
        inputs("1", "w", text, plain, files[:1]),
    }
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "5")
    found.add(inputs("1", "w", text, plain, files))
    assert len(found) == 7
