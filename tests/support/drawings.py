"""Logos as drawing programs save them, and drawings as pixels."""

from __future__ import annotations

from brochure.art.svg import read_svg
from brochure.brand.palette import recolour
from brochure.model import Drawing, Element, Facts, Layout, Page, Rect, Sheet
from brochure.pdf.document import draw
from brochure.typeset.fonts import bundled_files, open_faces

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

ILLUSTRATOR = f"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: Adobe Illustrator 27.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="Layer_1" {SVG} x="0px" y="0px"
\t viewBox="0 0 200 100" style="enable-background:new 0 0 200 100;" xml:space="preserve">
<style type="text/css">
\t.st0{{fill:#00594C;}}
\t.st1{{fill:none;stroke:#C05A12;stroke-width:10;stroke-linecap:round;stroke-miterlimit:10;}}
\t.st2{{clip-path:url(#SVGID_2_);}}
\t.st3{{opacity:0.5;}}
</style>
<switch><foreignObject requiredExtensions="http://ns.adobe.com/AdobeIllustrator/10.0/" x="0"
 y="0" width="1" height="1"/><g><rect class="st0" x="5" y="5" width="90" height="90"/>
<line class="st1" x1="110" y1="20" x2="190" y2="20"/>
<g><defs><rect id="SVGID_1_" x="110" y="40" width="40" height="40"/></defs>
<clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
<circle class="st2 st0" cx="150" cy="80" r="40"/></g>
<rect class="st0 st3" x="160" y="40" width="30" height="40"/></g></switch></svg>"""

INKSCAPE = f"""<svg width="60mm" height="30mm" viewBox="0 0 60 30" version="1.1" id="svg5"
 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" {SVG}
 xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
 inkscape:version="1.2.2" sodipodi:docname="logo.svg">
<sodipodi:namedview id="namedview7" pagecolor="#ffffff"/>
<defs id="defs2"><linearGradient id="stops">
<stop style="stop-color:#ff0000;stop-opacity:1" offset="0"/>
<stop style="stop-color:#0000ff;stop-opacity:1;" offset="1"/></linearGradient>
<linearGradient xlink:href="#stops" id="g1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="30"
 y2="0"/><clipPath clipPathUnits="userSpaceOnUse" id="c1"><rect x="0" y="0" width="60" height="30"
 style="fill:none"/></clipPath></defs>
<g inkscape:label="Layer 1" inkscape:groupmode="layer" id="layer1" clip-path="url(#c1)">
<rect style="fill:url(#g1);fill-opacity:1;stroke:none" x="0" y="0" width="30" height="30"/>
<path style="fill:none;stroke:#7a1f5c;stroke-width:2;stroke-linecap:round;stroke-linejoin:round;
stroke-dasharray:4, 4;stroke-dashoffset:0" d="m 34,4 h 22" transform="translate(0,2)"/>
<text xml:space="preserve" id="text1"><tspan id="tspan1"> </tspan></text></g></svg>"""

FIGMA = f"""<svg width="120" height="48" viewBox="0 0 120 48" fill="none" {SVG}>
<g clip-path="url(#clip0_1_2)"><mask id="mask0_1_2" style="mask-type:luminance"
 maskUnits="userSpaceOnUse" x="0" y="0" width="48" height="48"><path d="M48 0H0V48H48V0Z"
 fill="white"/></mask><g mask="url(#mask0_1_2)"><path fill-rule="evenodd" clip-rule="evenodd"
 d="M4 4H44V44H4V4ZM14 14H34V34H14V14Z" fill="#0B5D6B"/></g>
<path d="M60 24L112 24" stroke="#7A1F5C" stroke-width="16" stroke-linecap="round"/></g>
<defs><clipPath id="clip0_1_2"><rect width="120" height="48" fill="white"/></clipPath></defs>
</svg>"""

SKETCH = f"""<?xml version="1.0" encoding="UTF-8"?>
<svg width="100px" height="100px" viewBox="0 0 100 100" version="1.1" {SVG}>
<!-- Generator: Sketch 60.1 (88133) - https://sketch.com --><title>logo</title><defs>
<rect id="path-1" x="0" y="0" width="50" height="50"></rect>
<radialGradient cx="50%" cy="50%" fx="50%" fy="50%" r="50%" id="rg"><stop stop-color="#FFFFFF"
 offset="0%"></stop><stop stop-color="#008000" offset="100%"></stop></radialGradient></defs>
<g id="Page-1" stroke="none" stroke-width="1" fill="none" fill-rule="evenodd"><mask id="mask-2"
 fill="white"><use xlink:href="#path-1"></use></mask><use id="Mask" fill="#D8D8D8"
 xlink:href="#path-1"></use><circle fill="#FF0000" mask="url(#mask-2)" cx="50" cy="50" r="20"/>
<circle fill="url(#rg)" cx="75" cy="75" r="20"></circle></g></svg>"""

CANVA = f"""<?xml version="1.0" encoding="UTF-8"?><svg {SVG} width="500" zoomAndPan="magnify"
 viewBox="0 0 375 375" height="500" preserveAspectRatio="xMidYMid meet" version="1.0"><defs>
<clipPath id="d1"><path d="M 50 50 L 300 50 L 300 300 L 50 300 Z M 50 50 " clip-rule="nonzero"/>
</clipPath></defs><rect x="-37.5" width="450" fill="#ffffff" y="-37.5" height="450"
 fill-opacity="1"/><g clip-path="url(#d1)"><path fill="#0b5d6b" d="M 0 0 L 375 0 L 375 375 L 0 375
 Z" fill-opacity="1" fill-rule="nonzero"/></g></svg>"""

COREL = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Creator: CorelDRAW -->
<svg {SVG} xml:space="preserve" width="2in" height="1in" version="1.1" style="shape-rendering:
geometricPrecision; fill-rule:evenodd; clip-rule:evenodd" viewBox="0 0 2000 1000"
 xmlns:xodm="http://www.corel.com/coreldraw/odm/2003"><defs><style type="text/css">
<![CDATA[ .str0 {{stroke:#2B2A29;stroke-width:20;stroke-miterlimit:22.9256}}
 .fil0 {{fill:#E31E24}} .fil1 {{fill:none}} ]]></style></defs>
<g id="Layer_x0020_1"><metadata id="CorelCorpID_0Corel-Layer"/>
<polygon class="fil0" points="100,100 900,100 900,900 100,900 "/>
<path class="fil1 str0" d="M1100 100l800 0 0 800 -800 0z"/></g></svg>"""


def layout_of(data: bytes, width: float = 100.0, mode: str = "colour") -> Layout:
    """A layout whose one page is the drawing."""
    drawn = read_svg(data)
    scale = width / drawn.width
    high = drawn.height * scale
    item = Drawing(0, 0, scale, recolour(drawn.paths, mode), 0, 1)
    figure = Element("Figure", alt="logo", bbox=Rect(0, 0, width, high))
    facts = Facts(1, 12.0, 1.3, "side", (1.0,), 1)
    return Layout(Sheet(width, high), (Page((item,)),), (figure,), (), facts, "logo", "en")


def page(data: bytes, width: float = 100.0, mode: str = "colour") -> bytes:
    """A PDF whose one page is the drawing."""
    faces = open_faces(bundled_files())
    return draw(layout_of(data, width, mode), faces, archival=mode != "press")
