"""What keeps a check quick, in counts: few phrases are searched for, few modules are loaded."""

from __future__ import annotations

import subprocess
import sys

from brochure.checks import phrases
from brochure.checks.handout_view import View
from brochure.sources import read
from tests.conftest import ROOT, SAMPLE

MOST_PHRASES, MOST_MODULES = 12, 200
"""The phrases of over 1,000 that the sample is searched for, and the modules of ours of a check."""
LOADED = """
import sys
from brochure.cli import main
main(["check", sys.argv[1]])
print(sum(name.partition(".")[0] == "brochure" for name in sys.modules))
"""


def test_few_phrases_are_searched_for():
    view = View(read(SAMPLE)[0], "2026-11-22")
    table = phrases._table("en")
    assert sum(len(rows) for rows, _ in table.values()) > 1000
    assert sum(len([*phrases._near(view, section)]) for section in table) <= MOST_PHRASES


def test_a_check_loads_no_more_modules_than_it_did():
    run = [sys.executable, "-c", LOADED, str(SAMPLE)]
    done = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout.split()[-1]) <= MOST_MODULES
