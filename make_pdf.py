"""Make the handout: python make_pdf.py [CONTENT ...]"""

import sys

from brochure.__main__ import run

if __name__ == "__main__":
    sys.exit(run(["build"] + sys.argv[1:], beside=__file__))
