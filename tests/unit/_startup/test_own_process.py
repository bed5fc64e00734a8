"""What speeds imports is switched on by the console entry alone, and by one switch off."""

from __future__ import annotations

import pytest

from tests.conftest import ROOT, SAMPLE
from tests.support.commands import python

pytestmark = pytest.mark.slow  # each starts a process

HOST = """\
import atexit, gc, os, sys, threading
hooks = []
real = atexit.register
atexit.register = lambda *hook, **options: (hooks.append(hook), real(*hook, **options))[1]
from brochure.cli import main
from brochure._startup.kept_patterns import Pattern
from brochure._startup.lazy_imports import ALONE, Later
before = gc.isenabled(), gc.get_threshold(), sys.stdout.errors, sys.stderr.errors
"""
UNTOUCHED = """
assert (gc.isenabled(), gc.get_threshold(), sys.stdout.errors, sys.stderr.errors) == before
assert not ALONE, "the process was taken for ours"
assert not [name for name, module in sys.modules.items() if isinstance(module, Later)]
assert not [hook for hook in hooks if "brochure" in getattr(hook[0], "__module__", "")]
assert not [hook for hook in hooks if hook[0] is gc.freeze], hooks
"""
WHOLE = """
import importlib, re
import yaml, reportlab.lib.utils, reportlab.pdfbase.pdfdoc, reportlab.pdfbase.ttfonts
from reportlab.pdfbase import _fontdata
for name in [n for n in sys.modules if n.startswith(("reportlab", "yaml"))]:
    module = importlib.import_module(name)
    held = {key for key, value in vars(module).items() if isinstance(value, (Later, Pattern))}
    assert not held, (name, held)
assert isinstance(yaml.reader.Reader.NON_PRINTABLE, re.Pattern)
assert {type(widths) for widths in _fontdata.widthsByFontGlyph.values()} == {dict}
"""


def run(code: str, folder, *arguments: object, **variables: str) -> str:
    (folder / "content.yaml").write_bytes(SAMPLE.read_bytes())
    done = python("-c", code, *arguments, cwd=folder, env=variables)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("state", ["enable", "disable"])
@pytest.mark.parametrize(
    "command",
    [
        ["schema", "-o", "schema.json"],
        ["build"],
        ["build", "content.yaml", "-o", "made", "--jobs", "1"],
        ["build", "no-such-file.yaml"],
        ["no-such-verb"],
    ],
)
def test_a_program_that_calls_main_stays_as_it_was(tmp_path, state, command):
    host = HOST.replace("before =", f"gc.{state}()\nbefore =")
    run(f"{host}main({command!r}){UNTOUCHED}{WHOLE}", tmp_path)


def test_a_program_that_watches_stays_as_it_was(tmp_path):
    host = HOST.replace("before =", "gc.disable()\nbefore =")
    stop = "import brochure.commands.watching as w\ndef stop(*_): raise KeyboardInterrupt\n"
    run(f"{host}{stop}w.watch = stop\nmain(['watch']){UNTOUCHED}", tmp_path)


ENTRY = """\
import gc, sys
from brochure.__main__ import run
code = run(["build"])
from brochure._startup.lazy_imports import ALONE
print(code, bool(ALONE), gc.isenabled(), "PIL" in sys.modules)
"""


def test_the_console_entry_has_the_process_to_itself(tmp_path):
    assert run(ENTRY, tmp_path).splitlines()[-1] == "0 True False False"


LEAVING = """\
import os, sys
from brochure.__main__ import command
at_once = os._exit
os._exit = lambda code: (os.write(1, b"at once"), at_once(code))
{before}
command({arguments!r})
"""


@pytest.mark.parametrize(
    ("before", "last"),
    [
        ("", "at once"),
        ("import threading", ""),
        ("import atexit; atexit.register(print, 'called')", "called"),
    ],
)
def test_the_process_ends_at_once_unless_somebody_waits_for_its_end(tmp_path, before, last):
    text = LEAVING.format(before=f"{before}\nprint('set')", arguments=["build", "--quiet"])
    assert run(text, tmp_path).split("\n")[1:] == [last] * bool(last)


