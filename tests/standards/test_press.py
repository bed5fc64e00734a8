"""PDF/X-4 (ISO 15930-7:2010): what a print shop's preflight asks of every press file."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest
from PIL import Image, ImageCms

from brochure._startup.records import replace
from brochure.brand import press_inks
from brochure.editions import Options
from brochure.model import Cover
from brochure.pdf.exchange import CONDITION
from brochure.recipe import build_handout
from brochure.sources import read
from tests.conftest import FORMATS, HERE, ROOT, SAMPLE, each_case, shown_in
from tests.support.fakes import text

PROCESS = {"g", "G", "k", "K"}
OTHER = {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN"}
SPACES = {"/DeviceCMYK", "/DeviceGray"}


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def intents(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    found = pdf.Root.get("/OutputIntents", [])
    return [intent for intent in found if intent.S == "/GTS_PDFX"]


def intent_faults(pdf: pikepdf.Pdf) -> list[str]:
    """6.2: one intent of a press, with a valid output profile of four inks inside."""
    found = intents(pdf)
    if len(found) != 1:
        return [f"{len(found)} output intents"]
    (intent,) = found
    profile = intent.get("/DestOutputProfile")
    if profile is None:
        return ["no profile"]
    opened_profile = ImageCms.ImageCmsProfile(BytesIO(profile.read_bytes())).profile
    kind = (opened_profile.device_class.strip(), opened_profile.xcolor_space.strip())
    wanted = {kind == ("prtr", "CMYK"): "profile", profile.N == 4: "components"}
    words = "/OutputConditionIdentifier" in intent and intent.get("/Info") == CONDITION
    return [what for right, what in wanted.items() if not right] + ([] if words else ["words"])


def metadata_faults(pdf: pikepdf.Pdf) -> list[str]:
    """6.7: the version, the dates, the trapping, and who the file is."""
    packet = pdf.Root.Metadata.read_bytes().decode("utf-8")
    wanted = (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>",
        "<pdf:Trapped>False</pdf:Trapped>",
        "<xmpMM:RenditionClass>",
        "<xmpMM:VersionID>",
        "<xmpMM:DocumentID>uuid:",
        "<xmp:CreateDate>",
        "<xmp:ModifyDate>",
        "<xmp:MetadataDate>",
        "<pdfuaid:part>1",
    )
    faults = [part for part in wanted if part not in packet]
    trapped = str(pdf.docinfo.get("/Trapped", ""))
    return faults + ([] if trapped == "/False" else [f"Trapped {trapped}"])


def box_faults(pdf: pikepdf.Pdf) -> list[str]:
    """6.11: the trim inside the bleed inside the media."""
    faults = []
    for number, page in enumerate(pdf.pages):
        if "/TrimBox" not in page:
            faults.append("no trim")
            continue
        boxes = [
            [float(side) for side in page[name]] for name in ("/MediaBox", "/BleedBox", "/TrimBox")
        ]
        for (x0, y0, x1, y1), (a0, b0, a1, b1) in pairwise(boxes):
            if not (x0 <= a0 < a1 <= x1 and y0 <= b0 < b1 <= y1):
                faults.append(f"boxes of page {number}")
        if "/ArtBox" in page:
            faults.append("an art box")
    return faults


def colour_faults(pdf: pikepdf.Pdf) -> list[str]:
    """6.2.4: only the inks of the intent, and grey."""
    faults = []
    streams = list(pdf.pages)
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Form":
            streams.append(item)
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            space = str(item.get("/ColorSpace"))
            faults += [f"image in {space}"] * (space not in SPACES)
        if isinstance(item, pikepdf.Dictionary) and "/ShadingType" in item:
            space = str(item.get("/ColorSpace"))
            faults += [f"shading in {space}"] * (space not in SPACES)
    for stream in streams:
        operators = {str(op) for _, op in pikepdf.parse_content_stream(stream)}
        faults += sorted(operators & OTHER)
    return faults


def other_faults(pdf: pikepdf.Pdf) -> list[str]:
    """6.3, 6.17, 6.18: fonts inside, nothing to tap, no actions, no encryption, an ID."""
    faults = ["annotations" for page in pdf.pages if page.get("/Annots")]
    faults += [
        key for key in ("/AA", "/OpenAction", "/AcroForm", "/OCProperties") if key in pdf.Root
    ]
    faults += [] if "/ID" in pdf.trailer else ["no ID"]
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            faults += [] if {"/FontFile2", "/FontFile3"} & set(item.keys()) else ["a font outside"]
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Action":
            faults.append("an action")
    return faults


RULES = (intent_faults, metadata_faults, box_faults, colour_faults, other_faults)


def faults(data: bytes) -> list[str]:
    """Every rule of PDF/X-4 that a file breaks."""
    pdf = opened(data)
    return [fault for rule in RULES for fault in rule(pdf)]


@each_case
def test_every_press_file_is_for_exchange(made, path, name):
    assert faults(made(shown_in(name), format=name, mode="press").pdf) == []


@pytest.mark.parametrize("name", FORMATS)
def test_an_office_file_is_not(made, name):
    assert {"0 output intents", "rg", "annotations"} <= set(
        faults(made(shown_in(name), format=name).pdf)
    )


def test_pictures_and_drawings_come_in_inks(made, tmp_path):
    file = tmp_path / "cover.png"
    Image.linear_gradient("L").resize((600, 200)).convert("RGB").save(file)
    handout = replace(read(HERE / "handouts/image.yaml")[0], cover=Cover(file, text("Hills")))
    assert faults(build_handout(handout, Options(mode="press", style="photo")).pdf) == []


SPOILED = {
    "intent": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "profile": lambda pdf: intents(pdf)[0].__delitem__("/DestOutputProfile"),
    "words": lambda pdf: intents(pdf)[0].__delitem__("/Info"),
    "trim": lambda pdf: pdf.pages[0].__setitem__("/TrimBox", [0, 0, 9999, 9999]),
    "trapped": lambda pdf: pdf.docinfo.__delitem__("/Trapped"),
    "links": lambda pdf: pdf.pages[0].__setitem__(
        "/Annots", pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot)])
    ),
    "colour": lambda pdf: pdf.pages[0].contents_add(b"1 0 0 rg"),
    "scripts": lambda pdf: pdf.Root.__setitem__("/OpenAction", pikepdf.Dictionary()),
}


@pytest.mark.parametrize("what", SPOILED)
def test_a_spoiled_file_is_found(made, what):
    pdf = opened(made(SAMPLE, mode="press").pdf)
    SPOILED[what](pdf)
    out = BytesIO()
    pdf.save(out)
    assert faults(out.getvalue())


def test_a_claim_that_is_missing_is_found(made):
    data = made(SAMPLE, mode="press").pdf
    assert faults(data.replace(b">PDF/X-4<", b">PDF/X-9<"))


def test_the_same_words_have_the_same_identity_and_others_another(made):
    found = [
        re.search(rb"DocumentID>uuid:(\w+)<", made(path, mode="press").pdf)[1]
        for path in (SAMPLE, SAMPLE, HERE / "handouts/links.yaml")
    ]
    assert found[0] == found[1] != found[2]


# ------------------------------------------------------------------ the profile

PROFILE = ROOT / "assets/icc/coated.icc"


def seen(inks: tuple[float, ...]) -> tuple[int, ...]:
    """What the profile says that inks look like, as sRGB."""
    screen = ImageCms.createProfile("sRGB")
    turn = ImageCms.buildTransform(str(PROFILE), screen, "CMYK", "RGB", renderingIntent=1)
    picture = Image.new("CMYK", (1, 1), tuple(round(ink * 255) for ink in inks))
    return ImageCms.applyTransform(picture, turn).getpixel((0, 0))


@pytest.mark.parametrize(
    "shade", ["#0b5d6b", "#1f6b3a", "#a50e1c", "#808080", "#ebf2f3", "#2a2a66"]
)
def test_a_colour_becomes_inks_that_look_like_it(shade):
    rgb = tuple(int(shade[at : at + 2], 16) for at in (1, 3, 5))
    back = seen(press_inks.to_press(tuple(part / 255 for part in rgb)))
    assert max(abs(one - other) for one, other in zip(rgb, back, strict=True)) < 26


def test_the_profile_is_one_that_colour_programs_open():
    profile = ImageCms.getOpenProfile(str(PROFILE)).profile
    assert (profile.xcolor_space.strip(), profile.connection_space.strip()) == ("CMYK", "Lab")
    assert profile.is_intent_supported(ImageCms.Intent.PERCEPTUAL, ImageCms.Direction.OUTPUT)
    assert PROFILE.stat().st_size < 80_000
