"""`python -m brochure`: the same as the console command."""

import sys

from brochure.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
