"""Make the handout: python make_pdf.py [CONTENT ...]"""

import sys
from pathlib import Path

from brochure.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]], root=Path(__file__).resolve().parent))
