"""The bundled faces of other scripts, for the browser: no font of the system is needed.

A browser asks for a face when it has to show a letter that the first one lacks.
"""

from __future__ import annotations

from pathlib import Path

from brochure.remember import remember
from brochure.typeset.fonts import ASSETS
from brochure.typeset.scripts import LANGUAGES, TRADITIONAL
from brochure.typeset.writings import WRITINGS

SHEET = "faces.css"
WEIGHTS = {"Regular": "normal", "Bold": "bold"}
REST = "Verdana, Arial, sans-serif"


@remember(1)
def face_files() -> dict[str, Path]:
    """Return the files of the faces by the names that the desk serves them under."""
    families = dict.fromkeys(row.family for row in WRITINGS.values())
    return {
        f"{family}-{weight}.ttf": ASSETS / "fonts" / family / f"{weight}.ttf"
        for family in families
        for weight in WEIGHTS
    }


@remember(1)
def style_sheet() -> bytes:
    """Return the style sheet that gives each language its face after the first one."""
    faces = [
        f'@font-face {{ font-family: "Desk {name.rpartition("-")[0]}"; src: url("{name}");'
        f" font-weight: {WEIGHTS[path.stem]}; }}"
        for name, path in face_files().items()
    ]
    rules = [
        f'{places(tag)} {{ font-family: "Desk", "Desk {WRITINGS[name].family}", {REST}; }}'
        for tag, name in LANGUAGES.items()
    ]
    return "\n".join((*faces, *rules, "")).encode()


def places(tag: str) -> str:
    """Return the selector of what is in a language; what is Chinese by its tag's script or land."""
    if tag == "zh-hans":
        return ":lang(zh), :lang(cmn)"
    if tag == "zh-hant":
        lands = (f":lang(zh-{each})" for each in sorted(TRADITIONAL))
        return ", ".join((*lands, ":lang(yue)"))
    return f":lang({tag})"
