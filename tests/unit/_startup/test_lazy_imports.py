"""Modules that are put off while a library is imported come when they are used."""

from __future__ import annotations

import sys

import pytest

from brochure._startup import lazy_imports, own_process
from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import deferring, later, real
from tests.conftest import ROOT
from tests.support.commands import python

AFTER = """\
import sys, io
from brochure._startup.own_process import PUT_OFF, take_over
take_over()
import brochure._startup.reportlab, brochure._startup.yaml
from brochure._startup.lazy_imports import Later
from brochure._startup.kept_patterns import Pattern
left = {name for name, module in sys.modules.items() if isinstance(module, Later)}
used = {"re"} if sys.version_info >= (3, 12) else set()  # by the standard library's own modules
assert set(PUT_OFF) - used <= left <= set(PUT_OFF), left
"""
"""Our parts of the libraries are imported; what another program does with the rest follows."""


def test_a_module_put_off_has_what_the_real_one_has():
    import re

    for name, value in own_process.PUT_OFF["re"].items():
        assert value == int(getattr(re, name)), name


def after(code: str) -> str:
    done = python("-c", AFTER + code, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def library(tmp_path, monkeypatch):
    """Two modules: one that imports the other as a whole, by name, and compiles a pattern."""
    package = tmp_path / "shelf"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "heavy.py").write_text("PAGES = 7\ndef count(n=1, *, by=1): return PAGES * n * by\n")
    (tmp_path / "reader.py").write_text(
        "import re\nfrom shelf import heavy\nimport shelf.heavy as whole\n"
        "from shelf.heavy import count\nWORD = re.compile('[a-z]+', re.I)\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(lazy_imports, "ALONE", [True])
    yield
    for name in ("shelf.heavy", "shelf", "reader"):
        sys.modules.pop(name, None)


PUT_OFF = {"shelf": {}, "shelf.heavy": later("shelf.heavy", "count")}


def test_a_module_put_off_is_imported_when_it_is_used(library):
    with deferring(PUT_OFF, patterns=Pattern):
        import reader
    assert not {"shelf", "shelf.heavy"} & set(sys.modules)
    assert reader.count(2, by=3) == 42
    assert "shelf.heavy" in sys.modules
    assert reader.heavy.PAGES == reader.whole.PAGES == 7


def test_nothing_stands_in_afterwards_even_if_the_import_fails(library):
    import re

    with pytest.raises(RuntimeError), deferring(PUT_OFF, patterns=Pattern):
        raise RuntimeError
    assert "shelf" not in sys.modules
    assert sys.modules["re"] is re
    import shelf.heavy

    assert shelf.heavy.PAGES == 7


def test_a_module_used_while_it_is_put_off_is_the_real_one(library):
    with deferring(PUT_OFF, patterns=Pattern):
        import reader

        assert reader.heavy.PAGES == 7
        assert real("shelf.heavy").PAGES == 7
    assert sys.modules["shelf.heavy"].PAGES == 7


def test_a_module_already_there_is_left_alone(library):
    import shelf.heavy

    with deferring(PUT_OFF, patterns=Pattern):
        import reader
    assert reader.whole is shelf.heavy
    assert reader.count is shelf.heavy.count


def test_a_pattern_put_off_matches_like_a_pattern(library):
    import re

    with deferring(PUT_OFF, patterns=Pattern):
        import reader
    assert sys.modules["re"] is re
    assert not isinstance(reader.WORD, re.Pattern)
    assert reader.WORD.match("Back pain").group() == "Back"
    assert reader.WORD.findall("a B") == ["a", "B"]
    assert reader.WORD.flags & re.I


def test_a_pattern_put_off_is_copied_as_a_pattern():
    import copy
    import pickle
    import re

    late = Pattern("[a-z]+", re.I)
    for made in (copy.copy(late), copy.deepcopy(late), pickle.loads(pickle.dumps(late))):
        assert made == re.compile("[a-z]+", re.I)


def test_a_process_that_is_not_ours_gets_every_module_whole(library, monkeypatch):
    import re

    monkeypatch.setattr(lazy_imports, "ALONE", [])
    with deferring(PUT_OFF, patterns=Pattern):
        import reader
    assert isinstance(reader.WORD, re.Pattern)
    assert reader.heavy is sys.modules["shelf.heavy"]


def test_a_library_that_imports_us_is_not_touched():
    done = python("-c", SHARED, cwd=ROOT)
    assert done.returncode == 0, done.stderr


SHARED = """\
import re, sys
from brochure import build
build("content.yaml")
import yaml, reportlab.lib.utils as utils
from reportlab.pdfbase import _fontdata
assert isinstance(yaml.reader.Reader.NON_PRINTABLE, re.Pattern)
assert {type(widths) for widths in _fontdata.widthsByFontGlyph.values()} == {dict}
assert utils.Image is sys.modules["PIL.Image"]
"""


def test_the_rest_of_reportlab_works_beside_ours():
    made = after(
        """
from reportlab.platypus import SimpleDocTemplate, Paragraph, Image
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import rl_safe_eval, encode_label, decode_label
import PIL.Image
picture, out = io.BytesIO(), io.BytesIO()
PIL.Image.new("RGB", (4, 4), "red").save(picture, "PNG")
picture.seek(0)
style = getSampleStyleSheet()["Normal"]
SimpleDocTemplate(out).build([Paragraph("<b>Back</b> pain", style), Image(picture)])
assert out.getvalue().startswith(b"%PDF") and len(out.getvalue()) > 1000
assert rl_safe_eval("2 + 3", {}, {}) == 5
assert decode_label(encode_label((1, "a"))) == (1, "a")
print(PIL.Image.__name__)
"""
    )
    assert made == "PIL.Image"


def test_patterns_are_as_ever_when_what_compiles_them_was_put_off():
    made = after(
        """
import re, pickle, copy
assert isinstance(re, Later) or "re" in used
assert re.sub("(a)b", r"\\1c", "abab") == "acac" and re.escape("a.b") == "a\\\\.b"
assert isinstance(re.compile("a", re.I), re.Pattern) and re.I | re.M == re.MULTILINE | 2
from re import Match, compile as made
word = made("[a-z]+")
assert isinstance(word.match("ab"), Match) and copy.deepcopy(word) is word
assert pickle.loads(pickle.dumps(word)) == word
try: made("(")
except re.error as error: print(error.pos)
import textwrap, string, difflib, tokenize, fractions, json
assert not isinstance(sys.modules["re"], Later) and textwrap.fill("a b", 1) == "a\\nb"
assert sys.modules["re"].compile is re.compile
"""
    )
    assert made == "0"


WIDTHS = """\
from reportlab.pdfbase import pdfmetrics
text = "Back pain: 310-828-7757 (AV, To)"
print([(font, pdfmetrics.stringWidth(text, font, 12)) for font in pdfmetrics.standardFonts])
import reportlab.pdfbase._fontdata_widths_courier as module
print(len(module.widths), type(module.widths).__name__)
"""


def test_pdfs_own_fonts_are_as_wide_as_ever_beside_ours():
    alone = python("-c", WIDTHS, cwd=ROOT)
    assert alone.returncode == 0, alone.stderr
    assert after(WIDTHS) == alone.stdout.strip()
    assert alone.stdout.count(",") > 14


def test_the_rest_of_pyyaml_works_beside_ours():
    made = after(
        """
import yaml
text = "{a: 1.5, b: 0x1F, c: 2026-11-22, d: yes, e: null, f: 2026-11-22 08:30:00}"
for loader in (yaml.SafeLoader, yaml.CSafeLoader):
    read = yaml.load(text, loader)
    assert (read["a"], read["b"], read["d"], read["e"]) == (1.5, 31, True, None), read
    assert (read["c"].year, read["f"].minute) == (2026, 30)
assert yaml.safe_load(yaml.safe_dump(read)) == read
try:
    yaml.load("a: \\x00", yaml.SafeLoader)
except yaml.reader.ReaderError as error:
    print(error.position)
"""
    )
    assert made == "3"


def test_the_standard_library_is_as_ever_beside_ours():
    made = after(
        """
import ast, glob, hashlib, inspect, pickle, platform, re, tempfile, urllib.parse
from brochure._startup.reportlab import implementation, md5
assert implementation() == platform.python_implementation()
assert md5(b"a").hexdigest() == hashlib.md5(b"a").hexdigest()
assert isinstance(re.compile("a"), re.Pattern) and inspect.signature(glob.glob)
assert urllib.parse.urlparse("https://spine.example/a").netloc == "spine.example"
assert ast.literal_eval("[1]") == pickle.loads(pickle.dumps([1])) == [1]
print(tempfile.__name__)
"""
    )
    assert made == "tempfile"


def test_reportlab_loads_nothing_of_a_home_and_loads_by_path_afterwards(tmp_path):
    (tmp_path / ".reportlab_mods").write_text("print('mods')\n")
    (tmp_path / "shelf.py").write_text("PAGES = 7\n")
    code = AFTER + (
        "from reportlab.lib.utils import rl_get_module\n"
        "from importlib.util import spec_from_loader\n"
        "print(rl_get_module('shelf', sys.argv[1]).PAGES, spec_from_loader('a', None).name)\n"
    )
    done = python("-c", code, tmp_path, cwd=ROOT, env={"HOME": str(tmp_path)})
    assert (done.stdout, done.stderr) == ("7 a\n", "")


def test_paths_match_as_ever_when_patterns_were_put_off():
    said = after("import pathlib\nprint(pathlib.PureWindowsPath('C:\\\\A/b.PY').match('*.py'))")
    assert said == "True"
