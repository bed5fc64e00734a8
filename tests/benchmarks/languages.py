"""Other scripts beside Typst and WeasyPrint: what readers copy, and how long a warm page takes.

The texts of each language's handout of the tests are given to all three in the same bundled
fonts. Each text that a reader gives back in one piece, letters and digits in order, counts; white
space and marks of direction do not. From the right, what is not seen as a letter of the script is
counted in its own column, as every reader has its own way with Latin words there.

    python tests/benchmarks/languages.py [ROUNDS] [LANGUAGE ...]
"""

from __future__ import annotations

import io
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pypdf import PdfReader  # noqa: E402
from pypdfium2 import PdfDocument  # noqa: E402

from brochure.model import Handout  # noqa: E402
from brochure.model.texts import drawn_texts  # noqa: E402
from brochure.recipe import build_handout  # noqa: E402
from brochure.sources import read  # noqa: E402
from brochure.typeset.fonts import ASSETS  # noqa: E402
from brochure.typeset.scripts import writing_of  # noqa: E402
from tests.support.languages import FILES, FROM_RIGHT  # noqa: E402

UNSEEN = dict.fromkeys(
    (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 2, 0xFEFF)
)


def bare(text: str) -> str:
    """Return a text without white space, marks of direction, and what is not seen."""
    return "".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def ours(handout: Handout, texts: list[str]) -> bytes:
    """Return the handout's PDF."""
    return build_handout(handout).pdf


def by_typst(handout: Handout, texts: list[str]) -> bytes:
    """Return the texts as paragraphs by Typst."""
    import typst

    family = writing_of(handout.language).family  # type: ignore[union-attr]
    names = {"vazirmatn": "Vazirmatn", "noto-sans": "Noto Sans"}
    name = names.get(family, "Noto Sans " + family.removeprefix("noto-sans-").title())
    name = {"Noto Sans Sc": "Noto Sans SC", "Noto Sans Tc": "Noto Sans TC"}.get(name, name)
    name = {"Noto Sans Jp": "Noto Sans JP", "Noto Sans Kr": "Noto Sans KR"}.get(name, name)
    language = handout.language.partition("-")[0]
    head = f'#set text(font: "{name}", size: 14pt, lang: "{language}")\n#set page("us-letter")\n'
    body = "\n\n".join(
        "".join("\\" + c if c in "\\#$*_[]<>@`~-+/=" else c for c in t) for t in texts
    )
    compiler = typst.Compiler(font_paths=[str(ASSETS / "fonts" / family)], ignore_system_fonts=True)
    made: bytes = compiler.compile((head + body).encode(), format="pdf")
    return made


def by_weasyprint(handout: Handout, texts: list[str]) -> bytes:
    """Return the texts as paragraphs by WeasyPrint."""
    from weasyprint import HTML

    font = ASSETS / "fonts" / writing_of(handout.language).family / "Regular.ttf"  # type: ignore[union-attr]
    way = "rtl" if handout.language in FROM_RIGHT else "ltr"
    style = (
        f"@font-face {{ font-family: face; src: url({font.as_uri()}) }} body {{ font: 14pt face }}"
    )
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    page = f'<html lang="{handout.language}" dir="{way}"><style>{style}</style>{body}</html>'
    made: bytes = HTML(string=page).write_pdf()
    return made


MAKERS: dict[str, Callable[[Handout, list[str]], bytes]] = {
    "this program": ours,
    "Typst": by_typst,
    "WeasyPrint": by_weasyprint,
}


def by_poppler(data: bytes) -> str:
    """Return what pdftotext copies."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.pdf")
        file.write_bytes(data)
        command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def by_pdfium(data: bytes) -> str:
    """Return what Chrome and Edge copy."""
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(data))


def by_pypdf(data: bytes) -> str:
    """Return what pypdf reads."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)


READERS = {"poppler": by_poppler, "pdfium": by_pdfium, "pypdf": by_pypdf}


def right(data: bytes, texts: list[str]) -> str:
    """Return how many of the texts each reader copies whole."""
    counts = []
    for reader in READERS.values():
        try:
            copied = bare(reader(data))
        except Exception:  # a reader that fails copies nothing
            copied = ""
        counts.append(sum(bare(text) in copied for text in texts))
    return " ".join(f"{count:>3}" for count in counts)


def main() -> None:
    """Print a row for each language: texts, those copied right by reader, milliseconds."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'':8} texts  " + "  ".join(f"{name:>12}" for name in MAKERS) + "   ms warm  kB")
    print(f"{'':15}" + f"  {'/'.join(READERS)} each")
    for tag in sys.argv[2:] or FILES:
        handout = read(FILES[tag])[0]
        texts = [text.plain for text in drawn_texts(handout) if not text.plain.startswith("https:")]
        cells = []
        for name, maker in MAKERS.items():
            try:
                cells.append(right(maker(handout, texts), texts))
            except ImportError:
                cells.append(f"no {name}")
        build_handout(handout)
        spent, size = 1e9, 0
        for _ in range(rounds):
            begun = process_time()
            size = len(build_handout(handout).pdf)
            spent = min(spent, (process_time() - begun) * 1000)
        row = "  ".join(f"{cell:>12}" for cell in cells)
        print(f"{tag:8} {len(texts):>5}  {row}  {spent:8.1f} {size / 1000:4.0f}")


if __name__ == "__main__":
    main()
