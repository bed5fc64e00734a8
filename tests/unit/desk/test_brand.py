"""The brand and the clinics: tried, checked, and written without touching another line."""

from __future__ import annotations

import json
from io import BytesIO

import pytest
from PIL import Image

from brochure.brand.styles import STYLES
from brochure.desk.brand import changed, uses
from brochure.desk.saving import mark_of
from tests.support.desk import CLINIC, handout, office_in, send, with_key

NOTED = '# Ours since 2019.\nprimary: "#0b5d6b"   # teal\naccent: "#c05a12"\n'


@pytest.fixture
def office(tmp_path):
    text = handout(text="Lie down for an hour. " * 30)
    (tmp_path / "back.yaml").write_text(text, "utf-8")
    (tmp_path / "brand.yaml").write_text(NOTED, "utf-8")
    (tmp_path / "west.yaml").write_text(CLINIC.format(name="West", phone="310-555-0199"))
    return office_in(tmp_path)


def post(office, path, **body):
    return send(office, "POST", path, body=json.dumps(body).encode())


def present(office):
    return send(office, "GET", "/api/brand").json()


# ------------------------------------------------------------------- contrast


def test_each_use_has_its_contrast_and_the_nearest_colour_that_passes():
    found = {each.key: each for each in uses({"primary": "#0b5d6b", "accent": "#f5b942"})}
    assert found["use-heading"].ratio == pytest.approx(7.52, abs=0.01)
    assert found["use-heading"].nearest == ""
    bullet = found["use-bullet"]
    assert bullet.ratio < bullet.needed == 3.0
    again = {each.key: each for each in uses({"accent": bullet.nearest})}
    assert again["use-bullet"].nearest == ""


@pytest.mark.parametrize("colour", ["#ffffff", "#ffff00", "#7fd0dd", "#777777"])
def test_a_pale_main_colour_has_a_nearest_one_that_passes_everywhere(colour):
    nearest = {each.nearest for each in uses({"primary": colour}) if each.key != "use-bullet"}
    assert "" not in nearest or colour == "#777777"
    better = (nearest - {""}).pop()
    assert all(not each.nearest for each in uses({"primary": better}) if each.key != "use-bullet")


def test_what_passes_is_never_rounded_up_to():
    (row,) = [each.as_json() for each in uses({"primary": "#777777"}) if each.key == "use-heading"]
    assert row["ratio"] < 4.5


def test_colours_are_tried_as_pages_of_every_style_and_nothing_is_written(office):
    (row,) = office.library.rows()
    values = {"primary": "#123456", "accent": "", "style": "plain"}
    answer = post(office, "/api/brand/try", values=values, id=row.id).json()
    assert list(answer["pages"]) == list(STYLES)
    assert all("#123456" in page for page in answer["pages"].values())
    assert str(office.folder) not in json.dumps(answer)
    assert (office.folder / "brand.yaml").read_text("utf-8") == NOTED


def test_a_colour_that_is_too_pale_is_told(office):
    (row,) = office.library.rows()
    answer = post(office, "/api/brand/try", values={"primary": "#ffff00"}, id=row.id).json()
    assert "too pale" in answer["problem"]["message"]
    assert answer["uses"][0]["nearest"]


@pytest.mark.parametrize("typed", ["red", "#12", "0b5d6b", "#0b5d6b;}", "</style>"])
def test_what_is_no_colour_is_refused(office, typed):
    answer = post(office, "/api/brand/try", values={"primary": typed}, id=1)
    assert (answer.status_code, answer.json()["error"]) == (409, "not-a-colour")


# --------------------------------------------------------------------- saving


def test_a_brand_is_saved_into_its_lines_and_the_old_file_kept(office):
    mark = present(office)["mark"]
    values = {"primary": "#123456", "accent": "#c05a12", "style": "band", "min_size": "11"}
    answer = post(office, "/api/brand", mark=mark, values=values)
    assert answer.status_code == 200, answer.text
    text = (office.folder / "brand.yaml").read_text("utf-8")
    assert text.startswith('# Ours since 2019.\nprimary: "#123456"   # teal\naccent: "#c05a12"\n')
    assert present(office)["values"] == values
    (copy,) = (office.folder / ".history" / "brand").iterdir()
    assert copy.read_text("utf-8") == NOTED


def test_a_brand_without_a_file_gets_one(office):
    (office.folder / "brand.yaml").unlink()
    office.library.refresh()
    mark = present(office)["mark"]
    answer = post(office, "/api/brand", mark=mark, values={"primary": "#123456", "accent": ""})
    assert answer.status_code == 200
    assert (office.folder / "brand.yaml").read_text("utf-8") == "primary: '#123456'\n"


