"""Work during which Python looks for no garbage in cycles: each look stops every thread.

With some million objects alive such a look takes a second, and the window stands still for it.
What the work makes must hold no cycles; it is freed by counting references all the same.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_at_work = 0


@contextmanager
def uncollected() -> Iterator[None]:
    """In any number of threads at once; collecting goes on when the last one is done."""
    global _at_work
    with _lock:
        _at_work += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _at_work -= 1
            if not _at_work:
                gc.enable()
