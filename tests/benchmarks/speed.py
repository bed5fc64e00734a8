"""How long a handout takes beside a bare ReportLab canvas that draws the same two pages.

Run by hand:  python tests/benchmarks/speed.py [ROUNDS] [CONTENT]

The bare script holds every string, size and position as literals: it reads nothing, fits
nothing, checks nothing and tags nothing. Both run in turn, as whole processes and warm in
one process; what is printed is CPU time (user and system) and, of each pair, the ratio.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from brochure.faces import bundled_files  # noqa: E402
from brochure.job import Options, build, make_layout, read  # noqa: E402
from brochure.model import Box, Drawing, GlyphRun, Rule  # noqa: E402

HEAD = """
from reportlab.pdfgen import canvas
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
FONTS = {fonts!r}
def fonts():
    for name, path in FONTS.items():
        pdfmetrics.registerFont(TTFont(name, path))
PAGES = {pages!r}
def draw(path):
    page = canvas.Canvas(path, pagesize={size!r})
    for items in PAGES:
        for kind, *rest in items:
            if kind == "t":
                x, y, text, face, points, ink = rest
                page.setFont(face, points)
                page.setFillColorRGB(*ink)
                page.drawString(x, y, text)
            elif kind == "r":
                x, y, width, height, ink = rest
                page.setFillColorRGB(*ink)
                page.rect(x, y, width, height, stroke=0, fill=1)
            elif kind == "l":
                x0, y0, x1, y1, width, ink = rest
                page.setLineWidth(width)
                page.setStrokeColorRGB(*ink)
                page.line(x0, y0, x1, y1)
            else:
                ink, scale, dx, dy, ops = rest
                page.setFillColorRGB(*ink)
                path = page.beginPath()
                for op in ops:
                    points = [scale * p + (dx, dy)[i % 2] for i, p in enumerate(op[1:])]
                    if op[0] == "m":
                        path.moveTo(*points)
                    elif op[0] == "l":
                        path.lineTo(*points)
                    elif op[0] == "c":
                        path.curveTo(*points)
                    else:
                        path.close()
                page.drawPath(path, stroke=0, fill=1)
        page.showPage()
    page.save()
if __name__ == "__main__":
    fonts()
    draw({out!r})
"""


def bare_script(content: Path, folder: Path) -> None:
    """Write the script that draws the same two pages with everything fixed."""
    handout, _ = read(content)
    layout, _ = make_layout(handout, Options())
    pages = []
    for page in layout.pages:
        items: list[tuple[object, ...]] = []
        for item in page.items:
            if isinstance(item, GlyphRun):
                at = (round(item.x, 2), round(item.y, 2))
                items.append(("t", *at, item.text, item.face, item.size, item.ink))
            elif isinstance(item, Box) and item.fill:
                items.append(("r", item.x, item.y, item.width, item.height, item.fill))
            elif isinstance(item, Rule):
                items.append(("l", item.x0, item.y0, item.x1, item.y1, item.width, item.ink))
            elif isinstance(item, Drawing):
                items += [
                    ("p", path.fill, item.scale, item.x, item.y, path.ops)
                    for path in item.paths
                    if path.fill
                ]
        pages.append(items)
    fonts = {role: str(path) for role, path in bundled_files().items()}
    size = (layout.sheet.width, layout.sheet.height)
    text = HEAD.format(fonts=fonts, pages=pages, size=size, out=str(folder / "bare.pdf"))
    (folder / "bare.py").write_text(text, "utf-8")


def cpu(command: list[str]) -> float:
    """Milliseconds of CPU that a command takes as a whole process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as users have it: compiled once
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def warm(work, rounds: int) -> float:
    """Milliseconds of CPU of one call, after a warm-up: the median."""
    for _ in range(3):
        work()
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(1000 * (time.process_time() - start))
    return statistics.median(times)


def line(name: str, ours: list[float], theirs: list[float]) -> None:
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(
        f"{name:8} ours {statistics.median(ours):7.2f} ms   bare {statistics.median(theirs):7.2f}"
        f" ms   ratio {statistics.median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"
    )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    content = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "content.yaml"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bare_script(content, folder)
        subprocess.run([sys.executable, "-m", "compileall", "-q", str(folder)], check=True)
        ours = [sys.executable, str(ROOT / "make_pdf.py"), str(content), "-o", str(folder)]
        if content == ROOT / "content.yaml":
            ours = [sys.executable, str(ROOT / "make_pdf.py")]
        bare = [
            sys.executable,
            "-c",
            f"import sys; sys.path.insert(0, {name!r}); import bare; "
            f"bare.fonts(); bare.draw({str(folder / 'bare.pdf')!r})",
        ]
        cpu(ours), cpu(bare)
        pairs = [(cpu(ours), cpu(bare)) for _ in range(rounds)]
        line("process", [a for a, _ in pairs], [b for _, b in pairs])
        sys.path.insert(0, name)
        import bare as module

        module.fonts()
        target = str(folder / "bare.pdf")
        warms = [
            (warm(lambda: build(content), 20), warm(lambda: module.draw(target), 20))
            for _ in range(5)
        ]
        line("warm", [a for a, _ in warms], [b for _, b in warms])
        print(f"file     ours {len(build(content).pdf) / 1000:.1f} kB")


if __name__ == "__main__":
    main()
