"""Make the handout: python make_pdf.py [CONTENT ...]"""

import sys

from brochure.cli import main

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]], beside=__file__))
