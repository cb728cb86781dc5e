"""`python -m fbrecon` is the same program as `fbrecon`."""

from __future__ import annotations

import sys

from fbrecon.cli import main

sys.exit(main())
