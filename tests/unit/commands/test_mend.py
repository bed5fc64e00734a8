"""`--fix`: sure slips are mended in the file, each is said, the file as it was is kept."""

from __future__ import annotations

from brochure.cli import main
from brochure.commands.mend import mend, spare_name
from brochure.commands.words import show
from brochure.model import Problem

SLIPS = (
    b"\xef\xbb\xbftitle: \xe2\x80\x9cBack pain\xe2\x80\x9d  # keep\r\n"
    b"clinic:\r\n  name: b\r\n  phone:310-828-7757\r\n"
    b"sections:\r\n  - heading: c   \r\n    bullets:\r\n      - \xe2\x80\xa2 a\r\n"
    b"\t- b\r\n      -\xc2\xa0d\r\n      \xe2\x80\xa2 e\r\n"
)
MENDED = (
    b'\xef\xbb\xbftitle: "Back pain"  # keep\r\n'
    b"clinic:\r\n  name: b\r\n  phone: 310-828-7757\r\n"
    b"sections:\r\n  - heading: c   \r\n    bullets:\r\n      - a\r\n"
    b"      - b\r\n      - d\r\n      - e\r\n"
)


def test_sure_slips_are_mended_and_no_other_byte(tmp_path, capsys):
    file = tmp_path / "content.yaml"
    file.write_bytes(SLIPS)
    mend(file)
    assert file.read_bytes() == MENDED
    assert (tmp_path / "content.yaml.bak").read_bytes() == SLIPS
    said = capsys.readouterr().err
    assert all(f"mended line {line} of" in said for line in (1, 4, 8, 9, 10, 11))


def test_a_good_file_is_left_alone(tmp_path):
    file = tmp_path / "content.yaml"
    file.write_bytes(MENDED)
    mend(file)
    assert [path.name for path in tmp_path.iterdir()] == ["content.yaml"]
    assert file.read_bytes() == MENDED


def test_no_copy_is_overwritten(tmp_path):
    file = tmp_path / "content.yaml"
    for name in ("content.yaml.bak", "content.yaml.bak2"):
        assert spare_name(file).name == name
        spare_name(file).write_text("older")
    assert spare_name(file).name == "content.yaml.bak3"


def test_build_and_check_mend_before_they_read(tmp_path):
    for verb in ("build", "check"):
        file = tmp_path / f"{verb}.yaml"
        file.write_bytes(SLIPS)
        more = ["-o", str(tmp_path / "out")] if verb == "build" else []
        assert main([verb, str(file), "--fix", *more]) in (0, 1)
        assert file.read_bytes() == MENDED


def test_a_problem_shows_its_line_with_a_mark_under_the_place(tmp_path, capsys):
    file = tmp_path / "content.yaml"
    file.write_bytes(b"title: a\r\nclinic:\r\n\tname: b\r\n")
    show([Problem(str(file), 3, 2, "error", "wrong", "right"), Problem("none", 3, 2, "error", "x")])
    said = capsys.readouterr().err.split("\n")
    assert said[:4] == [f"{file}:3:2: error: wrong", "    3 |  name: b", "      |  ^", "    right"]
    assert said[4] == "none:3:2: error: x"


WORDS = """\
title: "Ear pain: a apple a day"
language: en-US
clinic: {name: Tabletts Clinic, phone: 310-828-7757}
allow: {article: the clinic says it so}
sections:
  - heading: What helps
    text: 'Take ibuprofin, more then two days. **Ibuprofin** is here: [tell](https://a.org/ibuprofin).'
    bullets:
      - Take 5mg QD, a earache is pian. Use tabletts. teh colour   # teh
      - "[Read on](https://a.org/more/then) for more then two days"
"""
WORDS_MENDED = """\
title: "Ear pain: a apple a day"
language: en-US
clinic: {name: Tabletts Clinic, phone: 310-828-7757}
allow: {article: the clinic says it so}
sections:
  - heading: What helps
    text: 'Take ibuprofen, more than two days. **Ibuprofen** is here: [tell](https://a.org/ibuprofin).'
    bullets:
      - Take 5mg QD, a earache is pian. Use tabletts. the color   # teh
      - "[Read on](https://a.org/more/then) for more then two days"
"""
"""No dose, link, name, note, or word of several meanings; nothing that the author allows."""


def test_check_mends_the_words_that_are_sure(tmp_path, capsys):
    file = tmp_path / "content.yaml"
    file.write_text(WORDS)
    assert main(["check", str(file), "--fix"]) == 1
    assert file.read_text() == WORDS_MENDED
    assert (tmp_path / "content.yaml.bak").read_text() == WORDS
    said = capsys.readouterr().err.splitlines()
    assert f"mended line 7 of {file}: “ibuprofin” is now “ibuprofen”" in said
    lines = [line.split(" of ")[0] for line in said if line.startswith("mended")]
    assert lines == [f"mended line {number}" for number in (7, 7, 7, 9, 9)]


def test_build_mends_no_words(tmp_path):
    file = tmp_path / "content.yaml"
    file.write_text(WORDS)
    assert main(["build", str(file), "--fix", "-o", str(tmp_path / "out")]) == 0
    assert file.read_text() == WORDS
