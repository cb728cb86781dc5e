"""The way in of the bundle: the window without words, else the command line."""

import sys

from fbrecon.own_process import run_bundled

sys.exit(run_bundled(sys.argv[1:]))
