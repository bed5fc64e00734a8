"""Many handouts in one run: every content file for every clinic, in worker processes.

`run_batch` makes a list of jobs, skips what is unchanged, and keeps a manifest of what lies in
the output folder. It never prints.
"""

from __future__ import annotations

from brochure.batch.jobs import Job, combinations
from brochure.batch.manifest import MANIFEST, Entry
from brochure.batch.run import Report, run_batch

__all__ = ["MANIFEST", "Entry", "Job", "Report", "combinations", "run_batch"]
