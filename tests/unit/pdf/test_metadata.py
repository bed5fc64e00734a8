"""What all files say of themselves is made once."""

from __future__ import annotations

from brochure.pdf import metadata
from brochure.pdf.objects import Document
from brochure.typeset.fonts import ASSETS


def test_a_colour_profile_is_read_and_deflated_once(monkeypatch):
    packed = []
    deflated = metadata.stream
    monkeypatch.setattr(metadata, "stream", lambda *given: packed.append(0) or deflated(*given))
    metadata._profile_stream.cache_clear()
    numbers = [metadata.output_intent(Document(), ASSETS / "icc/sRGB.icc") for _ in range(2)]
    assert numbers == [2, 2]
    assert len(packed) == 1
