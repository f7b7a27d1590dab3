"""What the Makefile calls: set-up, serving, tests, checks.

It runs before anything is installed, so it imports the standard library only; `catalogues`,
which runs inside the virtual environment, is the exception.
"""

import sys

if not (3, 11) <= sys.version_info < (3, 14):
    sys.exit("Cap27 needs Python 3.11, 3.12 or 3.13. Type for instance: make run PYTHON=python3.11")
