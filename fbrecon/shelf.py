"""The company files of one user: folders below the home, with the vault beside them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from fbrecon.app import witness
from fbrecon.clock import Clock
from fbrecon.domain.activity import SealKey
from fbrecon.domain.backups import BackupCopy, CopyLook
from fbrecon.domain.glances import Glance
from fbrecon.errors import FileError, SecretsError
from fbrecon.paths import make_private
from fbrecon.secret_store import SecretStore
from fbrecon.store.backup import back_up_daily
from fbrecon.store.company import CompanyStores
from fbrecon.store.file_trouble import missing
from fbrecon.store.glance import glance
from fbrecon.store.lease import SyncLease
from fbrecon.store.restore import list_copies, look_into_copies, restore
from fbrecon.store.send_counts import SendCountFile
from fbrecon.store.vault import open_vault

if TYPE_CHECKING:
    from fbrecon.bootstrap import Environment

_ANY_COPY = "*/backups/*.db"
_WAIT_FOR_A_SYNC = 5.0
# The window and its syncing process write side by side, and an import of very many rows is one
# transaction.
_WAIT_FOR_A_WRITER = 60.0


class FolderShelf:
    """Company files in folders below the home, with the user's vault beside them."""

    def __init__(
        self, home: Path, clock: Clock, environment: Environment, vault: SecretStore | None = None
    ) -> None:
        self._home = home
        self._clock = clock
        self._environment = environment
        self._vault = vault
        self._send_counts = SendCountFile(home)
        self._seal_keys: dict[str, SealKey] = {}
        # Held as long as the window is open.
        self.window = FileLock(home / "window.lock", mode=0o600, thread_local=False)

    @property
    def _folder(self) -> Path:
        return self._home / "companies"

    def list_slugs(self) -> list[str]:
        """Slugs of all companies, sorted; also of one whose file is gone and whose copies are not.

        A company is its folder: it does not vanish from a list because a file did.
        """
        there = {path.parent.name for path in self._folder.glob("*/company.db")}
        return sorted(there.union(p.parent.parent.name for p in self._folder.glob(_ANY_COPY)))

    def open(self, slug: str, *, anew: bool = False) -> BackedUpStores:
        """Open a company file, or make one. One that is gone is made again only `anew`."""
        make_private(self._folder)
        path = self._folder / slug / "company.db"
        if not anew and not path.exists() and list_copies(path):
            raise missing(path)
        return BackedUpStores(path, self._clock, partial(self._seal_key, slug))

    def glance(self, slug: str) -> Glance:
        """How a company file lies there, without opening it for work."""
        return glance(self._folder / slug / "company.db")

    def _seal_key(self, slug: str) -> SealKey | None:
        """The key of a company's activity log; None where the vault cannot be opened."""
        if slug not in self._seal_keys:
            with suppress(SecretsError):
                self._seal_keys[slug] = witness.find_key(self.secrets(), slug)
        return self._seal_keys.get(slug)

    def lease(self, slug: str) -> SyncLease:
        """The sync lease of a company."""
        return SyncLease(self._folder / slug / "sync.lock")

    def remove(self, slug: str) -> None:
        """Delete a company's folder with its backups, and what is known of its log."""
        shutil.rmtree(self._folder / slug)
        self._seal_keys.pop(slug, None)
        witness.forget(self.secrets(), slug)

    def list_copies(self, slug: str) -> list[BackupCopy]:
        """The copies of a company's file, newest first."""
        return list_copies(self._folder / slug / "company.db")

    def look_into_copies(self, slug: str) -> list[CopyLook]:
        """The same with what each holds."""
        return look_into_copies(self._folder / slug / "company.db")

    def restore(self, slug: str, name: str) -> Path:
        """Put that copy in the place of a company's file; where what stood there lies now.

        Whoever asks has closed the file in this process. Raises `FileError` while another window
        or a sync has it, and as `fbrecon.store.restore.restore`.
        """
        lease = self.lease(slug)
        try:
            self.window.acquire(timeout=0)  # a second time where the window is our own
        except Timeout:
            raise _in_use("A window of fbrecon is open.") from None
        try:
            if not lease.try_take(_WAIT_FOR_A_SYNC):
                raise _in_use("A sync of this company is running.")
            try:
                return restore(self._folder / slug / "company.db", name, self._clock.now())
            finally:
                lease.give_back()
        finally:
            self.window.release()

    def send_counts(self) -> SendCountFile:
        """What is kept outside the company files about their sends."""
        return self._send_counts

    def secrets(self) -> SecretStore:
        """The user's vault, opened when first needed."""
        if self._vault is None:
            passphrase = self._environment.key("FBRECON_PASSPHRASE") or None
            self._vault = open_vault(self._home, self._environment.secrets, passphrase)
        return self._vault


def _in_use(who: str) -> FileError:
    return FileError(
        "The company file is in use",
        f"{who} Nothing was changed.",
        "Close it, or wait until it has finished, then try again.",
    )


class BackedUpStores(CompanyStores):
    """A company file that makes its own daily copy."""

    def __init__(self, path: Path, clock: Clock, seal_key: Callable[[], SealKey | None]) -> None:
        super().__init__(path, clock, seal_key, _WAIT_FOR_A_WRITER)
        self._clock = clock

    def back_up_today(self) -> None:
        """A copy for today, if there is none yet."""
        back_up_daily(self.file, self._clock.now().date())
