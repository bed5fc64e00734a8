"""Many handouts in one run: what is made, what is skipped, what is told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

import pytest
from PIL import Image

from brochure import cli
from brochure.batch import (
    MANIFEST,
    Job,
    Report,
    combinations,
    jobs,
    manifest,
    run,
    run_batch,
    worker,
)
from brochure.batch.jobs import yaml_files
from brochure.commands import many
from brochure.editions import Options
from brochure.model import WriteError
from brochure.output import atomic_write
from tests.conftest import HERE, ROOT
from tests.support.volume import write_volume

TOPIC = """\
title: {title}
sections:
  - heading: Rest
    text: {text}
contact: false
"""
CLINIC = "name: {name}\nphone: 310-555-{number}\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch) -> Path:
    """A folder with two content files and two clinics, to work in."""
    monkeypatch.chdir(tmp_path)
    for name in ("handouts", "clinics"):
        (tmp_path / name).mkdir()
    write_topic("back", "Back pain")
    write_topic("neck", "Neck pain")
    write_clinic("east", 1000)
    write_clinic("west", 2000)
    return tmp_path


def write_topic(name: str, title: str, text: str = "Lie down for a while.", more: str = "") -> None:
    path = Path("handouts", f"{name}.yaml")
    path.write_text(TOPIC.format(title=title, text=text) + more, "utf-8")


def write_clinic(name: str, number: int, more: str = "") -> None:
    text = CLINIC.format(name=name.capitalize(), number=number) + more
    Path("clinics", f"{name}.yaml").write_text(text, "utf-8")


def all_jobs(*options: Options) -> list[Job]:
    return combinations(
        yaml_files(Path("handouts")), yaml_files(Path("clinics")), options or [Options()]
    )


def make(**options) -> Report:
    return run_batch(all_jobs(), Path("output"), workers=1, **options)


def counts(report: Report) -> tuple[int, int, int]:
    """How many were made, unchanged, failed."""
    return report.count("made"), report.count("unchanged"), report.count("failed")


def rows(output: str = "output") -> dict[str, dict]:
    found = json.loads(Path(output, MANIFEST).read_text("utf-8"))["handouts"]
    return {row["file"]: row for row in found}


def pdfs(output: str = "output") -> dict[str, bytes]:
    folder = Path(output)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.pdf")
    }


def assert_true(output: str = "output") -> None:
    """The manifest tells of each PDF, and truly; nothing else is in the folder."""
    told = {file: row["sha256"] for file, row in rows(output).items() if row["sha256"]}
    assert told == {file: sha256(data).hexdigest() for file, data in pdfs(output).items()}
    assert {path.name for path in Path(output).rglob("*") if path.is_file()} == {
        MANIFEST,
        *(Path(file).name for file in told),
    }


FOUR = {f"{clinic}/{title}-pain.pdf" for clinic in ("east", "west") for title in ("back", "neck")}

# ------------------------------------------------------------- what is made


def test_every_combination_is_made(place):
    assert counts(make()) == (4, 0, 0)
    assert set(pdfs()) == FOUR
    assert all(data.startswith(b"%PDF-") for data in pdfs().values())
    assert_true()


def test_each_has_its_own_clinic(place):
    make()
    made = pdfs()
    assert b"tel:+13105551000" in made["east/back-pain.pdf"]
    assert b"tel:+13105552000" in made["west/back-pain.pdf"]
    assert b"tel:+13105552000" not in made["east/back-pain.pdf"]


def test_a_row_says_all_that_is_asked_of_it(place):
    make()
    row = rows()["east/back-pain.pdf"]
    data = pdfs()["east/back-pain.pdf"]
    assert row | {"size": 0, "inputs": "", "problems": []} == {
        "file": "east/back-pain.pdf",
        "source": "handouts/back.yaml",
        "clinic": "clinics/east.yaml",
        "format": "handout",
        "paper": "letter",
        "mode": "colour",
        "punch": "none",
        "style": "brand",
        "sheet": "one",
        "sides": "own",
        "pages": 2,
        "size": 0,
        "bytes": len(data),
        "sha256": sha256(data).hexdigest(),
        "inputs": "",
        "problems": [],
        "base": "..",
    }
    assert row["size"] == 18
    assert "the text is short" in row["problems"][0]


def test_formats_are_made_beside_each_other(place):
    report = run_batch(
        all_jobs(Options(), Options("trifold"), Options(mode="mono")), Path("output"), workers=1
    )
    assert counts(report) == (12, 0, 0)
    assert {"east/back-pain.pdf", "east/back-pain-trifold.pdf", "east/back-pain-mono.pdf"} < set(
        pdfs()
    )
    assert_true()


def test_without_clinics_each_file_has_its_own(place):
    own = "clinic:\n  name: Own\n  phone: 310-555-9999\n"
    write_topic("back", "Back pain", more=own)
    report = run_batch([Job(Path("handouts/back.yaml"))], Path("output"))
    assert counts(report) == (1, 0, 0)
    assert set(pdfs()) == {"back-pain.pdf"}


def test_a_content_file_needs_a_clinic_from_somewhere(place):
    report = run_batch([Job(Path("handouts/back.yaml"))], Path("output"))
    assert counts(report) == (0, 0, 1)
    assert "the key `clinic` is missing" in report.done[0].entry.problems[0]


def test_a_clinic_may_bring_its_brand(place):
    make()
    text = 'clinic:\n  name: East\n  phone: 310-555-1000\nbrand:\n  primary: "#7a1f3d"\n'
    Path("clinics/east.yaml").write_text(text, "utf-8")
    before = pdfs()
    assert counts(make()) == (2, 2, 0)
    assert before["east/back-pain.pdf"] != pdfs()["east/back-pain.pdf"]


def test_the_same_run_makes_the_same_bytes_and_the_same_manifest(place):
    run_batch(all_jobs(), Path("one"), workers=1)
    run_batch(list(reversed(all_jobs())), Path("two"), workers=1)
    assert pdfs("one") == pdfs("two")
    assert Path("one", MANIFEST).read_bytes() == Path("two", MANIFEST).read_bytes()


def test_files_that_others_include_are_left_out(place):
    for name in ("_shared.yaml", ".hidden.yaml", "notes.txt"):
        Path("handouts", name).write_text("brand: {}", "utf-8")
    assert [path.name for path in yaml_files(Path("handouts"))] == ["back.yaml", "neck.yaml"]


def test_a_job_named_twice_is_made_once(place):
    report = run_batch(all_jobs() * 2, Path("output"), workers=1)
    assert counts(report) == (4, 0, 0)
    assert report.total == 4


# ---------------------------------------------------------- what is skipped


def test_a_second_run_makes_nothing(place):
    make()
    before = {path: path.stat().st_mtime_ns for path in Path("output").rglob("*")}
    assert counts(make()) == (0, 4, 0)
    assert {path: path.stat().st_mtime_ns for path in Path("output").rglob("*.pdf")}.items() <= (
        before.items()
    )


def test_force_makes_all(place):
    make()
    assert counts(make(force=True)) == (4, 0, 0)


LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h{}v9z"/></svg>'


def change_content():
    write_topic("back", "Back pain", "Sit down for a while.")
    return 2


def change_clinic():
    write_clinic("east", 1001, "logo: east.svg\n")
    return 2


def change_logo():
    Path("clinics/east.svg").write_text(LOGO.format(8), "utf-8")
    return 2


def change_image():
    Image.new("RGB", (400, 300)).save("handouts/lift.png")
    return 2


def change_brand():
    Path("handouts/_brand.yaml").write_text('primary: "#7a1f3d"\n', "utf-8")
    return 2


def change_font():
    data = bytearray(Path("handouts/font/Bold.ttf").read_bytes())
    Path("handouts/font/Bold.ttf").write_bytes(bytes(data) + b"\0\0\0\0")
    return 2


def change_kerning():
    Path("handouts/font/kerning.txt").write_text("regular\n-80 AV\n", "utf-8")
    return 2


def change_output():
    path = Path("output/west/neck-pain.pdf")
    path.write_bytes(path.read_bytes()[:-9])
    return 1


def change_a_byte():
    """As long as before: only what is in it tells."""
    path = Path("output/west/neck-pain.pdf")
    data = path.read_bytes()
    path.write_bytes(data[:99] + bytes([data[99] ^ 1]) + data[100:])
    return 1


def remove_output():
    Path("output/west/neck-pain.pdf").unlink()
    return 1


def spoil_manifest():
    path = Path("output", MANIFEST)
    path.write_bytes(path.read_bytes()[:-40])
    return 4


def remove_manifest():
    Path("output", MANIFEST).unlink()
    return 4


CHANGES = (change_content, change_clinic, change_logo, change_image, change_brand, change_font,
           change_kerning, change_output, change_a_byte, remove_output, spoil_manifest,
           remove_manifest)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_goes_in_or_came_out_is_noticed(place, change):
    Path("clinics/east.svg").write_text(LOGO.format(9), "utf-8")
    write_clinic("east", 1000, "logo: east.svg\n")
    shutil.copy(HERE / "handouts/lift.png", "handouts/lift.png")
    shutil.copytree(ROOT / "assets/fonts", "handouts/font")
    Path("handouts/_brand.yaml").write_text('primary: "#0b5d6b"\nfont: font\n', "utf-8")
    image = "    image: {file: lift.png, alt: A lift}\nbrand: _brand.yaml\n"
    text = TOPIC.format(title="Back pain", text="Rest.").replace("contact: false\n", image)
    Path("handouts/back.yaml").write_text(text, "utf-8")
    assert counts(make()) == (4, 0, 0)
    assert counts(make()) == (0, 4, 0)
    changed = change()
    again = make()
    assert again.count("unchanged") == 4 - changed
    assert counts(make())[0] == 0 or again.count("failed")


@pytest.mark.parametrize(
    "other",
    [Options("trifold"), Options(paper="a4"), Options(punch="3"), Options("card", sheet="two-up")],
)
def test_other_options_go_in_as_well(place, other):
    first, second = all_jobs(Options(), other)[:2]
    assert jobs.Shelf().ready(first).inputs != jobs.Shelf().ready(second).inputs


def test_another_program_makes_all_again(place, monkeypatch):
    make()
    monkeypatch.setattr(jobs, "program_hash", lambda: "another")
    assert counts(make()) == (4, 0, 0)


def test_the_program_is_its_source_and_its_bundled_files(monkeypatch):
    before = jobs.program_hash()
    named = {path.name for path in jobs._program_files()}
    assert {"fit.py", "run.py", "Regular.ttf", "kerning.txt", "sRGB.icc"} <= named
    monkeypatch.setattr(jobs, "_program_files", lambda: [ROOT / "README.md"])
    assert jobs.program_hash.__wrapped__() != before


def test_another_date_makes_all_again(place, monkeypatch):
    make()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert counts(make()) == (4, 0, 0)


def test_a_run_of_a_part_keeps_what_is_known_of_the_rest(place):
    make()
    write_topic("neck", "Neck pain", "Sit down.")
    run_batch([job for job in all_jobs() if job.content.stem == "back"], Path("output"))
    assert set(rows()) == FOUR
    assert_true()
    assert counts(make()) == (2, 2, 0)


def test_a_row_whose_file_is_gone_goes_too(place):
    make()
    Path("output/east/neck-pain.pdf").unlink()
    run_batch([job for job in all_jobs() if job.content.stem == "back"], Path("output"))
    assert set(rows()) == FOUR - {"east/neck-pain.pdf"}


def test_a_file_whose_content_makes_another_now_is_named(place):
    make()
    write_topic("back", "Sore back")
    report = make()
    assert report.stale == ("east/back-pain.pdf", "west/back-pain.pdf")
    assert_true()


# -------------------------------------------------------------- what is wrong


def test_a_bad_content_file_is_told_with_all_its_problems_and_the_rest_is_made(place):
    Path("handouts/bad.yaml").write_text("titel: x\nsections: []\n", "utf-8")
    report = make()
    assert counts(report) == (4, 0, 2)
    assert report.code == 3
    failed = [done.entry for done in report.done if done.state == "failed"]
    assert {entry.source for entry in failed} == {"handouts/bad.yaml"}
    assert len(failed[0].problems) == 2
    assert sorted(
        row["problems"] != []
        for row in json.loads(Path("output", MANIFEST).read_text("utf-8"))["handouts"]
        if not row["file"]
    ) == [True, True]


@pytest.mark.parametrize(
    "text", ["name: East\n", "clinic: {name: East}\n", "- East\n", "", "name: [\n", "nome: x\n"]
)
def test_a_bad_clinic_is_told_and_the_rest_is_made(place, text):
    Path("clinics/east.yaml").write_text(text, "utf-8")
    report = make()
    assert counts(report) == (2, 0, 2)
    told = [problem for done in report.done for problem in done.entry.problems]
    assert any(problem.startswith(f"{Path('clinics', 'east.yaml')}") for problem in told)


def test_a_text_that_does_not_fit_fails_alone_and_its_old_file_stays(place):
    make()
    before = pdfs()
    write_topic("back", "Back pain", "Lie down for a while, and rest. " * 400)
    report = make()
    assert (counts(report), report.code) == ((0, 2, 2), 4)
    assert pdfs() == before
    row = rows()["east/back-pain.pdf"]
    assert (row["sha256"], row["bytes"]) == ("", 0)
    assert "too long" in row["problems"][-1]
    assert counts(make()) == (0, 2, 2)


def test_two_titles_that_give_one_file_are_refused(place):
    write_topic("neck", "Back, pain!")
    report = make()
    assert counts(report) == (2, 0, 2)
    problem = report.done[-1].entry.problems[0]
    assert "handouts/neck.yaml" in problem.replace("\\", "/")
    assert "same file as" in problem
    assert "east/back-pain.pdf" in report.done[2].entry.problems[0]


def test_a_newcomer_does_not_take_the_file_of_another(place):
    assert counts(make()) == (4, 0, 0)
    before = Path("output/east/back-pain.pdf").read_bytes()
    write_topic("aaa", "Back pain", "Another text.")
    report = make()
    assert report.count("failed") == 2
    assert Path("output/east/back-pain.pdf").read_bytes() == before
    assert rows()["east/back-pain.pdf"]["source"] == "handouts/back.yaml"
    assert "handouts/aaa.yaml" in report.done[0].entry.problems[0].replace("\\", "/")


def test_a_title_that_another_has_given_up_is_free(place):
    assert counts(make()) == (4, 0, 0)
    write_topic("aaa", "Back pain", "Another text.")
    write_topic("back", "Lower back pain")
    assert make().count("failed") == 0
    assert rows()["east/back-pain.pdf"]["source"] == "handouts/aaa.yaml"


def test_two_clinics_of_one_name_are_refused(place):
    shutil.copy("clinics/east.yaml", "clinics/East.yml")
    report = make()
    assert report.count("failed") in (0, 2)  # one file on systems that fold case
    assert len(pdfs()) == 4


def test_the_phone_of_the_replaced_clinic_is_refused(place):
    own = "clinic:\n  name: Own\n  phone: 310-828-7757\n"
    write_topic("back", "Back pain", "Call us at (310) 828-7757 or 1-310-828-7757 now.", own)
    report = make()
    assert counts(report) == (2, 0, 2)
    first = report.done[0].entry.problems
    assert len(first) == 1
    assert first[0].startswith(f"{Path('handouts', 'back.yaml')}:4:11: error: the text says (310)")
    assert "East has 310-555-1000" in first[0]


def test_a_link_that_dials_the_replaced_clinic_is_refused(place):
    own = "clinic:\n  name: Own\n  phone: 310-828-7757\n"
    write_topic("back", "Back pain", "Please [call us](tel:+13108287757) now.", own)
    report = make()
    assert counts(report) == (2, 0, 2)
    assert "the text says +13108287757" in report.done[0].entry.problems[0]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Call 310-828-7757 now.", True),
        ("Please [call](tel:310-828-7757) now.", True),
        ("Call 800-656-4673, or 911, or 988.", False),
        ("Reviewed 2026-10-01, 5 to 10 people.", False),
    ],
)
def test_a_phone_that_is_no_clinics_is_told(place, words, told):
    write_topic("back", "Back pain", words)
    report = make()
    assert counts(report) == (4, 0, 0)
    problems = " ".join(each for done in report.done for each in done.entry.problems)
    assert ("is not the phone of every clinic" in problems) is told


def test_a_fault_in_the_program_stops_one_handout_only(place, monkeypatch):
    good = worker.build_handout

    def build_handout(handout, options):
        if handout.clinic.name.plain == "East":
            raise RuntimeError("odd")
        return good(handout, options)

    monkeypatch.setattr(worker, "build_handout", build_handout)
    report = make()
    assert (counts(report), report.code) == ((2, 0, 2), 1)
    assert "a fault in the program: RuntimeError: odd" in report.done[0].entry.problems[0]


def failing(monkeypatch, error: BaseException, name: str) -> None:
    """Let os.replace fail where a file of that name is to be put."""
    real = atomic_write.os.replace

    def replace(source, target):
        if Path(target).name == name:
            raise error
        real(source, target)

    monkeypatch.setattr(atomic_write.os, "replace", replace)


def test_a_locked_file_fails_alone_and_stays_whole(place, monkeypatch):
    make()
    before = pdfs()
    with monkeypatch.context() as patch:
        failing(patch, PermissionError(13, "used by another process"), "back-pain.pdf")
        write_topic("back", "Back pain", "Sit.")
        write_topic("neck", "Neck pain", "Sit.")
        report = make()
    assert (counts(report), report.code, report.stopped) == ((2, 0, 2), 5, "")
    assert pdfs()["east/back-pain.pdf"] == before["east/back-pain.pdf"]
    assert not list(Path("output").rglob(".*"))
    assert counts(make()) == (2, 2, 0)
    assert_true()


def test_a_full_disk_ends_the_run(place, monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, OSError(28, "No space left on device"), "neck-pain.pdf")
        report = make()
    assert report.code == 5
    assert "cannot write" in report.stopped
    assert report.count("made") == 2
    assert len(report.done) == 3
    assert counts(make()) == (2, 2, 0)
    assert_true()


def test_a_manifest_that_cannot_be_written_is_told_and_nothing_is_lost(place, monkeypatch):
    with monkeypatch.context() as patch:
        failing(patch, PermissionError(13, "used by another process"), MANIFEST)
        report = make()
    assert (counts(report), report.code) == ((4, 0, 0), 5)
    assert MANIFEST in report.stopped
    assert counts(make()) == (0, 4, 0)
    assert_true()


def test_an_output_that_cannot_be_written_is_refused_at_once(place):
    Path("output").write_text("a file", "utf-8")
    with pytest.raises(WriteError, match="nothing was made"):
        make()


# ----------------------------------------------------- runs that end early


def journaled(*files: str) -> None:
    """Leave the output as a killed run would: files, their journal, a half row, a half file."""
    make()
    output = Path("output")
    known = rows()
    lines = [json.dumps(known[file]) for file in files]
    (output / MANIFEST).unlink()
    for file in set(known) - set(files):
        (output / file).unlink()
    (output / manifest.JOURNAL).write_text("\n".join([*lines, lines[0][:50]]), "utf-8")
    (output / "east" / abandoned()).write_bytes(b"%PDF-1.7 half")


def abandoned() -> str:
    """The name of a temporary file whose process has ended."""
    done = subprocess.run(
        [sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True
    )
    name = atomic_write.temporary_name()
    return name.replace(f"-{os.getpid()}-", f"-{int(done.stdout)}-")


OTHERS = (".plan.tmp", ".letter.pdf.tmp", ".back-pain.pdf.4711.tmp", ".brochure-plan.tmp",
          ".brochure-00000000-1-000000000000.tmp", "notes.tmp")  # fmt: skip


def test_files_of_others_that_look_temporary_stay(place):
    journaled("east/back-pain.pdf")
    folder = Path("output/east")
    mine = atomic_write.temporary_name()  # of a process that runs
    for name in (*OTHERS, mine):
        (folder / name).write_text("keep me", "utf-8")
    make()
    left = {path.name for path in folder.iterdir() if path.suffix == ".tmp"}
    assert left == {*OTHERS, mine}


def test_a_killed_run_is_gone_on_with(place):
    journaled("east/back-pain.pdf", "west/neck-pain.pdf")
    assert counts(make()) == (2, 2, 0)
    assert_true()


def test_a_failure_leaves_what_is_known_of_the_old_file(place):
    """A failed row in the journal of a killed run would make the file that stands unknown."""
    make()
    write_topic("back", "Back pain", "Lie down for a while, and rest. " * 400)
    write_topic("neck", "Neck pain", "Sit down.")
    journaled_then: list[str] = []

    def on_done(done, number, total):
        journaled_then[:] = Path("output", manifest.JOURNAL).read_text("utf-8").splitlines()

    assert counts(make(on_done=on_done)) == (2, 0, 2)
    assert {json.loads(line)["source"] for line in journaled_then} == {"handouts/neck.yaml"}


def test_two_runs_do_not_write_into_one_folder(place):
    journal = manifest.Journal(Path("output"))
    with pytest.raises(WriteError, match="another run is writing there"):
        make()
    journal.close()
    assert counts(make()) == (4, 0, 0)


def stop_after(count: int, error: type[BaseException]):
    def on_done(done, number, total):
        if number == count:
            raise error

    return on_done


def test_ctrl_c_leaves_a_true_manifest_and_says_what_is_done(place):
    report = make(on_done=stop_after(2, KeyboardInterrupt))
    assert (report.code, report.stopped) == (130, "interrupted")
    assert len(report.done) == 2
    assert_true()
    assert counts(make()) == (2, 2, 0)


def test_a_file_that_is_being_written_when_all_stops_is_whole(place, monkeypatch):
    make()
    before = pdfs()
    write_topic("back", "Back pain", "Sit down.")
    with monkeypatch.context() as patch:
        failing(patch, KeyboardInterrupt(), "back-pain.pdf")
        report = make()
    assert report.code == 130
    assert pdfs() == before
    assert not list(Path("output").rglob(".*"))
    assert counts(make()) == (2, 2, 0)


class Odd(Executor):
    """An executor that does the first chunks, then breaks."""

    def __init__(self, good: int) -> None:
        self.left = good

    def submit(self, fn, /, *args, **kwargs):
        future: Future = Future()
        self.left -= 1
        if self.left < 0:
            future.set_exception(BrokenExecutor("gone"))
        else:
            future.set_result(fn(*args, **kwargs))
        return future


def test_a_dead_worker_ends_the_run_and_the_next_does_the_rest(place):
    report = run_batch(all_jobs(), Path("output"), Odd(2), workers=1)
    assert report.code == 1
    assert "a worker process died" in report.stopped
    assert report.count("made") == 2
    assert_true()
    assert counts(make()) == (2, 2, 0)


# ----------------------------------------------------------------- executors


@pytest.fixture
def volume(tmp_path: Path) -> list[Job]:
    """Twenty jobs: more than are done without workers."""
    handouts, clinics = write_volume(tmp_path, 5, 4)
    return combinations(yaml_files(handouts), yaml_files(clinics), [Options()])


@pytest.fixture
def plain(volume, tmp_path: Path) -> dict[str, bytes]:
    """What the twenty jobs make in one process."""
    run_batch(volume, tmp_path / "plain", workers=1)
    return pdfs(str(tmp_path / "plain"))


@pytest.mark.slow
def test_worker_processes_make_the_same(volume, plain, tmp_path):
    told: list[int] = []
    output = tmp_path / "output"
    report = run_batch(
        volume, output, on_done=lambda done, number, total: told.append(number), workers=2
    )
    assert counts(report) == (20, 0, 0)
    assert pdfs(str(output)) == plain
    assert told == list(range(1, 21))
    names = [f"../handouts/{job.content.name}" for job in volume]  # no path of the machine
    assert [done.entry.source for done in report.done] == names
    assert_true(str(output))


@pytest.mark.slow
def test_a_process_pool_from_outside(volume, plain, tmp_path):
    output = tmp_path / "output"
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        assert counts(run_batch(volume, output, pool)) == (20, 0, 0)
        assert counts(run_batch(volume, output, pool, force=True)) == (20, 0, 0)
    assert pdfs(str(output)) == plain


@pytest.mark.slow
def test_dask_carries_it(volume, plain, tmp_path):
    from distributed import Client, LocalCluster

    output = tmp_path / "output"
    cluster = LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
    )
    with cluster, Client(cluster) as client:
        report = run_batch(volume, output, client.get_executor())
    assert counts(report) == (20, 0, 0)
    assert pdfs(str(output)) == plain
    assert_true(str(output))


def test_a_report_is_in_the_order_of_the_jobs(place):
    make()
    write_topic("back", "Back pain", "Sit down.")
    report = run_batch(all_jobs(), Path("output"), Odd(9), workers=1)
    assert [done.state for done in report.done] == ["made", "made", "unchanged", "unchanged"]


# ------------------------------------------------------------------- command


def build(*arguments: str) -> int:
    return cli.main(["build", "handouts", "--clinics", "clinics", "--jobs", "1", *arguments])


def test_the_command_tells_of_each_handout_and_sums_up(place, capsys):
    assert build() == 0
    told = capsys.readouterr()
    lines = told.out.splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("east/back-pain.pdf  2 pages, 18 pt, ")
    assert lines[-1].startswith("4 handouts: 4 made, 0 unchanged, 0 failed, in ")
    assert told.err.count("the text is short") == 2
    assert build() == 0
    assert capsys.readouterr().out.startswith("4 handouts: 0 made, 4 unchanged")


def test_the_command_is_quiet_until_something_is_wrong(place, capsys):
    assert build("--quiet") == 0
    assert capsys.readouterr().out == ""
    Path("handouts/bad.yaml").write_text("titel: x\n", "utf-8")
    assert build("--quiet") == 3
    told = capsys.readouterr()
    assert told.err.count("`titel` is not known") == 1
    assert "2 failed" in told.out


def test_a_terminal_gets_a_bar(place, capsys, monkeypatch):
    monkeypatch.setattr(many, "EVERY", 0.0)
    monkeypatch.setattr(many, "RATE_FROM", 0.0)
    monkeypatch.setattr(many.sys.stderr, "isatty", lambda: True, raising=False)
    assert build() == 0
    told = capsys.readouterr()
    assert "\r[############............] 2 of 4  " in told.err
    assert " a second, " in told.err
    assert told.out.startswith("4 handouts: 4 made")
    assert len(max(told.err.split("\r"), key=len).splitlines()[0]) <= 78


def test_the_command_says_what_is_left(place, capsys, monkeypatch):
    stopping = stop_after(3, KeyboardInterrupt)
    real = many.Teller.tell

    def tell(self, done, number, total):
        real(self, done, number, total)
        stopping(done, number, total)

    monkeypatch.setattr(many.Teller, "tell", tell)
    assert build() == 130
    told = capsys.readouterr()
    assert "stopped: interrupted; 1 are not done" in told.err
    assert "4 handouts: 3 made" in told.out
    assert_true()


def test_the_command_names_files_left_from_before(place, capsys):
    build()
    write_topic("back", "Sore back")
    build()
    assert f"{Path('output', 'east', 'back-pain.pdf')}: left from before" in (
        capsys.readouterr().err.replace("output/east/back-pain.pdf",
                                        str(Path("output", "east", "back-pain.pdf")))
    )  # fmt: skip


@pytest.mark.slow
def test_force_and_formats_on_the_command_line(place, capsys):
    assert build("--format", "all") == 0
    assert len(pdfs()) == 32
    assert build("--force", "--quiet") == 0
    assert_true()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--jobs", "0"], "--jobs takes 1 or more"),
        (["-o", "x.pdf"], "a batch makes a folder"),
        (["--open"], "not a batch"),
        (["--clinics", "empty"], "no .yaml file in empty"),
    ],
)
def test_odd_commands_are_refused(place, capsys, arguments, words):
    Path("empty").mkdir()
    assert build(*arguments) == 2
    assert words in capsys.readouterr().err
    assert not Path("output").exists()


def test_run_module_is_what_the_package_offers():
    assert run_batch is run.run_batch


@pytest.mark.parametrize(
    ("phone", "words"),
    [
        ("310-828-7757 ext. 12", "Call 310-828-7757 today."),
        ("310-828-7757 EXT 12", "Call 828-7757 today."),
        ("Text or call 310-828-7757", "Call (310) 828-7757 x3 today."),
        ("1-800-MY-HEELS", "Call 1-800-694-3357 today."),
        ("+44 (0)20 7946 0018", "Call 020 7946 0018 today."),
    ],
)
def test_the_phone_of_the_replaced_clinic_is_known_in_any_spelling(place, phone, words):
    write_topic("back", "Back pain", words, f'clinic:\n  name: Own\n  phone: "{phone}"\n')
    report = make()
    assert counts(report) == (2, 0, 2)
    assert "the phone of the file's own clinic" in report.done[0].entry.problems[0]


def test_a_phone_that_is_meant_can_be_allowed(place):
    allow = "allow: {other-phone: the county's nurse line}\n"
    write_topic("back", "Back pain", "Call 213-555-0199 now.", allow)
    report = make()
    assert counts(report) == (4, 0, 0)
    assert not [each for done in report.done for each in done.entry.problems if "213" in each]


def test_words_in_braces_are_each_clinics_own(place):
    write_topic("back", "Back pain at {clinic}", "Call us at {phone} now.")
    report = make()
    assert counts(report) == (4, 0, 0)
    for done in report.done:
        assert not [each for each in done.entry.problems if "says" in each]
    for clinic, number in (("east", "3105551000"), ("west", "3105552000")):
        assert f"tel:+1{number}".encode() in pdfs()[f"{clinic}/back-pain-at-{clinic}.pdf"]


def test_a_clinic_that_lacks_a_fact_fails_alone(place):
    write_topic("back", "Back pain", "We are open {hours}.")
    write_clinic("east", 1000, "hours: Mon-Fri 8:00-17:00\n")
    report = make()
    assert counts(report) == (3, 0, 1)
    (told,) = [each for done in report.done for each in done.entry.problems if "{hours}" in each]
    assert "the text says {hours}, but the clinic has no `hours`" in told
    assert str(Path("clinics", "west.yaml")) in told