def test_a_file_that_changed_meanwhile_is_not_written_over(office):
    mark = present(office)["mark"]
    (office.folder / "brand.yaml").write_text(NOTED + "min_size: 11\n", "utf-8")
    answer = post(office, "/api/brand", mark=mark, values={"primary": "#123456"})
    assert (answer.status_code, answer.json()["error"]) == (409, "changed-outside")
    assert "min_size: 11" in (office.folder / "brand.yaml").read_text("utf-8")


def test_a_brand_that_cannot_be_read_on_paper_is_not_saved(office):
    answer = post(office, "/api/brand", mark=present(office)["mark"], values={"primary": "#ffff00"})
    assert answer.status_code == 409
    assert (office.folder / "brand.yaml").read_text("utf-8") == NOTED


def test_a_key_without_a_value_is_taken_out():
    assert changed(b"a: 1\naccent: '#fff'\n", {"accent": ""}) == b"a: 1\n"
    assert changed(b"a: 1\n", {"accent": ""}) == b"a: 1\n"


# -------------------------------------------------------------------- clinics


def test_a_clinics_phone_is_changed_in_its_file_alone(office):
    (row,) = present(office)["clinics"]
    values = {"name": "West", "phone": "310-555-0143 ext. 2", "paper": "a4"}
    answer = post(office, f"/api/clinics/{row['id']}", mark=row["mark"], values=values)
    assert answer.status_code == 200, answer.text
    text = (office.folder / "west.yaml").read_text("utf-8")
    assert text == "name: West\nphone: 310-555-0143 ext. 2\npaper: a4\n"


@pytest.mark.parametrize("values", [{"phone": "call us"}, {"paper": "a5"}, {"name": ""}])
def test_a_clinic_that_would_be_wrong_is_not_saved(office, values):
    (row,) = present(office)["clinics"]
    before = (office.folder / "west.yaml").read_bytes()
    answer = post(office, f"/api/clinics/{row['id']}", mark=row["mark"], values=values)
    assert (answer.status_code, answer.json()["error"]) == (409, "told")
    assert (office.folder / "west.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("East Clinic", "clinic-east-clinic.yaml"),
        ("../../etc", "clinic-etc.yaml"),
        ("CON", "clinic-con-handout.yaml"),
        ("诊所", "clinic-new.yaml"),
    ],
)
def test_a_new_clinic_gets_a_file_named_by_us(office, name, file):
    answer = post(office, "/api/clinics", values={"name": name, "phone": "310-555-0144"})
    assert answer.status_code == 200, answer.text
    assert (office.folder / file).is_file()
    again = post(office, "/api/clinics", values={"name": name, "phone": "310-555-0144"})
    assert (again.status_code, again.json()["error"]) == (409, "name-taken")


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"name": "East"}, "needs-name-and-phone"),
        ({"name": "East", "phone": "none"}, "told"),
    ],
)
def test_a_new_clinic_needs_a_name_and_a_phone(office, values, error):
    assert post(office, "/api/clinics", values=values).json()["error"] == error


# ----------------------------------------------------------------------- logos


def upload(office, data):
    (row,) = present(office)["clinics"]
    headers = with_key(office) | {"Content-Type": "application/octet-stream"}
    return send(office, "POST", f"/api/clinics/{row['id']}/logo", headers, data)


def png(width=40, height=20):
    stream = BytesIO()
    Image.new("RGB", (width, height), "navy").save(stream, "PNG")
    return stream.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


@pytest.mark.parametrize(("data", "name"), [(png(), "logo-west.png"), (SVG, "logo-west.svg")])
def test_a_logo_is_kept_and_named_in_the_clinics_file(office, data, name):
    answer = upload(office, data)
    assert answer.json() == {"file": name}
    assert (office.folder / "assets" / name).read_bytes() == data
    assert f"logo: assets/{name}" in (office.folder / "west.yaml").read_text("utf-8")


LYING = png()[:8] + b"\0\0\0\rIHDR" + (60000).to_bytes(4, "big") * 2 + png()[24:]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"<html>",
        LYING,
        png()[:60],
        SVG.replace(b"<path", b"<script>alert(1)</script><image href='https://evil.test/a'/><path"),
        b'<!DOCTYPE s [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]><svg>&c;</svg>',
        b"\xff\xd8\xff",
    ],
    ids=["empty", "gif", "html", "huge", "cut", "script", "entities", "no jpeg"],
)
def test_a_picture_that_no_page_could_draw_is_refused(office, data):
    answer = upload(office, data)
    assert (answer.status_code, answer.json()["error"]) == (409, "told")
    assert not (office.folder / "assets").exists()


def test_a_logo_is_not_written_through_a_link(office, tmp_path_factory):
    (office.folder / "assets").symlink_to(tmp_path_factory.mktemp("outside"))
    assert upload(office, SVG).status_code == 400
    assert list((office.folder / "assets").iterdir()) == []


def test_a_mark_tells_files_apart():
    assert mark_of(b"") != mark_of(b" ")
