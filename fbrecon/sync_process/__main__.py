"""`python -m fbrecon.sync_process`: started by the window, useless by hand."""

from __future__ import annotations

import logging
import os
import signal
import sys

from fbrecon.sync_process.helper import Helper

_NICE = 5


def main() -> None:
    """Serve over standard input and output until the window's process ends."""
    mouth = os.fdopen(os.dup(1), "wb")
    # What a library prints by mistake must not stand between two messages.
    os.dup2(2, 1)
    helper = Helper(sys.stdin.buffer, mouth)
    # Ctrl+C in a terminal reaches both processes: the window decides what becomes of a sync.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, lambda _number, _frame: helper.end())
    if hasattr(os, "nice"):
        os.nice(_NICE)  # where processors are short, whoever looks at the window goes first
    helper.serve()
    logging.shutdown()
    # Not the usual end, which would wait for threads that wait for a service.
    os._exit(0)


if __name__ == "__main__":
    main()
