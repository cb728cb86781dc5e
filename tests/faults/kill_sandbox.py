"""The sandbox as a process, without limits of rate: `python -m tests.faults.kill_sandbox SEED`."""

from __future__ import annotations

import sys

from fbrecon.sandbox.options import SandboxOptions
from fbrecon.sandbox.server import serve

if __name__ == "__main__":
    options = SandboxOptions(
        seed=int(sys.argv[1]), invoices=40, rate_limit=10_000_000, platform_rate_limit=10_000_000
    )
    serve(options, sys.stdout, sys.stdin)
