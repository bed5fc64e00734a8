"""The command line as a user meets it, in a process of its own; and content files to give it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-22"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)


def _interruptible() -> None:
    """Let Ctrl-C end a child, also if the tests were started with Ctrl-C ignored, as by nohup."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def begin(*arguments: object, cwd: Path, **options: object) -> subprocess.Popen[str]:
    """Start a verb in a folder; a terminal's Ctrl-C would reach it."""
    return subprocess.Popen(
        [sys.executable, "-m", "brochure", *map(str, arguments)],
        cwd=cwd,
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=None if sys.platform == "win32" else _interruptible,
        **options,
    )


def brochure(*arguments: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a verb in a folder."""
    return python("-m", "brochure", *arguments, cwd=cwd)


def python(
    *arguments: object, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, with further environment variables."""
    return subprocess.run(
        [sys.executable, *map(str, arguments)],
        cwd=cwd,
        env={**ENVIRONMENT, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def faultless() -> str:
    """The first handout with its review and its sources filled in, and no logo."""
    text = (ROOT / "content.yaml").read_text("utf-8")
    text = re.sub(r"(?m)^# (reviewed|review_by|sources):", r"\1:", text)
    text = re.sub(r"(?m)^#   - ", "  - ", text)
    return re.sub(r"(?m)^  logo:.*\n", "", text)


def rules_in(printed: str) -> list[str]:
    """The rules of the findings that were printed."""
    return re.findall(r"(?m)^[^ \n]*: (?:error|warning|hint) ([a-z-]+): ", printed)
