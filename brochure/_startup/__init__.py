"""The quick start, behind one wall: what makes a whole run cheap, what it buys, how to leave it.

A run makes one handout and ends, so most of its time is imports. Everything here serves that, and
nothing else does. The console entry (`brochure.__main__`: `brochure`, `python -m brochure`,
`make_pdf.py`) switches it on through `own_process.take_over`. A program that imports Brochure, or
calls `brochure.cli.main`, gets every module whole, and its process stays as it was.

`BROCHURE_PLAIN_IMPORTS=1` switches it off in a console run, to look for a fault or to measure.

What each piece buys is in docs/speed.md. `lazy_imports` is how: stand-ins in `sys.modules` while a
library is imported, each of which turns into the real thing when it is touched. The records stay
under the switch, as they change no other module. `TYPE_CHECKING = False` stands where `typing`
would be imported for it alone. A worker of a batch is ours alone if the process that starts it is
(`own_process.begin`).
"""
