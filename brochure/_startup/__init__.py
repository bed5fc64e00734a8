"""The quick start, behind one wall: what makes a whole run cheap, what it buys, how to leave it.

A run makes one handout and ends, so most of its time is imports. Everything here serves that, and
nothing else does. The console entry (`brochure.__main__`: `brochure`, `python -m brochure`,
`make_pdf.py`) switches it on through `own_process.take_over`. A program that imports Brochure, or
calls `brochure.cli.main`, gets every module whole, and its process stays as it was.

`BROCHURE_PLAIN_IMPORTS=1` switches it off in a console run, to look for a fault or to measure.

What each piece buys, taken away alone: a run of the sample against 1 with all, compiled modules
there, Python 3.11; instructions by callgrind (454 million then, 409 now), CPU as the median of 11
rounds (`re` was imported by every run then):

| piece | module | instructions | CPU |
|---|---|---|---|
| records: dataclasses that cost little to define | `records` | 1.82 | 1.67 |
| parts of ReportLab put off, all | `reportlab` | 1.34 | 1.40 |
| - of these Pillow and uharfbuzz | | 1.14 | |
| - the standard library's (`ast`, `platform`, `hashlib` ...) | | 1.13 | |
| patterns of PyYAML compiled when they are used (`Pattern`) | `kept_patterns` | 1.15 | 1.06 |
| no collecting of garbage, and no taking to pieces at the end | `own_process` | 1.10 | 1.24 |
| our modules and the libraries' found at once | `quick_finder` | 1.04 | |
| the help's width fixed, no translations looked for | `argparse` | 1.04 | 1.06 |
| no parser of web addresses nor Windows' paths for `pathlib` | `own_process` | 1.02 | |
| the stages of PyYAML that a parse does not go through | `yaml` | 1.02 | |
| files and switches read without argparse | `plain_arguments` | 1.02 | |
| what ReportLab seeks in vain, and `datetime` made once | `reportlab`, `own_process` | 1.02 | |
| all but the records: the switch | | 1.63 | 1.70 |

`lazy_imports` is how: stand-ins in `sys.modules` while a library is imported, each of which turns
into the real thing when it is touched. The records stay under the switch, as they change no other
module. `TYPE_CHECKING = False` stands where `typing` would be imported for it alone. A worker of a
batch is ours alone if the process that starts it is (`own_process.begin`).
"""
