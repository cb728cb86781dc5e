"""One running sync a company, across processes. The lock ends with the process that holds it."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout


class SyncLease:
    """The right to sync one company file."""

    def __init__(self, path: Path) -> None:
        self._lock = FileLock(path, mode=0o600, thread_local=False)

    def try_take(self, seconds: float) -> bool:
        """Take the lease, waiting at most that long; False if another process keeps it."""
        try:
            self._lock.acquire(timeout=seconds)
        except Timeout:
            return False
        return True

    def give_back(self) -> None:
        """Let others sync."""
        self._lock.release()
