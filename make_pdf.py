"""Make the handout: python make_pdf.py [CONTENT ...]"""

import sys

if sys.version_info < (3, 11):  # any Python can read this file, though not what it imports
    sys.stderr.write(
        "Brochure needs Python 3.11 or newer; this is %d.%d. Install it from python.org.\n"
        % sys.version_info[:2]
    )
    sys.exit(2)

from brochure.__main__ import command

if __name__ == "__main__":
    command(["build"] + sys.argv[1:], beside=__file__)
