"""Art and fonts with random damage: used, or refused in words, and never anything else."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from random import Random
from time import process_time

import pytest
from PIL import Image

from brochure.art.artwork import _picture
from brochure.art.logo_visibility import lack_of_paths, lack_of_picture
from brochure.art.svg import read_svg
from brochure.model import BrandSource, ContentError
from brochure.pdf.font_subsets import FaceUse
from brochure.pdf.images import add_image
from brochure.pdf.objects import Document
from brochure.typeset.fonts import brand_faces
from tests.support import drawings
from tests.support.fonts import FACES, FONTS, family
from tests.unit.art.test_image_files import PALETTE, png
from tests.unit.art.test_whole_pictures import WAYS, photo

pytestmark = pytest.mark.slow
TIMES = 60
"""How many damaged files each seed makes."""
SECONDS = 2.0
DRAWINGS = ("ILLUSTRATOR", "INKSCAPE", "FIGMA", "SKETCH", "CANVA", "COREL")
VALUES = (
    "url(#a) none 1e9 -1 0 100% 1e-9 matrix(0,0,0,0,0,0) scale(0) rotate(45) #a .5 inherit NaN"
    " userSpaceOnUse objectBoundingBox evenodd currentColor hsl(1,2%,3%) slice reflect"
).split()


def damaged(data: bytes, random: Random) -> bytes:
    """Bytes with a few of them changed, gone, doubled or blanked."""
    out = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        at, length = random.randrange(len(out)), random.choice((1, 2, 4, 16, 200))
        piece = random.choice(
            (bytes([random.randrange(256)]), b"", bytes(length), out[at : at + length] * 2)
        )
        out[at : at + (1 if len(piece) == 1 else length)] = piece
        out = out or bytearray(1)
    return bytes(out)


def with_other_values(text: str, random: Random) -> bytes:
    """A drawing with a few values taken from elsewhere."""
    for _ in range(random.choice((1, 2, 4))):
        places = list(re.finditer(r'="([^"]*)"', text))
        place = random.choice(places)
        other = random.choice((random.choice(VALUES), random.choice(places)[1]))
        text = f"{text[: place.start(1)]}{other}{text[place.end(1) :]}"
    return text.encode()


def drawing(random: Random) -> None:
    text = getattr(drawings, random.choice(DRAWINGS))
    data = with_other_values(text, random)
    if random.random() < 0.3:
        data = damaged(data, random)
    drawn = read_svg(data)
    lack_of_paths(drawn.paths, drawn.boxes, drawn.width, drawn.height)
    drawings.page(data, mode=random.choice(("colour", "mono", "press")))


def pictures() -> list[bytes]:
    found = [photo(**way) for way in WAYS] + [png(), png(colour=3, extra=PALETTE)]
    noise = Image.effect_noise((40, 30), 80)
    for mode in ("L", "RGB", "RGBA", "LA", "1", "P"):
        out = BytesIO()
        noise.convert(mode).save(out, "PNG")
        found.append(out.getvalue())
    return found


def with_checksums(data: bytes) -> bytes:
    """A PNG whose chunks all have the checksum of what is in them."""
    out, at = data[:8], 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at : at + 4], "big")
        if end + 4 > len(data):
            break
        out += data[at:end] + zlib.crc32(data[at + 4 : end]).to_bytes(4, "big")
        at = end + 4
    return out + data[at:]


def picture(random: Random) -> None:
    data = damaged(random.choice(pictures()), random)
    whole = _picture(with_checksums(data) if data[:4] == b"\x89PNG" else data)
    for parts in (1, 3, 4):
        add_image(Document(), whole.data, parts)
    lack_of_picture(whole.data)


def used(folder: Path) -> None:
    """Measure and cut the family in a folder."""
    files = tuple((name.lower(), folder / f"{name}.ttf") for name in FACES)
    faces = brand_faces(BrandSource(fonts=files))
    text = "Wenn der Arzt sagt: “Rest 2–3 days.” Éàü ½"
    missing = set(faces.missing(text))
    text = "".join(char for char in text if char not in missing)
    use = FaceUse(faces.face("regular"), "F1", [text])
    use.show(text)
    use.embed(Document())


@pytest.fixture
def kinds(tmp_path) -> dict[str, Callable[[Random], None]]:
    """What each kind does with one damaged file."""
    folder = family(tmp_path)
    pairs = (FONTS / "kerning.txt").read_text("utf-8").split("\n")

    def font(random: Random) -> None:
        (folder / "Regular.ttf").write_bytes(damaged((FONTS / "Regular.ttf").read_bytes(), random))
        used(folder)

    def kerning(random: Random) -> None:
        lines = list(pairs)
        for _ in range(random.choice((1, 2, 3))):
            at = random.randrange(len(lines))
            lines[at] = random.choice(
                ("-1000 abcdef", "1000 " + lines[at][4:], lines[at][::-1], "", "bold", "# note")
            )
        (folder / "kerning.txt").write_text("\n".join(lines), "utf-8")
        used(folder)

    return {"drawing": drawing, "picture": picture, "font": font, "kerning": kerning}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("kind", ["drawing", "picture", "font", "kerning"])
def test_damage_is_used_or_refused_in_words(kind, seed, kinds):
    random = Random(f"{kind}{seed}")
    for _ in range(TIMES):
        start = process_time()
        try:
            kinds[kind](random)
        except (ValueError, ContentError) as error:
            assert str(error)
            assert not isinstance(error, UnicodeError)
        assert process_time() - start < SECONDS