def test_the_exit_code_is_that_of_the_command(tmp_path):
    text = LEAVING.format(before="", arguments=["build", "no-such-file.yaml"])
    assert python("-c", text, cwd=tmp_path, env={}).returncode == 3


@pytest.mark.parametrize("value", ["1", "yes"])
def test_one_switch_turns_all_of_it_off(tmp_path, value):
    code = ENTRY + WHOLE.replace("(Later, Pattern)", "(l.Later, k.Pattern)").replace(
        "import importlib",
        "from brochure._startup import kept_patterns as k, lazy_imports as l; import importlib",
    )
    said = run(code, tmp_path, BROCHURE_PLAIN_IMPORTS=value).splitlines()[-1]
    assert said == "0 False True True"


@pytest.mark.parametrize("value", ["", "0"])
def test_the_switch_may_be_empty(tmp_path, value):
    said = run(ENTRY, tmp_path, BROCHURE_PLAIN_IMPORTS=value).splitlines()[-1]
    assert said == "0 True False False"


def test_plain_imports_make_the_same_file(tmp_path):
    made = []
    for value in ("", "1"):
        run(ENTRY, tmp_path, BROCHURE_PLAIN_IMPORTS=value)
        made += [path.read_bytes() for path in (tmp_path / "output").glob("*.pdf")]
    assert len(made) == 2
    assert made[0] == made[1]


WORKER = """\
import os, sys
from brochure._startup import own_process
own_process.begin("brochure.batch.worker", "start", {alone!r})
from brochure._startup.lazy_imports import ALONE
print(bool(ALONE), "PIL" in sys.modules)
os._exit(0) if sys.stdout.flush() is None else None
"""


@pytest.mark.parametrize("alone", [True, False])
def test_a_worker_is_as_much_ours_as_the_process_that_starts_it(tmp_path, alone):
    assert run(WORKER.format(alone=alone), tmp_path) == f"{alone} {not alone}"


def test_the_console_script_is_the_entry():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["scripts"] == {"brochure": "brochure.__main__:command"}


LATER = """\
import datetime as whole, pickle, sys
{before}
if not {switched}:
    del sys.modules["datetime"]
from brochure._startup import own_process
own_process.take_over()
from brochure._startup.yaml import FAST_PARSER
import datetime, yaml, reportlab.rl_config
{code}
"""


@pytest.mark.parametrize("switched", ["", "1"], ids=["alone", "plain"])
@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("", "print(yaml.safe_load('a: [1, 2020-01-02]') == {'a': [1, whole.date(2020, 1, 2)]})"),
        ("", "print(yaml.dump({'a': ['é']}, Dumper=yaml.CSafeDumper) == 'a:\\n- \"\\\\xE9\"\\n')"),
        ("", "print(yaml.safe_dump([1]) == '- 1\\n' and yaml.__with_libyaml__)"),
        ("", "print(yaml.load('[1]', yaml.CLoader) == [1] and FAST_PARSER is not None)"),
        ("sys.modules['yaml._yaml'] = None", "print(FAST_PARSER is None)"),
        ("sys.modules['yaml._yaml'] = None", "print(not hasattr(yaml, 'CLoader'))"),
        ("sys.modules['yaml._yaml'] = None", "print(not yaml.__with_libyaml__)"),
        ("", "print(pickle.loads(pickle.dumps(datetime.date(2020, 1, 2))).year == 2020)"),
        ("", "print({n for n in whole.__all__} <= set(dir(datetime)))"),
        ("", "print(datetime.date is whole.date and datetime.UTC is whole.UTC)"),
        ("", "print([n for n, m in sys.modules.items() if m is None] == [])"),
    ],
)
def test_what_is_put_off_works_when_it_is_asked_for(tmp_path, before, code, switched):
    text = LATER.format(before=before, code=code, switched=bool(switched))
    if "sys.modules[" in before:
        text += "\nsys.modules.pop('yaml._yaml', None)"
    assert run(text, tmp_path, BROCHURE_PLAIN_IMPORTS=switched).splitlines()[-1] == "True"
