"""What is watched, what counts as a change, and what a change leads to."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Timer
from time import process_time

import pytest

from brochure.commands.watching import Poller, sources, watch
from brochure.reading.loader import load
from tests.support.commands import faultless

Step = Callable[[], set[Path]]


class Scripted:
    """Changes that a test has written down; Ctrl-C after the last."""

    def __init__(self, *steps: Step) -> None:
        self.steps = list(steps)
        self.followed: list[set[Path]] = []

    def follow(self, paths: Iterable[Path]) -> None:
        self.followed.append(set(paths))

    def wait(self) -> set[Path]:
        if not self.steps:
            raise KeyboardInterrupt
        return self.steps.pop(0)()


class Builds:
    """A build that notes what it was given, and fails where the text says so."""

    def __init__(self) -> None:
        self.of: list[str] = []

    def __call__(self, file: Path) -> bool:
        self.of.append(file.name)
        return "broken" not in file.read_text("utf-8")


def edited(path: Path, text: str | None) -> Step:
    """A step that writes a file, or removes it, and tells so."""

    def step() -> set[Path]:
        if text is None:
            path.unlink()
        else:
            path.write_text(text, "utf-8")
        return {path}

    return step


def watched(files: list[Path], *steps: Step) -> tuple[Builds, list[str], Scripted]:
    build, said, changes = Builds(), [], Scripted(*steps)
    with pytest.raises(KeyboardInterrupt):
        watch(files, build, changes, said.append, lambda file: sources(file, A / "x", A / "y"))
    return build, said, changes


A = Path("/nowhere")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    path = tmp_path / "content.yaml"
    path.write_text("title: One\nbrand: brand.yaml\n", "utf-8")
    return path


# ------------------------------------------------------------------- the loop


def test_it_builds_at_once_and_at_each_change(content: Path) -> None:
    build, said, _ = watched([content], edited(content, "two"), edited(content, "three"))
    assert build.of == 3 * ["content.yaml"]
    assert said[0].startswith(f"watching {content}")
    assert [line.endswith("content.yaml changed") for line in said[1:]] == [True, True]


def test_a_failure_leaves_the_last_good_pdf(content: Path) -> None:
    build, said, _ = watched([content], edited(content, "broken"), edited(content, "mended"))
    assert len(build.of) == 3
    assert [line for line in said if "last good PDF" in line] == [said[2]]


def test_a_file_that_is_gone_is_not_built_until_it_is_back(content: Path) -> None:
    build, said, changes = watched([content], edited(content, None), edited(content, "back"))
    assert len(build.of) == 2
    assert "is gone" in said[2]
    assert all(content in followed for followed in changes.followed)


def test_a_change_of_a_shared_file_builds_all_that_use_it(content: Path) -> None:
    brand, other = content.with_name("brand.yaml"), content.with_name("other.yaml")
    other.write_text("title: Two\n", "utf-8")
    build, _, _ = watched([content, other], edited(brand, "primary: x"), edited(other, "brand: no"))
    assert build.of == ["content.yaml", "other.yaml", "content.yaml", "other.yaml"]


def test_what_is_newly_named_is_followed_before_the_build(content: Path) -> None:
    logo = content.with_name("logo.svg")
    _, _, changes = watched([content], edited(content, "logo: logo.svg\n"))
    assert logo not in changes.followed[0]
    assert logo in changes.followed[1]


def test_it_says_what_else_is_used(content: Path) -> None:
    content.with_name("brand.yaml").write_text("accent: x", "utf-8")
    _, said, _ = watched([content])
    assert said == [f"watching {content} and brand.yaml; press Ctrl-C to stop"]


# ---------------------------------------------------------------- what is used


def test_everything_that_a_handout_is_made_of(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    for folder in (assets / "fonts", tmp_path / "pictures"):
        folder.mkdir(parents=True)
    for name in ("assets/logo.svg", "pictures/my spine, left.PNG", "neck.jpg", "back.jpeg"):
        (tmp_path / name).write_bytes(b"")
    for name in ("Regular", "Bold", "Italic"):
        (assets / "fonts" / f"{name}.ttf").write_bytes(b"")
    brand = 'primary: "#0b5d6b"\nfont: assets/fonts # ours\n'
    (tmp_path / "brand.yaml").write_text(brand, "utf-8")
    clinic = 'name: We\nphone: 310-828-7757\nlogo: "assets\\\\logo.svg"\n'
    (assets / "clinic.yaml").write_text(clinic, "utf-8")
    content = tmp_path / "content.yaml"
    content.write_text(
        "title: One\nclinic: 'assets/clinic.yaml'  # ours\nbrand: brand.yaml\nsections:\n"
        "  - heading: A\n    image: {file: neck.jpg, alt: A neck}\n"
        "  - heading: B\n    image:\n      file: pictures/my spine, left.PNG\n      alt: A spine\n"
        '  - heading: C\n    image: {alt: "A back", file: "back.jpeg"}\n',
        "utf-8",
    )
    handout, _ = load(content)
    made_of = {content, tmp_path / "brand.yaml", assets / "clinic.yaml", handout.clinic.logo}
    made_of |= {image.path for image in handout.images}
    made_of |= {path for _, path in handout.brand.fonts}
    assert len(made_of) == 10
    found = {path.resolve() for path in sources(content, assets, tmp_path / "output")}
    assert {path.resolve() for path in made_of} <= found


def test_a_broken_file_still_names_its_sources(tmp_path: Path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text("titel: [\nclinic: clinic.yaml\nbrand:\n\tfont: faces\n", "utf-8")
    found = sources(content, tmp_path / "assets", tmp_path / "output")
    assert {tmp_path / "clinic.yaml", tmp_path / "faces" / "Bold.ttf"} <= found


def test_output_is_never_watched(tmp_path: Path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text("logo: output/logo.png\nbrand: output/../brand.yaml\n", "utf-8")
    found = sources(content, tmp_path / "assets", tmp_path / "output")
    assert {path.name for path in found} == {"content.yaml", "brand.yaml"}


@pytest.mark.slow
def test_an_endless_line_is_searched_quickly(tmp_path: Path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text("a: " + ", a" * 300_000, "utf-8")
    start = process_time()
    assert sources(content, tmp_path / "assets", tmp_path / "output") == {content}
    assert process_time() - start < 10


def test_a_file_in_assets_that_lie_elsewhere(tmp_path: Path) -> None:
    content, assets = tmp_path / "texts" / "content.yaml", tmp_path / "assets"
    content.parent.mkdir()
    content.write_text("logo: assets/logo.svg\n", "utf-8")
    assert assets / "logo.svg" in sources(content, assets, tmp_path / "output")


def test_a_faultless_handout_is_made_of_itself(tmp_path: Path) -> None:
    content = tmp_path / "content.yaml"
    content.write_text(faultless(), "utf-8")
    found = sources(content, tmp_path / "assets", tmp_path / "output")
    assert {path for path in found if path.exists()} == {content}


# ------------------------------------------------------------------ the poller


@pytest.fixture
def poller(content: Path) -> Poller:
    poller = Poller(0.005)
    poller.follow([content])
    return poller


def later(call: Callable[[], object], seconds: float = 0.03) -> None:
    Timer(seconds, call).start()


def test_a_change_is_seen(poller: Poller, content: Path) -> None:
    later(lambda: content.write_text("two", "utf-8"))
    assert poller.wait() == {content}


def test_a_change_between_two_waits_is_seen(poller: Poller, content: Path) -> None:
    content.write_text("two", "utf-8")
    poller.follow([content, content.with_name("brand.yaml")])
    assert poller.wait() == {content}


def test_a_rename_over_the_file_is_seen_at_equal_time_and_size(
    poller: Poller, content: Path
) -> None:
    other = content.with_name("other")
    other.write_bytes(content.read_bytes())
    times = content.stat()
    os.utime(other, ns=(times.st_atime_ns, times.st_mtime_ns))
    other.replace(content)
    assert poller.wait() == {content}


def test_deletion_and_return_are_seen(poller: Poller, content: Path) -> None:
    content.unlink()
    assert poller.wait() == {content}
    later(lambda: content.write_text("back", "utf-8"))
    assert poller.wait() == {content}


def test_a_save_in_two_parts_is_one_change(poller: Poller, content: Path) -> None:
    content.unlink()
    later(lambda: content.write_text("whole", "utf-8"), 0.1)
    assert poller.wait() == {content}
    assert content.read_text("utf-8") == "whole"


def test_an_emptied_file_is_given_time(poller: Poller, content: Path) -> None:
    content.write_text("", "utf-8")
    later(lambda: content.write_text("whole", "utf-8"), 0.1)
    assert poller.wait() == {content}
    assert content.read_text("utf-8") == "whole"


def test_what_stays_empty_is_told_in_the_end(poller: Poller, content: Path) -> None:
    content.write_text("", "utf-8")
    assert poller.wait() == {content}
