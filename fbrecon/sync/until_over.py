"""The token of what is read ahead of other work: it is of no use once that work is over.

A thread that rests for a minute, because the service asked for that, must not outlive the work that
it reads for, nor ask once more after it.
"""

from __future__ import annotations

import threading
from typing import Final

from fbrecon.sync.progress import Cancelled, CancelToken

_LOOK_UP: Final = 0.1  # seconds after which a waiting thread looks whether the work is over


class UntilOver(CancelToken):
    """Stops with the work, and ends with it where nobody stopped that."""

    def __init__(self, work: CancelToken) -> None:
        super().__init__()
        self._work = work
        self._owner = threading.get_ident()

    def end(self) -> None:
        """Nothing that is read ahead is wanted any more."""
        super().cancel()

    def cancel(self) -> None:
        """Stop the work itself."""
        self._work.cancel()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work is over or somebody asked to stop it."""
        return super().is_cancelled or self._work.is_cancelled

    def raise_if_cancelled(self) -> None:
        """Raise `Cancelled` if there is no use in going on."""
        super().raise_if_cancelled()
        self._work.raise_if_cancelled()

    def wait(self, seconds: float) -> None:
        """Wait, or raise `Cancelled` as soon as the work is over or stopped."""
        if threading.get_ident() == self._owner:
            self._work.wait(seconds)
            return
        while seconds > 0:
            step = min(seconds, _LOOK_UP)
            self._work.wait(step)
            if self._event.is_set():
                raise Cancelled
            seconds -= step
